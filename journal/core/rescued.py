"""What a rescue brought back of a damaged journal, and what it could not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journal.core.kinds import KINDS
from journal.core.records import Plain

ALL_PARTS = 1000  # of which whoever waits for a rescue hears how many are done


@dataclass(frozen=True, slots=True)
class Readable:
    """How many ``entries`` can be read as they were saved, of ``all_there`` that there should be."""

    entries: int
    all_there: int


@dataclass(frozen=True, slots=True)
class Brought:
    """Of one table: rows that are as they were saved, rows that are not and were left out, and rows not found.

    ``at_most``: what was lost is the width of what could not be read, as the numbers that were saved with the days
    could not be read either; some of it may never have been there. ``unknown``: nothing that can be read tells how
    many rows there were, so ``lost`` says nothing.
    """

    table: str
    read: int
    doubtful: int
    lost: int
    at_most: bool
    unknown: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing is missing, and that is known."""
        return not self.doubtful and not self.lost and not self.unknown


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row whose check is wrong: shown to whoever asks for it, never put into a journal."""

    table: str
    values: Sequence[Plain]


@dataclass(frozen=True, slots=True)
class Rescued:
    """``unchecked``: the journal's format does not tell of a row whether it is as it was saved.

    ``tables``: those of entries and of the history, each of them. ``days``: on which something is known to be missing.
    ``pages``: how many the file says it has; of these ``pages_missing`` are not there.

    ``renamed``: products, symptoms and the like that were lost and are now named by the rescue, as others need them.
    ``unlinked``: entries that no longer name another one, which was lost. ``beginning_mended``: the file's first bytes
    were destroyed and put together again. ``named``: by the ids that doubtful rows hold, the name of what they refer
    to and, of a symptom that came with the program, its code.
    """

    tables: tuple[Brought, ...]
    days: tuple[dt.date, ...]
    renamed: int
    unlinked: int
    beginning_mended: bool
    doubtful: tuple[Doubtful, ...]
    unchecked: bool = False
    pages: int = 0
    pages_missing: int = 0
    named: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def unknown(self) -> bool:
        """Whether there is a table of which nothing tells how much is missing."""
        return any(brought.unknown for brought in self.tables)

    def of(self, table: str) -> Brought:
        """What became of a table; nothing where it held nothing."""
        return next(
            (brought for brought in self.tables if brought.table == table), Brought(table, 0, 0, 0, at_most=False)
        )


def not_brought_back(tables: Iterable[Brought]) -> dict[str, int | None]:
    """Of the kinds that a person writes down, how many entries are missing after a rescue; None: not known."""
    return {
        brought.table: None if brought.unknown or brought.at_most else brought.lost + brought.doubtful
        for brought in tables
        if brought.table in KINDS and KINDS[brought.table].deletable and not brought.whole
    }


def missing_written(missing: Mapping[str, int | None]) -> str:
    """As the journal keeps it: "dose=162 note=?"."""
    return " ".join(f"{kind}={'?' if count is None else count}" for kind, count in missing.items())


def missing_read(written: str) -> dict[str, int | None]:
    """What was kept; what is not written so, or of a kind that is not known here, is left out."""
    parts = (part.partition("=") for part in written.split())
    return {
        kind: int(count) if count.isascii() and count.isdigit() else None
        for kind, _, count in parts
        if kind in KINDS and len(count) < 9
    }


def added_up(before: Mapping[str, int | None], now: Mapping[str, int | None]) -> dict[str, int | None]:
    """What is missing after a journal was rescued once more."""
    sums: dict[str, int | None] = dict(before)
    for kind, count in now.items():
        known = sums.get(kind, 0)
        sums[kind] = None if known is None or count is None else known + count
    return sums
