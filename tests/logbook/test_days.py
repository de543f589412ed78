"""Journal days and their counts, compared with a plain Python model."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.core.entries import DayMark, Dose, Entry, Note, Phase, Rating, Setting, Symptom, Timed, new_id
from journal.core.moments import Moment
from journal.core.queries import Day
from journal.logbook import Logbook
from tests.journals import START_MS, JournalAt, ago, dose, saved
from tests.strategies import moments

KNEE = Symptom(name="Knee")
SPAN_MS = 6 * 86_400_000
GROUPS = [new_id() for _ in range(3)]
DOSES = [Dose(at=Moment(START_MS, 3600, "Europe/Berlin")) for _ in range(2)]

times = moments(START_MS - SPAN_MS, START_MS) | moments(0, 2 * 86_400_000)
entries = st.one_of(
    st.builds(Dose, id=st.builds(new_id), at=times),
    st.builds(Note, id=st.builds(new_id), at=times, text=st.just("words")),
    st.builds(
        Rating, id=st.builds(new_id), at=times, symptom=st.just(KNEE.id), value=st.integers(0, 10),
        group=st.sampled_from(GROUPS), phase=st.sampled_from(Phase),
        dose=st.sampled_from([None, *(entry.id for entry in DOSES)]),
    ),
    st.builds(DayMark, id=st.builds(new_id), day=st.dates(dt.date(2026, 11, 15), dt.date(2026, 11, 22))),
)  # fmt: skip


def day_of(entry: Entry, day_start: int) -> dt.date:
    if isinstance(entry, DayMark):
        return entry.day
    assert isinstance(entry, Timed)
    return (entry.at.local - dt.timedelta(minutes=day_start)).date()


def modelled(entries: Sequence[Entry], day: dt.date, day_start: int) -> tuple[list[str], ...]:
    """The ids of a day's doses, ratings, marks, notes in order of time, then of writing."""
    there = [entry for entry in entries if day_of(entry, day_start) == day]
    there.sort(key=lambda entry: entry.at.utc_ms if isinstance(entry, Timed) else 0)
    return tuple([entry.id for entry in there if isinstance(entry, kind)] for kind in (Dose, Rating, DayMark, Note))


def ids_of(day: Day) -> tuple[list[str], ...]:
    return tuple([entry.id for entry in part] for part in (day.doses, day.ratings, day.marks, day.notes))


def counted(entries: Sequence[Entry], day_start: int) -> dict[dt.date, int]:
    """Rows of the diary: rated together is one row, before-ratings stand in their dose's if that is under their day."""
    doses = {(day_of(entry, day_start), entry.id) for entry in entries if isinstance(entry, Dose)}
    rows = {
        (day_of(rating, day_start), rating.group if isinstance(rating, Rating) else rating.id)
        for rating in entries
        if not (
            isinstance(rating, Rating)
            and rating.phase is Phase.BEFORE
            and (day_of(rating, day_start), rating.dose) in doses
        )
    }
    return dict(Counter(day for day, _ in rows))


@settings(max_examples=min(25, settings().max_examples), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(entries, max_size=25), st.sampled_from([0, 240, 360]), st.booleans())
def test_days_and_counts_equal_the_model(
    plain_book: Logbook, made: Sequence[Entry], day_start: int, some_trashed: bool
) -> None:
    kinds = ("dose", "rating", "note", "day_mark")
    everything = [entry for kind in kinds for part in plain_book.slices(kind) for entry in part]
    plain_book.save(Setting(id="day_start", value=str(day_start)))
    if everything:
        plain_book.delete([entry.id for entry in everything])
        plain_book.purge([entry.id for entry in everything])
    present = [*DOSES, *made]
    plain_book.save_all([KNEE, *present], label="import.done", origin="import")
    if some_trashed and made:
        gone = {entry.id for entry in made[::3]}
        plain_book.delete(gone)
        present = [entry for entry in present if entry.id not in gone]
    _compare(plain_book, present, day_start)


def _compare(book: Logbook, present: Sequence[Entry], day_start: int) -> None:
    first, last = dt.date(2026, 11, 13), dt.date(2026, 11, 24)
    days = book.days(first, last)
    assert [day.day for day in days] == [first + dt.timedelta(days=n) for n in range(12)]
    for day in days:
        assert ids_of(day) == modelled(present, day.day, day_start)
    counts = book.day_counts()
    assert {count.day: count.rows for count in counts} == counted(present, day_start)
    assert [count.day for count in counts] == sorted((count.day for count in counts), reverse=True)
    all_days = [day_of(entry, day_start) for entry in present]
    assert book.totals() == (len(present), min(all_days, default=None))


def before(of: Dose, minutes: int, book: Logbook) -> Rating:
    return saved(
        book, Rating(at=ago(book, minutes), symptom=KNEE.id, value=5, dose=of.id, phase=Phase.BEFORE, group=new_id())
    )


def test_a_before_rating_whose_dose_is_not_there_is_a_row_of_its_own(plain_book: Logbook) -> None:
    plain_book.save(KNEE)
    taken = dose(plain_book)
    before(taken, 0, plain_book)
    assert [count.rows for count in plain_book.day_counts()] == [1]
    plain_book.delete([taken.id])
    assert [count.rows for count in plain_book.day_counts()] == [1]
    plain_book.restore([taken.id])
    before(taken, 24 * 60, plain_book)
    assert [(count.day.day, count.rows) for count in plain_book.day_counts()] == [(22, 1), (21, 1)]


def test_changing_the_day_start_changes_no_entry(journal: JournalAt) -> None:
    with journal.open() as book:
        taken = dose(book, minutes=7 * 60)
        assert book.day_of(taken) == dt.date(2026, 11, 21)
        book.save(Setting(id="day_start", value="180"))
        assert book.day_of(taken) == dt.date(2026, 11, 22)
        assert book.get(taken.id) == taken
    with journal.open() as book:
        assert book.days(dt.date(2026, 11, 22), dt.date(2026, 11, 22))[0].doses == (taken,)
