"""The trash, and what is gone for good: rows, words, log and the bytes in the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Dose, Note, Tombstone, Unit
from journal.core.moments import DAY_MS
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.logbook import Logbook
from tests import journals
from tests.journals import FixedClock, JournalAt, dose, note, now, product, rating, raw, saved, symptom

passphrase = journals.passphrase_if_slow  # the same code finds and erases in an encrypted journal

CANARY = "zanzibarine"


def deleted(book: Logbook, *ids: str) -> None:
    book.delete(ids)


def test_the_trash_has_the_last_deleted_first(book: Logbook, clock: FixedClock) -> None:
    entries = [note(book, "one"), dose(book), product(book), symptom(book)]
    for entry in entries:
        clock.tick()
        deleted(book, entry.id)
    assert [entry.id for entry in book.trash()] == [entry.id for entry in reversed(entries)]
    assert book.trash()[0].deleted_ms == clock.ms
    assert book.totals()[0] == 0


def test_restoring_brings_back_what_was(book: Logbook) -> None:
    kept = note(book, "one")
    deleted(book, kept.id)
    book.restore([kept.id])
    assert book.get(kept.id) == kept
    assert book.trash() == []


def test_only_the_trash_can_be_purged(book: Logbook) -> None:
    kept = note(book, "one")
    assert book.purge([kept.id, "nobody"]) == 0
    assert book.get(kept.id) == kept
    assert list(book.tombstones()) == []


def test_purging_removes_log_and_words_and_leaves_a_tombstone(book: Logbook, clock: FixedClock) -> None:
    kept = note(book, CANARY)
    book.save(replace(kept, text=f"{CANARY} again"))
    deleted(book, kept.id)
    assert book.purge([kept.id]) == 1
    assert book.get(kept.id) is None
    assert book.history(kept.id) == []
    assert book.find(EntryQuery(text=CANARY)) == []
    assert list(book.tombstones()) == [Tombstone(kept.id, "note", clock.ms)]
    assert (book.undo_step, book.trash()) == (None, [])
    assert book.check() == []


def test_the_file_forgets_the_words_for_good(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        for n in range(60):
            note(book, f"ordinary words {n}")
        green = product(book, f"Product{CANARY}")
        texts = [note(book, f"{CANARY} {n} {'padding ' * n}").id for n in range(40)]
        taken = dose(book, text=f"took it with {CANARY}").id
        book.save(*(replace(entry, text=f"{entry.text}{CANARY}s") for entry in book.find(EntryQuery(CANARY, ("note",)))
                    if isinstance(entry, Note)))  # fmt: skip
        # FTS5 merges the tokens of many writes into other pages: they too must be wiped.
        for n in range(60):
            note(book, f"more ordinary words {n}")
        assert CANARY.encode() in plain_journal.path.read_bytes()
        deleted(book, taken, green.id, *texts)
        assert book.purge([taken, green.id, *texts]) == 42
    content = plain_journal.path.read_bytes().lower()
    assert CANARY.encode() not in content
    # Full text keeps only what differs from the word before, so look for the tail of the word too.
    assert CANARY[1:].encode() not in content
    with plain_journal.open() as book:
        assert book.check() == []
        assert len(book.find(EntryQuery("ordinary"))) == 120


def test_an_edited_text_stays_only_in_the_log(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        kept = note(book, f"said {CANARY}")
        book.save(replace(kept, text="said nothing"))
        assert book.find(EntryQuery(CANARY)) == []
    with raw(plain_journal) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        holding = [name for name in tables if CANARY.encode() in _dump(connection, name)]
    assert holding == ["change"]


def _dump(connection: object, table: str) -> bytes:
    rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # type: ignore[attr-defined]
    return b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row)


def test_a_dropped_draft_is_gone_from_the_file(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save_draft("note", CANARY)
        book.drop_draft("note")
    assert CANARY.encode() not in plain_journal.path.read_bytes()


def test_a_product_that_doses_refer_to_stays(book: Logbook) -> None:
    green = product(book)
    taken = dose(book, product=green)
    deleted(book, green.id)
    with pytest.raises(Refused) as refused:
        book.purge([green.id])
    assert refused.value.code == "entry-in-use"
    assert [entry.id for entry in book.trash()] == [green.id]
    deleted(book, taken.id)
    assert book.purge([green.id, taken.id]) == 2
    assert book.check() == []


def test_a_product_goes_with_its_units(book: Logbook) -> None:
    green = product(book)
    capsule = saved(book, Unit(product=green.id, name="capsule"))
    deleted(book, green.id)
    assert book.purge([green.id]) == 1
    assert book.get(capsule.id) is None
    assert {stone.id for stone in book.tombstones()} == {green.id, capsule.id}
    assert book.check() == []


def test_an_undone_dose_does_not_keep_its_product(book: Logbook) -> None:
    green = product(book)
    dose(book, product=green)
    book.undo()
    deleted(book, green.id)
    assert book.purge([green.id]) == 1
    assert book.check() == []


def test_a_rating_outlives_its_dose(book: Logbook) -> None:
    taken = dose(book)
    felt = rating(book, symptom(book), dose=taken.id)
    deleted(book, taken.id)
    book.purge([taken.id])
    assert book.get(felt.id) == replace(felt, dose=None)


# --- emptying -------------------------------------------------------------------------------------------------


def test_the_trash_is_emptied_after_thirty_days(book: Logbook, clock: FixedClock) -> None:
    old, new = note(book, "old"), note(book, "new")
    deleted(book, old.id)
    clock.tick(DAY_MS)
    deleted(book, new.id)
    clock.tick(29 * DAY_MS)
    assert book.empty_old_trash() == 0
    clock.tick()
    assert book.empty_old_trash() == 1
    assert [entry.id for entry in book.trash()] == [new.id]
    clock.tick(DAY_MS)
    assert book.empty_old_trash() == 1
    assert book.empty_old_trash() == 0


def test_undone_additions_go_with_it(book: Logbook, clock: FixedClock) -> None:
    kept = note(book, CANARY)
    book.undo()
    clock.tick(31 * DAY_MS)
    assert book.empty_old_trash() == 1
    assert book.get(kept.id) is None
    assert book.redo_step is None


@pytest.mark.parametrize("leap_ms", [-1, -10 * 365 * DAY_MS, 401 * DAY_MS, 10 * 365 * DAY_MS])
def test_nothing_is_emptied_while_the_clock_looks_wrong(book: Logbook, clock: FixedClock, leap_ms: int) -> None:
    kept = note(book, "one")
    deleted(book, kept.id)
    clock.tick(leap_ms)
    assert book.empty_old_trash() == 0
    assert [entry.id for entry in book.trash()] == [kept.id]


def test_what_is_still_referred_to_does_not_stop_the_rest(book: Logbook, clock: FixedClock) -> None:
    green, red, knee = product(book, "Green"), product(book, "Red"), symptom(book)
    capsule = saved(book, Unit(product=red.id, name="capsule"))
    taken = dose(book, product=green)
    saved(book, Dose(at=now(book), amount=replace(taken.amount, unit=capsule.id)))
    rating(book, knee)
    gone = note(book, "one")
    deleted(book, green.id, red.id, capsule.id, knee.id, gone.id)
    clock.tick(31 * DAY_MS)
    note(book, "later")
    assert book.empty_old_trash() == 1
    assert {entry.id for entry in book.trash()} == {green.id, red.id, capsule.id, knee.id}
    assert book.last_dose(green.id) == taken
    assert book.check() == []


def test_what_refers_goes_before_what_it_refers_to(book: Logbook, clock: FixedClock) -> None:
    green, knee = product(book), symptom(book)
    taken = dose(book, product=green)
    felt = rating(book, knee, dose=taken.id)
    deleted(book, green.id, knee.id, taken.id, felt.id)
    clock.tick(31 * DAY_MS)
    note(book, "later")
    assert book.empty_old_trash() == 4
    assert book.trash() == []
    assert book.check() == []


# --- drafts ---------------------------------------------------------------------------------------------------


def test_a_draft_outlives_a_restart_and_goes_when_the_form_is_saved(journal: JournalAt) -> None:
    with journal.open() as book:
        book.save_draft("dose", "2.5")
        book.save_draft("dose", "2.5 g")
        book.save_draft("note", "so far")
        assert book.undo_step is None
    with journal.open() as book:
        draft = book.draft("dose")
        assert draft is not None
        assert (draft.content, draft.saved_ms) == ("2.5 g", journal.clock.ms)
        assert [draft.form for draft in book.drafts()] == ["dose", "note"]
        book.save(Dose(at=now(book)), discard_draft="dose")
        assert book.draft("dose") is None
        book.drop_draft("note")
        assert book.drafts() == []


def test_a_refused_save_keeps_the_draft(book: Logbook) -> None:
    book.save_draft("note", "so far")
    with pytest.raises(Refused):
        book.save(Note(at=now(book), text=" "), discard_draft="note")
    assert book.draft("note") is not None


def test_an_entry_written_under_a_wrong_clock_does_not_empty_the_trash(book: Logbook, clock: FixedClock) -> None:
    kept = note(book, "one")
    deleted(book, kept.id)
    clock.tick(500 * DAY_MS)
    note(book, "the clock is wrong, and nobody has noticed")
    assert book.empty_old_trash() == 0
    assert [entry.id for entry in book.trash()] == [kept.id]
