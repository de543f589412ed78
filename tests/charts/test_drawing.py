"""Every chart as pixels: it draws whatever the journal holds, stays in its picture, and its days are where it says."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import matplotlib
import numpy as np
import numpy.typing as npt
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text

from journal.charts.before_and_after import before_and_after_data
from journal.charts.calendar import CalendarData, CellKind, Measure, calendar_data
from journal.charts.drawing import draw_before_and_after, draw_calendar, draw_overview
from journal.charts.overview import Event, OverviewData, overview_data
from journal.charts.picture import new_figure, picture
from journal.charts.shapes import Sheet, shortened, width_of, wrapped
from journal.charts.theme import DARK, LIGHT, PRINT, Theme
from journal.insights.days import DayState
from tests.charts.days import GROUPS, HALF, ODD_NAMES, PAIN, TEXTS, made_up, overview, run
from tests.charts.test_theme import contrast

USE, NONE, EMPTY = DayState.USE, DayState.NONE, DayState.EMPTY
Pixels = npt.NDArray[np.uint8]
WIDTH, HEIGHT = 640, 360


def pixels(draw: Callable[..., Any], data: object, theme: Theme = LIGHT, ratio: float = 1.0) -> Pixels:
    made = picture(draw, data, theme, WIDTH, HEIGHT, ratio)
    return np.frombuffer(made.rgba, dtype=np.uint8).reshape(made.height, made.width, 4).copy()


def calendar(count: int = 84, kind: str = "gaps", symptom: str = PAIN) -> CalendarData:
    return calendar_data(*made_up(count, kind), TEXTS, symptom, GROUPS, Measure.AMOUNT)


def holds(found: Pixels, colour: str) -> bool:
    rgb = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return bool((found[..., :3] == rgb).all(axis=2).any())


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(4)
@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("count", "kind"),
    [(1, "full"), (3, "full"), (7, "full"), (84, "gaps"), (84, "extract"), (365, "gaps"), (900, "gaps")],
)
def test_overview_and_calendar_draw(count: int, kind: str, theme: Theme) -> None:
    assert holds(pixels(draw_overview, overview(count, kind), theme), theme.ink) or count < 7 or theme.paper
    assert pixels(draw_calendar, calendar(count, kind), theme).any()


@pytest.mark.parametrize("count", [84, 900])
def test_the_key_of_the_calendar_stands_below_every_year(count: int) -> None:
    data, figure = calendar(count), new_figure(WIDTH, 900)
    frame = draw_calendar(figure, data, LIGHT)
    lowest = max(frame.box(index).bottom for index in range(data.count))
    key = [each for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text() == "nothing recorded"]
    (top,) = [1 - each.get_window_extent().y1 / figure.bbox.height for each in key]
    assert top > lowest


def test_the_overview_shows_each_kind_of_mark_in_its_colour() -> None:
    found = pixels(draw_overview, overview(84), ratio=2)
    assert all(holds(found, colour) for colour in (LIGHT.leaf, LIGHT.doses, LIGHT.symptom, LIGHT.gap, LIGHT.ink))
    full = pixels(draw_overview, overview(84, "full"), ratio=2)
    assert not holds(full, LIGHT.gap)


def test_a_gap_covers_its_days_and_a_bar_stands_on_its_day() -> None:
    data = overview_data(run(*[USE] * 10, *[EMPTY] * 10, *[USE] * 10), [()] * 30, TEXTS, PAIN, GROUPS)
    made = picture(draw_overview, data, LIGHT, WIDTH, HEIGHT, 2)
    found = np.frombuffer(made.rgba, dtype=np.uint8).reshape(made.height, made.width, 4)
    for index, colour in ((5, LIGHT.leaf), (12, LIGHT.gap), (25, LIGHT.leaf)):
        box = made.frame.box(index)
        column = found[:, round((box.left + box.right) / 2 * made.width)][None]
        assert holds(column, colour)
        assert not holds(column, LIGHT.gap if colour != LIGHT.gap else LIGHT.leaf)


def most_contrast(found: Pixels, ground: str) -> float:
    """Of the pixels, that of the one which differs most from the ground."""
    return max(contrast(to_hex(pixel[:3] / 255), ground) for pixel in np.unique(found.reshape(-1, 4), axis=0))


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1, 1.5])
@pytest.mark.parametrize("count", [28, 365, 1095])
def test_days_without_entries_are_told_from_the_ground(theme: Theme, count: int, ratio: float) -> None:
    """As thin lines become on a screen, however many days are shown: at least 3:1, in overview and calendar."""
    third = count // 3
    data = overview_data(run(*[USE] * third, *[EMPTY] * third, *[USE] * third), [()] * (3 * third), TEXTS, PAIN, GROUPS)
    made = picture(draw_overview, data, theme, WIDTH, HEIGHT, ratio)
    first = round(made.frame.box(third).left * made.width)
    row = pixels(draw_overview, data, theme, ratio)[made.height // 2]
    assert most_contrast(row[first - 2 : first + 3], theme.ground) >= 3
    weeks = calendar(count)
    box = picture(draw_calendar, weeks, theme, WIDTH, HEIGHT, ratio).frame.box(
        next(at for at, cell in enumerate(weeks.cells) if cell.kind is CellKind.EMPTY)
    )
    found = pixels(draw_calendar, weeks, theme, ratio)
    high, wide = found.shape[:2]
    inside = found[
        round(box.top * high) + 1 : round(box.bottom * high), round(box.left * wide) + 1 : round(box.right * wide)
    ]
    assert most_contrast(inside, theme.ground) >= 3


def test_a_confirmed_day_without_is_not_a_day_without_entries() -> None:
    none = overview_data(run(*[USE] * 10, NONE, *[USE] * 10), [()] * 21, TEXTS, PAIN, GROUPS)
    empty = overview_data(run(*[USE] * 10, EMPTY, *[USE] * 10), [()] * 21, TEXTS, PAIN, GROUPS)
    assert (pixels(draw_overview, none) != pixels(draw_overview, empty)).any()


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_no_two_of_the_states_of_a_day_look_alike_in_black_and_white(theme: Theme) -> None:
    """As a fax shows them: of every point only whether it is darker than half."""

    def faxed(state: DayState) -> bytes:
        days = run(*[USE] * 40, state, *[USE] * 43)
        found = pixels(draw_overview, overview_data(days, [()] * 84, TEXTS, PAIN, GROUPS), theme, ratio=2)
        return np.packbits(found[..., :3].mean(axis=2) < 128).tobytes()

    seen = [faxed(state) for state in (NONE, DayState.OTHER, USE)]
    bare = faxed(EMPTY)  # grey is white on a fax in the worst case
    assert len({*seen, bare}) == 4


def test_a_hollow_bar_has_a_black_edge_on_paper_and_its_own_colour_on_screen() -> None:
    """A coloured line is dots on a fax."""
    days = run(*[HALF] * 20)
    for theme, edge in ((PRINT, PRINT.ink), (LIGHT, LIGHT.leaf)):
        figure = new_figure(WIDTH, HEIGHT)
        draw_overview(figure, overview_data(days, [()] * 20, TEXTS, PAIN, GROUPS), theme)
        bars = [each for each in figure.findobj(PolyCollection) if isinstance(each, PolyCollection)]
        assert {to_hex(colour) for each in bars for colour in np.asarray(each.get_edgecolor())} == {edge.lower()}


@pytest.mark.parametrize(("together", "medians", "drawn"), [(2, 1, 2), (3, 2, 2), (4, 4, 6)])
def test_a_line_above_bars_is_longer_than_a_dash(together: int, medians: int, drawn: int) -> None:
    """Of one or two medians it read as a value; here two short runs and a long one in each of two panels."""
    figure, short = new_figure(WIDTH, HEIGHT), [*[USE] * together, EMPTY, *[USE] * together]
    days = run(*short, *[EMPTY] * 9, *[USE] * 9)
    data = overview_data(days, [()] * len(days), TEXTS, PAIN, GROUPS[:1])
    assert [len(each) for panel in data.panels[:2] for each in panel.runs] == [medians, medians, 9] * 2
    draw_overview(figure, data, PRINT)
    heavy = [each for each in figure.findobj(Line2D) if each.get_linewidth() == PRINT.line]
    gaps = sum(int(np.isnan(np.asarray(each.get_ydata(), dtype=float)).sum()) for each in heavy)
    assert gaps == drawn


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD_NAMES.values(), ids=ODD_NAMES)
def test_odd_names_change_the_picture_and_break_nothing(name: str) -> None:
    named = pixels(draw_overview, overview(84, "full", name, name))
    nameless = pixels(draw_overview, overview(84, "full", "", ""))
    assert (named != nameless).any() or not name
    pixels(draw_calendar, calendar(84, symptom=name))


def test_names_stay_inside_the_picture() -> None:
    found = pixels(draw_overview, overview(84, "full", "W" * 200, "W" * 200))
    assert (found[:, -1] == found[0, -1]).all() and (found[:, 0] == found[0, 0]).all()


def test_no_text_reads_formulas() -> None:
    figure = new_figure(WIDTH, HEIGHT)
    draw_overview(figure, overview(84, "full", "$x$", "$y$"), LIGHT)
    texts = [artist for artist in figure.get_children() if isinstance(artist, Text)]
    assert len(texts) > 8 and not any(text.get_parse_math() or text.get_usetex() for text in texts)
    assert any("$x$" in text.get_text() for text in texts)


@pytest.mark.parametrize("height", [60, 75, 90, 110, 160])
def test_the_names_of_low_panels_keep_their_distance(height: int) -> None:
    """Name and unit share a line where two lines would run into those of the next panel."""
    figure = new_figure(523, height)
    draw_overview(figure, overview(84).with_one_panel_a_group(), PRINT)
    placed = {text.get_text(): text.get_position()[1] for text in figure.findobj(Text)}
    labels = [placed[words] for words in (PAIN, "Extract", "Leaf")]
    assert labels[0] > 0 and all(above - below >= PRINT.label * 1.2 for below, above in pairwise(labels))
    assert (abs(placed["Leaf"] - placed["g a day"]) < 1) is (height < 160)


def test_events_are_named_above_the_last_28_days_and_never_over_each_other() -> None:
    days, ratings = made_up(84, "full")
    events = [Event(days[number].day, f"new: {name}") for number, name in ((56, "A"), (57, "B"), (80, "C" * 40))]
    figure = new_figure(WIDTH, HEIGHT)
    draw_overview(figure, overview_data(days, ratings, TEXTS, PAIN, GROUPS, events), PRINT)
    texts = {each.get_text(): each for each in figure.get_children() if isinstance(each, Text)}
    assert "new: A" in texts and "new: B" not in texts
    assert texts["new: A"].get_position()[1] > texts["last 28 days →"].get_position()[1]
    (cut,) = [each for words, each in texts.items() if words.startswith("new: CC")]
    assert cut.get_text().endswith("…")


@pytest.mark.parametrize("theme", [LIGHT, PRINT], ids=["screen", "paper"])
def test_two_captions_never_share_a_place(theme: Theme) -> None:
    """A panel that has words of its own needs none about days without entries."""
    days = run(*[DayState.OTHER] * 8, *[EMPTY] * 60, *[DayState.OTHER] * 8)
    figure = new_figure(WIDTH, HEIGHT)
    draw_overview(figure, overview_data(days, [()] * len(days), TEXTS, PAIN, ()), theme)
    texts = [each.get_text() for each in figure.get_children() if isinstance(each, Text)]
    assert "No dose is listed for these days." in texts and "no entries" not in texts


@pytest.mark.parametrize(("changes", "days"), [([-3, -3, 0, 2], 9), ([-3, 1], 2), ([], 0), ([-10, 10] * 300, 99)])
def test_changes_after_doses_draw(changes: list[int], days: int) -> None:
    def draw(figure: Any, data: Any, theme: Theme) -> Any:
        draw_before_and_after(figure, data, theme)

    found = pixels(draw, before_and_after_data(changes, days, TEXTS))
    assert (found != found[0, 0]).any()


@pytest.mark.parametrize(("changes", "dashed"), [([-3, -3, 0, 2], False), ([-3, -3, 2], True)])
def test_the_line_of_no_change_does_not_cross_a_number(changes: list[int], dashed: bool) -> None:
    figure = new_figure(WIDTH, HEIGHT)
    draw_before_and_after(figure, before_and_after_data(changes, 9, TEXTS), PRINT)
    lines = [each for each in figure.get_children() if isinstance(each, Line2D)]
    assert any(each.is_dashed() for each in lines) is dashed


def test_every_cell_of_the_calendar_is_where_it_says() -> None:
    data = calendar(84, "full")
    made = picture(draw_calendar, data, LIGHT, WIDTH, HEIGHT, 2)
    found = np.frombuffer(made.rgba, dtype=np.uint8).reshape(made.height, made.width, 4)
    for index in (0, 40, 83):
        box = made.frame.box(index)
        corner = found[round(box.top * made.height) + 5, round(box.left * made.width) + 5][None, None]
        assert holds(corner, LIGHT.cells[data.cells[index].level])


def test_drawing_changes_no_setting() -> None:
    before = dict(matplotlib.rcParams)
    pixels(draw_overview, overview(84))
    pixels(draw_calendar, calendar(84))
    assert dict(matplotlib.rcParams) == before


@pytest.mark.slow
def test_chart_data_loads_no_matplotlib_and_drawing_no_pyplot() -> None:
    told = "import sys, journal.charts.{}; print('matplotlib' in sys.modules, 'matplotlib.pyplot' in sys.modules)"
    for modules, expected in (
        ("overview, journal.charts.calendar, journal.charts.before_and_after, journal.charts.frames", "False False"),
        ("overview_drawing, journal.charts.calendar_drawing, journal.charts.before_and_after_drawing", "True False"),
    ):
        command = [sys.executable, "-c", told.format(modules)]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == expected


def test_four_threads_draw_the_same_picture() -> None:
    data: OverviewData = overview(84)
    expected = pixels(draw_overview, data)
    found: list[Pixels] = []
    threads = [threading.Thread(target=lambda: found.append(pixels(draw_overview, data))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all((each == expected).all() for each in found)


def test_cutting_and_wrapping() -> None:
    assert shortened("short", 500, 10) == "short"
    cut = shortened("w" * 200, 80, 10)
    assert cut.endswith("…") and width_of(cut, 10) <= 80
    assert wrapped("one two three", width_of("one two ", 10), 10, 3) == ["one two", "three"]
    assert wrapped("one two three", width_of("three…", 10), 10, 2) == [
        "one",
        shortened("two three", width_of("three…", 10), 10),
    ]


def test_a_sheet_measures_in_points_whatever_the_resolution() -> None:
    assert Sheet(new_figure(300, 200, ratio=3), LIGHT).width == pytest.approx(300)


def test_of_several_years_the_newest_stands_on_top() -> None:
    data = calendar(800)
    frame = draw_calendar(new_figure(700, 600), data, LIGHT)
    assert len(data.blocks) > 1 and frame.box(data.count - 1).top < frame.box(0).top
