"""Screen, Summary, paper and an independent count: the same numbers, or an AssertionError that says which differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.core.moments import Clock
from journal.insights.period import default_period, facts_span, summarise_period
from journal.insights.plain import Card, plain_cards
from journal.insights.summary import Figure, Summary
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import symptom_name
from tests.oracle.read_back import pages_of
from tests.walk.account import Account, OfDay, Window, count, days_back, number, slope, weekly, window

DAYS, WEEKS = 84, 12
TODAY = dt.date(2026, 11, 22)  # the clocks went back on 25 October
LAST = TODAY - dt.timedelta(days=1)
FIRST = LAST - dt.timedelta(days=DAYS - 1)
LEAF, MAIN = "Green & Borneo", "Lower back pain"


@dataclass
class Screen:
    """What Trends showed: the three cards, the table as it was copied, and its last rows as they were seen."""

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
        span = facts_span(period)
        symptoms = book.symptoms()
        products = {each.id: each for each in book.products()}
        summary = summarise_period(book.facts(span.first, span.last), products, symptoms, period)
    assert (period.first, period.last) == (FIRST, LAST)
    return summary, plain_cards(texts, summary, {each.id: symptom_name(texts, each) for each in symptoms})


def _screen_is_summary(screen: Screen, cards: tuple[Card, ...]) -> None:
    assert screen.titles == [each.title for each in cards]
    assert screen.said == [each.text for each in cards]
    assert [tuple(lines) for lines in screen.numbers] == [each.numbers for each in cards]


MEASURES = ("amount", "doses", "main")


def _of_day(account: Account, key: str) -> OfDay:
    return {"amount": account.grams, "doses": account.leaf_doses, "main": account.middle_rating(MAIN)}[key]


def _windows(account: Account, key: str) -> tuple[Window, Window, Window]:
    """The last 7 days, the last 28, the 28 before."""
    of_day, before = _of_day(account, key), LAST - dt.timedelta(days=28)
    week = window(of_day, days_back(LAST, 7), 4, quartiles=False)
    return week, window(of_day, days_back(LAST, 28), 5), window(of_day, days_back(before, 28), 5)


def _summary_is_account(summary: Summary, account: Account) -> None:
    for key in MEASURES:
        row = summary.rows[key]
        for figure, counted in zip((row.last7, row.last28, row.before28), _windows(account, key), strict=True):
            _same_figure(figure, counted)
        trend = summary.trends[key]
        assert (trend.weeks, trend.of) == (len(weekly(_of_day(account, key), LAST, WEEKS)), WEEKS)
        assert trend.slope == pytest.approx(slope(_of_day(account, key), LAST, WEEKS))
    quality, days = summary.quality, days_back(LAST, DAYS)
    assert quality.recorded == sum(account.state(day) != "not recorded" for day in days)
    assert quality.weight_missing_days == 1
    assert quality.no_leaf_days == 1
    assert summary.unnamed_doses == 1
    assert summary.strong_doses == 2  # the third was more than 28 days ago


def _same_figure(figure: Figure, counted: Window) -> None:
    assert figure.n == counted.n
    for found, wanted in ((figure.value, counted.median), (figure.low, counted.low), (figure.high, counted.high)):
        assert found == (wanted if wanted is None else pytest.approx(wanted))


UNITS = {"amount": " g/day", "doses": " doses/day", "main": ""}
SAY = {"amount": number, "doses": count, "main": number}


def _screen_is_account(screen: Screen, account: Account) -> None:
    for key, said, numbers in zip(MEASURES, screen.said, screen.numbers, strict=True):
        week, last, before = (
            f"{each.said(SAY[key])}{UNITS[key]} (n = {each.n})" for each in _windows(account, key)
        )  # fmt: skip
        assert numbers[0] == (
            f"Median {last} over the last 28 days; {before} in the 28 days before; {week} in the last 7 days."
        )
        assert f"{len(weekly(_of_day(account, key), LAST, WEEKS))} of {WEEKS} weeks usable" in numbers[2]
        assert f"Estimated change {_signed(slope(_of_day(account, key), LAST, WEEKS))}" in numbers[2]
        assert _plainly(key, _windows(account, key)) in said
    assert screen.table == [account.table_row(day, MAIN) for day in days_back(LAST, DAYS)]
    assert screen.rows_seen == screen.table[-len(screen.rows_seen) :]


def _plainly(key: str, windows: tuple[Window, Window, Window]) -> str:
    """The numbers that a card says in plain words."""
    week, last, before = (each.median for each in windows)
    assert week is not None and last is not None and before is not None
    if key == "main":
        return f"Usually {count(last)}; it was {count(before)} in the weeks before."
    return (
        f"{number(week)} g a day in the last 7 days." if key == "amount" else f"{count(week)} a day in the last 7 days."
    )


def _signed(value: float) -> str:
    said = number(abs(value))
    return said if not float(said) else f"{'−' if value < 0 else '+'}{said}"


def _paper_is_account(pdf: str, account: Account) -> None:
    labels = {"amount": "Amount, g a day", "doses": "Doses a day", "main": f"{MAIN} 0–10"}
    for key, label in labels.items():
        cells = [each.said(SAY[key]) for each in _windows(account, key)]
        assert " ".join([label, *cells]) in pdf
    days = ("used", "none, confirmed", "other entries only")
    assert " ".join(["Days recorded", *_of_windows(account, days, None)]) in pdf
    assert " ".join(["Days without, confirmed", *_of_windows(account, days[1:2], days[:2])]) in pdf
    recorded = sum(account.state(day) != "not recorded" for day in days_back(LAST, DAYS))
    assert f"Entries on {recorded} of {DAYS} days." in pdf
    weights = [mg for _, kind, mg in account.doses if kind == "leaf"]
    assert f"{LEAF} 100 % {len(weights)}" in pdf


def _of_windows(account: Account, counted: tuple[str, ...], of: tuple[str, ...] | None) -> list[str]:
    """ "26 of 28" for each window: days in these states, of those in other states (None: of all)."""
    windows = (days_back(LAST, 7), days_back(LAST, 28), days_back(LAST - dt.timedelta(days=28), 28))
    states = [[account.state(day) for day in days] for days in windows]
    return [
        f"{sum(each in counted for each in found)} of {sum(of is None or each in of for each in found)}"
        for found in states
    ]


def _paper_is_screen(pdf: str, screen: Screen) -> None:
    assert screen.numbers[0][1] in pdf  # the comparison of the amount
    assert screen.numbers[0][2] in pdf  # its trend
