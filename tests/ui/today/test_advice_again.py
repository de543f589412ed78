"""What was closed about a warning sign can be shown again, in sight, for as long as the sign is open."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journal.core.entries import Answer
from journal.core.moments import HOUR_MS
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.journals import FixedClock
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
