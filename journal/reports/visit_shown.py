"""What the pages tell of medicines, conditions and answers: what the person lets them, and what they must not deny.

A row of which something is withheld looks like one that was never asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journal.core.check_ins import Instrument
from journal.core.entries import Attempt, CheckIn, Condition, Intake, LabResult, Question, Substance
from journal.core.health import PRIVATE_BY_NATURE, ConditionKind, Subject
from journal.core.moments import journal_day
from journal.core.substances import Taken
from journal.insights.check_ins import Scored, scores
from journal.insights.statements import Standing, last_said
from journal.insights.summary import Span
from journal.insights.visit_facts import VisitFacts, taken_in
from journal.reports.options import ReportOptions
from journal.reports.substance_rows import (
    ALCOHOL,
    CANNABIS,
    MEDICINES,
    ROWS,
    Known,
    SubstanceRow,
    choice_of_intake,
    choice_of_substance,
    known,
)


@dataclass(frozen=True, slots=True)
class TakenBeside:
    """A medicine or another substance by its name as typed; ``days`` of the last 28 on which it was written down.

    ``listed`` is what the person's list holds of it, None where only intakes name it.
    """

    name: str
    known: Known
    choice: str
    listed: Substance | None
    days: frozenset[dt.date] = frozenset()


@dataclass(frozen=True, slots=True)
class Alcohol:
    """What was written down in the last 28 days: the least that it was. ``drinks`` in thousandths, None: not said."""

    days: int
    drinks: int | None
    all_said: bool


@dataclass(frozen=True, slots=True)
class Times:
    """When the pages are made: the journal day, and when it begins (minutes after midnight)."""

    today: dt.date
    day_start: int


@dataclass(frozen=True, slots=True)
class VisitShown:
    """``taken`` is in the order of the page: sedatives first, then as on the list, then by name.

    ``list_checked``: when "nothing else" was stated last, if that stands. ``withheld`` are the rows of which nothing
    may be denied. ``operations`` are planned, the next one first.
    """

    taken: tuple[TakenBeside, ...] = ()
    alcohol: Alcohol | None = None
    list_checked: Standing | None = None
    withheld: frozenset[str] = frozenset()
    conditions: tuple[Condition, ...] = ()
    no_conditions: Standing | None = None
    allergies: tuple[Condition, ...] = ()
    no_allergies: Standing | None = None
    operations: tuple[Condition, ...] = ()
    labs: tuple[LabResult, ...] = ()
    function: tuple[Scored, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    questions: tuple[Question, ...] = ()

    def in_row(self, row: SubstanceRow) -> list[TakenBeside]:
        """The medicines of a row of page 1."""
        return [each for each in self.taken if each.choice == MEDICINES and row in each.known.rows]

    def of_choice(self, choice: str) -> list[TakenBeside]:
        """What is printed by one choice of the person."""
        return [each for each in self.taken if each.choice == choice]

    def may_deny(self, row: SubstanceRow) -> bool:
        """Whether "none on the list" may stand in the row: the list is dated, and nothing of the row is withheld."""
        return self.list_checked is not None and row.label not in self.withheld


def visit_shown(facts: VisitFacts, options: ReportOptions, last28: Span, until: dt.date, times: Times) -> VisitShown:
    """What of ``facts`` the pages tell. Counted are the last 28 days; the lists go on ``until`` what the pages tell."""
    chosen, span, day_start, today = _Chosen(options), Span(last28.first, until), times.day_start, times.today
    by_id = {each.id: each for each in facts.substances}
    intakes = [each for each in facts.intakes if last28.first <= journal_day(each.at, day_start) <= last28.last]
    listed = taken_in(facts.substances, span.first, span.last)
    standing = _standing(facts, Subject.NOTHING_ELSE, today)
    conditions = [each for each in facts.conditions if _still(each, span)]
    told = [each for each in conditions if chosen.tells(each)]
    hidden = len(told) < len(conditions)
    allergies, operations, others = _by_use(told, today)
    return VisitShown(
        taken=_ordered(_taken(intakes, listed, by_id, chosen, day_start)),
        alcohol=_alcohol(intakes, chosen, day_start),
        list_checked=standing,
        withheld=_withheld(listed, intakes, by_id, chosen),
        conditions=others,
        no_conditions=None if hidden or not options.conditions else _standing(facts, Subject.NO_CONDITIONS, today),
        allergies=allergies,
        no_allergies=None if hidden or not options.conditions else _standing(facts, Subject.NO_ALLERGIES, today),
        operations=operations,
        labs=tuple(each for each in facts.lab_results if options.lab_results and not each.private),
        function=_function(facts.check_ins, options),
        attempts=tuple(each for each in facts.attempts if options.attempts and not each.private),
        questions=tuple(each for each in facts.questions if not each.private and each.asked_on is None),
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the person lets the pages tell."""

    options: ReportOptions

    def prints(self, choice: str) -> bool:
        return bool(getattr(self.options, choice))

    def substance(self, substance: Substance) -> bool:
        return not substance.private and self.prints(choice_of_substance(substance))

    def intake(self, intake: Intake, substance: Substance | None) -> bool:
        hidden = intake.private or (substance is not None and substance.private)
        return not hidden and self.prints(choice_of_intake(intake, substance))

    def tells(self, condition: Condition) -> bool:
        """Pregnancy is private by nature, and printed where the person says so this time."""
        hidden = condition.private and not _by_nature(condition)
        return not hidden and self.prints(_choice_of_condition(condition))


def choices_there(facts: VisitFacts) -> frozenset[str]:
    """The fields of the choices of which something is written down that is not private, or private by nature."""
    by_id = {each.id: each for each in facts.substances}
    found = {choice_of_substance(each) for each in facts.substances if not each.private}
    for intake in facts.intakes:
        substance = by_id.get(intake.substance or "")
        if not intake.private and not (substance is not None and substance.private):
            found.add(choice_of_intake(intake, substance))
    found |= {_choice_of_condition(each) for each in facts.conditions if not each.private or _by_nature(each)}
    others = {"lab_results": facts.lab_results, "attempts": facts.attempts}
    found |= {choice for choice, entries in others.items() if not all(each.private for each in entries)}
    if any(each.instrument is Instrument.PEG and not each.private for each in facts.check_ins):
        found.add("function")
    return frozenset(found)


def _by_nature(condition: Condition) -> bool:
    return condition.what in PRIVATE_BY_NATURE


def _choice_of_condition(condition: Condition) -> str:
    if _by_nature(condition):
        return "pregnancy"
    return "mood" if condition.what is ConditionKind.MENTAL_HEALTH else "conditions"


# --- what is taken ---------------------------------------------------------------------------------------------------


def _taken(
    intakes: Iterable[Intake],
    listed: Iterable[Substance],
    by_id: Mapping[str, Substance],
    chosen: _Chosen,
    day_start: int,
) -> dict[str, TakenBeside]:
    found = {
        each.id: TakenBeside(each.name, known(each.name), choice_of_substance(each), each)
        for each in listed
        if chosen.substance(each)
    }
    for intake in intakes:
        substance = by_id.get(intake.substance or "")
        if not chosen.intake(intake, substance):
            continue
        choice = choice_of_intake(intake, substance)
        if choice == ALCOHOL and (substance is None or substance.id not in found):
            continue  # counted in drinks
        name = substance.name if substance else intake.name
        key = substance.id if substance else f"{intake.what} {name.casefold()}"
        before = found.get(key) or TakenBeside(name, known(name or intake.what), choice, None)
        day = journal_day(intake.at, day_start)
        found[key] = replace(before, name=before.name or str(intake.what), days=before.days | {day})
    return found


def _ordered(found: Mapping[str, TakenBeside]) -> tuple[TakenBeside, ...]:
    """Sedatives first; then what is on the list; by name, in which nothing is ranked."""
    return tuple(
        sorted(found.values(), key=lambda each: (not each.known.sedative, each.listed is None, each.name.casefold()))
    )


def _alcohol(intakes: Iterable[Intake], chosen: _Chosen, day_start: int) -> Alcohol | None:
    drunk = [each for each in intakes if each.what is Taken.ALCOHOL and chosen.intake(each, None)]
    if not drunk:
        return None
    said = [each.drinks for each in drunk if each.drinks is not None]
    days = {journal_day(each.at, day_start) for each in drunk}
    return Alcohol(len(days), sum(said) if said else None, len(said) == len(drunk))


def _withheld(
    listed: Iterable[Substance], intakes: Iterable[Intake], by_id: Mapping[str, Substance], chosen: _Chosen
) -> frozenset[str]:
    """Labels of rows of which something is withheld; a name that nothing is known of may belong to any of them."""
    hidden = [(each.name, choice_of_substance(each)) for each in listed if not chosen.substance(each)]
    for intake in intakes:
        substance = by_id.get(intake.substance or "")
        if not chosen.intake(intake, substance):
            name = substance.name if substance else intake.name or str(intake.what)
            hidden.append((name, choice_of_intake(intake, substance)))
    return frozenset(row.label for name, choice in hidden for row in _rows_of_hidden(known(name), choice))


def _rows_of_hidden(what: Known, choice: str) -> tuple[SubstanceRow, ...]:
    """Beer that is not told denies no medicine."""
    if not what.recognised:
        return () if choice in (ALCOHOL, CANNABIS) else ROWS
    return what.rows if choice == MEDICINES else ()


# --- what was answered -----------------------------------------------------------------------------------------------


def _standing(facts: VisitFacts, subject: Subject, today: dt.date) -> Standing | None:
    """What was stated last, if that is a yes and not private."""
    found = last_said(facts.statements, subject, today)
    return found if found is not None and found.stands and not found.statement.private else None


def _still(condition: Condition, span: Span) -> bool:
    begun = condition.since is None or condition.since <= span.last
    return begun and (condition.until is None or condition.until >= span.first)


def _by_use(
    conditions: Iterable[Condition], today: dt.date
) -> tuple[tuple[Condition, ...], tuple[Condition, ...], tuple[Condition, ...]]:
    """Allergies, planned operations that are ahead (the next first), and everything else."""
    allergies, operations, others = [], [], []
    for each in conditions:
        if each.what is ConditionKind.ALLERGY:
            allergies.append(each)
        elif each.what is ConditionKind.PLANNED_OPERATION:
            if each.planned is None or each.planned >= today:
                operations.append(each)
        else:
            others.append(each)
    operations.sort(key=lambda each: each.planned or dt.date.max)
    return tuple(allergies), tuple(operations), tuple(others)


def _function(check_ins: Iterable[CheckIn], options: ReportOptions) -> tuple[Scored, ...]:
    shown = [each for each in check_ins if options.function and not each.private]
    return tuple(each for each in scores(shown, Instrument.PEG) if each.score is not None)
