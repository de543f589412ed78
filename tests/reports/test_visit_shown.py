"""What the pages tell of medicines, conditions and answers: what is withheld is neither named nor denied."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from journal.core.entries import Condition, Entry, Intake, Statement, Substance, kind_of
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, Moment, moment_at
from journal.core.substances import Source, Taken
from journal.insights.summary import Span
from journal.insights.visit_facts import VisitFacts
from journal.reports.asked_twice import SURE
from journal.reports.disclosed import choices_there
from journal.reports.options import ReportOptions
from journal.reports.substance_rows import ROWS, known
from journal.reports.visit_shown import Times, VisitShown, visit_shown

TODAY = dt.date(2026, 11, 22)
PERIOD = Span(dt.date(2026, 8, 30), dt.date(2026, 11, 21))
LAST28 = Span(dt.date(2026, 10, 25), dt.date(2026, 11, 21))
BENZODIAZEPINE, GABAPENTINOID, OPIOID, *_, OTHER_MEDICINE = ROWS
NOTHING_ELSE = Statement(day=dt.date(2026, 11, 20), subject=Subject.NOTHING_ELSE)


def at(day: dt.date, hour: int = 20) -> Moment:
    return moment_at(day_number(day) * DAY_MS + hour * 3_600_000, "UTC")


def prescribed(name: str, **fields: Any) -> Substance:
    return Substance(name=name, source=Source.PRESCRIBED, **fields)


def facts_of(*entries: Entry) -> VisitFacts:
    fields = {"substance": "substances", "condition": "conditions", "statement": "statements", "intake": "intakes"}
    by_field: dict[str, Any] = {}
    for entry in entries:
        field = fields[kind_of(entry)]
        by_field[field] = (*by_field.get(field, ()), entry)
    return VisitFacts(**by_field)


def shown(*entries: Entry, **options: Any) -> VisitShown:
    return visit_shown(facts_of(*entries), ReportOptions(PERIOD, **options), LAST28, TODAY, Times(TODAY, 240))


def named(found: VisitShown) -> list[str]:
    return [each.name for each in found.taken]


def test_sedatives_come_first_and_nothing_else_is_ranked() -> None:
    found = shown(prescribed("sertraline"), prescribed("zopiclone"), prescribed("amlodipine"), prescribed("pregabalin"))
    assert named(found) == ["pregabalin", "zopiclone", "amlodipine", "sertraline"]


def test_a_list_with_a_date_denies_what_is_not_on_it_and_one_without_denies_nothing() -> None:
    assert not shown(prescribed("sertraline")).may_deny
    assert shown(prescribed("sertraline"), NOTHING_ELSE).may_deny


@pytest.mark.parametrize("answer", [Stated.NO, Stated.NOT_SURE])
def test_only_a_yes_dates_the_list(answer: Stated) -> None:
    assert not shown(NOTHING_ELSE, replace(NOTHING_ELSE, id="1" * 32, day=TODAY, answer=answer)).may_deny


@pytest.mark.parametrize("name", ["tramadol", "Relax blend No 7"])
def test_a_private_medicine_is_not_named_and_then_no_row_is_denied(name: str) -> None:
    """The rows that are denied would tell which one is not; a name that nobody knows may be anything."""
    found = shown(prescribed(name, private=True), NOTHING_ELSE)
    assert named(found) == []
    assert not found.may_deny


def test_medicines_left_out_are_not_denied_whether_there_are_any_or_not() -> None:
    found = shown(prescribed("tramadol"), prescribed("zopiclone"), NOTHING_ELSE, medicines=False)
    assert named(found) == []
    assert not found.may_deny
    assert not shown(NOTHING_ELSE, medicines=False).may_deny


def test_a_name_that_nobody_knows_may_belong_to_any_row() -> None:
    assert shown(prescribed("tramadol"), NOTHING_ELSE).may_deny
    assert not shown(prescribed("Tramadoll"), NOTHING_ELSE).may_deny


def test_a_drink_that_is_left_out_denies_no_medicine() -> None:
    drunk = Intake(at=at(dt.date(2026, 11, 3)), what=Taken.ALCOHOL, private=True)
    assert shown(drunk, NOTHING_ELSE).may_deny


def test_a_combination_stands_in_the_row_of_each_part() -> None:
    found = shown(prescribed("oxycodone/naloxone"))
    assert [each.name for each in found.in_row(OPIOID)] == ["oxycodone/naloxone"]


def test_what_ended_before_the_period_is_not_told() -> None:
    before, first = PERIOD.first - dt.timedelta(days=1), PERIOD.first
    assert named(shown(prescribed("diazepam", until=before))) == []
    assert named(shown(prescribed("diazepam", until=first))) == ["diazepam"]
    assert named(shown(prescribed("diazepam", since=TODAY))) == ["diazepam"]


def test_alcohol_is_told_only_after_a_yes() -> None:
    drunk = Intake(at=at(dt.date(2026, 11, 3)), what=Taken.ALCOHOL, name="Beer", drinks=2500)
    for answer in (None, False):
        found = shown(drunk, alcohol=answer)
        assert found.alcohol is None
        assert named(found) == []
    found = shown(drunk, Intake(at=at(dt.date(2026, 11, 3), 22), what=Taken.ALCOHOL), alcohol=True)
    assert found.alcohol is not None
    assert (found.alcohol.days, found.alcohol.drinks, found.alcohol.all_said) == (1, 2500, False)


def test_days_of_a_medicine_are_those_on_which_it_was_written_down() -> None:
    pill = prescribed("zopiclone")
    taken = [Intake(at=at(dt.date(2026, 11, day)), what=Taken.OWN, substance=pill.id) for day in (3, 3, 4)]
    before = Intake(at=at(dt.date(2026, 10, 1)), what=Taken.OWN, substance=pill.id)
    (found,) = shown(pill, *taken, before).taken
    assert found.days == {dt.date(2026, 11, 3), dt.date(2026, 11, 4)}


@pytest.mark.parametrize("option", ["cannabis", "other_substances", "pregnancy", "mood"])
def test_what_can_be_used_against_a_person_needs_a_yes(option: str) -> None:
    sensitive: dict[str, Entry] = {
        "cannabis": Intake(at=at(dt.date(2026, 11, 3)), what=Taken.CANNABIS),
        "other_substances": Substance(name="ketamine", source=Source.OTHER),
        "pregnancy": Condition(what=ConditionKind.PREGNANCY, private=True),
        "mood": Condition(what=ConditionKind.MENTAL_HEALTH),
    }
    entry = sensitive[option]
    assert choices_there(facts_of(entry)) == {option}
    without, printed = shown(entry), shown(entry, private_printed=SURE, **{option: True})
    assert (without.taken, without.conditions) == ((), ())
    assert printed.taken or printed.conditions


def test_a_private_pregnancy_needs_a_second_yes() -> None:
    private, other = (Condition(what=ConditionKind.PREGNANCY, private=each) for each in (True, False))
    assert shown(private, other, pregnancy=True).conditions == (other,)
    assert shown(private, other, pregnancy=True, private_printed=SURE).conditions == (private, other)
    assert shown(private, other, private_printed=SURE).conditions == ()


def test_a_withheld_condition_is_not_denied() -> None:
    none = Statement(day=TODAY, subject=Subject.NO_CONDITIONS)
    assert shown(none).no_conditions is not None
    assert shown(none, Condition(what=ConditionKind.LIVER, private=True)).no_conditions is None
    assert shown(none, Condition(what=ConditionKind.PREGNANCY, private=True)).no_conditions is None
    assert shown(none, conditions=False).no_conditions is None


def test_a_drink_of_a_private_substance_is_not_counted() -> None:
    wine = Substance(name="wine", private=True)
    intake = Intake(at=at(dt.date(2026, 11, 3)), what=Taken.ALCOHOL, substance=wine.id, drinks=2000)
    assert shown(wine, intake, alcohol=True).alcohol is None
    found = shown(replace(wine, private=False), intake, alcohol=True).alcohol
    assert found is not None and found.drinks == 2000


def test_private_entries_are_no_reason_to_offer_a_choice() -> None:
    hidden = (
        prescribed("tramadol", private=True),
        Intake(at=at(dt.date(2026, 11, 3)), what=Taken.ALCOHOL, private=True),
        Condition(what=ConditionKind.LIVER, private=True),
    )
    assert choices_there(facts_of(*hidden)) == frozenset()


def test_planned_operations_are_those_ahead_the_next_first() -> None:
    days = [dt.date(2026, 12, 14), dt.date(2026, 11, 30), dt.date(2026, 1, 5)]
    found = shown(*(Condition(what=ConditionKind.PLANNED_OPERATION, planned=day) for day in days))
    assert [each.planned for each in found.operations] == sorted(days[:2])
    assert found.conditions == ()


def test_every_class_of_a_row_is_one_of_the_list() -> None:
    from journal.guidance.interactions import classes

    assert {code for row in ROWS for code in row.classes} <= set(classes())
    assert known("not a medicine at all").rows == (OTHER_MEDICINE,)


def test_a_medicine_that_begins_later_than_the_clock_is_told() -> None:
    """The clock was set back: what is on the list is not over."""
    later = TODAY + dt.timedelta(days=30)
    assert named(shown(prescribed("zopiclone", since=later))) == ["zopiclone"]
    assert shown(Condition(what=ConditionKind.LIVER, since=later)).conditions


def test_what_was_taken_after_the_period_is_told_beside_what_is_counted() -> None:
    """A page of the days up to yesterday said that alcohol was not asked, with two beers of today written down."""
    beer = Intake(at=at(TODAY), what=Taken.ALCOHOL, drinks=2000)
    pill = Intake(at=at(TODAY), what=Taken.OWN, name="zopiclone")
    found = shown(beer, pill, alcohol=True, other_substances=True)
    assert found.alcohol is not None
    assert (found.alcohol.days, found.alcohol.drinks, found.alcohol.later) == (0, None, True)
    (told,) = found.taken
    assert (told.days, told.later) == (frozenset(), True)
    before = Intake(at=at(dt.date(2026, 11, 3)), what=Taken.ALCOHOL, drinks=1000)
    both = shown(before, beer, alcohol=True).alcohol
    assert both is not None and (both.days, both.drinks, both.later) == (1, 1000, True)
