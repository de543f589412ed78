"""A journal with every kind of entry: opening it, saving, a day, the newest and finding, against bare SQL of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from journal.core.entries import DIARY_KINDS
from journal.core.kinds import KINDS, Placed
from journal.core.moments import local_span
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.bench.journals import YEARS, made_up
from tests.bench.measure import Figure, Work, against
from tests.bench.storage import CLOCK, _a_busy_day, _bare_connection, _bare_save, _repeated, _save

_LIMITS = {"start": 12.0, "save": 2.5, "day": 3.0, "newest": 3.0, "find": 3.0}
_SHOWN = 50


def figures() -> Iterator[Figure]:
    """Each against its floor at 1, 10 and 50 years, and across sizes."""
    with ExitStack() as stack:
        work: dict[int, dict[str, Work]] = {}
        for years in YEARS:
            path, other = made_up(years), made_up(years)
            logbook = stack.enter_context(Logbook.open(path, clock=CLOCK))
            bare = stack.enter_context(closing(_bare_connection(path)))
            day = _a_busy_day(logbook)
            work[years] = _ours(logbook, day, other)
            floors = _floors(bare, day, other)
            for name, limit in _LIMITS.items():
                yield against(f"all kinds: {name}, {years} years", work[years][name], floors[name], limit)
        for name in _LIMITS:
            for years in (10, 50):
                yield against(f"all kinds: {name}, {years} years against 1", work[years][name], work[1][name], 1.2)


def _ours(logbook: Logbook, day: dt.date, other: Path) -> dict[str, Work]:
    return {
        "start": lambda: Logbook.open(other, clock=CLOCK).close(),
        "save": _repeated(lambda: _save(logbook)),
        "day": _repeated(lambda: logbook.days(day, day)),
        "newest": _repeated(lambda: logbook.find(EntryQuery(limit=_SHOWN))),
        "find": _repeated(lambda: logbook.find(EntryQuery(text="walk", limit=_SHOWN))),
    }


def _floors(bare: Any, day: dt.date, other: Path) -> dict[str, Work]:
    kinds = [kind for kind in DIARY_KINDS if bare.execute(f"SELECT 1 FROM {kind} LIMIT 1").fetchone()]
    return {
        "start": lambda: _bare_start(other, kinds),
        "save": _repeated(lambda: _bare_save(bare)),
        "day": _repeated(lambda: _bare_day(bare, kinds, day)),
        "newest": _repeated(lambda: _bare_newest(bare, kinds)),
        "find": _repeated(lambda: _bare_find(bare, kinds)),
    }


def _bare_start(path: Path, kinds: list[str]) -> None:
    with closing(_bare_connection(path)) as connection:
        for kind in kinds:
            connection.execute(f"SELECT 1 FROM {kind} LIMIT 1").fetchone()


def _placed(kind: str) -> str:
    return "day" if KINDS[kind].placed is Placed.ON_A_DAY else "local_ms"


def _bare_day(bare: Any, kinds: list[str], day: dt.date) -> None:
    number = (day - dt.date(1970, 1, 1)).days
    for kind in kinds:
        column = _placed(kind)
        start, end = (number, number + 1) if column == "day" else local_span(day, day)
        query = (
            f"SELECT * FROM {kind} WHERE deleted_ms IS NULL AND {column} >= ? AND {column} < ? ORDER BY {column}, seq"
        )
        bare.execute(query, (start, end)).fetchall()


def _bare_newest(bare: Any, kinds: list[str]) -> None:
    for kind in kinds:
        column = _placed(kind)
        query = f"SELECT * FROM {kind} WHERE deleted_ms IS NULL ORDER BY {column} DESC, seq DESC LIMIT {_SHOWN}"
        bare.execute(query).fetchall()


_NAMED = {"dose": "product", "rating": "symptom"}  # these are found by the name of what they are of, too


def _bare_find(bare: Any, kinds: list[str]) -> None:
    """Full text of every kind that has any, and the names of products and symptoms."""
    tables = {row[0] for row in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for kind in kinds:
        found = []
        if f"{kind}_text" in tables:
            found.append(f"seq IN (SELECT rowid FROM {kind}_text WHERE {kind}_text MATCH '\"walk\"*')")
        if kind in _NAMED:
            named = _NAMED[kind]
            found.append(f"{named} IN (SELECT id FROM {named} WHERE name LIKE '%walk%')")
        if found:
            column, either = _placed(kind), " OR ".join(found)
            query = f"SELECT * FROM {kind} WHERE deleted_ms IS NULL AND ({either}) ORDER BY {column} DESC, seq DESC"
            bare.execute(f"{query} LIMIT {_SHOWN}").fetchall()
