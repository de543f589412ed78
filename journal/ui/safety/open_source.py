"""The source of a sentence, opened below it by its mark: one at a time in a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Source, Statement
from journal.texts import Texts
from journal.ui.kit.reading_order import insert_to_be_read
from journal.ui.safety.prose import MarkButton, SourceMark
from journal.ui.safety.source_card import SourceCard, source_name


class OpenSource:
    """``numbers`` are those of the sources of the view, ``reveal`` brings what is opened into sight."""

    def __init__(
        self,
        texts: Texts,
        sources: Mapping[str, Source],
        numbers: Mapping[str, int],
        reveal: Callable[[QWidget], None],
    ) -> None:
        self._texts, self._sources, self._numbers, self._reveal = texts, sources, numbers, reveal
        self._mark: MarkButton | None = None
        self.card: SourceCard | None = None

    def marks(self, statement: Statement) -> tuple[SourceMark, ...]:
        """The marks of a sentence: a number and, for a screen reader, the name of its source."""
        return tuple(map(self._mark_of, statement.sources))

    def _mark_of(self, source: str) -> SourceMark:
        number, name = self._numbers[source], source_name(self._texts, self._sources[source])
        return SourceMark(number, source, self._texts("Source {n}: {source}", n=number, source=name))

    def choose(self, mark: MarkButton) -> None:
        """Show the source of a mark below its sentences; the same mark again takes it away."""
        again = mark is self._mark
        self.close()
        if again:
            return
        self._mark = mark
        self.card = SourceCard(self._texts, self._sources[mark.mark.source], mark.mark.number)
        self.card.closed.connect(self.close)
        prose = mark.parentWidget()
        assert prose is not None
        holder = _holder_of(prose)
        insert_to_be_read(holder, holder.indexOf(prose) + 1, self.card)
        self.card.show()
        self.card.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.read_out()
        self._reveal(self.card)

    def close(self) -> None:
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
