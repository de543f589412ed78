"""A journal moves whole or not at all, and can be erased with everything that belongs to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.belongings import backup_folder, backups_of, files_of
from journal.logbook.erasing import erase
from journal.logbook.moving import copy_for_move, give_up_move, let_old_go, open_moved, steps_of
from journal.logbook.second_folder import copy_there
from tests.journals import JournalAt, note


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    made = tmp_path / "elsewhere"
    made.mkdir()
    return made


def test_a_journal_moves_with_its_backups(journal: JournalAt, elsewhere: Path) -> None:
    book = journal.open()
    note(book, "before the backup")
    kept = book.backup()
    strange = backup_folder(journal.path) / "other-2026-01-01-101010-backup.leaf"
    strange.write_bytes(b"of another journal")
    note(book, "after the backup")
    steps: list[int] = []
    assert steps_of(book) == 2
    path = copy_for_move(book, elsewhere, steps.append)
    with pytest.raises(Refused, match="journal-busy"):
        note(book, "between")
    opened = open_moved(book, path)
    left = let_old_go(book, path)
    with opened as there:
        assert there.path == elsewhere / journal.path.name and there.encrypted is (journal.passphrase is not None)
        assert [entry.text for day in there.days(there.today(), there.today()) for entry in day.notes] == [
            "before the backup", "after the backup",
        ]  # fmt: skip
        assert there.check() == []
        note(there, "in the new place")
    assert left == () and steps == [1]
    assert [backup.name for backup in backups_of(path)] == [kept.name]
    assert not journal.path.exists() and not kept.exists() and strange.exists()
    assert {backup.stat().st_mode & 0o777 for backup in backups_of(path)} == {0o600}


@pytest.mark.parametrize("taken", ["journal", "backup", "no folder"])
def test_a_move_that_cannot_be_leaves_nothing_behind(journal: JournalAt, elsewhere: Path, taken: str) -> None:
    with journal.open() as book:
        kept = book.backup()
        folder = elsewhere
        if taken == "journal":
            (elsewhere / journal.path.name).write_bytes(b"mine")
        elif taken == "backup":
            backup_folder(elsewhere / "x").mkdir()
            (backup_folder(elsewhere / "x") / kept.name).write_bytes(b"mine")
        else:
            folder = elsewhere / "none"
        before = everything_in(elsewhere)
        with pytest.raises(Refused, match="folder-missing" if taken == "no folder" else "journal-exists"):
            copy_for_move(book, folder)
        assert everything_in(elsewhere) == before
        note(book, "the old one goes on")


def test_a_cancelled_move_leaves_nothing_behind(plain_book: Logbook, elsewhere: Path) -> None:
    plain_book.backup()
    with pytest.raises(Refused, match="cancelled"):
        copy_for_move(plain_book, elsewhere, cancelled=lambda: True)
    assert everything_in(elsewhere) == []
    note(plain_book, "the old one goes on")


def test_a_copy_that_cannot_be_opened_leaves_the_old_journal(plain_book: Logbook, elsewhere: Path) -> None:
    path = copy_for_move(plain_book, elsewhere)
    path.write_bytes(b"")
    with pytest.raises(Refused, match="journal-empty-file"):
        open_moved(plain_book, path)
    note(plain_book, "the old one goes on")
    give_up_move(plain_book)
    assert plain_book.path.exists()


def test_old_files_that_stay_are_named(plain_book: Logbook, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, real = plain_book.path, Path.unlink

    def stuck(path: Path, missing_ok: bool = False) -> None:
        if path == old:
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    path = copy_for_move(plain_book, elsewhere)
    monkeypatch.setattr(Path, "unlink", stuck)
    open_moved(plain_book, path).close()
    assert let_old_go(plain_book, path) == (old,)


def test_erasing_takes_the_journal_its_backups_and_the_settings(journal: JournalAt, tmp_path: Path) -> None:
    device, other = tmp_path / "device.ini", tmp_path / "export.json"
    for each in (device, other):
        each.write_text("x")
    book = journal.open()
    note(book, "mine")
    book.backup()
    book.raise_file.touch()
    assert erase(book, [device, tmp_path / "never there"]) == ()
    assert everything_in(tmp_path) == ["export.json"]
    assert files_of(journal.path) == [] and not backup_folder(journal.path).exists()


def test_erasing_takes_the_copies_in_the_second_folder(plain_journal: JournalAt, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    book = plain_journal.open()
    note(book, "mine")
    copy_there(book, book.backup(), second, utc_now(book.clock))
    (second / f"{plain_journal.path.stem}-2026-11-22-120000-auto.part").write_bytes(b"half")
    (second / "other-2026-11-22-120000-auto.leaf").write_bytes(b"not ours")
    assert erase(book, [], second) == ()
    assert everything_in(tmp_path) == ["stick/other-2026-11-22-120000-auto.leaf"]


def test_a_second_folder_that_is_not_there_is_named_and_the_rest_is_erased(
    plain_journal: JournalAt, tmp_path: Path
) -> None:
    assert erase(plain_journal.open(), [], tmp_path / "stick") == (tmp_path / "stick",)
    assert everything_in(tmp_path) == []


def test_what_is_only_looked_at_is_not_erased(plain_journal: JournalAt) -> None:
    with plain_journal.open(read_only=True) as book, pytest.raises(Refused, match="journal-view-only"):
        erase(book)
    assert plain_journal.path.exists()


def test_a_journal_at_work_is_not_erased(plain_book: Logbook) -> None:
    with plain_book._file.writing(), pytest.raises(Refused, match="journal-busy"):
        erase(plain_book)
    assert plain_book.path.exists()
    note(plain_book, "goes on")
