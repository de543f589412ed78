"""Row numbers by arithmetic: every outline and every change of one agrees with counting by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.ui.diary.sections import Outline, Place, Section, outline_of

FIRST = dt.date(2026, 1, 1)
days = st.integers(0, 60).map(lambda n: FIRST + dt.timedelta(days=n))
counts = st.dictionaries(days, st.integers(1, 5), max_size=20)
changes = st.dictionaries(days, st.integers(0, 5), min_size=1, max_size=4)


def day(n: int) -> dt.date:
    return FIRST + dt.timedelta(days=n)


def test_today_stands_first_even_when_nothing_is_recorded() -> None:
    outline = outline_of({day(3): 2}, today=day(4))
    assert outline.sections == (Section(day(4), day(4)), Section(day(3), day(3), 2))


def test_an_empty_journal_has_no_rows() -> None:
    assert outline_of({}, today=day(4)).total == 0


@pytest.mark.parametrize(("gap", "rows"), [(1, 1), (3, 3), (4, 1), (400, 1)])
def test_more_than_three_empty_days_are_one_row(gap: int, rows: int) -> None:
    outline = outline_of({day(0): 1, day(gap + 1): 1}, today=day(gap + 1))
    empty = [each for each in outline.sections if not each.rows]
    assert len(empty) == rows
    assert (empty[0].newest, empty[-1].oldest) == (day(gap), day(1))


@given(counts, days)
def test_the_sections_cover_every_day_once_and_newest_first(counted: dict[dt.date, int], today: dt.date) -> None:
    outline = outline_of(counted, today)
    if not counted:
        return
    newest, oldest = max(*counted, today), min(counted)
    covered = [
        each.newest - dt.timedelta(days=n)
        for each in outline.sections
        for n in range((each.newest - each.oldest).days + 1)
    ]
    assert covered == [newest - dt.timedelta(days=n) for n in range((newest - oldest).days + 1)]
    assert outline.total == len(outline.sections) + sum(counted.values())


@given(counts, days)
def test_every_row_has_its_place_and_every_day_its_section(counted: dict[dt.date, int], today: dt.date) -> None:
    outline = outline_of(counted, today)
    by_hand = [
        Place(number, entry) for number, each in enumerate(outline.sections) for entry in (None, *range(each.rows))
    ]
    assert [outline.place(row) for row in range(outline.total)] == by_hand
    for number, each in enumerate(outline.sections):
        assert outline.place(outline.start(number)) == Place(number, None)
        assert outline.section_of(each.newest) == outline.section_of(each.oldest) == number
    assert outline.section_of(dt.date(1999, 1, 1)) is None
    assert outline.section_of(dt.date(2099, 1, 1)) is None


@given(counts, changes, days)
def test_a_changed_outline_equals_one_made_anew(
    counted: dict[dt.date, int], changed: dict[dt.date, int], today: dt.date
) -> None:
    before = outline_of(counted, today)
    after = {**counted, **changed}
    splice = before.changed(after, min(changed), max(changed), today)
    assert splice.outline.sections == outline_of(after, today).sections
    assert before.sections[: splice.head] == splice.outline.sections[: splice.head]
    assert _last(before, splice.tail) == _last(splice.outline, splice.tail)


def _last(outline: Outline, count: int) -> tuple[Section, ...]:
    return outline.sections[len(outline.sections) - count :]


def test_a_change_of_one_day_leaves_the_other_sections_alone() -> None:
    before = outline_of({day(n): 1 for n in range(100)}, day(99))
    splice = before.changed({day(n): 1 + (n == 50) for n in range(100)}, day(50), day(50), day(99))
    assert (splice.head, splice.tail) == (49, 50)


def test_nothing_is_in_no_section() -> None:
    assert Outline().section_of(day(0)) is None
