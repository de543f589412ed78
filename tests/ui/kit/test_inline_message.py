"""A message between fields: it looks like none of them, and a refusal bears the icon of one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from journal.ui.kit.fields import line_edit
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.theme import theme


@pytest.fixture
def message(qtbot: QtBot) -> InlineMessage:
    made = InlineMessage()
    qtbot.addWidget(made)
    made.resize(400, 80)
    return made


def test_a_refusal_bears_its_icon_until_something_else_is_said(message: InlineMessage) -> None:
    message.refuse("That is not a number.")
    assert (message.text(), message.icon) == ("That is not a number.", "refused")
    message.show_message("Saved.")
    assert message.icon == "info"
    message.show_message("Call someone.", caution=True)
    assert message.icon == "caution"


def test_the_answer_that_has_the_keyboard_keeps_it_when_it_is_said_anew(message: InlineMessage, qtbot: QtBot) -> None:
    ways = [("Stay here", int), ("Go on", int)]
    message.show_message("Something would be lost.", ways)
    with qtbot.waitActive(message):
        message.show()
        message.activateWindow()
    message.buttons()[1].setFocus()
    message.show_message("More would be lost.", ways)
    assert message.window().focusWidget() is message.buttons()[1]


def test_it_has_no_frame_as_a_field_has(message: InlineMessage, qtbot: QtBot) -> None:
    message.refuse("That is not a number.")
    field = line_edit("Number")
    qtbot.addWidget(field)
    field.show()
    edge = theme().color("edge").rgb()
    assert edge in _colours_of_top(field.grab().toImage()) and edge not in _colours_of_top(message.grab().toImage())
    assert message.grab().toImage().pixelColor(1, 40) == theme().color("text"), "nothing refused is good news"
    message.show_message("A copy was made.")
    assert message.grab().toImage().pixelColor(1, 40) == theme().color("accent")


def _colours_of_top(image: QImage) -> set[int]:
    return {image.pixel(image.width() // 2, y) for y in range(4)}
