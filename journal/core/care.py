"""Care beside what is taken, and what a person measures at home."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.entry import Timed
from journal.core.fields import Choice, Free, Name, Number, Whole


class CareKind(StrEnum):
    """What was done; ``OWN`` is whatever the entry names."""

    PHYSICAL_THERAPY = "physical_therapy"
    EXERCISE = "exercise"
    HEAT = "heat"
    REST = "rest"
    PSYCHOLOGY = "psychology"
    OWN = "own"


class WeightUnit(StrEnum):
    """What a weight is in."""

    KG = "kg"
    LB = "lb"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Care(Timed):
    """Something done for oneself or with a professional, for so many minutes if that was said."""

    plural: ClassVar[str] = "care"

    what: Annotated[CareKind, Choice(searchable=True)]
    name: Annotated[str, Name(searchable=True)] = ""
    minutes: Annotated[int | None, Whole(0, 100_000)] = None
    note: Annotated[str, Free()] = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Measurement(Timed):
    """What was measured at one time; None: not measured then.

    Blood pressure in mmHg, ``pulse`` a minute, ``weight`` in thousandths of its unit, ``sleep`` in thousandths of an
    hour, its ``quality`` from 0 (worst) to 10 (best). What may be stored is far wider than what is plausible: a form
    asks, and the person decides.
    """

    plural: ClassVar[str] = "measurements"

    systolic: Annotated[int | None, Whole(0, 10_000, above="diastolic")] = None
    diastolic: Annotated[int | None, Whole(0, 10_000)] = None
    pulse: Annotated[int | None, Whole(0, 10_000)] = None
    weight: Annotated[int | None, Number(0, 10_000_000)] = None
    weight_unit: WeightUnit | None = None
    sleep: Annotated[int | None, Number(0, 1_000_000, hours=True)] = None
    quality: Annotated[int | None, Whole(0, 10)] = None
    note: Annotated[str, Free()] = ""
