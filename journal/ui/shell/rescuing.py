"""The rescue of a journal that cannot be opened: into a new file, and from there into the journal's place if wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.ui.kit.breakable import breakable
from journal.ui.kit.tasks import run_in_background, run_task, while_alive
from journal.ui.shell.damage_notice import DAMAGE
from journal.ui.shell.journal_step import JournalStep, Surroundings
from journal.ui.shell.open_journal import why_not

if TYPE_CHECKING:
    from journal.core.rescued import Rescued
    from journal.logbook import Logbook
    from journal.logbook.rescuing import Used
    from journal.ui.backups.rescue_page import RescuePage
    from journal.ui.kit.tasks import Task
    from journal.ui.shell.cannot_open_page import CannotOpenPage


def is_damage(problem: Exception) -> bool:
    """Whether a journal cannot be opened because its file is damaged."""
    return isinstance(problem, Refused) and problem.code in DAMAGE


class _Outcome(NamedTuple):
    """What came of the rescue of a damaged journal before."""

    damaged: Path
    rescued: Rescued
    path: Path
    passphrase: str | None

    def show_on(self, page: RescuePage) -> None:
        """The numbers, and what can be done."""
        from journal.logbook.backups import way_back

        has_backups = way_back(self.damaged).newest is not None
        page.show_rescued(self.rescued, self.path, breakable(self.path), self.passphrase, has_backups)


class Rescuing(JournalStep):
    """``words``: what is said once the rescued journal is open in the damaged one's place; empty until then."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._last: _Outcome | None = None
        self.words = ""
        self._window.on_rescue = self.offer_for_open

    def offer_for_open(self) -> None:
        """From an open journal that is damaged; what is typed is kept first, or the person is asked."""
        words = self._texts("What you typed could not be kept, and closing the journal now would lose it.")
        self._journal.once_kept(words, self._texts("Close it anyway"), self._close_and_offer)

    def _close_and_offer(self) -> None:
        self._journal.leave_pages(self._texts("Closing the journal…"))
        self._journal.let_go()
        self.offer()

    def offer(self) -> None:
        """What a rescue is, and the passphrase for it where one is needed; what came of one before, if it is there."""
        page = self._show_page()
        last = self._finished()
        if last is not None:
            last.show_on(page)

    def count_for(self, page: CannotOpenPage, passphrase: str | None) -> None:
        """How much a rescue would read is said once it is counted; whoever goes on before that does not wait."""
        from journal.logbook.rescuing import may_have_passphrase, readable_entries

        damaged = self._place.path
        if passphrase is None and may_have_passphrase(damaged):
            return
        task = run_task(
            lambda task: readable_entries(damaged, passphrase, Watched(task.report, task.cancelled)),
            while_alive(page, page.say_readable),
        )
        page.destroyed.connect(task.cancel)

    def offer_look(self) -> None:
        """Look at once where no passphrase is needed; else where that is typed."""
        from journal.logbook.rescuing import may_have_passphrase

        page = self._show_page()
        if not may_have_passphrase(self._place.path):
            self._only_look(page, None)

    def _finished(self) -> _Outcome | None:
        last = self._last
        return last if last is not None and last.damaged == self._place.path and last.path.is_file() else None

    def what_is_there(self) -> str:
        """Of a rescue that was finished and not used yet, for the page that says that the journal cannot be opened."""
        last = self._finished()
        if last is None:
            return ""
        return self._texts(
            "What could be read of it lies in {name} beside it. “Rescue what can be read…” leads to that: to how much "
            "it is, and to using it.",
            name=last.path.name,
        )

    def _show_page(self) -> RescuePage:
        from journal.logbook.rescuing import may_have_passphrase
        from journal.ui.backups.rescue_page import RescuePage

        page = RescuePage(self._texts, may_have_passphrase(self._place.path), self._begin)
        page.rescue_wanted.connect(lambda passphrase: self._rescue(page, passphrase))
        page.use_wanted.connect(self._use)
        page.look_only_wanted.connect(lambda passphrase: self._only_look(page, passphrase))
        page.look_wanted.connect(lambda rescued, passphrase: self._look(page, rescued, passphrase))
        self._window.body.show_page(page)
        return page

    def _rescue(self, page: RescuePage, passphrase: str | None) -> None:
        from journal.logbook.rescuing import free_place, rescue
        from journal.texts.rescue_words import name_of_lost

        damaged = self._place.path
        target, salt, lost = free_place(damaged), self._window.computer.salt_of(damaged), name_of_lost(self._texts)
        second = self._window.computer.second_path_of(damaged)

        def done(rescued: Rescued) -> None:
            self._last = _Outcome(damaged, rescued, target, passphrase)
            self._last.show_on(page)

        def refused(problem: Exception) -> None:
            page.refuse(why_not(self._texts, problem))

        task = run_task(
            lambda task: rescue(damaged, target, passphrase, salt, lost, Watched(task.report, task.cancelled), second),
            while_alive(page, done),
            while_alive(page, refused),
        )
        page.set_busy(task, self._texts("What can be read is written into a new file. This may take some minutes."))
        task.to_the_end = True

    def _only_look(self, page: RescuePage, passphrase: str | None) -> None:
        from journal.logbook.rescuing import only_look_at
        from journal.texts.rescue_words import name_of_lost

        damaged, clock, computer = self._place.path, self._place.clock, self._window.computer
        salt, second, lost = computer.salt_of(damaged), computer.second_path_of(damaged), name_of_lost(self._texts)

        def refused(problem: Exception) -> None:
            page.refuse(why_not(self._texts, problem))

        def look(task: Task) -> Logbook:
            watched = Watched(task.report, task.cancelled)
            return only_look_at(damaged, passphrase, salt, lost, clock, watched, second)

        task = run_task(look, self._show, while_alive(page, refused))
        page.set_busy(task, self._texts("What can be read is gathered to be looked at. This may take some minutes."))
        task.to_the_end = True

    def _look(self, page: RescuePage, rescued: Path, passphrase: str | None) -> None:
        from journal.logbook.rescuing import look_at

        def refused(problem: Exception) -> None:
            page.refuse(why_not(self._texts, problem))

        damaged = self._place.path
        run_in_background(
            lambda: look_at(rescued, damaged, passphrase, self._place.clock), self._show, while_alive(page, refused)
        )

    def decide(self) -> None:
        """It was looked at: back to the numbers, and what can be done with it."""
        self._journal.leave_pages(self._texts("Closing the journal…"))
        self._journal.let_go()
        page = self._show_page()
        if self._last is not None:
            self._last.show_on(page)

    def _use(self, rescued: Path, passphrase: str | None) -> None:
        """In a worker, and to the end: nobody else may have the journal open meanwhile."""
        from journal.logbook.rescuing import use

        now = utc_now(self._place.clock)
        path, texts = self._place.path, self._texts

        def done(used: Used) -> None:
            # Another salt than the damaged journal's: without it, the new one would be taken for damaged.
            self._window.computer.remember(path, used.salt, as_last=False)
            self._window.computer.remember_writes(path, None)
            self.words = texts("The journal is now what could be rescued of it.")
            if used.kept is not None:
                self.words = texts("{said} The damaged one is kept: {path}", said=self.words, path=used.kept)
            self._begin()

        def refused(problem: Exception) -> None:
            self.words = why_not(texts, problem)
            self._begin()

        run_in_background(lambda: use(rescued, path, passphrase, now), done, refused).to_the_end = True
