"""Backups in words: sizes, counts, and what going back to one would mean."""

from __future__ import annotations

import pytest

from journal.core.backups import Compared, Contents
from journal.texts import english
from journal.texts.backup_words import comparison, seen_in, size_of


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (1, "0.1 MB"), (149_999, "0.1 MB"), (2_430_000, "2.4 MB"), (1_234_000_000, "1.2 GB")],
)
def test_sizes(size: int, words: str) -> None:
    assert size_of(english(), size) == words


def test_one_entry_and_many() -> None:
    assert seen_in(english(), Contents({"note": 1}, None, 1)) == "opened and counted: 1 entry, 1 in the Diary"
    assert (
        seen_in(english(), Contents({"note": 1, "dose": 1_416}, None, 1_417))
        == "opened and counted: 1,417 entries, 1,417 in the Diary"
    )


def test_what_differs_is_said_and_nothing_else() -> None:
    assert comparison(english(), Compared(missing=6, changed=1, brought_back=0)) == [
        "Not in it: 6 entries of the journal of today.",
        "As it was then: 1 entry that was changed since.",
    ]
    assert comparison(english(), Compared(0, 0, 2)) == ["Only in the backup: 2 entries. They would come back."]
    assert comparison(english(), Compared(586, 0, 8, of_another=True)) == [
        "This is a backup of another journal: none of its entries was ever in the journal of today.",
        "That has 586 entries, none of which is in it.",
        "It has 8 entries of its own.",
    ]
    assert comparison(english(), Compared(0, 0, 0)) == ["It holds the same entries as the journal of today."]
