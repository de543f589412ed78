"""Which choices there are for a period: only what was written down can be left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Symptom
from journal.core.journal_day import journal_day
from journal.core.moments import Moment
from journal.core.symptoms import MOOD
from journal.core.warning_facts import WarningFacts
from journal.insights.after_period import told_days
from journal.insights.summary import Span
from journal.insights.visit_facts import VisitFacts, visit_facts
from journal.insights.warning_signs import Noted, first_day_looked_at, noted_signs
from journal.reports.as_chosen import Journal
from journal.reports.disclosed import choices_there
from journal.reports.options import CHOICES, ReportOptions
from journal.reports.taken_before import intakes_near_signs
from journal.reports.warning_symptoms import withheld


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written down. ``masked``: the symptoms that are thoughts of suicide."""

    signs: Sequence[Noted]
    masked: frozenset[str]
    visit: frozenset[str]


def offered(
    symptoms: Sequence[Symptom],
    facts: WarningFacts,
    visit: VisitFacts,
    options: ReportOptions,
    made_at: Moment,
    rated: Collection[str] = (),
) -> frozenset[str]:
    """The fields of those choices for which something was written down; what is marked private never was.

    ``rated``: the symptoms that were rated in the period.
    """
    of_mood = {"mood"} if any(symptom.code in MOOD and symptom.id in rated for symptom in symptoms) else set[str]()
    written = _Written(noted_signs(symptoms, facts, options.period, made_at), withheld(symptoms, suicidal=False),
                       choices_there(visit) | of_mood)  # fmt: skip
    return frozenset(field for field, is_there in _THERE.items() if is_there(written))


def visit_told(journal: Journal, period: Span, made_at: Moment) -> VisitFacts:
    """What the pages tell beside the figures: of the running day too, so that all of it is offered to be left out.

    What was taken in the hours before a warning symptom is told whenever that was.
    """
    today = journal_day(made_at, journal.facts(period.first, period.last).day_start)
    told, warned = visit_facts(journal, told_days(period, today)), first_day_looked_at(period, made_at.local.date())
    return replace(told, intakes=(*told.intakes, *intakes_near_signs(journal, journal.warning_facts(warned))))


def rated_in(journal: Journal, period: Span) -> frozenset[str]:
    """The symptoms that were rated in it and are not private."""
    facts = journal.facts(period.first, period.last)
    return frozenset(rating.symptom for rating in facts.ratings if not rating.private)


def _is_kept(field: str) -> Callable[[_Written], bool]:
    return lambda written: field in written.visit


_OF_THE_VISIT = (
    "medicines", "alcohol", "cannabis", "other_substances", "conditions", "mood", "pregnancy", "lab_results",
    "measurements", "function", "attempts", "questions", "batches",
)  # fmt: skip
# What is not looked up for the choices: the figures of the period, and what is just being typed above them.
_OF_EVERY_REPORT = (
    "key_figures", "glance", "products", "symptoms", "before_after", "side_effects", "withdrawal", "own_words",
    "since_report", "courses", "quality", "weeks", "since_dose", "methods", "entries", "entry_notes",
)  # fmt: skip
# Thoughts of suicide are warning symptoms too: without the tick of those they are not printed either.
_THERE: dict[str, Callable[[_Written], bool]] = {
    "private": lambda _written: True,  # whether there are any or not, so that it tells nobody
    "warnings": lambda written: bool(written.signs),
    "suicidal": lambda written: any(sign.symptom in written.masked for sign in written.signs),
    "notes": lambda written: any(day.notes for sign in written.signs for day in sign.days),
    **{field: _is_kept(field) for field in _OF_THE_VISIT},
    **dict.fromkeys(_OF_EVERY_REPORT, lambda _written: True),
}
if unknown := {choice.field for choice in CHOICES} ^ _THERE.keys():
    raise TypeError(f"it is not known when there is something to choose: {unknown}")
