"""A blood pressure that could not be saved: what is spoken of in what was typed, and what to do as if it were now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from journal.core.entries import Measurement
from journal.core.moments import Moment
from journal.guidance.around_signs import pressure_gives_way
from journal.guidance.blood_pressure import (
    HighPressure,
    ReadMeasurements,
    high_in_journal,
    high_pressures,
    pressure_advice,
    seizure_in_pregnancy,
)
from journal.guidance.help_lines import Country
from journal.guidance.open_emergencies import EMERGENCY
from journal.guidance.warning_signs import Advice
from journal.texts import Texts

_TYPED = re.compile(r"([0-9]{1,9})(?:\s*(?:[/\\:-]|over)\s*([0-9]{1,9}))?", re.IGNORECASE)
_NO_TIME = Moment(0, 0, "UTC")  # of a row that cannot be read; it is spoken of as if it were now


def high_among_typed(typed: Iterable[tuple[str, object]], pregnant: bool = False) -> HighPressure | None:
    """The highest that is spoken of in what was typed as ``systolic`` or ``diastolic``, whatever else that holds.

    Example: "195 mmHg" as systolic, "195/125" as either of them.
    """
    measured = [
        Measurement(at=_NO_TIME, systolic=upper or None, diastolic=lower or None)
        for upper, lower in (_numbers_typed(name, str(value)) for name, value in typed)
    ]
    high = high_pressures(measured, pregnant)
    return max(high, key=lambda pressure: pressure.reached.systolic, default=None)


def _numbers_typed(name: str, typed: str) -> tuple[int, int]:
    """Upper and lower number, 0 for one that was not typed."""
    numbers = _TYPED.search(typed)
    if numbers is None:
        return 0, 0
    first, second = int(numbers[1]), int(numbers[2] or 0)
    return (first, second) if numbers[2] or name == "systolic" else (0, first)


def high_as_typed(journal: ReadMeasurements, typed: Mapping[str, object], at: Moment) -> HighPressure | None:
    """What is spoken of in the fields of a measurement that could not be saved, as if it had been measured now."""
    fields = [_numbers_typed(name, str(typed[name])) for name in ("systolic", "diastolic") if typed.get(name)]
    upper, lower = (max((numbers[place] for numbers in fields), default=0) for place in (0, 1))
    high = high_in_journal(journal, [Measurement(at=at, systolic=upper or None, diastolic=lower or None)])
    return high[0] if high else None


def unsaved_pressure_line(texts: Texts, high: HighPressure, place: Country, beside: Iterable[Advice] = ()) -> str:
    """What to do, as if it had been measured now; ``beside`` are the signs that could not be saved either."""
    waits = any(map(pressure_gives_way, beside))
    title = texts(
        "A blood pressure of {upper}/{lower} or more.",
        upper=texts.integer(high.reached.systolic), lower=texts.integer(high.reached.diastolic),
    )  # fmt: skip
    advice = pressure_advice(texts, high, high.measured.at.utc_ms, place, after_emergency=waits)
    return " ".join([title, *advice])


def with_unsaved_pressure(
    texts: Texts, lines: list[str], high: HighPressure | None, place: Country, beside: Sequence[Advice]
) -> list[str]:
    """``lines`` say what to do about the signs ``beside`` it: an emergency comes first, else the pressure."""
    if high is None:
        return lines
    pressure_line = unsaved_pressure_line(texts, high, place, beside)
    if not any(sign_advice.urgency in EMERGENCY for sign_advice in beside):
        return [pressure_line, *lines]
    codes = [sign_advice.code for sign_advice in beside] if high.pregnant else []
    return [*seizure_in_pregnancy(texts, codes, place, high.openly), *lines, pressure_line]
