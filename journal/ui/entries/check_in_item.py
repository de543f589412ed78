"""One question of a check-in: its words, the row of answers, what was answered last time, and Skip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.check_ins import SKIPPED
from journal.texts import Texts
from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.digit_goes_on import DigitGoesOn
from journal.ui.kit.key_places import typed_digit
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tab_order import see_with
from journal.ui.kit.widgets import announce, label, row


class CheckInItem(QWidget):
    """Nothing is chosen beforehand, and the last answer is text beside the scale, never a mark on it.

    A digit answers it, and the keyboard ``goes_on`` to the next question, with the digit that was typed for that one
    already, or with None.
    """

    changed = Signal()
    moved = Signal(int)
    goes_on = Signal(object)  # int or None

    def __init__(self, texts: Texts, words: str, ends: tuple[str, str] | None, choices: Sequence[str] = ()) -> None:
        """``ends``: what 0 and 10 mean; without them ``choices`` are the answers from 0 on."""
        super().__init__()
        self._texts, self._words = texts, words
        self._scale = RatingScale(texts, words, *ends) if ends else None
        self._chips = None if ends else ChipRow(words, list(enumerate(choices)), optional=True)
        self._last = label("", "small", wrap=True)
        self._last.hide()
        self.skip = chip(texts("Skip"))
        self.skip.setAccessibleName(texts("Skip: {question}", question=words))
        self.skip.leave_enter()  # Enter saves the form; Space chooses
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        question = label(words, wrap=True)
        see_with(question, self.answers, self.skip)
        body.addWidget(question)
        body.addWidget(self.answers)
        # Beside Skip, so that the next question is in sight in a small window.
        meaning = texts("0 {low}, 10 {high}", low=ends[0], high=ends[1]) if ends else ""
        beside = label(meaning, "small", wrap=True)
        line = row(beside, self.skip)
        line.setStretch(0, 1)
        body.addLayout(line)
        body.addWidget(self._last)
        self.skip.toggled.connect(self._skipped)
        self._came_by_digit = False  # and nothing was done since
        if self._scale is not None:
            self._scale.installEventFilter(self)
            self._scale.changed.connect(self._answered)
            self._scale.moved.connect(self.moved)
            self._going_on = DigitGoesOn(texts, self._scale, beside)
            self._going_on.goes_on.connect(self.goes_on)
        if self._chips is not None:
            self._chips.changed.connect(self._answered)

    def end_here(self) -> None:
        """It is the last question."""
        if self._scale is not None:
            self._going_on.end_here()

    def reached_by_digit(self) -> None:
        """The digit for the question before this one brought the keyboard here."""
        self.take_keyboard()
        self._came_by_digit = self._scale is not None

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._came_by_digit = False
        return super().eventFilter(watched, event)

    @called_by_qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        # Who presses Tab behind a digit wants to come here, and is here already.
        came, self._came_by_digit = self._came_by_digit, False
        if came and forward:
            announce(self.answers, self._words)
            return True
        return super().focusNextPrevChild(forward)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Take the keyboard and a digit that was typed elsewhere; whether it was one, and this is answered so."""
        if self._scale is None or typed_digit(event) is None:
            return False
        self.take_keyboard()
        self._scale.keyPressEvent(event)
        return True

    def type_digit(self, digit: int) -> None:
        """Answer it with a digit; one that was typed on Skip is meant for the scale."""
        if self._scale is not None and self._scale.isEnabled():
            self._scale.type_digit(digit)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = typed_digit(event)
        if self._scale is not None and digit is not None:
            self.type_digit(digit)
        else:
            super().keyPressEvent(event)

    @property
    def open(self) -> bool:
        """Whether it is neither answered nor skipped on purpose."""
        return self.value() is None and not self.skip.isChecked()

    @property
    def answers(self) -> QWidget:
        """The row of answers."""
        place = self._scale or self._chips
        assert place is not None
        return place

    def take_keyboard(self) -> None:
        """Put the keyboard focus on the row as a whole, not on an answer."""
        if self._chips is not None:
            self._chips.focus()
        else:
            self.answers.setFocus(Qt.FocusReason.TabFocusReason)

    def value(self) -> int | None:
        """The answer; None while there is none, and where it is skipped."""
        return None if self.skip.isChecked() else self._chosen()

    def _chosen(self) -> int | None:
        chosen = self._scale.value() if self._scale is not None else self._chips.value() if self._chips else None
        return chosen if isinstance(chosen, int) else None

    def answer(self) -> str:
        """As a check-in keeps it."""
        value = self.value()
        return SKIPPED if value is None else str(value)

    def show_answer(self, answer: str | int | None) -> None:
        """Show a kept one."""
        self.skip.setChecked(answer == SKIPPED)
        value = None if answer in (SKIPPED, None) else int(answer or 0)
        if self._scale is not None:
            self._scale.set_value(value)
        if self._chips is not None:
            self._chips.set_value(value)
        self._place_tab_stop()

    def show_last(self, last: str) -> None:
        """What was answered last time, and when."""
        self._last.setText(last)
        self._last.setVisible(bool(last))

    def _answered(self) -> None:
        self._place_tab_stop()
        self.changed.emit()

    def _place_tab_stop(self) -> None:
        """From an answer Tab goes on to the next question: a digit typed on Skip would be lost.

        Backspace takes the answer back, and then Tab comes to Skip again.
        """
        goes_on = self._chosen() is not None and not self.skip.isChecked()
        self.skip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if goes_on else Qt.FocusPolicy.StrongFocus)

    def _skipped(self, on: bool) -> None:
        self.answers.setEnabled(not on)
        self._place_tab_stop()
        self.skip.setText(self._texts("Skipped · undo") if on else self._texts("Skip"))
        self.changed.emit()
