"""What to do about a very high blood pressure is said at every start, until it is closed or a day is over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from tests.journals import FixedClock, ago
from tests.ui.conftest import OpenWindow
from tests.ui.fits import settle

pytestmark = pytest.mark.usefixtures("known")


def measured(book: Logbook, minutes: int, systolic: int = 195) -> Measurement:
    return Measurement(at=ago(book, minutes), systolic=systolic, diastolic=95)


def started(open_window: OpenWindow, book: Logbook) -> Body:
    body = open_window(book)
    settle()
    return body


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


def test_one_that_a_command_wrote_down_is_there_at_the_start(plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(measured(plain_book, 30), origin="command")
    assert heard(started(open_window, plain_book)).startswith("A blood pressure of 180/120 or more, today 10:00")


def test_it_comes_back_until_it_is_closed(plain_book: Logbook, open_window: OpenWindow, clock: FixedClock) -> None:
    plain_book.save(measured(plain_book, 30), measured(plain_book, 10))
    for _ in range(2):
        body = started(open_window, plain_book)
        assert heard(body).startswith("Again a blood pressure of 180/120 or more, today 10:20")
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    assert heard(started(open_window, plain_book)) == ""
    clock.ms += HOUR_MS
    plain_book.save(measured(plain_book, 10))
    assert heard(started(open_window, plain_book)).startswith("Again a blood pressure")


@pytest.mark.parametrize("private", [False, True])
def test_a_pregnancy_that_is_written_down_later_speaks_again(
    plain_book: Logbook, open_window: OpenWindow, private: bool
) -> None:
    """What was closed said to measure again; it is another thing that is to be done now."""
    plain_book.save(measured(plain_book, 30))
    body = started(open_window, plain_book)
    assert "measure again" in heard(body)
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=private))
    settle()
    assert "go to hospital now" in heard(body) and "measure again" not in heard(body)
    for _ in range(2):  # of the pressure, then of the pregnancy that was saved beside it
        assert body.notices.notice is not None
        body.notices.notice.close_button.click()
        settle()
    assert heard(started(open_window, plain_book)) == ""


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("systolic", [179, 195])
def test_a_lower_one_an_old_one_and_an_imported_one_say_nothing(
    plain_book: Logbook, open_window: OpenWindow, clock: FixedClock, systolic: int
) -> None:
    if systolic < 180:
        plain_book.save(measured(plain_book, 10, systolic))
    else:
        plain_book.save(measured(plain_book, 10), label="many.imported", origin="import")
        assert heard(started(open_window, plain_book)) == ""
        plain_book.save(measured(plain_book, 5))
        clock.ms += DAY_MS + HOUR_MS
    assert heard(started(open_window, plain_book)) == ""


def test_in_a_pregnancy_a_raised_one_stands_behind_a_higher_one(plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), measured(plain_book, 30), measured(plain_book, 10, 135))
    body = started(open_window, plain_book)
    assert heard(body).startswith("A blood pressure of 180/120 or more, today 10:00")
    plain_book.save(measured(plain_book, 5, 150))
    settle()
    assert heard(body).startswith("A blood pressure of 180/120 or more, today 10:00")


def test_in_a_pregnancy_a_raised_one_is_spoken_of(plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(measured(plain_book, 10, 150))
    body = started(open_window, plain_book)
    assert heard(body) == ""
    plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    settle()
    said = heard(body)
    assert heard(started(open_window, plain_book)) == said
    assert said.startswith("A blood pressure of 140/90 or more, today 10:20 Short breath: call")
    assert "Call your midwife" in said and "If you are pregnant" not in said


def test_undo_takes_it_back(plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot) -> None:
    plain_book.save(measured(plain_book, 30))
    body = started(open_window, plain_book)
    assert heard(body)
    plain_book.undo()
    assert heard(body) == "" and heard(started(open_window, plain_book)) == ""


def test_the_numbers_are_told_to_who_saved_them_and_to_nobody_later(
    body: Body, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(measured(plain_book, 1))
    qtbot.waitUntil(lambda: not working())
    settle()
    assert "Saved as 195/" in heard(body)
    assert heard(started(open_window, plain_book)).startswith("A blood pressure of 180/120 or more")
    assert "195" not in heard(started(open_window, plain_book))


def test_the_numbers_of_a_private_one_are_not_told(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(replace(measured(plain_book, 1), private=True))
    qtbot.waitUntil(lambda: not working())
    settle()
    assert heard(body).startswith("A blood pressure of 180/120 or more") and "195" not in heard(body)


# --- after its notice was closed ------------------------------------------------------------------------------------


def close_notices(body: Body) -> None:
    while body.notices is not None and body.notices.notice is not None:
        body.notices.notice.close_button.click()
        settle()


def above(body: Body) -> str:
    return "" if body.first_line.isHidden() else body.first_line.words.text()


@pytest.mark.parametrize("pregnant", [True, False])
def test_closing_the_notice_does_not_end_a_very_high_pressure(
    plain_book: Logbook, open_window: OpenWindow, clock: FixedClock, pregnant: bool
) -> None:
    """log said it beside every entry, and the window never again."""
    plain_book.save(*([Condition(what=ConditionKind.PREGNANCY)] if pregnant else []), measured(plain_book, 30))
    body = started(open_window, plain_book)
    assert above(body) == ""  # the notice says it
    close_notices(body)
    assert above(body).startswith("First: A blood pressure of 180/120 or more, today 10:00. ")
    assert "go to hospital now" in above(body) and ("measure again" in above(body)) is not pregnant
    plain_book.save(Measurement(at=ago(plain_book, 9), pulse=80))
    body = started(open_window, plain_book)
    assert above(body).startswith("First: A blood pressure of 180/120 or more, today 10:00. ")
    plain_book.save(measured(plain_book, 5, 130))
    body = started(open_window, plain_book)
    close_notices(body)  # 95 of the lower number is high in a pregnancy
    assert above(body).startswith("First: A blood pressure of 180/120") is pregnant
    clock.ms += DAY_MS
    assert above(started(open_window, plain_book)) == ""


def test_a_sign_that_is_an_emergency_stands_before_it(plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(measured(plain_book, 30))
    body = started(open_window, plain_book)
    close_notices(body)
    fainted = Symptom(code="fainting", kind=SymptomKind.WARNING)
    plain_book.save(fainted, Rating(at=ago(plain_book, 2), symptom=fainted.id, value=6), origin="command")
    settle()
    assert "A blood pressure" not in above(body)
