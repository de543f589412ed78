"""A section of the settings in which a worker may be at work with the journal's files."""

from __future__ import annotations

from collections.abc import Callable

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.tasks import Task, TaskProgress, run_task, while_alive
from journal.ui.settings.page import SettingsPage


class JobPage(SettingsPage):
    """One job at a time; subclasses put out their buttons in ``refresh`` while ``busy``."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._busy = False
        self.progress = TaskProgress(texts)
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
    ) -> None:
        """Do it in a worker; why it could not be done is said on the page."""
        self.message.dismiss()
        self._set_busy(True)

        def ended(result: object) -> None:
            self._set_busy(False)
            done(result)

        task = run_task(work, while_alive(self, ended), while_alive(self, self._fail))
        self.progress.follow(task, words, total, can_cancel)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.refresh()

    def _fail(self, problem: Exception) -> None:
        self._set_busy(False)
        if isinstance(problem, Refused):
            self.tell(explain(self.texts, problem))

    def tell(self, words: str) -> None:
        """Say it at the top of the page until it is read."""
        self.refresh()
        self.message.show_message(words, [(self.texts("OK"), self.message.dismiss)])
