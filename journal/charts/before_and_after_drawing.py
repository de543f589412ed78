"""Draws the changes after doses: bars with their counts, or single dots while the days are few."""

from __future__ import annotations

from matplotlib.figure import Figure

from journal.charts.before_and_after import BeforeAndAfterData, change_text
from journal.charts.frames import Box, ColumnFrame
from journal.charts.shapes import CAP_HEIGHT, Sheet, shortened, width_of, wrapped
from journal.charts.theme import Theme


def draw(figure: Figure, data: BeforeAndAfterData, theme: Theme) -> ColumnFrame:
    """Draw the chart on an empty figure, and say where its columns are."""
    sheet = Sheet(figure, theme)
    changes = _Changes(sheet, data)
    if data.message:
        _message(sheet, data)
    else:
        changes.draw()
    return changes.frame()


def _message(sheet: Sheet, data: BeforeAndAfterData) -> None:
    theme, size = sheet.theme, sheet.theme.label
    sheet.boxes([(1, 1, sheet.width - 1, sheet.height - 1)], theme.ground, theme.hairline, theme.hair)
    lines = wrapped(data.message, sheet.width - size * 2, size, 3)
    for n, line in enumerate(lines):
        y = sheet.height / 2 + (len(lines) - 1 - 2 * n) * size * 0.65
        sheet.middle_text(sheet.width / 2, y, line, size, theme.quiet, "center")


class _Changes:
    def __init__(self, sheet: Sheet, data: BeforeAndAfterData) -> None:
        self._sheet, self._data, self._theme = sheet, data, sheet.theme
        unit = self._theme.label
        self._left, self._right = unit * 0.5, sheet.width - unit * 0.5
        self._bottom, self._top = unit * 3.1, sheet.height - unit * 1.4
        self._step = (self._right - self._left) / (2 * data.reach + 1)

    def frame(self) -> ColumnFrame:
        """Where the columns are."""
        width, half, reach = self._sheet.width, self._step / 2, self._data.reach
        places = [self._x(change) for change in range(-reach, reach + 1)]
        return ColumnFrame(tuple(Box((x - half) / width, 0.0, (x + half) / width, 1.0) for x in places))

    def draw(self) -> None:
        theme, sheet = self._theme, self._sheet
        zero = self._x(0)
        if not (self._data.bars and any(change == 0 for change, _ in self._data.counts)):  # it would cross the number
            sheet.lines([((zero, self._bottom), (zero, self._top + theme.label))], theme.edge, theme.hair, (3, 2))
        if self._data.bars:
            self._bars()
        else:
            self._dots()
        sheet.lines([((self._left, self._bottom), (self._right, self._bottom))], theme.edge, theme.hair)
        self._axis()

    def _x(self, change: float) -> float:
        return (self._left + self._right) / 2 + change * self._step

    def _bars(self) -> None:
        theme, full = self._theme, self._top - self._bottom
        highest = max(count for _, count in self._data.counts)
        heights = [(change, count, self._bottom + full * count / highest) for change, count in self._data.counts]
        half = self._step * 0.42
        self._sheet.boxes([(self._x(c) - half, self._bottom, self._x(c) + half, y) for c, _, y in heights], theme.leaf)
        for change, count, y in heights:
            words = self._data.texts.integer(count)
            x, half = self._x(change), width_of(words, theme.label) / 2
            # On its own ground, because the line of no change may run behind it.
            self._sheet.boxes([(x - half, y + 1, x + half, y + 2 + theme.label)], theme.ground)
            self._sheet.text(x, y + theme.label * 0.25, words, theme.label, theme.ink, "center")

    def _dots(self) -> None:
        highest = max(count for _, count in self._data.counts)
        size = min(self._step * 0.7, self._theme.label * 0.6, (self._top - self._bottom) / (highest + 0.5))
        places = [
            (self._x(change), self._bottom + size * (n + 0.9))
            for change, count in self._data.counts
            for n in range(count)
        ]
        self._sheet.marks(places, "o", size * 0.85, self._theme.leaf, "none")

    def _axis(self) -> None:
        theme, sheet, texts = self._theme, self._sheet, self._data.texts
        y = self._bottom - theme.label * (0.55 + CAP_HEIGHT)
        for change in range(-self._data.reach, self._data.reach + 1, 2):
            x = self._x(change)
            sheet.lines([((x, self._bottom), (x, self._bottom - theme.label * 0.25))], theme.edge, theme.hair)
            sheet.text(x, y, change_text(texts, change), theme.label, theme.quiet, "center")
        words = shortened(texts("lower ← points after a dose → higher"), sheet.width, theme.small)
        sheet.text(sheet.width / 2, theme.small * 0.45, words, theme.small, theme.quiet, "center")
