"""A new passphrase that anyone would guess is refused, and what would be tried first is known."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.logbook.passphrase_strength import Found, refuse_guessable, strength_of


@pytest.mark.parametrize("typed", ["password1", "qwertyuiop", "12345678", "abcdefgh", "1987-06-05", "leafjournal"])
def test_what_is_guessed_quickly_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="passphrase-guessed"):
        refuse_guessable(typed)


def test_what_is_short_is_told_so_and_not_judged() -> None:
    with pytest.raises(Refused, match="passphrase-short"):
        refuse_guessable("a")


@pytest.mark.parametrize("typed", ["correct horse", "quiet river stones", "日本語のことばを八つ", "x" + "ab cd " * 400])
def test_others_are_taken(typed: str) -> None:
    refuse_guessable(typed)


def test_more_words_are_harder() -> None:
    one, two, four = (strength_of(typed) for typed in ("blueberry", "blueberry tractor", "blueberry tractor moss oboe"))
    assert one.is_too_low and one.could_be_higher
    assert one.guesses < two.guesses < four.guesses
    assert not four.is_too_low and not four.could_be_higher


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("blueberry", Found.WORD), ("dfghjuytrewsx", Found.KEYS), ("xqxqxqxq", Found.REPEATED),
        ("abcdefgh", Found.SEQUENCE), ("23.11.1987", Found.DATE),
    ],
)  # fmt: skip
def test_it_says_what_would_be_tried_first(typed: str, found: Found) -> None:
    assert found in strength_of(typed).found
