"""Rows without an id, recognised by what they mean: the same time, product and amount as an entry of the journal."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Protocol

from journal.core.entries import DIARY_KINDS, Dose, Entry, Note, Rating, Timed, kind_of
from journal.core.entry import is_of_another_program
from journal.exchange.id_set import IdSet
from journal.exchange.identities import Occurrences
from journal.exchange.row_meaning import Said, said


class Read(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str) -> Iterator[list[Entry]]: ...


class RecognisedRows:
    """What the journal's diary says, read when it is first asked for: most rows are recognised by their identity."""

    def __init__(self, here: Read) -> None:
        self._here = here
        self._known: IdSet | None = None
        self._out_of_trash = IdSet()
        self._places, self._notes = IdSet(), IdSet()
        self._asked, self._asked_by_content = Occurrences(), Occurrences()
        self._claimed = IdSet()
        self._dose_lines = IdSet()
        self._imported: set[str] = set()

    def claim(self, ours: Entry) -> bool:
        """A row is this entry, recognised by its identity; False if another row was before."""
        first = self._claimed.add(ours.id)
        if first and kind_of(ours) in DIARY_KINDS:
            self._asked.number(said(ours).whole)
        return first

    def is_claimed(self, ours: Entry) -> bool:
        """Whether a row is this entry by its identity."""
        return ours.id in self._claimed

    def has(self, entry: Entry) -> bool:
        """Whether the journal says this; asked n times it must say it n times, so that two equal doses stay two."""
        content = said(entry).whole
        known = self._read()
        if f"{content}\x1e{self._asked.count(content) + 1}" not in known:
            return isinstance(entry, Note) and self._is_beside_a_dose(entry)
        self._asked.number(content)
        self._asked_by_content.number(content)
        return True

    def has_out_of_trash(self, entry: Entry) -> bool:
        """The same of what another journal wrote down: what lies in the trash here is none of it."""
        content = said(entry).whole
        self._read()
        if f"{content}\x1e{self._asked.count(content) + 1}" not in self._out_of_trash:
            return False
        self._asked.number(content)
        self._asked_by_content.number(content)
        return True

    def _is_beside_a_dose(self, note: Note) -> bool:
        """Whether a dose of its minute says every line: it came with the dose, whose amount is open this time."""
        lines = [line for line in note.text.splitlines() if line.strip()]
        return bool(lines) and all(_line_of(note, line) in self._dose_lines for line in lines)

    def says_otherwise(self, entry: Entry) -> bool:
        """Whether the journal says anything of that time and product, or of that time and symptom."""
        self._read()
        return said(entry).place in self._places

    def note_left(self, dose: Dose) -> str:
        """What of its note the journal does not have as a note of that minute: so the text came, beside a dose that
        could not be read then."""
        self._read()
        lines = dose.note.splitlines()
        for n in range(len(lines), 0, -1):
            if said(Note(at=dose.at, text="\n".join(lines[:n]))).whole in self._notes:
                return "\n".join(lines[n:])
        return dose.note

    def unclaimed(self, places: Container[str], kinds: Iterable[str]) -> dict[str, list[Entry]]:
        """By their places, the entries there that no row of the file is; what is in the trash is none of them."""
        unclaimed: dict[str, list[Entry]] = {}
        for kind in kinds:
            for ours, known in self.known_of(kind, places):
                if not known and ours.deleted_ms is None:
                    unclaimed.setdefault(said(ours).place, []).append(ours)
        return unclaimed

    def known_of(self, kind: str, places: Container[str] | None = None) -> Iterator[tuple[Entry, bool]]:
        """Everything of a kind (at these places), in order of writing, and whether a row of the file is it."""
        counted = Occurrences()
        for ours in (ours for part in self._here.slices(kind) for ours in part):
            what = said(ours)
            if places is None or what.place in places:
                claimed = ours.deleted_ms is not None or ours.id in self._claimed
                yield ours, ours.id in self._claimed or (not claimed and self._was_asked(what, counted))

    def imported_kinds(self) -> set[str]:
        """The kinds of the diary of which the journal has something that was imported."""
        self._read()
        return self._imported

    def _was_asked(self, what: Said, counted: Occurrences) -> bool:
        """Whether a row was found to say this, as often as it was met by now."""
        return counted.number(what.whole) <= self._asked_by_content.count(what.whole)

    def _read(self) -> IdSet:
        if self._known is None:
            self._known, counted, living = IdSet(), Occurrences(), Occurrences()
            for kind in DIARY_KINDS:
                for entry in (entry for part in self._here.slices(kind) for entry in part):
                    what = said(entry)
                    self._known.add(f"{what.whole}\x1e{counted.number(what.whole)}")
                    self._places.add(what.place)
                    if entry.deleted_ms is None:
                        self._out_of_trash.add(f"{what.whole}\x1e{living.number(what.whole)}")
                    if kind not in self._imported and is_of_another_program(entry.id):
                        self._imported.add(kind)
                    if isinstance(entry, Dose):
                        for line in entry.note.splitlines():
                            self._dose_lines.add(_line_of(entry, line))
                    if isinstance(entry, Note) and entry.deleted_ms is None:
                        self._notes.add(what.whole)
        return self._known


def _line_of(entry: Timed, line: str) -> str:
    return said(Note(at=entry.at, text=line)).whole


def may_be_corrected(ours: Entry, entry: Entry) -> bool:
    """Whether ours, which says something else of the same time, may be what the row was before it was corrected.

    Doses and ratings of one minute are hardly ever two; a note is only an earlier text if it was imported, and so is
    anything beside a row that knows no time of day.
    """
    return is_of_another_program(ours.id) or (isinstance(ours, Dose | Rating) and not entry.complete_later)
