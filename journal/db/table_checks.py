"""What an entry's table refuses, as named CHECK constraints, from what its kind declares."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import CheckConstraint

from journal.core.amounts import LIMITS, Dimension
from journal.core.fields import Choice, Day, Field, Flag, Free, Instant, Quantity, Recorded, When, Whole
from journal.core.journal_day import day_number
from journal.core.kinds import KINDS, Kind
from journal.core.moments import EARLIEST_MS, FURTHEST_OFFSET_S, LAST_DAY, LATEST_MS

# Whatever the order of fields, a table says its checks in this one; what every entry has comes last.
_WHEN, _FLAGS, _INSTANTS, _RANGES, _CHOICES, _FULL, _WHOLE_ROW, _EVERY_ENTRY = range(8)
_OF_EVERY_ENTRY = ("private", "complete_later", "deleted_ms")
_LARGEST = max(LIMITS.values())

_Check = tuple[int, str, str]  # its place, its name, what must hold


def _checks(field: Field) -> Iterator[_Check]:
    name = field.name
    match field.declared:
        case When():
            yield _WHEN, "time_in_range", _instant("utc_ms")
            yield _WHEN, "offset_in_range", f"offset_s BETWEEN -{FURTHEST_OFFSET_S} AND {FURTHEST_OFFSET_S}"
        case Day(of_entry=True):
            yield _WHEN, f"{name}_in_range", f"{name} BETWEEN 0 AND {day_number(LAST_DAY)}"
        case Recorded():
            yield _WHEN, f"{field.name_in_files}_in_range", _instant(name)
        case Flag(added_later=False):
            yield _FLAGS, f"{name}_is_flag", f"{name} IN (0, 1)"
        case Instant():
            yield _INSTANTS, f"{field.name_in_files}_in_range", _instant(name)
        case Whole(low, high, in_table=True):
            yield _RANGES, f"{name}_in_range", f"{name} BETWEEN {low} AND {high}"
        case Choice(in_table=True):
            yield _CHOICES, f"{name}_known", _one_of(name, field.declared)
        case Free(required=True):
            yield _FULL, f"has_{name}", f"\"{name}\" <> ''"
        case Quantity():
            yield _RANGES, "quantity_in_range", f"quantity BETWEEN 1 AND {_LARGEST}"
            yield _RANGES, "spread_in_range", f"spread BETWEEN 0 AND {_LARGEST}"
            yield _CHOICES, "dimension_known", _one_of("dimension", Choice(Dimension))
            yield _WHOLE_ROW, "quantity_has_dimension", "(quantity IS NULL) = (dimension IS NULL)"


def _instant(name: str) -> str:
    return f"{name} BETWEEN {EARLIEST_MS} AND {LATEST_MS}"


def _one_of(name: str, choice: Choice) -> str:
    return f"{name} IN ({', '.join(repr(str(option)) for option in choice.options)})"


_NAMED = {"product": "name <> ''", "symptom": "code IS NOT NULL OR name <> ''"}
assert _NAMED.keys() <= KINDS.keys()


def constraints(kind: Kind) -> list[CheckConstraint]:
    """All of them, in the order in which a table says them."""
    rules = [
        (_EVERY_ENTRY if field.name in _OF_EVERY_ENTRY else place, name, holds)
        for field in kind.fields
        for place, name, holds in _checks(field)
    ]
    rules += [(_WHOLE_ROW, "named", _NAMED[kind.code])] if kind.code in _NAMED else []
    return [CheckConstraint(holds, name=name) for _, name, holds in sorted(rules, key=lambda rule: rule[0])]
