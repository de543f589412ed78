"""What the pages tell of medicines, conditions and answers: what the person lets them, and what they must not deny.

A row of which something is withheld looks like one that was never asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from journal.core import limits
from journal.core.check_ins import Instrument
from journal.core.entries import Attempt, CheckIn, Condition, Intake, LabResult, Person, Question, Statement, Substance
from journal.core.health import ConditionKind, Subject
from journal.core.journal_day import journal_day
from journal.core.substances import Taken
from journal.insights.alcohol_and_paracetamol import drinks_of
from journal.insights.check_ins import Scored, scores
from journal.insights.measured import Entered
from journal.insights.statements import Standing, last_statement
from journal.insights.summary import Span
from journal.insights.visit_facts import VisitFacts, taken_in
from journal.reports.disclosed import Chosen, is_open, measured_openly
from journal.reports.options import ReportOptions
from journal.reports.substance_rows import (
    ALCOHOL,
    CANNABIS,
    MEDICINES,
    Known,
    SubstanceRow,
    choice_of_intake,
    choice_of_substance,
    known,
    one_medicine,
)


@dataclass(frozen=True, slots=True)
class TakenBeside:
    """A medicine or another substance by its name as typed; ``days`` of the last 28 on which it was written down.

    ``listed`` is what the person's list holds of it, None where only intakes name it. ``later``: it was written down
    after the period, on the running day. ``written_ms``: when the last of its intakes was written down.
    """

    name: str
    known: Known
    choice: str
    listed: Substance | None
    days: frozenset[dt.date] = frozenset()
    later: bool = False
    written_ms: int = 0

    def came_after(self, list_of: Statement) -> bool:
        """Whether it is not on the list and was written down after it: the date of the list would say that it is not.

        It may have been taken before; what was taken after that day was written down after it, too.
        """
        after = self.written_ms > list_of.recorded_ms or any(day > list_of.day for day in self.days)
        return self.listed is None and after

    def ended(self, today: dt.date) -> dt.date | None:
        """The last day on which it was taken, if that is over; page 1 and both sheets ask here."""
        until = self.listed.until if self.listed is not None else None
        return until if until is not None and until < today else None


@dataclass(frozen=True, slots=True)
class Alcohol:
    """What was written down in the last 28 days: the least that it was. ``drinks`` in thousandths, None: not said.

    ``later``: some was written down after the period; where that is all, there is no number of drinks.
    ``written_ms``: when the last of it was written down. ``last``: the last day on which it was drunk.
    """

    days: int
    drinks: int | None
    all_said: bool
    later: bool = False
    written_ms: int = 0
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """When the pages are made: the journal day, and when it begins (minutes after midnight)."""

    today: dt.date
    day_start: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Which intakes are counted by days: those up to ``last``; later ones are told beside them."""

    last: dt.date
    day_start: int

    def day(self, intake: Intake) -> dt.date | None:
        """Its journal day; None if it is after the last one that counts."""
        day = journal_day(intake.at, self.day_start)
        return day if day <= self.last else None


# What changes what is safe to prescribe: one of each stands first and is never cut.
FIRST = (
    ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING, ConditionKind.BREATHING, ConditionKind.SLEEP_APNOEA,
    ConditionKind.SEIZURES, ConditionKind.HEART, ConditionKind.LIVER, ConditionKind.KIDNEY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class VisitShown:
    """``taken`` is in the order of the page: sedatives first, what has ended later, then as on the list, then by name.

    ``list_checked``: when "nothing else" was stated last, if that stands and no medicine is withheld: with one denied
    row less, who reads the others knows which one it is. ``operations`` are planned, the next one first.
    ``function_in_part``: without a score, because items were skipped; in order of time.
    ``about``: what the person says of themselves, which is a part of their own words.
    """

    taken: tuple[TakenBeside, ...] = ()
    alcohol: Alcohol | None = None
    list_checked: Standing | None = None
    conditions: tuple[Condition, ...] = ()
    no_conditions: Standing | None = None
    allergies: tuple[Condition, ...] = ()
    no_allergies: Standing | None = None
    operations: tuple[Condition, ...] = ()
    labs: tuple[LabResult, ...] = ()
    measured: tuple[Entered, ...] = ()
    function: tuple[Scored, ...] = ()
    function_in_part: tuple[CheckIn, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    questions: tuple[Question, ...] = ()
    about: Person | None = None

    def in_row(self, row: SubstanceRow) -> list[TakenBeside]:
        """The medicines of a row of page 1."""
        return [item for item in self.taken if item.choice == MEDICINES and row in item.known.rows]

    def of_choice(self, choice: str) -> list[TakenBeside]:
        """What is printed by one choice of the person."""
        return [item for item in self.taken if item.choice == choice]

    @property
    def may_deny(self) -> bool:
        """Whether "none on the list" may stand in a row: the list is dated, and nothing on it may belong to any row."""
        return self.list_checked is not None and all(taken.known.recognised for taken in self.of_choice(MEDICINES))


def visit_shown(facts: VisitFacts, options: ReportOptions, last28: Span, until: dt.date, times: Times) -> VisitShown:
    """What of ``facts`` the pages tell. Counted are the last 28 days; the lists go on ``until`` what the pages tell.

    A medicine that ended in the period is told with its end: who took it lately is asked about that.
    """
    chosen, span, day_start, today = Chosen(options), Span(last28.first, until), times.day_start, times.today
    by_id = {substance.id: substance for substance in facts.substances}
    intakes = [intake for intake in facts.intakes if last28.first <= journal_day(intake.at, day_start) <= until]
    listed = taken_in(facts.substances, options.period.first, until, today)
    conditions = [condition for condition in facts.conditions if _still(condition, span, today)]
    disclosed = [condition for condition in conditions if chosen.tells(condition)]
    hidden = len(disclosed) < len(conditions)
    allergies, operations, others = _by_use(disclosed, today)
    counted = Counted(last28.last, day_start)
    taken = _ordered(_taken(intakes, listed, by_id, chosen, counted), today)
    told = [substance for substance in listed if chosen.substance(substance)]
    standing = partial(_standing, facts, today=today, listed=disclosed)
    withheld = _withholds_a_medicine(listed, intakes, by_id, chosen)
    return VisitShown(
        taken=taken,
        alcohol=_alcohol(intakes, by_id, chosen, counted),
        list_checked=None if withheld else _standing(facts, Subject.NOTHING_ELSE, today, told),
        conditions=others,
        no_conditions=None if hidden or not options.conditions else standing(Subject.NO_CONDITIONS),
        allergies=allergies,
        no_allergies=None if hidden or not options.conditions else standing(Subject.NO_ALLERGIES),
        operations=operations,
        labs=tuple(lab for lab in facts.lab_results if options.lab_results and not lab.private),
        measured=measured_openly(facts) if options.measurements else (),
        function=_function(facts.check_ins, options),
        function_in_part=_function_in_part(facts.check_ins, options),
        attempts=tuple(attempt for attempt in facts.attempts if options.attempts and not attempt.private),
        questions=tuple(question for question in facts.questions if options.questions and is_open(question)),
        about=next((person for person in facts.persons if options.own_words and not person.private), None),
    )


def _taken(
    intakes: Iterable[Intake],
    listed: Iterable[Substance],
    by_id: Mapping[str, Substance],
    chosen: Chosen,
    counted: Counted,
) -> dict[str, TakenBeside]:
    taken = {
        substance.id: TakenBeside(substance.name, known(substance.name), choice_of_substance(substance), substance)
        for substance in listed
        if chosen.substance(substance)
    }
    for intake in intakes:
        substance = by_id.get(intake.substance or "")
        if not chosen.intake(intake, substance):
            continue
        substance = substance or _same_on_list(intake, taken.values())
        choice = choice_of_intake(intake, substance)
        if choice == ALCOHOL and (substance is None or substance.id not in taken):
            continue  # counted in drinks
        name = substance.name if substance else intake.name
        key = substance.id if substance else f"{intake.what} {one_medicine(name)}"
        before = taken.get(key) or TakenBeside(name, known(name or intake.what), choice, None)
        name, day = before.name or str(intake.what), counted.day(intake)
        days = before.days if day is None else before.days | {day}
        written_ms = max(before.written_ms, intake.recorded_ms)
        taken[key] = replace(before, name=name, days=days, later=before.later or day is None, written_ms=written_ms)
    return taken


def _same_on_list(intake: Intake, taken: Iterable[TakenBeside]) -> Substance | None:
    """What the list holds of a medicine that an intake names without being of it: one medicine is not told as two.

    Not what had ended before it, as the page would say that it is taken no more.
    """
    if choice_of_intake(intake, None) != MEDICINES or not intake.name:
        return None
    day, medicine = intake.at.local.date(), one_medicine(intake.name)
    listed = (item.listed for item in taken if item.choice == MEDICINES and item.ended(day) is None)
    return next((of for of in listed if of is not None and one_medicine(of.name) == medicine), None)


def _ordered(taken: Mapping[str, TakenBeside], today: dt.date) -> tuple[TakenBeside, ...]:
    """Sedatives first, then what blocks opioids; of each what has not ended, then what is on the list; by name, in
    which nothing is ranked.
    """

    def place(item: TakenBeside) -> tuple[bool, bool, bool, bool, str]:
        first, ended = item.known.stands_first, item.ended(today) is not None
        return not item.known.sedative, not first, ended, item.listed is None, item.name.casefold()

    return tuple(sorted(taken.values(), key=place))


def _alcohol(
    intakes: Iterable[Intake], by_id: Mapping[str, Substance], chosen: Chosen, counted: Counted
) -> Alcohol | None:
    """What was drunk; a drink whose substance is private is private, too."""
    private = {substance.id for substance in by_id.values() if substance.private}
    told = [
        (counted.day(intake), intake)
        for intake in intakes
        if intake.what is Taken.ALCOHOL and intake.substance not in private and chosen.intake(intake, None)
    ]
    if not told:
        return None
    drunk = [(day, intake) for day, intake in told if day is not None]
    later = len(drunk) < len(told)
    some = [intake for _, intake in told if intake.drinks != 0]
    written_ms = max((intake.recorded_ms for intake in some), default=0)
    last = max((intake.at.local.date() for intake in some), default=None)
    if not drunk:
        return Alcohol(0, None, all_said=False, later=later, written_ms=written_ms, last=last)
    drinks = drinks_of(drunk, limits.WINDOW_DAYS)
    return Alcohol(drinks.noted.days, drinks.total, not drinks.unnumbered, later, written_ms, last)


def _withholds_a_medicine(
    listed: Iterable[Substance], intakes: Iterable[Intake], by_id: Mapping[str, Substance], chosen: Chosen
) -> bool:
    """Whether any is left out, or all of them; a name that nothing is known of may be one."""
    hidden = [
        (substance.name, choice_of_substance(substance)) for substance in listed if not chosen.substance(substance)
    ]
    for intake in intakes:
        substance = by_id.get(intake.substance or "")
        if not chosen.intake(intake, substance):
            name = substance.name if substance else intake.name or str(intake.what)
            hidden.append((name, choice_of_intake(intake, substance)))
    return not chosen.prints(MEDICINES) or any(_may_be_a_medicine(known(name), choice) for name, choice in hidden)


def _may_be_a_medicine(substance: Known, choice: str) -> bool:
    """Beer that is not told denies no medicine."""
    return choice == MEDICINES or (not substance.recognised and choice not in (ALCOHOL, CANNABIS))


# --- what was answered -----------------------------------------------------------------------------------------------


def _standing(
    facts: VisitFacts, subject: Subject, today: dt.date, listed: Iterable[Substance | Condition]
) -> Standing | None:
    """What was stated last, if that is a yes and not private. ``listed``: what the pages tell of its list; what is
    withheld from them does not outdate it, which would betray that it is there.
    """
    last = last_statement(facts.statements, subject, today, listed, facts.first_written)
    return last if last is not None and last.stands and not last.statement.private else None


def _still(condition: Condition, span: Span, today: dt.date) -> bool:
    """Whether it was there in these days; one that begins after ``today`` is: the clock was set back."""
    begun = condition.since is None or condition.since <= span.last or condition.since > today
    return begun and (condition.until is None or condition.until >= span.first)


def _by_use(
    conditions: Iterable[Condition], today: dt.date
) -> tuple[tuple[Condition, ...], tuple[Condition, ...], tuple[Condition, ...]]:
    """Allergies, planned operations that are ahead (the next first), and everything else in the order of ``FIRST``."""
    allergies, operations, others = [], [], []
    for condition in conditions:
        if condition.what is ConditionKind.ALLERGY:
            allergies.append(condition)
        elif condition.what is ConditionKind.PLANNED_OPERATION:
            if condition.planned is None or condition.planned >= today:
                operations.append(condition)
        else:
            others.append(condition)
    operations.sort(key=lambda operation: operation.planned or dt.date.max)
    return tuple(allergies), tuple(operations), tuple(_most_asked_first(others))


def _most_asked_first(conditions: Iterable[Condition]) -> list[Condition]:
    """One of each kind that is never cut, then the others as they were."""
    left = list(conditions)
    first = [next((condition for condition in left if condition.what is kind), None) for kind in FIRST]
    named = [condition for condition in first if condition is not None]
    return [*named, *(condition for condition in left if condition not in named)]


def _function(check_ins: Iterable[CheckIn], options: ReportOptions) -> tuple[Scored, ...]:
    shown = [check_in for check_in in check_ins if options.function and not check_in.private]
    return tuple(score for score in scores(shown, Instrument.PEG) if score.score is not None)


def _function_in_part(check_ins: Iterable[CheckIn], options: ReportOptions) -> tuple[CheckIn, ...]:
    shown = [
        check_in
        for check_in in check_ins
        if options.function and not check_in.private
        if check_in.instrument is Instrument.PEG and check_in.answered_in_part
    ]
    return tuple(sorted(shown, key=lambda check_in: check_in.at.utc_ms))
