"""What the person keeps private: it counts in a check, and is not told where others may look on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.core.entries import Condition, Entry, Intake, Substance
from journal.core.queries import EntryQuery
from journal.guidance.interactions import Circumstance, condition_sentences
from journal.guidance.left_off import without_stopping
from journal.guidance.matching import CheckedName, check
from journal.guidance.more_urgent import Without
from journal.guidance.own_list import ReadJournal, known_in, taken_in, taken_of
from journal.guidance.recognising import folded_name
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping

_RECENT_DAYS, _MOST_INTAKES = dt.timedelta(days=3), 500


def private_names(journal: ReadJournal, saved: Iterable[Entry] = ()) -> set[str]:
    """The folded names of what is marked as private on the list, as it was taken lately, or in what was ``saved``."""
    listed = journal.listed(Substance)
    recent = EntryQuery(kinds=("intake",), first_day=journal.today() - _RECENT_DAYS, limit=_MOST_INTAKES)
    intakes = [entry for entry in (*journal.find(recent), *saved) if isinstance(entry, Intake) and entry.private]
    taken = [item.name for item in taken_of(listed, intakes) if item.at_ms is not None]
    return {folded_name(name) for name in (*(substance.name for substance in listed if substance.private), *taken)}


def reasons_told(journal: ReadJournal, name: CheckedName) -> CheckedName:
    """The same name with only those reasons that stand in the journal without what is marked as private."""
    if not name.because:
        return name
    openly = Without(journal, _private_ids(journal))
    checked = check(taken_in(openly), journal.today(), journal.clock.now_ms(), known_in(openly))
    open_reasons = {
        code
        for checked_name in checked.names
        if folded_name(checked_name.given) == folded_name(name.given)
        for code in checked_name.because
    }
    return replace(name, because=tuple(code for code in name.because if code in open_reasons))


def of_stopping(code: Circumstance, sentences: Sequence[Statement]) -> Iterator[Statement]:
    """What these ``sentences`` say of stopping, or of taking no more, in words and with sources that do not name it."""
    no_more = Statement(stopping().no_more, stopping().no_more_sources)
    if any(without_stopping(sentence.text) != sentence.text for sentence in sentences):
        yield from condition_sentences("kept_private")[code]
    elif no_more in sentences:
        yield no_more


def _private_ids(journal: ReadJournal) -> list[str]:
    recent = EntryQuery(kinds=("intake",), first_day=journal.today() - _RECENT_DAYS, limit=_MOST_INTAKES)
    intakes = [entry for entry in journal.find(recent) if isinstance(entry, Intake)]
    entries = (*journal.listed(Condition), *journal.listed(Substance), *journal.products(), *intakes)
    return [entry.id for entry in entries if entry.private]
