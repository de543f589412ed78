"""What else a journal knows that makes a sign more urgent: a high blood pressure of the last day, and a pregnancy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.core.entries import Condition
from journal.core.moments import DAY_MS
from journal.guidance.blood_pressure import HighPressure, is_pregnant, pressure_table
from journal.guidance.open_emergencies import ReadRecent, recent_high
from journal.guidance.warning_signs import RANK, Advice, SignText


@dataclass(frozen=True, slots=True)
class Around:
    """A high blood pressure of the last day, and whether a pregnancy is written down."""

    high: HighPressure | None = None
    pregnant: bool = False


ALONE = Around()


def around_signs(journal: ReadRecent, now_ms: int) -> Around:
    """What a journal holds of both."""
    return Around(recent_high(journal, now_ms), is_pregnant(journal.listed(Condition), journal.today()))


def as_urgent_as(advised: Advice, around: Around, age_ms: int) -> Advice:
    """The same advice where nothing around it is more urgent; else that stands first.

    In a pregnancy no "otherwise" follows the words that say to call in one. Nothing here tells of a private one.
    """
    if advised.known:
        return advised
    if around.pregnant and (there := advised.sign.pregnant) is not None:
        parts = tuple((lead, there.text if text == advised.sign.now.text else text) for lead, text in advised.parts)
        if parts != advised.parts:
            advised = replace(advised, parts=parts, urgency=there.urgency)
    if around.high is None or age_ms > DAY_MS:
        return advised
    first = [said for said in _of_pressure(around.high, advised) if RANK[said.urgency] < RANK[advised.urgency]]
    if not first:
        return advised
    urgency = min((said.urgency for said in first), key=RANK.__getitem__)
    return replace(advised, parts=(*(("", said.text) for said in first), *advised.parts), urgency=urgency)


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
