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


def test_what_may_be_lost_is_one_sentence_in_plain_names() -> None:
    """A line for each table, by the table's own name, was all that a person saw of a rescue."""
    came = (
        Brought("day_mark", 3, 0, 0, at_most=False, unknown=True),
        Brought("check_in", 1046, 0, 0, at_most=False, unknown=True),
        Brought("change_set", 0, 0, 0, at_most=False, unknown=True),
        Brought("rating", 8, 2, 0, at_most=False, unknown=True),
        Brought("lab_result", 5, 1, 2, at_most=False),
    )
    lines = what_came_back(english(), Rescued(came, (), 0, 0, False, ()))
    assert lines[1:6] == [
        "How many entries are missing is not known.",
        "ratings: read 8, left out as doubtful 2, lost: not known.",
        "lab results: read 5, left out as doubtful 1, lost 2.",
        "It is not known whether some of these are lost: days with a mark (3 read), check-ins (1,046 read).",
        "Nothing could be read of these, and how many there were is not known: steps that can be undone.",
    ]
