"""The amount field, which says beside it what it understood."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from journal.core.amounts import GRAM, Amount, Basis, Dimension
from journal.core.refusal import Refused
from journal.core.typed_amounts import OwnUnit, said_in_milligrams
from journal.core.typed_fractions import is_number_alone, typed_fraction
from journal.core.typed_numbers import goes_on
from journal.core.words_of_amounts import PIECES
from journal.texts import Texts
from journal.texts.amounts import amount_text, quantity_text, spread_amount_text
from journal.texts.refusals import explain
from journal.texts.typed import read_amount, read_pieces
from journal.ui.kit.buttons import icon_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import line_edit
from journal.ui.kit.kept_place import keep_place
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.tab_order import visit_first
from journal.ui.kit.widgets import label

_STEPS = {"g": 500, "mg": 100_000, "ml": 1000}  # thousandths of what is typed, for + and -
_OWN_UNIT_STEP = 1000
_BESIDE_FROM = 280  # px at 100 %, of an amount and its unit: less leaves the amount five characters


class AmountField(QWidget):
    """An amount as the person types it, with what the journal understood (or why it does not) below."""

    changed = Signal()

    def __init__(self, texts: Texts, name: str) -> None:
        super().__init__()
        self._texts = texts
        self._units: Sequence[OwnUnit] = ()
        self._default_unit = "g"
        self._in_pieces = False
        self._as_last_time = False
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
        keep_place(self._understood)
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

    def set_units(self, units: Sequence[OwnUnit], default_unit: str, in_pieces: bool = False) -> None:
        """The product's own units, and what a bare number means: g, mg, ml, pieces or an own unit's id.

        ``in_pieces``: pieces that are of no own unit can be typed, too, as another program wrote them.
        """
        self._units = units
        self._in_pieces = in_pieces
        self._default_unit = next((unit.name for unit in units if unit.id == default_unit), default_unit)
        self._typed()

    def set_text(self, text: str) -> None:
        """Show a text as if it was typed."""
        self.edit.setText(text)

    def amount(self, basis: Basis = Basis.UNKNOWN) -> Amount:
        """What is meant; an empty field is an unknown amount. Raises Refused."""
        try:
            return read_amount(self.edit.text(), self._units, self._default_unit, basis)
        except Refused:
            if self._in_pieces and (counted := _counted(self.edit.text(), self._default_unit, basis)):
                return counted
            raise

    def is_guess(self) -> bool:
        """Whether the words themselves say that the amount is a guess: "~3 g", "2-3 g"."""
        try:
            return self.amount().basis is Basis.GUESSED
        except Refused:
            return False

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
        """A little more or less than now, never below the smallest step; an unknown amount has no less.

        A guess stays as it was typed.
        """
        if self.is_guess():
            return
        number, unit = self._parts()
        if not number and direction < 0:
            return
        size = _STEPS.get(unit or self._default_unit, _OWN_UNIT_STEP)
        stepped = max(size, number + direction * size) if number else size
        self.edit.setText(f"{self._texts.number(stepped)} {unit}".strip())

    def _parts(self) -> tuple[int, str]:
        """The typed number in thousandths and the typed unit; 0 for what is no number."""
        typed = " ".join(self.edit.text().split())
        digits = "".join(takewhile(lambda sign: sign.isdecimal() or sign in ".,٫", typed))
        try:
            part = typed_fraction(typed, [unit.name for unit in self._units])
            if part is not None:
                return round(part.value * 1000), part.unit
            counted = read_amount(digits, (), "g")
        except Refused:
            return 0, ""
        return (counted.quantity, typed[len(digits) :].strip()) if counted.quantity else (0, "")

    def _typed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        try:
            words = self._amount_in_words(self.amount())
        except Refused as refused:
            waits = goes_on(self.edit.text())
            words = self._texts("not understood yet") if waits else explain(self._texts, refused)
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)

    def _amount_in_words(self, amount: Amount) -> str:
        """What was understood, words only where it is not what stands in the field already."""
        if not amount.known:
            return self._texts("The amount will be kept as unknown.")
        if amount.basis is Basis.GUESSED:
            return self._texts("= {amount}, a guess", amount=spread_amount_text(self._texts, amount))
        unit = next((unit.name for unit in self._units if unit.id == amount.unit), "")
        words = amount_text(self._texts, amount, unit).rpartition("= ")[2]
        if said_in_milligrams(amount) and (amount.quantity or 0) >= GRAM:
            words = quantity_text(self._texts, amount.quantity or 0, Dimension.MASS)  # a zero too many is seen in grams
        if words.replace(" × ", " ") not in self._typed_already():
            return self._texts("= {amount}", amount=words)
        return self._texts("{amount}, as last time, not weighed again", amount=words) if self._as_last_time else ""

    def say_as_last_time(self, so: bool) -> None:
        """Whether the number comes from the last time; it is said where nothing else is."""
        if so != self._as_last_time:
            self._as_last_time = so
            self._say()

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


def _counted(text: str, default_unit: str, basis: Basis) -> Amount | None:
    """Pieces that are of no own unit; None where no pieces are meant."""
    if default_unit != PIECES and is_number_alone(text):
        return None
    try:
        return read_pieces(text, basis)
    except Refused:
        return None


def _is_number(text: str) -> bool:
    return len(text) == 1 and (text.isdecimal() or text in ".,٫½⅓⅔¼¾")
