"""Backups that the program makes by itself, and those of one journal among others."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core import backup_thinning
from journal.core.entries import Note
from journal.core.moments import utc_now
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.db import backup as copying
from journal.logbook import Logbook, backups
from journal.logbook.backups import back_up_by_itself, beside_today, contents, found_backups, is_behind, thin
from journal.logbook.belongings import backup_folder
from tests.journals import START_MS, FixedClock, JournalAt, new_journal, note, product

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


# --- whether one is needed -------------------------------------------------------------------------------------------


def test_a_journal_in_which_nothing_was_saved_needs_none(book: Logbook) -> None:
    assert not is_behind(book)
    assert back_up_by_itself(book, NOON) is None


def test_each_kind_of_change_needs_a_new_one(book: Logbook) -> None:
    first = note(book, "one")
    assert back_up_by_itself(book, NOON) is not None
    assert back_up_by_itself(book, NOON + HOUR) is None
    changes: list[Callable[[], object]] = [
        lambda: note(book, "two"), book.undo, book.redo, lambda: book.delete([first.id]),
    ]  # fmt: skip
    for number, change in enumerate(changes, 2):
        change()
        assert is_behind(book), number
        assert back_up_by_itself(book, NOON + number * HOUR) is not None
        assert not is_behind(book)
    book.purge([first.id])
    assert is_behind(book)


def test_a_damaged_newest_one_counts_for_nothing(book: Logbook) -> None:
    note(book, "one")
    made = back_up_by_itself(book, NOON)
    assert made is not None
    made.write_bytes(b"\x00" * 4096)
    assert back_up_by_itself(book, NOON + HOUR) is not None


@pytest.mark.quick_every(13)
@pytest.mark.parametrize("place", range(16, 72))
def test_one_with_a_damaged_beginning_counts_for_nothing_or_as_what_it_is(book: Logbook, place: int) -> None:
    """Whatever SQLite says of it: it is named, and what was saved since gets a backup of its own."""
    note(book, "one")
    made = back_up_by_itself(book, NOON)
    assert made is not None
    good = made.read_bytes()
    for bit in range(8):
        flipped = bytearray(good)
        flipped[place] ^= 1 << bit
        made.write_bytes(flipped)
        try:
            contents(made, book.passphrase)
        except Refused as refused:
            assert refused.code in (
                "backup-damaged",
                "backup-passphrase",
                "backup-has-passphrase",
                "journal-newer",
                "journal-not-ours",
            )
            assert str(made.name) in str(refused.values)
        is_behind(book)
    note(book, "two")
    assert back_up_by_itself(book, NOON + HOUR) is not None


def test_a_journal_of_a_format_that_sqlite_does_not_know_is_no_backup(book: Logbook) -> None:
    """It was put there by going back to a backup, and from then on no backup was made."""
    note(book, "one")
    kept = book.path.with_name("backups") / f"{book.path.stem}-2026-11-23-120000-replaced.leaf"
    kept.parent.mkdir(exist_ok=True)
    damaged = bytearray(book.path.read_bytes())
    damaged[47] ^= 1
    kept.write_bytes(damaged)
    assert back_up_by_itself(book, NOON) is not None
    with pytest.raises(Refused) as refused:
        contents(kept, book.passphrase)
    assert refused.value.code == ("backup-damaged" if book.passphrase is None else "backup-passphrase")


def test_a_replaced_journal_of_the_same_state_is_no_reason_to_make_none(book: Logbook) -> None:
    """It may be the damaged one, and nobody looked through it."""
    note(book, "one")
    book.backup(None, backups.REPLACED, made=NOON)
    book.backup(None, backups.DAMAGED, made=NOON)
    assert is_behind(book)
    assert backups.is_any_left(book.path)
    back_up_by_itself(book, NOON)
    assert not is_behind(book)


# --- one that is made ------------------------------------------------------------------------------------------------


def test_it_bears_the_date_that_it_was_given(book: Logbook) -> None:
    note(book, "one")
    back_up_by_itself(book, NOON)
    (found,) = found_backups(book.path)
    assert (found.made, found.by_itself) == (NOON, True)


def test_a_save_meanwhile_ends_it_and_nothing_is_left(
    book: Logbook, journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a writer puts beside the journal is there while it waits for the copy to let go."""
    for n in range(300):
        book.save(Note(at=note(book, "x").at, text=f"note {n} " + "and more " * 100))
    beside = book.path.with_name(book.path.name + "-journal")
    copy = copying._copy

    def while_saving(file: object, unfinished: Path, watched: object) -> None:
        beside.touch()
        copy(file, unfinished, watched)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "_copy", while_saving)
    with pytest.raises(Refused) as refused:
        back_up_by_itself(book, NOON)
    assert refused.value.code == "cancelled"
    assert list(backup_folder(book.path).iterdir()) == []


def test_whoever_waits_can_end_it(book: Logbook) -> None:
    note(book, "one")
    with pytest.raises(Refused):
        back_up_by_itself(book, NOON, Watched(lambda _step: None, lambda: True))
    assert found_backups(book.path) == []


# --- room ------------------------------------------------------------------------------------------------------------


def test_only_those_made_by_themselves_make_room(book: Logbook, plain_journal: JournalAt) -> None:
    note(book, "one")
    asked = book.backup(made=NOON - 10 * 24 * HOUR)
    hourly = [NOON - 10 * 24 * HOUR + n * HOUR for n in range(1, 4)]
    for at in hourly:
        book.backup(None, backups.BY_ITSELF, made=at)
    newest = book.backup(None, backups.BY_ITSELF, made=NOON)
    assert thin(book, NOON) == ()
    left = {found.path for found in found_backups(book.path)}
    assert {asked, newest} < left
    assert len(left) == 3  # of the four of that day the one that was asked for, and the last


def test_a_damaged_one_makes_no_good_one_go(book: Logbook) -> None:
    note(book, "one")
    day = NOON - 10 * 24 * HOUR
    good = book.backup(None, backups.BY_ITSELF, made=day)
    bad = book.backup(None, backups.BY_ITSELF, made=day + HOUR)
    bad.write_bytes(bad.read_bytes()[:4096])
    newest = book.backup(None, backups.BY_ITSELF, made=NOON)
    thin(book, NOON)
    left = {found.path for found in found_backups(book.path)}
    assert {good, newest} <= left


def test_those_of_another_journal_in_the_same_folder_are_not_touched(book: Logbook, tmp_path: Path) -> None:
    note(book, "one")
    strange = backup_folder(book.path) / "other-2020-01-01-000000-auto.leaf"
    strange.parent.mkdir(exist_ok=True)
    strange.write_bytes(b"not ours")
    odd = strange.with_name(f"{book.path.stem}-2020-99-01-000000-auto.leaf")
    odd.write_bytes(b"no date")
    back_up_by_itself(book, NOON)
    assert strange.exists()
    assert odd.exists()


# --- what one holds --------------------------------------------------------------------------------------------------


def test_what_it_holds_and_how_it_differs(book: Logbook, journal: JournalAt) -> None:
    first, second = note(book, "one"), note(book, "two", minutes=5)
    product(book)
    backup = book.backup()
    held = contents(backup, journal.passphrase)
    assert dict(held.counts) == {"note": 2, "product": 1}
    assert held.newest == ("note", first.at.local_ms)
    note(book, "three")
    book.save(Note(id=second.id, at=second.at, text="two, put right", recorded_ms=second.recorded_ms))
    book.delete([first.id])
    differs = beside_today(book, backup)
    assert (differs.missing, differs.changed, differs.brought_back) == (1, 1, 1)


def test_a_backup_of_another_journal_is_known_as_that(journal: JournalAt, tmp_path: Path) -> None:
    """Whatever was deleted since, the journal's own backups are its own; and so is one from before anything."""
    other = new_journal(tmp_path / "other.leaf", journal.passphrase, FixedClock(START_MS + 1))
    with other.open() as there:
        note(there, "not ours")
        of_another = there.backup()
    with journal.open() as book:
        empty = book.backup()
        first = note(book, "one")
        own = book.backup()
        assert not beside_today(book, own).of_another
        book.delete([first.id])
        book.purge([first.id])
        note(book, "two")
        differs = beside_today(book, of_another)
        assert (differs.of_another, differs.missing, differs.brought_back) == (True, 1, 1)
        assert not beside_today(book, own).of_another
        assert not beside_today(book, empty).of_another


def test_a_backup_of_an_earlier_format_can_be_counted(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "files" / "journal-0001-plain.leaf"
    assert contents(old, None).total > 0


# --- looked at, never written into -----------------------------------------------------------------------------------


def test_nothing_can_be_written_into_a_backup(book: Logbook, journal: JournalAt) -> None:
    note(book, "one")
    backup = JournalAt(book.backup(), journal.passphrase, journal.clock)
    before = backup.sha256()
    with backup.open() as there:
        assert there.view_only is not None
        assert there.view_only.code == "journal-is-backup"
        with pytest.raises(Refused):
            note(there, "not here")
    assert backup.sha256() == before


def test_a_backup_under_a_name_of_its_own_is_a_journal(book: Logbook, journal: JournalAt, tmp_path: Path) -> None:
    note(book, "one")
    renamed = JournalAt(book.backup().rename(tmp_path / "mine.leaf"), journal.passphrase, journal.clock)
    with renamed.open() as there:
        note(there, "two")


def test_the_room_that_was_chosen_decides_when_older_ones_go(book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gigabyte is 100 bytes here, so that a small backup fills it."""
    made = []
    for number in range(3):
        note(book, str(number))
        made.append(back_up_by_itself(book, NOON + number * HOUR))
    monkeypatch.setattr(backup_thinning, "GIGABYTE", 100)
    assert len(found_backups(book.path)) == 3
    book.save(setting_for("backup_room", 1))
    thin(book, NOON + 4 * HOUR)
    assert [backup.path for backup in found_backups(book.path)] == made[-1:]


def test_of_a_journal_that_was_deleted_it_says_that_and_no_folder(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        note(book, "one")
        plain_journal.path.unlink()
        with pytest.raises(Refused) as refused:
            back_up_by_itself(book, utc_now(plain_journal.clock))
    assert refused.value.code == "journal-gone"


def test_a_full_disk_says_what_was_not_written(plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("journal.db.backup._copy", full)
    with plain_journal.open() as book, pytest.raises(Refused) as refused:
        note(book, "one")
        book.backup()
    assert refused.value.code == "disk-full-file"
