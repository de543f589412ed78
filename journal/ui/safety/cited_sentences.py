"""Sentences with the marks of their sources; the source of a mark opens below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from journal.guidance import Country, Source, Statement
from journal.guidance.signs_in_words import number_in
from journal.texts import Texts
from journal.ui.safety.open_source import OpenSource
from journal.ui.safety.prose import Prose, Sentence


class CitedSentences:
    """Makes the sentences of one view; ``numbers`` are those of its sources, ``reveal`` brings a source into sight."""

    def __init__(
        self,
        texts: Texts,
        sources: Mapping[str, Source],
        numbers: Mapping[str, int],
        country: Country,
        reveal: Callable[[QWidget], None],
    ) -> None:
        self._number = number_in(texts, country)
        self.source = OpenSource(texts, sources, numbers, reveal)

    def prose(self, sentences: Sequence[Statement]) -> Prose:
        """These sentences in a row, the emergency number in its place."""
        made = Prose(
            [Sentence(sentence.text.format(number=self._number), self.source.marks(sentence)) for sentence in sentences]
        )
        made.chosen.connect(self.source.choose)
        return made
