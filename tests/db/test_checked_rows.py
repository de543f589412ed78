"""Writing rows with their checks: in step after every write, in slices too, with what refers to what is gone."""

from __future__ import annotations

import pytest

from journal.core.entries import Batch, Dose, Note
from journal.core.refusal import Refused
from journal.db import change_log
from journal.db.seals import seal_problems
from journal.logbook import Logbook
from tests.journals import JournalAt, ago, now, product, raw, saved


def in_step(book: Logbook) -> bool:
    with book._file.reading() as connection:
        return seal_problems(connection) == []


@pytest.mark.parametrize("slice_size", [1, 3, 7, 5000])
def test_an_import_is_taken_back_and_done_again_in_slices(
    book: Logbook, monkeypatch: pytest.MonkeyPatch, slice_size: int
) -> None:
    monkeypatch.setattr(change_log, "SLICE", slice_size)
    notes = [Note(at=ago(book, 600 * n), text=f"note {n}") for n in range(7)]
    book.save_all([*notes, Dose(at=now(book))], label="import.done", origin="import")
    assert in_step(book)
    book.undo()
    assert book.totals()[0] == 0
    assert in_step(book)
    book.redo()
    assert book.totals()[0] == 8
    assert {entry.id for part in book.slices("note") for entry in part} == {entry.id for entry in notes}
    assert in_step(book)


def test_what_forgets_what_is_deleted_for_good_gets_a_new_check(book: Logbook) -> None:
    green = product(book)
    batch = saved(book, Batch(product=green.id, lot="L 7"))
    dose = saved(book, Dose(at=now(book), product=green.id, batch=batch.id))
    book.delete([batch.id])
    book.purge([batch.id])
    found = book.get(dose.id)
    assert isinstance(found, Dose)
    assert found.batch is None
    assert in_step(book)


def test_an_entry_that_moves_to_another_day_is_counted_there(book: Logbook) -> None:
    note = saved(book, Note(at=now(book), text="today"))
    book.save(Note(id=note.id, at=ago(book, 3000), text="two days before", recorded_ms=note.recorded_ms))
    assert in_step(book)
    book.undo()
    assert in_step(book)


def test_the_log_is_compared_before_it_is_undone(journal: JournalAt) -> None:
    with journal.open() as book:
        note = saved(book, Note(at=now(book), text="before"))
        book.save(Note(id=note.id, at=note.at, text="after", recorded_ms=note.recorded_ms))
    with raw(journal) as connection:
        connection.execute("UPDATE change SET before = replace(before, 'before', 'planted') WHERE before IS NOT NULL")
    before = journal.sha256()
    with journal.open() as book, pytest.raises(Refused) as refused:
        book.undo()
    assert refused.value.code == "entries-damaged"
    assert journal.sha256() == before


def test_a_cancelled_import_leaves_everything_in_step(book: Logbook) -> None:
    with pytest.raises(Refused):
        book.save_all([Note(at=now(book), text="n")], label="import.done", origin="import", cancelled=lambda: True)
    assert in_step(book)
    assert book.totals()[0] == 0
