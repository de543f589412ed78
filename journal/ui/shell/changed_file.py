"""Others changed the file of the open journal: the window says what happened, and offers the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.texts.lacking import lacked_by, what_is_lacked
from journal.texts.refusals import explain_above_ways
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.tasks import run_in_background, run_task
from journal.ui.shell.journal_step import JournalStep, Surroundings
from journal.ui.shell.open_journal import why_not

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.logbook.taking_back import PutBack
    from journal.ui.kit.tasks import Task

_Way = tuple[str, Callable[[], object]]


class ChangedFile(JournalStep):
    """Looks when the window is used again, and hears of each write that is refused for it.

    ``to_backups`` shows those of the journal. ``words``: what is said once a journal is open again, if anything.
    """

    _met = Signal(object)  # Refused, from whichever thread wrote
    _saved = Signal()
    _touched = Signal()

    def __init__(self, around: Surroundings, to_backups: Callable[[], object]) -> None:
        super().__init__(around)
        self._to_backups = to_backups
        self.words = ""
        self._problem_told: Refused | None = None
        self._looking, self._looked_again = False, ""
        self._met.connect(self._tell)
        self._saved.connect(self._put_right)
        self._touched.connect(self._look_at_touched)
        self._window.on_activated = self.look

    def watch(self, logbook: Logbook) -> None:
        """From now on this journal is the open one."""
        self._problem_told = None
        logbook.on_changed_outside(self._met.emit)
        logbook.on_touched(self._touched.emit)
        logbook.subscribe(lambda _change: self._saved.emit())

    def _look_at_touched(self) -> None:
        """Somebody read, and the file did not look as it was left."""
        if self._problem_told is None:
            self.look()

    def look(self) -> None:
        """The person is here again: see whether the file is still the one that is shown."""
        logbook = self._journal.logbook
        if logbook is None or logbook.view_only is not None or logbook.file_as_left or self._looking:
            return
        self._looking = True
        run_in_background(logbook.changed_outside, partial(self._looked, logbook), lambda _bug: self._looked(logbook))

    def _looked(self, logbook: Logbook, refusal: Refused | None = None) -> None:
        self._looking = False
        if logbook is not self._journal.logbook:
            return
        if refusal is None:
            self._put_right()
        else:
            self._tell(refusal)

    def _put_right(self) -> None:
        if self._problem_told is not None:
            self._problem_told = None
            self._window.body.stand_by(False)
            self._withdraw_what_was_not_done()
            self._window.body.banner.say_of(self._open())
            self._window.body.keep_drafts(anew=True)  # what was typed meanwhile

    def _withdraw_what_was_not_done(self) -> None:
        message = self._window.body.message
        if message.icon == "refused" or message.text() == self._looked_again:
            message.withdraw()

    def _tell(self, problem: Refused) -> None:
        if self._problem_told is None:
            self._window.body.stand_by(True)
        self._problem_told = problem
        banner, words = self._window.body.banner, self._what_happened(problem)
        if banner.text() != words:  # each draft that is refused tells it again, while somebody goes to a button
            banner.show_message(words, self._ways(problem))

    def _what_happened(self, problem: Refused) -> str:
        words = explain_above_ways(self._texts, problem)
        lacked = what_is_lacked(self._texts, lacked_by(problem), self._open().today())
        return f"{words} {lacked}".strip()

    def _ways(self, problem: Refused) -> list[_Way]:
        from journal.logbook.taking_back import can_be_put_back, nothing_lies_there

        texts = self._texts
        nothing = nothing_lies_there(problem)
        reopen: _Way = (texts("Look again") if nothing else texts("Open what lies there"), self.reopen)
        if not can_be_put_back(problem):
            back: list[_Way] = [(texts("Go back to a backup…"), self._go_back)] if self._window.has_backups() else []
            rescue: list[_Way] = [(texts("Rescue what can be read…"), self._window.show_rescue)]
            return [reopen, *back, *([] if nothing or problem.code == "journal-copied-over" else rescue)]
        return [
            (texts("Keep a copy of what is shown…"), partial(self._ask_where_to_keep, problem)),
            (texts("Put back what is shown"), self.put_back),
            reopen,
        ]

    # --- the ways ---

    def reopen(self) -> None:
        """What lies there now becomes the open journal, once a copy of what is shown is among the backups."""
        from journal.logbook.taking_back import keep_what_is_shown

        logbook, now = self._open(), utc_now(self._open().clock)
        self._stand_still(self._texts("Opening what lies there…"))
        run_task(
            lambda _task: keep_what_is_shown(logbook, now),
            lambda kept: self._open_there(logbook, self._kept_words(kept)),
            partial(self._not_kept, logbook),
        ).to_the_end = True

    def _kept_words(self, kept: Path | None) -> str:
        from journal.logbook.backups import made_of
        from journal.texts.backup_words import made_on

        made = None if kept is None else made_of(kept)
        if made is None:
            return ""
        when = made_on(self._texts, made, self._place.clock)
        return self._texts("What was shown until now is kept among the backups: {when}.", when=when)

    def _not_kept(self, logbook: Logbook, problem: Exception) -> None:
        """What was saved last may be in no other file: the person decides."""
        from journal.ui.shell.unsaved import ask_to_stay

        self._go_on()
        words = self._texts(
            "No copy of what is shown could be made. What was saved in it last may be lost when another file is "
            "opened. {why}",
            why=why_not(self._texts, problem),
        )
        anyway = self._texts("Open it all the same")
        ask_to_stay(self._window.body, words, anyway, partial(self._open_there, logbook, ""))

    def _open_there(self, logbook: Logbook, kept: str) -> None:
        """With what is half typed."""
        from journal.logbook.taking_back import open_what_is_there

        def opened(there: Logbook) -> None:
            self.words = ""
            self._arrived(
                logbook, there, " ".join(filter(None, (self._opened_words(there), kept))), self._lacked(there)
            )

        if logbook is not self._journal.logbook:
            return
        self._stand_still(self._texts("Opening what lies there…"))
        self.words = kept
        run_task(
            lambda task: open_what_is_there(logbook, partial(self._unlock, task)),
            opened,
            partial(self._not_opened, logbook),
        ).to_the_end = True

    def put_back(self) -> None:
        """What is shown here takes the journal's place again, with what is half typed."""
        from journal.logbook.taking_back import put_back

        logbook, now = self._open(), utc_now(self._open().clock)
        self._stand_still(self._texts("Putting back what is shown…"))

        def done(put: PutBack) -> None:
            words = self._texts("The journal is back as this window shows it.")
            if put.kept is not None:
                words = self._texts("{said} The file that was in its place is kept: {path}", said=words, path=put.kept)
            self._arrived(logbook, put.logbook, words)

        run_task(
            lambda task: put_back(logbook, now, partial(self._unlock, task)), done, partial(self._not_opened, logbook)
        ).to_the_end = True

    def _open(self) -> Logbook:
        logbook = self._journal.logbook
        assert logbook is not None
        return logbook

    def _unlock(self, task: Task, passphrase: str | None) -> Logbook:
        return self._place.unlock(passphrase, task)

    def _lacked(self, there: Logbook) -> str:
        from journal.logbook.taking_back import lacked_by

        logbook = self._open()
        return "" if there is logbook else what_is_lacked(self._texts, lacked_by(there, logbook), there.today())

    def _arrived(self, old: Logbook, there: Logbook, words: str = "", lacked: str = "") -> None:
        self._go_on()
        if there is old:
            self._put_right()
            return
        refused = self._journal.keep_drafts_in(there)
        self._show(there)
        self._hold_keys()
        if refused is not None:
            why = why_not(self._texts, refused)
            words = self._texts("{said} What you typed could not be kept. {why}", said=words, why=why).strip()
        if lacked:
            self._ask(there, f"{words} {lacked}")
        elif words:
            self._journal.tell(words)
        if words:
            once_painted(self._window.body.message, self._hand_over)  # after the form that comes back took the keyboard

    def _ask(self, there: Logbook, words: str) -> None:
        from journal.ui.shell.older_file import ask_what_to_do

        window = self._window
        self._journal.lack_is_told = True
        to_backups = window.show_backups if window.has_backups() else None
        ask_what_to_do(self._texts, window.computer, there, window.body.message, to_backups, words)

    def _opened_words(self, there: Logbook) -> str:
        if there.encrypted:
            return self._texts("What lies there is open now. It was not asked for its passphrase again: it has the one "
                               "that you gave before.")  # fmt: skip
        return self._texts("What lies there is open now.")

    def _stand_still(self, words: str) -> None:
        """Nothing of the journal that is shown is live while it is exchanged, and that it takes a while is said."""
        self._leave_fields()
        body = self._window.body
        if body.today is not None:
            body.today.setEnabled(False)
        body.stand_by(True)
        body.banner.show_message(words)

    def _go_on(self) -> None:
        body = self._window.body
        if body.today is not None:
            body.today.setEnabled(True)

    def _hold_keys(self) -> None:
        """Keys pressed while the journal before was shown mean that one: Undo would take back another step."""
        body = self._window.body
        body.stand_by(True)
        once_painted(body, lambda: body.stand_by(self._problem_told is not None))

    def _leave_fields(self) -> None:
        """What is typed while the journal is exchanged, a passphrase it may be, must not land in a form."""
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _hand_over(self) -> None:
        """Nor what is typed right after: the keyboard waits on a button, which letters do not press."""
        buttons = self._window.body.message.buttons()
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_opened(self, old: Logbook, problem: Exception) -> None:
        """The journal shown can still be read; nothing is opened over what is half typed without asking."""
        self._go_on()
        if old.view_only is None:
            self._journal.tell(self._still(problem))
            if self._problem_told is not None:
                self._tell(self._problem_told)
            return
        words = self._texts("What lies there cannot be opened as it is, and what you typed is not kept yet. Copy it.")
        anyway = self._texts("Close the journal")
        self._journal.keep_beside_or_ask(old.view_only, words, anyway, self._close_and_begin)

    def _still(self, problem: Exception) -> str:
        """Of what the banner says already, only that it was looked for again."""
        if isinstance(problem, Refused) and problem.code == "journal-gone":
            self._looked_again = self._texts("Looked again just now: it is still not there.")
            return self._looked_again
        if isinstance(problem, Refused) and problem.code == "journal-emptied":
            self._looked_again = self._texts("Looked again just now: it is still empty.")
            return self._looked_again
        return why_not(self._texts, problem)

    def _close_and_begin(self) -> None:
        self._journal.leave_pages(self._texts("Opening the journal…"))
        self._journal.let_go()
        self._begin()

    def _go_back(self) -> None:
        words = self._texts("What you typed could not be kept, and going back to a backup now would lose it.")
        self._journal.once_kept(words, self._texts("Go back anyway"), self._close_and_go_back)

    def _close_and_go_back(self) -> None:
        self._journal.leave_pages(self._texts("Closing the journal…"))
        self._journal.let_go()
        self._to_backups()

    def _ask_where_to_keep(self, problem: Refused) -> None:
        from journal.ui.kit.file_dialogs import ask_for_folder

        self._tell(problem)
        ask_for_folder(self._window, self._texts("Folder for the copy"), self.keep_copy)

    def keep_copy(self, folder: Path) -> None:
        """A verified copy of what is shown, wherever the person likes."""
        logbook, texts = self._open(), self._texts
        run_in_background(
            lambda: logbook.backup(folder),
            lambda path: self._journal.tell(texts("A verified copy was made: {path}", path=path)),
            lambda refused: self._journal.tell(why_not(texts, refused)),
        ).to_the_end = True
