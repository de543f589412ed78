"""Pages of which one is shown, and which asks for no more room than that one needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from journal.ui.kit.alive import let_go
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.scroll_area import show_ground_below
from journal.ui.kit.tab_order import KeepInSight, bring_into_sight, first_place
from journal.ui.kit.theme import theme


class Pages(QWidget):
    """Named as QStackedWidget is, which would be as large as the largest of its pages, seen or not."""

    currentChanged = Signal()

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._current_page: QWidget | None = None
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            self.addWidget(page)

    def addWidget(self, page: QWidget) -> None:
        """One more page; the first is shown."""
        page.hide()
        self._holder.addWidget(page, 1)
        if self._current_page is None:
            self.setCurrentWidget(page)

    def removeWidget(self, page: QWidget) -> None:
        """Take a page out; the first of the others is shown if it was this one."""
        self._holder.removeWidget(page)
        page.hide()
        if page is self._current_page:
            self._current_page = None
            if others := widgets_in(self._holder):
                self.setCurrentWidget(others[0])

    def replace_all(self, page: QWidget) -> None:
        """This page alone. The others go, and none of them is shown once more: what they belong to may be gone."""
        self.setUpdatesEnabled(False)
        self._current_page = None
        while (item := self._holder.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                let_go(old)
        self.addWidget(page)
        self.setUpdatesEnabled(True)

    def currentWidget(self) -> QWidget | None:
        """The page that is shown."""
        return self._current_page

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page; the keyboard goes along if it was on the one before."""
        before = self._current_page
        if page is before:
            return
        focused = self.window().focusWidget()
        follow = before is not None and focused is not None and before.isAncestorOf(focused)
        self._current_page = page
        self.setUpdatesEnabled(False)
        if before is not None:
            before.hide()
        page.show()
        self.setUpdatesEnabled(True)
        if follow:
            (page.focusWidget() or first_place(page) or page).setFocus()
        self.currentChanged.emit()


class Sheet(QScrollArea):
    """Fills its place with something, and scrolls it where the place is smaller than what it needs.

    What has the keyboard in it is always brought into sight.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show_ground_below(self)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)
        self._fitting = self._whole = False
        self._lowest: int | None = None
        KeepInSight(inside)

    def set_lowest(self, height: int) -> None:
        """How low it may become, in px at 100 %, however much is in it."""
        self._lowest = height
        self.updateGeometry()

    def show_whole(self, all_of_it: bool) -> None:
        """Whether it asks for all the height that its inside needs, because what holds it scrolls."""
        if all_of_it != self._whole:
            self._whole = all_of_it
            self.updateGeometry()

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        hint, layout = super().minimumSizeHint(), self._inside.layout()
        if self._whole and layout is not None:
            return QSize(hint.width(), _least_height(layout, self.contentsRect().width()))
        return hint if self._lowest is None else QSize(hint.width(), theme().px(self._lowest))

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        was_seen = self._shows_focused(event.oldSize().height())
        super().resizeEvent(event)
        self.fit()
        if self._whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()
        # Once what is inside is laid out anew: a lower window must not leave the keyboard behind. Who has scrolled away
        # from it stays there: a line that comes or goes around what scrolls makes its place lower or higher, too.
        if was_seen:
            once_laid_out(self, self._show_focused)

    def to_top(self) -> None:
        """Show the beginning, as of something that was not seen yet."""
        self.verticalScrollBar().setValue(0)

    def _shows_focused(self, height: int) -> bool:
        """Whether some of what has the keyboard was seen when it showed this much; so it is before the first layout."""
        focused = self.window().focusWidget()
        if height <= 0 or focused is None or not self._inside.isAncestorOf(focused):
            return True
        holder = focused.parentWidget()
        while holder is not None and holder is not self:
            if isinstance(holder, QScrollArea) and not _is_seen(focused, holder.viewport(), holder.viewport().height()):
                return False
            holder = holder.parentWidget()
        return _is_seen(focused, self.viewport(), height)

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            bring_into_sight(focused)

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
            if self._whole:
                self.updateGeometry()
        return False

    def fit(self) -> None:
        """Give what is inside the room that it needs, and all the room that there is."""
        layout = self._inside.layout()
        if layout is None or self._fitting:
            return
        self._fitting = True
        room, policies = self.contentsRect().size(), Qt.ScrollBarPolicy
        scrolls = _least_height(layout, room.width()) > room.height()
        # Said at once: left to Qt, the bar comes and goes a moment after what is inside was laid out.
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if scrolls else policies.ScrollBarAlwaysOff)
        if scrolls:
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        width = max(room.width(), layout.totalMinimumSize().width())
        # What scrolls has all the height that it asks for: squeezed, Qt's layouts would take it from lines of words.
        height = layout.totalHeightForWidth(width) if scrolls and layout.hasHeightForWidth() else room.height()
        self._inside.resize(width, max(height, _least_height(layout, width)))
        self._fitting = False


def _least_height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return layout.totalMinimumSize().height()


def _is_seen(widget: QWidget, viewport: QWidget, height: int) -> bool:
    top = widget.mapTo(viewport, QPoint()).y()
    return top < height and top + widget.height() > 0
