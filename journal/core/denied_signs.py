"""Names in which a warning sign is said not to be there ("no chest pain"), or something else is meant by its words."""

from __future__ import annotations

import re

from journal.core.warning_words import sign_meant

_APOSTROPHES = re.compile("['’‘`´ʼ]")
_NOT_WORDS = re.compile(r"[\W_]+")
_BEFORE = re.compile(
    r"(?:i |im |am |i am |do |did |have |had )*"
    r"(?:no|not|non|without|never|none|zero|denies|denied|deny|dont|doesnt|didnt|isnt|arent|wasnt|havent|hasnt|aint) "
    r"(?:any |more |longer |signs? of |feel |feeling |have |having |had |a |the )*(?P<rest>.+)"
)
_BEHIND = re.compile(r"(?P<rest>.+) (?:free|none|absent|denied)")
_PRACTISED = re.compile(r"breath\w* (?:exercis|practi[cs]|techni|train|meditat|yoga|work)")


def sign_denied(name: str) -> str | None:
    """The code of the sign that a name says is not there; None for other names, where "not" may belong to the sign.

    Example: "not suicidal" denies; "not breathing", "no reason to live" and "no sleep, chest pain" do not.
    """
    words, code = _plain(name), sign_meant(name)
    if code is None:
        return None
    before, behind = _BEFORE.fullmatch(words), _BEHIND.fullmatch(words)
    if before is not None and _begins_with(code, before["rest"]):
        return code
    return code if behind is not None and sign_meant(behind["rest"]) == code else None


def is_practised(name: str) -> bool:
    """Whether breathing is an exercise here, as in "slow breathing exercise"."""
    return _PRACTISED.search(_plain(name)) is not None


def _plain(name: str) -> str:
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("", name).casefold()).strip()


def _begins_with(code: str, rest: str) -> bool:
    """Whether the words of the sign begin there: then what stands before them is said of them."""
    return sign_meant(rest) == code and sign_meant(rest.partition(" ")[2]) != code
