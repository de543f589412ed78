"""The journal's passphrase: set, changed or removed; and the copies that anyone can still read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.lock.recovery_sheet import RecoverySheet
from journal.ui.settings.copies_of_journal import CopiesOfJournal, SeenCopies
from journal.ui.settings.copy_names import CopyNames
from journal.ui.settings.exported_files import ExportedFiles
from journal.ui.settings.listed_copies import ListedCopies
from journal.ui.settings.other_copies import OtherCopies
from journal.ui.settings.passphrase_form import PassphraseForm, Wish

Copies = Callable[[list[Path]], object]


class PassphraseCard(QWidget):
    """``wanted(new passphrase, or None)``; ``actions``: what is done with copies of the journal.

    ``country`` has its usual paper, for the recovery sheet.
    """

    wanted = Signal(object)  # str or None

    def __init__(self, texts: Texts, actions: CopiesOfJournal, country: str) -> None:
        super().__init__()
        self._texts, self._actions = texts, actions
        self._key: str | None = None
        self.state = label(role="body", wrap=True)
        self.set = button(texts("Set a passphrase…"), lambda: self._ask(Wish.SET))
        self.change = button(texts("Change…"), lambda: self._ask(Wish.CHANGE))
        self.remove = button(texts("Remove…"), lambda: self._ask(Wish.REMOVE))
        for pressed in (self.change, self.remove):
            pressed.setAccessibleName(texts("{action}: passphrase", action=pressed.text()))
        self.form = PassphraseForm(texts)
        self.form.wanted.connect(self.wanted)
        self.form.left.connect(self._leave)
        self.form.hide()
        self._ways = flowing(self.set, self.change, self.remove)
        self.sheet = RecoverySheet(texts, country)
        self.looking = label(texts("Looking which copies of the journal open with its passphrase…"), "quiet", wrap=True)
        self.looking.hide()
        self._seen = False
        self.copies = PlainCopies(texts, actions.names, actions.encrypt, actions.ask_delete)
        self.others = OtherCopies(texts, actions.names, actions.give_passphrase, actions.ask_delete)
        self.exports = ExportedFiles(texts, actions.ask_delete)
        self._can_change = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (
            self.state,
            self._ways,
            self.form,
            self.sheet,
            self.looking,
            self.copies,
            self.others,
            self.exports,
        ):
            body.addWidget(part)

    def refresh(self, logbook: Logbook, can_change: bool) -> None:
        """What is so now; ``can_change``: nothing else is under way, and the journal can be written to."""
        self._key = logbook.passphrase
        with_one = self._texts("The journal is encrypted, and opens only with its passphrase.")
        without = self._texts("The journal has no passphrase. Anyone who can use this computer account can read it.")
        self.state.setText(with_one if logbook.encrypted else without)
        self.set.setVisible(not logbook.encrypted)
        for pressed in (self.change, self.remove):
            pressed.setVisible(logbook.encrypted)
        for pressed in (self.set, self.change, self.remove):
            pressed.setEnabled(can_change)
        self.form.yes.setEnabled(can_change)
        self.sheet.refresh(logbook)
        self._can_change = can_change
        self._put_out()
        self._leave_out(self._actions.done)
        self.looking.setVisible(logbook.encrypted and not self._seen)
        self._actions.look(self._show_copies)

    def _leave_out(self, done: tuple[Path, ...]) -> None:
        """What was just done is not listed until all copies are looked through again, which takes a while."""
        for listed in (self.copies, self.others):
            if any(copy in done for copy in listed.listed):
                listed.show_copies([copy for copy in listed.listed if copy not in done])

    def _show_copies(self, seen: SeenCopies) -> None:
        self._seen, self._actions.done = True, ()
        self.looking.hide()
        self.copies.show_copies(seen.plain)
        self.others.show_copies(seen.others)
        self.exports.show_exported(seen.exported)
        self._put_out()

    def _put_out(self) -> None:
        for listed in (self.copies, self.others, self.exports):
            listed.set_usable(self._can_change)

    def _ask(self, wish: Wish) -> None:
        self._ways.hide()
        self.form.ask(wish, self._key)

    def _leave(self) -> None:
        self.form.forget()
        self.form.hide()
        self._ways.show()
        next(pressed for pressed in (self.set, self.change) if pressed.isVisibleTo(self)).setFocus()


class PlainCopies(ListedCopies):
    """Each copy that anyone can read, with what can be done with it; nothing where there is none."""

    def __init__(self, texts: Texts, names: CopyNames, encrypt: Copies, delete: Copies) -> None:
        super().__init__(texts)
        self._names, self._encrypt, self._delete = names, encrypt, delete
        self.all = button(texts("Encrypt all of them"), lambda: encrypt(self.listed))
        self.body.addWidget(flowing(self.all))
        self.body.addWidget(label(texts(
            "Neither way wipes the disk: what a file held can stay in old sectors for a while. Exported files, printed "
            "pages and copies in other places stay as they are."
        ), "quiet", wrap=True))  # fmt: skip
        self.hide()

    def show_copies(self, copies: list[Path]) -> None:
        """List these."""
        self.show_files(copies)
        self._title.setText(
            self._texts.plural(
                "{n} copy can be read without the passphrase",
                "{n} copies can be read without the passphrase",
                len(copies),
            )
        )
        self.all.setVisible(len(copies) > 1)

    @property
    def rows(self) -> list[CopyRow]:
        """Those that are shown."""
        return [row for row in self.shown_rows if isinstance(row, CopyRow)]

    def make_row(self, file: Path) -> CopyRow:
        return CopyRow(self._texts, file, self._names.of(file), self._encrypt, self._delete)

    def set_usable(self, on: bool) -> None:
        """Whether anything can be done with them now."""
        for pressed in (self.all, *(row_button for row in self.rows for row_button in (row.encrypt, row.delete))):
            pressed.setEnabled(on)


class CopyRow(QWidget):
    """One of them."""

    def __init__(self, texts: Texts, copy: Path, name: str, encrypt: Copies, delete: Copies) -> None:
        super().__init__()
        self.copy = copy
        self.encrypt = button(texts("Encrypt too"), lambda: encrypt([copy]))
        self.delete = plain_button(texts("Delete…"), lambda: delete([copy]))
        for pressed in (self.encrypt, self.delete):
            pressed.setAccessibleName(texts("{action}: {name}", action=pressed.text(), name=name))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(label(name, "body", wrap=True))
        body.addWidget(flowing(self.encrypt, self.delete))
