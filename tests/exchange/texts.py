"""Files for tests: entries as the bytes of a JSON file, and what reading a file gave."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from journal.core.entries import Entry, Tombstone, kind_of
from journal.core.refusal import Refused
from journal.exchange.file_rows import LISTS, FoundRow, RefusedRow, Row
from journal.exchange.json_in import JsonFile
from journal.exchange.json_out import write_json

PRODUCT = {"id": "11111111-1111-4111-8111-111111111111", "name": "Green", "kind": "leaf_powder", "default_unit": "g"}
SYMPTOM = {"id": "22222222-2222-4222-8222-222222222222", "code": "nausea", "kind": "side_effect", "position": 0}
TIMED = {"at": "2026-11-22T10:00:00+01:00", "zone": "Europe/Berlin", "recorded": "2026-11-22T09:00:00Z"}
DOSE = {
    "id": "33333333-3333-4333-8333-333333333333", **TIMED, "product": PRODUCT["id"], "amount": "2.5 g",
    "quantity": 2500, "dimension": "mass", "basis": "weighed",
}  # fmt: skip
RATING = {
    "id": "44444444-4444-4444-8444-444444444444", **TIMED, "symptom": SYMPTOM["id"], "value": 0,
    "group": "55555555-5555-4555-8555-555555555555", "dose": DOSE["id"], "phase": "before",
}  # fmt: skip
NOTE = {"id": "66666666-6666-4666-8666-666666666666", **TIMED, "text": "Rain."}
MARK = {
    "id": "77777777-7777-4777-8777-777777777777", "day": "2026-11-20", "mark": "none_today",
    "recorded": "2026-11-20T21:00:00Z",
}  # fmt: skip
WHOLE: dict[str, Any] = {
    "format": "leaf-journal", "version": 1, "products": [PRODUCT], "symptoms": [SYMPTOM], "doses": [DOSE],
    "ratings": [RATING], "day_marks": [MARK], "notes": [NOTE], "settings": [{"id": "welcomed", "value": "1"}],
    "tombstones": [{"id": "88888888-8888-4888-8888-888888888888", "kind": "note", "purged": "2026-11-01T00:00:00Z"}],
}  # fmt: skip


def json_bytes(entries: Iterable[Entry], tombstones: Sequence[Tombstone] = ()) -> bytes:
    """The entries as the program writes them."""
    file, listed = io.BytesIO(), list(entries)
    write_json(file, lambda kind: (entry for entry in listed if kind_of(entry) == kind), tombstones)
    return file.getvalue()


def rows_of(path: Path, content: bytes) -> list[Row]:
    """What reading the content as JSON gives."""
    path.write_bytes(content)
    return list(JsonFile(path).rows())


def entries_in(rows: Iterable[Row]) -> list[Entry | Tombstone]:
    return [row.entry for row in rows if isinstance(row, FoundRow)]


def outcome(path: Path, content: bytes) -> str:
    """In one line what becomes of the content: the refusal of the file, or how many rows and each refused one."""
    try:
        rows = rows_of(path, content)
    except Refused as problem:
        line = f" line {problem.values['line']}" if "line" in problem.values else ""
        return f"{problem.code}{line}"
    refused = [row for row in rows if isinstance(row, RefusedRow)]
    lines = [f"{_place(row)} {row.reason.code} {_about(row.reason)}".strip() for row in refused]
    return "; ".join([f"{len(rows) - len(refused)} taken", *lines])


def _place(row: RefusedRow) -> str:
    return f"{row.where.list}[{row.where.number}]@{row.where.line}"


def _about(reason: Refused) -> str:
    return str(reason.values.get("field") or reason.values.get("key") or "")


def changed(name: str, /, **values: object) -> bytes:
    """The whole file, with the first entry of one list changed; a value of ``...`` takes the key out."""
    entry = {key: value for key, value in {**WHOLE[name][0], **values}.items() if value is not ...}
    return json.dumps({**WHOLE, name: [entry]}).encode()


assert set(WHOLE) - {"format", "version"} <= set(LISTS)
