"""Appearance: colours, text size and contrast of this computer, and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.theme import TEXT_SIZES
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
        self._by_setting: dict[str, ChipRow] = {
            "colour_scheme": self.colours,
            "text_size": self.text_size,
            "high_contrast": self.contrast,
        }
        for setting, chips in self._by_setting.items():
            chips.changed.connect(lambda value, setting=setting: self._chosen(setting, value))
        self.add_card(texts("Colours"), self.colours)
        self.add_card(texts("Text size"), self.text_size)
        self.add_card(texts("Contrast"), self.contrast)
        self.add_card(texts("Language"), self.say(texts("English. The program speaks no other language yet.")))
        self.refresh()

    def refresh(self) -> None:
        for setting, chips in self._by_setting.items():
            chips.set_value(getattr(self._computer.settings, setting))

    def _chosen(self, setting: str, value: object) -> None:
        self._computer.change(**{setting: value})
        self.appearance_changed.emit()
