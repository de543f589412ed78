"""What shells complete and what man shows is what the parser knows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from journal import __version__
from journal.cli import SUBCOMMANDS, _parser
from journal.commands.completion import levels, man_page
from tests.command_line import Run, run

__all__ = ["run"]

EVERY = list(levels(_parser([subcommand.name for subcommand in SUBCOMMANDS])))


def test_every_command_and_option_is_found() -> None:
    paths = {level.path: level for level in EVERY}
    assert {subcommand.name for subcommand in SUBCOMMANDS} <= set(paths[()].commands)
    assert "--install-desktop" in paths[()].options
    assert "--amount" in paths["log", "dose"].options
    assert "dose" in paths["log",].commands
    assert paths[()].commands["check"] == "verify the journal"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_names_every_command_and_option(run: Run, shell: str) -> None:
    code, script, _ = run("--completion", shell)
    assert code == 0
    for level in EVERY:
        for word in (*level.commands, *level.options):
            assert (f"-l {word[2:]}" if shell == "fish" and word.startswith("--") else word) in script


_TYPED = (
    ("ba", "backup"), ("log do", "dose"), ("log dose --am", "--amount"), ("--journal j.leaf che", "check"),
    ("log dose --new-product --stom", "--stomach"), ("--inst", "--install-desktop"),
)  # fmt: skip


@pytest.mark.needs("fish")
@pytest.mark.parametrize(("typed", "offered"), _TYPED)
def test_fish_completes(run: Run, tmp_path: Path, typed: str, offered: str) -> None:
    (tmp_path / "script").write_text(run("--completion", "fish")[1], encoding="utf-8")
    command = f"source {tmp_path}/script; complete -C 'leaf-journal {typed}'"
    done = subprocess.run(["fish", "--no-config", "-c", command], capture_output=True, text=True, check=True)
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == [offered]


@pytest.mark.needs("zsh")
def test_zsh_takes_it_for_the_command(run: Run, tmp_path: Path) -> None:
    """What Tab offers was seen by hand: only a terminal of its own completes, at its own pace."""
    (tmp_path / "script").write_text(run("--completion", "zsh")[1], encoding="utf-8")
    command = f"autoload -Uz compinit; compinit -u -D; source {tmp_path}/script; print $_comps[leaf-journal]"
    done = subprocess.run(["zsh", "-f", "-c", command], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("_leaf_journal\n", "")


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ba", "backup"), ("log do", "dose"), ("log dose --am", "--amount"), ("--journal j.leaf che", "check"),
        ("log dose --new-product --stom", "--stomach"), ("--inst", "--install-desktop"), ("check log", ""),
    ],
)  # fmt: skip
def test_bash_completes(run: Run, tmp_path: Path, typed: str, offered: str) -> None:
    (tmp_path / "script").write_text(run("--completion", "bash")[1], encoding="utf-8")
    words = ["leaf-journal", *typed.split()]
    ask = f'COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _leaf_journal; echo "${{COMPREPLY[@]}}"'
    script = f"set -eu; source {tmp_path}/script; {ask}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=30, check=False)
    assert (done.stdout.strip(), done.stderr) == (offered, "")


def test_the_page_for_man_has_every_command(run: Run) -> None:
    code, page, _ = run("--man-page")
    assert code == 0
    for level in EVERY[1:]:
        assert f".SH leaf-journal {' '.join(level.path)}\n" in page.replace("\\-", "-")
    assert __version__ in page
    assert "\x1b" not in page


@pytest.mark.needs("groff")
def test_the_page_for_man_is_well_formed() -> None:
    page = man_page(_parser([subcommand.name for subcommand in SUBCOMMANDS]), __version__)
    command = ["groff", "-man", "-Tutf8", "-ww", "-P-c"]
    done = subprocess.run(command, input=page, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "leaf-journal log dose" in done.stdout.replace("\u2010", "-")
