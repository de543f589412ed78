"""Columns of the program's own CSV that are called otherwise: what they hold would be lost without a word."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from journal.errors import UserError

_NAMED = 8  # columns in a refusal
_ALIKE = 0.75
# Without the second a row of the first says that something was there, and not how much.
_GO_TOGETHER = (("symptom", "value"), ("product", "amount"))


def refuse_misnamed(path: Path, header: Collection[str], unknown: Sequence[str], ours: Sequence[str]) -> None:
    """Refuse a header that has a column which is not ours in place of one that is: a rating would lose its number,
    and what is private would come in as if it were not.

    An export has all of our columns; an older one lacks some, and then has no other in their place. A table made by
    hand has a few of ours: there only a column that is called nearly as one of them is refused, or one that stands
    where the number of a rating or the amount of a dose is missing.
    """
    missing = [column for column in ours if column not in header]
    if not unknown or not missing:
        return
    meant = _meant(unknown, missing)
    lost = [second for first, second in _GO_TOGETHER if first in header and second in missing]
    if "id" in header or meant or lost:
        wanted = dict.fromkeys([*meant, *lost] or missing)
        raise UserError("csv-columns-misnamed", path=path, unknown=_listed(unknown), missing=_listed(wanted))


def _meant(unknown: Iterable[str], missing: Sequence[str]) -> list[str]:
    """Of those that are missing the ones that the others are called like: "privat", "rating value"."""
    meant: list[str] = []
    for name in unknown:
        words = [column for column in missing if column in name.replace("_", " ").split()]
        meant += words or difflib.get_close_matches(name, missing, 1, _ALIKE)
    return meant


def _listed(columns: Iterable[str]) -> str:
    names = [f"“{column[:40]}”" for column in columns]
    return ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
