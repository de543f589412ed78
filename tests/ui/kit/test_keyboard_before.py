"""After a notice was closed the keyboard is where it was, or in the form below it, never on a button of another day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Rating, Symptom
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.kit.form import Form
from journal.ui.kit.keyboard_before import KeyboardBefore
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.tasks import working
from journal.ui.safety.quiet_notice import QuietNotice
from journal.ui.shell.body import Body
from tests.ui.conftest import keys
from tests.ui.fits import settle


def over_a_dose(body: Body, book: Logbook, qtbot: QtBot) -> QuietNotice:
    sign = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    book.save(sign, Rating(at=moment_now(book.clock), symptom=sign.id, value=5))
    qtbot.waitUntil(lambda: not working())
    body.act("dose")
    settle()
    assert body.notices is not None and body.notices.notice is not None
    return body.notices.notice


def doses(book: Logbook) -> int:
    return len(book.find(EntryQuery(kinds=("dose",))))


def focused() -> QWidget | None:
    return QApplication.focusWidget()


@pytest.mark.parametrize("by", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_comes_back_to_the_field_and_no_other_day_is_shown(
    body: Body, plain_book: Logbook, qtbot: QtBot, by: Qt.Key
) -> None:
    notice = over_a_dose(body, plain_book, qtbot)
    assert body.today is not None and body.today.panel.form is not None
    before, day = focused(), body.today.day
    assert before is not None and body.today.panel.form.isAncestorOf(before)
    notice.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    keys(by)
    settle()
    assert body.notices is not None and body.notices.notice is None
    assert focused() is before and body.today.day == day


@pytest.mark.parametrize("on_save", [False, True])
def test_enter_that_bounces_does_not_save_the_form_below(
    body: Body, plain_book: Logbook, qtbot: QtBot, on_save: bool
) -> None:
    notice = over_a_dose(body, plain_book, qtbot)
    assert body.today is not None and body.today.panel.form is not None
    form = body.today.panel.form
    if on_save:
        form.save_button.setFocus(Qt.FocusReason.TabFocusReason)
    notice.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert form.enter_waits and body.today.panel.form is form and doses(plain_book) == 0
    form.enter_waits = False  # a moment later
    form.first_field().setFocus(Qt.FocusReason.TabFocusReason)
    keys("2", Qt.Key.Key_Return)
    settle()
    assert doses(plain_book) == 1


def test_a_bouncing_enter_that_saves_is_found(
    body: Body, plain_book: Logbook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Form, "wait_with_enter", lambda self: None)
    notice = over_a_dose(body, plain_book, qtbot)
    assert body.today is not None and body.today.panel.form is not None
    keys("2")
    notice.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    keys(Qt.Key.Key_Return, Qt.Key.Key_Return)
    settle()
    assert doses(plain_book) == 1


def test_where_that_is_gone_it_is_in_the_form(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    notice = over_a_dose(body, plain_book, qtbot)
    assert body.today is not None and body.today.panel.form is not None
    before = body.today.action_row.buttons[0]
    before.setFocus(Qt.FocusReason.TabFocusReason)
    notice.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    before.hide()
    keys(Qt.Key.Key_Return)
    settle()
    now = focused()
    assert now is not None and body.today.panel.form.isAncestorOf(now)
    assert body.today.day == plain_book.today()


def test_that_it_is_handed_on_is_found(
    body: Body, plain_book: Logbook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeyboardBefore, "give_back", lambda self, going: hand_keyboard_on(going))
    notice = over_a_dose(body, plain_book, qtbot)
    before = focused()
    notice.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    keys(Qt.Key.Key_Return)
    settle()
    assert focused() is not before
