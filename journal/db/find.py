"""The find bar: entries by words, names, kinds and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, column, false, or_, select, table

from journal.core.entries import DayMark, Entry, Product, Symptom, Timed
from journal.core.moments import DAY_MS, MINUTE_MS, day_number, local_span
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.db.full_text import match_expression
from journal.db.store import everything, live, values
from journal.db.tables import ENTRY_TABLES, TEXT_COLUMNS, day_mark, dose, rating
from journal.db.trash import never_was


def find(transaction: Connection, query: EntryQuery, names: Mapping[str, str], day_start: int) -> list[Entry]:
    """The newest ``query.limit`` entries that meet every condition, newest first."""
    terms = [folded(word) for word in query.text.split()]
    found: list[tuple[int, Entry]] = []
    for kind in query.kinds:
        conditions = _conditions(transaction, kind, query, names, terms, day_start)
        if conditions is not None:
            found += _newest(transaction, kind, conditions, query, day_start)
    found.sort(key=lambda pair: pair[0], reverse=True)
    return [entry for _, entry in found[: query.limit]]


def _newest(
    transaction: Connection, kind: str, conditions: list[ColumnElement[bool]], query: EntryQuery, day_start: int
) -> list[tuple[int, Entry]]:
    rows_of = ENTRY_TABLES[kind]
    by_time = rows_of.c.local_ms if "local_ms" in rows_of.c else rows_of.c.day
    base = everything(kind) if query.trashed else live(kind)
    rows = values(
        transaction, kind, base.where(*conditions).order_by(by_time.desc(), rows_of.c.seq.desc()).limit(query.limit)
    )
    return [(_sort_key(entry, day_start), entry) for entry in rows]


def _sort_key(entry: Entry, day_start: int) -> int:
    if isinstance(entry, Timed):
        return entry.at.utc_ms
    assert isinstance(entry, DayMark)
    return day_number(entry.day) * DAY_MS + day_start * MINUTE_MS


def _conditions(
    transaction: Connection, kind: str, query: EntryQuery, names: Mapping[str, str], terms: list[str], day_start: int
) -> list[ColumnElement[bool]] | None:
    """The WHERE of one kind; None when nothing of this kind can match."""
    rows_of = ENTRY_TABLES[kind]
    if (query.products and kind != "dose") or (query.symptoms and kind != "rating"):
        return None
    conditions = [_about(transaction, kind, term, names) for term in terms]
    conditions += _range(rows_of, query, day_start)
    if query.trashed:
        conditions += [rows_of.c.deleted_ms.is_not(None), ~never_was(rows_of)]
    if query.products:
        conditions.append(dose.c.product.in_(query.products))
    if query.symptoms:
        conditions.append(rating.c.symptom.in_(query.symptoms))
    if query.private is not None:
        conditions.append(rows_of.c.private == int(query.private))
    return conditions


def _range(rows_of: Table, query: EntryQuery, day_start: int) -> list[ColumnElement[bool]]:
    first = query.first_day or dt.date(1970, 1, 1)
    last = query.last_day or dt.date(2100, 12, 31)
    if query.first_day is None and query.last_day is None:
        return []
    if rows_of is day_mark:
        return [day_mark.c.day.between(day_number(first), day_number(last))]
    start, end = local_span(first, last, day_start)
    return [rows_of.c.local_ms >= start, rows_of.c.local_ms < end]


def _about(transaction: Connection, kind: str, term: str, names: Mapping[str, str]) -> ColumnElement[bool]:
    """That an entry has a word beginning with the term, or a product or symptom whose name holds it."""
    if kind == "rating":
        return rating.c.symptom.in_(_symptoms_called(transaction, term, names))
    if kind == "day_mark":
        return day_mark.c.mark.in_([code for code, name in names.items() if term in folded(name)])
    rows_of = ENTRY_TABLES[kind]
    by_words = rows_of.c.seq.in_(_word_search(kind, term)) if kind in TEXT_COLUMNS else false()
    if kind == "dose":
        return or_(by_words, dose.c.product.in_(_products_called(transaction, term)))
    return by_words


_WORDS = {kind: table(f"{kind}_text", column("rowid"), column(f"{kind}_text")) for kind in TEXT_COLUMNS}


def _word_search(kind: str, term: str) -> Select[Any]:
    words = _WORDS[kind]
    if not any(letter.isalnum() for letter in term):
        # FTS5 finds nothing in a term without letters or digits; neither do people.
        return select(words.c.rowid).where(false())
    return select(words.c.rowid).where(words.c[f"{kind}_text"].op("MATCH")(match_expression(term)))


def _products_called(transaction: Connection, term: str) -> list[str]:
    rows = values(transaction, "product", everything("product"))
    return [
        each.id for each in rows if isinstance(each, Product) and _in_name(term, each.name, each.strain, each.vendor)
    ]


def _symptoms_called(transaction: Connection, term: str, names: Mapping[str, str]) -> list[str]:
    rows = values(transaction, "symptom", everything("symptom"))
    return [
        each.id
        for each in rows
        if isinstance(each, Symptom) and _in_name(term, each.name or names.get(each.code or "", ""))
    ]


def _in_name(term: str, *texts: str) -> bool:
    return any(term in folded(each) for each in texts)
