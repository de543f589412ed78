"""The writing half of the door: entries into change sets, with the rules that belong to saving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.core.changes import ChangeSet
from journal.core.entries import TYPES, DayMark, DayMarkKind, Dose, Entry, Timed, Tombstone, kind_of
from journal.core.moments import journal_day
from journal.core.records import from_record, to_record
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.db import bulk, change_log, store
from journal.db.journal_file import Transaction
from journal.db.reading import days as days_of

_LISTED_AT_MOST = 500
_ALL_KINDS = frozenset(TYPES)


@dataclass(frozen=True, slots=True)
class Write:
    """When a write happens, how this journal's days begin, and who asked for it."""

    now_ms: int
    day_start: int
    origin: str


@dataclass(frozen=True, slots=True)
class Span:
    """What a change set touched, for subscribers; days None when it cannot be said in short."""

    kinds: frozenset[str]
    first: dt.date | None
    last: dt.date | None
    count: int

    def joined(self, other: Span) -> Span:
        """Both spans as one."""
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        first, last = (min(days), max(days)) if days else (None, None)
        return Span(self.kinds | other.kinds, first, last, max(self.count, other.count))

    def said_of(self, step: ChangeSet, origin: str) -> ChangeSet:
        """The change set with this span."""
        return replace(
            step, kinds=self.kinds, first_day=self.first, last_day=self.last, count=self.count, origin=origin
        )


def save_entries(transaction: Transaction, step: Write, entries: Sequence[Entry], label: str | None) -> ChangeSet:
    """Add or change the entries as one set."""
    ready = [_recorded(entry, step.now_ms) for entry in entries]
    for entry in ready:
        refuse_invalid(entry)
    marks = _marks_in_the_way(transaction, step, ready)
    known = [store.record_by_id(transaction, kind_of(entry), entry.id) is not None for entry in ready]
    name = label or _label(ready, "changed" if all(known) else "added")
    return _log(transaction, step, name, [*ready, *marks], said=ready)


def _recorded(entry: Entry, now_ms: int) -> Entry:
    if isinstance(entry, Timed | DayMark) and entry.recorded_ms == 0:
        return replace(entry, recorded_ms=now_ms)
    return entry


def _marks_in_the_way(transaction: Transaction, step: Write, entries: Sequence[Entry]) -> list[Entry]:
    """Trashed copies of "none today" marks on the days of new doses; a mark on a day with doses is refused."""
    doses = {_day(entry, step.day_start) for entry in entries if isinstance(entry, Dose) and entry.deleted_ms is None}
    for entry in entries:
        if _says_none(entry):
            _refuse_mark_beside_doses(transaction, step, entry, doses)
    marks: list[Entry] = []
    for day in sorted(day for day in doses if day is not None):
        found = days_of(transaction, day, day, step.day_start)[0].marks
        marks += [replace(mark, deleted_ms=step.now_ms) for mark in found if mark.mark is DayMarkKind.NONE_TODAY]
    return marks


def _says_none(entry: Entry) -> bool:
    return isinstance(entry, DayMark) and entry.mark is DayMarkKind.NONE_TODAY and entry.deleted_ms is None


def _refuse_mark_beside_doses(
    transaction: Transaction, step: Write, mark: Entry, new_doses: set[dt.date | None]
) -> None:
    day = _day(mark, step.day_start)
    assert day is not None
    there = days_of(transaction, day, day, step.day_start)[0].doses
    if there or day in new_doses:
        raise Refused("day-has-doses", n=max(1, len(there)))


def delete_entries(transaction: Transaction, step: Write, ids: Sequence[str]) -> ChangeSet:
    """Move the entries to the trash as one set; what is there already stays as it is."""
    found = [each for each in _found(transaction, ids) if each.deleted_ms is None]
    gone = [replace(entry, deleted_ms=step.now_ms) for entry in found]
    return _log(transaction, step, _label(gone, "deleted"), gone)


def restore_entries(transaction: Transaction, step: Write, ids: Sequence[str]) -> ChangeSet:
    """Take the entries out of the trash as one set."""
    found = [each for each in _found(transaction, ids) if each.deleted_ms is not None]
    back = [replace(entry, deleted_ms=None) for entry in found]
    marks = _marks_in_the_way(transaction, step, back)
    return _log(transaction, step, _label(back, "restored"), [*back, *marks], said=back)


def _found(transaction: Transaction, ids: Sequence[str]) -> list[Entry]:
    records = (store.find_record(transaction, entry_id) for entry_id in ids)
    entries = [from_record(*record) for record in records if record is not None]
    if not entries:
        raise Refused("not-in-journal")
    return entries


def save_many(
    transaction: Transaction,
    step: Write,
    entries: Iterable[Entry],
    label: str,
    tombstones: Iterable[Tombstone],
    on_slice: Callable[[int], None],
) -> ChangeSet:
    """Write very many entries as one set."""
    seq = change_log.open_set(transaction, step.now_ms, label, {}, step.origin)
    n = bulk.add_all(transaction, seq, _checked(entries, step.now_ms), on_slice)
    store.add_tombstones(transaction, tombstones)
    arguments = {"n": str(n)}
    change_log.rename_set(transaction, seq, arguments)
    return ChangeSet(seq, step.now_ms, label, arguments, step.origin, _ALL_KINDS, count=n)


def _checked(entries: Iterable[Entry], now_ms: int) -> Iterable[Entry]:
    for entry in entries:
        refuse_invalid(entry)
        yield _recorded(entry, now_ms)


def _log(
    transaction: Transaction, step: Write, label: str, entries: Sequence[Entry], said: Sequence[Entry] | None = None
) -> ChangeSet:
    arguments = _arguments(entries if said is None else said)
    seq = change_log.open_set(transaction, step.now_ms, label, arguments, step.origin)
    for entry in entries:
        change_log.apply_change(transaction, seq, kind_of(entry), to_record(entry))
    span = _span([(kind_of(entry), entry) for entry in entries], step.day_start)
    return span.said_of(ChangeSet(seq, step.now_ms, label, arguments), step.origin)


def _label(entries: Sequence[Entry], verb: str) -> str:
    """The kind's own label when the first entry speaks for all (a dose with its before-rating), else ``many``."""
    kinds = [kind_of(entry) for entry in entries]
    if len(entries) == 1 or (kinds and kinds[0] == "dose" and kinds.count("dose") == 1 and _one_moment(entries)):
        return f"{kinds[0]}.{verb}"
    if kinds and set(kinds) == {"rating"} and _one_moment(entries):
        return f"rating.{verb}"
    return f"many.{verb}"


def _one_moment(entries: Sequence[Entry]) -> bool:
    return len({entry.at.utc_ms for entry in entries if isinstance(entry, Timed)}) <= 1


def _arguments(entries: Sequence[Entry]) -> Mapping[str, str]:
    arguments = {"n": str(len(entries))}
    first = entries[0] if entries else None
    if isinstance(first, Timed):
        arguments["at"] = first.at.local.isoformat(timespec="minutes")
    if isinstance(first, DayMark):
        arguments["day"] = first.day.isoformat()
    return arguments


def changed_days(transaction: Transaction, step: ChangeSet, day_start: int) -> Span:
    """What a logged set touches as it stands now."""
    count = change_log.size_of(transaction, step.seq)
    if count > _LISTED_AT_MOST:
        return Span(_ALL_KINDS, None, None, count)
    records = change_log.changed_records(transaction, step.seq)
    return _span([(kind, from_record(kind, record)) for kind, record in records], day_start)


def _span(entries: Sequence[tuple[str, Entry]], day_start: int) -> Span:
    days = [day for _, entry in entries if (day := _day(entry, day_start)) is not None]
    first, last = (min(days), max(days)) if days else (None, None)
    return Span(frozenset(kind for kind, _ in entries), first, last, len(entries))


def _day(entry: Entry, day_start: int) -> dt.date | None:
    if isinstance(entry, Timed):
        return journal_day(entry.at, day_start)
    return entry.day if isinstance(entry, DayMark) else None
