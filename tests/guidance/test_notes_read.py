"""What notes mean by the words of a warning sign, and what is said after them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.check_ins import Instrument
from journal.core.entries import CheckIn, Contact, Dose, Entry, Intake, Measurement, Note, Question, Substance
from journal.core.substances import Source, Taken
from journal.guidance.notes_read import lines_after_notes, signs_in_notes
from journal.guidance.signs_in_words import country_of
from journal.texts import english
from tests.signs import noted

UK = country_of("GB")


def note(text: str) -> Note:
    return Note(at=noted("seizure").rating.at, text=text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I want to kill myself", {"suicidal_thoughts"}), ("chest pain and my arm hurts", {"chest_pain"}),
        ("Bad day. I cant breathe, and chest pain", {"hard_to_breathe", "chest_pain"}),
        ("no chest pain today", set()), ("Slept well, tea at nine", set()), ("", set()),
    ],
)  # fmt: skip
def test_the_words_of_a_sign_are_found_and_a_denied_one_is_not(text: str, codes: set[str]) -> None:
    assert signs_in_notes([note(text)]) == codes


def test_whom_to_call_is_said_and_nothing_of_what_was_read() -> None:
    said = " ".join(lines_after_notes(english(), [note("I want to kill myself")], UK))
    assert "116\N{NO-BREAK SPACE}123" in said and "call 999." in said
    assert not any(word in said.casefold() for word in ("uicid", "kill", "thought"))
    (other,) = lines_after_notes(english(), [note("chest pain and my arm hurts")], UK)
    assert other == "If it is happening now, or you are not sure, call 999."
    assert list(lines_after_notes(english(), [note("Tea at nine")], UK)) == []


AT = noted("seizure").rating.at


@pytest.mark.parametrize(
    "entry",
    [
        Dose(at=AT, note="chest pain, had a seizure"),
        Intake(at=AT, what=Taken.CAFFEINE, note="chest pain since then"),
        CheckIn(at=AT, instrument=Instrument.DAILY, note="chest pain all night"),
        Measurement(at=AT, systolic=85, diastolic=50, note="chest pain"),
        Substance(name="aspirin", source=Source.OTHER, note="chest pain since"),
        Question(text="I have chest pain, should I stop?"),
    ],
    ids=lambda entry: type(entry).__name__,
)
def test_in_whatever_note_it_stands(entry: Entry) -> None:
    assert "chest_pain" in signs_in_notes([entry])
    assert signs_in_notes([replace(entry, deleted_ms=1)]) == set()


def test_what_is_said_of_a_person_tells_of_no_sign() -> None:
    assert signs_in_notes([Contact(name="Ann", phone="1", note="call her with chest pain")]) == set()
