"""The entries of a journal: frozen values that go everywhere; rows never leave ``db``."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID, uuid4, uuid5

from journal.core.amounts import LIMITS, UNKNOWN_AMOUNT, Amount, Dimension
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Flag,
    Free,
    Gone,
    Identity,
    Instant,
    Lines,
    Name,
    Recorded,
    Refers,
    Thousandths,
    Whole,
)
from journal.core.moments import Moment
from journal.core.plaintext import NAME_LIMIT
from journal.core.symptoms import SymptomKind

STANDARD_UNITS = ("", "g", "mg", "ml", "l")  # of a product, beside its own
LARGEST = max(LIMITS.values())
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
    """When a rating was made in relation to a dose."""

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
    """What every entry has. ``deleted_ms`` is the UTC time at which it went to the trash.

    Of its kind, ``plural`` is the name of its list in files, ``in_diary`` whether the Diary lists it, ``deletable``
    whether a person can move it to the trash.
    """

    plural: ClassVar[str]
    in_diary: ClassVar[bool] = False
    deletable: ClassVar[bool] = True

    id: Annotated[str, Identity()] = field(default_factory=new_id)
    origin: Annotated[str | None, Code(NAME_LIMIT)] = None
    private: bool = False
    complete_later: bool = False
    deleted_ms: Annotated[int | None, Instant()] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Entry):
    """An entry at a moment; ``recorded_ms`` is the UTC time at which it was written down (0: set by the logbook)."""

    in_diary: ClassVar[bool] = True

    at: Moment
    recorded_ms: Annotated[int, Recorded()] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """Who keeps the journal; every field is optional."""

    plural: ClassVar[str] = "persons"
    deletable: ClassVar[bool] = False

    name: Annotated[str, Name()] = ""
    birth_year: Annotated[int | None, Whole(1890, 2100)] = None
    purpose: Annotated[str, Free(found=False)] = ""
    since: dt.date | None = None
    goal: Annotated[str, Free(found=False)] = ""
    next_visit: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose(Timed):
    """Something taken. ``product`` is an id or None (not said)."""

    plural: ClassVar[str] = "doses"

    product: Annotated[str | None, Refers("product", Gone.HOLDS)] = None
    amount: Amount = UNKNOWN_AMOUNT
    preparation: Preparation | None = None
    stomach: Stomach | None = None
    reasons: Annotated[tuple[str, ...], Lines()] = ()
    finished_ms: Annotated[int | None, Instant()] = None
    note: Annotated[str, Free()] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom(Entry):
    """Something to rate from 0 to 10: a built-in one (``code``) or the person's own (``name``)."""

    plural: ClassVar[str] = "symptoms"

    code: Annotated[str | None, Code(NAME_LIMIT, empty=False)] = None
    name: Annotated[str, Name()] = ""
    kind: SymptomKind = SymptomKind.SYMPTOM
    low_label: Annotated[str, Name()] = ""
    high_label: Annotated[str, Name()] = ""
    higher_is_better: bool = False
    active_from: dt.date | None = None
    active_until: dt.date | None = None
    position: Annotated[int, Whole(-1_000_000, 1_000_000, in_table=False)] = 0
    main: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Timed):
    """A symptom's strength at a moment. ``value`` None: asked and skipped. ``group`` joins what was rated together.

    ``answer``: what was said of a warning sign when it was asked about; None: not asked, or not answered.
    """

    plural: ClassVar[str] = "ratings"

    symptom: Annotated[str, Refers("symptom", Gone.HOLDS)]
    value: Annotated[int | None, Whole(0, 10)]
    group: Annotated[str, Code(NAME_LIMIT, empty=False)] = field(default_factory=new_id)
    site: Annotated[str, Name()] = ""
    side: Annotated[str, Name()] = ""
    dose: Annotated[str | None, Refers("dose", Gone.FORGETS)] = None
    phase: Phase = Phase.ROUTINE
    prompted: bool = False
    due_ms: Annotated[int | None, Instant()] = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark(Entry):
    """What is said of a journal day as a whole."""

    plural: ClassVar[str] = "day_marks"
    in_diary: ClassVar[bool] = True

    day: Annotated[dt.date, Day(of_entry=True)]
    mark: Annotated[DayMarkKind, Choice(found=True)] = DayMarkKind.NONE_TODAY
    recorded_ms: Annotated[int, Recorded()] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Timed):
    """Free text at a moment."""

    plural: ClassVar[str] = "notes"

    text: Annotated[str, Free(required=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Entry):
    """A preference of this journal; the id is the preference's key."""

    plural: ClassVar[str] = "settings"
    deletable: ClassVar[bool] = False

    id: Annotated[str, Code(64, empty=False)] = field(default_factory=new_id)
    value: Annotated[str, Code(10_000)]


# What others refer to comes first: files list the kinds so, and purging goes the other way. ``core.kinds`` reads this.
TYPES: dict[str, type[Entry]] = {
    "person": Person, "product": Product, "unit": Unit, "symptom": Symptom, "dose": Dose,
    "rating": Rating, "day_mark": DayMark, "note": Note, "setting": Setting,
}  # fmt: skip
_KINDS = {cls: kind for kind, cls in TYPES.items()}
DIARY_KINDS = tuple(kind for kind, cls in TYPES.items() if cls.in_diary)


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
