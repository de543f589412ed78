"""A journal with every kind of entry: opening it, saving, a day, the newest and finding, against bare SQL of all.

And beside the same journal with the first four kinds alone: more kinds may cost what the SQL of those kinds costs,
and a tenth more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, closing
from operator import itemgetter
from pathlib import Path
from typing import Any

from journal.core.entries import DIARY_KINDS
from journal.core.journal_day import local_span
from journal.core.kinds import KINDS, Placed
from journal.core.moments import DAY_MS, MINUTE_MS
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.bench.journals import YEARS, made_up
from tests.bench.measure import Figure, Work, against, beside
from tests.bench.storage import CLOCK, _a_busy_day, _bare_connection, _bare_save, _repeated, _save
from tests.journals import seal_again

# Of a start: nearly twice what was measured, at 1 and at 50 years (1.2 and 1.7).
# Saving comes last: hundreds of doses of one hour are no journal in which to look for the newest.
_LIMITS = {"start": 3.0, "day": 3.0, "newest": 3.0, "find": 3.0, "save": 2.5}
_MORE = 1.1  # with all kinds, compared with the first ones
_LARGER = 1.2  # with more years, compared with one
# What shows as much whatever the size: a year has few entries with the word, which would be compared with a full page.
_ACROSS_SIZES = ("start", "day", "newest", "find a few", "save")
_A_FEW = 5
_FIRST_KINDS = ("dose", "rating", "day_mark", "note")
_RUNS = 21  # four works in turn, and a tenth to be told from chance
_SHOWN = 50
_WORD = "walk"


def figures() -> Iterator[Figure]:
    """Each against its floor at 1, 10 and 50 years, and across sizes."""
    with ExitStack() as stack:
        work: dict[int, dict[str, Work]] = {}
        floors_of: dict[int, dict[str, Work]] = {}
        for years in YEARS:
            path, other = made_up(years), made_up(years)
            logbook = stack.enter_context(Logbook.open(path, clock=CLOCK))
            bare = stack.enter_context(closing(_bare_connection(path)))
            day = _a_busy_day(logbook)
            work[years] = _ours(logbook, day, other)
            floors = floors_of[years] = _floors(bare, day, other)
            _refuse_other_answers(logbook, bare)
            for name, limit in _LIMITS.items():
                yield against(f"all kinds: {name}, {years} years", work[years][name], floors[name], limit)
            before, before_floors = _with_the_first_kinds(stack, years, day)
            for name in _LIMITS:
                said = f"all kinds beside the first: {name}, {years} years"
                yield beside(said, work[years][name], floors[name], before[name], before_floors[name], _MORE, _RUNS)
        for name in _ACROSS_SIZES:
            for years in (10, 50):
                mine, first = (work[years][name], floors_of[years][name]), (work[1][name], floors_of[1][name])
                yield beside(f"all kinds: {name}, {years} years against 1", *mine, *first, _LARGER, _RUNS)


def _with_the_first_kinds(stack: ExitStack, years: int, day: dt.date) -> tuple[dict[str, Work], dict[str, Work]]:
    """The same work, and its floor, where nobody wrote down anything of the later kinds."""
    paths = made_up(years), made_up(years)
    for path in paths:
        with closing(_bare_connection(path)) as connection:
            _forget_later_kinds(connection)
    logbook = stack.enter_context(Logbook.open(paths[0], clock=CLOCK))
    bare = stack.enter_context(closing(_bare_connection(paths[0])))
    _refuse_other_answers(logbook, bare)
    return _ours(logbook, day, paths[1]), _floors(bare, day, paths[1])


def _forget_later_kinds(bare: Any) -> None:
    tables = {row[0] for row in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    bare.execute("BEGIN IMMEDIATE")
    for kind in (kind for kind in DIARY_KINDS if kind not in _FIRST_KINDS):
        bare.execute(f"DELETE FROM {kind}")
        if f"{kind}_text" in tables:
            bare.execute(f"DELETE FROM {kind}_text")
    seal_again(bare)
    bare.execute("COMMIT")
    bare.execute("VACUUM")


def _refuse_other_answers(logbook: Logbook, bare: Any) -> None:
    """A floor that does another work than ours is none."""
    kinds = _kinds_with_rows(bare)
    for word in ("", _WORD):
        found = [entry.id for entry in logbook.find(EntryQuery(text=word, limit=_SHOWN))]
        floor = _bare_newest(bare, kinds, word, beside=_typed_beside(bare, kinds, word) if word else {})
        if not found or sorted(found) != sorted(floor):
            raise AssertionError(f"“{word}”: the floor gives {len(floor)} entries, the program {len(found)} others")


def _ours(logbook: Logbook, day: dt.date, other: Path) -> dict[str, Work]:
    return {
        "start": _repeated(lambda: Logbook.open(other, clock=CLOCK).close()),
        "save": _repeated(lambda: _save(logbook)),
        "day": _repeated(lambda: logbook.days(day, day)),
        "newest": _repeated(lambda: logbook.find(EntryQuery(limit=_SHOWN))),
        "find": _repeated(lambda: logbook.find(EntryQuery(text=_WORD, limit=_SHOWN))),
        "find a few": _repeated(lambda: logbook.find(EntryQuery(text=_WORD, limit=_A_FEW))),
    }


def _floors(bare: Any, day: dt.date, other: Path) -> dict[str, Work]:
    kinds = _kinds_with_rows(bare)
    beside = _typed_beside(bare, kinds, _WORD)
    return {
        "start": _repeated(lambda: _bare_start(other, kinds)),
        "save": _repeated(lambda: _bare_save(bare)),
        "day": _repeated(lambda: _bare_day(bare, kinds, day)),
        "newest": _repeated(lambda: _bare_newest(bare, kinds)),
        "find": _repeated(lambda: _bare_newest(bare, kinds, _WORD, beside=beside)),
        "find a few": _repeated(lambda: _bare_newest(bare, kinds, _WORD, _A_FEW, beside)),
    }


def _kinds_with_rows(bare: Any) -> list[str]:
    return [kind for kind in DIARY_KINDS if bare.execute(f"SELECT 1 FROM {kind} LIMIT 1").fetchone()]


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
        start, end = (number, number + 1) if column == "day" else local_span(day, day, DEFAULT_DAY_START)
        query = (
            f"SELECT * FROM {kind} WHERE deleted_ms IS NULL AND {column} >= ? AND {column} < ? ORDER BY {column}, seq"
        )
        bare.execute(query, (start, end)).fetchall()


_NOTHING: dict[str, list[str]] = {}
_NAMED = {"dose": "product", "rating": "symptom"}  # these are found by the name of what they are of, too


def _typed_beside(bare: Any, kinds: list[str], word: str) -> dict[str, list[str]]:
    """By kind the conditions for what stands in no full text: its different values that have the word, known before.

    Looking for them anew each time would be a slower floor, against which a slow program looks fast.
    """
    columns = [(kind, column) for kind in kinds for column in KINDS[kind].words_beside]
    found: dict[str, list[str]] = {}
    for kind, column in columns:
        values = bare.execute(f"SELECT DISTINCT {column} FROM {kind} WHERE {column} LIKE ?", (f"%{word}%",)).fetchall()
        if values:
            among = ", ".join(f"'{value}'" for (value,) in values)
            found.setdefault(kind, []).append(f"{column} IN ({among})")
    return found


def _bare_newest(
    bare: Any, kinds: list[str], word: str = "", shown: int = _SHOWN, beside: dict[str, list[str]] = _NOTHING
) -> list[str]:
    """The ids of the newest entries, of those that hold the word if there is one.

    It is the SQL that the answer needs, and no more: of each kind that has rows, which its newest are and when they
    were, as they may all be of one kind; then the whole rows of those that are the newest of all kinds together. Our
    own work may ask in another way, such as looking for the word among the latest rows, but for the same answer.
    """
    tables = {row[0] for row in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} if word else set()
    met: list[tuple[int, str, int]] = []
    for kind in kinds:
        sought = [*_sought(bare, kind, tables, word), *beside.get(kind, [])] if word else ["1"]
        if sought:
            column, either = _placed(kind), " OR ".join(sought)
            at = f"day * {DAY_MS} + {DEFAULT_DAY_START * MINUTE_MS}" if column == "day" else "utc_ms"
            query = f"SELECT {at}, seq FROM {kind} WHERE deleted_ms IS NULL AND ({either})"
            newest = bare.execute(f"{query} ORDER BY {column} DESC, seq DESC LIMIT {shown}").fetchall()
            met += [(at_ms, kind, seq) for at_ms, seq in newest]
    met.sort(key=itemgetter(0), reverse=True)
    return [row_id for kind in kinds for row_id in _whole_rows(bare, kind, met[:shown])]


def _sought(bare: Any, kind: str, tables: set[str], word: str) -> list[str]:
    """By full text where the kind has any, and by the name of what it is of, if any is called so."""
    sought = [f"seq IN (SELECT rowid FROM {kind}_text WHERE {kind}_text MATCH '\"{word}\"*')"]
    named, like = _NAMED.get(kind), f"%{word}%"
    called = named and bare.execute(f"SELECT 1 FROM {named} WHERE name LIKE ? LIMIT 1", (like,)).fetchone()
    of_that_name = [f"{named} IN (SELECT id FROM {named} WHERE name LIKE '{like}')"] if called else []
    return [*(sought if f"{kind}_text" in tables else []), *of_that_name]


def _whole_rows(bare: Any, kind: str, met: list[tuple[int, str, int]]) -> list[str]:
    seqs = [seq for _, met_kind, seq in met if met_kind == kind]
    if not seqs:
        return []
    marks = ", ".join("?" * len(seqs))
    rows = bare.execute(f"SELECT id, * FROM {kind} WHERE seq IN ({marks})", seqs).fetchall()
    return [row[0] for row in rows]
