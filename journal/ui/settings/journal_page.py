"""Your journal: where the file lies, moving it, and erasing it with everything that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from journal import paths
from journal.core.plaintext import folded
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.device import damaged_file, lock_file, unfinished_file
from journal.logbook.synchronised import synchronised_by
from journal.texts.refusals import explain
from journal.ui.kit.breakable import breakable
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.fields import line_edit
from journal.ui.kit.file_dialogs import ask_for_folder
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label
from journal.ui.settings.copies_of_journal import CopiesOfJournal
from journal.ui.settings.hide_card import HideCard
from journal.ui.settings.job_page import JobPage
from journal.ui.settings.kept_beside_card import KeptBesideCard
from journal.ui.settings.lock_card import LockCard
from journal.ui.settings.passphrase_card import PassphraseCard

if TYPE_CHECKING:
    from journal.ui.kit.computer import Computer


class JournalPage(JobPage):
    """Signals: ``open_other``; ``journal_moved(path of the verified copy)``; ``erase_wanted(files beside it)``;
    ``passphrase_wanted(the new one, or None)``; ``hide_wanted()``.
    """

    open_other = Signal()
    journal_moved = Signal(object)  # Path
    erase_wanted = Signal(object)  # tuple of Path
    passphrase_wanted = Signal(object)  # str or None
    hide_wanted = Signal()

    def __init__(self, bridge: Bridge, computer: Computer) -> None:
        super().__init__(bridge.texts)
        self._bridge, self._computer = bridge, computer
        self.dialog: QFileDialog | None = None
        self.kept_beside = KeptBesideCard(self, lambda: bridge.logbook)
        self._waiting = self.add_card(self.texts("Typed and not saved"), self.kept_beside)
        self._make_place()
        copies = CopiesOfJournal(self, bridge, computer)
        self.passphrase = PassphraseCard(self.texts, copies, computer.settings.country)
        self.passphrase.wanted.connect(self.passphrase_wanted)
        self.add_card(self.texts("Passphrase"), self.passphrase)
        self.lock = LockCard(self.texts)
        self.lock.chosen.connect(self._choose)
        self.add_card(self.texts("Lock"), self.lock)
        self.hiding = HideCard(self.texts)
        self.hiding.hide_wanted.connect(self.hide_wanted)
        self.add_card(self.texts("Hide at once"), self.hiding)
        self._make_erasing()
        self.refresh()

    def _make_place(self) -> None:
        texts = self.texts
        self.place = label(role="strong", wrap=True)
        self.protected = label(role="quiet", wrap=True)
        self.synchronised = label(wrap=True)
        self.open = button(texts("Open another…"), self.open_other.emit)
        self.move_button = button(texts("Move it…"), self._choose_folder)
        self.add_card(
            texts("Where it lies"),
            self.place,
            self.protected,
            self.synchronised,
            flowing(self.open, self.move_button),
            self.say(
                texts(
                    "Moving makes a verified copy, opens that one and then deletes the old file. Backups move with it."
                )
            ),
        )

    def _make_erasing(self) -> None:
        self.erase_button = button(self.texts("Erase…"), self._ask_erase)
        self.erasing = _Erasing(self)
        self.erasing.hide()
        self.add_card(self.texts("Erase"), flowing(self.erase_button), self.erasing)

    # --- what is shown ---

    def refresh(self) -> None:
        logbook = self._bridge.logbook
        self.place.setText(breakable(logbook.path))
        self.place.setAccessibleName(str(logbook.path))
        with_passphrase = self.texts("It is encrypted with a passphrase.")
        self.protected.setText(with_passphrase if logbook.encrypted else self.texts("It has no passphrase."))
        self._say_who_keeps_it_in_step(logbook.path)
        self.open.setEnabled(not self.busy)
        for pressed in (self.move_button, self.erase_button):
            pressed.setEnabled(self._bridge.can_write and not self.busy)
        self._waiting.setVisible(self.kept_beside.refresh(self._bridge.can_write and not self.busy))
        self.passphrase.refresh(logbook, self._bridge.can_write and not self.busy)
        self.hiding.refresh(logbook.encrypted)
        self.lock.refresh(logbook, self._bridge.can_write and not self.busy)

    def _say_who_keeps_it_in_step(self, path: Path) -> None:
        program = synchronised_by(path)
        self.synchronised.setVisible(bool(program))
        if program:
            self.synchronised.setText(
                self.texts(
                    "{program} seems to keep this folder in step with other places. Use the journal on one computer at "
                    "a time, and close it there first: of two that write, one would take the other’s place. Whoever "
                    "can read the other places can read a journal without a passphrase.",
                    program=program,
                )
            )

    def _choose(self, preference: str, value: int) -> None:
        """Keep what was chosen; a tick that follows the journal changes nothing."""
        logbook = self._bridge.logbook
        if value != getattr(logbook.preferences, preference):
            self._bridge.attempt(lambda: logbook.save(setting_for(preference, value)), self.message)

    def words(self) -> str:
        """All that is shown, for tests and for reading out."""
        shown = self.findChildren(QLabel)
        return "\n".join(
            shown_label.text() for shown_label in shown if shown_label.isVisibleTo(self) and shown_label.text()
        )

    # --- moving ---

    def _choose_folder(self) -> None:
        self.dialog = ask_for_folder(self.window(), self.texts("New folder of the journal"), self.move_to)

    def move_to(self, folder: Path) -> None:
        """Copy and verify in a worker; then the shell opens the copy (``moving.open_moved``)."""
        from journal.logbook.moving import copy_for_move, steps_of

        logbook = self._bridge.logbook
        self.run_job(
            self.texts("Copying the journal and verifying the copy"),
            lambda task: copy_for_move(logbook, folder, task.report, task.cancelled),
            self.journal_moved.emit,
            total=steps_of(logbook),
            can_cancel=True,
        )

    # --- erasing ---

    def _ask_erase(self) -> None:
        self.erase_button.setEnabled(False)
        path = self._bridge.logbook.path
        self.erasing.ask(path, self._computer.second_path_of(path))

    def keep(self) -> None:
        """Close the question without erasing anything."""
        self.erasing.hide()
        self.refresh()
        self.erase_button.setFocus()

    def erase(self) -> None:
        """Ask the shell to close the journal and delete the files. The word was typed."""
        from journal.logbook.erasing import refuse_erasing

        self.erasing.hide()
        try:
            refuse_erasing(self._bridge.logbook)
        except Refused as refused:
            self.tell(explain(self.texts, refused))
            return
        settings = paths.device_file()
        beside = (unfinished_file(settings), damaged_file(settings), lock_file(settings))
        log = paths.log_file()
        self.erase_wanted.emit((settings, *beside, log, paths.older_log(log), *paths.font_lists()))


class _Erasing(QWidget):
    """The question before erasing, which is answered by typing a word."""

    def __init__(self, page: JournalPage) -> None:
        super().__init__()
        self._page, texts = page, page.texts
        self._wanted = texts("erase")
        self._what, self._of_second = label(role="body", wrap=True), label(role="body", wrap=True)
        self.word = line_edit(texts("Type the word “{word}”", word=self._wanted), "", 40)
        self.yes = button(texts("Erase for good"), page.erase)
        self.no = plain_button(texts("Keep it"), page.keep)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (
            self._what,
            self._of_second,
            label(texts("Copies in other places stay: other disks, exported files, printed or sent reports."),
                  wrap=True),
            label(texts("This cannot be undone. To go on, type the word “{word}”.", word=self._wanted), "strong", True),
            self.word,
            flowing(self.yes, self.no),
        ):  # fmt: skip
            body.addWidget(part)
        self.word.textChanged.connect(lambda _text: self._typed())
        self.word.returnPressed.connect(lambda: self.yes.click())

    def ask(self, path: Path, second: Path | None) -> None:
        """Say what will be deleted, of the second folder too, and wait for the word."""
        texts = self._page.texts
        words = texts(
            "This deletes {path}, its backups, and the settings and the log of this program on this computer.",
            path=breakable(path),
        )
        self._what.setText(words)
        self._of_second.hide()
        if second is not None:
            self._tell_of_second(second)
        self.word.clear()
        self._typed()
        self.show()
        self.word.setFocus()
        once_laid_out(self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """All of it, or where there is no room for that, where one types."""
        bring_into_sight(self.no)
        bring_into_sight(self.word)

    def _tell_of_second(self, second: Path) -> None:
        """What holds in any case, and once a worker has looked there, what holds now."""
        path = breakable(second)
        self._of_second.setText(
            self._page.texts("It deletes the copies in the second folder, too, if that is there: {path}", path=path)
        )
        self._of_second.show()
        run_in_background(second.is_dir, while_alive(self, lambda there: self._say_of_second(there, path)))

    def _say_of_second(self, there: bool, path: str) -> None:
        texts = self._page.texts
        if there:
            self._of_second.setText(texts("It deletes the copies in the second folder, too: {path}", path=path))
        else:
            self._of_second.setText(
                texts(
                    "The second folder is not there now, so the copies in it stay: {path}\nPlug its disk in first if "
                    "they are to be deleted, too.",
                    path=path,
                )
            )

    def _typed(self) -> None:
        self.yes.setEnabled(folded(self.word.text()) == folded(self._wanted))
