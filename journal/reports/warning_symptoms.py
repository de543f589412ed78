"""The warning symptoms on page 1: which were noted, with day, answer and what was written down before; facts only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core import warning_facts
from journal.core.entries import Symptom
from journal.core.moments import Moment
from journal.core.warning_facts import WarningFacts
from journal.core.warning_words import is_masked, sign_code
from journal.guidance.warning_signs import RANK, is_sign, sign_of
from journal.insights.summary import Span
from journal.insights.warning_signs import (
    Noted,
    Sign,
    When,
    last_before_now,
    noted_signs,
)
from journal.insights.wording import Sentence
from journal.reports.before_sign import before_sign
from journal.reports.options import ReportOptions
from journal.reports.page_inputs import PageInputs
from journal.reports.pressure_in_box import pressure_in_box
from journal.reports.warning_items import Items, SignDays
from journal.texts import Texts

OWN_LINES = 4  # items; more run on
_NOTES = 260  # letters of notes on page 1, for all items together


@dataclass(frozen=True, slots=True)
class WarningBox:
    """``head`` says when several were noted; without ``items`` it is the one sentence that says so little.

    ``pressure``: each high blood pressure, before all else; ``below``: what is so of all items, and what was written
    down in the hours before the first; ``looked``: what was looked at, behind all of it, as a symptom is read first.
    ``days``: of what has more days than page 1 tells.
    """

    head: tuple[Sentence, ...]
    items: tuple[Sentence, ...] = ()
    below: str = ""
    pressure: str = ""
    looked: str = ""
    days: tuple[SignDays, ...] = ()

    @property
    def running(self) -> bool:
        """Whether the items run on in lines instead of each beginning one."""
        return len(self.items) > OWN_LINES


def withheld(symptoms: Sequence[Symptom], suicidal: bool) -> frozenset[str]:
    """Thoughts of suicide, unless the person chose to print them; whatever name they gave them."""
    return frozenset() if suicidal else frozenset(symptom.id for symptom in symptoms if is_masked(symptom))


def printable_signs(symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions) -> frozenset[str]:
    """The symptoms whose names the pages may print."""
    if not options.warnings:
        return frozenset()
    shown = {sign.symptom for sign in facts.signs if not sign.private}
    return frozenset(shown - withheld(symptoms, options.suicidal))


def private_rating_left_out(
    symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions, made_at: Moment
) -> bool:
    """Whether thoughts of suicide were noted that could be printed and are not: told to the person, never on a page."""
    if options.warnings and options.suicidal:
        return False
    masked = withheld(symptoms, suicidal=False)
    return any(sign.symptom in masked for sign in noted_signs(symptoms, facts, options.period, made_at))


def nothing_listed(texts: Texts) -> str:
    """The same words with nothing, private or withheld entries, so that they betray nothing."""
    return texts("No warning symptom is listed here. People are not asked every day, and entries can be left out.")


def warning_box(inputs: PageInputs, facts: WarningFacts) -> WarningBox:
    """What was noted and is not withheld, the most urgent first, then the newest."""
    texts = inputs.texts
    noted = in_order_of_box([*inputs.symptoms.values()], facts, inputs.options, inputs.summary.period, inputs.made_at)
    last, first = last_before_now(noted), stands_first(noted)
    if last is None or first is None:
        return WarningBox((Sentence("", nothing_listed(texts)),), pressure=pressure_in_box(inputs))
    items = Items(inputs, noted, _NOTES // len(noted))
    item = items.item if len(noted) <= OWN_LINES else items.short_item
    below = (items.unanswered(), before_sign(inputs, facts, first, _only_one(noted)))
    told_items, looked = tuple(map(item, noted)), _looked_at(texts, inputs.made_at)
    return WarningBox(
        _head(inputs, noted, last),
        told_items,
        " ".join(filter(None, below)),
        pressure_in_box(inputs),
        looked,
        (*items.days,),
    )


def in_order_of_box(
    symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions, period: Span, made_at: Moment
) -> list[Noted]:
    """What the box tells, the most urgent first, then the newest."""
    by_id = {symptom.id: symptom for symptom in symptoms}
    listed = signs_told(symptoms, facts, options, period, made_at)
    return sorted(listed, key=lambda noted: _by_urgency(by_id[noted.symptom]))


def stands_first(noted: Sequence[Noted]) -> Sign | None:
    """Of these, in the order of the box, the newest of the first that is not dated later than the clock."""
    return next((sign.last for sign in noted if sign.last.when is not When.LATER), noted[0].last if noted else None)


def _by_urgency(symptom: Symptom) -> int:
    """0 is the most urgent, by what is said of it while it is there.

    Of one that the table does not know any advice may be right: it stands with those that may be an emergency.
    """
    code = sign_code(symptom)
    return RANK[sign_of(code).now.urgency if code is not None and is_sign(code) else "depends"]


def signs_told(
    symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions, period: Span, made_at: Moment
) -> list[Noted]:
    """What was noted and is not withheld, the symptom that was noted last first."""
    if not options.warnings:
        return []
    return noted_signs(symptoms, facts, period, made_at, withheld(symptoms, options.suicidal))


# --- the head -------------------------------------------------------------------------------------------------------


def _head(inputs: PageInputs, noted: Sequence[Noted], last: Sign) -> tuple[Sentence, ...]:
    """Of one symptom it is the symptom itself (``Items``)."""
    if len(noted) == 1:
        return ()
    when = _ago(inputs.texts, last, inputs.made_at)
    return (Sentence(inputs.texts("Warning symptoms noted, most recently {when}.", when=when)),)


def _only_one(noted: Sequence[Noted]) -> bool:
    return len(noted) == 1 and len(noted[0].days) == 1


def _looked_at(texts: Texts, made_at: Moment) -> str:
    words = texts.plural(
        "Looked at: this period and the {n} day up to {day}, {time}, when this page was made.",
        "Looked at: this period and the {n} days up to {day}, {time}, when this page was made.",
        warning_facts.DAYS_LOOKED_BACK, day=texts.short_day(made_at.local.date()), time=texts.time(made_at.local),
    )  # fmt: skip
    rest = texts("People are not asked every day, and entries can be left out.")
    return f"{words} {rest}"


def _ago(texts: Texts, sign: Sign, made_at: Moment) -> str:
    if sign.when is When.LATER:
        return texts("at a time later than this computer’s clock")
    days, day = (made_at.local.date() - sign.at.date()).days, texts.short_day(sign.at.date())
    named = {0: texts("today, {day}", day=day), 1: texts("yesterday, {day}", day=day)}  # it may be read later
    return named.get(days) or texts("on {day}", day=day)
