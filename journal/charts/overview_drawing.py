"""Draws the overview: panels over the same days, gaps behind them, labels on the right."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from journal.charts.date_line import DateLine
from journal.charts.frames import Box, TimeFrame
from journal.charts.glyphs import one_line
from journal.charts.overview import OverviewData
from journal.charts.overview_head import Head
from journal.charts.overview_strips import Strip, are_low, label_room, stacked, tick_room
from journal.charts.panels import Tone
from journal.charts.series import Grain, Point
from journal.charts.shapes import LOOSE, Place, Sheet, width_of, wrapped
from journal.charts.theme import Theme, blended

NAME_LINES = 3
SHORTEST = 3  # days of a line above bars
BAND = 0.4  # how much of its colour a quartile band has


def draw(figure: Figure, data: OverviewData, theme: Theme) -> TimeFrame:
    """Draw the chart on an empty figure and say where its days are."""
    return _Overview(Sheet(figure, theme), data).draw()


class _Overview:
    def __init__(self, sheet: Sheet, data: OverviewData) -> None:
        self._sheet, self._data, self._theme = sheet, data, sheet.theme
        unit = self._theme.label
        self._low = are_low(data.panels, sheet)
        self._left = tick_room(data.panels, self._theme)
        self._right = sheet.width - label_room(data.panels, sheet, self._low) - unit
        self._step = (self._right - self._left) / data.count
        self._head = Head(sheet, data, self._left, self._x)
        self._bottom = unit * 2.1
        self._top = sheet.height - unit * (0.6 + 1.1 * self._head.lines())
        self._strips = stacked(data.panels, self._theme, self._top, self._bottom)

    def draw(self) -> TimeFrame:
        if self._data.enough_data:
            self._gaps()
            for strip in self._strips:
                self._axis(strip)
            self._gap_words()
            for strip in self._strips:
                self._content(strip)
            self._other_days()
            self._head.draw(self._top, self._bottom, self._strips[0].bottom)
        else:
            self._message()
        self._dates()
        width, height = self._sheet.width, self._sheet.height
        plot = Box(
            self._left / width, 1 - self._top / height, self._right / width, 1 - (self._bottom - 2) / height
        )  # one box for all panels: they share their days
        return TimeFrame(plot, self._data.count)

    def _x(self, x: float) -> float:
        return self._left + x * self._step

    def _placed(self, strip: Strip, points: Sequence[Point]) -> list[Place]:
        return [(self._x(x), strip.y(y)) for x, y in points]

    # --- behind the panels ---

    def _gaps(self) -> None:
        theme, sheet = self._theme, self._sheet
        if theme.paper:
            # An edge, as a fax loses grey; thinner than that of a bar, which it would else drown.
            sheet.boxes(self._gap_boxes(), theme.gap, theme.edge, min(theme.hair * 0.75, self._step * 0.2))
        else:
            sheet.bands(self._gap_boxes())

    def _gap_boxes(self) -> list[tuple[float, float, float, float]]:
        return [(self._x(start), self._bottom, self._x(end), self._top) for start, end in self._data.gaps]

    def _gap_words(self) -> None:
        """Over the lines of the axes and on their own ground, because one of them runs through the middle.

        Not on paper, where no word lies on grey, and not where the panel has words of its own.
        """
        if self._theme.paper or self._strips[0].panel.words:
            return
        size, words = self._theme.small, self._data.texts("no entries")
        middle = self._strips[0].bottom + self._strips[0].full / 2
        for left, right in ((self._x(start), self._x(end)) for start, end in self._data.gaps):
            fitting = wrapped(words, right - left - size * 0.4, size, 2)
            if " ".join(fitting) == words:
                x, high = (left + right) / 2, size * 0.7 * len(fitting)
                half = max(width_of(line, size) for line in fitting) / 2 + size * 0.15
                self._sheet.boxes([(x - half, middle - high, x + half, middle + high)], self._theme.gap)
                self._lines_at(x, middle, fitting)

    def _lines_at(self, x: float, middle: float, lines: list[str]) -> None:
        size = self._theme.small
        for n, line in enumerate(lines):
            y = middle + (len(lines) - 1 - 2 * n) * size * 0.6
            self._sheet.middle_text(x, y, line, size, self._theme.quiet, "center")

    def _axis(self, strip: Strip) -> None:
        theme, sheet = self._theme, self._sheet
        levels = strip.levels(theme.label)
        grid = [((self._left, strip.y(value)), (self._right, strip.y(value))) for value, _ in levels if value]
        if not theme.paper:  # grey lines are dots on a fax
            sheet.lines(grid, theme.hairline, theme.hair * 0.7)
        for value, words in levels:
            sheet.middle_text(self._left - theme.label * 0.5, strip.y(value), words, theme.label, theme.quiet, "right")
        self._labels(strip)

    def _labels(self, strip: Strip) -> None:
        theme, x = self._theme, self._right + self._theme.label
        room = self._sheet.width - x
        if self._low:
            self._label_on_a_line(strip, x, room)
            return
        lines = int((strip.full + theme.label * 0.75) / (theme.label * 1.25))  # that the strip has room for
        units = wrapped(strip.panel.unit, room, theme.small, 2 if lines > 2 else 1)
        most = max(1, min(NAME_LINES, lines - len(units)))
        names = wrapped(one_line(strip.panel.name, theme.others), room, theme.label, most, bold=True)
        y = strip.bottom + strip.full / 2 + (len(names) + len(units) - 1) * theme.label * 0.62
        for line in names:
            self._sheet.middle_text(x, y, line, theme.label, theme.ink, bold=True)
            y -= theme.label * 1.25
        for line in units:
            self._sheet.middle_text(x, y, line, theme.small, theme.quiet)
            y -= theme.label * 1.25

    def _label_on_a_line(self, strip: Strip, x: float, room: float) -> None:
        theme, y = self._theme, strip.bottom + strip.full / 2
        name_room = (room - theme.label * 0.4) / LOOSE - width_of(strip.panel.unit, theme.small)
        (name,) = wrapped(one_line(strip.panel.name, theme.others), name_room, theme.label, 1, bold=True)
        self._sheet.middle_text(x, y, name, theme.label, theme.ink, bold=True)
        after = x + width_of(name, theme.label, bold=True) * LOOSE + theme.label * 0.4
        self._sheet.middle_text(after, y, strip.panel.unit, theme.small, theme.quiet)

    # --- in the panels ---

    def _content(self, strip: Strip) -> None:
        theme, sheet, panel = self._theme, self._sheet, strip.panel
        self._bars(strip)
        self._bands(strip)
        sheet.lines([((self._left, strip.bottom), (self._right, strip.bottom))], theme.edge, theme.hair)
        if panel.dots:
            size = self._mark(0.28, 1.3, 4.0) if theme.paper else self._mark(0.45, 2.0, 4.0)
            sheet.marks(self._placed(strip, panel.dots), "o", size, theme.dots, "none")
        self._median(strip)
        self._clipped(strip)
        ring, colour = self._mark(0.75, 3.2, 6.5), strip.colour
        zeros = [(self._x(x), strip.bottom) for x in panel.nones]
        sheet.marks(zeros, "o", ring, theme.ground, colour, theme.hair * 1.3)
        # Above the zero line and full, so that a fax shows neither a ring nor a zero.
        unsaid = [(self._x(x), strip.bottom + ring) for x in panel.unsaid]
        sheet.marks(unsaid, "o", ring * 0.55, theme.ink, "none")
        unsure = [(self._x(x), strip.bottom + ring) for x in panel.unknown]
        sheet.marks(unsure, "D", ring * 0.8, theme.ground, colour, theme.hair * 1.3)
        # In no group's colour: nobody can tell of which group these doses are.
        unlisted = [(self._x(x), strip.bottom + ring) for x in panel.unlisted]
        sheet.marks(unlisted, "x", ring * 0.8, theme.ink, theme.ink, theme.hair * 1.6)
        if panel.words:
            self._panel_words(strip)

    def _panel_words(self, strip: Strip) -> None:
        """On their own ground, because days without entries may lie behind them."""
        size, middle = self._theme.small, strip.y(strip.panel.top / 2)
        x, half = (self._left + self._right) / 2, width_of(strip.panel.words, size) / 2 + size * 0.4
        self._sheet.boxes([(x - half, middle - size * 0.7, x + half, middle + size * 0.7)], self._theme.ground)
        self._sheet.middle_text(x, middle, strip.panel.words, size, self._theme.quiet, "center")

    def _mark(self, of_step: float, least: float, most: float) -> float:
        """A mark's size: it follows the width of a day between bounds that stay legible."""
        share = self._theme.label / 12.5
        return min(most * share, max(least * max(share, 0.8), self._step * of_step))

    def _bars(self, strip: Strip) -> None:
        edge = min(self._theme.hair * 1.2, self._step * 0.25)
        full, hollow = ([bar for bar in strip.panel.bars if bar.hollow is is_hollow] for is_hollow in (False, True))
        solid = [(self._x(bar.start), strip.bottom, self._x(bar.end), strip.y(bar.high)) for bar in full]
        self._sheet.boxes(solid, strip.colour)
        inner = edge / 2  # the edge lies inside, so that hollow and full bars are equally wide
        open_bars = [
            (self._x(bar.start) + inner, strip.bottom, self._x(bar.end) - inner, strip.y(bar.high) - inner)
            for bar in hollow
        ]
        # On a fax the edge of a hollow bar in its own colour would be dots.
        self._sheet.boxes(open_bars, self._theme.ground, self._theme.edge if self._theme.paper else strip.colour, edge)

    def _bands(self, strip: Strip) -> None:
        bands = [
            (self._x(bar.start), strip.y(bar.low) - 0.5, self._x(bar.end), strip.y(bar.high) + 0.5)
            for bar in strip.panel.bands
        ]
        self._sheet.boxes(bands, blended(strip.colour, self._theme.ground, BAND))
        wide = [band for band in bands if band[2] - band[0] > self._theme.hair * 3]
        ends = [((left, y), (right, y)) for left, low, right, high in wide for y in (low, high)]
        self._sheet.lines(ends, strip.colour, self._theme.hair * 0.8)

    def _median(self, strip: Strip) -> None:
        theme, runs = self._theme, [self._placed(strip, _dash(run, self._reach())) for run in self._runs(strip)]
        plain = strip.panel.tone is Tone.SYMPTOM and self._data.grain is Grain.DAY
        self._sheet.lines(runs, theme.ground, theme.line * (2.2 if self._step > theme.line * 2 else 1.7))
        self._sheet.lines(runs, theme.symptom if plain else theme.ink, theme.line)

    def _runs(self, strip: Strip) -> list[Sequence[Point]]:
        """Without a line of one or two days above bars of days: its dash was read as a value of its own."""
        daily = self._data.grain is Grain.DAY and bool(strip.panel.bars)
        return [run for run in strip.panel.runs if len(run) >= SHORTEST or not daily]

    def _reach(self) -> float:
        """Half the width of a dash that stands for a single median, in days."""
        days = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30}[self._data.grain]
        return max(days * 0.4, 1.0 / self._step)

    def _clipped(self, strip: Strip) -> None:
        theme, top, taken = self._theme, strip.y(strip.panel.top), 0.0
        breaks = [
            (self._x(x - 0.5), top - theme.label * 0.55, self._x(x + 0.5), top - theme.label * 0.3)
            for x, _ in strip.panel.clipped
        ]
        self._sheet.boxes(breaks, theme.ground)
        level = 0
        for x, words in strip.panel.clipped:
            half = width_of(words, theme.small) / 2 + 1
            centre = min(max(self._x(x), self._left + half), self._right - half)
            level = (level + 1) % 2 if centre - half < taken else 0
            self._sheet.text(centre, top + 2 + level * theme.small, words, theme.small, theme.ink, "center")
            taken = centre + half

    # --- around the panels ---

    def _other_days(self) -> None:
        size, theme = self._mark(0.8, 4.2, 6.5), self._theme
        y = self._strips[0].bottom - theme.label * 0.7
        self._sheet.marks([(self._x(x), y) for x in self._data.others], "^", size, theme.ink, "none")

    def _dates(self) -> None:
        data = self._data
        DateLine(data.texts, data.first, data.count, self._left, self._right, self._bottom).draw(self._sheet)

    def _message(self) -> None:
        theme, sheet = self._theme, self._sheet
        edge = theme.edge if theme.paper else theme.hairline  # a fax loses hairlines
        sheet.boxes([(self._left, self._bottom, self._right, self._top)], theme.ground, edge, theme.hair)
        lines = wrapped(self._data.message, self._right - self._left - theme.label * 2, theme.label, 3)
        self._lines_at((self._left + self._right) / 2, (self._bottom + self._top) / 2, lines)


def _dash(run: Sequence[Point], reach: float) -> Sequence[Point]:
    """A single median as a short dash, because a line needs two places."""
    if len(run) > 1:
        return run
    ((x, y),) = run
    return (Point(x - reach, y), Point(x + reach, y))
