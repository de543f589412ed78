"""A period in numbers: the one summary that screen and paper read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journal.core.entries import Product, Symptom
from journal.core.facts import Facts
from journal.core.moments import day_number
from journal.core.symptoms import SymptomKind
from journal.insights.completeness import new_products, product_uses, quality, unnamed_doses
from journal.insights.days import DayFigures, DayState, day_figures
from journal.insights.measures import LeafMeasures, day_values, leaf_measures, ratings_by_symptom
from journal.insights.pairs import pair_figures, pairs_of
from journal.insights.summary import Change, Comparison, Figure, Missing, PairFigures, Row, Span, Summary, Trend
from journal.insights.symptom_days import (
    Ratings,
    in_order,
    main_symptom,
    second_symptom,
    side_effect_days,
    side_effects,
    withdrawal,
)
from journal.insights.trend import trend
from journal.insights.warned import warnings
from journal.insights.windows import (
    FEWEST_DAYS,
    FEWEST_DAYS_OF_SEVEN,
    WEEK,
    WINDOW,
    Series,
    change,
    largest_figure,
    median_figure,
    mostly_not_said,
    share_of_days,
    span_back,
    why_no_leaf_value,
)

DEFAULT_DAYS = 84


def default_period(today: dt.date) -> Span:
    """The 12 weeks up to yesterday: the running day is not complete."""
    return span_back(today - dt.timedelta(days=1), DEFAULT_DAYS)


def facts_span(period: Span) -> Span:
    """The days that a summary of the period reads: at least 28 and the 28 before them."""
    return Span(min(period.first, span_back(period.last, 2 * WINDOW).first), period.last)


@dataclass(frozen=True, slots=True)
class _Read:
    """The facts of exactly the days needed, in measures; windows are ranges of day indices."""

    facts: Facts
    days: list[DayFigures]
    symptoms: list[Symptom]
    ratings: Ratings
    leaf: LeafMeasures
    period: range
    last7: range
    last28: range
    before28: range

    def within(self, window: range) -> list[DayFigures]:
        return self.days[window.start : window.stop]


def summarise_period(
    facts: Facts, products: Mapping[str, Product], symptoms: Sequence[Symptom], period: Span
) -> Summary:
    """The period in numbers. ``facts`` hold at least the days of ``facts_span(period)``; others are not looked at.

    Raises ValueError if they do not: a day that was not read must never pass for a day without entries.
    """
    read = _read(facts, products, symptoms, period)
    main = main_symptom(read.symptoms, read.ratings, read.period)
    second = second_symptom(read.symptoms, read.ratings, read.period, main)
    used = [day for day in read.within(read.last28) if day.strong_doses]
    return Summary(
        period=period,
        last7=span_back(period.last, WEEK),
        last28=span_back(period.last, WINDOW),
        before28=span_back(period.last - dt.timedelta(days=WINDOW), WINDOW),
        main=main,
        second=second,
        rows=_rows(read, main, second),
        trends=_trends(read, main),
        pairs=_pairs(read, main),
        side_effects=tuple(side_effects(read.symptoms, read.ratings, read.last28, read.before28)),
        side_effect_days=side_effect_days(read.symptoms, read.ratings, read.days, read.last28),
        side_effect_days_before=side_effect_days(read.symptoms, read.ratings, read.days, read.before28),
        side_effects_tracked=any(each.kind is SymptomKind.SIDE_EFFECT for each in read.symptoms),
        warnings=tuple(warnings(read.symptoms, read.facts, read.period)),
        new_products=tuple(new_products(read.facts, products, read.period)),
        products=tuple(product_uses(read.facts, read.days, products, read.period)),
        unnamed_doses=unnamed_doses(read.facts, read.period),
        strong_days=share_of_days(len(used), sum(day.known for day in read.within(read.last28))),
        strong_doses=sum(day.strong_doses for day in used),
        other_doses=sum(day.other_doses for day in read.within(read.last28)),
        withdrawal=withdrawal(read.symptoms, read.facts, read.days, read.last28),
        quality=quality(read.facts, read.days, read.period, read.last28),
    )


def _read(facts: Facts, products: Mapping[str, Product], symptoms: Sequence[Symptom], period: Span) -> _Read:
    needed = facts_span(period)
    if facts.first > needed.first or facts.last < needed.last:
        raise ValueError(f"facts from {facts.first} to {facts.last} do not hold {needed.first} to {needed.last}")
    clipped = _clipped(facts, needed)
    days = day_figures(clipped, products)
    end = len(days)
    return _Read(
        clipped,
        days,
        in_order(symptoms),
        ratings_by_symptom(clipped),
        leaf_measures(clipped, days, products),
        period=range(end - period.days, end),
        last7=range(end - WEEK, end),
        last28=range(end - WINDOW, end),
        before28=range(end - 2 * WINDOW, end - WINDOW),
    )


def _clipped(facts: Facts, span: Span) -> Facts:
    if (facts.first, facts.last) == (span.first, span.last):
        return facts
    cut = Facts(span.first, span.last, facts.day_start)
    inside = range(cut.days)
    first, last = day_number(span.first), day_number(span.last)
    return replace(
        cut,
        doses=tuple(each for each in facts.doses if cut.index_of(each.local_ms) in inside),
        ratings=tuple(each for each in facts.ratings if cut.index_of(each.local_ms) in inside),
        marks=tuple(each for each in facts.marks if first <= each.day <= last),
        notes=tuple(each for each in facts.notes if cut.index_of(each) in inside),
        told=tuple(each for each in facts.told if cut.index_of(each.local_ms) in inside),
        first_uses=facts.first_uses,
    )


# --- key figures ----------------------------------------------------------------------------------------------------


def _rows(read: _Read, main: str | None, second: str | None) -> dict[str, Row]:
    return {
        "amount": _unless_not_said(read, read.leaf.amount),
        "doses": _unless_not_said(read, read.leaf.doses),
        "single_dose": _leaf_row(read, read.leaf.single_dose, read.leaf.single_dose),
        # One dose a day makes no gap, and that is not for want of saying.
        "gap": _leaf_row(read, read.leaf.gap, read.leaf.doses),
        "largest_day": _row(read, partial(_largest, read)),
        "days_without": _row(read, lambda window: _days_without(read.within(window))),
        "main": _symptom_row(read, main),
        "second": _symptom_row(read, second),
        "days_recorded": _row(read, lambda window: _days_recorded(read.within(window))),
    }


def _row(read: _Read, figure: Callable[[range], Figure], changed: Change | None = None) -> Row:
    return Row(figure(read.last7), figure(read.last28), figure(read.before28), changed)


def _leaf_row(read: _Read, series: Series, said: Series) -> Row:
    """``said``: has a value on the days of which enough was said."""
    return _median_row(read, series, lambda window: why_no_leaf_value(read.days, said.values, window))


def _unless_not_said(read: _Read, series: Series) -> Row:
    """The row of a measure that is 0 on days confirmed without."""
    row = _leaf_row(read, series, series)

    def figure(window: range, found: Figure) -> Figure:
        hidden = found.value is not None and mostly_not_said(read.days, series.values, window)
        return Figure(None, found.n, missing=Missing.NOT_SAID) if hidden else found

    now, before = figure(read.last28, row.last28), figure(read.before28, row.before28)
    hidden = (now, before) != (row.last28, row.before28)
    changed = Change(None, Comparison.TOO_FEW_WEEKS, Missing.NOT_SAID) if hidden else row.change
    return Row(figure(read.last7, row.last7), now, before, changed)


def _largest(read: _Read, window: range) -> Figure:
    amount = read.leaf.amount
    return largest_figure(amount, read.days, window, why_no_leaf_value(read.days, amount.values, window))


def _symptom_row(read: _Read, symptom: str | None) -> Row:
    if symptom is None:
        untracked = Change(None, Comparison.TOO_FEW_WEEKS, Missing.NOT_TRACKED)
        return _row(read, lambda _: Figure(None, 0, missing=Missing.NOT_TRACKED), untracked)
    series = day_values(read.ratings.get(symptom, {}))

    def absent(window: range) -> Missing:
        return Missing.TOO_FEW if series.within(window) else Missing.NOT_RECORDED

    return _median_row(read, series, absent)


def _median_row(read: _Read, series: Series, absent: Callable[[range], Missing]) -> Row:
    def figure(window: range) -> Figure:
        week = window == read.last7
        fewest = FEWEST_DAYS_OF_SEVEN if week else FEWEST_DAYS
        return median_figure(series, window, fewest, absent(window), quartiles=not week)

    return _row(read, figure, change(series, read.last28, read.before28))


def _days_without(days: Sequence[DayFigures]) -> Figure:
    """Of the days that are known to be with or without; a day marked "number not known" is one with."""
    known = sum(day.known or day.number_missing for day in days)
    if not known:
        return Figure(None, 0, of=0, missing=Missing.TOO_FEW)
    return Figure(sum(day.state is DayState.NONE for day in days), known, of=known)


def _days_recorded(days: Sequence[DayFigures]) -> Figure:
    """Also of a journal without entries: 0 of 28 days is known, not missing."""
    return Figure(sum(day.recorded for day in days), len(days), of=len(days))


# --- trends and pairs -----------------------------------------------------------------------------------------------


def _trends(read: _Read, main: str | None) -> dict[str, Trend]:
    measures = {
        "amount": read.leaf.amount,
        "doses": read.leaf.doses,
        "gap": read.leaf.gap,
        "main": day_values(read.ratings.get(main or "", {})),
    }
    return {key: trend(series, read.period) for key, series in measures.items()}


def _pairs(read: _Read, main: str | None) -> PairFigures:
    doses = sum(day.doses for day in read.within(read.last28))
    pairs = () if main is None else pairs_of(read.facts, main, read.last28)
    return pair_figures(pairs, doses, tracked=main is not None)
