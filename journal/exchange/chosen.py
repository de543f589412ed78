"""The part of a journal that a file is to hold: chosen days and kinds, and all that these entries refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from journal.core.entries import Entry, Symptom, Tombstone, kind_of
from journal.core.kinds import KINDS, Placed, day_of
from journal.core.preferences import Preferences
from journal.core.warning_words import is_masked
from journal.core.withheld import is_about, names_used_by
from journal.exchange.references import references_of
from journal.texts import Texts

_SLICE = 5000
_OF_NO_DAY = tuple(code for code, kind in KINDS.items() if kind.placed is Placed.NOWHERE)


class Exported(Protocol):
    """What is read of the journal that is exported; ``Logbook`` has it."""

    @property
    def path(self) -> Path: ...
    @property
    def preferences(self) -> Preferences: ...
    def tombstones(self) -> Iterator[Tombstone]: ...
    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]: ...


@dataclass(frozen=True, slots=True)
class Choice:
    """Which entries go out. ``first`` and ``last`` are journal days, None: without an end on that side.

    What belongs to no day (products, symptoms, medicines and other lists) is not left out by days. ``private``: also
    what is marked so, what is about that, and what only that names. ``trash``: also what was deleted and is not gone
    for good.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    kinds: frozenset[str] = frozenset(KINDS)
    private: bool = True
    trash: bool = True

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING

    def takes(self, entry: Entry, day_start: int) -> bool:
        """Whether the entry is one of those chosen, by its kind, its day and the trash."""
        if kind_of(entry) not in self.kinds or not (self.trash or entry.deleted_ms is None):
            return False
        day = day_of(entry, day_start)
        return day is None or (self.first or dt.date.min) <= day <= (self.last or dt.date.max)


EVERYTHING = Choice()


class ChosenPart:
    """A journal as far as it was chosen. An entry that a chosen one names comes along, whatever its day and kind.

    What is about something that may not be told goes with it; anything else loses only its reference to that.
    """

    def __init__(self, journal: Exported, choice: Choice) -> None:
        self._journal, self._choice = journal, choice
        self.path, self.preferences = journal.path, journal.preferences
        self._untold: set[str] = set() if choice.private else self._private()
        self._named: set[str] = set()
        if not choice.everything:
            self._find_named()

    def tombstones(self) -> Iterator[Tombstone]:
        """What was deleted for good: only where nothing is left out, as it bears no day and says nothing."""
        return self._journal.tombstones() if self._choice.everything else iter(())

    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]:
        """The chosen entries of a kind, in order of writing."""
        for part in self._journal.slices(kind, size):
            chosen = [self._as_told(entry) for entry in part if self._goes(entry)]
            if chosen:
                yield chosen

    def _goes(self, entry: Entry) -> bool:
        if entry.id in self._untold:
            return False
        return entry.id in self._named or self._choice.takes(entry, self.preferences.day_start)

    def _private(self) -> set[str]:
        """The ids of what is private or masked on every screen, of what is about that, and of what only that names.

        What others refer to comes first.
        """
        hidden: set[str] = set()
        in_private: set[str] = set()
        in_the_open: set[str] = set()
        for kind in KINDS:
            for entry in self._all(kind):
                if entry.private or (isinstance(entry, Symptom) and is_masked(entry)) or is_about(entry, hidden):
                    hidden.add(entry.id)
                    in_private.update(names_used_by(entry))
                elif self._choice.trash or entry.deleted_ms is None:
                    in_the_open.update(names_used_by(entry))
        hidden |= in_private - in_the_open
        # A unit or a batch of what is named in private alone.
        hidden |= {part.id for kind in _OF_NO_DAY for part in self._all(kind) if is_about(part, hidden)}
        return hidden

    def _find_named(self) -> None:
        """What is referred to is found behind what refers to it, so the kinds are read in the other direction."""
        for kind in reversed(tuple(KINDS)):
            for entry in self._all(kind):
                if self._goes(entry):
                    self._named.update(named for _, _, named in references_of(self._as_told(entry)))

    def _all(self, kind: str) -> Iterator[Entry]:
        for part in self._journal.slices(kind, _SLICE):
            yield from part

    def _as_told(self, entry: Entry) -> Entry:
        """The entry without its references to what is not told."""
        if not self._untold or not any(named in self._untold for _, _, named in references_of(entry)):
            return entry
        return _without(entry, self._untold)


def _without(entry: Entry, untold: set[str]) -> Entry:
    """An amount loses its own unit and a product its usual one."""
    changed: Any = entry
    for field, kind, named in references_of(entry):
        if named not in untold:
            continue
        if field == "default_unit":
            changed = replace(changed, default_unit="")
        elif kind == "unit":
            changed = replace(changed, amount=replace(changed.amount, unit=None))
        else:
            changed = replace(changed, **{field: None})
    result: Entry = changed
    return result


# What is the program's own, and says nothing to others; what is on no page of a report goes out only if it is named.
_OF_THE_PROGRAM = ("setting", "prompt")
_FOR_OTHERS = frozenset(code for code, kind in KINDS.items() if kind.cls.printed and code not in _OF_THE_PROGRAM)
HANDED_OVER = Choice(kinds=_FOR_OTHERS, private=False, trash=False)


def usual_choice(keeps: bool) -> Choice:
    """What goes into a file if nothing else is said. ``keeps``: it is one that this program reads again."""
    return EVERYTHING if keeps else HANDED_OVER


def no_private(texts: Texts, choice: Choice) -> str:
    """Whether entries marked private are in the file: said always, or it would tell that there are some."""
    if choice.private:
        return texts("Entries marked private are in it.")
    return texts(
        "Not in it: what is marked private, what is about that, such as doses of a private product, and the names of "
        "products, units, batches and symptoms that only private entries use."
    )
