"""What stands beside the day while no form is open: quiet questions, and what else can be written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from journal.core.entries import Dose
from journal.core.moments import Moment
from journal.core.queries import Day
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.scroll_area import scrolling

if TYPE_CHECKING:
    from journal.ui.today.check_in_due import CheckInDue
    from journal.ui.today.last_night_card import LastNight
    from journal.ui.today.now_card import NowCard
    from journal.ui.today.practice_card import PracticeCard
    from journal.ui.today.something_else import SomethingElse
    from journal.ui.today.to_ask import ToAsk
    from journal.ui.today.visit_questions import VisitQuestions


class Aside(QWidget):
    """A column of cards. Where there is no room beside the day, they stand below it; what there is to ask about, which
    is found again only here, and the question about now, which leaves by itself, stand ``first``, in sight; what else
    may be written down is ``second``, as it is used every day.

    ``beside`` is what the screen puts next to the day. It is empty until ``fill``: the day itself is shown before.
    """

    to_ask: ToAsk
    now_card: NowCard
    last_night: LastNight
    check_in_due: CheckInDue
    practice: PracticeCard
    something_else: SomethingElse
    questions: VisitQuestions

    def __init__(self, bridge: Bridge, first: QLayout, second: QLayout, below: QLayout) -> None:
        super().__init__()
        self._bridge, self._first, self._second, self._below = bridge, first, second, below
        self.filled = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        inside = QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(self)
        self.beside = scrolling(inside)

    def fill(self) -> None:
        """Make the cards; their code is imported here, too."""
        from journal.ui.today.check_in_due import CheckInDue
        from journal.ui.today.last_night_card import LastNight
        from journal.ui.today.now_card import NowCard
        from journal.ui.today.practice_card import PracticeCard
        from journal.ui.today.something_else import SomethingElse
        from journal.ui.today.to_ask import ToAsk
        from journal.ui.today.visit_questions import VisitQuestions

        self.filled = True
        self.to_ask = ToAsk(self._bridge)
        self.now_card = NowCard(self._bridge)
        self.last_night = LastNight(self._bridge)
        self.check_in_due = CheckInDue(self._bridge)
        self.practice = PracticeCard(self._bridge)
        self.something_else = SomethingElse(self._bridge.texts)
        self.something_else.setEnabled(self._bridge.can_write)
        self.questions = VisitQuestions(self._bridge)
        asked = (self.now_card, self.last_night, self.check_in_due, self.practice)
        for card in (*asked, self.something_else, self.questions):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._place_first(narrow=self._below.indexOf(self) >= 0)

    def look(self, before: Day, day: Day, last_dose: Dose | None, now: Moment) -> None:
        """Show the questions that apply today."""
        self.last_night.look(before, last_dose, now)
        self.check_in_due.look()
        self.practice.look()
        self.now_card.look([*before.doses, *day.doses], now)

    def ask_nothing(self) -> None:
        """Show no questions: they belong to today, and another day is shown."""
        for card in (self.last_night, self.check_in_due, self.practice, self.now_card):
            card.hide()

    def arrange(self, narrow: bool, form_open: bool) -> None:
        """Stand beside the day, or below it; hidden while a form is open in this place."""
        place = self._below if narrow else self._room
        if place.indexOf(self) < 0:
            place.addWidget(self)
            if self.filled:
                self._place_first(narrow)
        self.setVisible(not form_open)
        self.beside.setVisible(not narrow and not form_open)

    def _place_first(self, narrow: bool) -> None:
        for place, card in enumerate((self.to_ask, self.now_card)):
            if narrow:
                self._first.addWidget(card)
            else:
                self._column.insertWidget(place, card)
        if narrow:
            self._second.addWidget(self.something_else)
        else:
            self._column.removeWidget(self.something_else)
            self._column.insertWidget(self._column.indexOf(self.questions), self.something_else)
