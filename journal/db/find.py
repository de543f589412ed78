"""The find bar: entries by words, names, kinds and days.

The SQL is written by hand from constants and parameters: building it anew for each letter typed would cost more than
running it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from journal.core.entries import DayMark, Entry, Product, Symptom, Timed
from journal.core.moments import DAY_MS, MINUTE_MS, day_number, local_span
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.db.full_text import match_expression
from journal.db.store import column_list, quick_values
from journal.db.tables import TEXT_COLUMNS

_FIRST, _LAST = dt.date(1970, 1, 1), dt.date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class _Condition:
    sql: str
    parameters: tuple[object, ...] = ()


_NOTHING = _Condition("0")
_NOT_UNDONE = _Condition(
    "NOT (EXISTS (SELECT 1 FROM change c JOIN change_set s ON s.seq = c.change_set "
    "WHERE c.entry = {kind}.id AND c.before IS NULL AND s.undone <> 0) "
    "AND NOT EXISTS (SELECT 1 FROM change c JOIN change_set s ON s.seq = c.change_set "
    "WHERE c.entry = {kind}.id AND s.undone = 0))"
)


def find(transaction: Connection, query: EntryQuery, names: Mapping[str, str], day_start: int) -> list[Entry]:
    """The newest ``query.limit`` entries that meet every condition, newest first."""
    terms = [folded(word) for word in query.text.split()]
    found: list[tuple[int, Entry]] = []
    for kind in query.kinds:
        if not _excluded(kind, query):
            conditions = [*_scope(kind, query, day_start), *_words(transaction, kind, terms, names)]
            found += [(_sort_key(entry, day_start), entry) for entry in _newest(transaction, kind, conditions, query)]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [entry for _, entry in found[: query.limit]]


def _excluded(kind: str, query: EntryQuery) -> bool:
    return bool((query.products and kind != "dose") or (query.symptoms and kind != "rating"))


def _newest(transaction: Connection, kind: str, conditions: list[_Condition], query: EntryQuery) -> list[Entry]:
    where = " AND ".join(each.sql.format(kind=kind) for each in conditions)
    by_time = "day" if kind == "day_mark" else "local_ms"
    sql = f"SELECT {column_list(kind)} FROM {kind} WHERE {where} ORDER BY {by_time} DESC, seq DESC LIMIT ?"
    parameters = [value for each in conditions for value in each.parameters]
    return quick_values(transaction, kind, sql, (*parameters, query.limit))


def _sort_key(entry: Entry, day_start: int) -> int:
    if isinstance(entry, Timed):
        return entry.at.utc_ms
    assert isinstance(entry, DayMark)
    return day_number(entry.day) * DAY_MS + day_start * MINUTE_MS


def _scope(kind: str, query: EntryQuery, day_start: int) -> Iterable[_Condition]:
    """Everything but the words."""
    yield _Condition("deleted_ms IS NOT NULL" if query.trashed else "deleted_ms IS NULL")
    if query.trashed:
        yield _NOT_UNDONE
    if query.first_day is not None or query.last_day is not None:
        yield _range(kind, query.first_day or _FIRST, query.last_day or _LAST, day_start)
    if query.products:
        yield _one_of("product", query.products)
    if query.symptoms:
        yield _one_of("symptom", query.symptoms)
    if query.private is not None:
        yield _Condition("private = ?", (int(query.private),))


def _range(kind: str, first: dt.date, last: dt.date, day_start: int) -> _Condition:
    if kind == "day_mark":
        return _Condition("day BETWEEN ? AND ?", (day_number(first), day_number(last)))
    return _Condition("local_ms >= ? AND local_ms < ?", local_span(first, last, day_start))


def _one_of(column: str, values: Iterable[str]) -> _Condition:
    wanted = tuple(values)
    return _Condition(f"{column} IN ({', '.join('?' * len(wanted))})", wanted) if wanted else _NOTHING


def _words(transaction: Connection, kind: str, terms: Iterable[str], names: Mapping[str, str]) -> Iterable[_Condition]:
    """For each term: a word that begins with it, or a product or symptom whose name holds it."""
    for term in terms:
        if kind == "rating":
            yield _one_of("symptom", _symptoms_called(transaction, term, names))
        elif kind == "day_mark":
            yield _one_of("mark", (code for code, name in names.items() if term in folded(name)))
        elif kind == "dose":
            by_words, by_name = _word(kind, term), _one_of("product", _products_called(transaction, term))
            yield _Condition(f"({by_name.sql} OR {by_words.sql})", (*by_name.parameters, *by_words.parameters))
        else:
            yield _word(kind, term)


def _word(kind: str, term: str) -> _Condition:
    # FTS5 finds nothing in a term without letters or digits; neither do people.
    if kind not in TEXT_COLUMNS or not any(letter.isalnum() for letter in term):
        return _NOTHING
    words = f"{kind}_text"
    return _Condition(f"seq IN (SELECT rowid FROM {words} WHERE {words} MATCH ?)", (match_expression(term),))


def _products_called(transaction: Connection, term: str) -> list[str]:
    found = quick_values(transaction, "product", f"SELECT {column_list('product')} FROM product", ())
    return [
        each.id for each in found if isinstance(each, Product) and _in_name(term, each.name, each.strain, each.vendor)
    ]


def _symptoms_called(transaction: Connection, term: str, names: Mapping[str, str]) -> list[str]:
    found = quick_values(transaction, "symptom", f"SELECT {column_list('symptom')} FROM symptom", ())
    return [
        each.id
        for each in found
        if isinstance(each, Symptom) and _in_name(term, each.name or names.get(each.code or "", ""))
    ]


def _in_name(term: str, *texts: str) -> bool:
    return any(term in folded(each) for each in texts)
