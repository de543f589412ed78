"""One page of guidance: its sentences with numbered marks, and the chosen source below the sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.guidance import Bullets, Heading, Page, Paragraph, Source, Statement
from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.print_place import PrintPlace
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import appearance
from journal.ui.kit.widgets import hairline, label
from journal.ui.safety.on_this_page import OnThisPage
from journal.ui.safety.open_source import OpenSource
from journal.ui.safety.prose import Prose, Sentence, reading_width
from journal.ui.safety.sources_view import SourceList

# Paragraphs that are made in one turn. A long page at once would hold up keys and mouse for a tenth of a second.
_AT_ONCE = 8
_WORDS_A_MINUTE = 200
_CLAIMS = "claims-checked"  # the page that holds claims against what was read
# px at 100 %: from this width on the headings stand beside the page.
_BESIDE_FROM, _HEADINGS_WIDTH = 700, 130


class PageView(PrintPlace):
    """Shows a page; ``revealed`` asks for something to be scrolled into sight, ``print_wanted`` for a printer.

    What is below its first paragraphs is added after it is painted, or at once by ``complete()``. ``following`` is the
    page that comes next, ``next_wanted`` with its code when it is asked for. ``below_title`` stands there.
    """

    revealed = Signal(object)  # QWidget
    print_wanted = Signal()
    next_wanted = Signal(str)

    def __init__(
        self,
        texts: Texts,
        page: Page,
        sources: Mapping[str, Source],
        today: dt.date,
        following: Page | None = None,
        below_title: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._texts, self.page, self._sources = texts, page, sources
        self._numbers, self._verdicts = numbered(page), verdicts(page)
        self.paragraphs: list[tuple[Paragraph, Prose]] = []
        self.headings: dict[str, QLabel] = {}
        self.source = OpenSource(texts, sources, self._numbers, self.revealed.emit)
        self.message = InlineMessage()
        self._reading = QWidget()
        self._column = QVBoxLayout(self._reading)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.message)
        if page.overdue(today):
            self._column.addWidget(self._overdue())
        self._column.addStretch(1)
        self.on_this_page = OnThisPage(texts, [block.text for block in page.blocks if isinstance(block, Heading)])
        self.on_this_page.chosen.connect(self._show_heading)
        self._lay_out(following, below_title)
        appearance().changed.connect(self._fit_column)
        self._fit_column()
        self._left = list(_pieces(page))
        self._go_on()

    def _lay_out(self, following: Page | None, below_title: QWidget | None) -> None:
        beside = SideBySide(_BESIDE_FROM, 24)
        beside.add(_at_the_left(self._reading), 1)
        beside.add(self.on_this_page, width=_HEADINGS_WIDTH)
        beside.turned.connect(lambda narrow: self.on_this_page.setVisible(not narrow))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._head())
        if below_title is not None:
            body.addWidget(below_title)
        body.addWidget(beside, 1)
        body.addWidget(hairline())
        body.addWidget(self._foot(following))
        body.addWidget(self._source_list())

    def _fit_column(self) -> None:
        self._reading.setMaximumWidth(reading_width())

    # --- around the text ---

    def _head(self) -> QWidget:
        self.print_button = plain_button(self._texts("Print…"), self.print_wanted.emit)
        title = label(self.page.title, "title", wrap=True)
        line = SideBySide(320, 8)
        line.add(title, 1)
        line.add(flowing(self.print_button))
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(line)
        body.addWidget(label(self._state(), "small", wrap=True))
        return holder

    def _state(self) -> str:
        texts, day = self._texts, self._texts.short_day
        words = sum(len(statement.text.split()) for statement in self.page.statements())
        minutes = texts.plural("{n} minute", "{n} minutes", max(1, round(words / _WORDS_A_MINUTE)))
        sentence = "Reviewed {day} · next review by {due} · {minutes}"
        return texts(sentence, day=day(self.page.reviewed), due=day(self.page.review_by), minutes=minutes)

    def _foot(self, following: Page | None) -> QWidget:
        self.sources_button = button(self._texts("Sources, {n}", n=len(self._numbers)))
        self.sources_button.setCheckable(True)
        self.sources_button.toggled.connect(self._show_sources)
        self.next_button = None
        if following is None:
            return flowing(self.sources_button)
        code = following.code
        next_words = self._texts("Next: {page}", page=following.title)
        self.next_button = plain_button(next_words, lambda: self.next_wanted.emit(code))
        return flowing(self.sources_button, self.next_button, far="last")

    def _source_list(self) -> QWidget:
        self.sources = SourceList(self._texts)
        self.sources.hide()
        return self.sources

    def _show_sources(self, on: bool) -> None:
        if on and not self.sources.items:
            for source, number in self._numbers.items():
                cited = self._sources[source]
                by_whom = cited.organisation if cited.year is None else f"{cited.organisation}, {cited.year}"
                self.sources.add(cited, by_whom, number)
        self.sources.setVisible(on)
        if on:
            self.revealed.emit(self.sources)

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

    def _add(self, piece: Heading | Paragraph, bullet: bool) -> None:
        if isinstance(piece, Heading):
            self._column.insertSpacing(self._column.count() - 1, 6)
            widget = self.headings[piece.text] = label(piece.text, "heading", wrap=True)
        elif verdict := self._verdicts.get(piece):
            self._column.insertSpacing(self._column.count() - 1, 6)  # a claim and its answer stand apart from the next
            widget = self._prose(piece, bullet, verdict)
        else:
            widget = self._prose(piece, bullet)
        self._column.insertWidget(self._column.count() - 1, widget)  # before the stretch
        widget.show()  # now, so that it is laid out together with the others

    def _prose(self, paragraph: Paragraph, bullet: bool, verdict: str = "") -> Prose:
        sentences = [Sentence(statement.text, self.source.marks(statement)) for statement in paragraph.statements]
        if verdict:  # the claim, and below it the verdict, why, and the sources
            claim, *why = sentences
            sentences = [replace(claim, strong=True, own_line=True), Sentence(f"{verdict}.", strong=True), *why]
        made = Prose(sentences, bullet=bullet, reading=True)
        made.chosen.connect(self.source.choose)
        self.paragraphs.append((paragraph, made))
        return made

    def _show_heading(self, text: str) -> None:
        self.complete()
        self.revealed.emit(self.headings[text])

    def reveal(self, statement: Statement) -> None:
        """Scroll to the paragraph of a statement and put the keyboard on its first mark."""
        self.complete()
        for paragraph, prose in self.paragraphs:
            if statement in paragraph.statements:
                if prose.marks:
                    prose.marks[0].setFocus(Qt.FocusReason.OtherFocusReason)
                self.revealed.emit(prose)
                return


def _at_the_left(column: QWidget) -> QWidget:
    """A layout would put a column that is narrower than its place into the middle."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(column, 1000)
    line.addStretch(1)
    return holder


def _pieces(page: Page) -> Iterator[tuple[Heading | Paragraph, bool]]:
    """Its headings and paragraphs from top to bottom, and whether each is an item of a list."""
    for block in page.blocks:
        if isinstance(block, Bullets):
            yield from ((item, True) for item in block.items)
        else:
            yield block, False


def verdicts(page: Page) -> dict[Paragraph, str]:
    """The claims of the page that checks some, each with the heading that it stands under: a claim states no fact."""
    verdict_of: dict[Paragraph, str] = {}
    heading = ""
    for block in page.blocks if page.code == _CLAIMS else ():
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Bullets):
            verdict_of |= {
                item: heading for item in block.items if len(item.statements) > 1 and not item.statements[0].sources
            }
    return verdict_of


def numbered(page: Page) -> dict[str, int]:
    """The page's sources, numbered from 1 in the order in which they are first named."""
    named = dict.fromkeys(source for statement in page.statements() for source in statement.sources)
    return {source: number for number, source in enumerate(named, 1)}
