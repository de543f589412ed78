"""After a note with the words of a warning sign: whom to call, masked, and nothing is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import Dose, Measurement, Rating
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.fits import settle


@pytest.mark.parametrize(("text", "told"), [
    ("I want to kill myself", True), ("chest pain and my arm hurts", True), ("Tea at nine", False),
])  # fmt: skip
def test_whom_to_call_stands_above_the_day(body: Body, plain_book: Logbook, text: str, told: bool) -> None:
    body.set_country("GB")
    keys(ctrl(Qt.Key.Key_K), text, ctrl(Qt.Key.Key_Return))
    settle()
    assert body.today is not None
    said = body.today.message.text()
    assert ("call 999." in said) is told and "kill" not in said and "chest" not in said
    assert not [entry for part in plain_book.slices("rating") for entry in part if isinstance(entry, Rating)]
    if told:
        (emergency,) = body.today.message.buttons()
        assert emergency.text() == "Emergency, F1"
        emergency.click()
        assert body.navigation.current() == "emergency"


def test_a_pressure_that_only_a_pregnancy_makes_urgent_says_so(body: Body, plain_book: Logbook) -> None:
    plain_book.save(Measurement(at=ago(plain_book, 5), systolic=165, diastolic=112))
    settle()
    assert body.today is not None and body.today.message.text().startswith("If you are pregnant: from 160/110 on")


def test_a_note_that_is_back_says_its_line_again(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_K), "chest pain and my arm hurts", ctrl(Qt.Key.Key_Return))
    settle()
    assert body.today is not None
    first = body.today.message.text()
    (note,) = [entry for part in plain_book.slices("note") for entry in part]
    plain_book.delete([note.id])
    body.today.message.dismiss()
    settle()
    plain_book.undo()
    settle()
    assert first and body.today.message.text() == first
    body.today.message.dismiss()
    plain_book.undo()  # the note itself, which goes
    settle()
    assert body.today.message.text() != first
    plain_book.redo()
    settle()
    assert body.today.message.text() == first


def test_the_note_of_a_dose_is_read_as_any_note_is(body: Body, known: Known, plain_book: Logbook) -> None:
    body.set_country("GB")
    dose = Dose(at=ago(plain_book, 5), product=known.green.id, note="chest pain and my arm hurts")
    plain_book.save(dose, Rating(at=dose.at, symptom=known.back.id, value=3))
    settle()
    assert body.today is not None and "call 999." in body.today.message.text()
