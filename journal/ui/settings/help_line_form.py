"""One help line as the person writes it: a name, a number, and hours or a note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.guidance.own_lines import OwnLine, own_line
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.buttons import plain_button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import line_edit
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.scroll_area import LOWEST_FIELDS, scrolling
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import hairline, heading, label


class HelpLineForm(QWidget):
    """Enter saves, Escape cancels; what cannot be a line is refused in its place and stays typed.

    ``saved`` bears the OwnLine, dated ``today``; ``closed`` when the form may go, also after saving; ``edited`` after
    each change.
    """

    saved = Signal(object)
    edited = Signal()
    closed = Signal()
    left = Signal(object)  # what stood in the fields, once it was cancelled with something typed

    def __init__(self, texts: Texts, title: str, today: dt.date, shown: tuple[str, str, str] = ("", "", "")) -> None:
        super().__init__()
        self._texts, self._today, self._given = texts, today, shown
        self.name = line_edit(texts("Name of the line"), texts("e.g. My doctor, a friend"))
        self.number = line_edit(texts("Number to call"))
        self.note = line_edit(texts("Hours or a note"), texts("optional"))
        self.message = InlineMessage()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(heading(title))
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 8, 0)
        fields.setSpacing(6)
        captions = (texts("Name"), texts("Number"), texts("Hours or a note"))
        for caption, field, text in zip(captions, self._fields(), shown, strict=True):
            field.setText(text)
            field.textChanged.connect(lambda _text: self.edited.emit())
            self.message.withdraw_on(field.textChanged)
            fields.addWidget(label(caption, "small", wrap=True))
            fields.addWidget(field)
        fields.addStretch(1)
        self.scroller = scrolling(inside)
        self.scroller.set_lowest(LOWEST_FIELDS)
        self.scroller.ask_for_least()
        body.addWidget(self.scroller, 1)
        # The foot never scrolls: what is refused, and the buttons, are in sight in every window.
        body.addWidget(hairline())
        self.save_button = primary_button(texts("Save"), texts("Enter"), self.save)
        body.addWidget(self.message)
        body.addWidget(flowing(self.save_button, plain_button(texts("Cancel"), self.cancel), far="all"))
        self.setFocusProxy(self.name)

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.name, self.number, self.note

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.typed() != self._given

    def typed(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text() for field in self._fields())

    def restore(self, typed: Sequence[str], sentence: str) -> None:
        """Show again what was typed before, and say that it is not saved."""
        for field, text in zip(self._fields(), typed, strict=True):
            field.setText(text)
        self.message.show_message(sentence, lasting=True)

    def take_keyboard(self) -> None:
        """Put the cursor behind what was typed before, so that typing continues it."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.end(False)
        bring_into_sight(self)

    def save(self) -> None:
        """Emit the line, or show why it is not valid."""
        try:
            line = self._line()
        except Refused as refused:
            self.refuse(refused)
            self._field_of(refused).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.saved.emit(line)
        self.closed.emit()

    def cancel(self) -> None:
        """Leave without saving; what was typed can be brought back for a while."""
        typed = self.typed() if self.dirty else None
        self.closed.emit()
        if typed is not None:
            self.left.emit(typed)

    def refuse(self, refused: Refused) -> None:
        """Say why not; everything typed stays."""
        self.message.refuse(explain(self._texts, refused))

    def _line(self) -> OwnLine:
        return own_line(self.name.text(), self.number.text(), self.note.text(), self._today)

    def _field_of(self, refused: Refused) -> QLineEdit:
        by_code = {"name": self.name, "number": self.number, "note": self.note}
        return by_code[refused.code.partition("-")[0]]

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)
