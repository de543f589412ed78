"""What the other file does not hold is named by what and when, and no list goes on for ever."""

from __future__ import annotations

import datetime as dt

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.lacking import lacked_by, what_is_lacked

TODAY = dt.date(2026, 11, 30)


def notes_at(*times: str) -> list[ChangeSet]:
    return [ChangeSet(n, 0, "note.added", {"n": "1", "at": at}) for n, at in enumerate(times)]


def test_each_is_named_with_its_time_and_the_day_where_that_is_not_today() -> None:
    steps = notes_at("2026-11-30T16:23", "2026-11-28T09:05")
    words = what_is_lacked(Texts(), steps, TODAY)
    assert words.startswith("Saved here and not in it: note at ") and words.count("note at") == 2
    assert "28" in words and words.endswith(".")


def test_of_many_the_newest_are_named_and_the_rest_is_counted() -> None:
    steps = notes_at(*(f"2026-11-30T16:{minute:02}" for minute in range(20)))
    assert "and 17 changes before" in what_is_lacked(Texts(), steps, TODAY)
    assert "and 1 change before" in what_is_lacked(Texts(), steps[:4], TODAY)


def test_of_nothing_nothing_is_said() -> None:
    assert lacked_by(Refused("journal-gone")) == () and what_is_lacked(Texts(), (), TODAY) == ""
