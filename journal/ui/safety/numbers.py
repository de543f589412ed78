"""Telephone numbers that can be read across the room, selected and copied; the country they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from journal.guidance import Country, HelpLine, countries, sources
from journal.guidance.help_lines import FALLBACK, NEEDED, Kind
from journal.guidance.signs_in_words import country_of, has_digits, number_in
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.clipboard import copy_public
from journal.ui.kit.fields import Choice
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import announce, label, row

# Letters of a number that are shown in one line, whatever the text size.
_LONGEST_IN_LARGE, _LONGEST_IN_LINE = 5, 16
# What the note of the country that stands for every other is about; in much of the world it is the number itself.
_ON_MOBILES = "112"
_MISSING: Mapping[Kind, str] = marked({
    "poison": (
        "There is no verified line of a poison centre for {country} in this program. Ask a doctor or a hospital"
        " instead; with a sign of an emergency call {number}."
    ),
    "crisis": (
        "There is no verified crisis line for {country} in this program. Talk to someone you trust or a doctor, now; if"
        " you may act on it, call {number}."
    ),
    "drug_help": (
        "There is no verified line for help with alcohol and other drugs for {country} in this program. Ask a doctor"
        " instead."
    ),
})  # fmt: skip
_LONG_RUN = re.compile(r"\S{17,}")


class CountryChooser(Choice):
    """The countries by name, and one for every other; it stands on the emergency ground."""

    def __init__(self, texts: Texts, code: str | None) -> None:
        choices = [(country.code, country.name) for country in countries()]
        super().__init__(texts("Country"), [*choices, (FALLBACK.code, texts(FALLBACK.name))])
        self.setProperty("role", "on_emergency")
        self.setMinimumContentsLength(max(len(name) for _, name in choices))
        self.set_value(country_of(code).code)

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        QComboBox.paintEvent(self, event)  # not DropDown's, whose arrow is made for the card
        side = theme().px(14)
        box = QRectF(self.width() - side - theme().px(8), (self.height() - side) / 2, side, side)
        lit = self.hasFocus() or self.underMouse()
        paint_icon(QPainter(self), box, "down", theme().emergency_ground if lit else theme().on_emergency)


def breakable(text: str) -> str:
    """A person's words with places to break a long one at, for labels only: it must not be copied from there."""
    return _LONG_RUN.sub(lambda run: "\u200b".join(re.findall(".{1,8}", run[0])), text)


def number_label(text: str, role: str, name: str, wrap: bool = False) -> QLabel:
    """A number as text that the mouse selects; the keyboard has a copy button for it."""
    made = label(text, role, wrap)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    made.setAccessibleName(f"{name}: {text}")
    return made


class CopyButton(EnterButton):
    """Copies a number and says so on itself."""

    def __init__(self, texts: Texts, number: str, name: str, role: str = "") -> None:
        super().__init__(texts("Copy"))
        self._texts, self._number = texts, number
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setAccessibleName(texts("Copy {number}, {name}", number=number, name=name))
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        copy_public(self._number)
        self.setText(self._texts("Copied"))
        announce(self, self._texts("Copied"))


def changed_number(texts: Texts, country: Country) -> str:
    """That the person put this number here, and which one came with the program."""
    assert country.changed is not None
    day = texts.short_day(country.changed)
    if not country.code:
        return texts("Set by you, {day}.", day=day)
    return texts("Changed by you, {day}. It came as {number}.", day=day, number=country.came)


class EmergencyNumber(QWidget):
    """The country's emergency number, first and largest."""

    def __init__(self, texts: Texts, country: Country, copying: bool = True) -> None:
        super().__init__()
        name = texts("Emergency number")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        known = has_digits(country)
        number = country.emergency if known else _ON_MOBILES
        long = len(number) > _LONGEST_IN_LARGE
        if not known:
            name = texts("Number for mobile phones")
        self.number = (
            number_label(breakable(number), "on_emergency_title", name, wrap=True)
            if long
            else number_label(number, "emergency_number", name)
        )
        beside = [CopyButton(texts, number, name, "on_emergency")] if copying else []
        if long:
            line = row(self.number, *beside, spacing=12)
            line.setStretch(0, 1)
            body.addLayout(line)
        elif beside:
            body.addWidget(flowing(self.number, *beside, spacing=12))
        else:
            body.addWidget(self.number)
        if not known:
            if not copying:  # in the narrow column of a banner
                self.setMinimumWidth(theme().px(140))
            local = texts("{works}. Your local emergency number may be another.", works=texts(country.also))
            body.addWidget(label(local, "on_emergency", wrap=True))
        if country.changed is not None:
            body.addWidget(label(changed_number(texts, country), "on_emergency", wrap=True))
        if known and country.also:
            body.addWidget(label(texts(country.also), "on_emergency", wrap=True))


class LineToCall(QWidget):
    """A help line as large as the emergency number that it stands beside."""

    def __init__(self, texts: Texts, line: HelpLine) -> None:
        super().__init__()
        long = len(line.number) > _LONGEST_IN_LARGE
        role = "on_emergency_title" if long else "emergency_number"
        self.number = number_label(breakable(line.number), role, line.name, wrap=long)
        self.copy = CopyButton(texts, line.number, line.name, "on_emergency")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(label(breakable(line.name), "on_emergency_strong", wrap=True))
        body.addWidget(flowing(self.number, self.copy, spacing=12))


class LineCard(QWidget):
    """One help line: its number, what it is for, when it answers, and who says so since when."""

    def __init__(self, texts: Texts, line: HelpLine) -> None:
        super().__init__()
        long = len(line.number) > _LONGEST_IN_LINE
        self.number = number_label(breakable(line.number), "strong", line.name, wrap=long)
        self.copy = CopyButton(texts, line.number, line.name)
        beside = SideBySide(330, 8)
        beside.add(label(breakable(line.name), "strong", wrap=True), 1)
        beside.add(self.number, 1 if long else 0)
        beside.add(self.copy)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(beside)
        if about := about_line(texts, line):
            body.addWidget(label(about, wrap=True))
        body.addWidget(label(origin_of(texts, line), "small", wrap=True))


def missing_lines(
    texts: Texts, country: Country, kinds: Sequence[Kind] = NEEDED, in_settings: bool = False
) -> list[str]:
    """What is said where a line of a kind could not be verified, and what can be done instead.

    Never that there is none, nor another country's. ``in_settings``: where one's own line is added stands beside it.
    """
    if not country.code:
        return [texts("Choose your country to see its help lines.")]
    if not country.has_shipped_line:
        missing = [texts("There is no verified line for {country} in this program.", country=country.name)]
        instead = texts(
            "With a sign of an emergency, or if you may act on thoughts of suicide, call {number}. Otherwise ask a"
            " doctor or a hospital, or talk to someone you trust.",
            number=number_in(texts, country),
        )
        lines = [*missing, instead]
    else:
        lines = [_missing(texts, country, kind) for kind in country.missing(kinds)]
    own = texts("A line that you know can be added: Settings, Help lines.")
    return [*lines, own] if lines and not in_settings else lines


def _missing(texts: Texts, country: Country, kind: Kind) -> str:
    """That a line of this kind could not be verified, and whom to ask in its place."""
    name, number = country.name, number_in(texts, country)
    line = next(iter(country.of_kind("medical")), None)
    if kind == "poison" and line is not None:  # the public has no poison line there, and asks this one
        words = (
            "There is no verified line of a poison centre for {country} in this program. Ask {line} ({line_number}) or"
            " a doctor instead; with a sign of an emergency call {number}."
        )
        return texts(words, country=name, line=line.name, line_number=line.number, number=number)
    return texts(_MISSING[kind], country=name, number=number)


def about_line(texts: Texts, line: HelpLine) -> str:
    """What it is for and when it answers; of the person's own line their note, which may be ""."""
    if not line.source:
        return breakable(line.about)
    return texts("{about}. {hours}.", about=line.about, hours=line.hours)


def origin_of(texts: Texts, line: HelpLine) -> str:
    """Who says so since when: the source and the day it was read, or the person."""
    day = texts.short_day(line.checked)
    if line.source:
        names = "; ".join(dict.fromkeys(sources()[source].organisation for source in line.sources))
        return texts("Checked {day}: {source}", day=day, source=names)
    if line.came is None:
        return texts("Added by you, {day}.", day=day)
    came = texts("{name}: {number}", name=line.came.name, number=line.came.number)
    return texts("Changed by you, {day}. It came as {line}.", day=day, line=came)
