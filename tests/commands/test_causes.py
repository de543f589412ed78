"""What a command refuses names the cause that it has, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.commands import opening
from tests.command_line import Run, entries_of, refused
from tests.journals import JournalAt

_ONLY_LINUX = pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has such a folder")


@_ONLY_LINUX
def test_a_folder_that_takes_no_file_is_named(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    said = refused(run("--journal", plain_journal.path, "backup", "/proc"))
    assert said == "No backup could be written into the folder /proc. Choose another one. The journal is as it was.\n"


@_ONLY_LINUX
def test_a_journal_that_cannot_be_made_there_is_in_no_other_window(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_WAIT_S", 0.2)
    said = refused(run("--journal", "/proc/x.leaf", "log", "note", "x", "--create"))
    assert "window" not in said and "/proc" in said


def test_an_empty_password_file_is_no_passphrase(run_report: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    plain_journal.open().close()
    empty, raw = tmp_path / "empty.txt", tmp_path / "raw.txt"
    empty.touch()
    raw.write_bytes(b"\xff\xfe\x00")
    for file, words in ((empty, "of the password file"), (raw, "it holds no password")):
        said = refused(run_report(tmp_path / "a.pdf", "--password-file", file))
        assert words in said and str(file) in said and "passphrase" not in said and "opened" not in said


def test_a_way_back_is_named_only_where_there_is_a_backup(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.leaf").touch()
    assert_no_way_back(refused(run("--journal", tmp_path / "a.leaf", "check")))
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "another-2026-11-20-100000-backup.leaf").touch()
    assert_no_way_back(refused(run("--journal", tmp_path / "a.leaf", "check")))
    (tmp_path / "backups" / "a-2026-11-20-100000-backup.leaf").touch()
    said = refused(run("--journal", tmp_path / "a.leaf", "check"))
    assert f"with the command restore: backups lie in {tmp_path / 'backups'}." in said and "no backup" not in said


def assert_no_way_back(said: str) -> None:
    assert said.endswith("There is no backup of it beside it. If you keep a copy elsewhere, open that one.\n")
    assert "restore" not in said and "backups" not in said


def test_a_journal_without_a_name_is_not_the_usual_one(run: Run) -> None:
    assert refused(run("--journal", "", "check")).startswith("--journal names no file.")


@pytest.mark.parametrize(
    ("typed", "second"), [("2026-11-21T21:30:45", 45), ("2026-11-21 21:30:00.5", 0), ("2026-11-21T21:30", 0)]
)
def test_iso_with_seconds_is_a_time_here(run: Run, plain_journal: JournalAt, typed: str, second: int) -> None:
    assert run("--journal", plain_journal.path, "log", "note", "x", "--create", "--at", typed)[0] == 0
    (note,) = entries_of(plain_journal, "note")
    assert note.at.local.replace(microsecond=0).isoformat() == f"2026-11-21T21:30:{second:02d}"  # type: ignore[attr-defined]


def test_a_time_with_seconds_may_not_lie_ahead_nor_be_none(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    note = ("--journal", plain_journal.path, "log", "note", "x", "--at")
    assert "has not come yet. Type a time in the past." in refused(run(*note, "2099-01-01T10:00:00"))
    assert "There is no such day" in refused(run(*note, "2026-02-30T10:00:00"))
    assert "came twice" in refused(run(*note, "2026-10-25T02:30:00"))
    none = refused(run("--journal", plain_journal.path, "log", "none", "--day", "2099-01-01"))
    assert none == "1 Jan 2099 has not come yet. Give today or an earlier day.\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_json_that_an_editor_saved_as_utf_16_is_read(
    run: Run, plain_journal: JournalAt, tmp_path: Path, encoding: str
) -> None:
    run("--journal", plain_journal.path, "log", "note", "Ünï 🙂", "--create")
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    out.write_bytes(("\ufeff" + out.read_text(encoding="utf-8")).encode(encoding))
    assert run("--journal", tmp_path / "new.leaf", "import", out)[0] == 0
    out.write_bytes(out.read_bytes()[:-1])
    refused(run("--journal", tmp_path / "other.leaf", "import", out))


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_name_that_is_none_is_a_folder(run_report: Run, plain_journal: JournalAt, name: str) -> None:
    plain_journal.open().close()
    assert "is a folder, not a file." in refused(run_report(name))


def test_a_journals_name_that_no_disk_takes_is_refused(run: Run) -> None:
    assert refused(run("--journal", "a" * 300, "check")).startswith("That name is too long for a file.")
