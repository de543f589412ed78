"""The lines at the top of page 1: what a clinician asks first, each a bold word with its answer beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from journal.core.symptoms import SymptomKind
from journal.insights.cells import (
    window_days,
)
from journal.insights.rated_days import Rated
from journal.insights.symptom_days import STRONG
from journal.insights.wording import Sentence
from journal.reports.function_line import function_sentence
from journal.reports.main_symptom import days_compared_words, main_id, main_symptom, rated_days
from journal.reports.page_inputs import PageInputs
from journal.reports.rising import rising
from journal.reports.substance_rows import CANNABIS, OTHER, SubstanceRow
from journal.reports.taken_with import ASKED, conditions_beside, not_named, taken_with
from journal.reports.taken_words import also_wears_off
from journal.reports.takes_now import takes_now
from journal.reports.visit import is_effect_told_above
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class Line:
    """A label at the left edge, and paragraphs of sentences beside it."""

    label: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


def lines(inputs: PageInputs) -> tuple[Line, ...]:
    """In their fixed order; what the page does not tell is named in the last one."""
    return tuple(line for line_of in _LINES if (line := line_of(inputs)) is not None)


def _takes_now(inputs: PageInputs) -> Line | None:
    paragraphs = takes_now(inputs)
    return Line(inputs.texts("Takes now"), tuple(paragraphs)) if paragraphs else None


def _rising(inputs: PageInputs) -> Line | None:
    sentences = rising(inputs)
    return Line(inputs.texts("Change"), (sentences,)) if sentences else None


# --- symptoms -------------------------------------------------------------------------------------------------------


def _main(inputs: PageInputs) -> Line | None:
    """The main symptom, and beside it function, if it was filled in."""
    texts, rated, function = inputs.texts, main_symptom(inputs), function_sentence(inputs)
    if not rated:
        return Line(texts("Function"), ((function,),)) if function else None
    pain = inputs.symptoms[main_id(inputs)].kind is SymptomKind.PAIN
    if function is None:
        return Line(texts("Pain") if pain else texts("Main symptom"), (rated,))
    label = texts("Pain, function") if pain else texts("Symptom, function")
    return Line(label, ((*rated, function),))


def _wears_off(inputs: PageInputs) -> Line | None:
    """ "withdrawal signs (4+ of 10) on 12 of 17 rated days of 28" "on 10 of 14 days rated before the first dose;" """
    texts, withdrawal = inputs.texts, inputs.summary.withdrawal
    if not withdrawal.last28.n:
        return None
    days = rated_days(texts, withdrawal.last28.n, inputs.summary.last28.days)
    lead = texts("withdrawal signs ({from_}+ of 10) on {k} of {days}", days=days,
                 k=texts.integer(withdrawal.last28.k), from_=STRONG)  # fmt: skip
    parts, before = [], withdrawal.before28
    if any(group.doses28 for group in inputs.summary.groups):  # else there is no first dose
        parts.append(_before_first(texts, withdrawal.before_first))
    if before is not None:
        parts.append(texts("{n} days before: {rated}", n=window_days(texts), rated=_k_of_n(texts, before)))
    names = ", ".join(inputs.inside_name(symptom) for symptom in withdrawal.symptoms)
    words = texts("({names}); {rest}.", names=inputs.fitted_inside(names, 330), rest="; ".join(parts)) if parts else (
        texts("({names}).", names=inputs.fitted_inside(names, 330))
    )  # fmt: skip
    sentence = Sentence(lead, words) if withdrawal.last28.k else Sentence("", f"{lead} {words}")
    beside = [Sentence("", words)] if (words := also_wears_off(inputs)) else []
    return Line(texts("When it wears off"), ((sentence, *beside),))


def _before_first(texts: Texts, rated: Rated) -> str:
    """Where nobody rated then, a 0 would read as "no signs in the morning"."""
    if not rated.n:
        return texts("not rated before the first dose of a day")
    return texts.plural(
        "on {k} of {n} day rated before the first dose",
        "on {k} of {n} days rated before the first dose",
        rated.n, k=texts.integer(rated.k),
    )  # fmt: skip


def _k_of_n(texts: Texts, rated: Rated) -> str:
    """ "4 of 4" alone would read as every day."""
    if not rated.n:
        return texts("not rated")
    return texts.plural("{k} of {n} rated day", "{k} of {n} rated days", rated.n, k=texts.integer(rated.k))


# --- what is taken with it ---


def _taken_with(inputs: PageInputs) -> Line | None:
    sentence = taken_with(inputs)
    return None if sentence is None else Line(inputs.texts("Other substances"), ((sentence,),))


def _conditions(inputs: PageInputs) -> Line | None:
    """Those that change what is read above: a label of their own, as a condition is not taken."""
    sentence = conditions_beside(inputs)
    return None if sentence is None else Line(inputs.texts("Conditions"), ((sentence,),))


# --- not on this page -----------------------------------------------------------------------------------------------


def _not_on_this_page(inputs: PageInputs) -> Line | None:
    """What the page does not tell; one line for both reasons, so that nothing left out betrays itself."""
    texts, summary = inputs.texts, inputs.summary
    days, shown = days_compared_words(inputs), inputs.visit
    missing = [
        (_takes_now(inputs) is None, texts("doses (takes now)")),
        (not summary.groups, texts("a change of doses")),
        (not shown.may_deny, _medicines_not_known(inputs)),
        (shown.alcohol is None, texts("alcohol")),
        (not (shown.of_choice(CANNABIS) or shown.of_choice(OTHER)), texts("cannabis, other drugs")),
        (not main_symptom(inputs), texts("pain or main symptom in {days}", days=days)),
        (not summary.withdrawal.last28.n, texts("withdrawal signs (when it wears off)")),
        (not summary.side_effects, _effects_not_told(inputs)),
        (not (shown.function or shown.function_in_part), texts("function")),
        (not shown.conditions and shown.no_conditions is None, texts("conditions")),
        (not shown.measured, texts("measurements")),
        (not inputs.goal, texts("wishes")),
    ]
    named = ", ".join(words for absent, words in missing if absent)
    if not named:
        return None
    if summary.period.last < inputs.made_at.local.date():
        sentence = texts("Not told (not asked, left out, or later; not “none”): {what}.", what=named)
    else:
        sentence = texts("Not told (not asked, or left out; not “none”): {what}.", what=named)
    return Line(texts("Not on this page"), ((Sentence("", sentence),),))  # bold, it would read as what is taken


def _effects_not_told(inputs: PageInputs) -> str:
    """One that stands among the warning symptoms is told."""
    texts, days = inputs.texts, days_compared_words(inputs)
    if is_effect_told_above(inputs):
        return texts("other side effects in {days}", days=days)
    return texts("side effects in {days}", days=days)


def _medicines_not_known(inputs: PageInputs) -> str:
    """Without a day on which the list was whole, what is on it says nothing of what is not."""
    texts = inputs.texts
    ends = {row: ended for row in ASKED if (ended := _ended(inputs, row))}
    absent = [texts(name) for name in not_named(inputs, {row: ASKED[row] for row in ASKED if row not in ends})]
    parts = [texts("nothing said of {names}", names=", ".join(absent))] if absent else []
    parts += [_ended_words(inputs, ASKED[row], ended) for row, ended in ends.items()]
    return texts("other medicines ({what})", what="; ".join(parts)) if parts else texts("other medicines")


def _ended(inputs: PageInputs, row: SubstanceRow) -> dt.date | None:
    """When the last one of a row ended, all of which have; what is taken of it now is open."""
    ends = [taken.ended(inputs.made_at.local.date()) for taken in inputs.visit.in_row(row)]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def _ended_words(inputs: PageInputs, words: str, ended: dt.date) -> str:
    texts = inputs.texts
    return texts("{what} ended {day}, nothing said since", what=texts(words), day=texts.short_day(ended))


_LINES: tuple[Callable[[PageInputs], Line | None], ...] = (
    _takes_now, _rising, _taken_with, _conditions, _main, _wears_off, _not_on_this_page,
)  # fmt: skip
