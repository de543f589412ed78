"""A list in its card, and beside it a narrower card with the details or the form of what is chosen there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journal.ui.kit.side_by_side import DETAILS_SHARE, SideBySide
from journal.ui.kit.widgets import Card


class ListBesideDetails(SideBySide):
    """``listed`` stand below each other in the first card, the first of them as high as there is room."""

    def __init__(self, listed: tuple[QWidget, ...], details: QWidget, width: int) -> None:
        """``width`` of the details: px at 100 %."""
        super().__init__()
        self.list_card, self.details_card = Card(margin=8), Card(margin=1, spacing=0)
        for number, widget in enumerate(listed):
            self.list_card.body.addWidget(widget, 0 if number else 1)
        self.details_card.body.addWidget(details)
        self.add(self.list_card, 1, below=1)
        self.add(self.details_card, width=width, share=DETAILS_SHARE)
