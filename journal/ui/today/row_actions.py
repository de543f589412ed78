"""What can be done with a row of Today's entries, in its menu and by keys, and what the row says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journal.core.entries import kind_of
from journal.core.warning_words import means_sign
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kinds import ENTRY_KINDS, line_of_entry
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.menu_place import place_inside
from journal.ui.today.entry_list import EntryList
from journal.ui.today.panel import FormPanel

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted


class RowActions(QObject):
    """Of every list of rows on the ``screen``. ``ask``: asks again about a row's warning signs."""

    def __init__(
        self, screen: QWidget, bridge: Bridge, names: Names, panel: FormPanel, message: InlineMessage,
        ask: Callable[[Sequence[Noted]], object],
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self._screen, self._bridge, self._texts, self._names = screen, bridge, bridge.texts, names
        self._panel, self._message, self._ask = panel, message, ask

    def follow(self, entries: EntryList) -> None:
        """Do what is asked for in this list."""
        entries.edit_wanted.connect(self.edit)
        entries.delete_wanted.connect(self.delete)
        entries.menu_wanted.connect(self.open_menu)

    def line(self, row: Row) -> Line:
        """A row's words; a warning sign whose question was closed says that it is not answered."""
        line = line_of_entry(self._texts, self._names, row)
        if all(sign.rating.answer is not None for sign in self._noted(row)):
            return line
        unanswered = self._texts("not answered")
        fact = " · ".join(part for part in (line.fact, unanswered) if part)
        return replace(line, fact=fact, spoken=f"{line.spoken}, {unanswered}")

    def edit(self, row: Row) -> None:
        """Open the form for a row."""
        self._message.dismiss()
        self._panel.edit(row.entries)

    def copy(self, row: Row) -> None:
        """Open the form for a new entry like this row's."""
        self._panel.copy(row.entries)

    def delete(self, row: Row) -> None:
        """Move a row's entries to the trash; Undo brings them back."""
        self._bridge.attempt(lambda: self._bridge.logbook.delete(row.ids), self._message)

    def menu(self, row: Row) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self._screen)
        edit = self._texts("Complete…") if row.to_complete else self._texts("Edit")
        menu.addAction(edit, lambda: self.edit(row))
        if noted := self._noted(row):
            menu.addAction(self._texts("Answer again"), lambda: self._ask(noted))
        if ENTRY_KINDS[kind_of(row.entries[0])].can_be_copied:
            menu.addAction(self._texts("Copy as new"), lambda: self.copy(row))
        menu.addAction(self._texts("Delete"), lambda: self.delete(row))
        for action in menu.actions():
            action.setEnabled(self._bridge.can_write)
        return menu

    def open_menu(self, row: Row, place: QPoint) -> None:
        """Open it at this place of the computer's screen, inside the window."""
        menu = self.menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place_inside(self._screen.window(), menu, place))

    def _noted(self, row: Row) -> list[Noted]:
        """The row's warning signs; a masked one is opened in the Diary."""
        rated = [rating.symptom for rating in row.ratings if rating.value != 0]
        if not any(symptom and means_sign(symptom) for symptom in map(self._names.symptom, rated)):
            return []
        from journal.ui.entries.rated_signs import signs_in  # Today is shown before the table is read

        return signs_in(self._names, row, opened=False)
