"""What is left out one by one is for figures what is marked private is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.entries import Batch, Dose, Note, Product, Rating, Symptom
from journal.core.figure_facts import Facts, FirstUse, TextFact
from journal.core.moments import moment_from_iso
from journal.core.substances import Intake, Substance, Taken
from journal.core.warning_facts import NearDose, SignFact, WarningFacts
from journal.insights.leave_out import LeaveOut, marked_private, signs_marked_private
from journal.insights.period import summarise_period
from journal.insights.summary import Summary
from journal.insights.without_private import without_private
from tests.insights.random_journals import sheets
from tests.insights.sheet import LAST, LEAF, NAUSEA, PAIN, PRODUCTS, SECOND_LEAF, SEVEN_OH, SYMPTOMS, Sheet

AT = moment_from_iso("2026-11-22T15:24:00+01:00", "Europe/Berlin")
OUT = LeaveOut(frozenset((LEAF.id,)), frozenset((NAUSEA.id,)))


def as_if_private(facts: Facts, out: LeaveOut) -> Facts:
    """The same journal in which the person had marked each of them private."""
    uses = tuple(replace_open(use, out) for use in facts.first_uses)
    return replace(
        facts,
        doses=tuple(each._replace(private=int(each.private or each.product in out.products)) for each in facts.doses),
        ratings=tuple(
            each._replace(private=int(each.private or each.symptom in out.symptoms)) for each in facts.ratings
        ),
        first_uses=uses,
    )  # fmt: skip


def replace_open(use: FirstUse, out: LeaveOut) -> FirstUse:
    return use._replace(open_ms=None) if use.product in out.products else use


def summary(sheet: Sheet, facts: Facts, out: LeaveOut) -> Summary:
    named = [each for each in SYMPTOMS if each.id not in out.symptoms]
    return summarise_period(without_private(facts), PRODUCTS, named, sheet.period)


@given(sheets(), st.sampled_from([LEAF, SECOND_LEAF, SEVEN_OH]), st.sampled_from(SYMPTOMS))
def test_it_is_as_if_it_had_been_marked_private(sheet: Sheet, product: Product, symptom: Symptom) -> None:
    out = LeaveOut(frozenset((product.id,)), frozenset((symptom.id,)))
    facts = sheet.facts()
    left = replace(marked_private(facts, out), begun=facts.begun)
    assert summary(sheet, left, out) == summary(sheet, replace(as_if_private(facts, out)), out)


def test_totals_with_a_product_left_out_are_at_least() -> None:
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day, 2, hour=9, product=SECOND_LEAF)
        sheet.dose(day, 1)
    found = summary(sheet, marked_private(sheet.facts(), OUT), OUT)
    assert found.quality.left_out_doses == 60
    (leaf,) = found.groups
    assert leaf.amount is not None and leaf.amount.last28.value is not None and leaf.amount.last28.value.at_least
    assert [use.product for use in found.products] == [SECOND_LEAF.id]


def test_a_journal_that_begins_with_what_is_left_out_begins_later() -> None:
    sheet = Sheet()
    sheet.rating(50, symptom=NAUSEA)
    sheet.note(30)
    sheet.rating(20, symptom=PAIN)
    facts = sheet.facts()
    assert (LAST - (facts.begun or LAST)).days == 50
    left = marked_private(facts, OUT)
    assert (LAST - (left.begun or LAST)).days == 30
    left = marked_private(facts, OUT, [sheet.at(30, 12)])
    assert (LAST - (left.begun or LAST)).days == 20
    assert (left.notes, left.private_notes) == ((), (sheet.at(30, 12),))


@pytest.mark.parametrize(
    "entry",
    [
        Dose(at=AT, product="p"), Batch(product="p"), Product(id="p", name="P"), Rating(at=AT, symptom="s", value=1),
        Symptom(id="s"), Note(id="n", at=AT, text="t"), Substance(id="m", name="M"),
        Intake(at=AT, what=Taken.ALCOHOL, substance="m"),
    ],
)  # fmt: skip
def test_what_belongs_to_it_goes_with_it(entry: Product) -> None:
    assert LeaveOut(frozenset("p"), frozenset("s"), frozenset("nm")).covers(entry)
    assert not LeaveOut(frozenset("a"), frozenset("b"), frozenset("cd")).covers(entry)


def test_beside_a_warning_nothing_of_it_is_told() -> None:
    facts = WarningFacts(
        LAST,
        signs=(SignFact(5, 5, NAUSEA.id, 4, None, None), SignFact(6, 6, "other", 4, None, None)),
        texts=(
            TextFact(5, 5, "a note", None, "n"),
            TextFact(5, 5, "of its dose", "d", None, LEAF.id),
            TextFact(5, 5, "another", None, "o"),
        ),
        doses=(NearDose(4, 4, LEAF.id, None, None, ""), NearDose(4, 4, None, None, None, "")),
    )
    left = signs_marked_private(facts, replace(OUT, entries=frozenset("n")))
    assert [sign.private for sign in left.signs] == [1, 0]
    assert [text.text for text in left.texts] == ["another"]
    assert [dose.product for dose in left.doses] == [None]
