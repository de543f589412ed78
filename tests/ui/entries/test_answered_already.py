"""The same questions within the time that they ask about; those of the day and a week put off are left alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journal.core.check_ins import SKIPPED, CheckIn, Instrument
from journal.core.moments import moment_from_local
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.answered_already import answered_already, save_them_again


def peg(book: Logbook, ago: int, answers: tuple[str, ...] = ("6", "4", "5")) -> CheckIn:
    noon = dt.datetime.combine(book.today() - dt.timedelta(days=ago), dt.time(9))
    return CheckIn(at=moment_from_local(noon, "Europe/Berlin"), instrument=Instrument.PEG, answers=answers)


@pytest.mark.parametrize(("ago", "asked"), [(0, True), (6, True), (7, False)])
def test_within_the_week_that_it_asks_about(plain_book: Logbook, ago: int, asked: bool) -> None:
    before, now = peg(plain_book, ago), peg(plain_book, 0)
    plain_book.save(before)
    found = answered_already(plain_book, now)
    assert (found is not None) is asked
    assert answered_already(plain_book, before) is None  # itself
    assert answered_already(plain_book, replace(now, instrument=Instrument.GAD2)) is None


def test_a_week_that_was_put_off_was_not_answered(plain_book: Logbook) -> None:
    plain_book.save(peg(plain_book, 1, (SKIPPED, SKIPPED, SKIPPED)))
    assert answered_already(plain_book, peg(plain_book, 0)) is None
    plain_book.save(peg(plain_book, 1, ("6", SKIPPED, SKIPPED)))
    assert answered_already(plain_book, peg(plain_book, 0)) is not None


def test_the_questions_of_the_day_are_answered_as_often_as_one_likes(plain_book: Logbook) -> None:
    morning = CheckIn(at=peg(plain_book, 0).at, sleep=6500)
    plain_book.save(morning)
    assert answered_already(plain_book, CheckIn(at=morning.at, quality=4)) is None


def test_the_question_says_when(plain_book: Logbook) -> None:
    words = save_them_again(english(), plain_book, peg(plain_book, 2))
    assert words == "You answered these on 20 Nov. Save them again?"
