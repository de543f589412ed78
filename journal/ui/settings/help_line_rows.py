"""The help lines of a country and the person's own, a card each with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.guidance import Country, HelpLine
from journal.guidance.own_lines import OwnLine, OwnLines
from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, label, quiet_label
from journal.ui.safety.numbers import LineCard, missing_lines


class HelpLineRows(QWidget):
    """A shipped line is named by its country's code and its name, one of the person's own by its place among them."""

    change_wanted = Signal(str, object)  # code, HelpLine
    hide_wanted = Signal(str, str)
    show_wanted = Signal(str, str)
    reset_wanted = Signal(str, str)
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(14)

    def show_lines(self, country: Country, own: OwnLines) -> None:
        """Those of the country as the person wants them, then the person's own."""
        clear_layout(self._rows)
        shipped = [line for line in country.lines if line.source or line.came]
        for missing in missing_lines(self.texts, country, in_settings=True):
            self._rows.addWidget(quiet_label(missing, wrap=True))
        for line in shipped:
            self._rows.addWidget(self._row(line, self._for_shipped(country.code, line)))
        for line in country.hidden:
            self._rows.addWidget(self._row(line, self._for_hidden(country.code, line), self.texts("Hidden by you.")))
        self._add_left_over(country, own)
        for place, added in enumerate(own.added):
            line = _shown(added)
            self._rows.addWidget(self._row(line, self._for_own(place, line)))

    def _add_left_over(self, country: Country, own: OwnLines) -> None:
        """Changes of lines that the program ships no more can only be taken away."""
        known = {(line.came or line).name for line in (*country.lines, *country.hidden) if line.source or line.came}
        for (code, name), changed in own.changed.items():
            if code == country.code and name not in known:
                line = _shown(changed)
                take_away = self._button(line, self.texts("Remove"), partial(self.reset_wanted.emit, code, name))
                self._rows.addWidget(self._row(line, [take_away]))

    def _row(self, line: HelpLine, buttons: list[QPushButton], note: str = "") -> QWidget:
        made = QWidget()
        body = QVBoxLayout(made)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(LineCard(self.texts, line))
        if note:
            body.addWidget(label(note, "small", wrap=True))
        body.addWidget(flowing(*buttons))
        return made

    def _button(self, line: HelpLine, words: str, work: Callable[[], object]) -> QPushButton:
        made = plain_button(words, work)
        made.setAccessibleName(self.texts("{action}: {name}", action=words, name=line.name))
        return made

    def _for_shipped(self, code: str, line: HelpLine) -> list[QPushButton]:
        name, texts = (line.came or line).name, self.texts
        buttons = [
            self._button(line, texts("Change"), partial(self.change_wanted.emit, code, line)),
            self._button(line, texts("Hide"), partial(self.hide_wanted.emit, code, name)),
        ]
        if line.came is not None:
            buttons.append(self._button(line, texts("Reset"), partial(self.reset_wanted.emit, code, name)))
        return buttons

    def _for_hidden(self, code: str, line: HelpLine) -> list[QPushButton]:
        name = (line.came or line).name
        return [self._button(line, self.texts("Show again"), partial(self.show_wanted.emit, code, name))]

    def _for_own(self, place: int, line: HelpLine) -> list[QPushButton]:
        return [
            self._button(line, self.texts("Change"), partial(self.edit_wanted.emit, place)),
            self._button(line, self.texts("Remove"), partial(self.remove_wanted.emit, place)),
        ]


def _shown(own: OwnLine) -> HelpLine:
    """A line of the person's own as every other is shown."""
    return HelpLine(own.name, own.number, own.note, "", "", own.on, "own")
