"""The sentences above the chart: one card a measure, with its numbers one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.flow import EqualLayout
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import Card, clear_layout, label
from journal.ui.kit.wrap_button import WrapButton

if TYPE_CHECKING:
    from journal.insights.plain import Card as Words

_READS_WELL, _NARROWEST_LINK = 230, 100


class TrendCard(Card):
    """A measure's name, what it does in plain words, and a link that shows the numbers in the clinical voice."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(spacing=4)
        self.body.setContentsMargins(16, 16, 16, 8)  # the link below has room of its own
        self._texts = texts
        self.title = label(role="strong", wrap=True)
        self.sentence = label(wrap=True)
        self.link = _Link(self._toggle)
        self.numbers = QWidget()
        self._lines = QVBoxLayout(self.numbers)
        self._lines.setContentsMargins(0, 4, 0, 0)
        self._lines.setSpacing(6)
        self.numbers.hide()
        for widget in (self.title, self.sentence, self.numbers, self.link):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_words(self, card: Words) -> None:
        """Show a measure; numbers that are open stay open."""
        self.title.setText(card.title)
        self.sentence.setText(card.text)
        clear_layout(self._lines)
        for number in card.numbers:
            line = label(number, "quiet", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(line)
        self._name_link()

    def shows_numbers(self) -> bool:
        """Whether the numbers are open."""
        return not self.numbers.isHidden()

    def _toggle(self) -> None:
        self.numbers.setVisible(self.numbers.isHidden())
        self._name_link()

    def _name_link(self) -> None:
        words = self._texts("Hide the numbers") if self.shows_numbers() else self._texts("Show the numbers")
        self.link.set_words(words, self._texts("{title}: {words}", title=self.title.text(), words=words))


class TrendCards(QWidget):
    """The cards side by side, as many as fit."""

    def __init__(self, texts: Texts, count: int) -> None:
        super().__init__()
        flow = EqualLayout(self, 14)
        self.cards = [TrendCard(texts) for _ in range(count)]
        for card in self.cards:
            flow.addWidget(card)

    def set_room(self, width: int) -> None:
        """Stand side by side as long as each has the width it reads well in; one may be as narrow as the room."""
        for card in self.cards:
            card.setMinimumWidth(min(theme().px(_READS_WELL), width))

    def show_words(self, cards: Sequence[Words]) -> None:
        """Show the measures in their order."""
        for card, words in zip(self.cards, cards, strict=True):
            card.show_words(words)


class _Link(WrapButton):
    """Underlined words, flush with the sentence above them."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__("")
        body = self.layout()
        assert body is not None
        body.setContentsMargins(0, 8, 0, 8)
        underlined = QFont()
        underlined.setUnderline(True)
        self._words.setFont(underlined)
        self._words.setProperty("role", "quiet")
        self.clicked.connect(lambda _checked=False: on_click())

    def set_words(self, words: str, name: str) -> None:
        """What it says, and what a screen reader says."""
        self._words.setText(words)
        self.setAccessibleName(name)

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST_LINK, self.heightForWidth(max(self.width(), _NARROWEST_LINK)))

    def words(self) -> str:
        """What it says."""
        return self._words.text()
