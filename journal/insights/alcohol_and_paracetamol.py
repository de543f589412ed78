"""What was written down of alcohol and of paracetamol: always "at least", because nobody is asked every day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.core.entries import Intake, Substance
from journal.core.queries import Day
from journal.core.substances import Taken

_PARACETAMOL = "paracetamol"  # the class of substances


@dataclass(frozen=True, slots=True)
class Noted:
    """On how many days of so many something was written down; 0 days means only that nothing was."""

    days: int
    of: int
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Drinks:
    """Drinks of alcohol in thousandths: what was written down is the least that it was.

    ``total`` None: of no intake the number was said. ``unnumbered``: intakes without their number.
    """

    noted: Noted
    total: int | None
    unnumbered: int


def drinks(days: Sequence[Day], with_private: bool = True) -> Drinks:
    """Of these journal days, which follow each other."""
    of_alcohol = [
        (day.day, intake) for day, intake in _intakes(days, with_private) if intake.what is Taken.ALCOHOL
    ]  # fmt: skip
    return drinks_of(of_alcohol, len(days))


def drinks_of(intakes: Collection[tuple[dt.date, Intake]], of_days: int) -> Drinks:
    """Of intakes of alcohol with their days, which are among so many."""
    numbers = [intake.drinks for _, intake in intakes if intake.drinks is not None]
    noted = _noted((day for day, _ in intakes), of_days)
    return Drinks(noted, sum(numbers) if numbers else None, len(intakes) - len(numbers))


def paracetamol_days(
    days: Sequence[Day],
    substances: Mapping[str, Substance],
    is_paracetamol: Callable[[str], bool],
    with_private: bool = True,
) -> Noted:
    """Days with an intake of paracetamol, told by its own name or by its medicine; the caller knows the names."""

    def holds(intake: Intake) -> bool:
        medicine = substances.get(intake.substance or "")
        by_class = medicine is not None and _PARACETAMOL in medicine.classes
        return by_class or is_paracetamol(intake.name) or (medicine is not None and is_paracetamol(medicine.name))

    return _noted((day.day for day, intake in _intakes(days, with_private) if holds(intake)), len(days))


def _intakes(days: Iterable[Day], with_private: bool) -> Iterable[tuple[Day, Intake]]:
    for day in days:
        for intake in day.entries.get("intake", ()):
            if with_private or not intake.private:
                yield day, intake


def _noted(days: Iterable[dt.date], of: int) -> Noted:
    distinct: Collection[dt.date] = set(days)
    return Noted(len(distinct), of, max(distinct, default=None))
