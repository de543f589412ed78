"""Whoever is about to take something is told what every sign of the last days says of it, whatever was answered."""

from __future__ import annotations

from typing import Any

import pytest

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import BY_CODE
from journal.guidance import lines_at_taking
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import is_sign, question_of, sign_of, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.command_line import run
from tests.journals import JournalAt, clock, plain_book, plain_journal, templates
from tests.truth.test_signs import NO_MORE

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

RATED = [code for sign in signs() for code in sign.codes if is_sign(code)]
UK = country_of("GB")
AGES = (HOUR_MS, DAY_MS - HOUR_MS, DAY_MS + HOUR_MS, 6 * DAY_MS, 8 * DAY_MS)


def note(book: Logbook, code: str, answer: Answer | None, age_ms: int = HOUR_MS) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    now_ms = book.clock.now_ms()
    at = moment_at(now_ms - age_ms, "Europe/Berlin")
    book.save(sign, Rating(at=at, symptom=sign.id, value=6, answer=answer, recorded_ms=at.utc_ms))


def told(book: Logbook) -> str:
    first, more = first_at_taking(english(), book, book.clock.now_ms(), UK)
    return " ".join([*first, *more])


@pytest.mark.quick_every(3)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("code", RATED)
@pytest.mark.parametrize("age_ms", AGES)
def test_take_no_more_is_said_for_a_week_whatever_was_answered(plain_book: Logbook, code: str, age_ms: int) -> None:
    for answer in (None, *question_of(code)[1]):
        note(plain_book, code, answer, age_ms)
        holds = code in NO_MORE and age_ms < 7 * DAY_MS
        assert (stopping().no_more_unnamed in told(plain_book)) is holds
        plain_book.undo()


def test_a_form_that_forgets_it_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    note(plain_book, "yellow_skin", Answer.PASSED)
    monkeypatch.setattr(lines_at_taking, "signs_to_leave_off", lambda journal, now_ms: [])
    assert stopping().no_more_unnamed not in told(plain_book)


def test_beside_an_emergency_that_says_nothing_of_taking_the_other_sign_does(plain_book: Logbook) -> None:
    note(plain_book, "yellow_skin", Answer.PASSED)
    note(plain_book, "chest_pain", Answer.YES)
    assert told(plain_book).startswith("First: Chest pain") and stopping().no_more_unnamed in told(plain_book)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("code", sorted(NO_MORE))
def test_the_command_line_says_it_too(run: Any, plain_journal: JournalAt, code: str) -> None:
    book = plain_journal.open()
    note(book, code, Answer.PASSED)
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "dose", "--product", "Green", "--new-product")
    assert stopping().no_more_unnamed in printed and f"{sign_of(code).name}, " in printed


def test_before_an_answer_it_is_said_as_if_it_were_there_and_once(plain_book: Logbook) -> None:
    note(plain_book, "yellow_skin", None)
    assert "If it is happening now, or you are not sure, do this. Doctor today." in told(plain_book)
    assert "If it has passed" not in told(plain_book)
