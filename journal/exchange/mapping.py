"""What the columns of a table mean: chosen by a person, guessed where there is no doubt, kept for the next time."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from journal.core.entries import Entry, Setting
from journal.core.plaintext import clean_name, folded, is_clean_note
from journal.core.refusal import Refused
from journal.core.typed_amounts import TYPED_UNITS
from journal.exchange.foreign_values import DateOrder, begins_with_day, readings
from journal.exchange.mapped_fields import MAPPED_FIELDS, field_called, is_at_a_moment
from journal.exchange.rating_columns import rated_symptom

UNITS = (*TYPED_UNITS, "pieces")
_NO_SYMPTOMS: Mapping[str, str] = MappingProxyType({})
_SETTING_LIMIT = 10_000
_YEAR = dt.timedelta(days=366)
_LONG = 10 * _YEAR


class Meaning(StrEnum):
    """What a column holds."""

    DATE = "date"
    TIME = "time"
    INSTANT = "instant"
    PRODUCT = "product"
    STRAIN = "strain"
    AMOUNT = "amount"
    UNIT = "unit"
    PREPARATION = "preparation"
    RATING = "rating"
    NOTE = "note"
    FIELD = "field"  # of another kind of entry; the column says which


# Several columns may be ratings, each of another symptom, fields, each of another, or notes, which are joined.
_OFTEN = (Meaning.RATING, Meaning.NOTE, Meaning.FIELD)
_WITH_TIME = (Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.PREPARATION, *_OFTEN)
_OF_A_DOSE = (Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.PREPARATION)


@dataclass(frozen=True, slots=True)
class Column:
    """One column's meaning (None: not read), and for a rating the symptom's name.

    Of a field ``of`` says which one (``measurement.pulse``), and ``symptom`` what stands behind the colon.
    """

    meaning: Meaning | None = None
    symptom: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a table is read. ``decimal`` is ``.``, ``,`` or empty (not said); ``unit`` one of UNITS or empty (not said).

    ``midday``: rows that name a day but no time of day are put at 12:00 and marked to be completed later.
    """

    columns: tuple[Column, ...]
    zone: str
    date_order: DateOrder | None = None
    decimal: str = ""
    unit: str = ""
    midday: bool = False

    def place(self, meaning: Meaning) -> int | None:
        """The first column of this meaning."""
        return next((n for n, column in enumerate(self.columns) if column.meaning is meaning), None)

    @property
    def needs_clock(self) -> bool:
        """Whether it makes anything that happened at a time of day; a laboratory's values are of a day."""
        read = [column for column in self.columns if column.meaning in _WITH_TIME]
        return any(column.meaning is not Meaning.FIELD or is_at_a_moment(column.of) for column in read)

    def with_column(self, number: int, column: Column) -> TableMapping:
        """The mapping with another meaning of one column."""
        return replace(self, columns=(*self.columns[:number], column, *self.columns[number + 1 :]))


def refuse_unfit(mapping: TableMapping) -> None:
    """Raise Refused with a ``mapping-`` code for a mapping that could make no entry of any row."""
    meanings = [column.meaning for column in mapping.columns if column.meaning is not None]
    for meaning in set(meanings):
        if meaning not in _OFTEN and meanings.count(meaning) > 1:
            raise Refused("mapping-twice")
    if any(column.meaning is Meaning.RATING and not clean_name(column.symptom) for column in mapping.columns):
        raise Refused("mapping-symptom")
    symptoms = [folded(column.symptom) for column in mapping.columns if column.meaning is Meaning.RATING]
    if len(symptoms) != len(set(symptoms)):
        raise Refused("mapping-twice")
    if Meaning.INSTANT not in meanings and Meaning.DATE not in meanings:
        raise Refused("mapping-no-time")
    _refuse_unfit_fields(mapping)
    clock = Meaning.INSTANT in meanings or Meaning.TIME in meanings or mapping.midday
    if not clock and mapping.needs_clock:
        raise Refused("mapping-no-clock")
    if not set(meanings) & {*_OF_A_DOSE, *_OFTEN}:
        raise Refused("mapping-nothing")


def _refuse_unfit_fields(mapping: TableMapping) -> None:
    read = [column for column in mapping.columns if column.meaning is Meaning.FIELD]
    if any(not MAPPED_FIELDS[column.of].fits(column.symptom) for column in read):
        raise Refused("mapping-which")
    once = [(column.of, folded(column.symptom)) for column in read if not MAPPED_FIELDS[column.of].several]
    if len(once) != len(set(once)):
        raise Refused("mapping-twice")


# --- a first guess ---------------------------------------------------------------------------------------------------

_NAMES: dict[Meaning, frozenset[str]] = {
    Meaning.DATE: frozenset({"date", "day", "datum", "fecha"}),
    Meaning.TIME: frozenset({"time", "clock", "time of day", "uhrzeit", "hora"}),
    Meaning.INSTANT: frozenset({"datetime", "date time", "date/time", "timestamp", "time stamp", "when", "logged at"}),
    Meaning.PRODUCT: frozenset({"product", "item", "produkt", "producto"}),
    Meaning.STRAIN: frozenset({"strain", "strain name"}),
    Meaning.AMOUNT: frozenset({"amount", "dose", "dosage", "quantity", "grams", "g", "mg", "ml", "menge"}),
    Meaning.UNIT: frozenset({"unit", "units", "einheit"}),
    Meaning.PREPARATION: frozenset({"preparation", "method", "how taken"}),
    Meaning.NOTE: frozenset({"note", "notes", "comment", "comments", "remarks", "notiz"}),
}  # fmt: skip
_UNIT_WORDS = {"g": "g", "gram": "g", "grams": "g", "mg": "mg", "ml": "ml", "capsules": "pieces", "pieces": "pieces"}


def guessed(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    zone: str,
    today: dt.date = dt.date.max,
    symptoms: Mapping[str, str] = _NO_SYMPTOMS,
) -> TableMapping:
    """What the names of the columns and the first rows say. Date order, decimal sign and unit stay open where the rows
    can be read in two ways. ``symptoms`` (``rating_columns.symptom_names``): what a column of ratings may be called; a
    column is taken for one only where its numbers fit a scale up to 10 and no shorter one."""
    mapping = TableMapping(tuple(Column() for _ in columns), zone)
    sample, fields = list(rows), set[str]()
    for number, name in enumerate(columns):
        meaning = _meaning_of(name)
        if meaning is not None and mapping.place(meaning) is None:
            mapping = mapping.with_column(number, Column(meaning))
        elif meaning is None and (called := field_called(_words(name))) is not None and called[0] not in fields:
            fields.add(called[0])
            mapping = mapping.with_column(number, field_column(*called, name))
    mapping = _with_ratings(_with_instant(mapping, sample), columns, sample, symptoms)
    return replace(
        mapping,
        date_order=_order(_cells(mapping, sample, Meaning.DATE, Meaning.INSTANT), today),
        decimal=_decimal(_cells(mapping, sample, Meaning.AMOUNT)),
        unit=_unit(columns, mapping),
    )


def _words(name: str) -> list[str]:
    return folded("".join(letter if letter.isalnum() or letter == "/" else " " for letter in name)).split()


def _meaning_of(name: str) -> Meaning | None:
    words = _words(name)
    for meaning, names in _NAMES.items():
        if " ".join(words) in names:
            return meaning
    if len(words) == 2 and words[1] in _UNIT_WORDS and words[0] in _NAMES[Meaning.AMOUNT]:
        return Meaning.AMOUNT
    return None


def _with_instant(mapping: TableMapping, rows: Sequence[Sequence[str]]) -> TableMapping:
    """A date or time column that holds both is an instant."""
    for meaning in (Meaning.DATE, Meaning.TIME):
        place = mapping.place(meaning)
        cells = _cells(mapping, rows, meaning)
        if place is not None and cells and all(_is_both(cell) for cell in cells):
            return mapping.with_column(place, Column(Meaning.INSTANT))
    return mapping


def _with_ratings(
    mapping: TableMapping, columns: Sequence[str], rows: Sequence[Sequence[str]], symptoms: Mapping[str, str]
) -> TableMapping:
    """Every column that seems to rate a symptom, each symptom once."""
    rated: set[str] = set()
    for number, name in enumerate(columns):
        cells = [row[number] for row in rows if number < len(row)]
        symptom = rated_symptom(name, cells, symptoms) if mapping.columns[number].meaning is None else ""
        if symptom and symptom not in rated:
            rated.add(symptom)
            mapping = mapping.with_column(number, Column(Meaning.RATING, symptom))
    return mapping


def _is_both(cell: str) -> bool:
    return ":" in cell and begins_with_day(cell)


def _cells(mapping: TableMapping, rows: Sequence[Sequence[str]], *meanings: Meaning) -> list[str]:
    places = [place for meaning in meanings if (place := mapping.place(meaning)) is not None]
    return [cell for row in rows for place in places if place < len(row) and (cell := row[place].strip())]


def _order(cells: Sequence[str], today: dt.date) -> DateOrder | None:
    """The one order in which all of them can be read; None if there are two, or none."""
    days_of_cells = [days for cell in cells if (days := readings(cell))]
    orders = set(DateOrder).intersection(*days_of_cells) if days_of_cells else set[DateOrder]()
    if DateOrder.YMD in orders:  # with two digits the days of a month can be years, and the other way round
        return _likely({order: [days[order] for days in days_of_cells] for order in orders}, today)
    return orders.pop() if len(orders) == 1 else None


def _likely(days: dict[DateOrder, list[dt.date]], today: dt.date) -> DateOrder | None:
    """The order that puts the days close together, where every other one spreads them over many years or into the
    future.

    20.11.26, 21.11.26 ... 05.12.26 are two weeks with the day in front, and 21 years with the year in front.
    """
    spans = {
        order: max(dates) - min(dates)
        for order, dates in days.items()
        if today > dt.date.max - _YEAR or max(dates) <= today + _YEAR
    }
    for order, span in spans.items():
        others = [other for key, other in spans.items() if key is not order]
        if span <= _LONG and all(other > max(_LONG, 10 * span) for other in others):
            return order
    return None


def _decimal(cells: Sequence[str]) -> str:
    """The sign before a fraction that is no group of three digits; empty if none or both are there."""
    signs = {
        sign
        for cell in cells
        for sign in ".,"
        if cell.count(sign) == 1 and len(digits := cell.partition(sign)[2].rstrip(" gml")) != 3 and digits.isdigit()
    }
    return signs.pop() if len(signs) == 1 else ""


def _unit(columns: Sequence[str], mapping: TableMapping) -> str:
    place = mapping.place(Meaning.AMOUNT)
    words = [] if place is None else _words(columns[place])
    return next((_UNIT_WORDS[word] for word in words if word in _UNIT_WORDS), "")


# --- kept and written ------------------------------------------------------------------------------------------------


def setting_key(columns: Sequence[str]) -> str:
    """Under which a mapping is kept for files with these columns."""
    return "import." + hashlib.sha256("\x1f".join(columns).encode()).hexdigest()[:32]


def as_setting(columns: Sequence[str], mapping: TableMapping) -> Setting | None:
    """The mapping as a setting of the journal, where symptoms are named; None if it is too long for one."""
    text = to_text(columns, mapping)
    return Setting(id=setting_key(columns), value=text) if len(text) <= _SETTING_LIMIT and is_clean_note(text) else None


def remembered(get: Callable[[str], Entry | None], columns: Sequence[str], zone: str) -> TableMapping | None:
    """The mapping that the journal keeps for files with these columns, asked with ``get``; None if there is none."""
    kept = get(setting_key(columns))
    if not isinstance(kept, Setting) or kept.deleted_ms is not None:
        return None
    try:
        return from_text(kept.value, columns, zone)
    except Refused:
        # Kept by another version, or edited in an export: then the mapping is guessed anew.
        return None


def to_text(columns: Sequence[str], mapping: TableMapping) -> str:
    """The mapping as JSON, its columns by name."""
    read = {name: _column_text(column) for name, column in zip(columns, mapping.columns, strict=True) if column.meaning}
    rest = {
        "date_order": mapping.date_order, "decimal": mapping.decimal, "unit": mapping.unit,
        "zone": mapping.zone, "midday": mapping.midday,
    }  # fmt: skip
    return json.dumps({"columns": read, **{key: value for key, value in rest.items() if value}}, ensure_ascii=False)


def _column_text(column: Column) -> str:
    if column.meaning is Meaning.FIELD:
        return f"{column.of}:{column.symptom}" if column.symptom else column.of
    return f"{column.meaning}:{column.symptom}" if column.symptom else str(column.meaning)


def from_text(text: str, columns: Sequence[str], zone: str) -> TableMapping:
    """The mapping in the JSON for these columns; ``zone`` where it names none. Refused("mapping-broken") for anything
    else, Refused("mapping-column") for a column that is not there, Refused("mapping-field") for what none can hold."""
    try:
        kept = json.loads(text)
        named: dict[str, str] = dict(kept["columns"])
        missing = [name for name in named if name not in columns]
        if missing:
            raise Refused("mapping-column", column=missing[0][:40])
        return _mapping(kept, tuple(_column(named.get(name, ""), name) for name in columns), zone)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise Refused("mapping-broken") from problem


def _mapping(kept: dict[str, Any], columns: tuple[Column, ...], zone: str) -> TableMapping:
    order, decimal, unit = kept.get("date_order"), kept.get("decimal", ""), kept.get("unit", "")
    if decimal not in ("", ".", ",") or unit not in ("", *UNITS):
        raise ValueError(decimal, unit)
    chosen = DateOrder(order) if order else None
    return TableMapping(columns, str(kept.get("zone", zone)), chosen, decimal, unit, kept.get("midday") is True)


def _column(text: str, name: str) -> Column:
    if not text:
        return Column()
    meaning, _, symptom = text.partition(":")
    if meaning in MAPPED_FIELDS:
        return field_column(meaning, symptom, name)
    if meaning == Meaning.FIELD or meaning not in [*Meaning]:
        raise Refused("mapping-field", field=text[:40])
    if Meaning(meaning) is Meaning.RATING:
        return Column(Meaning.RATING, symptom.strip() or name)
    return Column(Meaning(meaning))


def field_column(of: str, which: str, name: str) -> Column:
    """A column of that field; where it must be said which, and is not, it is what the column is called."""
    mapped = MAPPED_FIELDS[of]
    if not which.strip() and mapped.must_say_which and mapped.named and mapped.field.name != "name":
        which = name
    option = next((option for option in mapped.options if folded(option) == folded(which)), which.strip())
    return Column(Meaning.FIELD, option, of)
