"""The mark of what a card was made of: it changes with the list, and with nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from journal.core.entries import Condition, Substance
from journal.core.health import ConditionKind
from journal.reports.card_mark import card_mark

TODAY = dt.date(2026, 11, 22)
MEDICINE, SECOND = Substance(name="sertraline"), Substance(name="pregabalin")
ALLERGY = Condition(what=ConditionKind.ALLERGY, name="penicillin")


def mark(*entries: Substance | Condition) -> str:
    substances = [each for each in entries if isinstance(each, Substance)]
    conditions = [each for each in entries if isinstance(each, Condition)]
    return card_mark(substances, conditions, TODAY)


def test_it_changes_with_every_medicine_and_allergy() -> None:
    ended = replace(MEDICINE, until=TODAY - dt.timedelta(days=1))
    marks = [
        mark(), mark(MEDICINE), mark(ALLERGY), mark(MEDICINE, ALLERGY), mark(MEDICINE, SECOND),
        mark(replace(MEDICINE, amount="50 mg")), mark(replace(MEDICINE, name="citalopram")),
        mark(replace(ALLERGY, name="nuts")),
    ]  # fmt: skip
    assert len(set(marks)) == len(marks)
    assert mark(ended) == mark()


def test_order_notes_other_conditions_and_private_entries_change_nothing() -> None:
    assert mark(MEDICINE, SECOND) == mark(SECOND, MEDICINE)
    assert mark(replace(MEDICINE, note="after breakfast")) == mark(MEDICINE)
    assert mark(Condition(what=ConditionKind.LIVER)) == mark()
    assert mark(replace(MEDICINE, private=True), replace(ALLERGY, private=True)) == mark()


def test_it_is_short_and_holds_no_name() -> None:
    assert len(mark(MEDICINE)) == 16
    assert set(mark(MEDICINE)) <= set("0123456789abcdef")
