"""Which other entries an entry names, and whether they are in the journal or in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from journal.core.entries import Dose, Entry, Product, Rating, Symptom, Tombstone, Unit, kind_of
from journal.exchange.id_set import IdSet

_STANDARD_UNITS = ("", "g", "mg", "ml", "l")


def references_of(entry: Entry) -> Iterable[tuple[str, str, str]]:
    """The field, the kind and the id of every other entry that this one names."""
    found: list[tuple[str, str, str | None]] = []
    match entry:
        case Dose():
            found = [("product", "product", entry.product), ("unit", "unit", entry.amount.unit)]
        case Rating():
            found = [("symptom", "symptom", entry.symptom), ("dose", "dose", entry.dose)]
        case Unit():
            found = [("product", "product", entry.product)]
        case Product() if entry.default_unit not in _STANDARD_UNITS:
            found = [("default_unit", "unit", entry.default_unit)]
    return [(field, kind, named) for field, kind, named in found if named is not None]


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
        self._known = {kind: IdSet() for kind in ("product", "unit", "symptom", "dose")}
        self._asked = IdSet()
        self._by_code = {each.code: each.id for each in symptoms if each.code}
        self._same: dict[str, str] = {}
        self.have_main = any(each.main for each in symptoms)

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
        for field, kind, named in references_of(entry):
            if (kind, named) not in together and named not in self._known[kind]:
                return field
        return None

    def same_symptom(self, entry: Entry) -> bool:
        """Whether this is a built-in symptom that the journal has under another id; its ratings then go to ours."""
        ours = self._by_code.get(entry.code) if isinstance(entry, Symptom) and entry.code else None
        if ours is None:
            return False
        self._same[entry.id] = ours
        self._known["symptom"].add(ours)
        return True

    def settled(self, entry: Entry) -> Entry:
        """The entry naming our symptom instead of the file's, and no dose that was deleted."""
        if isinstance(entry, Rating):
            if entry.symptom in self._same:
                entry = replace(entry, symptom=self._same[entry.symptom])
            if self.loses_dose(entry):
                entry = replace(entry, dose=None)
        return entry

    def loses_dose(self, entry: Entry) -> bool:
        """Whether this is a rating of a dose that was deleted for good here, or that the file left in the trash."""
        if not isinstance(entry, Rating) or entry.dose is None:
            return False
        return entry.dose in self._purged or not (self._keeps_trash or entry.dose in self._known["dose"])
