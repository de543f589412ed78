"""What every entry must be before it is written: the last gate, whoever made the value."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from journal.core.amounts import LIMITS, Amount
from journal.core.entries import DayMark, Dose, Entry, Note, Person, Product, Rating, Setting, Symptom, Timed, Unit
from journal.core.moments import EARLIEST_MS, LATEST_MS, Moment
from journal.core.plaintext import NAME_LIMIT, clean_name, is_clean_note
from journal.core.preferences import preferences_from
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MAX_OFFSET_S = 86_400
_LAST_POSITION = 1_000_000


def refuse_invalid(entry: Entry) -> None:
    """Raise Refused("invalid", field=...) for a value that no form could have made."""
    _require(isinstance(entry, Setting) or bool(_ID.fullmatch(entry.id)), "id")
    _require(entry.origin is None or (len(entry.origin) <= NAME_LIMIT and is_clean_note(entry.origin)), "origin")
    _require_instant(entry.deleted_ms, "deleted")
    if isinstance(entry, Timed):
        _check_moment(entry.at)
        _require_instant(entry.recorded_ms, "recorded")
    check = _CHECKS.get(type(entry))
    if check is not None:
        check(entry)


def _require(condition: bool, field: str) -> None:
    if not condition:
        raise Refused("invalid", field=field)


def _require_instant(ms: int | None, field: str) -> None:
    _require(ms is None or (type(ms) is int and EARLIEST_MS <= ms < LATEST_MS), field)


def _require_note(text: str, field: str) -> None:
    _require(isinstance(text, str) and is_clean_note(text), field)


def _require_name(text: str, field: str, empty: bool = True) -> None:
    if empty and text == "":
        return
    _require(isinstance(text, str) and len(text) <= NAME_LIMIT and clean_name(text) == text, field)
    _require(empty or bool(text), field)


def _require_reference(entry_id: str | None, field: str) -> None:
    _require(entry_id is None or bool(_ID.fullmatch(entry_id)), field)


def _require_spread(spread: int | None) -> None:
    _require(spread is None or (type(spread) is int and 0 <= spread <= max(LIMITS.values())), "spread")


def _check_moment(moment: Moment) -> None:
    _require_instant(moment.utc_ms, "at")
    _require(type(moment.offset_s) is int and abs(moment.offset_s) < _MAX_OFFSET_S, "at")
    _require(_is_zone(moment.zone), "zone")


@lru_cache(maxsize=1000)
def _is_zone(zone: str) -> bool:
    return isinstance(zone, str) and 0 < len(zone) <= 64 and is_clean_note(zone)


def _check_amount(amount: Amount) -> None:
    _require((amount.quantity is None) == (amount.dimension is None), "amount")
    _require_note(amount.text, "amount")
    if amount.quantity is not None and amount.dimension is not None:
        _require(type(amount.quantity) is int and 0 < amount.quantity <= LIMITS[amount.dimension], "amount")
    _require_spread(amount.spread)
    _require_reference(amount.unit, "unit")


def _check_dose(dose: Dose) -> None:
    _check_amount(dose.amount)
    _require_reference(dose.product, "product")
    _require_note(dose.note, "note")
    _require_instant(dose.finished_ms, "finished")
    for reason in dose.reasons:
        _require_name(reason, "reasons", empty=False)


def _check_rating(rating: Rating) -> None:
    _require(rating.value is None or (type(rating.value) is int and 0 <= rating.value <= 10), "value")
    _require_reference(rating.symptom, "symptom")
    _require_reference(rating.dose, "dose")
    _require(0 < len(rating.group) <= NAME_LIMIT and is_clean_note(rating.group), "group")
    _require_name(rating.site, "site")
    _require_name(rating.side, "side")
    _require_instant(rating.due_ms, "due")


def _check_product(product: Product) -> None:
    _require_name(product.name, "name", empty=False)
    for field in ("vendor", "strain", "vein", "default_unit", "strength", "strength_source"):
        _require_name(getattr(product, field), field)


def _check_unit(unit: Unit) -> None:
    _require_reference(unit.product, "product")
    _require_name(unit.name, "name", empty=False)
    if unit.quantity is not None:
        _require(type(unit.quantity) is int and 0 < unit.quantity <= LIMITS[unit.dimension], "quantity")
    _require_spread(unit.spread)
    _require_name(unit.measured, "measured")


def _check_symptom(symptom: Symptom) -> None:
    _require(symptom.code is None or symptom.code in BY_CODE, "code")
    _require_name(symptom.name, "name", empty=symptom.code is not None)
    _require(type(symptom.position) is int and abs(symptom.position) <= _LAST_POSITION, "position")
    _require_name(symptom.low_label, "low_label")
    _require_name(symptom.high_label, "high_label")


def _check_person(person: Person) -> None:
    _require_name(person.name, "name")
    _require(person.birth_year is None or 1890 <= person.birth_year <= 2100, "birth_year")
    _require_note(person.purpose, "purpose")
    _require_note(person.goal, "goal")


def _check_note(note: Note) -> None:
    _require_note(note.text, "text")
    _require(bool(note.text.strip()), "text")


def _check_day_mark(mark: DayMark) -> None:
    _require(1970 <= mark.day.year <= 2100, "day")
    _require_instant(mark.recorded_ms, "recorded")


def _check_setting(setting: Setting) -> None:
    _require(0 < len(setting.id) <= 64 and is_clean_note(setting.id), "id")
    _require(len(setting.value) <= 10_000 and is_clean_note(setting.value), "value")
    # A value that could not be read back would keep the journal from opening.
    preferences_from([setting])


_CHECKS: dict[type[Entry], Callable[..., None]] = {
    Dose: _check_dose, Rating: _check_rating, Product: _check_product, Unit: _check_unit, Symptom: _check_symptom,
    Person: _check_person, Note: _check_note, DayMark: _check_day_mark, Setting: _check_setting,
}  # fmt: skip
