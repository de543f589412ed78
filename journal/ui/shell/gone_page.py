"""What the window shows at the start where the journal is gone and its backups are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, label


class GonePage(Page):
    """It is no first start: the way back to a backup comes first, and a new journal can be started all the same.

    ``ways``: what is to be done for each of going back, looking again, opening another, a new one, leaving.
    """

    def __init__(self, texts: Texts, path: Path, ways: Sequence[Callable[[], object]]) -> None:
        super().__init__()
        back, again, other, new, leave = ways
        card = Card(24, 16)
        card.body.addWidget(label(texts("The journal is not where it was"), "title", wrap=True))
        why = texts(
            "There is no journal at {path}, but there are backups of it. Go back to one of them, or bring the file "
            "back and try again.",
            path=path,
        )
        self.words = label(why, wrap=True)
        self.words.setTextInteractionFlags(self.words.textInteractionFlags().TextSelectableByMouse)
        card.body.addWidget(self.words)
        self.back = primary_button(texts("Go back to a backup…"), "", back)
        self.again = button(texts("Try again"), again)
        self.new = button(texts("Start a new journal"), new)
        other_way = button(texts("Open another journal…"), other)
        card.body.addWidget(flowing(self.back, self.again, other_way, self.new, plain_button(texts("Quit"), leave)))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.back
