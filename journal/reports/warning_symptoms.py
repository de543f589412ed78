"""Blocks 3 and 11: warning symptoms that were noted, or which ones were not; facts only, no interpretation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.insights.summary import WarningNoted
from journal.texts.names import SYMPTOMS

if TYPE_CHECKING:
    from journal.reports.content import Told

_SUICIDAL = "suicidal_thoughts"
_SHOWN = 4
_NAME_ROOM = 320  # points: a long name is cut, so that the rating behind it is not


def warning_box(told: Told) -> tuple[str, ...]:
    """One line an item: date, symptom, rating; the newest first. Empty where nothing is to be shown."""
    shown = _disclosed(told)
    lines = [_line(told, each) for each in shown[:_SHOWN]]
    if len(shown) > _SHOWN:
        more = len(shown) - _SHOWN
        lines[-1] += told.texts.plural(" (and {n} more)", " (and {n} more)", more)
    return tuple(lines)


def _disclosed(told: Told) -> list[WarningNoted]:
    if not told.options.warnings:
        return []
    return [each for each in told.summary.warnings if told.options.suicidal or not _suicidal(told, each)]


def _suicidal(told: Told, noted: WarningNoted) -> bool:
    return told.symptoms[noted.symptom].code == _SUICIDAL


def _line(told: Told, noted: WarningNoted) -> str:
    name = told.printed.fitted(told.names[noted.symptom], _NAME_ROOM, 8)
    return told.texts("{day}: {name}, {value} of 10", day=told.texts.short_day(noted.day), name=name, value=noted.value)


def warning_text(told: Told) -> str:
    """ "Not asked every day. On n days with entries none of these was noted: ...".

    Thoughts of suicide are in the list only if the person agreed to have them shown; a symptom that was noted and left
    out by the person is not said to be absent.
    """
    texts, recorded = told.texts, told.summary.quality.recorded
    if _disclosed(told):
        return texts("See the box above.")
    noted = {told.symptoms[each.symptom].code for each in told.summary.warnings}
    hidden = set() if told.options.suicidal else {_SUICIDAL}
    listed = [
        texts(SYMPTOMS[each.code])
        for each in BUILT_INS
        if each.kind is SymptomKind.WARNING and each.code not in noted | hidden
    ]
    if not recorded:
        return texts("Not recorded.")
    names = ", ".join(name[:1].lower() + name[1:] for name in listed)
    return texts.plural(
        "Not asked every day. On {n} day with entries none of these was noted: {names}.",
        "Not asked every day. On {n} days with entries none of these was noted: {names}.",
        recorded, names=names,
    )  # fmt: skip
