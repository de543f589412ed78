"""Report: the country, and the paper that is usual there or that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from journal.core.plaintext import folded
from journal.core.preferences import PAPERS, paper_of, setting_for
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import Choice
from journal.ui.kit.widgets import ChipRow, label
from journal.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from journal.ui.shell.computer import Computer

# Qt's list of countries also knows groups of them.
_NO_COUNTRIES = ("EU", "QO")
_PAPER_NAMES = {"a4": "A4", "letter": "Letter"}


def countries() -> list[tuple[str, str]]:
    """ISO 3166 codes and English names, in the order of the names."""
    found = {QLocale.territoryToCode(each): QLocale.territoryToString(each) for each in QLocale.Country}
    usual = [(code, name) for code, name in found.items() if len(code) == 2 and code not in _NO_COUNTRIES]
    return sorted(usual, key=lambda each: folded(each[1]))


class ReportPage(SettingsPage):
    """The country belongs to this computer, the paper to the journal."""

    country_changed = Signal(str)

    def __init__(self, bridge: Bridge, computer: Computer) -> None:
        super().__init__(bridge.texts)
        self._bridge, self._computer = bridge, computer
        none: tuple[object, str] = ("", self.texts("Not said"))
        self.country = Choice(self.texts("Country"), [none, *countries()])
        self.country.set_value(computer.settings.country.upper())
        self.country.currentIndexChanged.connect(lambda _number: self._country_chosen())
        self.paper = ChipRow(self.texts("Paper"), [(each, self._name(each)) for each in PAPERS])
        self.paper.setEnabled(bridge.can_write)
        self.paper.changed.connect(self._paper_chosen)
        self.usual = label(role="quiet", wrap=True)
        self.add_card(
            self.texts("Country"),
            self.country,
            self.say(self.texts("For the emergency number, the help lines and the paper. It stays on this computer.")),
        )
        self.add_card(self.texts("Paper of reports"), self.paper, self.usual)
        self.refresh()

    def refresh(self) -> None:
        self.paper.set_value(self._bridge.logbook.preferences.paper)
        country = self._computer.settings.country
        said = "Automatic is {paper} for this country." if country else "Automatic is {paper} while no country is said."
        self.usual.setText(self.texts(said, paper=_PAPER_NAMES[paper_of("auto", country)]))

    def _name(self, paper: str) -> str:
        return _PAPER_NAMES.get(paper) or self.texts("Automatic")

    def _country_chosen(self) -> None:
        code = str(self.country.value())
        self._computer.change(country=code)
        self.refresh()
        self.country_changed.emit(code)

    def _paper_chosen(self, paper: object) -> None:
        self._bridge.attempt(lambda: self._bridge.logbook.save(setting_for("paper", str(paper))), self.message)
        self.refresh()
