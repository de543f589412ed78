"""The find bar: entries by words, names, kinds and days.

The SQL is written by hand from constants and parameters: building it anew for each letter typed would cost more than
running it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from operator import itemgetter
from typing import NamedTuple

from journal.core.entries import Entry
from journal.core.journal_day import day_number, local_span
from journal.core.kinds import KINDS, Kind, Placed, Reference
from journal.core.moments import DAY_MS, FIRST_DAY, LAST_DAY, MINUTE_MS
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.core.records import from_rows
from journal.db.connection import Row, SqlConnection
from journal.db.newest import CLOCK, SEQ, SPARE, TIME, WIDEST_OFFSET_MS, Newest
from journal.db.select import UNDONE_ADDITION, rows_of


class _Condition(NamedTuple):
    sql: str
    parameters: tuple[object, ...] = ()


class _WordTest(NamedTuple):
    """One typed word as a condition, and as a test of a row where Python can say the same.

    ``only_in_text``: the term, where nothing but the rows' own words can hold it; else "".
    """

    condition: _Condition
    test: Callable[[Row], bool] | None = None
    only_in_text: str = ""


_NOTHING = _Condition("0")
_NOT_UNDONE = _Condition(f"NOT {UNDONE_ADDITION}")


def find(
    connection: SqlConnection, with_rows: Collection[str], query: EntryQuery, names: Mapping[str, str], day_start: int
) -> list[Entry]:
    """The newest ``query.limit`` entries that meet every condition, newest first.

    ``with_rows``: the kinds that have any; others need not be looked for.
    """
    terms = [folded(word) for word in query.text.split()]
    met: list[tuple[int, str, int]] = []
    for kind in (KINDS[code] for code in query.kinds if code in with_rows):
        if not _excluded(kind, query):
            # What is about a day is sorted to the beginning of the journal day.
            later = day_start * MINUTE_MS if kind.placed is Placed.ON_A_DAY else 0
            scope = list(_scope(kind, query, day_start))
            if met and len(met) == query.limit:
                scope.append(_not_before(kind, met[-1][0] - later))
            words = [_word_test(connection, kind, term, names) for term in terms]
            rows = _newest(connection, kind, scope, words, query.limit)
            met += [(row[TIME] + later, kind.code, row[SEQ]) for row in rows]
            met.sort(key=itemgetter(0), reverse=True)
            del met[query.limit :]
    return _entries(connection, met)


def _not_before(kind: Kind, time_ms: int) -> _Condition:
    """Whatever may be as new as this instant: with enough entries of other kinds met, older ones are not wanted."""
    if kind.day_column:
        return _Condition(f"{kind.day_column} >= ?", (time_ms // DAY_MS,))
    return _Condition("local_ms >= ?", (time_ms - WIDEST_OFFSET_MS,))


def _entries(connection: SqlConnection, met: list[tuple[int, str, int]]) -> list[Entry]:
    """The whole entries, only now that it is known which are wanted."""
    read: dict[tuple[str, int], Entry] = {}
    for kind in {kind for _, kind, _ in met}:
        seqs = tuple(seq for _, met_kind, seq in met if met_kind == kind)
        marks = ", ".join("?" * len(seqs))
        rows = rows_of(connection, kind, f"WHERE seq IN ({marks})", seqs)
        read |= {(kind, row[-2]): entry for row, entry in zip(rows, from_rows(kind, rows), strict=True)}
    return [read[kind, seq] for _, kind, seq in met]


def _excluded(kind: Kind, query: EntryQuery) -> bool:
    return any(values and kind.reference_to(named) is None for named, values in _wanted(query))


def _wanted(query: EntryQuery) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("product", query.products), ("symptom", query.symptoms)


def _newest(
    connection: SqlConnection, kind: Kind, scope: list[_Condition], words: list[_WordTest], limit: int
) -> list[Row]:
    """The newest rows of a kind.

    A word that is in every other note is soon met among the latest rows, while full text would first gather every row
    that holds it; only when the latest do not suffice is full text asked. Of a word that few rows hold it is asked at
    once: that is quicker than to look for it among the latest rows of every kind.
    """
    most = _LOOKED_AT * limit + SPARE
    holding = [_holding(connection, kind, word, most) for word in words if word.only_in_text]
    if 0 in holding:
        return []
    tests = [word.test for word in words if word.test is not None]
    if tests and len(tests) == len(words) and min(holding, default=most) == most:
        passes = tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)
        met = _among_latest(connection, kind, scope, passes, limit)
        if met is not None:
            return met
    return _all_of_them(connection, kind, [*scope, *(word.condition for word in words)], limit)


def _holding(connection: SqlConnection, kind: Kind, word: _WordTest, most: int) -> int:
    """How many rows hold the word, counted up to as many as would be looked through."""
    words = f"{kind.code}_text"
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {words} WHERE {words} MATCH ? LIMIT ?)"
    rows = connection.execute(sql, (_match_expression(word.only_in_text), most)).fetchall()
    return int(rows[0][0])


def _among_latest(
    connection: SqlConnection, kind: Kind, scope: list[_Condition], passes: Callable[[Row], bool], limit: int
) -> list[Row] | None:
    """The newest rows that pass, read one by one until there are enough; None if looking further is needed."""
    newest, most = Newest(limit), _LOOKED_AT * limit + SPARE
    with closing(connection.execute(*_select(kind, scope, most, with_words=True))) as latest:
        settled = newest.take(latest, passes)
    return newest.rows() if settled or newest.seen < most else None


_LOOKED_AT = 3  # times the limit


def _all_of_them(connection: SqlConnection, kind: Kind, conditions: list[_Condition], limit: int) -> list[Row]:
    """The newest rows that meet the conditions; asked for more if too many lie within a day to know."""
    most = limit + SPARE
    while True:
        newest, rows = Newest(limit), connection.execute(*_select(kind, conditions, most)).fetchall()
        if newest.take(rows) or newest.seen < most:
            return newest.rows()
        most *= 4


def _select(
    kind: Kind, conditions: list[_Condition], limit: int, with_words: bool = False
) -> tuple[str, tuple[object, ...]]:
    where = " AND ".join(condition.sql.format(kind=kind.code) for condition in conditions)
    columns = _LOOKED_AT_COLUMNS[kind.code] if with_words else _PLACES[kind.code]
    by_time = kind.day_column or "local_ms"
    sql = f"SELECT {columns} FROM {kind.code} WHERE {where} ORDER BY {by_time} DESC, seq DESC LIMIT ?"
    return sql, (*(value for condition in conditions for value in condition.parameters), limit)


# Behind a row's number, instant and wall clock: for the test its words, and what it refers to by name.
_WORDS, _NAMED = CLOCK + 1, CLOCK + 2


def _named_by(kind: Kind) -> list[Reference]:
    """What of a kind is found by the name of what it refers to."""
    return [reference for reference in kind.references if reference.to in _CALLED]


def _place(kind: Kind) -> str:
    day = kind.day_column
    return f"seq, {day} * {DAY_MS}, {day} * {DAY_MS}" if day else "seq, utc_ms, local_ms"


def _looked_at(kind: Kind) -> str:
    words = " || char(10) || ".join(kind.searchable_words) or "''"
    named = next((reference.column for reference in _named_by(kind)), "NULL")
    return f"{_place(kind)}, {words}, {named}"


def _scope(kind: Kind, query: EntryQuery, day_start: int) -> Iterable[_Condition]:
    """Everything but the words."""
    yield _Condition("deleted_ms IS NOT NULL" if query.trashed else "deleted_ms IS NULL")
    if query.trashed:
        yield _NOT_UNDONE
    if query.first_day is not None or query.last_day is not None:
        yield _range(kind, query.first_day or FIRST_DAY, query.last_day or LAST_DAY, day_start)
    for named, values in _wanted(query):
        reference = kind.reference_to(named)
        if values and reference is not None:
            yield _one_of(reference.column, values)
    if query.private is not None:
        yield _Condition("private = ?", (int(query.private),))


def _range(kind: Kind, first: dt.date, last: dt.date, day_start: int) -> _Condition:
    if kind.day_column:
        return _Condition(f"{kind.day_column} BETWEEN ? AND ?", (day_number(first), day_number(last)))
    return _Condition("local_ms >= ? AND local_ms < ?", local_span(first, last, day_start))


def _one_of(column: str, values: Iterable[str]) -> _Condition:
    wanted = tuple(values)
    return _Condition(f"{column} IN ({', '.join('?' * len(wanted))})", wanted) if wanted else _NOTHING


def _word_test(connection: SqlConnection, kind: Kind, term: str, names: Mapping[str, str]) -> _WordTest:
    """A word that begins with the term, or a choice, product or symptom whose name holds it."""
    called = [(reference, _CALLED[reference.to](connection, term, names)) for reference in _named_by(kind)]
    ways = [_one_of(reference.column, ids) for reference, ids in called]
    if kind.searchable_choices:
        codes = [code for code, name in names.items() if term in folded(name)]
        ways += [_one_of(column, codes) for column in kind.searchable_choices]
    if not kind.searchable_words:
        return _WordTest(_any_of(ways))
    # In Python only where a test of the row's words and of one name gives the same result as SQL.
    test = _beginning(term, called[0][1] if called else set()) if len(ways) == len(called) <= 1 else None
    in_text = _word(kind.code, term)
    elsewhere = in_text is _NOTHING or any(way is not _NOTHING for way in ways)
    return _WordTest(_any_of([*ways, in_text]), test, "" if elsewhere else term)


def _any_of(ways: list[_Condition]) -> _Condition:
    # Beside an OR, also one with nothing, SQLite reads every row by its time instead of those that full text names.
    ways = [way for way in ways if way is not _NOTHING] or [_NOTHING]
    if len(ways) == 1:
        return ways[0]
    sql = " OR ".join(way.sql for way in ways)
    return _Condition(f"({sql})", tuple(value for way in ways for value in way.parameters))


def _beginning(term: str, named: AbstractSet[str]) -> Callable[[Row], bool] | None:
    """Whether a row names one of these, or what full text would say of it; None unless letters and digits."""
    if not (term.isascii() and term.isalnum()):
        return None
    after_space = f" {term}"

    def met(row: Row) -> bool:
        if row[_NAMED] in named:
            return True
        words = row[_WORDS].casefold()
        # Most words follow a space, and looking for that is ten times faster than a regular expression.
        if after_space in words:
            return True
        words = _without_accents(words)
        at = words.find(term)
        while at > 0 and words[at - 1].isalnum():
            at = words.find(term, at + 1)
        return bool(at >= 0)

    return met


_ACCENTS = re.compile("[\u0300-\u0331]")  # those that SQLite's unicode61 leaves out


# Beyond ASCII, the dashes and quotes of typography are most of what is written, and nothing in them is a letter.
_MAY_HAVE_ACCENTS = re.compile("[^\0-\x7f\u2000-\u206f]").search


def _without_accents(text: str) -> str:
    if text.isascii() or _MAY_HAVE_ACCENTS(text) is None:
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFD", folded(text)))


def _word(kind: str, term: str) -> _Condition:
    # FTS5 finds nothing for a term without letters or digits, so nothing is looked for.
    if not any(letter.isalnum() for letter in term):
        return _NOTHING
    words = f"{kind}_text"
    return _Condition(f"seq IN (SELECT rowid FROM {words} WHERE {words} MATCH ?)", (_match_expression(term),))


def _match_expression(term: str) -> str:
    """One typed word as an FTS5 prefix search; quotes are doubled, so no operator can be typed."""
    return '"{}"*'.format(term.replace('"', '""'))


def _products_called(connection: SqlConnection, term: str, names: Mapping[str, str]) -> set[str]:
    products = connection.execute("SELECT id, name, strain, vendor FROM product")
    return {row[0] for row in products if _in_name(term, *row[1:])}


def _symptoms_called(connection: SqlConnection, term: str, names: Mapping[str, str]) -> set[str]:
    symptoms = connection.execute("SELECT id, name, code FROM symptom")
    return {symptom_id for symptom_id, name, code in symptoms if _in_name(term, name or names.get(code or "", ""))}


def _in_name(term: str, *texts: str) -> bool:
    return any(term in folded(text) for text in texts)


# The ids of those whose name holds a term, by the kinds that have names.
_CALLED = {"product": _products_called, "symptom": _symptoms_called}
assert _CALLED.keys() <= KINDS.keys()
_LOOKED_AT_COLUMNS = {kind.code: _looked_at(kind) for kind in KINDS.values() if kind.in_diary}
_PLACES = {kind.code: _place(kind) for kind in KINDS.values() if kind.in_diary}
