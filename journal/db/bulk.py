"""Writing very many new entries as one change set, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from sqlalchemy import Connection, func, insert, select

from journal.core.entries import Entry, kind_of
from journal.core.records import Record, to_record
from journal.db.change_log import Change, apply_changes, log_changes
from journal.db.full_text import words_of, write_many_words
from journal.db.store import existing_records
from journal.db.tables import ENTRY_TABLES, TEXT_COLUMNS

SLICE = 5000


def add_all(transaction: Connection, set_seq: int, entries: Iterable[Entry], on_slice: Callable[[int], None]) -> int:
    """Write the entries in their order and return their number; ``on_slice`` hears the count and may raise to stop."""
    done = 0
    for chunk in _chunks(entries):
        # Only the order within a kind means something, and long runs are what makes this fast.
        for kind, run in groupby(sorted(chunk, key=kind_of), key=kind_of):
            _add_run(transaction, set_seq, kind, [to_record(entry) for entry in run])
        done += len(chunk)
        on_slice(done)
    return done


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    for entry in entries:
        chunk.append(entry)
        if len(chunk) == SLICE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _add_run(transaction: Connection, set_seq: int, kind: str, records: list[Record]) -> None:
    """A run of one kind: new ones in one statement, a run with a known or repeated id one by one."""
    ids = [str(record["id"]) for record in records]
    known = existing_records(transaction, "id", ids, (kind,))
    if known or len(set(ids)) < len(ids):
        _change_run(transaction, set_seq, kind, records, known)
        return
    first = _next_seq(transaction, kind)
    transaction.execute(insert(ENTRY_TABLES[kind]), [{**record, "seq": first + n} for n, record in enumerate(records)])
    if kind in TEXT_COLUMNS:
        _write_words(transaction, kind, first, records)
    log_changes(transaction, set_seq, (Change(kind, str(record["id"]), None) for record in records))


def _change_run(
    transaction: Connection, set_seq: int, kind: str, records: list[Record], known: Mapping[str, tuple[str, Record]]
) -> None:
    # An id that comes twice in one run is an addition and then a change of it, so each is written before the next.
    before = {entry_id: record for entry_id, (_, record) in known.items()}
    for record in records:
        apply_changes(transaction, set_seq, [(kind, record, before.get(str(record["id"])))])
        before[str(record["id"])] = record


def _next_seq(transaction: Connection, kind: str) -> int:
    table = ENTRY_TABLES[kind]
    return int(transaction.execute(select(func.coalesce(func.max(table.c.seq), 0))).scalar_one()) + 1


def _write_words(transaction: Connection, kind: str, first: int, records: list[Record]) -> None:
    found = ((first + n, words_of(kind, record)) for n, record in enumerate(records))
    write_many_words(transaction, kind, [{"seq": seq, "words": words} for seq, words in found if words])
