"""The questions that were asked at a visit, folded under those that are still to be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Question
from journal.core.plaintext import shortened
from journal.texts import Texts
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.icons import set_icon
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, label

_SHOWN = 20  # the newest; a journal of years holds many
_LONGEST = 300  # letters of a question: the field below it stays in sight


def words_of(texts: Texts, question: Question) -> str:
    """The question, and that it is private where it is."""
    private = texts("private") if question.private else ""
    return " · ".join(part for part in (shortened(question.text, _LONGEST), private) if part)


class AskedBefore(QWidget):
    """ "Asked before (2)" unfolds them, each with its day and "Ask again". ``save`` answers None if it was not saved.

    ``emptied``: the last of them is to be asked again, and the keyboard was here.
    """

    emptied = Signal()

    def __init__(self, bridge: Bridge, save: Callable[[Question], ChangeSet | None]) -> None:
        super().__init__()
        self._bridge, self._texts, self._save = bridge, bridge.texts, save
        self._asked: Sequence[Question] = ()
        self.again: dict[str, QPushButton] = {}
        self.fold = plain_button("", self._turn)
        self.fold.setCheckable(True)
        set_icon(self.fold, "down")  # what it does is to open the list
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self.more = label("", "small", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for part in (self.fold, self._inside, self.more):
            body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.fold else Qt.AlignmentFlag(0))

    def show_asked(self, asked: Sequence[Question]) -> None:
        """These were asked, on whatever day."""
        self._asked = sorted(asked, key=lambda question: (question.asked_on, question.recorded_ms), reverse=True)
        self.fold.setText(self._texts("Asked before ({n})", n=self._texts.integer(len(asked))))
        self.fold.setAccessibleName(self.fold.text())
        self.setVisible(bool(asked))
        if not asked:
            self.fold.setChecked(False)
        self._turn()

    def _turn(self) -> None:
        unfolded = self.fold.isChecked()
        clear_layout(self._list)
        self.again.clear()
        for question in self._asked[:_SHOWN] if unfolded else ():
            line = self._line(question)
            self._list.addWidget(line)
            line.show()  # at once, so that the keyboard can be put there
        more = max(0, len(self._asked) - _SHOWN) if unfolded else 0
        self.more.setText(self._texts.plural("and {n} more", "and {n} more", more) if more else "")
        self.more.setVisible(bool(more))
        self._inside.setVisible(unfolded)

    def _line(self, question: Question) -> QWidget:
        assert question.asked_on is not None
        words = label(words_of(self._texts, question), wrap=True)
        again = self.again[question.id] = plain_button(self._texts("Ask again"), partial(self._ask_again, question))
        again.setAccessibleName(self._texts("Ask again: {question}", question=question.text))
        again.setEnabled(self._bridge.can_write)
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(words)
        inside.addWidget(flowing(label(self._texts.day(question.asked_on), "small"), again, far="last"))
        return made

    def _ask_again(self, question: Question) -> None:
        place = list(self.again).index(question.id)
        has_keyboard = self.again[question.id].hasFocus()
        if self._save(replace(question, asked_on=None)) and has_keyboard:
            still = list(self.again.values())
            if still:
                still[min(place, len(still) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.emptied.emit()
