"""Report: choose what the pages tell, see the real pages, save, lock or print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal.core.entries import DIARY_KINDS
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.guidance.signs_in_words import country_of, known_number
from journal.reports.dated_later import entries_later
from journal.reports.sheet_options import WHO_CAN_READ_IT, SheetKind
from journal.texts.marked import marked
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.last_request import LastRequest, Request
from journal.ui.kit.one_scroll_bar import OneScrollBar, scroll_to_top
from journal.ui.kit.pages import Sheet
from journal.ui.kit.screen import Screen
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import DETAILS_SHARE, SideBySide, flowing
from journal.ui.kit.tasks import TaskProgress
from journal.ui.kit.widgets import Card, label
from journal.ui.report.card_reminder import CardReminder
from journal.ui.report.choices import ReportChoices
from journal.ui.report.kept_choices import KeptChoices
from journal.ui.report.making import Source
from journal.ui.report.outgoing import Outgoing
from journal.ui.report.preview import Preview
from journal.ui.report.sheet_choice import SheetChoice
from journal.ui.report.stays_out import StaysOut

if TYPE_CHECKING:
    import datetime as dt

    from journal.core.changes import ChangeSet
    from journal.ui.report.made import Made

TYPED_MS = 250  # a pause in typing: then the pages are made anew
_CONCERNS = {
    *DIARY_KINDS, "product", "unit", "symptom", "substance", "condition", "attempt", "question", "person", "contact",
    "setting", "trash",
}  # fmt: skip
_TITLES: dict[SheetKind | None, str] = marked({
    None: "Report for a clinician",
    SheetKind.PHARMACIST: "Sheet for the pharmacist",
    SheetKind.EMERGENCY: "Emergency card",
})  # fmt: skip
_COLUMN_WIDTH = 300
_BESIDE_FROM = 640  # px at 100 %: in a window of 900 the pages stand beside the choices
_HEAD_FROM = 500  # px at 100 %, of the title and its two buttons
_SHEET_LOWEST = 100  # px at 100 %, of what scrolls below the buttons
_PREVIEW_LOWEST = 420  # px at 100 %, where it stands below the choices


class ReportScreen(Screen):
    """Choices at the left, the pages at the right. ``paper`` is what is usual here: "a4" (also None) or "letter"."""

    def __init__(self, bridge: Bridge, paper: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts = bridge, bridge.texts
        self._usual_paper = paper or "a4"
        self._source: Source | None = None
        self._made_for: tuple[dt.date, str] | None = None  # the day, and the emergency number
        self._make_widgets()
        self._arrange()
        self._requests = LastRequest(self, self.progress)
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._show_paper()
        self._kept_choices = KeptChoices(self._bridge, self.choices, self.message)
        self._connect()

    # --- building ---

    def _make_widgets(self) -> None:
        self.choices = ReportChoices(self._texts)
        self.choices.set_today(self._bridge.logbook.today())
        self.title = label(self._texts(_TITLES[None]), "title", wrap=True)
        self.preview = Preview(self._texts)
        self.left_out = label(self._texts("A hidden rating is left out of the page. Tick it to print it."), wrap=True)
        self.left_out.hide()
        self.stays_out = StaysOut(self._texts)
        self.message, self.progress = InlineMessage(), TaskProgress(self._texts)
        self.what = SheetChoice(self._texts, self.choices, self._emergency_number)
        self.who_reads = label(self._texts(WHO_CAN_READ_IT), wrap=True)
        self.who_reads.hide()
        self.outgoing = Outgoing(self._bridge, self.choices.lock, self.what, self._current_source)
        self.reminder = CardReminder(self._bridge, self._make_card)
        self.to_pages = button(self._texts("See the pages"), self._see_pages)
        self.to_pages.hide()

    def _arrange(self) -> None:
        head, split, inside = SideBySide(_HEAD_FROM, 8), SideBySide(_BESIDE_FROM), QWidget()
        self._body, scrolled = QVBoxLayout(self), QVBoxLayout(inside)
        for column in (self._body, scrolled):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
        scrolled.addWidget(self.reminder)
        scrolled.addWidget(split, 1)
        # What stands above it never scrolls: the buttons, and what is left out, are in sight at every choice.
        self._sheet = Sheet(inside)
        above = (head, self.who_reads, self.stays_out)
        for widget in (*above, self._sheet):
            self._body.addWidget(widget)
        self._one_bar = OneScrollBar(self, above, lambda: self._sheet)
        self._body.setStretchFactor(self._sheet, 1)
        # Filled where they stand: what is moved with all that is in it is styled once more.
        head.add(self.title, 1)
        buttons = (self.to_pages, self.outgoing.print_button, self.outgoing.save_button)
        head.add(flowing(*buttons, spacing=12))
        self._fill(split)

    def _fill(self, split: SideBySide) -> None:
        self._column = Card(margin=1, spacing=0)
        self._column.body.setContentsMargins(16, 16, 8, 16)
        split.add(self._column, width=_COLUMN_WIDTH, share=DETAILS_SHARE, below=1, lowest=0)
        self._pages = QWidget()
        split.add(self._pages, 1, below=1, lowest=_PREVIEW_LOWEST)
        self._pages_column = QVBoxLayout(self._pages)
        self._pages_column.setContentsMargins(0, 0, 0, 0)
        self._pages_column.setSpacing(14)
        for widget in (self.left_out, self.message, self.progress):
            self._pages_column.addWidget(widget)
        self._pages_column.addWidget(self.preview, 1)
        self._split = split
        self._place_news(split.narrow)
        self._area = scrolling(self.what)
        self._area.let_width_decide()
        self._column.body.addWidget(self._area)
        # Above the preview they have all the height that they need: the page scrolls, and nothing in it does.
        split.turned.connect(self._area.show_whole)
        split.turned.connect(self.preview.show_whole)
        split.turned.connect(self._place_news)
        self._sheet.set_lowest(_SHEET_LOWEST)

    def _place_news(self, narrow: bool) -> None:
        """What came of saving stands above the pages, so that nothing moves where a person is typing.

        Where the pages lie below the choices it stands above both: a question must be in sight. A button leads there.
        """
        self.to_pages.setVisible(narrow)
        layout, first = (self._body, self._body.indexOf(self._sheet)) if narrow else (self._pages_column, 0)
        news, answering = self.outgoing.outcome, QApplication.focusWidget()
        if layout.indexOf(news) < 0:
            within = answering is not None and (answering is news or news.isAncestorOf(answering))
            shown = not news.isHidden()
            layout.insertWidget(first, news)
            news.setVisible(shown)  # what is moved is hidden, and gives the keyboard away
            if within and answering is not None:
                answering.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._hear)
        for key, pressed in (("Ctrl+S", self.outgoing.save_button), ("Ctrl+P", self.outgoing.print_button)):
            QShortcut(QKeySequence(key), self).activated.connect(pressed.click)
        for pressed in (self.outgoing.save_button, self.outgoing.print_button):
            pressed.clicked.connect(self._no_second_offer)
        self.choices.changed.connect(self._typed.start)
        self.what.changed.connect(self._typed.start)
        self.what.chosen_kind.connect(self._show_kind)
        for changed in (self.choices.changed, self.choices.paper_chosen, self.what.changed):
            changed.connect(self.outgoing.saved_file.choices_changed)
        self.choices.paper_chosen.connect(self._choose_paper)
        self._typed.timeout.connect(self._make)
        self.outgoing.saved_file.password_wanted.connect(self.choices.lock.take_keyboard)
        self.outgoing.card_made.connect(self.reminder.card_made)

    @property
    def busy(self) -> bool:
        """Whether the pages are being saved or printed."""
        return self.outgoing.busy

    # --- the pages ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._one_bar.begin()
        self.what.forget_answers()
        # After the screen itself has been painted.
        once_painted(self, self._catch_up)

    @called_by_qt
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_draft()

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to where one begins, and what to make is in sight."""
        once_painted(self, self._catch_up)
        self._show_beginning()

    def _show_beginning(self) -> None:
        self._scroll_to_beginning()
        if self._split.narrow:
            self.what.pills.focus()  # the words below would be scrolled to, past what to make
        else:
            self.what.take_keyboard()
            once_laid_out(self, self._scroll_to_beginning)  # both have room, once each has its place

    def _scroll_to_beginning(self) -> None:
        for area in (self._sheet, self._area):
            area.verticalScrollBar().setValue(0)

    def _see_pages(self) -> None:
        """Where they lie below the choices: their beginning at the top, and the keyboard there."""
        self.preview.area.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_to_top(self._pages)

    def _make_card(self) -> None:
        self.what.choose(SheetKind.EMERGENCY)
        self._show_beginning()

    def _no_second_offer(self) -> None:
        """The card that is being made is not offered, nor beside the question about it."""
        if self.what.kind is SheetKind.EMERGENCY:
            self.reminder.dismiss()

    def _catch_up(self) -> None:
        made_for = today, _ = self._bridge.logbook.today(), self._emergency_number()
        self.reminder.look()
        if self._source is None or self._made_for != made_for:
            self._made_for = made_for
            self.choices.set_today(today)
            self._make()

    def _hear(self, change: ChangeSet) -> None:
        # Entries of days after the period too: the pages tell today's doses and every warning symptom since.
        if not change.kinds & _CONCERNS:
            return
        self._source = None
        self._show_paper()
        if self.isVisible():
            self.reminder.look()
            self._make()

    def _emergency_number(self) -> str:
        return known_number(country_of(*self._bridge.whom_to_call))

    def _current_source(self) -> Source:
        if self._source is None:
            self._source = Source(self._bridge.logbook, self._texts, self._bridge.clock)
        return self._source

    def _make(self) -> None:
        chosen, source = self.what.chosen(), self._current_source()
        if chosen is not None:
            words = self._texts("Making the pages")
            self._requests.ask(Request(lambda task: source.make(chosen, task), self._show, self._refuse, words))

    def _show_kind(self) -> None:
        """Another paper is to be made; who can read a card stands in sight before it is."""
        self.who_reads.setVisible(self.what.kind is SheetKind.EMERGENCY)
        self.title.setText(self._texts(_TITLES[self.what.kind]))
        self._no_second_offer()
        self.left_out.hide()
        self.preview.begin_at_top()
        self.outgoing.other_pages()
        self._make()

    def _show(self, made: Made) -> None:
        self.message.dismiss()
        self.what.show_noted(made)
        self.left_out.setVisible(made.left_out)
        more = made.in_part, made.still_named, self._dated_later()
        self.stays_out.show_list(made.stays_out, *more, first=made.replaced)
        self.preview.show_pdf(made.pdf)
        self.outgoing.pages_made(made)
        if self._split.narrow and self.preview.area.hasFocus():
            once_laid_out(self, lambda: scroll_to_top(self._pages))  # what stands above them may have grown

    def _dated_later(self) -> str:
        """That entries are in no figure, because they have not happened yet by this computer's clock."""
        later = self._bridge.logbook.later_than_clock()
        return "" if later is None else entries_later(self._texts, later.rows)

    def _refuse(self, problem: Exception) -> None:
        if isinstance(problem, Refused):
            words = explain(self._texts, problem)
            if problem.code == "cancelled":
                words = self._texts("Stopped before the pages were made.")
            self.message.show_message(words, [(self._texts("Make them"), self._make)])

    # --- paper ---

    def _show_paper(self) -> None:
        """The paper that was chosen for this journal, else what is usual here."""
        chosen = self._bridge.logbook.preferences.paper
        self.choices.paper.set_value(self._usual_paper if chosen == "auto" else chosen)

    def _choose_paper(self, paper: str) -> None:
        """Kept in the journal, so that the next report has it too; a journal that is only read shows it just now."""
        if self._bridge.can_write and self._bridge.logbook.preferences.paper != paper:
            self._bridge.attempt(lambda: self._bridge.logbook.save(setting_for("paper", paper)), self.message)
        self._make()

    def keep_draft(self) -> None:
        """Write down what was typed: the words wait in the journal for the next time."""
        self._kept_choices.keep()
