"""Every number of page 1 a second time, from the rows, in the order of the report's section 3.1."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.oracle.pairing import pair_figures, wilson
from tests.oracle.reading import File, date, number

Found = dict[str, Any]
ByDay = dict[int, list[float]]  # the values of each day that has any
_MAIN_KINDS = "('pain', 'symptom', 'withdrawal', 'wellbeing')"


def recompute(path: Path, first: dt.date, last: dt.date) -> Found:
    """The summary of the journal days ``first`` to ``last``, as plain dictionaries with the summary's own names."""
    end = number(last)
    file = File(path, min(number(first), end - 55), end)
    try:
        return _Period(file, number(first), end).found()
    finally:
        file.close()


def quartiles(values: list[float]) -> tuple[float, float, float]:
    """Lower quartile, median, upper quartile by linear interpolation (type 7); one value is all three."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


class _Period:
    def __init__(self, file: File, first: int, last: int) -> None:
        self._file, self._days = file, file.days
        self._period = range(first, last + 1)
        self._last7, self._last28 = range(last - 6, last + 1), range(last - 27, last + 1)
        self._before28 = range(last - 55, last - 27)
        self._end = last
        self._symptoms = file.rows("SELECT * FROM symptom WHERE deleted_ms IS NULL ORDER BY position, id")

    def found(self) -> Found:
        main = self._main()
        second = self._second(main)
        measures = {
            "amount": self._each_day(lambda day: day.grams),
            "doses": self._each_day(lambda day: day.count),
            "single_dose": self._single_doses(),
            "gap": self._gaps(),
            "main": self._ratings_of(main),
            "second": self._ratings_of(second),
        }
        rows = {key: self._row(key, values, {"main": main, "second": second}) for key, values in measures.items()}
        rows |= {"largest_day": self._largest(measures["amount"]), "days_without": self._without(),
                 "days_recorded": self._recorded_row()}  # fmt: skip
        return {
            "period": _span(self._period), "last7": _span(self._last7), "last28": _span(self._last28),
            "before28": _span(self._before28), "main": main, "second": second, "rows": rows,
            "trends": {key: self._trend(measures[key]) for key in ("amount", "doses", "gap", "main")},
            "pairs": pair_figures(self._file, main, self._last28),
            **self._effects(), "warnings": self._warnings(), "new_products": self._new_products(), **self._taken(),
            "withdrawal": self._withdrawal(), "quality": self._quality(),
        }  # fmt: skip

    # --- which symptoms ---

    def _by_days_rated(self, kinds: str) -> list[Any]:
        return self._file.rows(
            f"""SELECT symptom.id AS id, code FROM symptom JOIN (SELECT symptom AS of, count(DISTINCT day) AS days
                FROM rated WHERE value IS NOT NULL AND day BETWEEN :first AND :last GROUP BY symptom) ON of = symptom.id
                WHERE deleted_ms IS NULL AND kind IN {kinds} ORDER BY days DESC, position, symptom.id""",  # noqa: S608
            first=self._period[0], last=self._period[-1],
        )  # fmt: skip

    def _main(self) -> str | None:
        chosen = [each["id"] for each in self._symptoms if each["main"] and f"'{each['kind']}'" in _MAIN_KINDS]
        return next(iter([*chosen, *(each["id"] for each in self._by_days_rated(_MAIN_KINDS))]), None)

    def _second(self, main: str | None) -> str | None:
        others = [each for each in self._by_days_rated(_MAIN_KINDS) if each["id"] != main]
        for code in ("sleep_quality", "insomnia"):
            for each in others:
                if each["code"] == code:
                    return str(each["id"])
        return others[0]["id"] if others else None

    # --- values of days ---

    def _each_day(self, of: Callable[[Any], float | None]) -> ByDay:
        found = {number: of(day) for number, day in self._days.items()}
        return {day: [value] for day, value in found.items() if value is not None}

    def _single_doses(self) -> ByDay:
        found: ByDay = {}
        for row in self._file.rows("SELECT day, mg FROM taken WHERE leaf AND mg IS NOT NULL"):
            found.setdefault(row["day"], []).append(row["mg"] / 1000)
        return found

    def _gaps(self) -> ByDay:
        rows = self._file.rows(
            """SELECT day, utc_ms - lag(utc_ms) OVER (PARTITION BY day ORDER BY utc_ms, seq) AS gap
               FROM taken WHERE leaf ORDER BY utc_ms, seq"""
        )
        found: ByDay = {}
        for row in rows:
            if row["gap"] is not None and self._days[row["day"]].count:
                found.setdefault(row["day"], []).append(row["gap"] / 3_600_000)
        return found

    def _ratings_of(self, symptom: str | None) -> ByDay:
        rows = self._file.rows("SELECT day, value FROM rated WHERE symptom = :of AND value IS NOT NULL", of=symptom)
        found: ByDay = {}
        for row in rows:
            found.setdefault(row["day"], []).append(row["value"])
        return {day: [statistics.median(values)] for day, values in found.items()}

    # --- rows of the table ---

    def _row(self, key: str, values: ByDay, symptoms: dict[str, str | None]) -> Found:
        def why(window: range) -> str:
            if key in symptoms:
                if symptoms[key] is None:
                    return "not_tracked"
                return "too_few" if any(day in values for day in window) else "not_recorded"
            return self._why_no_leaf(window, said)

        said = self._each_day(lambda day: day.count) if key == "gap" else values
        windows = {"last7": self._last7, "last28": self._last28, "before28": self._before28}
        row = {name: _figure(values, window, 4 if name == "last7" else 5, why) for name, window in windows.items()}
        row["last7"] |= {"low": None, "high": None}
        change = self._change(values, row["last28"], row["before28"])
        if key in ("amount", "doses"):
            hidden = [name for name in row if row[name]["value"] is not None and self._zeros(windows[name], values)]
            row |= {name: _plain(None, row[name]["n"], missing="not_said") for name in hidden}
            if {"last28", "before28"} & set(hidden):
                change = {"value": None, "comparison": "too_few_weeks", "missing": "not_said"}
        return {**row, "change": change}

    def _why_no_leaf(self, window: range, said: ByDay) -> str:
        used = [day for day in window if self._days[day].used]
        if used:
            return "too_few" if any(day in said for day in used) else "not_said"
        return "no_leaf" if self._count(window, "use") and not self._count(window, "none") else "too_few"

    def _zeros(self, window: range, values: ByDay) -> bool:
        """Whether days without would stand for days of use most of which are not known."""
        used = [day for day in window if self._days[day].used]
        known = [day for day in used if day in values]
        return self._count(window, "none") > 0 and len(known) < len(used) / 2

    def _change(self, values: ByDay, last28: Found, before28: Found) -> Found:
        comparison = self._comparison(values)
        if min(_contributing(values, self._last28), _contributing(values, self._before28)) >= 14:
            return {"value": last28["value"] - before28["value"], "comparison": comparison, "missing": None}
        untracked = "not_tracked" in (last28["missing"], before28["missing"])
        return {"value": None, "comparison": comparison, "missing": "not_tracked" if untracked else "too_few"}

    def _comparison(self, values: ByDay) -> str:
        last, before = (self._weekly(values, window) for window in (self._last28, self._before28))
        if min(len(last), len(before)) < 3 or max(len(last), len(before)) < 4:
            return "too_few_weeks"
        rise = statistics.median(_within(values, self._last28)) - statistics.median(_within(values, self._before28))
        usual = statistics.fmean(max(weeks.values()) - min(weeks.values()) for weeks in (last, before))
        # A tie is within; grams and hours are fractions here, so what is equal may differ in the 16th digit.
        if abs(rise) <= usual + 1e-9 or abs(rise) < 0.1 - 1e-9:  # or not to be seen with one decimal
            return "within"
        if min(last.values()) > max(before.values()) and rise > 0:
            return "higher"
        return "lower" if max(last.values()) < min(before.values()) and rise < 0 else "within"

    def _weekly(self, values: ByDay, window: range) -> dict[int, float]:
        """The median of every usable whole week of the window; week 0 is the earliest."""
        weeks = len(window) // 7
        found = {}
        for week in range(weeks):
            end = window[-1] - 7 * (weeks - 1 - week)
            days = range(end - 6, end + 1)
            if _contributing(values, days) >= 4:
                found[week] = statistics.median(_within(values, days))
        return found

    def _largest(self, amounts: ByDay) -> Found:
        def figure(window: range) -> Found:
            grams, why = _within(amounts, window), self._why_no_leaf(window, amounts)
            partly = [self._days[day].partly for day in window if self._days[day].partly]
            most, n = max([*grams, *partly], default=None), len(grams) + len(partly)
            if most is None or (most == 0 and why == "not_said"):
                return _plain(None, n, missing=why)
            return _plain(most, n) | {"at_least": most > max(grams, default=0)}

        return self._in_windows(figure)

    def _without(self) -> Found:
        def figure(window: range) -> Found:
            uncounted = sum(self._days[day].uncounted for day in window)
            none, known = self._count(window, "none"), self._count(window, "use", "none") + uncounted
            return _plain(none if known else None, known, of=known, missing=None if known else "too_few")

        return self._in_windows(figure)

    def _recorded_row(self) -> Found:
        return self._in_windows(lambda window: _plain(self._recorded(window), len(window), of=len(window)))

    def _in_windows(self, figure: Callable[[range], Found]) -> Found:
        return {"last7": figure(self._last7), "last28": figure(self._last28), "before28": figure(self._before28),
                "change": None}  # fmt: skip

    def _count(self, window: range, *states: str) -> int:
        return sum(self._days[day].state in states for day in window)

    def _recorded(self, window: range) -> int:
        return self._count(window, "use", "none", "other")

    # --- trends ---

    def _trend(self, values: ByDay) -> Found:
        weekly = self._weekly(values, self._period)
        found: Found = {"direction": None, "slope": None, "low": None, "high": None, "weeks": len(weekly),
                        "of": len(self._period) // 7, "apart": 0, "missing": "too_few_weeks"}  # fmt: skip
        if len(weekly) < 6:
            return found
        points = sorted(weekly.items())
        slopes = sorted((y2 - y1) / (x2 - x1) for n, (x1, y1) in enumerate(points) for x2, y2 in points[n + 1 :])
        slope = statistics.median(slopes)
        low, high = _sen(slopes, len(points))
        middle = statistics.median(weekly.values())
        apart = points[-1][0] - points[0][0]
        enough = abs(slope * apart) >= 0.15 * abs(middle)
        clear = enough and (low > 0 or high < 0)
        direction = ("rising" if slope > 0 else "falling") if clear else "no_clear_trend"
        return found | {"direction": direction, "slope": slope, "low": low, "high": high, "apart": apart,
                        "missing": None}  # fmt: skip

    # --- side effects, warnings, withdrawal ---

    def _symptom_days(self, symptom: str, window: range) -> int:
        rows = self._file.rows(
            """SELECT count(DISTINCT day) AS n FROM rated
               WHERE symptom = :of AND value > 0 AND day BETWEEN :first AND :last""",
            of=symptom, first=window[0], last=window[-1],
        )  # fmt: skip
        return int(rows[0]["n"])

    def _kind_days(self, kind: str, window: range) -> list[int]:
        rows = self._file.rows(
            "SELECT DISTINCT day FROM rated WHERE kind = :kind AND value > 0 AND day BETWEEN :first AND :last",
            kind=kind, first=window[0], last=window[-1],
        )  # fmt: skip
        return [row["day"] for row in rows]

    def _effects(self) -> Found:
        found = []
        for each in (each for each in self._symptoms if each["kind"] == "side_effect"):
            last28, before28 = (self._symptom_days(each["id"], window) for window in (self._last28, self._before28))
            rows = self._file.rows(
                "SELECT max(value) AS worst FROM rated WHERE symptom = :of AND value > 0 AND day >= :first",
                of=each["id"], first=self._last28[0],
            )  # fmt: skip
            if last28 or before28:
                found.append({"symptom": each["id"], "worst": rows[0]["worst"], "last28": last28, "before28": before28})
        found.sort(key=lambda each: (-each["last28"], -each["before28"]))
        days, before = (
            _share_of_days(len(self._kind_days("side_effect", window)), self._recorded(window))
            for window in (self._last28, self._before28)
        )
        return {"side_effects": found, "side_effect_days": days, "side_effect_days_before": before,
                "side_effects_tracked": self._tracked("side_effect")}  # fmt: skip

    def _tracked(self, kind: str) -> bool:
        return any(each["kind"] == kind for each in self._symptoms)

    def _warnings(self) -> list[Found]:
        """By symptom and day; ratings marked private count only where there is no other."""
        rows = self._file.rows(
            """SELECT symptom, day, max(value) AS value, private FROM rated WHERE kind = 'warning' AND value > 0
               AND day BETWEEN :first AND :last GROUP BY symptom, day, private ORDER BY day DESC, private""",
            first=self._period[0], last=self._period[-1],
        )  # fmt: skip
        found: dict[tuple[str, int], Found] = {}
        for row in rows:
            item = {"symptom": row["symptom"], "day": date(row["day"]), "value": row["value"],
                    "private": bool(row["private"]), **self._notes(row)}  # fmt: skip
            found.setdefault((row["symptom"], row["day"]), item)
        return list(found.values())

    def _notes(self, of: Any) -> dict[str, list[str]]:
        """Notes within the hour of a rating; notes of the dose that a rating is linked with. Those of its day, and all.

        None that lies so beside a rating marked private, unless this is one.
        """
        rows = self._file.rows(
            """WITH claim AS (
                   SELECT told.rowid AS note, text, told.utc_ms AS utc_ms, told.dose IS NOT NULL AS linked,
                       told.day AS day, symptom, rated.day AS rated_day, rated.private AS private
                   FROM rated JOIN told ON CASE WHEN told.dose IS NULL
                       THEN abs(rated.utc_ms - told.utc_ms) <= 3600000 ELSE rated.dose = told.dose END
                   WHERE rated.kind = 'warning' AND value > 0
                       AND told.day IN (SELECT day FROM rated WHERE kind = 'warning' AND value > 0))
               SELECT text, min(day <> :day) AS elsewhere,
                   min(CASE WHEN day = :day THEN utc_ms END) AS own, min(utc_ms) AS first
               FROM claim WHERE symptom = :of AND rated_day = :day AND private = :private
                   AND (:private OR note NOT IN (SELECT note FROM claim WHERE private))
               GROUP BY text ORDER BY min(utc_ms), min(linked), text""",
            of=of["symptom"], day=of["day"], private=of["private"],
        )  # fmt: skip
        own = sorted((row for row in rows if not row["elsewhere"]), key=lambda row: int(row["own"]))
        return {"notes": [row["text"] for row in own], "near": [row["text"] for row in rows]}

    def _new_products(self) -> list[Found]:
        rows = self._file.rows(
            """SELECT product, day FROM begun WHERE day BETWEEN :first AND :last
               AND day >= (SELECT min(day) FROM begun) + 28 ORDER BY day, product""",
            first=self._period[0], last=self._period[-1],
        )  # fmt: skip
        return [{"product": row["product"], "day": date(row["day"])} for row in rows]

    def _withdrawal(self) -> Found:
        days = self._kind_days("withdrawal", self._last28)
        early = self._file.rows(
            """SELECT count(DISTINCT day) AS n FROM rated WHERE kind = 'withdrawal' AND value > 0 AND day >= :first
               AND utc_ms < (SELECT min(utc_ms) FROM taken WHERE taken.day = rated.day)""",
            first=self._last28[0],
        )  # fmt: skip
        return {"tracked": self._tracked("withdrawal"), "days": len(days), "of": self._recorded(self._last28),
                "before_first_dose": early[0]["n"]}  # fmt: skip

    # --- products and quality ---

    def _taken(self) -> Found:
        rows = self._file.rows(
            """SELECT product, count(*) AS doses, min(day) AS first, max(day) AS last FROM taken
               WHERE product IS NOT NULL AND day >= :first GROUP BY product""",
            first=self._period[0],
        )  # fmt: skip
        shares = self._grams_shares()
        products = [
            {"product": row["product"], "doses": row["doses"], "first": date(row["first"]), "last": date(row["last"]),
             "grams_share": shares.get(row["product"])}
            for row in rows
        ]  # fmt: skip
        strong = [day for day in self._last28 if self._days[day].strong]
        unnamed = self._file.rows(
            "SELECT count(*) AS n FROM taken WHERE unnamed AND day >= :first", first=self._period[0]
        )
        return {
            "products": products, "unnamed_doses": unnamed[0]["n"],
            "strong_days": _share_of_days(len(strong), self._count(self._last28, "use", "none")),
            "strong_doses": sum(self._days[day].strong for day in strong),
            "other_doses": self._file.rows(
                "SELECT count(*) AS n FROM taken WHERE NOT leaf AND NOT strong AND NOT unnamed AND day >= :first",
                first=self._last28[0],
            )[0]["n"],
        }  # fmt: skip

    def _grams_shares(self) -> dict[str, float]:
        """Of the leaf products taken on days that have an amount: each one's part of the milligrams of these days."""
        rows = self._file.rows(
            "SELECT product, day, mg FROM taken WHERE leaf AND mg IS NOT NULL AND day >= :first", first=self._period[0]
        )
        counted = [row for row in rows if self._days[row["day"]].grams is not None]
        total = sum(row["mg"] for row in counted)
        return {
            name: sum(row["mg"] for row in counted if row["product"] == name) / total
            for name in {row["product"] for row in counted}
            if total
        }

    def _quality(self) -> Found:
        used = [self._days[day] for day in self._period if self._days[day].state == "use"]
        rows = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(basis = 'weighed'), 0) AS weighed, coalesce(sum(basis = 'guessed'), 0)
               AS guessed, coalesce(sum(late <= 3600000), 0) AS soon FROM taken WHERE day >= :first""",
            first=self._last28[0],
        )  # fmt: skip
        late = self._file.rows(
            """SELECT count(*) AS n, coalesce(sum(late > 86400000), 0) AS k FROM
               (SELECT late, day FROM taken UNION ALL SELECT late, day FROM rated) WHERE day >= :first""",
            first=self._period[0],
        )  # fmt: skip
        n = rows[0]["n"]
        return {
            "days": len(self._period), "recorded": self._recorded(self._period),
            "known": self._count(self._period, "use", "none"),
            "weight_missing_days": sum((day.leaf + day.unnamed > 0) and day.grams is None for day in used),
            "no_leaf_days": sum(day.leaf + day.unnamed == 0 for day in used),
            "other_days": self._count(self._period, "other"),
            "weighed": _share(rows[0]["weighed"], n), "guessed": _share(rows[0]["guessed"], n),
            "within_hour": _share(rows[0]["soon"], n), "back_filled": _share(late[0]["k"], late[0]["n"]),
            "edited_later": None,
        }  # fmt: skip


def _sen(slopes: list[float], n: int) -> tuple[float, float]:
    """Sen's limits: the slopes ranked (N ∓ C)/2, rounded outwards where a rank is no whole number."""
    spread = 1.96 * math.sqrt(n * (n - 1) * (2 * n + 5) / 18)
    lower = math.floor((len(slopes) - spread) / 2)
    upper = math.ceil((len(slopes) + spread) / 2) + 1
    return slopes[max(1, lower) - 1], slopes[min(len(slopes), upper) - 1]


def _figure(values: ByDay, window: range, fewest: int, why: Callable[[range], str]) -> Found:
    found = _within(values, window)
    if _contributing(values, window) < fewest:
        return _plain(None, len(found), missing=why(window))
    low, middle, high = quartiles(found)
    return {"value": middle, "n": len(found), "low": low, "high": high, "of": None, "missing": None,
            "at_least": False}  # fmt: skip


def _plain(value: float | None, n: int, of: int | None = None, missing: str | None = None) -> Found:
    return {"value": value, "n": n, "low": None, "high": None, "of": of, "missing": missing,
            "at_least": False}  # fmt: skip


def _within(values: ByDay, window: Iterable[int]) -> list[float]:
    return [value for day in window for value in values.get(day, ())]


def _contributing(values: ByDay, window: Iterable[int]) -> int:
    return sum(day in values for day in window)


def _share(k: int, n: int) -> Found:
    return {"k": k, "n": n, "low": None, "high": None}


def _share_of_days(k: int, n: int) -> Found:
    """Shares of days have an interval from 6 days on (S3); shares of doses, several of one day, have none."""
    low, high = wilson(k, n) if n >= 6 else (None, None)
    return {"k": k, "n": n, "low": low, "high": high}


def _span(days: range) -> Found:
    return {"first": date(days[0]), "last": date(days[-1])}
