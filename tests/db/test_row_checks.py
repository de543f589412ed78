"""The check of a row: the same bytes on every system for ever, and no stored value that it does not cover."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.entries import TYPES
from journal.core.refusal import Refused
from journal.db import row_checks
from journal.db.row_checks import CHECKED, LARGEST, check_of, whole_row
from journal.logbook import Logbook
from tests.journals import JournalAt, note, now, raw
from tests.samples import sample

STORED = st.one_of(st.none(), st.integers(-(1 << 63), (1 << 63) - 1), st.text(max_size=300))
ROWS = st.lists(STORED, max_size=30).map(tuple)


@given(ROWS)
def test_the_quick_way_writes_the_bytes_that_the_format_says(row: tuple[object, ...]) -> None:
    assert row_checks._written_out_by_marshal(row) == row_checks._written_out(row)


@given(ROWS, ROWS)
def test_two_rows_are_never_written_out_alike(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert (row_checks._written_out(one) == row_checks._written_out(other)) == (one == other)


@given(st.lists(st.text(max_size=4), max_size=4).map(tuple))
def test_what_ends_in_one_value_does_not_begin_in_the_next(row: tuple[str, ...]) -> None:
    joined = ("".join(row),)
    assert (check_of(row) == check_of(joined)) == (row == joined)


def test_checks_never_change() -> None:
    """Those of files that were written: a Python that gives others could not read them."""
    for row, check in VECTORS.items():
        assert check_of(row) == check
        assert 0 <= check <= LARGEST


VECTORS: dict[tuple[object, ...], int] = {
    (): 118276790425348883,
    (None,): 477712950862451363,
    (0, "0", None): 2105770510027496677,
    (-1, 1 << 31, -(1 << 40), 1795339800000): 4207446013107380449,
    ("Rózsa 👍🏽", "", "a\0b"): 2232793197862006139,
}


def test_a_python_that_writes_other_bytes_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert row_checks._quickest() is row_checks._written_out_by_marshal
    monkeypatch.setattr(row_checks, "_written_out_by_marshal", lambda values: b"other")
    assert row_checks._quickest() is row_checks._written_out


@pytest.mark.parametrize("value", [1.5, b"\x00"])
def test_what_no_column_holds_is_damage_and_no_error(value: object) -> None:
    row = (None, value, 1)
    assert not row_checks.is_intact((*row, 5))
    assert isinstance(row_checks._check_for_sql(*row), int)


@pytest.mark.parametrize("table", CHECKED)
def test_every_stored_column_is_checked_in_the_order_of_the_table(plain_journal: JournalAt, table: str) -> None:
    with raw(plain_journal) as connection:
        stored = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    assert tuple(name for name in stored if name not in ("seq", "check")) == CHECKED[table]


def test_sql_works_out_the_same_check(plain_book: Logbook) -> None:
    note(plain_book, "a quiet day")
    columns = ", ".join(f'"{column}"' for column in (*CHECKED["note"], "seq"))
    with plain_book._file.reading() as connection:
        assert connection.execute(f'SELECT row_check({columns}) = "check" FROM note').fetchall() == [(1,)]


# --- what is changed on the disk -------------------------------------------------------------------------------------


def changed(value: Any) -> Any:
    """Another value of the same type; something for nothing."""
    return value ^ 1 if isinstance(value, int) else "planted" if value is None else f"{value}x"


@pytest.mark.parametrize("kind", TYPES)
def test_no_column_of_a_kind_can_change_unnoticed(plain_journal: JournalAt, kind: str) -> None:
    with plain_journal.open() as book:
        entries = sample(kind, now(book))
        book.save(*entries)
    entry = entries[-1]
    with raw(plain_journal) as connection:
        (row,) = connection.execute(f"SELECT {whole_row(kind)} FROM {kind} WHERE id = ?", (entry.id,)).fetchall()
    for place in range(len(row)):
        damaged = [*row]
        damaged[place] = changed(row[place])
        assert not row_checks.is_intact(tuple(damaged))
    assert row_checks.is_intact(row)


def test_a_changed_value_is_not_shown(journal: JournalAt) -> None:
    with journal.open() as book:
        kept = note(book, "a quiet day")
    with raw(journal) as connection:
        connection.execute("UPDATE note SET text = text || '!'")
    with journal.open() as book:
        assert any("note: 1 not as saved" in problem for problem in book.check())
        if journal.passphrase is None:
            with pytest.raises(Refused) as refused:
                book.get(kept.id)
            assert refused.value.code == "entries-damaged"
        else:
            assert book.get(kept.id) is not None  # SQLCipher has verified the page: it was written with the key
