"""The emergency card on paper: four fields of the size of a card, folded twice, so that one word is read outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from journal.reports.emergency_card import CardLine, EmergencyCard
from journal.reports.page_1_layout import MARGIN
from journal.reports.pen import HEADING, RULE, SMALL, TABLE, Pen, height_of, width_of
from journal.reports.pieces import HeadingPiece, Piece, TextPiece, on_pages
from journal.reports.printed import INK, Printed, paragraph, plain, strong, style
from journal.reports.tagged import Role, TaggedCanvas
from journal.texts import Texts

CARD: tuple[float, float] = (85.6 * mm, 54.0 * mm)  # a bank card
_PADDING = 8.0
_NAME_WIDTHS = (200.0, 120.0, 60.0)  # of one name as typed: the first that leaves all lines room
_LARGER = (2.0, 1.5, 1.0, 0.5)  # points above the smallest type: the most in which everything has room
_LINE = 1.6  # between the lines of a card
_HEAD = 52.0  # title and how to fold it
_MARK = 12.0  # a cut mark
_OUTSIDE = 14.0  # size of the type that is read outside


@dataclass(slots=True)
class _Shown:
    """Of the names of one line: how many stand on the card, how many may have their amount, how wide one may be."""

    names: int
    amounts: int
    wide: float

    def words(self, line: CardLine, number: int) -> str:
        """The name at this place; where it is too wide with its amount, that is left out, and then it is cut."""
        name = line.name(number, self.amounts)
        if width_of(name, SMALL) > self.wide:
            name = line.name(number, 0)
        return Printed().fitted(name, self.wide, SMALL)

    def lacks_an_amount(self, line: CardLine) -> bool:
        """Whether a name stands there without the amount that is known of it."""
        return any(
            line.names[number] != line.short[number]
            and (number >= self.amounts or width_of(line.names[number], SMALL) > self.wide)
            for number in range(min(self.names, len(line.short)))
        )


def _gives_up(shown: Sequence[_Shown]) -> bool:
    """The last amount of the line that has most, then the last name; whether there was anything to give up."""
    with_amounts = max(shown, key=lambda part: part.amounts)
    if with_amounts.amounts:
        with_amounts.amounts -= 1
        return True
    with_names = max(shown, key=lambda part: part.names)
    if with_names.names <= 1:
        return False
    with_names.names -= 1
    return True


class CardLayout:
    """Plans what has room before anything is drawn."""

    def __init__(
        self, card: EmergencyCard, size: tuple[float, float], printed: Printed, texts: Texts, not_shown: Sequence[str]
    ) -> None:
        self._card, self._size, self._printed, self._texts = card, size, printed, texts
        self._larger = 0.0
        self._larger = next((more for more in _LARGER if self._has_room(more)), 0.0)
        self._left, self._right = self._fitted(card.left, head=True), self._fitted(card.right, head=False)
        self._right += self._lines_to_write(self._right)
        self._width = size[0] - 2 * MARGIN
        self._top = size[1] - MARGIN
        self._pages = on_pages([_CardPiece(self), *self._below(not_shown)], self._top - MARGIN)

    def draw(self, canvas: TaggedCanvas) -> None:
        """All pages: the card is on the first."""
        for pieces in self._pages:
            pen, y = Pen(canvas), self._top
            for piece in pieces:
                y = piece.draw(pen, y)
            canvas.showPage()

    @property
    def height(self) -> float:
        """Of the card with how to fold it."""
        return float(_HEAD + 2 * CARD[1] + 3 * _MARK)

    # --- what has room ---

    def _has_room(self, more: float) -> bool:
        """Whether both sides hold every word, and the lines to write on, in a type so much larger."""
        self._larger = more
        left, right = self._card.left, (*self._card.right, *self._card.to_write)
        wide = max((width_of(name, SMALL) for line in (*left, *right) for name in line.names), default=0.0)
        heights = (
            _height(self._blocks(lines, [_Shown(len(line.names), line.amounts, _NAME_WIDTHS[0]) for line in lines]))
            for lines in (left, right)
        )
        return wide <= _NAME_WIDTHS[0] and all(
            high <= _room(head) for high, head in zip(heights, (True, False), strict=True)
        )

    def _fitted(self, lines: Sequence[CardLine], head: bool) -> list[Any]:
        """Paragraphs that have room on one side. What is cut, or left out and counted, is kept for below the card."""
        room = _room(head)
        for name_width in _NAME_WIDTHS:
            shown = [_Shown(len(line.names), line.amounts, name_width) for line in lines]
            while _height(blocks := self._blocks(lines, shown)) > room and _gives_up(shown):
                pass
            if _height(blocks) <= room:
                break
        for line, part in zip(lines, shown, strict=True):
            for number, name in enumerate(line.names):
                if number >= part.names or part.words(line, number) != name:
                    self._printed.keep(name)
        return blocks

    def _lines_to_write(self, above: Sequence[Any]) -> list[Any]:
        """As many as the rest of the right side holds: none is worth a name above it."""
        lines: list[Any] = []
        for line in self._card.to_write:
            block = self._block(line, _Shown(len(line.names), 0, CARD[0]))
            if _height([*above, *lines, block]) <= CARD[1] - 2 * _PADDING:
                lines.append(block)
        return lines

    def _blocks(self, lines: Sequence[CardLine], shown: Sequence[_Shown]) -> list[Any]:
        return [self._block(line, part) for line, part in zip(lines, shown, strict=True)]

    def _block(self, line: CardLine, shown: _Shown) -> Any:
        if line.bold:
            return paragraph(strong(line.term), style(TABLE + self._larger, leading=1.18))
        most = shown.names
        names = ", ".join(shown.words(line, number) for number in range(most))
        if shown.lacks_an_amount(line):
            names = self._texts("{names} (amounts only in part)", names=names)
        if more := len(line.names[most:]):
            names = self._texts.plural("{names} and {n} more, NOT here", "{names} and {n} more, NOT here", more,
                                      names=names)  # fmt: skip
        markup = " ".join(filter(None, (line.term and strong(line.term), names and plain(names))))
        return paragraph(markup, style(SMALL + self._larger, leading=1.18))

    # --- drawing ---

    def draw_card(self, pen: Pen, top: float) -> float:
        """The head, the four fields, the folds and the cut marks."""
        texts, (wide, high) = self._texts, CARD
        with pen.part(Role.TITLE):
            pen.text(MARGIN, top - 13, texts("A card to cut out and fold"), 13, bold=True)
        for number, words in enumerate(
            (
                texts("Print at 100 %. Cut along the marks. Fold the lower half back at the line across, then fold "
                      "in the middle:"),
                texts("outside only “Medical information” is read. Make it again when a medicine or an allergy on it "
                      "changes."),
            )
        ):  # fmt: skip
            pen.text(MARGIN, top - 27 - 11 * number, words, TABLE)
        left, y = (self._size[0] - 2 * wide) / 2, top - _HEAD - _MARK
        with pen.canvas.decoration():
            self._draw_lines(pen.canvas, left, y)
        self._draw_inside(pen, left, y)
        self._draw_outside(pen.canvas, left + wide / 2, y - 1.5 * high)
        return top - self.height

    def _draw_lines(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        wide, high = CARD
        right, bottom = left + 2 * wide, top - 2 * high
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(RULE)
        for x in (left, right):
            for y, away in ((top, 1), (bottom, -1)):
                canvas.line(x, y + 3 * away, x, y + _MARK * away)
        for y in (top, bottom):
            canvas.line(left - _MARK, y, left - 3, y)
            canvas.line(right + 3, y, right + _MARK, y)
        canvas.rect(left, bottom, 2 * wide, 2 * high, stroke=1, fill=0)
        canvas.setDash(3, 2)
        canvas.line(left - _MARK, top - high, right + _MARK, top - high)
        canvas.line(left + wide, bottom - _MARK, left + wide, top + _MARK)
        canvas.setDash()

    def _draw_inside(self, pen: Pen, left: float, top: float) -> None:
        wide = CARD[0]
        x, y, width = left + _PADDING, top - _PADDING, wide - 2 * _PADDING
        with pen.part(Role.HEADING):
            pen.text(x, y - HEADING + 1, self._card.outside, HEADING, bold=True)
        pen.text(x, y - HEADING - SMALL - 2, self._card.made_on, SMALL)
        self._draw_blocks(pen, self._left, x, y - HEADING - SMALL - 6, width)
        self._draw_blocks(pen, self._right, x + wide, y, width)

    def _draw_blocks(self, pen: Pen, blocks: Sequence[Any], left: float, top: float, width: float) -> None:
        y = top
        for block in blocks:
            y = pen.block(block, left, y, width) - _LINE

    def _draw_outside(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """On its head: it stands upright once the lower half is folded back."""
        canvas.saveState()
        canvas.transform(-1, 0, 0, -1, x, y)
        wide = width_of(self._card.outside, _OUTSIDE, bold=True)
        Pen(canvas).text(-wide / 2, -_OUTSIDE / 3, self._card.outside, _OUTSIDE, bold=True)
        canvas.restoreState()

    # --- below the card ---

    def _below(self, not_shown: Sequence[str]) -> Iterator[Piece]:
        texts, look = self._texts, style(TABLE, leading=1.24)
        if self._printed.cut:
            yield HeadingPiece(texts("Not on the card, or only in part, for want of room"), self._width)
            yield from (TextPiece(paragraph(plain(words), look), self._width) for words in self._printed.cut)
        if self._card.sources:
            yield HeadingPiece(texts("Where the sentences come from"), self._width)
            yield from (TextPiece(paragraph(plain(words), look), self._width) for words in self._card.sources)
        yield from (TextPiece(paragraph(plain(words), look), self._width) for words in not_shown)


def _room(head: bool) -> float:
    """For the lines of one side; the left one has the head."""
    return CARD[1] - 2 * _PADDING - (HEADING + SMALL + 8 if head else 0)


def _height(blocks: Sequence[Any]) -> float:
    return sum(height_of(block, CARD[0] - 2 * _PADDING) + _LINE for block in blocks)


class _CardPiece:
    """The card as the first piece of its page."""

    def __init__(self, layout: CardLayout) -> None:
        self._layout = layout
        self.height = layout.height

    def draw(self, pen: Pen, top: float) -> float:
        """Across the page."""
        return self._layout.draw_card(pen, top)

    def split(self, room: float) -> tuple[Piece | None, Sequence[Piece]]:
        """Whole."""
        return None, [self]
