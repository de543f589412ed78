"""Bringing a file to today's schema: a copy first, then Alembic in one transaction, checked for what it must keep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, UpdateStep, Watched
from journal.db.backup import back_up
from journal.db.connection import SqlConnection
from journal.db.engine import sql_connection_of
from journal.db.failures import told_plainly, user_error
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
from journal.db.select import row_counts
from journal.db.stopping import stoppable
from journal.errors import UserError

if TYPE_CHECKING:
    from journal.db.journal_file import JournalFile

_SCRIPTS = Path(__file__).with_name("migrations")


def bring_up_to_date(file: JournalFile, passphrase: str | None, watched: Watched) -> None:
    """Copy the file beside its backups, verify the copy, then run every missing migration.

    Refused("update-cancelled") where whoever waits has had enough.
    """
    copy = None
    try:
        copy = back_up(file, file.path.parent / "backups", "before-update", passphrase, watched)
        watched.report(UpdateStep.CHANGING)
        upgrade(file, watched=watched)
    except Refused as refused:
        if refused.code != "cancelled":
            raise
        if copy is not None:
            copy.unlink()  # of a journal that is as it was, and one more with every try
        raise Refused("update-cancelled") from refused


def upgrade(file: JournalFile, revision: str = "head", watched: Watched = NOBODY) -> None:
    """Run every missing migration, or none of them; none if whoever waits has had enough.

    Foreign keys are off meanwhile: with them on, rebuilding a parent table deletes every child row, and the PRAGMA is
    ignored inside a transaction.
    """
    with told_plainly(file.path), file.engine.connect() as engine_connection:
        connection = sql_connection_of(engine_connection)
        _check_foreign_keys(connection, False)
        try:
            with engine_connection.begin(), stoppable(connection, watched):
                _migrate(engine_connection, connection, file.path, revision)
        finally:
            _check_foreign_keys(connection, True)


def _check_foreign_keys(connection: SqlConnection, check: bool) -> None:
    connection.execute(f"PRAGMA foreign_keys={'ON' if check else 'OFF'}")


def _migrate(engine_connection: Connection, connection: SqlConnection, path: Path, revision: str) -> None:
    before = row_counts(connection)
    if before:
        _refuse_damaged(connection, path)
    _run(engine_connection, revision)
    after = row_counts(connection)
    lost = [table for table, n in before.items() if after.get(table) != n and not table.startswith("alembic")]
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if lost or orphans:
        raise UserError("update-failed", path=path, reason=", ".join(lost) or "foreign keys")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    if revision == "head":
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _refuse_damaged(connection: SqlConnection, path: Path) -> None:
    """What is read now is taken for what was saved: so the file has to be sound, as far as that can be known."""
    if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
        raise user_error("journal-damaged", path)


def _run(engine_connection: Connection, revision: str) -> None:
    # Alembic costs a quarter of a second to import and is needed only for a new or an older file.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = engine_connection
    command.upgrade(config, revision)
