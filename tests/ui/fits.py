"""Whether a screen shows all of its words, and whether a keyboard and a screen reader find everything on it."""

from __future__ import annotations

import gettext

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from journal.texts import Texts
from journal.ui.kit.tab_order import _in_layout

# What is left of the narrowest window beside its navigation at 200 %.
NARROW = 386


class _Longer(gettext.NullTranslations):
    """A language whose words are 40 % longer than the English ones."""

    def gettext(self, message: str) -> str:
        return message + _padding(len(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _padding(length: int) -> str:
    wanted = length * 2 // 5
    return ("".join(" " if each % 7 == 0 else "o" for each in range(wanted)))[:wanted]


def longer() -> Texts:
    return Texts(translations=_Longer())


def cut(root: QWidget) -> list[str]:
    """What is wider than its place or than ``NARROW``, or higher than it was given room for."""
    shown = [each for each in root.findChildren(QWidget) if isinstance(each, QLabel | QAbstractButton)]
    return [f"{_words(each)} ({why})" for each in shown if each.isVisible() and (why := _why_cut(root, each))]


def _words(widget: QWidget) -> str:
    return str(widget.property("text"))


def _why_cut(root: QWidget, widget: QWidget) -> str:
    if widget.mapTo(root, QPoint(widget.width(), 0)).x() > NARROW:
        return "beyond the edge"
    if isinstance(widget, QLabel) and widget.wordWrap():
        return "" if widget.height() >= widget.heightForWidth(widget.width()) else "too low"
    return "" if widget.width() >= widget.sizeHint().width() else "too narrow"


def unnamed(root: QWidget) -> list[str]:
    """What can have the keyboard and has no accessible name."""
    return [repr(each) for each in _focusable(root) if not each.accessibleName()]


def unreachable(root: QWidget) -> list[str]:
    """What can have the keyboard and is not on the way of the Tab key."""
    layout = root.layout()
    places = list(_in_layout(layout)) if layout is not None else []
    return [repr(each) for each in _focusable(root) if each not in places]


def _focusable(root: QWidget) -> list[QWidget]:
    every = [each for each in root.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]
