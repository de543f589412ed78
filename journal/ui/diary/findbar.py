"""The find field and the chips beside it: period, kind, product, private, trash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from journal.core.entries import Product
from journal.texts import Texts
from journal.ui.diary.filters import WEEKS, Filters, Period
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.text_line import TextLine
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label, plain

_TYPING_PAUSE_MS = 150


class ChipMenu:
    """A pill that opens a menu of choices; it shows the choice, and is filled in while it restricts anything."""

    def __init__(self, name: str, on_choice: Callable[[], None]) -> None:
        self.chip: QPushButton = chip(name)
        self._name, self._on_choice = name, on_choice
        self._menu = QMenu(self.chip)
        self._group = QActionGroup(self._menu)
        self.chip.setMenu(self._menu)
        self._value: object = None

    @property
    def value(self) -> object:
        """What is chosen; the first choice restricts nothing."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these; what was chosen stays so if it is still there."""
        self._menu.clear()
        for old in self._group.actions():
            self._group.removeAction(old)
        for key, words in choices:
            self._offer(key, words)
        self.choose(self._value)

    def choose(self, value: object) -> None:
        """Choose without telling anyone; an unknown value chooses the first."""
        actions = self._group.actions()
        chosen = next((action for action in actions if action.data() == value), actions[0])
        chosen.setChecked(True)
        self._value = chosen.data()
        self.chip.setText(f"{chosen.text()} ▾")
        self.chip.setChecked(chosen is not actions[0])
        words = chosen.text().replace("&&", "&")
        self.chip.setAccessibleName(f"{self._name}: {words}")

    def _offer(self, key: object, words: str) -> None:
        action = QAction(plain(words), self._menu)
        action.setCheckable(True)
        action.setData(key)
        action.triggered.connect(lambda _checked, key=key: self._chosen(key))
        self._group.addAction(action)
        self._menu.addAction(action)

    def _chosen(self, key: object) -> None:
        self.choose(key)
        self._on_choice()


class FindField(TextLine):
    """Escape empties it; Down and Enter go to the list."""

    leave = Signal()

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(theme().px(290), super().sizeHint().height())

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """What the list is restricted to. ``changed`` comes after a pause in typing, at once after a choice."""

    changed = Signal()
    trash_toggled = Signal(bool)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.field = FindField()
        self.field.setAccessibleName(texts("Find in the diary"))
        self.field.setPlaceholderText(texts("Find"))
        self.field.setMaxLength(200)
        self.kind = ChipMenu(texts("Kind"), self._emit_changed)
        self.product = ChipMenu(texts("Product"), self._emit_changed)
        self.period = ChipMenu(texts("Period"), self._emit_changed)
        self.private = chip(texts("Private"))
        self.trash = chip(texts("Trash"))
        self.clear = chip(texts("Show everything"), checkable=False, on_click=self.reset)
        self.count = label(role="quiet")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._arrange()
        self._connect()
        self.set_choices([], [])
        self.show_found("")

    def _arrange(self) -> None:
        flow = FlowLayout(self)
        for part in (self.field, *self._chips(), self.count):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._measure()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.changed)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.private.toggled.connect(lambda _on: self._emit_changed())
        self.trash.toggled.connect(self._show_trash)
        appearance().changed.connect(self._measure)

    def _measure(self) -> None:
        for part in (self.field, self.count, *self._chips()):
            part.setMinimumHeight(theme().px(36))

    def _chips(self) -> Iterable[QPushButton]:
        return (self.period.chip, self.kind.chip, self.product.chip, self.private, self.trash, self.clear)

    def set_choices(self, products: Sequence[Product], years: Sequence[int]) -> None:
        """What there is to choose from now."""
        texts = self._texts
        kinds = [(code, texts(kind.plural)) for code, kind in ENTRY_KINDS.items()]
        self.kind.set_choices([("", texts("All kinds")), *kinds])
        self.product.set_choices([("", texts("Any product")), *((product.id, product.name) for product in products)])
        periods = [Period(), *(Period(weeks=count) for count in WEEKS), *(Period(year=year) for year in years)]
        self.period.set_choices([(period, period.words(texts)) for period in periods])

    def filters(self) -> Filters:
        """What is asked for."""
        period = self.period.value
        return Filters(
            text=" ".join(self.field.text().split()),
            kind=str(self.kind.value or ""),
            product=str(self.product.value or ""),
            period=period if isinstance(period, Period) else Period(),
            private=self.private.isChecked(),
        )

    def reset(self) -> None:
        """Restrict nothing."""
        self.field.clear()
        for menu in (self.kind, self.product, self.period):
            menu.choose(None)
        self.private.setChecked(False)
        self._emit_changed()
        self.field.setFocus()

    def show_found(self, text: str) -> None:
        """ "27 found", or nothing while nothing is looked for."""
        self.count.setText(text)
        self.count.setVisible(bool(text))
        self.clear.setVisible(self.filters().any)

    def _show_trash(self, on: bool) -> None:
        # The trash is a list by itself: what restricts the diary would only hide things in it.
        for part in (self.field, self.period.chip, self.kind.chip, self.product.chip, self.private):
            part.setVisible(not on)
        self.trash_toggled.emit(on)

    def _emit_changed(self) -> None:
        self._pause.stop()
        self.changed.emit()


def years_since(first: dt.date | None, today: dt.date) -> list[int]:
    """The years of the journal, newest first."""
    return [] if first is None else list(range(max(today.year, first.year), first.year - 1, -1))
