"""The chosen meaning of a table's columns as text, and as a setting that keeps it for the next file like this one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from journal.core.entries import Entry, Setting
from journal.core.plaintext import clean_name, is_clean_note
from journal.core.refusal import Refused
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_fields import MAPPED_FIELDS
from journal.exchange.mapped_words import MOST_WORDS, scale_in
from journal.exchange.mapping import Case, Column, Meaning, TableMapping, Zero, field_column

_SETTING_LIMIT = 10_000
MOST_KINDS = 200  # of row, each with as many columns as the table has


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


def to_text(names: Sequence[str], mapping: TableMapping) -> str:
    """The mapping as JSON, its columns by name."""
    rest = {
        "date_order": mapping.date_order, "decimal": mapping.decimal, "unit": mapping.unit,
        "zone": mapping.zone, "midday": mapping.midday, "zero": mapping.zero.value,
        "rows": {case.category: _said_of(names, case.columns, mapping.columns) for case in mapping.cases},
    }  # fmt: skip
    kept = {"columns": {}, **_said_of(names, mapping.columns, (Column(),) * len(names))}
    return json.dumps({**kept, **{key: value for key, value in rest.items() if value}}, ensure_ascii=False)


def _said_of(names: Sequence[str], columns: Sequence[Column], known: Sequence[Column]) -> dict[str, Any]:
    """What is said of columns, as far as it is not known anyway."""
    new = [
        named_column for named_column in zip(names, columns, known, strict=True) if named_column[1] != named_column[2]
    ]
    kept = {
        "columns": {name: _column_text(column) for name, column, _ in new},
        "words": {name: dict(column.words) for name, column, other in new if column.words != other.words},
        "scales": {name: column.scale for name, column, _ in new if column.scale},
    }
    return {key: value for key, value in kept.items() if value}


def _column_text(column: Column) -> str:
    if column.meaning is None:
        return ""
    if column.meaning is Meaning.FIELD:
        return f"{column.of}:{column.symptom}" if column.symptom else column.of
    return f"{column.meaning}:{column.symptom}" if column.symptom else str(column.meaning)


def from_text(text: str, names: Sequence[str], zone: str) -> TableMapping:
    """The mapping in the JSON for these columns; ``zone`` where it names none. Refused("mapping-broken") for anything
    else, Refused("mapping-column") for a column that is not there, Refused("mapping-field") for what none can hold."""
    try:
        kept = json.loads(text)
        if isinstance(kept, dict) and "columns" not in kept:
            raise Refused("mapping-no-columns")
        columns = _columns(kept, names, (Column(),) * len(names))
        cases = [
            Case(clean_name(category), _columns(kept_columns, names, columns)) for category, kept_columns in _rows(kept)
        ]
        return replace(_mapping(kept, columns, zone), cases=tuple(cases))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise Refused("mapping-broken") from problem


def _rows(kept: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    rows = list(dict(kept.get("rows", {})).items())
    if len(rows) > MOST_KINDS:
        raise ValueError(len(rows))
    return rows


def _columns(kept: dict[str, Any], names: Sequence[str], known: Sequence[Column]) -> tuple[Column, ...]:
    """What is said of the columns, each else as it is known."""
    meanings, words, scales = (dict(kept.get(key, {})) for key in ("columns", "words", "scales"))
    missing = [name for name in (*meanings, *words, *scales) if name not in names]
    if missing:
        raise Refused("mapping-column", column=missing[0][:40])
    kept_symptoms = (name for name, column in zip(names, known, strict=True) if column.meaning is Meaning.SYMPTOM)
    named_in_row = Meaning.SYMPTOM in meanings.values() or any(name not in meanings for name in kept_symptoms)
    made = []
    for name, before in zip(names, known, strict=True):
        column = (
            replace(_column(meanings[name], name, named_in_row), words=before.words) if name in meanings else before
        )
        column = replace(column, words=_words(words[name])) if name in words else column
        made.append(replace(column, scale=_scale(scales[name], column)) if name in scales else column)
    return tuple(made)


def _words(kept_words: Any) -> tuple[tuple[str, str], ...]:
    pairs = tuple((str(written), meant) for written, meant in dict(kept_words).items())
    if len(pairs) > MOST_WORDS or not all(isinstance(meant, str) for _, meant in pairs):
        raise ValueError(len(pairs))
    return pairs


def _scale(text: Any, column: Column) -> str:
    scale_in(str(text))
    if column.meaning is not Meaning.RATING:
        raise Refused("mapping-scale", text=str(text)[:40])
    return str(text)


def _mapping(kept: dict[str, Any], columns: tuple[Column, ...], zone: str) -> TableMapping:
    order, decimal, unit = kept.get("date_order"), kept.get("decimal", ""), kept.get("unit", "")
    if decimal not in ("", ".", ",") or clean_name(unit) != unit:
        raise ValueError(decimal, unit)
    chosen = DateOrder(order) if order else None
    midday, zero = kept.get("midday") is True, Zero(kept.get("zero", ""))
    return TableMapping(columns, str(kept.get("zone", zone)), chosen, decimal, unit, midday, zero)


def _column(text: str, name: str, named_in_row: bool) -> Column:
    """``named_in_row``: a rating that names no symptom is of the one in the row, else of what the column is called."""
    if not text:
        return Column()
    meaning, _, symptom = text.partition(":")
    if meaning in MAPPED_FIELDS:
        return field_column(meaning, symptom, name)
    if meaning == Meaning.FIELD or meaning not in [*Meaning]:
        raise Refused("mapping-field", field=text[:40])
    if Meaning(meaning) is Meaning.RATING:
        return Column(Meaning.RATING, symptom.strip() or ("" if named_in_row else name))
    return Column(Meaning(meaning))
