"""An entry's history in words: "Recorded Sat 15:24 · changed Sun 08:02: amount 2 → 3"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.core.changes import Revision
from journal.core.entries import Entry
from journal.core.journal_day import journal_day
from journal.core.kinds import recorded_ms
from journal.core.moments import Clock, Moment, moment_at, moment_now
from journal.core.records import to_record
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import ANSWERS, BASES, DAY_MARKS, PREPARATIONS, STOMACHS, symptom_name
from journal.ui.entries.declared import Declaration
from journal.ui.entries.kinds import kind_of_entry
from journal.ui.entries.names import Names

Record = Mapping[str, str | int | None]

_CODES: dict[str, dict[str, str]] = {
    "answer": ANSWERS, "basis": BASES, "preparation": PREPARATIONS, "stomach": STOMACHS, "mark": DAY_MARKS,
}  # fmt: skip
# What is said of a column: shown with both values, or only named because it may be long.
_SHOWN = marked({
    "product": "product", "amount": "amount", "basis": "how it is known", "preparation": "preparation",
    "stomach": "stomach", "value": "rating", "symptom": "symptom", "site": "place", "side": "side", "mark": "mark",
    "answer": "answer",
})  # fmt: skip
_NAMED = marked({
    "text": "text", "note": "note", "reasons": "reasons", "dose": "linked dose", "phase": "before or after",
    "private": "private", "finished_ms": "end",
})  # fmt: skip

_MISSING = marked({"amount": "unknown", "answer": "not given"})


def history_text(
    texts: Texts,
    names: Names,
    clock: Clock,
    entry: Entry,
    revisions: Sequence[Revision],
    day_start: int,
    masked: bool = False,
) -> str:
    """When the entry was recorded, and each change that stands, oldest first; of a ``masked`` one not what changed."""
    teller = _Teller(texts, names, clock, day_start, masked)
    return " · ".join(teller.tell(entry, [revision for revision in revisions if not revision.undone]))


class _Teller:
    def __init__(self, texts: Texts, names: Names, clock: Clock, day_start: int, masked: bool) -> None:
        self._texts, self._names, self._zone, self._masked = texts, names, clock.zone_name(), masked
        self._today = journal_day(moment_now(clock), day_start)

    def tell(self, entry: Entry, revisions: Sequence[Revision]) -> list[str]:
        """One piece for each thing that happened."""
        sentences = [self._texts("Recorded {when}", when=self._when(_recorded_ms(entry, revisions)))]
        captions = _captions(entry)
        states = [later.before for later in revisions[1:]] + [to_record(entry)]
        for number, revision in enumerate(revisions):
            if revision.before is not None:
                after = states[number]
                sentences.append(self._change(revision, revision.before, after or {}, captions))
        return sentences

    def _change(self, revision: Revision, before: Record, after: Record, captions: Mapping[str, str] | None) -> str:
        when = self._when(revision.at_ms)
        if before.get("deleted_ms") is None and after.get("deleted_ms") is not None:
            return self._texts("deleted {when}", when=when)
        if before.get("deleted_ms") is not None and after.get("deleted_ms") is None:
            return self._texts("restored {when}", when=when)
        if self._masked:
            return self._texts("changed {when}", when=when)
        changes = self._differences(before, after) if captions is None else self._named(before, after, captions)
        if not changes:
            return self._texts("saved again {when}", when=when)
        return self._texts("changed {when}: {what}", when=when, what=", ".join(changes))

    def _differences(self, before: Record, after: Record) -> list[str]:
        parts = [self._moved(before, after)] if _moment(before) != _moment(after) else []
        for column, name in _SHOWN.items():
            if before.get(column) != after.get(column):
                old, new = self._value(column, before), self._value(column, after)
                parts.append(self._texts("{what} {old} → {new}", what=self._texts(name), old=old, new=new))
        parts += [self._texts(name) for column, name in _NAMED.items() if before.get(column) != after.get(column)]
        return parts

    def _named(self, before: Record, after: Record, captions: Mapping[str, str]) -> list[str]:
        """Of a kind without a form of its own: the captions of what changed."""
        parts = [self._moved(before, after)] if _moment(before) != _moment(after) else []
        names = {**captions, "private": _NAMED["private"]}
        return [*parts, *(self._texts(name) for field, name in names.items() if before.get(field) != after.get(field))]

    def _moved(self, before: Record, after: Record) -> str:
        old, new = _moment(before), _moment(after)
        if old is None or new is None:
            return self._texts("day")
        one_day = old.local.date() == new.local.date()
        words = [self._texts.time(moment.local) if one_day else self._day_time(moment) for moment in (old, new)]
        return self._texts("{what} {old} → {new}", what=self._texts("time"), old=words[0], new=words[1])

    def _value(self, column: str, record: Record) -> str:
        value = record.get(column)
        if value in (None, ""):
            return self._texts(_MISSING.get(column, marked("not said")))
        if column == "product":
            product = self._names.product(str(value))
            return product.name if product else self._texts("a deleted product")
        if column == "symptom":
            symptom = self._names.symptom(str(value))
            return symptom_name(self._texts, symptom) if symptom else self._texts("a deleted symptom")
        known = _CODES.get(column)
        return self._texts(known.get(str(value), str(value))) if known else str(value)

    def _when(self, utc_ms: int) -> str:
        return self._day_time(moment_at(utc_ms, self._zone))

    def _day_time(self, moment: Moment) -> str:
        """Sat 15:24; with the date when it is a week ago or more."""
        local, time = moment.local, self._texts.time(moment.local)
        if abs((self._today - local.date()).days) < 7:
            return self._texts("{day} {time}", day=self._texts.short_weekday(local.weekday()), time=time)
        return self._texts("{day} {time}", day=self._texts.short_day(local.date()), time=time)


def _captions(entry: Entry) -> Mapping[str, str] | None:
    kind = kind_of_entry(entry)
    return kind.captions if isinstance(kind, Declaration) else None


def _recorded_ms(entry: Entry, revisions: Sequence[Revision]) -> int:
    recorded = recorded_ms(entry) or 0
    return recorded or (revisions[0].at_ms if revisions else 0)


def _moment(record: Record) -> Moment | None:
    match record:
        case {"utc_ms": int(utc_ms), "offset_s": int(offset_s), "zone": str(zone)}:
            return Moment(utc_ms, offset_s, zone)
    return None
