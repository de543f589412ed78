"""What the columns of a table seem to mean, by their names and first rows, where there is no doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.exchange.foreign_values import DateOrder, begins_with_day, is_stamp, readings, written_day
from journal.exchange.mapped_fields import field_called, pair_called
from journal.exchange.mapping import Column, Meaning, TableMapping, field_column
from journal.exchange.proposed_words import MOOD_SCALE, are_moods
from journal.exchange.rating_cells import seem_rated
from journal.exchange.rating_columns import rated_symptom

_NO_SYMPTOMS: Mapping[str, str] = MappingProxyType({})
_YEAR = dt.timedelta(days=366)
_LONG = 10 * _YEAR
_NAMES: dict[Meaning, frozenset[str]] = {
    Meaning.DATE: frozenset({"date", "day", "datum", "fecha", "día"}),
    Meaning.TIME: frozenset({"time", "clock", "time of day", "uhrzeit", "zeit", "tageszeit", "hora"}),
    Meaning.INSTANT: frozenset({"datetime", "date time", "date/time", "date and time", "timestamp", "time stamp",
                                "when", "logged at", "taken at", "zeitpunkt"}),
    Meaning.PRODUCT: frozenset({"product", "product name", "item", "brand", "produkt", "sorte", "präparat", "marke",
                                "producto", "marca"}),
    Meaning.STRAIN: frozenset({"strain", "strain name"}),
    Meaning.AMOUNT: frozenset({"amount", "amount taken", "dose", "dosage", "quantity", "qty", "how much", "grams", "g",
                               "mg", "ml", "menge", "dosis", "gramm", "wie viel", "cantidad", "gramos"}),
    Meaning.UNIT: frozenset({"unit", "units", "einheit", "unidad"}),
    Meaning.PREPARATION: frozenset({"preparation", "method", "how taken", "zubereitung", "preparación"}),
    Meaning.NOTE: frozenset({"note", "notes", "comment", "comments", "remark", "remarks", "observations", "notiz",
                             "notizen", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "kommentar", "nota",
                             "notas", "comentario", "comentarios"}),
}  # fmt: skip
_SYMPTOM_NAMES = frozenset({"symptom", "symptoms", "complaint", "beschwerde", "beschwerden", "síntoma"})
_VALUE_NAMES = frozenset({"severity", "intensity", "rating", "value", "strength", "level", "score", "stärke", "wert"})
_MOOD_NAMES = frozenset({"mood", "feeling", "stimmung", "befinden", "laune", "ánimo", "estado de ánimo"})
_UNIT_WORDS = {
    "g": "g",
    "gram": "g",
    "grams": "g",
    "gramm": "g",
    "gramos": "g",
    "mg": "mg",
    "ml": "ml",
    "capsules": "pieces",
    "pieces": "pieces",
}


def guessed(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    zone: str,
    today: dt.date = dt.date.max,
    symptoms: Mapping[str, str] = _NO_SYMPTOMS,
    typed: bool = False,
) -> TableMapping:
    """What the names of the columns and the first rows say. Date order, decimal sign and unit stay open where the rows
    can be read in two ways. ``symptoms`` (``rating_columns.symptom_names``): what a column of ratings may be called; a
    column is taken for one only where its numbers fit a scale up to 10 and no shorter one.
    ``typed``: numbers are numbers there, not texts, and come with a point."""
    mapping = TableMapping(tuple(Column() for _ in columns), zone)
    sample, fields = list(rows), set[str]()
    for number, name in enumerate(columns):
        meaning = _meaning_of(name)
        if meaning is not None and mapping.place(meaning) is None:
            mapping = mapping.with_column(number, Column(meaning))
        elif meaning is None and (called := field_called(_words(name))) is not None and called[0] not in fields:
            fields.add(called[0])
            mapping = mapping.with_column(number, field_column(*called, name))
        elif meaning is None and (pair := pair_called(_words(name), _of_column(sample, number))) not in ("", *fields):
            fields.add(pair)
            mapping = mapping.with_column(number, field_column(pair, "", name))
    mapping = _with_instant(_with_whole_days(mapping, columns, sample), sample)
    mapping = _with_ratings(mapping, columns, sample, symptoms)
    mapping = _with_named_symptoms(mapping, columns, sample)
    return replace(
        mapping,
        date_order=_order(_cells(mapping, sample, Meaning.DATE, Meaning.INSTANT), today),
        decimal=_decimal(_cells(mapping, sample, Meaning.AMOUNT), typed),
        unit=_unit(columns, mapping),
    )


def _of_column(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    return [row[number] for row in rows if number < len(row)]


def _words(name: str) -> list[str]:
    return folded("".join(letter if letter.isalnum() or letter == "/" else " " for letter in name)).split()


def _meaning_of(name: str) -> Meaning | None:
    words = _words(name)
    for meaning, names in _NAMES.items():
        if " ".join(words) in names:
            return meaning
    if len(words) == 2 and words[1] in _UNIT_WORDS and words[0] in (*_NAMES[Meaning.AMOUNT], "kratom"):
        return Meaning.AMOUNT
    return None


def _with_whole_days(mapping: TableMapping, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableMapping:
    """Another column called a date, where the first has no year, as "March 1" beside "2024-03-01"."""
    place, cells = mapping.place(Meaning.DATE), _cells(mapping, rows, Meaning.DATE)
    if place is None or not cells or any(begins_with_day(cell) or is_stamp(cell) or _is_day(cell) for cell in cells):
        return mapping
    for number, name in enumerate(columns):
        days = [cell.strip() for cell in _of_column(rows, number) if cell.strip()]
        called_so = not _NAMES[Meaning.DATE].isdisjoint(_words(name)) and mapping.columns[number].meaning is None
        if called_so and days and all(begins_with_day(cell) for cell in days):
            return mapping.with_column(place, Column()).with_column(number, Column(Meaning.DATE))
    return mapping


def _is_day(cell: str) -> bool:
    try:
        written_day(cell, None)
    except Refused as reason:
        return reason.code == "day-ambiguous"
    return True


def _with_instant(mapping: TableMapping, rows: Sequence[Sequence[str]]) -> TableMapping:
    """A date or time column that holds both is an instant; "When" beside a date, without any day in it, is a time."""
    place, cells = mapping.place(Meaning.INSTANT), _cells(mapping, rows, Meaning.INSTANT)
    dated, timed = (mapping.place(meaning) is not None for meaning in (Meaning.DATE, Meaning.TIME))
    if place is not None and dated:
        without_day = cells and not timed and not any(begins_with_day(cell) or is_stamp(cell) for cell in cells)
        return mapping.with_column(place, Column(Meaning.TIME)) if without_day else mapping
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
        cells = _of_column(rows, number)
        symptom = rated_symptom(name, cells, symptoms) if mapping.columns[number].meaning is None else ""
        scale = ""
        if not symptom and mapping.columns[number].meaning is None and _says_mood(name, cells):
            symptom, scale = symptoms.get("mood", ""), MOOD_SCALE
        if symptom and symptom not in rated:
            rated.add(symptom)
            mapping = mapping.with_column(number, Column(Meaning.RATING, symptom, scale=scale))
    return mapping


def _says_mood(name: str, cells: Sequence[str]) -> bool:
    """Whether it is called mood and holds words for it: what they mean is still to be said."""
    return " ".join(_words(name)) in _MOOD_NAMES and are_moods(cells)


def _with_named_symptoms(mapping: TableMapping, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableMapping:
    """A column of symptoms and one of how bad each was, if there is one of each and its numbers reach above 5."""
    free = [number for number, column in enumerate(mapping.columns) if column.meaning is None]
    symptoms = [number for number in free if " ".join(_words(columns[number])) in _SYMPTOM_NAMES]
    values = [number for number in free if " ".join(_words(columns[number])) in _VALUE_NAMES]
    if len(symptoms) != 1 or len(values) != 1 or not seem_rated(_of_column(rows, values[0])):
        return mapping
    named = mapping.with_column(symptoms[0], Column(Meaning.SYMPTOM))
    return named.with_column(values[0], Column(Meaning.RATING))


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


def _decimal(cells: Sequence[str], typed: bool) -> str:
    """The sign before a fraction that is no group of three digits; empty if none or both are there."""
    if typed and not any("," in cell for cell in cells):
        return "."
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
