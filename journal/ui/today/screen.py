"""Today: write down a dose, a rating, none or a note, and see the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import DIARY_KINDS, DayMark, DayMarkKind, Symptom, kind_of
from journal.core.moments import Moment, moment_now
from journal.core.queries import Day
from journal.core.warning_words import means_sign
from journal.insights.today import after_midnight, day_strip, summarise, summarise_earlier
from journal.texts.names import symptom_name
from journal.ui.entries.diary_rows import Row, rows_of
from journal.ui.entries.dose_words import groups_in_milligrams
from journal.ui.entries.kinds import ENTRY_KINDS, line_of_entry
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.menu_place import place_inside
from journal.ui.kit.paint_watch import PaintWatch
from journal.ui.kit.screen import Screen
from journal.ui.kit.scroll_area import LOWEST_FIELDS, scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import Card, heading, label, quiet_label, row
from journal.ui.today.aside import Aside
from journal.ui.today.day_figures import Cards
from journal.ui.today.day_names import names_of_day
from journal.ui.today.entry_list import EntryList
from journal.ui.today.filled_in import ask_about_the_week, say_what_was_taken
from journal.ui.today.header import ActionRow, DayHeader
from journal.ui.today.kind_suggestion import KindSuggestion
from journal.ui.today.later_entries import LaterEntries
from journal.ui.today.night_entries import NightEntries
from journal.ui.today.panel import FormPanel
from journal.ui.today.planned_line import PlannedLine
from journal.ui.today.sign_question import SignQuestion
from journal.ui.today.strip import StripView
from journal.ui.today.waiting_line import WaitingLine

if TYPE_CHECKING:
    from journal.core.substances import Taken
    from journal.guidance.warning_signs import Noted
    from journal.logbook import Logbook

_KINDS = set(DIARY_KINDS) | {"product", "unit", "symptom", "setting", "prompt", "trash"}
_TICK_MS = 30_000
_BESIDE_FROM, _PANEL_WIDTH = 780, 352  # px at 100 %


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
        self._names = Names(self.logbook)
        self._stale = False
        self.header = DayHeader(self.texts, lambda: self.turn(-1), lambda: self.turn(1), self.go_today)
        self.action_row = ActionRow(self.texts, self.act)
        self.action_row.setEnabled(bridge.can_write)
        self.message = InlineMessage()
        self.cards = Cards(self.texts)
        self.later = LaterEntries(self.texts)
        self.plans = PlannedLine(bridge)
        self.strip = StripView(self.texts)
        self.list = EntryList(self.texts("Entries of the day"))
        self.night = NightEntries(self.texts)
        self.panel = FormPanel(bridge)
        self.question = SignQuestion(bridge, self.message)
        self.waiting = WaitingLine(self._turn_small_window)
        self.unsaved = WaitingLine(self.panel.restore_newest)
        self._question_first = False
        self._scrolled = 0  # where the day was when a form took its place
        self.kind_suggestion = KindSuggestion(bridge, lambda: self._names.products.values())
        self.about_day = plain_button(self.texts("About this day…"), lambda: self._open_new("day_mark"))
        self.about_day.setAccessibleDescription(
            self.texts(
                "Mark the day as a whole: none, nothing more to report, used but number not known, do not remember"
            )
        )
        self.about_day.setEnabled(bridge.can_write)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def logbook(self) -> Logbook:
        """The open journal."""
        return self.bridge.logbook

    # --- building ---

    def _lay_out(self) -> None:
        self._empty = quiet_label("", wrap=True)
        listed = Card(16, 4)
        listed.body.addWidget(self._empty)
        listed.body.addWidget(self.list)
        listed.body.addWidget(flowing(self.about_day, far="all"))
        listed.body.addWidget(self.night)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        first = QVBoxLayout()
        above: tuple[QWidget, ...] = (self.question, self.later, self.plans)
        for part in above:
            column.addWidget(part)
        column.addLayout(first)
        for part in (self.cards, self._strip_card(), listed, self.kind_suggestion):
            column.addWidget(part)
        below = QVBoxLayout()
        column.addLayout(below)
        column.addStretch(1)
        self._day_area = scrolling(inside)
        self._aside = Aside(self.bridge, first, below)
        self._beside = SideBySide(_BESIDE_FROM)
        self._beside.add(self._day_area, 1, below=1)
        self._beside.add(self._aside.beside, width=_PANEL_WIDTH)
        self._beside.add(self.panel, width=_PANEL_WIDTH, below=1, lowest=0)
        self._beside.turned.connect(lambda _narrow: self._arrange())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for widget in (self.header, self.action_row, self.message, self.waiting, self.unsaved):
            body.addWidget(widget)
        body.addWidget(self._beside, 1)

    def _strip_card(self) -> Card:
        card = Card(16, 4)
        self._legend = label("", "small", wrap=True)
        line = row(heading(self.texts("The day"), "strong"), self._legend)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.strip)
        return card

    def _connect(self) -> None:
        self.bridge.changed.connect(self._changed)
        for entries in (self.list, self.night.list):
            entries.edit_wanted.connect(self.edit_row)
            entries.delete_wanted.connect(self.delete_row)
            entries.menu_wanted.connect(self._open_menu)
        self.night.day_wanted.connect(self.show_day)
        self.panel.opened.connect(self._form_came)
        self.panel.emptied.connect(self._form_gone)
        self.panel.warned.connect(self.ask_about)
        self.later.day_wanted.connect(self.day_wanted)
        self.kind_suggestion.answered.connect(lambda: self.action_row.buttons[0].take_keyboard())
        self.question.room_wanted.connect(lambda: self._put_first(question=True))
        self.question.closed.connect(self._asked)
        self.question.emptied.connect(self._arrange)
        self.question.emergency_wanted.connect(self.emergency_wanted)
        self.question.country_chosen.connect(self.country_chosen)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self, activated=lambda by=by: self.turn(by))  # type: ignore[call-overload]
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start()

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
        self._aside.last_night.dose_wanted.connect(lambda day: self.panel.new("dose", day))
        self._aside.last_night.answered.connect(lambda: self.action_row.buttons[0].take_keyboard())
        self._aside.something_else.wanted.connect(self._write_something_else)
        self._aside.check_in_due.wanted.connect(self._open_weekly)
        self._aside.to_ask.wanted.connect(self.list_wanted)
        self.refresh()

    # --- the four actions ---

    def act(self, kind: str) -> None:
        """What the button of this kind of entry does: open its form, or mark the day."""
        if kind == "day_mark":
            self.mark_none()
        else:
            self._open_new(kind)

    def _open_new(self, kind: str) -> None:
        open_already = self.panel.form
        self.message.dismiss()
        self._wake()
        if open_already is not None and open_already.draft_key == kind:
            self.panel.focus()
            return
        if self.panel.gives_way() and not self.panel.restore(kind):
            self.panel.new(kind, self.day)

    def _write_something_else(self, kind: str, taken: Taken | None) -> None:
        """Open the form of this kind; of an intake what was taken is said already."""
        self.message.dismiss()
        self._wake()
        if taken is None:
            self._open_new(kind)
        elif self.panel.host.free():
            self.panel.new_with(kind, lambda form: say_what_was_taken(form, taken), self.day)

    def _open_weekly(self) -> None:
        if self.panel.host.free():
            self.panel.new_with("check_in", ask_about_the_week, self.day)

    def mark_none(self) -> None:
        """Say that there was no dose on the day shown; Undo takes it back."""
        self._wake()
        marks = self.logbook.days(self.day, self.day)[0].marks
        if any(known.mark is DayMarkKind.NONE_TODAY for known in marks):
            self.message.show_message(self.texts("This day is marked “none today” already."))
            return
        mark = DayMark(day=self.day, mark=DayMarkKind.NONE_TODAY)
        self.bridge.attempt(lambda: self.logbook.save(mark), self.message)

    def ask_about(self, noted: Sequence[Noted]) -> None:
        """Warning signs are saved; now ask whether help is needed."""
        self.question.ask_about(noted)

    def show_whom_to_call(self, country: str | None, help_lines: str) -> None:
        """Another country or other help lines were chosen; an open question shows them."""
        self.question.show_whom_to_call(country, help_lines, self.focusWidget())

    def _asked(self) -> None:
        if self._is_small():
            self.panel.focus()
        else:
            self.action_row.buttons[0].take_keyboard()

    # --- rows ---

    def edit_row(self, row: Row) -> None:
        """Open the form for a row."""
        self.message.dismiss()
        self.panel.edit(row.entries)

    def copy_row(self, row: Row) -> None:
        """Open the form for a new entry like this row's."""
        self.panel.copy(row.entries)

    def delete_row(self, row: Row) -> None:
        """Move a row's entries to the trash; Undo brings them back."""
        self.bridge.attempt(lambda: self.logbook.delete(row.ids), self.message)

    def row_menu(self, row: Row) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.addAction(self.texts("Edit"), lambda: self.edit_row(row))
        if noted := self._noted(row):
            menu.addAction(self.texts("Answer again"), lambda: self.ask_about(noted))
        if ENTRY_KINDS[kind_of(row.entries[0])].can_be_copied:
            menu.addAction(self.texts("Copy as new"), lambda: self.copy_row(row))
        menu.addAction(self.texts("Delete"), lambda: self.delete_row(row))
        for action in menu.actions():
            action.setEnabled(self.bridge.can_write)
        return menu

    def _open_menu(self, row: Row, place: QPoint) -> None:
        menu = self.row_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place_inside(self.window(), menu, place))

    # --- days ---

    def _wake(self) -> None:
        # After a night's sleep of the computer the first key comes before the next tick.
        if self._follow_today():
            self.refresh()

    def turn(self, by: int) -> None:
        """Go to another day, never past today."""
        self.show_day(self.day + dt.timedelta(days=by))

    def go_today(self) -> None:
        """Come back to today."""
        self.show_day(self.logbook.today())

    def show_day(self, day: dt.date) -> None:
        """Show a day."""
        self.message.dismiss()
        self.day = min(day, self.logbook.today())
        self.refresh()

    def tick(self) -> None:
        """Time passed: "2 h ago" grows, and at the day's start today becomes another day."""
        self._follow_today()
        self._refresh_or_later()
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
        before, day = self.logbook.days(self.day - dt.timedelta(days=1), self.day)
        now, main = moment_now(self.bridge.clock), self.logbook.main_symptom()
        self._show_header()
        self.later.show_count(self.logbook.later_than_clock())
        self.plans.refresh()
        self._show_cards(day, main, now)
        start = self.logbook.preferences.day_start
        symptom = symptom_name(self.texts, main) if main else ""
        night = after_midnight(before) if self.day == self.logbook.today() else ()
        strip = day_strip(day, self._names.products, main.id if main else None, start, now, night)
        self.strip.show_strip(strip, symptom)
        self._show_legend(symptom)
        self._show_rows(rows_of(day))
        self.night.show_night(before if self.day == self.logbook.today() else None, self._line)
        self._show_aside(before, day, now)

    def _show_cards(self, day: Day, main: Symptom | None, now: Moment) -> None:
        """Today's say how it is now; those of an earlier day say what that day holds."""
        products, main_id = self._names.products, main.id if main else None
        milligrams = groups_in_milligrams(day.doses, products)
        if day.day != self.logbook.today():
            self.cards.show_earlier(summarise_earlier(day, products, main_id), main, day.day, milligrams)
            return
        last_rating = self.logbook.last_rating(main_id) if main_id else None
        summary = summarise(day, products, self.logbook.last_dose(), last_rating, now)
        # At one in the night the journal day is still the one before, and it is called today.
        start = self.logbook.preferences.day_start
        self.cards.show_summary(summary, main, self.texts("Today"), now, start, milligrams)

    def _show_aside(self, before: Day, day: Day, now: Moment) -> None:
        """Show the questions beside today, and none beside another day."""
        if self._aside.filled and self.day == self.logbook.today():
            self._aside.look(before, day, self.logbook.last_dose(), now)
        elif self._aside.filled:
            self._aside.ask_nothing()
        self._arrange()

    def _show_header(self) -> None:
        is_today = self.day == self.logbook.today()
        self.header.show_day(names_of_day(self.bridge, self.day), is_today)
        self.action_row.of_kind["day_mark"].set_words(
            self.texts("None today") if is_today else self.texts("None this day")
        )

    def _show_legend(self, symptom: str) -> None:
        dots = self.texts("bars: amount · dots: {symptom} 0–10", symptom=symptom)
        self._legend.setText(dots if symptom else self.texts("bars: amount"))

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self._empty.setVisible(not rows)
        self._empty.setText(self._nothing())
        self.list.setVisible(bool(rows))
        self.list.show_rows([(row, self._line(row)) for row in rows])

    def _line(self, row: Row) -> Line:
        """A row's words; a warning sign whose question was closed says that it is not answered."""
        line = line_of_entry(self.texts, self._names, row)
        if all(sign.rating.answer is not None for sign in self._noted(row)):
            return line
        unanswered = self.texts("not answered")
        fact = " · ".join(part for part in (line.fact, unanswered) if part)
        return replace(line, fact=fact, spoken=f"{line.spoken}, {unanswered}")

    def _noted(self, row: Row) -> list[Noted]:
        """The row's warning signs; a masked one is opened in the Diary."""
        if not any(rated and means_sign(rated) for rated in map(self._names.symptom, _rated(row))):
            return []
        from journal.ui.entries.rated_signs import signs_in  # Today is shown before the table is read

        return signs_in(self._names, row, opened=False)

    def _nothing(self) -> str:
        if self.day == self.logbook.today():
            return self.texts("Nothing is written down today. Start with one of the four buttons above.")
        return self.texts("Nothing is written down for this day. You can still add it with the buttons above.")

    def _changed(self, change: ChangeSet) -> None:
        if change.kinds & {"product", "unit", "symptom"}:
            self._names.refresh()
        self._names.forget_entries()
        self.kind_suggestion.journal_changed(change)
        if self._aside.filled:
            self._aside.questions.journal_changed(change.kinds)
        if change.kinds & _KINDS:
            self._refresh_or_later()
        self._arrange()  # a change of the journal may open or close the question

    def _refresh_or_later(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        if not self._aside.filled:
            PaintWatch(self, self._fill_seen_aside)

    # --- room ---

    def _arrange(self) -> None:
        """Side by side where there is room for both; else the question or the open form has the place for itself."""
        small = self._is_small()
        asks = small and self._question_first and self.question.card is not None
        for widget in (self.header, self.action_row):
            widget.setVisible(not small)
        self._day_area.setVisible(asks or not small)
        self._aside.arrange(self._beside.narrow, self.panel.form is not None)
        self.panel.setVisible(self.panel.form is not None and not asks)
        waiting = self.question.waiting() if small else ""
        self.waiting.show_text(self.texts("Go on with what you were writing") if asks else waiting)
        form = self.panel.form
        if form is not None and not form.message.asks:
            # In a very low window the fields make room for the line.
            form.scroller.set_lowest(LOWEST_FIELDS // 3 if waiting else LOWEST_FIELDS)

    def _is_small(self) -> bool:
        """Whether there is room for only one of the day and the form that is open."""
        return self._beside.narrow and self.panel.form is not None

    def _put_first(self, question: bool) -> None:
        self._question_first = question
        self._arrange()

    def _turn_small_window(self) -> None:
        """From the form to the question that waits, or back."""
        if self._question_first:
            self.panel.focus()
        else:
            self.question.show_again()

    def _form_came(self) -> None:
        if self._day_area.isVisible():
            self._scrolled = self._day_area.verticalScrollBar().value()
        self.unsaved.show_text("")
        self._put_first(question=False)

    def _form_gone(self) -> None:
        was_hidden = not self._day_area.isVisible()
        self._arrange()
        self._show_unsaved()
        self.action_row.buttons[0].take_keyboard()
        if was_hidden:
            once_laid_out(self._day_area, self._show_day_as_before)

    def _show_day_as_before(self) -> None:
        """A form that is hidden hands the keyboard on, and the day scrolls to wherever that goes."""
        self._day_area.verticalScrollBar().setValue(self._scrolled)
        self.question.bring_into_sight()

    def _show_unsaved(self) -> None:
        """A form that gave its place to another one waits: what it holds is in no list yet."""
        waiting = self.panel.put_aside()
        name = self.texts(ENTRY_KINDS[waiting[0]].name) if waiting else ""
        self.unsaved.show_text(self.texts("Not saved yet: {what}. Go on with it", what=name) if waiting else "")

    # --- what the window asks ---

    def shown(self) -> None:
        """The keyboard stays where it was: an open form goes on."""

    def keep_draft(self) -> None:
        """Keep what is typed, before the window closes."""
        self.panel.keep_draft()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False


def _rated(row: Row) -> list[str]:
    return [rating.symptom for rating in row.ratings if rating.value]
