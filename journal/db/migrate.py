"""Bringing a file to today's schema: Alembic, one transaction, children and counts checked before it counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from journal.db.failures import told_plainly
from journal.db.tables import APPLICATION_ID, SCHEMA_VERSION
from journal.errors import UserError

if TYPE_CHECKING:
    from journal.db.journal_file import JournalFile

_SCRIPTS = Path(__file__).with_name("migrations")


def upgrade(file: JournalFile, revision: str = "head") -> None:
    """Run every missing migration, or none of them.

    Foreign keys are off meanwhile: with them on, rebuilding a parent table deletes every child row, and the PRAGMA is
    ignored inside a transaction.
    """
    with told_plainly(file.path), file.engine.connect() as connection:
        _outside_transaction(connection, "PRAGMA foreign_keys=OFF")
        try:
            with connection.execution_options(writing=True).begin():
                _migrate(connection, file.path, revision)
        finally:
            _outside_transaction(connection, "PRAGMA foreign_keys=ON")


def _outside_transaction(connection: Connection, statement: str) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute(statement)


def _migrate(connection: Connection, path: Path, revision: str) -> None:
    before = row_counts(connection)
    _run(connection, revision)
    after = row_counts(connection)
    lost = [table for table, n in before.items() if after.get(table) != n and not table.startswith("alembic")]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or orphans:
        raise UserError("update-failed", path=path, reason=", ".join(lost) or "foreign keys")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    if revision == "head":
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def _run(connection: Connection, revision: str) -> None:
    # Alembic costs a quarter of a second to import and is needed only for a new or an older file.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each ordinary table has; full-text shadows and SQLite's own tables are left out."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_text%' ESCAPE '\\' ORDER BY name"
    ).scalars()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in list(names)}
