"""A new passphrase is long enough and not the same letters again and again."""

from __future__ import annotations

import unicodedata

import pytest

from journal.core.passphrases import is_same, refuse_weak
from journal.core.refusal import Refused


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "passphrase-empty"),
        ("a", "passphrase-short"),
        ("seven77", "passphrase-short"),
        ("   x        ", "passphrase-short"),
        (unicodedata.normalize("NFD", "éàüöñîô"), "passphrase-short"),
        ("aaaaaaaaaaaa", "passphrase-repeats"),
        ("abcabcabcabc", "passphrase-repeats"),
        ("AaBbAaBbAaBb", "passphrase-repeats"),
    ],
)
def test_what_is_guessed_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        refuse_weak(typed)


@pytest.mark.parametrize("typed", ["eight888", "correct horse café", "日本語のことばを八つ", "o'clock; --"])
def test_others_are_taken(typed: str) -> None:
    refuse_weak(typed)


def test_the_same_letters_composed_otherwise_are_the_same() -> None:
    assert is_same(unicodedata.normalize("NFD", "café"), unicodedata.normalize("NFC", "café"))
    assert not is_same("café", "cafe")
