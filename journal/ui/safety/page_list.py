"""What can be read in Safety, in its groups: a list beside the page, or one field where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.fields import Choice
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.widgets import Card, label
from journal.ui.kit.wrap_button import WrapButton


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is shown: its name, and the code and title of each thing in it."""

    name: str
    entries: tuple[tuple[str, str], ...]


class PageList(Card):
    """Every page under the name of its group; ``chosen`` with its code, also when it is chosen again.

    Tab comes to the page that is shown, and the arrow keys go on from there.
    """

    chosen = Signal(str)

    def __init__(self, texts: Texts, groups: Sequence[Group]) -> None:
        super().__init__(6, 0)
        self._current = ""
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.items: dict[str, WrapButton] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 2, 4, 4)
        column.setSpacing(0)
        for group in groups:
            column.addSpacing(6)
            column.addLayout(in_line_with_items(label(group.name, "small", wrap=True)))
            for code, title in group.entries:
                column.addWidget(self._item(code, title))
        column.addStretch(1)
        self.scroller = scrolling(inside)
        self.scroller.setAccessibleName(texts("Pages"))
        self.body.addWidget(self.scroller)

    def _item(self, code: str, title: str) -> WrapButton:
        item = self.items[code] = WrapButton(title)
        item.setProperty("code", code)
        item.make_one_of(self._group)
        item.again.connect(lambda: self.chosen.emit(code))
        return item

    def _toggled(self, item: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(item.property("code"))

    def mark(self, code: str | None) -> None:
        """Check a page without choosing it; None checks none, and Tab comes to the one that was shown last."""
        self._current = code or self._current
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for name, item in self.items.items():
                item.setChecked(name == code)
                here = name == self._current
                item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            self._group.setExclusive(True)
        if code is not None:
            self.scroller.ensureWidgetVisible(self.items[code], 0, 12)


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
