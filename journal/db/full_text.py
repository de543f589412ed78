"""Full text: written beside the row in code, so that no trigger can be lost or planted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, text

from journal.core.plaintext import folded
from journal.core.records import Plain
from journal.db.prepared import Prepared
from journal.db.schema import TEXT_COLUMNS


def made_as(kind: str) -> str:
    """The statement that makes the search index of a kind."""
    return f"CREATE VIRTUAL TABLE {kind}_text USING fts5(words, tokenize='unicode61')"


def made_by(kind: str) -> tuple[str, str]:
    """The statements that make it, for words that are wiped when they are forgotten."""
    return made_as(kind), f"INSERT INTO {kind}_text({kind}_text, rank) VALUES ('secure-delete', 1)"


def words_of(kind: str, record: Mapping[str, Plain]) -> str:
    """What of a record can be found by its words, folded like typed terms; empty when there is nothing."""
    return words_in(record[column] for column in TEXT_COLUMNS.get(kind, ()))


def words_in(texts: Iterable[Plain]) -> str:
    """The same of bare values."""
    return folded("\n".join(str(text) for text in texts if text))


def write_words(transaction: Connection, kind: str, seq: int, words: str, existed: bool) -> None:
    """Put the words of the row ``seq`` in place of the old ones."""
    if existed:
        remove_words(transaction, kind, [seq])
    if words:
        _INSERT[kind].write(transaction, {"seq": seq, "words": words})


def write_many_words(transaction: Connection, kind: str, rows: list[tuple[int, str]]) -> None:
    """The words of many new rows, each with its seq."""
    if rows:
        transaction.exec_driver_sql(f"INSERT INTO {kind}_text(rowid, words) VALUES (?, ?)", rows)


def remove_words(transaction: Connection, kind: str, seqs: Iterable[int]) -> None:
    """Forget the words of these rows; FTS5's secure-delete wipes the tokens too."""
    rows = [{"seq": seq} for seq in seqs]
    if kind in _DELETE and rows:
        transaction.execute(_DELETE[kind], rows)


_INSERT = {
    kind: Prepared(text(f"INSERT INTO {kind}_text(rowid, words) VALUES (:seq, :words)")) for kind in TEXT_COLUMNS
}
_DELETE = {kind: text(f"DELETE FROM {kind}_text WHERE rowid = :seq") for kind in TEXT_COLUMNS}
