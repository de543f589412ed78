"""Whether a screen shows all of its words, and whether a keyboard and a screen reader find everything on it."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from journal.texts import Texts
from journal.ui.kit.tab_order import _in_layout
from journal.ui.safety.prose import Prose

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
    return [repr(each) for each in focusable(root) if not each.accessibleName()]


def unreachable(root: QWidget) -> list[str]:
    """What can have the keyboard and is not on the way of the Tab key."""
    layout = root.layout()
    places = list(_in_layout(layout)) if layout is not None else []
    return [repr(each) for each in focusable(root) if each not in places]


def focusable(root: QWidget) -> list[QWidget]:
    every = [each for each in root.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]


# --- the whole window -----------------------------------------------------------------------------------------------


def back_steps(expected: Sequence[QWidget], way: Sequence[QWidget]) -> list[str]:
    """Steps of the Tab key that lead up and to the left, but for the one with which it begins anew."""
    if not expected or expected[0] not in way:
        return []
    start = way.index(expected[0])
    ordered = [*way[start:], *way[:start]]
    return [f"{_name(one)} comes before {_name(two)}" for one, two in pairwise(ordered) if _is_back(one, two)]


def _is_back(one: QWidget, two: QWidget) -> bool:
    first, second = _beside(one, two), _beside(two, one)
    return second.bottom() <= first.top() and second.left() < first.right()


def _beside(widget: QWidget, other: QWidget) -> QRect:
    """Where it is seen in the nearest widget that holds both: what is scrolled away stands at the edge."""
    holders = set(_holders(other))
    place, holder = QRect(QPoint(), widget.size()), widget
    while holder not in holders:
        place.translate(holder.pos())
        parent = holder.parentWidget()
        assert parent is not None
        holder = parent
        if holder not in holders:
            place = _within(place, holder.rect())
    return place


def _within(place: QRect, room: QRect) -> QRect:
    top = min(max(place.top(), room.top()), room.bottom())
    bottom = min(max(place.bottom(), room.top()), room.bottom())
    return QRect(QPoint(place.left(), top), QPoint(place.right(), bottom))


def _holders(widget: QWidget) -> list[QWidget]:
    found = []
    while (parent := widget.parentWidget()) is not None:
        found.append(parent)
        widget = parent
    return found


def no_room(root: QWidget) -> list[str]:
    """Visible words with less room than they need, beyond the window's edge, or in need of scrolling sideways."""
    return [
        f"{_name(each)}: {why}"
        for each in root.findChildren(QWidget)
        if each.isVisible() and (why := _tight(root, each))
    ]


def _tight(root: QWidget, widget: QWidget) -> str:
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        return "wider than its scroll area" if inside.width() > widget.viewport().width() + 1 else ""
    if isinstance(widget, Prose) or not isinstance(widget, QLabel | QAbstractButton) or not widget.property("text"):
        return ""  # prose breaks its lines itself, and anywhere
    if widget.mapTo(root, QPoint(widget.width(), 0)).x() > root.width():
        return "beyond the edge"
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = widget.text().replace("\u200b", " ").split()
        longest = max((widget.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        too_low = widget.height() < widget.heightForWidth(widget.width())
        return "too low" if too_low else "a word is wider than its place" if widget.width() < longest else ""
    return (
        "too narrow" if widget.width() < needed.width() else "too low" if widget.height() < needed.height() - 1 else ""
    )


def overlapping(root: QWidget) -> list[str]:
    """Visible widgets that lie over their neighbours."""
    found = []
    for holder in [root, *root.findChildren(QWidget)]:
        inside = [each for each in holder.children() if isinstance(each, QWidget) and each.isVisible()]
        inside = [each for each in inside if not each.isWindow() and not each.size().isEmpty()]
        for number, one in enumerate(inside):
            found += [f"{_name(one)} and {_name(each)}" for each in inside[number + 1 :] if _cover(one, each)]
    return found


def _cover(one: QWidget, other: QWidget) -> bool:
    shared = one.geometry().intersected(other.geometry())
    return shared.width() > 1 and shared.height() > 1


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.property('text') or ''}”"
