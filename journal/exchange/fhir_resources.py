"""Entries as FHIR R4B resources: what is taken as MedicationStatement, what is rated or measured as Observation.

A statement's status is required and the journal does not know it: it is ``unknown``. An observation is ``final``, or
``preliminary`` where the person wants to complete it later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from journal.core.care import Measurement
from journal.core.check_ins import SKIPPED, CheckIn, Instrument, Urge
from journal.core.entries import Dose, Entry, LabResult, Person, Product, ProductKind, Rating, Symptom, origin_id
from journal.core.substances import Intake, Substance, Taken
from journal.core.symptoms import SymptomKind
from journal.core.warning_words import means_sign
from journal.exchange.fhir_values import (
    Resource,
    asked_and_skipped,
    category,
    date_time,
    named,
    notes,
    number,
    period,
    quantity,
    reference,
    string,
    taken,
    without_empty,
)
from journal.exchange.instants import utc_text
from journal.exchange.names import Names
from journal.texts.health_names import LABS, TAKEN
from journal.texts.instruments import ITEMS, NAMES
from journal.texts.names import ANSWERS, BASES, PREPARATIONS, PRODUCT_KINDS, symptom_name

PATIENT_ALONE = origin_id("fhir", "patient")  # where the journal says nothing of who keeps it
_OF_KRATOM = (
    ProductKind.LEAF_POWDER, ProductKind.CRUSHED_LEAF, ProductKind.CAPSULE, ProductKind.TEA, ProductKind.EXTRACT,
    ProductKind.SHOT,
)  # fmt: skip
_MEDICINES = (Taken.PAINKILLER, Taken.OWN)


class Resources:
    """Makes the resources of one bundle, all of them about ``patient``."""

    def __init__(self, names: Names, patient: str) -> None:
        self._names, self._texts, self._patient = names, names.texts, patient
        self._makers: dict[type[Entry], Callable[[Any], Iterator[Resource]]] = {
            Dose: self._dose, Substance: self._substance, Intake: self._intake, Rating: self._rating, Urge: self._urge,
            Measurement: self._measurement, LabResult: self._lab_result, CheckIn: self._check_in,
        }  # fmt: skip

    def of(self, entry: Entry) -> Iterator[Resource]:
        """The resources that say what the entry says."""
        return (without_empty(resource) for resource in self._makers[type(entry)](entry))

    # --- what is taken ---

    def _statement(self, entry: Entry, medication: Resource, **fields: Any) -> Resource:
        return {
            "resourceType": "MedicationStatement",
            "id": entry.id,
            "status": "unknown",
            "medicationCodeableConcept": medication,
            "subject": reference(self._patient),
            "informationSource": reference(self._patient),
            **fields,
        }

    def _dose(self, dose: Dose) -> Iterator[Resource]:
        amount, dosage = dose.amount, {"text": string(dose.amount.text)}
        if amount.quantity is not None and amount.dimension is not None:
            dosage["doseAndRate"] = [taken(amount.quantity, amount.dimension, amount.spread)]  # type: ignore[assignment]
        how = [self._texts(BASES[amount.basis])] if amount.known else []
        if dose.preparation is not None:
            how.append(self._texts(PREPARATIONS[dose.preparation]))
        yield self._statement(
            dose,
            named(self._product(self._names.products.get(dose.product or ""))),
            effectiveDateTime=date_time(dose.at),
            dateAsserted=utc_text(dose.recorded_ms) if dose.recorded_ms else None,
            note=notes(", ".join(how), dose.note),
            dosage=[without_empty(dosage)] if any(dosage.values()) else None,
        )

    def _product(self, product: Product | None) -> str:
        if product is None:
            return ""
        kind = "" if product.kind is ProductKind.NOT_SAID else self._texts(PRODUCT_KINDS[product.kind])
        plant = "Kratom (Mitragyna speciosa)" if product.kind in _OF_KRATOM else ""
        return ", ".join(filter(None, (plant, kind, product.name)))

    def _substance(self, substance: Substance) -> Iterator[Resource]:
        amount_and_rhythm = (substance.amount, substance.how_often)
        reason = string(substance.reason)
        yield self._statement(
            substance,
            named(substance.name),
            effectivePeriod=period(substance.since, substance.until),
            reasonCode=[{"text": reason}] if reason else None,
            note=notes(substance.note),
            dosage=[{"text": words}] if (words := string(", ".join(filter(None, amount_and_rhythm)))) else None,
        )

    def _intake(self, intake: Intake) -> Iterator[Resource]:
        name = intake.name or self._texts(TAKEN[intake.what])
        if intake.what in _MEDICINES:
            amount = string(intake.amount)
            yield self._statement(
                intake,
                named(name),
                effectiveDateTime=date_time(intake.at),
                note=notes(intake.note),
                dosage=[{"text": amount}] if amount else None,
            )
            return
        drinks = None if intake.drinks is None else quantity(number(intake.drinks), "drinks", "{drink}")
        words = None if drinks else string(intake.amount)
        yield self._observation(
            intake, named(name), "social-history", valueQuantity=drinks, valueString=words,
            note=notes(intake.amount if drinks else "", intake.note),
        )  # fmt: skip

    # --- what is rated or measured ---

    def _observation(self, entry: Any, code: Resource, of: str, part: str = "", **fields: Any) -> Resource:
        """``part``: which value of the entry it is, where there can be several."""
        day = getattr(entry, "day", None)
        return {
            "resourceType": "Observation",
            "id": origin_id("fhir", f"{entry.id} {part}") if part else entry.id,
            "status": "preliminary" if entry.complete_later else "final",
            "category": category(of),
            "code": code,
            "subject": reference(self._patient),
            "performer": [reference(self._patient)],
            "effectiveDateTime": date_time(entry.at) if day is None else day.isoformat(),
            **fields,
        }

    def _rating(self, rating: Rating) -> Iterator[Resource]:
        symptom = self._names.symptoms[rating.symptom]
        place = string(" ".join(filter(None, (rating.site, rating.side))))
        answer = self._texts("Answered: {answer}", answer=self._texts(ANSWERS[rating.answer])) if rating.answer else ""
        noted = rating.value is None and means_sign(symptom)  # a sign without a number was not skipped
        yield self._observation(
            rating,
            named(symptom_name(self._texts, symptom), "72514-3" if _is_pain(symptom) else ""),
            "survey",
            valueQuantity=None if rating.value is None else quantity(rating.value, "{score}", "{score}"),
            valueString=self._texts("Noted, no number") if noted else None,
            dataAbsentReason=asked_and_skipped() if rating.value is None and not noted else None,
            bodySite={"text": place} if place else None,
            note=notes(answer),
        )

    def _urge(self, urge: Urge) -> Iterator[Resource]:
        yield self._observation(
            urge,
            named(self._texts("Urge without a dose, 0 to 10")),
            "survey",
            valueQuantity=None if urge.value is None else quantity(urge.value, "{score}", "{score}"),
            dataAbsentReason=asked_and_skipped() if urge.value is None else None,
            note=notes(", ".join(urge.helped), urge.note),
        )

    def _measurement(self, measured: Measurement) -> Iterator[Resource]:
        note, texts = notes(measured.note), self._texts
        if pressures := list(_pressures(measured)):
            code = named("Blood pressure", "85354-9")
            yield self._observation(measured, code, "vital-signs", "pressure", component=pressures, note=note)
        if measured.pulse is not None:
            pulse = quantity(measured.pulse, "/min", "/min")
            code = named("Heart rate", "8867-4")
            yield self._observation(measured, code, "vital-signs", "pulse", valueQuantity=pulse, note=note)
        if measured.weight is not None:
            units = {"kg": ("kg", "kg"), "lb": ("lb", "[lb_av]"), None: ("", "")}[measured.weight_unit]
            weight = quantity(number(measured.weight), *units) if units[0] else {"value": number(measured.weight)}
            code = named("Body weight", "29463-7" if units[0] else "")
            of = "vital-signs" if units[0] else "survey"
            yield self._observation(measured, code, of, "weight", valueQuantity=weight, note=note)
        yield from self._sleep(measured, note)
        if all(value is None for value in (*_values(measured),)) and note:
            yield self._observation(measured, named(texts("Note on a measurement")), "survey", "note", note=note)

    def _sleep(self, entry: Measurement | CheckIn, note: Sequence[Resource]) -> Iterator[Resource]:
        if entry.sleep is not None:
            hours = quantity(number(entry.sleep), "h", "h")
            code = named(self._texts("Hours of sleep"))
            yield self._observation(entry, code, "survey", "sleep", valueQuantity=hours, note=note)
        if entry.quality is not None:
            score = quantity(entry.quality, "{score}", "{score}")
            code = named(self._texts("Quality of sleep, 0 worst to 10 best"))
            yield self._observation(entry, code, "survey", "quality", valueQuantity=score, note=note)

    def _lab_result(self, result: LabResult) -> Iterator[Resource]:
        exact, unit = result.number, string(result.number_unit)
        value = None if exact is None else without_empty({"value": number(exact), "unit": unit})
        normal = string(result.normal)
        words = " ".join(filter(None, (result.value, result.unit)))
        yield self._observation(
            result,
            named(result.name or self._texts(LABS[result.what])),
            "laboratory",
            valueQuantity=value,
            valueString=string(words) if value is None else None,
            referenceRange=[{"text": normal}] if normal else None,
            note=notes(result.note),
        )

    def _check_in(self, check_in: CheckIn) -> Iterator[Resource]:
        note = notes(", ".join(check_in.helped), check_in.note)
        if check_in.instrument is not Instrument.DAILY:
            yield self._questionnaire(check_in, note)
            return
        yield from self._sleep(check_in, note)
        if check_in.function is not None:
            score = quantity(check_in.function, "{score}", "{score}")
            code = named(self._texts("How much of what was planned could be done, 0 to 10"))
            yield self._observation(check_in, code, "survey", "function", valueQuantity=score, note=note)

    def _questionnaire(self, check_in: CheckIn, note: Sequence[Resource]) -> Resource:
        """Its score, where every item was answered, and its items; the version tells their words."""
        words = ITEMS[check_in.instrument] if len(ITEMS[check_in.instrument]) == len(check_in.answers) else ()
        items = [
            {
                "code": named(words[place] if words else str(place + 1)),
                **({"dataAbsentReason": asked_and_skipped()} if answer == SKIPPED else {"valueInteger": int(answer)}),
            }
            for place, answer in enumerate(check_in.answers)
        ]
        score = check_in.score
        value = None if score is None else quantity(_rounded(score), "{score}", "{score}")
        code = named(NAMES[check_in.instrument])
        return self._observation(check_in, code, "survey", valueQuantity=value, component=items, note=note)


def patient_of(person: Person | None) -> Resource:
    """Who keeps the journal, as far as it says so."""
    if person is None:
        return {"resourceType": "Patient", "id": PATIENT_ALONE}
    name, born = string(person.name), person.birth_year
    known = {"name": [{"text": name}] if name else None, "birthDate": str(born) if born else None}
    return without_empty({"resourceType": "Patient", "id": person.id, **known})


def _is_pain(symptom: Symptom) -> bool:
    """Whether it is rated as LOINC's pain severity is: 0 no pain to 10 the worst, with no labels of one's own."""
    return symptom.kind is SymptomKind.PAIN and not (symptom.low_label or symptom.high_label or symptom.ten_is_best)


def _values(measured: Measurement) -> tuple[int | None, ...]:
    return (
        measured.systolic, measured.diastolic, measured.pulse, measured.weight, measured.sleep, measured.quality,
    )  # fmt: skip


def _pressures(measured: Measurement) -> Iterator[Resource]:
    for words, loinc, value in (
        ("Systolic blood pressure", "8480-6", measured.systolic),
        ("Diastolic blood pressure", "8462-4", measured.diastolic),
    ):
        if value is not None:
            yield {"code": named(words, loinc), "valueQuantity": quantity(value, "mmHg", "mm[Hg]")}


def _rounded(score: Fraction) -> float | int:
    return score.numerator if score.denominator == 1 else round(float(score), 3)
