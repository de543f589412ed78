"""Reading the journal by day, by count, and the last of something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select, text

from journal.core.entries import DayMark, DayMarkKind, Dose, Entry, Rating, Timed
from journal.core.moments import DAY_MS, MINUTE_MS, day_from_number, day_number, local_span
from journal.core.product_use import ProductUse
from journal.core.queries import Day, DayCount
from journal.db.prepared import Prepared
from journal.db.store import live, prepared_values, values
from journal.db.tables import ENTRY_TABLES, day_mark, dose, product, rating, symptom, unit

# Offsets differ by at most 26 hours, so the latest instant lies within this of the latest wall clock.
_WIDEST_MS = 27 * 3_600_000


def _live(rows_of: Table) -> ColumnElement[bool]:
    return rows_of.c.deleted_ms.is_(None)


def _in_span(kind: str) -> Prepared:
    table = ENTRY_TABLES[kind]
    return Prepared(
        live(kind)
        .where(table.c.local_ms >= bindparam("start"), table.c.local_ms < bindparam("end"))
        .order_by(table.c.utc_ms, table.c.seq)
    )


_SPANS = {kind: _in_span(kind) for kind in ("dose", "rating", "note")}
_MARKS = Prepared(
    live("day_mark")
    .where(day_mark.c.day.between(bindparam("start"), bindparam("end")))
    .order_by(day_mark.c.day, day_mark.c.seq)
)


def days(transaction: Connection, first: dt.date, last: dt.date, day_start: int) -> list[Day]:
    """Every journal day of the range, oldest first, empty ones included."""
    start, end = local_span(first, last, day_start)
    found: dict[str, dict[int, list[Any]]] = {kind: {} for kind in (*_SPANS, "day_mark")}
    for kind, query in _SPANS.items():
        by_day = found[kind]
        for entry in prepared_values(transaction, kind, query, start=start, end=end):
            by_day.setdefault((_local_ms(entry) - start) // DAY_MS, []).append(entry)
    for mark in prepared_values(transaction, "day_mark", _MARKS, start=day_number(first), end=day_number(last)):
        assert isinstance(mark, DayMark)
        found["day_mark"].setdefault((mark.day - first).days, []).append(mark)
    return [_day(first + dt.timedelta(days=n), n, found) for n in range((last - first).days + 1)]


def _local_ms(entry: Entry) -> int:
    assert isinstance(entry, Timed)
    return entry.at.local_ms


def _day(day: dt.date, number: int, found: Mapping[str, Mapping[int, list[Any]]]) -> Day:
    doses, ratings, notes, marks = (tuple(by_day.get(number, ())) for by_day in found.values())
    return Day(day, doses=doses, ratings=ratings, marks=marks, notes=notes)


_NONE_MARKS = Prepared(
    live("day_mark").where(day_mark.c.day == bindparam("day"), day_mark.c.mark == str(DayMarkKind.NONE_TODAY))
)
_DOSES_ON = (
    select(func.count())
    .select_from(dose)
    .where(_live(dose), dose.c.local_ms >= bindparam("start"), dose.c.local_ms < bindparam("end"))
)


def none_marks(transaction: Connection, day: dt.date) -> list[Entry]:
    """The marks that say "none" of a journal day."""
    return prepared_values(transaction, "day_mark", _NONE_MARKS, day=day_number(day))


def doses_on(transaction: Connection, day: dt.date, day_start: int) -> int:
    """How many doses a journal day has."""
    start, end = local_span(day, day, day_start)
    return int(transaction.execute(_DOSES_ON, {"start": start, "end": end}).scalar_one())


# Adding a day before dividing keeps the quotient positive, where SQLite's division rounds down.
_LOCAL_DAY = f"(local_ms - :shift + {DAY_MS}) / {DAY_MS} - 1"
_DOSES_DAY = _LOCAL_DAY.replace("local_ms", "d.local_ms")
_RATINGS_DAY = _LOCAL_DAY.replace("local_ms", "rating.local_ms")
# A before-rating stands in its dose's row, unless that is in the trash or under another day.
_COUNTS = text(
    f"""SELECT day, sum(n) AS n FROM (
        SELECT {_LOCAL_DAY} AS day, count(*) AS n FROM dose WHERE deleted_ms IS NULL GROUP BY 1
        UNION ALL SELECT {_LOCAL_DAY}, count(*) FROM note WHERE deleted_ms IS NULL GROUP BY 1
        UNION ALL SELECT {_LOCAL_DAY}, count(DISTINCT "group") FROM rating
            WHERE deleted_ms IS NULL AND (phase <> 'before' OR dose IS NULL OR NOT EXISTS (
                SELECT 1 FROM dose d WHERE d.id = rating.dose AND d.deleted_ms IS NULL
                AND {_DOSES_DAY} = {_RATINGS_DAY})) GROUP BY 1
        UNION ALL SELECT day, count(*) FROM day_mark WHERE deleted_ms IS NULL GROUP BY 1
    ) GROUP BY day ORDER BY day DESC"""
)


def day_counts(transaction: Connection, day_start: int) -> list[DayCount]:
    """The diary's rows by journal day, newest first. 330,000 entries take about half a second."""
    rows = transaction.execute(_COUNTS, {"shift": day_start * MINUTE_MS})
    return [DayCount(day_from_number(row.day), row.n) for row in rows]


def totals(transaction: Connection, day_start: int) -> tuple[int, dt.date | None]:
    """How many live diary entries there are, and the first journal day with one."""
    n = sum(
        transaction.exec_driver_sql(f"SELECT count(*) FROM {kind} WHERE deleted_ms IS NULL").scalar_one()
        for kind in ("dose", "rating", "note", "day_mark")
    )
    firsts = [
        transaction.execute(select(func.min(ENTRY_TABLES[kind].c.local_ms)).where(_live(ENTRY_TABLES[kind]))).scalar()
        for kind in ("dose", "rating", "note")
    ]
    found = [(ms - day_start * MINUTE_MS) // DAY_MS for ms in firsts if ms is not None]
    first_mark = transaction.execute(select(func.min(day_mark.c.day)).where(_live(day_mark))).scalar()
    found += [] if first_mark is None else [first_mark]
    return n, day_from_number(min(found)) if found else None


# --- the last of something ------------------------------------------------------------------------------------------


def _latest(table: Table, *conditions: ColumnElement[bool]) -> Select[Any]:
    kind = table.name
    newest = select(func.max(table.c.local_ms)).where(_live(ENTRY_TABLES[kind]), *conditions).scalar_subquery()
    return (
        live(kind)
        .where(*conditions, table.c.local_ms >= newest - _WIDEST_MS)
        .order_by(table.c.utc_ms.desc(), table.c.seq.desc())
        .limit(1)
    )


_LAST_DOSE = _latest(dose)
_LAST_DOSE_OF = _latest(dose, dose.c.product == bindparam("product"))
_LAST_RATING = _latest(rating, rating.c.symptom == bindparam("symptom"), rating.c.value.is_not(None))


def last_dose(transaction: Connection, product_id: str | None) -> Dose | None:
    """The latest dose, or the latest of one product."""
    query, parameters = (_LAST_DOSE, {}) if product_id is None else (_LAST_DOSE_OF, {"product": product_id})
    found = values(transaction, "dose", query, **parameters)
    return found[0] if found and isinstance(found[0], Dose) else None


def last_rating(transaction: Connection, symptom_id: str) -> Rating | None:
    """The latest rating of a symptom that was not skipped."""
    found = values(transaction, "rating", _LAST_RATING, symptom=symptom_id)
    return found[0] if found and isinstance(found[0], Rating) else None


_LAST_USE = select(func.max(dose.c.local_ms)).where(dose.c.product == product.c.id, _live(dose)).scalar_subquery()
_PRODUCTS = live("product").order_by(_LAST_USE.desc().nulls_last(), product.c.seq.desc())
_SYMPTOMS = live("symptom").order_by(symptom.c.position, symptom.c.seq)
_UNITS = live("unit").order_by(unit.c.seq.desc())
_SETTINGS = live("setting")
_PERSONS = live("person")


def listed(transaction: Connection, kind: str) -> list[Entry]:
    """A short list as a whole: products (last used first), symptoms, units (newest first), settings, persons."""
    queries = {
        "product": _PRODUCTS, "symptom": _SYMPTOMS, "unit": _UNITS, "setting": _SETTINGS, "person": _PERSONS,
    }  # fmt: skip
    return values(transaction, kind, queries[kind])


_USES = text(
    """SELECT product, count(*) AS doses, count(CASE WHEN dimension = 'mass' THEN 1 END) AS with_mass,
        coalesce(sum(CASE WHEN dimension = 'mass' THEN quantity END), 0) AS mass,
        min(local_ms) AS first, max(local_ms) AS last
    FROM dose WHERE deleted_ms IS NULL GROUP BY product"""
)


def product_uses(transaction: Connection, day_start: int) -> list[ProductUse]:
    """What the doses of each product come to, those without a product too."""

    def day(local_ms: int) -> dt.date:
        return day_from_number((local_ms - day_start * MINUTE_MS) // DAY_MS)

    return [
        ProductUse(row.product, row.doses, row.with_mass, row.mass, day(row.first), day(row.last))
        for row in transaction.execute(_USES)
    ]
