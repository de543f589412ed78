"""After a form the keyboard is on the button that opened it: a slow second Enter opens and saves no dose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.ui.kit.push_button import EnterButton
from journal.ui.shell.body import Body
from journal.ui.today.screen import TodayScreen
from tests.ui.conftest import Known, ctrl, keys, target
from tests.ui.fits import settle
from tests.ui.test_feet_of_forms import made_small

ENTER = Qt.Key.Key_Return


def pill(today: TodayScreen, name: str) -> EnterButton:
    others = today.aside.something_else
    return others.taken[Taken(name)] if name in list(Taken) else others.others[name]


def as_after_a_second(button: EnterButton) -> None:
    """What the button does by itself a second after it has got the keyboard."""
    button._take_enter()


TYPED: dict[str, tuple[str, ...]] = {
    "measurement": ("121/80",),
    "alcohol": (),
    "painkiller": (),
    "urge": ("4",),
    "care": (),
    "check_in": ("4",),
    "lab_result": (),
}


def doses(book: Logbook) -> list[object]:
    return list(book.days(book.today(), book.today())[0].entries.get("dose", ()))


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize("leave", ["save", "cancel"])
def test_a_slow_enter_after_it_opens_the_same_form_again(
    body: Body, plain_book: Logbook, known: Known, name: str, leave: str
) -> None:
    today = body.today
    assert today is not None
    opened_by = pill(today, name)
    opened_by.click()
    settle()
    form = today.panel.form
    assert form is not None
    if leave == "save":
        keys(*TYPED[name])
        keys((ENTER, Qt.KeyboardModifier.ControlModifier))
    if today.panel.form is not None:  # what it asks for still is not what this is about
        form.leave()
    settle()
    assert today.panel.form is None and opened_by.hasFocus()
    as_after_a_second(opened_by)
    keys(ENTER)
    settle()
    again = today.panel.form
    assert again is not None and again.draft_key == form.draft_key
    keys(ENTER)
    settle()
    assert doses(plain_book) == []


@pytest.mark.parametrize("kind", ["dose", "rating", "note"])
def test_the_row_above_has_it_after_its_own_forms(body: Body, known: Known, kind: str) -> None:
    assert body.today is not None
    body.act(kind)
    keys(Qt.Key.Key_Escape)
    settle()
    assert body.today.action_row.of_kind[kind].hasFocus()


def test_a_day_mark_is_not_made_by_a_second_enter(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    about_day = body.today.column.about_day
    assert isinstance(about_day, QPushButton)
    about_day.click()
    keys(Qt.Key.Key_Escape)
    settle()
    assert about_day.hasFocus()
    assert plain_book.days(plain_book.today(), plain_book.today())[0].marks == ()


def test_after_a_form_from_the_menu_the_keyboard_is_where_it_was(body: Body) -> None:
    """ "Nothing is missing on a list" has no button on Today: it must not lie on "Dose" then."""
    today = body.today
    assert today is not None
    before = today.action_row.buttons[3]
    before.take_keyboard()
    body.act("statement")
    settle()
    assert today.panel.form is not None and today.panel.form.isAncestorOf(target())
    today.panel.form.cancel()
    settle()
    assert target() is before


def test_today_once_more_begins_at_its_top(body: Body, qapp: QApplication) -> None:
    made_small(body, qapp, (900, 600), 200)
    today, bar = body.today, body._around._sheet.verticalScrollBar()
    assert today is not None
    today.column.about_day.setFocus()
    settle()
    assert bar.value() > 0
    keys(ctrl(Qt.Key.Key_1))
    settle()
    assert bar.value() == 0 and target() is today.action_row.buttons[0]


def test_escape_after_a_question_leaves_nothing_selected(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5")
    form = body.today.panel.form if body.today is not None else None
    assert form is not None
    form.ask("Is this meant?", [("No", form.take_keyboard), ("Yes", list)])
    keys(Qt.Key.Key_Escape)
    field = target()
    assert isinstance(field, QLineEdit) and field.text() == "2.5" and field.selectedText() == ""
    assert field.cursorPosition() == 3
