"""Telephone numbers that can be read across the room, selected and copied; the country they belong to."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.guidance import Country, HelpLine, countries
from journal.guidance.help_lines import FALLBACK
from journal.texts import Texts
from journal.ui.kit.fields import Choice
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import announce, label, row
from journal.ui.safety.side_by_side import SideBySide


@cache
def known_countries() -> tuple[Country, ...]:
    """Every country that comes with the program, by name; read once, because reading takes a fortieth of a second."""
    return countries()


def country_of(code: str | None) -> Country:
    """The country of a code; for none, or one that is not known, the one that stands for every other."""
    return next((each for each in known_countries() if each.code == (code or "").upper()), FALLBACK)


class CountryChooser(Choice):
    """The countries by name, and one for every other; it stands on the emergency ground."""

    def __init__(self, texts: Texts, code: str | None) -> None:
        choices = [(each.code, each.name) for each in known_countries()]
        super().__init__(texts("Country"), [*choices, (FALLBACK.code, texts(FALLBACK.name))])
        self.setProperty("role", "on_emergency")
        self.setMinimumContentsLength(max(len(name) for _, name in choices))
        self.set_value(country_of(code).code)

    def paintEvent(self, event: QPaintEvent) -> None:
        QComboBox.paintEvent(self, event)  # not DropDown's, whose arrow is made for the card
        side = theme().px(14)
        box = QRectF(self.width() - side - theme().px(8), (self.height() - side) / 2, side, side)
        lit = self.hasFocus() or self.underMouse()
        paint_icon(QPainter(self), box, "down", theme().emergency_ground if lit else theme().on_emergency)


def has_digits(country: Country) -> bool:
    """Whether the country's emergency number is known; the fallback has words in its place."""
    return country.emergency.isdecimal()


def number_label(text: str, role: str, name: str, wrap: bool = False) -> QLabel:
    """A number as text that the mouse selects; the keyboard has a copy button for it."""
    made = label(text, role, wrap)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    made.setAccessibleName(f"{name}: {text}")
    return made


class CopyButton(QPushButton):
    """Copies a number and says so on itself."""

    def __init__(self, texts: Texts, number: str, name: str, role: str = "") -> None:
        super().__init__(texts("Copy"))
        self._texts, self._number = texts, number
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setAccessibleName(texts("Copy {number}, {name}", number=number, name=name))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)
        self.setText(self._texts("Copied"))
        announce(self, self._texts("Copied"))


class EmergencyNumber(QWidget):
    """The country's emergency number, first and largest."""

    def __init__(self, texts: Texts, country: Country, copying: bool = True) -> None:
        super().__init__()
        name = texts("Emergency number")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        if has_digits(country):
            self.number = number_label(country.emergency, "emergency_number", name)
            beside = [CopyButton(texts, country.emergency, name, "on_emergency")] if copying else []
            body.addLayout(row(self.number, *beside, None, spacing=12))
        else:
            self.number = number_label(texts(country.emergency), "on_emergency_title", name, wrap=True)
            self.setMinimumWidth(theme().px(200))
            body.addWidget(self.number)
        if country.also:
            body.addWidget(label(texts(country.also), "on_emergency", wrap=True))


class LineCard(QWidget):
    """One help line: its number, what it is for, when it answers, and when that was checked."""

    def __init__(self, texts: Texts, line: HelpLine) -> None:
        super().__init__()
        self.number = number_label(line.number, "strong", line.name)
        self.copy = CopyButton(texts, line.number, line.name)
        beside = SideBySide(330, 8)
        beside.add(label(line.name, "strong", wrap=True), 1)
        beside.add(self.number)
        beside.add(self.copy)
        said = texts("{about}. {hours}.", about=line.about, hours=line.hours)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(beside)
        body.addWidget(label(said, wrap=True))
        body.addWidget(label(texts("Checked {day}", day=texts.short_day(line.checked)), "small", wrap=True))
