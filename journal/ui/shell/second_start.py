"""A second start of the program: it asks the window that has the journal to come to the front, and ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject


class SecondStart(QObject):
    """Watches for the file that another start touches; then calls ``asked``."""

    def __init__(self, raise_file: Path, asked: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._raise_file, self._asked = raise_file, asked
        self._watcher = QFileSystemWatcher([str(raise_file.parent.absolute())], self)
        self._watcher.directoryChanged.connect(self._folder_changed)
        self._folder_changed()

    def _folder_changed(self) -> None:
        """The folder changes with every save; only the raise file means something."""
        if not self._raise_file.exists():
            return
        try:
            self._raise_file.unlink()
        except FileNotFoundError:
            return  # another event of the same touch took it away
        self._asked()


def bring_to_front(raise_file: Path) -> bool:
    """Ask the window that has the journal; False where it is none of this computer, or its folder is not ours."""
    try:
        raise_file.touch(mode=0o600)
    except OSError:
        return False
    return True
