"""The period and its three windows, and a measure over them: figures, trend and word."""

from __future__ import annotations

from collections.abc import Callable

from tests.oracle.changing import Course, Windows, course_of, trend, weeks_back, word
from tests.oracle.doubled import ByDay, Found, Number, days_with, empty_figure, median_figure, same, within
from tests.oracle.reading import date

Why = Callable[[int, range], str]  # of the days with a value and the window: why there is no number


class Spans:
    """The windows of a period, cut to it; ``before28`` None in a period that does not hold it."""

    def __init__(self, first: int, last: int, begins: bool) -> None:
        self.period = range(first, last + 1)
        self.last7, self.last28 = range(max(first, last - 6), last + 1), range(max(first, last - 27), last + 1)
        self.before28 = range(last - 55, last - 27) if len(self.period) >= 56 else None
        self.begins = begins  # whether the journal's first entry is of the period

    def figures(self, figure: Callable[[range], Found], of_week: Callable[[range], Found] | None = None) -> Found:
        """One for each window; ``of_week``: that of the last 7 days, where it is another."""
        before = empty_figure("outside") if self.before28 is None else figure(self.before28)
        return {"last7": (of_week or figure)(self.last7), "last28": figure(self.last28), "before28": before}

    def windows(self, start: int) -> Windows | None:
        """Both windows of a comparison, their weeks from ``start`` on."""
        if self.before28 is None:
            return None
        last, before = (
            [range(max(start, week[0]), week[-1] + 1) for week in weeks_back(window[0], window[-1])]
            for window in (self.last28, self.before28)
        )
        return Windows(self.last28, self.before28, last, before)

    def found(self) -> Found:
        """As the summary names them."""
        spans = {"period": self.period, "last7": self.last7, "last28": self.last28, "before28": self.before28}
        return {name: span and {"first": date(span[0]), "last": date(span[-1])} for name, span in spans.items()}


def measure(figures: Found, course: Course, spans: Spans, new_on: int | None, alike: bool) -> Found:
    """A measure with trend and word; ``new_on``: the day from which its weeks count."""
    first = spans.period[0] if new_on is None else new_on
    weeks = weeks_back(first, spans.period[-1], part=new_on is not None)
    course_of_period = trend(course, weeks, new_on, spans.begins and new_on is None)
    medians = [figures[window]["value"] for window in ("last28", "before28") if figures[window]["of"] is None]
    at_least = any(value is not None and value["at_least"] for value in medians)
    said = word(course, course_of_period, spans.windows(first), alike, at_least)
    if said in ("no_clear_change", "not_known") and spans.before28 is not None:
        # Where a window has no figure nothing is said to be as before.
        said = "too_few_weeks" if None in (figures["last28"]["value"], figures["before28"]["value"]) else said
    if new_on is not None and spans.before28 is not None and new_on > spans.before28[0]:
        said = "new" if said in ("no_clear_change", "not_known", "too_few_weeks") else said
    usable = course.weekly(weeks)
    weekly = [_shown(*usable[place]) if place in usable else None for place in range(len(weeks))]
    return {**figures, "trend": course_of_period, "word": said, "weekly": weekly}


def _shown(low: Number, high: Number) -> Found:
    return {"value": float(low), "at_least": low != high}


def measure_of_days(values: ByDay, spans: Spans, new_on: int | None, why: Why) -> Found:
    """A measure that has values on days."""
    figures = spans.figures(
        lambda window: figure_of_days(values, window, False, why),
        of_week=lambda window: figure_of_days(values, window, True, why),
    )
    alike = same(figures["last28"], figures["before28"])
    return measure(figures, course_of(values), spans, new_on, alike)


def figure_of_days(values: ByDay, window: range, week: bool, why: Why) -> Found:
    """A median from 5 days on, in a week from 4 on and without quartiles."""
    found, days = within(values, window), days_with(values, window)
    if days < (4 if week else 5):
        incomplete = sum(low != high for low, high in found)
        return empty_figure(why(days, window), len(found), incomplete=incomplete)
    return median_figure(found, quartiles=not week)
