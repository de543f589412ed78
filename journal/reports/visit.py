"""What is asked at the visit because this version cannot record it: boxes for "no" and "yes", and lines to write on.

The rows are lists, in the order of the page; a row that the page answers already is not ``wanted``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journal.insights.groups import Group
from journal.reports.page_inputs import PageInputs
from journal.texts.marked import marked

_NO_AND_YES = marked(("no", "yes"))


def _always(_inputs: PageInputs) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Ask:
    """A row with two boxes and a line to write on, at whose end ``unit`` stands."""

    label: str
    unit: str = ""
    wanted: Callable[[PageInputs], bool] = _always


@dataclass(frozen=True, slots=True)
class Field:
    """A question in a running line: boxes to tick, and blanks (words before it, points wide) to write in."""

    label: str
    boxes: tuple[str, ...] = ()
    blanks: tuple[tuple[str, float], ...] = ()
    bold: bool = False
    wanted: Callable[[PageInputs], bool] = _always


def _other_kinds_taken(inputs: PageInputs) -> bool:
    return any(group.group in (Group.EXTRACT, Group.SEVEN_OH) for group in inputs.summary.groups)


def _only_leaf_taken(inputs: PageInputs) -> bool:
    return not _other_kinds_taken(inputs)


def _no_plan_is_said(inputs: PageInputs) -> bool:
    return not inputs.options.planned


def _no_goal_is_said(inputs: PageInputs) -> bool:
    return not inputs.options.goal


def _withdrawal_is_not_rated(inputs: PageInputs) -> bool:
    return not inputs.summary.withdrawal.last28.n


# What is taken with it. Two boxes: one would leave open whether it was asked.
_ASKS = marked((
    Ask("Opioid"),
    Ask("Benzodiazepine, z-drug"),
    Ask("Gabapentinoid"),
    Ask("Naltrexone, buprenorphine"),
    Ask("Antidepressant"),
    Ask("Other medicine"),
    Ask("Other kratom products", wanted=_other_kinds_taken),
    Ask("7-OH, extract, other", wanted=_only_leaf_taken),
    Ask("Alcohol", "drinks a week"),
    Ask("Cannabis, other drugs"),
))  # fmt: skip
# Health, function, aims.
_HEALTH = (
    Field(marked("Liver"), _NO_AND_YES),
    Field(marked("Kidney"), _NO_AND_YES),
    Field(marked("Heart, long QT"), _NO_AND_YES),
    Field(marked("Seizures"), _NO_AND_YES),
    Field(marked("Sleep apnoea, lung"), _NO_AND_YES),
    Field(marked("Pregnant, breastfeeding"), _NO_AND_YES),
    Field(marked("Allergy"), blanks=(("", 70),)),
    Field(marked("Naloxone at home"), _NO_AND_YES),
    Field(marked("Operation planned"), _NO_AND_YES, ((marked("date"), 48),), wanted=_no_plan_is_said),
    Field(marked("Withdrawal signs when a dose is late"), _NO_AND_YES, ((marked("which"), 66),),
          wanted=_withdrawal_is_not_rated),
    Field(marked("PEG, past week 0–10:"),
          blanks=((marked("pain"), 24), (marked("enjoyment"), 24), (marked("activity"), 24))),
    Field(marked("Wants:"), marked(("talk", "cut down", "stop", "no change", "other")), (("", 46),), bold=True,
          wanted=_no_goal_is_said),
)  # fmt: skip
_EFFECTS = marked(("constipation", "nausea", "drowsiness", "itching", "sweating", "dark urine", "asked: none of these"))


def asks(inputs: PageInputs) -> tuple[Ask, ...]:
    """What is taken with it, in the language of the page."""
    texts = inputs.texts
    return tuple(Ask(texts(ask.label), ask.unit and texts(ask.unit)) for ask in _ASKS if ask.wanted(inputs))


def health_fields(inputs: PageInputs) -> tuple[Field, ...]:
    """Health, function, aims; without what the page already says."""
    texts = inputs.texts
    return tuple(
        Field(
            texts(field.label),
            tuple(texts(box) for box in field.boxes),
            tuple((words and texts(words), wide) for words, wide in field.blanks),
            field.bold,
        )
        for field in _HEALTH
        if field.wanted(inputs)
    )


def effects_to_ask(inputs: PageInputs) -> tuple[str, ...]:
    """Boxes in place of side effects where none was rated."""
    return tuple(inputs.texts(effect) for effect in _EFFECTS)
