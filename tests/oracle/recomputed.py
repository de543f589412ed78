"""Every number of the summary a second time, from the rows of the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path

from tests.oracle.by_group import all_groups
from tests.oracle.by_symptom import main_symptom, second_symptom, told_of_symptoms
from tests.oracle.course import course
from tests.oracle.doubled import ByDay, Found, count_figure, empty_figure, median
from tests.oracle.pairing import pair_figures
from tests.oracle.reading import File, date, number
from tests.oracle.spans import Spans, measure_of_days


def recompute(path: Path, first: dt.date, last: dt.date, page: bool, mood: bool = True) -> Found:
    """The summary of the journal days ``first`` to ``last``, as plain dictionaries with the summary's own names.

    ``page``: as it is disclosed, private entries left out; else as screens show it. ``mood``: with its scales.
    """
    file = File(path, number(first), number(last), page, mood)
    try:
        return _Period(file, number(first), number(last)).found()
    finally:
        file.close()


def recompute_course(path: Path, first: dt.date, last: dt.date, page: bool, mood: bool) -> Found:
    """The same of what the pages behind the first tell of symptoms."""
    file = File(path, number(first), number(last), page, mood or not page)
    try:
        return course(file, Spans(number(first), number(last), begins=False), mood)
    finally:
        file.close()


class _Period:
    def __init__(self, file: File, first: int, last: int) -> None:
        self._file = file
        begun = file.one("SELECT min(day) FROM told")  # what is private begins no journal, on screens neither
        self._since_first_entry = last - first + 1 if begun is None else max(0, last - max(first, begun) + 1)
        self._first_entry = date(begun) if begun is not None and first <= begun <= last else None
        self._spans = Spans(first, last, begins=begun is not None and first <= begun <= last)

    def found(self) -> Found:
        main = main_symptom(self._file)
        second = second_symptom(self._file, main)
        return {
            **self._spans.found(), "groups": all_groups(self._file, self._spans),
            "gap": measure_of_days(self._gaps(), self._spans, None, lambda *_: "too_few"),
            "night": {**measure_of_days(self._nights(), self._spans, None, lambda *_: "too_few"),
                      "trend": None, "word": None, "weekly": []},
            "days_without": self._counted(self._without), "days_recorded": self._counted(self._recorded_of),
            "main": main, "second": second,
            "main_measure": self._of_symptom(main), "second_measure": self._of_symptom(second),
            "before_and_after": pair_figures(self._file, main, self._spans.last28),
            **told_of_symptoms(self._file, self._spans),
            "new_products": self._new_products(), "products": self._products(),
            "unnamed_doses": self._file.one(
                "SELECT count(*) FROM taken WHERE product IS NULL AND day >= :first", first=self._spans.last28[0]
            ),
            "quality": self._quality(),
        }  # fmt: skip

    # --- measures of no group ---

    def _gaps(self) -> ByDay:
        """Hours between the minutes of a day in which doses were taken, whatever they are of; not where some are not
        known."""
        rows = self._file.rows(
            """SELECT day, utc_ms - lag(utc_ms) OVER (PARTITION BY day ORDER BY utc_ms) AS gap FROM
               (SELECT day, min(utc_ms) AS utc_ms FROM taken GROUP BY day, utc_ms / 60000)"""
        )
        found: ByDay = {}
        for row in rows:
            if row["gap"] is not None and not self._file.days[row["day"]].more:
                hours = Fraction(row["gap"], 3_600_000)
                found.setdefault(row["day"], []).append((hours, hours))
        return found

    def _nights(self) -> ByDay:
        """Hours from the last dose of a day to the first of the next, on the later one of two days known in full."""
        ends = {row["day"]: row for row in self._file.rows(
            "SELECT day, min(utc_ms) AS first, max(utc_ms) AS last FROM taken GROUP BY day")}  # fmt: skip
        found: ByDay = {}
        for day, row in ends.items():
            known = day - 1 in ends and not self._file.days[day].more and not self._file.days[day - 1].more
            if known and row["first"] > ends[day - 1]["last"]:
                hours = Fraction(row["first"] - ends[day - 1]["last"], 3_600_000)
                found[day] = [(hours, hours)]
        return found

    def _of_symptom(self, symptom: str | None) -> Found:
        rows = self._file.rows("SELECT day, value FROM rated WHERE symptom = :of AND value IS NOT NULL", of=symptom)
        ratings: dict[int, list[Fraction]] = {}
        for row in rows:
            ratings.setdefault(row["day"], []).append(Fraction(row["value"]))
        medians = {day: Fraction(median(values)) for day, values in ratings.items()}
        values: ByDay = {day: [(value, value)] for day, value in medians.items()}

        def why(days: int, _: range) -> str:
            return "not_rated" if symptom is None else "too_few" if days else "not_recorded"

        return measure_of_days(values, self._spans, None, why)

    def _counted(self, figure: Callable[[range], Found]) -> Found:
        return {**self._spans.figures(figure), "trend": None, "word": None, "weekly": []}

    def _without(self, window: range) -> Found:
        known = sum(self._file.days[day].with_or_without for day in window)
        return count_figure(self._count(window, "none"), known) if known else empty_figure("too_few", of=0)

    def _recorded_of(self, window: range) -> Found:
        return count_figure(self._recorded(window), len(window))

    def _count(self, window: Iterable[int], *states: str) -> int:
        return sum(self._file.days[day].state in states for day in window)

    def _recorded(self, window: Iterable[int]) -> int:
        return self._count(window, "use", "none", "other")

    def _last_recorded(self, window: Iterable[int]) -> dt.date | None:
        days = [day for day in window if self._recorded([day])]
        return date(days[-1]) if days else None

    # --- products and quality ---

    def _new_products(self) -> list[Found]:
        rows = self._file.rows(
            """WITH named AS (SELECT product, day FROM begun WHERE product IS NOT NULL)
               SELECT product, day FROM named WHERE day BETWEEN :first AND :last
               AND day >= (SELECT min(day) FROM named) + 28 ORDER BY day, product""",
            first=self._spans.period[0], last=self._spans.period[-1],
        )  # fmt: skip
        return [{"product": row["product"], "day": date(row["day"])} for row in rows]

    def _products(self) -> list[Found]:
        rows = self._file.rows(
            """SELECT taken.product AS product, name, count(*) AS doses, count(DISTINCT day) AS days,
               min(day) AS first, max(day) AS last FROM taken JOIN product ON product.id = taken.product
               WHERE day >= :first GROUP BY taken.product""",
            first=self._spans.last28[0],
        )  # fmt: skip
        rows.sort(key=lambda row: (-row["doses"], row["name"].casefold(), row["product"]))
        return [
            {"product": row["product"], "doses": row["doses"], "days": row["days"], "first": date(row["first"]),
             "last": date(row["last"])}
            for row in rows
        ]  # fmt: skip

    def _quality(self) -> Found:
        days, last28 = self._file.days, self._spans.last28
        row = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(basis = 'weighed'), 0) AS weighed, coalesce(sum(basis = 'guessed'), 0)
               AS guessed, coalesce(sum(late <= 3600000), 0) AS soon FROM taken WHERE day >= :first""",
            first=last28[0],
        )[0]  # fmt: skip
        late = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(late > 86400000), 0) AS k
               FROM (SELECT late FROM taken UNION ALL SELECT late FROM rated)"""
        )[0]
        used = [day for day in days.values() if day.state == "use"]
        return {
            "days": len(days), "recorded": self._recorded(days),
            "recorded28": _share(self._recorded(last28), len(last28)),
            "known": sum(day.with_or_without for day in days.values()),
            "amount_missing_days": self._file.one("SELECT count(DISTINCT day) FROM taken WHERE quantity IS NULL"),
            "kind_missing_days": _share(sum("not_said" in day.groups for day in used), len(used)),
            "other_days": sum(day.state == "other" and not day.more for day in days.values()),
            "left_out_doses": self._file.one("SELECT count(*) FROM left_out"),
            "weighed": _share(row["weighed"], row["n"]), "guessed": _share(row["guessed"], row["n"]),
            "days_since_first_entry": self._since_first_entry,
            "first_entry": self._first_entry, "last_entry": self._last_recorded(days),
            "within_hour": _share(row["soon"], row["n"]), "back_filled": _share(late["k"], late["n"]),
        }  # fmt: skip


def _share(k: int, n: int) -> Found:
    return {"k": k, "n": n, "low": None, "high": None}
