"""What page 1 must say of doses after its period, from the rows: those of the running day, or that it ends earlier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tests.oracle.labels import label
from tests.oracle.numbers import dose_count, plural, short
from tests.oracle.reading import GROUPS, NOT_SAID, File
from tests.oracle.warned import Now

_TAKEN = """
SELECT kin, product, quantity, dimension FROM everything
WHERE day BETWEEN :day AND :day + 365 AND utc_ms <= :now AND NOT private ORDER BY utc_ms, seq
"""
_PRIVATE = "SELECT count(*) FROM everything WHERE day BETWEEN :day AND :day + 365 AND utc_ms <= :now AND private"
_AHEAD = "SELECT count(*) FROM everything WHERE day BETWEEN :day AND :day + 365 AND utc_ms > :now AND NOT private"
_LAST = """
SELECT utc_ms, utc_ms + offset_s * 1000 AS local_ms, private FROM dose
WHERE deleted_ms IS NULL AND utc_ms <= :now AND (utc_ms + offset_s * 1000 - :start * 60000) / 86400000 >= :first
ORDER BY utc_ms DESC, private DESC, seq
"""
_NUMBER_NOT_KNOWN = "SELECT count(*) FROM marked WHERE day = :day AND day <= :today AND mark = 'number_not_known'"
_MARK = "SELECT mark FROM marked WHERE day = :day"
_KINDS = {"leaf": "leaf", "extract": "extract", "seven_oh": "7-OH", "not_said": "kind not said"}


class AfterPeriod:
    """Of a page; ``file`` is that of the page, ``first`` and ``last`` the days of its period."""

    def __init__(self, file: File, first: int, last: int, now: Now, products: Mapping[str, str]) -> None:
        start = dt.datetime(1970, 1, 1) + dt.timedelta(minutes=file.start)
        today = (now.local - start).days
        self._between, self._now, self._names = today - last, now, products
        about = {"day": last + 1, "now": now.utc_ms}
        reached = self._between <= 1
        self._taken = file.rows(_TAKEN, **about) if reached else []
        about_last = {"now": now.utc_ms, "first": first, "start": file.start}
        self._doses = file.rows(_LAST, **about_last) if reached else []
        self._private = file.one(_PRIVATE, **about) if reached else 0
        self._uncounted = bool(reached and file.one(_NUMBER_NOT_KNOWN, day=last + 1, today=today))
        self._ahead = file.one(_AHEAD, **about) if reached else 0
        self.products = {row["product"] for row in self._taken}
        taken_on = (self._doses[0]["local_ms"] // 60_000 - file.start) // 1440 if self._doses else today
        marks = {each: {row["mark"] for row in file.rows(_MARK, day=each)} for each in range(taken_on + 1, today + 1)}
        counted = any("number_not_known" in of_day for of_day in marks.values())
        self._open = not counted and any("none_today" not in of_day for of_day in marks.values())
        self._last = dt.date(1970, 1, 1) + dt.timedelta(days=last)

    def said(self, long_period: bool) -> str:
        """Nothing where there is nothing to be told; ``long_period``: days have their years."""
        if self._between > 1:
            return f"Days after {self._last.day} {self._last:%b %Y} are not looked at."
        if not (self._taken or self._private or self._uncounted or self._ahead):
            return ""
        at = self._now.local
        day = f"{at.day} {at:%b %Y}" if long_period else f"{at.day} {at:%b}"
        parts = [*self._groups()]
        if self._uncounted and not self._private:
            parts.append("more, whose number is not known" if self._taken else "doses whose number is not known")
        if self._private:
            parts.append(f"{_held_back(self._private)}")
        if self._ahead:
            are = "is" if self._ahead == 1 else "are"
            parts.append(f"{plural(self._ahead, 'dose')} {are} dated later than this computer’s clock")
        return f"After this period, up to {day}, {at:%H:%M}: {'; '.join(parts)}; not in the figures."

    def last_dose(self, long_period: bool) -> str:
        """Nothing where what came last is withheld."""
        if not self._doses or self._doses[0]["private"]:
            return ""
        at = dt.datetime(1970, 1, 1) + dt.timedelta(milliseconds=self._doses[0]["local_ms"])
        day = f"{at.day} {at:%b %Y}" if long_period else f"{at.day} {at:%b}"
        said = f"Last dose written down: {day}, {at:%H:%M}."
        return f"{said} Any later dose: not known." if self._open else said

    def _groups(self) -> Iterator[str]:
        unsaid = any(row["kin"] == NOT_SAID for row in self._taken)
        for group in GROUPS:
            rows = [row for row in self._taken if row["kin"] == group]
            if rows:
                more = bool(self._private or self._uncounted or (unsaid and group != NOT_SAID))
                yield f"{_KINDS[group]}, {_use(rows, more)}{self._named(rows)}"

    def _named(self, rows: list[Any]) -> str:
        names = [self._names[each] for each in dict.fromkeys(row["product"] for row in rows) if each is not None]
        if not names:
            return ""
        listed = ", ".join([*names[:3], *([f"and {len(names) - 3} more"] if len(names) > 3 else [])])
        return f" ({label(listed[:4], listed[4:])})"


def _use(rows: list[Any], more: bool) -> str:
    known = {each: [row["quantity"] for row in rows if row["dimension"] == each and row["quantity"] is not None]
             for each in ("mass", "volume", "count")}  # fmt: skip
    measured = {each: quantities for each, quantities in known.items() if quantities}
    if not measured:
        return f"{_doses(len(rows), more)}, amount not said"
    if len(measured) == 1:
        ((dimension, quantities),) = measured.items()
        least = more or len(quantities) < len(rows)
        return f"{_amount(dimension, sum(quantities), least)} in {_doses(len(rows), more)}"
    parts = [f"{_amount(each, sum(found), more)} in {_doses(len(found), more)}" for each, found in measured.items()]
    if unsaid := len(rows) - sum(map(len, measured.values())):
        parts.append(f"{_doses(unsaid, more)}, amount not said")
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _doses(n: int, more: bool) -> str:
    return f"{'at least ' if more else ''}{dose_count(n)}"


def _amount(dimension: str, total: int, least: bool) -> str:
    exact = (
        short(total) + " mg" if dimension == "mass" and total < 1000 else f"{Decimal(total).scaleb(-3).normalize():,f}"
    )
    unit = {"mass": " g", "volume": " ml", "count": " piece" if total == 1000 else " pieces"}[dimension]
    return f"{'at least ' if least else ''}{exact if exact.endswith('mg') else exact + unit}"


def _held_back(n: int) -> str:
    return f"{plural(n, 'dose')} {'was' if n == 1 else 'were'} written down and {'is' if n == 1 else 'are'} left out"
