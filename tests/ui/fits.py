"""Whether a screen shows all of its words, and whether a keyboard and a screen reader find everything on it."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.texts import Texts
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.tab_order import _parts, _places
from journal.ui.kit.words import Words
from journal.ui.safety.prose import Prose

# What is left of the narrowest window beside its navigation at 200 %.
NARROW = 386
_SMALLEST_TARGET = 24  # px, of WCAG 2.5.8
_ENOUGH = 80
_CALM_TURNS, _MOST_TURNS = 4, 500


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


def longer_words(text: str) -> str:
    """A text that is no message of the program, as long as another language might have it."""
    more = "mno pqr stu " * len(text)
    return f"{text} {more[: len(text) * 2 // 5 + 1]}".rstrip()


def shown(qtbot: QtBot, widget: QWidget, width: int = 1040, height: int = 860) -> None:
    """Show a widget by itself, as large as that."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    settle()


def settle() -> None:
    """Until everything that was asked for has its place: nothing moves, appears or takes the keyboard any more.

    A wait of so many milliseconds is over after one turn where the machine stands still, and what one layout asks of
    the next takes several; what waits for a millisecond needs time as well.
    """
    before, calm = _where_all_is(), 0
    for _ in range(_MOST_TURNS):
        QTest.qWait(2)
        QCoreApplication.sendPostedEvents()
        now = _where_all_is()
        calm = calm + 1 if now == before else 0
        if calm == _CALM_TURNS:
            return
        before = now
    raise AssertionError("the window does not come to rest")


def _where_all_is() -> tuple[QWidget | None, list[tuple[int, int, int, int]]]:
    """What has the keyboard, and where everything is that is shown."""
    shown = (each.geometry() for each in QApplication.allWidgets() if each.isVisible())
    return QApplication.focusWidget(), sorted((at.x(), at.y(), at.width(), at.height()) for at in shown)


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


# --- names and the keyboard -----------------------------------------------------------------------------------------


def unnamed(root: QWidget) -> list[str]:
    """What can have the keyboard and has no accessible name."""
    return [repr(each) for each in focusable(root) if not each.accessibleName()]


def spoken(root: QWidget) -> list[str]:
    """The names that a screen reader comes to below a widget, in the order of the accessibility tree."""
    interface = QAccessible.queryAccessibleInterface(root)
    return list(_spoken_below(interface)) if interface else []


def _spoken_below(interface: QAccessibleInterface) -> Iterator[str]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        name = child.text(QAccessible.Text.Name)
        if name:
            yield name
        yield from _spoken_below(child)


def unsaid(root: QWidget) -> list[str]:
    """Buttons whose visible words are not in their accessible name: who speaks to the computer says what is seen."""
    buttons = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
    return [f"{_name(each)} shows “{written}”" for each in buttons if (written := _written(each)) not in _heard(each)]


def _written(button: QAbstractButton) -> str:
    """What is to be read on it: its own text, or the first of the labels that it is made of."""
    own = re.sub("&(.)", r"\1", button.text())
    labels = [each.text() for each in button.findChildren(QLabel) if each.isVisible() and each.text()]
    return _spoken(own or next(iter(labels), ""))


def _heard(button: QAbstractButton) -> str:
    spoken = QAccessible.queryAccessibleInterface(button)
    return _spoken(spoken.text(QAccessible.Text.Name)) if spoken else ""


def _spoken(text: str) -> str:
    """The words alone; nobody says a comma."""
    return " ".join(re.findall(r"[\w+]+", text.casefold()))


def unlabelled(root: QWidget) -> list[str]:
    """Drop-downs of which a screen reader is not told both what is asked and what is chosen.

    On Linux and macOS Qt gives the chosen entry as name and value alike; there what is asked is the label's to say.
    """
    return [_name(each) for each in root.findChildren(QComboBox) if each.isVisible() and not _labelled(each)]


def _labelled(drop_down: QComboBox) -> bool:
    spoken = QAccessible.queryAccessibleInterface(drop_down)
    if spoken is None or spoken.text(QAccessible.Text.Value) != drop_down.currentText():
        return False
    labels = spoken.relations(QAccessible.RelationFlag.Label)
    asked = [each.text(QAccessible.Text.Name) for each, _ in labels] or [spoken.text(QAccessible.Text.Name)]
    return asked == [drop_down.accessibleName()] != [""]


def unreachable(root: QWidget) -> list[str]:
    """What can have the keyboard and is not on the way of the Tab key."""
    places = [place for part in _parts(root) for place in _places(part)]
    return [repr(each) for each in focusable(root) if each not in places]


def focusable(root: QWidget) -> list[QWidget]:
    every = [each for each in root.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    return [each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]


# --- the whole window -----------------------------------------------------------------------------------------------


def back_steps(expected: Sequence[QWidget], way: Sequence[QWidget]) -> list[str]:
    """Steps of the Tab key that lead up and to the left, but for the one with which it begins anew.

    The round begins with what was made first, or, where navigation is hidden, with what stands highest.
    """
    if not expected or expected[0] not in way:
        return []
    highest = min(way, key=lambda each: _line_weighs_more(each.mapToGlobal(QPoint())))
    return min((_back_from(way.index(first), way) for first in (expected[0], highest)), key=len)


def _line_weighs_more(place: QPoint) -> int:
    """Neighbours of one line may differ by a pixel in height."""
    return 100 * place.y() + place.x()


def _back_from(start: int, way: Sequence[QWidget]) -> list[str]:
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


# --- room -----------------------------------------------------------------------------------------------------------


def cut(root: QWidget, width: int = 0) -> list[str]:
    """Visible words with less room than they need, beyond ``width`` (0: the edge), or to be scrolled to sideways."""
    return [
        f"{_name(each)}: {why}"
        for each in root.findChildren(QWidget)
        if each.isVisible() and (why := _why_cut(root, each, width or root.width()))
    ]


def _why_cut(root: QWidget, widget: QWidget, width: int) -> str:
    if isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        return "wider than its scroll area" if inside.width() > widget.viewport().width() + 1 else ""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.property("text"):
        return ""
    if widget.mapTo(root, QPoint(widget.width(), 0)).x() > width:
        return "beyond the edge"
    if isinstance(widget, PushButton):
        return _why_tight_button(widget)
    if isinstance(widget, QLabel) and widget.wordWrap():
        return _why_tight_words(widget)
    needed = widget.sizeHint()
    if widget.width() < needed.width():
        return "too narrow"
    return "too low" if widget.height() < needed.height() - 1 else ""


def _why_tight_button(widget: PushButton) -> str:
    """It breaks its words, ordinary words as a whole, and is as high as its lines."""
    if widget.width() < widget.minimumSizeHint().width():
        return "a word is wider than its place"
    return "too low" if widget.height() < widget.heightForWidth(widget.width()) - 1 else ""


def _why_tight_words(widget: QLabel) -> str:
    if widget.height() < widget.heightForWidth(widget.width()):
        return "too low"
    if isinstance(widget, Prose):  # breaks its lines itself, and anywhere
        return "" if all(widget.rect().contains(each.geometry()) for each in widget.marks) else "a mark is cut"
    return "a word is wider than its place" if _widest(widget) > widget.width() else ""


def _widest(label: QLabel) -> int:
    """The widest line as the words are broken in the label's width."""
    place = QRect(0, 0, label.width(), 100_000)
    text = label.broken() if isinstance(label, Words) else label.text()
    return label.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, text).width()


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


def out_of_sight(root: QWidget) -> list[str]:
    """What can have the keyboard and is not seen when it has it: behind an edge, or not scrolled to."""
    found = []
    for each in focusable(root):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if each.isVisible() and not _seen(each):
            found.append(f"{_name(each)} is out of sight")
    return found


def _seen(widget: QWidget) -> bool:
    """All of it, or, of what is larger than any place for it (a list, a page to read), enough to read in."""
    seen = widget.visibleRegion().boundingRect().size()
    return seen.width() >= min(widget.width(), _ENOUGH) - 2 and seen.height() >= min(widget.height(), _ENOUGH) - 2


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.property('text') or ''}”"


def too_small(root: QWidget) -> list[str]:
    """Buttons that are narrower or lower than WCAG allows."""
    buttons = [each for each in focusable(root) if isinstance(each, QAbstractButton)]
    return [
        f"{each.accessibleName() or each.text()}: {each.width()} x {each.height()}"
        for each in buttons
        if min(each.width(), each.height()) < _SMALLEST_TARGET
    ]
