"""The text of the details pane for one row: what its kind says of it, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core.entries import Rating
from journal.texts import Texts
from journal.ui.diary.day_lines import day_facts, line_of
from journal.ui.diary.history import history_text
from journal.ui.entries.details import Details
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.kinds import kind_in
from journal.ui.entries.names import Names
from journal.ui.entries.rating_words import is_masked
from journal.ui.kit.bridge import Bridge


@dataclass(frozen=True, slots=True)
class DetailsText:
    """A title, a quiet line below it, and sections of heading and text.

    ``masked``: something in it is not shown before the person asks for it.
    """

    title: str
    below: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    masked: bool = False


def details_text(bridge: Bridge, names: Names, row: Row, opened: bool = False) -> DetailsText:
    """What the details pane shows of a row; ``opened``: masked ratings too."""
    if not row.entries:
        return _day_facts(bridge.texts, names, row)
    kind, details = kind_in(row), Details(bridge, names, row, opened)
    if kind is None:
        line = line_of(bridge.texts, names, row)
        return DetailsText(line.title, line.detail, _with_history(bridge.texts, (), _history(details)))
    title, below = kind.title(bridge.texts, details.entry), kind.below(details)
    sections = _with_history(bridge.texts, kind.sections(details), _history(details))
    return DetailsText(title, below, sections, details.masked)


def _with_history(texts: Texts, sections: Sequence[tuple[str, str]], history: str) -> tuple[tuple[str, str], ...]:
    return tuple(section for section in (*sections, (texts("History"), history)) if section[1])


def _day_facts(texts: Texts, names: Names, row: Row) -> DetailsText:
    if row.kind is RowKind.RUN:
        return DetailsText(line_of(texts, names, row).detail)
    if row.kind is RowKind.LISTS:
        line = line_of(texts, names, row)
        return DetailsText(line.title, line.fact)
    if row.contents is None:
        return DetailsText(texts.full_day(row.day))
    return DetailsText(texts.full_day(row.day), day_facts(texts, names, row.contents))


def _history(details: Details) -> str:
    logbook, entry = details.bridge.logbook, details.entry
    revisions = logbook.history(entry.id)
    start = logbook.preferences.day_start
    masked = isinstance(entry, Rating) and is_masked(details.names, entry) and not details.opened
    return history_text(details.texts, details.names, logbook.clock, entry, revisions, start, masked)
