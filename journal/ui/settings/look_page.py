"""Appearance: colours, text size and contrast of this computer, and the language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts import Texts, english
from journal.texts.chosen_formats import CLOCKS, DECIMALS, ORDERS, SYSTEM, WEEKS, Chosen
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.theme import TEXT_SIZES
from journal.ui.kit.widgets import label
from journal.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from journal.ui.kit.computer import Computer


class LookPage(SettingsPage):
    """Every choice is kept in the device file at once; the shell shows it."""

    appearance_changed = Signal()

    def __init__(self, texts: Texts, computer: Computer) -> None:
        super().__init__(texts)
        self._computer = computer
        self.colours = ChipRow(
            texts("Colours"),
            [("system", texts("As the system")), ("light", texts("Light")), ("dark", texts("Dark"))],
        )
        self.text_size = ChipRow(texts("Text size"), [(size, f"{size} %") for size in TEXT_SIZES])
        self.contrast = ChipRow(texts("Contrast"), [("system", texts("As the system")), ("on", texts("High"))])
        self.formats = self._format_rows(texts)
        self._by_setting: dict[str, ChipRow] = {
            **self.formats,
            "colour_scheme": self.colours,
            "text_size": self.text_size,
            "high_contrast": self.contrast,
        }
        for setting, chips in self._by_setting.items():
            chips.changed.connect(lambda value, setting=setting: self._chosen(setting, value))
        self.add_card(texts("Colours"), self.colours)
        self.add_card(texts("Text size"), self.text_size)
        self.add_card(texts("Contrast"), self.contrast)
        self._add_formats(texts)
        self.add_card(texts("Language"), self.say(texts("English. The program speaks no other language yet.")))
        self.refresh()

    def _format_rows(self, texts: Texts) -> dict[str, ChipRow]:
        """How dates, times and numbers are shown and read, by the name of the setting."""
        system, day, late = (SYSTEM, texts("As the system")), dt.date(2026, 11, 22), dt.time(21, 30)
        clocks = [(key, english(chosen=Chosen(clock=key)).time(late)) for key in CLOCKS]
        orders = [(key, english(chosen=Chosen(order=key)).short_day(day)) for key in ORDERS]
        decimals = [(key, english(chosen=Chosen(decimal=key)).number(2500)) for key in DECIMALS]
        weeks = [(key, texts.weekday(day + dt.timedelta(days=number + 1))) for key, number in WEEKS.items()]
        return {
            "clock": ChipRow(texts("Time of day"), [system, *clocks]),
            "date_order": ChipRow(texts("Date"), [system, *orders]),
            "decimal": ChipRow(texts("Decimal sign"), [system, *decimals]),
            "week": ChipRow(texts("A week begins on"), [system, *weeks]),
        }

    def _add_formats(self, texts: Texts) -> None:
        parts: list[QWidget] = []
        for row in self.formats.values():
            parts += [label(row.accessibleName(), "small"), row]
        parts.append(
            self.say(texts("This holds from the next start of the program on, in the window and for commands."))
        )
        self.add_card(texts("Dates, times and numbers"), *parts)

    def refresh(self) -> None:
        for setting, chips in self._by_setting.items():
            chips.set_value(getattr(self._computer.settings, setting))

    def _chosen(self, setting: str, value: object) -> None:
        self._computer.change(**{setting: value})
        self.appearance_changed.emit()
