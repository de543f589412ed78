"""What the words of a column stand for, asked one by one: nothing is answered before a person says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.core.plaintext import clean_name, folded, shortened
from journal.core.warning_words import sign_meant
from journal.exchange.mapped_units import NOT_KNOWN
from journal.exchange.mapped_words import scale_in
from journal.exchange.mapping import UNITS, Column, Meaning
from journal.exchange.proposed_words import proposed
from journal.texts import Texts
from journal.texts.names import PREPARATIONS
from journal.ui.importing.proposed_answers import Proposal
from journal.ui.kit.fields import Choice
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import label, quiet_label

MOST_ASKED = 12  # words of one column
_BESIDE_FROM, _WORDS_WIDTH = 420, 260  # px at 100 %
_STEPS, _LONGEST = 11, 40
Options = list[tuple[object, str]]


class Known(NamedTuple):
    """Names that a word may stand for; what the warning signs are called, by code."""

    symptoms: Sequence[str]
    units: Sequence[str]
    signs: Mapping[str, str]


def named_line(words: str, field: Choice) -> SideBySide:
    """A field with its name in front of it; below it where there is little room."""
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    line = SideBySide(_BESIDE_FROM, 4)
    line.add(label(words), width=_WORDS_WIDTH)
    line.add(field, 1)
    return line


class WordChoices(QWidget):
    """One line for each word, with how often it is there; ``changed`` says that an answer was given.

    ``whole``: words that stand alone in place of an amount, so that no unit can be meant.
    """

    changed = Signal()

    def __init__(
        self, texts: Texts, column: Column, words: Mapping[str, int], known: Known, whole: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._kept, self._meaning, self._scale = dict(column.words), column.meaning, column.scale
        self.choices: dict[str, Choice] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        before = {folded(word): meant for word, meant in column.words}
        for word, count in list(words.items())[:MOST_ASKED]:
            options = _of_no_amount(texts, word) if word in whole else _options(texts, column, word, known)
            choice = Choice(texts("What “{word}” stands for", word=word), options)
            choice.setMinimumContentsLength(14)
            choice.set_value(before.get(folded(word), _sign(column, word, known)))
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self.choices[word] = choice
            shown = clean_name(shortened(word, _LONGEST))
            word_and_times = texts.plural("“{word}”, {n} time", "“{word}”, {n} times", count, word=shown)
            lines.addWidget(named_line(word_and_times, choice))
        more = len(words) - MOST_ASKED
        if more > 0:
            lines.addWidget(quiet_label(texts.plural("and {n} more word", "and {n} more words", more)))

    def value(self) -> tuple[tuple[str, str], ...]:
        """What was said, with what was said before of words that are not asked for."""
        asked = {folded(word) for word in self.choices}
        kept = {word: meant for word, meant in self._kept.items() if folded(word) not in asked}
        meanings = {word: choice.value() for word, choice in self.choices.items()}
        return tuple((kept | {word: meant for word, meant in meanings.items() if isinstance(meant, str)}).items())

    def proposals(self) -> list[Proposal]:
        """What the words that nobody has answered probably mean, where the field offers it."""
        likely = [(word, choice, proposed(self._meaning, word, self._scale)) for word, choice in self.choices.items()]
        return [
            Proposal(word, choice, meant)
            for word, choice, meant in likely
            if meant is not None and choice.value() is None and choice.findData(meant) >= 0
        ]


def _sign(column: Column, word: str, known: Known) -> str | None:
    """A word that means a warning sign is that sign, so that it is heard."""
    meant = sign_meant(word) if column.meaning is Meaning.SYMPTOM else None
    return None if meant is None else known.signs.get(meant)


def _options(texts: Texts, column: Column, word: str, known: Known) -> Options:
    match column.meaning:
        case Meaning.TIME:
            times = [f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30)]
            return [(None, texts("leave such rows out")), *((time, time) for time in times)]
        case Meaning.PREPARATION:
            ways = [(code, texts(words)) for code, words in PREPARATIONS.items()]
            return [(None, texts("keep it in the note")), *ways]
        case Meaning.UNIT | Meaning.AMOUNT:
            own = [(unit, unit) for unit in known.units if unit not in UNITS]
            return [*_of_no_amount(texts, word), *((unit, texts(unit)) for unit in UNITS), *own]
        case Meaning.SYMPTOM:
            return [(None, texts("new: {name}", name=word)), *((name, name) for name in known.symptoms)]
    values = [(str(value), texts.integer(value)) for value in _values(column.scale)]
    return [(None, texts("leave it out")), ("", texts("no answer")), *values]


def _of_no_amount(texts: Texts, word: str) -> Options:
    unknown = (f"{NOT_KNOWN} {word}", texts("keep the dose, amount not known (the words in its note)"))
    return [(None, texts("leave such doses out")), unknown]


def _values(scale: str) -> list[int]:
    """What can be answered; of a long scale every tenth part."""
    low, high = scale_in(scale or "0-10").ends
    if high - low < _STEPS:
        return list(range(low, high + 1))
    return [low + round((high - low) * step / (_STEPS - 1)) for step in range(_STEPS)]
