"""The emergency in one dark red line above the guidance."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.guidance import Country
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import sign_of
from journal.texts import Texts
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import clear_layout, label
from journal.ui.safety.country_choice import CountryChoice
from journal.ui.safety.numbers import EmergencyNumber, breakable, missing_lines, number_label
from journal.ui.safety.prose import Prose, Sentence
from journal.ui.safety.signs import CALL_NOW, said_of
from journal.ui.safety.sources_view import Behind

# The signs that stand in its two sentences.
_NAMED = tuple(
    sign_of(code)
    for code in ("slow_breathing", "cannot_be_woken", "seizure", "chest_pain", "fainting", "confusion", "swelling")
)


class EmergencyBanner(QFrame):
    """The number, the signs to call for, the help lines, and the country they belong to."""

    looked_at = Signal(str)
    country_chosen = Signal(str)

    def __init__(self, texts: Texts, code: str | None, own: str = "") -> None:
        super().__init__()
        self.setProperty("role", "emergency")
        self._texts, self._own = texts, own
        self.choice = CountryChoice(texts, code)
        self.chooser = self.choice.chooser
        self.choice.looked_at.connect(self._look_at)
        self.choice.chosen.connect(self.country_chosen)
        self._number, self._lines = QVBoxLayout(), QVBoxLayout()
        line = SideBySide(860, 20)
        line.add(_holding(self._number))
        line.add(self._signs(), 3)
        line.add(_holding(self._lines), 2)
        line.add(self.choice)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 14, 18, 14)
        body.addWidget(line)
        self.behind = Behind(texts, [*CALL_NOW, *map(said_of, _NAMED)], on_emergency=True)
        body.addWidget(self.behind)
        self._show(country_of(code, own))

    def _signs(self) -> QWidget:
        call = self._texts("call now.")
        first = Prose(
            [
                Sentence(self._texts("Will not wake, or breathing slow, shallow, gurgling or stopped:"), strong=True),
                Sentence(call),
                Sentence(self._texts("Give naloxone if you have it. Stay.")),
            ],
            "on_emergency",
        )
        others = self._texts("Seizure, chest pain, fainting, severe confusion, swelling of face, tongue or throat:")
        second = Prose([Sentence(others, strong=True), Sentence(call)], "on_emergency")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(first)
        column.addWidget(second)
        return _holding(column)

    def _look_at(self, code: str) -> None:
        self._show(country_of(code, self._own))
        self.looked_at.emit(code)

    def show_country(self, code: str | None, own: str) -> None:
        """Another country or other lines, chosen elsewhere."""
        self._own = own
        self.choice.show_own(code)
        self._show(country_of(code, own))

    def _show(self, country: Country) -> None:
        clear_layout(self._number)
        clear_layout(self._lines)
        self._number.addWidget(EmergencyNumber(self._texts, country, copying=False))
        for line in country.lines:
            words = self._texts("{name}: {number}", name=breakable(line.name), number=breakable(line.number))
            self._lines.addWidget(number_label(words, "on_emergency_strong", line.about or line.name, wrap=True))
        for missing in missing_lines(self._texts, country):
            self._lines.addWidget(label(missing, "on_emergency", wrap=True))


def _holding(layout: QVBoxLayout) -> QWidget:
    holder = QWidget(None)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
