"""While this window asks for a journal's passphrase, a second start brings it to the front instead of asking, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook.windows import WindowMark
    from journal.ui.shell.second_start import SecondStart


class AskingWindow(QObject):
    """Marks it from ``begin`` to ``end``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._mark: WindowMark | None = None
        self._second_start: SecondStart | None = None

    def begin(self, journal: Path) -> None:
        """The page that asks is shown."""
        from journal.logbook import raise_file_of
        from journal.logbook.windows import asks_for
        from journal.ui.shell.second_start import SecondStart

        self.end()
        self._mark = asks_for(journal)
        self._second_start = SecondStart(raise_file_of(journal), self._window.come_to_front, self)

    def end(self) -> None:
        """The journal is open, or something else lies there."""
        if self._mark is not None:
            self._mark.release()
        if self._second_start is not None:
            self._second_start.deleteLater()
        self._mark = self._second_start = None
