"""Where days stand in a drawn chart, computed from data and size, so that hits need no pixels; and what a chart is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from journal.charts.theme import Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Box(NamedTuple):
    """A rectangle in shares (0 to 1) of the picture's width and height, from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Frame(Protocol):
    """Finds days in a picture and places of days."""

    def index_at(self, x: float, y: float) -> int | None:
        """The day (0 for the first) at a place given in shares of the picture; None beside the chart."""

    def box(self, index: int) -> Box:
        """The place of a day."""


class ChartData(Protocol):
    """What a chart shows, apart from how: enough to point at its days, to say them and to list them."""

    @property
    def name(self) -> str:
        """What the chart is called."""

    @property
    def count(self) -> int:
        """How many days it has, at least 1."""

    @property
    def strides(self) -> tuple[int, int]:
        """How many days one step to the right, and one step down, is."""

    def day(self, index: int) -> dt.date | None:
        """The date of a day; None where a column is of none alone."""

    def sentence(self, index: int) -> str:
        """A day in words."""

    def description(self) -> str:
        """The whole chart in words."""

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""

    def least_height(self, width: float, label: float) -> float:
        """The height from which on it can be read at this width, for labels of this size; all in points."""


Draw = Callable[["Figure", Any, Theme], Frame]  # Any: each draws its own kind of ChartData


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """Days side by side."""

    plot: Box
    count: int

    def index_at(self, x: float, y: float) -> int | None:
        """The day whose column is at ``x``; just beside the chart the first or last one."""
        if not (self.plot.top <= y <= self.plot.bottom and 0 <= x <= 1):
            return None
        share = (x - self.plot.left) / (self.plot.right - self.plot.left)
        return min(self.count - 1, max(0, int(share * self.count))) if -0.02 <= share <= 1.02 else None

    def box(self, index: int) -> Box:
        """The column of a day."""
        step = (self.plot.right - self.plot.left) / self.count
        left = self.plot.left + index * step
        return Box(left, self.plot.top, left + step, self.plot.bottom)


@dataclass(frozen=True, slots=True)
class ColumnFrame:
    """Columns that are no days, each with its place."""

    boxes: tuple[Box, ...]

    def index_at(self, x: float, y: float) -> int | None:
        """The column there."""
        inside = (box.left <= x < box.right and box.top <= y <= box.bottom for box in self.boxes)
        return next((number for number, there in enumerate(inside) if there), None)

    def box(self, index: int) -> Box:
        """The place of a column."""
        return self.boxes[index]


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks side by side: ``count`` days from ``first`` on, the first one ``offset`` days after its week began."""

    first: int
    count: int
    offset: int
    left: float
    top: float

    @property
    def weeks(self) -> int:
        """How many columns."""
        return -(-(self.offset + self.count) // 7)


@dataclass(frozen=True, slots=True)
class GridFrame:
    """Weeks as columns of seven cells, in one or more blocks below each other; lengths in shares."""

    blocks: tuple[Block, ...]
    cell_width: float
    cell_height: float

    def index_at(self, x: float, y: float) -> int | None:
        """The day whose cell is there."""
        for block in self.blocks:
            column, row = (x - block.left) // self.cell_width, (y - block.top) // self.cell_height
            place = int(column * 7 + row) - block.offset
            if 0 <= row < 7 and column >= 0 and 0 <= place < block.count:
                return block.first + place
        return None

    def box(self, index: int) -> Box:
        """The cell of a day."""
        block = next(near for near in self.blocks if near.first <= index < near.first + near.count)
        column, row = divmod(index - block.first + block.offset, 7)
        left, top = block.left + column * self.cell_width, block.top + row * self.cell_height
        return Box(left, top, left + self.cell_width, top + self.cell_height)
