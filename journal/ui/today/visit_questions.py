"""Questions for the next visit: noted at any time, ticked when they were asked, and asked again if need be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Person, Question
from journal.core.plaintext import typed_note
from journal.core.visit import same_question
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import PASTED_LIMIT, line_edit
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.tab_order import bring_into_sight, see_with
from journal.ui.kit.text_line import has_added
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import Card, clear_layout, heading, label
from journal.ui.today.asked_before import AskedBefore, words_of
from journal.ui.today.waiting_line import WaitingLine

_CONCERNS = {"question", "person", "trash"}
_SHOWN = 5
_BESIDE_FROM = 240


class VisitQuestions(Card):
    """The open ones, oldest first. A tick says that it was asked today; Undo takes it back.

    Those that were asked stand folded below them, the newest first.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 8)
        self._bridge, self._texts = bridge, bridge.texts
        self.when = label("", "small")
        self.ticks: dict[str, TickBox] = {}
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self.more = label("", "small", wrap=True)
        self.before = AskedBefore(bridge, self._save)
        self.before.emptied.connect(self._to_last_tick)
        self.field = line_edit(self._texts("Question for the visit"), self._texts("Add a question…"), PASTED_LIMIT)
        self.add = button(self._texts("Add"), self._add)
        self.message = InlineMessage()
        self.message.withdraw_on(self.field.textEdited)
        self._waits: WaitingLine | None = None
        line = SideBySide(_BESIDE_FROM, 8)
        line.add(self.field, 1)
        line.add(self.add)
        title = heading(self._texts("To discuss at the visit"), "strong")
        for part in (flowing(title, self.when, far="last"), holder, self.more, self.before, self.message, line):
            self.body.addWidget(part)
        see_with(self.message, self.field)
        self.field.returnPressed.connect(self._add)
        for part in (self.field, self.add):
            part.setEnabled(bridge.can_write)
        self.look()

    def journal_changed(self, kinds: frozenset[str]) -> None:
        """Look again where a change may concern it."""
        if kinds & _CONCERNS:
            self.look()

    def look(self) -> None:
        """Show what is open."""
        logbook = self._bridge.logbook
        questions = logbook.listed(Question)
        self.before.show_asked([question for question in questions if question.asked_on is not None])
        open_still = [question for question in questions if question.asked_on is None]
        open_still.sort(key=lambda question: question.recorded_ms)
        clear_layout(self._list)
        self.ticks = {question.id: self._tick(question) for question in open_still[:_SHOWN]}
        more = max(0, len(open_still) - _SHOWN)
        self.more.setText(self._texts.plural("and {n} more", "and {n} more", more) if more else "")
        self.more.setVisible(bool(more))
        visit = next((person.next_visit for person in logbook.listed(Person) if person.next_visit), None)
        coming = visit is not None and visit >= logbook.today()
        self.when.setText(self._texts.day(visit) if visit is not None and coming else "")

    def _tick(self, question: Question) -> TickBox:
        made = TickBox(words_of(self._texts, question))
        made.setAccessibleDescription(self._texts("Tick it when it was asked"))
        made.setEnabled(self._bridge.can_write)
        made.toggled.connect(partial(self._asked, question))
        self._list.addWidget(made)
        made.show()
        return made

    def _asked(self, question: Question, _ticked: bool) -> None:
        has_keyboard = self.ticks[question.id].box.hasFocus()
        today: dt.date = self._bridge.logbook.today()
        if self._save(replace(question, asked_on=today), "question.asked") and has_keyboard:
            # To where it stands now, not to the next box: a second press of Space would tick that one, too. Nor to the
            # field: there Undo would be about its typing, and a tick that came too soon is taken back with Undo.
            self.before.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_last_tick(self) -> None:
        list(self.ticks.values())[-1].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, question: Question, label: str = "") -> ChangeSet | None:
        save = self._bridge.logbook.save
        return self._bridge.attempt(lambda: save(question, label=label or None), self.message)

    def take_keyboard(self, waits: WaitingLine) -> None:
        """Put the keyboard where a question is typed, and all of the card into sight.

        What ``waits`` to be saved is said here, too, above the field: in a small window its own line is out of sight.
        """
        self._waits = waits
        self._say_what_waits()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_sight(self)
        bring_into_sight(self.field)

    def _say_what_waits(self) -> None:
        if self._waits is not None and self._waits.text():
            go_on = (self._texts("Go on with it"), self._waits.button.click)
            self.message.show_message(self._waits.said, [go_on], lasting=True)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        # A form was open in place of this card: what waited may be saved or gone.
        super().showEvent(event)
        if self._waits is not None and not self._waits.text():
            self.message.dismiss()

    def _add(self) -> None:
        text = typed_note(self.field.text()).strip()  # a line has far less room than a note
        if not text:
            self.message.show_message(self._texts("Type a question first."))
            self.field.setFocus()
            return
        known = same_question(text, self._bridge.logbook.listed(Question))
        if known is not None:
            self._tell_known(known)
        elif done := self._save(Question(text=text)):
            has_added(self.field, done.seq)
            self.field.setFocus()
            self._say_what_waits()

    def _tell_known(self, known: Question) -> None:
        """The same question stays one: it is on the list, or was asked and can be asked again."""
        if known.asked_on is None:
            self.field.clear()
            self.message.show_message(self._texts("This question is on the list already."))
            return
        again = (self._texts("Ask again"), partial(self._ask_again, known))
        words = self._texts("You asked this on {day}.", day=self._texts.short_day(known.asked_on))
        self.message.show_message(words, [again])

    def _ask_again(self, known: Question) -> None:
        if done := self._save(replace(known, asked_on=None)):
            has_added(self.field, done.seq)
            self.field.setFocus()
