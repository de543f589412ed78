"""Seals: what a row cannot tell of itself is told by its day: that it vanished, came twice, or moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from journal.core.entries import DayMark, DayMarkKind, Dose, Note, Setting
from journal.core.moments import DAY_MS, Moment
from journal.core.refusal import Refused
from journal.db import row_checks
from journal.db.row_checks import CHECKED, Damaged
from journal.db.seals import OF_NO_DAY, ComparedOnce, SealChanges, bucket_of, seal_problems
from journal.logbook import Logbook
from tests.journals import JournalAt, empty_index, note, product, raw

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("utc_ms", "offset_s", "bucket"),
    [(0, 0, 0), (0, -3600, -1), (DAY_MS - 1, 0, 0), (DAY_MS - 1, 1, 1), (5 * DAY_MS, -1, 4), (5 * DAY_MS, 50_400, 5)],
)
def test_a_row_is_counted_under_its_day_by_the_clock_on_the_wall(
    plain_journal: JournalAt, utc_ms: int, offset_s: int, bucket: int
) -> None:
    with plain_journal.open() as book:
        book.save(Note(at=Moment(utc_ms, offset_s, "UTC"), text="then"))
        assert seals(book, "note") == {bucket: 1}


def test_day_marks_are_counted_under_their_day_and_lists_under_none(plain_book: Logbook) -> None:
    plain_book.save(DayMark(day=dt.date(1970, 1, 11), mark=DayMarkKind.NONE_TODAY))
    plain_book.save(Setting(id="day_start", value="300"))
    assert seals(plain_book, "day_mark") == {10: 1}
    assert seals(plain_book, "setting") == {0: 1}
    assert seals(plain_book, "change") == {0: 2}


def seals(book: Logbook, kind: str) -> dict[int, int]:
    with book._file.reading() as connection:
        return dict(connection.execute("SELECT bucket, rows FROM seal WHERE kind = ?", (kind,)).fetchall())


def test_the_seal_of_a_short_table_is_found_without_reading_those_of_all_days(plain_book: Logbook) -> None:
    with plain_book._file.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {OF_NO_DAY}", ("setting",)).fetchall()
    assert [str(row[-1]).split()[0] for row in plan] == ["SEARCH"]  # not SCAN


def test_trash_is_counted_and_what_is_deleted_for_good_is_not(book: Logbook) -> None:
    kept = note(book, "a quiet day")
    day = next(iter(seals(book, "note")))
    book.delete([kept.id])
    assert seals(book, "note") == {day: 1}
    book.purge([kept.id])
    assert seals(book, "note") == {}
    assert seals(book, "change") == {}
    assert problems(book) == []


def problems(book: Logbook) -> list[str]:
    with book._file.reading() as connection:
        return seal_problems(connection)


# --- rows that are intact in themselves ------------------------------------------------------------------------------

_LAST = "(SELECT max(seq) FROM note)"
DAMAGE = {
    "vanished": f"DELETE FROM note WHERE seq = {_LAST}",
    "moved": "UPDATE seal SET bucket = bucket + 1 WHERE kind = 'note'",
    "count": "UPDATE seal SET rows = rows + 1 WHERE kind = 'note'",
    "sum": "UPDATE seal SET total = total + 1 WHERE kind = 'note'",
    "no seal": "DELETE FROM seal WHERE kind = 'note'",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_day_that_is_not_as_saved_is_not_shown(journal: JournalAt, damage: str) -> None:
    with journal.open() as book:
        note(book, "one")
        note(book, "two")
    with raw(journal) as connection:
        connection.execute(DAMAGE[damage])
    with journal.open() as book:
        assert any(problem.startswith("note: ") for problem in book.check())
        if journal.passphrase is None:
            for read in (book.days, book.facts, book.changed_later):
                with pytest.raises(Refused) as refused:
                    read(DAY, DAY)
                assert refused.value.code == "entries-damaged"
        assert book.days(dt.date(2026, 11, 2), dt.date(2026, 11, 3))  # other days are shown


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_intact_of_such_a_day_can_be_read(plain_journal: JournalAt, damage: str) -> None:
    with plain_journal.open() as book:
        note(book, "one")
        note(book, "two")
    with raw(plain_journal) as connection:
        connection.execute(DAMAGE[damage])
    with plain_journal.open() as book:
        read = book.readable_days(DAY, DAY)
        assert read.damage is not None and read.damage.code == "entries-damaged"
        assert [entry.text for entry in read.days[0].notes] == (["one"] if damage == "vanished" else ["one", "two"])


def test_a_damaged_row_is_left_out_of_what_can_be_read(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        note(book, "one")
        note(book, "two")
        assert book.readable_days(DAY, DAY).damage is None
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'three' WHERE text = 'two'")
    with plain_journal.open() as book:
        assert [entry.text for entry in book.readable_days(DAY, DAY).days[0].notes] == ["one"]


def test_an_index_that_lost_a_row_is_noticed(plain_journal: JournalAt) -> None:
    """What goes along the index would leave the note out, though the note itself is there and intact."""
    with plain_journal.open() as book:
        note(book, "one")
    empty_index(plain_journal, "note_by_local_ms")
    with plain_journal.open() as book, pytest.raises(Refused) as refused:
        book.days(DAY, DAY)
    assert refused.value.code == "entries-damaged"


def test_a_list_that_lost_a_row_is_not_shown(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        product(book)
    with raw(plain_journal) as connection:
        connection.execute("DELETE FROM product")
    with plain_journal.open() as book, pytest.raises(Refused) as refused:
        book.products()
    assert refused.value.code == "entries-damaged"


def test_control_without_checks_damage_is_shown_as_if_it_were_an_entry(
    plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plain_journal.open() as book:
        note(book, "2.5 g")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = '3.5 g'")
    monkeypatch.setattr(row_checks, "check_of", lambda values: 0)
    monkeypatch.setattr(ComparedOnce, "days", lambda *_: None)
    monkeypatch.setattr("journal.db.select.refuse_damaged", lambda rows: None)
    with plain_journal.open() as book:
        (day,) = book.days(DAY, DAY)
        assert [entry.text for entry in day.entries["note"]] == ["3.5 g"]


# --- each day once ---------------------------------------------------------------------------------------------------


def test_each_day_is_compared_once_while_the_file_is_open(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    note(plain_book, "one")
    compared: list[tuple[int, int]] = []
    monkeypatch.setattr("journal.db.seals.compare_days", lambda _c, _kind, first, last: compared.append((first, last)))
    once = ComparedOnce()
    with plain_book._file.reading() as connection:
        for first, last in ((5, 7), (6, 7), (3, 9), (3, 9), (-1, 0), (20_000, 20_001), (8, 20_000)):
            once.days(connection, ("note",), first, last)
    assert compared == [(5, 7), (3, 9), (-1, 0), (20_000, 20_001), (10, 19_999)]


def test_days_that_are_none_are_read_without_comparing(plain_book: Logbook) -> None:
    """A dose for a day before the last one asks for the days between them, of which there are none."""
    today = plain_book.today()
    assert not plain_book.days_marked_none(today, today - dt.timedelta(days=40))
    assert not plain_book.days_marked_none(dt.date.min, today - dt.timedelta(days=40_000))


def test_a_seal_that_is_missing_or_too_small_refuses_the_write(plain_book: Logbook) -> None:
    row = ("x", 5)
    with plain_book._file.reading() as connection:
        change = SealChanges()
        change.take("setting", (*row, 1), 5)
        with pytest.raises(Damaged):
            change.write(connection)


@pytest.mark.parametrize("table", CHECKED)
def test_every_table_has_a_day_for_its_rows(table: str) -> None:
    assert isinstance(bucket_of(table, [0] * len(CHECKED[table])), int)


Write = Callable[[Logbook, Any], object]
WRITES: dict[str, Write] = {
    "save": lambda book, dose: book.save(Dose(id=dose.id, at=dose.at, note="changed")),
    "delete": lambda book, dose: book.delete([dose.id]),
    "undo": lambda book, _: book.undo(),
}


@pytest.mark.parametrize("write", WRITES)
def test_a_save_never_seals_damage(journal: JournalAt, write: str) -> None:
    with journal.open() as book:
        dose = Dose(at=Moment(1_795_339_800_000, 3600, "Europe/Berlin"), note="2.5 g")
        book.save(dose)
    with raw(journal) as connection:
        connection.execute("UPDATE dose SET note = '3.5 g'")
    before = journal.sha256()
    with journal.open() as book:
        with pytest.raises(Refused) as refused:
            WRITES[write](book, dose)
        assert refused.value.code == "entries-damaged"
        assert "backups" in refused.value.values
    assert journal.sha256() == before
    with journal.open() as book:
        note(book, "other entries can still be written")


def test_what_is_exported_is_compared_with_its_days(plain_journal: JournalAt) -> None:
    """Also where nobody looks at a day: the rows that are left are intact in themselves."""
    with plain_journal.open() as book:
        for text in ("one", "two"):
            note(book, text)
    with raw(plain_journal) as connection:
        connection.execute("DELETE FROM note WHERE text = 'two'")
    with plain_journal.open(read_only=True) as book:
        assert list(book.slices("dose")) == []
        with pytest.raises(Refused) as refused:
            next(book.slices("note"))
        assert refused.value.code == "entries-damaged"
