"""What can be read in Safety, in its groups: a list beside the page, or one field where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.fields import Choice
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.widgets import Card
from journal.ui.kit.wrap_button import WrapButton

_AROUND = (4, 2, 4, 4)  # px around the list: left, above, right, below
_FRAME = 8  # px of the card around what scrolls


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is shown: its name, and the code and title of each thing in it."""

    name: str
    entries: tuple[tuple[str, str], ...]


class PageList(Card):
    """Every page under the name of its group; ``chosen`` with its code, also when it is chosen again.

    Where there is no room for all of them, every group is seen and one of them is open: that of the page that is shown,
    or the one whose name was pressed. Tab comes to the page that is shown, and the arrow keys go on from there, from
    one group into the next.
    """

    chosen = Signal(str)

    def __init__(self, texts: Texts, groups: Sequence[Group]) -> None:
        super().__init__(6, 0)
        self._texts = texts
        self._current = self._open = ""
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.items: dict[str, WrapButton] = {}
        self.names: dict[str, WrapButton] = {}
        self._group_of = {code: group.name for group in groups for code, _ in group.entries}
        self._closed: dict[str, str] = {}  # what is said of each group while its pages are not seen
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*_AROUND)
        column.setSpacing(0)
        for group in groups:
            column.addWidget(self._name(group))
            for code, title in group.entries:
                column.addWidget(self._item(code, title))
        column.addStretch(1)
        self.scroller = scrolling(inside)
        self.scroller.setAccessibleName(texts("Pages"))
        self.body.addWidget(self.scroller)

    def _name(self, group: Group) -> WrapButton:
        name = self.names[group.name] = WrapButton(group.name, role="small")
        count = self._texts.plural("{n} page", "{n} pages", len(group.entries))
        self._closed[group.name] = f"{group.name} · {count}"
        name.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        name.clicked.connect(lambda: self._show_group(group.name))
        return name

    def _item(self, code: str, title: str) -> WrapButton:
        item = self.items[code] = WrapButton(title)
        item.setProperty("code", code)
        item.make_one_of(self._group)
        item.again.connect(lambda: self.chosen.emit(code))
        item.installEventFilter(self)
        return item

    def _toggled(self, item: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(item.property("code"))

    def mark(self, code: str | None) -> None:
        """Check a page without choosing it; None checks none, and Tab comes to the one that was shown last."""
        self._current = code or self._current
        self._open = self._group_of.get(self._current, self._open)
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for name, item in self.items.items():
                item.setChecked(name == code)
                here = name == self._current
                item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            self._group.setExclusive(True)
        self._fit()
        if code is not None:
            once_laid_out(self, lambda: self.scroller.ensureWidgetVisible(self.items[code], 0, 12))

    # --- room ---

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def has_room(self) -> bool:
        """Whether all pages are seen at once."""
        left, top, right, bottom = _AROUND
        width = self.width() - 2 * _FRAME - left - right
        rows = [*self.names.values(), *self.items.values()]
        return sum(row.heightForWidth(width) for row in rows) + top + bottom <= self.height() - 2 * _FRAME

    def _fit(self) -> None:
        """Show every page, or those of one group."""
        roomy = self.has_room
        for code, item in self.items.items():
            item.setVisible(roomy or self._group_of[code] == self._open)
        for group, name in self.names.items():
            name.say(group if roomy or group == self._open else self._closed[group])
            name.setCursor(Qt.CursorShape.ArrowCursor if roomy else Qt.CursorShape.PointingHandCursor)

    def _show_group(self, name: str) -> None:
        self._open = name
        self._fit()
        once_laid_out(self, lambda: self.scroller.ensureWidgetVisible(self.names[name], 0, 0))

    # --- the keyboard ---

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the last page of a group to the first of the next one, which is closed until then, and back."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            target = self._beside(watched.property("code"), step) if step else None
            if target is not None:
                target.show()
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                target.click()
                return True
        return super().eventFilter(watched, event)

    def _beside(self, code: str, step: int) -> WrapButton | None:
        """The next page where it is in a group that is closed."""
        codes = list(self.items)
        place = codes.index(code) + step
        following = self.items[codes[place]] if 0 <= place < len(codes) else None
        return following if following is not None and following.isHidden() else None


def in_line_with_items(name: QLabel) -> QVBoxLayout:
    """What stands above buttons of a list begins where their words begin; a label's own margins go with the style."""
    made = QVBoxLayout()
    made.setContentsMargins(10, 0, 0, 0)
    made.addWidget(name)
    return made


class PageChooser(Choice):
    """The same as one field; the names of the groups are in it, and cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, texts: Texts, groups: Sequence[Group]) -> None:
        rows = [row for group in groups for row in ((None, group.name), *group.entries)]
        super().__init__(texts("Page"), rows)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for number, (code, _name) in enumerate(rows):
            model.item(number).setEnabled(code is not None)
        self.activated.connect(lambda _number: self.chosen.emit(self.value()))
