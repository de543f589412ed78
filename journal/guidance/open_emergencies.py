"""The warning signs of the last 24 hours that are an emergency: whatever else there is to say, these are said first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from journal.core import limits
from journal.core.entries import Answer, Rating
from journal.core.moments import DAY_MS, HOUR_MS, Moment
from journal.core.recent_signs import recent_sign_ratings
from journal.guidance.around_signs import (
    ALONE,
    Around,
    advice_on,
    around_signs,
    as_urgent_for,
    pressure_gives_way,
)
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_together import (
    answered_ms,
    others_that_matter,
    recent_with_others,
    together,
    with_others_in,
)
from journal.guidance.warning_signs import (
    RANK,
    Advice,
    Noted,
    Urgency,
    advice,
    is_sign,
    place_of,
    sign_of,
)

EMERGENCY: tuple[Urgency, ...] = ("call", "department")
_LESS_URGENT: tuple[Urgency, ...] = ("depends", "today")
_LEFT_OFF_MS = 7 * DAY_MS  # so long the advice on a sign is said without "if nobody has looked at this yet"


@dataclass(frozen=True, slots=True)
class Emergency:
    """A sign that is one, or for which the product is left off, and what is said of it.

    ``if_passed``: before an answer, what is said if it has passed, with what leads to it; "" for nothing.
    ``same_people``: a high blood pressure gives way to it (``around_signs.pressure_gives_way``).
    """

    noted: Noted
    advice: Advice
    if_passed: tuple[str, str] = ("", "")
    same_people: bool = False


def open_emergencies(journal: ReadRecent, now_ms: int) -> list[Emergency]:
    """Those of a journal, the most urgent first. Closing the advice about one does not end it; an answer does."""
    every, joined = recent_with_others(journal, now_ms)
    return _emergencies(every, now_ms, around_signs(journal, now_ms), joined) if every else []


def less_urgent_signs(journal: ReadRecent, now_ms: int) -> list[Emergency]:
    """Those of the last hours that are no emergency and about which a doctor is to be called today, or it depends.

    Before an answer, too; not what a doctor knows of, nor small pupils beside which there is nothing else.
    """
    every, joined = recent_with_others(journal, now_ms)
    around = around_signs(journal, now_ms) if every else ALONE
    less_urgent = []
    for sign in every:
        advised = advice_on(sign, now_ms, sign.rating.id in joined, around) if is_sign(sign.code) else None
        if advised is not None and _is_less_urgent(sign, advised):
            less_urgent.append(Emergency(sign, advised))
    return sorted(less_urgent, key=_place)


def other_signs(journal: ReadRecent, now_ms: int) -> list[Emergency]:
    """The rest of the last hours' signs: a doctor knows of them, they can wait, or they stand alone.

    Their cards may be open on Today, so who asks for all that is open finds them, too.
    """
    every, joined = recent_with_others(journal, now_ms)
    around = around_signs(journal, now_ms) if every else ALONE
    others = []
    for sign in every:
        if not is_sign(sign.code) or _is_acted_on(sign, now_ms, sign.rating.id in joined, around):
            continue
        age_ms, answer = now_ms - sign.rating.at.utc_ms, sign.rating.answer
        others.append(Emergency(sign, as_urgent_for(advice(sign.code, answer, age_ms), sign, around, now_ms)))
    return sorted(others, key=_place)


def signs_that_are_none(journal: ReadRecent, now_ms: int) -> list[Emergency]:
    """All signs of the last hours that are no emergency, the most urgent first."""
    return sorted([*less_urgent_signs(journal, now_ms), *other_signs(journal, now_ms)], key=_place)


def is_to_be_named(sign: Emergency) -> bool:
    """Whether it is named beside others that are open: it is acted on, or is an emergency that a doctor knows of."""
    answer = sign.noted.rating.answer
    return place_of(sign.advice)[0] < RANK["week"] and answer is not Answer.NO


def _is_acted_on(sign: Noted, now_ms: int, joined: bool, around: Around) -> bool:
    """Whether it is an emergency, or one of those that are less urgent."""
    advised = advice_on(sign, now_ms, joined, around)
    return advised is not None and (advised.urgency in EMERGENCY or _is_less_urgent(sign, advised))


def _is_less_urgent(sign: Noted, advised: Advice) -> bool:
    return advised.urgency in _LESS_URGENT and sign.rating.answer is not Answer.NO


def signs_to_leave_off(journal: ReadRecent, now_ms: int) -> list[Emergency]:
    """The signs of the last week with which no more is to be taken, the most urgent first, each of them once.

    It holds until a doctor has spoken to the person, so no answer ends it, nor that its advice was closed.
    """
    earliest_ms = now_ms - _LEFT_OFF_MS
    near_ms = earliest_ms + limits.OPEN_SIGN_HOURS * HOUR_MS
    ratings, codes = recent_sign_ratings(journal, now_ms, others_that_matter(), near_ms)
    every = [noted for noted in with_others_in(ratings, codes) if noted.rating.at.utc_ms > earliest_ms]
    joined = together(every, now_ms, answered_ms(journal, every))
    around = around_signs(journal, now_ms) if every else ALONE
    by_code: dict[str, Emergency] = {}
    for sign in every:
        if not is_sign(sign.code) or not sign_of(sign.code).is_left_off(around.pregnant):
            continue
        age_ms = now_ms - sign.rating.at.utc_ms
        # One urgency with what was said when it was written down: without an answer it may be there for a day.
        answer = sign.rating.answer or (Answer.NOT_SURE if age_ms < DAY_MS else None)
        advised = as_urgent_for(advice(sign.code, answer, age_ms, sign.rating.id in joined), sign, around, now_ms)
        if sign.code not in by_code or RANK[advised.urgency] < RANK[by_code[sign.code].advice.urgency]:
            by_code[sign.code] = Emergency(sign, advised)
    return sorted(by_code.values(), key=_place)


def is_emergency(journal: ReadRecent, now_ms: int) -> bool:
    """Whether a warning sign of the last day is an emergency, or a blood pressure is so high."""
    if open_emergencies(journal, now_ms):
        return True
    high = recent_high(journal, now_ms)
    return high is not None and not high.is_raised_only


def is_waiting_for_help(journal: ReadRecent, now_ms: int) -> bool:
    """Whether somebody is to look at the person now or today: an emergency, a sign that is less urgent, or one of
    the last week with which no more is taken; not what a doctor knows of.
    """
    left_off = any(not sign.advice.known for sign in signs_to_leave_off(journal, now_ms))
    return left_off or is_emergency(journal, now_ms) or bool(less_urgent_signs(journal, now_ms))


def emergencies_among(noted: Iterable[Noted], now_ms: int, around: Around = ALONE) -> list[Emergency]:
    """Those of the last 24 hours among signs of any time, as a file may hold them, the most urgent first.

    What makes a sign more urgent may stand among them (``signs_together``), or ``around`` them.
    """
    since = now_ms - limits.OPEN_SIGN_HOURS * HOUR_MS
    return _emergencies((sign for sign in noted if sign.rating.at.utc_ms > since), now_ms, around)


def emergencies_unsaved(typed: Mapping[str, object], at: Moment, around: Around = ALONE) -> list[Emergency]:
    """The same of what could not be saved: the signs' codes with their numbers, as if each were there now."""
    rated = ((code, value) for code, value in typed.items() if isinstance(value, int) and value and is_sign(code))
    noted = (Noted(code, Rating(at=at, symptom=code, value=value)) for code, value in rated)
    return _emergencies(noted, at.utc_ms, around)


def _emergencies(
    noted: Iterable[Noted], now_ms: int, around: Around, known_joined: Collection[str] | None = None
) -> list[Emergency]:
    """Those that call for the emergency number or an emergency department: there now, not answered, or just over.

    Of equally urgent ones in the order of the table, in which breathing comes first; of one sign the newest.
    """
    every = list(noted)
    joined = together(every, now_ms) if known_joined is None else known_joined
    advised = (
        (sign, advice_on(sign, now_ms, sign.rating.id in joined, around)) for sign in every if is_sign(sign.code)
    )
    emergencies = [
        _emergency(sign, advice_given, now_ms, sign.rating.id in joined, around)
        for sign, advice_given in advised
        if advice_given is not None and advice_given.urgency in EMERGENCY
    ]
    return sorted(emergencies, key=_place)


def _place(emergency: Emergency) -> tuple[int, int, int]:
    return *place_of(emergency.advice), -emergency.noted.rating.at.utc_ms


def _emergency(noted: Noted, advised: Advice, now_ms: int, joined: bool, around: Around) -> Emergency:
    """Who thinks "no, that is over" must learn what holds then: nobody else says it before an answer."""
    if noted.rating.answer is not None:
        return Emergency(noted, advised, same_people=pressure_gives_way(advised))
    age_ms = now_ms - noted.rating.at.utc_ms
    both = as_urgent_for(advice(noted.code, None, age_ms, joined), noted, around, now_ms)
    if_passed = both.parts[-1] if both.once_passed is not None else ("", "")
    return Emergency(noted, advised, if_passed, pressure_gives_way(both))


def sees_pressure(emergencies: Iterable[Emergency]) -> bool:
    """Whether whom one of these leads to will see a high blood pressure, too, so that it needs no words of its own."""
    return any(emergency.same_people for emergency in emergencies)
