"""The forms of Today inside the diary's pane: to change, to copy, and to add to any day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import DayMark, Dose, Draft, Note
from journal.ui.diary.mark_form import MarkForm
from journal.ui.diary.rows import Row
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.turns import once_laid_out
from journal.ui.kit.widgets import clear_layout
from journal.ui.today.dose_form import DoseForm
from journal.ui.today.form import Form
from journal.ui.today.note_form import NoteForm
from journal.ui.today.rating_form import RatingForm

ADDED_KINDS = (("dose", "Dose"), ("rating", "How I feel"), ("day_mark", "Day mark"), ("note", "Note"))
_FORMS: dict[str, type[DoseForm] | type[RatingForm] | type[MarkForm] | type[NoteForm]] = {
    "dose": DoseForm, "rating": RatingForm, "day_mark": MarkForm, "note": NoteForm,
}  # fmt: skip
_DRAFT = "diary."
_DRAFTS = {_DRAFT + kind: kind for kind in _FORMS}


class EntryEditor(QWidget):
    """One open form. Drafts of the diary's forms are kept apart from those of Today."""

    saved = Signal(object)  # ChangeSet
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted that were just saved
    closed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.form: Form | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 16, 16, 16)

    @property
    def busy(self) -> bool:
        """Whether something is typed in the open form that is not saved."""
        return self.form is not None and self.form.dirty

    def add(self, kind: str, day: dt.date | None) -> None:
        """An empty form of this kind, for this day."""
        form = self._form(kind)
        form.open_new(day)
        self._open(form)

    def edit(self, row: Row) -> None:
        """Change what stands in a row."""
        form, first = self._form(_kind_of(row)), row.entries[0]
        match form, first:
            case DoseForm(), Dose():
                form.edit(first, row.ratings)
            case RatingForm(), _:
                form.edit(row.ratings)
            case NoteForm(), Note():
                form.edit(first)
            case MarkForm(), DayMark():
                form.edit(first)
        self._open(form)

    def copy(self, row: Row) -> None:
        """A new entry like this one, as of now; a day mark belongs to its day and has no copy."""
        form, first = self._form(_kind_of(row)), row.entries[0]
        match form, first:
            case DoseForm(), Dose():
                form.copy(first)
            case RatingForm(), _:
                form.copy(row.ratings)
            case NoteForm(), Note():
                form.copy(first)
        self._open(form)

    def put_aside(self) -> bool:
        """Close the form; whether something typed was kept as a draft. Where it cannot be written, the form stays."""
        form = self.form
        if form is None or (form.dirty and not self._bridge.can_write):
            return False
        kept = form.dirty
        form.message.dismiss()
        form.keep_draft()
        if not form.message.text():  # else it says there why the draft could not be written
            self._close()
        return kept and self.form is None

    def keep_draft(self) -> bool:
        """Write down what is not saved, now; False, and said in the form, where that is refused."""
        return self.form is None or self.form.keep_draft()

    def has_draft(self) -> bool:
        """Whether something typed waits to be saved."""
        return bool(self._drafts())

    def _drafts(self) -> list[Draft]:
        return [each for each in self._bridge.logbook.drafts() if each.form in _DRAFTS]

    def open_draft(self) -> bool:
        """Bring back a form that was not saved when the program ended."""
        kept = self._drafts()
        for draft in sorted(kept, key=lambda each: each.saved_ms, reverse=True):
            form = self._form(_DRAFTS[draft.form])
            if form.restore_draft(draft):
                self._open(form)
                return True
            # Its entry is gone; it must not come back at every start.
            form.deleteLater()
            self._bridge.forget_draft(draft.form)
        return False

    def _form(self, kind: str) -> DoseForm | RatingForm | MarkForm | NoteForm:
        return _FORMS[kind](self._bridge, _DRAFT + kind)

    def _open(self, form: Form) -> None:
        clear_layout(self._body)
        self.form = form
        self._body.addWidget(form)
        form.saved.connect(self.saved)
        form.saved.connect(lambda _done: self._tell_warnings(form))
        form.closed.connect(self._close)
        # Only a form that is laid out can take the keyboard.
        once_laid_out(form, self.focus_form)

    def focus_form(self) -> None:
        """Put the keyboard into the form's first field."""
        if self.form is not None:
            self.form.take_keyboard()

    def _tell_warnings(self, form: Form) -> None:
        if form.warnings():
            self.warned.emit(form.warnings())

    def _close(self) -> None:
        self.form = None
        clear_layout(self._body)
        self.closed.emit()


def _kind_of(row: Row) -> str:
    first = row.entries[0]
    if isinstance(first, Dose):
        return "dose"
    if isinstance(first, DayMark):
        return "day_mark"
    return "note" if isinstance(first, Note) else "rating"
