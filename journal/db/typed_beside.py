"""The different words that stand in columns which no full text holds, such as the places of pain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from journal.core.kinds import KINDS
from journal.core.plaintext import begins_word, unaccented
from journal.core.records import LINES_APART
from journal.db.connection import SqlConnection
from journal.db.last_write import LastWrite, last_write


class Typed(NamedTuple):
    """The different texts of one column, as stored and as compared; ``joined``: all, for a look if any is meant."""

    column: str
    texts: tuple[tuple[str, str], ...]
    joined: str

    def beginning(self, term: str) -> list[str]:
        """Those of which a word begins so; ``term`` is without accents."""
        if term not in self.joined:
            return []
        return [stored for stored, read in self.texts if term in read and begins_word(term, read)]


class TypedBeside:
    """What stands in the file, by kind: people type the same few places and units thousands of times.

    Reading them means looking at every row of a kind, so they are kept until anything is written.
    """

    def __init__(self) -> None:
        # One value, as several threads search: each fills the one that belongs to its own snapshot.
        self._known: _Known = (None, {}, {})

    def of(
        self, connection: SqlConnection, kinds: tuple[str, ...], names: Mapping[str, str]
    ) -> Mapping[str, tuple[Typed, ...]]:
        """The texts of each of these kinds as the connection's snapshot has them.

        ``names``: what codes among them are called, by "dose.reasons.pain" and so on.
        """
        written = last_write(connection)
        as_of, called, of_kind = self._known
        if written is None or written != as_of or called is not names:
            of_kind = {}
            self._known = (written, names, of_kind)
        for kind in kinds:
            if kind not in of_kind:
                typed = (_typed(connection, kind, column, names) for column in KINDS[kind].words_beside)
                of_kind[kind] = tuple(column for column in typed if column.texts)
        return of_kind


_Known = tuple[LastWrite | None, Mapping[str, str], dict[str, tuple[Typed, ...]]]


def _typed(connection: SqlConnection, kind: str, column: str, names: Mapping[str, str]) -> Typed:
    rows = connection.execute(f"SELECT DISTINCT {column} FROM {kind} WHERE {column} <> ''")
    read = {
        str(stored): "\n".join(names.get(f"{kind}.{column}.{line}", line) for line in str(stored).split(LINES_APART))
        for (stored,) in rows
    }
    compared = {stored: unaccented(text) for stored, text in read.items()}
    return Typed(column, tuple(compared.items()), "\n".join(compared.values()))


def in_list(texts: list[str]) -> str:
    """The texts as one value for ``json_each``: however many, a statement has one question mark for them."""
    return json.dumps(texts, ensure_ascii=False)
