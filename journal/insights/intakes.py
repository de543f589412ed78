"""What was written down of alcohol and of paracetamol: always "at least", because nobody is asked every day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.core.entries import Intake, Substance
from journal.core.plaintext import folded
from journal.core.queries import Day
from journal.core.substances import Taken

# Names and spellings under which paracetamol is sold; the beginning of a word is enough.
_PARACETAMOL = (
    "paracetamol", "acetaminophen", "acetaminofen", "paracetamolo", "apap", "tylenol", "panadol", "dafalgan",
    "doliprane", "efferalgan", "calpol", "co-codamol", "benuron", "ben-u-ron",
)  # fmt: skip
_PARACETAMOL_CLASS = "paracetamol"
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


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

    @property
    def a_week(self) -> int | None:
        """In thousandths, rounded down to a tenth: an "at least" must not be more than was written down."""
        return None if self.total is None else self.total * 7 // self.noted.of // 100 * 100


def drinks(days: Sequence[Day], with_private: bool = True) -> Drinks:
    """Of these journal days, which follow each other."""
    found = [
        (day.day, intake) for day, intake in _intakes(days, with_private) if intake.what is Taken.ALCOHOL
    ]  # fmt: skip
    numbers = [intake.drinks for _, intake in found if intake.drinks is not None]
    noted = _noted((day for day, _ in found), len(days))
    return Drinks(noted, sum(numbers) if numbers else None, len(found) - len(numbers))


def paracetamol_days(days: Sequence[Day], substances: Mapping[str, Substance], with_private: bool = True) -> Noted:
    """Days with an intake that names paracetamol, itself or through its medicine."""
    found = (
        day.day
        for day, intake in _intakes(days, with_private)
        if names_paracetamol(intake.name) or _is_paracetamol(substances.get(intake.substance or ""))
    )
    return _noted(found, len(days))


def names_paracetamol(text: str) -> bool:
    """Whether one of the words is a name of paracetamol: "Tylenol PM", "paracetamol 500"."""
    return any(word.startswith(_PARACETAMOL) for word in _WORDS.findall(folded(text)))


def _is_paracetamol(substance: Substance | None) -> bool:
    return substance is not None and (
        _PARACETAMOL_CLASS in substance.classes or names_paracetamol(substance.name)
    )  # fmt: skip


def _intakes(days: Iterable[Day], with_private: bool) -> Iterable[tuple[Day, Intake]]:
    for day in days:
        for intake in day.entries.get("intake", ()):
            if with_private or not intake.private:
                yield day, intake


def _noted(days: Iterable[dt.date], of: int) -> Noted:
    found: Collection[dt.date] = set(days)
    return Noted(len(found), of, max(found, default=None))
