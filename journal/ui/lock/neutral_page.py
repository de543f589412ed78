"""What is seen of a window that was hidden at once: nothing of what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.called_by_qt import called_by_qt


class NeutralPage(QWidget):
    """Covers ``window`` whatever its size; a button and keys lead back, or to the emergency numbers."""

    def __init__(
        self, texts: Texts, window: QWidget, keys: str, back: Callable[[], object],
        emergency_keys: tuple[str, ...], emergency: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.back = plain_button(texts("Continue"), back)
        body = QVBoxLayout(self)
        body.addStretch(1)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        for key, work in ((keys, back), *((emergency_key, emergency) for emergency_key in emergency_keys)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(work)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.window().rect())
        return False
