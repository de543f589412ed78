"""A rating from 0 to 10 in one row of digits; nothing is chosen until the person chooses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.key_places import typed_digit
from journal.ui.kit.push_button import ENTER_KEYS
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import announce

_CELLS = 11
_UNSET = -1  # for assistive technology, which knows numbers only: never 0, which is an answer
_GAP = 5
_CLOSE, _CLOSE_MARGIN = 4, 6  # px between digits and around a 10, where all have room in one row only so
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # a 0 may still come
_LARGE = 64  # px, at any text size: twice of that would not leave room for what is asked next


class RatingScale(QAbstractSlider):
    """Digits choose (1 then 0 is 10), left and right change, up and down move on, Backspace or Delete takes it back.

    For assistive technology it is a slider, and may be set: that chooses, and saves nothing.

    Home, End and the mouse wheel choose nothing: people press and turn them to scroll.
    """

    changed = Signal(object)  # int or None
    moved = Signal(int)  # -1 up, +1 down: the form moves to the scale above or below
    digit_typed = Signal(int)  # as it was typed, once the value is chosen
    waits = Signal(bool)  # a 1 was typed, and a 0 makes it 10 however late it comes; or nothing waits any more
    one_stands = Signal(object)  # where ``goes_on``: behind a 1 came this digit, for what comes next, or Enter (None)

    def __init__(self, texts: Texts, symptom: str, low: str, high: str, large: bool = False) -> None:
        """``large``: digits that a tired hand hits."""
        super().__init__()
        self._large = large
        self._texts, self._symptom, self._low, self._high = texts, symptom, low, high
        self._value: int | None = None
        self._one_typed = False
        self.chosen_outside = False  # by assistive technology, which may pass every number on its way to one
        self.goes_on = False
        self._hovered = -1
        self.setOrientation(Qt.Orientation.Horizontal)
        self.valueChanged.connect(self._set_from_outside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance().changed.connect(self.updateGeometry)
        self._name_it()
        self._tell_outside()

    def rename(self, symptom: str, low: str, high: str) -> None:
        """Give the scale another name, for screen readers."""
        self._symptom, self._low, self._high = symptom, low, high
        self._name_it()

    def value(self) -> int | None:  # type: ignore[override]
        """0 to 10, or None while nothing is chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without a signal."""
        self._show_value(value, waits=False)

    def _show_value(self, value: int | None, waits: bool) -> None:
        self._value, self.chosen_outside = value, False
        self._name_it()
        self._tell_outside()
        self.update()
        self._wait(waits)

    def _wait(self, waits: bool) -> None:
        before, self._one_typed = self._one_typed, waits
        if before != waits:
            self.waits.emit(waits)

    def _tell_outside(self) -> None:
        blocked = self.blockSignals(True)
        self.setRange(_UNSET if self._value is None else 0, _CELLS - 1)
        self.setValue(_UNSET if self._value is None else self._value)
        self.blockSignals(blocked)

    def _set_from_outside(self, value: int) -> None:
        self._show_value(None if value == _UNSET else value, waits=False)
        self.chosen_outside = True
        self._tell_chosen()

    @property
    def one_waits(self) -> bool:
        """Whether a 0 would make it 10."""
        return self._one_typed

    def let_stand(self) -> None:
        """A 1 that waited for a 0 is the answer."""
        self._wait(False)

    def type_digit(self, digit: int) -> None:
        """What its key does."""
        self._digit(digit)

    def choose(self, value: int | None) -> None:
        """What a person does: set the value, tell the form and the screen reader."""
        self._choose(value, waits=False)

    def _choose(self, value: int | None, waits: bool) -> None:
        self._show_value(value, waits)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        announce(self, self.accessibleName())
        self.changed.emit(self._value)

    # --- keys and mouse ---

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not (plain and self._key(event.key(), typed_digit(event))):
            event.ignore()

    @called_by_qt
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _key(self, key: int, digit: int | None) -> bool:
        if digit is not None:
            self._digit(digit)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.choose(None)
        elif key in ENTER_KEYS and self.goes_on and self._one_typed:
            self._one_stands(None)
        else:
            return False
        return True

    def _digit(self, digit: int) -> None:
        if self.goes_on and self._one_typed and digit != 0:
            self._one_stands(digit)
            return
        ten = digit == 0 and self._one_typed
        self._choose(10 if ten else digit, waits=digit == 1)
        self.digit_typed.emit(digit)

    def _one_stands(self, then: int | None) -> None:
        self.let_stand()
        self.one_stands.emit(then)

    def _step(self, by: int) -> None:
        if self._value is None:
            self.choose(0 if by > 0 else 10)
        else:
            self.choose(min(10, max(0, self._value + by)))

    @called_by_qt
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _COMES_BACK:
            self.let_stand()
        super().focusOutEvent(event)
        self.update()

    @called_by_qt
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell >= 0:
            self.choose(None if cell == self._value else cell)

    @called_by_qt
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._cell_at(event.position().toPoint())
        self.update()

    @called_by_qt
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    # --- look ---

    def _name_it(self) -> None:
        answer = self._texts("not rated") if self._value is None else self._texts("{value} of 10", value=self._value)
        ends = self._texts("0 {low}, 10 {high}", low=self._low, high=self._high)
        self.setAccessibleName(f"{self._symptom}: {answer}. {ends}")

    def _cell(self) -> QSize:
        width = self._ten() + 12
        return QSize(max(theme().px(32), width), max(theme().px(36), _LARGE) if self._large else theme().px(34))

    def _ten(self) -> int:
        return QFontMetrics(self._font(bold=True)).horizontalAdvance("10")

    def _font(self, bold: bool) -> QFont:
        return theme().font(22 if self._large else 14, bold=bold or self._large)

    def _columns(self, width: int) -> int:
        one = self._cell().width() + _GAP
        return _CELLS if width >= self._one_row() else max(2, min(6, (width + _GAP) // one))

    def _one_row(self) -> int:
        """The least width in which all digits stand in one row."""
        if self._large:
            return _CELLS * (self._cell().width() + _GAP) - _GAP
        return _CELLS * (self._ten() + _CLOSE_MARGIN + _CLOSE) - _CLOSE

    def _gap(self) -> int:
        return _CLOSE if self.width() + _GAP < _CELLS * (self._cell().width() + _GAP) else _GAP

    def _rectangle(self, cell: int) -> QRect:
        columns, gap = self._columns(self.width()), self._gap()
        line, column = divmod(cell, columns)
        width = (self.width() + gap) / columns
        left, height = int(column * width), self._cell().height()
        return QRect(left, line * (height + _GAP), int((column + 1) * width) - left - gap, height)

    def _cell_at(self, point: QPoint) -> int:
        return next((cell for cell in range(_CELLS) if self._rectangle(cell).contains(point)), -1)

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        lines = -(-_CELLS // self._columns(width))
        return lines * (self._cell().height() + _GAP) - _GAP

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(6 * (self._cell().width() + _GAP), self.heightForWidth(self.width()))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (self._cell().width() + _GAP) - _GAP, self._cell().height())

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell in range(_CELLS):
            self._paint_cell(painter, cell)

    def _bears_ring(self, cell: int) -> bool:
        """The ring shows where the keyboard is: on the chosen digit, or on all of them while none is.

        One digit with a ring would look chosen.
        """
        return self._value is None or cell == self._value

    def _edge_of(self, chosen: bool, ringed: bool) -> QPen:
        """What is chosen has an edge and ground of its own colour; the ring of the keyboard alone is dashed."""
        if not ringed:
            return QPen(theme().color("accent" if chosen else "edge"), 1)
        return QPen(theme().color("text"), 2, Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine)

    def _paint_cell(self, painter: QPainter, cell: int) -> None:
        shown, chosen = theme(), cell == self._value
        ringed = self.hasFocus() and self._bears_ring(cell)
        box = QRectF(self._rectangle(cell)).adjusted(1, 1, -1, -1)
        painter.setPen(self._edge_of(chosen, ringed))
        painter.setBrush(shown.color("accent" if chosen else "hover" if cell == self._hovered else "card"))
        painter.drawRoundedRect(box, 8, 8)
        if chosen and ringed:
            painter.setPen(QPen(shown.color("card"), 1.5))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 5, 5)
        painter.setFont(self._font(chosen))
        painter.setPen(shown.color("on_accent" if chosen else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell))
