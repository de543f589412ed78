"""The navigation at the left: one item for each screen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import IconMark, set_icon
from journal.ui.kit.key_names import key_name
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.tab_order import KeepInSight, bring_into_sight
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label, plain
from journal.ui.shell.places import EMERGENCY, FLARE, FLARE_KEY, LOWER_PLACES, PLACES

_SIDE = 12
_WHOLE_FROM = 860  # px at 100 %
_BESIDE = 320, 640  # px at 100 %, and px at any size, that words must leave for what stands beside them
_ICON, _ROUND = 18, 9  # px at 100 %, and px at any size: edges, and what Qt adds to words
_HEAD_FROM = 420  # px at 100 %; in a lower window the places need the room


class Navigation(QFrame):
    """One item for each screen; words alone where large letters leave little room, icons alone where there is less.

    Who checks an item, by any means, goes there.
    """

    chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setProperty("role", "navigation")
        self._narrow = self._words_alone = False
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self.items: dict[str, QPushButton] = {}
        self._head = self._made_head(texts("Leaf Journal"))
        upper, self._upper = _column()
        for place in (*PLACES, FLARE):
            self._upper.addWidget(self._item(place.key, texts(place.name), place.icon))
        self._upper.addStretch(1)
        lower, self._lower = _column()
        for item in LOWER_PLACES:
            self._lower.addWidget(self._item(item.key, texts(item.name), item.icon))
        self.lock = _named(EnterButton(plain(texts("Lock now"))), texts("Lock now"), "lock")
        self.lock.clicked.connect(lambda _checked=False: self.lock_wanted.emit())
        self._lower.addWidget(self.lock)
        self.lock.hide()
        self._area = scrolling(upper)
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        self._lay_out(lower)
        emergency = self.items[EMERGENCY.key]
        emergency.setProperty("role", "emergency_item")
        set_icon(emergency, "emergency", "emergency")
        self._hints = (
            self._hinted(emergency, key_name("F1"), "emergency_hint"),
            self._hinted(self.items[FLARE.key], key_name(FLARE_KEY), "hint"),
        )
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Expanding)
        KeepInSight(upper)
        appearance().changed.connect(self._measure)
        self._measure()

    def _made_head(self, name: str) -> QWidget:
        self._name = label(name, "strong")
        head = QWidget()
        line = self._head_line = QHBoxLayout(head)
        line.setSpacing(8)
        line.addWidget(IconMark("leaf"), 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self._name, 1)
        return head

    def _lay_out(self, lower: QWidget) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 14, 0, 12)
        body.setSpacing(4)
        body.addWidget(self._head)
        # In a low window the places scroll; the emergency numbers stay where they are.
        body.addWidget(self._area, 1)
        body.addWidget(lower)

    def _item(self, key: str, name: str, icon: str) -> QPushButton:
        item = EnterButton(plain(name))
        item.setProperty("place", key)
        item.make_one_of(self._group)
        item.again.connect(lambda: self.chosen.emit(key))
        self.items[key] = _named(item, name, icon)
        return item

    def _toggled(self, item: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(item.property("place"))

    def _hinted(self, item: QPushButton, keys: str, role: str) -> QWidget:
        """The key at the far end of an item."""
        hint = label(keys, role)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(item)
        line.setContentsMargins(0, 0, 10, 0)
        line.addStretch(1)
        line.addWidget(hint)
        item.setAccessibleName(f"{item.accessibleName()}, {keys}")
        return hint

    def current(self) -> str:
        """Where the person is; "" is nowhere."""
        return next((key for key, item in self.items.items() if item.isChecked()), "")

    def show_place(self, key: str) -> None:
        """Mark where the person is; "" is nowhere."""
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for name, item in self.items.items():
                item.setChecked(name == key)
            self._group.setExclusive(True)
        if key in self.items:
            bring_into_sight(self.items[key])

    def set_open(self, opened: bool, can_lock: bool = False) -> None:
        """Without a journal only the emergency numbers are there; only one with a passphrase can be locked."""
        for key, item in self.items.items():
            item.setVisible(opened or key == EMERGENCY.key)
        self.lock.setVisible(can_lock)

    def set_room(self, width: int, beside_notice: bool = False) -> None:
        """Icons with words, or in so wide a window words alone, or icons alone: so, too, where a notice needs room."""
        narrow = width < theme().px(_WHOLE_FROM)
        words = width - self._words_width() >= max(theme().px(_BESIDE[0]), _BESIDE[1])
        self.set_narrow(narrow, narrow and words and not beside_notice)

    def set_narrow(self, narrow: bool, words: bool = False) -> None:
        """Without icons beside words: with ``words`` alone, else with icons alone."""
        if (narrow, words) != (self._narrow, self._words_alone):
            self._narrow, self._words_alone = narrow, words
            self._measure()

    def _words_width(self) -> int:
        """The width of the items without their icons."""
        metrics = QFontMetrics(theme().font(14, bold=True))
        widest = max(metrics.horizontalAdvance(item.property("words")) for item in self.items.values())
        return widest + 2 * (theme().px(8) + _SIDE) + _ROUND

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setVisible(self.height() >= theme().px(_HEAD_FROM))

    def _make_room_for_bar(self, _first: int, last: int) -> None:
        self._upper.setContentsMargins(_SIDE, 0, 0 if last else _SIDE, 0)

    def _measure(self) -> None:
        for part in (self._name, *self._hints):
            part.setVisible(not self._narrow)
        # The leaf stands above the items' icons, whose place grows with the text.
        self._head_line.setContentsMargins(_SIDE + theme().px(10), 4, 4, 12)
        icons_alone = self._narrow and not self._words_alone
        for item in (*self.items.values(), self.lock):
            words = plain(item.property("words"))
            item.setText("" if icons_alone else words if self._words_alone else f"  {words}")
            item.setToolTip(item.property("words") if icons_alone else "")
            item.setCursor(Qt.CursorShape.ArrowCursor)
            side = 0 if self._words_alone else theme().px(_ICON)
            item.setIconSize(QSize(side, side))
        narrow = self._words_width() if self._words_alone else theme().px(42) + 26
        self.setFixedWidth(narrow if self._narrow else theme().px(188))


def _named(made: QPushButton, name: str, icon: str) -> QPushButton:
    made.setProperty("role", "item")
    made.setProperty("words", name)
    made.setAccessibleName(name)
    made.setAutoDefault(False)
    set_icon(made, icon)
    return made


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_SIDE, 0, _SIDE, 0)
    column.setSpacing(4)
    # Else what scrolls would get the stylesheet's least height for each item, which is too low for some large letters.
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return holder, column
