"""The find bar: entries by words, names, kinds and days.

The SQL is written by hand from constants and parameters: building it anew for each letter typed would cost more than
running it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from operator import itemgetter

from journal.core.entries import Entry
from journal.core.moments import DAY_MS, MINUTE_MS, day_number, local_span
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.core.records import from_rows
from journal.db.driver import Driver, Row
from journal.db.rows import NEVER_WAS, column_list
from journal.db.schema import TEXT_COLUMNS

_FIRST, _LAST = dt.date(1970, 1, 1), dt.date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class _Condition:
    sql: str
    parameters: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class _WordTest:
    """One typed word as a condition, and as a test of a row where Python can say the same."""

    condition: _Condition
    test: Callable[[Row], bool] | None = None


_NOTHING = _Condition("0")
_NOT_UNDONE = _Condition(f"NOT {NEVER_WAS}")


def find(driver: Driver, query: EntryQuery, names: Mapping[str, str], day_start: int) -> list[Entry]:
    """The newest ``query.limit`` entries that meet every condition, newest first."""
    terms = [folded(word) for word in query.text.split()]
    met: list[tuple[int, str, int]] = []
    for kind in query.kinds:
        if not _excluded(kind, query):
            scope = list(_scope(kind, query, day_start))
            words = [_word_test(driver, kind, term, names) for term in terms]
            rows = _newest(driver, kind, scope, words, query.limit)
            # A mark stands at the beginning of its journal day.
            later = day_start * MINUTE_MS if kind == "day_mark" else 0
            met += [(row[_TIME] + later, kind, row[_SEQ]) for row in rows]
    met.sort(key=itemgetter(0), reverse=True)
    return _entries(driver, met[: query.limit])


def _entries(driver: Driver, met: list[tuple[int, str, int]]) -> list[Entry]:
    """The whole entries, only now that it is known which are wanted."""
    found: dict[tuple[str, int], Entry] = {}
    for kind in {kind for _, kind, _ in met}:
        seqs = tuple(seq for _, each, seq in met if each == kind)
        marks = ", ".join("?" * len(seqs))
        sql = f"SELECT {column_list(kind)}, seq FROM {kind} WHERE seq IN ({marks})"
        rows = driver.execute(sql, seqs).fetchall()
        found |= {(kind, row[-1]): entry for row, entry in zip(rows, from_rows(kind, rows), strict=True)}
    return [found[kind, seq] for _, kind, seq in met]


def _excluded(kind: str, query: EntryQuery) -> bool:
    return bool((query.products and kind != "dose") or (query.symptoms and kind != "rating"))


def _newest(driver: Driver, kind: str, scope: list[_Condition], words: list[_WordTest], limit: int) -> list[Row]:
    """The newest rows of a kind.

    A word that is in every other note is soon met among the latest rows, while full text would first gather every row
    that holds it; only when the latest do not suffice is full text asked.
    """
    tests = [word.test for word in words if word.test is not None]
    if tests and len(tests) == len(words):
        passes = tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)
        met = _among_latest(driver, kind, scope, passes, limit)
        if met is not None:
            return met
    return _all_of_them(driver, kind, [*scope, *(word.condition for word in words)], limit)


def _among_latest(
    driver: Driver, kind: str, scope: list[_Condition], passes: Callable[[Row], bool], limit: int
) -> list[Row] | None:
    """The newest rows that pass, read one by one until there are enough; None if looking further is needed."""
    newest, most = _Newest(limit), _LOOKED_AT * limit + _SPARE
    with closing(driver.execute(*_select(kind, scope, most))) as latest:
        settled = newest.take(latest, passes)
    return newest.rows() if settled or newest.seen < most else None


_LOOKED_AT = 3  # times the limit


def _all_of_them(driver: Driver, kind: str, conditions: list[_Condition], limit: int) -> list[Row]:
    """The newest rows that meet the conditions; asked for more if too many lie within a day to know."""
    most = limit + _SPARE
    while True:
        newest, rows = _Newest(limit), driver.execute(*_select(kind, conditions, most)).fetchall()
        if newest.take(rows) or newest.seen < most:
            return newest.rows()
        most *= 4


_SPARE = 32  # more than most people write down of one kind in a day
# Wall clocks come in an index and instants do not. No clock is a day or more from UTC.
_WIDEST_OFFSET_MS = DAY_MS


class _Newest:
    """The newest rows by instant, out of rows that come by wall clock, latest first.

    For example, 20:00 in Berlin comes before 10:00 in Honolulu, which is an hour later: a row further down may be newer
    until the wall clocks are so far back that no offset makes up for it.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._met: list[Row] = []
        self._older_ms = -DAY_MS  # nothing is so old, until enough have been met
        self.seen = 0

    def take(self, rows: Iterable[Row], passes: Callable[[Row], bool] | None = None) -> bool:
        """Keep the rows that pass until no later one can be among the newest; whether it came to that."""
        # Hundreds of rows come through here for each letter typed, so the loop looks up nothing twice.
        met, limit, older_ms = self._met, self._limit, self._older_ms
        for row in rows:
            if row[_CLOCK] < older_ms:
                return True
            self.seen += 1
            if passes is None or passes(row):
                met.append(row)
                if len(met) == limit:
                    older_ms = self._older_ms = min(each[_TIME] for each in met) - _WIDEST_OFFSET_MS
        return False

    def rows(self) -> list[Row]:
        """The newest, newest first; of one instant, what was written last comes first."""
        return sorted(self._met, key=itemgetter(_TIME, _SEQ), reverse=True)[: self._limit]


def _select(kind: str, conditions: list[_Condition], limit: int) -> tuple[str, tuple[object, ...]]:
    where = " AND ".join(each.sql.format(kind=kind) for each in conditions)
    by_time = "day" if kind == "day_mark" else "local_ms"
    sql = f"SELECT {_LOOKED_AT_COLUMNS[kind]} FROM {kind} WHERE {where} ORDER BY {by_time} DESC, seq DESC LIMIT ?"
    return sql, (*(value for each in conditions for value in each.parameters), limit)


# What deciding takes: the row's number, instant and wall clock, its words, its product.
_SEQ, _TIME, _CLOCK, _WORDS, _PRODUCT = range(5)
_ALL_WORDS = {kind: " || char(10) || ".join(columns) for kind, columns in TEXT_COLUMNS.items()}
_LOOKED_AT_COLUMNS = {
    "dose": f"seq, utc_ms, local_ms, {_ALL_WORDS['dose']}, product",
    "rating": "seq, utc_ms, local_ms",
    "note": f"seq, utc_ms, local_ms, {_ALL_WORDS['note']}, NULL",
    "day_mark": f"seq, day * {DAY_MS}, day * {DAY_MS}",
}


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


def _word_test(driver: Driver, kind: str, term: str, names: Mapping[str, str]) -> _WordTest:
    """A word that begins with the term, or a product or symptom whose name holds it."""
    if kind == "rating":
        return _WordTest(_one_of("symptom", _symptoms_called(driver, term, names)))
    if kind == "day_mark":
        return _WordTest(_one_of("mark", (code for code, name in names.items() if term in folded(name))))
    if kind != "dose":
        return _WordTest(_word(kind, term), _beginning(term, frozenset()))
    products = _products_called(driver, term)
    by_words, by_name = _word(kind, term), _one_of("product", products)
    condition = _Condition(f"({by_name.sql} OR {by_words.sql})", (*by_name.parameters, *by_words.parameters))
    return _WordTest(condition, _beginning(term, products))


def _beginning(term: str, products: AbstractSet[str]) -> Callable[[Row], bool] | None:
    """Whether a row is of these products, or what full text would say of it; None unless letters and digits."""
    if not (term.isascii() and term.isalnum()):
        return None
    after_space = f" {term}"

    def met(row: Row) -> bool:
        if row[_PRODUCT] in products:
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
    # FTS5 finds nothing in a term without letters or digits; neither do people.
    if kind not in TEXT_COLUMNS or not any(letter.isalnum() for letter in term):
        return _NOTHING
    words = f"{kind}_text"
    return _Condition(f"seq IN (SELECT rowid FROM {words} WHERE {words} MATCH ?)", (_match_expression(term),))


def _match_expression(term: str) -> str:
    """One typed word as an FTS5 prefix search; quotes are doubled, so no operator can be typed."""
    return '"{}"*'.format(term.replace('"', '""'))


def _products_called(driver: Driver, term: str) -> set[str]:
    found = driver.execute("SELECT id, name, strain, vendor FROM product")
    return {row[0] for row in found if _in_name(term, *row[1:])}


def _symptoms_called(driver: Driver, term: str, names: Mapping[str, str]) -> list[str]:
    found = driver.execute("SELECT id, name, code FROM symptom")
    return [each for each, name, code in found if _in_name(term, name or names.get(code or "", ""))]


def _in_name(term: str, *texts: str) -> bool:
    return any(term in folded(each) for each in texts)
