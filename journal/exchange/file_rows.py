"""What a file gives, row by row: an entry with its place in the file, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from journal.core.entries import Entry, Tombstone
from journal.core.kinds import KINDS
from journal.core.plausible import Doubt
from journal.core.refusal import Refused

# The names of the lists in a file and their order: what others refer to comes first.
PLURALS = {kind.code: kind.plural for kind in KINDS.values()}
TOMBSTONES = "tombstones"
LISTS: dict[str, str | None] = {**{plural: kind for kind, plural in PLURALS.items()}, TOMBSTONES: None}


@dataclass(frozen=True, slots=True)
class Where:
    """A row's place: its list (empty in a CSV), its number there from 1, and its line in the file from 1."""

    list: str
    number: int
    line: int

    @property
    def row(self) -> tuple[str, int]:
        """Which row it is: of a table several columns have one line, in a JSON several entries may stand in one."""
        return (self.list, self.number) if self.number else ("", self.line)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row that holds a valid entry. ``kindless``: a product whose kind the file does not say.

    ``without_id``: the file gives the entry no identity of this program, so it is the same as one that means the same.
    ``known_as``: identities under which it may be in the journal, too. ``foreign_id``: the first of them is the other
    program's own, under which the entry may have been corrected.
    """

    where: Where
    entry: Entry | Tombstone
    kindless: bool = False
    without_id: bool = False
    known_as: tuple[str, ...] = ()
    foreign_id: bool = False


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken, and why; ``written``: what it says of symptoms and blood pressure.

    ``partly``: the rest of the row is taken. ``said``: its day, product and amount as they are written, to find it by.
    """

    where: Where
    reason: Refused
    written: tuple[tuple[str, str], ...] = ()
    partly: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A row whose value is more often a slip than true, as a form would ask about it; ``kind`` is its entry's."""

    where: Where
    kind: str
    doubt: Doubt


Row = FoundRow | RefusedRow


class Watch(Protocol):
    """Who looks at what a file says while it is read, whatever becomes of it."""

    def see(self, entry: Entry) -> None:
        """An entry that the journal does not have so."""

    def see_written(self, written: Iterable[tuple[str, str]]) -> None:
        """What a row says that could not be read as an entry."""


class Source(Protocol):
    """A file that can be read more than once, a bounded piece at a time.

    ``keeps_trash``: whether deleted entries are in it. If not, a rating may name a dose that is not; it comes without.
    """

    keeps_trash: bool
    path: Path

    def rows(self) -> Iterator[Row]:
        """Every row; an entry that another one refers to comes before it. Refused if the file as a whole is none."""
