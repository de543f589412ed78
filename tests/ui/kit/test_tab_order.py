"""Tab goes from place to place as they are read, and does not look at the whole window for the next one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.ui.kit import tab_order
from journal.ui.kit.tab_order import bring_into_sight, move_in_reading_order, see_with, see_with_parent, visit_first

IN_ORDER = ["top", "amount", "less", "in the page", "last of the page", "left", "right", "holder", "held", "end"]


def button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    """Rows in a column, a page that scrolls, a widget without a layout, a place inside of a place, and no places."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    end = button("end")
    end.setParent(made)  # made first, read last
    column.addWidget(button("top"))
    column.addLayout(_row())
    column.addWidget(_page())
    column.addWidget(_side_by_side())
    column.addWidget(_holder())
    column.addWidget(end)
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    return made


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    amount = button("amount")
    visit_first(amount)
    hidden, off = button("hidden"), button("off")
    off.setEnabled(False)
    for each in (button("less"), amount, hidden, off):
        row.addWidget(each)
    hidden.hide()
    return row


def _page() -> QScrollArea:
    area, inside = QScrollArea(), QWidget()
    grid = QGridLayout(inside)
    grid.addWidget(QLabel("words"), 0, 0)
    grid.addWidget(button("in the page"), 0, 1)
    nested = QHBoxLayout()
    nested.addWidget(button("last of the page"))
    grid.addLayout(nested, 1, 0)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _side_by_side() -> QWidget:
    """Without a layout they come as they were made."""
    beside = QWidget()
    beside.setObjectName("beside")
    for name in ("left", "right"):
        button(name).setParent(beside)
    beside.setMinimumSize(10, 10)
    return beside


def _holder() -> QWidget:
    holder = button("holder")
    QVBoxLayout(holder).addWidget(button("held"))
    return holder


def names_from(root: QWidget, start: str, forward: bool) -> list[str]:
    """Where as many steps lead as there are places."""
    found = root.findChild(QWidget, start)
    assert found is not None
    found.setFocus()
    reached = []
    for _ in IN_ORDER:
        assert move_in_reading_order(root, forward)
        focused = root.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
    return reached


def test_it_goes_round_in_reading_order(root: QWidget) -> None:
    assert names_from(root, "end", forward=True) == IN_ORDER


def test_it_goes_back_round_the_same_way(root: QWidget) -> None:
    assert names_from(root, "top", forward=False) == IN_ORDER[::-1]


def test_what_is_laid_over_the_others_is_left_to_qt(root: QWidget) -> None:
    over = QLineEdit(root)
    over.show()
    over.setFocus()
    assert not move_in_reading_order(root, True)


def test_what_has_the_keyboard_elsewhere_in_the_window_is_left_to_qt(root: QWidget) -> None:
    beside, top = root.findChild(QWidget, "beside"), root.findChild(QWidget, "top")
    assert beside is not None and top is not None
    top.setFocus()
    assert not move_in_reading_order(beside, True)


def test_a_step_does_not_look_at_what_is_elsewhere(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    far, looked_at = QWidget(), list[QWidget]()
    column = QVBoxLayout(far)
    for number in range(50):
        column.addWidget(button(f"far {number}"))
    layout = root.layout()
    assert layout is not None
    layout.addWidget(far)
    far.show()
    held = root.findChild(QWidget, "less")
    assert held is not None
    held.setFocus()
    real = tab_order._places

    def counted(widget: QWidget, window: bool = False) -> Iterator[QWidget]:
        looked_at.append(widget)
        return real(widget, window)

    monkeypatch.setattr(tab_order, "_places", counted)
    assert move_in_reading_order(root, True)
    assert root.focusWidget() is root.findChild(QWidget, "in the page") and len(looked_at) < 12


@pytest.mark.parametrize(("height", "name_too"), [(200, True), (60, False)])
@pytest.mark.parametrize("by_caption", [False, True])
def test_digits_are_seen_with_their_name_or_else_alone(
    qtbot: QtBot, height: int, name_too: bool, by_caption: bool
) -> None:
    page, row, above, below = QWidget(), QWidget(), QLabel("above"), QLabel("below")
    name, digits = QLabel("How bad is it?"), button("digits")
    if by_caption:
        see_with(name, digits)
    else:
        see_with_parent(digits)
    for each, high in ((above, 300), (name, 80), (digits, 40), (below, 300)):
        each.setFixedHeight(high)
    for holder, parts in ((row, (name, digits)), (page, (above, row, below))):
        column = QVBoxLayout(holder)
        for part in parts:
            column.addWidget(part)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(200, height)
    area.show()
    for _ in range(2):  # a second look changes nothing
        bring_into_sight(digits)
        assert digits.visibleRegion().boundingRect() == digits.rect()
        assert (name.visibleRegion().boundingRect() == name.rect()) == name_too
