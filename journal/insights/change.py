"""Which one word is said of a measure's change; the weeks of two windows apart, and the order of the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core import limits
from journal.insights import thresholds
from journal.insights.decimals import as_printed
from journal.insights.summary import Direction, Figure, Statistic, Trend, Word
from journal.insights.windows import WEEK, Bounds, Weeks

SMALLEST_PRINTED = 0.1  # of the unit shown
# How many times further than weeks vary the windows' medians must be apart.
MARGIN = 1.25


@dataclass(frozen=True, slots=True)
class Windows:
    """The last 28 days and the 28 before, in base units: their weeks that can be used, and the median of each."""

    later: Sequence[Bounds]
    earlier: Sequence[Bounds]
    now: Bounds
    then: Bounds


def compared(weeks: Weeks) -> tuple[list[Bounds], list[Bounds]] | None:
    """The usable weeks of the last 28 days and of the 28 before; None where they are too few to compare."""
    of_window = limits.WINDOW_DAYS // WEEK
    last, before = weeks[-of_window:], weeks[-2 * of_window : -of_window]
    later, earlier = ([week for week in window if week is not None] for window in (last, before))
    fewer, more = sorted((len(later), len(earlier)))
    return (later, earlier) if fewer >= thresholds.WEEKS_COMPARED[0] and more >= thresholds.WEEKS_COMPARED[1] else None


def apart(windows: Windows, unit: int) -> Word | None:
    """Every later week above (below) every earlier one, and the medians further apart than weeks vary.

    Separation alone is met by chance in 2 of 35 cases (4 and 3 weeks), and more often where days resemble the day
    before. Everything is taken as it speaks against the word: so an unknown amount can remove a word of change, and
    never cause one.
    """
    margin = MARGIN * week_to_week(windows.later, windows.earlier)
    higher = min(week.low for week in windows.later) > max(week.high for week in windows.earlier)
    lower = max(week.high for week in windows.later) < min(week.low for week in windows.earlier)
    if higher and _beyond(windows.now.low - windows.then.high, margin, unit):
        return Word.HIGHER
    if lower and _beyond(windows.then.low - windows.now.high, margin, unit):
        return Word.LOWER
    return None


def _beyond(difference: float, margin: float, unit: int) -> bool:
    # Medians that are printed alike are not clearly apart: a unit weighed anew moves every week by a few milligrams.
    return difference > margin and difference >= SMALLEST_PRINTED * unit


def week_to_week(later: Sequence[Bounds], earlier: Sequence[Bounds]) -> float:
    """How much weeks vary within a window: from the lowest to the highest, the mean of both windows.

    >>> week_to_week([Bounds(9, 9), Bounds(12, 12)], [Bounds(5, 5), Bounds(5, 6)])
    2.0
    """
    return sum(max(week.high for week in weeks) - min(week.low for week in weeks) for weeks in (later, earlier)) / 2


_OF_TREND = {Direction.RISING: Word.RISING, Direction.FALLING: Word.FALLING}


def change_word(trend: Trend, windows: Windows | None, unit: int, last28: Figure, before28: Figure | None) -> Word:
    """``windows`` None: too few weeks to compare; ``before28`` None: it reaches before the period."""
    if trend.direction in _OF_TREND:
        return _OF_TREND[trend.direction]
    if windows is not None and (word := apart(windows, unit)) is not None:
        return word
    enough = trend.weeks >= thresholds.WEEKS_OF_A_TREND or windows is not None
    if enough and before28 is not None and same(last28, before28):
        return Word.SAME  # of a few days it would read as "not rising", which they cannot show
    if before28 is not None and None in (last28.value, before28.value):
        return Word.TOO_FEW_WEEKS  # a group that was given up or begun is not "unchanged"
    if enough:
        return Word.NOT_KNOWN if _cannot_be_said(trend, last28, before28) else Word.NO_CLEAR_CHANGE
    return Word.TOO_FEW_WEEKS if before28 is not None else Word.OUTSIDE


def _cannot_be_said(trend: Trend, now: Figure, then: Figure | None) -> bool:
    """Whether amounts are missing on so many days that a change could not have been seen: not "no clear change"."""
    if trend.slope is not None or then is None or then.of is not None:
        return False
    return any(figure.value is not None and figure.value.at_least for figure in (now, then))


def same(now: Figure, then: Figure) -> bool:
    """Whether both windows print the same median and quartiles, or the same share of days, all of them exact."""
    if now.of is not None and then.of is not None:
        shares = (now.value, then.value)
        known = all(share is not None and not share.at_least for share in shares)
        return known and _count(now) * then.of == _count(then) * now.of
    pairs = ((now.low, then.low), (now.value, then.value), (now.high, then.high))
    return all(_printed_alike(a, b) for a, b in pairs)


def _count(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value.value


def _printed_alike(a: Statistic | None, b: Statistic | None) -> bool:
    if a is None or b is None or a.at_least or b.at_least:
        return False
    return as_printed(a.value) == as_printed(b.value)
