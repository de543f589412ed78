"""What a person lets the pages tell of medicines, conditions and answers, by the choices of the report."""

from __future__ import annotations

from dataclasses import dataclass

from journal.core.check_ins import Instrument
from journal.core.entries import Condition, Intake, Question, Substance
from journal.core.health import PRIVATE_BY_NATURE, ConditionKind
from journal.insights.measured import Entered, measured
from journal.insights.visit_facts import VisitFacts
from journal.reports.options import PREGNANCY, ReportOptions
from journal.reports.substance_rows import (
    choice_of_intake,
    choice_of_substance,
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person lets the pages tell."""

    options: ReportOptions

    def prints(self, choice: str) -> bool:
        """Whether this choice, by its field, is printed."""
        return bool(getattr(self.options, choice))

    def substance(self, substance: Substance) -> bool:
        """Whether it is told."""
        return not substance.private and self.prints(choice_of_substance(substance))

    def intake(self, intake: Intake, substance: Substance | None) -> bool:
        """Whether it is told; ``substance``: what it was of, if that is on the list."""
        hidden = intake.private or (substance is not None and substance.private)
        return not hidden and self.prints(choice_of_intake(intake, substance))

    def tells(self, condition: Condition) -> bool:
        """Pregnancy is private by nature, and printed where the person said so twice this time."""
        sure = _by_nature(condition) and PREGNANCY in self.options.private_printed
        hidden = condition.private and not sure
        return not hidden and self.prints(_choice_of_condition(condition))


def choices_there(facts: VisitFacts) -> frozenset[str]:
    """The fields of the choices of which something is written down that is not private, or private by nature."""
    by_id = {substance.id: substance for substance in facts.substances}
    choices = {choice_of_substance(substance) for substance in facts.substances if not substance.private}
    for intake in facts.intakes:
        substance = by_id.get(intake.substance or "")
        if not intake.private and not (substance is not None and substance.private):
            choices.add(choice_of_intake(intake, substance))
    choices |= {
        _choice_of_condition(condition)
        for condition in facts.conditions
        if not condition.private or _by_nature(condition)
    }
    others = {"lab_results": facts.lab_results, "attempts": facts.attempts}
    choices |= {choice for choice, entries in others.items() if not all(entry.private for entry in entries)}
    if any(check_in.instrument is Instrument.PEG and not check_in.private for check_in in facts.check_ins):
        choices.add("function")
    if measured_openly(facts):
        choices.add("measurements")
    if any(batch.figures.strip() and not batch.private for batch in facts.batches):
        choices.add("batches")
    if any(map(is_open, facts.questions)):
        choices.add("questions")
    return frozenset(choices)


def measured_openly(facts: VisitFacts) -> tuple[Entered, ...]:
    """What has a value measured at home and is not private; of sleep the daily check-ins too."""
    entries: tuple[Entered, ...] = (*facts.measurements, *facts.check_ins)
    return tuple(entry for entry in entries if not entry.private and measured([entry]))


def is_open(question: Question) -> bool:
    """Whether it is still to be asked, and may be told."""
    return not question.private and question.asked_on is None


def _by_nature(condition: Condition) -> bool:
    return condition.what in PRIVATE_BY_NATURE


def _choice_of_condition(condition: Condition) -> str:
    if _by_nature(condition):
        return PREGNANCY
    return "mood" if condition.what is ConditionKind.MENTAL_HEALTH else "conditions"


# --- what is taken ---------------------------------------------------------------------------------------------------
