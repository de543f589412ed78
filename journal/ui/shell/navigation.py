"""The navigation at the left: what exists, and nothing that does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.icons import IconMark, set_icon
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label, plain
from journal.ui.shell.places import LOWER_PLACES, PLACES, WITHOUT_JOURNAL


class Navigation(QFrame):
    """One item for each screen; icons only where the window is narrow."""

    chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self._narrow = False
        self._name = label(texts("Leaf Journal"), "strong")
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(10, 4, 4, 12)
        line.setSpacing(8)
        line.addWidget(IconMark("leaf"))
        line.addWidget(self._name, 1)
        self._group = QButtonGroup(self)
        self.items: dict[str, QPushButton] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 14, 12, 12)
        body.setSpacing(4)
        body.addWidget(head)
        for key, name, icon in PLACES:
            body.addWidget(self._item(key, texts(name), icon))
        body.addStretch(1)
        for key, name, icon in LOWER_PLACES:
            body.addWidget(self._item(key, texts(name), icon))
        emergency = self.items[WITHOUT_JOURNAL]
        emergency.setProperty("role", "emergency_item")
        set_icon(emergency, "safety", "emergency")
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Expanding)
        appearance().changed.connect(self._measure)
        self._measure()

    def _item(self, key: str, name: str, icon: str) -> QPushButton:
        item = QPushButton(plain(name))
        item.setProperty("role", "item")
        item.setProperty("words", name)
        item.setCheckable(True)
        item.setAccessibleName(name)
        item.setAutoDefault(False)
        set_icon(item, icon)
        item.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(item)
        self.items[key] = item
        return item

    def current(self) -> str:
        """Where the person is; "" is nowhere."""
        return next((key for key, item in self.items.items() if item.isChecked()), "")

    def show_place(self, key: str) -> None:
        """Mark where the person is; "" is nowhere."""
        self._group.setExclusive(False)
        for name, item in self.items.items():
            item.setChecked(name == key)
        self._group.setExclusive(True)

    def set_open(self, opened: bool) -> None:
        """Without a journal only the emergency numbers are there."""
        for key, item in self.items.items():
            item.setVisible(opened or key == WITHOUT_JOURNAL)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons with words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._measure()

    def _measure(self) -> None:
        self._name.setVisible(not self._narrow)
        for item in self.items.values():
            item.setText("" if self._narrow else f"  {plain(item.property('words'))}")
            item.setToolTip(item.property("words") if self._narrow else "")
            item.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedWidth(theme().px(42) + 26 if self._narrow else theme().px(188))
