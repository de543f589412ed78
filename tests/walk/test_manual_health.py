"""The manual's pages about Health and batches, each done as it says: with the keyboard alone, in the real window."""

from __future__ import annotations

import pytest

from journal.core.entries import Batch, Condition, Dose, LabResult, Measurement, Statement, Substance
from journal.core.health import ConditionKind, Lab, Subject
from tests.walk.manual import Follower

_HIGH, _AGAIN = "A blood pressure", "Show the closed advice again"


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_say_what_else_you_take(walk: Follower) -> None:
    walk.keys("ctrl+6")
    walk.arrives("Name of the medicine or substance")
    walk.type("Magnesium")
    walk.keys("Tab")
    walk.arrives("Amount, in words")
    walk.type("one at night")
    walk.keys("Return")
    walk.until_true(lambda: _taken(walk) == [("Magnesium", "one at night")], "the medicine was not added")
    walk.arrives("Name of the medicine or substance", "")
    walk.type("magnesium")
    walk.keys("Return")
    walk.arrives("Do not add it yet")
    walk.here.shown("The same: change that one")
    walk.here.press("Another: add it too")
    walk.until_true(lambda: len(_taken(walk)) == 2, "the second was not added")
    walk.here.press("Nothing else, as of 22 Nov 2026")
    walk.until_true(lambda: [each.subject for each in walk.all(Statement)] == [Subject.NOTHING_ELSE], "no statement")
    walk.here.press("magnesium: what can be done", back=True)
    walk.here.choose_in_menu("Delete")
    walk.until_true(lambda: len(_taken(walk)) == 1, "it was not deleted")
    walk.here.press("Magnesium: what can be done", back=True)
    walk.here.choose_in_menu("Ended today")
    walk.until_true(lambda: _ended(walk) == ["Magnesium"], "it did not end")
    walk.here.press("Undo")
    walk.until_true(lambda: _ended(walk) == [], "the end was not taken back")
    walk.page_was_true("say-what-else-you-take")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_keep_batches(walk: Follower) -> None:
    walk.keys("ctrl+5")
    walk.arrives("Products by name")
    walk.here.press("Add batch")
    walk.arrives("Lot, as printed")
    walk.type("A12")
    walk.here.go_to("Opened", hidden=True)
    walk.type("2026-11-20")
    walk.here.go_to("Figures of the lab report", hidden=True)
    walk.type("1.4 %")
    walk.here.go_to("Where these figures come from", hidden=True)
    walk.type("the shop")
    walk.keys("Return")
    walk.until_true(lambda: [each.lot for each in _batches(walk)] == ["A12"], "the batch was not saved")
    walk.until_read("1.4 % (source: the shop)")
    walk.here.shown("Change: Lot A12")
    walk.keys("ctrl+d")
    walk.arrives("Amount", "")
    walk.until_read("The amount from before may be too strong now.")
    walk.type("1 g")
    walk.keys("Return")
    walk.until_true(lambda: walk.all(Dose)[0].batch == _batches(walk)[0].id, "the dose does not know its batch")
    walk.keys("ctrl+5")
    walk.here.press("Finished today: Lot A12")
    walk.until_true(lambda: _batches(walk)[0].finished is not None, "it was not finished")
    walk.here.press("Delete: Lot A12")
    walk.until_true(lambda: _batches(walk) == [], "it was not deleted")
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(_batches(walk)) == 1, "it was not taken back")
    walk.page_was_true("keep-batches")


def _batches(walk: Follower) -> list[Batch]:
    return walk.look(lambda book: book.listed(Batch))


def _substances(walk: Follower) -> list[Substance]:
    return walk.look(lambda book: book.listed(Substance))


def _taken(walk: Follower) -> list[tuple[str, str]]:
    return [(each.name, each.amount) for each in _substances(walk)]


def _ended(walk: Follower) -> list[str]:
    return [each.name for each in _substances(walk) if each.until is not None]


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_keep_values_and_conditions(walk: Follower) -> None:
    walk.keys("ctrl+6")
    walk.arrives("Name of the medicine or substance")
    walk.choose("Parts of Health: Medicines and conditions", "Parts of Health: Care and help")
    walk.choose("Parts of Health: Care and help", "Parts of Health: About me")
    walk.choose("Parts of Health: About me", "Parts of Health: Medicines and conditions", "Left")
    walk.here.press("Conditions: Add")
    walk.arrives("What: Pain condition")
    walk.keys("space")
    walk.here.go_to("Private: leave it out of reports", hidden=True)
    walk.keys("space", "Return")
    walk.until_true(lambda: [each.what for each in _conditions(walk)] == [ConditionKind.PAIN], "no condition")
    assert _conditions(walk)[0].private
    walk.here.press("Lab results: Add")
    walk.arrives("Name")
    walk.type("ALT")
    walk.here.go_to("Day of the result", hidden=True)
    walk.type("2026-10-12")
    walk.here.go_to("Value", hidden=True)
    walk.type("34")
    walk.keys("Return")
    walk.arrives("Change it")
    walk.here.press("Keep it")
    walk.until_true(lambda: [each.what for each in walk.all(LabResult)] == [Lab.ALT], "no lab result")
    walk.here.press("Pain condition: what can be done")
    walk.here.choose_in_menu("Ended today")
    walk.until_true(lambda: _conditions(walk)[0].until is not None, "it did not end")
    _close_what_a_high_pressure_says(walk)
    walk.page_was_true("keep-values-and-conditions")


def _close_what_a_high_pressure_says(walk: Follower) -> None:
    """It stands above Today, too; closed, one line says it still, and all of it is brought back from there."""
    walk.here.press("Measurements: Add")
    walk.arrives("Blood pressure, upper")
    walk.type("195/125")
    walk.keys("Return")
    walk.until_true(lambda: _pressures(walk) == [(195, 125)], "the blood pressure was not saved")
    walk.until_read(_HIGH)
    walk.keys("ctrl+1")
    walk.until_read(_HIGH)
    walk.here.press("Close")
    walk.until_true(lambda: _is_seen(walk, _AGAIN) and not _is_seen(walk, "Close"), "it was not closed")
    walk.until_read(_HIGH)
    walk.here.press(_AGAIN)
    walk.until_true(lambda: _is_seen(walk, "Close"), "it was not brought back")


def _is_seen(walk: Follower, name: str) -> bool:
    return any(seen.name == name for seen in walk.here.seen())


def _pressures(walk: Follower) -> list[tuple[int | None, int | None]]:
    return [(each.systolic, each.diastolic) for each in walk.all(Measurement)]


def _conditions(walk: Follower) -> list[Condition]:
    return walk.look(lambda book: book.listed(Condition))
