"""Help: where the shortcuts, the licences and the words about the program are."""

from __future__ import annotations

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.settings.page import SettingsPage

_DIALOGS = (
    ("Manual", "manual_window"), ("Shortcuts", "shortcuts_dialog"), ("Licences", "licences_dialog"),
    ("About", "about_dialog"),
)  # fmt: skip


class HelpPage(SettingsPage):
    """The same dialogs as in the Help menu."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self.buttons = [
            button(texts(name), lambda dialog=dialog: self._open(dialog))  # type: ignore[misc]
            for name, dialog in _DIALOGS
        ]
        self.add_card(texts("Help"), flowing(*self.buttons))

    def _open(self, dialog: str) -> None:
        from PySide6.QtCore import Qt

        from journal.ui.shell import help as pages

        shown = getattr(pages, dialog)(self.texts, self.window())
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.open()
