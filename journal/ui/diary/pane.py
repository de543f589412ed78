"""The pane beside the list: details of what is selected, or an open form, and everything done to the selection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from journal.ui.diary.details import DetailsPane
from journal.ui.diary.details_text import DetailsText, details_text
from journal.ui.diary.list import LARGEST_SELECTION, DiaryList
from journal.ui.diary.older_copies import OlderCopies
from journal.ui.diary.results import TrashModel
from journal.ui.diary.row_actions import can_be_copied, can_be_deleted
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.entries.names import Names
from journal.ui.entries.rated_signs import signs_in
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.draft_words import written
from journal.ui.kit.form import Form
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.key_names import key_name
from journal.ui.kit.over_list import OverList
from journal.ui.kit.pages import Pages
from journal.ui.kit.widgets import announce

T = TypeVar("T")


class DiaryPane(Pages):
    """Deleting asks nothing because it can be undone; deleting for good asks inline."""

    form_opened = Signal()
    form_closed = Signal()
    saved = Signal(object)  # ChangeSet
    asking_wanted = Signal(object)  # guidance.warning_signs.Noted, just saved or to be answered again

    def __init__(self, bridge: Bridge, names: Names, rows: DiaryList) -> None:
        super().__init__()
        self._bridge, self._texts, self._names, self._list = bridge, bridge.texts, names, rows
        self.waits = False  # while the list is being brought up to date
        self._aside = False  # whether something typed was kept as a draft and its form closed
        self._opened = False  # whether masked ratings are shown
        self._shown: tuple[list[Row], Row | None] = ([], None)
        self.older_copies = OlderCopies(bridge)
        self.details = DetailsPane(bridge.texts)
        self.over = OverList(bridge.texts, self.details)
        self.over.add_foot(self.details.message, self.older_copies)
        self._forms = DraftForms(bridge, before="diary.")
        self._form_page = QWidget()
        place = QVBoxLayout(self._form_page)
        place.setContentsMargins(16, 16, 16, 16)
        self.host = FormHost(bridge, place, self._forms.makers(), self)
        self.addWidget(self.over)
        self.addWidget(self._form_page)
        self._connect()

    def _connect(self) -> None:
        self._list.selected.connect(self._selected)
        self._list.opened.connect(self.edit_selected)
        self._list.deleted.connect(self.delete_selected)
        self._list.copied.connect(self.copy_selected)
        self._list.menu_wanted.connect(self._open_menu)
        self.details.opening_wanted.connect(lambda: self.show_details(opened=True))
        self.details.answering_wanted.connect(self._ask_again)
        self.details.edit_wanted.connect(self.edit_selected)
        self.details.copy_wanted.connect(self.copy_selected)
        self.details.delete_wanted.connect(self.delete_selected)
        self.details.restore_wanted.connect(self.restore_selected)
        self.details.purge_wanted.connect(self.purge_selected)
        self.host.opened.connect(self._show_form)
        self.host.saved.connect(self.saved)
        self.host.warned.connect(self.asking_wanted)
        self.host.closed.connect(self._form_closed)

    # --- details ---

    @property
    def editing(self) -> bool:
        """Whether a form is open."""
        return self.currentWidget() is self._form_page

    @property
    def _in_trash(self) -> bool:
        return isinstance(self._list.model(), TrashModel)

    def _selected(self) -> None:
        # Qt tells of one step twice, as a new selection and as a new current row.
        if not self.waits and (self._list.rows(), self._list.current_row()) != self._shown:
            self.show_details()

    def show_details(self, opened: bool = False) -> None:
        """Show what is selected now; an open form stays until it is saved or cancelled.

        ``opened``: with its masked ratings, until something else is selected.
        """
        rows, current = self._shown = self._list.rows(), self._list.current_row()
        self._opened = opened
        details = self.details
        if len(rows) > 1:
            buttons = (details.restore, details.purge) if self._in_trash else (details.delete,)
            self._show(DetailsText(self._how_many(rows)), self._allowed(*buttons))
        elif rows:
            self._show(details_text(self._bridge, self._names, rows[0], opened), self._buttons(rows[0]))
        elif current is not None and not self._in_trash:
            self._show(details_text(self._bridge, self._names, current))
        else:
            self._show(DetailsText(self._texts("Nothing selected")))

    def _show(self, shown: DetailsText, buttons: tuple[QPushButton, ...] = ()) -> None:
        self.details.show_text(shown, buttons)
        self.over.say(shown.title, empty=not (shown.below or shown.sections or buttons))

    def _how_many(self, rows: list[Row]) -> str:
        if len(rows) > LARGEST_SELECTION:
            return self._texts("More than {n} entries selected", n=self._texts.integer(LARGEST_SELECTION))
        return self._texts.plural("{n} entry selected", "{n} entries selected", len(rows))

    def _buttons(self, row: Row) -> tuple[QPushButton, ...]:
        if self._in_trash:
            return self._allowed(self.details.restore, self.details.purge)
        copy = (self.details.copy,) if can_be_copied(row) else ()
        answer = (self.details.answer,) if signs_in(self._names, row, self._opened) else ()
        delete = (self.details.delete,) if can_be_deleted(row) else ()
        self.details.say_complete(row.to_complete)
        return self._allowed(self.details.edit, *answer, *copy, *delete)

    def _ask_again(self) -> None:
        row = self._one()
        if row is not None and (noted := signs_in(self._names, row, self._opened)):
            self.asking_wanted.emit(noted)

    def _allowed(self, *buttons: QPushButton) -> tuple[QPushButton, ...]:
        return buttons if self._bridge.can_write else ()

    def say(self, text: str) -> None:
        """Show and announce a sentence below the details."""
        self.details.message.show_message(text)

    # --- forms ---

    def add(self, kind: str, day: dt.date | None) -> None:
        """Open an empty form."""
        self._open(lambda: self._forms.new(kind, day))

    def edit_selected(self) -> None:
        """Change the selected entry."""
        row = self._one()
        if row is not None:
            self._open(lambda: self._forms.edit(row.entries))

    def copy_selected(self) -> None:
        """A new entry like the selected one."""
        row = self._one()
        if row is not None and can_be_copied(row):
            self._open(lambda: self._forms.copy(row.entries))

    def open_draft(self) -> None:
        """Bring back what was not saved."""
        if self._bridge.can_write and not self.editing:
            self.host.restore_newest()

    def put_aside(self) -> None:
        """Close the open form; what is typed in it is kept as a draft. Where that cannot be written, it stays open."""
        if self.editing:
            self._aside = self.host.put_aside()

    def offer_draft(self) -> None:
        """Say that something typed was kept as a draft, if there is one."""
        drafts = [] if self.editing else self.host.drafts()
        self._aside = self._aside or bool(drafts)
        if self._aside:
            words = self._texts("What you typed is kept, and not saved yet.")
            when = written(self._texts, drafts[0], self._bridge.logbook.clock) if drafts else ""
            if when:
                words = self._texts("What you typed {when} is kept, and not saved yet.", when=when)
            self.details.message.show_message(words, [(self._texts("Go on with it"), self.take_up)])

    def take_up(self) -> bool:
        """Open what was put aside; whether there was something."""
        waited, self._aside = self._aside, False
        if waited:
            self.open_draft()
        return waited and self.editing

    def _one(self) -> Row | None:
        rows = self._list.rows()
        return rows[0] if len(rows) == 1 and not self._in_trash else None

    def _open(self, make: Callable[[], Form]) -> None:
        """Nothing typed is ever thrown away: a form that is being filled in stays, and takes the keyboard."""
        if not self._bridge.can_write:
            return
        if self.host.busy:
            self.host.focus()
            announce(self, self._texts("Save or cancel this first."))
            return
        if self.take_up():
            return
        form = self._bridge.attempt(make, self.details.message)
        if form is not None:
            self.host.open(form)

    def _show_form(self) -> None:
        self.setCurrentWidget(self._form_page)
        self.form_opened.emit()

    def _form_closed(self) -> None:
        self.setCurrentWidget(self.over)
        self.over.uncover()
        self.show_details()
        self.form_closed.emit()

    # --- deleting and bringing back ---

    def delete_selected(self) -> None:
        """Move the selected entries to the trash; in the trash, ask whether to delete them for good."""
        if not self._bridge.can_write:
            return
        if self._in_trash:
            if self._list.rows():
                self.details.ask_purge()
            return
        if not all(map(can_be_deleted, self._list.rows())):
            self.say(self._texts("“About me” is one entry. It can be changed, not deleted."))
            return
        self._on_ids(self._bridge.logbook.delete)  # the window announces it, as every step

    def restore_selected(self) -> None:
        """Restore the selected entries from the trash."""
        if self._on_ids(self._bridge.logbook.restore) is not None:
            self._list.setFocus()

    def purge_selected(self) -> None:
        """Delete the selected entries for good, with their history."""
        ids = [entry_id for row in self._list.rows() for entry_id in row.ids]
        gone = self._on_ids(self._bridge.logbook.purge)
        if gone is not None:
            self.older_copies.ask_about(ids)
            self._list.setFocus()
            announce(self, self._texts.plural("{n} entry deleted for good", "{n} entries deleted for good", gone))

    def _on_ids(self, work: Callable[[list[str]], T]) -> T | None:
        rows = self._list.rows()
        if not rows:
            return None
        if len(rows) > LARGEST_SELECTION:
            limit = self._texts.integer(LARGEST_SELECTION)
            self.say(self._texts("Select at most {n} entries at a time.", n=limit))
            return None
        ids = [entry_id for row in rows for entry_id in row.ids]
        place = self._list.first_selected()
        done = self._bridge.attempt(lambda: work(ids), self.details.message)
        if done is not None:
            self.over.uncover()
            self._list.go_near(place)
        return done

    # --- menu ---

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        if menu.actions():
            menu.popup(at)

    def menu(self) -> QMenu:
        """What can be done with the selection."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        rows = self._list.rows()
        if not rows or not self._bridge.can_write:
            return menu
        if self._in_trash:
            menu.addAction(self._texts("Restore"), self.restore_selected)
            menu.addAction(self._texts("Delete for good…"), self.details.ask_purge)
            return menu
        if self.over.isVisible() and not self.details.isVisible():
            menu.addAction(self._texts("Details"), self.over.cover)
        if len(rows) == 1:
            menu.addAction(_with_key(self._texts("Edit"), "Enter"), self.edit_selected)
        if len(rows) == 1 and can_be_copied(rows[0]):
            menu.addAction(_with_key(self._texts("Copy as new entry"), "Ctrl+Shift+D"), self.copy_selected)
        if all(map(can_be_deleted, rows)):
            menu.addAction(_with_key(self._texts("Delete"), "Del"), self.delete_selected)
        return menu


def _with_key(words: str, key: str) -> str:
    """A menu's words with the key that the list knows, at their right."""
    return f"{words}\t{key_name(key)}"
