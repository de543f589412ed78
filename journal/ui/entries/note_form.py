"""A free note at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Entry, Note
from journal.core.plaintext import typed_note
from journal.ui.entries.entry_form import EntryForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import NoteEdit
from journal.ui.kit.form import State
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.timed_form import TimedForm


class NoteForm(EntryForm, TimedForm):
    """Text over as many lines as wanted, so Enter makes a new line and Ctrl+Enter saves."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("Note"), draft_key, "Ctrl+Enter")
        self._editing: Note | None = None
        self.note = NoteEdit(self.texts("Note"), self.texts("What you want to remember"), lines=8, enter_saves=False)
        self.private = TickBox(self.texts("Private: leave it out of reports"))
        self.add("", self.note, self.private)
        self.begin_with_time()
        self.note.textChanged.connect(self.touched)
        self.private.toggled.connect(self.touched)

    def open_new(self, day: dt.date | None = None) -> None:
        """An empty note; for another day than today the time must be typed."""
        self.ask_time_of(day)
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """The one of the row."""
        (note,) = entries
        assert isinstance(note, Note)
        self.edit(note)

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """The one of the row."""
        (note,) = entries
        assert isinstance(note, Note)
        self.copy(note)

    def edit(self, note: Note) -> None:
        """Change an existing note."""
        self._editing = note
        self.heading.setText(self.texts("Change the note"))
        self._show(note)
        self.time.set_moment(note.at)
        self.begin(note)

    def copy(self, note: Note) -> None:
        """A new note with the same text, now; as private as the other."""
        self._show(note)
        self.begin()

    def _show(self, note: Note) -> None:
        self.note.set_text(note.text)
        self.private.tick(note.private)

    def first_field(self) -> QWidget:
        return self.note

    def state(self) -> State:
        return {
            "note": self.note.text(),
            "private": self.private.is_ticked(),
            "time": self.time.edit.text(),
            "editing": self._editing.id if self._editing else None,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit(self.bridge.live_entry(state["editing"], Note))
        else:
            self.open_new()
        self.note.show_typed(state["note"])
        if "private" in state:  # an earlier version's draft does not say
            self.private.tick(state["private"])
        self.show_time_of(state)

    def _write(self) -> ChangeSet | None:
        text = typed_note(self.note.text())
        if not text.strip():
            self.message.refuse(self.texts("There is nothing to save yet. Type a note first."))
            self.note.setFocus()
            return None
        at = self.time.moment()
        base, private = self._editing or Note(at=at, text=text), self.private.is_ticked()
        note = replace(base, text=text, at=at, private=private, complete_later=False)
        return self.bridge.logbook.save(note, discard_draft=self.draft_key or None)
