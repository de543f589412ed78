"""The place of the opened form: one at a time, its draft kept when another one takes its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from journal.core.entries import DayMark, Dose, Draft, Entry, Note, Rating, kind_of
from journal.core.refusal import Refused
from journal.ui.diary.mark_form import MarkForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import Card, ChipRow, clear_layout
from journal.ui.today.dose_form import DoseForm
from journal.ui.today.form import Form
from journal.ui.today.note_form import NoteForm
from journal.ui.today.rating_form import RatingForm

_FORMS: dict[str, Callable[[Bridge, str], Form]] = {
    "dose": DoseForm, "rating": RatingForm, "note": NoteForm, "day_mark": MarkForm,
}  # fmt: skip
_EDIT = ".edit"


class FormPanel(Card):
    """Holds the form that is open, if one is."""

    opened = Signal()
    emptied = Signal()

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
        form.closed.connect(self._close)
        self.body.addWidget(form)
        self.show()
        self.opened.emit()
        self.focus()

    def focus(self) -> None:
        """Put the keyboard into the form."""
        if self.form is not None:
            field = self.form.first_field()
            if isinstance(field, ChipRow):
                field.focus()
                return
            field.setFocus(Qt.FocusReason.TabFocusReason)
            select = getattr(field, "selectAll", None)
            if select is not None and not getattr(field, "text", lambda: " ")().endswith(" "):
                select()

    def new(self, kind: str) -> Form:
        """An empty form of this kind, to be opened and shown."""
        return _FORMS[kind](self._bridge, kind)

    def edit(self, entries: Sequence[Entry]) -> None:
        """Open the form for existing entries: a dose with its before-ratings, ratings made together, a note, a mark."""
        form, first = _form_for(self._bridge, entries, _EDIT), entries[0]
        match form, first:
            case DoseForm(), Dose():
                form.edit(first, _ratings(entries))
            case RatingForm(), _:
                form.edit(_ratings(entries))
            case NoteForm(), Note():
                form.edit(first)
            case MarkForm(), DayMark():
                form.edit(first)
        self.show_form(form)

    def copy(self, entries: Sequence[Entry]) -> None:
        """Open the form for a new entry like these."""
        form, first = _form_for(self._bridge, entries, ""), entries[0]
        match form, first:
            case DoseForm(), Dose():
                form.copy(first)
            case RatingForm(), _:
                form.copy(_ratings(entries))
            case NoteForm(), Note():
                form.copy(first)
        self.show_form(form)

    # --- drafts ---

    def keep_draft(self) -> None:
        """Write down what is not saved, now."""
        if self.form is not None:
            self.form.keep_draft()

    def restore(self, kind: str) -> bool:
        """Open the unsaved form of this kind, if one was kept."""
        draft = self._bridge.logbook.draft(kind)
        return draft is not None and self._restore(draft)

    def restore_newest(self) -> bool:
        """Open what was being typed when the program ended."""
        kept = [each for each in self._bridge.logbook.drafts() if each.form.removesuffix(_EDIT) in _FORMS]
        return any(self._restore(each) for each in sorted(kept, key=lambda each: each.saved_ms, reverse=True)[:1])

    def _restore(self, draft: Draft) -> bool:
        form = _FORMS[draft.form.removesuffix(_EDIT)](self._bridge, draft.form)
        if not form.restore_draft(draft):
            form.deleteLater()
            self._forget(draft)
            return False
        self.show_form(form)
        return True

    def _forget(self, draft: Draft) -> None:
        """A draft that cannot be shown (its entry is gone) must not come back at every start."""
        if not self._bridge.can_write:
            return
        try:
            self._bridge.logbook.drop_draft(draft.form)
        except Refused as refused:
            if refused.code not in ("disk-full", "disk-error", "journal-view-only"):
                raise

    # --- closing ---

    def _close(self) -> None:
        self._clear()
        self.hide()
        self.emptied.emit()

    def _clear(self) -> None:
        self.form = None
        clear_layout(self.body)


def _form_for(bridge: Bridge, entries: Sequence[Entry], suffix: str) -> Form:
    kind = kind_of(entries[0])
    return _FORMS[kind](bridge, f"{kind}{suffix}")


def _ratings(entries: Sequence[Entry]) -> list[Rating]:
    return [each for each in entries if isinstance(each, Rating)]
