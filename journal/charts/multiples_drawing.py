"""Draws symptoms as small pictures in rows, all over the same days and with the same axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matplotlib.figure import Figure

from journal.charts.dates import date_ticks
from journal.charts.glyphs import one_line
from journal.charts.multiples import TOP, MultiplesData, SmallPanel
from journal.charts.series import Bar, Point
from journal.charts.shapes import CAP_HEIGHT, LOOSE, Place, Sheet, shortened, width_of
from journal.charts.theme import Theme, blended

MOST_COLUMNS = 4
_LEAST_WIDTH = 15.0  # of a picture; all sizes in those of a label
_WORDS, _PLOT, _DATES, _BETWEEN = 2.7, 6.2, 1.8, 0.9  # high: name and medians, picture, dates, to the next row
_APART = 1.6  # from one picture to the next in a row
_TICKS = (0, 5, 10)
_BAND = 0.4
_LEAST_DOT = 0.9  # on paper: more than a dot and a half of a fax, with as much between those of neighbouring days
_FEW, _LONE_DOT = 0.25, 1.6  # of the days: so few ratings stand apart, and a coarse fax would lose a small one
_POINT = 0.01  # a length that Matplotlib and PDF draw as a dot


def columns_for(width: float, label: float) -> int:
    """How many pictures stand in a row."""
    return max(1, min(MOST_COLUMNS, int(width / (_LEAST_WIDTH * label))))


def height_for(panels: int, width: float, label: float) -> float:
    """The room that so many pictures need."""
    rows = -(-panels // columns_for(width, label))
    return label * (rows * (_WORDS + _PLOT) + (rows - 1) * _BETWEEN + _DATES)


def draw(figure: Figure, data: MultiplesData, theme: Theme) -> None:
    """Draw the pictures on an empty figure."""
    _Multiples(Sheet(figure, theme), data).draw()


class _Picture(NamedTuple):
    """A panel and its place: its left edge and its zero line; ``last``: no other one stands below it."""

    panel: SmallPanel
    left: float
    bottom: float
    last: bool


class _Multiples:
    def __init__(self, sheet: Sheet, data: MultiplesData) -> None:
        self._sheet, self._data, self._theme = sheet, data, sheet.theme
        unit = self._theme.label
        self._columns = columns_for(sheet.width, unit)
        self._axis = width_of(self._data.texts.integer(int(TOP)), unit) + unit * 0.5
        room = sheet.width - self._axis
        self._wide = (room - (self._columns - 1) * unit * _APART) / self._columns
        self._full, self._step = unit * (_PLOT - 0.3), self._wide / data.count
        self._pictures = [*self._placed()]

    def draw(self) -> None:
        """All marks of a kind at once: a page of pictures is drawn as fast as one."""
        theme, sheet, pictures = self._theme, self._sheet, self._pictures
        gaps = [box for picture in pictures for box in self._gaps(picture)]
        sheet.ground(gaps, theme.gap)
        # The grey of days without entries is too light to be told by itself: its ends and its top are lines.
        frames = [((left, low), (left, high), (right, high), (right, low)) for left, low, right, high in gaps]
        sheet.lines(frames, theme.edge, min(theme.hair, self._step * 0.2))
        ends = [
            (picture.left, picture.bottom, picture.left + self._wide, picture.bottom + self._full)
            for picture in pictures
        ]
        axes = [((left, top), (left, bottom), (right, bottom)) for left, bottom, right, top in ends]
        sheet.lines(axes, theme.edge, theme.hair)
        bands = [band for picture in pictures for band in self._bands(picture)]
        sheet.ground(bands, blended(theme.symptom, theme.ground, _BAND))
        self._dots()
        if self._data.last28 is not None:
            at = self._data.last28 * self._step
            dashes = [((left + at, bottom), (left + at, top)) for left, bottom, _, top in ends]
            sheet.lines(dashes, theme.ink, theme.hair, (2.5, 2))
        runs = [self._places(picture, _dash(run)) for picture in pictures for run in picture.panel.runs]
        sheet.lines(runs, theme.symptom, theme.line)
        for picture in pictures:
            self._words(picture)

    def _dots(self) -> None:
        """As lines without a length, whose ends are round: hundreds are one path, in a fifth of the time of marks."""
        theme = self._theme
        least, share = (_LEAST_DOT, 0.5) if theme.paper else (theme.label * 0.16, 0.7)
        size = min(4.0, max(least, self._step * share))
        many, few = list[Place](), list[Place]()
        for picture in self._pictures:
            dots = picture.panel.dots
            is_few = theme.paper and len(dots) <= _FEW * self._data.count
            (few if is_few else many).extend(self._places(picture, dots))
        for places, wide in ((many, size), (few, max(size, _LONE_DOT))):
            self._sheet.lines([((x, y), (x + _POINT, y)) for x, y in places], theme.dots, wide)

    def _placed(self) -> Iterator[_Picture]:
        unit, panels = self._theme.label, self._data.panels
        for number, panel in enumerate(panels):
            row, column = divmod(number, self._columns)
            left = self._axis + column * (self._wide + unit * _APART)
            top = self._sheet.height - row * unit * (_WORDS + _PLOT + _BETWEEN)
            yield _Picture(panel, left, top - unit * (_WORDS + _PLOT), number + self._columns >= len(panels))

    def _places(self, picture: _Picture, points: Sequence[Point]) -> list[Place]:
        return [(picture.left + x * self._step, picture.bottom + self._full * y / TOP) for x, y in points]

    def _gaps(self, picture: _Picture) -> Iterator[tuple[float, float, float, float]]:
        for start, end in self._data.gaps:
            yield (picture.left + start * self._step, picture.bottom, picture.left + end * self._step,
                   picture.bottom + self._full)  # fmt: skip

    def _bands(self, picture: _Picture) -> Iterator[tuple[float, float, float, float]]:
        for band in picture.panel.bands:
            (left, low), (right, high) = self._places(picture, _corners(band))
            yield left, low - 0.4, right, high + 0.4

    def _words(self, picture: _Picture) -> None:
        theme, sheet, panel = self._theme, self._sheet, picture.panel
        name = shortened(one_line(panel.name, theme.others), self._wide / LOOSE, theme.label, bold=True)
        top = picture.bottom + theme.label * (_PLOT + _WORDS)
        sheet.text(picture.left, top - theme.label * 0.95, name, theme.label, theme.ink, bold=True)
        note = shortened(panel.note, self._wide, theme.small)
        sheet.text(picture.left, top - theme.label * 2.15, note, theme.small, theme.ink)
        if picture.left == self._axis:
            for tick in _TICKS:
                y = picture.bottom + self._full * tick / TOP
                words = self._data.texts.integer(tick)
                sheet.middle_text(picture.left - theme.label * 0.3, y, words, theme.label, theme.quiet, "right")
        if picture.last:
            self._dates(picture)

    def _dates(self, picture: _Picture) -> None:
        theme, data, foot = self._theme, self._data, picture.bottom
        room = int(self._wide / (theme.label * 5))
        taken = 0.0
        for x, words in date_ticks(data.texts, data.first, data.count, room):
            place, half = picture.left + x * self._step, self._sheet.widest(words, theme.label) / 2
            centre = min(max(place, picture.left + half - theme.label * 0.3), picture.left + self._wide - half)
            if centre - half > taken or not taken:
                self._sheet.lines([((place, foot), (place, foot - theme.label * 0.3))], theme.edge, theme.hair)
                down = foot - theme.label * (0.6 + CAP_HEIGHT)
                self._sheet.text(centre, down, words, theme.label, theme.quiet, "center")
                taken = centre + half


def _corners(band: Bar) -> tuple[Point, Point]:
    return Point(band.start, band.low), Point(band.end, band.high)


def _dash(run: Sequence[Point]) -> Sequence[Point]:
    """A single median as a short dash, because a line needs two places."""
    if len(run) > 1:
        return run
    ((x, y),) = run
    return (Point(x - 0.5, y), Point(x + 0.5, y))
