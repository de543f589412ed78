"""The command line as a whole: its help, wrong usage, options on both sides, and what it does without a display."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest

from journal import cli
from journal.cli import collecting_seldom
from journal.core import moments
from journal.texts.refusals import SENTENCES
from tests.command_line import ROOT, Run, no_picture, refused, run
from tests.journals import JournalAt, clock, plain_journal, templates

__all__ = ["clock", "no_picture", "plain_journal", "run", "templates"]


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, "leaf-journal 0.1.0\n", "")
    code, said, _ = run("--help")
    assert code == 0
    for command in ("demo", "log", "export", "import", "check", "backup"):
        assert command in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["feast"], ["export"], ["log"], ["log", "dose"], ["log", "feast"], ["import"], ["demo"], ["--passphrase", "x"],
        ["demo", "x", "--days", "0"], ["demo", "x", "--days", "many"], ["import", "x", "--format", "xlsx"],
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_2(run: Run, arguments: list[str]) -> None:
    code, _, said = run(*arguments)
    assert code == 2
    assert "usage:" in said


def test_common_options_work_on_both_sides(run: Run, plain_journal: JournalAt) -> None:
    assert run("--journal", plain_journal.path, "check")[0] == 0
    assert run("check", "--journal", plain_journal.path)[0] == 0
    assert run("--journal", "nowhere.leaf", "check", "--journal", plain_journal.path)[0] == 0


def test_every_refusal_of_the_command_line_has_a_sentence() -> None:
    found = set()
    for folder in ("commands", "exchange", "cli.py", "demo"):
        path = ROOT / "journal" / folder
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            found |= set(re.findall(r'(?:Refused|UserError)\(\s*f?"([^"]+)"', file.read_text(encoding="utf-8")))
    codes = {code for code in found if "{" not in code}
    assert len(codes) > 30
    assert codes - SENTENCES.keys() == set()
    assert {"product-unknown-of", "symptom-unknown-of"} <= SENTENCES.keys()


def test_garbage_is_looked_for_as_usual_after_a_command(run: Run, plain_journal: JournalAt) -> None:
    usual = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold()[0] > usual[0]
    assert run("--journal", plain_journal.path, "check")[0] == 0
    assert run("--journal", "nowhere.leaf", "check")[0] == 1
    assert gc.get_threshold() == usual


@pytest.mark.usefixtures("no_picture")
def test_without_a_display_the_demo_is_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    code, said, _ = run()
    assert code == 0
    assert "no display" in said
    assert (tmp_path / "leaf-journal-demo" / "demo.leaf").exists()


def test_an_installed_program_writes_nothing_without_a_display(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "in_checkout", lambda: False)
    assert "no display" in refused(run())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["j.leaf", "My Journal.LEAF", "folder/j.leaf"])
def test_a_journal_alone_is_opened_in_the_window(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    opened: list[str | None] = []
    monkeypatch.setattr(cli, "has_display", lambda: True)

    def open_window(options: Namespace, _clock: object) -> int:
        opened.append(options.journal)
        return 0

    monkeypatch.setattr(cli, "_open_window", open_window)
    assert cli.main([name]) == 0
    assert opened == [name]


@pytest.mark.parametrize("arguments", [["j.txt"], ["j.leaf", "check"], ["j.leaf", "k.leaf"]])
def test_what_else_is_no_command_is_wrong_usage(run: Run, arguments: list[str]) -> None:
    assert run(*arguments)[0] == 2


def test_what_reads_only_the_beginning_ends_it_quietly(plain_journal: JournalAt, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m journal --help | head -1'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("zone", [":/etc/passwd", "/etc", "Nowhere/None", "A" * 300])
def test_a_zone_that_is_none_stops_no_command(tmp_path: Path, zone: str) -> None:
    """TZ can name anything; Babel reads it as it is imported, and the clock at each entry."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": zone}
    command = [sys.executable, "-m", "journal", "--journal", str(tmp_path / "j.leaf"), "log", "none", "--create"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "Saved 1 entry.\n")
    assert not done.stderr or (zone in done.stderr and "names no time zone" in done.stderr)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ says nothing on this system")
def test_a_name_of_no_zone_is_told_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "bogus")
    monkeypatch.setattr("journal.clock._found", lambda: "" if "TZ" in os.environ else "Etc/UTC")
    said = [run("--version")[2] for _ in range(2)]
    assert said[0].startswith("TZ=bogus names no time zone. ") and said[0].count("\n") == 1
    assert said[1] == ""
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("clock_is_off", [True, False])
def test_a_clock_that_python_cannot_say_is_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, clock_is_off: bool
) -> None:
    def fails(*_: object) -> int:
        raise OverflowError

    monkeypatch.setattr(cli, "_run", fails)
    monkeypatch.setattr(moments, "clock_can_be_said", lambda: not clock_is_off)
    if clock_is_off:
        assert "Set the clock." in refused(run("check"))
    else:
        with pytest.raises(OverflowError):
            run("check")
