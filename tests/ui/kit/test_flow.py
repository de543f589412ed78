"""Layouts that wrap keep the sizes that they were asked for, until something in them changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.flow import EqualLayout, FlowLayout
from tests.ui.fits import shown

WIDTH = 300
Change = Callable[[FlowLayout, list[QLabel]], object]


def _larger_font(_flow: FlowLayout, labels: list[QLabel]) -> None:
    font = labels[0].font()
    font.setPixelSize(60)
    labels[0].setFont(font)


def _hide(_flow: FlowLayout, labels: list[QLabel]) -> None:
    for each in labels[2:]:
        each.hide()


def _take_out(flow: FlowLayout, labels: list[QLabel]) -> None:
    for each in labels[2:]:
        flow.removeWidget(each)


def _put_more(flow: FlowLayout, place: int) -> None:
    for _ in range(9):
        made = QLabel("one more")
        flow.insert_widget(place, made)
        made.show()


CHANGES: dict[str, Change] = {
    "other words": lambda _flow, labels: labels[0].setText("as wide as all of the line is, and more than that"),
    "a larger font": _larger_font,
    "a least height": lambda _flow, labels: labels[0].setMinimumHeight(200),
    "hidden": _hide,
    "more of them": lambda flow, labels: _put_more(flow, len(labels)),
    "more at the beginning": lambda flow, _labels: _put_more(flow, 0),
    "some less": _take_out,
    "spacing": lambda flow, _labels: flow.setSpacing(40),
}


@pytest.mark.parametrize("kind", [FlowLayout, EqualLayout])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_measured_anew(qtbot: QtBot, kind: type[FlowLayout], change: str) -> None:
    holder = QWidget()
    flow, labels = kind(holder), [QLabel(f"number {number}") for number in range(9)]
    for each in labels:
        flow.addWidget(each)
    shown(qtbot, holder, WIDTH, 400)
    before = _sizes(flow)
    assert _sizes(flow) == before
    CHANGES[change](flow, labels)
    changed = _sizes(flow)
    flow._forget()
    assert changed == _sizes(flow) != before


def _sizes(flow: FlowLayout) -> tuple[int, tuple[int, int], tuple[int, int]]:
    return flow.heightForWidth(WIDTH), flow.sizeHint().toTuple(), flow.minimumSize().toTuple()


def test_in_another_layout_nothing_is_kept(qtbot: QtBot) -> None:
    """Qt tells of a change only the layout that belongs to the widget."""
    flow = FlowLayout()
    assert not flow._keeps and FlowLayout(QWidget())._keeps


@pytest.mark.parametrize("layout", [FlowLayout, EqualLayout])
def test_from_the_right_the_first_item_stands_at_the_right(qtbot: QtBot, layout: type[FlowLayout]) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = layout(holder, 8)
    parts = [QPushButton(name) for name in ("one", "two", "three")]
    for part in parts:
        made.addWidget(part)
    holder.resize(600, 60)
    holder.show()
    usual = [part.geometry() for part in parts]
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.activate()
    made.setGeometry(holder.rect())
    assert [part.geometry().right() for part in parts] == [holder.width() - 1 - place.left() for place in usual]
