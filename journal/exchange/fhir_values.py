"""Values as FHIR R4B writes them: texts, times, quantities in UCUM, codes, and references to other resources."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from journal.core.amounts import Dimension
from journal.core.moments import Moment
from journal.exchange.instants import moment_text, utc_text

Resource = dict[str, Any]
UCUM = "http://unitsofmeasure.org"
LOINC = "http://loinc.org"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_ABSENT_IN_PLACE = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_UNIT_CODES = {Dimension.MASS: ("g", "g"), Dimension.VOLUME: ("ml", "mL"), Dimension.COUNT: ("pieces", "{piece}")}
_OTHER_SPACES = re.compile(r"[^\S \r\n\t]")  # FHIR's texts have no other space than these
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def string(text: str) -> str | None:
    """The text with plain spaces; None where nothing is left, as FHIR has no empty texts."""
    return _OTHER_SPACES.sub(" ", _CONTROLS.sub("", text)).strip() or None


def without_empty(resource: Resource) -> Resource:
    """Without what is not said: FHIR has no null and no empty list."""
    return {key: value for key, value in resource.items() if value is not None and value not in ("", [], {})}


def reference(entry_id: str) -> Resource:
    """To a resource of the same bundle."""
    return {"reference": f"urn:uuid:{entry_id}"}


def date_time(moment: Moment) -> str:
    """The wall clock with its offset; in UTC where the offset has seconds, which FHIR's do not."""
    return utc_text(moment.utc_ms) if moment.offset_s % 60 else moment_text(moment)


def period(first: dt.date | None, last: dt.date | None) -> Resource:
    """A time with the ends that are known."""
    ends = {"start": first, "end": last}
    return {name: day.isoformat() for name, day in ends.items() if day is not None}


def number(thousandths: int) -> float | int:
    """A decimal number, whole where it is."""
    return thousandths // 1000 if thousandths % 1000 == 0 else thousandths / 1000


def quantity(value: float, unit: str, code: str) -> Resource:
    """A number with its unit, as people write it and as a UCUM code."""
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def taken(thousandths: int, dimension: Dimension, spread: int | None) -> Resource:
    """An amount that was taken; from the least to the most where it is not known better, as of "2-3 g"."""
    if not spread:
        return {"doseQuantity": _amount(thousandths, dimension)}
    ends = {"low": max(thousandths - spread, 0), "high": thousandths + spread}
    return {"doseRange": {end: _amount(at_end, dimension) for end, at_end in ends.items()}}


def _amount(thousandths: int, dimension: Dimension) -> Resource:
    return quantity(number(thousandths), *_UNIT_CODES[dimension])


def named(text: str, loinc: str = "") -> Resource:
    """What something is, in words, and in LOINC where its code is known; words that are missing are said to be."""
    concept: Resource = {"coding": [{"system": LOINC, "code": loinc}]} if loinc else {}
    words = string(text)
    if words:
        return {**concept, "text": words}
    return concept or {"extension": [{"url": _ABSENT_IN_PLACE, "valueCode": "unknown"}]}


def category(code: str) -> list[Resource]:
    """What an observation is one of: survey, vital-signs, laboratory, social-history."""
    return [{"coding": [{"system": _CATEGORY, "code": code}]}]


def asked_and_skipped() -> Resource:
    """Why there is no value: it was asked for, and not answered."""
    return {"coding": [{"system": _ABSENT, "code": "asked-declined"}]}


def notes(*texts: str) -> list[Resource]:
    """Each text as a note."""
    return [{"text": words} for text in texts if (words := string(text))]
