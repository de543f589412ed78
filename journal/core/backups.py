"""What is known of a backup once it was opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journal.core.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Contents:
    """``counts``: entries by kind, those in the trash left out; kinds without any are not named.

    ``newest``: the kind of the latest entry that has a time, and that time on its own clock (``local_ms``).
    ``total``: as the check counts them, with settings and the trash.
    """

    counts: Mapping[str, int]
    newest: tuple[str, int] | None
    total: int

    @property
    def of_the_diary(self) -> int:
        """How many of them are in the Diary; the others are medicines, products, symptoms and what else is listed."""
        return sum(n for kind, n in self.counts.items() if KINDS[kind].in_diary)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a backup lacks and has beside the journal of today, in entries.

    ``of_another``: nothing in it was ever in that, and both hold something.
    """

    missing: int
    changed: int
    brought_back: int
    of_another: bool = False
