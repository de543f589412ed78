"""Advice on a passphrase: plain, and never that it is safe."""

from __future__ import annotations

import pytest

from journal.logbook.passphrase_strength import Found
from journal.texts import english
from journal.texts.passphrase_words import FOUND, strength_words


def test_everything_that_is_found_has_its_words() -> None:
    assert set(FOUND) == {each.value for each in Found}


@pytest.mark.parametrize(
    ("is_too_low", "could_be_higher", "found", "said"),
    [
        (True, True, ["word"], "This would be guessed quickly. Single words and names are tried first."),
        (True, True, [], "This would be guessed quickly. Add a few more words."),
        (False, True, ["date", "word"], "This can be guessed with patience. Years and dates are tried first."),
        (False, False, ["word"], "No common pattern was found in it."),
    ],
)
def test_what_is_said(is_too_low: bool, could_be_higher: bool, found: list[str], said: str) -> None:
    words = strength_words(english(), is_too_low, could_be_higher, found)
    assert words.startswith(said)
    assert "safe" not in words and "strong" not in words
