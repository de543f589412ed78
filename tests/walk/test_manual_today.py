"""The manual's page about what Today asks, done as it says: with the keyboard alone, in the real window."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.check_ins import SKIPPED, Instrument
from journal.core.entries import CheckIn, DayMark, DayMarkKind, Prompt, Question, Rating, Statement, Urge
from journal.core.health import Subject
from journal.core.moments import MINUTE_MS, moment_from_local
from journal.core.prompts import Outcome
from journal.insights.prompts import due_on
from tests.walk.manual import DAYS, TODAY, Follower
from tests.walk.person import ZONE

YESTERDAY = TODAY - dt.timedelta(days=1)
_SCALE = "Lower back pain: "
_ASKED = ("What number best describes your pain on average", "Skip: What number best describes how, during")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_answer_what_today_asks(walk: Follower) -> None:
    walk.keys("ctrl+2", "ctrl+1")
    _answer_about_last_night(walk)
    _answer_the_weekly_check_in(walk)
    _write_down_an_urge(walk)
    _keep_a_question(walk)
    _answer_how_it_is(walk)
    walk.keys("ctrl+comma")
    walk.arrives("Section: ")
    walk.here.go_to("Section: Symptoms")
    walk.choose("Section: Symptoms", "Section: Your day, questions")
    walk.here.shown("Ask now and then how it is")
    walk.page_was_true("answer-what-today-asks")


def _answer_about_last_night(walk: Follower) -> None:
    """Each of the three answers, and both that save something are taken back."""
    walk.here.press("Add…")
    walk.arrives("When", f"{YESTERDAY} ")
    walk.keys("Escape")
    walk.here.press("None", back=True)
    walk.until_true(lambda: _stated(walk) == [(YESTERDAY, Subject.NOTHING_LAST_NIGHT)], "nothing was stated")
    walk.keys("ctrl+z")
    walk.until_true(lambda: _stated(walk) == [], "the statement was not taken back")
    walk.here.press("I do not remember")
    walk.until_true(lambda: _marked(walk) == [(YESTERDAY, DayMarkKind.DO_NOT_REMEMBER)], "the day was not marked")


def _answer_the_weekly_check_in(walk: Follower) -> None:
    walk.here.press("Answer")
    walk.arrives(_ASKED[0])
    walk.keys("6")
    walk.keys("Tab")  # right behind a digit it stays and reads the question
    walk.here.go_to(_ASKED[1], hidden=True)
    walk.keys("space", "Return", "Return")
    walk.until_true(lambda: walk.all(CheckIn), "the check-in was not saved")
    (check_in,) = walk.all(CheckIn)
    assert (check_in.instrument, check_in.answers) == (Instrument.PEG, ("6", SKIPPED, SKIPPED))
    assert check_in.score is None


def _write_down_an_urge(walk: Follower) -> None:
    walk.here.press("Urge")
    walk.arrives("How strong")
    walk.keys("7", "Return")
    walk.until_true(lambda: [each.value for each in walk.all(Urge)] == [7], "the urge was not saved")


def _keep_a_question(walk: Follower) -> None:
    walk.keys("ctrl+j")
    walk.here.go_to("Question for the visit")
    walk.type("Is it the tablets?")
    walk.keys("Return")
    walk.until_true(lambda: _questions(walk) == [("Is it the tablets?", None)], "the question was not kept")
    walk.here.press("Is it the tablets?", back=True)
    walk.until_true(lambda: _questions(walk) == [("Is it the tablets?", TODAY)], "it was not ticked")
    walk.arrives("Asked before (1)")
    walk.keys("space")
    walk.until_read("Ask again")
    walk.keys("ctrl+z")
    walk.until_true(lambda: _questions(walk) == [("Is it the tablets?", None)], "the tick was not taken back")


def _answer_how_it_is(walk: Follower) -> None:
    """The card comes at its time: one digit saves, Skip puts it away, and Ctrl+Z brings it back after both."""
    _wait_for_the_first_card(walk)
    walk.until_read("How is your pain now?")
    before = len(walk.all(Rating))
    walk.here.go_to(_SCALE)
    walk.keys("4")
    walk.until_true(lambda: walk.all(Rating)[0].value == 4, "the rating was not saved")
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Rating)) == before == DAYS, "the rating was not taken back")
    walk.here.press("Skip")
    walk.until_true(lambda: _outcomes(walk) == [Outcome.SKIPPED], "it was not skipped")
    walk.keys("ctrl+z")
    walk.until_true(lambda: _outcomes(walk) == [], "skipping was not taken back")
    walk.here.shown(_SCALE)


def _wait_for_the_first_card(walk: Follower) -> None:
    """Let it be the time at which the card comes today, and begin the program then."""
    main = walk.look(lambda book: book.main_symptom())
    assert main is not None
    midnight = moment_from_local(dt.datetime.combine(TODAY, dt.time()), ZONE, fold=0).utc_ms
    first = due_on(TODAY, [], midnight, main.id)[0]
    walk.clock.set(first.due_ms + MINUTE_MS, ZONE)
    walk.restart()


def _stated(walk: Follower) -> list[tuple[dt.date, Subject]]:
    return [(each.day, each.subject) for each in walk.all(Statement)]


def _marked(walk: Follower) -> list[tuple[dt.date, DayMarkKind]]:
    return [(each.day, each.mark) for each in walk.all(DayMark)]


def _questions(walk: Follower) -> list[tuple[str, dt.date | None]]:
    return [(each.text, each.asked_on) for each in walk.look(lambda book: book.listed(Question))]


def _outcomes(walk: Follower) -> list[Outcome]:
    return [each.outcome for each in walk.look(lambda book: book.listed(Prompt))]
