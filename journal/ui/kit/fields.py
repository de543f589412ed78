"""Text fields, drop-down lists, and the amount field, which says beside it what it understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.core.amounts import GRAM, Amount, Basis, Dimension
from journal.core.refusal import Refused
from journal.core.typed_amounts import OwnUnit, said_in_milligrams
from journal.core.typed_fractions import typed_fraction
from journal.texts import Texts
from journal.texts.amounts import amount_text, quantity_text
from journal.texts.refusals import explain
from journal.texts.typed import read_amount
from journal.ui.kit.buttons import icon_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.tab_order import visit_first
from journal.ui.kit.text_line import TextLine, passes_on
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import label

_STEPS = {"g": 500, "mg": 100_000, "ml": 1000}  # thousandths of what is typed, for + and -
_OWN_UNIT_STEP = 1000
_BESIDE_FROM = 280  # px at 100 %, of an amount and its unit: less leaves the amount five characters
_NARROWEST = 120  # px at 100 %, of a drop-down


def line_edit(name: str, placeholder: str = "", limit: int = 0) -> QLineEdit:
    """A one-line text field with its accessible name."""
    made = TextLine()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    if limit:
        made.setMaxLength(limit)
    return made


class DropDown(QComboBox):
    """A drop-down list with our own arrow, which the mouse wheel scrolls past instead of changing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # On Linux and macOS Qt gives a screen reader the chosen entry in place of the name, and the name of its label.
        self._label = QLabel(name)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self)

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange:
            # Qt looks for the label among what has the same parent.
            self._label.setParent(self.parentWidget())
            self._label.hide()
        return super().event(event)

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(14)
        box = QRectF(self.width() - side - theme().px(8), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), box, "down", theme().quiet)

    @called_by_qt
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Choice(DropDown):
    """One entry out of a list, each with a key."""

    def __init__(self, name: str, choices: Sequence[tuple[object, str]] = ()) -> None:
        super().__init__(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other entries; the chosen one stays chosen if it is still there. No signal."""
        chosen = self.value()
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.set_value(chosen)
        self.blockSignals(False)

    def value(self) -> Any:
        """The chosen key."""
        return self.currentData()

    def set_value(self, key: object) -> None:
        """Choose an entry; an unknown key leaves the first."""
        self.setCurrentIndex(next((n for n in range(self.count()) if self.itemData(n) == key), 0))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        # Where room is short the end of the chosen entry is left out; the open list shows all of it.
        return QSize(min(super().minimumSizeHint().width(), theme().px(_NARROWEST)), super().minimumSizeHint().height())

    @called_by_qt
    def showPopup(self) -> None:
        # The list is as wide as its longest entry, however narrow the field is.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme().px(32))
        super().showPopup()


class NoteEdit(QPlainTextEdit):
    """Free text over several lines. Tab moves on; with ``enter_saves`` Shift+Enter makes the new line."""

    def __init__(self, name: str, placeholder: str = "", lines: int = 2, enter_saves: bool = True) -> None:
        super().__init__()
        self._lines, self._enter_saves = lines, enter_saves
        self._given, self._shown = "", ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show a text, which stays letter for letter as it is until it is edited."""
        self.setPlainText(text)
        self._given, self._shown = text, self.toPlainText()

    def show_typed(self, text: str) -> None:
        """Show a draft's text: nothing changes where it stands here already."""
        if text != self.text():
            self.setPlainText(text)

    def text(self) -> str:
        """What stands here; Qt would turn no-break spaces into plain ones even where nothing was edited."""
        shown = self.toPlainText()
        return self._given if shown == self._shown else shown

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(120, self._lines * QFontMetrics(self.font()).lineSpacing() + theme().px(22))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        written = self.document()
        if passes_on(event, written.isUndoAvailable(), written.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or self._leaves_to_form(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _leaves_to_form(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        return self._enter_saves and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier


class AmountField(QWidget):
    """An amount as the person types it, with what the journal understood (or why it does not) below."""

    changed = Signal()

    def __init__(self, texts: Texts, name: str) -> None:
        super().__init__()
        self._texts = texts
        self._units: Sequence[OwnUnit] = ()
        self._default_unit = "g"
        self.edit = line_edit(name, texts("unknown"), 60)
        self.edit.setProperty("role", "amount")
        self.edit.setMinimumWidth(60)
        self.less = icon_button("minus", texts("Less"), lambda: self.step(-1))
        self.more = icon_button("plus", texts("More"), lambda: self.step(1))
        visit_first(self.edit)
        for step in (self.less, self.more):
            step.leave_enter()
            step.installEventFilter(self)
        typed = QWidget()
        line = QHBoxLayout(typed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.less)
        line.addWidget(self.edit, 1)
        line.addWidget(self.more)
        self._line = SideBySide(_BESIDE_FROM, 6)
        self._line.add(typed, 1)
        self._understood = label(role="small", wrap=True)
        # Its line is kept when empty, so that what is below does not jump with every digit.
        policy = self._understood.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._understood.setSizePolicy(policy)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self._line)
        body.addWidget(self._understood)
        self.edit.textChanged.connect(self._typed)
        self._typed()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget (the unit choice) at the end of the field's line, or below it where that is too narrow."""
        self._line.add(widget)

    def set_units(self, units: Sequence[OwnUnit], default_unit: str) -> None:
        """The product's own units, and what a bare number means: g, mg, ml or an own unit's id."""
        self._units = units
        self._default_unit = next((unit.name for unit in units if unit.id == default_unit), default_unit)
        self._typed()

    def set_text(self, text: str) -> None:
        """Show a text as if it was typed."""
        self.edit.setText(text)

    def amount(self, basis: Basis = Basis.UNKNOWN) -> Amount:
        """What is meant; an empty field is an unknown amount. Raises Refused."""
        return read_amount(self.edit.text(), self._units, self._default_unit, basis)

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number typed while a stepper has the keyboard goes to the field, in place of what stands there."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_number(event.text())):
            return False
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()
        QCoreApplication.sendEvent(self.edit, event)
        return True

    def step(self, direction: int) -> None:
        """A little more or less than now, never below the smallest step; an unknown amount has no less."""
        number, unit = self._parts()
        if not number and direction < 0:
            return
        size = _STEPS.get(unit or self._default_unit, _OWN_UNIT_STEP)
        stepped = max(size, number + direction * size) if number else size
        self.edit.setText(f"{self._texts.number(stepped)} {unit}".strip())

    def _parts(self) -> tuple[int, str]:
        """The typed number in thousandths and the typed unit; 0 for what is no number."""
        typed = " ".join(self.edit.text().split())
        digits = typed[: len(typed) - len(typed.lstrip("0123456789.,"))]
        try:
            part = typed_fraction(typed, [unit.name for unit in self._units])
            if part is not None:
                return round(part.value * 1000), part.unit
            counted = read_amount(digits, (), "g")
        except Refused:
            return 0, ""
        return (counted.quantity, typed[len(digits) :].strip()) if counted.quantity else (0, "")

    def _typed(self) -> None:
        try:
            words = self._amount_in_words(self.amount())
        except Refused as refused:
            words = explain(self._texts, refused)
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)
        self.changed.emit()

    def _amount_in_words(self, amount: Amount) -> str:
        """What was understood, words only where it is not what stands in the field already."""
        if not amount.known:
            return self._texts("The amount will be kept as unknown.")
        unit = next((unit.name for unit in self._units if unit.id == amount.unit), "")
        words = amount_text(self._texts, amount, unit).rpartition("= ")[2]
        if said_in_milligrams(amount) and (amount.quantity or 0) >= GRAM:
            words = quantity_text(self._texts, amount.quantity or 0, Dimension.MASS)  # a zero too many is seen in grams
        return "" if words.replace(" × ", " ") in self._typed_already() else self._texts("= {amount}", amount=words)

    def _typed_already(self) -> tuple[str, str]:
        """What stands there, by itself and with the unit chosen beside it."""
        typed = self.edit.text().strip()
        return typed, f"{typed} {self._default_unit}"

    def leave_unsaid(self) -> None:
        """Show no words below the field until something else is typed: they stand elsewhere."""
        self._understood.setText("")
        self._understood.hide()

    def understood(self) -> str:
        """The words below the field."""
        return self._understood.text()


def _is_number(text: str) -> bool:
    return len(text) == 1 and text in "0123456789.,½⅓⅔¼¾"
