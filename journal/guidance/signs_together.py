"""Signs that another symptom makes more urgent: pinpoint pupils and drowsiness within a day are an emergency.

Which ones those are stands in the table of warning signs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
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


def together(noted: Iterable[Noted], now_ms: int) -> set[str]:
    """The ids of the ratings of signs that others among these make more urgent: within 24 hours of each other.

    What is dated later than ``now_ms`` counts as there now. How long ago it was chooses what is said (``advice``).
    """
    every, times = list(noted), dict[str, list[int]]()
    for noted_sign in sorted(every, key=lambda sign: sign.rating.at.utc_ms):
        times.setdefault(noted_sign.code, []).append(min(noted_sign.rating.at.utc_ms, now_ms))
    return {sign.rating.id for sign in every if is_sign(sign.code) and _is_joined(sign, times, now_ms)}


def _is_joined(sign: Noted, times: Mapping[str, Sequence[int]], now_ms: int) -> bool:
    """Whether another symptom makes a sign more urgent; who said no to its question said so of what was there then."""
    if sign.rating.answer in _OVER:
        return False
    at = min(sign.rating.at.utc_ms, now_ms)
    earliest = at + 1 if sign.rating.answer is Answer.NO else at - _CLOSE_MS + 1
    return any(_is_one_within(times.get(code, ()), earliest, at + _CLOSE_MS) for code in sign_of(sign.code).with_others)


def _is_one_within(times: Sequence[int], earliest: int, end: int) -> bool:
    place = bisect_left(times, earliest)
    return place < len(times) and times[place] < end
