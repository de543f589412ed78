"""Which names the person keeps private: they count in a check, and are not named where others may look on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entries import Entry, Intake, Substance
from journal.core.queries import EntryQuery
from journal.guidance.own_list import ReadJournal, taken_of
from journal.guidance.recognising import folded_name

_RECENT_DAYS, _MOST_INTAKES = dt.timedelta(days=3), 500


def private_names(journal: ReadJournal, saved: Iterable[Entry] = ()) -> set[str]:
    """The folded names of what is marked as private on the list, as it was taken lately, or in what was ``saved``."""
    listed = journal.listed(Substance)
    recent = EntryQuery(kinds=("intake",), first_day=journal.today() - _RECENT_DAYS, limit=_MOST_INTAKES)
    intakes = [entry for entry in (*journal.find(recent), *saved) if isinstance(entry, Intake) and entry.private]
    taken = [item.name for item in taken_of(listed, intakes) if item.at_ms is not None]
    return {folded_name(name) for name in (*(substance.name for substance in listed if substance.private), *taken)}
