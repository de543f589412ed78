"""A file dropped onto the window is a file to import, or a journal to open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from journal.ui.kit.called_by_qt import called_by_qt


class FileDrop(QObject):
    """Takes one local file dropped anywhere onto a window, if ``ready`` says so of it, and hands it to ``dropped``."""

    def __init__(self, window: QWidget, ready: Callable[[Path], bool], dropped: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._ready, self._dropped = ready, dropped
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        file = one_file(event.mimeData())
        if file is None or not self._ready(file):
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._dropped(file)
        return True


def is_journal(file: Path) -> bool:
    """Whether a file is named as a journal is, which is opened and not imported."""
    return file.suffix.lower() == ".leaf"


def one_file(data: QMimeData) -> Path | None:
    """The one local file that is dragged; None for several, for folders' worth of links and for plain text."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
