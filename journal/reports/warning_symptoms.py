"""Blocks 3 and 11: warning symptoms that were noted, or which ones were not; facts only, no interpretation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.insights.summary import WarningNoted
from journal.texts.names import SYMPTOMS

if TYPE_CHECKING:
    from journal.reports.content import Told

_SUICIDAL = "suicidal_thoughts"
_SHOWN = 4
_LISTED = 100  # on the next page: more are a list for a table, not for a reader
_NAME_ROOM = 320  # points: a long name is cut, so that the rating behind it is not


@dataclass(frozen=True, slots=True)
class WarningBox:
    """Date, symptom and rating of each item, the newest first, and its notes; ``title`` says how many are elsewhere."""

    title: str
    items: tuple[tuple[str, str], ...] = ()


def warning_box(told: Told) -> WarningBox:
    """The box; without items where nothing is to be shown. Those that it has no room for are kept for the next page."""
    texts, shown = told.texts, _disclosed(told)
    title = texts("Warning symptoms noted in this period")
    if others := shown[_SHOWN:]:
        title = texts.plural(
            "{title} (and {n} more: page 2)", "{title} (and {n} more: page 2)", len(others), title=title
        )
        _keep_others(told, others)
    return WarningBox(title, tuple((_line(told, each), _notes(told, each)) for each in shown[:_SHOWN]))


def _keep_others(told: Told, others: list[WarningNoted]) -> None:
    for each in others[:_LISTED]:
        told.printed.keep(" ".join(filter(None, (_line(told, each), _notes(told, each)))))
    if more := len(others[_LISTED:]):
        told.printed.keep(told.texts.plural("and {n} more", "and {n} more", more))


def _disclosed(told: Told) -> list[WarningNoted]:
    if not told.options.warnings:
        return []
    return [each for each in told.summary.warnings if not _held_back(told, each)]


def _held_back(told: Told, noted: WarningNoted) -> bool:
    """What is marked private, and thoughts of suicide without their own yes."""
    return noted.private or not (told.options.suicidal or told.symptoms[noted.symptom].code != _SUICIDAL)


def _line(told: Told, noted: WarningNoted) -> str:
    name = told.printed.fitted(told.names[noted.symptom], _NAME_ROOM, 8)
    return told.texts("{day}: {name}, {value} of 10", day=told.texts.short_day(noted.day), name=name, value=noted.value)


def _notes(told: Told, noted: WarningNoted) -> str:
    """In quotes; none that was written with something held back, on whatever day: it may be about that."""
    if not told.options.notes:
        return ""
    hidden = {note for each in told.summary.warnings if _held_back(told, each) for note in each.near}
    return " ".join(f"“{told.printed.words(each)}”" for each in noted.notes if each not in hidden)


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
