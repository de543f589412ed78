"""A section of the settings in which a worker may be at work with the journal's files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.alive import is_alive
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.tab_order import bring_into_sight, first_place
from journal.ui.kit.tasks import Task, TaskProgress, run_task, while_alive
from journal.ui.settings.page import SettingsPage


class JobPage(SettingsPage):
    """One job at a time; subclasses put out their buttons in ``refresh`` while ``busy``.

    What it does and what came of it is said at the top of the page, and brought into sight there: the button that
    began it may stand far below.
    """

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._busy = False
        self._begun_at: QWidget | None = None  # what had the keyboard when the job began
        self.progress = TaskProgress(texts)
        self.progress.appeared.connect(lambda: self._bring(self.progress))
        self.cards.insertWidget(1, self.progress)

    @property
    def busy(self) -> bool:
        """Whether a worker copies the journal."""
        return self._busy

    def run_job(
        self,
        words: str,
        work: Callable[[Task], object],
        done: Callable[..., object],
        total: int = 0,
        can_cancel: bool = False,
    ) -> Task:
        """Do it in a worker; why it could not be done is said on the page."""
        self.message.dismiss()
        self._keep_keyboard()
        self._set_busy(True)

        def ended(result: object) -> None:
            self._set_busy(False)
            done(result)
            self._give_back()

        task = run_task(work, while_alive(self, ended), while_alive(self, self._fail))
        self.progress.follow(task, words, total, can_cancel)
        return task

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.refresh()

    def _fail(self, problem: Exception) -> None:
        self._set_busy(False)
        if isinstance(problem, Refused):
            self.tell(explain(self.texts, problem))
        self._give_back()

    def tell(self, words: str) -> None:
        """Say it at the top of the page until it is read, in sight. The keyboard comes back from there."""
        self.refresh()
        self.message.show_message(words, [(self.texts("OK"), self._put_back)])
        if self._has_keyboard():
            self.message.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(self.message)

    # --- the keyboard, while the button that it was on is put out ---

    def _keep_keyboard(self) -> None:
        """The page itself has it, on which no key presses anything: Qt would give it to the navigation."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        self._begun_at = focused
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)  # to the progress, and to what is said then

    def _has_keyboard(self) -> bool:
        """Whether nobody has gone elsewhere with it."""
        return self.window().focusWidget() is self

    def _give_back(self) -> None:
        if self._has_keyboard():
            self._put_back()

    def _put_back(self) -> None:
        """To where the job began, or else to the beginning of the page."""
        begun = self._begun_at
        back = begun if begun is not None and is_alive(begun) and begun.isEnabled() and begun.isVisible() else None
        place = back or first_place(self)
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(place)

    def _bring(self, part: QWidget) -> None:
        once_laid_out(part, lambda: bring_into_sight(part))
