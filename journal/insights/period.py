"""A period in numbers: the one summary that screen and paper read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from journal.core import limits
from journal.core.entries import Product, Symptom
from journal.core.figure_facts import Facts
from journal.core.journal_day import day_number
from journal.insights.amounts_a_day import Taken, all_groups
from journal.insights.before_and_after import figures_of_pairs, pairs_of
from journal.insights.completeness import new_products, product_uses, quality, unnamed_doses
from journal.insights.days import DayFigures, DayState, day_figures
from journal.insights.measure_windows import Ranges, median_row, plain_median_row, row
from journal.insights.measures import day_values, gap_series, night_series, ratings_by_symptom
from journal.insights.summary import BeforeAndAfter, Figure, Measure, Missing, Span, Summary
from journal.insights.symptom_days import (
    Ratings,
    in_order,
    main_symptom,
    second_symptom,
    side_effects,
    withdrawal,
)
from journal.insights.windows import count_figure, span_back


def default_period(today: dt.date) -> Span:
    """The usual weeks up to yesterday: the running day is not complete."""
    return span_back(today - dt.timedelta(days=1), limits.DEFAULT_DAYS)


def summarise_period(
    facts: Facts,
    products: Mapping[str, Product],
    symptoms: Sequence[Symptom],
    period: Span,
    days: Sequence[DayFigures] | None = None,
    looked_at: str | None = None,
) -> Summary:
    """The period in numbers. ``facts`` hold at least its days; others are not looked at.

    ``days``: those of the period, for a caller that has made them for its chart. ``looked_at``: a symptom, by id, that
    a person looks at in place of the main one. Raises ValueError if ``facts`` do not
    hold the period: a day that was not read must never pass for a day without entries.
    """
    if facts.first > period.first or facts.last < period.last:
        raise ValueError(f"facts from {facts.first} to {facts.last} do not hold {period.first} to {period.last}")
    clipped = _clipped(facts, period)
    made = day_figures(clipped, products) if days is None else days
    return _summary(clipped, made, products, in_order(symptoms), period, looked_at)


def _summary(
    clipped: Facts,
    days: Sequence[DayFigures],
    products: Mapping[str, Product],
    ordered: Sequence[Symptom],
    period: Span,
    looked_at: str | None,
) -> Summary:
    """``clipped``: facts of the days of the period alone."""
    begins = clipped.begun is not None and period.first <= clipped.begun <= period.last
    ranges, ratings = Ranges(period.first, period.days, begins), ratings_by_symptom(clipped)
    main = looked_at or main_symptom(ordered, ratings, ranges.period)
    second = second_symptom(ordered, ratings, ranges.period, main)
    effects, never_rated = side_effects(ordered, ratings, ranges.last28, ranges.before28)
    return Summary(
        period=period,
        last7=_span(ranges, ranges.last7),
        last28=_span(ranges, ranges.last28),
        before28=None if ranges.before28 is None else _span(ranges, ranges.before28),
        groups=all_groups(Taken(clipped, days, products, ranges)),
        gap=median_row(gap_series(clipped, days), ranges, lambda _: Missing.TOO_FEW),
        night=plain_median_row(night_series(clipped, days), ranges, lambda _: Missing.TOO_FEW),
        days_without=row(ranges, lambda window: _days_without([days[number] for number in window])),
        days_recorded=row(ranges, lambda window: _days_recorded([days[number] for number in window])),
        main=main,
        second=second,
        main_measure=_symptom_row(ratings, main, ranges),
        second_measure=_symptom_row(ratings, second, ranges),
        before_and_after=_before_and_after(clipped, main, ranges.last28, days),
        side_effects=effects,
        never_rated=never_rated,
        withdrawal=withdrawal(ordered, clipped, ratings, ranges.last28, ranges.before28),
        new_products=tuple(new_products(clipped, products, ranges.period)),
        products=tuple(product_uses(clipped, products, ranges.last28)),
        unnamed_doses=unnamed_doses(clipped, ranges.last28),
        quality=quality(clipped, days, ranges.last28),
    )


def _span(ranges: Ranges, window: range) -> Span:
    return Span(ranges.date(window.start), ranges.date(window.stop - 1))


def _clipped(facts: Facts, span: Span) -> Facts:
    if (facts.first, facts.last) == (span.first, span.last):
        return facts
    cut = Facts(span.first, span.last, facts.day_start)
    inside = range(cut.days)
    first, last = day_number(span.first), day_number(span.last)
    return replace(
        cut,
        doses=tuple(dose for dose in facts.doses if cut.index_of(dose.local_ms) in inside),
        ratings=tuple(rating for rating in facts.ratings if cut.index_of(rating.local_ms) in inside),
        marks=tuple(mark for mark in facts.marks if first <= mark.day <= last),
        notes=tuple(local_ms for local_ms in facts.notes if cut.index_of(local_ms) in inside),
        private_notes=tuple(local_ms for local_ms in facts.private_notes if cut.index_of(local_ms) in inside),
        left_out=tuple(dose for dose in facts.left_out if cut.index_of(dose.local_ms) in inside),
        first_uses=facts.first_uses,
        begun=facts.begun,
    )


def _days_without(days: Sequence[DayFigures]) -> Figure:
    """Of the days that are known to be with or without; a day marked "number not known" is one with."""
    return count_figure(sum(day.state is DayState.NONE for day in days), sum(day.with_or_without for day in days))


def _days_recorded(days: Sequence[DayFigures]) -> Figure:
    """Also of a journal without entries: 0 of 28 days is known, not missing."""
    return count_figure(sum(day.recorded for day in days), len(days))


def _symptom_row(ratings: Ratings, symptom: str | None, ranges: Ranges) -> Measure:
    series = day_values(ratings.get(symptom or "", {}))

    def absent(window: range) -> Missing:
        if symptom is None:
            return Missing.NOT_RATED
        return Missing.TOO_FEW if series.within(window) else Missing.NOT_RECORDED

    return median_row(series, ranges, absent)


def _before_and_after(facts: Facts, main: str | None, window: range, days: Sequence[DayFigures]) -> BeforeAndAfter:
    pairs = () if main is None else pairs_of(facts, main, window)
    doses = sum(days[number].doses for number in window)
    return figures_of_pairs(pairs, doses, main=main is not None)
