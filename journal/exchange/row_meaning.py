"""What an entry says, however it is written: what it is about, and the values that may be corrected later.

Notes beside a dose, preparation and basis may have been added later, and a spreadsheet may have lost the seconds: none
of them makes it another entry.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journal.core.entries import DayMark, Dose, Entry, Note, Rating, Timed
from journal.core.fields import Choice, Day, Field, Free, Name, Quantity, Refers, Whole
from journal.core.kinds import declared
from journal.core.moments import MINUTE_MS
from journal.core.plaintext import folded

NameOf = Callable[[str | None], str]  # of a product or symptom: its id, or what it is called


class Said(NamedTuple):
    """``place``: its kind, its minute or day, and what it is about; ``values``: what was said of that."""

    place: str
    values: str

    @property
    def whole(self) -> str:
        """Both: what makes it the same entry."""
        return f"{self.place}\x1d{self.values}"

    def differences(self, other: Said) -> int:
        """In how many of three things another one of its kind differs: its minute, what it is about, its value."""
        (_, minute, about), (_, its_minute, its_about) = self._parts, other._parts
        return [minute != its_minute, about != its_about, self.values != other.values].count(True)

    def is_of_kind(self, other: Said) -> bool:
        """Whether both are of one kind; a rating only if it is of the same symptom, as each has a column of its own."""
        (kind, _, about), (its_kind, _, its_about) = self._parts, other._parts
        return kind == its_kind and (kind != Rating.__name__ or about == its_about)

    @property
    def _parts(self) -> tuple[str, str, list[str]]:
        kind, minute, *about = self.place.split("\x1f", 2)
        return kind, minute, about


def by_id(entry_id: str | None) -> str:
    """Names by which entries of one journal are compared."""
    return entry_id or ""


def said(entry: Entry, name_of: NameOf = by_id) -> Said:
    """What an entry of the diary says."""
    place: list[object]
    match entry:
        case Dose(amount=amount):
            place = [name_of(entry.product)]
            values: list[object] = [amount.dimension, amount.quantity]
            values += [folded(amount.text)] if amount.quantity is None else []
        case Rating():
            place, values = [name_of(entry.symptom), entry.site, entry.side], [entry.value]
        case Note():
            place, values = [], [folded(entry.text)]
        case DayMark():
            place, values = [entry.day.isoformat()], [entry.mark]
        case _:
            fields = declared(entry).fields
            place = [_plain(entry, field) for field in fields if _is_about(field)]
            values = [_plain(entry, field) for field in fields if is_value(field)]
    minute = _minute(entry) if isinstance(entry, Timed) else 0
    return Said(_joined([type(entry).__name__, minute, *place]), _joined(values))


def fields_said(ours: Entry, entry: Entry) -> list[Field]:
    """The fields that a correction of ours changes: its values, and what it is about where that is another thing."""
    fields = declared(entry).fields
    same = all(_plain(ours, field) == _plain(entry, field) for field in fields if _is_about(field))
    return [field for field in fields if is_value(field) or (_is_about(field) and not same)]


def same_minute(one: Timed, other: Timed) -> bool:
    """Whether both are of one minute."""
    return _minute(one) == _minute(other)


def _minute(entry: Timed) -> int:
    return entry.at.utc_ms // MINUTE_MS


def _joined(parts: list[object]) -> str:
    return "\x1f".join(map(str, parts))


def _plain(entry: Entry, field: Field) -> object:
    value = getattr(entry, field.name)
    return "".join(folded(value).split()) if isinstance(field.declared, Name | Free) else value


def _is_about(field: Field) -> bool:
    """Whether another value is about something else: another medicine, another day."""
    match field.declared:
        case Choice() | Day() | Refers():
            return field.name != "answer"
        case Name(required=required, searchable=searchable):
            return searchable and not required
    return False


def is_value(field: Field) -> bool:
    """Whether a value tells how much or how it was, as the amount of an intake does."""
    match field.declared:
        case Whole() | Quantity():
            return True
        case Free(required=required):
            return required
        case Name(required=required):
            return required or field.name == "amount"
    return field.name in ("answer", "answers")
