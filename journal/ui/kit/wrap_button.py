"""A button whose words wrap, for titles and sentences of any length."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import label, set_role


class WrapButton(EnterButton):
    """One item of a list: a title or sentence and, smaller, where it stands. ``role`` is the look of the title."""

    def __init__(self, text: str, detail: str = "", checkable: bool = False, role: str = "body") -> None:
        super().__init__()
        self.setProperty("role", "place")
        self.setAutoDefault(False)
        self.setCheckable(checkable)
        self.setAccessibleName(", ".join(filter(None, (text, detail))))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = label(text, role, wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(10, 8, 10, 8)
        body.setSpacing(2)
        body.addWidget(self._words)
        if detail:
            body.addWidget(label(detail, "small", wrap=True))
        self.toggled.connect(lambda on: set_role(self._words, "place_chosen" if on else role))

    def say(self, words: str) -> None:
        """Other words."""
        self._words.setText(words)
        self.setAccessibleName(words)

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        body = self.layout()
        assert body is not None
        return max(theme().px(34), body.totalHeightForWidth(width))

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.heightForWidth(max(self.width(), theme().px(200))))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme().px(34))
