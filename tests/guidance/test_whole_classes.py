"""Whole classes: both levels, and the members that stand higher by another one."""

from __future__ import annotations

import pytest

from journal.guidance.interaction_words import higher_members_words, whom_to_ask
from journal.guidance.interactions import RANK, Level, classes, classes_of, levels_of
from journal.guidance.level_words import level_titles
from journal.guidance.matching import CheckedName
from journal.guidance.whole_classes import checked_classes
from journal.texts import english


def only(key: str) -> CheckedName:
    (name,) = checked_classes([classes()[key]], take_no_more=False).names
    return name


def test_a_whole_class_has_both_levels_and_one_that_nobody_prescribes_is_no_medicine() -> None:
    found = checked_classes([classes()["alcohol"], classes()["gabapentinoids"]], take_no_more=False)
    assert [(name.given, name.prescribed, name.level) for name in found.names] == [
        ("Gabapentin and pregabalin", None, Level.CALL_TODAY), ("Alcohol", False, Level.DO_NOT_MIX),
    ]  # fmt: skip


def test_the_highest_level_of_a_member_wins_and_is_said() -> None:
    """Codeine among the medicines that CYP2D6 changes is an opioid all the same."""
    name = only("cyp2d6")
    assert name.level is Level.CALL_TODAY
    assert level_titles(english(), name) == ["If prescribed: Call today", "If not prescribed: Do not mix"]
    assert whom_to_ask(english(), name)[0].startswith("If prescribed: Call your prescriber")
    assert higher_members_words(english(), name) == [
        "Higher by another group: codeine, tramadol. There it says call today if prescribed, do not mix if not.",
        (
            "Higher by another group: venlafaxine, dextromethorphan, atomoxetine, amitriptyline, nortriptyline,"
            " clomipramine, desipramine, doxepin, imipramine, trimipramine."
            " There it says ask within days if prescribed, ask first if not."
        ),
    ]


@pytest.mark.parametrize("key", classes())
def test_no_class_stands_below_what_one_of_its_members_asks_for_anyway(key: str) -> None:
    name = only(key)
    for member in classes()[key].members:
        of = classes_of([member])
        if of and all(class_.advice != "emergency" for class_ in of):
            always = min(RANK[levels_of(of, prescribed)[-1]] for prescribed in (True, False))
            assert RANK[name.level] <= always, member
    assert not higher_members_words(english(), only("opioids"))
