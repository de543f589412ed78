"""What else must be said of a column once it is known what it is: the scale of a rating, and what its words mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.exchange.mapping import Column, Meaning
from journal.exchange.open_words import ASKED, are_whole_amounts, open_words
from journal.exchange.proposed_words import MOOD_SCALE, are_moods
from journal.exchange.short_scales import span_of
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.importing.word_choices import Known, WordChoices, named_line
from journal.ui.kit.fields import Choice
from journal.ui.kit.widgets import clear_layout, label, quiet_label

_SCALES = (
    ("", marked("from 0 to 10, best and worst not said")),
    ("0-10 best", marked("from 0 to 10, 10 is the best")),
    ("0-10 worst", marked("from 0 to 10, 10 is the worst (most of it)")),
    ("1-10 best", marked("from 1 to 10, 10 is the best")),
    ("1-10 worst", marked("from 1 to 10, 10 is the worst (most of it)")),
    ("1-5 best", marked("from 1 to 5, 5 is the best")),
    ("1-5 worst", marked("from 1 to 5, 5 is the worst (most of it)")),
    ("0-5 best", marked("from 0 to 5, 5 is the best")),
    ("0-5 worst", marked("from 0 to 5, 5 is the worst (most of it)")),
    ("0-4 best", marked("from 0 to 4, 4 is the best")),
    ("0-4 worst", marked("from 0 to 4, 4 is the worst (most of it)")),
    ("1-3 best", marked("from 1 to 3, 3 is the best")),
    ("1-3 worst", marked("from 1 to 3, 3 is the worst (most of it)")),
    ("0-3 best", marked("from 0 to 3, 3 is the best")),
    ("0-3 worst", marked("from 0 to 3, 3 is the worst (most of it)")),
    ("0-100 best", marked("from 0 to 100, 100 is the best")),
    ("0-100 worst", marked("from 0 to 100, 100 is the worst (most of it)")),
)


class ColumnAnswers(QWidget):
    """Asks for what the column needs; ``changed`` says that an answer was given."""

    changed = Signal()

    def __init__(
        self, texts: Texts, name: str, kept: Column, cells: Callable[[], Sequence[str]], known: Known, decimal: str
    ) -> None:
        super().__init__()
        self._texts, self._name, self._kept = texts, name, kept
        self._cells, self._known, self._decimal = cells, known, decimal
        self._meaning: Meaning | None = None
        self._asked: tuple[Meaning | None, str] | None = None
        self.scale: Choice | None = None
        self.words: WordChoices | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(16, 0, 0, 8)
        self._lines.setSpacing(4)
        self.hide()

    def ask(self, column: Column) -> None:
        """Show what such a column needs; what was said stays said while it is the same."""
        if self._meaning is not column.meaning:
            self._begin(column.meaning)
        scale = self._scale() if column.meaning is Meaning.RATING else ""
        if column.meaning in ASKED and self._asked != (column.meaning, scale):
            self._asked = (column.meaning, scale)
            self._ask_words(replace(column, scale=scale, words=self._said()))
        self.setVisible(self.scale is not None or bool(self.words and self.words.choices))

    def _begin(self, meaning: Meaning | None) -> None:
        """Anew for another meaning; what was kept is of the one that was kept."""
        clear_layout(self._lines)
        self.scale = self.words = self._asked = None
        self._meaning = meaning
        if meaning is Meaning.RATING:
            likely = MOOD_SCALE if are_moods(self._cells()) else ""  # its words have no numbers yet
            self._ask_scale(self._kept.scale if self._kept.meaning is meaning else likely)

    def _said(self) -> tuple[tuple[str, str], ...]:
        if self.words is not None:
            return self.words.value()
        return self._kept.words if self._kept.meaning in (self._meaning, None) else ()

    def completed(self, column: Column) -> Column:
        """The column with what was said here."""
        self.ask(column)
        return replace(column, words=self._said(), scale=self._scale())

    def _scale(self) -> str:
        return "" if self.scale is None else str(self.scale.value())

    def _ask_scale(self, scale: str) -> None:
        choices: list[tuple[object, str]] = [(key, self._texts(words)) for key, words in _SCALES]
        if scale not in [key for key, _ in _SCALES]:
            choices.append((scale, scale))
        self.scale = Choice(self._texts("Scale of “{name}”", name=self._name), choices)
        self.scale.setMinimumContentsLength(14)
        self.scale.set_value(scale)
        self.scale.currentIndexChanged.connect(lambda _index: self.changed.emit())
        span = span_of(self._cells())
        if span is not None:
            low, high = self._texts.integer(span.low), self._texts.integer(span.high)
            words = self._texts("Its numbers run from {low} to {high} in the first rows.", low=low, high=high)
            self._lines.addWidget(quiet_label(words, wrap=True))
        self._lines.addWidget(named_line(self._texts("Its scale is"), self.scale))

    def _ask_words(self, column: Column) -> None:
        known = self._known.symptoms if column.meaning is Meaning.SYMPTOM else self._known.units
        words = open_words(column, self._cells(), known, self._decimal)
        if self.words is not None:
            self._lines.removeWidget(self.words)
            self.words.hide()
            self.words.deleteLater()
        elif words:
            self._lines.addWidget(label(self._texts("Words of “{name}”", name=self._name), "strong", wrap=True))
        whole = are_whole_amounts(self._cells(), words) if column.meaning is Meaning.AMOUNT else set()
        self.words = WordChoices(self._texts, column, words, self._known, whole)
        self.words.changed.connect(self.changed)
        self._lines.addWidget(self.words)
