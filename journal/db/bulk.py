"""Writing very many new entries as one change set, in bounded memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby

from sqlalchemy import Connection

from journal.core.entries import Entry, kind_of
from journal.core.records import Plain, Record, columns_of, to_values
from journal.db.change_log import Change, apply_changes, log_changes
from journal.db.checked_rows import insert_rows
from journal.db.connection import value
from journal.db.engine import sql_connection_of
from journal.db.full_text import words_in, write_many_words
from journal.db.schema import TEXT_COLUMNS
from journal.db.select import existing_records

SLICE = 2000
_CACHE_KB = 24_576  # as fast for this as the usual cache, and a third of its memory


def add_all(transaction: Connection, set_seq: int, entries: Iterable[Entry], on_slice: Callable[[int], None]) -> int:
    """Write the entries in their order and return their number; ``on_slice`` hears the count and may raise to stop."""
    done = 0
    with _smaller_cache(transaction):
        for chunk in _chunks(entries):
            # Only the order within a kind matters, and long runs of one kind are fast.
            for kind, run in groupby(sorted(chunk, key=kind_of), key=kind_of):
                _add_run(transaction, set_seq, kind, [to_values(entry) for entry in run])
            done += len(chunk)
            on_slice(done)
    return done


@contextmanager
def _smaller_cache(transaction: Connection) -> Iterator[None]:
    connection = sql_connection_of(transaction)
    before = int(value(connection, "PRAGMA cache_size"))
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {before}")


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    for entry in entries:
        chunk.append(entry)
        if len(chunk) == SLICE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _add_run(transaction: Connection, set_seq: int, kind: str, rows: list[list[Plain]]) -> None:
    """A run of one kind: new ones in one statement, a run with a known or repeated id one by one."""
    ids = [str(row[0]) for row in rows]
    connection, any_known = sql_connection_of(transaction), _any_known(transaction, kind, ids)
    known = existing_records(connection, "id", ids, (kind,), undone=True) if any_known else {}
    if known or len(set(ids)) < len(ids):
        _change_run(transaction, set_seq, kind, [_record(kind, row) for row in rows], known)
        return
    first = insert_rows(connection, kind, rows)
    insert_rows(connection, "change", [(set_seq, kind, entry_id, None) for entry_id in ids])
    _log_trashed(transaction, set_seq, kind, rows)
    if kind in TEXT_COLUMNS:
        places = [columns_of(kind).index(column) for column in TEXT_COLUMNS[kind]]
        words = ((first + n, words_in(row[place] for place in places)) for n, row in enumerate(rows))
        write_many_words(transaction, kind, [(seq, text) for seq, text in words if text])


def _log_trashed(transaction: Connection, set_seq: int, kind: str, rows: list[list[Plain]]) -> None:
    """What comes as trash is an addition and then a deletion, so that undo and redo leave it in the trash."""
    place = columns_of(kind).index("deleted_ms")
    trashed = [_record(kind, row) for row in rows if row[place] is not None]
    log_changes(
        transaction, set_seq, (Change(kind, str(record["id"]), {**record, "deleted_ms": None}) for record in trashed)
    )


def _any_known(transaction: Connection, kind: str, ids: list[str]) -> bool:
    sql = f"SELECT EXISTS (SELECT 1 FROM {kind} WHERE id IN (SELECT value FROM json_each(?)))"
    return bool(value(sql_connection_of(transaction), sql, (json.dumps(ids),)))


def _record(kind: str, row: list[Plain]) -> Record:
    return dict(zip(columns_of(kind), row, strict=True))


def _change_run(
    transaction: Connection, set_seq: int, kind: str, records: list[Record], known: Mapping[str, tuple[str, Record]]
) -> None:
    # An id that comes twice in one run is an addition and then a change of it, so each is written before the next.
    before = {entry_id: record for entry_id, (_, record) in known.items()}
    for record in records:
        apply_changes(transaction, set_seq, [(kind, record, before.get(str(record["id"])))])
        before[str(record["id"])] = record
