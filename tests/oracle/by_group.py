"""The figures of each group of products, from the rows: days taken, amounts and doses a day taken, never added."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from tests.oracle.changing import course_of_shares
from tests.oracle.doubled import ByDay, Found, Known, count_figure, empty_figure, largest_figure, within
from tests.oracle.reading import GROUPS, File, date
from tests.oracle.spans import Spans, measure, measure_of_days

KINDS = ("leaf_powder", "crushed_leaf", "capsule", "tea", "extract", "shot", "tablet", "seven_oh", "other", "not_said")
_DIMENSIONS = ("mass", "volume", "count")


def all_groups(file: File, spans: Spans) -> list[Found]:
    """Every group with a dose in the period, the most used of the last 28 days first."""
    taken = [each for each in GROUPS if any(each in day.groups for day in file.days.values())]
    found = [_Group(file, spans, each).found() for each in taken]
    return sorted(found, key=lambda each: (-each["days28"], -each["doses28"], -each["last_taken"].toordinal()))


class _Group:
    def __init__(self, file: File, spans: Spans, group: str) -> None:
        self._file, self._spans, self._group = file, spans, group
        self._taken = {number: day.groups[group] for number, day in file.days.items() if group in day.groups}
        self._dimension = self._most_known()
        self._unit, self._base = self._unit_and_base()
        self._new_on = self._first_of_all()

    def found(self) -> Found:
        last28 = [number for number in self._taken if number in self._spans.last28]
        return {
            "group": self._group, "unit": self._unit, "by_label": self._by_label(), "kinds": self._kinds(),
            "days_taken": self._days_taken(),
            "amount": measure_of_days(self._amounts(), self._spans, self._new_on, self._why) if self._unit else None,
            "doses": measure_of_days(self._doses(), self._spans, self._new_on, self._why),
            "largest_day": self._largest() if self._unit else None,
            "days28": len(last28), "doses28": sum(self._taken[number]["doses"] for number in last28),
            "guessed28": self._guessed(), "complete28": self._known_in_full(last28),
            "new_on": None if self._new_on is None else date(self._new_on),
            "last_taken": date(max(self._taken)), "current": max(self._taken) > self._spans.period[-1] - 14,
        }  # fmt: skip

    def _known_in_full(self, last28: list[int]) -> list[float]:
        if not self._unit:
            return []
        whole = [Fraction(self._taken[each][self._dimension], self._base) for each in last28 if self._complete(each)]
        return [float(min(whole)), float(max(whole))] if whole else []

    # --- what amounts are said in ---

    def _most_known(self) -> str | None:
        """The dimension of most doses; of equal ones the first."""
        doses = {each: sum(row[f"n_{each}"] for row in self._taken.values()) for each in _DIMENSIONS}
        best = max(_DIMENSIONS, key=lambda each: doses[each])
        return best if doses[best] else None

    def _unit_and_base(self) -> tuple[str, int]:
        """The unit, and how many thousandths make one of it."""
        if self._dimension != "mass":
            return {None: "", "volume": "ml", "count": "pieces"}[self._dimension], 1000
        whole = [row["mass"] for number, row in self._taken.items() if self._complete(number)]
        grams = self._group == "leaf" or (self._group != "seven_oh" and max(whole, default=0) >= 1000)
        return ("g", 1000) if grams else ("mg", 1)

    def _complete(self, number: int) -> bool:
        row = self._taken[number]
        return row[f"n_{self._dimension}"] == row["doses"] and not self._open(number)

    def _open(self, number: int) -> bool:
        return self._file.days[number].may_hold_more_of(self._group)

    def _by_label(self) -> bool:
        row = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(basis = 'label'), 0) AS labelled FROM taken
               WHERE kin = :of AND quantity IS NOT NULL""",
            of=self._group,
        )[0]  # fmt: skip
        return bool(row["n"] and row["n"] == row["labelled"])

    def _guessed(self) -> Found:
        row = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(basis = 'guessed'), 0) AS k FROM taken
               WHERE kin = :of AND quantity IS NOT NULL AND day >= :first""",
            of=self._group, first=self._spans.last28[0],
        )[0]  # fmt: skip
        return {"k": row["k"], "n": row["n"], "low": None, "high": None}

    def _kinds(self) -> list[str]:
        rows = self._file.rows("SELECT DISTINCT kind FROM taken WHERE kin = :of AND kind NOT NULL", of=self._group)
        return sorted((row["kind"] for row in rows), key=KINDS.index)

    # --- days ---

    def _first_of_all(self) -> int | None:
        """The day of the group's first dose, from 28 days after the first dose of any product on, in the period."""
        first = self._file.one("SELECT min(day) FROM begun WHERE kin = :of", of=self._group)
        settled = self._file.one("SELECT min(day) + 28 FROM begun WHERE product IS NOT NULL")
        known = first is not None and settled is not None
        return first if known and first in self._spans.period and first >= settled else None

    def _amounts(self) -> ByDay:
        def known(number: int, row: Any) -> Known:
            low = Fraction(row[self._dimension] or 0, self._base)
            return low, low if self._complete(number) else math.inf

        return {number: [known(number, row)] for number, row in self._taken.items()}

    def _doses(self) -> ByDay:
        def known(number: int, row: Any) -> Known:
            return Fraction(row["doses"]), math.inf if self._open(number) else Fraction(row["doses"])

        return {number: [known(number, row)] for number, row in self._taken.items()}

    @staticmethod
    def _why(days: int, _: range) -> str:
        return "too_few" if days else "not_taken"

    def _largest(self) -> Found:
        amounts = self._amounts()
        figures = self._spans.figures(lambda window: largest_figure(within(amounts, window)))
        return {**figures, "trend": None, "word": None, "weekly": []}

    def _days_taken(self) -> Found:
        def share(days: Iterable[int]) -> tuple[int, int, int]:
            found = [(number, self._file.days[number]) for number in days]
            counted = [(number, day) for number, day in found if day.with_or_without]
            return (
                sum(number in self._taken for number, _ in counted),
                sum(day.possible(self._group) for _, day in counted),
                len(counted),
            )

        def figure(window: range) -> Found:
            k, maybe, n = share(window)
            return count_figure(k, n, maybe > 0) if n else empty_figure("too_few", of=0)

        figures = self._spans.figures(figure)
        alike = _exact_share(figures["last28"]) is not None
        alike = alike and _exact_share(figures["last28"]) == _exact_share(figures["before28"])
        return measure(figures, course_of_shares(share), self._spans, self._new_on, alike)


def _exact_share(figure: Found) -> Fraction | None:
    if figure["value"] is None or figure["value"]["at_least"]:
        return None
    return Fraction(figure["value"]["value"], figure["of"])
