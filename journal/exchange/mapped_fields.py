"""Columns that hold a field of a kind without peculiarities: a pulse, a weight, a laboratory's value.

Such a column is written ``measurement.pulse``; behind a colon stands which one it is: an option of the kind's choice
(``lab_result.value:alt``, ``measurement.weight:kg``), or a name of the person's own (``lab_result.value:Ferritin``).
One of several lines has its number there (``check_in.answers:peg.2``; without one the columns are in their order), and
two fields that are commonly written as one can be in one column (``measurement.systolic/diastolic``: 128/82).
Which there are is read from what the kinds declare.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.core.check_ins import QUESTIONNAIRES
from journal.core.fields import Choice, Field, Lines, Name, Number, Whole
from journal.core.kinds import KINDS, Kind, Placed
from journal.core.pairs import pair_in
from journal.core.plaintext import clean_name, folded
from journal.core.printed_values import value_and_unit
from journal.core.refusal import Refused
from journal.exchange.csv_columns import column_of
from journal.exchange.foreign_values import exact_number

_WITH_MEANINGS_OF_THEIR_OWN = ("dose", "rating", "note", "day_mark")
_OWN = "own"  # the option of a choice beside which the entry has a name


@dataclass(frozen=True, slots=True)
class MappedField:
    """A field that a column may hold. ``choice`` says which one of its kind it is; None: there is only one.

    ``below``: the field whose number stands behind a slash in the same cell.
    """

    kind: Kind
    field: Field
    choice: Field | None
    below: Field | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """What may stand behind the colon, besides a name."""
        declared = None if self.choice is None else self.choice.declared
        return tuple(declared.options) if isinstance(declared, Choice) else ()

    @property
    def named(self) -> bool:
        """Whether a name of the person's own may stand there."""
        return _OWN in self.options and any(field.name == "name" for field in self.kind.fields)

    @property
    def must_say_which(self) -> bool:
        """Whether nothing can be made of it without."""
        return self.choice is not None and not self.choice.optional

    @property
    def several(self) -> bool:
        """Whether several columns may hold it, one line each."""
        return isinstance(self.field.declared, Lines)

    @property
    def takes_unit(self) -> bool:
        """Whether a unit that stands in another column belongs to it: an amount in words, a value with a unit."""
        declared = self.field.declared
        return isinstance(declared, Name) and (bool(declared.with_unit) or self.field.name == "amount")

    @property
    def fields(self) -> tuple[Field, ...]:
        """The field, or both of them."""
        return (self.field,) if self.below is None else (self.field, self.below)

    def items(self, option: str) -> int:
        """Of how many lines, each asked for by itself, it consists with this option; 0: of any number."""
        asked = next((questionnaire for of, questionnaire in QUESTIONNAIRES.items() if of == option), None)
        return asked.items if self.several and self.must_say_which and asked is not None else 0

    def option_and_item(self, which: str) -> tuple[str, int]:
        """ "peg.2" in two; 0: it names no line of its own."""
        option, _, item = which.rpartition(".")
        numbers = [str(n) for n in range(1, self.items(option) + 1)]
        return (option, int(item)) if item in numbers else (which, 0)

    def fits(self, which: str) -> bool:
        """Whether this may stand behind the colon."""
        if not which:
            return not self.must_say_which
        which, _ = self.option_and_item(which)
        return which in self.options or (self.named and bool(clean_name(which)))


def _choice_for(kind: Kind, field: Field) -> Field | None:
    """What says which one of its kind it is; a choice that need not be said belongs to one field, as a unit does."""
    choice = next((field for field in kind.fields if isinstance(field.declared, Choice)), None)
    if choice is None or not choice.optional or choice.name.startswith(f"{field.name}_"):
        return choice
    return None


def _can_be_in_a_column(field: Field) -> bool:
    return isinstance(field.declared, Whole | Number | Name | Lines)


def _mapped_fields(kind: Kind) -> Iterator[tuple[str, MappedField]]:
    by_name = {field.name: field for field in kind.fields}
    for field in filter(_can_be_in_a_column, kind.fields):
        choice = _choice_for(kind, field)
        yield f"{kind.code}.{field.name}", MappedField(kind, field, choice)
        below = field.declared.above if isinstance(field.declared, Whole) else ""
        if below:
            yield f"{kind.code}.{field.name}/{below}", MappedField(kind, field, choice, by_name[below])


MAPPED_FIELDS: Mapping[str, MappedField] = {
    of: mapped
    for kind in KINDS.values()
    if kind.in_diary and kind.code not in _WITH_MEANINGS_OF_THEIR_OWN
    for of, mapped in _mapped_fields(kind)
}


def field_called(words: Sequence[str]) -> tuple[str, str] | None:
    """The field that a column of these words can only be, and which one: "Systolic", "Weight kg"; None if in doubt.

    "Weight" alone may be that of a dose, and "Sleep" is a field of two kinds.
    """
    called = [
        (of, mapped)
        for of, mapped in MAPPED_FIELDS.items()
        if words and mapped.field.name == words[0] and mapped.below is None
    ]
    if len(called) != 1:
        return None
    (of, mapped), which = called[0], " ".join(words[1:])
    if mapped.must_say_which or (which not in mapped.options if mapped.options else bool(which)):
        return None
    return of, which


def pair_called(words: Sequence[str], cells: Iterable[str]) -> str:
    """The two fields that a column of these words and cells can only be: "BP" with 128/82; "" if in doubt."""
    filled = [cell for cell in cells if cell.strip()]
    if " ".join(words) not in _NAMES_OF_PRESSURE or not filled:
        return ""
    return "" if any(pair_in(cell) is None for cell in filled) else "measurement.systolic/diastolic"


_NAMES_OF_PRESSURE = frozenset({"bp", "blood pressure", "blutdruck", "tensión", "presión arterial", "rr"})


@dataclass(frozen=True, slots=True)
class HeldCell:
    """A cell that is not empty, of the column that holds ``of``; ``which`` is what stands behind the colon."""

    column: str
    of: str
    which: str
    text: str

    @property
    def mapped(self) -> MappedField:
        """The field that it is read as."""
        return MAPPED_FIELDS[self.of]

    @property
    def option(self) -> str:
        """What stands behind the colon, without the number of a line."""
        return self.mapped.option_and_item(self.which)[0]

    @property
    def item(self) -> int:
        """The number of its line; 0: the columns are in their order."""
        return self.mapped.option_and_item(self.which)[1]

    def parts(self) -> list[tuple[Field, str]]:
        """What it says of each field. Raises Refused where two numbers are wanted and something else is there."""
        if self.mapped.below is None:
            return [(self.mapped.field, self.text)]
        numbers = pair_in(self.text)
        if numbers is None:
            raise Refused("pair-unreadable", text=self.text[:40])
        return list(zip(self.mapped.fields, numbers, strict=True))


def is_at_a_moment(of: str) -> bool:
    """Whether an entry of this column needs a time of day."""
    return MAPPED_FIELDS[of].kind.placed is Placed.AT_A_MOMENT


def entries_of(held: Iterable[HeldCell]) -> list[list[HeldCell]]:
    """The cells of each entry: one of each kind; of one that says which it is, one of each."""
    entries: dict[tuple[str, str], list[HeldCell]] = {}
    for cell in held:
        which = folded(cell.option) if cell.mapped.must_say_which else ""
        entries.setdefault((cell.mapped.kind.code, which), []).append(cell)
    return [sorted(cells, key=lambda cell: cell.item) for cells in entries.values()]


def own_cells(held: Sequence[HeldCell], decimal: str, day: dt.date) -> dict[str, str]:
    """The entry as a row of the program's own CSV, less its identity and its time. Raises Refused."""
    kind = held[0].mapped.kind
    cells = {"kind": kind.code, **_which(held)}
    if kind.day_column is not None:
        cells[kind.day_column] = day.isoformat()
    for cell in held:
        for field, written in cell.parts():
            name, text = column_of(field), _value(field, written, decimal)
            cells[name] = f"{cells[name]}\n{text}" if cell.mapped.several and name in cells else text
    return _with_units_apart(kind, cells)


def _with_units_apart(kind: Kind, cells: Mapping[str, str]) -> dict[str, str]:
    """With "131 U/L" as 131 and its unit."""
    apart = dict(cells)
    for field in kind.fields:
        if isinstance(field.declared, Name) and field.declared.with_unit and column_of(field) in apart:
            unit = next(column_of(other) for other in kind.fields if other.name == field.declared.with_unit)
            apart[column_of(field)], apart[unit] = value_and_unit(apart[column_of(field)], apart.get(unit, ""))
    return apart


def _which(held: Sequence[HeldCell]) -> dict[str, str]:
    """The choice, and the name of what is the person's own."""
    for cell in held:
        mapped = cell.mapped
        if mapped.choice is not None and cell.which:
            if cell.option in mapped.options:
                return {column_of(mapped.choice): cell.option}
            return {column_of(mapped.choice): _OWN, "name": clean_name(cell.which)}
    return {}


def _number(text: str, decimal: str) -> str:
    """It has no unit beside it, as an amount may have."""
    try:
        return exact_number(text, decimal)
    except Refused as reason:
        if reason.code != "amount-unreadable":
            raise
        raise Refused("number-not-alone", text=text[:40]) from reason


def _value(field: Field, text: str, decimal: str) -> str:
    match field.declared:
        case Number():
            return _number(text, decimal)
        case Whole():
            number = _number(text, decimal)
            whole, _, fraction = number.partition(".")
            if fraction.strip("0"):
                raise Refused("invalid", field=field.name_in_files)
            return whole
    return text
