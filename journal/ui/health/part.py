"""What a card of Health is: its words, the kind it lists, and how its rows read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from journal.core.entries import Condition, Entry, Substance
from journal.core.kinds import KINDS
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.entries.declared import Declaration
from journal.ui.health.row_view import Row

if TYPE_CHECKING:
    from journal.ui.entries.kind import EntryKind

DRAFTS = "health."  # what the keys of drafts begin with; the kind's code follows


@dataclass(frozen=True, slots=True)
class Rows:
    """What a card shows: what is so now, and what has ended."""

    now: Sequence[Row] = ()
    earlier: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """``rows`` makes them of the kind's entries. ``about`` and ``empty`` are quiet words: what belongs here, and that
    nothing is written down.

    ``wide``: its rows stand in columns where there is room. ``only_one``: there is one entry, whose fields are rows.
    """

    kind: EntryKind
    title: str
    rows: Callable[[Texts, Sequence[Any], dt.date], Rows] = field(repr=False)
    about: str = ""
    empty: str = marked("Nothing is written down here.")
    earlier: str = marked("Earlier")
    wide: bool = False
    only_one: bool = False

    @property
    def code(self) -> str:
        """The kind that it lists."""
        return self.kind.code

    @property
    def quiet_help(self) -> bool:
        """Whether whom to talk to stands with its list."""
        return isinstance(self.kind, Declaration) and self.kind.quiet_help

    @property
    def draft_key(self) -> str:
        """The name of what is typed and not saved in its form."""
        return f"{DRAFTS}{self.code}"

    def can_end(self, entry: Entry) -> bool:
        """Whether it goes on and could end today."""
        return isinstance(entry, Substance | Condition) and entry.until is None

    @property
    def can_delete(self) -> bool:
        """Whether its entries can be moved to the trash."""
        return KINDS[self.code].deletable
