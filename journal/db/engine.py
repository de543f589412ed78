"""SQLAlchemy on the journal's connections, for everything that writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from journal.db.connection import SqlConnection

Transaction = Connection  # one that writes


def make_engine(connect: Callable[[], SqlConnection]) -> Engine:
    """An engine on the connections that ``connect`` makes; none is made yet.

    One pooled connection and two more at need: with a passphrase each costs a key derivation.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=2,
        # A refused COMMIT (foreign keys, a failing disk) leaves its transaction open: the pool's rollback ends it.
        pool_reset_on_return="rollback",
        hide_parameters=True,
        connect_args={},
    )
    event.listen(engine, "begin", _begin)
    return engine


def sql_connection_of(engine_connection: Connection) -> SqlConnection:
    """The connection of sqlcipher3 below one of SQLAlchemy: for SQL by hand in the same transaction."""
    return cast(SqlConnection, engine_connection.connection.driver_connection)


def _begin(engine_connection: Connection) -> None:
    # At once, so that a second writer waits here and not halfway through.
    sql_connection_of(engine_connection).execute("BEGIN IMMEDIATE")
