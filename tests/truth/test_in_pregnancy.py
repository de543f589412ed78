"""In a pregnancy that is written down nothing that is said of a sign is weaker than what a pregnancy asks for."""

from __future__ import annotations

from typing import Any

import pytest

from journal.core.entries import Answer, Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS
from journal.core.symptoms import BY_CODE
from journal.guidance import around_signs, open_emergencies
from journal.guidance.open_emergencies import first_at_taking
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import english
from tests.command_line import run
from tests.journals import JournalAt, ago, clock, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

PREGNANT = Condition(what=ConditionKind.PREGNANCY)
SEIZURE = "now, also if the seizure has passed. Say that you are pregnant."
HOSPITAL = "go to hospital now"


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_a_dose_after_a_seizure_is_told_to_call(plain_book: Logbook, answer: Answer | None) -> None:
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    plain_book.save(sign, PREGNANT, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer))
    first, _ = first_at_taking(english(), plain_book, plain_book.clock.now_ms(), country_of("GB"))
    assert first[0].startswith("First: Seizure") and first[1] == f"Call 999 {SEIZURE}"
    assert " ".join(first).count(SEIZURE) == 1


@pytest.mark.parametrize("high", [False, True])
def test_log_says_it_first_with_and_without_a_blood_pressure(run: Any, plain_journal: JournalAt, high: bool) -> None:
    book = plain_journal.open()
    book.save(PREGNANT, *([Measurement(at=ago(book, 30), systolic=165, diastolic=112)] if high else []))
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", "Seizure=5")
    assert printed.splitlines()[1].endswith("That can lead to a seizure or a stroke.") and printed.count(SEIZURE) == 1


@pytest.mark.parametrize("rated", ["Hard to breathe=6", "Severe belly pain=7", "Headache=8", "Fainting=3"])
def test_after_a_high_pressure_log_says_no_less_than_before(run: Any, plain_journal: JournalAt, rated: str) -> None:
    book = plain_journal.open()
    book.save(PREGNANT, Measurement(at=ago(book, 30), systolic=165, diastolic=112))
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", rated)
    assert HOSPITAL in printed
    passed = printed.partition("If it has passed, do this. ")[2]
    assert not passed or HOSPITAL in passed.partition("Doctor today")[0]


def test_a_journal_whose_pregnancy_is_forgotten_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    plain_book.save(sign, PREGNANT, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=Answer.KNOWN))
    monkeypatch.setattr(around_signs, "is_pregnant", lambda conditions, today: False)
    found = open_emergencies.open_emergencies(plain_book, plain_book.clock.now_ms() + HOUR_MS)
    assert found == []
