"""An urge without a dose: how strong it is, what helps instead, and whom to talk to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Entry, Urge
from journal.core.plaintext import typed_note
from journal.ui.entries.entry_form import EntryForm
from journal.ui.entries.helped_part import HelpedPart
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import NoteEdit
from journal.ui.kit.form import State
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.timed_form import TimedForm


class UrgeForm(EntryForm, TimedForm):
    """An urge can be kept without a number, so the form can be saved with nothing filled in."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("Urge"), draft_key)
        self._editing: Urge | None = None
        self.scale = RatingScale(self.texts, self.texts("How strong"), self.texts("none"), self.texts("the strongest"))
        self.helped = HelpedPart(bridge, self.texts("What helps instead?"))
        self.note = NoteEdit(self.texts("Note"), self.texts("optional"), lines=2)
        self.private = TickBox(self.texts("Private: leave it out of reports"))
        self.add(self.texts("How strong"), self.scale, beside=self.texts("10 the strongest"))
        self.add(self.texts("What helps instead?"), self.helped)
        self.add("", QuietHelp(bridge))
        self.add(self.texts("Note"), self.note)
        self.add("", self.private)
        self.begin_with_time()
        for signal in (self.scale.changed, self.helped.changed, self.note.textChanged, self.private.toggled):
            signal.connect(self.touched)

    # --- opening ---

    def open_new(self, day: dt.date | None = None) -> None:
        """Nothing is chosen."""
        self.ask_time_of(day)
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """The one of the row."""
        (urge,) = entries
        assert isinstance(urge, Urge)
        self._editing = urge
        self.heading.setText(self.texts("Change the urge"))
        self.scale.set_value(urge.value)
        self.helped.show_helped(urge.helped)
        self.note.set_text(urge.note)
        self.private.tick(urge.private)
        self.time.set_moment(urge.at)
        self.begin(urge)

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """A new one; its number is never carried over."""
        self.open_new()

    def first_field(self) -> QWidget:
        return self.time.edit if self.time_asked else self.scale

    # --- drafts ---

    def state(self) -> State:
        return {
            "value": self.scale.value(),
            "helped": self.helped.state(),
            "note": self.note.text(),
            "private": self.private.is_ticked(),
            "time": self.time.edit.text(),
            "editing": self._editing.id if self._editing else None,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit_entries([self.bridge.live_entry(state["editing"], Urge)])
        else:
            self.open_new()
        self.scale.set_value(state["value"])
        self.helped.restore(state["helped"])
        self.note.show_typed(state["note"])
        self.private.tick(state["private"])
        self.show_time_of(state)

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        at = self.time.moment()
        urge = replace(
            self._editing or Urge(at=at), at=at, value=self.scale.value(), helped=self.helped.all_helped(),
            note=typed_note(self.note.text()), private=self.private.is_ticked(), complete_later=False,
        )  # fmt: skip
        label_key = "urge.changed" if self._editing else "urge.added"
        return self.bridge.logbook.save(
            urge, *self.helped.created(), label=label_key, discard_draft=self.draft_key or None
        )
