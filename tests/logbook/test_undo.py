"""Undo and redo live in the journal: they survive a restart and take back whole change sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from journal.core.amounts import Dimension
from journal.core.changes import ChangeSet
from journal.core.entries import DayMark, Dose, Entry, Note, Rating, Setting, Symptom, Unit
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.symptoms import SymptomKind
from journal.core.typed_amounts import parse_amount
from journal.db import change_history, change_log
from journal.db.engine import sql_connection_of
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, ago, dose, note, now, product, rating, saved, symptom


def texts(book: Logbook) -> list[str]:
    return [entry.text for entry in book.find(EntryQuery(kinds=("note",))) if isinstance(entry, Note)]


def found(book: Logbook, words: str) -> int:
    return len(book.find(EntryQuery(text=words)))


def test_what_a_form_names_comes_back_though_its_addition_was_undone(book: Logbook) -> None:
    green = product(book, "Green")
    capsule = saved(book, Unit(product=green.id, name="Capsule", quantity=500, dimension=Dimension.MASS))
    knee = saved(book, Symptom(name="Knee", kind=SymptomKind.PAIN))
    for _ in range(3):
        book.undo()
    assert book.products() == [] and book.symptoms() == []
    at = moment_now(book.clock)
    amount = parse_amount("2", [capsule], "Capsule")
    book.save(Dose(at=at, product=green.id, amount=amount), Rating(at=at, symptom=knee.id, value=5))
    assert [entry.name for entry in book.products()] == ["Green"]
    assert [unit.name for unit in book.units()] == ["Capsule"] and [entry.name for entry in book.symptoms()] == ["Knee"]
    book.undo()
    assert book.products() == [] and book.symptoms() == [] and book.totals()[0] == 0
    book.redo()
    assert [entry.name for entry in book.products()] == ["Green"] and book.totals()[0] == 2 and book.check() == []


def test_undo_takes_back_one_step_after_the_other_and_redo_does_them_again(book: Logbook) -> None:
    kept = note(book, "one")
    book.save(replace(kept, text="two"))
    book.delete([kept.id])
    for expected in (["two"], ["one"], []):
        book.undo()
        assert texts(book) == expected
    for expected in (["one"], ["two"], []):
        book.redo()
        assert texts(book) == expected
    assert book.redo_step is None


def test_undo_and_redo_after_a_restart(journal: JournalAt) -> None:
    with journal.open() as book:
        kept = note(book, "one")
        book.save(replace(kept, text="two"))
        book.undo()
    with journal.open() as book:
        assert texts(book) == ["one"]
        assert book.redo_step is not None
        assert book.undo_step is not None
        book.redo()
    with journal.open() as book:
        assert texts(book) == ["two"]
        book.undo()
        book.undo()
    with journal.open() as book:
        assert texts(book) == []
        assert book.get(kept.id) is not None


def test_the_words_follow_undo_and_redo(book: Logbook) -> None:
    kept = note(book, "aspirin")
    book.save(replace(kept, text="bananas"))
    assert (found(book, "aspirin"), found(book, "bananas")) == (0, 1)
    book.undo()
    assert (found(book, "aspirin"), found(book, "bananas")) == (1, 0)
    book.redo()
    assert (found(book, "aspirin"), found(book, "bananas")) == (0, 1)


def test_nothing_to_undo_and_nothing_to_redo(book: Logbook) -> None:
    for step, code in ((book.undo, "nothing-to-undo"), (book.redo, "nothing-to-redo")):
        with pytest.raises(Refused) as refused:
            step()
        assert refused.value.code == code


def test_a_new_write_ends_redo_for_good(journal: JournalAt) -> None:
    with journal.open() as book:
        note(book, "one")
        note(book, "two")
        book.undo()
        note(book, "three")
        assert book.redo_step is None
        book.undo()
        book.redo()
        assert texts(book) == ["three", "one"]
    with journal.open() as book:
        assert book.redo_step is None
        book.undo()
        book.undo()
        assert texts(book) == []
        assert book.undo_step is None


def test_what_changes_nothing_is_no_step(book: Logbook) -> None:
    """Deleting the deleted, restoring what is there, saving nothing: an empty change set would end redo."""
    gone, there = note(book, "one"), note(book, "two")
    book.delete([gone.id])
    note(book, "three")
    book.undo()
    step, redo, heard = book.undo_step, book.redo_step, list[ChangeSet]()
    book.subscribe(heard.append)
    for done in (book.delete([gone.id]), book.restore([there.id]), book.save()):
        assert (done.seq, done.count, done.kinds) == (0, 0, frozenset())
    assert (book.undo_step, book.redo_step, heard) == (step, redo, [])
    book.redo()
    assert texts(book) == ["three", "two"]
    assert book.undo_step != step


def test_of_what_is_partly_deleted_the_rest_is_deleted(book: Logbook) -> None:
    gone, there = note(book, "one"), note(book, "two")
    book.delete([gone.id])
    assert book.delete([gone.id, there.id]).count == 1
    book.undo()
    assert texts(book) == ["two"]


def test_an_undone_addition_is_not_in_the_trash(book: Logbook, clock: FixedClock) -> None:
    kept = note(book, "one")
    book.undo()
    undone = book.get(kept.id)
    assert undone is not None
    assert undone.deleted_ms == clock.ms
    assert book.trash() == []
    assert book.find(EntryQuery(trashed=True)) == []
    note(book, "two")
    assert book.trash() == []


def test_an_undone_addition_that_came_back_can_be_seen_in_the_trash(book: Logbook) -> None:
    """It comes back with a second import of the same file, for example."""
    kept = note(book, "one")
    book.undo()
    book.save_all([kept], label="import.done", origin="import")
    assert texts(book) == ["one"]
    book.delete([kept.id])
    assert [entry.id for entry in book.trash()] == [kept.id]
    book.undo()
    book.undo()
    assert texts(book) == []
    assert book.trash() == []


def test_a_dose_with_its_rating_is_one_step(book: Logbook) -> None:
    knee = symptom(book)
    taken = Dose(at=now(book))
    book.save(taken, replace(rating(book, knee), id="0" * 8 + taken.id[8:], dose=taken.id))
    done = book.undo()
    assert done.kinds == {"dose", "rating"}
    assert book.days(book.today(), book.today())[0].doses == ()
    assert len(book.days(book.today(), book.today())[0].ratings) == 1


def test_undo_of_a_bulk_job_takes_back_all_of_it(book: Logbook) -> None:
    kept = note(book, "mine")
    many = [Note(at=ago(book, n % 500), text=f"imported {n}") for n in range(1200)]
    done = book.save_all([*many, replace(kept, text="theirs")], label="import.done", origin="import")
    assert (done.count, done.arguments["n"]) == (1201, "1201")
    assert book.totals()[0] == 1201
    undone = book.undo()
    assert undone.count == 1201
    assert texts(book) == ["mine"]
    assert book.trash() == []
    book.redo()
    assert book.totals()[0] == 1201
    assert found(book, "theirs") == 1


def test_one_entry_twice_in_a_bulk_job_is_an_addition_and_a_change(book: Logbook) -> None:
    first = Note(at=now(book), text="first")
    book.save_all([first, replace(first, text="second")], label="import.done", origin="import")
    assert texts(book) == ["second"]
    book.undo()
    assert texts(book) == []
    book.redo()
    assert texts(book) == ["second"]
    assert book.check() == []


def test_a_cancelled_bulk_job_leaves_nothing(book: Logbook) -> None:
    heard: list[int] = []
    with pytest.raises(Refused) as refused:
        book.save_all(
            (Note(at=now(book), text=f"n {n}") for n in range(12_000)),
            label="import.done", origin="import", progress=heard.append, cancelled=lambda: len(heard) == 2,
        )  # fmt: skip
    assert refused.value.code == "cancelled"
    assert heard == [2000, 4000]
    assert book.totals() == (0, None)
    assert book.undo_step is None


def test_a_step_whose_entries_were_purged_is_passed_over(book: Logbook) -> None:
    first, second = note(book, "first"), note(book, "second")
    book.delete([second.id])
    book.purge([second.id])
    book.undo()
    assert texts(book) == []
    assert book.undo_step is None
    book.redo()
    assert texts(book) == [first.text]


def test_undo_goes_on_when_what_an_entry_referred_to_was_purged(book: Logbook) -> None:
    green, red, knee = product(book, "Green"), product(book, "Red"), symptom(book)
    taken = dose(book, product=green)
    felt = rating(book, knee, 5, dose=taken.id)
    book.save(replace(felt, value=6), replace(taken, product=red.id))
    book.save(replace(felt, value=7, dose=None))
    book.delete([green.id, taken.id])
    book.purge([green.id])
    book.purge([taken.id])
    for value, _ in ((6, 0), (5, 0)):
        book.undo()
        again = book.get(felt.id)
        assert again == replace(felt, value=value, dose=None)
    book.redo()
    book.redo()
    assert book.get(felt.id) == replace(felt, value=7, dose=None)
    assert book.check() == []


def test_undo_goes_on_when_the_only_symptom_it_could_return_to_was_purged(book: Logbook) -> None:
    knee, back = symptom(book, "Knee"), symptom(book, "Back")
    felt = rating(book, knee, 5)
    book.save(replace(felt, symptom=back.id))
    book.delete([knee.id])
    book.purge([knee.id])
    book.undo()
    assert book.get(felt.id) == replace(felt, symptom=back.id)
    book.undo()
    assert book.find(EntryQuery(kinds=("rating",))) == []


def test_preferences_follow_undo(book: Logbook) -> None:
    book.save(Setting(id="day_start", value="300"))
    assert book.preferences.day_start == 300
    book.undo()
    assert book.preferences.day_start == 240
    book.redo()
    assert book.preferences.day_start == 300


def test_each_step_says_what_it_was(book: Logbook) -> None:
    kept = note(book, "one")
    assert book.undo_step is not None
    assert book.undo_step.label == "note.added"
    book.delete([kept.id])
    assert book.undo_step.label == "note.deleted"
    book.undo()
    assert book.redo_step is not None
    assert book.redo_step.label == "note.deleted"
    book.redo()
    book.restore([kept.id])
    assert book.undo_step.label == "note.restored"


# --- history --------------------------------------------------------------------------------------------------


def test_history_tells_every_step(book: Logbook, clock: FixedClock) -> None:
    kept = note(book, "one")
    clock.tick()
    book.save(replace(kept, text="two"))
    clock.tick()
    book.delete([kept.id])
    book.undo()
    steps = book.history(kept.id)
    assert [step.label for step in steps] == ["note.added", "note.changed", "note.deleted"]
    assert [step.undone for step in steps] == [False, False, True]
    assert steps[0].before is None
    assert steps[1].before is not None
    assert steps[1].before["text"] == "one"
    assert steps[1].at_ms == clock.ms - 60_000
    assert book.history("nobody") == []


def test_when_an_entry_was_first_written_stays_whatever_is_changed_of_it(book: Logbook, clock: FixedClock) -> None:
    first = note(book, "one")
    clock.tick()
    second = note(book, "two")
    book.save(replace(first, text="more"))
    ids = [first.id, second.id, "nobody"]
    assert book.first_written(ids) == {first.id: clock.ms - 60_000, second.id: clock.ms}


# --- subscribers ----------------------------------------------------------------------------------------------


def test_subscribers_hear_what_was_touched(book: Logbook) -> None:
    heard: list[ChangeSet] = []
    ended: list[ChangeSet] = []
    book.subscribe(heard.append)
    book.subscribe(ended.append)()
    kept = note(book, "one", minutes=60 * 24)
    book.save(replace(kept, at=now(book)))
    book.undo()
    yesterday = book.day_of(kept)
    assert [(saved_set.origin, saved_set.kinds, saved_set.count) for saved_set in heard] == [
        ("window", frozenset({"note"}), 1),
        ("window", frozenset({"note"}), 1),
        ("undo", frozenset({"note"}), 1),
    ]
    assert (heard[0].first_day, heard[0].last_day) == (yesterday, yesterday)
    # A move concerns the day that the entry left as much as the one it came to.
    assert (heard[2].first_day, heard[2].last_day) == (yesterday, book.today())
    assert (heard[1].first_day, heard[1].last_day) == (yesterday, book.today())
    assert ended == []


def test_a_refused_write_tells_nobody(book: Logbook) -> None:
    heard: list[ChangeSet] = []
    book.subscribe(heard.append)
    with pytest.raises(Refused):
        book.save(Note(at=now(book), text=""))
    with pytest.raises(Refused):
        book.delete(["nobody"])
    assert heard == []


def test_the_log_moves_with_every_write(book: Logbook) -> None:
    seen = set()
    kept = note(book, "one")
    steps: list[Callable[[], object]] = [
        lambda: book.save(replace(kept, text="two")),
        book.undo,
        book.redo,
        lambda: book.delete([kept.id]),
    ]
    for step in steps:
        step()
        with book._file.reading() as connection:
            seen.add(change_history.head(connection))
    assert len(seen) >= 3


def test_nothing_changed_keeps_redo(book: Logbook) -> None:
    kept, other = note(book, "one"), note(book, "two")
    book.delete([kept.id])
    book.save(replace(other, text="three"))
    book.undo()
    with pytest.raises(Refused):
        book.save(Note(at=now(book), text=" "))
    assert book.redo_step is not None


# --- none today -----------------------------------------------------------------------------------------------


def marks(book: Logbook) -> list[Entry]:
    return list(book.days(book.today(), book.today())[0].marks)


def test_a_dose_trashes_the_mark_and_undo_brings_it_back(book: Logbook) -> None:
    mark = saved(book, DayMark(day=book.today()))
    taken = dose(book)
    assert marks(book) == []
    assert [entry.id for entry in book.trash()] == [mark.id]
    book.undo()
    assert marks(book) == [mark]
    book.redo()
    assert marks(book) == []
    assert book.get(taken.id) == taken


def test_a_mark_on_a_day_with_doses_is_refused(book: Logbook) -> None:
    dose(book)
    with pytest.raises(Refused) as refused:
        book.save(DayMark(day=book.today()))
    assert (refused.value.code, refused.value.values) == ("day-has-doses", {"n": 1})
    with pytest.raises(Refused):
        book.save(DayMark(day=book.today().replace(day=1)), Dose(at=ago(book, 60 * 24 * 21)))


def test_a_dose_moved_or_restored_to_a_marked_day_trashes_the_mark(book: Logbook) -> None:
    taken = dose(book, minutes=60 * 24)
    mark = saved(book, DayMark(day=book.today()))
    book.save(replace(taken, at=now(book)))
    assert marks(book) == []
    book.delete([taken.id])
    book.restore([mark.id])
    assert [mark.id for mark in marks(book)] == [mark.id]
    book.restore([taken.id])
    assert marks(book) == []


def test_a_mark_is_not_restored_beside_a_dose(book: Logbook) -> None:
    mark = saved(book, DayMark(day=book.today()))
    dose(book)
    with pytest.raises(Refused) as refused:
        book.restore([mark.id])
    assert refused.value.code == "day-has-doses"


def test_the_marked_day_is_the_journal_day(book: Logbook, clock: FixedClock) -> None:
    """At 03:10 it is still yesterday."""
    clock.ms -= (10 * 60 + 30 - 190) * 60_000
    saved(book, DayMark(day=book.today()))
    dose(book)
    assert book.days(book.today(), book.today())[0].marks == ()


def test_what_came_as_trash_is_trash_again_after_undo_and_redo(book: Logbook) -> None:
    at = moment_now(book.clock)
    gone, here = Note(at=at, text="gone", deleted_ms=at.utc_ms), Note(at=at, text="here")
    book.save_all([gone, here], label="many.imported", origin="import")
    assert [entry.id for entry in book.trash()] == [gone.id]
    book.undo()
    assert book.trash() == []
    assert list(book.slices("note")) == []
    book.redo()
    assert [entry.id for entry in book.trash()] == [gone.id]
    assert book.totals()[0] == 1


def test_a_new_step_ends_redo_behind_a_set_whose_entries_were_purged(book: Logbook) -> None:
    """The newest set that stands holds nothing any more, so undo goes past it: what it took back there ends, too."""
    note(book, "early")
    late = note(book, "late")
    book.delete([late.id])
    book.purge([late.id])
    book.undo()
    assert texts(book) == []
    assert book.redo_step is not None
    book.redo()
    book.undo()
    note(book, "another way")
    assert book.redo_step is None and texts(book) == ["another way"]


def test_what_stands_is_not_read_at_each_save(plain_book: Logbook) -> None:
    """Of many years there are very many sets: a save must not go through all of them."""

    def steps_of_a_save() -> int:
        done = 0

        def count() -> int:
            nonlocal done
            done += 1
            return 0

        with plain_book._file.writing() as transaction:
            sql_connection_of(transaction).set_progress_handler(count, 1)
            change_log.open_set(transaction, 1, "note.added", {}, "window")
            sql_connection_of(transaction).set_progress_handler(None, 1)
        assert plain_book.redo_step is None
        return done

    note(plain_book, "one")
    few = steps_of_a_save()
    for n in range(200):
        note(plain_book, f"{n}")
    assert steps_of_a_save() < few + 200
