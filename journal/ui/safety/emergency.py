"""Emergency: whom to call and what to do, without any journal and without a word of what is in one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.guidance import Country
from journal.texts import Texts
from journal.ui.kit.widgets import Card, button, clear_layout, label, quiet_label, row, scrolling
from journal.ui.safety.numbers import CountryChooser, EmergencyNumber, LineCard, country_of
from journal.ui.safety.prose import Prose, Sentence, bulleted
from journal.ui.safety.side_by_side import SideBySide, flowing
from journal.ui.safety.signs import SIGNS, UNTIL_HELP, Urgency


class EmergencyPanel(QFrame):
    """Dark red: the number of the country, when to call it, and where the country is chosen."""

    country_chosen = Signal(str)

    def __init__(self, texts: Texts, code: str | None) -> None:
        super().__init__()
        self.setProperty("role", "emergency")
        self._texts = texts
        self.chooser = CountryChooser(texts, code)
        self.chooser.activated.connect(lambda _index: self.country_chosen.emit(self.chooser.value()))
        self._number = QVBoxLayout()
        said = texts("Call now if you see any one of these signs. If you are not sure, call.")
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(10)
        body.addLayout(self._number)
        body.addWidget(label(said, "on_emergency_strong", wrap=True))
        body.addWidget(flowing(self.chooser))
        self.show_country(country_of(code))

    def show_country(self, country: Country) -> None:
        """Another country's number."""
        clear_layout(self._number)
        self._number.addWidget(EmergencyNumber(self._texts, country))


class EmergencyScreen(QWidget):
    """What F1 shows, also before a journal is unlocked. ``closed`` when the person is done with it."""

    country_chosen = Signal(str)
    closed = Signal()

    def __init__(self, texts: Texts, country: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.panel = EmergencyPanel(texts, country)
        self.panel.country_chosen.connect(self._choose)
        self.back = button(texts("Back"), self.closed.emit)
        self.lines = Card()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        beside = SideBySide(820, 14)
        beside.add(self._signs(), 3)
        beside.add(self.lines, 2)
        column.addWidget(self.panel)
        column.addWidget(beside)
        column.addStretch(1)
        self.scroller = scrolling(inside)
        self.scroller.setProperty("role", "reader")
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(texts("What to do"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        title = label(texts("Emergency"), "title", wrap=True)
        top = row(title, self.back)
        top.setStretch(0, 1)
        body.addLayout(top)
        body.addWidget(self.scroller, 1)
        self._show_lines(country_of(country))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.scroller

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, code: str) -> None:
        self.panel.show_country(country_of(code))
        self._show_lines(country_of(code))
        self.country_chosen.emit(code)

    # --- what to do ---

    def _signs(self) -> Card:
        card = Card(16, 6)
        self._add_signs(card, self._texts("Call the emergency number now"), "now")
        card.body.addWidget(label(self._texts("Until help comes"), "heading", wrap=True))
        for said, _ in UNTIL_HELP:
            card.body.addWidget(bulleted(Prose([Sentence(self._texts(said))])))
        self._add_signs(card, self._texts("Call a doctor today"), "today")
        card.body.addStretch(1)
        return card

    def _add_signs(self, card: Card, title: str, urgency: Urgency) -> None:
        card.body.addWidget(label(title, "heading", wrap=True))
        for each in SIGNS:
            if each.urgency == urgency:
                seen = Sentence(self._texts("{sign}.", sign=self._texts(each.seen)), strong=True)
                advice = [Sentence(self._texts(each.advice))] if each.advice else []
                card.body.addWidget(bulleted(Prose([seen, *advice])))

    def _show_lines(self, country: Country) -> None:
        clear_layout(self.lines.body)
        self.lines.body.addWidget(label(self._texts("Help lines"), "heading", wrap=True))
        for line in country.lines:
            self.lines.body.addWidget(LineCard(self._texts, line))
        if not country.lines:
            self.lines.body.addWidget(quiet_label(no_line(self._texts, country), wrap=True))
        self.lines.body.addStretch(1)


def no_line(texts: Texts, country: Country) -> str:
    """Said where no help line could be verified; never that there is none."""
    if country.code:
        return texts("There is no verified line for {country} in this program.", country=country.name)
    return texts("There is no verified line in this program. Choose your country above if it is listed.")
