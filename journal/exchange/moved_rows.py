"""Rows whose time, product or amount was corrected since they were imported: the file has them no longer as they were.

What was imported is missing from the file, and what was imported before and after it is there; or a new row stands
where it stood. Then a new row may be that entry, and not a second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.core.entries import DIARY_KINDS, Entry, Timed, kind_of
from journal.core.entry import is_of_another_program
from journal.exchange.copied_imports import CopiedImports, Imports
from journal.exchange.file_rows import FoundRow
from journal.exchange.paired_rows import Between, Missing, New, day_of, paired
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.row_meaning import said

_WAITING_LIMIT = 10_000
_LONGEST_RUN = 50
_NAMED = 100


class MovedRows:
    """Remembers new rows until every row was read: only then is it known which of ours none of them is.

    Then ``vanished`` are ours that this file had once and has no longer, the first of ``vanished_count``, and ``near``
    those of them that are of the day of a new row, by the id of that row's entry.
    """

    def __init__(self, recognised: RecognisedRows, copied: CopiedImports) -> None:
        self._recognised, self._copied = recognised, copied
        self._waiting: list[tuple[FoundRow, New]] = []
        self._last: dict[str, str] = {}  # what the last known row of each kind says
        self._open: dict[str, list[New]] = {}
        self.vanished: list[Timed] = []
        self.vanished_count = 0
        self.near: dict[str, Timed] = {}

    def pass_known(self, row: FoundRow, ours: Entry) -> None:
        """A row of the file is this entry."""
        if isinstance(ours, Timed) and kind_of(ours) in DIARY_KINDS:
            self._copied.take(row, ours)
            kind, words = kind_of(ours), said(ours).whole
            self._last[kind] = words
            for new in self._open.pop(kind, ()):
                new.after = words

    def waits(self, row: FoundRow, entry: Entry) -> bool:
        """Whether it must, because something of its kind was imported before."""
        kind = kind_of(entry)
        if not isinstance(entry, Timed) or len(self._waiting) == _WAITING_LIMIT:
            return False
        if kind not in self._recognised.imported_kinds():
            return False
        new = New(entry, self._last.get(kind, ""))
        self._waiting.append((row, new))
        self._open.setdefault(kind, []).append(new)
        return True

    def settled(self) -> Iterator[tuple[FoundRow, Entry, Entry | None]]:
        """Each with the entry of ours that it is; None if it is another one, or could be one of several."""
        missing = [*self._missing_near_new()]
        pairs = paired([new for _, new in self._waiting], missing)
        taken = {one.ours.id for one in pairs.values()}
        left = [one for one in missing if one.ours.id not in taken]
        self._count_vanished(left)
        near = {(kind_of(one.ours), day_of(one.ours)): one.ours for one in left if all(one.between)}
        for n, (row, new) in enumerate(self._waiting):
            assert isinstance(row.entry, Entry)
            twin = near.get((kind_of(new.entry), day_of(new.entry)))
            if n not in pairs and twin is not None:
                self.near[row.entry.id] = twin
            yield row, row.entry, pairs[n].ours if n in pairs else None

    def _missing_near_new(self) -> Iterator[Missing]:
        """Those that a new row may be; all others are only counted."""
        places = {place for _, new in self._waiting for place in (new.between, day_of(new.entry))}
        for one in (not_met for kind in self._last for not_met in self._missing(kind)):
            if places.isdisjoint((one.between, day_of(one.ours))):
                self._count_vanished([one])
            else:
                yield one

    def _count_vanished(self, left: Sequence[Missing]) -> None:
        gone = [one.ours for one in left if one.vanished]
        self.vanished_count += len(gone)
        self.vanished += gone[: max(0, _NAMED - len(self.vanished))]

    def _missing(self, kind: str) -> Iterator[Missing]:
        before, run = "", list[Timed]()
        came, imports = None, self._copied.of(kind)
        for ours, known in self._recognised.known_of(kind):
            if not isinstance(ours, Timed) or imports.is_another(ours):
                continue
            if known:
                around = Between(before, said(ours).whole)
                yield from _in_run(imports, run, around, {came, ours.recorded_ms})
                before, run, came = said(ours).whole, [], ours.recorded_ms
            elif is_of_another_program(ours.id) and ours.deleted_ms is None:
                run.append(ours)
        yield from _in_run(imports, run, Between(before, ""), {came})


def _in_run(imports: Imports, met: list[Timed], between: Between, came: set[int | None]) -> Iterator[Missing]:
    """Many at once were of another file, or the file is a part of the one that they came with.

    ``came``: when what stands beside them was written; all of one import was written at one time.
    """
    run = imports.of_this_file(met)
    if len(run) <= _LONGEST_RUN:
        for ours in run:
            yield Missing(ours, said(ours), between, ours.recorded_ms in came, imports.is_copied(ours))
