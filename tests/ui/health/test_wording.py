"""How rows of lists read: in the person's words, in an order that ranks nothing."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Attempt, Condition, Contact, Help, Person, Plan, Substance, YesOrNo
from journal.core.health import ConditionKind
from journal.core.substances import Source, Use
from journal.texts import english
from journal.ui.health.wording import (
    attempt_rows,
    condition_rows,
    contact_rows,
    help_rows,
    period,
    person_rows,
    plan_rows,
    substance_rows,
)

TEXTS, TODAY = english(), dt.date(2026, 11, 22)
MARCH, MAY = dt.date(2024, 3, 1), dt.date(2025, 5, 2)


def test_a_period_says_what_was_said() -> None:
    assert period(TEXTS, None, None) == ""
    assert period(TEXTS, MARCH, None) == "since 1 Mar 2024"
    assert period(TEXTS, None, MAY) == "until 2 May 2025"
    assert period(TEXTS, MARCH, MAY) == "1 Mar 2024 – 2 May 2025"


def test_a_medicine_reads_in_its_own_words() -> None:
    full = Substance(
        name="Sertraline", amount="50 mg", how_often="mornings", source=Source.PRESCRIBED, use=Use.DAILY,
        reason="mood", since=MARCH, private=True,
    )  # fmt: skip
    (row,) = substance_rows(TEXTS, [full], TODAY).now
    assert (row.title, row.below) == ("Sertraline", "mood · private")
    assert (row.fact, row.fact_below) == ("50 mg, mornings", "prescribed · every day · since 1 Mar 2024")
    assert row.spoken.startswith("Sertraline, mood · private, 50 mg, mornings, prescribed")
    (bare,) = substance_rows(TEXTS, [Substance(name="Beer")], TODAY).now
    assert bare.spoken == "Beer"


def test_a_name_from_the_right_keeps_its_numbers_to_itself() -> None:
    name = "\u05e7\u05e8\u05d8\u05d5\u05dd 5"
    (row,) = substance_rows(
        TEXTS, [Substance(name="X", amount=name, how_often="2 x", reason=name, private=True)], TODAY
    ).now
    assert (row.fact, row.below) == (f"\u2067{name}\u2069, 2 x", f"\u2067{name}\u2069 · private")


def test_a_long_text_says_that_there_is_more() -> None:
    person = Person(goal="walk " * 2000)
    (row,) = person_rows(TEXTS, [person], TODAY).now
    assert len(row.hint) <= 301 and row.hint.endswith("walk…")
    (row,) = person_rows(TEXTS, [Person(goal="walk " * 10)], TODAY).now
    assert row.hint == ("walk " * 10).strip()


def test_what_ended_until_today_is_earlier() -> None:
    def ended(day: int) -> Substance:
        return Substance(name=f"until {day}", until=dt.date(2026, 11, day))

    rows = substance_rows(TEXTS, [ended(23), ended(22), ended(21)], TODAY)
    assert [row.title for row in rows.now] == ["until 23"]
    assert [row.title for row in rows.earlier] == ["until 21", "until 22"]


def test_a_condition_reads_by_its_name_its_place_or_its_kind() -> None:
    pain = Condition(what=ConditionKind.PAIN, place="Lower back", since=MARCH)
    named = Condition(what=ConditionKind.PAIN, name="Sciatica", place="left leg")
    knee = Condition(what=ConditionKind.PLANNED_OPERATION, name="Knee", planned=dt.date(2027, 1, 12))
    said = [(row.title, row.below, row.fact) for row in condition_rows(TEXTS, [knee, pain, named], TODAY).now]
    assert said == [
        ("Sciatica", "Pain condition · left leg", ""),
        ("Lower back", "Pain condition · since 1 Mar 2024", ""),
        ("Knee", "Planned operation", "12 Jan 2027"),
    ]
    (bare,) = condition_rows(TEXTS, [Condition(what=ConditionKind.LIVER)], TODAY).now
    assert (bare.title, bare.below) == ("Liver", "")


def test_what_is_private_by_nature_says_so_as_nobody_chose_it() -> None:
    rows = [Condition(what=what, private=True) for what in (ConditionKind.PREGNANCY, ConditionKind.LIVER)]
    said = {row.title: row.below for row in condition_rows(TEXTS, rows, TODAY).now}
    assert said == {"Pregnancy": "private by nature: reports leave it out", "Liver": "private"}
    (shared,) = condition_rows(TEXTS, [Condition(what=ConditionKind.PREGNANCY, private=False)], TODAY).now
    assert shared.below == ""


def test_what_and_who_helps_stand_in_the_person_s_order() -> None:
    walks = [Help(text="Music", position=2), Help(text="A walk", position=1)]
    assert [row.title for row in help_rows(TEXTS, walks, TODAY).now] == ["A walk", "Music"]
    (ann,) = contact_rows(TEXTS, [Contact(name="Ann", phone="030 1", note="evenings")], TODAY).now
    assert (ann.title, ann.fact, ann.below) == ("Ann", "030 1", "evenings")
    (night,) = plan_rows(TEXTS, [Plan(heading="At night", text="Lamp on.\nTea.")], TODAY).now
    assert (night.title, night.below, night.hint) == ("At night", "private", "Lamp on.\nTea.")


def test_attempts_stand_latest_first_and_the_person_s_facts_one_by_one() -> None:
    attempts = [Attempt(what_happened="slow"), Attempt(since=MARCH, until=MAY, what_happened="too  fast\nthen")]
    said = [(row.title, row.hint) for row in attempt_rows(TEXTS, attempts, TODAY).now]
    assert said == [("1 Mar 2024 – 2 May 2025", "too fast then"), ("No dates", "slow")]
    person = Person(since=MARCH, naloxone_at_home=YesOrNo.NO, goal="less")
    rows = person_rows(TEXTS, [person], TODAY).now
    assert [(row.title, row.fact, row.hint) for row in rows] == [
        ("Taking it since", "1 Mar 2024", ""), ("Naloxone at home", "no", ""), ("What I want to reach", "", "less"),
    ]  # fmt: skip
    assert person_rows(TEXTS, [Person()], TODAY).now == []
