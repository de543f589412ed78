"""The place of the opened form on Today: its draft is kept when another one takes its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.core.entries import Entry, kind_of
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.widgets import Card

if TYPE_CHECKING:
    from journal.ui.kit.form import Form

_CHANGED = ".edit"  # what the drafts of changes end in


class FormPanel(Card):
    """Shows the form that is open, if one is. A new entry and a change of the same kind have a draft each."""

    opened = Signal()
    emptied = Signal()
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted that were just saved

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._added, self._changed = DraftForms(bridge), DraftForms(bridge, after=_CHANGED)
        self.host = FormHost(bridge, self.body, {**self._added.makers(), **self._changed.makers()}, self, at_once=True)
        self.host.opened.connect(self._show)
        self.host.closed.connect(self._hide)
        self.host.warned.connect(self.warned)
        self.hide()

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self.host.form

    def kind_of_form(self) -> str:
        """Of which kind of entry the open form is; "" if none is open."""
        return self.form.draft_key.removesuffix(_CHANGED) if self.form is not None else ""

    def focus(self) -> None:
        """Put the keyboard into the form and scroll it into view."""
        self.opened.emit()
        self.host.focus()

    def gives_way(self) -> bool:
        """Whether another form may be opened: what is typed is kept, and what is asked is answered first.

        Where it may not, the keyboard is where the reason stands.
        """
        form = self.form
        if form is not None and form.message.asks:
            self.opened.emit()
            form.insist()
            return False
        if self.keep_draft():
            return True
        self.focus()
        return False

    def new(self, kind: str, day: dt.date) -> None:
        """Open an empty form of this kind for a day."""
        if self.gives_way():
            self.host.open(self._added.new(kind, day))

    def new_with(self, kind: str, fill: Callable[[Form], object], day: dt.date) -> None:
        """Open an empty form of this kind and say what is known already; typed text of another one is kept."""
        if not self.gives_way():
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
        if not self.gives_way():
            return
        if not self._unsaved(key):
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

    def put_aside(self) -> list[str]:
        """The kinds of entries whose forms wait to be saved while none is open, the newest first."""
        waiting = [] if self.form is not None else self.host.drafts()
        return list(dict.fromkeys(draft.form.removesuffix(_CHANGED) for draft in waiting))

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
