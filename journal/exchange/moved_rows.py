"""Rows whose time or product was corrected since they were imported: the file has them no longer as they were.

What was imported is missing from the file, and what was imported before and after it is there; or a new row stands
where it stood. Then a new row that says the same but for one thing is that entry, and not a second one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.core.entries import DIARY_KINDS, Entry, Timed, kind_of
from journal.core.entry import is_of_another_program
from journal.exchange.file_rows import FoundRow
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.row_meaning import Said, said

_WAITING_LIMIT = 10_000
_LONGEST_RUN = 50


class Between(NamedTuple):
    """What the nearest known entries of its kind say, before it and after it; "" at an end."""

    before: str
    after: str


class Missing(NamedTuple):
    """An imported entry of ours that the file does not have, and where it stood when it came."""

    ours: Timed
    what: Said
    between: Between


class _Waiting:
    def __init__(self, row: FoundRow, entry: Timed, before: str) -> None:
        self.row, self.entry, self.what = row, entry, said(entry)
        self.before, self.after = before, ""

    def fitting(self, near: Mapping[object, Sequence[Missing]]) -> list[Missing]:
        """Those that it may be, corrected since."""
        between = Between(self.before, self.after)
        possible = {id(missing): missing for place in (between, self._day) for missing in near.get(place, ())}
        return [missing for missing in possible.values() if self._is_corrected(missing, between)]

    @property
    def _day(self) -> dt.date:
        return self.entry.at.local.date()

    def _is_corrected(self, missing: Missing, between: Between) -> bool:
        """Whether it says the same but for one thing, and stands in its place, or is of its day."""
        if not self.what.differs_in_one_thing(missing.what):
            return False
        in_place = between == missing.between and any(between)
        return in_place or (all(missing.between) and self._day == missing.ours.at.local.date())


class MovedRows:
    """Remembers new rows until every row was read: only then is it known which of ours none of them is."""

    def __init__(self, recognised: RecognisedRows) -> None:
        self._recognised = recognised
        self._waiting: list[_Waiting] = []
        self._last: dict[str, str] = {}  # what the last known row of each kind says
        self._open: dict[str, list[_Waiting]] = {}

    def pass_known(self, ours: Entry) -> None:
        """A row of the file is this entry."""
        if isinstance(ours, Timed) and kind_of(ours) in DIARY_KINDS:
            kind, words = kind_of(ours), said(ours).whole
            self._last[kind] = words
            for waiting in self._open.pop(kind, ()):
                waiting.after = words

    def waits(self, row: FoundRow, entry: Entry) -> bool:
        """Whether it must, because something of its kind was imported before."""
        kind = kind_of(entry)
        if not isinstance(entry, Timed) or len(self._waiting) == _WAITING_LIMIT:
            return False
        if kind not in self._recognised.imported_kinds():
            return False
        waiting = _Waiting(row, entry, self._last.get(kind, ""))
        self._waiting.append(waiting)
        self._open.setdefault(kind, []).append(waiting)
        return True

    def settled(self) -> Iterator[tuple[FoundRow, Entry, Entry | None]]:
        """Each with the entry of ours that it is; None if it is another one, or could be one of several."""
        kinds = {kind_of(waiting.entry) for waiting in self._waiting} & {*self._last}
        near: dict[object, list[Missing]] = {}
        for missing in (not_met for kind in kinds for not_met in self._missing(kind)):
            for place in (missing.between, missing.ours.at.local.date()):
                near.setdefault(place, []).append(missing)
        of_rows = [waiting.fitting(near) for waiting in self._waiting]
        wanted = Counter(missing.ours.id for fitting in of_rows for missing in fitting)
        for waiting, fitting in zip(self._waiting, of_rows, strict=True):
            certain = len(fitting) == 1 and wanted[fitting[0].ours.id] == 1
            assert isinstance(waiting.row.entry, Entry)
            yield waiting.row, waiting.row.entry, fitting[0].ours if certain else None

    def _missing(self, kind: str) -> Iterator[Missing]:
        before, run = "", list[Timed]()
        for ours, known in self._recognised.known_of(kind):
            if known:
                yield from _in_run(run, Between(before, said(ours).whole))
                before, run = said(ours).whole, []
            elif isinstance(ours, Timed) and is_of_another_program(ours.id) and ours.deleted_ms is None:
                run.append(ours)
        yield from _in_run(run, Between(before, ""))


def _in_run(run: list[Timed], between: Between) -> Iterator[Missing]:
    """Many at once were of another file, or the file is a part of the one that they came with."""
    return (Missing(ours, said(ours), between) for ours in run if len(run) <= _LONGEST_RUN)
