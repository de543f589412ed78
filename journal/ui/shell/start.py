"""From a painted window to an open journal: first start, passphrase, another window, or why it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from journal import paths
from journal.core.entries import Entry
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.texts.refusals import explain, explain_above_ways
from journal.ui.kit.alive import is_alive
from journal.ui.kit.tasks import Task, run_in_background, run_task, wait_for_tasks
from journal.ui.shell.asking_window import AskingWindow
from journal.ui.shell.changed_file import ChangedFile
from journal.ui.shell.going_back import GoingBack
from journal.ui.shell.journal_place import JournalPlace
from journal.ui.shell.journal_step import Surroundings
from journal.ui.shell.locking import Locking
from journal.ui.shell.moving_and_erasing import MovingAndErasing
from journal.ui.shell.open_journal import OpenJournal, why_not
from journal.ui.shell.rekeying import Rekeying
from journal.ui.shell.rescuing import Rescuing, is_damage
from journal.ui.shell.update_wait import UpdateWait
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.lock import UnlockScreen
    from journal.ui.shell.body import Body
    from journal.ui.shell.cannot_open_page import CannotOpenPage, UpdatePage
    from journal.ui.welcome import WelcomeScreen

T = TypeVar("T")


class Start(QObject):
    """Opens a journal in a worker and gives it to the window; ``usable`` is called when there is something to do.

    ``named``: the person named the file at the start, so it does not become the one that opens by itself.
    """

    def __init__(
        self,
        window: MainWindow,
        path: Path,
        clock: Clock,
        named: bool,
        usable: Callable[[], object],
        leave: Callable[[int], object],
    ) -> None:
        super().__init__(window)
        self.window, self.clock = window, clock
        self._place = JournalPlace(path, named, clock, window.computer)
        self.texts = window.texts
        self._usable, self._leave = usable, leave
        self.journal = OpenJournal(window, self._place)
        self._locking = Locking(window, self.journal, self._show_unlock)
        around = Surroundings(window, self._place, self.journal, self._opened, self.begin)
        self._going_back, self._rescuing = GoingBack(around), Rescuing(around)
        self._moving, self._rekeying = MovingAndErasing(around), Rekeying(around)
        window.on_mend_search = lambda: self._mend_search(around)
        self._changed_file = ChangedFile(around, self._going_back.offer)
        window.build_later(self._connect)
        self._asking = AskingWindow(window)
        self._asked = 0  # how often a file was asked for: what an earlier request brings is let go

    def _connect(self, body: Body) -> None:
        body.open_other.connect(self._choose_existing)
        body.journal_brought.connect(self._open_other)
        body.lock_wanted.connect(self._locking.now)
        body.hide_wanted.connect(self._locking.hide)
        body.journal_moved.connect(self._moving.move)
        body.erase_wanted.connect(self._moving.erase)
        body.restore_wanted.connect(self._going_back.to)
        body.passphrase_wanted.connect(self._rekeying.to)
        body.rescue_wanted.connect(self._rescuing.offer_for_open)
        body.rescue_seen.connect(self._rescuing.decide)

    def _mend_search(self, around: Surroundings) -> None:
        """Where it is wanted once, it takes this place."""
        from journal.ui.shell.mending_search import MendingSearch

        MendingSearch(around).mend()

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._place.path

    @property
    def logbook(self) -> Logbook | None:
        """The open journal, if one is open."""
        return self.journal.logbook

    def begin(self) -> None:
        """Look at the file and open it, or ask for what is missing."""
        self._asked += 1
        self._asking.end()
        looked, cannot = self._if_wanted(self._looked, _close_found), self._if_wanted(self._cannot)
        self._wait(run_task(self._place.look, looked, cannot))
        # While the worker imports the database, this thread makes what the window needs next.
        self.window.build()

    def _if_wanted(
        self, then: Callable[[T], object], otherwise: Callable[[T], object] | None = None
    ) -> Callable[[T], None]:
        """``then``, unless another file was asked for meanwhile: then ``otherwise``, which closes what was opened."""
        asked = self._asked

        def arrive(result: T) -> None:
            if asked == self._asked:
                then(result)
            elif otherwise is not None:
                otherwise(result)

        return arrive

    def _wait(self, task: Task) -> None:
        """An older file may take long: then its steps are shown, and can be stopped."""
        UpdateWait(task, self.texts, self._if_wanted(self._show_update))

    def _show_update(self, page: UpdatePage) -> None:
        self.window.body.show_page(page)
        self._usable()

    def _looked(self, outcome: Logbook | str) -> None:
        if outcome == "welcome":
            self._show_welcome()
        elif outcome == "passphrase":
            self._show_unlock()
        elif isinstance(outcome, str):
            self._going_back.show_gone(self._choose_existing, self._show_welcome, self._usable)
        else:
            self._opened(outcome)

    def _opened(self, logbook: Logbook) -> None:
        self._asking.end()
        try:
            self.journal.show_journal(logbook)
        except Refused as damaged:
            # What it begins with cannot be read: a page that leads somewhere instead of half a window.
            self.journal.let_go()
            self._cannot(damaged)
            return
        self._changed_file.watch(logbook)
        self._usable()
        for way in (self._going_back, self._rescuing, self._changed_file):
            if way.words:
                self.journal.tell(way.words)
                way.words = ""
        self._going_back.words_at_lock = ""
        self.journal.work_in_background()

    def _cannot(self, problem: Exception, passphrase: str | None = None) -> None:
        if isinstance(problem, Refused) and problem.code == "journal-locked":
            self._raise_other()
        elif isinstance(problem, Refused) and problem.code == "journal-missing" and self._place.is_missed():
            words = self.texts("There is no journal at {path}, where it was last time. If that is a removable drive, "
                               "connect it and try again.", path=self.path)  # fmt: skip
            self._say_why_not(words, self._go_on_without)
        else:
            rescue = self._rescuing.offer if is_damage(problem) else None
            why = why_not(self.texts, problem)
            if rescue is not None and isinstance(problem, Refused):
                why = f"{explain_above_ways(self.texts, problem)} {self._rescuing.what_is_there()}".strip()
            page = self._say_why_not(why, rescue=rescue)
            if rescue is not None:
                page.offer_look(self._rescuing.offer_look)
                self._rescuing.count_for(page, passphrase)
            self._going_back.offer_from(page, problem, passphrase)

    def _say_why_not(
        self,
        why: str,
        without: Callable[[], object] | None = None,
        rescue: Callable[[], object] | None = None,
    ) -> CannotOpenPage:
        from journal.ui.shell.cannot_open_page import CannotOpenPage
        from journal.ui.shell.kept_beside_notice import what_is_kept

        why = f"{why} {what_is_kept(self.texts, self.path)}".strip()
        page = CannotOpenPage(self.texts, why, self.begin, self._choose_existing, self.window.close, without, rescue)
        self.window.body.show_page(page)
        self._usable()
        return page

    def _go_on_without(self) -> None:
        """The journal in the usual place, or the first start where there is none."""
        self._place.path = paths.default_journal()
        self.begin()

    def _raise_other(self) -> None:
        """Another window has the journal: bring that one to the front instead of opening a second."""
        from journal.logbook import raise_file_of
        from journal.ui.shell.second_start import bring_to_front

        if bring_to_front(raise_file_of(self.path)):
            self._leave(0)
        else:
            self._say_why_not(explain(self.texts, Refused("journal-locked")))

    # --- passphrase and first start ---

    def _show_unlock(self) -> None:
        from journal.ui.lock import UnlockScreen

        back = self._going_back
        screen = UnlockScreen(self.texts, self.path)
        back.look_for_backups(screen, lambda way: screen.offer_back(way.there, way.plain))
        screen.back_wanted.connect(back.offer)
        screen.submitted.connect(lambda passphrase: self._try_passphrase(screen, passphrase))
        screen.open_existing.connect(self._choose_existing)
        screen.rescue_wanted.connect(self._rescuing.offer)
        self.window.body.show_page(screen)
        self._asking.begin(self.path)
        if self._going_back.words_at_lock:
            screen.say_what_it_is(self._going_back.words_at_lock)
        self._usable()

    def _try_passphrase(self, screen: UnlockScreen, passphrase: str) -> None:
        def refused(problem: Exception) -> None:
            if is_alive(screen):
                screen.set_busy(False)
            if isinstance(problem, Refused) and problem.code.startswith("passphrase-"):
                refuse = screen.refuse_passphrase if problem.code == "passphrase-wrong" else screen.refuse
                refuse(explain_above_ways(self.texts, problem))
            else:
                self._cannot(problem, passphrase)

        screen.set_busy(True)
        opened = self._if_wanted(self._opened, lambda logbook: logbook.close())
        self._wait(run_task(lambda task: self._place.unlock(passphrase, task), opened, self._if_wanted(refused)))

    def _show_welcome(self) -> None:
        from journal.ui.welcome import WelcomeScreen

        screen = WelcomeScreen(self.texts, self.path, self.clock, self.window.computer.settings.country)
        screen.country_chosen.connect(self.window.body.set_country)
        screen.finished.connect(lambda _answers: self._set_up(screen))
        screen.open_existing.connect(self._choose_existing)
        self.window.body.show_page(screen)
        if self._moving.words:
            screen.say_before(self._moving.words)
            self._moving.words = ""
        self._usable()

    def _choose_existing(self) -> None:
        from journal.ui.kit.file_dialogs import ask_for_file

        kinds = [self.texts("Journals (*.leaf)"), self.texts("All files (*)")]
        ask_for_file(self.window, self.texts("Open a journal"), kinds, self._open_other)

    def _open_other(self, path: Path) -> None:
        words = self.texts("What you typed could not be kept, and opening another journal now would lose it.")
        self.journal.once_kept(words, self.texts("Open anyway"), lambda: self._begin_with(path))

    def _begin_with(self, path: Path) -> None:
        self._place.go_to(path)
        self.journal.leave_pages(self.texts("Opening the journal…"))
        self.journal.let_go()
        self.begin()

    def _set_up(self, screen: WelcomeScreen) -> None:
        entries: tuple[Entry, ...] = tuple(screen.entries)
        if screen.path != self.path:
            self._place.go_to(screen.path)

        def created(logbook: Logbook) -> None:
            self.window.computer.remember_writes(logbook.path, None)  # of a file that was here before
            if entries:
                logbook.save(*entries, label="start.set_up")
            self._opened(logbook)
            self.journal.passphrase_is_new()

        def refused(problem: Exception) -> None:
            screen.set_busy(False)
            screen.refuse(why_not(self.texts, problem))

        screen.set_busy(True)
        run_in_background(lambda: self._place.create(screen.passphrase), created, refused)

    def close(self, back_up: bool = False) -> None:
        """Let running work end and close the journal. What was typed beside a job that writes can be kept only now.

        ``back_up``: there is time for a backup if anything changed, since nobody waits for the end.
        """
        self._asked += 1  # a journal that is still being opened is wanted no more
        self._asking.end()
        wait_for_tasks()
        self.journal.keep_drafts_at_the_end()
        if back_up and self.logbook is not None:
            from journal.ui.shell.own_backups import back_up_at_the_end

            back_up_at_the_end(self.logbook, self.window.computer)
        self.journal.let_go()


def _close_found(outcome: Logbook | str) -> None:
    """A journal that nobody waits for any more."""
    if not isinstance(outcome, str):
        outcome.close()
