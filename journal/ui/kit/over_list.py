"""Details beside a list; where there is no room beside it, a line below the list that opens them over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.key_names import key_name
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import label

_BUTTON_BESIDE_FROM = 420  # px at 100 %


class OverList(QWidget):
    """Two lists that scroll one below the other are hard to use, so that of a narrow window only one is there.

    ``changed`` when it covers the list or does so no more; whoever holds both hides the list meanwhile. What is given
    with ``add_foot`` stands below it always, whatever is scrolled or folded.
    """

    changed = Signal()
    left = Signal()  # the person wants the list again, with the keyboard

    def __init__(self, texts: Texts, details: QWidget) -> None:
        super().__init__()
        self._details = details
        self._narrow = self._covers = self._empty = False
        self._title = label(role="strong", wrap=True)
        self.open = button(texts("Details"), self.cover)
        self.back = button(texts("Back to the list"), self.left.emit)
        self.back.setAccessibleName(f"{self.back.text()}, {key_name('Esc')}")
        self._line = SideBySide(_BUTTON_BESIDE_FROM, 8)
        self._line.add(self._title, 1)
        self._line.add(flowing(self.open))
        self._line.setContentsMargins(16, 8, 12, 8)
        self._way_back = flowing(self.back)
        self._way_back.setContentsMargins(12, 12, 12, 0)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(0, 0, 0, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._way_back)
        body.addWidget(details, 1)
        body.addWidget(self._line)
        body.addLayout(self._foot)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._arrange()

    def add_foot(self, *widgets: QWidget) -> None:
        """What is always in sight below."""
        self._foot.setContentsMargins(12, 0, 12, 8)
        self._line.setContentsMargins(16, 8, 12, 0)
        for widget in widgets:
            self._foot.addWidget(widget)

    @property
    def covers(self) -> bool:
        """Whether the details have the place of the list."""
        return self._narrow and self._covers

    def say(self, title: str, empty: bool = False) -> None:
        """What the details are about; ``empty``: there is nothing to open."""
        self._title.setText(title)
        self.open.setAccessibleDescription(title)
        self._empty = empty
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room beside the list."""
        if narrow != self._narrow:
            self._narrow, self._covers = narrow, False
            self._arrange()
            self.changed.emit()

    def cover(self) -> None:
        """Show the details in the place of the list, the keyboard on the way back."""
        if self._narrow and not self._covers:
            self._covers = True
            # First of all: Qt would hand the keyboard of what is hidden to the details, and they would scroll to it.
            self._way_back.show()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._arrange()
            self.changed.emit()

    def uncover(self) -> None:
        """The list again; the keyboard is put where it belongs by whoever asks for this."""
        if self._covers:
            self._covers = False
            self._arrange()
            self.changed.emit()

    def _escape(self) -> None:
        if self.covers:
            self.left.emit()

    def _arrange(self) -> None:
        self._details.setVisible(not self._narrow or self._covers)
        self._way_back.setVisible(self.covers)
        self._line.setVisible(self._narrow and not self._covers)
        self.open.setVisible(not self._empty)
