"""A clock that is years off is asked about in the window, and not one that fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.changes import BY_ITSELF
from journal.core.entries import Note
from journal.core.moments import DAY_MS, moment_now
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.shell.clock_question import ClockQuestion
from tests.journals import FixedClock


@pytest.fixture
def message(qtbot: QtBot) -> InlineMessage:
    made = InlineMessage()
    qtbot.addWidget(made)
    return made


def question(book: Logbook, message: InlineMessage, close: Callable[[], object] = lambda: None) -> ClockQuestion:
    return ClockQuestion(english(), book, message, close, message)


def asked(book: Logbook, message: InlineMessage, days: int, closed: list[bool] | None = None) -> str:
    """What is asked when the clock has moved so many days since the last entry."""
    book.save(Note(at=moment_now(book.clock), text="x"))
    assert isinstance(book.clock, FixedClock)
    book.clock.tick(days * DAY_MS)
    question(book, message, lambda: (closed or []).append(True)).ask()
    return message.text()


@pytest.mark.parametrize("days", [0, 1, 300, 400, -1])
def test_a_clock_that_fits_is_not_asked_about(plain_book: Logbook, message: InlineMessage, days: int) -> None:
    assert asked(plain_book, message, days) == ""


@pytest.mark.parametrize(("days", "day"), [(401, "28 Dec 2027"), (3653, "22 Nov 2036"), (-2, "20 Nov 2026")])
def test_one_that_does_not_fit_is_asked_about_once(
    plain_book: Logbook, message: InlineMessage, days: int, day: str
) -> None:
    said = asked(plain_book, message, days)
    assert said.startswith(f"This computer’s clock says {day}, and the last change in this journal is of 22 Nov 2026.")
    assert QApplication.focusWidget() not in message.buttons()
    message.buttons()[0].click()
    assert message.text() == ""
    plain_book.save(Note(at=moment_now(plain_book.clock), text="y"))  # it was right
    assert asked(plain_book, message, 0) == ""


def test_a_journal_that_is_gone_by_then_asks_nothing(plain_book: Logbook, message: InlineMessage) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="x"))
    plain_book.path.rename(plain_book.path.with_name("elsewhere.leaf"))
    question(plain_book, message).ask()
    assert message.text() == ""


def test_what_the_program_wrote_by_itself_proves_no_clock(plain_book: Logbook, message: InlineMessage) -> None:
    assert asked(plain_book, message, 2000)
    plain_book.save(setting_for("reports", ""), origin=BY_ITSELF)
    assert plain_book.clock_leap() is not None


def test_the_other_answer_closes_the_window(plain_book: Logbook, message: InlineMessage) -> None:
    closed = [False]
    assert asked(plain_book, message, 2000, closed)
    message.buttons()[1].click()
    assert closed == [False, True]


def test_an_empty_journal_fits_every_clock(plain_book: Logbook, message: InlineMessage) -> None:
    question(plain_book, message).ask()
    assert message.text() == ""


def test_a_save_before_the_answer_is_refused_and_asks(plain_book: Logbook, message: InlineMessage) -> None:
    """Under load the question came after the first save, which it was about."""
    plain_book.save(Note(at=moment_now(plain_book.clock), text="x"))
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(2000 * DAY_MS)
    question(plain_book, message)
    for _ in range(2):  # whatever took the question's place
        message.show_message("Something else")
        with pytest.raises(Refused, match="clock-unanswered"):
            plain_book.save(Note(at=moment_now(plain_book.clock), text="y"))
        assert message.text().startswith("This computer’s clock says")
    plain_book.save(setting_for("reports", ""), origin=BY_ITSELF)  # nobody can be asked of that
    message.buttons()[0].click()
    plain_book.save(Note(at=moment_now(plain_book.clock), text="y"))
    assert message.text() == ""


def test_a_clock_that_jumps_while_the_journal_is_open_is_asked_about_too(
    plain_book: Logbook, message: InlineMessage
) -> None:
    question(plain_book, message)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="x"))
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(-3 * DAY_MS)
    with pytest.raises(Refused, match="clock-unanswered"):
        plain_book.save(Note(at=moment_now(plain_book.clock), text="y"))
    assert message.asks


def test_without_anybody_to_ask_nothing_waits(plain_book: Logbook) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="x"))
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(2000 * DAY_MS)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="y"))
