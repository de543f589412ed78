"""The morning asks once whether anything of last night is missing, and every answer can be undone."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import DayMarkKind, Statement
from journal.core.health import Subject
from journal.core.moments import DAY_MS, HOUR_MS, moment_now
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.shell.body import Body
from journal.ui.today.last_night_card import LastNight
from tests.journals import FixedClock, dose
from tests.ui.conftest import Known, OpenWindow, keys


def at_hour(clock: FixedClock, hour: int) -> None:
    """The next time that it is this hour."""
    now = moment_now(clock).local_ms
    clock.ms += (hour * HOUR_MS - now) % DAY_MS


@pytest.fixture
def morning(known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow) -> Body:
    """Seven in the morning after a day with a dose."""
    at_hour(clock, 21)
    dose(plain_book, product=known.green)
    at_hour(clock, 7)
    return open_window(plain_book)


def question(body: Body) -> LastNight:
    assert body.today is not None
    body.today.tick()
    return body.today.aside.last_night


def marks(book: Logbook) -> list[DayMarkKind]:
    yesterday = book.today() - dt.timedelta(days=1)
    return [mark.mark for mark in book.days(yesterday, yesterday)[0].marks]


@pytest.mark.slow
def test_it_says_up_to_when_something_is_written_down(morning: Body) -> None:
    asked = question(morning)
    assert asked.isVisible()
    assert asked.words.text() == "Last dose written down: yesterday 21:00."


def test_none_is_a_statement_and_undo_asks_again(morning: Body, plain_book: Logbook) -> None:
    asked = question(morning)
    asked.none.click()
    (said,) = plain_book.listed(Statement)
    assert (said.subject, said.day) == (Subject.NOTHING_LAST_NIGHT, plain_book.today() - dt.timedelta(days=1))
    assert marks(plain_book) == []
    assert not asked.isVisible()
    plain_book.undo()
    assert asked.isVisible()


def test_not_remembering_marks_the_day_before_and_undo_asks_again(morning: Body, plain_book: Logbook) -> None:
    asked = question(morning)
    asked.forgotten.click()
    assert marks(plain_book) == [DayMarkKind.DO_NOT_REMEMBER]
    assert not asked.isVisible()
    plain_book.undo()
    assert marks(plain_book) == []
    assert asked.isVisible()


def test_later_marks_nothing_and_does_not_ask_again_today(
    morning: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    asked = question(morning)
    asked.later.click()
    assert not asked.isVisible()
    assert marks(plain_book) == []
    clock.ms += HOUR_MS
    assert not question(morning).isVisible()


def test_add_asks_for_the_time_of_the_dose_and_saving_it_is_an_answer(morning: Body, plain_book: Logbook) -> None:
    asked = question(morning)
    asked.add.click()
    assert morning.today is not None
    form = morning.today.panel.form
    assert isinstance(form, DoseForm)
    assert form.time_asked
    keys("23:30", Qt.Key.Key_Return)
    yesterday = plain_book.today() - dt.timedelta(days=1)
    assert len(plain_book.days(yesterday, yesterday)[0].doses) == 2
    assert not question(morning).isVisible()


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("hour", "asks"), [(3, False), (4, True), (11, True), (12, False), (20, False)])
def test_only_mornings_ask(
    known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow, hour: int, asks: bool
) -> None:
    at_hour(clock, 21)
    dose(plain_book, product=known.green)
    at_hour(clock, hour)
    assert question(open_window(plain_book)).isVisible() is asks


@pytest.mark.slow
def test_nobody_is_asked_every_morning_who_writes_down_no_doses(
    known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow
) -> None:
    at_hour(clock, 21)
    dose(plain_book, product=known.green)
    clock.ms += 8 * DAY_MS
    at_hour(clock, 7)
    assert not question(open_window(plain_book)).isVisible()


def test_a_day_without_doses_says_so(
    known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow
) -> None:
    at_hour(clock, 21)
    dose(plain_book, product=known.green)
    clock.ms += DAY_MS
    at_hour(clock, 7)
    asked = question(open_window(plain_book))
    assert asked.isVisible()
    assert asked.words.text().startswith("No dose is written down for ")
