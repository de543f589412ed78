"""A journal as it is with what an import brings: what is said of both together is worked out on this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from journal.core.changes import Revision
from journal.core.entries import Condition, Entry, Measurement, Rating, Symptom, kind_of
from journal.core.moments import Moment
from journal.core.queries import EntryQuery
from journal.guidance.recent_pressure import ReadRecent

Kind = TypeVar("Kind", bound=Entry)


class WithBrought:
    """Answers as an open journal does; ``journal`` is None where there is none yet.

    What has the same id is taken once, as the journal has it: that is what stays.
    """

    def __init__(
        self,
        journal: ReadRecent | None,
        now_ms: int,
        symptoms: Iterable[Symptom],
        timed: Iterable[Rating | Measurement],
        conditions: Iterable[Condition],
    ) -> None:
        self._journal, self._today = journal, Moment(now_ms, 0, "UTC").local.date()
        self._symptoms, self._timed, self._conditions = list(symptoms), list(timed), list(conditions)

    def today(self) -> dt.date:
        """The journal day; without a journal that of the clock."""
        return self._today if self._journal is None else self._journal.today()

    def symptoms(self) -> list[Symptom]:
        """Those that are rated there, and those that come."""
        return _each_once([] if self._journal is None else self._journal.symptoms(), self._symptoms)

    def listed(self, cls: type[Kind]) -> list[Kind]:
        """Those that are there, and of conditions those that come."""
        brought = [condition for condition in self._conditions if isinstance(condition, cls)]
        return _each_once([] if self._journal is None else self._journal.listed(cls), brought)

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of those that are there was."""
        return {} if self._journal is None else self._journal.first_written(entry_ids)

    def history(self, entry_id: str) -> Sequence[Revision]:
        """What happened to an entry that is there."""
        return () if self._journal is None else self._journal.history(entry_id)

    def find(self, query: EntryQuery) -> list[Entry]:
        """Those that are there, and those that come: of the kinds, the symptoms and from the day that are asked for."""
        here: list[Entry] = [] if self._journal is None else self._journal.find(query)
        return _each_once(here, (entry for entry in self._timed if _is_meant(entry, query)))


def _is_meant(entry: Rating | Measurement, query: EntryQuery) -> bool:
    if kind_of(entry) not in query.kinds or (isinstance(entry, Rating) and entry.symptom not in query.symptoms):
        return False
    # A journal day may begin before its date, so a day more is taken; who asks looks at the time.
    return query.first_day is None or entry.at.local.date() >= query.first_day


def _each_once(here: list[Kind], brought: Iterable[Kind]) -> list[Kind]:
    known = {entry.id for entry in here}
    return [*here, *(entry for entry in brought if entry.id not in known)]
