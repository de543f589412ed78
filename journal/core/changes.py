"""What a write returns: the change set, which screens and the undo menu read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# What the program writes by itself is no step of a person's: undo passes over it, and redo stays possible.
BY_ITSELF = "program"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One write, of one entry or of many; undo and redo take it back or do it again as a whole.

    ``label`` is a key such as ``dose.added`` and ``arguments`` its values (``n``, ``at`` as local ISO, ``day``), which
    ``texts`` says in words. ``kinds``, ``first_day`` and ``last_day`` tell subscribers what it touched (days None: no
    day, or all). ``origin`` names who asked: ``window``, ``command``, ``import``, ``undo``, ``redo``, ``program``.
    """

    seq: int
    at_ms: int
    label: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    origin: str = "window"
    kinds: frozenset[str] = frozenset()
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    count: int = 0

    @property
    def may_bring_back(self) -> bool:
        """Whether entries may be there again that had been taken away."""
        return self.origin in ("undo", "redo") or self.label.endswith(".restored")


class Revision(NamedTuple):
    """One step in an entry's history, newest last: when, what was done, and the record before it (None: added)."""

    at_ms: int
    label: str
    before: Mapping[str, str | int | None] | None
    undone: bool
