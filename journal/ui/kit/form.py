"""What every entry form has: Enter saves, Escape cancels, refusals stand inline, a draft keeps what is not saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.draft_form import DraftForm
from journal.ui.kit.draft_form import State as State  # forms say theirs
from journal.ui.kit.event_loop import later, once_laid_out
from journal.ui.kit.form_top import FormTop
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.push_button import ENTER_KEYS, ONCE_MORE_MS
from journal.ui.kit.saved_line import SavedLine
from journal.ui.kit.scroll_area import LOWEST_FIELDS, scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.tab_order import bring_into_sight, see_with
from journal.ui.kit.text_line import keep_undo, means_redo, means_undo, why_held_back
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import hairline, label

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted

_LOW = 330  # px at 100 %, of a form: lower, what stands above its fields scrolls away with them
_FOOT_FROM = 360  # px at 100 %: less leaves no room for words beside the buttons


class Form(DraftForm):
    """A form in a panel. Subclasses put widgets into ``content`` and save in ``_write``.

    ``draft_key`` names the draft that keeps unsaved input ("" keeps none). ``selects_first``: what stands in the first
    field when the form opens is selected, so that typing replaces it.
    """

    selects_first: ClassVar[bool] = True

    always_there: ClassVar[bool] = False  # a line that is never closed
    head_stays: ClassVar[bool] = False  # above the fields in a low window, too; where it leads to help
    enter_waits = False  # for who pressed it a moment ago, to close something

    saved = Signal(object)  # ChangeSet
    closed = Signal()  # after saving or cancelling: the panel may close
    left = Signal(object)  # Draft: what was typed when it was cancelled

    def __init__(self, bridge: Bridge, title: str, draft_key: str = "", save_hint: str = "Enter") -> None:
        super().__init__(bridge, draft_key)
        inside = QWidget()
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(0, 0, 8, 0)
        scrolled.setSpacing(8)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        scrolled.addLayout(self.content, 1)
        self.scroller = scrolling(inside)
        self.scroller.let_width_decide()
        self.scroller.ask_for_least()
        self._line_waits = self._read_above = self._insists = False
        self._make_room()
        self.save_button = primary_button(self.texts("Save"), save_hint, self.save)
        self.cancel_button = plain_button(self.texts("Cancel"), self.cancel)
        self.will_save = SavedLine(self.texts, self.save_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self.top = FormTop(title, body, scrolled)
        self.heading, self.head = self.top.heading, self.top.head
        body.addWidget(self.scroller, 1)
        # The foot of the form never scrolls: what it asks or refuses, and its buttons, are in sight in every window.
        body.addWidget(hairline())
        body.addWidget(self.message)
        body.addWidget(self._foot())
        self.message.appeared.connect(self._make_room)
        self.message.appeared.connect(self._bring_foot_into_sight)
        self.message.appeared.connect(bridge.form_spoke)
        self.message.dismissed.connect(bridge.form_spoke)
        self.message.dismissed.connect(self._answered)
        self._replacing = False
        appearance().changed.connect(self._place_top)
        keep_undo(self)

    def _foot(self) -> QWidget:
        """What will be saved, and the buttons beside it where there is room."""
        line = SideBySide(_FOOT_FROM, 8)
        line.add(self.will_save, 1)
        line.add(flowing(self.cancel_button, self.save_button, far="all"))
        return line

    # --- room ---

    @property
    def is_low(self) -> bool:
        """Whether there is so little height that what stands around the fields makes room for them."""
        return self.height() < theme().px(_LOW)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_top()

    def _place_top(self) -> None:
        self.top.scroll_away(self.is_low and not self.head_stays)

    # --- what a subclass says ---

    def _write(self) -> ChangeSet | None:
        """Save and return the change set; None when a question was asked instead. May raise Refused."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where the keyboard goes when the form opens."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field; what stands in it is selected, unless its end is still to be typed."""
        field = self.first_field()
        if isinstance(field, ChipRow):
            field.focus()
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.selects_first and isinstance(field, QLineEdit) and not field.text().endswith(" "):
            field.selectAll()

    def wait_with_enter(self) -> None:
        """Enter closed something above: once more, or bouncing, it does not save what was being written."""
        self.enter_waits = True
        later(self, ONCE_MORE_MS, lambda: setattr(self, "enter_waits", False))

    def go_to_end(self) -> None:
        """Nothing stays selected in the line that has the keyboard: the next letter replaces nothing."""
        field = self.focusWidget()
        if isinstance(field, QLineEdit):
            field.end(False)

    def warnings(self) -> tuple[Noted, ...]:
        """After saving: the warning signs that were newly written down as being there."""
        return ()

    def field_for(self, code: str) -> QWidget | None:
        """Which field a refusal is about."""
        return None

    # --- saving and cancelling ---

    def save(self) -> None:
        """Save; a refusal or a question stands at the foot and everything typed stays. An open question comes first."""
        if self.message.asks:
            self.message.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.message.dismiss()
        self._saving, done = True, None
        try:
            done = None if self._asks_first() else self._write()
        except Refused as refused:
            self.refuse(refused)
        finally:
            self._saving = done is not None
        if done is not None:
            self._finish(done)

    def ask(
        self, question: str, answers: Sequence[tuple[str, Callable[[], object]]], about: QWidget | None = None
    ) -> None:
        """Ask at the foot, where it is always in sight. The first answer has the keyboard and discards nothing.

        Save waits until the question is answered; typing something else withdraws it, as it does a refusal. ``about``
        is the field that is asked about; it is seen beside the question.
        """
        self._insists = False
        self.message.ask(question, answers)
        self._give_way(asked=True)  # after what was said before has gone
        self.save_button.setEnabled(False)
        # Where even that is not enough the page scrolls, after it has followed the keyboard to the first answer.
        once_laid_out(self.message, lambda: once_laid_out(self.message, lambda: self._show_asked(about)))

    def _show_asked(self, about: QWidget | None) -> None:
        """All of the question with its answers, and what it is about; where there is no room for all, the answers."""
        if not self.message.asks:
            return
        for part in (about, self.message, self.message.answers):
            if part is not None:
                bring_into_sight(part)
        bring_into_sight(self.message.buttons()[0])

    def _bring_foot_into_sight(self) -> None:
        """Where even the least height of the fields is too much the page scrolls: to what is said before Enter acts.

        That comes last, after the page has followed the keyboard to the field that it is about.
        """
        if self.isVisible():
            once_laid_out(self, lambda: once_laid_out(self, self._show_foot))

    def _show_foot(self) -> None:
        if self.message.text() and not self.message.asks:
            bring_into_sight(self.save_button)
            bring_into_sight(self.message)

    def insist(self) -> None:
        """Something else was wanted while a question is open: it says that it comes first, and has the keyboard."""
        if not self._insists:
            self.message.reword(self.texts("Answer this first. {question}", question=self.message.text()))
        self._insists = True
        self.message.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        once_laid_out(self.message, lambda: bring_into_sight(self.message))

    def ask_at_foot(self, question: InlineMessage) -> None:
        """A question of a part of the form comes up at the foot: its fields stay where a person is about to type."""
        body = self.layout()
        assert isinstance(body, QVBoxLayout)
        body.insertWidget(body.indexOf(self.message), question)

    def _give_way(self, asked: bool) -> None:
        """In a low window what stands around the fields makes room for a question, too."""
        self.will_save.setVisible(not (asked and self.is_low) and bool(self.will_save.text()))

    def _answered(self) -> None:
        self._give_way(asked=False)
        self.save_button.setEnabled(True)
        self._make_room()

    def leave_room(self, for_line: bool) -> None:
        """Whether a line of the screen needs room beside the form."""
        self._line_waits = for_line
        self._make_room()

    def stand_below(self, read: bool) -> None:
        """Whether what is said above the form is being read, and needs room."""
        if read != self._read_above:
            self._read_above = read
            self._make_room()

    def _make_room(self) -> None:
        """In a very low window the fields give up height for a line that waits, and for what stands at the foot."""
        lowest = LOWEST_FIELDS // 3 if self._line_waits or self._read_above or self.message.text() else LOWEST_FIELDS
        self.scroller.set_lowest(0 if self.message.asks else lowest)

    def refuse(self, refused: Refused) -> None:
        """Say why not, and put the keyboard where it can be put right."""
        self.message.refuse(self.bridge.why_not(refused))
        field = self.field_for(refused.code)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroller.ensureWidgetVisible(field)

    def _asks_first(self) -> bool:
        """Ask what has to be known before anything is written, if there is something."""
        return self._asks_to_replace()

    def _asks_to_replace(self) -> bool:
        """Ask before replacing what was changed elsewhere since it was opened here."""
        if self._replacing or not (self._outdated or self._changed_elsewhere()):
            return False
        question = self.texts(
            "This was changed or deleted elsewhere after you opened it here. Saving this form would replace that."
        )
        self.ask(
            question,
            [(self.texts("Do not save yet"), self.take_keyboard), (self.texts("Save this form"), self._replace)],
        )
        return True

    def _replace(self) -> None:
        self._replacing = True
        self.save()
        self._replacing = False

    def cancel(self) -> None:
        """Leave without saving. The draft goes, too; what was typed can be brought back for a while."""
        typed = self.as_draft() if self.draft_key and self.dirty else None
        self.leave()
        if typed is not None:
            self.left.emit(typed)

    def leave(self) -> None:
        """Close without saving, for good."""
        self._drop_draft()
        self.closed.emit()

    def _finish(self, done: ChangeSet) -> None:
        self._draft_saved()
        self.saved.emit(done)
        self.closed.emit()

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        # A text field takes back its own typing first; then Ctrl+Z must not undo what was saved before.
        if event.type() is QEvent.Type.ShortcutOverride and self._holds_back(event):
            event.accept()
            return True
        return super().event(event)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            if not self.enter_waits:
                self.save()  # widgets that use Enter themselves (a button, a note) have handled it already
        elif event.key() == Qt.Key.Key_Escape and self.message.asks:
            self.message.buttons()[0].click()
            self.go_to_end()  # nobody said that it is to be changed
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self._holds_back(event):
            self.message.show_message(why_held_back(self.texts, self.dirty))
        else:
            super().keyPressEvent(event)

    def _holds_back(self, event: QEvent) -> bool:
        """Whether the form keeps the key to itself: Undo once something was typed, Redo while that is not saved."""
        return (means_undo(event) and (self._written_in or self.dirty)) or (means_redo(event) and self.dirty)

    # --- pieces ---

    def add(self, caption: str, *parts: QWidget, beside: str = "") -> None:
        """A small caption, quiet words at its right, and the widgets below."""
        if caption:
            above = flowing(*(label(text, "small") for text in (caption, beside) if text), far="last")
            self.content.addWidget(above)
            see_with(above, *parts)
        for part in parts:
            self.content.addWidget(part)
