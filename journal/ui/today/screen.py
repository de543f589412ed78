"""Today: write down a dose, a rating, none or a note, and see the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import DIARY_KINDS
from journal.core.refusal import Refused
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.paint_watch import PaintWatch
from journal.ui.kit.screen import Screen
from journal.ui.today.advice_again import AdviceAgain
from journal.ui.today.after_note import AfterNote
from journal.ui.today.aside import Aside
from journal.ui.today.day_and_form import DayAndForm
from journal.ui.today.day_column import DayColumn
from journal.ui.today.day_names import names_of_day
from journal.ui.today.header import ActionRow, DayHeader
from journal.ui.today.kind_suggestion import KindSuggestion
from journal.ui.today.later_entries import LaterEntries
from journal.ui.today.new_entry import NewEntry
from journal.ui.today.new_version import NewVersion
from journal.ui.today.opener import Opener
from journal.ui.today.other_day import OtherDay
from journal.ui.today.panel import FormPanel
from journal.ui.today.planned_line import PlannedLine
from journal.ui.today.read_day import read_day
from journal.ui.today.row_actions import RowActions
from journal.ui.today.sign_question import SignQuestion
from journal.ui.today.to_complete import ToComplete

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted
    from journal.logbook import Logbook

_KINDS = {*DIARY_KINDS, "product", "unit", "symptom", "substance", "condition", "setting", "prompt", "trash"}
_TICK_MS = 30_000


class TodayScreen(Screen):
    """One journal day, today unless another one is chosen, and the form that is open beside it."""

    emergency_wanted = Signal()
    country_chosen = Signal(str)
    day_wanted = Signal(object)  # a dt.date, in the Diary
    list_wanted = Signal()  # of what the person takes, checked

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.texts = bridge, bridge.texts
        self.day = self._today = self.logbook.today()
        self._names = Names(bridge)
        self._stale = False
        self.message = InlineMessage()
        self.panel = FormPanel(bridge)
        self.new_entry = NewEntry(bridge, self.panel, self.message, self._day_by_now)
        self.header = DayHeader(self.texts, lambda: self.turn(-1), lambda: self.turn(1), self.go_today)
        self.action_row = ActionRow(self.texts, self.act)
        self.action_row.setEnabled(bridge.can_write)
        AfterNote(bridge, self.message, self.emergency_wanted.emit)
        self.other_day = OtherDay(bridge, self.panel, self.message, lambda: self.day, self.show_day)
        self.question = SignQuestion(bridge, self.message)
        self.advice_again = AdviceAgain(bridge, self.question)
        self.later, self.plans = LaterEntries(self.texts), PlannedLine(bridge)
        self.kind_suggestion = KindSuggestion(bridge, lambda: self._names.products.values())
        self.rows = RowActions(self, bridge, self._names, self.panel, self.message, self.ask_about)
        self.to_complete = ToComplete(bridge, self.message)
        self.new_version = NewVersion(self.texts)
        above = (self.question, self.advice_again, self.to_complete, self.later, self.plans, self.new_version)
        self.column = column = DayColumn(bridge, self.rows.line, above, self.kind_suggestion)
        self.cards, self.strip, self.list, self.night = column.cards, column.strip, column.list, column.night
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def logbook(self) -> Logbook:
        """The open journal."""
        return self.bridge.logbook

    # --- building ---

    def _lay_out(self) -> None:
        self._aside = Aside(self.bridge, self.column.first, self.column.second, self.column.below)
        self._opener = Opener(self.panel, self.action_row, self._aside, self.column)
        head = (self.header, self.action_row)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for widget in (*head, self.message):
            body.addWidget(widget)
        self._places = DayAndForm(self, self.texts, head, self.column, self._aside, self.panel, self.question)
        self.waiting, self.unsaved = self._places.waiting, self._places.unsaved
        body.addWidget(self.waiting)
        body.addWidget(self.unsaved)
        body.addWidget(self._places, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.rows.follow(self.list)
        self.rows.follow(self.night.list)
        self.night.day_wanted.connect(self.show_day)
        self.column.about_day_wanted.connect(lambda: self.new_entry.open_form("day_mark"))
        self.panel.emptied.connect(self._opener.take_keyboard)
        self.panel.warned.connect(self.ask_about)
        self.later.day_wanted.connect(self.day_wanted)
        self.to_complete.complete_wanted.connect(self.rows.edit)
        self.to_complete.answered.connect(self._take_keyboard)
        self.kind_suggestion.answered.connect(self._take_keyboard)
        self.question.closed.connect(self._asked)
        self.question.emergency_wanted.connect(self.emergency_wanted)
        self.question.country_chosen.connect(self.country_chosen)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self, activated=lambda by=by: self.turn(by))  # type: ignore[call-overload]
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start()

    def _take_keyboard(self) -> None:
        self.action_row.buttons[0].take_keyboard()

    # --- beside the day ---

    @property
    def aside(self) -> Aside:
        """What stands beside the day: made once the day is seen, or as soon as somebody asks for it."""
        self._fill_aside()
        return self._aside

    def _fill_seen_aside(self) -> None:
        # A screen that is gone from sight may be about to be deleted; one still in sight may have lost its journal.
        if self.isVisible() and not self.logbook.closed:
            self._fill_aside()

    def _fill_aside(self) -> None:
        if self._aside.filled:
            return
        self._aside.fill()
        self._aside.last_night.dose_wanted.connect(self.new_entry.open_dose)
        self._aside.last_night.answered.connect(self._take_keyboard)
        self._aside.practice.answered.connect(self._take_keyboard)
        self._aside.something_else.wanted.connect(self.new_entry.open_something_else)
        self._aside.check_in_due.wanted.connect(self.new_entry.open_weekly)
        self._aside.to_ask.wanted.connect(self.list_wanted)
        if self._stale:
            self.refresh()
        else:
            self._show_aside()

    def _show_aside(self) -> None:
        """Show the questions beside today, and none beside another day."""
        read = self._read
        if self._aside.filled and read.is_today and read.whole:
            self._aside.look(read.before, read.day, read.summary.last_dose, read.now)
        elif self._aside.filled:
            self._aside.ask_nothing()
        self._places.arrange()

    # --- writing down ---

    def act(self, kind: str) -> None:
        """What the button of this kind of entry does: open its form, or mark the day; questions have a card."""
        if kind == "question":
            self._note_question()
        else:
            self.new_entry.begin(kind)

    def _note_question(self) -> None:
        """Put the keyboard where a question is typed; a form that is open waits meanwhile."""
        if self.panel.gives_way():
            self.panel.host.put_aside()
        if self.panel.form is None:
            once_laid_out(self, lambda: self.aside.questions.take_keyboard(self.unsaved))

    def ask_about(self, noted: Sequence[Noted]) -> None:
        """Warning signs are saved; now ask whether help is needed."""
        self.question.ask_about(noted)

    def show_whom_to_call(self, country: str | None, help_lines: str) -> None:
        """Another country or other help lines were chosen; an open question shows them."""
        self.question.show_whom_to_call(country, help_lines, self.focusWidget())

    def _asked(self) -> None:
        if self._places.is_small:
            self.panel.focus()
        else:
            self._opener.take_keyboard()

    # --- days ---

    def _day_by_now(self) -> dt.date:
        """The day shown. After a night's sleep of the computer the first key comes before the next tick."""
        if self._follow_today():
            self.refresh()
        return self.day

    def turn(self, by: int) -> None:
        """Go to another day, never past today."""
        self.show_day(self.day + dt.timedelta(days=by))

    def go_today(self) -> None:
        """Come back to today."""
        self.show_day(self.logbook.today())

    def begin_again(self) -> None:
        """Today was asked for once more: its top and first action; an open form keeps the keyboard."""
        self.go_today()
        focused = QApplication.focusWidget()
        if self.panel.form is None and focused is not None and self.isAncestorOf(focused):
            self._take_keyboard()

    def show_day(self, day: dt.date) -> None:
        """Show a day."""
        self.message.dismiss()
        self.day = min(day, self.logbook.today())
        self.refresh()

    def tick(self) -> None:
        """Time passed: "2 h ago" grows, and at the day's start today becomes another day."""
        from journal.logbook.taking_back import is_changed_outside

        self._follow_today()
        try:
            self._refresh_or_later()
        except Refused as problem:
            if not is_changed_outside(problem):
                raise
            self._stale = True  # the banner tells it, and offers what can be done
            return
        self.question.time_passed()

    def _follow_today(self) -> bool:
        """Go along when a new day has begun since today was shown; True if it has."""
        today, before = self.logbook.today(), self._today
        self._today = today
        if today == before or self.day != before:
            return False
        self.day = today
        return True

    # --- showing ---

    def refresh(self) -> None:
        """Read the day and show it."""
        self._stale = False
        self._names.forget_entries()
        self._read = read_day(self.bridge, self._names, self.day)
        self._show_header(self._read.is_today)
        self.later.show_count(self.logbook.later_than_clock())
        self.plans.refresh()
        self.advice_again.refresh()
        self.to_complete.show_day(self._read)
        self.column.show_day(self._read)
        self._show_aside()

    def _show_header(self, is_today: bool) -> None:
        self.header.show_day(names_of_day(self.bridge, self.day), is_today)
        none = self.texts("None today") if is_today else self.texts("None this day")
        self.action_row.of_kind["day_mark"].set_words(none)

    def _changed(self, change: ChangeSet) -> None:
        if change.kinds & {"product", "unit", "symptom"}:
            self._names.refresh()
        self._names.forget_entries()
        self.kind_suggestion.journal_changed(change)
        if self._aside.filled:
            self._aside.questions.journal_changed(change.kinds)
        if change.kinds & _KINDS:
            self._refresh_or_later()
        self._places.arrange()  # a change of the journal may open or close the question

    def _refresh_or_later(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        if not self._aside.filled:
            PaintWatch(self, self._fill_seen_aside)

    # --- what the window asks ---

    def shown(self) -> None:
        """The keyboard stays where it was: an open form goes on. Else the day begins at its top."""
        self.other_day.forget()
        self._places.begin_at_top()

    def keep_draft(self) -> None:
        """Keep what is typed, before the window closes."""
        self.panel.keep_draft()
        if self._aside.filled:
            self._aside.now_card.let_one_stand()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False
