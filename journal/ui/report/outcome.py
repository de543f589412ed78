"""What came of saving, locking or printing: its progress meanwhile, then words with buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tasks import Task, TaskProgress, run_task, while_alive

Buttons = Sequence[tuple[str, Callable[[], object]]]


class Outcome(QWidget):
    """Hidden while there is nothing to say. ``over``: what was said or asked before does not hold any more.

    ``typing``: who is typing in there keeps the keyboard; ``back``: where it goes once the words were read.
    ``refused``: it came to nothing, and why is said.
    """

    over = Signal()
    busy_changed = Signal()
    refused = Signal()

    def __init__(self, texts: Texts, typing: QWidget, back: QWidget) -> None:
        super().__init__()
        self._texts, self._typing, self._back = texts, typing, back
        self.busy = False
        self.message, self.progress = InlineMessage(), TaskProgress(texts)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.message)
        body.addWidget(self.progress)
        self.fit()

    def say(self, words: str, buttons: Buttons = ()) -> None:
        """Say or ask it; without buttons it is for reading only."""
        self._show(words, buttons or [self.ok])
        self._take_keyboard(self.message.buttons()[0])

    def ask_first(self, words: str, buttons: Buttons) -> None:
        """Ask it before what was just pressed is done: nobody is typing, and the answer is a key away."""
        self._show(words, buttons)
        self.message.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, words: str, buttons: Buttons) -> None:
        self.over.emit()
        self.show()
        self.message.show_message(words, buttons)

    @property
    def ok(self) -> tuple[str, Callable[[], object]]:
        """The button for what was read."""
        return self._texts("OK"), self.done_with

    def done_with(self) -> None:
        """The words were read: back to the button that they came from."""
        self.over.emit()
        self.fit()
        self._take_keyboard(self._back)

    def run(self, words: str, work: Callable[[Task], Any], done: Callable[[Any], object]) -> None:
        """Do it in a worker, under these words; a refusal is said."""
        self.message.dismiss()
        self.over.emit()
        self.set_busy(True)
        task = run_task(work, while_alive(self, partial(self._end, done)), while_alive(self, self._refuse))
        # Whoever locks a file and closes the window must not find it readable.
        task.to_the_end = True
        self.progress.follow(task, words)
        self.show()
        self._take_keyboard(self)

    def set_busy(self, busy: bool) -> None:
        """Whether something is being saved, locked or printed."""
        self.busy = busy
        self.busy_changed.emit()

    def fit(self) -> None:
        """No empty line where there is nothing to say."""
        self.setVisible(not self.message.isHidden())

    def _end(self, done: Callable[[Any], object], answer: object) -> None:
        self.set_busy(False)
        done(answer)
        self.fit()

    def _refuse(self, problem: Exception) -> None:
        self.refused.emit()
        self.set_busy(False)
        if isinstance(problem, Refused):
            self.say(explain(self._texts, problem))
        self.fit()

    def _take_keyboard(self, widget: QWidget) -> None:
        """It goes nowhere by itself when a button is hidden or greyed; but who is typing keeps it."""
        if not self._typing.isAncestorOf(QApplication.focusWidget() or self):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
