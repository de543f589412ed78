"""Random operations with undo and redo: the journal stays equal to a model in memory, over restarts too."""

from __future__ import annotations

import os

import pytest

from journal.core.entries import Dose, Note, Product, Timed
from journal.core.queries import EntryQuery
from journal.db.seals import seal_problems
from journal.logbook import Logbook
from tests.journals import PASSPHRASE, JournalAt, now
from tests.logbook.model import Model, Operation, day_of, differences
from tests.logbook.operations import Operations

SEED = int(os.environ.get("JOURNAL_TEST_SEED", "20261122"))
EVERY = 500


def agree(book: Logbook, model: Model) -> None:
    """The entries, the trash, undo and redo; and what is asked by day, by words, and of the last dose."""
    assert differences(book, model) == []
    with book._file.reading() as reading:
        assert seal_problems(reading) == []
    live = [entry for entry in model.live() if isinstance(entry, Timed)]
    newest = sorted({day_of(entry) for entry in live})[-3:]
    for day in book.days(newest[0], newest[-1]) if newest else ():
        wanted = {dose.id for dose in model.live() if isinstance(dose, Dose) and day_of(dose) == day.day}
        assert {dose.id for dose in day.doses} == wanted
    quiet_notes = {note.id for note in model.live() if isinstance(note, Note) and "quiet" in note.text.split()}
    notes = book.find(EntryQuery("quiet", kinds=("note",), limit=100_000))
    assert {note.id for note in notes} == quiet_notes
    last = book.last_dose()
    doses = [dose for dose in model.live() if isinstance(dose, Dose)]
    assert (last and last.at.utc_ms) == max((dose.at.utc_ms for dose in doses), default=None)


def run(journal: JournalAt, count: int, seed: int = SEED) -> dict[str, int]:
    """Do so many operations to both; answers how often each was done."""
    print(f"seed {seed} (set JOURNAL_TEST_SEED to run another one)")
    operations, done = Operations(seed), dict[str, int]()
    journal.clock = operations.clock
    book = journal.open()
    try:
        for n in range(1, count + 1):
            operation = operations.next()
            expected = operations.model.do(operation)
            assert operation.do(book) == expected, f"operation {n}: {operation}"
            done[f"{operation.name} {expected}"] = done.get(f"{operation.name} {expected}", 0) + 1
            if n % EVERY == 0:
                agree(book, operations.model)
                book.close()
                book = journal.open()
                agree(book, operations.model)
        assert book.check() == []
    finally:
        book.close()
    return done


def test_what_was_undone_and_goes_with_what_it_named_leaves_no_tombstone(plain_book: Logbook) -> None:
    """In both: a seed that met it was told as a loss."""
    product, model = Product(name="Green"), Model()
    dose = Dose(at=now(plain_book), product=product.id)
    at_ms, gone = plain_book.clock.now_ms(), (product.id,)
    for operation in (
        Operation("save", at_ms, (product,)),
        Operation("save", at_ms, (dose,)),
        Operation("undo", at_ms),
        Operation("delete", at_ms, ids=gone),
        Operation("purge", at_ms, ids=gone),
    ):
        assert model.do(operation) == operation.do(plain_book) == "done"
    agree(plain_book, model)
    assert [each.id for each in plain_book.tombstones()] == [product.id]


@pytest.mark.parametrize("count", [500, pytest.param(2000, marks=pytest.mark.slow)])
def test_random_operations(plain_journal: JournalAt, count: int) -> None:
    done = run(plain_journal, count)
    for name in ("save", "save_all", "delete", "restore", "purge", "undo", "redo"):
        assert done[f"{name} done"] > (1 if count < 2000 else 5), done


@pytest.mark.campaign
@pytest.mark.timeout(1200)
def test_ten_thousand_operations(journal: JournalAt) -> None:
    done = run(journal, 10_000, SEED + (journal.passphrase == PASSPHRASE))
    print(done)
