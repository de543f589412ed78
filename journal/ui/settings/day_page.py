"""Your day: when a journal day begins."""

from __future__ import annotations

from journal.core.preferences import LATEST_DAY_START, setting_for
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.settings.page import SettingsPage


class DayPage(SettingsPage):
    """The preference is a setting of the journal; entries keep their own times whatever it is."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge.texts)
        self._bridge = bridge
        self.start = ChipRow(self.texts("Start of the day"))
        self.start.setEnabled(bridge.can_write)
        self.start.changed.connect(self._chosen)
        self.add_card(
            self.texts("A day begins at"),
            self.start,
            self.say(
                self.texts(
                    "What you write down after midnight and before this time counts to the day before. "
                    "Changing it changes no entry, only the day that entries are shown under."
                )
            ),
        )
        self.refresh()

    def refresh(self) -> None:
        chosen = self._bridge.logbook.preferences.day_start
        minutes = sorted({*range(0, LATEST_DAY_START + 1, 60), chosen})
        if self.start.value() != chosen:
            self.start.set_choices([(minute, self._time(minute)) for minute in minutes])
            self.start.set_value(chosen)

    def _time(self, minutes: int) -> str:
        return self.texts.time_of_day(minutes)

    def _chosen(self, minutes: object) -> None:
        assert isinstance(minutes, int)
        self._bridge.attempt(lambda: self._bridge.logbook.save(setting_for("day_start", minutes)), self.message)
        self.refresh()
