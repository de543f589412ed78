"""Point 20: damaged files of every reader are refused or imported whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from journal.core.entries import Entry
from journal.exchange.plan import Plan
from tests.exchange.damage import FOREIGN, Tally, import_damaged, own_files
from tests.journals import new_journal

_IN_ONE_JOURNAL = 250


def damaged(folder: Path, times: int, seed: int) -> Tally:
    """Damage so many files, each journal filled with what is left of some hundreds of them; the last is checked."""
    for name in ("out", "in"):
        (folder / name).mkdir()
    with new_journal(folder / "other.leaf", None).open() as other:
        files = [*FOREIGN, *own_files(other, folder / "out")]
    tally = Tally()
    for first in range(seed, seed + times, _IN_ONE_JOURNAL):
        journal = new_journal(folder / f"{first}.leaf", None)
        with journal.open() as book:
            seeds = range(first, min(first + _IN_ONE_JOURNAL, seed + times))
            import_damaged(book, folder / "in", files, seeds, tally)
            tally.crashes += [f"journal of {first}: {problem}" for problem in book.check()]
        journal.path.unlink()
    return tally


@contextmanager
def an_entry_lost() -> Iterator[None]:
    """The control: the last entry of each file is forgotten."""
    whole = Plan.entries

    def cut(plan: Plan, *said: Mapping[str, object], **chosen: object) -> Iterator[Entry]:
        yield from list(whole(plan, *said, **chosen))[:-1]  # type: ignore[arg-type]

    with patch.object(Plan, "entries", cut):
        yield
