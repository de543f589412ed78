"""Products, their units and own symptoms that the file and the journal both name, under different ids.

They are joined unless a person says otherwise: what belongs to the file's goes to ours, and ours stays as it is. Where
both are of another kind or of another vendor they are kept apart, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from journal.core.entries import Entry, Product, ProductKind, Symptom, Unit, origin_id
from journal.core.plaintext import folded

T = TypeVar("T", Product, Symptom)


class Twins(StrEnum):
    """What becomes of the file's products, units and symptoms that are called as ours."""

    JOIN = "join"
    APART = "apart"


class Joining(NamedTuple):
    """What a person says of another journal that comes into this one.

    ``turned``: ids of the file's products and symptoms with which the other of both is done. ``equal``: what becomes of
    entries that say what ours say of the same minute.
    """

    twins: Twins = Twins.JOIN
    settings: bool = False
    turned: frozenset[str] = frozenset()
    equal: Twins = Twins.JOIN


class Read(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class SameNames:
    """Knows ours by name. ``joined``: the file's that are ours now; ``apart``: those that stand beside ours, of which
    ``joinable`` are those that a person may still join.

    ``said_more`` are those of the joined that say a kind or a vendor where ours does not.
    ``settings`` counts those of the other journal that are left out; ``otherwise``: one has an id of ours, and another
    name or kind.
    """

    def __init__(self, here: Read, joining: Joining) -> None:
        self.joining = joining
        self.joined: list[Product | Symptom] = []
        self.apart: list[Product | Symptom] = []
        self.joinable: list[Product | Symptom] = []
        self.said_more: list[Product | Symptom] = []
        self.settings = 0
        self.otherwise = False
        self._products = _by_name(here, "product", Product)
        self._symptoms = _by_name(here, "symptom", Symptom)
        self._units: dict[tuple[str, str], list[Unit]] = {}
        for part in here.slices("unit"):
            for unit in part:
                if isinstance(unit, Unit) and unit.deleted_ms is None:
                    self._units.setdefault((unit.product, folded(unit.name)), []).append(unit)
        self._by_id = {entry.id: entry for named in (self._products, self._symptoms) for entry in _every(named)}
        self._made_up = {entry.id for named in (self._products, self._symptoms) for entry in _made_of_names(named)}
        self._taken: set[str] = set()
        self._renamed: dict[str, str] = {}

    def kept_apart(self, entry: Entry) -> Entry:
        """The file's with an id of its own, if both ids were made of the one name, as tables give them, or if ours of
        that id is called or made otherwise."""
        otherwise = entry.deleted_ms is None and _is_otherwise(entry, self._by_id.get(entry.id))
        self.otherwise |= otherwise
        made_up = entry.id in self._made_up and entry.deleted_ms is None
        if self.joining.twins is Twins.JOIN or not (otherwise or made_up):
            return entry
        return replace(entry, id=origin_id("kept-apart", entry.id))

    def ours(self, entry: Entry) -> Entry | None:
        """Ours, if this one of the file is joined with it. A unit names ours already."""
        if entry.deleted_ms is not None:
            return None
        if isinstance(entry, Product):
            return self._joined(entry, _called(self._products, entry.name), _may_be_one)
        if isinstance(entry, Symptom) and entry.code is None:
            return self._joined(entry, _called(self._symptoms, entry.name), _rates_alike)
        return self._same_unit(entry) if isinstance(entry, Unit) else None

    def _joined(self, entry: T, named: list[T], alike: Callable[[T, T], bool]) -> T | None:
        if not named:
            return None
        fitting = [ours for ours in named if alike(entry, ours) and not (entry.private and not ours.private)]
        likely = [ours for ours in fitting if not _vendors_differ(entry, ours)]
        turned, certain = entry.id in self.joining.turned, len(likely) == 1
        can_be_joined = len(likely or fitting) == 1 and (likely or fitting)[0].id not in self._taken
        wanted = (self.joining.twins is Twins.JOIN and certain) is not turned
        if not (wanted and can_be_joined):
            self.apart.append(entry)
            self.joinable += [entry] if can_be_joined else []
            return None
        ours = (likely or fitting)[0]
        self._taken.add(ours.id)
        self.said_more += [entry] if _says_more(entry, ours) else []
        self.joined.append(entry)
        return ours

    def _same_unit(self, unit: Unit) -> Unit | None:
        """Of a joined product: ours of that name and size. One of another size gets a name of its own."""
        versions = self._units.get((unit.product, folded(unit.name)), []) if unit.product in self._taken else []
        same = (ours for ours in versions if (ours.quantity, ours.dimension) == (unit.quantity, unit.dimension))
        ours = next(same, None)
        if versions and ours is None:
            self._renamed[unit.id] = self._free_name(unit)
        return ours

    def _free_name(self, unit: Unit) -> str:
        numbers = range(2, 1000)
        names = (f"{unit.name} {number}" for number in numbers)
        return next((name for name in names if (unit.product, folded(name)) not in self._units), unit.name)

    def as_written(self, entry: Entry) -> Entry:
        """The entry as it is to be written: a unit that would change what ours holds gets another name."""
        return replace(entry, name=self._renamed[entry.id]) if entry.id in self._renamed else entry  # type: ignore[call-arg]


def _by_name(here: Read, kind: str, of: type[T]) -> dict[str, list[T]]:
    named: dict[str, list[T]] = {}
    for part in here.slices(kind):
        for entry in part:
            if isinstance(entry, of) and entry.deleted_ms is None and entry.name:
                named.setdefault(folded(entry.name), []).append(entry)
    return named


def _made_of_names(known: Mapping[str, Sequence[Product | Symptom]]) -> Iterator[Product | Symptom]:
    """Those whose id a table's reader made of what they are called."""
    for name, entries in known.items():
        for entry in entries:
            made = {origin_id("csv-symptom", name)}
            if isinstance(entry, Product):
                made = {origin_id("csv-product", called) for called in (name, f"{name} {entry.kind}")}
            if entry.id in made:
                yield entry


def _every(known: Mapping[str, Sequence[Product | Symptom]]) -> Iterator[Product | Symptom]:
    return (entry for named in known.values() for entry in named)


def _is_otherwise(theirs: Entry, ours: Product | Symptom | None) -> bool:
    """Whether what has one id is called, made or rated in two ways."""
    match theirs, ours:
        case Product(), Product():
            return (folded(theirs.name), theirs.kind, theirs.content) != (folded(ours.name), ours.kind, ours.content)
        case Symptom(code=None), Symptom(code=None):
            return folded(theirs.name) != folded(ours.name) or not _rates_alike(theirs, ours)
    return False


def _called(known: dict[str, list[T]], name: str) -> list[T]:
    """Those of exactly that name; else those of the same letters."""
    named = known.get(folded(name), [])
    return [entry for entry in named if entry.name == name] or named


def _may_be_one(theirs: Product, ours: Product) -> bool:
    """Leaf is never joined with an extract; what is not said may be either."""
    kinds = ProductKind.NOT_SAID in (theirs.kind, ours.kind) or theirs.kind is ours.kind
    return kinds and (None in (theirs.content, ours.content) or theirs.content is ours.content)


def _vendors_differ(theirs: Product | Symptom, ours: Product | Symptom) -> bool:
    """A vendor that is not said may be either."""
    if not (isinstance(theirs, Product) and isinstance(ours, Product)):
        return False
    vendors = {folded(theirs.vendor), folded(ours.vendor)} - {""}
    return len(vendors) > 1


def _says_more(theirs: Product | Symptom, ours: Product | Symptom) -> bool:
    """Whether a kind or a vendor is said in the file alone: ours stays as it is, as its doses may be of another one."""
    if not (isinstance(theirs, Product) and isinstance(ours, Product)):
        return False
    kind = ours.kind is ProductKind.NOT_SAID is not theirs.kind
    return kind or bool(theirs.vendor and not ours.vendor) or (ours.content is None is not theirs.content)


def _rates_alike(theirs: Symptom, ours: Symptom) -> bool:
    """A scale that runs the other way is another scale."""
    return ours.code is None and theirs.higher_is_better == ours.higher_is_better
