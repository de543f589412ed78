"""A journal in memory, written without a look at the real one: dictionaries, a list of steps, and the rules in words.

An ``Operation`` can be done to a model and to a real journal, and ``differences`` tells where the two do not agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from journal.core.entries import (
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Rating,
    Timed,
    Unit,
    kind_of,
)
from journal.core.refusal import Refused
from journal.logbook import Logbook

DAY_START = 240
Saved = dict[str, Entry]


@dataclass(frozen=True)
class Operation:
    """Something a person does at a time: a name, the entries to write, the ids to act on."""

    name: str
    at_ms: int
    entries: tuple[Entry, ...] = ()
    ids: tuple[str, ...] = ()

    def do(self, book: Logbook) -> str:
        """Do it to a real journal; answers "done" or the code of the refusal."""
        acts = {
            "save": lambda: book.save(*self.entries),
            "save_all": lambda: book.save_all(self.entries, label="import.done", origin="import"),
            "delete": lambda: book.delete(self.ids),
            "restore": lambda: book.restore(self.ids),
            "purge": lambda: book.purge(self.ids),
            "undo": book.undo,
            "redo": book.redo,
        }
        try:
            acts[self.name]()
        except Refused as refused:
            return refused.code
        return "done"


@dataclass
class Step:
    """What a write changed: each entry before (None: it was added) and after."""

    number: int
    before: dict[str, Entry | None]
    after: Saved
    undone: bool = False
    overtaken: bool = False


@dataclass
class Model:
    """What a journal must hold. ``hidden`` are additions that were undone: neither there nor in the trash."""

    entries: Saved = field(default_factory=dict)
    hidden: Saved = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    order: dict[str, int] = field(default_factory=dict)
    tombstones: list[str] = field(default_factory=list)
    forgotten: set[str] = field(default_factory=set)
    numbers: int = 0

    def do(self, operation: Operation) -> str:
        """Do it to the model; answers like ``Operation.do``."""
        try:
            getattr(self, f"_{operation.name}")(operation)
        except Refused as refused:
            return refused.code
        return "done"

    # --- what there is ----------------------------------------------------------------------------------------

    def live(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.deleted_ms is None]

    def trash(self) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.deleted_ms is not None]

    def next_undo(self) -> Step | None:
        return next((step for step in reversed(self.steps) if not step.undone and step.before), None)

    def next_redo(self) -> Step | None:
        undone = (step for step in self.steps if step.undone and not step.overtaken and step.before)
        return next(undone, None)

    # --- what is done -----------------------------------------------------------------------------------------

    def _save(self, operation: Operation) -> None:
        ready = [_recorded(entry, operation.at_ms) for entry in operation.entries]
        self._refuse_marks(ready)
        self._write([*ready, *self._marks_contradicted_by(ready, operation.at_ms)])

    def _save_all(self, operation: Operation) -> None:
        self._write([_recorded(entry, operation.at_ms) for entry in operation.entries])

    def _delete(self, operation: Operation) -> None:
        self._write([replace(self.entries[entry_id], deleted_ms=operation.at_ms) for entry_id in operation.ids])

    def _restore(self, operation: Operation) -> None:
        back = [replace(self.entries[entry_id], deleted_ms=None) for entry_id in operation.ids]
        self._refuse_marks(back)
        self._write([*back, *self._marks_contradicted_by(back, operation.at_ms)])

    def _write(self, values: Sequence[Entry]) -> None:
        for made_step in self.steps:
            made_step.overtaken = made_step.overtaken or made_step.undone
        self.numbers += 1
        step = Step(self.numbers, {}, {})
        for value in values:
            step.before[value.id] = self.entries.get(value.id)
            step.after[value.id] = self.entries[value.id] = value
            self.order.setdefault(value.id, len(self.order))
        self.steps.append(step)

    def _undo(self, operation: Operation) -> None:
        step = self.next_undo()
        if step is None:
            raise Refused("nothing-to-undo")
        step.undone = True
        for entry_id, before in step.before.items():
            present = self.entries.pop(entry_id)
            step.after[entry_id] = present
            if before is None:
                self.hidden[entry_id] = replace(present, deleted_ms=operation.at_ms)
            else:
                self.entries[entry_id] = self._possible(before, present)

    def _redo(self, _: Operation) -> None:
        step = self.next_redo()
        if step is None:
            raise Refused("nothing-to-redo")
        step.undone = False
        for entry_id, before in step.before.items():
            if before is None:
                self.entries[entry_id] = replace(self.hidden.pop(entry_id), deleted_ms=None)
            else:
                step.before[entry_id] = self.entries[entry_id]
                self.entries[entry_id] = self._possible(step.after[entry_id], self.entries[entry_id])

    def _possible(self, wanted: Entry, present: Entry) -> Entry:
        """What was purged can no longer be referred to."""
        if isinstance(wanted, Dose) and wanted.product in self.forgotten:
            wanted = replace(wanted, product=None)
        if isinstance(wanted, Rating) and wanted.dose in self.forgotten:
            wanted = replace(wanted, dose=None)
        if isinstance(wanted, Rating) and isinstance(present, Rating) and wanted.symptom in self.forgotten:
            wanted = replace(wanted, symptom=present.symptom)
        return wanted

    def _purge(self, operation: Operation) -> None:
        for entry_id in operation.ids:
            if any(_needs(other, entry_id) for other in self.entries.values()):
                raise Refused("entry-in-use")
            for hidden in [key for key, other in self.hidden.items() if _needs(other, entry_id)]:
                self._forget(hidden)
            for unit in [other.id for other in self._units() if other.product == entry_id]:
                self._forget(unit)
            self._forget(entry_id)

    def _units(self) -> Iterator[Unit]:
        return (unit for part in (self.entries, self.hidden) for unit in part.values() if isinstance(unit, Unit))

    def _forget(self, gone: str) -> None:
        """What was there leaves a tombstone; an undone addition, which may still be imported, leaves none."""
        if gone not in self.hidden:
            self.tombstones.append(gone)
        self.forgotten.add(gone)
        for part in (self.entries, self.hidden):
            part.pop(gone, None)
            for key, value in part.items():
                if isinstance(value, Rating) and value.dose == gone:
                    part[key] = replace(value, dose=None)
        for step in self.steps:
            step.before.pop(gone, None)
            step.after.pop(gone, None)

    # --- none today -------------------------------------------------------------------------------------------

    def _refuse_marks(self, values: Iterable[Entry]) -> None:
        values = list(values)
        doses = {day_of(dose) for dose in (*self.live(), *values) if isinstance(dose, Dose) and not dose.deleted_ms}
        if any(_says_none(entry) and day_of(entry) in doses for entry in values):
            raise Refused("day-has-doses")

    def _marks_contradicted_by(self, values: Iterable[Entry], at_ms: int) -> list[Entry]:
        days = {day_of(dose) for dose in values if isinstance(dose, Dose)}
        return [
            replace(entry, deleted_ms=at_ms) for entry in self.live() if _says_none(entry) and day_of(entry) in days
        ]


def day_of(entry: Entry) -> dt.date:
    if isinstance(entry, DayMark):
        return entry.day
    assert isinstance(entry, Timed)
    return (entry.at.local - dt.timedelta(minutes=DAY_START)).date()


def _says_none(entry: Entry) -> bool:
    return isinstance(entry, DayMark) and entry.mark is DayMarkKind.NONE_TODAY and entry.deleted_ms is None


def _needs(entry: Entry, other: str) -> bool:
    return (isinstance(entry, Dose) and entry.product == other) or (
        isinstance(entry, Rating) and entry.symptom == other
    )


def _recorded(entry: Entry, at_ms: int) -> Entry:
    return replace(entry, recorded_ms=at_ms) if isinstance(entry, Timed | DayMark) and not entry.recorded_ms else entry


# --- comparing ------------------------------------------------------------------------------------------------


def differences(book: Logbook, model: Model) -> list[str]:
    """Where a real journal is not what the model says; empty when they agree."""
    found: list[str] = []
    for kind in ("product", "unit", "symptom", "dose", "rating", "day_mark", "note"):
        rows = [entry for part in book.slices(kind) for entry in part]
        there = [row for row in rows if row.id not in model.hidden]
        wanted = [entry for entry in model.entries.values() if kind_of(entry) == kind]
        wanted.sort(key=lambda entry: model.order[entry.id])
        if there != wanted:
            found.append(f"{kind}: {_difference(there, wanted)}")
        if any(row.deleted_ms is None for row in rows if row.id in model.hidden):
            found.append(f"{kind}: an undone addition is there")
    trash = {entry.id: entry.deleted_ms for entry in book.trash()}
    if trash != {entry.id: entry.deleted_ms for entry in model.trash()}:
        found.append("trash")
    if sorted(tombstone.id for tombstone in book.tombstones()) != sorted(model.tombstones):
        found.append("tombstones")
    steps = {"undo": (book.undo_step, model.next_undo()), "redo": (book.redo_step, model.next_redo())}
    for name, (step, wanted_step) in steps.items():
        if (step.seq if step else None) != (wanted_step.number if wanted_step else None):
            found.append(f"{name}: {step} instead of {wanted_step and wanted_step.number}")
    return found


def _difference(there: Sequence[Entry], wanted: Sequence[Entry]) -> str:
    for mine, theirs in zip(wanted, there, strict=False):
        if mine != theirs:
            return f"{theirs} instead of {mine}"
    return f"{len(there)} instead of {len(wanted)}"
