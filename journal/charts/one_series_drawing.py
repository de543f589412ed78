"""Draws one series: dots for numbers, lines only between days that follow each other; large, or small among others."""

from __future__ import annotations

from matplotlib.figure import Figure

from journal.charts.date_line import DateLine
from journal.charts.frames import Box, TimeFrame
from journal.charts.one_series import SeriesData, Written
from journal.charts.shapes import Place, Sheet, width_of, wrapped
from journal.charts.theme import Theme

_TICK_ROOM = 2.2  # of a label's height, from one to the next


def draw(figure: Figure, data: SeriesData, theme: Theme) -> TimeFrame:
    """Draw the chart on an empty figure and say where its days are."""
    return _OneSeries(Sheet(figure, theme), data).draw()


class _OneSeries:
    def __init__(self, sheet: Sheet, data: SeriesData) -> None:
        self._sheet, self._data, self._theme = sheet, data, sheet.theme
        unit = self._theme.label
        self._levels = [(value, self._level_words(value)) for value in data.scale.labels()]
        self._left = max(width_of(words, unit) for _, words in self._levels) + unit * 0.9
        self._right = sheet.width - unit * 0.9
        self._bottom, self._top = unit * 2.1, sheet.height - unit * 0.8
        self._step = (self._right - self._left) / data.count

    def draw(self) -> TimeFrame:
        if self._data.nothing_words():
            self._message()
        else:
            self._printed_range()
            self._axis()
            self._numbers()
        data = self._data
        DateLine(data.texts, data.first, data.count, self._left, self._right, self._bottom).draw(self._sheet)
        width, height = self._sheet.width, self._sheet.height
        plot = Box(self._left / width, 1 - self._top / height, self._right / width, 1 - (self._bottom - 2) / height)
        return TimeFrame(plot, data.count)

    def _level_words(self, value: float) -> str:
        words = self._data.texts.number(round(abs(value) * 1000))
        return f"−{words}" if value < 0 else words

    def _y(self, value: float) -> float:
        scale = self._data.scale
        return self._bottom + (self._top - self._bottom) * (value - scale.low) / (scale.high - scale.low)

    def _place(self, value: Written) -> Place:
        return self._left + (value.x + 0.5) * self._step, self._y(float(value.number))

    def _printed_range(self) -> None:
        """As a laboratory printed it; where it names one end alone, up to the end of the axis."""
        if (limits := self._data.printed_range) is None:
            return
        theme, scale = self._theme, self._data.scale
        low, high = (self._y(end if limit is None else float(limit)) for limit, end in zip(limits, scale, strict=False))
        self._sheet.boxes([(self._left, low, self._right, high)], theme.gap)
        # The grey is too light to be told by itself: its ends are lines.
        ends = [y for y, limit in ((low, limits[0]), (high, limits[1])) if limit is not None]
        self._sheet.lines([((self._left, y), (self._right, y)) for y in ends], theme.quiet, theme.hair)

    def _axis(self) -> None:
        theme, sheet = self._theme, self._sheet
        for value, words in self._shown_levels():
            y = self._y(value)
            sheet.lines([((self._left, y), (self._right, y))], theme.hairline, theme.hair * 0.7)
            sheet.middle_text(self._left - theme.label * 0.5, y, words, theme.label, theme.quiet, "right")
        sheet.lines([((self._left, self._bottom), (self._right, self._bottom))], theme.edge, theme.hair)

    def _shown_levels(self) -> list[tuple[float, str]]:
        """All of them, or the two ends where there is no room for those between."""
        apart = (self._top - self._bottom) / max(1, len(self._levels) - 1)
        return self._levels if apart > self._theme.label * _TICK_ROOM else [self._levels[0], self._levels[-1]]

    def _numbers(self) -> None:
        theme, sheet = self._theme, self._sheet
        sheet.lines(
            [[self._place(point) for point in run] for run in self._data.runs()], theme.symptom, theme.line * 0.7
        )
        share = theme.label / 12.5
        size = min(6.0 * share, max(3.2 * share, self._step * 0.6))
        places = list(dict.fromkeys(self._place(value) for value in self._data.values))
        sheet.marks(places, "o", size, theme.symptom, theme.ground, theme.hair * 0.5)

    def _message(self) -> None:
        theme, sheet = self._theme, self._sheet
        sheet.boxes([(self._left, self._bottom, self._right, self._top)], theme.ground, theme.hairline, theme.hair)
        size, middle = theme.label, (self._bottom + self._top) / 2
        most = max(1, int((self._top - self._bottom) / (size * 1.4)))
        lines = wrapped(self._data.nothing_words(), self._right - self._left - size * 2, size, most)
        for n, line in enumerate(lines):
            y = middle + (len(lines) - 1 - 2 * n) * size * 0.65
            sheet.middle_text((self._left + self._right) / 2, y, line, size, theme.quiet, "center")
