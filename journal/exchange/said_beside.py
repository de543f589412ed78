"""What a row says beside what makes it the same entry: its note and its preparation, as far as ours does not say it."""

from __future__ import annotations

from typing import Any

from journal.core.entries import Dose, Entry
from journal.core.plaintext import folded
from journal.exchange.as_imported import Histories, as_changed_by_import
from journal.exchange.file_rows import FoundRow
from journal.texts.marked import marked

AMOUNT_IN_WORDS = marked("Amount, as imported: {words}")  # in the note of a dose whose amount is not known


def adds_beside(row: FoundRow, entry: Entry, ours: Entry, note: str, here: Histories) -> bool:
    """Whether the row says more than ours; ``note``: what of its note the journal does not have elsewhere.

    A row that stands in the file as it was imported adds nothing to what was changed here since, only to what ours
    leaves empty: its column may have been left out the last time. An empty cell never speaks against ours.
    """
    if not isinstance(entry, Dose) or not isinstance(ours, Dose):
        return False
    adds_note = not says_every_line(ours.note, note)
    prepared = entry.preparation is not None and entry.preparation != ours.preparation
    as_it_came = bool(row.known_as) and ours.origin == row.known_as[-1 if row.foreign_id else 0]
    if not as_it_came or not (adds_note or prepared):
        return adds_note or prepared
    changed = as_changed_by_import(here, ours)
    if isinstance(changed, Dose):  # what another file made of it, and the row goes back on, was not said here
        return not says_every_line(changed.note, note) or entry.preparation not in (None, changed.preparation)
    return (adds_note and not ours.note) or (prepared and ours.preparation is None)


def beside_as_said(ours: Dose, entry: Dose) -> dict[str, Any]:
    """Note and preparation as the row says them; what it does not say, or ours says with more, stays ours. The words of
    an amount that is a number by now go."""
    note = _without_old_words(ours, entry)
    return {
        "note": note if says_every_line(note, entry.note) else entry.note,
        "preparation": entry.preparation or ours.preparation,
    }


def _without_old_words(ours: Dose, entry: Dose) -> str:
    if ours.amount.known or not entry.amount.known or not ours.amount.text:
        return ours.note
    before, _, behind = AMOUNT_IN_WORDS.partition("{words}")
    words = f"{before}{ours.amount.text}{behind}"
    return "\n".join(line for line in ours.note.splitlines() if line != words)


def says_every_line(ours: str, note: str) -> bool:
    """Whether our note has every line of the other."""
    lines = set(map(folded, ours.splitlines()))
    return all(folded(line) in lines for line in note.splitlines() if line.strip())
