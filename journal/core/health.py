"""What a person has, what was measured in a laboratory, and what they stated as of a day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.entry import Entry
from journal.core.fields import Choice, Day, Free, Name, Recorded
from journal.core.printed_values import value_and_unit
from journal.core.typed_numbers import printed_number


class ConditionKind(StrEnum):
    """What a person has, had or plans."""

    PAIN = "pain"
    LIVER = "liver"
    KIDNEY = "kidney"
    HEART = "heart"
    SEIZURES = "seizures"
    BREATHING = "breathing"
    SLEEP_APNOEA = "sleep_apnoea"
    DIABETES = "diabetes"
    MENTAL_HEALTH = "mental_health"
    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    PLANNED_OPERATION = "planned_operation"
    ALLERGY = "allergy"
    OTHER = "other"


# Records of these can be used against a person: private unless someone says otherwise, and printed only if asked for.
PRIVATE_BY_NATURE = frozenset({ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING})


class Lab(StrEnum):
    """What a laboratory measured; ``OWN`` is whatever the entry names."""

    ALT = "alt"
    AST = "ast"
    ALP = "alp"
    BILIRUBIN = "bilirubin"
    CREATININE = "creatinine"
    OWN = "own"


class Subject(StrEnum):
    """What is stated as of a day."""

    NOTHING_ELSE = "nothing_else"  # no medicine and nothing else is taken
    NO_CONDITIONS = "no_conditions"
    NO_ALLERGIES = "no_allergies"
    NOTHING_LAST_NIGHT = "nothing_last_night"


# Those that say of a list that it is complete.
ABOUT_LISTS = frozenset({Subject.NOTHING_ELSE, Subject.NO_CONDITIONS, Subject.NO_ALLERGIES})


class Stated(StrEnum):
    """What was said of the subject."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Condition(Entry):
    """A condition with its time; of pain its ``place``, of an operation the day for which it is ``planned``."""

    plural: ClassVar[str] = "conditions"
    only_for: ClassVar[Mapping[str, tuple[str, frozenset[str]]]] = {
        "place": ("what", frozenset({ConditionKind.PAIN})),
        "planned": ("what", frozenset({ConditionKind.PLANNED_OPERATION})),
    }

    what: ConditionKind
    name: Annotated[str, Name()] = ""
    place: Annotated[str, Name()] = ""
    since: Annotated[dt.date | None, Day(rough=True)] = None
    until: Annotated[dt.date | None, Day(plan=True, ends="since", rough=True)] = None
    planned: Annotated[dt.date | None, Day(plan=True)] = None
    note: Annotated[str, Free(searchable=False)] = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class LabResult(Entry):
    """One value of a laboratory, all of it as printed: ``value``, ``unit`` and ``normal``, the laboratory's range."""

    plural: ClassVar[str] = "lab_results"
    only_for: ClassVar[Mapping[str, tuple[str, frozenset[str]]]] = {"name": ("what", frozenset({Lab.OWN}))}
    in_diary: ClassVar[bool] = True
    shows_day_written: ClassVar[bool] = False

    day: Annotated[dt.date, Day(of_entry=True)]
    what: Annotated[Lab, Choice(searchable=True)]
    name: Annotated[str, Name(searchable=True)] = ""
    value: Annotated[str, Name(required=True, with_unit="unit")]
    unit: Annotated[str, Name()] = ""
    normal: Annotated[str, Name()] = ""
    note: Annotated[str, Free()] = ""
    recorded_ms: Annotated[int, Recorded()] = 0

    @property
    def number(self) -> int | None:
        """The value in thousandths; None where it is no exact number: "< 5", "1,500" (1.5 or 1500), "positive"."""
        return printed_number(value_and_unit(self.value, self.unit)[0])

    @property
    def number_unit(self) -> str:
        """What the number is of: the unit, also where it is written behind the value."""
        return value_and_unit(self.value, self.unit)[1]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Statement(Entry):
    """What was said of a subject as of a day, such as "nothing else is taken"."""

    plural: ClassVar[str] = "statements"
    in_diary: ClassVar[bool] = True
    shows_day_written: ClassVar[bool] = False

    day: Annotated[dt.date, Day(of_entry=True)]
    subject: Annotated[Subject, Choice(searchable=True)]
    answer: Stated = Stated.YES
    note: Annotated[str, Free()] = ""
    recorded_ms: Annotated[int, Recorded()] = 0
