"""The place of the opened form on Today: its draft is kept when another one takes its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from journal.core.entries import Entry, kind_of
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form import Form
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.widgets import Card


class FormPanel(Card):
    """Shows the form that is open, if one is. A new entry and a change of the same kind have a draft each."""

    opened = Signal()
    emptied = Signal()
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted that were just saved

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._added, self._changed = DraftForms(bridge), DraftForms(bridge, after=".edit")
        self.host = FormHost(bridge, self.body, {**self._added.makers(), **self._changed.makers()}, self, at_once=True)
        self.host.opened.connect(self._show)
        self.host.closed.connect(self._hide)
        self.host.warned.connect(self.warned)
        self.hide()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self.host.form

    def focus(self) -> None:
        """Put the keyboard into the form and scroll it into view."""
        self.opened.emit()
        self.host.focus()

    def new(self, kind: str, day: dt.date) -> None:
        """Open an empty form of this kind for a day."""
        self.host.open(self._added.new(kind, day))

    def new_with(self, kind: str, fill: Callable[[Form], object], day: dt.date) -> None:
        """Open an empty form of this kind and say what is known already; typed text of another one is kept."""
        if not self.keep_draft():
            self.focus()
            return
        form = self._added.new(kind, day)
        fill(form)
        self.host.open(form)

    def edit(self, entries: Sequence[Entry]) -> None:
        """Open the form for the existing entries of a row."""
        key = self._changed.key(kind_of(entries[0]))
        self._open(key, entries, lambda: self._changed.edit(entries))

    def copy(self, entries: Sequence[Entry]) -> None:
        """Open the form for a new entry like these."""
        self._open(self._added.key(kind_of(entries[0])), (), lambda: self._added.copy(entries))

    def _open(self, key: str, changed: Sequence[Entry], make: Callable[[], Form]) -> None:
        """Nothing typed is ever thrown away: what is not saved under this draft's name comes before another form."""
        if not self.keep_draft():
            self.focus()
        elif not self._unsaved(key):
            self.host.open(make())
        elif self.form is not None and not self.form.changes_any(changed):
            self.form.message.show_message(self._bridge.texts("Save or cancel this first."))

    def _unsaved(self, key: str) -> bool:
        """Whether the form of this name has something to save; then it is open and has the keyboard."""
        if self.form is None or self.form.draft_key != key:
            return self.restore(key)
        self.focus()
        return self.form.dirty

    # --- drafts ---

    def keep_draft(self) -> bool:
        """Write down what is not saved, now; False, and said in the form, where that is refused."""
        return self.host.keep_draft()

    def restore(self, key: str) -> bool:
        """Open the unsaved form of this name, if one was kept."""
        return self.host.restore(key)

    def restore_newest(self) -> bool:
        """Open what was being typed when the program ended."""
        return self.host.restore_newest()

    # --- showing ---

    def _show(self) -> None:
        self.show()
        self.opened.emit()

    def _hide(self) -> None:
        self.hide()
        self.emptied.emit()
