"""The emergency in one dark red line above the guidance: the number first, and what to call it for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from journal.guidance import Country
from journal.guidance.call_for import CALL
from journal.guidance.signs_in_words import country_of, has_digits, number_in
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.key_names import key_name
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import clear_layout, label
from journal.ui.safety.numbers import breakable, changed_number, number_label

# The signs that are named in the sentence; Emergency, one button away, has them with their sources.
NAMED = ("slow_breathing", "cannot_be_woken", "seizure", "chest_pain", "fainting", "rigid_muscles_fever")

# Letters of a number that stand in one line, and px at 100 % for a longer one.
_LONGEST_IN_LINE, _ROOM_FOR_LONG = 5, 140


class EmergencyBanner(QFrame):
    """One line where there is room; ``all_wanted`` leads to every sign and help line, and to the choice of a country.

    ``own`` are the person's changes as the device file keeps them.
    """

    all_wanted = Signal()

    def __init__(self, texts: Texts, code: str | None, own: str = "") -> None:
        super().__init__()
        self.setProperty("role", "emergency")
        self._texts = texts
        self._number = _holding()
        self.sentence = label("", "on_emergency", wrap=True)
        self.country = label("", "on_emergency", wrap=True)
        words = texts("All signs and help lines")
        self.all = button(f"{words}   {key_name('F1')}", self.all_wanted.emit)
        self.all.setProperty("role", "on_emergency")
        self.all.setAccessibleName(f"{words}, {key_name('F1')}")
        line = SideBySide(560, 14)
        first = SideBySide(260, 14)
        first.add(self._number)
        first.add(self.sentence, 1)
        line.add(first, 1)
        line.add(_holding(self.country), width=110)
        line.add(flowing(self.all))
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 6, 8, 6)
        body.addWidget(line)
        self.show_country(code, own)

    def show_country(self, code: str | None, own: str) -> None:
        """Another country, or other changes of the person's, chosen elsewhere."""
        texts, country = self._texts, country_of(code, own)
        known = has_digits(country)
        place = self._number.layout()
        assert place is not None
        clear_layout(place)
        self._number.setVisible(known)
        if known:
            place.addWidget(_number(texts, country))
        sentence = texts(CALL, number=number_in(texts, country))
        self.sentence.setText(sentence if known else f"{sentence} {texts('{works}.', works=texts(country.also))}")
        self.country.setText(_country_words(texts, country))


def _country_words(texts: Texts, country: Country) -> str:
    """The country that the number belongs to, and that the person changed it."""
    if not country.code:
        return texts("No country chosen") if country.changed is None else changed_number(texts, country)
    name = texts(country.name)
    return name if country.changed is None else f"{name}. {changed_number(texts, country)}"


def _number(texts: Texts, country: Country) -> QLabel:
    """The emergency number; one of the person's own may need several lines."""
    long = len(country.emergency) > _LONGEST_IN_LINE
    made = number_label(breakable(country.emergency), "on_emergency_title", texts("Emergency number"), wrap=long)
    if long:
        made.setMinimumWidth(theme().px(_ROOM_FOR_LONG))
    return made


def _holding(*widgets: QWidget) -> QWidget:
    """A place in a line that is as wide as it is told; a label that wraps would take none."""
    holder = QWidget()
    body = QVBoxLayout(holder)
    body.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        body.addWidget(widget)
    return holder
