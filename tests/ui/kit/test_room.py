"""Pieces that make the most of little room: words that wrap, parts that fold, pages that scroll; and names for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.entries.symptom_field import SymptomField
from journal.ui.kit.buttons import button, chip, icon_button, plain_button
from journal.ui.kit.fields import Choice
from journal.ui.kit.mnemonics import give_mnemonics
from journal.ui.kit.pages import Pages, Sheet
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import apply_theme
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from tests.ui.fits import cut, focusable, overlapping, settle, shown, unlabelled
from tests.ui.fonts import both_fonts

WORDS = "Copy as a new entry of today"


@both_fonts
@pytest.mark.parametrize("made", ["button", "chip"])
def test_a_button_breaks_its_words_where_it_is_narrow_and_only_there(qtbot: QtBot, made: str) -> None:
    pressed = button(WORDS) if made == "button" else chip(WORDS)
    assert isinstance(pressed, PushButton)
    holder = flowing(pressed)
    shown(qtbot, holder, 600, 200)
    one_line = pressed.height()
    assert pressed.width() == pressed.one_line().width() and pressed.lines(pressed.width()) == [WORDS]
    holder.resize(150, 300)
    settle()
    assert pressed.height() > one_line and len(pressed.lines(pressed.width())) > 1 and cut(holder) == []
    holder.resize(600, 200)
    settle()
    assert pressed.height() == one_line


@both_fonts
def test_all_of_the_words_are_painted(qtbot: QtBot) -> None:
    pressed = button("m m m m")
    assert isinstance(pressed, PushButton)
    shown(qtbot, pressed, 40, 120)
    picture = pressed.grab().toImage()
    dark = {y for y in range(picture.height()) if picture.pixelColor(picture.width() // 2, y).lightness() < 128}
    assert len(pressed.lines(pressed.width())) > 1
    assert max(dark - {0, picture.height() - 1}) - min(dark - {0, picture.height() - 1}) > picture.height() // 3


@both_fonts
def test_a_label_of_one_line_breaks_only_where_it_must(qtbot: QtBot) -> None:
    words = label("What the columns of the table are")
    holder = flowing(words)
    shown(qtbot, holder, 700, 100)
    one_line = words.height()
    holder.resize(120, 300)
    settle()
    assert words.height() >= 2 * one_line and cut(holder) == []


def folded(qtbot: QtBot, width: int) -> tuple[SideBySide, QWidget, QWidget]:
    made, main, aside = SideBySide(), QListWidget(), QLineEdit()
    made.add(main, 1, below=2)
    made.add(aside, width=300, below=1)
    shown(qtbot, made, width, 600)
    return made, main, aside


def test_two_parts_stand_beside_each_other_or_below(qtbot: QtBot) -> None:
    made, main, aside = folded(qtbot, 900)
    assert aside.width() == 300 and aside.x() > main.geometry().right() and not made.narrow
    made.resize(500, 600)
    settle()
    assert made.narrow and aside.y() > main.geometry().bottom() and aside.width() == main.width() == 500
    assert overlapping(made) == []


def test_pages_ask_for_the_room_of_the_one_that_is_shown(qtbot: QtBot) -> None:
    low, high = QLineEdit(), QListWidget()
    high.setMinimumHeight(900)
    pages = Pages(low, high)
    shown(qtbot, pages, 300, 100)
    assert pages.minimumSizeHint().height() < 100 and pages.currentWidget() is low
    low.setFocus()
    pages.setCurrentWidget(high)
    assert pages.minimumSizeHint().height() >= 900 and low.isHidden()
    pages.removeWidget(high)
    assert pages.currentWidget() is low


def test_a_sheet_scrolls_what_is_too_high_and_follows_the_keyboard(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(12)]
    for each in fields:
        each.setMinimumHeight(60)
        column.addWidget(each)
    sheet = Sheet(page)
    shown(qtbot, sheet, 300, 200)
    sheet.activateWindow()
    with qtbot.waitActive(sheet):
        pass
    assert page.height() > sheet.viewport().height() and page.width() == sheet.viewport().width()
    fields[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    assert fields[-1].visibleRegion().boundingRect().height() == fields[-1].height()
    sheet.resize(300, 2000)
    settle()
    assert page.height() == sheet.viewport().height() and not sheet.verticalScrollBar().isVisible()


def test_a_drop_down_is_said_with_its_name(qtbot: QtBot) -> None:
    """Where Qt gives the chosen entry as the name, a screen reader takes the name of the label."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    choice = Choice("Country", [("de", "Germany"), ("fr", "France")])
    column.addWidget(choice)
    shown(qtbot, holder, 300, 100)
    found = QAccessible.queryAccessibleInterface(choice)
    named = [each.text(QAccessible.Text.Name) for each, _ in found.relations(QAccessible.RelationFlag.Label)]
    assert found.text(QAccessible.Text.Name) == "Country" or named == ["Country"]
    assert found.text(QAccessible.Text.Value) == "Germany" and unlabelled(holder) == []


def test_a_drop_down_in_which_one_types_is_said_with_its_name_too(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    field, nameless = SymptomField("Symptom to add"), QComboBox()
    column.addWidget(field)
    shown(qtbot, holder, 300, 100)
    field.setEditText("Cold feet")
    assert unlabelled(holder) == []
    nameless.addItem("7")
    column.addWidget(nameless)
    nameless.show()
    assert len(unlabelled(holder)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_is_all_that_shows_where_the_keyboard_is(qapp: QApplication, qtbot: QtBot, scheme: str) -> None:
    """Qt's style would tint a box behind the words once Tab was pressed."""
    apply_theme(qapp, scheme, 100)
    holder = QWidget()
    column = QVBoxLayout(holder)
    chosen, tick = chip("tea"), TickBox("Weekly")
    chosen.setChecked(True)
    others = [chip("capsule"), button("Copy"), plain_button("Cancel"), icon_button("plus", "More")]
    for each in (chosen, tick, *others, Choice("Unit", [("g", "g")])):
        column.addWidget(each)
    shown(qtbot, holder, 300, 400)
    holder.activateWindow()
    with qtbot.waitActive(holder):
        pass
    for each in focusable(holder):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        assert each.hasFocus()
        pictures = []
        for tab_was_pressed in (False, True):
            holder.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, tab_was_pressed)
            pictures.append(each.grab().toImage())
        assert pictures[0] == pictures[1], each


def letters(actions: list[QAction]) -> Iterator[str]:
    for each in actions:
        bare = each.text().replace("&&", "")
        assert bare.count("&") == 1
        yield bare[bare.index("&") + 1].casefold()


def test_every_entry_of_a_menu_has_a_letter_of_its_own(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for words in ("Undo: dose", "Redo", "Dose", "Note", "Dust && dirt", "Done"):
        menu.addAction(words)
    for _ in range(2):
        give_mnemonics(menu.actions())
        found = list(letters(menu.actions()))
        assert len(set(found)) == len(found) == 6
    menu.actions()[0].setText("Dose")
    give_mnemonics(menu.actions())
    assert len(set(letters(menu.actions()))) == 6


def test_what_is_added_to_a_sheet_and_takes_the_keyboard_is_in_sight_once_it_has_its_place(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for _ in range(12):
        field = QLineEdit()
        field.setMinimumHeight(60)
        column.addWidget(field)
    sheet = Sheet(page)
    shown(qtbot, sheet, 300, 200)
    sheet.activateWindow()
    with qtbot.waitActive(sheet):
        pass
    added = QLineEdit()
    added.setMinimumHeight(60)
    column.addWidget(added)
    added.show()
    added.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    assert added.hasFocus() and added.visibleRegion().boundingRect().height() == added.height()


def test_what_stands_beside_grows_with_the_window_up_to_the_longest_line(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 100)
    both, details = SideBySide(), QWidget()
    qtbot.addWidget(both)
    both.add(QWidget(), 1)
    both.add(details, width=300, share=33)
    widths = []
    for width in (700, 800, 1200, 1900, 2600):
        shown(qtbot, both, width, 300)
        settle()
        widths.append(details.width())
    assert widths == [700, 300, 396, 560, 560]
