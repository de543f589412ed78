"""Statements that SQLAlchemy writes once and the driver runs: for the few that every save and every day needs.

Finding and wrapping a statement costs SQLAlchemy about 50 µs each time; a save has nine, and a bare commit takes
little longer than all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement

_DIALECT = dialect()


class Prepared:
    """A statement with named parameters; compiled when it is first run.

    ``columns`` names what an INSERT or UPDATE sets. Values reach the driver as they are, so only plain columns (numbers
    and text) may be used. Failures are the driver's own; ``failures.told_plainly`` knows them.
    """

    def __init__(self, statement: Executable, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._sql = ""
        self._order: tuple[str, ...] = ()
        self._constants: dict[str, Any] = {}

    def rows(self, transaction: Connection, **parameters: object) -> list[tuple[Any, ...]]:
        """All rows of a SELECT."""
        return self._run(transaction, parameters).fetchall()  # type: ignore[no-any-return]

    def row(self, transaction: Connection, **parameters: object) -> tuple[Any, ...] | None:
        """The first row of a SELECT, or None."""
        return self._run(transaction, parameters).fetchone()  # type: ignore[no-any-return]

    def write(self, transaction: Connection, parameters: Mapping[str, object]) -> int:
        """Run an INSERT, UPDATE or DELETE; the new row's number after an INSERT."""
        return int(self._run(transaction, parameters).lastrowid or 0)

    def _run(self, transaction: Connection, parameters: Mapping[str, object]) -> Any:
        if not self._sql:
            self._compile()
        known = {**self._constants, **parameters} if self._constants else parameters
        driver: Any = transaction.connection.driver_connection
        return driver.execute(self._sql, [known[name] for name in self._order])

    def _compile(self) -> None:
        assert isinstance(self._statement, ClauseElement)
        compiled = self._statement.compile(dialect=_DIALECT, column_keys=self._columns)
        assert isinstance(compiled, SQLCompiler)
        assert not compiled.post_compile_params, "a statement whose text depends on its values cannot be prepared"
        self._order = tuple(compiled.positiontup or ())
        self._constants = {name: value for name, value in compiled.params.items() if value is not None}
        self._sql = str(compiled)
