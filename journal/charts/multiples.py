"""Symptoms as small pictures over the same days, so that they can be compared by eye; gaps stay open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journal.charts.series import Bar, Grain, Point, Step, grain_of, reduced, smooth, spans, steps_of
from journal.core import limits
from journal.insights.cells import Scale, figure_cell
from journal.insights.days import DayFigures, DayState
from journal.insights.statistics import RUNNING_DAYS, median
from journal.insights.summary import Figure, Missing
from journal.insights.symptom_courses import SymptomCourse
from journal.texts import Texts

TOP = 10.0


@dataclass(frozen=True, slots=True)
class SmallPanel:
    """One picture: ``note`` are its medians of both windows with their n; x in days, y from 0 to ``TOP``."""

    name: str
    note: str
    dots: tuple[Point, ...]
    runs: tuple[tuple[Point, ...], ...]
    bands: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class MultiplesData:
    """``gaps`` are days without any entry; ``last28`` is where the last 28 days begin, if they are not all."""

    texts: Texts
    first: dt.date
    count: int
    grain: Grain
    panels: tuple[SmallPanel, ...]
    gaps: tuple[Step, ...]
    last28: float | None

    def caption(self) -> str:
        """How to read it."""
        texts = self.texts
        grey = [texts("grey: nothing recorded")] if self.gaps else []
        parts = [texts("0–10"), *grey, texts("median, n = days rated")]
        parts[1:1] = {
            Grain.DAY: [texts("dot: a rating"), texts("line: {n}-day median", n=texts.integer(RUNNING_DAYS))],
            Grain.WEEK: [texts("line: weekly median, band: middle half")],
            Grain.MONTH: [texts("line: monthly median, band: middle half")],
        }[self.grain]
        if self.last28 is not None:
            parts[-1:-1] = [texts("dashed: last {n} days", n=texts.integer(limits.WINDOW_DAYS))]
        return " · ".join(parts)

    def description(self) -> str:
        """The pictures in words: the medians of each."""
        texts = self.texts
        medians = "; ".join(texts("{name}: {note}", name=panel.name, note=panel.note) for panel in self.panels)
        return texts("Ratings, 0–10, medians of days of the last {n} days. {said}.",
                     n=texts.integer(limits.WINDOW_DAYS), said=medians)  # fmt: skip


def multiples_data(
    days: Sequence[DayFigures], courses: Sequence[SymptomCourse], name_of: Callable[[SymptomCourse], str], texts: Texts
) -> MultiplesData:
    """The pictures of these days, at least one, in order."""
    first, count = days[0].day, len(days)
    grain = grain_of(count)
    steps = steps_of(first, count, grain)
    empty = [all(day.state is DayState.EMPTY for day in days[start:end]) for start, end in steps]
    return MultiplesData(
        texts, first, count, grain,
        tuple(_panel(texts, course, name_of(course), steps, count) for course in courses),
        spans(empty, steps),
        float(count - limits.WINDOW_DAYS) if count > limits.WINDOW_DAYS else None,
    )  # fmt: skip


def _panel(texts: Texts, course: SymptomCourse, name: str, steps: Sequence[Step], count: int) -> SmallPanel:
    values = [median(course.ratings[day]) if day in course.ratings else None for day in range(count)]
    note = _note(texts, course)
    if len(steps) < count:
        shown = reduced(values, steps)
        return SmallPanel(name, note, shown.loose, shown.runs, shown.bands)
    dots = dict.fromkeys(Point(day + 0.5, value) for day, rated in course.ratings.items() for value in rated)
    return SmallPanel(name, note, tuple(dots), smooth(values).runs)


def _note(texts: Texts, course: SymptomCourse) -> str:
    """ "6.0 n 23; before 5.5 n 24", "too few n 3; before not rated"."""
    last = _median(texts, course.last28)
    if course.before28.missing is Missing.OUTSIDE:
        return last
    return texts("{last}; before {before}", last=last, before=_median(texts, course.before28))


def _median(texts: Texts, figure: Figure) -> str:
    cell = figure_cell(texts, figure, Scale.DECIMAL)
    return f"{cell.value} {cell.n}" if figure.n else cell.value
