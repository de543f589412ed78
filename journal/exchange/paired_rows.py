"""Which new row of a file is which imported entry that the file has no longer: the same one, corrected since.

What differs in one thing alone is paired first: then what stands in the place of another one, or is the only one of
its day. A new row that could be one of several is none of them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

from journal.core.entries import Timed, kind_of
from journal.exchange.row_meaning import Said, said


class Between(NamedTuple):
    """What the nearest known entries of its kind say, before it and after it; "" at an end."""

    before: str
    after: str


class Missing(NamedTuple):
    """An imported entry of ours that the file does not have, and where it stood when it came.

    ``with_neighbour``: it came in one import with what stood beside it, so this file once had it. ``of_copy``: it came
    in an import of which the file is a copy; what did not is only of its own day.
    """

    ours: Timed
    what: Said
    between: Between
    with_neighbour: bool
    of_copy: bool

    @property
    def vanished(self) -> bool:
        """Whether the file had it, and goes on behind it."""
        return all(self.between) and self.with_neighbour


class New:
    """A row of the file that nothing of ours is."""

    def __init__(self, entry: Timed, before: str) -> None:
        self.entry, self.what = entry, said(entry)
        self.before, self.after = before, ""

    @property
    def between(self) -> Between:
        """Where it stands in the file."""
        return Between(self.before, self.after)

    def may_be(self, missing: Missing) -> bool:
        """Whether it is of its day, or stands in its place."""
        in_place, its_day = self.between == missing.between and any(self.between), day_of(missing.ours)
        return (in_place and missing.of_copy) or ((in_place or all(missing.between)) and day_of(self.entry) == its_day)


def day_of(entry: Timed) -> dt.date:
    """The day on its own clock."""
    return entry.at.local.date()


def paired(new: Sequence[New], missing: Sequence[Missing]) -> dict[int, Missing]:
    """By their places in ``new``, those that are one of ours, and which."""
    pairs = _alike(new, missing)
    for place in (_place, _day):
        left = {n: row for n, row in enumerate(new) if n not in pairs}
        taken = {one.ours.id for one in pairs.values()}
        pairs |= _one_for_one(left, [one for one in missing if one.ours.id not in taken], place)
    return pairs


def _alike(new: Sequence[New], missing: Sequence[Missing]) -> dict[int, Missing]:
    """Those that say the same but for one thing, where no other one does."""
    near: dict[Hashable, list[Missing]] = {}
    for one in missing:
        for place in (one.between, day_of(one.ours)):
            near.setdefault(place, []).append(one)
    fitting = [_fitting(row, near) for row in new]
    wanted = Counter(one.ours.id for of_row in fitting for one in of_row)
    return {n: of_row[0] for n, of_row in enumerate(fitting) if len(of_row) == 1 and wanted[of_row[0].ours.id] == 1}


def _fitting(row: New, near: Mapping[Hashable, Sequence[Missing]]) -> list[Missing]:
    around = {one.ours.id: one for place in (row.between, day_of(row.entry)) for one in near.get(place, ())}
    return [
        one
        for one in around.values()
        if kind_of(one.ours) == kind_of(row.entry) and row.what.differences(one.what) == 1 and row.may_be(one)
    ]


Place = Callable[[Timed, Between], Hashable]


def _place(entry: Timed, between: Between) -> Hashable:
    """Where it stands, if something is known on both sides of it."""
    return (kind_of(entry), between) if all(between) else None


def _day(entry: Timed, _between: Between) -> Hashable:
    return kind_of(entry), day_of(entry)


def _one_for_one(rows: Mapping[int, New], missing: Sequence[Missing], place: Place) -> dict[int, Missing]:
    """Where as many are new as are missing, each is the one of its turn; of a day only one by itself."""
    places: dict[Hashable, tuple[list[int], list[Missing]]] = {}
    for n, row in rows.items():
        places.setdefault(place(row.entry, row.between), ([], []))[0].append(n)
    for one in missing:
        places.setdefault(place(one.ours, one.between), ([], []))[1].append(one)
    most = 1 if place is _day else len(missing)
    pairs = dict[int, Missing]()
    for where, (numbers, ones) in places.items():
        if where is not None and len(numbers) == len(ones) <= most:
            pairs |= {n: one for n, one in zip(numbers, ones, strict=True) if _may_be_corrected(rows[n], one)}
    return pairs


def _may_be_corrected(row: New, missing: Missing) -> bool:
    """Whether one thing at least is as it was, or it stands where ours was taken out of this file."""
    if not row.what.is_of_kind(missing.what) or not row.may_be(missing):
        return False
    return row.what.differences(missing.what) < len(("minute", "about", "value")) or (
        row.between == missing.between and missing.vanished
    )
