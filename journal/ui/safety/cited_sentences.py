"""Sentences with the marks of their sources; the source of a mark opens below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Country, Source, Statement
from journal.guidance.signs_in_words import number_in
from journal.texts import Texts
from journal.ui.safety.prose import MarkButton, Prose, Sentence, SourceMark
from journal.ui.safety.source_card import SourceCard, source_name


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
        self._texts, self._sources, self._numbers, self._reveal = texts, sources, numbers, reveal
        self._number = number_in(texts, country)
        self._mark: MarkButton | None = None
        self.card: SourceCard | None = None

    def prose(self, sentences: Sequence[Statement]) -> Prose:
        """These sentences in a row, the emergency number in its place."""
        made = Prose(
            [Sentence(sentence.text.format(number=self._number), self._marks(sentence)) for sentence in sentences]
        )
        made.chosen.connect(self.choose)
        return made

    def _marks(self, statement: Statement) -> tuple[SourceMark, ...]:
        return tuple(self._source_mark(source) for source in statement.sources)

    def _source_mark(self, source: str) -> SourceMark:
        number = self._numbers[source]
        name = source_name(self._texts, self._sources[source])
        return SourceMark(number, source, self._texts("Source {n}: {source}", n=number, source=name))

    def choose(self, mark: MarkButton) -> None:
        """Show the source of a mark below its sentences; the same mark again takes it away."""
        again = mark is self._mark
        self.close_source()
        if again:
            return
        self._mark = mark
        self.card = SourceCard(self._texts, self._sources[mark.mark.source], mark.mark.number)
        self.card.closed.connect(self.close_source)
        prose = mark.parentWidget()
        assert prose is not None
        holder = _holder_of(prose)
        holder.insertWidget(holder.indexOf(prose) + 1, self.card)
        self.card.show()
        self.card.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.read_out()
        self._reveal(self.card)

    def close_source(self) -> None:
        """Take the source away; the keyboard is where it was before."""
        if self.card is None or self._mark is None:
            return
        self._mark.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.hide()
        self.card.setParent(None)
        self.card.deleteLater()
        self.card = self._mark = None


def _holder_of(prose: QWidget) -> QVBoxLayout:
    parent = prose.parentWidget()
    holder = None if parent is None else parent.layout()
    assert isinstance(holder, QVBoxLayout)
    return holder
