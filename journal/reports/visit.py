"""What is asked at the visit because it has no answer: boxes for "no" and "yes", and lines to write on.

The rows are lists, in the order of the page; a row that the page answers already is not ``wanted``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from journal.core.health import PRIVATE_BY_NATURE, ConditionKind
from journal.insights.groups import Group
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.reports.seizures_noted import SEIZURE
from journal.reports.substance_rows import ROWS, SubstanceRow
from journal.reports.taken_words import is_taken_now
from journal.reports.visit_answers import ALCOHOL_ROW, NALOXONE_ROW, OTHER_DRUGS, Answer, answers, is_answered
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
class Visit:
    """The block beside the figures: what is answered, and below it what is asked. ``checked``: how old the list is.

    ``denied``: what a list does not have, which is asked as well where the page is not full: a list may be incomplete.
    """

    answers: tuple[Answer, ...]
    asks: tuple[Ask, ...]
    checked: str
    denied: tuple[Ask, ...] = ()

    def asking_denied(self) -> Visit:
        """The same that also asks for what a list denies."""
        return replace(self, asks=(*self.denied, *self.asks), denied=())

    def run_on(self) -> Visit:
        """The same with its answers in one paragraph."""
        between = Sentence("", "·")
        sentences = [sentence for answer in self.answers for sentence in (between, *answer)][1:]
        return replace(self, answers=(tuple(sentences),) if sentences else ())


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


def _leaf_is_listed(inputs: PageInputs) -> bool:
    return any(group.group is Group.LEAF for group in inputs.summary.groups)


def _only_leaf_taken(inputs: PageInputs) -> bool:
    return _leaf_is_listed(inputs) and not _other_kinds_taken(inputs)


def _no_kind_is_told(inputs: PageInputs) -> bool:
    return not _leaf_is_listed(inputs) and not _other_kinds_taken(inputs)


def _no_plan_is_said(inputs: PageInputs) -> bool:
    return not inputs.options.planned and not inputs.visit.operations


def _no_goal_is_said(inputs: PageInputs) -> bool:
    return not inputs.goal


def _withdrawal_is_not_rated(inputs: PageInputs) -> bool:
    return not inputs.summary.withdrawal.last28.n


def _has_no_answer(label: str) -> Callable[[PageInputs], bool]:
    return lambda inputs: not is_answered(inputs, label)


def _is_not_told(*conditions: ConditionKind) -> Callable[[PageInputs], bool]:
    """Neither named nor, for all of them at once, denied."""
    return lambda inputs: (
        inputs.visit.no_conditions is None
        and not {*conditions} & {condition.what for condition in inputs.visit.conditions}
    )


def _asks_of_seizures(inputs: PageInputs, noted: bool) -> bool:
    """What stands in the frame above is not asked as if nobody had said it."""
    return _is_not_told(ConditionKind.SEIZURES)(inputs) and (SEIZURE in inputs.signs_told) is noted


def _only_one_is_told(told: ConditionKind, asked: ConditionKind) -> Callable[[PageInputs], bool]:
    """Of two that are asked in one: what is known of one says nothing of the other."""
    return lambda inputs: not _is_not_told(told)(inputs) and _is_not_told(asked)(inputs)


def _pregnancy_is_not_told(inputs: PageInputs) -> bool:
    """ "No condition to note" does not deny it: a person who says so may not think of a pregnancy."""
    return not {condition.what for condition in inputs.visit.conditions} & PRIVATE_BY_NATURE


def _no_function_is_told(inputs: PageInputs) -> bool:
    return not inputs.visit.function


# What is taken with it, below the rows of medicines. Two boxes: one would leave open whether it was asked.
_ASKS = (
    Ask(marked("Other kratom products"), wanted=_other_kinds_taken),
    Ask(marked("7-OH, extract, other"), wanted=_only_leaf_taken),
    Ask(marked("Leaf, extract, 7-OH"), wanted=_no_kind_is_told),
    Ask(ALCOHOL_ROW, marked("drinks a week"), wanted=_has_no_answer(ALCOHOL_ROW)),
    Ask(OTHER_DRUGS, wanted=_has_no_answer(OTHER_DRUGS)),
)
# Health, function, aims.
_HEALTH = (
    Field(marked("Liver"), _NO_AND_YES, wanted=_is_not_told(ConditionKind.LIVER)),
    Field(marked("Kidney"), _NO_AND_YES, wanted=_is_not_told(ConditionKind.KIDNEY)),
    Field(marked("Heart, long QT"), _NO_AND_YES, wanted=_is_not_told(ConditionKind.HEART)),
    Field(marked("Seizures"), _NO_AND_YES, wanted=lambda inputs: _asks_of_seizures(inputs, noted=False)),
    Field(marked("Other seizures"), _NO_AND_YES, wanted=lambda inputs: _asks_of_seizures(inputs, noted=True)),
    Field(marked("Sleep apnoea, lung"), _NO_AND_YES,
          wanted=_is_not_told(ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING)),
    Field(marked("Lung disease"), _NO_AND_YES,
          wanted=_only_one_is_told(ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING)),
    Field(marked("Sleep apnoea"), _NO_AND_YES,
          wanted=_only_one_is_told(ConditionKind.BREATHING, ConditionKind.SLEEP_APNOEA)),
    Field(marked("Pregnant, breastfeeding"), _NO_AND_YES, wanted=_pregnancy_is_not_told),
    Field(marked("Allergy"), blanks=(("", 70),), wanted=_has_no_answer("Allergy")),
    Field(NALOXONE_ROW, _NO_AND_YES, wanted=_has_no_answer(NALOXONE_ROW)),
    Field(marked("Operation planned"), _NO_AND_YES, ((marked("date"), 48),), wanted=_no_plan_is_said),
    Field(marked("Withdrawal signs when a dose is late"), _NO_AND_YES, ((marked("which"), 66),),
          wanted=_withdrawal_is_not_rated),
    Field(marked("PEG, past week 0–10:"),
          blanks=((marked("pain"), 24), (marked("enjoyment"), 24), (marked("activity"), 24)),
          wanted=_no_function_is_told),
    Field(marked("Wants:"), marked(("talk", "cut down", "stop", "no change", "other")), (("", 46),), bold=True,
          wanted=_no_goal_is_said),
)  # fmt: skip
_DARK_URINE_SIGN, _DARK_URINE = "dark_urine", marked("dark urine")
_EFFECTS = (
    *marked(("constipation", "nausea", "drowsiness", "itching", "sweating")),
    _DARK_URINE,
    marked("asked: none of these"),
)


def visit(inputs: PageInputs) -> Visit:
    """What is taken with it and what the person has, in the language of the page."""
    texts, may_deny = inputs.texts, inputs.visit.may_deny
    medicines = tuple(Ask(texts(label)) for row in ROWS if row.asked for label in _not_named(inputs, row))
    others = tuple(Ask(texts(ask.label), ask.unit and texts(ask.unit)) for ask in _ASKS if ask.wanted(inputs))
    if may_deny:
        return Visit(answers(inputs), others, _checked(inputs), medicines)
    return Visit(answers(inputs), (*medicines, *others), _checked(inputs))


def _not_named(inputs: PageInputs, row: SubstanceRow) -> tuple[str, ...]:
    """What of a row nothing that is taken answers: of a row for two, the one that is not named."""
    now = [taken for taken in inputs.visit.in_row(row) if is_taken_now(inputs, taken)]
    if not now:
        return (row.label,)
    named = {class_.id for taken in now for class_ in taken.known.classes}
    return tuple(label for class_id, label in row.alone if class_id not in named)


def _checked(inputs: PageInputs) -> str:
    """ "list of 20 Nov 2026": every answer has a date. That an old one was not checked since is said below."""
    texts, checked = inputs.texts, inputs.visit.list_checked
    if checked is None:
        return ""
    return texts("list of {day}", day=texts.short_day(checked.statement.day))


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


def is_effect_told_above(inputs: PageInputs) -> bool:
    """Whether one that is asked for stands among the warning symptoms, so that it is not said to be untold."""
    return _DARK_URINE_SIGN in inputs.signs_told


def effects_to_ask(inputs: PageInputs) -> tuple[str, ...]:
    """Boxes in place of side effects where none was rated; without what stands among the warning symptoms."""
    told = _DARK_URINE if is_effect_told_above(inputs) else ""
    return tuple(inputs.texts(effect) for effect in _EFFECTS if effect != told)
