"""Draws the calendar: cells in five steps with their numbers, hatching where nothing was recorded, a key below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from journal.charts.calendar import LEVELS, CalendarData, Cell, CellKind, Measure
from journal.charts.frames import Block, GridFrame
from journal.charts.panels import number_text
from journal.charts.shapes import Place, Sheet, width_of
from journal.charts.theme import Theme

DIGITS_FROM = 18.0  # points: smaller cells show their number on hover only
WIDEST_CELL = 5.6  # in label sizes
Corners = tuple[float, float, float, float]


def draw(figure: Figure, data: CalendarData, theme: Theme) -> GridFrame:
    """Draw the chart on an empty figure and say where its days are."""
    return _Calendar(Sheet(figure, theme), data).draw()


@dataclass(frozen=True, slots=True)
class _Key:
    """One entry of the key below."""

    cell: Cell
    words: str


class _Calendar:
    def __init__(self, sheet: Sheet, data: CalendarData) -> None:
        self._sheet, self._data, self._theme = sheet, data, sheet.theme
        unit = self._theme.label
        self._left = max(width_of(words, unit) for words in self._weekdays()) * 1.06 + unit * 0.9
        self._key_lines = self._wrapped_key()
        blocks = len(data.blocks)
        room = sheet.height - unit * (1.0 + 1.6 * len(self._key_lines)) - blocks * unit * 2.0
        self._cell_height = max(2.0, min(room / (7 * blocks), unit * 3))
        self._cell_width = min((sheet.width - self._left - unit * 0.4) / data.weeks(), unit * WIDEST_CELL)
        self._blocks = tuple(self._placed())
        self._frame = GridFrame(
            tuple(Block(b.first, b.count, b.offset, b.left / sheet.width, b.top / sheet.height) for b in self._blocks),
            self._cell_width / sheet.width,
            self._cell_height / sheet.height,
        )

    def draw(self) -> GridFrame:
        cells = [(cell, self._corners(index)) for index, cell in enumerate(self._data.cells)]
        self._cells(cells, min(self._cell_width, self._cell_height))
        for block in self._blocks:
            self._months(block)
            self._weekday_names(block)
        self._key()
        return self._frame

    # --- where things stand ---

    def _placed(self) -> Iterator[Block]:
        """Blocks in points, from the top left corner; the newest on top."""
        step, last = self._cell_height * 7 + self._theme.label * 2.0, len(self._data.blocks) - 1
        for n, (first, count) in enumerate(self._data.blocks):
            offset = self._data.day_of_week(first)
            yield Block(first, count, offset, self._left, (last - n) * step + self._theme.label * 1.5)

    def _corners(self, index: int) -> Corners:
        box = self._frame.box(index)
        width, height, inner = self._sheet.width, self._sheet.height, min(1.0, self._cell_width * 0.08)
        return (
            box.left * width + inner, height * (1 - box.bottom) + inner,
            box.right * width - inner, height * (1 - box.top) - inner,
        )  # fmt: skip

    def _weekdays(self) -> list[str]:
        texts = self._data.texts
        return [texts.short_weekday((texts.first_weekday + n) % 7) for n in range(7)]

    # --- cells ---

    def _cells(self, cells: Sequence[tuple[Cell, Corners]], side: float) -> None:
        sheet, theme = self._sheet, self._theme
        for level in range(LEVELS):
            chosen = [at for cell, at in cells if cell.kind is CellKind.VALUE and cell.level == level]
            sheet.boxes(chosen, theme.cells[level], theme.edge if self._faint(level) else "none", theme.hair * 0.6)
        edged = (CellKind.NONE, CellKind.AT_LEAST, CellKind.STRONG)
        sheet.boxes([at for cell, at in cells if cell.kind in edged], theme.ground, theme.edge, theme.hair)
        sheet.boxes(
            [at for cell, at in cells if cell.kind is CellKind.OTHER],
            theme.ground,
            theme.edge if theme.paper else theme.hairline,
            theme.hair,
        )
        self._hatched([at for cell, at in cells if cell.kind is CellKind.EMPTY])
        self._marks(cells, side * 0.42)

    def _faint(self, level: int) -> bool:
        """The lightest step on white, and the darkest on black, need an edge to be seen; on a fax all do."""
        return level == 0 or self._theme.paper

    def _hatched(self, boxes: Sequence[Corners]) -> None:
        self._sheet.boxes(boxes, self._theme.gap)
        gap = max(3.5, self._theme.label * 0.4)
        self._sheet.lines(
            [line for box in boxes for line in _diagonals(box, gap)],
            self._theme.edge if self._theme.paper else self._theme.quiet,
            self._theme.hair * 0.8,
        )

    def _marks(self, cells: Sequence[tuple[Cell, Corners]], size: float) -> None:
        """Numbers where they fit, shapes elsewhere."""
        theme, share = self._theme, max(1.0, self._theme.label / 12.5)
        shapes: dict[str, list[Place]] = {"o": [], "D": [], "^": [], ".": []}
        for cell, (left, bottom, right, top) in cells:
            centre = ((left + right) / 2, (bottom + top) / 2)
            words = self._words(cell, right - left)
            if words:
                colour = theme.on_cells[cell.level] if cell.kind is CellKind.VALUE else theme.ink
                self._sheet.middle_text(*centre, words, theme.small, colour, "center")
            elif cell.kind in _SHAPES:
                shapes[_SHAPES[cell.kind]].append(centre)
        for shape in ("o", "D"):
            self._sheet.marks(shapes[shape], shape, min(size, 6.5 * share), theme.ground, theme.ink, theme.hair)
        self._sheet.marks(shapes["^"], "^", min(size, 7 * share), theme.ink, "none")
        self._sheet.marks(shapes["."], "o", min(size, 4 * share), theme.edge, "none")

    def _words(self, cell: Cell, room: float) -> str:
        """The number in a cell: with a decimal where there is room, else rounded, else nothing."""
        if cell.kind in (CellKind.OTHER, CellKind.EMPTY, CellKind.STRONG) or cell.value is None:
            return ""
        if min(self._cell_width, self._cell_height) < DIGITS_FROM * min(1.0, self._theme.label / 12.5):
            return ""
        lead = "≥" if cell.kind is CellKind.AT_LEAST else ""
        rounded = _rounded(cell.value, down=cell.kind is CellKind.AT_LEAST)
        for words in (number_text(self._data.texts, cell.value), rounded):
            if width_of(lead + words, self._theme.small) <= room - 2:
                return lead + words
        return ""

    # --- around the cells ---

    def _months(self, block: Block) -> None:
        """Each month over its first whole week, and the year where it begins."""
        theme, data = self._theme, self._data
        y, free = self._sheet.height - block.top + theme.label * 0.45, 0.0
        for index in range(block.first, block.first + block.count):
            day = data.day(index)
            if day.day > 7 and index > block.first:
                continue
            if data.day_of_week(index) and index > block.first:
                continue
            year = index == block.first or day.month == 1
            month = data.texts.month_and_year(day) if year else data.texts.short_month(day)
            x = block.left + (index - block.first + block.offset) // 7 * self._cell_width
            if x >= free:
                self._sheet.text(x, y, month, theme.label, theme.quiet)
                free = x + width_of(month, theme.label) * 1.06 + theme.label * 0.5

    def _weekday_names(self, block: Block) -> None:
        theme = self._theme
        every = 1 if self._cell_height >= theme.label * 1.15 else 2 if self._cell_height >= theme.label * 0.6 else 7
        for row, words in enumerate(self._weekdays()):
            if row % every == 0:
                y = self._sheet.height - block.top - (row + 0.5) * self._cell_height
                self._sheet.middle_text(block.left - theme.label * 0.5, y, words, theme.label, theme.quiet, "right")

    # --- the key ---

    def _wrapped_key(self) -> list[list[_Key]]:
        lines: list[list[_Key]] = [[]]
        taken = 0.0
        for key in self._keys():
            width = self._key_width(key)
            if lines[-1] and taken + width > self._sheet.width - self._left:
                lines.append([])
                taken = 0.0
            lines[-1].append(key)
            taken += width
        return lines

    def _key_width(self, key: _Key) -> float:
        return self._theme.label * 2.6 + width_of(key.words, self._theme.small) * 1.06

    def _keys(self) -> Iterator[_Key]:
        texts, present = self._data.texts, {cell.kind for cell in self._data.cells}
        if CellKind.VALUE in present:
            for level, words in enumerate(_ranges(self._data)):
                yield _Key(Cell(CellKind.VALUE, None, level), words)
        for kind, words in (
            (CellKind.NONE, texts("confirmed day without")),
            (CellKind.AT_LEAST, texts("at least, or not known")),
            (CellKind.STRONG, texts("other products only")),
            (CellKind.OTHER, texts("other entries only")),
            (CellKind.EMPTY, texts("nothing recorded")),
        ):
            if kind in present:
                yield _Key(Cell(kind, 0.0 if kind is CellKind.NONE else None), words)

    def _key(self) -> None:
        """Below the lowest block, which is the oldest: each kind of cell that occurs, with its words."""
        theme = self._theme
        side = theme.label * 1.1
        lowest = max(block.top for block in self._blocks)
        y = self._sheet.height - lowest - self._cell_height * 7 - theme.label * 1.7
        boxes: list[tuple[Cell, Corners]] = []
        for line in self._key_lines:
            x = self._left
            for key in line:
                boxes.append((key.cell, (x, y - side * 0.2, x + side, y + side * 0.8)))
                self._sheet.middle_text(x + side * 1.35, y + side * 0.3, key.words, theme.small, theme.quiet)
                x += self._key_width(key)
            y -= theme.label * 1.6
        self._cells(boxes, side)


_SHAPES = {CellKind.NONE: "o", CellKind.AT_LEAST: "D", CellKind.STRONG: "^", CellKind.OTHER: "."}


def _rounded(value: float, down: bool) -> str:
    """A whole number; never 0 for something, because 0 is a confirmed day without. "At least" is never rounded up.

    >>> _rounded(11.5, False), _rounded(11.5, True), _rounded(0.3, False)
    ('12', '11', '<1')
    """
    return "<1" if 0 < value < 0.5 else str(math.floor(value if down and value >= 1 else value + 0.5))


def _ranges(data: CalendarData) -> Iterator[str]:
    """What each step covers, in words."""
    texts, unit = data.texts, data.unit_sign() if data.measure is Measure.AMOUNT else ""
    in_whole_numbers = data.measure is not Measure.AMOUNT
    lower = 0.0
    for bound in data.bounds:
        if not in_whole_numbers and not lower:
            yield texts("up to {amount}", amount=f"{number_text(texts, bound)} {unit}")
            lower = bound
            continue
        start = (lower if data.measure is Measure.SYMPTOM and not lower else lower + 1) if in_whole_numbers else lower
        ends = (number_text(texts, start), number_text(texts, bound))
        yield ends[1] if start == bound else f"{texts('{low}–{high}', low=ends[0], high=ends[1])} {unit}".strip()
        lower = bound
    yield texts("over {amount}", amount=f"{number_text(texts, lower)} {unit}".strip())


def _diagonals(box: Corners, gap: float) -> Iterator[tuple[Place, Place]]:
    """Lines rising to the right through a rectangle, in step across neighbouring ones."""
    left, bottom, right, top = box
    start = math.ceil((left - top) / gap) * gap
    while start < right - bottom:
        # The line x - y = start, from where it enters to where it leaves.
        x0, x1 = max(left, bottom + start), min(right, top + start)
        if x1 > x0:
            yield (x0, x0 - start), (x1, x1 - start)
        start += gap
