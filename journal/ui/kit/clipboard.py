"""What is copied: text of the journal, which no clipboard history is to keep, and what anyone may know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from journal.ui.kit.alive import is_alive

_PUBLIC = "application/x-leaf-journal-public"
# How clipboard managers are asked to keep nothing: those of Linux desktops, of macOS, and the history of Windows.
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
SECRET = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"secret",
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format(name="CanUploadToCloudClipboard"): bytes(4),
}


def copy_public(text: str) -> None:
    """Copy what is not of the journal: a number to call, an address. It stays when the journal is locked."""
    data = QMimeData()
    data.setText(text)
    data.setData(_PUBLIC, b"1")
    QGuiApplication.clipboard().setMimeData(data)


class SecretCopies(QObject):
    """Whatever else is copied in the program, in any field or list, bears the hint; ``forget`` takes it back."""

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._mark)

    def _mark(self) -> None:
        copied = self._ours()
        if not is_alive(self) or copied is None or copied.hasFormat(next(iter(SECRET))):
            return
        marked = QMimeData()
        for name in copied.formats():
            marked.setData(name, copied.data(name))
        for name, value in SECRET.items():
            marked.setData(name, value)
        self._clipboard.setMimeData(marked)

    def _ours(self) -> QMimeData | None:
        """What was copied here, unless anyone may know it."""
        if not self._owns():
            return None
        copied: QMimeData | None = self._clipboard.mimeData()  # None where nothing is there
        return None if copied is None or not copied.formats() or copied.hasFormat(_PUBLIC) else copied

    def forget(self) -> None:
        """Empty the clipboard if it holds what was copied here; and what was marked with the mouse, on X11."""
        if self._ours() is not None:
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def stop(self) -> None:
        """The journal is let go."""
        self._clipboard.dataChanged.disconnect(self._mark)
        self.forget()
        self.deleteLater()
