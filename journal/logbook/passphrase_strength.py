"""How hard a new passphrase is to guess, and what in it would be tried first."""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import NamedTuple

from journal.core.passphrases import refuse_weak
from journal.core.refusal import Refused

# Guesses. Every one of them costs 256,000 rounds of SHA-512: a strong computer makes some thousands a second.
_TOO_FEW, _FEW = 10**6, 10**10
_JUDGED_LETTERS = 72  # more take long and would not change what is said
_OUR_WORDS = ["leaf", "journal"]


class Found(Enum):
    """What those who guess try first."""

    WORD = "word"
    KEYS = "keys"
    REPEATED = "repeated"
    SEQUENCE = "sequence"
    DATE = "date"


_PATTERNS = {
    "dictionary": Found.WORD, "spatial": Found.KEYS, "repeat": Found.REPEATED, "sequence": Found.SEQUENCE,
    "date": Found.DATE, "regex": Found.DATE,
}  # fmt: skip


class Strength(NamedTuple):
    """``guesses`` that find it, as far as its patterns are known; ``found`` in the order in which they stand in it."""

    guesses: float
    found: tuple[Found, ...]

    @property
    def is_too_low(self) -> bool:
        """Whether it is refused."""
        return self.guesses < _TOO_FEW

    @property
    def could_be_higher(self) -> bool:
        """Whether more words would matter."""
        return self.guesses < _FEW


def strength_of(passphrase: str) -> Strength:
    """Judged by the estimator, which takes a fifth of a second to load when it is called first."""
    from zxcvbn import zxcvbn

    judged = zxcvbn(unicodedata.normalize("NFC", passphrase)[:_JUDGED_LETTERS], user_inputs=_OUR_WORDS)
    patterns = (_PATTERNS.get(match["pattern"]) for match in judged["sequence"])
    return Strength(
        float(judged["guesses"]), tuple(dict.fromkeys(pattern for pattern in patterns if pattern is not None))
    )


def refuse_guessable(passphrase: str) -> None:
    """Refused where anyone would find it by trying: too short, the same letters, or a common word or pattern."""
    refuse_weak(passphrase)
    if strength_of(passphrase).is_too_low:
        raise Refused("passphrase-guessed")
