"""A year or a month is kept as such: it equals no day, and comes back from the journal as it went in."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.entries import Person, Substance, Symptom, new_id
from journal.core.records import from_record, to_record
from journal.core.refusal import Refused
from journal.core.rough_days import RoughDay, has_come, rough_day, rough_day_of, rough_day_stored
from journal.core.validity import refuse_invalid
from tests.strategies import dates, rough_days, rough_ends

YEAR, MONTH = rough_day(2019), rough_day(2019, 3)


def test_it_is_no_day_and_is_compared_by_its_first() -> None:
    assert YEAR is not None and MONTH is not None
    first = dt.date(2019, 1, 1)
    assert first != YEAR != first and rough_day(2019, 1) != YEAR and rough_day_of("2019") == YEAR
    assert first < dt.date(2019, 2, 28) < MONTH <= dt.date(2019, 3, 1)
    assert sorted([MONTH, first, YEAR]) in ([first, YEAR, MONTH], [YEAR, first, MONTH])
    assert len({YEAR, MONTH, dt.date(2019, 1, 1), dt.date(2019, 3, 1), rough_day_of("2019-03")}) == 4


def test_what_is_reckoned_from_it_is_a_day() -> None:
    assert MONTH is not None
    assert type(MONTH + dt.timedelta(days=1)) is dt.date and type(MONTH.replace(day=4)) is dt.date


@pytest.mark.parametrize("text", ["2019-13", "2019-00", "0000", "19", "2019-3", "2019-03-01", ""])
def test_what_no_calendar_has_is_none(text: str) -> None:
    assert rough_day_of(text) is None


@given(rough_days | rough_ends | dates | st.none())
def test_it_comes_back_as_it_went_in(day: dt.date | None) -> None:
    person = Person(id=new_id(), since=day)
    back = from_record("person", to_record(person))
    assert isinstance(back, Person) and back.since == day and type(back.since) is type(day)
    assert copy.deepcopy(day) == pickle.loads(pickle.dumps(day)) == day


def test_what_ends_in_it_lasts_to_its_last_day() -> None:
    year, month = rough_day(2020, ends=True), rough_day(2020, 2, ends=True)
    assert year is not None and month is not None and year != rough_day(2020)
    assert dt.date(2020, 12, 30) < year <= dt.date(2020, 12, 31) and month >= dt.date(2020, 2, 29)
    assert (year.isoformat(), month.isoformat()) == ("2020", "2020-02")
    assert [has_come(end, dt.date(2020, 2, 1)) for end in (year, month)] == [True, True]
    assert not has_come(month, dt.date(2020, 1, 31)) and not has_come(dt.date(2020, 2, 2), dt.date(2020, 2, 1))


def test_a_stored_number_that_is_neither_is_damage() -> None:
    with pytest.raises(ValueError, match="10201913"):
        rough_day_stored(10_201_913)
    assert rough_day_stored(20_000) is None


def test_only_where_it_is_declared() -> None:
    refuse_invalid(Person(id=new_id(), since=RoughDay(2019)))
    with pytest.raises(Refused, match="invalid"):
        refuse_invalid(Person(id=new_id(), next_visit=RoughDay(2019)))
    refuse_invalid(Substance(id=new_id(), name="tea", since=RoughDay(2019), until=RoughDay(2019, ends=True)))
    for since, until in ((None, RoughDay(2019)), (RoughDay(2019, ends=True), None)):
        with pytest.raises(Refused, match="invalid"):
            refuse_invalid(Substance(id=new_id(), name="tea", since=since, until=until))
    with pytest.raises(Refused, match="invalid"):
        refuse_invalid(Symptom(id=new_id(), name="pain", active_from=RoughDay(2019)))
