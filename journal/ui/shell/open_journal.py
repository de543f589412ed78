"""The journal that the window shows, from the moment it is open until it is let go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.event_loop import later
from journal.ui.kit.practice import Practice
from journal.ui.kit.tasks import run_in_background
from journal.ui.shell.damage_notice import DAMAGE, OF_SEARCH, DamageNotice
from journal.ui.shell.journal_place import JournalPlace
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.shell.clock_question import ClockQuestion
    from journal.ui.shell.imports_in_background import BackgroundImports

# Watching for a second start can wait until the person sees their day.
_WATCH_AFTER_MS = 300
_TIDY_AFTER_MS = 10_000


class OpenJournal(QObject):
    """One at a time; ``logbook`` is None while none is open. What is typed and not saved is kept in it.

    ``lock_wanted``: nobody is there to look at it.
    """

    lock_wanted = Signal()

    def __init__(self, window: MainWindow, place: JournalPlace) -> None:
        super().__init__(window)
        self._window, self._place = window, place
        self.logbook: Logbook | None = None
        self.damage = DamageNotice(window)
        self._bridge: Bridge | None = None
        self._imports: BackgroundImports | None = None
        self._clock: ClockQuestion | None = None
        self.lack_is_told = False  # what the file that was opened in another one's place does not hold
        self._ends: list[Callable[[], object]] = []  # of what looks after the open journal, when that is let go

    def show_journal(self, logbook: Logbook) -> None:
        """Show this one, in place of the one before, and remember where it lies."""
        self.let_go()
        self.lack_is_told = False
        self.logbook = logbook
        self._bridge = Bridge(logbook, self._window.texts, self._window)
        self._bridge.practice = Practice(self._window.computer, logbook)
        self._bridge.second_folder = partial(self._window.computer.second_path_of, logbook.path)
        if not logbook.is_rescued:  # its salt is not that of the journal at this place
            as_last = not self._place.named and not logbook.only_looked_at
            self._window.computer.remember(self._place.path, logbook.salt, as_last=as_last)
        self._window.body.show_journal(self._bridge)
        self._ask_about_clock(logbook)

    def _ask_about_clock(self, logbook: Logbook) -> None:
        """A save asks whenever it comes; without one the question comes a moment after the day is seen."""
        from journal.ui.shell.clock_question import ClockQuestion

        window = self._window
        self._clock = ClockQuestion(window.texts, logbook, window.body.message, window.close, self)
        self._ends.append(self._clock.deleteLater)

    def work_in_background(self) -> None:
        """Begin what nobody waits for: watching for a second start, importing what may be used next, tidying."""
        self._later(_WATCH_AFTER_MS, self.watch_for_second_start)
        self._later(_WATCH_AFTER_MS, self._mark_copies)
        if self._imports is None:
            from journal.ui.shell.imports_in_background import BackgroundImports

            self._imports = BackgroundImports(self)
        if self._bridge is not None and self._bridge.logbook.encrypted:
            from journal.ui.shell.own_locking import OwnLocking

            locking = OwnLocking(self._bridge, self)
            locking.wanted.connect(self.lock_wanted)
            self._ends.append(locking.stop)
        if self.logbook is not None and self.logbook.view_only is None:
            self._later(_TIDY_AFTER_MS, self._tidy)

    def _later(self, ms: int, work: Callable[[], object]) -> None:
        """Unless this journal was let go by then: the next one has its own, and nothing may hold the closed one."""
        ends = self._ends
        later(self, ms, lambda: work() if self._ends is ends else None)

    def _mark_copies(self) -> None:
        """What is copied of the journal is kept by no history, and gone when the journal is."""
        from journal.ui.kit.clipboard import SecretCopies

        if self.logbook is not None:
            self._ends.append(SecretCopies(self).stop)

    def watch_for_second_start(self) -> None:
        """A second start brings this window to the front, commands know of it, and a clock that is off is asked of."""
        if self.logbook is not None:
            from journal.ui.shell.copies_cut_short import tell_of_copies
            from journal.ui.shell.kept_beside_notice import KeptBesideNotice
            from journal.ui.shell.older_file import tell_of_older_file
            from journal.ui.shell.second_start import SecondStart

            self.logbook.mark_window()
            window = self._window
            to_backups = window.show_backups if window.has_backups() else None
            older = self.lack_is_told or tell_of_older_file(
                window.texts, window.computer, self.logbook, window.body.message, to_backups
            )
            has_told = older or self._tell_of_removed() or tell_of_copies(window, self.logbook)
            if not has_told and self._clock is not None:
                self._clock.ask()
            waiting = KeptBesideNotice(window, self.logbook, self)
            self._ends.append(waiting.deleteLater)
            waiting.tell()
            second_start = SecondStart(self.logbook.raise_file, self._window.come_to_front, self)
            self._ends.append(second_start.deleteLater)

    def _tell_of_removed(self) -> bool:
        """Whether a readable copy went at opening; where it lay may have been copied or shared meanwhile."""
        removed, self._place.removed = self._place.removed, None
        if removed is not None:
            self.tell(self._window.texts("{path} was removed. A change of the passphrase that was cut short had left "
                                         "it, and anyone could read what was in it.", path=removed))  # fmt: skip
        return removed is not None

    def _tidy(self) -> None:
        """What has lain in the trash for its days goes, a little at each start so that nobody waits for it."""
        if self.logbook is None:
            return
        self._look_after_backups(self.logbook)
        # A full disk or a running import: the next start tries again, and nothing depends on it.
        with suppress(Refused):
            self.logbook.empty_old_trash(limit=100)
        self._look_for_damage(self.logbook)

    def _look_after_backups(self, logbook: Logbook) -> None:
        from journal.ui.shell.own_backups import OwnBackups

        backups = OwnBackups(logbook, self._window.computer, self)
        backups.failed.connect(self._tell_no_backup)
        backups.second_failed.connect(self._tell_no_copy)
        self._ends.append(backups.deleteLater)

    def _tell_no_backup(self, problem: Refused) -> None:
        from journal.logbook.taking_back import is_changed_outside
        from journal.ui.shell.unsaved import no_room_for_backup

        texts = self._window.texts
        if is_changed_outside(problem) or self._window.body.message.text() == no_room_for_backup(texts):
            return  # the banner says it, until it is put right; or it is asked about just now
        if problem.code in OF_SEARCH or problem.code in DAMAGE:
            self.damage.tell(problem)
        elif not self.damage.stands:
            self.tell(texts("A backup could not be made. {why}", why=why_not(texts, problem)))

    def _tell_no_copy(self, problem: Refused) -> None:
        texts = self._window.texts
        sentence = texts("The second folder has no copy of the newest backup. {why}", why=why_not(texts, problem))
        if not self.damage.stands:
            self.tell(sentence)

    def _look_for_damage(self, logbook: Logbook) -> None:
        from journal.ui.shell.own_checks import OwnChecks

        checks = OwnChecks(logbook, self._window.computer, self)
        checks.found.connect(self.damage.tell)
        self._ends.append(checks.deleteLater)
        checks.look()

    def tell(self, words: str) -> None:
        """Say it above whatever is shown."""
        message = self._window.body.message
        message.show_message(words, [(self._window.texts("OK"), message.dismiss)])

    def leave_pages(self, words: str) -> None:
        """Nothing of the journal is shown any more, before it is closed and while another one is looked at."""
        from journal.ui.shell.cannot_open_page import OpeningPage

        self._window.body.show_page(OpeningPage(words))

    def let_go(self) -> None:
        """Close it."""
        if self._bridge is not None:
            self._bridge.close()
            self._bridge = None
        if self.logbook is not None:
            self._remember_writes(self.logbook)
            self.logbook.close()
            self.logbook = None
        ends, self._ends = self._ends, []
        for end in ends:
            end()

    def _remember_writes(self, logbook: Logbook) -> None:
        """An older file in its place is known by that at the next start; what it lacks is said until it is answered."""
        number, before = logbook.last_write_number, self._window.computer.writes_of(logbook.path)
        if number is not None and (before is None or before < number):
            self._window.computer.remember_writes(logbook.path, number)

    # --- what is typed and not saved ---

    def keep_drafts(self) -> Refused | None:
        """Write it into the journal; answers why not, if a form could not be kept."""
        if self.logbook is None or self.logbook.view_only is not None:
            return None
        return self._window.body.keep_drafts()

    def passphrase_is_new(self) -> None:
        """It was set, changed or taken away just now."""
        if self._bridge is not None and self._bridge.practice is not None:
            self._bridge.practice.begin()

    def keep_drafts_in(self, logbook: Logbook) -> Refused | None:
        """All that is typed and not saved, whether the journal before took it or not; the forms are made anew."""
        if self._bridge is None:
            return None
        self._bridge.logbook = logbook
        return self._window.body.keep_drafts(anew=True)

    def keep_drafts_at_the_end(self) -> None:
        """Nobody can be asked any more: beside a journal that takes nothing, if there is a place at all."""
        from journal.logbook.unsaved import open_beside, takes_nothing

        refused = self._keep_where_it_lasts()
        if self.logbook is not None and refused is not None and takes_nothing(refused):
            with suppress(Refused):
                self._keep_in(open_beside(self.logbook))

    def _keep_where_it_lasts(self) -> Refused | None:
        """The same as ``keep_drafts``; but in a file that others replaced nothing lasts, whatever it took."""
        refused = self.keep_drafts()
        logbook = self.logbook
        if refused is not None or logbook is None or logbook.view_only is not None or logbook.file_as_left:
            return refused
        return logbook.changed_outside()

    def _keep_in(self, beside: Logbook) -> Refused | None:
        """What is typed, in a journal of its own, which goes again where nothing is."""
        from journal.logbook.unsaved import remove_beside

        with closing(beside):
            refused = self.keep_drafts_in(beside)
            empty = refused is None and not beside.drafts()
        if empty:
            remove_beside(beside.path)
        return refused

    def once_kept(self, words: str, anyway: str, go_on: Callable[[], object]) -> None:
        """``go_on`` once it is kept, beside the journal if that takes nothing; else let the person decide."""
        refused = self._keep_where_it_lasts()
        if refused is None:
            go_on()
        else:
            self.keep_beside_or_ask(refused, words, anyway, go_on)

    def keep_beside_or_ask(self, refused: Refused, words: str, anyway: str, go_on: Callable[[], object]) -> None:
        """The journal ``refused`` what is typed: another place is found for it, or the person decides."""
        from journal.logbook.unsaved import open_beside, takes_nothing

        logbook = self.logbook
        ask = partial(self._ask, words=words, anyway=anyway, go_on=go_on)
        if logbook is None or not takes_nothing(refused):
            ask(refused)
            return

        def keep(beside: Logbook) -> None:
            still_refused = self._keep_in(beside)
            if still_refused is None:
                go_on()
            else:
                ask(still_refused)

        run_in_background(lambda: open_beside(logbook), keep, lambda _problem: ask(refused)).to_the_end = True

    def _ask(self, refused: Refused, words: str, anyway: str, go_on: Callable[[], object]) -> None:
        from journal.ui.shell.unsaved import ask_to_stay

        body = self._window.body

        def all_the_same() -> None:
            if not body.at_work():
                self.keep_drafts()  # what the disk takes by now
                go_on()

        ask_to_stay(body, f"{words} {why_not(self._window.texts, refused)}", anyway, all_the_same)


def why_not(texts: Texts, problem: Exception) -> str:
    """Why something could not be done with a journal, for the person."""
    if isinstance(problem, Refused):
        return explain(texts, problem)
    return texts("The program met a problem of its own. The journal was left as it is.")
