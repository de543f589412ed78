"""Which fields of entries a file of a format holds, found out by writing it: a journal in which one field is another.

Nothing here knows the kinds or the formats: an entry of each kind refers to those of the others, and where no other
value of a field gives other bytes, the file does not hold it.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.check_ins import CheckIn, Instrument
from journal.core.entries import Entry, Tombstone, kind_of
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Field,
    Flag,
    Free,
    Identity,
    Instant,
    Lines,
    Name,
    Quantity,
    Recorded,
    Refers,
    When,
    Whole,
)
from journal.core.kinds import KINDS
from journal.core.moments import Moment
from journal.core.preferences import Preferences
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.exchange.chosen import Choice as Chosen
from journal.exchange.chosen import ChosenPart
from journal.exchange.export import Format
from journal.texts import english
from tests.samples import one_of_each, sample

_AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
_LATER = Moment(1_795_389_800_000, 7200, "Europe/Kiev")


class _Written:
    """Entries, as an export reads them of a journal."""

    path = Path("none.leaf")
    preferences = Preferences()

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)

    def tombstones(self) -> Iterator[Tombstone]:
        return iter(())

    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]:
        if part := [entry for entry in self._entries if kind_of(entry) == kind][:size]:
            yield part


def fields_lost(export_format: Format, kind: str, choice: Chosen) -> set[str]:
    """The names of the kind's fields that make no difference in such a file; all of them: it holds nothing of it."""
    read = partial(_file, export_format, choice)
    lawful, held = set[str](), set[str]()
    for base in _bases(kind):
        before = read(base)
        for field in KINDS[kind].fields:
            if isinstance(field.declared, Identity) or field.name == "deleted_ms":
                continue  # what becomes of the trash is a matter of the whole file
            for changed in () if field.name in held else _changed(base, field):
                lawful.add(field.name)
                held.update({field.name} if read(changed) != before else ())
    return lawful - held


def changeable(kind: str) -> set[str]:
    """The names of the kind's fields that can lawfully have another value: of the others a file shows nothing."""
    fields = [field for field in KINDS[kind].fields if not isinstance(field.declared, Identity)]
    return {field.name for base in _bases(kind) for field in fields if any(_changed(base, field))}


def _file(export_format: Format, choice: Chosen, entry: Entry) -> bytes:
    """A file of this entry and one or two of every other kind."""
    second = [other for others in _SECOND.values() for other in others]
    journal = _Written([entry, *(other for other in (*_FIRST, *second) if kind_of(other) != kind_of(entry))])
    file = io.BytesIO()
    try:
        export_format.write(file, journal if choice.everything else ChosenPart(journal, choice), english())
    except Refused as reason:
        return reason.code.encode()
    return file.getvalue()


def _bases(kind: str) -> Iterator[Entry]:
    """The kind's entry, and the same with each other choice: some fields are only said beside one of them."""
    (first,) = (entry for entry in _FIRST if kind_of(entry) == kind)
    yield first
    if isinstance(first, CheckIn):
        yield replace(first, instrument=Instrument.DAILY, answers=())
        yield replace(first, instrument=Instrument.PHQ2, answers=("1", "2"))
    for field in KINDS[kind].fields:
        if isinstance(field.declared, Choice):
            yield from _changed(first, field)
            yield from (_with(changed, "name", "") for changed in _changed(first, field) if hasattr(changed, "name"))


def _changed(entry: Entry, field: Field) -> Iterator[Entry]:
    """The entry with other lawful values of the field."""
    for value in _others(field, getattr(entry, field.name)):
        changed = _with(entry, field.name, value)
        try:
            refuse_invalid(changed)
        except Refused:
            continue
        yield changed


def _with(entry: Any, name: str, value: Any) -> Entry:
    changed: Entry = replace(entry, **{name: value})
    return changed


def _others(field: Field, value: Any) -> Iterator[Any]:
    match field.declared:
        case Choice(options):
            yield from (option for option in options if option != value)
        case Flag():
            yield not value
        case Recorded():
            yield value + 5_000_000
        case Instant():
            yield (value or _AT.utc_ms) + 5_000_000
        case Day():
            yield dt.date(2026, 12, 24)
        case Whole(low, high):
            yield from (low, high)
        case When():
            yield _LATER
        case Quantity():
            yield Amount("3 g", 3000, Dimension.MASS, Basis.LABEL, 10, None)
        case Lines():
            yield from (("1", "2", "3"), ("other",))
        case Free() | Name() | Code():
            yield from ("other words", "c2b1a7de-1111-4111-8111-111111111111")
        case Refers(kind):
            yield _SECOND[kind][-1].id
    if field.optional:
        yield None


_FIRST = one_of_each(_AT)
_SECOND = {
    kind: [_with(entry, "name", "second") if hasattr(entry, "name") else entry for entry in sample(kind, _AT)]
    for kind in ("product", "unit", "batch", "symptom", "substance", "dose")
}
