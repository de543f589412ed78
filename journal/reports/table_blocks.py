"""The key figures, and beside and below them what is asked at the visit."""

from __future__ import annotations

from collections.abc import Sequence

from journal.insights.cells import AT_LEAST
from journal.insights.change_words import NEW, NO_CLEAR_CHANGE, NOT_KNOWN, TOO_FEW, WEAK
from journal.insights.summary import WEAK_BELOW
from journal.insights.wording import Sentence
from journal.reports.columns import INDENT, Columns, cell_width, columns_of, is_bold
from journal.reports.figure_rows import NEW_AND_GONE, FigureGroup, FigureRow
from journal.reports.pen import (
    HEADING_HEIGHT,
    RULE,
    SMALL,
    TABLE,
    TICK,
    Pen,
    height_of,
    set_in,
    width_of,
)
from journal.reports.printed import Printed, section_place
from journal.reports.tagged import HeadOf, Role
from journal.reports.visit import Ask, Field, Visit
from journal.texts import Texts

_PITCH_FOR_UNIT = 21  # of what is asked: from here on a word has room at the end of the line below
_PITCH_FOR_LINE = 12  # the same: below it a line to write on would run through the words
_PITCH_FOR_RULES = 10.4  # of the figures: below it a rule between two rows would touch their words
ROOM_TO_WRITE = 17.5  # below what is asked
_BELOW_ANSWER = 2.0
_BETWEEN = 13.0  # columns of what is asked
_THICK = 1.0
FIRST_READ = 1  # the column of the last 28 days


class FigureTable:
    """Rows under headings, with the legend of their signs."""

    def __init__(
        self,
        groups: Sequence[FigureGroup],
        heads: Sequence[str],
        width: float,
        pitch: float,
        printed: Printed,
        texts: Texts,
        spare: bool,
        title: str = "",
    ) -> None:
        self._ruled = pitch >= _PITCH_FOR_RULES
        self._base = 3.0 if self._ruled else 2.2  # of the words of a row above its end: in its middle
        self._title = title or texts("Key figures")
        self._width, self._pitch, self._texts, self._printed = width, pitch, texts, printed
        kept = [(group, [row for row in group.rows if spare or not row.spare]) for group in groups]
        self._heads = heads
        self._placed: Columns = columns_of([row for _, rows in kept for row in rows], self._heads, width)
        rows = iter(self._placed.rows)
        self._groups = [(group, [next(rows) for _ in group_rows]) for group, group_rows in kept]
        self._note = texts("median [middle half of days], n = number of days")
        if not spare:
            more_on = printed.page_of(section_place("figures"))
            self._note += texts("; more rows: page {n}", n=texts.integer(more_on))
        legend = _legend(texts, self._placed.rows)
        self._legend = set_in([Sentence("", legend)], SMALL, 1.2) if legend else None
        count = sum(1 + len(group_rows) for _, group_rows in self._groups) + 1
        self.height = HEADING_HEIGHT + count * pitch + 4
        self.height += height_of(self._legend, width - INDENT) if self._legend else 0.0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        y = pen.heading(left, top, self._width, self._title, self._note)
        with pen.part(Role.TABLE):
            self._head(pen, left, y)
            y -= self._pitch
            for group, rows in self._groups:
                y = self._group(pen, left, y, group, rows)
        pen.rule(left, y, left + self._width, RULE)
        if self._legend:
            pen.block(self._legend, left + INDENT, y - 2, self._width - INDENT)

    def _head(self, pen: Pen, left: float, top: float) -> None:
        with pen.part(Role.ROW):
            pen.corner()
            for edge, word in zip(self._placed.edges, self._heads, strict=True):
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    pen.right(left + edge, top - self._pitch + self._base, word, self._placed.size)

    def _group(self, pen: Pen, left: float, top: float, group: FigureGroup, rows: Sequence[FigureRow]) -> float:
        pen.rule(left, top, left + self._width, _THICK)
        y = top - self._pitch
        room = self._width - width_of(group.title, TABLE, bold=True) - 6
        with pen.part(Role.ROW), pen.part(Role.HEAD, HeadOf.ROW, columns=1 + len(self._heads)):
            pen.text(left, y + self._base, group.title, TABLE, bold=True)
            pen.text(left + self._width - room, y + self._base, self._printed.fitted(group.note, room, SMALL), SMALL)
        for row in rows:
            if self._ruled:
                pen.rule(left, y, left + self._width, 0.4)
            y -= self._pitch
            with pen.part(Role.ROW):
                self._row(pen, left, y + self._base, row)
        return y

    def _row(self, pen: Pen, left: float, y: float, row: FigureRow) -> None:
        placed = self._placed
        room = placed.label_room(row)
        label = self._printed.fitted(row.label, room, placed.size, tail=f"…{row.unit}")
        with pen.part(Role.HEAD, HeadOf.ROW):
            pen.text(left + INDENT, y, label, placed.size)
        for number, (edge, cell) in enumerate(zip(placed.edges, row.cells, strict=False)):
            start = left + edge - cell_width(row, number, placed.size)
            with pen.part(Role.CELL):
                pen.text(start, y, cell.value, placed.size, bold=is_bold(row, number))
                if cell.rest:
                    pen.right(left + edge, y, cell.rest, placed.size)
        with pen.part(Role.CELL):
            if row.change:
                is_known = len(row.change) > 1 and row.change not in (self._texts(TOO_FEW), self._texts(NOT_KNOWN))
                pen.right(left + placed.edges[-1], y, row.change, placed.size, bold=is_known)


def _legend(texts: Texts, rows: Sequence[FigureRow]) -> str:
    """The signs that these rows have, in words."""
    changes, cells = [row.change for row in rows], [cell for row in rows for cell in row.cells]
    in_part = _example(rows)
    meant = (
        (any(AT_LEAST in str(cell) for cell in cells), texts("≥ at least.")),
        (bool(in_part), texts("“{n}”: in brackets how many of these are known only in part.", n=in_part)),
        (NO_CLEAR_CHANGE in changes,
         texts("≈ no clear change: cannot be told apart from week-to-week variation.")),
        (texts(TOO_FEW) in changes, texts("Change “too few”: too few weeks to say.")),
        (texts(NOT_KNOWN) in changes,
         texts("Change “not known”: too many days are known only in part to say.")),
        (any(texts(new) in changes for new in (NEW, *NEW_AND_GONE)),
         texts("Change “new”: begun in the days compared; see the line “Change”.")),
        (any(change.endswith(WEAK) for change in changes), texts("* weak: under {n} weeks.", n=WEAK_BELOW)),
    )  # fmt: skip
    return " ".join(words for is_there, words in meant if is_there)


def _example(rows: Sequence[FigureRow]) -> str:
    """ "n 24 (21)": a cell of days known in part, of the column that is read first if it has one; or nothing."""
    first = [row.cells[FIRST_READ] for row in rows if len(row.cells) > FIRST_READ]
    cells = [*first, *(cell for row in rows for cell in row.cells)]
    return next((cell.n for cell in cells if "(" in cell.n), "")


class VisitBlock:
    """Answers, each a paragraph, and below them what has none: two boxes each, no and yes, and a line to write on.

    ``columns``: of what is asked, each read from its top down.
    """

    def __init__(
        self,
        visit: Visit,
        width: float,
        height: float,
        texts: Texts,
        least_pitch: float = ROOM_TO_WRITE,
        columns: int = 1,
    ) -> None:
        self._visit, self._width, self._texts, self._columns = visit, width, texts, columns
        self._answers = [set_in(answer, SMALL, 1.2) for answer in visit.answers]
        answered = sum(height_of(block, width) + _BELOW_ANSWER for block in self._answers)
        room = height - HEADING_HEIGHT - 2 - answered
        self._rows = -(-len(visit.asks) // columns)
        self._pitch = min(24.0, max(least_pitch, room / max(1, self._rows)))
        self.height = HEADING_HEIGHT + answered + self._pitch * self._rows + 2

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        title, note = self._heads()
        y = pen.heading(left, top, self._width, title, note) - (_BELOW_ANSWER if self._answers else 0)
        for block in self._answers:
            y = pen.block(block, left, y, self._width) - _BELOW_ANSWER
        wide = (self._width - _BETWEEN * (self._columns - 1)) / self._columns
        for number, ask in enumerate(self._visit.asks):
            column, row = divmod(number, self._rows)
            with pen.part(Role.PARAGRAPH):
                self._ask(pen, left + column * (wide + _BETWEEN), y - row * self._pitch, ask, wide)

    def _heads(self) -> tuple[str, str]:
        """Without an answer the block is there to be filled in."""
        texts, visit = self._texts, self._visit
        title = texts("For the visit") if visit.answers else texts("To ask at the visit")
        return title, visit.checked or (texts("tick or write") if visit.asks else "")

    def _ask(self, pen: Pen, left: float, top: float, ask: Ask, width: float) -> None:
        texts, right, base = self._texts, left + width, top - 10
        pen.text(left, base, ask.label, SMALL)
        for label, x in ((texts("no"), right - 45), (texts("yes"), right - 23)):
            pen.tick_box(x, base)
            pen.text(x + TICK + 1.5, base, label, SMALL)
        y = top - self._pitch
        end = right
        if ask.unit and self._pitch >= _PITCH_FOR_UNIT:
            pen.right(right, y + 1.2, ask.unit, SMALL)
            end -= width_of(ask.unit, SMALL) + 4
        if self._pitch >= _PITCH_FOR_LINE:
            pen.rule(left, y, end)


class HealthFields:
    """Questions that run on over the width of the page."""

    def __init__(self, fields: Sequence[Field], width: float, pitch: float, texts: Texts) -> None:
        self._width, self._pitch, self._texts = width, pitch, texts
        self._rows: list[list[tuple[float, Field]]] = [[]]
        x = 0.0
        for field in fields:
            wide = _field_width(field)
            if self._rows[-1] and x + wide > width:
                self._rows.append([])
                x = 0.0
            self._rows[-1].append((x, field))
            x += wide + 8
        self.height = HEADING_HEIGHT + pitch * len(self._rows) + 4

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        texts = self._texts
        y = pen.heading(left, top, self._width, texts("Health, function, aims"), texts("to ask at the visit"))
        for row in self._rows:
            y -= self._pitch
            for x, field in row:
                with pen.part(Role.PARAGRAPH):
                    _draw_field(pen, left + x, y + 2, field)


def _field_width(field: Field) -> float:
    wide = width_of(field.label, TABLE, bold=field.bold) + 3
    wide += sum(TICK + 2 + width_of(box, TABLE) + 4 for box in field.boxes)
    return wide + sum(width_of(words, TABLE) + 3 + blank + 4 for words, blank in field.blanks)


def _draw_field(pen: Pen, x: float, y: float, field: Field) -> None:
    pen.text(x, y, field.label, TABLE, bold=field.bold)
    x += width_of(field.label, TABLE, bold=field.bold) + 3
    for box in field.boxes:
        pen.tick_box(x, y)
        pen.text(x + TICK + 2, y, box, TABLE)
        x += TICK + 2 + width_of(box, TABLE) + 4
    for words, blank in field.blanks:
        if words:
            pen.text(x, y, words, TABLE)
        x += width_of(words, TABLE) + 3
        pen.rule(x, y - 1.5, x + blank)
        x += blank + 4
