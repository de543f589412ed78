"""Report: the paper that is usual in the country, or that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.preferences import PAPERS, paper_of, setting_for
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.widgets import label
from journal.ui.settings.country_field import name_of
from journal.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from journal.ui.kit.computer import Computer

_PAPER_NAMES = {"a4": "A4", "letter": "Letter"}


class ReportPage(SettingsPage):
    """The paper belongs to the journal; the country, from which it may follow, to this computer."""

    def __init__(self, bridge: Bridge, computer: Computer) -> None:
        super().__init__(bridge.texts)
        self._bridge, self._computer = bridge, computer
        self.paper = ChipRow(self.texts("Paper"), [(paper, self._name(paper)) for paper in PAPERS])
        self.paper.setEnabled(bridge.can_write)
        self.paper.changed.connect(self._paper_chosen)
        self.usual = label(role="quiet", wrap=True)
        self.add_card(self.texts("Paper of reports"), self.paper, self.usual)
        self.refresh()

    def refresh(self) -> None:
        self.paper.set_value(self._bridge.logbook.preferences.paper)
        country = self._computer.settings.country
        paper, name = _PAPER_NAMES[paper_of("auto", country)], name_of(country)
        self.usual.setText(
            self.texts("Automatic is {paper} for {country}. The country is chosen under Help lines.",
                       paper=paper, country=name)
            if name
            else self.texts("Automatic is {paper} while no country is chosen under Help lines.", paper=paper)
        )  # fmt: skip

    def _name(self, paper: str) -> str:
        return _PAPER_NAMES.get(paper) or self.texts("Automatic")

    def _paper_chosen(self, paper: object) -> None:
        self._bridge.attempt(lambda: self._bridge.logbook.save(setting_for("paper", str(paper))), self.message)
        self.refresh()
