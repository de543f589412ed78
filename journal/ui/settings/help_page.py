"""Help: where the shortcuts, the licences and the words about the program are."""

from __future__ import annotations

from PySide6.QtCore import Signal

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.side_by_side import flowing
from journal.ui.settings.page import SettingsPage


class HelpPage(SettingsPage):
    """The same dialogs as in the Help menu; the window shows them."""

    help_wanted = Signal(object)  # HelpTopic

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        names = {
            HelpTopic.MANUAL: texts("Manual"), HelpTopic.SHORTCUTS: texts("Shortcuts"),
            HelpTopic.FORMATS: texts("File formats"),
            HelpTopic.LICENCES: texts("Licences"), HelpTopic.CHANGES: texts("What changed"),
            HelpTopic.ABOUT: texts("About"),
        }  # fmt: skip
        self.buttons = {topic: button(name, lambda topic=topic: self._ask(topic)) for topic, name in names.items()}  # type: ignore[misc]
        self.add_card(texts("Help"), flowing(*self.buttons.values()))

    def _ask(self, topic: HelpTopic) -> None:
        self.help_wanted.emit(topic)
