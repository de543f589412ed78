"""What a chart shows of one group of products on a day, and what of it is only known in part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journal.core.amounts import Dimension
from journal.insights.days import DayFigures
from journal.insights.groups import Group
from journal.insights.summary import Summary, Unit

_STORED = {
    Unit.GRAMS: (Dimension.MASS, 1000),
    Unit.MILLIGRAMS: (Dimension.MASS, 1),
    Unit.MILLILITRES: (Dimension.VOLUME, 1000),
    Unit.PIECES: (Dimension.COUNT, 1000),
}
PANELS_FOR = 2  # groups


class GroupShown(NamedTuple):
    """A group and what its amounts are said in; ``by_label``: every known amount was taken from a label."""

    group: Group
    unit: Unit = Unit.GRAMS
    by_label: bool = False


class Known(NamedTuple):
    """What is known of a day; ``at_least``: there may be more."""

    value: float
    at_least: bool = False


def groups_shown(summary: Summary) -> tuple[GroupShown, ...]:
    """Every group of the summary, the most used first."""
    return tuple(GroupShown(group.group, group.unit, group.by_label) for group in summary.groups)


def amount_on(day: DayFigures, shown: GroupShown) -> Known | None:
    """The amount in the group's unit; None on a day without the group, or if it has no unit."""
    taken = day.groups.get(shown.group)
    if taken is None or shown.unit is Unit.NONE:
        return None
    dimension, thousandths = _STORED[shown.unit]
    incomplete = not taken.complete(dimension) or day.open_for(shown.group)
    return Known(taken.known(dimension) / thousandths, incomplete)


def doses_on(day: DayFigures, shown: GroupShown) -> Known | None:
    """The doses; None on a day without the group."""
    taken = day.groups.get(shown.group)
    return None if taken is None else Known(float(taken.doses), day.open_for(shown.group))


def any_other(day: DayFigures, groups: Sequence[GroupShown]) -> bool:
    """Whether the day has doses of another group than these."""
    return bool(day.groups.keys() - {group.group for group in groups})
