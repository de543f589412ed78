"""The inputs of the report: the summary, the options chosen, and every name as it can be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from journal.charts.group_days import PANELS_FOR
from journal.core.entries import Product, Symptom
from journal.core.journal_day import journal_day
from journal.core.moments import Moment
from journal.core.plaintext import folded
from journal.insights.after_period import Later
from journal.insights.batch_reactions import BatchReactions
from journal.insights.measured_near import PressureNear
from journal.insights.rated_later import RatedLater
from journal.insights.summary import Summary
from journal.reports.options import ReportOptions
from journal.reports.printed import Printed
from journal.reports.since_report import SinceReport
from journal.reports.taken_before import TakenBefore
from journal.reports.visit_shown import VisitShown
from journal.texts import Texts
from journal.texts.names import symptom_in_column, symptom_inside

YEAR = 365


@dataclass(frozen=True, slots=True)
class PageInputs:
    """Everything that the pages are made from; every name is already printable.

    ``products`` are names by id, ``product_records`` what else is known of them; ``later``: doses after the period,
    ``last_dose``: the wall-clock time of the last one, ``unknown_since``: whether nothing tells if a dose followed it;
    ``rated_later``: ratings of the main symptom after the period;
    ``alike``: the numbers, " (2)", that tell symptoms of one name apart; ``visit``: what else is told; ``batches``:
    those with a laboratory's figures, on whose days a reaction was noted; ``signs_told``: the codes of the warning
    symptoms that the page lists; ``pressures``: what the box of warning symptoms looks at, the newest first;
    ``taken_before``: besides doses, in the hours before the sign that stands first there; ``not_brought_back``: what
    a rescue of the journal did not bring back, as ``core.rescued`` writes it.
    """

    texts: Texts
    summary: Summary
    options: ReportOptions
    symptoms: Mapping[str, Symptom]
    names: Mapping[str, str]
    products: Mapping[str, str]
    product_records: Mapping[str, Product]
    made_at: Moment
    printed: Printed
    later: Later = Later()
    visit: VisitShown = VisitShown()
    since_report: SinceReport | None = None
    batches: tuple[BatchReactions, ...] = ()
    rated_later: RatedLater | None = None
    last_dose: int | None = None
    unknown_since: bool = False
    not_brought_back: str = ""
    rows_for: int = PANELS_FOR
    signs_told: frozenset[str] = frozenset()
    pressures: tuple[PressureNear, ...] = ()
    taken_before: tuple[TakenBefore, ...] = ()
    alike: Mapping[str, str] = field(default_factory=dict)
    names_in_row: int = 3  # of medicines, conditions, values; then "and n more"
    day_start: int = 0  # minutes after midnight at which a journal day begins

    @property
    def goal(self) -> str:
        """What the person wants: typed for these pages, else as it is written down of them."""
        about = self.visit.about
        return self.options.goal or (about.goal if about is not None else "")

    def day(self, day: dt.date) -> str:
        """A day of the period; with its year where the period is longer than one."""
        return self.texts.day_and_month(day) if self.summary.period.days <= YEAR else self.texts.short_day(day)

    def dated(self, words: str, day: dt.date) -> str:
        """A value with its day; one of a journal day after the period says so: no figure counts it."""
        if day <= self.summary.period.last:
            return words
        return self.texts("{said} (after this period)", said=words)

    def dated_at(self, words: str, at: Moment) -> str:
        """The same of what has a time."""
        return self.dated(words, journal_day(at, self.day_start))

    def short_when(self, local: dt.datetime) -> str:
        """ "12 Nov, 08:15"; with its year where that is not the one in which the page is made."""
        texts, day = self.texts, local.date()  # not the journal's day, which begins later than the calendar's
        this_year = day.year == self.made_at.local.year
        when = texts.day_and_month(day) if this_year else texts.short_day(day)
        return texts("{day}, {time}", day=when, time=texts.time(local))

    def inside_name(self, symptom: str) -> str:
        """A symptom's name inside of a sentence; the person's own words as they were written."""
        known = self.symptoms[symptom]
        if known.name or known.code is None:
            return self.names[symptom]
        return symptom_inside(self.texts, known) + self.alike.get(symptom, "")

    def name_in_column(self, symptom: str) -> str:
        """A symptom's name where there is little room."""
        known = self.symptoms[symptom]
        if known.name or known.code is None:
            return self.names[symptom]
        return symptom_in_column(self.texts, known) + self.alike.get(symptom, "")

    def fitted_inside(self, words: str, room: float) -> str:
        """Words as there is room for them in a line of the page."""
        return self.printed.fitted(words, room, 8.6)


def numbers_of_alike(texts: Texts, names: Mapping[str, str]) -> dict[str, str]:
    """ " (1)", " (2)" of symptoms whose names are the same; an import can bring one beside another."""
    of_name: dict[str, list[str]] = {}
    for key, name in names.items():
        of_name.setdefault(folded(name), []).append(key)
    return {
        key: texts(" ({n})", n=texts.integer(number))
        for keys in of_name.values() if len(keys) > 1
        for number, key in enumerate(keys, 1)
    }  # fmt: skip
