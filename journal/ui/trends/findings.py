"""What the trends are made of: facts read a year at a time, figures, plain sentences, charts. All of it in a worker."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Protocol

from journal.charts.frames import ChartData, Draw
from journal.charts.group_days import GroupShown, groups_shown
from journal.charts.one_series import SeriesSet
from journal.charts.overview import Event, new_product_events
from journal.core import limits
from journal.core.entries import Entry, Product, Symptom
from journal.core.figure_facts import Facts
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.exchange.cells import text_cell
from journal.insights.days import DayFigures, day_figures
from journal.insights.group_words import group_name
from journal.insights.groups import Group
from journal.insights.measures import ratings_by_symptom
from journal.insights.period import summarise_period
from journal.insights.plain import Card, kind_not_said, not_recorded, plain_cards
from journal.insights.since_dose import NOTHING_SINCE, SinceDose, since_dose
from journal.insights.summary import Span
from journal.insights.windows import span_back
from journal.texts import Texts
from journal.texts.names import symptom_name, ten_best
from journal.ui.trends.series_of_kinds import Journal as SeriesJournal
from journal.ui.trends.series_of_kinds import Rated, read_series

SLICE = dt.timedelta(days=366)
_CHARTED = ("dose", "rating", "day_mark")
FEWEST_DAYS = 28  # of "All", at least: a chart of three days shows nothing


class Journal(Protocol):
    """What is asked of the logbook."""

    def facts(self, first: dt.date, last: dt.date) -> Facts:
        """Everything of these days that figures are made of."""

    def all_products(self) -> list[Product]:
        """All products, those in the trash too."""

    def symptoms(self) -> list[Symptom]:
        """All symptoms."""


class Dated(Journal, Protocol):
    """A journal that also tells its first day."""

    def totals(self) -> tuple[int, dt.date | None]:
        """How many entries there are, and the first day with one."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def day_of(self, entry: Entry) -> dt.date | None:
        """The journal day of an entry."""


class Work(Protocol):
    """The task whose thread this is."""

    def report(self, n: int) -> None:
        """Report how many days have been read."""

    def cancelled(self) -> bool:
        """Whether to stop."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A period as the screen tells it. ``ratings`` are the main symptom's, by day; ``symptom`` is its name.

    ``groups`` with their names, the most used first; ``cards`` of each of them, or of none if nothing was taken.
    ``kind_missing`` and ``unrecorded`` say what the figures leave open; empty: nothing.
    ``rated``: every symptom with its ratings; ``series``: everything with numbers, once it is looked at.
    ``today``: whether the running day, which is in no period, is recorded; ``earlier``: where days are too few, the
    last one before the period with something to show. ``shown``: the id of the symptom that is looked at, the main one
    or another that was chosen, and ``since`` its ratings by the hours since the last dose;
    ``changes`` its points from before a dose to after it on ``days_changed`` of the last 28 days; ``names`` are those
    of symptoms by id.
    """

    period: Span
    days: tuple[DayFigures, ...]
    ratings: tuple[tuple[int, ...], ...]
    symptom: str | None
    groups: tuple[tuple[GroupShown, str], ...]
    cards: Mapping[Group | None, tuple[Card, ...]]
    kind_missing: str
    unrecorded: str
    events: tuple[Event, ...] = ()
    rated: tuple[Rated, ...] = ()
    series: SeriesSet | None = None
    today: bool = False
    earlier: dt.date | None = None
    shown: str | None = None
    since: SinceDose = NOTHING_SINCE
    changes: tuple[int, ...] = ()
    days_changed: int = 0
    names: Mapping[str, str] = field(default_factory=dict)

    def led_by(self, group: Group | None) -> tuple[GroupShown, ...]:
        """The groups of a chart, this one first; the most used one if it is none of them."""
        shown = [shown_group for shown_group, _ in self.groups]
        return tuple(sorted(shown, key=lambda member: member.group is not group))

    def cards_of(self, group: Group | None) -> tuple[Card, ...]:
        """What is said of a group, or of the most used one."""
        leading = next(iter(self.led_by(group)), None)
        return self.cards[None if leading is None else leading.group]

    def to_choose(self) -> list[tuple[str, str]]:
        """The symptoms with ratings in the period that may be looked at, by id and name."""
        rated = [symptom_rated.symptom for symptom_rated in self.rated if symptom_rated.ratings]
        return [(symptom.id, self.names[symptom.id]) for symptom in rated]

    @property
    def recorded(self) -> int:
        """How many days have entries."""
        return sum(day.recorded for day in self.days)

    @property
    def enough(self) -> bool:
        """Whether there are enough of them to say anything."""
        return self.recorded >= limits.FEWEST_RECORDED_DAYS


@dataclass(frozen=True, slots=True)
class Shown:
    """Findings with the chart that is looked at; ``caption`` says how to read it where the chart itself does not.

    ``title``: what stands above it in place of the period's.
    """

    findings: Findings
    chart: ChartData
    draw: Draw
    caption: str
    title: str = ""


def read_facts(journal: Journal, span: Span, work: Work) -> Facts:
    """Everything of the span, a year at a time, so that a save never waits long and the person can stop it.

    Raises Refused("cancelled").
    """
    parts: list[Facts] = []
    first = span.first
    while first <= span.last:
        if work.cancelled():
            raise Refused("cancelled")
        last = min(span.last, first + SLICE)
        parts.append(journal.facts(first, last))
        work.report((last - span.first).days + 1)
        first = last + dt.timedelta(days=1)
    return _joined(parts, span)


def _joined(parts: Sequence[Facts], span: Span) -> Facts:
    # When a person travels, two days may overlap in UTC, by which the lists are ordered.
    return replace(
        parts[0],
        last=span.last,
        doses=tuple(sorted((dose for part in parts for dose in part.doses), key=attrgetter("utc_ms"))),
        ratings=tuple(sorted((rating for part in parts for rating in part.ratings), key=attrgetter("utc_ms"))),
        marks=tuple(mark for part in parts for mark in part.marks),
        notes=tuple(note for part in parts for note in part.notes),
        private_notes=tuple(note for part in parts for note in part.private_notes),
    )


def period_of(days: int | None, today: dt.date, first: dt.date | None) -> Span:
    """So many days up to yesterday, the last complete one; None: all from the first day with an entry on."""
    shortest = span_back(today - dt.timedelta(days=1), days or FEWEST_DAYS)
    if days is None and first is not None:
        return Span(min(first, shortest.first), shortest.last)
    return shortest


def read_findings(
    journal: Dated, days: int | None, today: dt.date, texts: Texts, work: Work, looked_at: str | None = None
) -> Findings:
    """Read the period and put its findings into sentences; ``looked_at`` is the symptom chosen in place of the main."""
    first = journal.totals()[1] if days is None else None
    period = period_of(days, today, first)
    facts = read_facts(journal, period, work)
    products = {product.id: product for product in journal.all_products()}
    symptoms = journal.symptoms()
    names = {symptom.id: symptom_name(texts, symptom) + ten_best(texts, symptom) for symptom in symptoms}
    made = day_figures(facts, products)
    summary = summarise_period(facts, products, symptoms, period, made, looked_at if looked_at in names else None)
    if work.cancelled():
        raise Refused("cancelled")
    running = journal.facts(today, today)
    few = sum(day.recorded for day in made) < limits.FEWEST_RECORDED_DAYS
    rated = _every_symptom(facts, symptoms)
    ratings = next((symptom.ratings for symptom in rated if symptom.symptom.id == summary.main), {})
    groups = groups_shown(summary)
    return Findings(
        period,
        tuple(made),
        tuple(tuple(ratings.get(number, ())) for number in range(period.days)),
        None if summary.main is None else names[summary.main],
        tuple((group, group_name(texts, group.group)) for group in groups),
        {group: plain_cards(texts, summary, names, group) for group in (None, *(figures.group for figures in groups))},
        kind_not_said(texts, summary),
        not_recorded(texts, summary),
        new_product_events(texts, summary, {product.id: product.name for product in products.values()}),
        rated,
        today=any(day.recorded for day in day_figures(running, products)),
        earlier=_last_day_before(journal, period.first) if few else None,
        shown=summary.main,
        since=since_dose(facts, made, {summary.main} if summary.main else (), range(period.days)),
        changes=tuple(pair.change for pair in summary.before_and_after.pairs),
        days_changed=summary.before_and_after.days,
        names=names,
    )


def _last_day_before(journal: Dated, day: dt.date) -> dt.date | None:
    newest = journal.find(EntryQuery(kinds=_CHARTED, last_day=day - dt.timedelta(days=1), limit=1))
    return journal.day_of(newest[0]) if newest else None


def _every_symptom(facts: Facts, symptoms: Sequence[Symptom]) -> tuple[Rated, ...]:
    by_symptom = ratings_by_symptom(facts)
    skipped = Counter(rating.symptom for rating in facts.ratings if rating.value is None)
    return tuple(Rated(symptom, by_symptom.get(symptom.id, {}), skipped[symptom.id]) for symptom in symptoms)


def with_series(journal: SeriesJournal, findings: Findings, texts: Texts, work: Work) -> Findings:
    """The same with everything that has numbers, read unless it was."""
    if findings.series is not None:
        return findings
    return replace(findings, series=read_series(journal, findings.rated, findings.period, texts, work))


def csv_of(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A chart's table for a spreadsheet; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([text_cell(name) for name in names])
    writer.writerows([text_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
