"""A rating as it is written in a cell, the same in every reader: 6, 6.0, 6/10, or that there was no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from journal.core.plaintext import folded
from journal.core.refusal import Refused

# Three zeros behind the sign could mean thousands. "6/10" says the scale; any other number behind the slash is another.
_RATING = re.compile(r"(10|[0-9])(?:[.,](?:0{1,2}|0{4,9}))?(\s?/\s?10)?")
_HALF = re.compile(r"([0-9])[.,][0-9]{1,2}(\s?/\s?10)?")
_NO_ANSWER = frozenset({"n/a", "#n/a", "n.a.", "na", "nan", "null", "-", "–", "—"})

_ABOVE_A_SHORT_SCALE = 6  # numbers up to 5 may be on a scale from 1 to 5


def rating_written(cell: str) -> int | None:
    """The rating from 0 to 10; None where nothing was answered. A half is between two answers: which of them it was
    nobody here can know. Raises Refused("rating-unreadable")."""
    match = _RATING.fullmatch(cell)
    if match is not None:
        return int(match[1])
    if says_no_answer(cell):
        return None
    raise Refused("rating-unreadable", text=cell[:40])


def says_no_answer(cell: str) -> bool:
    """Whether the cell is empty, or holds what spreadsheets and people write where there is nothing."""
    return not cell or folded(cell) in _NO_ANSWER


def seem_rated(cells: Iterable[str]) -> bool:
    """Whether these are all on the scale from 0 to 10, and not on a shorter one. Halves are too: they are named when
    the file is read, where a column that is not read would lose the whole numbers beside them."""
    written = [cell for cell in map(str.strip, cells) if not says_no_answer(cell)]
    matches = [match for cell in written if (match := _RATING.fullmatch(cell) or _HALF.fullmatch(cell)) is not None]
    if len(matches) < len(written):
        return False
    return any(match[2] or int(match[1]) >= _ABOVE_A_SHORT_SCALE for match in matches)
