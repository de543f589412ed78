"""Statements that SQLAlchemy writes once and sqlcipher3 runs: for the few that every save needs.

Finding and wrapping a statement costs SQLAlchemy about 50 µs each time; a save has nine, and a bare commit takes
little longer than all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable

# The package, never a module of it: another thread that imports the package waits for that module, and this one would
# wait for the package. Python ends such a wait with an error in either of them.
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement

from journal.db.engine import sql_connection_of

_DIALECT = sqlite.pysqlite.dialect()


class Prepared:
    """A statement with named parameters; compiled when it is first run.

    ``columns`` names what an INSERT or UPDATE sets. Values reach sqlcipher3 as they are, so only plain columns (numbers
    and text) may be used. Failures are those of sqlcipher3; ``failures.told_plainly`` knows them.
    """

    def __init__(self, statement: Executable, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._sql = ""
        self._order: tuple[str, ...] = ()
        self._constants: dict[str, Any] = {}

    def write(self, transaction: Connection, parameters: Mapping[str, object]) -> int:
        """Run an INSERT, UPDATE or DELETE; the new row's number after an INSERT."""
        if not self._sql:
            self._compile()
        known = {**self._constants, **parameters} if self._constants else parameters
        done = sql_connection_of(transaction).execute(self._sql, [known[name] for name in self._order])
        return int(done.lastrowid or 0)

    def _compile(self) -> None:
        assert isinstance(self._statement, ClauseElement)
        compiled = self._statement.compile(dialect=_DIALECT, column_keys=self._columns)
        assert isinstance(compiled, SQLCompiler)
        assert not compiled.post_compile_params, "a statement whose text depends on its values cannot be prepared"
        self._order = tuple(compiled.positiontup or ())
        self._constants = {name: value for name, value in compiled.params.items() if value is not None}
        self._sql = str(compiled)
