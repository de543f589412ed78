"""Charts on a PDF page look as by Agg, keep their text, repeat to the byte, and refuse what they cannot draw."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from typing import Any

import matplotlib
import numpy as np
import numpy.typing as npt
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Ellipse, Rectangle
from matplotlib.text import Text
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from journal.charts.before_and_after import before_and_after_data
from journal.charts.calendar import Measure, calendar_data
from journal.charts.drawing import draw_before_and_after, draw_calendar, draw_overview
from journal.charts.glyphs import font_file
from journal.charts.picture import new_figure
from journal.charts.theme import PRINT
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.vector import UnsupportedArtist, draw_figure
from tests.charts.days import GROUPS, ODD_NAMES, PAIN, TEXTS, made_up, overview
from tests.oracle.read_back import pages_of

Pixels = npt.NDArray[np.uint8]
Make = Callable[[Figure], object]
WIDTH, HEIGHT, RATIO = 400, 240, 2
# Edges and letters are smoothed differently: measured up to 1.4 levels of 255 on average, and nowhere
# further apart than 100 levels after a blur of 5 x 5. One missing bar is 1 % of the places.
MEAN, PLACES, FAR = 1.8, 0.0002, 100


def page_of(make: Make) -> bytes:
    register_fonts()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR)
    figure = new_figure(WIDTH, HEIGHT)
    make(figure)
    draw_figure(canvas, figure, 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return written.getvalue()


def rendered(page: bytes) -> tuple[Pixels, str]:
    """The page as PDFium shows it, as means of red, green and blue, and its text."""
    with closing(PdfDocument(page)) as document, closing(document[0].render(scale=RATIO)) as shown:
        colours: Pixels = shown.to_numpy()
        return colours[..., :3].mean(axis=2).astype(np.uint8), pages_of(page)[0]


def by_agg(make: Make) -> Pixels:
    """Without what only pixels need: on paper no edge is moved to the next one, and no letter is hinted."""
    with matplotlib.rc_context({"path.snap": False, "text.hinting": "no_hinting"}):
        figure = new_figure(WIDTH, HEIGHT, RATIO)
        canvas: Any = FigureCanvasAgg(figure)
        make(figure)
        canvas.draw()
    rgba = np.asarray(canvas.buffer_rgba()).astype(float)
    opaque = rgba[..., 3:] / 255
    on_white = rgba[..., :3] * opaque + 255 * (1 - opaque)
    return np.asarray(on_white.mean(axis=2), dtype=np.uint8)


def apart(one: Pixels, other: Pixels) -> tuple[float, float]:
    """The mean difference, and the share of places that are far apart once both are blurred."""
    difference = np.abs(blurred(one) - blurred(other))
    return float(difference.mean()), float((difference > FAR).mean())


def blurred(grey: Pixels) -> npt.NDArray[np.float64]:
    wide = np.pad(grey.astype(float), 2, mode="edge")
    rows, columns = grey.shape
    parts = [wide[y : y + rows, x : x + columns] for y in range(5) for x in range(5)]
    return np.asarray(sum(parts) / len(parts))


def look_alike(make: Make) -> bool:
    mean, places = apart(rendered(page_of(make))[0], by_agg(make))
    return mean <= MEAN and places <= PLACES


CHARTS: dict[str, Make] = {
    "overview": lambda figure: draw_overview(figure, overview(84), PRINT),
    "overview of years": lambda figure: draw_overview(figure, overview(900), PRINT),
    "too few days": lambda figure: draw_overview(figure, overview(3, "full"), PRINT),
    "calendar": lambda figure: draw_calendar(
        figure, calendar_data(*made_up(84), TEXTS, PAIN, GROUPS, Measure.AMOUNT), PRINT
    ),
    "before and after": lambda figure: draw_before_and_after(
        figure, before_and_after_data([-4, -3, -3, -2, 0, 0, 1], 7, TEXTS), PRINT
    ),
    "few before and after": lambda figure: draw_before_and_after(
        figure, before_and_after_data([-4, -3, -3], 2, TEXTS), PRINT
    ),
}


def part(artist: Callable[[], Any]) -> Make:
    def make(figure: Figure) -> None:
        made = artist()
        if not made.is_transform_set():
            made.set_transform(figure.dpi_scale_trans)
        figure.add_artist(made)

    return make


BOX = [[(1, 1), (1, 2.5), (4, 2.5), (4, 1)]]
PARTS: dict[str, Make] = {
    "filled": part(lambda: PolyCollection(BOX, facecolors="#0072B2", edgecolors="black", linewidths=3)),
    "half transparent": part(lambda: Rectangle((1, 1), 3, 1, facecolor="black", alpha=0.4)),
    "curves": part(lambda: Ellipse((2.5, 1.5), 3, 2, facecolor="#D55E00", edgecolor="black", linewidth=4)),
    "hatched": part(lambda: Rectangle((1, 1), 3, 1.5, facecolor="white", edgecolor="black", hatch="//", linewidth=1)),
    "dashed": part(lambda: Line2D([0.5, 5], [0.5, 3], color="black", linewidth=3, linestyle=(0, (4, 2)))),
    "broken line": part(lambda: Line2D([0.5, 2, float("nan"), 3, 5], [1, 2, 2, 1, 3], color="black", linewidth=3)),
    "marks": part(lambda: Line2D([1, 2, 3, 4], [1, 2, 1, 2], marker="o", markersize=20, linestyle="none")),
}  # fmt: skip


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
def test_charts_look_as_agg_draws_them(make: Make) -> None:
    assert look_alike(make)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_every_kind_of_mark_looks_as_agg_draws_it(make: Make) -> None:
    assert look_alike(make)
    assert rendered(page_of(make))[0].min() < 160  # something is there


def test_a_clip_is_kept() -> None:
    def make(figure: Figure) -> None:
        inches = figure.dpi_scale_trans
        outer = Circle((2.5, 1.5), 1, transform=inches)
        wide = Rectangle((0, 0), 6, 4, facecolor="black", transform=inches)
        figure.add_artist(wide)
        wide.set_clip_path(outer)

    assert look_alike(make)


def test_an_image_is_upright() -> None:
    def make(figure: Figure) -> None:
        pixels = np.full((60, 100, 4), 255, dtype=np.uint8)
        pixels[:20, :50, :3] = 0
        figure.figimage(pixels, 0, 0, origin="upper")

    shown, _ = rendered(page_of(make))
    corner = shown[-60 * RATIO :, : 100 * RATIO]
    assert corner[10, 10] == 0 and corner[-10, 10] == 255 and corner[10, -10] == 255


def test_a_missing_bar_would_be_seen() -> None:
    first, second = ([-3] * 5 + [0] * 5, [-3] * 5)
    shown, _ = rendered(
        page_of(lambda figure: draw_before_and_after(figure, before_and_after_data(first, 9, TEXTS), PRINT))
    )
    mean, places = apart(
        shown, by_agg(lambda figure: draw_before_and_after(figure, before_and_after_data(second, 9, TEXTS), PRINT))
    )
    assert mean > MEAN and places > PLACES


def test_text_can_be_selected() -> None:
    _, text = rendered(page_of(CHARTS["overview"]))
    assert PAIN in text and "last 28 days" in text and "New limit" in text and "Leaf doses" in text


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("name", [name for key, name in ODD_NAMES.items() if key not in ("empty", "long words")])
def test_odd_names_are_found_or_visibly_replaced(name: str) -> None:
    page = page_of(lambda figure: draw_overview(figure, overview(84, "full", name), PRINT))
    _, text = rendered(page)
    begin = name.split()[0][:3]
    found = begin in text or "▯" in text or "[" in text
    assert found or any(letter in text for letter in name if letter > "\u0600")  # letters joined by the reader


def test_all_fonts_are_embedded_and_helvetica_is_not_named() -> None:
    pdf = page_of(CHARTS["overview"])
    resources: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    about = [font.get_object()["/FontDescriptor"] for font in resources["/Font"].values()]
    assert all("/FontFile2" in each for each in about)
    assert {each["/FontName"].partition("+")[2] for each in about} == {"DejaVuSans", "DejaVuSans-Bold"}
    assert b"Helvetica" not in pdf


def test_the_same_page_twice_is_the_same_to_the_byte() -> None:
    assert page_of(CHARTS["overview"]) == page_of(CHARTS["overview"])


def test_one_mark_is_written_once_for_all_its_places() -> None:
    page = PdfReader(io.BytesIO(page_of(PARTS["marks"]))).pages[0]
    resources: Any = page["/Resources"]
    assert len([name for name in resources["/XObject"] if "mark" in name]) == 1
    content: Any = page.get_contents()
    assert content.get_data().split().count(b"Do") == 4


def test_another_size_is_scaled() -> None:
    def half(canvas: Canvas) -> None:
        figure = new_figure(WIDTH, HEIGHT)
        draw_overview(figure, overview(84), PRINT)
        draw_figure(canvas, figure, 0, 0, WIDTH / 2, HEIGHT / 2)

    register_fonts()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR)
    half(canvas)
    canvas.save()
    shown, _ = rendered(written.getvalue())
    assert shown[:HEIGHT, :].min() == 255 and shown[:, WIDTH:].min() == 255 and shown[HEIGHT:, :WIDTH].min() < 80


def shaded(figure: Figure) -> None:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.axis("off")
    axes.pcolormesh(np.arange(3), np.arange(3), np.arange(9).reshape(3, 3), shading="gouraud")


def plain_text(**more: Any) -> Make:
    given = {"fontproperties": FontProperties(fname=str(font_file())), "parse_math": False, **more}
    return lambda figure: figure.add_artist(Text(1, 1, given.pop("words", "x"), **given))


REFUSED: dict[str, Make] = {
    "shaded triangles": shaded,
    "formula": plain_text(words="$x^2$", parse_math=True),
    "another font": plain_text(fontproperties=FontProperties(family="serif")),
    "a letter that the font lacks": plain_text(words="腰"),
    "sketched": part(lambda: Line2D([0, 1], [0, 1], sketch_params=(1, 100, 2))),
    "rasterized": part(lambda: Rectangle((1, 1), 3, 1, rasterized=True)),
    "filtered": part(lambda: Rectangle((1, 1), 3, 1, agg_filter=lambda image, _dpi: (image, 0, 0))),
}  # fmt: skip


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
@pytest.mark.filterwarnings("ignore:Glyph .* missing from font")
def test_what_cannot_be_drawn_is_an_error(make: Make) -> None:
    with pytest.raises(UnsupportedArtist):
        page_of(make)
