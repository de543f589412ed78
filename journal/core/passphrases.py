"""What a new passphrase must have; one that is in use already is never judged."""

from __future__ import annotations

import unicodedata

from journal.core.refusal import Refused

FEWEST_LETTERS = 8  # fewer are found by trying
_FEWEST_DIFFERENT = 4


def refuse_weak(passphrase: str) -> None:
    """Refused where anyone would find it by trying a few: too short, or the same letters again and again."""
    typed = unicodedata.normalize("NFC", passphrase)
    if not typed:
        raise Refused("passphrase-empty")
    if len(typed.strip()) < FEWEST_LETTERS:
        raise Refused("passphrase-short", n=FEWEST_LETTERS)
    if len(set(typed.casefold())) < _FEWEST_DIFFERENT:
        raise Refused("passphrase-repeats")


def is_same(one: str, other: str) -> bool:
    """Whether both open the same journal: every keyboard's é is the same."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
