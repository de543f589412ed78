"""What a file says of itself, compared with what the program made: a planted trigger would change entries unseen."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.problems import PlantedProblem
from journal.db.connection import SqlConnection, value

# These run statements of their own; the program makes neither. Indexes and statistics of others do no harm.
_PLANTED = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"


def has_foreign_parts(connection: SqlConnection) -> bool:
    """Whether there is anything that could change or replace what is written or read."""
    return bool(value(connection, _PLANTED))


def schema_problems(connection: SqlConnection) -> list[str]:
    """What of the tables and indexes is missing or not as the program makes it, and what was planted."""
    planted = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name")
    problems = [PlantedProblem(f"{name}: planted") for (name,) in planted]
    return [*problems, *_differing(connection)]


def _differing(connection: SqlConnection) -> Iterator[str]:
    import sqlcipher3.dbapi2 as sqlcipher
    from sqlalchemy import create_engine

    from journal.db.engine import sql_connection_of
    from journal.db.tables import METADATA

    engine = create_engine("sqlite+pysqlite://", module=sqlcipher, creator=lambda: sqlcipher.connect(":memory:"))
    try:
        with engine.connect() as made:
            METADATA.create_all(made)
            ours = sql_connection_of(made)
            for name in sorted(METADATA.tables):
                if _described(connection, name) != _described(ours, name):
                    yield f"{name}: not as it was made"
    finally:
        engine.dispose()


def _described(connection: SqlConnection, table: str) -> tuple[object, ...]:
    """Columns, references and indexes, as SQLite understood them; words and their order in a statement may differ."""
    indexes = {name for (name,) in connection.execute(_INDEXES, (table,))}
    return (
        [*connection.execute(f'PRAGMA table_xinfo("{table}")')],
        sorted(row[2:] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')),
        [connection.execute(f'PRAGMA index_xinfo("{name}")').fetchall() for name in sorted(indexes & _of_ours(table))],
        [(name,) for name in sorted(_of_ours(table) - indexes)],
    )


_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"


def _of_ours(table: str) -> set[str]:
    from journal.db.tables import METADATA

    return {str(index.name) for index in METADATA.tables[table].indexes}
