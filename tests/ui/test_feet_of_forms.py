"""The foot of every form, with what is asked or refused and its buttons, is in sight in every window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.core.check_ins import Instrument
from journal.core.entries import Substance
from journal.core.refusal import Refused
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.check_in_form import CheckInForm
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.dose_form import DoseForm
from journal.ui.health.substances_card import SubstancesCard
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.form import Form
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme
from journal.ui.settings.help_line_form import HelpLineForm
from journal.ui.shell.body import Body
from journal.ui.shell.window import MainWindow
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.fits import longer, settle
from tests.ui.scenes import diary, health, products, section, today

ROOM = [
    pytest.param((900, 600), 100, id="900x600"), pytest.param((1240, 900), 200, id="1240x900 at 200 %"),
    pytest.param((520, 480), 100, id="smallest"),
    pytest.param((1240, 600), 100, id="low"),
    pytest.param((900, 600), 200, id="900x600 at 200 %"),
]  # fmt: skip
OPEN_QUESTIONS = (
    "{n} question has no answer, so there will be no score. Answer it, or press Enter again to save it so.",
    "{n} questions have no answer, so there will be no score. Answer them, or press Enter again to save it so.",
)
_ENOUGH_LINES, _LINES_WHEN_TOLD = 7.0, 4.0
IN_ROOM = pytest.mark.parametrize(("size", "percent"), ROOM)


def made_small(body: Body, qapp: QApplication, size: tuple[int, int], percent: int) -> None:
    apply_theme(qapp, "light", percent)
    body.main.resize(*size)
    settle()


def in_sight(body: Body, *parts: QWidget) -> list[str]:
    """Which of these are not wholly inside the window and every place that scrolls."""
    return [f"{type(each).__name__} “{each.accessibleName()}”" for each in parts if not _seen(body.main, each)]


def _seen(window: QWidget, widget: QWidget) -> bool:
    holder: QWidget | None = widget
    while holder is not None and holder is not window:
        holder = holder.parentWidget()
        place = holder.viewport() if isinstance(holder, QScrollArea) else holder
        if place is None or not place.rect().contains(QRect(widget.mapTo(place, QPoint()), widget.size())):
            return False
    return widget.isVisible()


def foot(form: Form | HelpLineForm) -> list[QWidget]:
    """What stands below the fields."""
    below = form.scroller.mapTo(form, QPoint(0, form.scroller.height())).y()
    buttons = [each for each in form.findChildren(QPushButton) if not form.scroller.isAncestorOf(each)]
    buttons = [each for each in buttons if each.mapTo(form, QPoint()).y() >= below]
    return [each for each in (form.message, *buttons) if each.isVisible()]


@pytest.mark.quick_every(4)
@IN_ROOM
def test_a_dose_saved_twice_is_asked_about_in_sight_and_nothing_is_lost(
    known: Known, body: Body, plain_book: Logbook, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    made_small(body, qapp, size, percent)
    keys(ctrl(Qt.Key.Key_D), "2.5", Qt.Key.Key_Return)
    settle()
    keys(ctrl(Qt.Key.Key_D), Qt.Key.Key_Return)
    settle()
    form = today_form(body)
    assert "Save it again?" in form.message.text() and len(doses(plain_book)) == 1
    assert in_sight(body, *foot(form)) == []
    answer = QApplication.focusWidget()
    assert answer is form.message.buttons()[0] and answer.accessibleName() == "No"
    spoken = QAccessible.queryAccessibleInterface(answer)
    assert spoken is not None and spoken.text(QAccessible.Text.Description) == form.message.text()
    assert not form.save_button.isEnabled()
    keys(Qt.Key.Key_Return)  # bouncing, or pressed without reading
    assert today_form(body) is form and form.amount.field.edit.text() == "2.5" and form.save_button.isEnabled()
    assert len(doses(plain_book)) == 1
    keys(Qt.Key.Key_Return)
    form.message.buttons()[1].click()
    assert len(doses(plain_book)) == 2


def today_form(body: Body) -> DoseForm:
    assert body.today is not None and isinstance(body.today.panel.form, DoseForm)
    return body.today.panel.form


def doses(book: Logbook) -> list[object]:
    return list(book.days(book.today(), book.today())[0].doses)


def in_diary(kind: str) -> Callable[[Body], Form]:
    def opened(body: Body) -> Form:
        pane = diary(body).pane
        pane.add(kind, None)
        assert pane.host.form is not None
        return pane.host.form

    return opened


def in_today(kind: str) -> Callable[[Body], Form]:
    def opened(body: Body) -> Form:
        screen = today(body)
        screen.act(kind)
        assert screen.panel.form is not None
        return screen.panel.form

    return opened


def product(body: Body) -> Form:
    screen = products(body)
    screen.edit_selected()
    assert screen.pane.form is not None
    return screen.pane.form


def unit(body: Body) -> Form:
    screen = products(body)
    screen._add_unit(None)
    assert screen.pane.form is not None
    return screen.pane.form


def batch(body: Body) -> Form:
    screen = products(body)
    screen._change_batch(None)
    assert screen.pane.form is not None
    return screen.pane.form


def symptom(body: Body) -> Form:
    page = section(body, "symptoms").symptoms
    page.add_symptom()
    assert page.form is not None
    return page.form


def in_health(code: str) -> Callable[[Body], Form]:
    def opened(body: Body) -> Form:
        screen = health(body)
        screen.add(code)
        assert screen.host.form is not None
        return screen.host.form

    return opened


def help_line(body: Body) -> HelpLineForm:
    page = section(body, "lines").lines
    page.add_line()
    assert page.form is not None
    return page.form


FORMS: dict[str, Callable[[Body], Form | HelpLineForm]] = {
    "dose": in_today("dose"), "rating": in_today("rating"), "note": in_today("note"),
    "dose in the diary": in_diary("dose"), "rating in the diary": in_diary("rating"),
    "note in the diary": in_diary("note"), "day mark": in_diary("day_mark"),
    "condition": in_health("condition"), "measurement": in_health("measurement"), "plan": in_health("plan"),
    "check-in": in_today("check_in"), "batch": batch, "product": product, "unit": unit, "symptom": symptom,
    "help line": help_line,
}  # fmt: skip


@pytest.mark.quick_every(4)
@pytest.mark.slow_every(2)
@IN_ROOM
def test_what_a_form_refuses_or_asks_is_in_sight(
    known: Known, body: Body, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    made_small(body, qapp, size, percent)
    hidden = []
    for name, opened in FORMS.items():
        form = opened(body)
        hidden += [f"{name}: {each}" for each in _out_of_sight(body, form)]
        if isinstance(form, Form):
            hidden += [f"{name}, asked: {each}" for each in _out_of_sight_when_asked(body, form)]
    assert hidden == []


def _out_of_sight(body: Body, form: Form | HelpLineForm) -> list[str]:
    settle()
    buttons = foot(form)
    assert len(buttons) == 2
    hidden = in_sight(body, *buttons)
    form.refuse(Refused("name-taken", name="Made-up Green"))
    settle()
    assert len(foot(form)) == 3
    return hidden + in_sight(body, *foot(form))


def _out_of_sight_when_asked(body: Body, form: Form) -> list[str]:
    form.ask("This was changed elsewhere. Save it?", [("Do not save yet", form.take_keyboard), ("Save this", list)])
    settle()
    assert len(foot(form)) == 5
    hidden = in_sight(body, *foot(form))
    form.save()
    assert form.message.asks and QApplication.focusWidget() is form.message.buttons()[0]
    keys(Qt.Key.Key_Escape)
    assert not form.message.asks and form.save_button.isEnabled() and form.isVisible()
    return hidden


def _out_of_sight_when_told(body: Body, form: Form) -> list[str]:
    """What a second Enter passes over, with the keyboard back in a field."""
    form.message.show_message(form.texts.plural(*OPEN_QUESTIONS, 2))
    form.take_keyboard()
    settle()
    assert len(foot(form)) == 3
    return in_sight(body, *foot(form))


@IN_ROOM
def test_open_questions_are_told_of_in_sight_before_enter_saves_without_a_score(
    known: Known, body: Body, plain_book: Logbook, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    made_small(body, qapp, size, percent)
    form = in_today("check_in")(body)
    assert isinstance(form, CheckInForm)
    form._chosen(Instrument.PEG)
    settle()
    keys("6", "7", Qt.Key.Key_Return)
    settle()
    assert form.message.text().startswith("1 question has no answer")
    assert body.today is not None and body.today.panel.form is form
    assert in_sight(body, *foot(form)) == []


@pytest.mark.quick_every(4)
@IN_ROOM
def test_a_wide_window_or_a_closed_form_shows_the_screen_again(
    known: Known, body: Body, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    made_small(body, qapp, size, percent)
    screen = diary(body)
    in_diary("note")(body).cancel()
    settle()
    assert isinstance(screen, DiaryScreen) and screen.bar.isVisible() and screen._split.list_card.isVisible()
    help_line(body).closed.emit()
    assert section(body, "lines").sections.isVisible()
    in_today("note")(body).cancel()
    assert today(body).header.isVisible() and today(body).action_row.isVisible()


@pytest.mark.parametrize("percent", [100, pytest.param(200, marks=pytest.mark.slow)])
def test_longer_words_leave_every_foot_in_sight(
    known: Known, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    texts = longer()
    window = MainWindow(texts, Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.body.show_journal(Bridge(plain_book, texts, window))
    window.show()
    made_small(window.body, qapp, (900, 600), percent)
    hidden = []
    for name, opened in FORMS.items():
        form = opened(window.body)
        hidden += [f"{name}: {each}" for each in _out_of_sight(window.body, form)]
        if isinstance(form, Form):
            hidden += [f"{name}, told: {each}" for each in _out_of_sight_when_told(window.body, form)]
        if window.body._around._sheet.verticalScrollBar().maximum():
            hidden.append(f"{name}: the page scrolls, and its foot comes back only after the keyboard's place")
    assert hidden == [], "\n".join(hidden)
    wait_for_tasks()
    assert window.body.bridge is not None
    window.body.bridge.close()


@pytest.mark.parametrize("words", ["as they are", "longer"])
def test_in_a_low_window_four_lines_of_every_form_are_seen(
    known: Known, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, tmp_path: Path, words: str
) -> None:
    texts = english() if words == "as they are" else longer()
    window = MainWindow(texts, Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.body.show_journal(Bridge(plain_book, texts, window))
    window.show()
    made_small(window.body, qapp, (900, 600), 200)
    low = []
    for name, opened in FORMS.items():
        form = opened(window.body)
        settle()
        if isinstance(form, Form):
            low += [f"{name}: {lines}" for lines in [_lines_seen(form)] if lines < _ENOUGH_LINES]
            _out_of_sight_when_told(window.body, form)
            low += [f"{name}, told: {lines}" for lines in [_lines_seen(form)] if lines < _LINES_WHEN_TOLD]
    assert low == []
    wait_for_tasks()
    assert window.body.bridge is not None
    window.body.bridge.close()


def _lines_seen(form: Form) -> float:
    """How many lines of words there is room for in what scrolls."""
    return round(form.scroller.viewport().height() / form.fontMetrics().lineSpacing(), 1)


def test_in_a_low_window_a_question_is_seen_with_its_answers(known: Known, body: Body, qapp: QApplication) -> None:
    made_small(body, qapp, (900, 600), 200)
    form = in_today("check_in")(body)
    assert isinstance(form, CheckInForm)
    form._chosen(Instrument.PEG)
    settle()
    for item in form.items:
        asked = item.answers.accessibleName()
        words = next(each for each in item.findChildren(QLabel) if asked.startswith(each.text()))
        for _twice in range(2):  # from the question before it, and from the one after it
            item.take_keyboard()
            settle()
            assert in_sight(body, words, item.answers, *foot(form)) == []
            form.items[-1].take_keyboard()
            settle()


def test_in_a_low_window_a_notice_leaves_the_question_and_its_answers_in_sight(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    made_small(body, qapp, (900, 600), 200)
    plain_book.save(Substance(name="Gabapentin", source=Source.PRESCRIBED))
    qtbot.waitUntil(lambda: body.notices is not None and body.notices.is_shown())
    form = in_today("check_in")(body)
    assert isinstance(form, CheckInForm)
    item = form.items[0]
    words = next(each for each in item.findChildren(QLabel) if item.answers.accessibleName().startswith(each.text()))
    qtbot.waitUntil(lambda: in_sight(body, words, item.answers, *foot(form)) == [])
    assert item.answers.hasFocus() and body._status.undo.isVisible() and not body._status.saved.isVisible()


LOW = pytest.mark.parametrize("size", [(900, 600), (1240, 744)], ids=["900x600", "1240x744"])


@LOW
def test_the_unit_that_a_form_asks_about_is_seen_beside_the_question(
    known: Known, body: Body, qapp: QApplication, size: tuple[int, int]
) -> None:
    made_small(body, qapp, size, 200)
    form = in_health("measurement")(body)
    assert isinstance(form, DeclaredForm)
    settle()
    form.inputs["weight"].widget.setFocus()
    keys("80", Qt.Key.Key_Return)
    settle()
    caption, unit = form._parts["weight_unit"][0], form.inputs["weight_unit"].widget
    assert form.message.text().startswith("Weight: 80 of what?") and form.message.buttons()[0].hasFocus()
    assert in_sight(body, caption, unit, *foot(form)) == []


def test_all_answers_of_the_line_that_is_always_there_are_seen_below_its_question(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    made_small(body, qapp, (900, 600), 200)
    plain_book.save(Substance(name="Tramadol", source=Source.PRESCRIBED))
    card, line = health(body).card("substance"), body._around.line_above_form
    assert isinstance(card, SubstancesCard)
    qtbot.waitUntil(lambda: body.notices is not None and body.notices.is_shown())
    card.line.days_chip.setChecked(True)
    card.line.name.setText("Ultram")
    card.line.save()
    asked = card.line.message
    qtbot.waitUntil(lambda: in_sight(body, line, asked, *asked.buttons()) == [])
    assert len(asked.buttons()) == 3 and asked.buttons()[0].hasFocus()
    keys(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not line.isVisible())


def steady(look: Callable[[], int]) -> int:
    """What is there once it no longer changes: the line below the screen gets its words a moment after a save."""
    while (before := look()) != (QTest.qWait(200) or look()):
        pass
    return before


def test_beside_a_notice_the_foot_of_every_form_on_today_stays_in_sight(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    made_small(body, qapp, (900, 600), 200)
    plain_book.save(Substance(name="Zopiclone", source=Source.OTHER))
    qtbot.waitUntil(lambda: body.notices is not None and body.notices.is_shown())
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    before, line = steady(notice.height), body._around.line_above_form
    for name in ("dose", "rating", "note"):
        form = in_today(name)(body)
        qtbot.waitUntil(lambda form=form: in_sight(body, line, *foot(form)) == [])  # type: ignore[misc]
        assert line.isVisible() and not notice.isVisible()
        form.cancel()
        qtbot.waitUntil(lambda: notice.height() == before)


def test_in_a_low_window_a_field_is_seen_with_its_caption(known: Known, body: Body, qapp: QApplication) -> None:
    made_small(body, qapp, (900, 600), 200)
    form = in_health("measurement")(body)
    assert isinstance(form, DeclaredForm)
    settle()
    for name in (*form.inputs, *reversed(form.inputs)):
        field, caption = form.inputs[name], form._parts[name][0]
        field.widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        assert caption.findChildren(QLabel) and in_sight(body, caption, field.widget, *foot(form)) == []


@pytest.mark.slow
def test_in_the_smallest_window_with_the_largest_text_the_page_scrolls_to_the_answer(
    known: Known, body: Body, qapp: QApplication
) -> None:
    made_small(body, qapp, (520, 480), 200)
    form = in_today("dose")(body)
    settle()
    assert isinstance(form, Form)
    form.ask("Is this meant?", [("No", form.take_keyboard), ("Yes", list)])
    settle()
    assert in_sight(body, form.message.buttons()[0]) == [] and form.message.buttons()[0].hasFocus()
