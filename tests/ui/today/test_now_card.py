"""The card that asks how it is: one digit saves, and a miss is no step of the person's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from journal.core.entries import Prompt, Rating
from journal.core.moments import DAY_MS, MINUTE_MS, moment_now
from journal.core.preferences import setting_for
from journal.core.prompts import Outcome
from journal.insights.prompts import GOES_AFTER, due_on
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from journal.ui.today.now_card import NowCard
from tests.journals import FixedClock, ago
from tests.ui.conftest import Known, OpenWindow, keys, target


@pytest.fixture
def asked(known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow) -> Body:
    """A minute after the first question of the next day."""
    clock.ms += DAY_MS
    now = moment_now(clock)
    midnight = now.utc_ms - now.local_ms % DAY_MS
    clock.ms = due_on(now.local.date(), [], midnight, known.back.id)[0].due_ms + MINUTE_MS
    return open_window(plain_book)


def card(body: Body) -> NowCard:
    assert body.today is not None
    body.today.tick()
    return body.today.aside.now_card


def prompts(book: Logbook) -> list[Prompt]:
    return book.prompts(0)


def test_one_digit_saves_a_rating_that_was_asked_for(asked: Body, plain_book: Logbook, known: Known) -> None:
    shown = card(asked)
    assert shown.isVisible()
    assert shown.title.text() == "How is your pain now?"
    assert shown.scale.value() is None
    shown.take_keyboard()
    keys("6")
    rating = plain_book.last_rating(known.back.id)
    assert rating is not None
    assert (rating.value, rating.prompted, rating.dose) == (6, True, None)
    assert [prompt.outcome for prompt in prompts(plain_book)] == [Outcome.ANSWERED]
    assert not card(asked).isVisible()
    plain_book.undo()
    assert plain_book.last_rating(known.back.id) is None


def test_assistive_technology_chooses_and_enter_saves(asked: Body, plain_book: Logbook, known: Known) -> None:
    shown = card(asked)
    outside = QAccessible.queryAccessibleInterface(shown.scale).valueInterface()
    for value in (0, 1, 7):  # on its way to 7
        outside.setCurrentValue(value)
    assert shown.scale.value() == 7 and plain_book.last_rating(known.back.id) is None
    assert shown.until.text() == "Enter saves it."
    shown.take_keyboard()
    keys(Qt.Key.Key_Return)
    rating = plain_book.last_rating(known.back.id)
    assert rating is not None and rating.value == 7


@pytest.mark.parametrize("width", [900, 1240])
def test_it_is_in_sight_where_there_is_no_room_beside_the_day(asked: Body, qtbot: QtBot, width: int) -> None:
    """It leaves by itself, so that below the day it would mostly be missed unseen."""
    asked.main.resize(width, 600)
    shown = card(asked)
    qtbot.waitUntil(lambda: shown.scale.visibleRegion().boundingRect() == shown.scale.rect())
    assert asked.today is not None
    assert asked.today.aside.isAncestorOf(shown) is (width == 1240)


def test_tab_comes_to_the_digits_before_what_puts_the_question_away(asked: Body) -> None:
    shown = card(asked)
    shown.take_keyboard()
    keys(Qt.Key.Key_Tab)
    assert target() is shown.skip


def test_ten_is_typed_with_two_digits(asked: Body, plain_book: Logbook, known: Known, qtbot: QtBot) -> None:
    card(asked).take_keyboard()
    keys("1", "0")
    rating = plain_book.last_rating(known.back.id)
    assert rating is not None
    assert rating.value == 10


def test_a_zero_makes_ten_however_slowly_it_comes(asked: Body, plain_book: Logbook, known: Known, qtbot: QtBot) -> None:
    card(asked).take_keyboard()
    keys("1")
    qtbot.wait(1500)
    assert plain_book.last_rating(known.back.id) is None
    assert card(asked).until.text() == "1, or 0 for 10; Enter saves"
    keys("0")
    rating = plain_book.last_rating(known.back.id)
    assert rating is not None and rating.value == 10


def leave_it(body: Body) -> None:
    assert body.today is not None
    body.today.keep_what_waits()  # the window closes, or locks


def turn_another_way(body: Body) -> None:
    keys(Qt.Key.Key_Tab)


def let_its_time_pass(body: Body) -> None:
    assert body.bridge is not None and isinstance(body.bridge.clock, FixedClock)
    body.bridge.clock.ms += GOES_AFTER * MINUTE_MS
    card(body)


@pytest.mark.parametrize(
    "then", [lambda body: keys(Qt.Key.Key_Return), lambda body: keys(Qt.Key.Key_Down),
             turn_another_way, leave_it, let_its_time_pass],
)  # fmt: skip
def test_a_one_alone_is_saved_as_soon_as_something_else_is_done(
    asked: Body, plain_book: Logbook, known: Known, clock: FixedClock, then: Callable[[Body], None]
) -> None:
    card(asked).take_keyboard()
    typed = clock.ms
    keys("1")
    then(asked)
    rating = plain_book.last_rating(known.back.id)
    assert rating is not None and (rating.value, rating.at.utc_ms) == (1, typed)
    assert [prompt.outcome for prompt in prompts(plain_book)] == [Outcome.ANSWERED]


def test_skip_is_kept_and_rates_nothing(asked: Body, plain_book: Logbook, known: Known) -> None:
    card(asked).skip.click()
    assert [prompt.outcome for prompt in prompts(plain_book)] == [Outcome.SKIPPED]
    assert plain_book.last_rating(known.back.id) is None
    assert not card(asked).isVisible()


def test_a_skip_that_is_undone_brings_the_question_back_at_once(asked: Body, plain_book: Logbook) -> None:
    shown = card(asked)
    shown.skip.click()
    assert not shown.isVisible()
    plain_book.undo()
    assert shown.isVisible()
    plain_book.redo()
    assert not shown.isVisible()


def test_a_miss_is_kept_and_is_neither_undone_nor_a_day_with_entries(
    asked: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    before = plain_book.undo_step
    assert card(asked).isVisible()
    clock.ms += GOES_AFTER * MINUTE_MS
    assert not card(asked).isVisible()
    assert [prompt.outcome for prompt in prompts(plain_book)] == [Outcome.MISSED]
    assert plain_book.undo_step == before
    today = plain_book.today()
    assert plain_book.days(today, today)[0].empty


def test_what_was_undone_can_be_redone_after_a_miss(asked: Body, plain_book: Logbook, clock: FixedClock) -> None:
    undone = plain_book.undo()
    assert card(asked).isVisible()
    clock.ms += GOES_AFTER * MINUTE_MS
    card(asked)
    redo = plain_book.redo_step
    assert redo is not None
    assert redo.seq == undone.seq


def test_the_second_question_is_about_drowsiness(
    asked: Body, plain_book: Logbook, clock: FixedClock, known: Known
) -> None:
    card(asked).skip.click()
    now = moment_now(clock)
    midnight = now.utc_ms - now.local_ms % DAY_MS
    today = now.local.date()
    # Where the day's two times are too close to each other, the second question is the next day's first.
    later = due_on(today, [], midnight, known.back.id)[1:]
    later += due_on(today + dt.timedelta(days=1), [], midnight + DAY_MS, known.back.id)
    clock.ms = later[0].due_ms
    shown = card(asked)
    assert shown.title.text() == "How drowsy are you now?"
    shown.scale.setFocus(Qt.FocusReason.OtherFocusReason)
    keys("3")
    rated = {symptom.code: symptom for symptom in plain_book.symptoms()}["drowsiness"]
    rating = plain_book.last_rating(rated.id)
    assert rating is not None
    assert rating.value == 3


def test_settings_turn_it_off(asked: Body, plain_book: Logbook) -> None:
    assert card(asked).isVisible()
    plain_book.save(setting_for("ask_now", value=False))
    assert not card(asked).isVisible()
    assert prompts(plain_book) == []


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("minutes", "asks"), [(0, False), (10, False), (40, True)])
def test_what_was_just_rated_unasked_is_not_asked(
    asked: Body, plain_book: Logbook, known: Known, minutes: int, asks: bool
) -> None:
    assert card(asked).isVisible()
    plain_book.save(Rating(at=ago(plain_book, minutes), symptom=known.back.id, value=6))
    assert card(asked).isVisible() is asks
    plain_book.undo()
    assert card(asked).isVisible()
    assert prompts(plain_book) == []
