"""What each journal day is known to hold; used, none and not recorded are never mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.core.amounts import Dimension
from journal.core.entries import DayMarkKind, Product
from journal.core.facts import DoseFact, Facts
from journal.core.moments import day_number
from journal.insights.groups import group_of_product


class DayState(StrEnum):
    """What is known of a day."""

    USE = "use"  # at least one dose
    NONE = "none"  # confirmed: none taken
    OTHER = "other"  # something else was recorded, or use whose number is not known
    EMPTY = "empty"  # nothing recorded


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One journal day in numbers.

    ``doses`` counts every dose, ``leaf_doses`` those of leaf products, ``strong_doses`` those of extracts and 7-OH,
    ``unnamed_doses`` those without a product. ``leaf_mg`` is the sum of the known leaf weights. ``weight_missing``:
    a leaf dose has no weight, or a dose without a product may have been leaf. ``number_missing``: more doses were
    taken than are recorded, also on a day without any.
    """

    day: dt.date
    state: DayState
    doses: int = 0
    leaf_doses: int = 0
    leaf_mg: int = 0
    strong_doses: int = 0
    unnamed_doses: int = 0
    weight_missing: bool = False
    number_missing: bool = False

    @property
    def known(self) -> bool:
        """A known-use day: used, or confirmed none."""
        return self.state in (DayState.USE, DayState.NONE)

    @property
    def maybe_leaf(self) -> bool:
        """A day of use that was or may have been of leaf."""
        return bool(self.leaf_doses or self.unnamed_doses or (self.number_missing and not self.doses))

    @property
    def other_doses(self) -> int:
        """Doses of products that are neither leaf nor an extract nor 7-OH."""
        return self.doses - self.leaf_doses - self.strong_doses - self.unnamed_doses

    @property
    def recorded(self) -> bool:
        """A day with any entry."""
        return self.state is not DayState.EMPTY

    @property
    def leaf_amount(self) -> int | None:
        """Milligrams of leaf; 0 on a day confirmed none; None where it is not known or where only extract was taken."""
        return None if self.weight_missing else self.leaf_count and self.leaf_mg

    @property
    def leaf_count(self) -> int | None:
        """Doses of leaf; 0 on a day confirmed none; None where it is not known or where only extract was taken."""
        if self.state is DayState.NONE:
            return 0
        sure = self.leaf_doses and not self.number_missing and not self.unnamed_doses
        return self.leaf_doses if sure else None


def day_figures(facts: Facts, products: Mapping[str, Product]) -> list[DayFigures]:
    """Every day of the range in order, days without entries included."""
    doses: list[list[DoseFact]] = [[] for _ in range(facts.days)]
    for dose in facts.doses:
        doses[facts.index_of(dose.local_ms)].append(dose)
    marks = _marks_by_day(facts)
    touched = {facts.index_of(ms) for ms in facts.notes} | {facts.index_of(each.local_ms) for each in facts.ratings}
    return [
        _figures(facts.first + dt.timedelta(days=n), taken, marks.get(n, set()), n in touched, products)
        for n, taken in enumerate(doses)
    ]


def _marks_by_day(facts: Facts) -> dict[int, set[str]]:
    first = day_number(facts.first)
    found: dict[int, set[str]] = {}
    for mark in facts.marks:
        found.setdefault(mark.day - first, set()).add(mark.mark)
    return found


def _figures(
    day: dt.date, doses: list[DoseFact], marks: set[str], touched: bool, products: Mapping[str, Product]
) -> DayFigures:
    number_missing = DayMarkKind.NUMBER_NOT_KNOWN in marks
    if not doses:
        state = _state_without_doses(marks, touched)
        return DayFigures(day, state, number_missing=number_missing and state is DayState.OTHER)
    groups = [group_of_product(products.get(dose.product or "")) for dose in doses]
    leaf = [dose for dose, group in zip(doses, groups, strict=True) if group == "leaf"]
    weights = [dose.quantity for dose in leaf if dose.dimension == Dimension.MASS and dose.quantity is not None]
    unnamed = sum(dose.product is None for dose in doses)
    return DayFigures(
        day,
        DayState.USE,
        doses=len(doses),
        leaf_doses=len(leaf),
        leaf_mg=sum(weights),
        strong_doses=sum(group in ("extract", "seven_oh") for group in groups),
        unnamed_doses=unnamed,
        weight_missing=len(weights) < len(leaf) or unnamed > 0 or number_missing,
        number_missing=number_missing,
    )


def _state_without_doses(marks: set[str], touched: bool) -> DayState:
    if DayMarkKind.NONE_TODAY in marks:
        return DayState.NONE
    return DayState.OTHER if marks or touched else DayState.EMPTY
