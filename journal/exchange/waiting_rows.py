"""New rows that may be an entry of ours with another value, time or product: they wait until every row was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journal.core.entries import Entry, Timed
from journal.exchange.changed_rows import CorrectedRows
from journal.exchange.copied_imports import CopiedImports
from journal.exchange.file_rows import FoundRow
from journal.exchange.moved_rows import MovedRows
from journal.exchange.recognised_rows import RecognisedRows


class WaitingRows:
    """Another value of the same time and thing first, then another time or another thing."""

    def __init__(self, recognised: RecognisedRows, copied: CopiedImports) -> None:
        self._recognised = recognised
        self._corrected, self._moved = CorrectedRows(recognised), MovedRows(recognised, copied)

    @property
    def vanished(self) -> tuple[list[Timed], int]:
        """Ours that this file had once and has no longer, the first and how many; once the new rows are settled."""
        return self._moved.vanished, self._moved.vanished_count

    @property
    def near(self) -> Mapping[str, Entry]:
        """Of new rows, by their ids, ours of that day that the file has no longer."""
        return self._moved.near

    def pass_known(self, row: FoundRow, ours: Entry) -> None:
        """A row of the file is this entry; one with an id may be of any part of a journal, and nothing is missing."""
        if row.without_id:
            self._moved.pass_known(row, ours)

    def waits(self, row: FoundRow, entry: Entry) -> bool:
        """Whether it must."""
        return row.without_id and (self._corrected.waits(row, entry) or self._moved.waits(row, entry))

    def settled(self) -> Iterator[tuple[FoundRow, Entry, Entry | None]]:
        """Each with the entry of ours that it is; None if it is another one."""
        for row, entry, meant, ours in self._corrected.settled():
            if ours is not None or not self._moved.waits(row, meant):
                yield self._claimed(row, entry, ours)
        for row, entry, ours in self._moved.settled():
            yield self._claimed(row, entry, ours)

    def _claimed(self, row: FoundRow, entry: Entry, ours: Entry | None) -> tuple[FoundRow, Entry, Entry | None]:
        if ours is not None:
            self._recognised.claim(ours)
        return row, entry, ours
