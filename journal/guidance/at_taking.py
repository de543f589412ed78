"""What speaks when something is taken: an intake by itself, and all of it once more with the dose that joins it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journal.core import limits
from journal.core.entries import Dose, Entry, Intake, Setting, Substance
from journal.core.moments import HOUR_MS
from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.notice_timing import Occasion, Spoken, is_acute, speaking
from journal.guidance.own_list import taken_of
from journal.guidance.recognising import folded_name
from journal.guidance.spoken_before import RemembersSpoken, read_spoken, remembered_at_taking, spoken_at_taking

Pairs = tuple[tuple[CheckedName, Finding], ...]


class AtTaking(NamedTuple):
    """What was taken just now, and what a dose joins. Both say the same: whichever comes second is said in full."""

    taken: Pairs = ()
    joined: Pairs = ()

    @property
    def pairs(self) -> Pairs:
        """All of it."""
        return (*self.taken, *self.joined)

    def remembered(self, now_ms: int, printed: bool) -> tuple[Setting, ...]:
        """The settings that keep that it was said, in the window or only ``printed`` by a command."""
        return (
            *remembered_at_taking(self.taken, now_ms, joined=False, printed=printed),
            *remembered_at_taking(self.joined, now_ms, joined=True, printed=printed),
        )


def at_taking(
    journal: RemembersSpoken, saved: Iterable[Entry], checked: Checked, now_ms: int, printed: bool
) -> AtTaking:
    """What speaks of these entries; at a dose everything that was taken in ``limits.TAKEN_HOURS``.

    An intake speaks once a day or once in seven, and what must not be mixed once more a day when a dose joins it: who
    read of it beside the beer alone reads the same beside the kratom. ``printed``: what a command told counts, too.
    """
    saved = list(saved)
    recent = {folded_name(name.given): name.given for name in checked.names if name.intake_ms is not None}
    intakes = [entry for entry in saved if isinstance(entry, Intake)]
    taken = [item.name for item in taken_of(journal.listed(Substance), intakes) if item.at_ms is not None]
    now = {folded_name(name): name for name in taken if folded_name(name) in recent}
    joins = any(isinstance(entry, Dose) and now_ms - entry.at.utc_ms <= limits.TAKEN_HOURS * HOUR_MS for entry in saved)
    if not now and not (joins and recent):
        return AtTaking()
    memory = _Memory(journal, printed)
    of_dose = recent if joins else {}
    return AtTaking(
        tuple(
            _speaking(
                checked, ((recent[folded], memory.of_intake(folded)) for folded in recent if folded in now), now_ms
            )
        ),
        tuple(_speaking(checked, ((given, memory.of_dose(folded)) for folded, given in of_dose.items()), now_ms)),
    )


def _speaking(
    checked: Checked, names: Iterable[tuple[str, Sequence[Spoken]]], now_ms: int
) -> Iterator[tuple[CheckedName, Finding]]:
    for name, before in names:
        yield from speaking(checked, before, Occasion(now_ms, intake_of=name))


class _Memory:
    """What was said before, as it counts for a name.

    What is not on the own list has not spoken when that list did: only what was said when it was taken counts.
    """

    def __init__(self, journal: RemembersSpoken, printed: bool) -> None:
        self._listed = {folded_name(substance.name) for substance in journal.listed(Substance)}
        self._of_list = read_spoken(journal)
        self._taken = spoken_at_taking(journal, joined=False)
        self._joined = spoken_at_taking(journal, joined=True)
        self._printed_taken = spoken_at_taking(journal, joined=False, printed=True) if printed else []
        self._printed_joined = spoken_at_taking(journal, joined=True, printed=True) if printed else []

    def of_intake(self, folded: str) -> Sequence[Spoken]:
        alone = self._of_list if folded in self._listed else self._taken
        return [*alone, *self._printed_taken, *self.of_dose(folded)]

    def of_dose(self, folded: str) -> Sequence[Spoken]:
        """What asks for less keeps its seven days, whatever it was said of."""
        alone = [*(self._of_list if folded in self._listed else self._taken), *self._printed_taken]
        return [*self._joined, *self._printed_joined, *(spoken for spoken in alone if not is_acute(spoken.level))]
