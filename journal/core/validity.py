"""What every entry must be before it is written, checked once for all callers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any

from journal.core.amounts import LIMITS, SIGNS, Amount, Dimension, plain_number
from journal.core.check_ins import CheckIn, field_that_does_not_fit
from journal.core.entries import Entry, Setting, Symptom, Unit
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Field,
    Flag,
    Free,
    Identity,
    Instant,
    Lines,
    Name,
    Quantity,
    Refers,
    When,
    Whole,
)
from journal.core.kinds import KINDS, declared
from journal.core.moments import EARLIEST_MS, FIRST_DAY, FURTHEST_OFFSET_S, LAST_DAY, LATEST_MS
from journal.core.plaintext import NAME_LIMIT, NOTE_LIMIT, clean_name, is_clean_note
from journal.core.preferences import preferences_from
from journal.core.refusal import Refused
from journal.core.rough_days import RoughDay
from journal.core.symptoms import BY_CODE

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LARGEST = max(LIMITS.values())

Test = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class _Check:
    """One test: of the value at ``path``, refused under the name ``field``. ``optional``: None passes.

    ``refusal``: what else there is to say of a value that fails, such as the numbers that fit.
    """

    path: str
    field: str
    passes: Test
    optional: bool = False
    refusal: Callable[[Any], Refused | None] = lambda _value: None


def refuse_invalid(entry: Entry) -> None:
    """Raise Refused("invalid", field=...) for a value that no form could have made.

    An end before its beginning is "end-before-beginning": a person may well type one.
    """
    kind = declared(entry).code
    checks, values = _CHECKS[kind], _VALUES[kind](entry)
    for check, value in zip(checks, values, strict=True):
        if not (check.passes(value) if value is not None else check.optional):
            raise check.refusal(value) or Refused("invalid", field=check.field)
    for beginning, end in PERIODS[kind]:
        _refuse_backwards(getattr(entry, beginning), getattr(entry, end))
    also = _ALSO.get(kind)
    if also is not None:
        also(entry)


# --- what a declaration asks of a value ------------------------------------------------------------------------------


def _checks(field: Field) -> Iterator[_Check]:
    """The tests of one field; yes or no and choices are what their types say."""
    check = partial(_Check, field.name, field.name_in_files, optional=field.optional)
    match field.declared:
        case Identity() | Refers():
            yield check(_is_id, refusal=lambda _id: Refused("id-unreadable", field=field.name_in_files))
        case Instant():
            yield check(_is_instant)
        case Code(longest, empty):
            yield check(partial(_is_code, longest=longest, empty=empty))
        case Name(required):
            yield check(_is_full_name if required else _is_name, refusal=partial(_unlike_text, field, NAME_LIMIT))
        case Lines():
            yield check(_are_full_names)
        case Free(required):
            yield check(_is_full_note if required else _is_note, refusal=partial(_unlike_text, field, NOTE_LIMIT))
        case Whole(low, high):
            yield check(
                partial(_is_whole, low=low, high=high),
                refusal=partial(_outside, field=field.name_in_files, low=low, high=high),
            )
        case Day(of_entry=True):
            yield check(_is_own_day)
        case When():
            yield from _moment_checks(field.name)
        case Quantity():
            yield from _amount_checks(field.name)
        case Day(rough=False):
            yield check(_is_of_a_day)
        case Day(rough=True, ends=ends):
            yield check(partial(_is_rough_as, ends=bool(ends)))
        case Flag() | Choice():
            pass


def _moment_checks(name: str) -> Iterator[_Check]:
    yield _Check(f"{name}.utc_ms", name, _is_instant)
    yield _Check(f"{name}.offset_s", name, lambda seconds: type(seconds) is int and abs(seconds) < FURTHEST_OFFSET_S)
    yield _Check(f"{name}.zone", "zone", _is_zone)


def _amount_checks(name: str) -> Iterator[_Check]:
    yield _Check(name, name, lambda amount: (amount.quantity is None) == (amount.dimension is None))
    yield _Check(f"{name}.text", name, _is_note)
    yield _Check(name, name, _can_be_kept, refusal=_too_large)
    yield _Check(f"{name}.spread", "spread", partial(_is_whole, low=0, high=_LARGEST), optional=True)
    yield _Check(f"{name}.unit", "unit", _is_id, optional=True)


def _is_id(value: str) -> bool:
    return bool(_ID.fullmatch(value))


def _is_instant(ms: int) -> bool:
    return type(ms) is int and EARLIEST_MS <= ms < LATEST_MS


def _is_code(text: str, longest: int, empty: bool) -> bool:
    return (empty or bool(text)) and len(text) <= longest and is_clean_note(text)


def _is_name(text: str) -> bool:
    return text == "" or (isinstance(text, str) and len(text) <= NAME_LIMIT and clean_name(text) == text)


def _is_full_name(text: str) -> bool:
    return text != "" and _is_name(text)


def _are_full_names(names: tuple[str, ...]) -> bool:
    return all(map(_is_full_name, names))


def _is_note(text: str) -> bool:
    return isinstance(text, str) and is_clean_note(text)


def _is_full_note(text: str) -> bool:
    return _is_note(text) and bool(text.strip())


def _unlike_text(field: Field, limit: int, text: Any) -> Refused | None:
    """What is wrong with a text; None for what is none."""
    name = field.name_in_files
    if not isinstance(text, str):
        return None
    if not text.strip() and field.required:
        return Refused("text-empty", field=name)
    if len(text) > limit:
        return Refused("text-too-long", field=name, limit=limit, length=len(text))
    return Refused("text-not-kept", field=name)


def _is_whole(number: int, low: int, high: int) -> bool:
    return type(number) is int and low <= number <= high


def _outside(number: Any, field: str, low: int, high: int) -> Refused | None:
    """The number and those that fit; None for what is no number."""
    if type(number) is not int:
        return None
    return Refused("invalid-number", field=field, text=str(number)[:40], low=low, high=high)


def _too_large(amount: Amount) -> Refused | None:
    """The number, which the words beside it may not say; None for what is not too much."""
    if type(amount.quantity) is not int or amount.quantity <= 0 or amount.dimension is None:
        return None
    return Refused("invalid-amount", text=f"{plain_number(amount.quantity)} {SIGNS[amount.dimension]}"[:40])


def _is_own_day(day: dt.date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY and _is_of_a_day(day)


def _is_rough_as(day: dt.date, ends: bool) -> bool:
    return _is_of_a_day(day) or (isinstance(day, RoughDay) and day.ends is ends)


def _is_of_a_day(day: dt.date) -> bool:
    return not isinstance(day, RoughDay)


def _can_be_kept(amount: Amount) -> bool:
    return amount.quantity is None or (amount.dimension is not None and _fits(amount.quantity, amount.dimension))


def _fits(quantity: int, dimension: Dimension) -> bool:
    return type(quantity) is int and 0 < quantity <= LIMITS[dimension]


@lru_cache(maxsize=1000)
def _is_zone(zone: str) -> bool:
    return isinstance(zone, str) and 0 < len(zone) <= 64 and is_clean_note(zone)


# --- what two fields tell together ----------------------------------------------------------------------------------


def _periods(fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    """The fields of each beginning and its end."""
    for field in fields:
        if isinstance(field.declared, Day) and field.declared.ends:
            yield field.declared.ends, field.name


def _refuse_backwards(beginning: dt.date | None, end: dt.date | None) -> None:
    if beginning is not None and end is not None and end < beginning:
        raise Refused("end-before-beginning", end=end, beginning=beginning)


# --- what only a whole entry can tell --------------------------------------------------------------------------------


def _refuse_unit(entry: Entry) -> None:
    assert isinstance(entry, Unit)
    if entry.quantity is not None and not _fits(entry.quantity, entry.dimension):
        raise Refused("invalid", field="quantity")


def _refuse_symptom(entry: Entry) -> None:
    """A built-in one is known by its code, any other by its name."""
    assert isinstance(entry, Symptom)
    if entry.code is not None and entry.code not in BY_CODE:
        raise Refused("invalid", field="code")
    if entry.code is None and not entry.name:
        raise Refused("invalid", field="name")


def _refuse_setting(entry: Entry) -> None:
    """A value that could not be read back would keep the journal from opening."""
    assert isinstance(entry, Setting)
    preferences_from([entry])


def _refuse_check_in(entry: Entry) -> None:
    """Refuse answers that are not those of its instrument: a score of them would be wrong."""
    assert isinstance(entry, CheckIn)
    field = field_that_does_not_fit(entry)
    if field is not None:
        raise Refused("invalid", field=field)


_ALSO: dict[str, Callable[[Entry], None]] = {
    "unit": _refuse_unit, "symptom": _refuse_symptom, "setting": _refuse_setting, "check_in": _refuse_check_in,
}  # fmt: skip
assert _ALSO.keys() <= KINDS.keys()

PERIODS = {kind.code: tuple(_periods(kind.fields)) for kind in KINDS.values()}
_CHECKS = {kind.code: tuple(check for field in kind.fields for check in _checks(field)) for kind in KINDS.values()}
_VALUES = {kind: attrgetter(*(check.path for check in checks)) for kind, checks in _CHECKS.items()}
