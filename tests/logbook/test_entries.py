"""Every kind goes in and comes out as it was, over a restart too; what no form could make is refused."""

from __future__ import annotations

import datetime as dt
import math
import timeit
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Note, Product, Rating, Setting, Symptom, Unit, new_id, origin_id
from journal.core.moments import LATEST_MS, Moment, moment_at
from journal.core.refusal import Refused
from journal.db import entry_queries
from journal.logbook import Logbook
from tests.journals import START_MS, FixedClock, JournalAt, dose, note, now, product, rating, saved, symptom
from tests.strategies import one_of_each

TRICKY_NOTES = [
    r"$\frac{1}$", "<img src=/etc/passwd>", "=1+1", "@SUM(A1)", "\u202eright to left\u2066", "a\tb\nc", "'\"%_\\",
    "\u200d\u200c joiners", "👍🏽 中文 עברית", "x" * 100_000, "'; DROP TABLE note; --", "  spaces kept  ",
]  # fmt: skip


@settings(max_examples=min(15, settings().max_examples), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one_of_each())
def test_every_kind_comes_back_as_it_was(book: Logbook, entries: Sequence[Entry]) -> None:
    book.save(*entries)
    assert [book.get(entry.id) for entry in entries] == list(entries)
    assert book.existing([entry.id for entry in entries]) == {entry.id: entry for entry in entries}


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one_of_each())
def test_every_kind_outlives_a_restart(journal: JournalAt, entries: Sequence[Entry]) -> None:
    with journal.open() as book:
        book.save_all(entries, label="import.done", origin="import")
    with journal.open(read_only=True) as book:
        assert [book.get(entry.id) for entry in entries] == list(entries)
        assert book.by_origin([entry.origin or "" for entry in entries]).keys() == {
            entry.origin for entry in entries if entry.origin
        }


@pytest.mark.parametrize("text", TRICKY_NOTES, ids=range(len(TRICKY_NOTES)))
def test_notes_are_kept_as_typed(book: Logbook, text: str) -> None:
    assert note(book, text).text == text


def test_the_same_entry_given_twice_is_saved_once(book: Logbook) -> None:
    new = Note(at=now(book), text="once")
    assert book.save(new, new).count == 1
    kept = book.get(new.id)
    assert isinstance(kept, Note)
    assert len(book.history(new.id)) == 1
    changed = replace(kept, text="changed")
    assert book.save(changed, changed).count == 1
    assert [revision.before is None for revision in book.history(new.id)] == [True, False]
    book.undo()
    assert book.get(new.id) == kept


def test_two_versions_of_one_entry_are_refused(book: Logbook) -> None:
    new = Note(at=now(book), text="one")
    for other in (replace(new, text="two"), Product(id=new.id, name="Green")):
        with pytest.raises(Refused) as refused:
            book.save(new, other)
        assert refused.value.code == "entry-twice"
    assert (book.totals()[0], book.undo_step) == (0, None)


def test_recorded_is_when_it_was_written_down(book: Logbook) -> None:
    assert note(book, "late", minutes=600).recorded_ms == START_MS
    kept = saved(book, Note(at=now(book), text="imported", recorded_ms=5))
    assert kept.recorded_ms == 5


def test_the_zone_is_read_anew_for_every_entry(book: Logbook, clock: FixedClock) -> None:
    here = note(book, "here")
    clock.zone = "America/New_York"
    assert (here.at.zone, note(book, "there").at.zone) == ("Europe/Berlin", "America/New_York")


AT = moment_at(START_MS, "Europe/Berlin")
ID = new_id()
HUGE = 2**80

INVALID: list[Any] = [
    Note(at=AT, text=""),
    Note(at=AT, text=" \n"),
    Note(at=AT, text="a\0b"),
    Note(at=AT, text="\ud800"),
    Note(at=AT, text="x" * 200_001),
    Note(at=AT, text="x", id="1"),
    Note(at=AT, text="x", origin="\0"),
    Note(at=AT, text="x", deleted_ms=-1),
    Note(at=AT, text="x", recorded_ms=HUGE),
    Note(at=replace(AT, utc_ms=-1), text="x"),
    Note(at=replace(AT, utc_ms=LATEST_MS), text="x"),
    Note(at=replace(AT, utc_ms=math.nan), text="x"),  # type: ignore[arg-type]
    Note(at=replace(AT, utc_ms=math.inf), text="x"),  # type: ignore[arg-type]
    Note(at=replace(AT, offset_s=90_000), text="x"),
    Note(at=Moment(AT.utc_ms, 0, ""), text="x"),
    Note(at=Moment(AT.utc_ms, 0, "\ud800"), text="x"),
    Dose(at=AT, amount=Amount("x", -1, Dimension.MASS)),
    Dose(at=AT, amount=Amount("x", 0, Dimension.MASS)),
    Dose(at=AT, amount=Amount("x", HUGE, Dimension.MASS)),
    Dose(at=AT, amount=Amount("x", 2.5, Dimension.MASS)),  # type: ignore[arg-type]
    Dose(at=AT, amount=Amount("x", math.nan, Dimension.MASS)),  # type: ignore[arg-type]
    Dose(at=AT, amount=Amount("x", 5, None)),
    Dose(at=AT, amount=Amount("x", None, Dimension.MASS)),
    Dose(at=AT, amount=Amount("x", 5, Dimension.MASS, Basis.WEIGHED, -1)),
    Dose(at=AT, amount=Amount("x", 5, Dimension.MASS, Basis.WEIGHED, HUGE)),
    Dose(at=AT, amount=Amount("x", 5, Dimension.COUNT, unit="\ud800")),
    Dose(at=AT, product="\ud800"),
    Dose(at=AT, note="\0"),
    Dose(at=AT, reasons=("a\x1fb",)),
    Dose(at=AT, reasons=("",)),
    Dose(at=AT, finished_ms=HUGE),
    Rating(at=AT, symptom=ID, value=11),
    Rating(at=AT, symptom=ID, value=-1),
    Rating(at=AT, symptom=ID, value=True),
    Rating(at=AT, symptom="x", value=5),
    Rating(at=AT, symptom=ID, value=5, dose="x"),
    Rating(at=AT, symptom=ID, value=5, group=""),
    Rating(at=AT, symptom=ID, value=5, group="\ud800"),
    Rating(at=AT, symptom=ID, value=5, due_ms=HUGE),
    Product(name=""),
    Product(name="two\nlines"),
    Product(name="\u202egreen"),
    Product(name="x" * 201),
    Product(name="x", default_unit="\ud800"),
    Unit(product=ID, name="c", quantity=HUGE),
    Unit(product=ID, name="c", spread=HUGE),
    Unit(product=ID, name="c", measured="\ud800"),
    Unit(product="x", name="c"),
    Symptom(),
    Symptom(code="no such"),
    Symptom(name="x", position=HUGE),
    Setting(id="day_start", value="noon"),
    Setting(id="day_start", value="361"),
    Setting(id="x", value="\ud800"),
    Setting(id="", value="x"),
    DayMark(day=AT.local.date().replace(year=1969)),
]


INVALID_CODES = (  # all but the first say what is wrong
    "invalid", "invalid-number", "invalid-amount", "text-empty", "text-too-long", "text-not-kept", "id-unreadable",
)  # fmt: skip


@pytest.mark.parametrize("entry", INVALID, ids=range(len(INVALID)))
def test_what_no_form_could_make_is_refused(plain_journal: JournalAt, entry: Entry) -> None:
    before = plain_journal.sha256()
    with plain_journal.open() as book:
        with pytest.raises(Refused) as refused:
            book.save(entry)
        assert refused.value.code in INVALID_CODES
        with pytest.raises(Refused) as refused:
            book.save_all([entry], label="import.done", origin="import")
        assert refused.value.code in INVALID_CODES
    assert plain_journal.sha256() == before


def test_an_entry_that_refers_to_nothing_is_refused(book: Logbook) -> None:
    for entry in (Dose(at=AT, product=ID), Rating(at=AT, symptom=ID, value=1), Unit(product=ID, name="c")):
        with pytest.raises(Refused) as refused:
            book.save(entry)
        assert refused.value.code == "entry-in-use"
    assert book.totals() == (0, None)
    assert book.undo_step is None


def test_origins_tell_a_second_import(book: Logbook) -> None:
    mine = origin_id("other app", "17")
    saved(book, Note(at=now(book), text="imported", origin=mine))
    assert list(book.by_origin([mine, origin_id("other app", "18")])) == [mine]


# --- lists ----------------------------------------------------------------------------------------------------


def test_products_come_last_used_first(book: Logbook) -> None:
    old, new, unused = (product(book, name) for name in ("Old", "New", "Unused"))
    dose(book, minutes=10, product=old)
    dose(book, minutes=5, product=new)
    assert [entry.name for entry in book.products()] == ["New", "Old", "Unused"]
    book.delete([unused.id])
    assert [entry.name for entry in book.products()] == ["New", "Old"]
    assert [entry.name for entry in book.all_products()] == ["New", "Old", "Unused"]


def test_only_the_newest_version_of_a_unit_is_offered(book: Logbook) -> None:
    green = product(book)
    first = saved(book, Unit(product=green.id, name="Capsule", quantity=500, dimension=Dimension.MASS))
    second = saved(book, Unit(product=green.id, name="capsule", quantity=480, dimension=Dimension.MASS))
    spoon = saved(book, Unit(product=product(book, "Other").id, name="spoon"))
    assert book.units(green.id) == [second]
    assert book.units() == [spoon, second]
    assert book.all_units() == [spoon, second, first]


def test_each_day_has_the_version_of_a_unit_that_holds_then(book: Logbook) -> None:
    green = product(book)
    monday, friday = dt.date(2026, 11, 16), dt.date(2026, 11, 20)
    sized = [(500, monday), (700, friday), (720, friday)]
    first, _, last = [
        saved(book, Unit(product=green.id, name="Capsule", quantity=size, dimension=Dimension.MASS, since=since))
        for size, since in sized
    ]
    days = [monday - dt.timedelta(days=9), monday, friday - dt.timedelta(days=1), friday, friday + dt.timedelta(days=9)]
    assert [book.units(green.id, day) for day in days] == [[first], [first], [first], [last], [last]]
    always = saved(book, Unit(product=green.id, name="capsule", quantity=480, dimension=Dimension.MASS))
    assert [book.units(green.id, day) for day in days] == [[always], [first], [first], [last], [last]]
    assert book.units(green.id) == [always]


def test_symptoms_come_in_the_persons_order(book: Logbook) -> None:
    last, first = (saved(book, Symptom(name=name, position=n)) for name, n in (("Last", 2), ("First", 1)))
    assert book.symptoms() == [first, last]
    assert book.main_symptom() is None
    main = saved(book, replace(last, main=True))
    assert book.main_symptom() == main


def test_slices_give_everything_in_order_of_writing(book: Logbook) -> None:
    written = [note(book, f"note {n}", minutes=100 - n * 7 % 13) for n in range(7)]
    book.delete([written[2].id])
    slices = list(book.slices("note", size=3))
    assert [len(notes) for notes in slices] == [3, 3, 1]
    assert [entry.id for slice_ in slices for entry in slice_] == [entry.id for entry in written]


@pytest.mark.parametrize("meanwhile", ["save", "undo"])
def test_slices_notice_that_the_journal_changed(book: Logbook, meanwhile: str) -> None:
    for n in range(4):
        note(book, f"note {n}")
    slices = book.slices("note", size=2)
    next(slices)
    if meanwhile == "save":
        note(book, "another")
    else:
        book.undo()
    with pytest.raises(Refused) as refused:
        next(slices)
    assert refused.value.code == "journal-changed"


# --- the last of something -------------------------------------------------------------------------------------


def test_the_last_dose_is_the_latest_instant_not_the_latest_wall_clock(book: Logbook) -> None:
    early = saved(book, Dose(at=moment_at(START_MS - 3_600_000, "Pacific/Auckland")))
    late = saved(book, Dose(at=moment_at(START_MS, "Pacific/Honolulu")))
    assert early.at.local_ms > late.at.local_ms
    assert book.last_dose() == late


def test_the_last_dose_of_a_product_and_not_from_the_trash(book: Logbook) -> None:
    green, red = product(book, "Green"), product(book, "Red")
    older = dose(book, minutes=60, product=green)
    newer = dose(book, minutes=5, product=green)
    other = dose(book, product=red)
    assert (book.last_dose(), book.last_dose(green.id)) == (other, newer)
    book.delete([newer.id])
    assert book.last_dose(green.id) == older
    assert book.last_dose(ID) is None


def test_a_form_goes_by_a_dose_that_was_written_here(book: Logbook) -> None:
    green, red = product(book, "Green"), product(book, "Red")
    brought = [Dose(at=moment_at(START_MS - n, "UTC"), product=each.id) for n, each in enumerate((green, red), 1)]
    book.save_all(brought, label="many.imported", origin="import")
    assert (book.dose_to_go_by(), book.dose_to_go_by(red.id)) == (None, None)
    own = dose(book, minutes=60, product=green)
    last = book.last_dose()
    assert last is not None and last.id == brought[0].id
    assert (book.dose_to_go_by(), book.dose_to_go_by(green.id)) == (own, own)
    assert book.dose_to_go_by(red.id) is None
    book.delete([own.id])
    assert book.dose_to_go_by() is None


@pytest.mark.slow
def test_years_of_imported_doses_do_not_make_the_form_wait(book: Logbook) -> None:
    green, red = product(book, "Green"), product(book, "Red")
    dose(book, minutes=60 * 24 * 365, product=green)
    doses = [Dose(at=moment_at(START_MS - 60_000 * each, "UTC"), product=red.id) for each in range(20_000)]
    book.save_all(doses, label="many.imported", origin="import")

    def asked_s() -> float:
        return min(timeit.repeat(lambda: (book.dose_to_go_by(), book.dose_to_go_by(red.id)), number=1, repeat=5))

    assert (book.dose_to_go_by(), book.dose_to_go_by(red.id)) == (None, None)  # the own one is long ago
    with patch.object(entry_queries, "LOOKED_THROUGH", 1_000_000):
        of_all = asked_s()
    assert asked_s() < of_all / 4
    near = dose(book, minutes=30, product=green)
    assert (book.dose_to_go_by(), book.dose_to_go_by(green.id)) == (near, near)


def test_the_last_rating_is_not_a_skipped_one(book: Logbook) -> None:
    knee = symptom(book)
    assert book.last_rating(knee.id) is None
    said = rating(book, knee, 7, minutes=30)
    rating(book, knee, None)
    assert book.last_rating(knee.id) == said


def test_an_empty_journal_has_no_totals(book: Logbook) -> None:
    assert book.totals() == (0, None)
    note(book, "first", minutes=60 * 24 * 3)
    assert book.totals() == (1, book.today().replace(day=19))


def test_a_journal_lives_in_one_file(journal: JournalAt) -> None:
    with journal.open() as book:
        note(book, "words")
    assert {path.name for path in Path(journal.path).parent.iterdir()} <= {"journal.leaf", "journal.leaf.lock"}
