"""The search index, the words of entries kept beside them: whether it says what the entries say.

FTS5's own check compares words without case and signs, finds nothing where an entry and its words are both missing, and
does not look at its settings: with one of them gone, what is deleted for good could still be read in the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import zip_longest

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.plaintext import folded
from journal.core.problems import SearchProblem, only_in_search
from journal.db.connection import SqlConnection, value
from journal.db.damaged_rows import DamagedFile
from journal.db.full_text import made_as, words_in
from journal.db.schema import TEXT_COLUMNS
from journal.db.seals import seal_problems
from journal.db.select import row_counts

# Those of FTS5 itself; the second format is written from the first word on that is wiped.
_FORMATS = (4, 5)
PARTS = ("_data", "_idx", "_content", "_docsize", "_config")  # where FTS5 keeps it
_LOOKED_AT = 50  # of the newest rows, for one that has words
_UNREADABLE = (sqlcipher.Error, UnicodeDecodeError)


def search_problems(connection: SqlConnection) -> list[SearchProblem]:
    """Each index that is not as it was made, or whose words are not those of the entries; these must be sound."""
    return [SearchProblem(f"{kind}_text: {wrong}") for kind in TEXT_COLUMNS if (wrong := _wrong(connection, kind))]


def _wrong(connection: SqlConnection, kind: str) -> str:
    made = value(connection, "SELECT sql FROM sqlite_master WHERE name = ?", (f"{kind}_text",))
    if made is None:
        return "missing"
    if made != made_as(kind):
        return "not as it was made"
    settings: dict[str, int] = dict(connection.execute(f"SELECT k, v FROM {kind}_text_config").fetchall())
    if settings.pop("version", None) not in _FORMATS or settings != {"secure-delete": 1}:
        return "not set as it was made"
    kept = connection.execute(f"SELECT id, c0 FROM {kind}_text_content ORDER BY id")
    if any(not _same(kept_row, wanted) for kept_row, wanted in zip_longest(kept, words_wanted(connection, kind))):
        return "not the words of the entries"
    return ""


def unanswered(connect: Callable[[], SqlConnection]) -> list[SearchProblem]:
    """Each index that does not find the newest entry with words by one of them: a look that takes no time.

    On a connection of its own, which a damaged page ends.
    """
    file = DamagedFile(connect)
    try:
        silent = [kind for kind in TEXT_COLUMNS if not _answers(file, kind)]
    finally:
        file.close()
    return [SearchProblem(f"{kind}_text: does not find what is there") for kind in silent]


def _answers(file: DamagedFile, kind: str) -> bool:
    for seq, words in _newest_words(file, kind):
        # What else stands in a note is divided into words by FTS5's own rules.
        plain = next((word for word in words.split() if word.isascii() and word.isalnum()), "")
        if plain:
            asked = f"SELECT 1 FROM {kind}_text WHERE {kind}_text MATCH ? AND rowid = ?"
            return bool(list(file.rows(asked, (f'"{plain}"', seq))))
    return True


def _newest_words(file: DamagedFile, kind: str) -> list[tuple[int, str]]:
    columns = ", ".join(f'"{column}"' for column in TEXT_COLUMNS[kind])
    rows = list(file.rows(f"SELECT seq, {columns} FROM {kind} ORDER BY seq DESC LIMIT {_LOOKED_AT}"))
    return [(seq, words) for seq, *texts in rows if (words := words_in(texts))]


def words_wanted(connection: SqlConnection, kind: str) -> Iterator[tuple[int, str]]:
    """The words of each entry that has any, with the number of its row, in their order."""
    columns = ", ".join(f'"{column}"' for column in TEXT_COLUMNS[kind])
    for seq, *texts in connection.execute(f"SELECT seq, {columns} FROM {kind} ORDER BY seq"):
        if words := words_in(texts):
            yield seq, words


def _same(kept: tuple[int, str] | None, wanted: tuple[int, str] | None) -> bool:
    if kept == wanted:
        return True
    if kept is None or wanted is None or kept[0] != wanted[0]:
        return False
    # Another version of Python may know more letters; what it makes of the stored words is what it makes of the entry.
    return isinstance(kept[1], str) and not kept[1].isascii() and folded(kept[1]) == wanted[1]


def told_apart(problems: list[str], connect: Callable[[], SqlConnection]) -> list[str]:
    """The problems of a file, known as the search index's where everything else in it is sound.

    ``connect``: a page that cannot be read ends a connection to an encrypted file.
    """
    if not problems or only_in_search(problems) or not is_search_alone(connect):
        return problems
    return [SearchProblem(problem) for problem in problems]


def is_search_alone(connect: Callable[[], SqlConnection]) -> bool:
    """Whether the search index is damaged, and nothing else in the file is."""
    return all_else_is_sound(connect) and any(_is_damaged(connect, kind) for kind in TEXT_COLUMNS)


def all_else_is_sound(connect: Callable[[], SqlConnection]) -> bool:
    """Whether everything but the search index is as it was saved and made."""
    from journal.db.foreign_schema import schema_problems

    try:
        with closing(connect()) as connection:
            tables_sound = all(_is_intact(connection, table) for table in row_counts(connection))
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            return tables_sound and not (orphans or seal_problems(connection) or schema_problems(connection))
    except _UNREADABLE:
        return False


def _is_intact(connection: SqlConnection, table: str) -> bool:
    """By SQLite's own check of a table and its indexes."""
    return connection.execute(f'PRAGMA integrity_check("{table}")').fetchall() == [("ok",)]


def _is_damaged(connect: Callable[[], SqlConnection], kind: str) -> bool:
    parts = [f"{kind}_text{part}" for part in ("", *PARTS)]
    try:
        with closing(connect()) as connection:
            return not all(_is_intact(connection, part) for part in parts) or bool(_wrong(connection, kind))
    except _UNREADABLE:
        return True
