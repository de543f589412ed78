"""The person's country: a list of all countries, without a default."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from journal.core.plaintext import folded
from journal.texts import Texts
from journal.ui.kit.fields import Choice

_LETTERS = 16  # that fit into the closed field, where there is room
# Qt's list of countries also knows groups of them.
_NO_COUNTRIES = ("EU", "QO")


class CountryField(Choice):
    """``picked`` with the ISO 3166 code, "" for none, when the person chose.

    The computer's language is no hint: many people use American English elsewhere, and a wrong emergency number is
    worse than none.
    """

    picked = Signal(str)

    def __init__(self, texts: Texts, code: str) -> None:
        none: tuple[object, str] = ("", texts("Not said"))
        super().__init__(texts("Country"), [none, *countries()])
        self.setMinimumContentsLength(_LETTERS)
        self.set_value(code.upper())
        self.currentIndexChanged.connect(lambda _number: self.picked.emit(str(self.value())))

    def show_country(self, code: str) -> None:
        """Show what was chosen elsewhere, without a signal."""
        self.blockSignals(True)
        self.set_value(code.upper())
        self.blockSignals(False)


def countries() -> list[tuple[str, str]]:
    """ISO 3166 codes and English names, in the order of the names."""
    by_code = {
        QLocale.territoryToCode(territory): QLocale.territoryToString(territory) for territory in QLocale.Country
    }
    usual = [(code, name) for code, name in by_code.items() if len(code) == 2 and code not in _NO_COUNTRIES]
    return sorted(usual, key=lambda pair: folded(pair[1]))


def name_of(code: str) -> str:
    """The English name of a country; "" for a code that is none."""
    return dict(countries()).get(code.upper(), "")
