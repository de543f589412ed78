"""Reading the journal by day, by count, and the last of something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from functools import cache
from itertools import repeat
from operator import attrgetter

from journal.core.entries import DayMark, DayMarkKind, Dose, Draft, Entry, Prompt, Rating
from journal.core.journal_day import day_from_number, day_number, day_of, local_span
from journal.core.kinds import KINDS, Kind
from journal.core.moments import CLOCKS_APART, DAY_MS, MINUTE_MS
from journal.core.product_use import ProductUse
from journal.core.queries import Day, DayCount
from journal.db.connection import SqlConnection, value
from journal.db.journal_days import beginning_of, day_number_of
from journal.db.select import UNDONE_ADDITION, entries


def days(connection: SqlConnection, kinds: Collection[str], first: dt.date, last: dt.date, day_start: int) -> list[Day]:
    """Every journal day of the range, oldest first, empty ones included. ``kinds``: those that have rows."""
    by_day: list[dict[str, list[Entry]]] = [{} for _ in range((last - first).days + 1)]
    span, numbers = local_span(first, last, day_start), (day_number(first), day_number(last))
    for kind in _in_diary(kinds):
        code = kind.code
        in_range = _on_days(connection, kind, numbers) if kind.day_column else _in_span(connection, code, span)
        for number, entry in in_range:
            by_day[number].setdefault(code, []).append(entry)
    return [_day(first + dt.timedelta(days=number), by_kind) for number, by_kind in enumerate(by_day)]


def _in_diary(kinds: Iterable[str]) -> list[Kind]:
    return [kind for kind in map(KINDS.__getitem__, kinds) if kind.in_diary]


Numbered = Iterable[tuple[int, Entry]]  # entries, each with the number of its day in the range


def _in_span(connection: SqlConnection, kind: str, span: tuple[int, int]) -> Numbered:
    rest = "WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ? ORDER BY utc_ms, seq"
    in_span = entries(connection, kind, rest, span)
    start, end = span
    if end - start == DAY_MS:  # mostly it is one day, as Today and a page of the Diary ask for
        return zip(repeat(0), in_span)  # noqa: B905 - repeat has no end
    return zip([(local_ms - start) // DAY_MS for local_ms in map(_LOCAL_MS, in_span)], in_span, strict=True)


def _on_days(connection: SqlConnection, kind: Kind, numbers: tuple[int, int]) -> Numbered:
    column = str(kind.day_column)
    rest = f"WHERE deleted_ms IS NULL AND {column} BETWEEN ? AND ? ORDER BY {column}, seq"
    on_days = entries(connection, kind.code, rest, numbers)
    return zip([day_number(day) - numbers[0] for day in map(attrgetter(column), on_days)], on_days, strict=True)


_LOCAL_MS = attrgetter("at.local_ms")


def _day(day: dt.date, by_kind: dict[str, list[Entry]]) -> Day:
    return Day(day, {kind: tuple(of_kind) for kind, of_kind in by_kind.items()})


def none_marks(connection: SqlConnection, day: dt.date) -> list[Entry]:
    """The marks that say "none" of a journal day."""
    parameters = (day_number(day), str(DayMarkKind.NONE_TODAY))
    return entries(connection, "day_mark", "WHERE deleted_ms IS NULL AND day = ? AND mark = ?", parameters)


def days_marked_none(connection: SqlConnection, first: dt.date, last: dt.date) -> list[dt.date]:
    """The journal days that are marked "none", from ``first`` to ``last``, oldest first."""
    rest = "WHERE deleted_ms IS NULL AND mark = ? AND day BETWEEN ? AND ? ORDER BY day"
    parameters = (str(DayMarkKind.NONE_TODAY), day_number(first), day_number(last))
    return [mark.day for mark in entries(connection, "day_mark", rest, parameters) if isinstance(mark, DayMark)]


def prompts(connection: SqlConnection, since_ms: int) -> list[Prompt]:
    """The questions of Today that were due since then, oldest first."""
    prompts = entries(connection, "prompt", "WHERE deleted_ms IS NULL AND due_ms >= ? ORDER BY due_ms", (since_ms,))
    return [prompt for prompt in prompts if isinstance(prompt, Prompt)]


def doses_on(connection: SqlConnection, day: dt.date, day_start: int) -> int:
    """How many doses a journal day has."""
    sql = "SELECT count(*) FROM dose WHERE deleted_ms IS NULL AND local_ms >= ? AND local_ms < ?"
    return int(value(connection, sql, local_span(day, day, day_start)))


# A before-rating is shown in its dose's row, unless that is in the trash or under another day.
_RATING_ROWS = f"""SELECT {day_number_of("local_ms")} AS day, count(DISTINCT "group") AS n FROM rating
    WHERE deleted_ms IS NULL AND (phase <> 'before' OR dose IS NULL OR NOT EXISTS (
        SELECT 1 FROM dose d WHERE d.id = rating.dose AND d.deleted_ms IS NULL
        AND {day_number_of("d.local_ms")} = {day_number_of("rating.local_ms")})) GROUP BY 1"""
# Where not every entry is a row of its own.
_ROWS_OF = {"rating": _RATING_ROWS}
assert _ROWS_OF.keys() <= KINDS.keys()


def day_counts(connection: SqlConnection, kinds: Collection[str], day_start: int) -> list[DayCount]:
    """The diary's rows by journal day, newest first. 330,000 entries take about half a second."""
    counted = " UNION ALL ".join(_rows_by_day(kind) for kind in _in_diary(kinds))
    if not counted:
        return []
    sql = f"SELECT day, sum(n) FROM ({counted}) GROUP BY day ORDER BY day DESC"
    return [DayCount(day_from_number(day), n) for day, n in connection.execute(sql, {"begins": day_start * MINUTE_MS})]


def _rows_by_day(kind: Kind) -> str:
    day = kind.day_column or day_number_of("local_ms")
    usual = f"SELECT {day} AS day, count(*) AS n FROM {kind.code} WHERE deleted_ms IS NULL GROUP BY 1"
    return _ROWS_OF.get(kind.code, usual)


def totals(connection: SqlConnection, kinds: Collection[str], day_start: int) -> tuple[int, dt.date | None]:
    """How many live diary entries there are, and the first journal day with one."""
    diary = _in_diary(kinds)
    n = sum(value(connection, f"SELECT count(*) FROM {kind.code} WHERE deleted_ms IS NULL") for kind in diary)
    firsts = [_first_day(connection, kind, day_start) for kind in diary]
    return n, min((day for day in firsts if day is not None), default=None)


def _first_day(connection: SqlConnection, kind: Kind, day_start: int) -> dt.date | None:
    first = value(connection, f"SELECT min({kind.day_column or 'local_ms'}) FROM {kind.code} WHERE deleted_ms IS NULL")
    if first is None:
        return None
    return day_from_number(first) if kind.day_column else day_of(first, day_start)


# --- the last of something ------------------------------------------------------------------------------------------

# The latest instant lies within this of the latest wall clock.
_WIDEST_MS = CLOCKS_APART // dt.timedelta(milliseconds=1)


# Asked of each dose by itself, so not of all that a journal holds. Behind so many doses of imports one's own is long
# ago, and no dose to go by.
LOOKED_THROUGH = 500
_WRITTEN_HERE = """NOT EXISTS (SELECT 1 FROM change JOIN change_set ON change_set.seq = change.change_set
    WHERE change.entry = dose.id AND change.before IS NULL AND change_set.origin = 'import')"""


def last_dose(
    connection: SqlConnection, product_id: str | None, until_ms: int, written_here: bool = False
) -> Dose | None:
    """The latest dose, or the latest of one product, up to this instant (UTC); ``written_here``: none of an import,
    among the newest ``LOOKED_THROUGH``."""
    condition, also = "deleted_ms IS NULL", _WRITTEN_HERE if written_here else ""
    if product_id is None:
        dose = _latest(connection, "dose", condition, until_ms, also=also)
    else:
        dose = _latest(connection, "dose", f"{condition} AND product = ?2", until_ms, product_id, also=also)
    return dose if isinstance(dose, Dose) else None


def last_rating(connection: SqlConnection, symptom_id: str, until_ms: int) -> Rating | None:
    """The latest rating of a symptom that was not skipped, up to this instant (UTC)."""
    condition = "deleted_ms IS NULL AND symptom = ?2 AND value IS NOT NULL"
    rating = _latest(connection, "rating", condition, until_ms, symptom_id)
    return rating if isinstance(rating, Rating) else None


def _latest(
    connection: SqlConnection, kind: str, condition: str, until_ms: int, *parameters: str, also: str = ""
) -> Entry | None:
    """An entry that a wrong clock put into the future never hides the last one. ``also`` is a dear condition."""
    condition += " AND utc_ms <= ?1"
    rows = f"{kind} WHERE {condition}"
    if also:
        newest = f"SELECT id, local_ms FROM {rows} ORDER BY local_ms DESC LIMIT {LOOKED_THROUGH}"
        rows, condition = f"({newest}) AS {kind} WHERE {also}", f"{condition} AND {also}"
    since = f"(SELECT local_ms FROM {rows} ORDER BY local_ms DESC LIMIT 1) - {_WIDEST_MS}"
    rest = f"WHERE {condition} AND local_ms >= {since} ORDER BY utc_ms DESC, seq DESC LIMIT 1"
    return next(iter(entries(connection, kind, rest, (until_ms, *parameters))), None)


def later_than(
    connection: SqlConnection, kinds: tuple[str, ...], utc_ms: int, today: dt.date, day_start: int
) -> DayCount | None:
    """How many entries are dated later than this instant and this day, and the journal day of the first; None: none."""
    sql = _all_later(kinds)
    if sql is None:
        return None
    now = {"now": utc_ms, "today": day_number(today), "begins": day_start * MINUTE_MS}
    n, first = connection.execute(sql, now).fetchone() or (0, 0)
    return DayCount(day_of(first, day_start), n) if n else None


@cache
def _all_later(kinds: tuple[str, ...]) -> str | None:
    later = " UNION ALL ".join(_later(kind) for kind in _in_diary(kinds))
    return f"SELECT count(*), min(local_ms) FROM ({later})" if later else None


def _later(kind: Kind) -> str:
    live = f"FROM {kind.code} WHERE deleted_ms IS NULL"
    if kind.day_column:
        return f"SELECT {beginning_of(kind.day_column)} AS local_ms {live} AND {kind.day_column} > :today"
    return f"SELECT local_ms {live} AND local_ms > :now - {_WIDEST_MS} AND utc_ms > :now"


_LAST_USE = "(SELECT max(local_ms) FROM dose WHERE dose.product = product.id AND dose.deleted_ms IS NULL)"
_ORDERED = {
    "product": f" ORDER BY {_LAST_USE} DESC NULLS LAST, seq DESC",
    "symptom": " ORDER BY position, seq",
    "unit": " ORDER BY seq DESC",
    **dict.fromkeys(("help", "contact", "plan"), " ORDER BY position, seq"),
}
assert _ORDERED.keys() <= KINDS.keys()
_AS_WRITTEN = " ORDER BY seq"


def listed(connection: SqlConnection, kind: str, trashed: bool = False) -> list[Entry]:
    """A short list as a whole: products (last used first), units (newest first), others by position, or as written.

    ``trashed``: those in the trash too.
    """
    there = "1" if trashed else "deleted_ms IS NULL"
    return entries(connection, kind, f"WHERE {there}{_ORDERED.get(kind, _AS_WRITTEN)}")


_USES = """SELECT product, count(*), count(CASE WHEN dimension = 'mass' THEN 1 END),
        coalesce(sum(CASE WHEN dimension = 'mass' THEN quantity END), 0), min(local_ms), max(local_ms),
        count(DISTINCT (local_ms - ?) / 86400000)
    FROM dose WHERE deleted_ms IS NULL GROUP BY product"""


def product_uses(connection: SqlConnection, day_start: int) -> list[ProductUse]:
    """Count, known mass, first and last day of each product's doses, those without a product too."""

    def day(local_ms: int) -> dt.date:
        return day_of(local_ms, day_start)

    return [
        ProductUse(product, doses, with_mass, mass, day(first), day(last), days)
        for product, doses, with_mass, mass, first, last, days in connection.execute(_USES, (day_start * MINUTE_MS,))
    ]


def drafts(connection: SqlConnection) -> list[Draft]:
    """All unsaved forms."""
    return [Draft(*row) for row in connection.execute("SELECT form, content, saved_ms FROM draft ORDER BY form")]


# The diary's first, where several were deleted at one instant.
_SHOWN_IN_TRASH = sorted((kind for kind in KINDS.values() if kind.deletable), key=lambda kind: not kind.in_diary)


def trashed(connection: SqlConnection, kinds: Collection[str], limit: int = 5000) -> list[Entry]:
    """What was deleted and not yet purged, last deleted first; undone additions are hidden."""
    in_trash: list[Entry] = []
    for kind in (shown.code for shown in _SHOWN_IN_TRASH if shown.code in kinds):
        rest = (
            f"WHERE deleted_ms IS NOT NULL AND NOT {UNDONE_ADDITION.format(kind=kind)} ORDER BY deleted_ms DESC LIMIT ?"
        )
        in_trash += entries(connection, kind, rest, (limit,))
    return sorted(in_trash, key=lambda entry: entry.deleted_ms or 0, reverse=True)
