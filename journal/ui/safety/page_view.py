"""One page of guidance: its sentences with numbered marks, and the chosen source below the sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.guidance import Bullets, Heading, Page, Paragraph, Source, Statement
from journal.texts import Texts
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.widgets import hairline, label, quiet_label
from journal.ui.safety.prose import MarkButton, Prose, Sentence, SourceMark
from journal.ui.safety.source_card import SourceCard, source_name

# Paragraphs that are made in one turn. A long page at once would hold up keys and mouse for a tenth of a second.
_AT_ONCE = 8


class PageView(QWidget):
    """Shows a page; ``revealed`` asks for something to be scrolled into sight.

    What is below its first paragraphs is added after it is painted, or at once by ``complete()``.
    """

    revealed = Signal(object)  # QWidget

    def __init__(self, texts: Texts, page: Page, sources: Mapping[str, Source], today: dt.date) -> None:
        super().__init__()
        self._texts, self.page, self._sources = texts, page, sources
        self._numbers = numbered(page)
        self.paragraphs: list[tuple[Paragraph, Prose]] = []
        self._mark: MarkButton | None = None
        self.card: SourceCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(page.title, "heading", wrap=True))
        self._column.addWidget(quiet_label(page.summary, wrap=True))
        if page.overdue(today):
            self._column.addWidget(self._overdue())
        self._column.addWidget(hairline())
        self._column.addStretch(1)
        self._left = list(_pieces(page))
        self._go_on()

    def _go_on(self) -> None:
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for piece, bullet in now:
            self._add(piece, bullet)
        if self._left:
            once_painted(self, self._go_on)

    def complete(self) -> None:
        """Have all of the page now."""
        while self._left:
            self._go_on()

    def _overdue(self) -> QFrame:
        words = self._texts(
            "This page was last reviewed on {day} and should have been reviewed again by {due}. Some of it may be out"
            " of date.",
            day=self._texts.short_day(self.page.reviewed), due=self._texts.short_day(self.page.review_by),
        )  # fmt: skip
        frame = QFrame()
        frame.setProperty("role", "info")
        body = QVBoxLayout(frame)
        body.setContentsMargins(12, 8, 12, 8)
        body.addWidget(label(words, wrap=True))
        return frame

    # --- blocks ---

    def _add(self, piece: Heading | Paragraph, bullet: bool) -> None:
        if isinstance(piece, Heading):
            self._column.insertSpacing(self._column.count() - 1, 6)
            widget: QWidget = label(piece.text, "strong", wrap=True)
        else:
            widget = self._prose(piece, bullet)
        self._column.insertWidget(self._column.count() - 1, widget)  # before the stretch
        widget.show()  # now, so that it is laid out together with the others

    def _prose(self, paragraph: Paragraph, bullet: bool) -> Prose:
        made = Prose(
            [Sentence(statement.text, self._marks(statement)) for statement in paragraph.statements], bullet=bullet
        )
        made.chosen.connect(self.choose)
        self.paragraphs.append((paragraph, made))
        return made

    def _marks(self, statement: Statement) -> tuple[SourceMark, ...]:
        return tuple(
            SourceMark(number, source, self._texts("Source {n}: {source}", n=number, source=self._name_of(source)))
            for source in statement.sources
            if (number := self._numbers[source])
        )

    def _name_of(self, source: str) -> str:
        return source_name(self._texts, self._sources[source])

    # --- a source ---

    def choose(self, mark: MarkButton) -> None:
        """Show the source of a mark below its paragraph; the same mark again takes it away."""
        again = mark is self._mark
        self.close_source()
        if again:
            return
        self._mark = mark
        self.card = SourceCard(self._texts, self._sources[mark.mark.source], mark.mark.number)
        self.card.closed.connect(self.close_source)
        self._column.insertWidget(self._place_of(mark) + 1, self.card)
        self.card.show()
        self.card.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.tell()
        self.revealed.emit(self.card)

    def _place_of(self, mark: MarkButton) -> int:
        widget: QWidget | None = mark
        while widget is not None and self._column.indexOf(widget) < 0:
            widget = widget.parentWidget()
        assert widget is not None
        return self._column.indexOf(widget)

    def close_source(self) -> None:
        """Take the source away; the keyboard is where it was before."""
        if self.card is None or self._mark is None:
            return
        self._mark.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(self.card)
        self.card.hide()
        self.card.deleteLater()
        self.card = self._mark = None

    def reveal(self, statement: Statement) -> None:
        """Scroll to the paragraph of a statement and put the keyboard on its first mark."""
        self.complete()
        for paragraph, prose in self.paragraphs:
            if statement in paragraph.statements:
                if prose.marks:
                    prose.marks[0].setFocus(Qt.FocusReason.OtherFocusReason)
                self.revealed.emit(prose)
                return


def _pieces(page: Page) -> Iterator[tuple[Heading | Paragraph, bool]]:
    """Its headings and paragraphs from top to bottom, and whether each is an item of a list."""
    for block in page.blocks:
        if isinstance(block, Bullets):
            yield from ((item, True) for item in block.items)
        else:
            yield block, False


def numbered(page: Page) -> dict[str, int]:
    """The page's sources, numbered from 1 in the order in which they are first named."""
    named = dict.fromkeys(source for statement in page.statements() for source in statement.sources)
    return {source: number for number, source in enumerate(named, 1)}
