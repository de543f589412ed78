"""Screen, Summary, paper and an independent count: the same numbers, or an AssertionError that says which differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.core.moments import Clock
from journal.insights.groups import Group
from journal.insights.period import default_period, summarise_period
from journal.insights.plain import Card, plain_cards
from journal.insights.summary import Figure, Measure, Summary
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import symptom_name
from tests.oracle.read_back import pages_of
from tests.walk.account import Account, OfDay, Window, apart, count, days_back, number, slope, weekly, window

DAYS, WEEKS = 84, 12
TODAY = dt.date(2026, 11, 22)  # the clocks went back on 25 October
LAST = TODAY - dt.timedelta(days=1)
FIRST = LAST - dt.timedelta(days=DAYS - 1)
LEAF, MAIN = "Green & Borneo", "Lower back pain"


@dataclass
class Screen:
    """What Trends showed: the cards, the table as it was copied, and its last rows as they were seen."""

    titles: list[str]
    said: list[str]
    numbers: list[list[str]]
    table: list[list[str]]
    rows_seen: list[list[str]]


@dataclass
class Told:
    """The same twelve weeks, told four times."""

    account: Account
    summary: Summary
    cards: tuple[Card, ...]
    screen: Screen
    pdf: str

    def agree(self) -> None:
        """Raises AssertionError where two of them differ."""
        _screen_is_summary(self.screen, self.cards)
        _summary_is_account(self.summary, self.account)
        _screen_is_account(self.screen, self.account)
        _paper_is_account(self.pdf, self.account)
        _paper_is_screen(self.pdf, self.screen)


def pdf_text(path: Path) -> str:
    """All words of a PDF in one line."""
    return " ".join(pages_of(path.read_bytes()))


def summarised(file: Path, clock: Clock) -> tuple[Summary, tuple[Card, ...]]:
    """What the program computes of the journal, and its sentences."""
    texts = english()
    with Logbook.open(file, clock=clock, read_only=True) as book:
        period = default_period(book.today())
        symptoms = book.symptoms()
        products = {each.id: each for each in book.products()}
        summary = summarise_period(book.facts(period.first, period.last), products, symptoms, period)
    assert (period.first, period.last) == (FIRST, LAST)
    return summary, plain_cards(texts, summary, {each.id: symptom_name(texts, each) for each in symptoms})


def _screen_is_summary(screen: Screen, cards: tuple[Card, ...]) -> None:
    assert screen.titles == [each.title for each in cards]
    assert screen.said == [each.text for each in cards]
    assert [tuple(lines) for lines in screen.numbers] == [each.numbers for each in cards]


MEASURES = ("amount", "doses", "main")
PLACES = {"amount": 0, "doses": 1, "main": 3}  # of the cards; what is between needs times, which are not counted here
UNITS = {"amount": " g a day", "doses": " doses a day", "main": " of 10"}
SAY = {"amount": number, "doses": count, "main": number}


def measure_of(summary: Summary, key: str) -> Measure:
    """Of the only group that leads, or of the main symptom."""
    leaf = summary.group(Group.LEAF)
    assert leaf is not None and leaf.amount is not None
    return {"amount": leaf.amount, "doses": leaf.doses, "main": summary.main_measure}[key]


def _of_day(account: Account, key: str) -> OfDay:
    return {"amount": account.grams, "doses": account.leaf_doses, "main": account.middle_rating(MAIN)}[key]


def _windows(account: Account, key: str) -> tuple[Window, Window, Window]:
    """The last 7 days, the last 28, the 28 before."""
    of_day, before = _of_day(account, key), LAST - dt.timedelta(days=28)
    week = window(of_day, days_back(LAST, 7), 4, quartiles=False)
    return week, window(of_day, days_back(LAST, 28), 5), window(of_day, days_back(before, 28), 5)


def _summary_is_account(summary: Summary, account: Account) -> None:
    for key in MEASURES:
        measure = measure_of(summary, key)
        for figure, counted in zip(
            (measure.last7, measure.last28, measure.before28), _windows(account, key), strict=True
        ):
            _same_figure(figure, counted)
        assert measure.trend is not None
        assert (measure.trend.weeks, measure.trend.of) == (len(weekly(_of_day(account, key), LAST, WEEKS)), WEEKS)
        assert measure.trend.slope == pytest.approx(slope(_of_day(account, key), LAST, WEEKS))
    quality, days = summary.quality, days_back(LAST, DAYS)
    assert quality.recorded == sum(account.state(day) != "not recorded" for day in days)
    assert quality.amount_missing_days == 0
    assert (quality.kind_missing_days.k, quality.left_out_doses) == (2, 0)
    assert [each.group for each in summary.groups] == [Group.LEAF, Group.EXTRACT, Group.NOT_SAID]
    assert [each.doses28 for each in summary.groups][1:] == [2, 0]  # the third was more than 28 days ago


def _same_figure(figure: Figure, counted: Window) -> None:
    assert figure.n == counted.n
    for found, wanted in ((figure.value, counted.median), (figure.low, counted.low), (figure.high, counted.high)):
        assert (found is None) == (wanted is None)
        assert found is None or (found.value == pytest.approx(wanted) and not found.at_least)


def _screen_is_account(screen: Screen, account: Account) -> None:
    for key, place in PLACES.items():
        said, numbers = screen.said[place], screen.numbers[place]
        week, last, before = (each.said(SAY[key], UNITS[key]) for each in _windows(account, key))
        assert numbers[0] == (
            f"Median {last} over the last 28 days; {before} in the 28 days before; {week} in the last 7 days."
        )
        assert f", {len(weekly(_of_day(account, key), LAST, WEEKS))} of {WEEKS} weeks: " in numbers[1]
        assert any(each in numbers[1] for each in _slopes_said(account, key)), (numbers[1], _slopes_said(account, key))
        assert _plainly(key, _windows(account, key)) in said
    taken = (account.days_taken(days) for days in _DAYS_OF_WINDOWS[1:])
    last28, before28 = (each.replace("≥", "at least") for each in taken)
    assert f"Taken on {last28} known days in the last 28; on {before28} in the 28 before." in screen.said[1]
    assert screen.table == [account.table_row(day, MAIN) for day in days_back(LAST, DAYS)]
    assert screen.rows_seen == screen.table[-len(screen.rows_seen) :]


def _plainly(key: str, windows: tuple[Window, Window, Window]) -> str:
    """The numbers that a card says in plain words."""
    week, last, before = (
        f"{SAY[key](each.median or 0)}{UNITS[key] if place == 1 else ''} ({each.n} days)"
        for place, each in enumerate(windows)
    )
    return f"Last 28 days: {last}. The 28 days before: {before}. Last 7 days: {week}."


def _slopes_said(account: Account, key: str) -> tuple[str, ...]:
    """A week; over all weeks where a decimal would show an end of the interval as 0; or that it is less than shown."""
    of_day = _of_day(account, key)
    a_week, weeks = slope(of_day, LAST, WEEKS), apart(of_day, LAST, WEEKS)
    over_all = f"{_signed(a_week * weeks)}{UNITS[key]} over {weeks} weeks (95 % CI "
    flat = (
        f"over {weeks} weeks no steady change that the figures could show (95 % CI within −0.05 to +0.05{UNITS[key]})"
    )
    return f"{_signed(a_week)}{UNITS[key]} per week (95 % CI ", over_all, flat


def _signed(value: float) -> str:
    said = number(abs(value))
    return said if not float(said) else f"{'−' if value < 0 else '+'}{said}"


def _paper_is_account(pdf: str, account: Account) -> None:
    labels = {"amount": "g a day", "doses": "Doses a day", "main": MAIN}
    for key, label in labels.items():
        cells = [each.cell(SAY[key]) for each in _windows(account, key)]
        assert " ".join([label, *cells]) in pdf
    days = ("used", "none, confirmed")
    assert " ".join(["Days taken", *(account.days_taken(each) for each in _DAYS_OF_WINDOWS)]) in pdf
    assert " ".join(["Days without", *_of_windows(account, days[1:], days)]) in pdf
    recorded = [account.state(day) != "not recorded" for day in days_back(LAST, DAYS)]
    assert f"Entries on {sum(recorded)} of {DAYS} days, {sum(recorded[-28:])} of the last 28." in pdf
    leaf = [day for day in days_back(LAST, 28) for kind in account.kinds(day) if kind == "leaf"]
    assert f"{LEAF} {len(leaf)} doses, {len({*leaf})} days" in pdf


_DAYS_OF_WINDOWS = (days_back(LAST, 7), days_back(LAST, 28), days_back(LAST - dt.timedelta(days=28), 28))


def _of_windows(account: Account, counted: tuple[str, ...], of: tuple[str, ...] | None) -> list[str]:
    """ "26 of 28" for each window: days in these states, of those in other states (None: of all)."""
    states = [[account.state(day) for day in days] for days in _DAYS_OF_WINDOWS]
    return [
        f"{sum(each in counted for each in found)} of {sum(of is None or each in of for each in found)}"
        for found in states
    ]


def _paper_is_screen(pdf: str, screen: Screen) -> None:
    trend = screen.numbers[0][1].partition(", ")[2]  # the same word, estimate and interval, under another title
    assert f"Leaf, {trend}" in pdf
