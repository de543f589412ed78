"""Reading in slices: the same as reading at once, and stopped between two of them."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.entries import Dose, Note, Rating
from journal.core.facts import Facts
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.ui.trends.findings import period_of, read_facts
from tests.ui.trends.weeks import DARK_URINE, fill

TODAY = dt.date(2026, 11, 22)


class Work:
    def __init__(self, stop_after: int = 1000) -> None:
        self.reported: list[int] = []
        self._stop_after = stop_after

    def report(self, n: int) -> None:
        self.reported.append(n)

    def cancelled(self) -> bool:
        return len(self.reported) >= self._stop_after


def test_years_in_slices_are_the_same_as_at_once(plain_book: Logbook) -> None:
    fill(plain_book, 900)
    # On either side of the second slice's first day, in zones that turn their order round.
    edge = dt.date(2024, 1, 1) + dt.timedelta(days=367)
    for hours, offset in ((4, 14), (3, -10)):
        local = dt.datetime.combine(edge, dt.time(hours, 30))
        utc = local - dt.timedelta(hours=offset)
        at = Moment(int(utc.replace(tzinfo=dt.UTC).timestamp() * 1000), offset * 3600, "UTC")
        plain_book.save(Dose(at=at), Note(at=at, text=f"at {hours}"))
        plain_book.save(Rating(at=at, symptom=DARK_URINE.id, value=3), Note(at=at, text="private", private=True))
    span = Span(dt.date(2024, 1, 1), TODAY)
    work = Work()
    assert read_facts(plain_book, span, work) == plain_book.facts(span.first, span.last)
    assert work.reported == [367, 734, 1057]


def test_between_two_slices_it_can_be_stopped(plain_book: Logbook) -> None:
    asked: list[dt.date] = []

    class Counted:
        all_products, symptoms = plain_book.all_products, plain_book.symptoms

        def facts(self, first: dt.date, last: dt.date) -> Facts:
            asked.append(first)
            return plain_book.facts(first, last)

    with pytest.raises(Refused, match="cancelled"):
        read_facts(Counted(), Span(dt.date(1976, 1, 1), TODAY), Work(stop_after=3))
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("days", "first", "expected"),
    [
        (28, None, Span(dt.date(2026, 10, 25), dt.date(2026, 11, 21))),
        (None, dt.date(2020, 2, 29), Span(dt.date(2020, 2, 29), dt.date(2026, 11, 21))),
        (None, dt.date(2026, 11, 20), Span(dt.date(2026, 10, 25), dt.date(2026, 11, 21))),
        (None, None, Span(dt.date(2026, 10, 25), dt.date(2026, 11, 21))),
    ],
)
def test_periods_end_yesterday(days: int | None, first: dt.date | None, expected: Span) -> None:
    assert period_of(days, TODAY, first) == expected
