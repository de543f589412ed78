"""Above every screen: a warning sign that is an emergency; on Today where the card that says so is not in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.widgets import announce, label
from journal.ui.today.line_above import LineAbove

if TYPE_CHECKING:
    from journal.ui.shell.notice_board import NoticeBoard
    from journal.ui.today.screen import TodayScreen
    from journal.ui.today.sign_question import SignQuestion

_BESIDE_FROM = 560  # px at 100 %: the button stands beside the words where there is so much room


class OpenEmergencyLine(QFrame):
    """Which one it is and what to do about it, with the emergency numbers one button away; it cannot be closed.

    ``came_or_went`` is called when it is shown now, or is not any more.
    """

    def __init__(self, texts: Texts, call: Callable[[], object], came_or_went: Callable[[], object]) -> None:
        super().__init__()
        self._came_or_went = came_or_went
        self._above, self._here = LineAbove(), False
        self._question: SignQuestion | None = None
        self.setProperty("role", "caution")
        self.setAccessibleName(texts("What to do first"))
        self.words = label("", "strong", wrap=True)
        self.button = button(texts("Emergency"), call)
        self.button.setAccessibleDescription(texts("Numbers to call"))
        line = SideBySide(_BESIDE_FROM, 8)
        line.add(self.words, 1)
        line.add(self.button)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 6, 12, 6)
        body.addWidget(line)
        self.hide()

    def follow(self, today: TodayScreen, notices: NoticeBoard, look: Callable[[], object]) -> None:
        """Look again when a part of the card is closed, reworded, comes into sight or goes, and so with a notice."""
        self._question = today.question
        today.question.put_away.connect(look)
        today.question.reworded.connect(look)
        today.question.moved.connect(self.look_here)
        notices.came_or_went.connect(look)

    def look(self, today: TodayScreen | None, notices: NoticeBoard | None, here: bool) -> None:
        """Say what is to be said first, or nothing where a notice begins with it; ``here``: Today is shown."""
        is_said = notices is not None and notices.begins_with_emergency()
        silent = today is None or is_said or today.logbook.closed
        self._above = LineAbove() if silent or today is None else today.question.line_above()
        self._here = here
        if here and self._above.words:
            self.look_here()
        elif self._above.words or silent or notices is None:
            self._say(self._above.words)
        else:
            self._say(notices.line_of_closed())

    def look_here(self) -> None:
        """On Today it is said while the card that says it is not in sight."""
        if self._here and self._above.words and self._question is not None:
            once_laid_out(self._question, self._say_if_out_of_sight)

    def _say_if_out_of_sight(self) -> None:
        question = self._question
        if self._here and question is not None and self.window().isVisible():
            self._say("" if question.shows(self._above.ids) else self._above.words)

    def dismiss(self) -> None:
        """There is nothing to say."""
        self._above, self._here, self._question = LineAbove(), False, None
        self._say("")

    def says_above(self, notices: NoticeBoard | None) -> bool:
        """Whether anything stands above the screen, this or a notice."""
        return not self.isHidden() or (notices is not None and notices.is_shown())

    def _say(self, words: str) -> None:
        """Show these words; with "" there is nothing to say here."""
        shown = bool(words)
        if words and words != self.words.text():
            self.words.setText(words)
            announce(self, words)
        if shown is not self.isHidden():
            return
        if not shown:
            hand_keyboard_on(self)
        self.setVisible(shown)
        self._came_or_went()
