"""A person's list held against the list of interactions: what counts, in which order, at which level."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.interaction_words import beside
from journal.guidance.interactions import RANK, Circumstance, InteractionClass, Level, classes
from journal.guidance.matching import Checked, CheckedName, Taken, check
from journal.texts import english

TODAY = dt.date(2026, 11, 29)
NOW_MS = 20_000 * DAY_MS


def checked(*taken: Taken, known: dict[Circumstance, bool] | None = None) -> Checked:
    return check(taken, TODAY, NOW_MS, known)


def only(*taken: Taken, known: dict[Circumstance, bool] | None = None) -> CheckedName:
    (name,) = checked(*taken, known=known).names
    return name


def levels(name: CheckedName, key: str) -> list[tuple[str, bool, bool]]:
    (finding,) = [each for each in name.findings if each.of.id == key]
    return [(each.level.value, each.prescribed, bool(each.under)) for each in finding.levels]


def test_the_page_has_the_order_of_urgency() -> None:
    names = ("qwertz", "magnesium", "sumatriptan", "coffee", "sertraline", "lithium", "beer", "oxycodone")
    prescribed = {"lithium": True, "oxycodone": True, "sertraline": False, "sumatriptan": False}
    result = checked(*(Taken(name, prescribed.get(name, False)) for name in names))
    assert [(level.value, [each.given for each in below]) for level, below in result.sections()] == [
        ("call-today", ["oxycodone"]), ("do-not-mix", ["beer"]), ("ask-within-days", ["lithium"]),
        ("ask-first", ["sertraline"]), ("good-to-know", ["coffee"]), ("not-studied", ["sumatriptan"]),
        ("nothing-in-list", ["magnesium"]),
    ]  # fmt: skip
    assert [each.given for each in result.not_checked] == ["qwertz"]
    assert result.to_ask == 4


def test_what_was_taken_stands_first_in_its_level_and_no_lower_than_that_puts_it() -> None:
    """It is in the body by now; so it is in the window, and in the list of the command line."""
    listed = [Taken(name, True) for name in ("sertraline", "oxycodone", "diazepam")]
    taken = [Taken(name, prescribed, at_ms=NOW_MS - HOUR_MS) for name, prescribed in (
        ("codeine", True), ("wine", None), ("duloxetine", True), ("coffee", None),
    )]  # fmt: skip
    for together in ([*listed, *taken], [*taken, *listed]):
        result = checked(*together)
        assert [(level.value, below[0].given) for level, below in result.sections()] == [
            ("call-today", "codeine"), ("do-not-mix", "wine"), ("ask-within-days", "duloxetine"),
            ("good-to-know", "coffee"),
        ]  # fmt: skip
        in_sections = [name for _, below in result.sections() for name in below]
        assert in_sections == list(result.names)


def test_nothing_entered_is_not_the_same_as_something_not_recognised() -> None:
    assert checked().nothing_entered
    unknown = checked(Taken("qwertz"))
    assert not unknown.nothing_entered
    assert (unknown.names, [each.level for each in unknown.not_checked]) == ((), [Level.NONE])


def test_not_said_whether_prescribed_shows_both_columns_by_the_higher() -> None:
    name = only(Taken("alprazolam"))
    assert levels(name, "benzodiazepines") == [("call-today", True, False), ("do-not-mix", False, False)]
    assert name.level is Level.CALL_TODAY


def test_a_column_that_does_not_apply_gives_way_to_the_other() -> None:
    assert only(Taken("warfarin", False)).level is Level.ASK_WITHIN_DAYS
    assert only(Taken("beer", True)).level is Level.DO_NOT_MIX


def test_naloxone_has_words_and_no_level() -> None:
    name = only(Taken("naloxone", True))
    assert name.level is Level.GOOD_TO_KNOW
    assert [each.of.id for each in name.findings] == ["naloxone"]


@pytest.mark.parametrize(
    ("name", "days", "counts"),
    [
        ("sertraline", 14, True), ("sertraline", 15, False), ("fluoxetine", 60, True), ("fluoxetine", 61, False),
        ("Vivitrol", 60, True), ("naltrexone", 15, False), ("Sublocade", 45, True), ("buprenorphine", 20, False),
        ("phenelzine", 60, True), ("diazepam", 59, True), ("lorazepam", 20, False), ("Prozac 20 mg", 30, True),
    ],
)  # fmt: skip
def test_what_ended_still_counts_for_a_while(name: str, days: int, counts: bool) -> None:
    ended = TODAY - dt.timedelta(days=days)
    result = checked(Taken(name, True, until=ended))
    assert [each.ended for each in result.names] == ([ended] if counts else [])
    assert result.nothing_entered is not counts


def test_a_medicine_that_goes_on_or_begins_later_counts() -> None:
    later = TODAY + dt.timedelta(days=3)
    for taken in (Taken("sertraline", since=later), Taken("sertraline", until=TODAY), Taken("sertraline", until=later)):
        assert only(taken).ended is None


@pytest.mark.parametrize(("hours", "counts"), [(0, True), (48, True), (49, False), (-2, True)])
def test_intakes_of_forty_eight_hours_count(hours: int, counts: bool) -> None:
    at = NOW_MS - hours * HOUR_MS
    result = checked(Taken("beer", False, at_ms=at))
    assert [each.intake_ms for each in result.names] == ([at] if counts else [])


def test_a_name_stands_once_with_its_latest_intake() -> None:
    name = only(
        Taken("Diazepam", True), Taken("diazepam ", True, at_ms=NOW_MS - HOUR_MS), Taken("diazepam", True, at_ms=NOW_MS)
    )
    assert (name.given, name.ended, name.intake_ms) == ("Diazepam", None, NOW_MS)
    assert only(Taken("diazepam", True), Taken("diazepam", False)).prescribed is None


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ({}, [("call-today", True, True), ("ask-within-days", True, False)]),
        ({Circumstance.SEIZURES: True}, [("call-today", True, False)]),
        ({Circumstance.SEIZURES: False}, [("ask-within-days", True, False)]),
    ],
)
def test_what_the_journal_does_not_know_leaves_both_levels(
    known: dict[Circumstance, bool], shown: list[tuple[str, bool, bool]]
) -> None:
    assert levels(only(Taken("lamotrigine", True), known=known), "antiepileptics") == shown


def test_what_cannot_be_known_is_open_whatever_else_is_known() -> None:
    everything = dict.fromkeys((Circumstance.LIVER, Circumstance.HEART, Circumstance.SEIZURES), False)
    assert levels(only(Taken("paracetamol", False), known=everything), "paracetamol") == [
        ("ask-first", False, True), ("good-to-know", False, False),
    ]  # fmt: skip
    assert levels(only(Taken("loperamide", False), known=everything), "loperamide")[0] == ("do-not-mix", False, True)


def test_the_rest_of_the_list_is_a_circumstance() -> None:
    by_name = {each.given: each for each in checked(Taken("gabapentin", True), Taken("zolpidem", True)).names}
    assert levels(by_name["gabapentin"], "gabapentinoids") == [("call-today", True, False)]
    by_name = {each.given: each for each in checked(Taken("citalopram", True), Taken("ondansetron", True)).names}
    assert levels(by_name["citalopram"], "citalopram") == [("call-today", True, False)]
    by_name = {each.given: each for each in checked(Taken("paracetamol", False), Taken("wine", False)).names}
    assert levels(by_name["paracetamol"], "paracetamol") == [("ask-first", False, False)]
    assert len(levels(only(Taken("gabapentin", True)), "gabapentinoids")) == 2


def test_conditions_have_a_sentence_beside_the_list_and_multiply_nothing() -> None:
    result = checked(Taken("magnesium"), known={Circumstance.PREGNANCY: True, Circumstance.LIVER: False})
    assert [code for code, _ in result.conditions] == [Circumstance.PREGNANCY]
    assert [each.level for each in result.names] == [Level.NOTHING_IN_LIST]


def test_a_combination_shows_every_class_the_most_urgent_first() -> None:
    name = only(Taken("NyQuil", False))
    assert [each.of.id for each in name.findings][0] == "sedating-antihistamines"
    assert {"dextromethorphan", "paracetamol"} <= {each.of.id for each in name.findings}
    ranks = [RANK[each.level] for each in name.findings]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("of", classes().values(), ids=lambda of: of.id)
def test_no_condition_ever_lowers_what_holds_anyway(of: InteractionClass) -> None:
    member = of.members[0]
    for prescribed, holds in itertools.product((True, False, None), (True, False)):
        without = only(Taken(member, prescribed))
        known = dict.fromkeys(Circumstance, holds)
        with_known = only(Taken(member, prescribed), known=known)
        if holds:
            assert RANK[with_known.level] <= RANK[without.level]
        assert with_known.findings and all(each.levels for each in with_known.findings)


def test_what_the_journal_is_about_has_its_own_place_and_was_not_held_against_the_list() -> None:
    result = checked(Taken("kratom"), Taken("7-OH", False), Taken("magnesium"))
    assert [(level.value, [each.given for each in below]) for level, below in result.sections()] == [
        ("do-not-mix", ["7-OH"]), ("nothing-in-list", ["magnesium"]), ("product", ["kratom"]),
    ]  # fmt: skip
    assert (result.held_against, result.not_checked, result.to_ask) == (2, (), 1)


@pytest.mark.parametrize("name", ["alcohol", "grapefruit juice", "kava", "cocaine"])
def test_what_nobody_prescribes_is_not_prescribed_where_nothing_was_said(name: str) -> None:
    found = only(Taken(name))
    assert found.prescribed is False
    assert not any("this medicine" in words for words in beside(english(), found, take_no_more=False))


def test_a_medicine_of_which_nothing_was_said_stays_open() -> None:
    assert only(Taken("Xanax")).prescribed is None


def test_a_medicine_for_covid_is_not_told_as_one_for_hiv() -> None:
    """The pharmacist's sheet called Paxlovid, which holds ritonavir, an HIV medicine."""
    name = only(Taken("Paxlovid", True))
    assert name.findings and not any("HIV" in finding.of.name for finding in name.findings)
    assert any("HIV" in finding.of.name for finding in only(Taken("dolutegravir", True)).findings)


@pytest.mark.parametrize(
    ("name", "beside", "level"),
    [
        ("baclofen", "tilidine", Level.CALL_TODAY), ("carisoprodol", "pregabalin", Level.CALL_TODAY),
        ("diphenhydramine", "oxycodone", Level.CALL_TODAY), ("baclofen", "ibuprofen", Level.ASK_WITHIN_DAYS),
        ("amitriptyline", "mirtazapine", Level.ASK_WITHIN_DAYS),
    ],
)  # fmt: skip
def test_what_is_not_to_be_mixed_is_asked_about_today_beside_another_sedative(
    name: str, beside: str, level: Level
) -> None:
    """As gabapentin is by the reference, and no other class than those that are "do not mix" if not prescribed."""
    result = check([Taken(name, True), Taken(beside, True)], dt.date(2026, 11, 30), 0)
    found = next(each for each in result.names if each.given == name)
    assert found.level is level
    assert (Circumstance.ANOTHER_SEDATIVE in found.because) is (level is Level.CALL_TODAY)


@pytest.mark.parametrize("prescribed", [True, False])
@pytest.mark.parametrize("bought", [True, False])
@pytest.mark.parametrize("name", ["Tylenol", "oxycodone", "zolpidem", "sertraline"])
def test_that_it_was_taken_takes_away_nothing_that_the_list_says(name: str, prescribed: bool, bought: bool) -> None:
    """Nothing is asked of an intake about a prescription, so that it says nothing of one."""
    bought = bought and not prescribed
    listed = Taken(name, prescribed, over_the_counter=bought)
    intakes = [Taken(name, at_ms=NOW_MS - hours * HOUR_MS) for hours in (1, 5)]
    alone, beside_intakes = only(listed), only(listed, *intakes)
    assert beside_intakes.prescribed is prescribed and beside_intakes.over_the_counter is bought
    assert beside_intakes.by_column == alone.by_column and beside_intakes.intake_ms is not None
    assert only(*intakes).prescribed is None and len(only(*intakes).findings[0].levels) >= 1
