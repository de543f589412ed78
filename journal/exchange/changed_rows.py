"""Rows of a file that say something else than the journal does of the same thing, and what is done about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from journal.core.entries import DIARY_KINDS, DayMark, Dose, Entry, Note, Product, Rating, Symptom, Timed, kind_of
from journal.core.refusal import Refused
from journal.exchange.file_rows import FoundRow, Where
from journal.exchange.recognised_rows import RecognisedRows, may_be_corrected
from journal.exchange.row_meaning import fields_said, said, same_minute
from journal.exchange.said_beside import beside_as_said

CHANGED_LIMIT = 10_000
Named = Product | Symptom | None


class Changed(StrEnum):
    """What becomes of them: ours stays, theirs takes its place, or both stay, where the file's may be another entry."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class ChangedRow(NamedTuple):
    """``theirs`` is ours as the file says it; ``beside`` the row as an entry of its own, where it may be one.

    ``about``: the product or symptom of each, where it is another one.
    """

    where: Where
    ours: Entry
    theirs: Entry
    beside: Entry | None = None
    about: tuple[Named, Named] = (None, None)

    def written(self, changed: Changed) -> Entry | None:
        """What is written of it."""
        return {Changed.OURS: None, Changed.THEIRS: self.theirs, Changed.BOTH: self.beside}[changed]


class Twin(NamedTuple):
    """A new dose with ours, and the product of each."""

    where: Where
    theirs: Dose
    ours: Dose
    products: tuple[Named, Named]

    @property
    def private(self) -> bool:
        """Whether others who look on may not read of it."""
        return any(entry is not None and entry.private for entry in (self.theirs, self.ours, *self.products))


def with_values_of(ours: Entry, entry: Entry) -> Entry:
    """Ours, saying what the row says; what the row does not say stays."""
    values: dict[str, Any]
    match entry:
        case Dose() if isinstance(ours, Dose):
            values = {"product": entry.product, **beside_as_said(ours, entry)}
            if (entry.amount.dimension, entry.amount.quantity) != (ours.amount.dimension, ours.amount.quantity):
                values["amount"] = entry.amount  # else ours may know its basis, or the words
        case Rating():
            values = {"symptom": entry.symptom, "value": entry.value}
        case Note():
            values = {"text": entry.text}
        case DayMark():
            values = {"mark": entry.mark}
        case _:
            values = {field.name: getattr(entry, field.name) for field in fields_said(ours, entry)}
    if isinstance(entry, Timed) and isinstance(ours, Timed) and not same_minute(ours, entry):
        values["at"] = entry.at  # else ours may know the seconds, too
    return replace(ours, **values)


class CorrectedRows:
    """New rows of which the journal says something else at the same time: only when every row was read is it known
    which entries of the journal none of them is."""

    def __init__(self, recognised: RecognisedRows) -> None:
        self._recognised = recognised
        self._waiting: list[tuple[FoundRow, Entry]] = []

    def waits(self, row: FoundRow, entry: Entry) -> bool:
        """Whether it must; Refused for the whole file where so many do that they can only be read wrongly."""
        if kind_of(entry) not in DIARY_KINDS or not self._recognised.says_otherwise(entry):
            return False
        if len(self._waiting) == CHANGED_LIMIT:
            raise Refused("too-many-changed", limit=CHANGED_LIMIT)
        self._waiting.append((row, entry))
        return True

    def settled(self) -> Iterator[tuple[FoundRow, Entry, Entry, Entry | None]]:
        """Each as the file and as the journal names it, with the entry of ours that it is, or None."""
        places = {said(entry).place for _, entry in self._waiting}
        kinds = {kind_of(entry) for _, entry in self._waiting}
        ours = self._recognised.unclaimed(places, kinds) if places else {}
        for row, entry in self._waiting:
            there = ours.get(said(entry).place, [])
            corrected = _nearest(entry, there)
            if corrected is not None:
                there.remove(corrected)
            assert isinstance(row.entry, Entry)
            yield row, row.entry, entry, corrected


def _nearest(entry: Entry, ours: Sequence[Entry]) -> Entry | None:
    """Of ours at this place the one that the row most likely is, its amount or rating corrected since."""
    possible = [own for own in ours if may_be_corrected(own, entry)]
    return min(possible, key=lambda own: abs(_size(own) - _size(entry)), default=None)


def may_be_another(entry: Entry) -> bool:
    """Whether there can be two of them at one place; a day has one mark."""
    return not isinstance(entry, DayMark)


def _size(entry: Entry) -> int:
    if isinstance(entry, Dose):
        return entry.amount.quantity or 0
    return (entry.value or 0) if isinstance(entry, Rating) else 0
