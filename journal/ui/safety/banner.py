"""The emergency in one dark red line above the guidance."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.guidance import Country
from journal.texts import Texts
from journal.ui.kit.widgets import clear_layout, label
from journal.ui.safety.numbers import CountryChooser, EmergencyNumber, country_of, number_label
from journal.ui.safety.prose import Prose, Sentence
from journal.ui.safety.side_by_side import SideBySide


class EmergencyBanner(QFrame):
    """The number, the signs to call for, the help lines, and the country they belong to."""

    country_chosen = Signal(str)

    def __init__(self, texts: Texts, code: str | None) -> None:
        super().__init__()
        self.setProperty("role", "emergency")
        self._texts = texts
        self.chooser = CountryChooser(texts, code)
        self.chooser.activated.connect(self._choose)
        self._number, self._lines = QVBoxLayout(), QVBoxLayout()
        line = SideBySide(860, 20)
        line.add(_holding(self._number))
        line.add(self._signs(), 3)
        line.add(_holding(self._lines), 2)
        line.add(self.chooser)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 14, 18, 14)
        body.addWidget(line)
        self._show(country_of(code))

    def _signs(self) -> QWidget:
        call = self._texts("call now.")
        first = Prose(
            [
                Sentence(self._texts("Will not wake, or breathing slow, gurgling or stopped:"), strong=True),
                Sentence(call),
                Sentence(self._texts("Give naloxone if you have it. Stay.")),
            ],
            "on_emergency",
        )
        others = self._texts("Seizure, chest pain, fainting, strong confusion, swollen tongue or throat:")
        second = Prose([Sentence(others, strong=True), Sentence(call)], "on_emergency")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(first)
        column.addWidget(second)
        return _holding(column)

    def _choose(self) -> None:
        self._show(country_of(self.chooser.value()))
        self.country_chosen.emit(self.chooser.value())

    def _show(self, country: Country) -> None:
        clear_layout(self._number)
        clear_layout(self._lines)
        self._number.addWidget(EmergencyNumber(self._texts, country, copying=False))
        for each in country.lines:
            said = self._texts("{name}: {number}", name=each.name, number=each.number)
            self._lines.addWidget(number_label(said, "on_emergency_strong", each.about, wrap=True))
        if not country.lines:
            self._lines.addWidget(label(self._texts("No verified line"), "on_emergency", wrap=True))


def _holding(layout: QVBoxLayout) -> QWidget:
    holder = QWidget(None)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
