"""Draws ratings by the hours since the last dose: equal ratings side by side, the median as a bar in its quartiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from matplotlib.figure import Figure

from journal.charts.frames import Box, ColumnFrame
from journal.charts.shapes import CAP_HEIGHT, Place, Sheet, width_of
from journal.charts.theme import Theme
from journal.charts.wearing_off import WearingOffData
from journal.insights.since_dose import Bin

_TICKS = (0, 5, 10)
_TOP = 10
_ROWS = 4  # of words below the dots: bins, what they are, n, days
_APART = 0.6  # of a bin's width, between the hours and the one before the first dose


def draw(figure: Figure, data: WearingOffData, theme: Theme) -> ColumnFrame:
    """Draw the chart on an empty figure, and say where its bins are."""
    drawing = _WearingOff(Sheet(figure, theme), data)
    drawing.draw()
    return drawing.frame()


class _WearingOff:
    def __init__(self, sheet: Sheet, data: WearingOffData) -> None:
        self._sheet, self._data, self._theme, self._texts = sheet, data, sheet.theme, data.texts
        unit = self._theme.label
        heads = [self._texts.integer(tick) for tick in _TICKS], [self._texts("n"), self._texts("days")]
        self._left = max(width_of(words, unit) for words in (*heads[0], *heads[1])) + unit * 0.8
        rows = _ROWS + bool(data.notes)
        self._bottom, self._top = unit * 1.3 * rows + unit * 0.6, sheet.height - unit * 0.6
        last = width_of(self._texts("1st dose"), unit) / 2 + 2
        self._step = (sheet.width - self._left - last) / (len(data.bins) - 0.5 + _APART)

    def draw(self) -> None:
        self._axis()
        self._words()
        for number, of in enumerate(self._data.bins):
            self._sheet.marks([*self._dots(number, of)], "o", self._theme.label * 0.28, self._theme.ink, "none")
            self._median(number, of)

    def frame(self) -> ColumnFrame:
        """Where the columns are."""
        width, half, top = self._sheet.width, self._step / 2, 1 - self._top / self._sheet.height
        places = [self._x(number) for number in range(len(self._data.bins))]
        return ColumnFrame(tuple(Box((x - half) / width, top, (x + half) / width, 1.0) for x in places))

    def _x(self, number: int) -> float:
        apart = _APART if number == len(self._data.bins) - 1 else 0.0
        return self._left + (number + 0.5 + apart) * self._step

    def _y(self, value: float) -> float:
        return self._bottom + (self._top - self._bottom) * value / _TOP

    def _row(self, number: int) -> float:
        """The foot of a line of words, counted from the top."""
        return self._bottom - self._theme.label * (0.9 + CAP_HEIGHT / 2 + 1.3 * number)

    def _axis(self) -> None:
        theme, sheet, texts = self._theme, self._sheet, self._texts
        for tick in _TICKS:
            x, y = self._left - theme.label * 0.4, self._y(tick)
            sheet.middle_text(x, y, texts.integer(tick), theme.label, theme.quiet, "right")
        hours = self._x(len(self._data.bins) - 2) + self._step / 2
        before = self._x(len(self._data.bins) - 1)
        half = self._step / 2
        feet = [((self._left, self._bottom), (hours, self._bottom)),
                ((before - half, self._bottom), (before + half, self._bottom))]  # fmt: skip
        sheet.lines([((self._left, self._bottom), (self._left, self._top)), *feet], theme.edge, theme.hair)

    def _words(self) -> None:
        """Line by line, so that they are read in this order."""
        texts, bins, theme = self._texts, self._data.bins, self._theme
        self._line(0, "", [self._data.label(of) for of in bins])
        middle = (self._x(0) + self._x(len(bins) - 2)) / 2
        self._sheet.text(middle, self._row(1), texts("hours since the last dose"), theme.label, theme.quiet, "center")
        self._sheet.text(self._x(len(bins) - 1), self._row(1), texts("1st dose"), theme.label, theme.quiet, "center")
        self._line(2, texts("n"), [texts.integer(len(of.values)) for of in bins])
        self._line(3, texts("days"), [texts.integer(of.days) for of in bins])
        self._line(4, "", self._data.notes)

    def _line(self, row: int, head: str, cells: Sequence[str]) -> None:
        theme, y = self._theme, self._row(row)
        if head:
            self._sheet.text(self._left - theme.label * 0.4, y, head, theme.label, theme.quiet, "right")
        for number, words in enumerate(cells):
            self._sheet.text(self._x(number), y, words, theme.label, theme.ink, "center")

    def _dots(self, number: int, of: Bin) -> Iterator[Place]:
        """Equal ratings beside each other; closer where there are many."""
        for value, count in sorted(Counter(of.values).items()):
            apart = min(self._theme.label * 0.4, self._step * 0.8 / count)
            for place in range(count):
                yield self._x(number) + (place - (count - 1) / 2) * apart, self._y(value)

    def _median(self, number: int, of: Bin) -> None:
        """A bar at the median; thin lines with ends to the quartiles, so that a fax keeps it."""
        if of.middle is None or of.low is None or of.high is None:
            return
        theme, x, half = self._theme, self._x(number), self._step * 0.42
        low, high = self._y(of.low), self._y(of.high)
        ends = [((x - half, low), (x - half, high)), ((x + half, low), (x + half, high))]
        self._sheet.lines(ends, theme.ink, theme.hair * 1.2)
        middle = self._y(of.middle)
        self._sheet.lines([((x - half, middle), (x + half, middle))], theme.symptom, theme.line * 1.4)
