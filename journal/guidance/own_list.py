"""What the person takes and has, as the journal holds it, made ready to be held against the list of interactions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from journal.core.changes import Revision
from journal.core.entries import (
    Condition,
    Content,
    Entry,
    Intake,
    Person,
    Product,
    ProductKind,
    Statement,
    Substance,
    Symptom,
)
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.moments import DAY_MS, Clock
from journal.core.queries import EntryQuery
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.warning_facts import DAYS_LOOKED_BACK, WarningFacts
from journal.core.warning_words import sign_code
from journal.guidance.around_signs import takes_nothing_sleepy
from journal.guidance.blood_pressure import is_pregnant
from journal.guidance.interactions import RANK, Circumstance, Level
from journal.guidance.known_names import folded_name
from journal.guidance.matching import Checked, CheckedName, Taken, check, place_on_page
from journal.guidance.open_emergencies import is_waiting_for_help
from journal.guidance.recognising import recognise
from journal.guidance.said_of_conditions import noted_a_sign_of_liver, said_of_conditions
from journal.guidance.warning_signs import is_sign, sign_of

E = TypeVar("E", bound=Entry)

_OF_CONDITION: Mapping[ConditionKind, Circumstance] = {
    ConditionKind.LIVER: Circumstance.LIVER,
    ConditionKind.KIDNEY: Circumstance.KIDNEY,
    ConditionKind.HEART: Circumstance.HEART,
    ConditionKind.SEIZURES: Circumstance.SEIZURES,
    ConditionKind.BREATHING: Circumstance.LUNG_DISEASE,
    ConditionKind.SLEEP_APNOEA: Circumstance.SLEEP_APNOEA,
    ConditionKind.PREGNANCY: Circumstance.PREGNANCY,
    ConditionKind.BREASTFEEDING: Circumstance.BREASTFEEDING,
    ConditionKind.MENTAL_HEALTH: Circumstance.MENTAL_ILLNESS,
}
# An earlier seizure and an earlier illness of heart or liver count on; a pregnancy that is over does not.
PASSES = frozenset({Circumstance.PREGNANCY, Circumstance.BREASTFEEDING})
_OLDER_FROM = 65
_BURDENS_LIVER = frozenset({"paracetamol", "liver-burden", "turmeric-supplements"})  # classes
_OPERATION = "planned operation"
_MOST_INTAKES = 3000
_TAKING = ("dose", "intake")


class ReadJournal(Protocol):
    """What is asked of an open journal."""

    clock: Clock

    def listed(self, cls: type[E]) -> list[E]:
        """Everything of a kind of few rows."""

    def find(self, query: EntryQuery) -> list[Entry]:
        """The newest entries that meet every condition."""

    def products(self) -> list[Product]:
        """All products."""

    def symptoms(self) -> list[Symptom]:
        """The symptoms that are rated."""

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these was first written down."""

    def warning_facts(self, first: dt.date) -> WarningFacts:
        """The warning symptoms noted from that day on."""

    def history(self, entry_id: str) -> Sequence[Revision]:
        """What happened to an entry, oldest first."""

    def today(self) -> dt.date:
        """The journal day."""


def check_journal(journal: ReadJournal) -> Checked:
    """The whole check of what the journal holds today."""
    now_ms, taken = journal.clock.now_ms(), taken_in(journal)
    checked = check(taken, journal.today(), now_ms, known_in(journal), takes_no_more(journal))
    nothing_taken = not (taken or journal.products() or journal.find(EntryQuery(kinds=_TAKING, limit=1)))
    conditions = said_of_conditions(journal, now_ms, checked, nothing_taken, _private(journal))
    return with_open_signs(journal, replace(checked, conditions=conditions, not_held=tuple(_not_held(journal))))


def _not_held(journal: ReadJournal) -> Iterator[Condition]:
    """Conditions with which nothing is held against the list, a liver illness written down as "something else" among
    them; what is private is not named."""
    for condition in journal.listed(Condition):
        goes_on = condition.until is None or condition.until >= journal.today()
        of_the_list = condition.what in _OF_CONDITION or condition.what is ConditionKind.PLANNED_OPERATION
        if goes_on and not of_the_list and not condition.private:
            yield condition


def _private(journal: ReadJournal) -> set[str]:
    """The folded names of what is marked as private, on the list or as it was taken."""
    listed = journal.listed(Substance)
    intakes = _intakes(journal, journal.today() - dt.timedelta(days=DAYS_LOOKED_BACK))
    taken = [item.name for item in taken_of(listed, (intake for intake in intakes if intake.private)) if item.at_ms]
    return {folded_name(name) for name in (*taken, *(substance.name for substance in listed if substance.private))}


def with_open_signs(journal: ReadJournal, checked: Checked) -> Checked:
    """The same, with what makes sleepy left for now where somebody is or was hard to wake or breathes slowly.

    Beside what is urgent nothing says to go on as before. What burdens the liver is asked about today where a sign of
    that was noted, as the sign itself is.
    """
    now_ms, names = journal.clock.now_ms(), urgent_first(journal, checked).names
    if takes_nothing_sleepy(journal, now_ms):
        names = tuple(replace(name, left_for_now=name.is_sedative) for name in names)
    if any(map(_waits_with_liver, names)) and noted_a_sign_of_liver(journal, now_ms):
        names = tuple(_for_today(name) if _waits_with_liver(name) else name for name in names)
    return replace(checked, names=tuple(sorted(names, key=place_on_page)))


def urgent_first(journal: ReadJournal, checked: Checked) -> Checked:
    """The same, for a person at whom somebody is to look now or today: which medicine it comes from is not known."""
    waits = is_waiting_for_help(journal, journal.clock.now_ms())
    return replace(checked, names=tuple(replace(name, urgent_first=waits) for name in checked.names))


def _for_today(name: CheckedName) -> CheckedName:
    """What is to be asked about today has that as its level, wherever it is shown."""
    return replace(name, ask_today=True, level=Level.CALL_TODAY)


def _waits_with_liver(name: CheckedName) -> bool:
    """Whether it burdens the liver, and its level lets the person wait for days."""
    of_liver = any(finding.of.id in _BURDENS_LIVER for finding in name.findings)
    return of_liver and RANK[name.level] > RANK[Level.DO_NOT_MIX]


def taken_in(journal: ReadJournal) -> list[Taken]:
    """Everything that the journal holds of what is taken, planned operations, too."""
    intakes = _intakes(journal, journal.today() - dt.timedelta(days=DAYS_LOOKED_BACK))
    taken = taken_of(journal.listed(Substance), intakes)
    return [*taken, *operations(journal.listed(Condition), journal.today())]


def known_in(journal: ReadJournal) -> dict[Circumstance, bool]:
    """What the journal knows of conditions and the like."""
    listed = journal.listed
    return known_circumstances(
        listed(Condition), listed(Statement), journal.products(), listed(Person), journal.today()
    )


def takes_no_more(journal: ReadJournal) -> bool:
    """Whether "take no more" stands in place of "do not stop all at once", wherever the journal is known.

    So it is once a sign for which the product is left off, or naloxone, was noted in the last 90 days. After some of
    these signs it is not so in a pregnancy: what they do then is said by whoever looks at them.
    """
    pregnant = is_pregnant(journal.listed(Condition), journal.today())
    return _noted_a_sign(journal, pregnant) or _had_naloxone(taken_in(journal))


def _intakes(journal: ReadJournal, first: dt.date) -> list[Intake]:
    entries = journal.find(EntryQuery(kinds=("intake",), first_day=first, limit=_MOST_INTAKES))
    return [entry for entry in entries if isinstance(entry, Intake)]


def taken_of(substances: Iterable[Substance], intakes: Iterable[Intake]) -> list[Taken]:
    """Medicines and other substances, and each intake with what is said of its substance.

    No drinks are nothing that was taken.
    """
    by_id = {substance.id: substance for substance in substances}
    listed = [
        Taken(
            substance.name,
            is_prescribed(substance),
            substance.since,
            substance.until,
            over_the_counter=is_over_the_counter(substance),
        )  # fmt: skip
        for substance in by_id.values()
    ]
    taken = (intake for intake in intakes if intake.drinks != 0)
    return [*listed, *(_intake(intake, by_id.get(intake.substance or "")) for intake in taken)]


def is_prescribed(substance: Substance) -> bool | None:
    """What is said of that; None where nothing is."""
    return None if substance.source is None else substance.source is Source.PRESCRIBED


def is_over_the_counter(substance: Substance) -> bool:
    """Whether it is said to be bought without a prescription."""
    return substance.source is Source.OVER_THE_COUNTER


def _intake(intake: Intake, substance: Substance | None) -> Taken:
    at_ms, local = intake.at.utc_ms, intake.at.local
    if substance is not None:
        bought = is_over_the_counter(substance)
        return Taken(substance.name, is_prescribed(substance), at_ms=at_ms, at_local=local, over_the_counter=bought)
    if intake.what in (TakenKind.OWN, TakenKind.PAINKILLER):
        return Taken(intake.name or intake.what.value, at_ms=at_ms, at_local=local)
    # "Beer" says more than "alcohol"; a name that is not recognised says less.
    name = intake.name if recognise(intake.name).is_known else intake.what.value
    return Taken(name, False, at_ms=at_ms, at_local=local)


def operations(conditions: Iterable[Condition], today: dt.date) -> Iterator[Taken]:
    """A planned operation that has its day ahead stands in the list like something that is taken."""
    planned = [
        condition.planned
        for condition in conditions
        if condition.what is ConditionKind.PLANNED_OPERATION and condition.planned
    ]
    still_to_come = [day for day in planned if day >= today]
    if still_to_come:
        yield Taken(_OPERATION, True, until=min(still_to_come))


def known_circumstances(
    conditions: Iterable[Condition],
    statements: Iterable[Statement],
    products: Iterable[Product],
    persons: Iterable[Person],
    today: dt.date,
) -> dict[Circumstance, bool]:
    """What the journal knows; what it does not know is left out, and only "no conditions" makes a condition absent."""
    holding = [code for condition in conditions if (code := circumstance_of(condition, today)) is not None]
    known = dict.fromkeys(holding, True)
    if _said_none(statements, today):
        known |= {code: False for code in _OF_CONDITION.values() if code not in holding}
    seven_oh = _seven_oh(list(products))
    if seven_oh is not None:
        known[Circumstance.SEVEN_OH] = seven_oh
    years = [person.birth_year for person in persons if person.birth_year is not None]
    if years:
        known[Circumstance.OLDER] = today.year - years[0] >= _OLDER_FROM
    return known


def circumstance_of(condition: Condition, today: dt.date) -> Circumstance | None:
    """What a condition is in the list of interactions; None where the list says nothing of it, or it has passed."""
    code = _OF_CONDITION.get(condition.what)
    passed = code in PASSES and condition.until is not None and condition.until < today
    return None if passed else code


def _said_none(statements: Iterable[Statement], today: dt.date) -> bool:
    about_conditions = [
        statement for statement in statements if statement.subject is Subject.NO_CONDITIONS and statement.day <= today
    ]
    last = max(about_conditions, key=lambda statement: (statement.day, statement.recorded_ms), default=None)
    return last is not None and last.answer is Stated.YES


def _seven_oh(products: Sequence[Product]) -> bool | None:
    """Whether a product is 7-OH; None where there is none, or the kind or content of one is not said."""
    if any(ProductKind.SEVEN_OH is product.kind or product.content is Content.SEVEN_OH for product in products):
        return True
    unsaid = (ProductKind.NOT_SAID, ProductKind.OTHER)
    open_still = [
        product
        for product in products
        if product.kind in unsaid or (product.kind is ProductKind.TABLET and not product.content)
    ]
    return None if open_still or not products else False


def _noted_a_sign(journal: ReadJournal, pregnant: bool) -> bool:
    first = journal.today() - dt.timedelta(days=DAYS_LOOKED_BACK)
    codes = {symptom.id: sign_code(symptom) for symptom in journal.symptoms()}
    earliest = journal.clock.now_ms() - DAYS_LOOKED_BACK * DAY_MS
    noted = {codes.get(sign.symptom) for sign in journal.warning_facts(first).signs if sign.utc_ms >= earliest}
    return any(sign_of(code).is_left_off(pregnant) for code in noted if code is not None and is_sign(code))


def _had_naloxone(taken: Iterable[Taken]) -> bool:
    return any(item.at_ms is not None and recognise(item.name).generics == ("naloxone",) for item in taken)
