"""One card of Health: a list with Add, what ended below it, and a form that opens in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.health.part import Part, Rows
from journal.ui.health.row_view import CHANGE_KEYS, DELETE_KEYS, Row, RowAction, RowView
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.icons import set_icon
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import Card, clear_layout, hairline, heading, label

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.core.entries import Entry


class ListCard(Card):
    """Shows the entries of a part, ends and deletes them; opening their form is for the screen to do.

    ``why_wanted``: what the checked list says of one of them.
    """

    add_wanted = Signal()
    why_wanted = Signal(str)
    change_wanted = Signal(object)  # Entry

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__()
        self.bridge, self.texts, self.part = bridge, bridge.texts, part
        self._shown: Rows | None = None
        self._writable: bool | None = None
        self._now: list[RowView] = []
        self._ended: list[RowView] = []
        self.add = self._made_add()
        self.message = InlineMessage()
        self._holds: Callable[[Sequence[Entry]], bool] | None = None  # whether what the message says was done still is
        self._rows = _column()
        self.form_place = _column()
        self._below = _column()
        self._earlier = _column()
        self.body.addWidget(flowing(heading(self.texts(part.title)), self.add, far="last"))
        if part.about:
            self.body.addWidget(label(self.texts(part.about), "small", wrap=True))
        if part.quiet_help:
            self.body.addWidget(QuietHelp(bridge))
        self.body.addWidget(self.message)
        for column in (self.form_place, self._rows, self._below, self._earlier):
            self.body.addLayout(column)

    def _made_add(self) -> QPushButton:
        words = self.texts("Change") if self.part.only_one else self.texts("Add")
        made = button(words, self.add_wanted.emit)
        made.setAccessibleName(self.texts("{what}: {do}", what=self.texts(self.part.title), do=words))
        set_icon(made, "edit" if self.part.only_one else "plus", side=16)
        return made

    # --- what is shown ---

    def add_below(self, widget: QWidget) -> None:
        """Put something between the list and what ended."""
        self._below.addWidget(widget)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these. The keyboard stays on its row, or near it; what was undone is offered no second time."""
        if self._holds is not None and not self._holds(entries):
            self._holds = None
            self.message.dismiss()
        rows = self._rows_of(entries)
        if rows == self._shown and self._writable == self.bridge.can_write:
            return
        self._shown, self._writable = rows, self.bridge.can_write
        self.add.setEnabled(self.bridge.can_write)
        place = self._place_of_keyboard()
        self._now = self._views(rows.now)
        self._ended = self._views(rows.earlier)
        nothing = label(self.texts(self.part.empty), "quiet", wrap=True)
        _fill(self._rows, self._now or [nothing])
        earlier = label(self.texts(self.part.earlier), "small", wrap=True)
        _fill(self._earlier, [hairline(), earlier, *self._ended] if self._ended else [])
        if place is not None:
            self.focus_near(place)

    def _rows_of(self, entries: Sequence[Entry]) -> Rows:
        return self.part.rows(self.texts, entries, self.bridge.logbook.today())

    def _views(self, rows: Sequence[Row]) -> list[RowView]:
        return [self._view(row, number > 0) for number, row in enumerate(rows)]

    def _view(self, row: Row, parted: bool) -> RowView:
        made = RowView(self.texts, row, self._actions(row), self.part.wide, parted)
        made.why_wanted.connect(self.why_wanted)
        return made

    def _actions(self, row: Row) -> list[RowAction]:
        if not self.bridge.can_write or self.part.only_one:
            return []
        texts, entry = self.texts, row.entry
        actions = [RowAction(texts("Change"), partial(self.change_wanted.emit, entry), CHANGE_KEYS)]
        if self.part.can_end(entry):
            actions.append(RowAction(texts("Ended today"), partial(self.end, entry)))
        if self.part.can_delete:
            actions.append(RowAction(texts("Delete"), partial(self.delete, entry), DELETE_KEYS))
        return actions

    # --- the keyboard ---

    def views(self) -> list[RowView]:
        """The rows as they are shown, what ended last."""
        return [*self._now, *self._ended]

    def _place_of_keyboard(self) -> int | None:
        return next((number for number, view in enumerate(self.views()) if view.more.hasFocus()), None)

    def home(self) -> QWidget:
        """Where the keyboard goes when there is no row for it."""
        return self.add

    def focus_near(self, place: int) -> None:
        """Put the keyboard on that row, or on what is there instead."""
        views = [view for view in self.views() if not view.more.isHidden()]
        target = views[min(place, len(views) - 1)].more if views else self.home()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_entry(self, entry_id: str) -> None:
        """Put the keyboard on the row of this entry, if it has one."""
        rows = (view.more for view in self.views() if view.row.entry.id == entry_id and not view.more.isHidden())
        next(rows, self.home()).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what can be done ---

    def end(self, entry: Entry) -> None:
        """Set its end to today; it stays below the list."""
        today = self.bridge.logbook.today()
        words = self.texts("Ended on {day}.", day=self.texts.short_day(today))
        if self._do(entry, lambda: self._set_until(entry.id, today), words, lambda: self._set_until(entry.id, None)):
            self._holds = lambda entries: any(row.id == entry.id and not self.part.can_end(row) for row in entries)

    def _set_until(self, entry_id: str, day: dt.date | None) -> ChangeSet:
        """Change only its end: the rest may have been edited since it was shown."""
        entry: Any = self.bridge.logbook.get(entry_id)
        if entry is None:
            raise Refused("not-in-journal")
        return self.bridge.logbook.save(replace(entry, until=day))

    def delete(self, entry: Entry) -> None:
        """Move it to the trash."""
        logbook, only = self.bridge.logbook, [entry.id]
        words = self.texts("It is in the trash.")
        if self._do(entry, lambda: logbook.delete(only), words, lambda: logbook.restore(only)):
            self._holds = lambda entries: all(listed.id != entry.id for listed in entries)

    def _do(self, entry: Entry, work: Callable[[], ChangeSet], words: str, reverse: Callable[[], ChangeSet]) -> bool:
        """Do it and offer to take it back; returns whether it was done."""
        change = self.bridge.attempt(work, self.message)
        if change is not None:
            undo = (self.texts("Undo"), lambda: self._take_back(change, entry, reverse))
            self.message.show_message(words, [undo])
            once_laid_out(self.message, lambda: bring_into_sight(self.message))
        return change is not None

    def _take_back(self, change: ChangeSet, entry: Entry, reverse: Callable[[], ChangeSet]) -> None:
        """Undo it if it is the last change; else reverse only this change, so that later edits stay."""
        logbook = self.bridge.logbook
        last = logbook.undo_step
        undone = last is not None and last.seq == change.seq
        if self.bridge.attempt(logbook.undo if undone else reverse, self.message) is not None:
            self.focus_entry(entry.id)


def _fill(column: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Show exactly these rows, all at once: one by one, each would lay out the whole card again."""
    clear_layout(column)
    if widgets:
        together = QWidget()
        inside = _column()
        together.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            inside.addWidget(widget)
        column.addWidget(together)
        together.show()


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(0)
    return made
