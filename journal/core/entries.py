"""The entries of a journal: frozen values that go everywhere; rows never leave ``db``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4, uuid5

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Dimension
from journal.core.moments import Moment
from journal.core.symptoms import SymptomKind

_NAMESPACE = UUID("6f3f2f0e-5c1b-4b50-9d55-1f1c7a1e9a52")


def new_id() -> str:
    """A fresh random identity."""
    return str(uuid4())


def origin_id(source: str, foreign_id: str) -> str:
    """The identity of an entry of another program, the same at every import of it."""
    return str(uuid5(_NAMESPACE, f"{source}\x1f{foreign_id}"))


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


class Stomach(StrEnum):
    """What was in the stomach."""

    EMPTY = "empty"
    LIGHT = "light"
    FULL = "full"


class Phase(StrEnum):
    """When a rating stands to a dose."""

    BEFORE = "before"
    AFTER = "after"
    ROUTINE = "routine"


class Answer(StrEnum):
    """What was answered to "Is this happening now?" after a warning sign; ``NO``: none of the signs asked about."""

    YES = "yes"
    NOT_SURE = "not_sure"
    PASSED = "passed"
    KNOWN = "known"  # a doctor knows about this
    NO = "no"


class DayMarkKind(StrEnum):
    """What a person says of a whole day."""

    NONE_TODAY = "none_today"
    NOTHING_TO_REPORT = "nothing_to_report"
    NUMBER_NOT_KNOWN = "number_not_known"
    DO_NOT_REMEMBER = "do_not_remember"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has. ``deleted_ms`` is the UTC time at which it went to the trash."""

    id: str = field(default_factory=new_id)
    origin: str | None = None
    private: bool = False
    complete_later: bool = False
    deleted_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Entry):
    """An entry at a moment; ``recorded_ms`` is the UTC time at which it was written down (0: set by the logbook)."""

    at: Moment
    recorded_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Who keeps the journal; every field is optional."""

    name: str = ""
    birth_year: int | None = None
    purpose: str = ""
    since: dt.date | None = None
    goal: str = ""
    next_visit: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Entry):
    """A product as its label names it. ``default_unit`` is ``g``, ``mg``, ``ml`` or the id of an own unit.

    ``content``: what a tablet holds, if that was said. ``ask_kind``: the kind was filled in by an earlier version and
    never looked at, so the person is asked once.
    """

    name: str
    vendor: str = ""
    kind: ProductKind = ProductKind.NOT_SAID
    strain: str = ""
    vein: str = ""
    default_unit: str = "g"
    default_preparation: Preparation | None = None
    strength: str = ""
    strength_source: str = ""
    archived: bool = False
    content: Content | None = None
    ask_kind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entry):
    """A product's own unit. A new measurement is a new version with its own ``since``; history is never rewritten.

    ``quantity`` and ``spread`` are thousandths of the dimension (mean and spread of one piece); None: not measured,
    so the unit only counts pieces.
    """

    product: str
    name: str
    quantity: int | None = None
    dimension: Dimension = Dimension.COUNT
    spread: int | None = None
    measured: str = ""
    since: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose(Timed):
    """Something taken. ``product`` is an id or None (not said)."""

    product: str | None = None
    amount: Amount = UNKNOWN_AMOUNT
    preparation: Preparation | None = None
    stomach: Stomach | None = None
    reasons: tuple[str, ...] = ()
    finished_ms: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom(Entry):
    """Something to rate from 0 to 10: a built-in one (``code``) or the person's own (``name``)."""

    code: str | None = None
    name: str = ""
    kind: SymptomKind = SymptomKind.SYMPTOM
    low_label: str = ""
    high_label: str = ""
    higher_is_better: bool = False
    active_from: dt.date | None = None
    active_until: dt.date | None = None
    position: int = 0
    main: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Timed):
    """A symptom's strength at a moment. ``value`` None: asked and skipped. ``group`` joins what was rated together.

    ``answer``: what was said of a warning sign when it was asked about; None: not asked, or not answered.
    """

    symptom: str
    value: int | None
    group: str = field(default_factory=new_id)
    site: str = ""
    side: str = ""
    dose: str | None = None
    phase: Phase = Phase.ROUTINE
    prompted: bool = False
    due_ms: int | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark(Entry):
    """What is said of a journal day as a whole."""

    day: dt.date
    mark: DayMarkKind = DayMarkKind.NONE_TODAY
    recorded_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Timed):
    """Free text at a moment."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Entry):
    """A preference of this journal; the id is the preference's key."""

    value: str


TYPES: dict[str, type[Entry]] = {
    "person": Person, "product": Product, "unit": Unit, "dose": Dose, "symptom": Symptom,
    "rating": Rating, "day_mark": DayMark, "note": Note, "setting": Setting,
}  # fmt: skip
_KINDS = {cls: kind for kind, cls in TYPES.items()}
DIARY_KINDS = ("dose", "rating", "day_mark", "note")


def kind_of(entry: Entry) -> str:
    """The entry's kind: its table's and its change log's name."""
    return _KINDS[type(entry)]


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved form, kept over lock and crash: not an entry, never exported, not undoable."""

    form: str
    content: str
    saved_ms: int = 0


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of an entry deleted for good: that it was there, so that an import does not bring it back."""

    id: str
    kind: str
    purged_ms: int
