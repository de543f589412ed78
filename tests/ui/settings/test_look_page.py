"""How dates, times and numbers are written is chosen in Appearance, and holds for window and commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal import device
from journal.texts import english
from journal.texts.chosen_formats import Chosen
from journal.ui.kit.computer import Computer
from journal.ui.settings.look_page import LookPage


def _pills(page: LookPage, name: str) -> list[QPushButton]:
    return page.formats[name]._pills()


def test_each_row_shows_an_example_of_what_it_means(qtbot: QtBot, light: None) -> None:
    page = LookPage(english(), Computer(None))
    qtbot.addWidget(page)
    shown = {name: [pill.text() for pill in _pills(page, name)] for name in page.formats}
    assert shown == {
        "clock": ["As the system", "21:30", "9:30\u202fPM"],
        "date_order": ["As the system", "22 Nov 2026", "Nov 22, 2026"],
        "decimal": ["As the system", "2.5", "2,5"],
        "week": ["As the system", "Monday", "Saturday", "Sunday"],
    }


@pytest.mark.parametrize(
    ("name", "number", "chosen"),
    [("clock", 2, Chosen(clock="12")), ("date_order", 1, Chosen(order="day")), ("decimal", 2, Chosen(decimal="comma")),
     ("week", 3, Chosen(week="sunday"))],
)  # fmt: skip
def test_what_is_chosen_is_kept_for_the_next_start(
    qtbot: QtBot, light: None, tmp_path: Path, name: str, number: int, chosen: Chosen
) -> None:
    file = tmp_path / "device.ini"
    page = LookPage(english(), Computer(file))
    qtbot.addWidget(page)
    _pills(page, name)[number].click()
    assert device.load(file).formats == chosen
    again = LookPage(english(), Computer(file))
    qtbot.addWidget(again)
    assert _pills(again, name)[number].isChecked()
