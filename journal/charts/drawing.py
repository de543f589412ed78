"""Draws each chart on an empty figure, the same for screen and paper. Loads Matplotlib: to be called in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.charts.before_and_after import BeforeAndAfterData
from journal.charts.calendar import CalendarData
from journal.charts.frames import ColumnFrame, GridFrame, TimeFrame
from journal.charts.multiples import MultiplesData
from journal.charts.one_series import SeriesData
from journal.charts.overview import OverviewData
from journal.charts.theme import Theme
from journal.charts.wearing_off import WearingOffData

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_overview(figure: Figure, data: OverviewData, theme: Theme) -> TimeFrame:
    """Draw it and say where its days are."""
    from journal.charts.overview_drawing import draw

    return draw(figure, data, theme)


def draw_calendar(figure: Figure, data: CalendarData, theme: Theme) -> GridFrame:
    """Draw it and say where its days are."""
    from journal.charts.calendar_drawing import draw

    return draw(figure, data, theme)


def draw_series(figure: Figure, data: SeriesData, theme: Theme) -> TimeFrame:
    """Draw it and say where its days are."""
    from journal.charts.one_series_drawing import draw

    return draw(figure, data, theme)


def draw_before_and_after(figure: Figure, data: BeforeAndAfterData, theme: Theme) -> ColumnFrame:
    """Draw it and say where its columns are."""
    from journal.charts.before_and_after_drawing import draw

    return draw(figure, data, theme)


def draw_wearing_off(figure: Figure, data: WearingOffData, theme: Theme) -> ColumnFrame:
    """Draw it and say where its columns are."""
    from journal.charts.wearing_off_drawing import draw

    return draw(figure, data, theme)


def draw_multiples(figure: Figure, data: MultiplesData, theme: Theme) -> None:
    """Draw them."""
    from journal.charts.multiples_drawing import draw

    draw(figure, data, theme)


def multiples_height(panels: int, width: float, label: float) -> float:
    """The room that so many small pictures need at this width, for labels of this size; all in points."""
    from journal.charts.multiples_drawing import height_for

    return height_for(panels, width, label)
