"""Which other entries an entry names, and whether they are in the journal or in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from journal.core.entries import Entry, Symptom, Tombstone, kind_of
from journal.core.fields import Gone, Name
from journal.core.kinds import KINDS, Kind, Reference
from journal.exchange.id_set import IdSet


@dataclass(frozen=True, slots=True)
class _Way:
    """One way in which entries of a kind name others: a reference, or a word that may be an id (not one of these)."""

    field: str
    to: str
    fetch: Callable[[Entry], str | None]
    words: tuple[str, ...] = ()


def _way(reference: Reference) -> _Way:
    return _Way(reference.column, reference.to, attrgetter(reference.path))


def _ways(kind: Kind) -> Iterator[_Way]:
    yield from (_way(reference) for reference in kind.references)
    for field in kind.fields:
        match field.declared:
            case Name(may_name=str(named), words=words):
                yield _Way(field.name, named, attrgetter(field.name), words)


_WAYS = {kind.code: tuple(_ways(kind)) for kind in KINDS.values()}
_NAMED = {way.to for ways in _WAYS.values() for way in ways}
# Kinds that name each other, as products and units do: none of them can be judged before all are known.
NAME_EACH_OTHER = frozenset(
    kind for kind, ways in _WAYS.items() if any(back.to == kind for way in ways for back in _WAYS[way.to])
)
_CAN_BE_WITHOUT = {
    kind.code: tuple(_way(reference) for reference in kind.references if reference.gone is Gone.FORGETS)
    for kind in KINDS.values()
}
# Of these an entry of the file may stand for one of ours.
_JOINED = ("symptom", "substance", "product", "unit", "dose")
_OF_A_JOINED = {
    kind.code: tuple(_way(reference) for reference in kind.references if reference.to in _JOINED)
    for kind in KINDS.values()
}
_PATHS = {kind.code: {reference.column: reference.path for reference in kind.references} for kind in KINDS.values()}


def references_of(entry: Entry) -> list[tuple[str, str, str]]:
    """The field, the kind and the id of every other entry that this one names."""
    ids = ((way, way.fetch(entry)) for way in _WAYS[kind_of(entry)])
    return [(way.field, way.to, named) for way, named in ids if named is not None and named not in way.words]


class References:
    """Everything that may be named: what is here, and what of the file was taken so far."""

    def __init__(
        self,
        existing: Callable[[Sequence[str]], Mapping[str, Entry]],
        symptoms: Sequence[Symptom],
        purged: set[str],
        keeps_trash: bool,
    ) -> None:
        self._keeps_trash = keeps_trash
        self._existing = existing
        self._purged = purged
        self._known = {kind: IdSet() for kind in _NAMED}
        self._asked = IdSet()
        self._by_code = {symptom.code: symptom.id for symptom in symptoms if symptom.code}
        self._same: dict[str, str] = {}
        self.have_main = any(symptom.main for symptom in symptoms)

    def look_up(self, entries: Iterable[Entry | Tombstone]) -> None:
        """Ask the journal for what these entries name, all at once, unless it was asked before."""
        named = {
            wanted
            for entry in entries
            if isinstance(entry, Entry)
            for _, kind, wanted in references_of(entry)
            if wanted not in self._known[kind] and wanted not in self._asked
        }
        for entry in self._existing(list(named)).values() if named else ():
            self.add(entry)
        for wanted in named:
            self._asked.add(wanted)

    def add(self, entry: Entry) -> None:
        """From now on this entry may be named."""
        kind = kind_of(entry)
        if kind in self._known:
            self._known[kind].add(entry.id)

    def missing(self, entry: Entry) -> str | None:
        """The field that names what is neither here nor in the file; None when all is well."""
        entry = self.settled(entry)
        return next((field for field, kind, named in references_of(entry) if named not in self._known[kind]), None)

    def add_together(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Add products and units, which name each other; returns the ids of those that cannot be, with the field."""
        unfit: dict[str, str] = {}
        while True:
            fit = [entry for entry in entries if entry.id not in unfit]
            together = {(kind_of(entry), entry.id) for entry in fit}
            more = {entry.id: field for entry in fit if (field := self._missing_among(entry, together))}
            if not more:
                break
            unfit |= more
        for entry in fit:
            self.add(entry)
        return unfit

    def _missing_among(self, entry: Entry, together: set[tuple[str, str]]) -> str | None:
        for field, kind, named in references_of(self.settled(entry)):
            if (kind, named) not in together and named not in self._known[kind]:
                return field
        return None

    def same_symptom(self, entry: Entry) -> bool:
        """Whether this is a built-in symptom that the journal has under another id; its ratings then go to ours."""
        ours = self._by_code.get(entry.code) if isinstance(entry, Symptom) and entry.code else None
        if ours is None:
            return False
        self.join(entry, ours)
        return True

    def join(self, entry: Entry, ours: str) -> None:
        """What names this entry of the file names ours instead."""
        self._same[entry.id] = ours
        self._known[kind_of(entry)].add(ours)

    def settled(self, entry: Entry) -> Entry:
        """The entry naming ours instead of the file's same one, and without optional references to what was deleted."""
        named: dict[str, str | None] = {
            way.field: self._same[theirs]
            for way in _OF_A_JOINED[kind_of(entry)]
            if (theirs := way.fetch(entry)) in self._same
        }
        named |= dict.fromkeys(self._lost(entry))
        for column, wanted in named.items():
            entry = _naming(entry, _PATHS[kind_of(entry)][column], wanted)
        return entry

    def loses_a_link(self, entry: Entry) -> list[str]:
        """Its kind, if it is to come without an entry that it names; else nothing."""
        return [kind_of(entry)] if self._lost(entry) else []

    def _lost(self, entry: Entry) -> list[str]:
        """The fields that name what was deleted for good here, or what the file left in the trash."""
        ways = _CAN_BE_WITHOUT[kind_of(entry)]
        return [way.field for way in ways if (named := way.fetch(entry)) is not None and self._is_lost(way.to, named)]

    def _is_lost(self, kind: str, named: str) -> bool:
        return named in self._purged or not (self._keeps_trash or named in self._known[kind])


def _naming(entry: Entry, path: str, wanted: str | None) -> Entry:
    """The entry with another id at this place in it: ``product``, ``amount.unit``."""
    name, _, inside = path.partition(".")
    value: Any = replace(getattr(entry, name), **{inside: wanted}) if inside else wanted
    return replace(entry, **{name: value})
