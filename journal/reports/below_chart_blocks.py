"""The three blocks below the chart on paper, side by side, and the lines for notes."""

from __future__ import annotations

from collections.abc import Sequence

from journal.charts.before_and_after import BeforeAndAfterData
from journal.charts.drawing import draw_before_and_after
from journal.charts.picture import new_figure
from journal.insights.cells import window_days
from journal.insights.wording import Sentence
from journal.reports.below_chart import BeforeAndAfterBlock, EffectsBlock, ProductsBlock
from journal.reports.pen import HEADING_HEIGHT, SMALL, TABLE, TICK, Block, Pen, height_of, set_in, width_of
from journal.reports.printed import Printed, theme
from journal.reports.tagged import HeadOf, Role
from journal.reports.vector import draw_figure
from journal.texts import Texts

_HISTOGRAM = 44.0
_PITCH = 10.6
_ABOVE_SENTENCE = 3.0
_BOX, _TO_WRITE = "☐", "_" * 24  # in a running line
_WIDE = 240.0  # from here on three boxes have room beside each other


class BeforeAndAfter:
    """The histogram with its caption; on a full page the caption alone."""

    def __init__(self, block: BeforeAndAfterBlock, changes: BeforeAndAfterData, width: float, histogram: bool) -> None:
        self._block, self._changes, self._width = block, changes, width
        self._high = _HISTOGRAM if histogram and changes.counts else 0.0
        counted = "" if self._high else changes.counted()
        self._caption = set_in([Sentence("", " ".join(filter(None, (block.caption, counted))))], SMALL, 1.2)
        self.height = HEADING_HEIGHT + 2 + self._high + height_of(self._caption, width) + 2

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        y = pen.heading(left, top, self._width, self._block.title, self._block.note) - 2
        if self._high:
            figure = new_figure(self._width, self._high)
            draw_before_and_after(figure, self._changes, theme())
            with pen.figure(self._changes.description(), (left, y - self._high, left + self._width, y)):
                draw_figure(pen.canvas, figure, left, y - self._high, self._width, self._high)
            y -= self._high
        pen.block(self._caption, left, y, self._width)


class Effects:
    """k of n rated days; boxes to tick where none was rated."""

    def __init__(
        self,
        block: EffectsBlock,
        width: float,
        most: int,
        printed: Printed,
        texts: Texts,
    ) -> None:
        self._block, self._width, self._printed, self._texts = block, width, printed, texts
        self._rows = block.rows[:most]
        more = len(block.rows) - len(self._rows)
        page = _keep_effects(block, most, printed, texts)
        one = [texts("{name} {last28}", name=row[0], last28=row[1]) for row in block.rows[most:]]
        told_later = _more(texts, one, page, width) if self._rows else _effects_elsewhere(texts, more, page)
        words = told_later or block.never
        self._said = set_in([Sentence("", printed.fitted(words, 3 * width, SMALL))], SMALL, 1.2) if words else None
        self._columns = 3 if width > _WIDE else 2  # of boxes
        rows = len(self._rows) + 1 if self._rows else -(-len(block.asked) // self._columns)
        self.height = HEADING_HEIGHT + rows * (_PITCH if self._rows else 12.5) + 4
        self.height += height_of(self._said, width) if self._said else 0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        y = pen.heading(left, top, self._width, self._block.title, self._block.note)
        if self._rows:
            with pen.part(Role.TABLE):
                y = self._table(pen, left, y)
        else:
            self._boxes(pen, left, y)
        if self._said:
            pen.block(self._said, left, y - 1, self._width)

    def _table(self, pen: Pen, left: float, top: float) -> float:
        widest = max(width_of(words, SMALL) for words in (self._block.head[1], *(row[2] for row in self._rows)))
        edges = (left + self._width - widest - 7, left + self._width)
        y = top - _PITCH
        with pen.part(Role.ROW):
            pen.corner()
            for edge, word in zip(edges, self._block.head, strict=True):
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    pen.right(edge, y + 2.5, word, SMALL)
        for name, now, before in self._rows:
            pen.rule(left, y, left + self._width, 0.4)
            y -= _PITCH
            room = edges[0] - left - width_of(now, SMALL, bold=True) - 4
            with pen.part(Role.ROW):
                with pen.part(Role.HEAD, HeadOf.ROW):
                    pen.text(left, y + 2.8, self._printed.fitted(name, room, SMALL), SMALL)
                with pen.part(Role.CELL):
                    pen.right(edges[0], y + 2.8, now, SMALL, bold=True)
                with pen.part(Role.CELL):
                    pen.right(edges[1], y + 2.8, before, SMALL)
        return y

    def _boxes(self, pen: Pen, left: float, top: float) -> None:
        for number, words in enumerate(self._block.asked):
            row, column = divmod(number, self._columns)
            x, y = left + column * self._width / self._columns, top - 12.5 * row - 11
            pen.tick_box(x, y)
            pen.text(x + TICK + 3, y, words, SMALL)


class WithSentence:
    """A block, and below it in one sentence what is told in place of another."""

    def __init__(self, block: Block, said: BeforeAndAfterBlock, width: float) -> None:
        self._block, self._width = block, width
        self._said = set_in([Sentence(f"{said.title}:", said.caption)], SMALL, 1.2)
        self.height = block.height + _ABOVE_SENTENCE + height_of(self._said, width)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        self._block.draw(pen, left, top)
        pen.block(self._said, left, top - self._block.height - _ABOVE_SENTENCE, self._width)


class Products:
    """Each product with what its label says; a line to write on where labels say nothing."""

    def __init__(self, block: ProductsBlock, width: float, most: int, printed: Printed, texts: Texts) -> None:
        self._block, self._width, self._printed = block, width, printed
        self._rows = block.rows[:most]
        self._labels = [set_in([Sentence("", row.label)], SMALL, 1.15) for row in self._rows]
        more = len(block.rows) - len(self._rows)
        page = _keep_products(block, most, printed, texts)
        one = [texts("{name}, {used}", name=row.name, used=row.used) for row in block.rows[most:]]
        told_later = _more(texts, one, page, width) if self._rows else _products_elsewhere(texts, more, page)
        words = " ".join(filter(None, (told_later, block.unnamed)))
        self._said = set_in([Sentence("", words)], SMALL, 1.2) if words else None
        self.height = HEADING_HEIGHT + 2
        self.height += sum(_PITCH + height_of(label, width) + 1.5 for label in self._labels)
        self.height += height_of(self._said, width) if self._said else 0
        self.height += 16 if block.blank else 0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        right = left + self._width
        y = pen.heading(left, top, self._width, self._block.title, self._block.note)
        for row, label in zip(self._rows, self._labels, strict=True):
            y -= _PITCH
            room = self._width - width_of(row.used, SMALL) - 6
            with pen.part(Role.PARAGRAPH):
                pen.text(left, y + 2, self._printed.fitted(row.name, room, SMALL, bold=True), SMALL, bold=True)
                pen.right(right, y + 2, row.used, SMALL)
            y = pen.block(label, left, y, self._width) - 1.5
            pen.rule(left, y, right, 0.4)
        if self._said:
            y = pen.block(self._said, left, y - 1, self._width)
        if self._block.blank:
            pen.text(left, y - 13, self._block.blank, TABLE)
            pen.rule(left + width_of(self._block.blank, TABLE) + 4, y - 14, right)


def _more(texts: Texts, rows: Sequence[str], page: int, width: float) -> str:
    """How many; a single one is named, if it takes no more than the line that would count it."""
    if not rows:
        return ""
    named = texts("and {what}: page {page}.", what=rows[0], page=texts.integer(page))
    if len(rows) == 1 and width_of(named, SMALL) <= width:
        return named
    return texts.plural("and {n} more: page {page}.", "and {n} more: page {page}.", len(rows), page=texts.integer(page))


def _effects_elsewhere(texts: Texts, rows: int, page: int) -> str:
    if not rows:
        return ""
    return texts.plural("{n} rated: page {page}.", "{n} rated: page {page}.", rows, page=texts.integer(page))


def _products_elsewhere(texts: Texts, rows: int, page: int) -> str:
    if not rows:
        return ""
    return texts.plural("{n} product: page {page}.", "{n} products: page {page}.", rows, page=texts.integer(page))


def _keep_effects(block: EffectsBlock, most: int, printed: Printed, texts: Texts) -> int:
    """On which page the first of them stands."""
    later = [
        texts("Side effect {name}, days of days rated: {last28}; {n} days before: {before}", name=row[0],
              last28=row[1], before=row[2], n=window_days(texts))
        for row in block.rows[most:]
    ]  # fmt: skip
    return _keep_rows([*later, block.never] if later and block.never else later, printed)


def _keep_products(block: ProductsBlock, most: int, printed: Printed, texts: Texts) -> int:
    """On which page the first of them stands."""
    later = [
        texts("Product {name}: {used}; {label}", name=row.name, used=row.used, label=row.label)
        for row in block.rows[most:]
    ]
    return _keep_rows(later, printed)


def _keep_rows(rows: Sequence[str], printed: Printed) -> int:
    for row in rows:
        printed.keep(row)
    return printed.page_of(rows[0]) if rows else 0


class Running:
    """The three blocks in lines over the whole width, on the fullest page; what they count stands on the next.

    ``elsewhere``: titles of what has no other place on this page, each with the page that tells it.
    """

    def __init__(
        self,
        elsewhere: Sequence[tuple[str, int]],
        pairs: BeforeAndAfterBlock | None,
        effects: EffectsBlock,
        products: ProductsBlock | None,
        width: float,
        printed: Printed,
        texts: Texts,
    ) -> None:
        self._width = width
        page = _keep_effects(effects, 0, printed, texts)
        asked = " ".join(f"{_BOX} {words}" for words in effects.asked)
        rated = _effects_elsewhere(texts, len(effects.rows), page) or effects.never
        sentences = [Sentence(texts("{title}:", title=effects.title), rated or f"{effects.note}: {asked}")]
        if pairs is not None:
            sentences.insert(0, Sentence(texts("{title}:", title=pairs.title), pairs.caption))
        if products is not None:
            page = _keep_products(products, 0, printed, texts)
            blank = f"{products.blank} {_TO_WRITE}" if products.blank else ""
            parts = (_products_elsewhere(texts, len(products.rows), page), products.unnamed, blank)
            sentences.append(Sentence(texts("{title}:", title=products.title), " ".join(filter(None, parts))))
        told_later = [
            Sentence(texts("{title}:", title=title), texts("page {n}.", n=texts.integer(number)))
            for title, number in elsewhere
        ]
        self._said = set_in([*told_later, *sentences], SMALL, 1.2)
        self.height = height_of(self._said, width) + 2

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        pen.block(self._said, left, top, self._width)


class Notes:
    """Ruled lines in the room that is left."""

    PITCH = 16.0
    LEAST = HEADING_HEIGHT + 2 * PITCH

    def __init__(self, width: float, texts: Texts) -> None:
        self._width, self._texts = width, texts

    def draw(self, pen: Pen, left: float, top: float, bottom: float) -> None:
        """As many lines as there is room for."""
        y = pen.heading(left, top, self._width, self._texts("Notes at the visit"))
        while y - self.PITCH >= bottom:
            y -= self.PITCH
            pen.rule(left, y, left + self._width)
