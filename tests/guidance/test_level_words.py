"""A level in words: both columns where it is not said, and the condition that the journal cannot know."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import DAY_MS
from journal.guidance.interactions import Level
from journal.guidance.level_words import level_inside, level_titles, level_words, levels_in_short, levels_line
from journal.guidance.matching import ColumnLevel, Taken, check
from journal.texts import english
from tests.guidance.test_interaction_words import name_of

TEXTS = english()
GABAPENTIN = "with lung disease, sleep apnoea, older age or another sedative, or with epilepsy"


@pytest.mark.parametrize(
    ("given", "titles", "inside", "line"),
    [
        (
            "xanax", ["If prescribed: Call today", "If not prescribed: Do not mix"],
            "call today if prescribed, do not mix if not", "If prescribed: Call today. If not prescribed: Do not mix.",
        ),
        (
            "hydroxyzine", ["If not prescribed: Do not mix", "If prescribed: Ask within days"],
            "do not mix if not prescribed, ask within days if it is",
            "If not prescribed: Do not mix. If prescribed: Ask within days.",
        ),
        ("beer", ["Do not mix"], "do not mix", "Do not mix."),
        ("warfarin", ["Ask within days"], "ask within days", "Ask within days."),
    ],
)  # fmt: skip
def test_where_it_is_not_said_both_levels_stand_the_higher_one_first(
    given: str, titles: list[str], inside: str, line: str
) -> None:
    name = name_of(given, None)
    assert level_titles(TEXTS, name) == titles
    assert level_inside(TEXTS, name) == inside
    assert levels_line(TEXTS, name, name.findings[0]) == line
    assert level_titles(TEXTS, name_of("xanax", True)) == ["Call today"]
    assert level_titles(TEXTS, name_of("xanax", False)) == ["Do not mix"]


@pytest.mark.parametrize(
    ("given", "prescribed", "title", "inside"),
    [
        (
            "gabapentin", True,
            f"Call today, {GABAPENTIN}. Otherwise: Ask within days",
            f"call today, {GABAPENTIN}; otherwise ask within days",
        ),
        (
            "paracetamol", False,
            "Ask first, daily, with alcohol or with liver disease. Otherwise: Good to know",
            "ask first, daily, with alcohol or with liver disease; otherwise good to know",
        ),
        ("gabapentin", False, "Do not mix", "do not mix"),
    ],
)  # fmt: skip
def test_a_level_that_holds_under_a_condition_says_so_and_what_holds_otherwise(
    given: str, prescribed: bool, title: str, inside: str
) -> None:
    name = name_of(given, prescribed)
    assert level_titles(TEXTS, name) == [title] and level_inside(TEXTS, name) == inside


def test_with_two_columns_the_condition_stands_in_its_own() -> None:
    name = name_of("gabapentin", None)
    assert level_titles(TEXTS, name) == [
        f"If prescribed: Call today, {GABAPENTIN}. Otherwise: Ask within days", "If not prescribed: Do not mix",
    ]  # fmt: skip
    expected = f"call today ({GABAPENTIN}; otherwise ask within days) if prescribed, do not mix if not"
    assert level_inside(TEXTS, name) == expected


def test_in_short_both_levels_stand_without_the_condition() -> None:
    assert levels_in_short(TEXTS, name_of("gabapentin")) == "call today or ask within days"
    assert levels_in_short(TEXTS, name_of("xanax")) == "call today"
    both = "call today or ask within days if prescribed, do not mix if not"
    assert levels_in_short(TEXTS, name_of("gabapentin", None)) == both


def test_what_is_private_is_not_told_by_its_condition() -> None:
    assert level_inside(TEXTS, name_of("gabapentin"), conditions=False) == "call today or ask within days"


def test_a_group_that_asks_which_one_it_is_stands_at_its_highest() -> None:
    assert level_inside(TEXTS, name_of("painkiller", False)) == "do not mix"


def test_a_condition_that_is_known_leaves_one_level() -> None:
    taken = [Taken("gabapentin", True), Taken("zopiclone", True)]
    names = check(taken, dt.date(2026, 11, 29), 20_000 * DAY_MS).names
    assert [level_inside(TEXTS, name) for name in names] == ["call today", "call today"]


def test_a_level_says_its_condition() -> None:
    assert level_words(TEXTS, ColumnLevel(Level.CALL_TODAY, True, "with epilepsy")) == "Call today, with epilepsy"
    assert level_words(TEXTS, ColumnLevel(Level.ASK_FIRST, False)) == "Ask first"
