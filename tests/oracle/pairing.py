"""Ratings before and after doses: which belong together, and what their days come to."""

from __future__ import annotations

import math
import statistics
from typing import Any

from tests.oracle.reading import File, date

MINUTE = 60_000
_DOSES = "SELECT * FROM taken WHERE day BETWEEN :first AND :last ORDER BY utc_ms, seq"
_EVERY_DOSE = "SELECT utc_ms FROM taken UNION ALL SELECT utc_ms FROM left_out ORDER BY utc_ms"
_RATINGS = "SELECT * FROM rated WHERE symptom = :of AND value IS NOT NULL ORDER BY utc_ms, seq"


def wilson(k: int, n: int) -> tuple[float | None, float | None]:
    """Wilson's 95 % interval of a share."""
    if not n:
        return None, None
    z = 1.96
    middle, spread = k / n + z * z / (2 * n), z * math.sqrt(k / n * (1 - k / n) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def median_interval(values: list[float]) -> tuple[float, float]:
    """[x(k), x(n+1-k)], k the largest with a tail of at most 2.5 %; at least 6 values."""
    ordered, n = sorted(values), len(values)
    k = max(k for k in range(1, n) if sum(math.comb(n, j) for j in range(k)) / 2**n <= 0.025)
    return ordered[k - 1], ordered[n - k]


def pair_figures(file: File, symptom: str | None, window: range) -> dict[str, Any]:
    """The main symptom around every dose of the window."""
    doses = file.rows(_DOSES, first=window[0], last=window[-1])
    pairs = [] if symptom is None else _paired(file, doses, file.rows(_RATINGS, of=symptom))
    why = "not_rated" if symptom is None else "too_few" if pairs else "not_recorded"
    days = sorted({pair["day"] for pair in pairs})
    changes = [statistics.median([p["after"] - p["before"] for p in pairs if p["day"] == day]) for day in days]
    starts = [statistics.median([p["before"] for p in pairs if p["day"] == day]) for day in days]
    found: dict[str, Any] = {"pairs": pairs, "doses": len(doses), "days": len(days), "median": None, "low": None,
                             "high": None, "lower": None, "missing": why}  # fmt: skip
    counted = [change for change, start in zip(changes, starts, strict=True) if start >= 2]
    if len(counted) >= 6:
        k = sum(change <= -2 for change in counted)
        low, high = wilson(k, len(counted))
        found["lower"] = {"k": k, "n": len(counted), "low": low, "high": high}
    if len(days) >= 6:
        low, high = median_interval(changes)
        found |= {"median": statistics.median(changes), "low": low, "high": high, "missing": None}
    return found


def _paired(file: File, doses: list[Any], ratings: list[Any]) -> list[dict[str, Any]]:
    """What the person linked comes first; then every dose in order of time. Only a pair uses its ratings up."""
    every = [row["utc_ms"] for row in file.rows(_EVERY_DOSE)]
    free = [row for row in ratings if row["dose"] is None]
    pairs = []
    for dose in doses:
        before, after = _linked(dose, ratings)
        alone = [row for row in _between(free, dose["utc_ms"], -60, 5) if not _dose_since(row, dose, every)]
        before = before or _nearest(alone, dose["utc_ms"])
        near = [row for row in _between(free, dose["utc_ms"], 45, 120) if not _dose_up_to(row, dose, every)]
        after = after or _nearest(near, dose["utc_ms"] + 90 * MINUTE)
        if before is not None and after is not None:
            free = [row for row in free if row is not before and row is not after]
            pair = {"day": date(dose["day"]), "dose": dose["id"], "before": before["value"], "after": after["value"]}
            pairs.append(pair)
    return pairs


def _between(ratings: list[Any], at: int, earliest: int, latest: int) -> list[Any]:
    return [row for row in ratings if earliest * MINUTE <= row["utc_ms"] - at <= latest * MINUTE]


def _dose_since(rating: Any, dose: Any, every: list[int]) -> bool:
    return any(rating["utc_ms"] <= other < dose["utc_ms"] for other in every)


def _dose_up_to(rating: Any, dose: Any, every: list[int]) -> bool:
    return any(dose["utc_ms"] < other <= rating["utc_ms"] for other in every)


def _linked(dose: Any, ratings: list[Any]) -> tuple[Any, Any]:
    """The latest before, the after nearest to 90 minutes, whatever the distance."""
    own = [row for row in ratings if row["dose"] == dose["id"]]
    before = [row for row in own if row["phase"] == "before"]
    after = [row for row in own if row["phase"] == "after"]
    return before[-1] if before else None, _nearest(after, dose["utc_ms"] + 90 * MINUTE)


def _nearest(rows: list[Any], at: int) -> Any:
    return min(rows, key=lambda row: (abs(row["utc_ms"] - at), row["utc_ms"]), default=None)
