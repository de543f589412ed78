"""Going back to a backup: the journal is closed, a copy of the backup takes its place, and it is opened again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.paths import default_journal
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.journal_step import JournalStep, Surroundings
from journal.ui.shell.open_journal import why_not

if TYPE_CHECKING:
    from journal.logbook.backups import OpenedWith, WayBack
    from journal.ui.shell.cannot_open_page import CannotOpenPage


class GoingBack(JournalStep):
    """``words``: what is said once the journal is open again; empty if nothing was put in its place.

    ``words_at_lock``: what is said where its passphrase is asked for before that.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.words = self.words_at_lock = ""

    def to(self, backup: Path | OpenedWith) -> None:
        """From the open journal; what is typed is kept in it first, or the person is asked."""
        words = self._texts("What you typed could not be kept, and going back to a backup now would lose it.")
        self._journal.once_kept(words, self._texts("Go back anyway"), lambda: self._from_open(backup))

    def _from_open(self, backup: Path | OpenedWith) -> None:
        logbook = self._journal.logbook
        assert logbook is not None
        own = logbook.passphrase
        path, key = (backup, own) if isinstance(backup, Path) else backup
        self._journal.leave_pages(self._texts("Going back to the backup…"))
        self._journal.let_go()
        self.put_in_place(path, key, own)

    def look_for_backups(self, page: QWidget, show: Callable[[WayBack], object]) -> None:
        """Whether there are any: those beside the journal at once.

        Where none lies there a worker looks into the second folder. Its disk may have to wake up, or a network to
        answer, which nobody waits for; ``show`` hears of it while the ``page`` is there.
        """
        from journal.logbook.backups import way_back

        path = self._place.path
        second = self._window.computer.second_path_of(path)
        beside = way_back(path)
        show(beside)
        if second is not None and not beside.there:
            run_in_background(lambda: way_back(path, second), while_alive(page, show))

    def offer_from(self, page: CannotOpenPage, problem: Exception, passphrase: str | None) -> None:
        """The way on from a journal that cannot be opened: to its backups, if it has any.

        A backup of an earlier version cannot be looked at as it is: from that one, a copy takes the journal's place.
        """
        if isinstance(problem, Refused) and problem.code == "journal-is-backup":
            page.offer_back(partial(self.put_in_place, self._place.path, passphrase))
        else:
            self.look_for_backups(page, partial(self._offer_on, page))

    def _offer_on(self, page: CannotOpenPage, way: WayBack) -> None:
        from journal.texts.backup_words import made_on

        if way.newest is not None:
            page.offer_back(self.offer, made_on(self._texts, way.newest, self._place.clock))

    def show_gone(self, other: Callable[[], object], new: Callable[[], object], usable: Callable[[], object]) -> None:
        """No journal lies in its place, and backups of it are there: that is said, and is no first start."""
        from journal.ui.shell.gone_page import GonePage

        ways = (self.offer, self._begin, other, new, self._window.close)
        self._window.body.show_page(GonePage(self._texts, self._place.path, ways))
        usable()

    def offer(self) -> None:
        """Where the journal cannot be opened: its backups, each with the way back."""
        from journal.ui.backups.restore_page import RestorePage

        path = self._place.path
        second = self._window.computer.second_path_of(path)
        page = RestorePage(self._texts, path, self._place.clock, self._begin, second)
        page.restore_wanted.connect(self.put_in_place)
        self._window.body.show_page(page)

    def put_in_place(self, backup: Path, passphrase: str | None, before: str | None = None) -> None:
        """In a worker, and to the end: nobody else may have the journal open meanwhile.

        What lies there then opens with the passphrase of the backup, or with ``before``, that of the journal which was
        open, and nobody is asked for it again.
        """
        from journal.logbook.backups import begins_with, journal_of, leaves_it_open, restore

        now = utc_now(self._place.clock)
        if self._place.path == backup:  # it was looked at
            self._place.go_to(journal_of(backup, self._usual()))
        path, texts = self._place.path, self._texts
        opened = leaves_it_open(path, backup)

        def put() -> tuple[Path | None, str | None, bool]:
            was: str | None = None
            with suppress(Refused):  # what lies there may be damaged
                was = begins_with(path)
            kept = restore(path, backup, passphrase, now)
            salt = begins_with(path)
            return kept, salt, None not in (was, salt) and was != salt

        def done(came: tuple[Path | None, str | None, bool]) -> None:
            kept, salt, other_key = came
            # Of another passphrase it begins otherwise: with the salt from before it would be taken for damaged.
            self._window.computer.remember(path, salt, as_last=False)
            self._window.computer.remember_writes(path, None)  # an older one, as was asked for
            self._say_that_it_is(backup, kept, opened, other_key)
            self._place.known = passphrase
            self._begin()

        def refused(problem: Exception) -> None:
            self.words = self.words_at_lock = why_not(texts, problem)
            self._place.known = before
            self._begin()

        run_in_background(put, done, refused).to_the_end = True

    def _say_that_it_is(self, backup: Path, kept: Path | None, opened: bool, other_key: bool) -> None:
        """In words with the day of the backup; where the files lie comes last. ``other_key``: than the one before."""
        from journal.logbook.backups import made_of
        from journal.texts.backup_words import made_on

        texts, made = self._texts, made_of(backup)
        when = made_on(texts, made, self._place.clock) if made is not None else backup.name
        self.words_at_lock = texts("This is the backup of {when}. Unlock it with its passphrase.", when=when)
        words = texts("The journal is now what the backup of {when} holds.", when=when)
        if opened:
            words = texts("{said} It has no passphrase, as the backup has none.", said=words)
        places = [texts("The journal: {path}", path=self._place.path)]
        if kept is not None:
            words = texts("{said} The journal from before is kept among the backups.", said=words)
        if kept is not None and other_key:
            words = texts("{said} The journal has the passphrase of the backup now; the one from before opens with the "
                          "passphrase that it had last.", said=words)  # fmt: skip
        if kept is not None:
            places.append(texts("The one from before: {path}", path=kept))
        self.words = "\n".join((words, *places))

    def _usual(self) -> Path:
        """The journal that opens by itself on this computer, or where one would be made."""
        last = self._window.computer.settings.last_journal
        return Path(last) if last else default_journal()
