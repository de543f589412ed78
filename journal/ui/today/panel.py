"""The place of the opened form: one at a time, its draft kept when another one takes its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.core.entries import Draft, Entry, kind_of
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import Card, clear_layout

if TYPE_CHECKING:
    from journal.ui.today.form import Form

# The forms (journal.ui.today.forms) are imported when the first one opens: the day is shown before that.
_EDIT = ".edit"
_KINDS = ("dose", "rating", "note", "day_mark")


class FormPanel(Card):
    """Holds the form that is open, if one is."""

    opened = Signal()
    emptied = Signal()
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted that were just saved

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.form: Form | None = None
        self.hide()

    def show_form(self, form: Form) -> None:
        """Put a form here, ready for the keyboard."""
        self.keep_draft()
        self._clear()
        self.form = form
        form.saved.connect(lambda _done: self._tell_warnings(form))
        form.closed.connect(self._close)
        self.body.addWidget(form)
        self.show()
        self.opened.emit()
        self.focus()

    def focus(self) -> None:
        """Put the keyboard into the form."""
        if self.form is not None:
            self.form.take_keyboard()

    def new(self, kind: str, day: dt.date) -> None:
        """Open an empty form of this kind for a day."""
        from journal.ui.today import forms

        self.show_form(forms.new_form(self._bridge, kind, day))

    def edit(self, entries: Sequence[Entry]) -> None:
        """Open the form for existing entries: a dose with its before-ratings, ratings made together, a note, a mark."""
        from journal.ui.today import forms

        key = f"{kind_of(entries[0])}{_EDIT}"
        self._open(key, entries, lambda: forms.edit_form(self._bridge, entries, _EDIT))

    def copy(self, entries: Sequence[Entry]) -> None:
        """Open the form for a new entry like these."""
        from journal.ui.today import forms

        self._open(kind_of(entries[0]), (), lambda: forms.copy_form(self._bridge, entries))

    def _open(self, key: str, changed: Sequence[Entry], make: Callable[[], Form]) -> None:
        """Nothing typed is ever thrown away: what is not saved under this draft's name comes before another form."""
        if not self.keep_draft():
            self.focus()
        elif not self._unsaved(key):
            self.show_form(make())
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
        return self.form is None or self.form.keep_draft()

    def restore(self, kind: str) -> bool:
        """Open the unsaved form of this kind, if one was kept."""
        draft = self._bridge.logbook.draft(kind)
        return draft is not None and self._restore(draft)

    def restore_newest(self) -> bool:
        """Open what was being typed when the program ended."""
        kept = [each for each in self._bridge.logbook.drafts() if each.form.removesuffix(_EDIT) in _KINDS]
        return any(self._restore(each) for each in sorted(kept, key=lambda each: each.saved_ms, reverse=True)[:1])

    def _restore(self, draft: Draft) -> bool:
        from journal.ui.today import forms

        form = forms.form_of_kind(self._bridge, draft.form.removesuffix(_EDIT), draft.form)
        if not form.restore_draft(draft):
            form.deleteLater()
            # Its entry is gone; it must not come back at every start.
            self._bridge.forget_draft(draft.form)
            return False
        self.show_form(form)
        return True

    # --- closing ---

    def _tell_warnings(self, form: Form) -> None:
        if form.warnings():
            self.warned.emit(form.warnings())

    def _close(self) -> None:
        self._clear()
        self.hide()
        self.emptied.emit()

    def _clear(self) -> None:
        self.form = None
        clear_layout(self.body)
