"""The entries of a journal: frozen values that go everywhere; rows never leave ``db``."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.amounts import UNKNOWN_AMOUNT, Amount
from journal.core.care import Care, Measurement
from journal.core.check_ins import CheckIn, Urge
from journal.core.entry import Entry, Timed, new_id, origin_id
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Free,
    Gone,
    Instant,
    Lines,
    Name,
    Recorded,
    Refers,
    Whole,
)
from journal.core.health import Condition, LabResult, Statement
from journal.core.moments import EARLIEST_BIRTH_YEAR, LAST_DAY
from journal.core.own_help import Contact, Help, Plan
from journal.core.plaintext import NAME_LIMIT
from journal.core.products import Batch, Content, Preparation, Product, ProductKind, Unit
from journal.core.prompts import Prompt
from journal.core.substances import Intake, Substance
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.core.visit import Attempt, Question

# The bases, and the classes of the kinds that have modules of their own, are read from here, too.
__all__ = [
    "Attempt", "Batch", "Care", "CheckIn", "Condition", "Contact", "Content", "Entry", "Help", "Intake", "LabResult",
    "Measurement", "Plan", "Preparation", "Product", "ProductKind", "Prompt", "Question", "Statement", "Substance",
    "Timed", "Unit", "Urge", "new_id", "origin_id",
]  # fmt: skip


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


class YesOrNo(StrEnum):
    """What was answered where there are no more answers than these."""

    YES = "yes"
    NO = "no"


class DayMarkKind(StrEnum):
    """What a person says of a whole day."""

    NONE_TODAY = "none_today"
    NOTHING_TO_REPORT = "nothing_to_report"
    NUMBER_NOT_KNOWN = "number_not_known"
    DO_NOT_REMEMBER = "do_not_remember"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Person(Entry):
    """Who keeps the journal; every field is optional."""

    plural: ClassVar[str] = "persons"
    deletable: ClassVar[bool] = False

    name: Annotated[str, Name()] = ""
    birth_year: Annotated[int | None, Whole(EARLIEST_BIRTH_YEAR, LAST_DAY.year)] = None
    purpose: Annotated[str, Free(searchable=False)] = ""
    since: Annotated[dt.date | None, Day(rough=True)] = None
    goal: Annotated[str, Free(searchable=False)] = ""
    next_visit: Annotated[dt.date | None, Day(plan=True)] = None
    naloxone_at_home: YesOrNo | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Dose(Timed):
    """Something taken. ``product`` is an id or None (not said); so is ``batch``.

    ``reasons`` are codes of ``core.dose_reasons`` or the person's own words.
    """

    plural: ClassVar[str] = "doses"

    product: Annotated[str | None, Refers("product", Gone.HOLDS)] = None
    amount: Amount = UNKNOWN_AMOUNT
    preparation: Annotated[Preparation | None, Choice(searchable=True)] = None
    stomach: Stomach | None = None
    reasons: Annotated[tuple[str, ...], Lines(searchable=True)] = ()
    finished_ms: Annotated[int | None, Instant()] = None
    note: Annotated[str, Free()] = ""
    batch: Annotated[str | None, Refers("batch", Gone.FORGETS, added_later=True)] = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
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
    active_until: Annotated[dt.date | None, Day(ends="active_from")] = None
    position: Annotated[int, Whole(-1_000_000, 1_000_000, in_table=False)] = 0
    main: bool = False
    hidden: bool = False

    @property
    def ten_is_best(self) -> bool:
        """Which way its scale runs: of a built-in one its code decides, whatever another program wrote beside it."""
        known = BY_CODE.get(self.code or "")
        return known.higher_is_better if known is not None else self.higher_is_better


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
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


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class DayMark(Entry):
    """What is said of a journal day as a whole."""

    plural: ClassVar[str] = "day_marks"
    in_diary: ClassVar[bool] = True

    day: Annotated[dt.date, Day(of_entry=True)]
    mark: Annotated[DayMarkKind, Choice(searchable=True)] = DayMarkKind.NONE_TODAY
    recorded_ms: Annotated[int, Recorded()] = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Note(Timed):
    """Free text at a moment."""

    plural: ClassVar[str] = "notes"

    text: Annotated[str, Free(required=True)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Setting(Entry):
    """A preference of this journal; the id is the preference's key."""

    plural: ClassVar[str] = "settings"
    deletable: ClassVar[bool] = False

    id: Annotated[str, Code(64, empty=False)] = field(default_factory=new_id)
    value: Annotated[str, Code(10_000)]


# What others refer to comes first: files list the kinds so, and purging goes the other way. ``core.kinds`` reads this.
TYPES: dict[str, type[Entry]] = {
    "person": Person, "product": Product, "unit": Unit, "batch": Batch, "symptom": Symptom, "substance": Substance,
    "condition": Condition, "dose": Dose, "rating": Rating, "day_mark": DayMark, "note": Note, "intake": Intake,
    "check_in": CheckIn, "urge": Urge, "care": Care, "measurement": Measurement, "lab_result": LabResult,
    "statement": Statement, "question": Question, "attempt": Attempt, "help": Help, "contact": Contact, "plan": Plan,
    "prompt": Prompt, "setting": Setting,
}  # fmt: skip
_KINDS = {cls: kind for kind, cls in TYPES.items()}
DIARY_KINDS = tuple(kind for kind, cls in TYPES.items() if cls.in_diary)


def kind_of(entry: Entry) -> str:
    """The entry's kind: its table's and its change log's name."""
    return _KINDS[type(entry)]


def kind_of_class(cls: type[Entry]) -> str:
    """The kind whose class this is."""
    return _KINDS[cls]


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
