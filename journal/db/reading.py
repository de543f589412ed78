"""Reading the journal by day, by count, and the last of something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from journal.core.entries import DIARY_KINDS, DayMark, DayMarkKind, Dose, Draft, Entry, Rating, Timed
from journal.core.moments import DAY_MS, MINUTE_MS, day_from_number, day_number, local_span
from journal.core.product_use import ProductUse
from journal.core.queries import Day, DayCount
from journal.db.driver import Driver, value
from journal.db.rows import NEVER_WAS, entries

_TIMED = ("dose", "rating", "note")
_IN_SPAN = "WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
_MARKS = "WHERE deleted_ms IS NULL AND day BETWEEN ? AND ? ORDER BY day, seq"


def days(driver: Driver, first: dt.date, last: dt.date, day_start: int) -> list[Day]:
    """Every journal day of the range, oldest first, empty ones included."""
    start, end = local_span(first, last, day_start)
    found: dict[str, dict[int, list[Any]]] = {kind: {} for kind in (*_TIMED, "day_mark")}
    for kind in _TIMED:
        by_day = found[kind]
        for entry in entries(driver, kind, _IN_SPAN, (start, end)):
            by_day.setdefault((_local_ms(entry) - start) // DAY_MS, []).append(entry)
    for mark in entries(driver, "day_mark", _MARKS, (day_number(first), day_number(last))):
        assert isinstance(mark, DayMark)
        found["day_mark"].setdefault((mark.day - first).days, []).append(mark)
    return [_day(first + dt.timedelta(days=n), n, found) for n in range((last - first).days + 1)]


def _local_ms(entry: Entry) -> int:
    assert isinstance(entry, Timed)
    return entry.at.local_ms


def _day(day: dt.date, number: int, found: Mapping[str, Mapping[int, list[Any]]]) -> Day:
    doses, ratings, notes, marks = (tuple(by_day.get(number, ())) for by_day in found.values())
    return Day(day, doses=doses, ratings=ratings, marks=marks, notes=notes)


def none_marks(driver: Driver, day: dt.date) -> list[Entry]:
    """The marks that say "none" of a journal day."""
    said = (day_number(day), str(DayMarkKind.NONE_TODAY))
    return entries(driver, "day_mark", "WHERE deleted_ms IS NULL AND day = ? AND mark = ?", said)


def doses_on(driver: Driver, day: dt.date, day_start: int) -> int:
    """How many doses a journal day has."""
    sql = "SELECT count(*) FROM dose WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ?"
    return int(value(driver, sql, local_span(day, day, day_start)))


# Adding a day before dividing keeps the quotient positive, where SQLite's division rounds down.
_LOCAL_DAY = f"(local_ms - ?1 + {DAY_MS}) / {DAY_MS} - 1"
_DOSES_DAY = _LOCAL_DAY.replace("local_ms", "d.local_ms")
_RATINGS_DAY = _LOCAL_DAY.replace("local_ms", "rating.local_ms")
# A before-rating stands in its dose's row, unless that is in the trash or under another day.
_COUNTS = f"""SELECT day, sum(n) AS n FROM (
        SELECT {_LOCAL_DAY} AS day, count(*) AS n FROM dose WHERE deleted_ms IS NULL GROUP BY 1
        UNION ALL SELECT {_LOCAL_DAY}, count(*) FROM note WHERE deleted_ms IS NULL GROUP BY 1
        UNION ALL SELECT {_LOCAL_DAY}, count(DISTINCT "group") FROM rating
            WHERE deleted_ms IS NULL AND (phase <> 'before' OR dose IS NULL OR NOT EXISTS (
                SELECT 1 FROM dose d WHERE d.id = rating.dose AND d.deleted_ms IS NULL
                AND {_DOSES_DAY} = {_RATINGS_DAY})) GROUP BY 1
        UNION ALL SELECT day, count(*) FROM day_mark WHERE deleted_ms IS NULL GROUP BY 1
    ) GROUP BY day ORDER BY day DESC"""


def day_counts(driver: Driver, day_start: int) -> list[DayCount]:
    """The diary's rows by journal day, newest first. 330,000 entries take about half a second."""
    return [DayCount(day_from_number(day), n) for day, n in driver.execute(_COUNTS, (day_start * MINUTE_MS,))]


def totals(driver: Driver, day_start: int) -> tuple[int, dt.date | None]:
    """How many live diary entries there are, and the first journal day with one."""
    n = sum(value(driver, f"SELECT count(*) FROM {kind} WHERE deleted_ms IS NULL") for kind in DIARY_KINDS)
    firsts = [value(driver, f"SELECT min(local_ms) FROM {kind} WHERE deleted_ms IS NULL") for kind in _TIMED]
    found = [(ms - day_start * MINUTE_MS) // DAY_MS for ms in firsts if ms is not None]
    first_mark = value(driver, "SELECT min(day) FROM day_mark WHERE deleted_ms IS NULL")
    found += [] if first_mark is None else [first_mark]
    return n, day_from_number(min(found)) if found else None


# --- the last of something ------------------------------------------------------------------------------------------

# No clock is a day or more from UTC, so the latest instant lies within two of the latest wall clock.
_WIDEST_MS = 2 * DAY_MS


def last_dose(driver: Driver, product_id: str | None, until_ms: int) -> Dose | None:
    """The latest dose, or the latest of one product, up to this instant (UTC)."""
    if product_id is None:
        found = _latest(driver, "dose", "deleted_ms IS NULL", until_ms)
    else:
        found = _latest(driver, "dose", "deleted_ms IS NULL AND product = ?2", until_ms, product_id)
    return found if isinstance(found, Dose) else None


def last_rating(driver: Driver, symptom_id: str, until_ms: int) -> Rating | None:
    """The latest rating of a symptom that was not skipped, up to this instant (UTC)."""
    condition = "deleted_ms IS NULL AND symptom = ?2 AND value IS NOT NULL"
    found = _latest(driver, "rating", condition, until_ms, symptom_id)
    return found if isinstance(found, Rating) else None


def _latest(driver: Driver, kind: str, condition: str, until_ms: int, *parameters: str) -> Entry | None:
    """An entry that a wrong clock put into the future never hides the last one."""
    condition += " AND utc_ms <= ?1"
    newest = f"(SELECT local_ms FROM {kind} WHERE {condition} ORDER BY local_ms DESC LIMIT 1) - {_WIDEST_MS}"
    rest = f"WHERE {condition} AND local_ms >= {newest} ORDER BY utc_ms DESC, seq DESC LIMIT 1"
    return next(iter(entries(driver, kind, rest, (until_ms, *parameters))), None)


_LATER = " UNION ALL ".join(
    (
        *(
            f"SELECT local_ms FROM {kind} WHERE deleted_ms IS NULL AND local_ms > ?1 - {_WIDEST_MS} AND utc_ms > ?1"
            for kind in _TIMED
        ),
        f"SELECT day * {DAY_MS} + ?2 FROM day_mark WHERE deleted_ms IS NULL AND day > ?3",
    )
)


def later_than(driver: Driver, utc_ms: int, today: dt.date, day_start: int) -> DayCount | None:
    """How many entries are dated later than this instant and this day, and the journal day of the first; None: none."""
    start = day_start * MINUTE_MS
    found = driver.execute(f"SELECT count(*), min(local_ms) FROM ({_LATER})", (utc_ms, start, day_number(today)))
    n, first = found.fetchone() or (0, None)
    return DayCount(day_from_number((first - start) // DAY_MS), n) if n else None


_LAST_USE = "(SELECT max(local_ms) FROM dose WHERE dose.product = product.id AND dose.deleted_ms IS NULL)"
_ORDERED = {
    "product": f" ORDER BY {_LAST_USE} DESC NULLS LAST, seq DESC",
    "symptom": " ORDER BY position, seq",
    "unit": " ORDER BY seq DESC",
    "setting": "",
    "person": "",
}


def listed(driver: Driver, kind: str, trashed: bool = False) -> list[Entry]:
    """A short list as a whole: products (last used first), symptoms, units (newest first), settings, persons.

    ``trashed``: those in the trash too.
    """
    return entries(driver, kind, f"WHERE {'1' if trashed else 'deleted_ms IS NULL'}{_ORDERED[kind]}")


_USES = """SELECT product, count(*), count(CASE WHEN dimension = 'mass' THEN 1 END),
        coalesce(sum(CASE WHEN dimension = 'mass' THEN quantity END), 0), min(local_ms), max(local_ms)
    FROM dose WHERE deleted_ms IS NULL GROUP BY product"""


def product_uses(driver: Driver, day_start: int) -> list[ProductUse]:
    """What the doses of each product come to, those without a product too."""

    def day(local_ms: int) -> dt.date:
        return day_from_number((local_ms - day_start * MINUTE_MS) // DAY_MS)

    return [
        ProductUse(product, doses, with_mass, mass, day(first), day(last))
        for product, doses, with_mass, mass, first, last in driver.execute(_USES)
    ]


def drafts(driver: Driver) -> list[Draft]:
    """All unsaved forms."""
    return [Draft(*row) for row in driver.execute("SELECT form, content, saved_ms FROM draft ORDER BY form")]


_SHOWN_IN_TRASH = (*DIARY_KINDS, "product", "unit", "symptom")


def trashed(driver: Driver, limit: int = 5000) -> list[Entry]:
    """What was deleted and not yet purged, last deleted first; undone additions are hidden."""
    found: list[Entry] = []
    for kind in _SHOWN_IN_TRASH:
        rest = f"WHERE deleted_ms IS NOT NULL AND NOT {NEVER_WAS.format(kind=kind)} ORDER BY deleted_ms DESC LIMIT ?"
        found += entries(driver, kind, rest, (limit,))
    return sorted(found, key=lambda entry: entry.deleted_ms or 0, reverse=True)
