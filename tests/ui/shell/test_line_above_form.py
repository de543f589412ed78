"""In a low window one line stands for what is said above a form, and what is urgent keeps its number in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.core.check_ins import Instrument
from journal.core.entries import Substance
from journal.core.refusal import Refused
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.check_in_form import CheckInForm
from journal.ui.kit.form import Form
from journal.ui.safety.quiet_notice import QuietNotice
from journal.ui.shell.body import Body
from journal.ui.shell.line_above_form import LineAboveForm, number_first
from tests.ui.conftest import Known, keys
from tests.ui.fits import settle
from tests.ui.scenes import health
from tests.ui.sign_cards import rate
from tests.ui.test_feet_of_forms import foot, in_health, in_sight, in_today, made_small


def test_the_sentence_with_the_number_comes_first() -> None:
    said = ["First: Chest pain, today 10:30", "If it is happening now, do this. Call 911. Sit down and rest."]
    assert number_first(english(), said) == [
        "Call 911.", "First: Chest pain, today 10:30.", "If it is happening now, do this.", "Sit down and rest.",
    ]  # fmt: skip
    nowhere = ["First: Chest pain", "Do this. Call your local emergency number. It was within the last 12 hours."]
    assert number_first(english(), nowhere)[0] == "Call your local emergency number."
    hurts = ["Blood pressure of 180/120", "With chest pain: call 999. If not, see a doctor today."]
    assert number_first(english(), hurts)[0] == "With chest pain: call 999."
    less_urgent = "Open: Dark urine, today 10:30. See a doctor today."
    assert number_first(english(), [less_urgent])[0].startswith("Open: Dark urine")
    assert number_first(english(), []) == []


def line_of(body: Body) -> LineAboveForm:
    return body._around.line_above_form


def is_one_line(line: LineAboveForm) -> bool:
    return line.isVisible() and line.height() <= line.button.sizeHint().height() + 8


def peg(body: Body) -> CheckInForm:
    form = in_today("check_in")(body)
    assert isinstance(form, CheckInForm)
    form._chosen(Instrument.PEG)
    return form


def question_and_answers(form: CheckInForm) -> list[QWidget]:
    item = form.items[0]
    asked = item.answers.accessibleName()
    return [next(each for each in item.findChildren(QLabel) if asked.startswith(each.text())), item.answers]


def advised(body: Body, book: Logbook, qtbot: QtBot) -> QuietNotice:
    """A notice of the list."""
    book.save(Substance(name="Gabapentin", source=Source.PRESCRIBED))
    qtbot.waitUntil(lambda: body.notices is not None and body.notices.is_shown())
    assert body.notices is not None and body.notices.notice is not None
    return body.notices.notice


def test_advice_is_one_line_while_a_form_is_open_and_is_read_with_one_key(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    made_small(body, qapp, (900, 600), 200)
    notice, line = advised(body, plain_book, qtbot), line_of(body)
    assert notice.isVisible() and not line.isVisible()
    form = peg(body)
    qtbot.waitUntil(lambda: in_sight(body, line, *question_and_answers(form), *foot(form)) == [])
    assert is_one_line(line) and not notice.isVisible()
    assert line.words.accessibleName().startswith("Call your local emergency number for slow breathing")
    assert "Gabapentin with kratom: call today or ask within days." in line.words.accessibleName()
    assert line.button.accessibleDescription() == line.words.accessibleName() and line.words.text().endswith("…")
    keys(Qt.Key.Key_F7)
    qtbot.waitUntil(notice.isVisible)
    assert line.button.text() == "Less" and line.words.text() == ""
    line.button.click()
    qtbot.waitUntil(lambda: is_one_line(line) and not notice.isVisible())
    form.cancel()
    qtbot.waitUntil(notice.isVisible)
    assert not line.isVisible()


@pytest.mark.parametrize(
    ("quiet", "begins"),
    [
        (
            ["beer with kratom: do not mix", "Slow breathing, or hard to wake: call 112.", "Taken already: stay."],
            "Slow breathing, or hard to wake: call 112. beer with kratom: do not mix. Taken already",
        ),
        (
            ["tilidine with kratom: call today", "Call 112 for slow breathing.", "Call before the next kratom."],
            "Call 112 for slow breathing. tilidine with kratom: call today. Call before",
        ),
        (  # what begins with the number is not cut before it
            ["beer with kratom: do not mix", "Slow breathing: call 112.", "Take no more.", "Call 112 for a seizure."],
            "Call 112 for a seizure. beer with kratom: do not mix. Slow breathing",
        ),
        (  # a sign of what is asked about within days stands with its reasons
            ["sertraline with kratom: ask within days", "Ask a pharmacist.", "Why.", "A seizure: call 112."],
            "sertraline with kratom: ask within days. Ask a pharmacist. Why. A seizure",
        ),
    ],
)
def test_the_line_begins_with_the_number_where_the_advice_does(qtbot: QtBot, quiet: list[str], begins: str) -> None:
    line = LineAboveForm(english())
    qtbot.addWidget(line)
    line.stand_for([], quiet)
    assert line.words.accessibleName().startswith(begins)
    line.stand_for(["Call 112. First: Chest pain."], quiet)
    assert line.words.accessibleName().startswith("Call 112. First: Chest pain.")


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("Pain in chest, back or belly, short breath, trouble seeing or speaking: call 911.", "Pain"),
        ("Call 911 for pain in chest, back or belly, short breath, trouble seeing or speaking.", "Call 911"),
    ],
)
def test_with_little_room_the_number_is_seen_wherever_it_stands(qtbot: QtBot, said: str, begins: str) -> None:
    line = LineAboveForm(english())
    qtbot.addWidget(line)
    line.stand_for(["A blood pressure of 185/95, today 10:30", said], [])
    line.show()
    line.resize(line.button.sizeHint().width() + line.fontMetrics().horizontalAdvance(said) // 2, line.height())
    qtbot.waitUntil(lambda: line.words.text().startswith(begins) and "…" in line.words.text())
    assert ("call 911." if begins == "Pain" else "Call 911") in line.words.text()
    assert said in line.words.accessibleName()


@pytest.mark.slow
def test_at_other_places_and_sizes(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    made_small(body, qapp, (900, 600), 200)
    notice, line = advised(body, plain_book, qtbot), line_of(body)
    form = in_health("measurement")(body)
    qtbot.waitUntil(lambda: is_one_line(line) and in_sight(body, *foot(form)) == [])
    body.go("today")  # where no form is open
    qtbot.waitUntil(lambda: notice.isVisible() and not line.isVisible())
    health(body)  # its form is closed, and the line that medicines are typed into is always there
    qtbot.waitUntil(lambda: notice.isVisible() and not line.isVisible())
    body.go("today")
    made_small(body, qapp, (900, 600), 100)
    in_today("dose")(body)
    qtbot.waitUntil(notice.isVisible)
    assert not line.isVisible()


def test_an_emergency_keeps_its_number_in_the_line(opened: Body, qtbot: QtBot, qapp: QApplication) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    made_small(opened, qapp, (900, 600), 200)
    form, line = peg(opened), line_of(opened)
    qtbot.waitUntil(lambda: in_sight(opened, line, *question_and_answers(form), *foot(form)) == [])
    assert is_one_line(line) and line.words.text().startswith("Call 911. First: Chest pain")
    assert line.property("role") == "caution" and not opened.first_line.isVisible()
    line.button.click()
    qtbot.waitUntil(opened.first_line.isVisible)


ROOM = pytest.mark.parametrize("size", [(900, 600), (1240, 744)], ids=["900x600", "1240x744"])


@ROOM
def test_what_is_read_above_a_form_leaves_its_save_and_what_it_asks_in_sight(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    notice, line = advised(body, plain_book, qtbot), line_of(body)
    made_small(body, qapp, size, 200)
    for opened_form in (in_today("dose"), in_health("measurement")):
        form = opened_form(body)
        assert isinstance(form, Form)
        qtbot.waitUntil(lambda: is_one_line(line) and not notice.isVisible())  # by the room there is, at both sizes
        _read_and_asked(body, form)
        form.cancel()
    qtbot.waitUntil(notice.isVisible)


def _read_and_asked(body: Body, form: Form) -> None:
    line = line_of(body)
    keys(Qt.Key.Key_F7)
    settle()
    assert line.is_read and in_sight(body, *foot(form)) == []
    form.refuse(Refused("name-taken", name="Made-up Green"))
    settle()
    assert not line.is_read and in_sight(body, line, *foot(form)) == []
    form.ask("Is this meant?", [("No", form.take_keyboard), ("Yes", list)])
    settle()
    assert not line.is_read and in_sight(body, line, *foot(form)) == []
    keys(Qt.Key.Key_F7)
    settle()
    assert in_sight(body, *foot(form)) == []
    keys(Qt.Key.Key_Escape)


@ROOM
def test_beside_an_emergency_that_is_read_too(
    opened: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    advised(opened, plain_book, qtbot)
    made_small(opened, qapp, size, 200)
    form, line = in_today("dose")(opened), line_of(opened)
    assert isinstance(form, Form)
    qtbot.waitUntil(lambda: is_one_line(line))
    _read_and_asked(opened, form)


def test_where_there_is_no_room_to_read_beside_a_question_it_is_answered_first(
    opened: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    advised(opened, plain_book, qtbot)
    made_small(opened, qapp, (900, 600), 200)
    form, line = in_today("dose")(opened), line_of(opened)
    assert isinstance(form, Form)
    form.ask("Is this meant?", [("No", form.take_keyboard), ("Yes", list)])
    settle()
    keys(Qt.Key.Key_F7)
    settle()
    assert not line.is_read and line.words.text().startswith("Call 911.") and in_sight(opened, line) == []
    assert form.message.text() == "Answer this first. Is this meant?" and form.message.buttons()[0].hasFocus()
