"""Kinds of entries by their codes, none of them forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journal.ui.entries.kind import EntryKind

K = TypeVar("K", bound=EntryKind)


def by_code(kinds: Iterable[K], wanted: Iterable[str]) -> dict[str, K]:
    """The kinds by their codes; TypeError unless they are the wanted ones: a kind that the window does not know."""
    known = {kind.code: kind for kind in kinds}
    if missing := set(wanted) ^ set(known):
        raise TypeError(f"the window and the journal differ in these kinds of entries: {sorted(missing)}")
    return known
