"""Every command of the list has a module that says its arguments and runs, and nothing of it is loaded unasked."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from journal import cli
from journal.cli import SUBCOMMANDS, Subcommand


@pytest.mark.parametrize("subcommand", SUBCOMMANDS, ids=lambda subcommand: subcommand.name)
def test_a_module_has_both_functions(subcommand: Subcommand) -> None:
    module = subcommand.load()
    assert list(inspect.signature(module.add_arguments).parameters) == ["parser"]
    assert list(inspect.signature(module.run).parameters) == ["options", "clock", "texts"]


@pytest.mark.parametrize("subcommand", SUBCOMMANDS, ids=lambda subcommand: subcommand.name)
def test_help_names_it_and_it_has_help_of_its_own(subcommand: Subcommand, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert subcommand.words[:40] in capsys.readouterr().out
    assert cli.main([subcommand.name, "--help"]) == 0
    assert f"leaf-journal {subcommand.name}" in capsys.readouterr().out


def test_opening_the_window_loads_no_command() -> None:
    script = (
        "import sys; from journal import cli; cli._parser([]).parse_args([]);"
        "known = ('journal.commands', 'journal.commands.options');"
        "heavy = ('zoneinfo', 'journal.core.moments', 'journal.exchange', 'babel');"
        "asked = lambda name: name in heavy or name.startswith('journal.commands') and name not in known;"
        "print([name for name in sys.modules if asked(name)])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
