"""Drawing on a figure in points from its lower left corner: bars, lines, marks, plain text; no axes, no pyplot."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D

from journal.charts.glyphs import font_file, one_line, shown_characters
from journal.charts.theme import Theme
from journal.texts.unbroken import unbroken

POINTS_PER_INCH = 72
CAP_HEIGHT = 0.73  # of DejaVu Sans, in parts of its size
ELLIPSIS = "…"
Place = tuple[float, float]
_measure = TextToPath()


@cache
def font(size: float, bold: bool = False) -> FontProperties:
    """DejaVu Sans by file, so that no other font of the system can take its place."""
    return FontProperties(fname=str(font_file(bold)), size=size)


@lru_cache(maxsize=4096)  # a limit, because labels come from journals
def _width_at_100(words: str, bold: bool) -> float:
    own = shown_characters()
    known = (
        words if own.issuperset(words) else "".join(letter if letter in own else _as_wide(letter) for letter in words)
    )
    width: float = _measure.get_text_width_height_descent(known, font(100, bold), False)[0]
    return width


def _as_wide(letter: str) -> str:
    """About as wide as a letter of another font: a square, or nothing for a mark."""
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return ""
    return "—" if unicodedata.east_asian_width(letter) in ("W", "F") else "n"


LOOSE = 1.06  # small letters on screen are rounded to whole pixels, and lines grow by so much


def width_of(words: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    return _width_at_100(words, bold) * size / 100


def shortened(words: str, room: float, size: float, bold: bool = False) -> str:
    """The text, cut and ended with "…" if it is wider than ``room``."""
    if width_of(words, size, bold) <= room:
        return words
    keep, drop = 0, len(words)
    while drop - keep > 1:
        middle = (keep + drop) // 2
        fits = width_of(words[:middle] + ELLIPSIS, size, bold) <= room
        keep, drop = (middle, drop) if fits else (keep, middle)
    return words[:keep].rstrip() + ELLIPSIS


def wrapped(words: str, room: float, size: float, lines: int, bold: bool = False) -> list[str]:
    """The text on at most so many lines, broken between words; what does not fit is cut."""
    made = [""]
    for word in unbroken(words).split(" "):
        longer = f"{made[-1]} {word}".strip()
        if made[-1] and len(made) < lines and width_of(longer, size, bold) > room:
            made.append(word)
        else:
            made[-1] = longer
    return [shortened(line, room, size, bold) for line in made]


class Sheet:
    """A figure to draw on. What is drawn later lies on top; all lengths are points."""

    def __init__(self, figure: Figure, theme: Theme) -> None:
        self._figure = figure
        self.theme = theme
        self.width, self.height = (float(side) * POINTS_PER_INCH for side in figure.get_size_inches())
        self._points = Affine2D().scale(1 / POINTS_PER_INCH) + figure.dpi_scale_trans
        self._drawn = 0
        figure.set_facecolor(theme.ground)
        figure.patch.set_visible(not theme.paper)

    def widest(self, words: str, size: float) -> float:
        """How much room a line of text may take here: on screen more than its letters have on paper."""
        wide = width_of(words, size)
        return wide if self.theme.paper else wide * LOOSE + 1

    def _add(self, artist: Artist) -> None:
        self._drawn += 1
        artist.set_zorder(self._drawn)
        artist.set_clip_on(False)
        self._figure.add_artist(artist)

    def boxes(
        self, boxes: Iterable[tuple[float, float, float, float]], fill: str, edge: str = "none", line: float = 0.0
    ) -> None:
        """Rectangles from left, bottom, right, top."""
        corners = [((a, b), (a, d), (c, d), (c, b)) for a, b, c, d in boxes]
        if corners:
            made = PolyCollection(
                corners, facecolors=fill, edgecolors=edge, linewidths=line, transform=self._points, antialiased=True
            )
            self._add(made)

    def ground(self, boxes: Iterable[tuple[float, float, float, float]], fill: str) -> None:
        """Rectangles without edges as one shape, which is drawn faster where there are many."""
        corners = [((a, b), (a, d), (c, d), (c, b), (a, b)) for a, b, c, d in boxes]
        if corners:
            shape = Path.make_compound_path(*(Path(outline, closed=True) for outline in corners))
            self._add(PathPatch(shape, facecolor=fill, edgecolor="none", linewidth=0.0, transform=self._points))

    def bands(self, boxes: Iterable[tuple[float, float, float, float]]) -> None:
        """What is missing: grey, which is too light to be told by itself, between lines in the colour of quiet words.

        They take half of a narrow band at most.
        """
        known = [*boxes]
        self.ground(known, self.theme.gap)
        framed: dict[float, list[Sequence[Place]]] = {}
        for left, low, right, high in known:
            hair = min(self.theme.hair, (right - left) * 0.25)
            framed.setdefault(hair, []).append(((left, low), (left, high), (right, high), (right, low)))
        for hair, frames in framed.items():
            self.lines(frames, self.theme.quiet, hair)

    def lines(
        self, runs: Iterable[Sequence[Place]], colour: str, width: float, dashes: tuple[float, ...] | None = None
    ) -> None:
        """Lines through places; the runs are not joined."""
        xs: list[float] = []
        ys: list[float] = []
        for run in runs:
            xs += [x for x, _ in run] + [float("nan")]
            ys += [y for _, y in run] + [float("nan")]
        if xs:
            style: Any = "-" if dashes is None else (0, dashes)
            self._add(
                Line2D(
                    xs, ys, color=colour, linewidth=width, linestyle=style, marker="", solid_capstyle="round",
                    solid_joinstyle="round", dash_capstyle="butt", transform=self._points, antialiased=True,
                )
            )  # fmt: skip

    def marks(self, places: Sequence[Place], shape: str, size: float, fill: str, edge: str, line: float = 0.0) -> None:
        """Marks of one shape, as Matplotlib names it: "o" circle, "^" triangle, "D" diamond, "x" cross."""
        if places:
            xs, ys = zip(*places, strict=True)
            self._add(
                Line2D(
                    xs, ys, linestyle="none", marker=shape, markersize=size, markerfacecolor=fill,
                    markeredgecolor=edge, markeredgewidth=line, transform=self._points, antialiased=True,
                )
            )  # fmt: skip

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, align: str = "left", bold: bool = False
    ) -> None:
        """One line with its baseline at ``y``; characters that the font lacks are replaced visibly."""
        shown = one_line(words, self.theme.others)
        left = x - width_of(shown, size, bold) * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        # Aligned here and not by Matplotlib, so that screen and paper agree on the place of the first letter.
        self._add(
            Text(
                left, y, shown, color=colour, fontproperties=font(size, bold), horizontalalignment="left",
                verticalalignment="baseline", parse_math=False, usetex=False, transform=self._points,
            )
        )  # fmt: skip

    def middle_text(
        self, x: float, y: float, words: str, size: float, colour: str, align: str = "left", bold: bool = False
    ) -> None:
        """One line whose capitals and digits are centred on ``y``."""
        self.text(x, y - size * CAP_HEIGHT / 2, words, size, colour, align, bold)
