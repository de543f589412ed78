"""A choice of the report that has no default: printed or left out, asked at each printing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.widgets import label

_PRINT, _LEAVE_OUT = "print", "leave"


class AskedChoice(QWidget):
    """Its title, and two pills of which none is chosen. ``changed``: it was answered.

    An answer is for one printing. It stays in sight beside the pages that were handed over, and is asked for again
    before the next ones are.
    """

    changed = Signal()

    def __init__(self, texts: Texts, title: str) -> None:
        super().__init__()
        self.title = title
        self._handed_over = False  # the pages that it was given for are
        self._pills = ChipRow(title, [(_PRINT, texts("Print")), (_LEAVE_OUT, texts("Leave out"))])
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(label(title, wrap=True))
        body.addWidget(self._pills)
        self._pills.changed.connect(lambda _key: self._answered())

    def _answered(self) -> None:
        self._handed_over = False
        self.changed.emit()

    @property
    def open(self) -> bool:
        """Whether it is to be answered before anything is handed over."""
        return self.answer() is None or self._handed_over

    def answer(self) -> bool | None:
        """Whether it is printed, or was at the last printing; None: not answered."""
        return {_PRINT: True, _LEAVE_OUT: False}.get(str(self._pills.value()))

    def set_answer(self, printed: bool) -> None:
        """Answer it as the person would."""
        self._pills.set_value(_PRINT if printed else _LEAVE_OUT)
        self._answered()

    def ask_again(self) -> None:
        """The pages were handed over: the next ones need an answer of their own."""
        self._handed_over = True

    def forget(self) -> None:
        """What was answered for pages that were handed over is not in sight any more."""
        if self._handed_over and self.answer() is not None:
            self._pills.clear()

    def take_keyboard(self) -> None:
        """To the first pill, which scrolls it into sight."""
        self._pills.setFocus(Qt.FocusReason.OtherFocusReason)
