"""Files of a hundred megabytes: the most memory that reading one takes, in a process of its own, and a bare parse."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from journal.exchange.file_rows import Source
from journal.exchange.here import EmptyJournal
from journal.exchange.json_in import JsonFile
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.names import Names
from journal.exchange.plan import plan_import
from journal.exchange.tables import Form, Table
from journal.texts import english

_FORM = Form("utf-8", ";")
_COLUMNS = {"When": "instant", "What": "product", "Amount": "amount", "Note": "note"}
SHORT_COLUMNS = {"Day": "date", "Mood": "rating:Mood"}
_LATER_MS = 10**13
_NOTE = "made up words, as many as a person writes beside a dose that is nothing out of the ordinary, "
_HEAD = """{"format":"leaf-journal","version":2,
"products":[
{"id":"11111111-1111-4111-8111-111111111111","name":"Green","kind":"leaf_powder","default_unit":"g"}
],
"doses":[
"""
_PRODUCT = "11111111-1111-4111-8111-111111111111"


def write_table(path: Path, size: int) -> None:
    """A table of that many bytes, a dose a row."""
    rows = (f"{_day(n)} {_clock(n)};Green;{1 + n % 80 / 10} g;{_NOTE}{n}\n" for n in range(size))
    _write(path, ";".join(_COLUMNS) + "\n", rows, "", size)


def write_short_table(path: Path, rows: int) -> None:
    """A table of that many rows of a dozen letters, a day and a rating each."""
    made = (f"{_day(71 * n)};{n % 11}\n" for n in range(rows))
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(SHORT_COLUMNS) + "\n")
        file.writelines(made)


def write_journal(path: Path, size: int) -> None:
    """The program's own JSON of that many bytes, a dose a line."""
    _write(path, _HEAD, (_dose(n) for n in range(size)), "\n]}\n", size)


def _dose(n: int) -> str:
    said = {
        "id": str(UUID(int=n, version=4)), "at": f"{_day(n)}T{_clock(n)}:00+00:00", "zone": "UTC",
        "recorded": "2026-11-22T09:00:00Z", "product": _PRODUCT, "amount": "2.5 g", "quantity": 2500,
        "dimension": "mass", "basis": "weighed", "note": f"{_NOTE}{n}",
    }  # fmt: skip
    return (",\n" if n else "") + json.dumps(said, separators=(",", ":"))


def _day(n: int) -> str:
    return f"{1990 + n // 24_000 % 35}-{1 + n // 2000 % 12:02}-{1 + n // 71 % 28:02}"


def _clock(n: int) -> str:
    return f"{n % 24:02}:{n // 24 % 60:02}"


def _write(path: Path, head: str, rows: object, end: str, size: int) -> None:
    written = len(head) + len(end)
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        for row in rows:  # type: ignore[attr-defined]
            written += len(row)
            if written > size:
                break
            file.write(row)
        file.write(end)


# --- read in a process of its own ------------------------------------------------------------------------------------


def _planned(source: Source) -> int:
    return plan_import(source, EmptyJournal(), _LATER_MS).total


def _table(path: Path, columns: Mapping[str, str] = _COLUMNS) -> int:
    said = json.dumps({"columns": columns, "midday": True})
    mapping = from_text(said, Table(path, _FORM).columns, "UTC")
    return _planned(MappedCsv(path, _FORM, mapping, Names({}, {}, {}, english())))


def _bare_table(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file, delimiter=";"))


def _bare_journal(path: Path) -> int:
    with path.open("rb") as file:
        return sum(bool(json.loads(line.rstrip(b",\n"))) for line in file if line.startswith(b'{"id"'))


READERS: dict[str, Callable[[Path], int]] = {
    "table": _table,
    "bare table": _bare_table,
    "short table": lambda path: _table(path, SHORT_COLUMNS),
    "journal": lambda path: _planned(JsonFile(path)),
    "bare journal": _bare_journal,
}


def peak_kb(reader: str, path: Path) -> tuple[int, int]:
    """How many entries or rows it read, and the most memory that its process held."""
    command = [sys.executable, "-m", "tests.campaign.large_files", reader, str(path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    read, peak = said.stdout.split()
    return int(read), int(peak)


def most_held_kb() -> int:
    """The most memory that this process held. What ``getrusage`` says begins with that of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


if __name__ == "__main__":
    print(READERS[sys.argv[1]](Path(sys.argv[2])), most_held_kb())
