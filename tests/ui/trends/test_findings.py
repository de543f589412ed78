"""What Trends is made of: reading in slices is the same as reading at once, and says a period by its groups."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from journal.core.entries import Dose, Entry, Note, Product, ProductKind, Rating, Symptom
from journal.core.figure_facts import Facts
from journal.core.moments import Moment, moment_from_local
from journal.core.preferences import Preferences
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.insights.groups import Group
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.trends.findings import csv_of, period_of, read_facts, read_findings, with_series
from tests.ui.trends.weeks import BACK, DARK_URINE, WEIGHED, fill

TODAY = dt.date(2026, 11, 22)


class Work:
    def __init__(self, stop_after: int = 1000) -> None:
        self.reported: list[int] = []
        self._stop_after = stop_after

    def report(self, n: int) -> None:
        self.reported.append(n)

    def cancelled(self) -> bool:
        return len(self.reported) >= self._stop_after


class ReadAlready:
    preferences = Preferences()

    def find(self, query: EntryQuery) -> list[Entry]:
        raise AssertionError("it was read again")


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


def test_a_period_is_said_with_its_groups_and_its_main_symptom(plain_book: Logbook) -> None:
    fill(plain_book, 60)
    found = read_findings(plain_book, 28, TODAY, english(), Work())
    assert found.period == Span(dt.date(2026, 10, 25), dt.date(2026, 11, 21))
    # Of 28 days, 2 are marked as without, and 4 of the others have no entry.
    assert (len(found.days), found.recorded, found.enough) == (28, 24, True)
    assert found.symptom == "Lower back pain"
    assert sum(map(len, found.ratings)) == 22 and found.ratings[-1] == (4,)
    assert [(shown.group, name) for shown, name in found.groups] == [(Group.LEAF, found.groups[0][1])]
    assert found.cards.keys() == {None, Group.LEAF}
    assert found.cards_of(None) == found.cards_of(Group.EXTRACT) == found.cards[Group.LEAF] != ()
    assert found.kind_missing == "" and found.unrecorded


def test_the_group_that_is_looked_at_leads(plain_book: Logbook) -> None:
    fill(plain_book, 60)
    extract = Product(name="Drops", kind=ProductKind.EXTRACT)
    at = moment_from_local(dt.datetime(2026, 11, 20, 9), "Europe/Berlin")
    plain_book.save(extract, Dose(at=at, product=extract.id, amount=WEIGHED))
    found = read_findings(plain_book, 28, TODAY, english(), Work())
    assert [each.group for each in found.led_by(None)] == [Group.LEAF, Group.EXTRACT]
    assert [each.group for each in found.led_by(Group.EXTRACT)] == [Group.EXTRACT, Group.LEAF]
    assert found.cards_of(Group.EXTRACT) == found.cards[Group.EXTRACT] != found.cards_of(Group.LEAF)


def test_an_empty_journal_says_nothing_and_makes_up_nothing(plain_book: Logbook) -> None:
    found = read_findings(plain_book, None, TODAY, english(), Work())
    assert found.period.days == 28 and found.recorded == 0 and not found.enough
    assert found.symptom is None and found.groups == () and set(found.ratings) == {()}
    assert found.led_by(None) == () and found.cards_of(None) == found.cards[None]


def test_only_symptoms_rated_in_the_period_can_be_looked_at(plain_book: Logbook) -> None:
    fill(plain_book, 60)
    itching = Symptom(name="Itching")
    at = moment_from_local(dt.datetime(2026, 9, 28, 9), "Europe/Berlin")  # before the period
    plain_book.save(itching, Rating(at=at, symptom=itching.id, value=3))
    findings = read_findings(plain_book, 28, TODAY, english(), Work())
    assert (BACK.id, "Lower back pain") in findings.to_choose()
    assert itching.id in findings.names and itching.id not in dict(findings.to_choose())
    longer = read_findings(plain_book, 84, TODAY, english(), Work())
    assert (itching.id, "Itching") in longer.to_choose()


def test_the_symptom_that_was_chosen_takes_the_place_of_the_main_one(plain_book: Logbook) -> None:
    fill(plain_book, 60)
    itching = Symptom(name="Itching")
    at = moment_from_local(dt.datetime(2026, 11, 20, 9), "Europe/Berlin")
    plain_book.save(itching, Rating(at=at, symptom=itching.id, value=3))
    findings = read_findings(plain_book, 28, TODAY, english(), Work(), itching.id)
    assert (findings.shown, findings.symptom, findings.ratings[26]) == (itching.id, "Itching", (3,))
    gone = read_findings(plain_book, 28, TODAY, english(), Work(), "of another journal")
    assert (gone.shown, gone.symptom) == (BACK.id, "Lower back pain")


def test_series_are_read_once(plain_book: Logbook) -> None:
    fill(plain_book, 60)
    findings = read_findings(plain_book, 28, TODAY, english(), Work())
    assert findings.series is None
    read = with_series(plain_book, findings, english(), Work())
    assert read.series is not None and (read.period, read.cards) == (findings.period, findings.cards)
    again = with_series(ReadAlready(), read, english(), Work())
    assert again is read


def test_of_a_period_with_few_days_the_last_one_before_it_is_known(plain_book: Logbook) -> None:
    long_ago = moment_from_local(dt.datetime(2026, 3, 1, 9), "Europe/Berlin")
    now = moment_from_local(dt.datetime(2026, 11, 22, 9), "Europe/Berlin")
    plain_book.save(Dose(at=long_ago))
    without_today = read_findings(plain_book, 28, TODAY, english(), Work())
    assert (without_today.earlier, without_today.today) == (dt.date(2026, 3, 1), False)
    plain_book.save(Dose(at=now))
    assert read_findings(plain_book, 28, TODAY, english(), Work()).today


def test_it_is_stopped_after_reading_too(plain_book: Logbook) -> None:
    with pytest.raises(Refused, match="cancelled"):
        read_findings(plain_book, 28, TODAY, english(), Work(stop_after=1))


def test_no_cell_of_a_table_is_a_formula() -> None:
    written = csv_of(["Day", "=Note"], [["1", "+1, or more"], ["2", "plain"]])
    assert list(csv.reader(io.StringIO(written))) == [
        ["Day", "'=Note"], ["1", "'+1, or more"], ["2", "plain"],
    ]  # fmt: skip
