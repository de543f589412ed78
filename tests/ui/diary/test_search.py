"""What is found by its name: choices, own names and notes of every kind of the Diary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import CheckIn, Instrument
from journal.core.entries import (
    Care,
    Dose,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Preparation,
    Product,
    Rating,
    Statement,
    Symptom,
    Urge,
)
from journal.core.fields import Free, Name
from journal.core.health import Lab, Subject
from journal.core.kinds import KINDS, Kind
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.health_names import found_by_name
from journal.texts.names import DAY_MARKS, symptom_code_names
from journal.ui.diary.search import names_for_search
from journal.ui.entries.kinds import ENTRY_KINDS

TYPED = "Vérbena 2 words"


def test_each_text_that_a_row_shows_is_found_by_its_words(plain_book: Logbook) -> None:
    """What a person typed into any field of a kind that stands in the Diary."""
    symptom, product = Symptom(name="Elbow", kind=SymptomKind.PAIN), Product(name="Green")
    plain_book.save(symptom, product)
    needed: dict[str, dict[str, object]] = {
        "dose": {"product": product.id}, "rating": {"symptom": symptom.id, "value": 3}, "intake": {"what": Taken.OWN},
        "care": {"what": CareKind.OWN}, "lab_result": {"what": Lab.OWN, "value": "31"},
        "statement": {"subject": Subject.NOTHING_ELSE},
    }  # fmt: skip
    looked_for: dict[str, str] = {}
    for kind in (kind for kind in KINDS.values() if kind.in_diary):
        for field in kind.fields:
            if isinstance(field.declared, Name | Free):
                values = {**_placed(kind, plain_book), **needed.get(kind.code, {}), field.name: TYPED}
                made: Callable[..., Entry] = kind.cls
                entry = made(**values)
                plain_book.save(entry)
                looked_for[entry.id] = f"{kind.code}.{field.name}"
    assert {"intake.amount", "rating.site", "lab_result.unit", "note.text"} <= {*looked_for.values()}
    for typed in ("verbena", "WORDS", "word", "vérb 2"):
        met = {entry.id for entry in plain_book.find(EntryQuery(typed), names_for_search(english()))}
        assert [where for entry_id, where in looked_for.items() if entry_id not in met] == [], typed
    assert plain_book.find(EntryQuery("erbena"), names_for_search(english())) == []


def _placed(kind: Kind, book: Logbook) -> dict[str, object]:
    return {kind.day_column: book.today()} if kind.day_column else {"at": moment_now(book.clock)}


def test_an_intake_is_found_by_its_amount(plain_book: Logbook) -> None:
    beers = Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL, amount="2 beers")
    wine = Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL, amount="a glass of wine")
    plain_book.save(beers, wine)
    ways = {"beer": beers, "Beers": beers, "2 beers": beers, "glass": wine, "alcohol wine": wine}
    for typed, found in ways.items():
        assert [each.id for each in plain_book.find(EntryQuery(typed), names_for_search(english()))] == [found.id]


def test_a_dose_is_found_by_its_reasons_and_preparation(plain_book: Logbook) -> None:
    now = moment_now(plain_book.clock)
    tea = Dose(at=now, preparation=Preparation.TEA, reasons=("normal", "wedding party"))
    capsules = Dose(at=now, preparation=Preparation.CAPSULE, reasons=("sleep",))
    plain_book.save(tea, capsules)
    ways = {"tea": tea, "withdr": tea, "wedding": tea, "party": tea, "capsul": capsules, "sleep": capsules}
    for typed, found in ways.items():
        assert [each.id for each in plain_book.find(EntryQuery(typed), names_for_search(english()))] == [found.id]
    assert plain_book.find(EntryQuery("toss_and"), names_for_search(english())) == []  # a code is no word


def test_an_urge_is_found_by_what_helped(plain_book: Logbook) -> None:
    urge = Urge(at=moment_now(plain_book.clock), value=4, helped=("A cold shower", "Called Ana"))
    plain_book.save(urge)
    for typed in ("shower", "ana"):
        assert [each.id for each in plain_book.find(EntryQuery(typed), names_for_search(english()))] == [urge.id]


def test_a_symptom_is_found_in_both_spellings(plain_book: Logbook) -> None:
    symptom = Symptom(code="diarrhoea", kind=SymptomKind.SYMPTOM)
    rating = Rating(at=moment_now(plain_book.clock), symptom=symptom.id, value=3)
    plain_book.save(rating, symptom)
    for typed in ("diarrhoea", "diarrhea"):
        assert [each.id for each in plain_book.find(EntryQuery(typed), names_for_search(english()))] == [rating.id]


@pytest.fixture
def kept(plain_book: Logbook) -> dict[str, Entry]:
    now, today = moment_now(plain_book.clock), plain_book.today()
    entries: dict[str, Entry] = {
        "alcohol": Intake(at=now, what=Taken.ALCOHOL, note="dinner"),
        "own": Intake(at=now, what=Taken.OWN, name="Valerian"),
        "heat": Care(at=now, what=CareKind.HEAT),
        "lab": LabResult(day=today, what=Lab.ALT, value="31"),
        "peg": CheckIn(at=now, instrument=Instrument.PEG, answers=("1", "2", "3")),
        "pressure": Measurement(at=now, systolic=128, diastolic=82),
        "weight": Measurement(at=now, weight=70_000, weight_unit=WeightUnit.KG),
        "nothing else": Statement(day=today, subject=Subject.NOTHING_ELSE),
    }
    plain_book.save(*entries.values())
    return entries


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("alco", "alcohol"), ("dinner", "alcohol"), ("valer", "own"), ("heat", "heat"), ("alt", "lab"), ("PEG", "peg"),
        ("nothing else", "nothing else"), ("besides", "nothing else"),
        ("check-in", "peg"), ("anything is missing", "nothing else"), ("lab result", "lab"),
        ("blood pressure", "pressure"), ("weight", "weight"),
    ],
)  # fmt: skip
def test_it_is_found_by_its_name(plain_book: Logbook, kept: dict[str, Entry], typed: str, found: str) -> None:
    met = plain_book.find(EntryQuery(typed), names_for_search(english()))
    assert [each.id for each in met] == [kept[found].id]


def test_no_choice_has_the_code_of_a_kind() -> None:
    """Their names stand in one table by their codes."""
    assert not set(ENTRY_KINDS) & {*found_by_name(english()), *symptom_code_names(english()), *DAY_MARKS}
