"""Signs that another symptom makes more urgent: pinpoint pupils and drowsiness within hours are an emergency.

Which ones those are stands in the table of warning signs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from journal.core import limits
from journal.core.entries import Answer, Rating
from journal.core.moments import HOUR_MS
from journal.guidance.warning_signs import Noted, is_sign, sign_of, signs

_CLOSE_MS = limits.OPEN_SIGN_HOURS * HOUR_MS
_OVER = (Answer.PASSED, Answer.KNOWN)


@cache
def others_that_matter() -> frozenset[str]:
    """The codes of all symptoms that make a sign more urgent."""
    return frozenset().union(*(sign.with_others for sign in signs()))


def with_others_in(entries: Iterable[object], codes: Mapping[str, str | None]) -> list[Noted]:
    """Every rating among some entries that is of a warning sign, or makes one more urgent: all but 0."""
    rated = (entry for entry in entries if isinstance(entry, Rating) and entry.value != 0 and entry.deleted_ms is None)
    known = ((codes.get(rating.symptom), rating) for rating in rated)
    return [Noted(code, rating) for code, rating in known if code is not None and _matters(code)]


def _matters(code: str) -> bool:
    return is_sign(code) or code in others_that_matter()


def together(noted: Collection[Noted], now_ms: int) -> set[str]:
    """The ids of the ratings of signs that others among these make more urgent, within the last 24 hours."""
    recent = [each for each in noted if now_ms - each.rating.at.utc_ms < _CLOSE_MS]
    return {sign.rating.id for sign in recent if is_sign(sign.code) and any(_joins(sign, other) for other in recent)}


def _joins(sign: Noted, other: Noted) -> bool:
    """Whether another symptom makes a sign more urgent; who said no to its question said so of what was there then."""
    if other.code not in sign_of(sign.code).with_others or sign.rating.answer in _OVER:
        return False
    return sign.rating.answer is not Answer.NO or other.rating.at.utc_ms > sign.rating.at.utc_ms
