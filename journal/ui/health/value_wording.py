"""How values read in Health: the latest of each, earlier ones as a short series, without judgement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from journal.core.care import Care, CareKind, Measurement
from journal.core.entries import Entry
from journal.core.health import Lab, LabResult
from journal.core.plaintext import folded
from journal.guidance.pressure_mark import pressure_mark
from journal.texts import Texts
from journal.texts.health_names import CARE, LABS
from journal.texts.marked import marked
from journal.texts.measured import pressure_text
from journal.ui.health.part import Rows
from journal.ui.health.row_view import Row
from journal.ui.health.wording import joined, with_private

WHAT_TO_DO = marked("What to do stands in Safety, under “Emergency signs”.")
_EARLIER = 4  # values of a short series
EntryT = TypeVar("EntryT", bound=Entry)


# --- laboratory values -----------------------------------------------------------------------------------------------


def lab_rows(texts: Texts, entries: Sequence[LabResult], today: dt.date) -> Rows:
    """One row a value, the latest with the laboratory's own range; in the order of the list of values, then by name."""
    newest_first = sorted(entries, key=lambda entry: (entry.day, entry.recorded_ms), reverse=True)
    series = _grouped(newest_first, lambda entry: (list(Lab).index(entry.what), folded(entry.name)))
    return Rows([_lab_row(texts, series[key]) for key in sorted(series)])


def lab_name(texts: Texts, entry: LabResult) -> str:
    """What was measured: its own name where it has one."""
    return entry.name if entry.what is Lab.OWN and entry.name else texts(LABS[entry.what])


def _lab_row(texts: Texts, series: Sequence[LabResult]) -> Row:
    latest = series[0]
    own = texts("lab’s own range {range}", range=latest.normal) if latest.normal else texts("no range given")
    below = with_private(texts, latest.private, texts.short_day(latest.day), own)
    earlier = [(_value(entry), entry.day, entry.private) for entry in series[1:]]
    return Row(latest, lab_name(texts, latest), below, _value(latest), hint=_series(texts, earlier))


def _value(entry: LabResult) -> str:
    return f"{entry.value} {entry.unit}".strip()


# --- measurements ----------------------------------------------------------------------------------------------------


def measurement_rows(texts: Texts, entries: Sequence[Measurement], today: dt.date) -> Rows:
    """One row for each thing that was measured: its latest value and a few earlier ones."""
    newest_first = sorted(entries, key=lambda entry: entry.at.utc_ms, reverse=True)
    rows = []
    for name, value_of in _MEASURED:
        series = [(entry, words) for entry in newest_first if (words := value_of(texts, entry))]
        if series:
            latest, words = series[0]
            marks = [pressure_mark(texts, entry) if value_of is _pressure else "" for entry, _ in series]
            earlier = [
                (joined(value, mark), entry.at.local.date(), entry.private)
                for (entry, value), mark in zip(series[1:], marks[1:], strict=True)
            ]
            day = with_private(texts, latest.private, texts.short_day(latest.at.local.date()))
            mark = marks[0]
            hints = (texts(WHAT_TO_DO) if any(marks[: 1 + _EARLIER]) else "", _series(texts, earlier))
            rows.append(Row(latest, texts(name), day, words, hint=joined(*hints), level=mark))
    return Rows(rows)


def _pressure(texts: Texts, entry: Measurement) -> str:
    return pressure_text(texts, entry.systolic, entry.diastolic)


def _pulse(texts: Texts, entry: Measurement) -> str:
    return "" if entry.pulse is None else texts("{n} a minute", n=texts.integer(entry.pulse))


def _weight(texts: Texts, entry: Measurement) -> str:
    if entry.weight is None:
        return ""
    unit = entry.weight_unit or texts("unit not said")
    return texts("{value} {unit}", value=texts.number(entry.weight), unit=unit)


def _sleep(texts: Texts, entry: Measurement) -> str:
    hours = "" if entry.sleep is None else texts("{n} h", n=texts.number(entry.sleep))
    quality = "" if entry.quality is None else texts("quality {n} of 10", n=texts.integer(entry.quality))
    return ", ".join(part for part in (hours, quality) if part)


_MEASURED: tuple[tuple[str, Callable[[Texts, Measurement], str]], ...] = (
    (marked("Blood pressure"), _pressure), (marked("Pulse"), _pulse), (marked("Weight"), _weight),
    (marked("Sleep"), _sleep),
)  # fmt: skip


# --- care ------------------------------------------------------------------------------------------------------------


def care_rows(texts: Texts, entries: Sequence[Care], today: dt.date) -> Rows:
    """One row for each thing that is done: the last time."""
    newest_first = sorted(entries, key=lambda entry: entry.at.utc_ms, reverse=True)
    series = _grouped(newest_first, lambda entry: (list(CareKind).index(entry.what), folded(entry.name)))
    return Rows([_care_row(texts, series[key]) for key in sorted(series)])


def _care_row(texts: Texts, series: Sequence[Care]) -> Row:
    latest = series[0]
    earlier = [(_minutes(texts, entry), entry.at.local.date(), entry.private) for entry in series[1:]]
    kind = texts(CARE[latest.what])
    title = latest.name if latest.what is CareKind.OWN and latest.name else kind
    facts = (part for part in (texts.short_day(latest.at.local.date()), latest.name) if part != title)
    below = with_private(texts, latest.private, *facts)
    return Row(latest, title, below, _minutes(texts, latest), hint=_series(texts, earlier))


def _minutes(texts: Texts, entry: Care) -> str:
    return texts("time not said") if entry.minutes is None else texts("{n} min", n=texts.integer(entry.minutes))


# --- series ----------------------------------------------------------------------------------------------------------


def _grouped(
    entries: Iterable[EntryT], key: Callable[[EntryT], tuple[int, str]]
) -> dict[tuple[int, str], list[EntryT]]:
    series: dict[tuple[int, str], list[EntryT]] = {}
    for entry in entries:
        series.setdefault(key(entry), []).append(entry)
    return series


def _series(texts: Texts, earlier: Sequence[tuple[str, dt.date, bool]]) -> str:
    """ "before: 31 U/L (3 May 2026), 29 U/L (1 Feb 2026, private)", the latest of them."""
    if not earlier:
        return ""
    shown = "; ".join(_of_day(texts, *value) for value in earlier[:_EARLIER])
    if len(earlier) > _EARLIER:
        more = texts.plural("{n} more in the Diary", "{n} more in the Diary", len(earlier) - _EARLIER)
        shown = f"{shown}; {more}"
    return texts("before: {values}", values=shown)


def _of_day(texts: Texts, value: str, day: dt.date, private: bool) -> str:
    if private:
        return texts("{value} ({day}, private)", value=value, day=texts.short_day(day))
    return texts("{value} ({day})", value=value, day=texts.short_day(day))
