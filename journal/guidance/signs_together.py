"""Signs that another symptom makes more urgent: pinpoint pupils with drowsiness, dark urine with muscle pain.

Which ones those are stands in the table of warning signs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from journal.core import limits
from journal.core.entries import Answer, Rating
from journal.core.moments import HOUR_MS
from journal.core.recent_signs import ReadSigns, earlier_ms, newest_ms, recent_sign_ratings
from journal.guidance.warning_signs import Noted, WarningSign, is_sign, sign_of, signs

_OVER = (Answer.PASSED, Answer.KNOWN)


@cache
def others_that_matter() -> frozenset[str]:
    """The codes of all symptoms that make a sign more urgent."""
    return frozenset().union(*map(_others_of, signs()))


@cache
def _counts_from() -> Mapping[str, int]:
    """The least rating of the symptoms that are common."""
    return {code: least for sign in signs() for code, least in sign.with_from.items()}


def _others_of(sign: WarningSign) -> frozenset[str]:
    return sign.with_others | sign.with_from.keys()


def with_others_in(entries: Iterable[object], codes: Mapping[str, str | None]) -> list[Noted]:
    """Every rating among some entries that is of a warning sign, or makes one more urgent: all but 0."""
    rated = (entry for entry in entries if isinstance(entry, Rating) and entry.value != 0 and entry.deleted_ms is None)
    known = ((codes.get(rating.symptom), rating) for rating in rated)
    return [Noted(code, rating) for code, rating in known if code is not None and _matters(code, rating)]


def _matters(code: str, rating: Rating) -> bool:
    if code in _counts_from() and not is_sign(code):
        return (rating.value or 0) >= _counts_from()[code]
    return is_sign(code) or code in others_that_matter()


def recent_with_others(journal: ReadSigns, now_ms: int) -> tuple[list[Noted], set[str]]:
    """The signs and other symptoms of the last hours, and earlier signs that these make more urgent; with the ids of
    the ratings that others make more urgent (``together``)."""
    ratings, codes = recent_sign_ratings(journal, now_ms, others_that_matter(), now_ms - earlier_ms())
    every = with_others_in(ratings, codes)
    joined, since = together(every, now_ms), now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS
    earlier = [sign for sign in every if newest_ms(sign.rating) <= since]
    ended = {sign.rating.id for sign in earlier} - (joined - together(earlier, now_ms))
    return [sign for sign in every if sign.rating.id not in ended], joined


def together(noted: Iterable[Noted], now_ms: int) -> set[str]:
    """The ids of the ratings of signs that others among these make more urgent: within 24 hours of each other, or days.

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
    at, row = min(sign.rating.at.utc_ms, now_ms), sign_of(sign.code)
    within_ms = (limits.JOINED_SIGN_HOURS if row.over_days else limits.OPEN_SIGN_HOURS) * HOUR_MS
    earliest = at + 1 if sign.rating.answer is Answer.NO else at - within_ms + 1
    return any(_is_one_within(times.get(code, ()), earliest, at + within_ms) for code in _others_of(row))


def _is_one_within(times: Sequence[int], earliest: int, end: int) -> bool:
    place = bisect_left(times, earliest)
    return place < len(times) and times[place] < end
