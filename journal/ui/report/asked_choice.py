"""A choice of the report that has no default: printed or left out, asked at each printing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.widgets import label

_PRINT, _LEAVE_OUT = "print", "leave"


class AskedChoice(QWidget):
    """Its title, and two pills of which none is chosen. ``changed``: it was answered."""

    changed = Signal()

    def __init__(self, texts: Texts, title: str) -> None:
        super().__init__()
        self.title = title
        self._pills = ChipRow(title, [(_PRINT, texts("Print")), (_LEAVE_OUT, texts("Leave out"))])
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(label(title, wrap=True))
        body.addWidget(self._pills)
        self._pills.changed.connect(lambda _key: self.changed.emit())

    def answer(self) -> bool | None:
        """Whether it is printed; None: not answered."""
        return {_PRINT: True, _LEAVE_OUT: False}.get(str(self._pills.value()))

    def set_answer(self, printed: bool) -> None:
        """Answer it as the person would."""
        self._pills.set_value(_PRINT if printed else _LEAVE_OUT)
        self.changed.emit()

    def ask_again(self) -> None:
        """No answer any more: it was for one printing."""
        if self.answer() is not None:
            self._pills.clear()

    def take_keyboard(self) -> None:
        """To the first pill, which scrolls it into sight."""
        self._pills.setFocus(Qt.FocusReason.OtherFocusReason)
