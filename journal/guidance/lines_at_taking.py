"""What is said to who takes something: the emergency, the sign with which the product is left off, or the pressure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from journal.guidance.blood_pressure import HighPressure, pressure_advice, pressure_title, pressures_in_lines
from journal.guidance.emergency_lines import (
    also_open,
    beside_the_call,
    lines_about,
    lines_of_others,
    most_urgent_lines,
    saying_whose,
    titles_of,
    urgent_beside,
)
from journal.guidance.help_lines import Country
from journal.guidance.open_emergencies import (
    Emergency,
    is_to_be_named,
    open_emergencies,
    sees_pressure,
    signs_that_are_none,
    signs_to_leave_off,
)
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_in_words import about_stopping, titled
from journal.guidance.warning_signs import place_of, stopping
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open where no sign is an emergency, and how it is said.

    ``left_off``: with these no more is taken, ``too`` are all that are named; ``beside``: a high blood pressure.
    """

    texts: Texts
    now_ms: int
    place: Country
    left_off: Sequence[Emergency]
    too: Sequence[Emergency]
    beside: HighPressure | None


def about_more(
    texts: Texts, emergencies: Iterable[Emergency], beside: HighPressure | None = None, pregnant: bool = False
) -> list[str]:
    """What belongs to these about taking more, for who is about to: whether to take any comes first.

    Every emergency has such words, and so has a very high pressure ``beside`` them; those of its own, or to ask first.
    """
    emergencies, shared = list(emergencies), stopping()
    sentences = about_stopping(texts, [emergency.advice for emergency in emergencies])
    of_more = (texts(shared.no_more_unnamed), texts(shared.goes_on))
    own = [words for words in sentences if words.startswith(of_more)]
    if own or not (emergencies or beside):
        return [*own, *(words for words in sentences if words not in own)]
    return [texts(shared.goes_on if pregnant else shared.ask_first), *sentences]


def first_at_taking(
    texts: Texts,
    journal: ReadRecent,
    now_ms: int,
    place: Country,
    beside: HighPressure | None = None,
    told_ids: Iterable[str] = (),
) -> tuple[tuple[str, ...], list[str]]:
    """What is said first to who takes something, and what follows: about taking more, and the pressure ``beside``.

    ``told_ids`` are the ratings of which it is told anyway. Nothing where no sign is an emergency, nor one for
    which the product is left off, nor the pressure very high.
    """
    told, every = {*told_ids}, open_emergencies(journal, now_ms)
    emergencies = [emergency for emergency in every if emergency.noted.rating.id not in told]
    others = lines_of_others(texts, emergencies, place)
    left_off = [emergency for emergency in signs_to_leave_off(journal, now_ms) if emergency.noted.rating.id not in told]
    first = most_urgent_lines(texts, emergencies, now_ms, place, beside)
    too = _open_too(journal, now_ms, left_off, told.union(emergency.noted.rating.id for emergency in every))
    if not first:
        alone = None if every and not left_off else beside
        return _no_emergency_first(_Open(texts, now_ms, place, left_off, too, alone))
    waits = sees_pressure(emergencies)
    pressures = pressures_in_lines(texts, [beside] if beside else [], now_ms, place, after_emergency=waits)
    urgent = beside_the_call(texts, emergencies, beside, now_ms, place) if beside else []
    no_more, *of_stopping = about_more(texts, [*emergencies, *left_off])
    for words in urgent_beside(texts, emergencies, beside, place) if beside else []:  # said in sight
        pressures = [line.replace(f"{words} ", "") for line in pressures]
    sleepy = texts(stopping().sleepy)
    nothing_sleepy = [sleepy] if any(line.startswith(sleepy) for line in of_stopping) else []
    of_stopping = [line.removeprefix(sleepy).lstrip() for line in of_stopping]
    # The line that is never folded away; what makes sleepy may be what is about to be taken.
    in_sight = " ".join(filter(None, (*others, *urgent, no_more, *nothing_sleepy, *also_open(texts, too, now_ms))))
    return first, [*([in_sight] if in_sight else []), *of_stopping, *pressures]


def is_told_first(journal: ReadRecent, now_ms: int) -> bool:
    """Whether something is said first to who takes something: beside it no amount is filled in from before."""
    if open_emergencies(journal, now_ms) or signs_to_leave_off(journal, now_ms):
        return True
    high = recent_high(journal, now_ms)
    return high is not None and (not high.is_raised_only or high.headache)


def sleepy_sign_first(texts: Texts, journal: ReadRecent, now_ms: int, place: Country) -> tuple[str, ...]:
    """Where no sign is an emergency: of those of these hours with which nothing that makes sleepy is taken.

    What was just written down may be such a thing; that it was said before, and closed, does not matter here.
    """
    recent = {sign.noted.rating.id for sign in signs_that_are_none(journal, now_ms)}
    sleepy = [
        sign
        for sign in signs_to_leave_off(journal, now_ms)
        if sign.advice.no_sleepiness and sign.noted.rating.id in recent
    ]
    if not sleepy:
        return ()
    most_urgent, shared = sleepy[0], stopping()
    steps = saying_whose(texts, most_urgent, sleepy, lines_about(texts, most_urgent, place))
    no_more = f"{texts(shared.no_more_unnamed)} {texts(shared.sleepy)}"
    return "; ".join(titles_of(texts, sleepy, now_ms)), " ".join(steps), no_more


def _open_too(
    journal: ReadRecent, now_ms: int, left_off: Iterable[Emergency], told_ids: Collection[str]
) -> list[Emergency]:
    """What else is open, the most urgent first: signs with which the product is left off, and what waits."""
    waiting = filter(is_to_be_named, signs_that_are_none(journal, now_ms))
    by_id = {sign.noted.rating.id: sign for sign in (*waiting, *left_off) if sign.noted.rating.id not in told_ids}
    return sorted(by_id.values(), key=lambda sign: place_of(sign.advice))


def _no_emergency_first(open_: _Open) -> tuple[tuple[str, ...], list[str]]:
    """Of those with which the product is left off, or of the pressure alone.

    All that is open is named in one line, before what to do about the most urgent of them.
    """
    if open_.left_off:
        return _left_off_first(open_)
    texts, beside = open_.texts, open_.beside
    if beside is None or (beside.is_raised_only and not beside.headache):
        return (), []
    title = texts("First: {what}", what=pressure_title(texts, beside, open_.now_ms))
    advised = pressure_advice(texts, beside, open_.now_ms, open_.place)
    return (title, *advised), about_more(texts, (), beside, beside.pregnant)


def _left_off_first(open_: _Open) -> tuple[tuple[str, ...], list[str]]:
    """A high blood pressure comes before a sign that is no emergency."""
    texts, now_ms, place = open_.texts, open_.now_ms, open_.place
    titles, (most_urgent, *others) = "; ".join(titles_of(texts, open_.too, now_ms)), open_.left_off
    no_more, *of_stopping = about_more(texts, open_.left_off)
    steps = saying_whose(texts, most_urgent, open_.too, lines_about(texts, most_urgent, place))
    lines = [(titled(texts, sign.noted, now_ms), " ".join(lines_about(texts, sign, place))) for sign in others]
    rest = [f"{title}. {what_to_do}" for title, what_to_do in lines]
    if open_.beside is None:
        return (titles, " ".join(steps)), [no_more, *rest, *of_stopping]
    first = pressure_title(texts, open_.beside, now_ms), " ".join(pressure_advice(texts, open_.beside, now_ms, place))
    return first, [no_more, f"{titles}. {' '.join(steps)}", *rest, *of_stopping]
