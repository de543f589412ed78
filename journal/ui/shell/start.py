"""From a painted window to an open journal: first start, passphrase, another window, or why it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from journal import paths
from journal.core.entries import Entry
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.device import Device
from journal.texts.refusals import explain
from journal.ui.kit.alive import is_alive
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import Task, run_in_background, run_task, wait_for_tasks
from journal.ui.shell.going_back import GoingBack
from journal.ui.shell.looking import JournalPlace
from journal.ui.shell.update_wait import UpdateWait
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.lock import UnlockScreen
    from journal.ui.shell.body import Body
    from journal.ui.shell.imports_in_background import BackgroundImports
    from journal.ui.shell.opening import UpdatePage
    from journal.ui.shell.own_backups import OwnBackups
    from journal.ui.shell.second_start import SecondStart
    from journal.ui.welcome import WelcomeScreen

T = TypeVar("T")
# Watching for a second start can wait until the person sees their day.
_WATCH_AFTER_MS = 300
_TIDY_AFTER_MS = 10_000


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
        self.logbook: Logbook | None = None
        self._usable, self._leave = usable, leave
        self._bridge: Bridge | None = None
        self._going_back = GoingBack(self, self)
        self._backups: OwnBackups | None = None
        window.build_later(self._connect)
        self._second_start: SecondStart | None = None
        self._imports: BackgroundImports | None = None
        self._asked = 0  # how often a file was asked for: what an earlier request brings is let go

    def _connect(self, body: Body) -> None:
        body.open_other.connect(self._choose_existing)
        body.lock_wanted.connect(self._lock)
        body.journal_moved.connect(self._move)
        body.erase_wanted.connect(self._erase)
        body.restore_wanted.connect(lambda backup: self._going_back.to(backup))

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._place.path

    def go_to(self, path: Path) -> None:
        """From now on the journal is the one there, which opens by itself the next time."""
        self._place.path, self._place.named = path, False

    def begin(self) -> None:
        """Look at the file and open it, or ask for what is missing."""
        self._asked += 1
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

    # --- what came of it ---

    def _looked(self, outcome: Logbook | str) -> None:
        if outcome == "welcome":
            self._show_welcome()
        elif outcome == "passphrase":
            self._show_unlock()
        else:
            assert not isinstance(outcome, str)
            self._opened(outcome)

    def _opened(self, logbook: Logbook) -> None:
        self.let_go()
        self.logbook = logbook
        self._bridge = Bridge(logbook, self.texts, self.window)
        looks_at_backup = logbook.view_only is not None and logbook.view_only.code == "journal-is-backup"
        as_last = not self._place.named and not looks_at_backup
        self.window.computer.remember(self.path, logbook.salt, as_last=as_last)
        self.window.body.show_journal(self._bridge)
        self._usable()
        if self._going_back.words:
            self._tell(self._going_back.words)
            self._going_back.words = ""
        QTimer.singleShot(_WATCH_AFTER_MS, self, self._watch_for_second_start)
        if self._imports is None:
            from journal.ui.shell.imports_in_background import BackgroundImports

            self._imports = BackgroundImports(self)
        if logbook.view_only is None:
            QTimer.singleShot(_TIDY_AFTER_MS, self, self._tidy)

    def _cannot(self, problem: Exception, passphrase: str | None = None) -> None:
        if isinstance(problem, Refused) and problem.code == "journal-locked":
            self._raise_other()
        elif isinstance(problem, Refused) and problem.code == "journal-missing" and self._place.is_missed():
            words = self.texts(
                "There is no journal at {path}, where it was last time. If that is a removable drive, connect it and "
                "try again.",
                path=self.path,
            )
            self._say_why_not(words, self._go_on_without)
        elif isinstance(problem, Refused) and problem.code == "journal-is-backup":
            # Of an earlier version, which cannot be looked at as it is.
            copy = partial(self._going_back.put_in_place, self.path, passphrase)
            self._say_why_not(self.words_of(problem), back=copy)
        else:
            self._say_why_not(self.words_of(problem), back=self._way_back())

    def _say_why_not(
        self, why: str, without: Callable[[], object] | None = None, back: Callable[[], object] | None = None
    ) -> None:
        from journal.ui.shell.opening import CannotOpenPage

        self.window.body.show_page(
            CannotOpenPage(self.texts, why, self.begin, self._choose_existing, self.window.close, without, back)
        )
        self._usable()

    def _way_back(self) -> Callable[[], object] | None:
        """To a backup, where there is one."""
        from journal.logbook.backups import found_backups

        return self._going_back.offer if found_backups(self.path) else None

    def _go_on_without(self) -> None:
        """The journal in the usual place, or the first start where there is none."""
        self._place.path = paths.default_journal()
        self.begin()

    def words_of(self, problem: Exception) -> str:
        if isinstance(problem, Refused):
            return explain(self.texts, problem)
        return self.texts("The program met a problem of its own. The journal was left as it is.")

    def _raise_other(self) -> None:
        """Another window has the journal: bring that one to the front instead of opening a second."""
        from journal.logbook import raise_file_of
        from journal.ui.shell.second_start import bring_to_front

        if bring_to_front(raise_file_of(self.path)):
            self._leave(0)
        else:
            self._say_why_not(explain(self.texts, Refused("journal-locked")))

    def _watch_for_second_start(self) -> None:
        if self.logbook is not None:
            from journal.ui.shell.second_start import SecondStart

            self.logbook.mark_window()
            self._second_start = SecondStart(self.logbook.raise_file, self.window.come_to_front, self)

    # --- passphrase and first start ---

    def _show_unlock(self) -> None:
        from journal.ui.lock import UnlockScreen

        way_back = self._way_back()
        screen = UnlockScreen(self.texts, self.path, way_back is not None)
        if way_back is not None:
            screen.back_wanted.connect(way_back)
        screen.submitted.connect(lambda passphrase: self._try_passphrase(screen, passphrase))
        screen.open_existing.connect(self._choose_existing)
        self.window.body.show_page(screen)
        self._usable()

    def _try_passphrase(self, screen: UnlockScreen, passphrase: str) -> None:
        def refused(problem: Exception) -> None:
            if is_alive(screen):
                screen.set_busy(False)
            if isinstance(problem, Refused) and problem.code.startswith("passphrase-"):
                screen.refuse(explain(self.texts, problem))
            else:
                self._cannot(problem, passphrase)

        screen.set_busy(True)
        opened = self._if_wanted(self._opened, lambda logbook: logbook.close())
        self._wait(run_task(lambda task: self._place.unlock(passphrase, task), opened, self._if_wanted(refused)))

    def _lock(self) -> None:
        """Close the journal and ask for its passphrase; what was typed and not saved is in it."""
        if self.logbook is not None and self.logbook.encrypted:
            words = self.texts("What you typed could not be kept, and locking now would lose it.")
            self.once_kept(words, self.texts("Lock anyway"), self._locked)

    def _locked(self) -> None:
        self.let_go()
        self._show_unlock()

    def _show_welcome(self) -> None:
        from journal.ui.welcome import WelcomeScreen

        screen = WelcomeScreen(self.texts, self.path, self.clock, self.window.computer.settings.country)
        screen.country_chosen.connect(self.window.body.set_country)
        screen.finished.connect(lambda _answers: self._set_up(screen))
        screen.open_existing.connect(self._choose_existing)
        self.window.body.show_page(screen)
        self._usable()

    def _choose_existing(self) -> None:
        from journal.ui.kit.file_dialogs import ask_for_file

        kinds = [self.texts("Journals (*.leaf)"), self.texts("All files (*)")]
        ask_for_file(self.window, self.texts("Open a journal"), kinds, self._open_other)

    def _open_other(self, path: Path) -> None:
        words = self.texts("What you typed could not be kept, and opening another journal now would lose it.")
        self.once_kept(words, self.texts("Open anyway"), lambda: self._begin_with(path))

    def _begin_with(self, path: Path) -> None:
        self.go_to(path)
        self.leave_pages(self.texts("Opening the journal…"))
        self.let_go()
        self.begin()

    # --- another place, or none ---

    def _move(self, path: Path) -> None:
        """A verified copy lies there: open it, and only then let the old files go."""
        from journal.logbook.moving import open_moved

        assert self.logbook is not None
        old = self.logbook
        self._keep_drafts()
        run_in_background(lambda: open_moved(old, path), lambda there: self._moved(old, there), self._not_moved)

    def _moved(self, old: Logbook, there: Logbook) -> None:
        """Nothing shows the old journal any more; a worker closes it and deletes its files."""
        from journal.logbook.moving import let_old_go

        path = there.path
        self.go_to(path)
        refused = self._keep_drafts_in(there)
        self._opened(there)
        words = self.texts("The journal lies here now: {path}", path=path)
        if refused is not None:
            why = self.words_of(refused)
            words = self.texts("{said} What you typed meanwhile could not be kept. {why}", said=words, why=why)
        self._tell(words)
        task = run_in_background(lambda: let_old_go(old, path), lambda left: self._say_left(words, left))
        task.to_the_end = True

    def _say_left(self, words: str, left: tuple[Path, ...]) -> None:
        if left:
            names = ", ".join(str(path) for path in left)
            self._tell(self.texts("{said} These old files could not be deleted: {names}", said=words, names=names))

    def _tell(self, words: str) -> None:
        self.window.body.message.show_message(words, [(self.texts("OK"), self.window.body.message.dismiss)])

    def _not_moved(self, problem: Exception) -> None:
        self._tell(self.words_of(problem))

    def _erase(self, others: Sequence[Path]) -> None:
        """Close the journal and delete its files in a worker; the word was typed."""
        from journal.logbook.erasing import delete_all

        path = self.path
        self.leave_pages(self.texts("Erasing"))
        self.let_go()
        task = run_in_background(lambda: delete_all(path, others), self._erased)
        task.to_the_end = True

    def _erased(self, left: tuple[Path, ...]) -> None:
        """Nothing is left: begin as on the first day."""
        from journal.ui.shell.opening import FilesLeftPage

        # What is still in memory must not be written again when the window closes.
        self.window.computer.settings = Device()
        if left:
            self.window.body.show_page(FilesLeftPage(self.texts, left, self._begin_anew))
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.go_to(paths.default_journal())
        self.begin()

    # --- what is typed and not saved ---

    def _keep_drafts(self) -> Refused | None:
        """Write it into the journal; answers why not, if a form could not be kept."""
        if self.logbook is None or self.logbook.view_only is not None:
            return None
        return self.window.body.keep_drafts()

    def _keep_drafts_in(self, logbook: Logbook) -> Refused | None:
        """What was typed beside a move: the forms could not write into the old journal, and are made anew for this."""
        if self._bridge is None:
            return None
        self._bridge.logbook = logbook
        return self.window.body.keep_drafts()

    def once_kept(self, words: str, anyway: str, go_on: Callable[[], object]) -> None:
        """``go_on`` once it is kept; where it cannot be, say so and let the person decide."""
        from journal.ui.shell.unsaved import ask_to_stay

        body = self.window.body
        refused = self._keep_drafts()
        if refused is None:
            go_on()
            return

        def all_the_same() -> None:
            if not body.at_work():
                self._keep_drafts()  # what the disk takes by now
                go_on()

        ask_to_stay(body, f"{words} {self.words_of(refused)}", anyway, all_the_same)

    def leave_pages(self, words: str) -> None:
        """Nothing of the journal is shown any more, before it is closed and while another one is looked at."""
        from journal.ui.shell.opening import OpeningPage

        self.window.body.show_page(OpeningPage(words))

    def let_go(self) -> None:
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None
        if self.logbook is not None:
            self.logbook.close()
            self.logbook = None
        if self._second_start is not None:
            self._second_start.deleteLater()
            self._second_start = None
        if self._backups is not None:
            self._backups.deleteLater()
            self._backups = None

    def _set_up(self, screen: WelcomeScreen) -> None:
        entries: tuple[Entry, ...] = tuple(screen.entries)
        if screen.path != self.path:
            self.go_to(screen.path)

        def created(logbook: Logbook) -> None:
            if entries:
                logbook.save(*entries, label="start.set_up")
            self._opened(logbook)

        def refused(problem: Exception) -> None:
            screen.set_busy(False)
            screen.refuse(self.words_of(problem))

        screen.set_busy(True)
        run_in_background(lambda: self._place.create(screen.passphrase), created, refused)

    def _tidy(self) -> None:
        """What has lain in the trash for its days goes, a little at each start so that nobody waits for it."""
        if self.logbook is None:
            return
        self._look_after_backups(self.logbook)
        try:
            self.logbook.empty_old_trash(limit=100)
        except Refused:
            # A full disk or a running import. The next start tries again, and nothing depends on it.
            return

    def _look_after_backups(self, logbook: Logbook) -> None:
        from journal.ui.shell.own_backups import OwnBackups

        self._backups = OwnBackups(logbook, self)
        self._backups.failed.connect(self._say_no_backup)

    def _say_no_backup(self, problem: Refused) -> None:
        self._tell(self.texts("A backup could not be made. {why}", why=self.words_of(problem)))

    # --- the end ---

    def close(self, back_up: bool = False) -> None:
        """Let running work end and close the journal. What was typed beside a job that writes can be kept only now.

        ``back_up``: there is time for a backup if anything changed, since nobody waits for the end.
        """
        self._asked += 1  # a journal that is still being opened is wanted no more
        wait_for_tasks()
        self._keep_drafts()
        if back_up and self.logbook is not None:
            from journal.ui.shell.own_backups import back_up_at_the_end

            back_up_at_the_end(self.logbook)
        self.let_go()


def _close_found(outcome: Logbook | str) -> None:
    """A journal that nobody waits for any more."""
    if not isinstance(outcome, str):
        outcome.close()
