"""Signs that another symptom makes more urgent: pinpoint pupils with drowsiness, dark urine with muscle pain.

Which ones those are stands in the table of warning signs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from journal.core import limits
from journal.core.changes import Revision
from journal.core.entries import Answer, Rating
from journal.core.moments import HOUR_MS
from journal.core.recent_signs import ReadSigns, earlier_ms, newest_ms, recent_sign_ratings
from journal.guidance.warning_signs import Noted, WarningSign, is_sign, sign_of, signs

_OVER = (Answer.PASSED, Answer.KNOWN, Answer.NO)


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
    return [Noted(code, rating) for code, rating in known if code is not None and matters(code, rating)]


def matters(code: str, rating: Rating) -> bool:
    """Whether it is of a warning sign, or makes one more urgent: common symptoms from a number on, others but 0."""
    if code in _counts_from() and not is_sign(code):
        return (rating.value or 0) >= _counts_from()[code]
    return is_sign(code) or code in others_that_matter()


def answered_ms(journal: ReadSigns, noted: Iterable[Noted]) -> dict[str, int]:
    """When each sign that is over, or known to a doctor, was answered so, by the ids of the ratings."""
    over = [sign.rating for sign in noted if is_sign(sign.code) and sign.rating.answer in _OVER]
    return {rating.id: _since_ms(rating, journal.history(rating.id)) for rating in over}


def _since_ms(rating: Rating, history: Sequence[Revision]) -> int:
    """Since when its answer is the one that it has; another number or note that came later is no answer."""
    other = (step.at_ms for step in history if step.before and step.before.get("answer") != rating.answer)
    return max(other, default=newest_ms(rating))


def recent_with_others(journal: ReadSigns, now_ms: int) -> tuple[list[Noted], set[str]]:
    """The signs and other symptoms of the last hours, and earlier signs that these make more urgent; with the ids of
    the ratings that others make more urgent (``together``)."""
    ratings, codes = recent_sign_ratings(journal, now_ms, others_that_matter(), now_ms - earlier_ms())
    every = with_others_in(ratings, codes)
    answered = answered_ms(journal, every) if len(every) > 1 else {}
    joined, since = together(every, now_ms, answered), now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS
    earlier = [sign for sign in every if newest_ms(sign.rating) <= since]
    ended = {sign.rating.id for sign in earlier} - (joined - together(earlier, now_ms, answered))
    return [sign for sign in every if sign.rating.id not in ended], joined


def together(noted: Iterable[Noted], now_ms: int, answered: Mapping[str, int] | None = None) -> set[str]:
    """The ids of the ratings of signs that others among these make more urgent: within 24 hours of each other, or days.

    What is dated later than ``now_ms`` counts as there now. How long ago it was chooses what is said (``advice``).
    ``answered``: when the answers were given (``answered_ms``), where that is later than the signs were noted.
    """
    every, times = list(noted), dict[str, list[_Times]]()
    for noted_sign in sorted(every, key=lambda sign: sign.rating.at.utc_ms):
        times.setdefault(noted_sign.code, []).append(_times_of(noted_sign, now_ms))
    signs_noted = [sign for sign in every if is_sign(sign.code)]
    since = answered or {}
    return {sign.rating.id for sign in signs_noted if _is_joined(sign, times, now_ms, since.get(sign.rating.id, 0))}


class _Times(NamedTuple):
    """When a symptom was there, and the later of that and when it was written down."""

    at: int
    newest: int


def _times_of(noted: Noted, now_ms: int) -> _Times:
    at = min(noted.rating.at.utc_ms, now_ms)
    return _Times(at, max(at, noted.rating.recorded_ms))


def _is_joined(sign: Noted, times: Mapping[str, Sequence[_Times]], now_ms: int, answered: int) -> bool:
    """Whether another symptom makes a sign more urgent; who said that it was over, or that a doctor knows of it, said
    so of what was there then: what is noted afterwards is new."""
    (at, newest), row = _times_of(sign, now_ms), sign_of(sign.code)
    within_ms = (limits.JOINED_SIGN_HOURS if row.over_days else limits.OPEN_SIGN_HOURS) * HOUR_MS
    after = max(newest, answered) if sign.rating.answer in _OVER else 0
    return any(_is_one_within(times.get(code, ()), at, within_ms, after) for code in _others_of(row))


def _is_one_within(times: Sequence[_Times], at: int, within_ms: int, after: int) -> bool:
    """Whether one is less than so far from a time, and was noted after another."""
    place, end = bisect_left(times, (at - within_ms + 1,)), bisect_left(times, (at + within_ms,))
    return any(one.newest > after for one in islice(times, place, end))
