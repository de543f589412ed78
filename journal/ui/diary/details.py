"""The pane beside the diary's list: what is selected in full, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.diary.details_text import DetailsText
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, label


class DetailsPane(QWidget):
    """A title, sections of text, and buttons below them; it asks inline before what cannot be undone.

    Its ``message`` stands where whoever holds the pane puts it: it must be seen while the pane is not.
    """

    opening_wanted = Signal()  # show what is masked
    answering_wanted = Signal()  # ask about the warning signs in it again
    edit_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()
    restore_wanted = Signal()
    purge_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = label(role="heading", wrap=True)
        self._below = label(role="quiet", wrap=True)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(12)
        self._sections.setContentsMargins(0, 8, 0, 4)
        self.message = InlineMessage()
        self._make_buttons()
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(16, 16, 16, 16)
        body.setSpacing(8)
        for part in (self._title, self._below):
            body.addWidget(part)
        body.addLayout(self._sections)
        body.addWidget(flowing(self.reveal))
        body.addSpacing(4)
        body.addWidget(self._buttons)
        body.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolling(inside))
        self.show_text(DetailsText(""), ())

    def _make_buttons(self) -> None:
        texts = self._texts
        self.reveal = button(texts("Show the hidden rating"), self.opening_wanted.emit)
        self.answer = button(texts("Answer again"), self.answering_wanted.emit)
        self.edit = button(texts("Edit"), self.edit_wanted.emit)
        self.copy = button(texts("Copy as new entry"), self.copy_wanted.emit)
        self.delete = plain_button(texts("Delete"), self.delete_wanted.emit)
        self.restore = button(texts("Restore"), self.restore_wanted.emit)
        self.purge = plain_button(texts("Delete for good"), self.ask_purge)
        self._all = (self.edit, self.answer, self.copy, self.delete, self.restore, self.purge)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for own in self._all:
            flow.addWidget(own)

    def show_text(self, shown: DetailsText, buttons: Sequence[QPushButton]) -> None:
        """Show this, with these of the pane's buttons."""
        self.message.dismiss()
        self._title.setText(shown.title)
        self._below.setText(shown.below)
        self._below.setVisible(bool(shown.below))
        clear_layout(self._sections)
        for name, text in shown.sections:
            section = _section(name, text)
            self._sections.addWidget(section)
            section.show()
        self.reveal.setVisible(shown.masked)
        for own in self._all:
            own.setVisible(own in buttons)
        self._buttons.setVisible(bool(buttons))

    def say_complete(self, incomplete: bool) -> None:
        """Name the button by what it is for: something that was saved in a hurry is completed."""
        words = self._texts("Complete…") if incomplete else self._texts("Edit")
        self.edit.setText(words)
        self.edit.setAccessibleName(words)

    def words(self) -> str:
        """All that is shown, for reading out and for tests."""
        return "\n".join(text.text() for text in self.findChildren(QLabel) if text.isVisibleTo(self) and text.text())

    def ask_purge(self) -> None:
        """Ask once, here: this is the one thing that cannot be undone."""
        self.message.show_message(
            self._texts("This cannot be undone. Delete for good, with the history? Backups that still hold it are "
                        "named after that, and can be deleted too."),
            [(self._texts("Delete for good"), self.purge_wanted.emit), (self._texts("Keep"), _nothing(self.purge))],
        )  # fmt: skip
        self.message.buttons()[-1].setFocus()


def _section(name: str, text: str) -> QWidget:
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(2)
    words = label(text, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    body.addWidget(label(name, "small"))
    body.addWidget(words)
    return made


def _nothing(back: QPushButton) -> Callable[[], None]:
    return back.setFocus
