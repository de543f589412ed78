"""The rows of a damaged file: along the tree of their table, and page by page where the tree or the schema is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from journal.db.connection import Row, SqlConnection
from journal.db.damaged_rows import LAST, DamagedFile, DamagedTable
from journal.db.damaged_source import Source
from journal.db.loose_pages import LoosePages
from journal.db.lost_schema import EmptySchema, tables_in
from journal.db.row_owner import RowOwner

_ANYWHERE = [(0, LAST)]  # each page may be the table's


class FoundRows:
    """``sound`` is a journal that says how tables are made; ``looked`` is called now and then, and may stop it all."""

    def __init__(self, source: Source, file: DamagedFile, sound: SqlConnection, looked: Callable[[], object]) -> None:
        self._source, self._file, self._looked = source, file, looked
        self._empty = EmptySchema(sound, source.scratch, source.encrypted)
        self._known = tables_in(file)
        self._loose = self._pages(RowOwner(self._logged), ".pages")

    def knows(self, table: str) -> bool:
        """Whether the schema still says where the table begins, and what its columns are."""
        return table in self._known

    def rows(self, name: str, table: DamagedTable) -> Iterator[Row]:
        """Each row once, the ones that cannot be trusted too; ``table`` follows the tree."""
        if not self.knows(name):
            return self._loose.rows(name, _ANYWHERE)
        return chain(table.rows(), self._beside_tree(name, table))

    def _beside_tree(self, name: str, table: DamagedTable) -> Iterator[Row]:
        """What the tree does not lead to: behind what cannot be read, or passed over without a word."""
        if table.passed_over:
            yield from (row for row in self._loose.rows(name, _ANYWHERE) if int(row[-2]) not in table.seen)
        else:
            yield from self._loose.rows(name, table.gaps)

    def _pages(self, owner: RowOwner, name: str) -> LoosePages:
        source = self._source
        scratch = source.copy.with_name(source.copy.name + name)
        return LoosePages(source.copy, scratch, source.scratch, self._looked, owner.owns, self._empty.put_into)

    def _logged(self) -> Iterator[Row]:
        """The id and kind of each entry in the change log; no other table has as many columns."""
        if self.knows("change"):
            yield from self._file.rows("SELECT entry, kind FROM change NOT INDEXED")
        else:
            rows = self._pages(RowOwner(list), ".log").rows("change", [(0, LAST)])
            yield from ((row[2], row[1]) for row in rows)
