"""What was closed about a warning sign, or after a save, can be shown again for as long as it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Measurement, Substance
from journal.core.moments import HOUR_MS
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from tests.journals import FixedClock, ago
from tests.ui.conftest import OpenWindow
from tests.ui.fits import settle
from tests.ui.sign_cards import question, rate, visible

PAIN = Qt.Key.Key_Down, "7"


def again(body: Body) -> bool:
    assert body.today is not None
    return body.today.advice_again.isVisible()


def closed(body: Body, answer: Answer | None) -> list[str]:
    """Answer, close it, and what it said."""
    card = question(body)
    assert card is not None
    if answer is not None:
        card.parts[0].answers[answer].click()
    said = visible(card)
    card.parts[0].closed.emit()
    settle()
    assert question(body) is None
    return said


@pytest.mark.slow
def test_advice_that_was_closed_comes_back_with_one_button(opened: Body) -> None:
    assert not again(opened)
    rate(opened, *PAIN)
    assert not again(opened)
    said = closed(opened, Answer.YES)
    assert again(opened) and opened.today is not None
    button = opened.today.advice_again.button
    assert button.text() == "Show the closed advice again"
    button.click()
    settle()
    card = question(opened)
    assert card is not None and visible(card) == said and not again(opened)


def test_it_is_there_after_a_start_and_gone_after_a_day(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, clock: FixedClock
) -> None:
    rate(opened, *PAIN)
    closed(opened, Answer.PASSED)
    clock.ms += 20 * HOUR_MS
    body = open_window(plain_book)
    settle()
    assert question(body) is None and again(body)
    clock.ms += 5 * HOUR_MS
    assert body.today is not None
    body.today.tick()
    assert not again(body)


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


def close_notice(body: Body) -> None:
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    settle()


def test_a_closed_notice_comes_back_with_the_same_button(
    body: Body, plain_book: Logbook, open_window: OpenWindow, clock: FixedClock
) -> None:
    plain_book.save(Measurement(at=ago(plain_book, 10), systolic=195, diastolic=125), origin="command")
    started = open_window(plain_book)
    settle()
    said = heard(started)
    assert said.startswith("A blood pressure") and not again(started)
    close_notice(started)
    assert heard(started) == "" and again(started)
    started = open_window(plain_book)  # closed is closed after a start, too
    settle()
    assert heard(started) == "" and again(started) and started.today is not None
    started.today.advice_again.button.click()
    assert heard(started) == said and not again(started)
    close_notice(started)
    clock.ms += 25 * HOUR_MS
    assert started.today is not None
    started.today.tick()
    assert not again(started)


def test_what_the_list_said_comes_back_as_well(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
    qtbot.waitUntil(lambda: not working())
    settle()
    said = heard(body)
    close_notice(body)
    assert said and again(body) and body.today is not None
    assert body.today.advice_again.names.text() == "Closed: call today (10:30)"  # how urgent, but no medicine
    body.today.advice_again.button.click()
    assert heard(body) == said and not again(body)
    close_notice(body)
    plain_book.undo()  # of what is gone nothing is said again
    settle()
    assert not again(body)


@pytest.mark.parametrize("answer", [None, Answer.YES])
def test_an_emergency_that_was_closed_stays_in_sight(opened: Body, answer: Answer | None) -> None:
    rate(opened, *PAIN)
    closed(opened, answer)
    assert opened.today is not None
    line, again_line = opened.first_line, opened.today.advice_again
    lead = "" if answer else "If it is happening now, or you are not sure, do this. "
    assert line.isVisible() and line.words.text().startswith(f"First: Chest pain, today 10:30. {lead}Call")
    assert again_line.names.text() == "Closed: chest pain" and again_line.names.isVisible()
    again_line.button.click()
    settle()
    assert not line.isVisible()  # the card says it again


def test_of_several_it_is_said_how_urgent_and_none_that_others_may_not_see_is_named(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(Measurement(at=ago(plain_book, 10), systolic=195, diastolic=125))
    for name in ("Xanax", "Zopiclone"):
        plain_book.save(Substance(name=name, source=Source.PRESCRIBED, private=name == "Xanax"))
        qtbot.waitUntil(lambda: not working())
        settle()
    close_notice(body)  # of the pressure; what the list said comes after it
    close_notice(body)
    assert body.today is not None
    named = body.today.advice_again.names.text()
    assert named == "Closed: a blood pressure of 195/125 mmHg, call today (10:30)"
    assert not any(name in named for name in ("Xanax", "Zopiclone", "private"))
