"""Questions: what Today asks by itself."""

from __future__ import annotations

from functools import partial

from journal.core.preferences import setting_for
from journal.texts.marked import marked
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tick_box import TickBox
from journal.ui.settings.page import SettingsPage

_QUESTIONS = marked({
    "ask_now": (
        "Ask now and then how it is",
        ("A quiet card on Today with one row of digits, at times of its own, after a dose or not. It asks about the "
        "main symptom and, as often, about drowsiness. It can be skipped and goes away by itself."),
    ),
    "ask_weekly": (
        "Offer the weekly check-in",
        ("Three questions about the past week, once in seven days: pain, enjoyment of life and general activity "
        "(PEG, by Krebs and colleagues, 2009). Each can be skipped."),
    ),
    "ask_mood": (
        "Offer the questions about mood and worry",
        ("PHQ-2 and GAD-2, two short questions each, in the check-in. They are private unless you say otherwise. "
        "A score is no diagnosis."),
    ),
})  # fmt: skip


class QuestionsPage(SettingsPage):
    """Each is a setting of the journal that can be undone."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge.texts)
        self._bridge = bridge
        self.ticks: dict[str, TickBox] = {}
        for key, (words, explained) in _QUESTIONS.items():
            tick = self.ticks[key] = TickBox(self.texts(words))
            tick.setEnabled(bridge.can_write)
            tick.toggled.connect(partial(self._chosen, key))
            self.add_card(self.texts(words), tick, self.say(self.texts(explained)))
        self.refresh()

    def refresh(self) -> None:
        preferences = self._bridge.logbook.preferences
        for key, tick in self.ticks.items():
            tick.tick(bool(getattr(preferences, key)))

    def _chosen(self, key: str, wanted: bool) -> None:
        if wanted != getattr(self._bridge.logbook.preferences, key):
            self._bridge.attempt(lambda: self._bridge.logbook.save(setting_for(key, wanted)), self.message)
            self.refresh()
