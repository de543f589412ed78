"""The FHIR bundle: required values, references that resolve, UCUM units, and what the journal says and no more."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.care import Measurement, WeightUnit
from journal.core.check_ins import CheckIn, Instrument
from journal.core.entries import (
    Dose,
    Entry,
    Intake,
    LabResult,
    Person,
    Preparation,
    Product,
    ProductKind,
    Rating,
    Substance,
    Symptom,
    kind_of,
)
from journal.core.health import Lab
from journal.core.moments import Moment
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.exchange.fhir_out import IN_BUNDLE, write_fhir
from tests import strategies
from tests.exchange.test_xlsx_out import names_in

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
# What of UCUM is written; https://ucum.org/ucum names each, and anything may stand in braces.
_UCUM = {"g", "mL", "mm[Hg]", "/min", "kg", "[lb_av]", "h", "{piece}", "{score}", "{drink}"}
_STATUS = {"MedicationStatement": {"unknown"}, "Observation": {"final", "preliminary"}}
_CATEGORIES = {"survey", "vital-signs", "laboratory", "social-history"}
_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?")


def bundle(*entries: Entry) -> dict[str, Any]:
    file = io.BytesIO()
    write_fhir(file, lambda kind: (each for each in entries if kind_of(each) == kind), names_in(entries))
    read: dict[str, Any] = json.loads(file.getvalue())
    return read


def resources(*entries: Entry) -> list[dict[str, Any]]:
    return [each["resource"] for each in bundle(*entries)["entry"]]


def _inside(value: Any) -> Iterator[Any]:
    yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _inside(child)


def refuse_what_r4b_refuses(read: dict[str, Any]) -> None:
    assert (read["resourceType"], read["type"]) == ("Bundle", "collection")
    urls = [each["fullUrl"] for each in read["entry"]]
    assert len(urls) == len(set(urls))
    for each in read["entry"]:
        resource = each["resource"]
        assert each["fullUrl"] == f"urn:uuid:{resource['id']}"
        if resource["resourceType"] != "Patient":
            assert resource["status"] in _STATUS[resource["resourceType"]]
            assert resource["subject"]["reference"] in urls
            assert _TIME.fullmatch(resource.get("effectiveDateTime", "2026-01-01"))
        if resource["resourceType"] == "Observation":
            assert resource["code"] and resource["category"][0]["coding"][0]["code"] in _CATEGORIES
            values = [key for key in resource if key.startswith("value")]
            assert len(values) <= 1 and not (values and "dataAbsentReason" in resource)
        if resource["resourceType"] == "MedicationStatement":
            assert resource["medicationCodeableConcept"]
    for value in _inside(read):
        assert value not in (None, "", [], {}), "FHIR has nothing empty"
        if isinstance(value, dict) and value.get("system") == "http://unitsofmeasure.org":
            assert value["code"] in _UCUM and "value" in value
        if isinstance(value, dict) and "reference" in value:
            assert value["reference"] in urls


@given(strategies.one_of_each())
def test_whatever_a_journal_holds_keeps_the_rules(entries: list[Entry]) -> None:
    refuse_what_r4b_refuses(bundle(*entries))


@pytest.mark.slow
@given(strategies.one_of_each())
def test_another_reader_takes_it(entries: list[Entry]) -> None:
    reader = pytest.importorskip("fhir.resources.R4B.bundle")
    reader.Bundle.model_validate(bundle(*entries))


def test_another_reader_takes_the_usual_entries() -> None:
    reader = pytest.importorskip("fhir.resources.R4B.bundle")
    read = reader.Bundle.model_validate(bundle(*_usual()))
    assert len(read.entry) == 9


def _usual() -> list[Entry]:
    green = Product(name="Green", kind=ProductKind.LEAF_POWDER)
    pain = Symptom(code="back_pain", kind=SymptomKind.PAIN)
    return [
        Person(name="A. B.", birth_year=1980), green, pain,
        Dose(
            at=AT, product=green.id, amount=Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED),
            preparation=Preparation.TEA, recorded_ms=AT.utc_ms, note="with food",
        ),
        Substance(name="Sertraline", amount="50 mg", how_often="daily", since=dt.date(2026, 1, 2)),
        Rating(at=AT, symptom=pain.id, value=0),
        Intake(at=AT, what=Taken.ALCOHOL, drinks=1500),
        Measurement(at=AT, systolic=128, diastolic=82, weight=150_000, weight_unit=WeightUnit.LB),
        LabResult(day=dt.date(2026, 11, 20), what=Lab.ALT, value="31", unit="U/L", normal="< 45"),
        CheckIn(at=AT, instrument=Instrument.PEG, answers=("6", "5", "7")),
    ]  # fmt: skip


def test_a_dose_has_its_time_its_amount_and_no_status_that_nobody_knows() -> None:
    patient, _, dose, *_ = resources(*_usual())
    assert dose == {
        "resourceType": "MedicationStatement", "id": dose["id"], "status": "unknown",
        "medicationCodeableConcept": {"text": "Kratom (Mitragyna speciosa), leaf powder, Green"},
        "subject": {"reference": f"urn:uuid:{patient['id']}"},
        "informationSource": {"reference": f"urn:uuid:{patient['id']}"},
        "effectiveDateTime": "2026-11-22T10:30:00+01:00", "dateAsserted": "2026-11-22T09:30:00Z",
        "note": [{"text": "weighed, tea"}, {"text": "with food"}],
        "dosage": [{"text": "2.5 g", "doseAndRate": [{"doseQuantity": {
            "value": 2.5, "unit": "g", "system": "http://unitsofmeasure.org", "code": "g",
        }}]}],
    }  # fmt: skip


def test_an_amount_between_two_is_a_range() -> None:
    (_, dose) = resources(Dose(at=AT, amount=Amount("2-3 g", 2500, Dimension.MASS, Basis.GUESSED, 500)))
    unit = {"unit": "g", "system": "http://unitsofmeasure.org", "code": "g"}
    assert dose["dosage"] == [
        {"text": "2-3 g", "doseAndRate": [{"doseRange": {"low": {"value": 2, **unit}, "high": {"value": 3, **unit}}}]}
    ]


def test_what_is_not_known_is_not_written() -> None:
    (_, dose) = resources(Dose(at=AT))
    assert set(dose) == {
        "resourceType", "id", "status", "medicationCodeableConcept", "subject", "informationSource",
        "effectiveDateTime",
    }  # fmt: skip
    assert "text" not in dose["medicationCodeableConcept"]
    assert "unknown" in json.dumps(dose["medicationCodeableConcept"])


def test_zero_is_a_value_and_skipped_is_none() -> None:
    pain = Symptom(code="back_pain", kind=SymptomKind.PAIN)
    _, zero, skipped = resources(pain, *(Rating(at=AT, symptom=pain.id, value=value) for value in (0, None)))
    assert zero["valueQuantity"]["value"] == 0 and zero["code"]["coding"][0]["code"] == "72514-3"
    assert "valueQuantity" not in skipped
    assert skipped["dataAbsentReason"]["coding"][0]["code"] == "asked-declined"


def test_a_scale_with_labels_of_its_own_is_no_pain_score() -> None:
    odd = Symptom(name="Pain", kind=SymptomKind.PAIN, low_label="worst", high_label="none")
    _, rated = resources(odd, Rating(at=AT, symptom=odd.id, value=3))
    assert rated["code"] == {"text": "Pain"}


def test_a_value_that_is_no_number_stays_as_printed() -> None:
    _, result = resources(LabResult(day=dt.date(2026, 11, 20), what=Lab.ALT, value="< 5", unit="U/L"))
    assert result["valueString"] == "< 5 U/L" and "valueQuantity" not in result


def test_each_kind_of_the_bundle_is_made() -> None:
    assert {kind_of(entry) for entry in _usual()} | {"urge"} == {*IN_BUNDLE, "person", "product", "symptom"}
