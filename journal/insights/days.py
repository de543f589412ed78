"""What each journal day is known to hold; used, none and not recorded are never mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind, Product
from journal.core.figure_facts import DoseFact, Facts
from journal.core.journal_day import day_number
from journal.insights.groups import Group, group_of_product


class DayState(StrEnum):
    """What is known of a day."""

    USE = "use"  # at least one dose
    NONE = "none"  # confirmed: none taken
    OTHER = "other"  # something else was recorded, or use whose number is not known
    EMPTY = "empty"  # nothing recorded


@dataclass(frozen=True, slots=True)
class GroupDay:
    """What one group of products has on a day: doses, and for each dimension the sum of what is known.

    ``amounts``: thousandths, and how many doses they are of.
    """

    doses: int
    amounts: Mapping[Dimension, tuple[int, int]]

    def known(self, dimension: Dimension) -> int:
        """The known amount in thousandths; 0 where nothing is known."""
        return self.amounts.get(dimension, (0, 0))[0]

    def complete(self, dimension: Dimension) -> bool:
        """Whether every dose has an amount in this dimension."""
        return self.amounts.get(dimension, (0, 0))[1] == self.doses


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One journal day in numbers.

    ``groups`` holds the groups with doses. ``more``: more was taken than ``groups`` hold, of a group that is not known
    (marked "number not known", doses that are left out of a page); also on a day without any dose. A day with doses
    that is marked "do not remember" is one, too.
    """

    day: dt.date
    state: DayState
    groups: Mapping[Group, GroupDay]
    more: bool = False

    @property
    def doses(self) -> int:
        """Doses of all groups."""
        return sum(group_day.doses for group_day in self.groups.values())

    @property
    def with_or_without(self) -> bool:
        """Whether it is known if anything was taken: doses, confirmed none, or use whose number is not known."""
        return self.more or self.state in (DayState.USE, DayState.NONE)

    @property
    def recorded(self) -> bool:
        """A day with any entry."""
        return self.state is not DayState.EMPTY

    def open_for(self, group: Group) -> bool:
        """Whether more of this group may have been taken than is known: doses of no said kind, or ``more``."""
        unsaid = group is not Group.NOT_SAID and Group.NOT_SAID in self.groups
        return self.more or unsaid


def day_figures(facts: Facts, products: Mapping[str, Product]) -> list[DayFigures]:
    """Every day of the range in order, days without entries included."""
    groups = {key: group_of_product(product) for key, product in products.items()}
    doses: list[list[DoseFact]] = [[] for _ in range(facts.days)]
    for number, dose in zip(facts.indexes_of(dose.local_ms for dose in facts.doses), facts.doses, strict=True):
        doses[number].append(dose)
    marks = _marks_by_day(facts)
    left_out = {*facts.indexes_of(dose.local_ms for dose in facts.left_out)}
    touched = _touched(facts)
    return [
        _figures(facts.first + dt.timedelta(days=n), taken, marks.get(n, set()), n in touched, n in left_out, groups)
        for n, taken in enumerate(doses)
    ]


def group_of_dose(dose: DoseFact, groups: Mapping[str, Group]) -> Group:
    """``groups``: by product id; a dose that names no product, or one that is gone, is of no said kind."""
    return groups.get(dose.product or "", Group.NOT_SAID)


def _marks_by_day(facts: Facts) -> dict[int, set[str]]:
    first = day_number(facts.first)
    marks: dict[int, set[str]] = {}
    for mark in facts.marks:
        marks.setdefault(mark.day - first, set()).add(mark.mark)
    return marks


def _touched(facts: Facts) -> set[int]:
    """Days with a note or a rating."""
    notes = (*facts.notes, *facts.private_notes)
    return {*facts.indexes_of(notes), *facts.indexes_of(rating.local_ms for rating in facts.ratings)}


def _figures(
    day: dt.date,
    doses: Sequence[DoseFact],
    marks: set[str],
    touched: bool,
    left_out: bool,
    groups: Mapping[str, Group],
) -> DayFigures:
    state = DayState.USE if doses else _state_without_doses(marks, touched, left_out)
    unsure = DayMarkKind.DO_NOT_REMEMBER in marks and state is DayState.USE  # the doses that are there may not be all
    more = left_out or unsure or (DayMarkKind.NUMBER_NOT_KNOWN in marks and state is not DayState.NONE)
    return DayFigures(day, state, _by_group(doses, groups), more)


def _by_group(doses: Sequence[DoseFact], groups: Mapping[str, Group]) -> dict[Group, GroupDay]:
    by_group: dict[Group, list[DoseFact]] = {}
    for dose in doses:
        by_group.setdefault(group_of_dose(dose, groups), []).append(dose)
    return {group: GroupDay(len(members), _known_amounts(members)) for group, members in by_group.items()}


def _known_amounts(doses: Iterable[DoseFact]) -> dict[Dimension, tuple[int, int]]:
    """For each dimension the sum of the known amounts, and how many there are."""
    known: dict[str, list[int]] = {}
    for dose in doses:
        if dose.quantity is not None and dose.dimension is not None:
            known.setdefault(dose.dimension, []).append(dose.quantity)
    return {Dimension(dimension): (sum(quantities), len(quantities)) for dimension, quantities in known.items()}


def _state_without_doses(marks: set[str], touched: bool, left_out: bool) -> DayState:
    if DayMarkKind.NONE_TODAY in marks and not left_out:
        return DayState.NONE
    return DayState.OTHER if marks or touched or left_out else DayState.EMPTY
