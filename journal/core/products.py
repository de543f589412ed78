"""Products, what they are counted in, and the batches in which they were bought."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.amounts import LIMITS, Dimension
from journal.core.entry import Entry
from journal.core.fields import Choice, Day, Flag, Free, Gone, Name, Refers, Thousandths
from journal.core.plaintext import folded

STANDARD_UNITS = ("", "g", "mg", "ml", "l")  # of a product, beside its own
LARGEST = max(LIMITS.values())


class ProductKind(StrEnum):
    """What a product is; leaf, extract and 7-OH amounts are never added.

    ``NOT_SAID`` is no kind: nobody has said it yet. A ``TABLET`` may hold leaf, extract or 7-OH (``Content``).
    """

    LEAF_POWDER = "leaf_powder"
    CRUSHED_LEAF = "crushed_leaf"
    CAPSULE = "capsule"
    TEA = "tea"
    EXTRACT = "extract"
    SHOT = "shot"
    TABLET = "tablet"
    SEVEN_OH = "seven_oh"
    OTHER = "other"
    NOT_SAID = "not_said"


class Content(StrEnum):
    """What a tablet holds, as its label says."""

    LEAF = "leaf"
    EXTRACT = "extract"
    SEVEN_OH = "seven_oh"


class Preparation(StrEnum):
    """How a dose was taken."""

    TOSS_AND_WASH = "toss_and_wash"
    TEA = "tea"
    FOOD_OR_DRINK = "food_or_drink"
    CAPSULE = "capsule"
    EXTRACT = "extract"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Product(Entry):
    """A product as its label names it. ``default_unit`` is ``g``, ``mg``, ``ml`` or the id of an own unit.

    ``content``: what a tablet holds, if that was said. ``ask_kind``: the kind was filled in by an earlier version and
    never looked at, so the person is asked once.
    """

    plural: ClassVar[str] = "products"

    name: Annotated[str, Name(required=True)]
    vendor: Annotated[str, Name()] = ""
    kind: ProductKind = ProductKind.NOT_SAID
    strain: Annotated[str, Name()] = ""
    vein: Annotated[str, Name()] = ""
    default_unit: Annotated[str, Name(may_name="unit", words=STANDARD_UNITS)] = "g"
    default_preparation: Preparation | None = None
    strength: Annotated[str, Name()] = ""
    strength_source: Annotated[str, Name()] = ""
    archived: bool = False
    content: Content | None = None
    ask_kind: Annotated[bool, Flag(added_later=True)] = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Unit(Entry):
    """A product's own unit. A new measurement is a new version with its own ``since``; history is never rewritten.

    ``quantity`` and ``spread`` are thousandths of the dimension (mean and spread of one piece); None: not measured,
    so the unit only counts pieces.
    """

    plural: ClassVar[str] = "units"

    product: Annotated[str, Refers("product", Gone.GOES)]
    name: Annotated[str, Name(required=True)]
    quantity: Annotated[int | None, Thousandths(1, LARGEST)] = None
    dimension: Annotated[Dimension, Choice(in_table=True)] = Dimension.COUNT
    spread: Annotated[int | None, Thousandths(0, LARGEST)] = None
    measured: Annotated[str, Name()] = ""
    since: dt.date | None = None


def unit_holding(day: dt.date | None, versions: Sequence[Unit]) -> Unit:
    """The version of an own unit in force on a day; ``versions``: newest first, so that the newest wins a tie.

    Before there was one it is the earliest; None: the newest.
    """
    if day is None:
        return versions[0]
    begun = [version for version in versions if _since(version) <= day]
    return max(begun, key=_since) if begun else min(versions, key=_since)


def units_holding(day: dt.date | None, units: Iterable[Unit]) -> list[Unit]:
    """Each own unit of these, which are all versions, newest first, in the version in force on a day."""
    versions: dict[tuple[str, str], list[Unit]] = {}
    for unit in units:
        versions.setdefault((unit.product, folded(unit.name)), []).append(unit)
    return [unit_holding(day, same) for same in versions.values()]


def began_by(day: dt.date, unit: Unit) -> bool:
    """Whether the unit says that it holds on that day."""
    return _since(unit) <= day


def _since(unit: Unit) -> dt.date:
    return unit.since or dt.date.min


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Batch(Entry):
    """One bought lot of a product. ``figures`` are those of its lab report, as ``figures_source`` says them."""

    plural: ClassVar[str] = "batches"

    product: Annotated[str, Refers("product", Gone.GOES)]
    lot: Annotated[str, Name()] = ""
    opened: dt.date | None = None
    finished: Annotated[dt.date | None, Day(ends="opened")] = None
    figures: Annotated[str, Free(searchable=False)] = ""
    figures_source: Annotated[str, Name()] = ""
