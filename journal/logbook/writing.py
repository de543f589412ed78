"""The functions of the logbook that write: entries into change sets, with the rules that belong to saving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journal.core.changes import ChangeSet
from journal.core.entries import DayMark, DayMarkKind, Dose, Entry, Setting, Timed, Tombstone, kind_of
from journal.core.fields import Gone
from journal.core.journal_day import journal_day
from journal.core.kinds import KINDS, day_of, declared, recorded_at, recorded_ms
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.records import Record, from_record, to_record
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.core.words_of_amounts import with_words_that_fit
from journal.db import bulk, change_history, change_log, store
from journal.db.engine import Transaction, sql_connection_of
from journal.db.entry_queries import doses_on, none_marks
from journal.db.select import find_record, is_undone_addition, record_by_id

Pending = tuple[Entry, Record | None]  # an entry and what it was before

_LISTED_AT_MOST = 500
_ALL_KINDS = frozenset(KINDS)


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

    def applied_to(self, step: ChangeSet, origin: str) -> ChangeSet:
        """The change set with this span."""
        return replace(
            step, kinds=self.kinds, first_day=self.first, last_day=self.last, count=self.count, origin=origin
        )


def save_entries(transaction: Transaction, step: Write, entries: Sequence[Entry], label: str | None) -> ChangeSet:
    """Add or change the entries as one set; one that is given twice is saved once."""
    ready = [_recorded(entry, step.now_ms) for entry in dict.fromkeys(entries)]
    _refuse_two_of_one_id(ready)
    for entry in ready:
        refuse_invalid(entry)
    ready = [with_words_that_fit(entry) for entry in ready]
    _refuse_marks_beside_doses(transaction, step, ready)
    connection = sql_connection_of(transaction)
    before = [record_by_id(connection, kind_of(entry), entry.id) for entry in ready]
    name = label or _label(ready, "added" if None in before else "changed")
    return _log(transaction, step, name, list(zip(ready, before, strict=True)))


def _refuse_two_of_one_id(entries: Sequence[Entry]) -> None:
    """Refuse two versions of one entry: which of them is meant cannot be known."""
    if len({entry.id for entry in entries}) < len(entries):
        raise Refused("entry-twice")


def _recorded(entry: Entry, now_ms: int) -> Entry:
    return recorded_at(entry, now_ms) if recorded_ms(entry) == 0 else entry


def _refuse_marks_beside_doses(transaction: Transaction, step: Write, entries: Sequence[Entry]) -> None:
    """A day cannot be marked "none" while it has doses."""
    for mark in entries:
        if isinstance(mark, DayMark) and mark.mark is DayMarkKind.NONE_TODAY and mark.deleted_ms is None:
            doses = doses_on(sql_connection_of(transaction), mark.day, step.day_start)
            if doses or mark.day in _dose_days(entries, step):
                raise Refused("day-has-doses", n=max(1, doses))


def _dose_days(entries: Iterable[Entry], step: Write) -> set[dt.date]:
    live = (entry for entry in entries if isinstance(entry, Dose) and entry.deleted_ms is None)
    return {journal_day(dose.at, step.day_start) for dose in live}


def _contradicted_marks(transaction: Transaction, step: Write, entries: Iterable[Entry]) -> list[Pending]:
    """The "none" marks on the days of these doses, on their way to the trash."""
    marks = [
        mark for day in sorted(_dose_days(entries, step)) for mark in none_marks(sql_connection_of(transaction), day)
    ]
    return [(replace(mark, deleted_ms=step.now_ms), to_record(mark)) for mark in marks]


def _named_and_undone(transaction: Transaction, entries: Sequence[Entry]) -> list[Pending]:
    """Products, units and symptoms that these entries name and whose addition was undone meanwhile: restored."""
    wanted = {named for entry in entries if entry.deleted_ms is None for named in _named(entry)}
    connection, given = sql_connection_of(transaction), {entry.id for entry in entries}
    records = [(kind, record_by_id(connection, kind, key)) for kind, key in sorted(wanted) if key not in given]
    gone = [
        (from_record(kind, record), record)
        for kind, record in records
        if record is not None
        and record["deleted_ms"] is not None
        and is_undone_addition(connection, kind, str(record["id"]))
    ]
    back: list[Pending] = [(replace(entry, deleted_ms=None), record) for entry, record in gone]
    return [*_named_and_undone(transaction, [entry for entry, _ in back]), *back] if back else []


def _named(entry: Entry) -> Iterable[tuple[str, str]]:
    """The kinds and ids of the entries that this one refers to and cannot exist without."""
    references = [reference for reference in declared(entry).references if reference.gone is not Gone.FORGETS]
    if references:
        record = to_record(entry)
        yield from ((reference.to, str(key)) for reference in references if (key := record[reference.column]))


def delete_entries(transaction: Transaction, step: Write, ids: Sequence[str]) -> ChangeSet:
    """Move the entries to the trash as one set; what is there already stays as it is."""
    gone = [
        (replace(entry, deleted_ms=step.now_ms), record)
        for entry, record in _found(transaction, ids)
        if entry.deleted_ms is None
    ]
    return _log(transaction, step, _label([entry for entry, _ in gone], "deleted"), gone)


def restore_entries(transaction: Transaction, step: Write, ids: Sequence[str]) -> ChangeSet:
    """Take the entries out of the trash as one set."""
    back = [
        (replace(entry, deleted_ms=None), record)
        for entry, record in _found(transaction, ids)
        if entry.deleted_ms is not None
    ]
    entries = [entry for entry, _ in back]
    _refuse_marks_beside_doses(transaction, step, entries)
    return _log(transaction, step, _label(entries, "restored"), back)


def _found(transaction: Transaction, ids: Sequence[str]) -> list[tuple[Entry, Record]]:
    connection = sql_connection_of(transaction)
    records = (find_record(connection, entry_id) for entry_id in dict.fromkeys(ids))
    present = [(from_record(*record), record[1]) for record in records if record is not None]
    if not present:
        raise Refused("not-in-journal")
    return present


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
        yield _recorded(with_words_that_fit(entry), now_ms)


def _log(transaction: Transaction, step: Write, label: str, entries: Sequence[Pending]) -> ChangeSet:
    """Write the entries and what they contradict as one set, named after the entries.

    Nothing to write is no change set: an empty one would end redo. Then the answer has the number 0 and no kinds.
    """
    values = [entry for entry, _ in entries]
    arguments = _arguments(values)
    if not entries:
        return ChangeSet(0, step.now_ms, label, arguments, step.origin)
    seq = change_log.open_set(transaction, step.now_ms, label, arguments, step.origin)
    pending = [*_named_and_undone(transaction, values), *entries, *_contradicted_marks(transaction, step, values)]
    changes = [(kind_of(entry), to_record(entry), before) for entry, before in pending]
    change_log.apply_changes(transaction, seq, changes)
    # An entry that is moved touches the day that it leaves and the day that it goes to.
    left = [(kind, from_record(kind, before)) for kind, _, before in changes if before is not None]
    came = [(kind_of(entry), entry) for entry, _ in pending]
    span = _span(came, step.day_start).joined(_span(left, step.day_start))
    return span.applied_to(ChangeSet(seq, step.now_ms, label, arguments), step.origin)


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
    elif isinstance(first, Setting):
        arguments["setting"] = first.id
    elif first is not None and (day := day_of(first, DEFAULT_DAY_START)):
        arguments["day"] = day.isoformat()
    return arguments


def step_back(transaction: Transaction, step: ChangeSet, origin: str, now_ms: int, day_start: int) -> ChangeSet:
    """Undo the set (``origin`` "undo") or redo it; returns what that touched, before and after."""
    before = _changed_days(transaction, step, day_start)
    if origin == "undo":
        change_log.take_back(transaction, step.seq, now_ms)
    else:
        change_log.do_again(transaction, step.seq)
    return before.joined(_changed_days(transaction, step, day_start)).applied_to(step, origin)


def _changed_days(transaction: Transaction, step: ChangeSet, day_start: int) -> Span:
    """What a logged set touches, as it is now."""
    connection = sql_connection_of(transaction)
    count = change_history.size_of(connection, step.seq)
    if count > _LISTED_AT_MOST:
        return Span(_ALL_KINDS, None, None, count)
    records = change_history.changed_records(connection, step.seq)
    return _span([(kind, from_record(kind, record)) for kind, record in records], day_start)


def _span(entries: Sequence[tuple[str, Entry]], day_start: int) -> Span:
    days = [day for _, entry in entries if (day := day_of(entry, day_start)) is not None]
    first, last = (min(days), max(days)) if days else (None, None)
    return Span(frozenset(kind for kind, _ in entries), first, last, len(entries))
