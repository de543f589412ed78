"""Where the country is asked for beside what needs it, such as a crisis line without a number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import countries
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.fields import Choice
from journal.ui.kit.side_by_side import flowing


class AskCountry(QWidget):
    """Where the country is asked for beside what needs it; ``chosen`` comes with the button, not with every arrow key.

    It goes with the answer: a list that chose the first country under the keys would show the wrong numbers.
    """

    chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        named = [("", texts("Not chosen")), *((country.code, country.name) for country in countries())]
        self.countries = Choice(texts("Country"), named)
        self.countries.setMinimumContentsLength(max(len(name) for _, name in named))
        self.choose = button(texts("This is my country"), lambda: self.chosen.emit(str(self.countries.value())))
        self.choose.setEnabled(False)
        self.countries.currentIndexChanged.connect(lambda index: self.choose.setEnabled(index > 0))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(flowing(self.countries, self.choose))
