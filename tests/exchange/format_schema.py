"""A JSON Schema of the program's JSON file, from what the kinds declare."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from journal.core.amounts import Basis, Dimension
from journal.core.fields import Choice, Day, Field, Instant, Quantity, When, Whole
from journal.core.kinds import KINDS, Kind
from journal.exchange.file_rows import PLURALS, TOMBSTONES
from journal.exchange.json_out import FORMAT, VERSION
from journal.exchange.objects import keys_of, required_keys, types_of_keys

_JSON_TYPES: dict[type, str] = {str: "string", int: "integer", bool: "boolean", list: "array"}
_AMOUNT = ("amount", "quantity", "dimension", "basis", "spread", "unit")
_CHOICES_OF_PARTS: dict[str, type[StrEnum]] = {"dimension": Dimension, "basis": Basis}


def keys_with_fields(kind: Kind) -> Iterator[tuple[str, Field, str]]:
    """Each key of an object of this kind with its field, and which part of it (empty: all)."""
    for field in kind.fields:
        match field.declared:
            case When():
                yield from ((part, field, part) for part in ("at", "zone"))
            case Quantity():
                yield from ((part, field, part) for part in _AMOUNT)
            case _:
                yield field.name_in_files, field, ""


def choices_of(field: Field, part: str) -> list[str]:
    """The codes that the value is one of; none: it is no choice."""
    options = _CHOICES_OF_PARTS.get(part) or (field.declared.options if isinstance(field.declared, Choice) else None)
    return [str(each) for each in options] if options else []


def schema() -> dict[str, Any]:
    """A JSON Schema (draft 7) that the JSON file passes."""
    lists = {plural: {"type": "array", "items": {"$ref": f"#/definitions/{kind}"}} for kind, plural in PLURALS.items()}
    stones = {"type": "array", "items": {"$ref": "#/definitions/tombstone"}}
    stone = _object(
        {"id": {"type": "string"}, "kind": {"enum": list(KINDS)}, "purged": _UTC_TEXT}, ["id", "kind", "purged"]
    )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A journal of Leaf Journal",
        **_object(
            {"format": {"const": FORMAT}, "version": {"const": VERSION}, **lists, TOMBSTONES: stones},
            ["format", "version", *lists, TOMBSTONES],
        ),
        "definitions": {**{kind.code: _definition(kind) for kind in KINDS.values()}, "tombstone": stone},
    }


_INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?"
_UTC_TEXT = {"type": "string", "pattern": _INSTANT + "Z$"}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _definition(kind: Kind) -> dict[str, Any]:
    types = types_of_keys(kind.code)
    properties = {key: _property(types[key], key, field, part) for key, field, part in keys_with_fields(kind)}
    assert tuple(properties) == keys_of(kind.code)
    return _object(properties, sorted({"id", *required_keys(kind.code)}))


def _property(of_type: type, key: str, field: Field, part: str) -> dict[str, Any]:
    if choices := choices_of(field, part):
        return {"enum": choices}
    if key == "at":
        return {"type": "string", "pattern": _INSTANT + r"[+-]\d\d:\d\d(:\d\d)?$"}
    match field.declared:
        case Instant():
            return _UTC_TEXT
        case Day(rough=True):
            return {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
        case Day():
            return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
        case Whole(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
    if of_type is list:
        return {"type": "array", "items": {"type": "string"}}
    return {"type": _JSON_TYPES[of_type]}
