"""The warning signs of the last 24 hours that are an emergency: whatever else there is to say, these are said first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journal.core import limits
from journal.core.entries import Answer, Rating
from journal.core.moments import HOUR_MS, Moment
from journal.core.recent_signs import ReadSigns, recent_sign_ratings
from journal.core.symptoms import MASKED
from journal.guidance.help_lines import Country
from journal.guidance.signs_in_words import filled, titled
from journal.guidance.signs_together import others_that_matter, together, with_others_in
from journal.guidance.warning_signs import (
    IF_NOW,
    RANK,
    Advice,
    Noted,
    Urgency,
    advice,
    is_sign,
    sign_of,
)
from journal.texts import Texts

EMERGENCY: tuple[Urgency, ...] = ("call", "department")
_NAMED = 3


def open_emergencies(journal: ReadSigns, now_ms: int) -> list[Noted]:
    """Those of a journal, the most urgent first. Closing the advice about one does not end it; an answer does."""
    ratings, codes = recent_sign_ratings(journal, now_ms, others_that_matter())
    return _emergencies(with_others_in(ratings, codes), now_ms)


def emergencies_among(noted: Iterable[Noted], now_ms: int) -> list[Noted]:
    """Those of the last 24 hours among signs of any time, as a file may hold them, the most urgent first.

    What makes a sign more urgent (``signs_together``) may stand among them.
    """
    since = now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS
    return _emergencies((sign for sign in noted if sign.rating.at.utc_ms > since), now_ms)


def emergencies_unsaved(typed: Mapping[str, object], at: Moment) -> list[Noted]:
    """The same of what could not be saved: the signs' codes with their numbers, as if each were there now."""
    rated = ((code, value) for code, value in typed.items() if isinstance(value, int) and value and is_sign(code))
    return _emergencies((Noted(code, Rating(at=at, symptom=code, value=value)) for code, value in rated), at.utc_ms)


def _emergencies(noted: Iterable[Noted], now_ms: int) -> list[Noted]:
    """Those that call for the emergency number or an emergency department: there now, not answered, or just over."""
    noted = list(noted)
    joined = together(noted, now_ms)
    there = [sign for sign in noted if is_sign(sign.code) and (sign.rating.id in joined or _is_asked_or_there(sign))]
    found = [sign for sign in there if _advice(sign, now_ms).urgency in EMERGENCY]
    return sorted(found, key=lambda sign: (RANK[_advice(sign, now_ms).urgency], -sign.rating.at.utc_ms))


def _is_asked_or_there(noted: Noted) -> bool:
    """A sign that is dangerous only with others, and that nobody answered about, is none yet."""
    return noted.rating.answer is not None or sign_of(noted.code).asked_yes is None


def _advice(noted: Noted, now_ms: int) -> Advice:
    """Before an answer, as if it were happening."""
    return advice(noted.code, noted.rating.answer or Answer.NOT_SURE, now_ms - noted.rating.at.utc_ms)


def emergency_first(texts: Texts, emergencies: Sequence[Noted], now_ms: int, place: Country) -> tuple[str, ...]:
    """Which they are, and what to do about the most urgent one; nothing where there are none.

    Example: ("First: Seizure, today 10:20", "Call 911. Clear the space. ...").
    """
    if not emergencies:
        return ()
    titles = dict.fromkeys(titled(texts, sign, now_ms) for sign in emergencies)
    return texts("First: {signs}", signs="; ".join([*titles][:_NAMED])), _what_to_do(
        texts, emergencies[0], now_ms, place
    )


def _what_to_do(texts: Texts, noted: Noted, now_ms: int, place: Country) -> str:
    if noted.code in MASKED:  # others may see the screen
        return texts("Whom to call stands under Emergency.")
    words = " ".join(filled(texts, text, place) for _, text in _advice(noted, now_ms).parts)
    return words if noted.rating.answer is not None else f"{texts(IF_NOW)} {words}"
