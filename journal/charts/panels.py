"""The panels of the overview: amount and doses of a group of products, the main symptom; gaps stay open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from journal.charts.day_words import DayWords
from journal.charts.group_days import GroupShown, Known, amount_on, doses_on
from journal.charts.series import (
    Axis,
    Bar,
    Point,
    Step,
    Values,
    axis_to,
    outlier_bound,
    reduced,
    smooth,
)
from journal.insights.days import DayState
from journal.insights.group_words import group_name, unit_a_day
from journal.insights.statistics import median
from journal.insights.summary import Unit
from journal.texts import Texts

RATINGS = Axis(10.0, 5.0)
EMPTY = 0.6  # the share of a panel that has only words


class Tone(StrEnum):
    """Whose colour a panel bears: a field of the theme."""

    LEAF = "leaf"
    EXTRACT = "extract"
    SEVEN_OH = "seven_oh"
    NOT_SAID = "not_said"
    DOSES = "doses"
    SYMPTOM = "symptom"


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the pictures above each other; x in days from the left edge, y in ``unit``, from 0 to ``top``.

    ``share``: how high it is beside the others. ``unknown``: days on which something was taken and no part of it is
    known; ``unsaid``: days with other entries only, whose doses nobody wrote down; ``unlisted``: days with doses of
    which none is listed, so that nobody can tell of which group they are. ``clipped``: what is written above bars that
    end at ``top``. ``words``: in a panel that has nothing to show.
    """

    name: str
    unit: str
    top: float
    ticks: tuple[tuple[float, str], ...]
    tone: Tone
    share: float
    bars: tuple[Bar, ...] = ()
    bands: tuple[Bar, ...] = ()
    runs: tuple[tuple[Point, ...], ...] = ()
    dots: tuple[Point, ...] = ()
    nones: tuple[float, ...] = ()
    unknown: tuple[float, ...] = ()
    unsaid: tuple[float, ...] = ()
    unlisted: tuple[float, ...] = ()
    clipped: tuple[tuple[float, str], ...] = ()
    words: str = ""


def no_panel(words: DayWords) -> Panel:
    """The place of the doses where no group has any."""
    texts, axis = words.texts, axis_to(0.0, whole_numbers=True)
    return Panel(
        texts("Doses"), texts("a day"), axis.top, _ticks(texts, axis), Tone.DOSES, EMPTY,
        nones=_confirmed_none(words),
        unsaid=_other_entries_only(words),
        unlisted=_none_listed(words),
        words=texts("No dose is listed for these days."),
    )  # fmt: skip


def group_panels(words: DayWords, steps: Sequence[Step], shown: GroupShown, first: bool) -> list[Panel]:
    """One for the amount, if the group has a unit, and one for the doses."""
    texts, name = words.texts, group_name(words.texts, shown.group)
    doses = texts("{group} doses", group=name) if shown.unit is not Unit.NONE else name
    unit = texts("a day") if shown.unit is not Unit.NONE else texts("doses a day")
    tone = Tone.DOSES if shown.unit is not Unit.NONE else Tone(shown.group.value)
    of_doses, values = _Look(doses, unit, tone, 0.75, True), [doses_on(day, shown) for day in words.days]
    if shown.unit is Unit.NONE:
        return [_panel(words, steps, values, of_doses, first)]
    a_day = unit_a_day(texts, shown.unit)
    look = _Look(name, texts("{unit} (label)", unit=a_day) if shown.by_label else a_day, Tone(shown.group.value), 1.3)
    amounts = [amount_on(day, shown) for day in words.days]
    return [_panel(words, steps, amounts, look, first), _panel(words, steps, values, of_doses)]


class _Look(NamedTuple):
    name: str
    unit: str
    tone: Tone
    share: float
    whole_numbers: bool = False


def _panel(
    words: DayWords, steps: Sequence[Step], known: Sequence[Known | None], look: _Look, unlisted: bool = False
) -> Panel:
    """Bars by day, or medians of weeks and months. ``unlisted``: days with doses of no known group are marked here."""
    values = [None if amount is None else amount.value for amount in known]
    most = [None if amount is None else math.inf if amount.at_least else amount.value for amount in known]
    if len(steps) < len(values):
        return _reduced_panel(words.texts, look, values, most, steps)
    bars = [
        Bar(x + 0.1, x + 0.9, 0, amount.value, amount.at_least)
        for x, amount in enumerate(known)
        if amount is not None and amount.value
    ]
    unknown = [x + 0.5 for x, amount in enumerate(known) if amount is not None and not amount.value]
    panel = _bar_panel(words, look, smooth(values, most).runs, bars, unknown)
    return replace(panel, unlisted=_none_listed(words)) if unlisted else panel


def symptom_panel(words: DayWords, steps: Sequence[Step]) -> Panel:
    """Ratings as dots with their running median."""
    texts, ratings = words.texts, words.ratings
    if words.symptom is None:
        return _rating_panel(words, words=texts("No main symptom here."))
    if not any(ratings):
        return _rating_panel(words, words=texts("No rating is listed in this period."))
    values = [median(rated) if rated else None for rated in ratings]
    if len(steps) < len(values):
        shown = reduced(values, steps)
        return _rating_panel(words, runs=shown.runs, bands=shown.bands, dots=shown.loose)
    dots = dict.fromkeys(Point(x + 0.5, value) for x, rated in enumerate(ratings) for value in rated)
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
    share = EMPTY if words else 1.25
    return Panel(
        name, texts("0–10"), RATINGS.top, ticks, Tone.SYMPTOM, share, bands=bands, runs=runs, dots=dots, words=words
    )


def _bar_panel(
    words: DayWords, look: _Look, runs: tuple[tuple[Point, ...], ...], bars: list[Bar], unknown: list[float]
) -> Panel:
    bound = outlier_bound([bar.high for bar in bars])
    # Medians of weeks are not clipped: no single day can raise them, and a clipped line would look flat.
    heights = [bar.high for bar in bars if bar.high <= bound] + [point.y for run in runs for point in run]
    axis = axis_to(max(heights, default=0.0), look.whole_numbers)
    texts, top = words.texts, axis.top
    return Panel(
        look.name, look.unit, top, _ticks(texts, axis), look.tone, look.share,
        bars=tuple(bar._replace(high=min(bar.high, top)) for bar in bars),
        runs=runs,
        nones=_confirmed_none(words),
        unknown=tuple(unknown),
        unsaid=_other_entries_only(words),
        clipped=tuple(((bar.start + bar.end) / 2, number_text(texts, bar.high)) for bar in bars if bar.high > top),
    )  # fmt: skip


def _confirmed_none(words: DayWords) -> tuple[float, ...]:
    return tuple(x + 0.5 for x, day in enumerate(words.days) if day.state is DayState.NONE)


def _other_entries_only(words: DayWords) -> tuple[float, ...]:
    """Days that are neither a gap nor zero; those with use whose number is not known have a mark of their own."""
    return tuple(x + 0.5 for x, day in enumerate(words.days) if day.state is DayState.OTHER and not day.more)


def _none_listed(words: DayWords) -> tuple[float, ...]:
    """Doses left out of the pages, or marked "number not known"; beside listed doses these are hollow instead."""
    return tuple(x + 0.5 for x, day in enumerate(words.days) if day.more and not day.groups)


def _reduced_panel(texts: Texts, look: _Look, values: Values, most: Values, steps: Sequence[Step]) -> Panel:
    shown = reduced(values, steps, most)
    heights = [bar.high for bar in shown.bands] + [point.y for run in shown.runs for point in run]
    axis = axis_to(max(heights or [point.y for point in shown.loose], default=0.0), look.whole_numbers)
    dots = tuple(Point(x, min(y, axis.top)) for x, y in shown.loose)
    clipped = tuple((x, number_text(texts, y)) for x, y in shown.loose if y > axis.top)
    note = "" if heights or dots else texts("Too few days are known in full.")
    return Panel(
        look.name, look.unit, axis.top, _ticks(texts, axis), look.tone, look.share,
        bands=shown.bands, runs=shown.runs, dots=dots, clipped=clipped, words=note,
    )  # fmt: skip


def _ticks(texts: Texts, axis: Axis) -> tuple[tuple[float, str], ...]:
    return tuple((value, number_text(texts, value)) for value in axis.labels())


def number_text(texts: Texts, value: float) -> str:
    """A number as short as it goes, at most one decimal (two below 1)."""
    return texts.number(round(value * 1000) if value < 1 else round(value * 10) * 100)
