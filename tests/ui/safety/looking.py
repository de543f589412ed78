"""What the tests of these screens look at: names for screen readers, and text that does not fit."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.texts import Texts
from journal.ui.safety.prose import Prose


class LongTexts(Texts):
    """Every text is 40 % longer, as other languages are."""

    def __call__(self, message: str, **values: object) -> str:
        return longer(super().__call__(message, **values))


def longer(text: str) -> str:
    more = "mno pqr stu " * len(text)
    return f"{text} {more[: math.ceil(len(text) * 0.4)]}".rstrip()


def shown(qtbot: QtBot, widget: QWidget, width: int = 1040, height: int = 860) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def nameless(root: QWidget) -> list[str]:
    found = []
    for each in (root, *root.findChildren(QWidget)):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isVisibleTo(root):
            interface = QAccessible.queryAccessibleInterface(each)
            if not (interface and interface.text(QAccessible.Text.Name).strip()):
                found.append(type(each).__name__)
    return found


def words(root: QWidget) -> str:
    """Everything a person can read or hear there."""
    return "\n".join(_words(root))


def _words(root: QWidget) -> Iterator[str]:
    for each in (root, *root.findChildren(QWidget)):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QComboBox):
            yield from (each.itemText(number) for number in range(each.count()))


def cut(root: QWidget) -> list[str]:
    """Visible texts that have less room than they need, and scroll areas that would have to be scrolled sideways."""
    visible = [each for each in root.findChildren(QWidget) if each.isVisibleTo(root)]
    return [found for each in visible if (found := _cut(each))]


def _cut(each: QWidget) -> str:
    if isinstance(each, Prose):
        return each.text() if each.height() < each.heightForWidth(each.width()) or _over_the_edge(each) else ""
    if isinstance(each, QLabel) and each.text():
        if each.wordWrap():
            return each.text() if each.height() < each.heightForWidth(each.width()) or _too_wide(each) else ""
        return each.text() if each.width() < each.fontMetrics().horizontalAdvance(each.text()) else ""
    if isinstance(each, QAbstractButton) and each.text():
        return each.text() if each.width() < each.fontMetrics().horizontalAdvance(each.text()) else ""
    if isinstance(each, QScrollArea) and (inside := each.widget()) and (viewport := each.viewport()):
        return "scroll area" if inside.width() > viewport.width() + 1 else ""
    return ""


def _too_wide(label: QLabel) -> bool:
    longest = max(label.text().split(), key=len, default="")
    return label.width() < label.fontMetrics().horizontalAdvance(longest)


def _over_the_edge(prose: Prose) -> bool:
    return any(not prose.rect().contains(mark.geometry()) for mark in prose.marks)
