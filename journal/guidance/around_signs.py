"""What else a journal knows that changes what is said of a sign: a high blood pressure, a pregnancy, another sign."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from journal.core.entries import Answer, Condition
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS
from journal.core.recent_signs import ReadSigns, is_open
from journal.core.symptoms import MASKED
from journal.guidance.blood_pressure import HighPressure, has_now, is_openly_pregnant, is_pregnant, pressure_table
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_together import recent_with_others
from journal.guidance.taken_near_thoughts import taken_near_thoughts
from journal.guidance.warning_signs import (
    NOT_LOOKED_AT,
    Advice,
    Noted,
    SignText,
    WarningSign,
    advice,
    is_sign,
    sign_of,
)


@dataclass(frozen=True, slots=True)
class Around:
    """A high blood pressure of the last day, and whether a pregnancy is written down; ``openly``: not as private.

    ``sleepy``: whether a sign of the last hours says to take nothing that makes sleepy. ``taken``: whether something
    was taken near thoughts of suicide. ``codes`` are all signs of these hours, and what makes them more urgent.
    ``diabetes``: whether that is written down.
    """

    high: HighPressure | None = None
    pregnant: bool = False
    openly: bool = False
    sleepy: bool = False
    taken: bool = False
    codes: frozenset[str] = frozenset()
    diabetes: bool = False


ALONE = Around()
_CALL = "Call {number}."
_SEIZURE = "seizure"  # the sign, and the text of the table of pressures about it


def around_signs(journal: ReadRecent, now_ms: int) -> Around:
    """What a journal holds of these."""
    conditions, today = journal.listed(Condition), journal.today()
    pregnant = is_pregnant(conditions, today)
    openly = pregnant and is_openly_pregnant(conditions, today)
    every, joined = recent_with_others(journal, now_ms)
    sleepy, taken = _takes_nothing_sleepy(every, joined, now_ms), taken_near_thoughts(journal, every)
    codes, diabetes = frozenset(sign.code for sign in every), has_now(ConditionKind.DIABETES, conditions, today)
    return Around(recent_high(journal, now_ms), pregnant, openly, sleepy, taken, codes, diabetes)


def takes_nothing_sleepy(journal: ReadSigns, now_ms: int) -> bool:
    """Whether a sign of the last hours says to take nothing that makes sleepy, as its card does once it has passed."""
    return _takes_nothing_sleepy(*recent_with_others(journal, now_ms), now_ms)


def _takes_nothing_sleepy(every: Sequence[Noted], joined: Collection[str], now_ms: int) -> bool:
    advised = (advice_on(sign, now_ms, sign.rating.id in joined, ALONE) for sign in every if is_sign(sign.code))
    return any(advice_given is not None and advice_given.no_sleepiness for advice_given in advised)


def advice_on(noted: Noted, now_ms: int, joined: bool, around: Around) -> Advice | None:
    """Before an answer, as if it were happening; None for one that is dangerous only with others and stands alone."""
    answer, age_ms = noted.rating.answer, now_ms - noted.rating.at.utc_ms
    if answer is None and not joined and sign_of(noted.code).asked_yes is not None:
        return None
    return as_urgent_for(advice(noted.code, answer or Answer.NOT_SURE, age_ms, joined), noted, around, now_ms)


def as_urgent_for(advised: Advice, noted: Noted, around: Around, now_ms: int) -> Advice:
    """``as_urgent_as`` by when it was there and when it was written down."""
    return as_urgent_as(advised, around, now_ms - noted.rating.at.utc_ms, is_open(noted.rating, now_ms))


def as_urgent_as(advised: Advice, around: Around, age_ms: int, open_still: bool = False) -> Advice:
    """The same advice where nothing around it is more urgent; else what is more urgent stands in its place.

    What its row says under a condition that is written down, a pregnancy or diabetes, is said without the "if". In a
    pregnancy a seizure or a high fever of the last
    day, or one that is ``open_still`` as it was written down then, is one to call about whatever was answered. So is,
    beside a very high pressure, a sign that is one while it is there, or that the words about the pressure name. No
    pressure stands in place of the words about thoughts of suicide; where something was taken near these, that it may
    be too much comes first. Nothing here tells of a private pregnancy.
    """
    advised = replace(advised, sleepy_beside=around.sleepy)
    if around.taken and (age_ms <= DAY_MS or open_still):
        advised = _with_taken(advised)
    if around.diabetes:
        advised = _with_known(advised, advised.sign.diabetes)
    if around.pregnant:
        advised = _in_pregnancy(
            replace(advised, pregnant=advised.sign.pregnant_goes_on), around, age_ms <= DAY_MS or open_still
        )
    if around.high is None or age_ms > DAY_MS or advised.sign.code in MASKED:
        return advised
    return _beside_pressure(advised, around.high)


def _with_taken(advised: Advice) -> Advice:
    """What may be too much does not wait for an answer, nor for signs of it."""
    words = advised.sign.taken
    return (
        advised if words is None else replace(advised, parts=(("", words.text), *advised.parts), urgency=words.urgency)
    )


def _in_pregnancy(advised: Advice, around: Around, open_still: bool) -> Advice:
    if advised.sign.code == _SEIZURE and open_still:
        return _seizure(advised, around.openly)
    stays = advised.sign.pregnant_stays
    if stays is not None and open_still:
        return replace(advised, parts=(("", stays.text),), urgency=stays.urgency, known=False, once_passed=None)
    if advised.sign.maternity:
        return _with_maternity(advised, advised.sign.maternity["known" if around.openly else "private"])
    return _with_known(advised, advised.sign.pregnant)


def _with_known(advised: Advice, there: SignText | None) -> Advice:
    """What holds while it is there, where the condition of its row is written down: said without the "if"."""
    if there is None:
        return advised
    usual = [words.text for words in (advised.sign.now, advised.sign.together) if words is not None]
    parts = tuple((lead, there.text if text in usual else text) for lead, text in advised.parts)
    if parts == advised.parts:
        return advised
    return replace(advised, parts=parts, urgency=advised.urgency if advised.known else there.urgency)


def _with_maternity(advised: Advice, first: str) -> Advice:
    """The maternity team, whether it is there now or has passed; with another symptom a doctor, too."""
    of, ((lead, text), *_) = advised.sign, advised.parts
    joined = [words.text for words in (of.together, of.together_passed) if words is not None]
    if text in joined:
        return replace(advised, parts=((lead, text), ("", first)))
    there, lead = of.pregnant or of.now, lead if advised.known or lead == NOT_LOOKED_AT else ""
    return replace(advised, parts=((lead, first), ("", there.text)), once_passed=None)


def _seizure(advised: Advice, openly: bool) -> Advice:
    """To call, and what to do while it is there; a milder word for one that has passed, or is known, does not stand."""
    words = pressure_table().of_pregnancy(_SEIZURE, openly)
    there = [part for part in advised.parts if part[1] == advised.sign.now.text]
    kept = [("", text) for _, text in there] if advised.known else there
    parts = (("", words.text), *kept)
    return replace(advised, parts=parts, urgency=words.urgency, known=False, once_passed=None)


def _beside_pressure(advised: Advice, high: HighPressure) -> Advice:
    """What makes it one to call about stands alone: in place of all, or of what is said "if it has passed".

    A doctor knew of the sign, not of so high a pressure within a day of it, so no answer takes it away; what to do
    while it is there stays.
    """
    words = _call_beside(high, advised.sign)
    if words is None or advised.urgency == (advised.once_passed or "call") == "call":
        return advised
    if advised.urgency == "call":
        *before, (lead, _) = advised.parts
        if [text for _, text in before] == [_CALL]:  # there is nothing else to do while it is there
            return replace(advised, parts=(("", words.text),), once_passed=None)
        return replace(advised, parts=(*before, (lead, words.text)), once_passed="call")
    there = [("", text) for _, text in advised.parts] if advised.known else []
    kept = there if advised.sign.now.urgency == "call" else ()
    return replace(advised, parts=(("", words.text), *kept), urgency="call", known=False, once_passed=None)


def pressure_gives_way(advised: Advice) -> bool:
    """Whether this sends somebody, whatever is answered, to people who see a high blood pressure as well: now.

    Only then is nothing else to be done about the pressure. ``advised`` is what is said before an answer where there is
    none: the last part is what holds if it has passed. A crisis line, or someone trusted, measures nothing.
    """
    if advised.sign.code in MASKED:
        return False
    held = advised.parts if advised.once_passed is None else advised.parts[-1:]
    urgency, there = advised.once_passed or advised.urgency, advised.sign.now.text
    return urgency == "call" or (urgency == "department" and any(text == there for _, text in held))


def seizure_words_in(advised: Advice) -> list[str]:
    """What is said first of a seizure in a pregnancy, where the advice says it."""
    table = pressure_table()
    words = [table.of_pregnancy(_SEIZURE, openly).text for openly in (True, False)]
    return [text for _, text in advised.parts if text in words]


def without_seizure_words(advised: Advice) -> Advice:
    """The same where that was said before it."""
    words = seizure_words_in(advised)
    return replace(advised, parts=tuple(part for part in advised.parts if part[1] not in words))


def _call_beside(high: HighPressure, sign: WarningSign) -> SignText | None:
    """What the table of blood pressures says of this sign beside it: of every other one it says nothing."""
    table = pressure_table()
    if high.is_raised_only:
        return table.raised_with_sign if sign.code in table.raised_signs else None
    return table.with_sign if table.calls_with(sign, high.pregnant) else None
