"""Bringing a file to today's schema: Alembic, one transaction, children and counts checked before it counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from journal.db.driver import Driver
from journal.db.engine import driver_of
from journal.db.failures import told_plainly
from journal.db.rows import row_counts
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
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
        driver = driver_of(connection)
        _heed_foreign_keys(driver, False)
        try:
            with connection.begin():
                _migrate(connection, driver, file.path, revision)
        finally:
            _heed_foreign_keys(driver, True)


def _heed_foreign_keys(driver: Driver, heed: bool) -> None:
    driver.execute(f"PRAGMA foreign_keys={'ON' if heed else 'OFF'}")


def _migrate(connection: Connection, driver: Driver, path: Path, revision: str) -> None:
    before = row_counts(driver)
    _run(connection, revision)
    after = row_counts(driver)
    lost = [table for table, n in before.items() if after.get(table) != n and not table.startswith("alembic")]
    orphans = driver.execute("PRAGMA foreign_key_check").fetchall()
    if lost or orphans:
        raise UserError("update-failed", path=path, reason=", ".join(lost) or "foreign keys")
    driver.execute(f"PRAGMA application_id={APPLICATION_ID}")
    if revision == "head":
        driver.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _run(connection: Connection, revision: str) -> None:
    # Alembic costs a quarter of a second to import and is needed only for a new or an older file.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
