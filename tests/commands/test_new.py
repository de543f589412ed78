"""new makes an empty journal, encrypted or not, and touches nothing that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal import device, paths
from journal.logbook import Logbook
from tests.command_line import Run, refused


def test_a_journal_without_a_passphrase(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.leaf"
    code, said, problem = run("--journal", path, "new")
    assert (code, problem) == (0, "")
    assert said.splitlines() == [
        f"Made a new journal at {path}.",
        "It has no passphrase: whoever can use this account can read it.",
    ]
    assert not Logbook.needs_passphrase(path)
    assert run("--journal", path, "log", "note", "rain")[0] == 0


def test_a_journal_with_a_passphrase(run: Run, tmp_path: Path, secret: Path) -> None:
    path = tmp_path / "mine.leaf"
    code, said, _ = run("--journal", path, "--passphrase-file", secret, "new")
    assert (code, said.splitlines()[1]) == (0, "It is encrypted. If you forget the passphrase, nobody can open it.")
    assert Logbook.needs_passphrase(path)
    assert device.salt_of(device.load(paths.device_file()), path) is not None
    assert run("--journal", path, "--passphrase-file", secret, "log", "note", "rain")[0] == 0


def test_a_folder_that_is_made_for_it_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "of" / "mine" / "journal.leaf"
    assert f"The folder was made for it: {path.parent}\n" in run("--journal", path, "new")[1]
    other = path.with_name("other.leaf")
    assert "The folder was made" not in run("--journal", other, "new")[1]


def test_what_is_there_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.leaf"
    path.write_bytes(b"words")
    assert "There is already a file" in refused(run("--journal", path, "new"))
    assert path.read_bytes() == b"words"


def test_a_passphrase_that_is_easily_guessed_makes_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "easy.txt").write_text("12345678\n", encoding="utf-8")
    refused(run("--journal", tmp_path / "mine.leaf", "--passphrase-file", tmp_path / "easy.txt", "new"))
    assert not (tmp_path / "mine.leaf").exists()


@pytest.mark.parametrize("command", ["check", "backup", "export"])
def test_a_command_without_a_journal_says_how_one_is_made(run: Run, tmp_path: Path, command: str) -> None:
    rest = [tmp_path / "out.json"] if command == "export" else []
    said = refused(run("--journal", tmp_path / "none.leaf", command, *rest))
    assert "“leaf-journal new” makes an empty one." in said
