"""When something was typed that is not saved yet."""

from __future__ import annotations

from journal.core.entries import Draft
from journal.core.moments import DAY_MS
from journal.texts import english
from journal.ui.kit.draft_words import not_saved_yet
from tests.journals import START_MS, FixedClock


def said(saved_ms: int) -> str:
    return not_saved_yet(english(), Draft("note", "{}", saved_ms), FixedClock())


def test_it_says_the_day_and_the_time() -> None:
    assert said(START_MS) == "This was typed today 10:30 and not saved yet. Save it, or cancel."
    assert said(START_MS - DAY_MS).startswith("This was typed yesterday 10:30 and")
    assert said(START_MS - 9 * DAY_MS).startswith("This was typed 13 Nov 10:30 and")


def test_without_a_time_it_says_none() -> None:
    assert said(0) == said(10**17) == "This was not saved yet. Save it, or cancel."
