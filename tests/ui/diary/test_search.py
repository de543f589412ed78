"""What is found by its name: choices, own names and notes of every kind of the Diary."""

from __future__ import annotations

import pytest

from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import CheckIn, Instrument
from journal.core.entries import Care, Entry, Intake, LabResult, Measurement, Statement
from journal.core.health import Lab, Subject
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.health_names import found_by_name
from journal.texts.names import DAY_MARKS, symptom_code_names
from journal.ui.diary.search import names_for_search
from journal.ui.entries.kinds import ENTRY_KINDS


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
        ("check-in", "peg"), ("statement", "nothing else"), ("lab result", "lab"), ("blood pressure", "pressure"),
        ("weight", "weight"),
    ],
)  # fmt: skip
def test_it_is_found_by_its_name(plain_book: Logbook, kept: dict[str, Entry], typed: str, found: str) -> None:
    met = plain_book.find(EntryQuery(typed), names_for_search(english()))
    assert [each.id for each in met] == [kept[found].id]


def test_no_choice_has_the_code_of_a_kind() -> None:
    """Their names stand in one table by their codes."""
    assert not set(ENTRY_KINDS) & {*found_by_name(english()), *symptom_code_names(english()), *DAY_MARKS}
