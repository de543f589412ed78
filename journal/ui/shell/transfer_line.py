"""The line above the screens that backs up, imports and exports: made when first needed, gone with its journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from journal.ui.kit.computer import Computer
from journal.ui.shell.whom_to_call import whom_to_call

if TYPE_CHECKING:
    from journal.ui.kit.bridge import Bridge
    from journal.ui.shell.transfer import Transfer


class TransferLine:
    """Of the journal that is shown; ``add`` gives it its place."""

    def __init__(self, window: QMainWindow, computer: Computer, add: Callable[[QWidget], object]) -> None:
        self._window, self._computer, self._add = window, computer, add
        self.made: Transfer | None = None

    def of(self, bridge: Bridge) -> Transfer:
        """The one of this journal."""
        from journal.ui.shell.transfer import Transfer

        if self.made is None:
            self.made = Transfer(self._window, bridge, partial(whom_to_call, self._computer), self._computer)
            self._add(self.made)
        return self.made

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self.made is not None and self.made.busy

    def leave_journal(self) -> None:
        """Another journal, or none, is shown."""
        if self.made is not None:
            self.made.deleteLater()
        self.made = None
