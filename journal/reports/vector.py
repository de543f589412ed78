"""Matplotlib figures as vectors on a ReportLab page: real text, shared marks, an error for what cannot be drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as File
from typing import Any, NoReturn

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.pdfgen.canvas import Canvas

from journal.charts.glyphs import font_file
from journal.reports.fonts import BOLD, REGULAR, missing_characters, register_fonts

POINTS_PER_INCH = 72
HATCH_TILE = 72.0  # points: the side of the square that Matplotlib's hatch path fills, as in its own PDF backend
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
# Matplotlib's own types admit every way to write a colour; renderers are given RGB or RGBA.
Colour = Any


class UnsupportedArtist(Exception):
    """A figure holds something that cannot be drawn on the page: a bug, because charts are made by the program."""


def draw_figure(canvas: Canvas, figure: Figure, x: float, y: float, width: float, height: float) -> None:
    """Draw a figure on a page with its lower left corner at (x, y), in points; another size than its own is scaled.

    Raises UnsupportedArtist; the page is then of no use.
    """
    register_fonts()
    own = figure.get_size_inches() * POINTS_PER_INCH
    dpi = figure.dpi
    figure.set_dpi(POINTS_PER_INCH)
    canvas.saveState()
    try:
        canvas.translate(x, y)
        if (width, height) != tuple(own):
            canvas.scale(width / own[0], height / own[1])
        figure.draw(CanvasRenderer(canvas, float(own[0]), float(own[1])))
    finally:
        canvas.restoreState()
        figure.set_dpi(dpi)


class CanvasRenderer(RendererBase):
    """Draws on a ReportLab canvas in points; one pixel of the figure is one point."""

    dpi = POINTS_PER_INCH  # read by images

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        super().__init__()
        self._canvas, self._width, self._height = canvas, width, height

    # --- what Matplotlib asks ---

    def flipy(self) -> bool:
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._width, self._height

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        """Width as ReportLab sets it (without kerning), heights of a line of the font: no word stands on its middle."""
        if ismath:
            self._refuse(f"formula {s!r}")
        name, size = _font_name(prop), prop.get_size_in_points()
        ascent, descent = getAscentDescent(name, size)
        return stringWidth(s, name, size), ascent - descent, -descent

    # --- paths ---

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Colour | None = None,  # noqa: N803
    ) -> None:
        self._refuse_effects(gc)
        outline = [*path.iter_segments(transform, simplify=False)]
        if not outline:
            return
        with self._clipped(gc):
            if gc.get_hatch():
                self._draw_hatched(gc, outline, rgbFace)
                rgbFace = None  # noqa: N806
            self._paint(self._outline(outline), gc, rgbFace)

    def _paint(self, outline: Any, gc: GraphicsContextBase, face: Colour | None) -> None:
        stroke = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        if face is not None:
            self._fill_with(face, gc)
        if stroke:
            self._stroke_with(gc)
        if stroke or face is not None:
            self._canvas.drawPath(outline, stroke=int(stroke), fill=int(face is not None), fillMode=1)

    def _outline(self, segments: list[tuple[Any, Any]]) -> Any:
        made = self._canvas.beginPath()
        here = (0.0, 0.0)
        for points, code in segments:
            match code:
                case Path.MOVETO:
                    made.moveTo(*points)
                case Path.LINETO:
                    made.lineTo(*points)
                case Path.CURVE3:
                    made.curveTo(*_cubic(here, points))
                case Path.CURVE4:
                    made.curveTo(*points)
                case Path.CLOSEPOLY:
                    made.close()
            here = (float(points[-2]), float(points[-1]))
        return made

    def draw_markers(
        self, gc: GraphicsContextBase, marker_path: Path, marker_trans: Transform, path: Path, trans: Transform,
        rgbFace: Colour | None = None,  # noqa: N803
    ) -> None:  # fmt: skip
        """The mark once, as a form that all its places and all charts of the document share."""
        self._refuse_effects(gc)
        name = self._mark_form(gc, marker_path.transformed(marker_trans), rgbFace)
        with self._clipped(gc):
            for points, _ in path.iter_segments(trans, simplify=False):
                self._canvas.saveState()
                self._canvas.translate(float(points[-2]), float(points[-1]))
                self._canvas.doForm(name)
                self._canvas.restoreState()

    def _mark_form(self, gc: GraphicsContextBase, mark: Path, face: Colour | None) -> str:
        style = (gc.get_rgb(), gc.get_linewidth(), gc.get_dashes(), gc.get_capstyle(), gc.get_joinstyle(), face)
        codes = None if mark.codes is None else np.asarray(mark.codes).tolist()
        look = repr((np.asarray(mark.vertices).round(4).tolist(), codes, style))
        name = "mark-" + hashlib.sha256(look.encode()).hexdigest()[:16]
        if not self._canvas.hasForm(name):
            box, edge = mark.get_extents(), gc.get_linewidth() + 1
            self._canvas.beginForm(name, box.x0 - edge, box.y0 - edge, box.x1 + edge, box.y1 + edge)
            self._paint(self._outline([*mark.iter_segments(simplify=False)]), gc, face)
            self._canvas.endForm()
        return name

    def _draw_hatched(self, gc: GraphicsContextBase, outline: list[tuple[Any, Any]], face: Colour | None) -> None:
        """Fill, then the hatch as lines inside the outline."""
        hatch = gc.get_hatch_path()
        assert hatch is not None
        if face is not None:
            self._fill_with(face, gc)
            self._canvas.drawPath(self._outline(outline), stroke=0, fill=1)
        ends = np.array([points[-2:] for points, _ in outline], dtype=float)
        (left, bottom), (right, top) = ends.min(axis=0), ends.max(axis=0)
        self._canvas.saveState()
        self._canvas.clipPath(self._outline(outline), stroke=0, fill=0)
        self._stroke_rgb(gc.get_hatch_color())
        self._canvas.setLineWidth(gc.get_hatch_linewidth())
        self._canvas.setDash()
        for x in np.arange(left // HATCH_TILE, right // HATCH_TILE + 1) * HATCH_TILE:
            for y in np.arange(bottom // HATCH_TILE, top // HATCH_TILE + 1) * HATCH_TILE:
                tile = Affine2D().scale(HATCH_TILE).translate(float(x), float(y))
                self._canvas.drawPath(self._outline([*hatch.iter_segments(tile, simplify=False)]), stroke=1, fill=0)
        self._canvas.restoreState()

    # --- text and images ---

    def draw_text(
        self, gc: GraphicsContextBase, x: float, y: float, s: str, prop: FontProperties, angle: float,
        ismath: Any = False, mtext: Any = None,
    ) -> None:  # fmt: skip
        self._refuse_effects(gc)
        if ismath:
            self._refuse(f"formula {s!r}")
        font = _font_name(prop)
        if missing := missing_characters(s, font):
            self._refuse(f"characters that the font lacks: {sorted(missing)}")
        with self._clipped(gc):
            self._canvas.translate(x, y)
            if angle:
                self._canvas.rotate(angle)
            self._canvas.setFont(font, prop.get_size_in_points())
            self._fill_with(gc.get_rgb(), gc)
            self._canvas.drawString(0, 0, s)

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        if transform is not None:
            self._refuse("image under a transform")
        rows, columns = im.shape[:2]
        # Matplotlib counts rows from the bottom where y points up.
        pixels = Image.fromarray(np.ascontiguousarray(im[::-1]), "RGBA")
        with self._clipped(gc):
            self._canvas.drawImage(ImageReader(pixels), x, y, columns, rows, mask="auto")

    # --- state ---

    @contextmanager
    def _clipped(self, gc: GraphicsContextBase) -> Iterator[None]:
        self._canvas.saveState()
        try:
            self._clip(gc)
            yield
        finally:
            self._canvas.restoreState()

    def _clip(self, gc: GraphicsContextBase) -> None:
        rectangle = gc.get_clip_rectangle()
        if rectangle is not None:
            outline = self._canvas.beginPath()
            outline.rect(rectangle.x0, rectangle.y0, rectangle.width, rectangle.height)
            self._canvas.clipPath(outline, stroke=0, fill=0)
        path, transform = gc.get_clip_path()
        if path is not None:
            shape: Any = path  # a Path, although its type says otherwise
            segments = [*shape.iter_segments(transform, simplify=False)]
            self._canvas.clipPath(self._outline(segments), stroke=0, fill=0)

    def _fill_with(self, face: Colour, gc: GraphicsContextBase) -> None:
        self._canvas.setFillColorRGB(*(float(part) for part in face[:3]))
        opaque = gc.get_alpha() if gc.get_forced_alpha() else face[3] if len(face) > 3 else 1.0
        if opaque < 1:
            self._canvas.setFillAlpha(float(opaque))

    def _stroke_rgb(self, colour: Colour) -> None:
        self._canvas.setStrokeColorRGB(*(float(part) for part in colour[:3]))
        if len(colour) > 3 and colour[3] < 1:
            self._canvas.setStrokeAlpha(float(colour[3]))

    def _stroke_with(self, gc: GraphicsContextBase) -> None:
        self._stroke_rgb(gc.get_rgb())
        self._canvas.setLineWidth(gc.get_linewidth())
        self._canvas.setLineCap(_CAPS[gc.get_capstyle()])
        self._canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        self._canvas.setDash([] if dashes is None else np.asarray(dashes, dtype=float).tolist(), float(offset or 0))

    # --- what cannot be drawn ---

    def _refuse(self, name: str) -> NoReturn:
        raise UnsupportedArtist(name)

    def _refuse_effects(self, gc: GraphicsContextBase) -> None:
        if gc.get_sketch_params() is not None:
            self._refuse("sketched lines")

    def draw_gouraud_triangles(self, *_given: Any, **_named: Any) -> None:
        self._refuse("shaded triangles")

    def draw_tex(self, *_given: Any, **_named: Any) -> None:
        self._refuse("TeX")

    def start_filter(self) -> None:
        self._refuse("filter")

    def start_rasterizing(self) -> None:
        self._refuse("rasterized artist")


def _cubic(here: tuple[float, float], points: Any) -> tuple[float, ...]:
    """A quadratic curve as a cubic one."""
    (x0, y0), (x1, y1, x2, y2) = here, (float(number) for number in points)
    return (
        x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0), x2 + 2 / 3 * (x1 - x2), y2 + 2 / 3 * (y1 - y2), x2, y2
    )  # fmt: skip


def _font_name(prop: FontProperties) -> str:
    file = prop.get_file()
    if file is None:
        raise UnsupportedArtist(f"font chosen by family: {prop.get_family()}")
    for bold, name in ((False, REGULAR), (True, BOLD)):
        if File(str(file)) == font_file(bold):
            return name
    raise UnsupportedArtist(f"font {File(str(file)).name}")
