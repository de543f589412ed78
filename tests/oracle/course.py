"""The course of symptoms counted a second time: by week, and by the hours since the last dose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from tests.oracle.by_symptom import main_symptom, second_symptom
from tests.oracle.doubled import QUARTERS, ByDay, Found, empty_figure, median, type_seven
from tests.oracle.labels import label
from tests.oracle.numbers import number
from tests.oracle.reading import File, date
from tests.oracle.spans import Spans, figure_of_days

_STARTS = {0: 1, 1: 2, 2: 4, 4: 6, 6: None, None: None}  # hours at which a bin begins and ends
_SIGNS = "kind = 'withdrawal' AND value IS NOT NULL"


def course(file: File, spans: Spans, mood: bool) -> Found:
    """As the program names it; ``mood``: its scales are told."""
    return {
        "written": _written(file, spans), "symptoms": _symptoms(file, spans, mood),
        "since_dose": _since_dose(file, spans.last28), "weeks": _weeks(file, spans.period),
    }  # fmt: skip


# --- when it was written down ---------------------------------------------------------------------------------------

_CHANGED = """
SELECT count(DISTINCT change.entry) FROM change JOIN change_set ON change_set.seq = change_set JOIN
    (SELECT id, late + utc_ms AS recorded FROM taken UNION ALL SELECT id, late + utc_ms FROM rated) AS known
    ON known.id = change.entry
WHERE before IS NOT NULL AND undone = 0 AND change_set.origin <> 'program' AND at_ms > recorded + 900000
"""


def _written(file: File, spans: Spans) -> Found:
    late = [row["late"] for row in file.rows("SELECT late FROM taken UNION ALL SELECT late FROM rated")]
    bases = file.rows(
        "SELECT basis, count(*) AS n FROM taken WHERE day >= :first GROUP BY basis", first=spans.last28[0]
    )
    return {
        "doses": file.one("SELECT count(*) FROM taken"), "entries": len(late),
        "soon": sum(each <= 900_000 for each in late), "in_hour": sum(each <= 3_600_000 for each in late),
        "late": sum(each > 86_400_000 for each in late), "changed": file.one(_CHANGED),
        "doses28": sum(row["n"] for row in bases), "bases": {row["basis"]: row["n"] for row in bases},
    }  # fmt: skip


# --- every symptom on its days --------------------------------------------------------------------------------------

_TOLD = """
SELECT id, kind, code FROM symptom WHERE deleted_ms IS NULL AND kind IN ('pain', 'symptom', 'wellbeing', 'withdrawal')
ORDER BY position, id
"""
_WORST = "(SELECT day, max(value) AS value FROM rated WHERE kind = 'withdrawal' AND value IS NOT NULL GROUP BY day)"


def _symptoms(file: File, spans: Spans, mood: bool) -> Found:
    main = main_symptom(file)
    told = file.rows(_TOLD)
    effects = file.rows(
        "SELECT id FROM symptom WHERE deleted_ms IS NULL AND kind = 'side_effect' ORDER BY position, id"
    )
    order = [main, second_symptom(file, main), *(each["id"] for each in told if each["code"] == "mood"), ""]
    order += _by_days(file, [each["id"] for each in told if each["kind"] != "withdrawal"])
    order += _by_days(file, [each["id"] for each in effects])
    left_out = [] if mood else [each["id"] for each in told if each["code"] in ("mood", "low_mood", "anxiety")]
    rated = {each: _ratings(file, each) for each in order if each is not None and each not in left_out}
    enough = [each for each, ratings in rated.items() if len(ratings) >= 7]
    return {
        "shown": [
            {
                "symptom": each or None, "ratings": rated[each],
                "last28": _median(file, rated[each], spans.last28),
                "before28": _median(file, rated[each], spans.before28),
            }
            for each in enough[:8]
        ],
        "few": [[each or None, len(ratings)] for each, ratings in rated.items() if 0 < len(ratings) < 7],
        "more": [each or None for each in enough[8:]],
    }  # fmt: skip


def _by_days(file: File, symptoms: list[str]) -> list[str]:
    return sorted(symptoms, key=lambda each: -len(_ratings(file, each)))


def _ratings(file: File, symptom: str) -> dict[int, list[int]]:
    """By day of the period; "": of each day the worst sign of withdrawal."""
    which = _WORST if symptom == "" else "(SELECT * FROM rated WHERE symptom = :of AND value IS NOT NULL)"
    order = "day" if symptom == "" else "day, utc_ms, seq"
    rows = file.rows(f"SELECT day, value FROM {which} ORDER BY {order}", of=symptom)  # noqa: S608
    first, found = min(file.days), dict[int, list[int]]()
    for row in rows:
        found.setdefault(row["day"] - first, []).append(row["value"])
    return found


def _median(file: File, ratings: Mapping[int, list[int]], window: range | None) -> Found:
    """Of the medians of days; from 5 days on."""
    if window is None:
        return empty_figure("outside")
    medians = {min(file.days) + day: Fraction(median(map(Fraction, values))) for day, values in ratings.items()}
    values: ByDay = {day: [(value, value)] for day, value in medians.items()}
    return figure_of_days(values, window, False, lambda days, _: "too_few" if days else "not_recorded")


# --- by the hours since the last dose -------------------------------------------------------------------------------


def _since_dose(file: File, window: range) -> Found:
    strongest_first = file.rows(
        f"SELECT day, utc_ms, value FROM rated WHERE {_SIGNS} AND day >= :first ORDER BY value DESC, utc_ms, seq",  # noqa: S608
        first=window[0],
    )
    minutes: dict[int, Any] = {}
    for row in strongest_first:
        minutes.setdefault(row["utc_ms"] // 60_000, row)
    bins: dict[int | None, list[Any]] = {start: [] for start in _STARTS}
    unplaced = 0
    for _, row in sorted(minutes.items()):
        place = _place(file, row)
        if place == "unknown":
            unplaced += 1
        else:
            bins[place].append(row)
    counted = [row for rows in bins.values() for row in rows]
    days = len({row["day"] for row in counted})
    enough = len(counted) >= 30 and days >= 10
    return {
        "bins": [_bin(start, rows, enough) for start, rows in bins.items()],
        "ratings": len(counted), "days": days, "unplaced": unplaced,
    }  # fmt: skip


def _place(file: File, row: Any) -> Any:
    first = file.one("SELECT min(utc_ms) FROM taken WHERE day = :day", day=row["day"])
    began = row["utc_ms"] // 60_000 * 60_000  # a rating in the minute of a dose is before it
    if first is not None and began <= first:
        return None if _all_known(file, row["day"], row["day"]) else "unknown"
    last = file.rows(
        "SELECT utc_ms, day FROM taken WHERE utc_ms < :at ORDER BY utc_ms DESC, day DESC LIMIT 1", at=began
    )
    if not last or not _all_known(file, last[0]["day"], row["day"]):
        return "unknown"
    hours = Fraction(row["utc_ms"] - last[0]["utc_ms"], 3_600_000)
    return max(start for start in _STARTS if start is not None and start <= hours)


def _all_known(file: File, first: int, last: int) -> bool:
    return all(file.days[day].state in ("use", "none") and not file.days[day].more for day in range(first, last + 1))


def _bin(start: int | None, rows: list[Any], enough: bool) -> Found:
    values, days = [row["value"] for row in rows], len({row["day"] for row in rows})
    low, middle, high = (
        [float(type_seven(map(Fraction, values), share)) for share in QUARTERS]
        if enough and len(values) >= 5 and days >= 5
        else [None] * 3
    )
    return {
        "start": start, "end": _STARTS[start], "values": values, "days": days, "middle": middle, "low": low,
        "high": high,
    }  # fmt: skip


# --- by week --------------------------------------------------------------------------------------------------------


def _weeks(file: File, period: range) -> Found:
    weeks = [(last - 6, last) for last in range(period[-1], period[0] + 5, -7)][:12][::-1]
    if not weeks:
        return {"starts": [], "rows": [], "left_out": []}
    rows = [
        _row(file, weeks, "withdrawal", None, _SIGNS),
        _row(file, weeks, "before_first", None, f"{_SIGNS} AND utc_ms / 60000 <= {_FIRST} / 60000"),
    ]
    effects = file.rows(
        "SELECT id FROM symptom WHERE deleted_ms IS NULL AND kind = 'side_effect' ORDER BY position, id"
    )
    rows += [_row(file, weeks, "side_effect", each["id"], f"symptom = '{each['id']}'") for each in effects]
    return {
        "starts": [date(first) for first, _ in weeks],
        "rows": [row for row in rows if any(week["n"] for week in row["weeks"])], "left_out": [],
    }  # fmt: skip


# Of a day without a listed dose there is none; a dose that is left out may have been earlier.
_FIRST = """
(SELECT CASE WHEN min(listed) IS NULL THEN NULL ELSE min(at) END FROM
    (SELECT utc_ms AS at, utc_ms AS listed FROM taken WHERE taken.day = rated.day
     UNION ALL SELECT utc_ms, NULL FROM left_out WHERE left_out.day = rated.day))
"""


def _row(file: File, weeks: Iterable[tuple[int, int]], of: str, symptom: str | None, which: str) -> Found:
    cells = [
        file.rows(
            f"""SELECT count(DISTINCT CASE WHEN value >= 4 THEN day END) AS k, count(DISTINCT day) AS n FROM rated
                WHERE {which} AND value IS NOT NULL AND day BETWEEN :first AND :last""",  # noqa: S608
            first=first, last=last,
        )[0]
        for first, last in weeks
    ]  # fmt: skip
    return {"of": of, "symptom": symptom, "weeks": [{"k": cell["k"], "n": cell["n"]} for cell in cells]}


# --- in words -------------------------------------------------------------------------------------------------------


def told(found: Found, symptoms: Mapping[str, str]) -> Iterator[str]:
    """What the pages must say of it."""
    for each in found["symptoms"]["shown"]:
        last, before = (_said(each[window]) for window in ("last28", "before28"))
        yield f"{_title(each['symptom'], symptoms)} {last}; before {before}" if before else last
    for symptom, days in found["symptoms"]["few"]:
        yield f"{_inside(symptom, symptoms)} (n {days})"
    for row in found["weeks"]["rows"]:
        cells = " ".join(f"{week['k']}/{week['n']}" if week["n"] else "–" for week in row["weeks"])
        yield f"{_name(row, symptoms)} {cells}"
    since = found["since_dose"]
    if since["ratings"]:
        enough = since["ratings"] >= 30 and since["days"] >= 10
        if enough:
            yield f"n {' '.join(str(len(each['values'])) for each in since['bins'])} days " + " ".join(
                str(each["days"]) for each in since["bins"]
            )
        yield "Bar: median" if enough else "Not enough for a picture"
    if n := since["unplaced"]:
        yield f"{n:,} {'is' if n == 1 else 'are'} left out, as a dose before"


def _said(figure: Found) -> str:
    if figure["missing"] is not None:
        words = {"too_few": "too few", "not_recorded": "not rated", "outside": ""}[figure["missing"]]
        return f"{words} n {figure['n']}" if figure["n"] else words
    return f"{number(figure['value']['value'])} n {figure['n']}"


_TEN_IS_BEST = ("Sleep quality", "Mood")


def _title(symptom: str | None, symptoms: Mapping[str, str]) -> str:
    if symptom is None:
        return "Withdrawal, worst sign"
    name = symptoms[symptom]
    return label(name[:4], f"{name[4:]} (10 best)" if name in _TEN_IS_BEST else name[4:])


def _inside(symptom: str | None, symptoms: Mapping[str, str]) -> str:
    name = "withdrawal signs" if symptom is None else symptoms[symptom]
    return name if name == "Left knee" else name[:1].lower() + name[1:]


def _name(row: Found, symptoms: Mapping[str, str]) -> str:
    if row["symptom"] is None:
        return "Withdrawal signs" if row["of"] == "withdrawal" else "– before 1st dose"
    name = symptoms[row["symptom"]]
    return label(name[:4], name[4:])
