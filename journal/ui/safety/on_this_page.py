"""The headings of a page beside it; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.widgets import label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.page_list import in_line_with_items

# A page with fewer headings is seen at once.
_WORTH_LISTING = 2


class OnThisPage(QWidget):
    """Quiet links, one for each heading; ``chosen`` with its text."""

    chosen = Signal(str)

    def __init__(self, texts: Texts, headings: Sequence[str]) -> None:
        super().__init__()
        self.items: dict[str, WrapButton] = {}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        if len(headings) >= _WORTH_LISTING:
            body.addLayout(in_line_with_items(label(texts("On this page"), "small", wrap=True)))
            for heading in headings:
                body.addWidget(self._item(heading))
        body.addStretch(1)

    def _item(self, heading: str) -> WrapButton:
        item = self.items[heading] = WrapButton(heading, role="small")
        item.clicked.connect(lambda _checked=False: self.chosen.emit(heading))
        return item
