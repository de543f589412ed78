"""What else a journal knows that makes a sign more urgent: a high blood pressure of the last day, and a pregnancy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.core.entries import Condition
from journal.core.moments import DAY_MS
from journal.guidance.blood_pressure import HighPressure, is_openly_pregnant, is_pregnant, pressure_table
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.warning_signs import RANK, Advice, SignText


@dataclass(frozen=True, slots=True)
class Around:
    """A high blood pressure of the last day, and whether a pregnancy is written down; ``openly``: not as private."""

    high: HighPressure | None = None
    pregnant: bool = False
    openly: bool = False


ALONE = Around()
_SEIZURE = "seizure"  # the sign, and the text of the table of pressures about it


def around_signs(journal: ReadRecent, now_ms: int) -> Around:
    """What a journal holds of both."""
    conditions, today = journal.listed(Condition), journal.today()
    pregnant = is_pregnant(conditions, today)
    return Around(recent_high(journal, now_ms), pregnant, pregnant and is_openly_pregnant(conditions, today))


def as_urgent_as(advised: Advice, around: Around, age_ms: int) -> Advice:
    """The same advice where nothing around it is more urgent; else that stands first.

    In a pregnancy no "otherwise" follows the words that say to call in one, and a seizure of the last day is one to
    call about whatever was answered. Nothing here tells of a private one.
    """
    if around.pregnant and advised.sign.code == _SEIZURE and age_ms <= DAY_MS:
        words = pressure_table().of_pregnancy(_SEIZURE, around.openly)
        advised = replace(advised, parts=(("", words.text), *advised.parts), urgency=words.urgency, known=False)
    if advised.known:
        return advised
    if around.pregnant and (there := advised.sign.pregnant) is not None:
        parts = tuple((lead, there.text if text == advised.sign.now.text else text) for lead, text in advised.parts)
        if parts != advised.parts:
            advised = replace(advised, parts=parts, urgency=there.urgency)
    return advised if around.high is None or age_ms > DAY_MS else _beside_pressure(advised, around.high)


def _beside_pressure(advised: Advice, high: HighPressure) -> Advice:
    """With what the pressure makes more urgent: before all of it, or before what is said "if it has passed"."""
    said = list(_of_pressure(high, advised))
    first = [each for each in said if RANK[each.urgency] < RANK[advised.urgency]]
    if first:
        urgency = min((each.urgency for each in first), key=RANK.__getitem__)
        return replace(advised, parts=(*(("", each.text) for each in first), *advised.parts), urgency=urgency)
    once_passed = advised.once_passed
    more = [each.text for each in said if once_passed is not None and RANK[each.urgency] < RANK[once_passed]]
    if not more:
        return advised
    *before, (lead, passed) = advised.parts
    return replace(advised, parts=(*before, (lead, more[0]), *(("", text) for text in (*more[1:], passed))))


def seizure_words_in(advised: Advice) -> list[str]:
    """What is said first of a seizure in a pregnancy, where the advice says it."""
    table = pressure_table()
    words = [table.of_pregnancy(_SEIZURE, openly).text for openly in (True, False)]
    return [text for _, text in advised.parts if text in words]


def without_seizure_words(advised: Advice) -> Advice:
    """The same where that was said before it."""
    words = seizure_words_in(advised)
    return replace(advised, parts=tuple(part for part in advised.parts if part[1] not in words))


def _of_pressure(high: HighPressure, advised: Advice) -> Iterator[SignText]:
    """What the table of blood pressures says of it where this sign is there."""
    table = pressure_table()
    if high.is_raised_only:
        if advised.sign.code in table.raised_signs:
            yield table.raised_now
        return
    if high.pregnant:
        yield table.of_pregnancy("pregnant", high.openly)
    if advised.sign.code in table.signs:
        yield table.call
