"""What on the own list is more urgent by what was just saved: a condition, an intake, another medicine, a product."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from journal.core.changes import Revision
from journal.core.entries import Condition, Entry, Intake, Person, Product, Substance, Symptom
from journal.core.queries import EntryQuery
from journal.core.warning_facts import WarningFacts
from journal.guidance.interactions import RANK
from journal.guidance.matching import CheckedName, Finding, check
from journal.guidance.notice_timing import Occasion, Spoken, may_speak, settled, settled_by_column, speaks
from journal.guidance.own_list import ReadJournal, known_in, taken_in
from journal.guidance.recognising import folded_name
from journal.guidance.same_group import DatesEntries

E = TypeVar("E", bound=Entry)

# A level can depend on any of these, also where it is the level of something else on the list.
RAISING = (Condition, Intake, Person, Product, Substance)


class Without:
    """An open journal as it would be without these entries."""

    def __init__(self, journal: ReadJournal, ids: Iterable[str]) -> None:
        self._journal, self._ids, self.clock = journal, frozenset(ids), journal.clock

    def listed(self, cls: type[E]) -> list[E]:
        """The rest of that kind."""
        return self._rest(self._journal.listed(cls))

    def find(self, query: EntryQuery) -> list[Entry]:
        """The rest of what is found."""
        return self._rest(self._journal.find(query))

    def products(self) -> list[Product]:
        """The rest of the products."""
        return self._rest(self._journal.products())

    def symptoms(self) -> list[Symptom]:
        """The symptoms, on which no level depends."""
        return self._journal.symptoms()

    def first_written(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """When each of these was, as it is."""
        return self._journal.first_written(entry_ids)

    def history(self, entry_id: str) -> Sequence[Revision]:
        """What happened to one of them."""
        return self._journal.history(entry_id)

    def warning_facts(self, first: dt.date) -> WarningFacts:
        """The signs, on which no level depends."""
        return self._journal.warning_facts(first)

    def today(self) -> dt.date:
        """The journal day."""
        return self._journal.today()

    def _rest(self, entries: Iterable[E]) -> list[E]:
        return [entry for entry in entries if entry.id not in self._ids]


def more_urgent(
    journal: ReadJournal, saved: Iterable[Entry], names: Iterable[CheckedName]
) -> Iterator[tuple[CheckedName, Finding]]:
    """Of these names, as they are now, what was there before ``saved`` and stands higher since; it may be silent."""
    raising = [entry.id for entry in saved if isinstance(entry, RAISING)]
    if not raising:
        return
    before = _before(Without(journal, raising))
    for name in names:
        for finding in name.findings:
            earlier = before.get((folded_name(name.given), finding.of.id))
            if earlier is not None and may_speak(finding.level) and stands_higher(finding, earlier):
                yield name, finding


def _before(journal: Without) -> Mapping[tuple[str, str], Finding]:
    checked = check(taken_in(journal), journal.today(), journal.clock.now_ms(), known_in(journal))
    return {(folded_name(name.given), finding.of.id): finding for name in checked.names for finding in name.findings}


def stands_higher(now: Finding, before: Finding) -> bool:
    """Whether what holds anyway is higher in one of the columns; what was said under a condition did not hold yet."""
    earlier = settled_by_column(before)
    return any(
        prescribed in earlier and RANK[level] < RANK[earlier[prescribed]]
        for prescribed, level in settled_by_column(now).items()
    )


def speaking_as_more_urgent(
    journal: DatesEntries, saved: Sequence[Entry], names: Iterable[CheckedName], spoken: Sequence[Spoken]
) -> list[tuple[CheckedName, Finding]]:
    """Those that speak: each once since what makes it more urgent was first written; by an intake as intakes speak."""
    pairs = list(more_urgent(journal, saved, names))
    lasting = [entry.id for entry in saved if isinstance(entry, RAISING) and not isinstance(entry, Intake)]
    if not pairs:
        return []
    written_ms = max(journal.first_written(lasting).values(), default=None) if lasting else None
    occasion = Occasion(journal.clock.now_ms(), intake_of="" if lasting else pairs[0][0].given, condition_ms=written_ms)
    return [pair for pair in pairs if speaks(pair[1].of, pair[1].level, spoken, occasion, settled(pair[1]))]
