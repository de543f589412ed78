"""What is said of a rescue holds of every entry that it counts."""

from __future__ import annotations

import pytest

from journal.core.rescued import Brought, Rescued
from journal.texts import english
from journal.texts.rescue_words import what_came_back


def said(unlinked: int, unchecked: bool = False) -> str:
    notes = Brought("note", 1620, 0, 0, at_most=False)
    return " ".join(what_came_back(english(), Rescued((notes,), (), 0, unlinked, False, (), unchecked=unchecked)))


def test_all_are_as_they_were_saved_only_where_none_was_changed() -> None:
    assert said(0).startswith("1,620 entries were read and are as they were saved.")
    assert said(261).startswith("1,620 entries were read.")
    assert "they are kept without them. The others are as they were saved." in said(261)
    assert "The others" not in said(261, unchecked=True)


@pytest.mark.parametrize("unlinked", [1, 2])
def test_one_and_many(unlinked: int) -> None:
    assert ("1 entry named another one" in said(unlinked)) is (unlinked == 1)
