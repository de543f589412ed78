"""Tab goes through widgets as they are read, whatever order they were made in.

``QWidget.setTabOrder`` is not used for this: with compound widgets it can leave a chain that Tab does not get around.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.layout_order import in_order

_AROUND = 12
_FIRST = "visited_first"
_WITH_PARENT = "seen_with_parent"
_CAPTION = "seen_with_caption"
_BY_TAB = Qt.FocusPolicy.TabFocus.value  # a number: flags are slow, and a walk looks at every widget of the window


def visit_first(widget: QWidget) -> None:
    """Tab comes to this widget before its neighbours: to an amount before the "−" at its left."""
    widget.setProperty(_FIRST, True)


def see_with_parent(widget: QWidget) -> None:
    """What has the keyboard is seen with what holds it: digits with the name above them."""
    widget.setProperty(_WITH_PARENT, True)


def see_with(caption: QWidget, *parts: QWidget) -> None:
    """What has the keyboard in these parts is seen with their caption, where there is room for both."""
    for part in parts:
        part.setProperty(_CAPTION, caption)


def move_in_reading_order(root: QWidget, forward: bool) -> bool:
    """Move the keyboard to the next or previous place below ``root``, round at its ends; False if it is not there."""
    focused = root.window().focusWidget()
    if focused is None or not _is_place(focused) or not _is_laid_out_below(root, focused):
        return False
    target = _following(root, focused) if forward else _preceding(root, focused)
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(target)
    return True


def hand_keyboard_on(going: QWidget) -> None:
    """Before this is taken away: if the keyboard is in it, what stands next has it. Qt would give it to anything."""
    root, focused = going.window(), QApplication.focusWidget()
    if focused is None or not (focused is going or going.isAncestorOf(focused)):
        return
    places = list(_places(root, window=True))
    inside = [place for place in places if place is going or going.isAncestorOf(place)]
    if inside and len(inside) < len(places):
        following = places[(places.index(inside[-1]) + 1) % len(places)]
        following.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever holds the widget so that it is seen; Qt does so only for Tab within one scroll area."""
    holder = widget.parentWidget()
    if holder is not None and widget.property(_WITH_PARENT):
        _scroll_around(holder)
    _scroll_around(widget, _caption_of(widget))
    _scroll_around(widget)  # where there is no room for all that it is seen with


def _caption_of(widget: QWidget) -> QWidget | None:
    """The caption of the part that it is, or is in."""
    part: QWidget | None = widget
    while part is not None:
        caption = part.property(_CAPTION)
        if isinstance(caption, QWidget):
            return caption if caption.isVisible() else None
        part = part.parentWidget()
    return None


def _scroll_around(widget: QWidget, caption: QWidget | None = None) -> None:
    holder = widget.parentWidget()
    while holder is not None:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            place = _place_in(inside, widget)
            if caption is not None and inside.isAncestorOf(caption):
                place = place.united(_place_in(inside, caption))
            if caption is None or place.height() <= holder.viewport().height():
                _scroll_to(holder, place, inside)
                if place.bottom() > holder.verticalScrollBar().maximum() + holder.viewport().height():
                    _once_it_reaches(holder, widget)
        holder = holder.parentWidget()


def _once_it_reaches(area: QScrollArea, widget: QWidget) -> None:
    """What holds the widget has grown and the area does not scroll as far yet: look again when it does."""

    def look() -> None:
        if QApplication.focusWidget() is widget:
            bring_into_sight(widget)

    grown = area.verticalScrollBar().rangeChanged
    grown.connect(lambda *_: once_laid_out(area, look), Qt.ConnectionType.SingleShotConnection)


def _place_in(inside: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint()), widget.size())


def _scroll_to(area: QScrollArea, place: QRect, inside: QWidget) -> None:
    """All of the place is seen, and a little around it; of one that is larger than the area, its beginning."""
    room = area.viewport().size()
    seen = QRect(-inside.pos(), room).intersected(place)
    if seen.height() >= min(place.height(), room.height()):
        return
    height = min(place.height(), room.height())
    margin = min(height // 2 + _AROUND, room.height() // 2)
    area.ensureVisible(place.x(), place.y() + height // 2, 0, margin)


class KeepInSight(QObject):
    """Scrolls to what has the keyboard below ``root``, however it came there; a click is where one looks already."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._follows_on = False  # a look at it once more is due
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._root.isAncestorOf(now) and not QGuiApplication.mouseButtons():
            bring_into_sight(now)
            # What was only just put there has its place later: a new row, or a field that was hidden before.
            if not self._follows_on:
                self._follows_on = True
                once_laid_out(self, self._follow_on)

    def _follow_on(self) -> None:
        self._follows_on = False
        widget = QApplication.focusWidget()
        if widget is not None and self._root.isAncestorOf(widget):
            bring_into_sight(widget)


def first_place(root: QWidget) -> QWidget | None:
    """Where Tab would go first below ``root``."""
    return next((place for place in _places(root) if place is not root), None)


def _places(widget: QWidget, window: bool = False) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled() or (widget.isWindow() and not window):
        return
    if _takes_tab(widget):
        yield widget
    for part in _parts(widget):
        yield from _places(part)


def _is_place(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and _takes_tab(widget)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & _BY_TAB) and widget.focusProxy() is None


# --- the next one, without looking at the whole window --------------------------------------------------------------


def _following(root: QWidget, place: QWidget) -> QWidget:
    return next(chain(_after(root, place), _places(root, window=True)))


def _preceding(root: QWidget, place: QWidget) -> QWidget:
    before = next(_before(root, place), None)
    return list(_places(root, window=True))[-1] if before is None else before


def _after(root: QWidget, place: QWidget) -> Iterator[QWidget]:
    """What is inside the place, then what stands after it in its holder, after that one in its own, and so on."""
    for part in _parts(place):
        yield from _places(part)
    for holder, inside in _way_up(root, place):
        parts = _parts(holder)
        for part in parts[parts.index(inside) + 1 :]:
            yield from _places(part)


def _before(root: QWidget, place: QWidget) -> Iterator[QWidget]:
    for holder, inside in _way_up(root, place):
        parts = _parts(holder)
        for part in reversed(parts[: parts.index(inside)]):
            yield from reversed(list(_places(part)))
        if _takes_tab(holder):
            yield holder


def _is_laid_out_below(root: QWidget, place: QWidget) -> bool:
    """Not what is in another window, or was laid over the others by hand."""
    below = place is root or root.isAncestorOf(place)
    return below and all(inside in _parts(holder) for holder, inside in _way_up(root, place))


def _way_up(root: QWidget, place: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Each widget that holds the place, up to ``root``, and what of it the place is in."""
    while place is not root and (holder := _holder(place)) is not None:
        yield holder, place
        place = holder


def _holder(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return area if isinstance(area, QScrollArea) and area.widget() is widget else parent


# --- what a widget is made of, in its order -------------------------------------------------------------------------


def _parts(widget: QWidget) -> list[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [] if inside is None else [inside]
    if layout is not None:
        return list(_in_layout(layout))
    # What has no layout holds its widgets in their order.
    return [child for child in widget.children() if isinstance(child, QWidget)]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for part in sorted(in_order(layout), key=_is_later):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _in_layout(part)


def _is_later(part: QWidget | QLayout) -> bool:
    return not part.property(_FIRST)
