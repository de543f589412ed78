"""Layouts are read without ``QLayout.itemAt``, whose result PySide keeps after Qt has deleted it."""

from __future__ import annotations

import ast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.layout_order import in_order, widgets_in
from journal.ui.kit.widgets import label
from tests.source_trees import trees_with


def labels(*names: str) -> list[QLabel]:
    return [label(name) for name in names]


def test_widgets_and_layouts_come_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, line = QVBoxLayout(holder), QHBoxLayout()
    first, second, last = labels("first", "second", "last")
    column.addWidget(last)
    column.insertLayout(0, line)
    column.insertWidget(0, first)
    column.addStretch(1)
    line.addWidget(second)
    assert in_order(column) == [first, line, last]
    assert widgets_in(column) == [first, last]
    assert widgets_in(line) == [second]


def test_a_layout_that_wraps_is_read_in_its_order_too(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    one, two, three = labels("one", "two", "three")
    flow.addWidget(one)
    flow.addWidget(three)
    flow.insert_widget(1, two)
    assert widgets_in(flow) == [one, two, three]


def test_reading_keeps_nothing_of_the_layout(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(label("one"))
    assert widgets_in(column)
    assert "QWidgetItem" not in Shiboken.dump(column)
    column.itemAt(0)
    assert "QWidgetItem" in Shiboken.dump(column)  # what this is about; when it is gone, the rule can go


def test_no_module_asks_a_layout_for_its_items() -> None:
    assert not [path.name for path, tree in trees_with("itemAt") if _asks(tree)]
    assert _asks(ast.parse("item = layout.itemAt(0)"))


def _asks(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == "itemAt" for node in ast.walk(tree))
