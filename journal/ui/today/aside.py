"""What stands beside the day while no form is open: quiet questions, and what else can be written down."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from journal.core.entries import Dose
from journal.core.moments import Moment
from journal.core.queries import Day
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.scroll_area import scrolling
from journal.ui.today.check_in_due import CheckInDue
from journal.ui.today.last_night import LastNight
from journal.ui.today.now_card import NowCard
from journal.ui.today.something_else import SomethingElse
from journal.ui.today.to_ask import ToAsk
from journal.ui.today.visit_questions import VisitQuestions


class Aside(QWidget):
    """A column of cards. Where there is no room beside the day, they stand below it; what there is to ask about, which
    is found again only here, stands ``first``, in sight.

    ``beside`` is what the screen puts next to the day.
    """

    def __init__(self, bridge: Bridge, first: QLayout, below: QLayout) -> None:
        super().__init__()
        self.to_ask = ToAsk(bridge)
        self.now_card = NowCard(bridge)
        self.last_night = LastNight(bridge)
        self.check_in_due = CheckInDue(bridge)
        self.something_else = SomethingElse(bridge.texts)
        self.something_else.setEnabled(bridge.can_write)
        self.questions = VisitQuestions(bridge)
        self._first, self._below = first, below
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        asked = (self.now_card, self.last_night, self.check_in_due)
        for card in (self.to_ask, *asked, self.something_else, self.questions):
            column.addWidget(card)
        column.addStretch(1)
        inside = QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self)
        self.beside = scrolling(inside)

    def look(self, before: Day, day: Day, last_dose: Dose | None, now: Moment) -> None:
        """Show the questions that apply today."""
        self.last_night.look(before, last_dose, now)
        self.check_in_due.look()
        self.now_card.look([*before.doses, *day.doses], now)

    def ask_nothing(self) -> None:
        """Show no questions: they belong to today, and another day is shown."""
        for card in (self.last_night, self.check_in_due, self.now_card):
            card.hide()

    def arrange(self, narrow: bool, form_open: bool) -> None:
        """Stand beside the day, or below it; hidden while a form is open in this place."""
        place = self._below if narrow else self._room
        if place.indexOf(self) < 0:
            place.addWidget(self)
            if narrow:
                self._first.addWidget(self.to_ask)
            else:
                self._column.insertWidget(0, self.to_ask)
        self.setVisible(not form_open)
        self.beside.setVisible(not narrow and not form_open)
