"""The chosen meaning of a table's columns as text, and as a setting that keeps it for the next file like this one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from journal.core.entries import Entry, Setting
from journal.core.plaintext import clean_name, is_clean_note
from journal.core.refusal import Refused
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_fields import MAPPED_FIELDS
from journal.exchange.mapping import Column, Meaning, TableMapping, field_column

_SETTING_LIMIT = 10_000


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
        if isinstance(kept, dict) and "columns" not in kept:
            raise Refused("mapping-no-columns")
        named: dict[str, str] = dict(kept["columns"])
        missing = [name for name in named if name not in columns]
        if missing:
            raise Refused("mapping-column", column=missing[0][:40])
        return _mapping(kept, tuple(_column(named.get(name, ""), name) for name in columns), zone)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise Refused("mapping-broken") from problem


def _mapping(kept: dict[str, Any], columns: tuple[Column, ...], zone: str) -> TableMapping:
    order, decimal, unit = kept.get("date_order"), kept.get("decimal", ""), kept.get("unit", "")
    if decimal not in ("", ".", ",") or clean_name(unit) != unit:
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
