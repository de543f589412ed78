"""A date that is typed to go to, from any place."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from journal.ui.shell.body import Body
from journal.ui.shell.places import PRODUCTS
from journal.ui.today.day_choice import DayChoice
from tests.ui.conftest import ctrl, keys, target


def test_a_date_is_gone_to_from_another_place(body: Body) -> None:
    assert body.today is not None
    body.reach(PRODUCTS)
    keys(ctrl(Qt.Key.Key_G), "yesterday", Qt.Key.Key_Return)
    assert body.stack.currentWidget() is body.today
    assert body.today.day == body.today.logbook.today() - dt.timedelta(days=1)
    assert body.today.action_row.isAncestorOf(target())


def test_what_is_no_date_is_said_and_esc_goes_back(body: Body) -> None:
    assert body.today is not None
    keys(ctrl(Qt.Key.Key_G), "x", Qt.Key.Key_Return)
    choice = body.today.findChild(DayChoice)
    assert choice is not None and choice.isVisible() and choice.message.isVisible()
    keys(Qt.Key.Key_Escape)
    assert not choice.isVisible() and body.today.day == body.today.logbook.today()
    keys(ctrl(Qt.Key.Key_G))
    assert choice.isVisible() and choice.field.edit.text() == ""
