"""Drinks and days with paracetamol: what was written down, "at least", and never a zero for what was not."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Intake, Substance
from journal.core.moments import Moment
from journal.core.queries import Day
from journal.core.substances import Taken
from journal.insights.alcohol_and_paracetamol import Noted, drinks, paracetamol_days
from tests.journals import START_MS

AT = Moment(START_MS, 0, "UTC")
LAST = dt.date(2026, 11, 22)


def days(n: int, taken: dict[int, list[Intake]]) -> list[Day]:
    """The last n days; ``taken``: by days ago."""
    return [Day.holding(LAST - dt.timedelta(days=ago), *taken.get(ago, [])) for ago in reversed(range(n))]


def alcohol(number: int | None, private: bool = False) -> Intake:
    return Intake(at=AT, what=Taken.ALCOHOL, drinks=number, private=private)


def test_nothing_written_down_is_no_zero() -> None:
    found = drinks(days(28, {}))
    assert (found.noted, found.total) == (Noted(0, 28, None), None)


def test_drinks_are_summed_and_those_without_a_number_counted() -> None:
    found = drinks(days(28, {1: [alcohol(2000), alcohol(None)], 8: [alcohol(1500)]}))
    assert (found.noted, found.total, found.unnumbered) == (Noted(2, 28, LAST - dt.timedelta(days=1)), 3500, 1)


def test_an_intake_without_a_number_is_a_day_and_no_number() -> None:
    found = drinks(days(7, {0: [alcohol(None)]}))
    assert (found.noted.days, found.total, found.unnumbered) == (1, None, 1)


def test_private_ones_can_be_left_out() -> None:
    assert drinks(days(7, {0: [alcohol(1000, private=True)]}), with_private=False).noted.days == 0


def test_a_day_counts_once_by_name_medicine_or_class() -> None:
    tablets, own = Substance(name="Panadol"), Substance(name="white ones", classes=("paracetamol",))
    taken = {
        0: [Intake(at=AT, what=Taken.PAINKILLER, name="paracetamol"), Intake(at=AT, what=Taken.OWN, name="Tylenol")],
        1: [Intake(at=AT, what=Taken.PAINKILLER, substance=tablets.id)],
        2: [Intake(at=AT, what=Taken.PAINKILLER, substance=own.id)],
        3: [Intake(at=AT, what=Taken.PAINKILLER, name="ibuprofen"), alcohol(1000)],
    }
    known = {each.id: each for each in (tablets, own)}
    names = {"paracetamol", "Tylenol", "Panadol"}
    assert paracetamol_days(days(28, taken), known, names.__contains__) == Noted(3, 28, LAST)
