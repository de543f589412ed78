"""The place of an open form: one at a time, with its draft, and nothing typed is ever thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.left_form import LeftForm
from journal.ui.kit.widgets import clear_layout

if TYPE_CHECKING:
    from journal.core.entries import Draft
    from journal.ui.kit.form import Form

# How to make the empty form that a draft of this key is shown in.
Makers = Mapping[str, Callable[[], "Form"]]


class FormHost(QObject):
    """Puts forms into ``place`` and tells what becomes of them.

    ``makers`` say which drafts belong here. ``at_once``: the form's place is laid out already, so it has the keyboard
    at once. ``closed`` when the form was saved or cancelled; ``warned`` bears the
    warning signs that were just saved.
    """

    opened = Signal()
    closed = Signal()
    saved = Signal(object)  # ChangeSet
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted

    def __init__(
        self, bridge: Bridge, place: QBoxLayout, makers: Makers, parent: QWidget, at_once: bool = False
    ) -> None:
        super().__init__(parent)
        self._parent, self._at_once = parent, at_once
        self._bridge, self._place, self._makers = bridge, place, makers
        self.form: Form | None = None

    # --- the open form ---

    @property
    def busy(self) -> bool:
        """Whether something is typed in the open form that is not saved."""
        return self.form is not None and self.form.dirty

    def open(self, form: Form) -> None:
        """Put a form here; the draft of the one before it is kept."""
        self.keep_draft()
        self._clear()
        self.form = form
        self._place.addWidget(form)
        form.saved.connect(self.saved)
        form.saved.connect(lambda _done: self._tell_warnings(form))
        form.closed.connect(self._close)
        form.left.connect(self._offer)
        self.opened.emit()
        self._bridge.form_came_or_went.emit()
        if self._at_once:
            self.focus()
            once_laid_out(form, lambda: _show_beginning(form))
        else:
            once_laid_out(form, self.focus)  # only a form that is laid out can take the keyboard

    def focus(self) -> None:
        """Put the keyboard into the form's first field; behind what is typed there and not saved."""
        if self.form is None:
            return
        self.form.take_keyboard()
        if self.form.dirty:
            self.form.go_to_end()

    def free(self) -> bool:
        """Whether another form may be opened: one that is being filled in stays, takes the keyboard and says so."""
        if self.form is not None and self.form.dirty:
            self.focus()
            self.form.message.show_message(self._bridge.texts("Save or cancel this first."))
            return False
        if self.form is not None:
            self.form.cancel()
        return self._bridge.can_write

    # --- drafts ---

    def keep_draft(self) -> bool:
        """Write down what is not saved, now; False, and said in the form, where that is refused."""
        return self.form is None or self.form.keep_draft()

    def put_aside(self) -> bool:
        """Close the form; whether something typed was kept as a draft. Where it cannot be written, the form stays."""
        form = self.form
        if form is None or (form.dirty and not self._bridge.can_write):
            return False
        kept = form.dirty
        form.message.dismiss()
        if form.keep_draft():
            self._close()
        return kept and self.form is None

    def drafts(self) -> list[Draft]:
        """What was typed here and not saved, the newest first."""
        kept = [draft for draft in self._bridge.logbook.drafts() if draft.form in self._makers]
        return sorted(kept, key=lambda draft: draft.saved_ms, reverse=True)

    def restore(self, key: str) -> bool:
        """Open the unsaved form of this name, if one was kept and can be shown."""
        draft = self._bridge.logbook.draft(key)
        return draft is not None and self._restore(draft)

    def restore_newest(self) -> bool:
        """Open what was being typed when the program ended."""
        return any(self._restore(draft) for draft in self.drafts())

    def _restore(self, draft: Draft) -> bool:
        form = self._makers[draft.form]()
        if form.restore_draft(draft):
            self.open(form)
            return True
        form.deleteLater()
        # The entry that it was about is gone, so the draft must not be offered at every start.
        self._bridge.forget_draft(draft.form)
        return False

    # --- what was cancelled ---

    def _offer(self, typed: Draft) -> None:
        self._bridge.form_left.emit(LeftForm(self._parent, typed))

    def has_place_for(self, form: str) -> bool:
        """Whether a form of this name is opened here."""
        return form in self._makers

    def bring_back(self, typed: Draft) -> bool:
        """Open it as it was, unless something else that was typed since is still to be saved here."""
        if not self.free():
            return False
        if self.restore(typed.form) and self.form is not None:
            self.form.message.show_message(self._bridge.texts("Save or cancel this first."))
            return False
        return self._restore(typed) and self.keep_draft()

    # --- closing ---

    def _tell_warnings(self, form: Form) -> None:
        if form.warnings():
            self.warned.emit(form.warnings())

    def _close(self) -> None:
        self._clear()
        self.closed.emit()
        self._bridge.form_came_or_went.emit()

    def _clear(self) -> None:
        self.form = None
        clear_layout(self._place)


def _show_beginning(form: Form) -> None:
    """From its top, if the first field is in sight there: it had the keyboard before it had its place."""
    field, area = form.first_field(), form.scroller
    inside, focused = area.widget(), QApplication.focusWidget()
    if inside is None or focused is None or not (field is focused or field.isAncestorOf(focused)):
        return
    if field.mapTo(inside, QPoint(0, field.height())).y() <= area.viewport().height():
        area.verticalScrollBar().setValue(0)
