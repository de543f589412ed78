"""Every kind of entry that the Diary lists, in the order of the buttons of Today."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import DIARY_KINDS, Entry, Product, Symptom, Timed, Unit, kind_of
from journal.texts import Texts
from journal.texts.names import shown_name
from journal.ui.entries.by_code import by_code
from journal.ui.entries.care import CareKind, MeasurementKind
from journal.ui.entries.check_ins import CheckInKind, UrgeKind
from journal.ui.entries.day_mark import DayMarkKind
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.dose import DoseKind
from journal.ui.entries.health import LabResultKind, StatementKind
from journal.ui.entries.kind import EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.listed import KINDS_ON_LISTS, listed_kind_of
from journal.ui.entries.names import Names
from journal.ui.entries.note import NoteKind
from journal.ui.entries.rating import RatingKind
from journal.ui.entries.substances import IntakeKind

# In the order of the buttons of Today and of the lines of the Edit menu.
ENTRY_KINDS: dict[str, EntryKind] = by_code(
    (
        DoseKind(), RatingKind(), DayMarkKind(), NoteKind(),
        IntakeKind(), CheckInKind(), UrgeKind(), CareKind(), MeasurementKind(), LabResultKind(), StatementKind(),
    ),
    DIARY_KINDS,
)  # fmt: skip


def kind_in(row: Row) -> EntryKind | None:
    """The kind of a row's first entry; None for products, units and symptoms, which lie in the trash, too."""
    return kind_of_entry(row.entries[0])


def kind_of_entry(entry: Entry) -> EntryKind | None:
    """The kind of an entry of the Diary or of a list; None for what has a screen of its own."""
    return ENTRY_KINDS.get(kind_of(entry)) or listed_kind_of(entry)


def line_of_entry(texts: Texts, names: Names, row: Row) -> Line:
    """The words of a row with entries."""
    kind, first = kind_in(row), row.entries[0]
    line = _other_line(texts, first) if kind is None else kind.line(texts, names, row)
    time = texts.time(first.at.local) if isinstance(first, Timed) else ""
    private = texts("private") if any(entry.private for entry in row.entries) else ""
    later = texts("to be completed") if row.to_complete else ""
    fact = " · ".join(part for part in (line.fact, private, later) if part)
    day = "" if kind_of(first) in KINDS_ON_LISTS else texts.full_day(row.day)
    parts = (day, time, line.title, line.detail, fact)
    icon, rated = ("edit", False) if kind is None else (kind.icon, kind.rated)
    spoken = ", ".join(part for part in parts if part)
    return replace(line, fact=fact, time=time, icon=icon, rated=rated, spoken=spoken)


def _other_line(texts: Texts, entry: Entry) -> Line:
    """Products, units and symptoms lie in the trash, too."""
    if isinstance(entry, Symptom):
        return Line(shown_name(texts, entry), texts("symptom"))
    if isinstance(entry, Product):
        return Line(entry.name, texts("product"))
    return Line(entry.name if isinstance(entry, Unit) else texts("Entry"), texts("own unit"))
