"""T1, the overview: amount, doses and main symptom over the same days, with everything not recorded left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.charts.day_words import DayWords, overview_words
from journal.charts.frames import TimeFrame
from journal.charts.series import (
    Axis,
    Bar,
    Grain,
    Point,
    Step,
    Values,
    axis_to,
    grain_of,
    outlier_bound,
    reduced,
    smooth,
    spans,
    steps_of,
)
from journal.charts.theme import Theme
from journal.insights.days import DayFigures, DayState
from journal.insights.statistics import median
from journal.insights.summary import Summary
from journal.texts import Texts

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FEWEST_RECORDED = 7
LAST = 28
RATINGS = Axis(10.0, 5.0)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed on a day: a medicine started, another product, a limit set."""

    day: dt.date
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the three pictures above each other; x in days from the left edge, y in ``unit``, from 0 to ``top``.

    ``unknown``: days on which something was taken and no part of it is known. ``clipped``: what is written above bars
    that end at ``top``. ``words`` stands in a panel that has nothing to show.
    """

    name: str
    unit: str
    top: float
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...] = ()
    bands: tuple[Bar, ...] = ()
    runs: tuple[tuple[Point, ...], ...] = ()
    dots: tuple[Point, ...] = ()
    nones: tuple[float, ...] = ()
    unknown: tuple[float, ...] = ()
    clipped: tuple[tuple[float, str], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class OverviewData:
    """Everything the overview shows. ``panels`` is empty while too few days are recorded, and ``message`` says so.

    ``gaps`` are runs of days without any entry, ``strong`` the middles of steps with extract or 7-OH, ``last28`` is
    where the last 28 days begin, None in a period that is not longer.
    """

    words: DayWords
    grain: Grain
    recorded: int
    enough_data: bool
    message: str
    panels: tuple[Panel, ...] = ()
    gaps: tuple[Step, ...] = ()
    strong: tuple[float, ...] = ()
    events: tuple[tuple[float, str], ...] = ()
    last28: int | None = None

    @property
    def texts(self) -> Texts:
        """The language it speaks."""
        return self.words.texts

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.texts("Overview: amount, doses and main symptom by day")

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.words.days[0].day

    @property
    def count(self) -> int:
        """How many days."""
        return len(self.words.days)

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next day, down is the next week."""
        return 1, 7

    def day(self, index: int) -> dt.date:
        """The date of a day."""
        return self.words.days[index].day

    def sentence(self, index: int) -> str:
        """A day in words."""
        return self.words.sentence(index)

    def description(self) -> str:
        """The whole chart in words."""
        if not self.enough_data:
            return f"{self.words.description()} {self.message}"
        events = ", ".join(f"{label} ({self.texts.short_day(self.day(int(x)))})" for x, label in self.events)
        return self.words.description() + (f" {events}." if events else "")

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        return self.words.table()

    def least_height(self, width: float, label: float) -> float:
        """Room for three panels, whatever their width."""
        return label * 26

    def caption(self, paper: bool = False) -> str:
        """How to read it: only marks that occur; on paper without the grey, which the top of the page explains."""
        texts = self.texts
        line = {
            Grain.DAY: texts("line: 7-day median"),
            Grain.WEEK: texts("line: weekly median, band: middle half of the days"),
            Grain.MONTH: texts("line: monthly median, band: middle half of the days"),
        }[self.grain]
        said = [
            (True, line),
            (bool(self.gaps) and not paper, texts("grey: nothing recorded")),
            (any(panel.nones for panel in self.panels), texts("○ confirmed day without")),
            (any(bar.hollow for panel in self.panels for bar in panel.bars), texts("hollow: at least")),
            (any(panel.unknown for panel in self.panels), texts("◇ amount not known")),
            (bool(self.strong), texts("▲ extract or 7-OH")),
        ]
        return " · ".join(words for shown, words in said if shown)


def new_product_events(texts: Texts, summary: Summary, names: Mapping[str, str]) -> tuple[Event, ...]:
    """The first doses of products, the only events that this version records; ``names`` by product id."""
    return tuple(Event(each.day, texts("new: {name}", name=names[each.product])) for each in summary.new_products)


def overview_data(
    days: Sequence[DayFigures],
    ratings_by_day: Sequence[Sequence[int]],
    texts: Texts,
    symptom: str | None,
    events: Sequence[Event] = (),
) -> OverviewData:
    """The chart of these days, at least one, in order; ``symptom`` is the main symptom's name, None: not tracked."""
    words = overview_words(days, ratings_by_day, texts, symptom)
    recorded = sum(day.state is not DayState.EMPTY for day in days)
    grain = grain_of(len(days))
    if recorded < FEWEST_RECORDED:
        few = texts.plural(
            "7 recorded days are needed for this chart; there is {n}.",
            "7 recorded days are needed for this chart; there are {n}.",
            recorded,
        )
        return OverviewData(words, grain, recorded, False, few)
    steps = steps_of(days[0].day, len(days), grain)
    panels = (_amount_panel(words, steps), _doses_panel(words, steps), _symptom_panel(words, steps))
    empty = [all(day.state is DayState.EMPTY for day in days[start:end]) for start, end in steps]
    strong = [any(day.strong_doses for day in days[start:end]) for start, end in steps]
    return OverviewData(
        words, grain, recorded, True, "", panels,
        gaps=spans(empty, steps),
        strong=tuple((start + end) / 2 for (start, end), flag in zip(steps, strong, strict=True) if flag),
        events=_placed(events, days[0].day, len(days)),
        last28=len(days) - LAST if len(days) > LAST else None,
    )  # fmt: skip


def _placed(events: Sequence[Event], first: dt.date, count: int) -> tuple[tuple[float, str], ...]:
    places = sorted(((event.day - first).days, event.label) for event in events)
    return tuple((place + 0.5, label) for place, label in places if 0 <= place < count)


def _amount_panel(words: DayWords, steps: Sequence[Step]) -> Panel:
    texts, name, unit = words.texts, words.texts("Amount"), words.texts("g of leaf a day")
    values = [None if (amount := day.leaf_amount) is None else amount / 1000 for day in words.days]
    if len(steps) < len(values):
        return _reduced_panel(texts, name, unit, values, steps)
    bars = [
        Bar(x + 0.1, x + 0.9, 0, day.leaf_mg / 1000, day.weight_missing)
        for x, day in enumerate(words.days)
        if day.leaf_mg
    ]
    unknown = [x + 0.5 for x, day in enumerate(words.days) if day.weight_missing and not day.leaf_mg]
    return _bar_panel(words, name, unit, values, bars, unknown)


def _doses_panel(words: DayWords, steps: Sequence[Step]) -> Panel:
    texts, name, unit = words.texts, words.texts("Doses"), words.texts("a day, all products")
    values = [_dose_count(day) for day in words.days]
    if len(steps) < len(values):
        return _reduced_panel(texts, name, unit, values, steps, whole=True)
    bars = [Bar(x + 0.1, x + 0.9, 0, day.doses, day.number_missing) for x, day in enumerate(words.days) if day.doses]
    return _bar_panel(words, name, unit, values, bars, [], whole=True)


def _dose_count(day: DayFigures) -> float | None:
    return float(day.doses) if day.known and not day.number_missing else None


def _symptom_panel(words: DayWords, steps: Sequence[Step]) -> Panel:
    texts, ratings = words.texts, words.ratings
    if words.symptom is None:
        return _rating_panel(words, words=texts("No symptom is tracked."))
    if not any(ratings):
        return _rating_panel(words, words=texts("No ratings in this period."))
    values = [median(each) if each else None for each in ratings]
    if len(steps) < len(values):
        shown = reduced(values, steps)
        return _rating_panel(words, runs=shown.runs, bands=shown.bands, dots=shown.loose)
    dots = dict.fromkeys(Point(x + 0.5, value) for x, each in enumerate(ratings) for value in each)
    return _rating_panel(words, runs=smooth(values).runs, dots=tuple(dots))


def _rating_panel(
    shown: DayWords,
    runs: tuple[tuple[Point, ...], ...] = (),
    bands: tuple[Bar, ...] = (),
    dots: tuple[Point, ...] = (),
    words: str = "",
) -> Panel:
    texts, name = shown.texts, shown.symptom or shown.texts("Main symptom")
    ticks = _ticks(texts, RATINGS)
    return Panel(name, texts("0–10"), RATINGS.top, ticks, bands=bands, runs=runs, dots=dots, words=words)


def _bar_panel(
    words: DayWords, name: str, unit: str, values: Values, bars: list[Bar], unknown: list[float], whole: bool = False
) -> Panel:
    bound, runs = outlier_bound([bar.high for bar in bars]), smooth(values).runs
    # What lifts the median of a week is no single day, and a line cut at the top would be flat there.
    heights = [bar.high for bar in bars if bar.high <= bound] + [point.y for run in runs for point in run]
    axis = axis_to(max(heights, default=0.0), whole)
    texts, top = words.texts, axis.top
    return Panel(
        name, unit, top, _ticks(texts, axis),
        bars=tuple(bar._replace(high=min(bar.high, top)) for bar in bars),
        runs=runs,
        nones=tuple(x + 0.5 for x, day in enumerate(words.days) if day.state is DayState.NONE),
        unknown=tuple(unknown),
        clipped=tuple(((bar.start + bar.end) / 2, number_text(texts, bar.high)) for bar in bars if bar.high > top),
        words="" if bars or unknown or any(value is not None for value in values) else texts("No amounts of leaf."),
    )  # fmt: skip


def _reduced_panel(
    texts: Texts, name: str, unit: str, values: Values, steps: Sequence[Step], whole: bool = False
) -> Panel:
    shown = reduced(values, steps)
    heights = [bar.high for bar in shown.bands] + [point.y for run in shown.runs for point in run]
    axis = axis_to(max(heights or [point.y for point in shown.loose], default=0.0), whole)
    dots = tuple(Point(x, min(y, axis.top)) for x, y in shown.loose)
    clipped = tuple((x, number_text(texts, y)) for x, y in shown.loose if y > axis.top)
    said = "" if heights or dots else texts("No amounts of leaf.")
    return Panel(
        name, unit, axis.top, _ticks(texts, axis),
        bands=shown.bands, runs=shown.runs, dots=dots, clipped=clipped, words=said,
    )  # fmt: skip


def _ticks(texts: Texts, axis: Axis) -> tuple[tuple[float, str], ...]:
    return tuple((value, number_text(texts, value)) for value in axis.labels())


def number_text(texts: Texts, value: float) -> str:
    """A number as short as it goes, at most one decimal (two below 1)."""
    return texts.number(round(value * 1000) if value < 1 else round(value * 10) * 100)


def draw_overview(figure: Figure, data: OverviewData, theme: Theme) -> TimeFrame:
    """Draw it on an empty figure and say where its days are. Loads Matplotlib: to be called in a worker."""
    from journal.charts.overview_drawing import draw

    return draw(figure, data, theme)
