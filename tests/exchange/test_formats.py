"""resources/formats: as current as the kinds, passed by every export, and enough for a reader that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given

from journal import demo
from journal.assets import asset
from journal.core.entries import Dose, Entry
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.objects import keys_of
from journal.exchange.zip_out import COLUMNS as ZIP_COLUMNS
from tests import strategies
from tests.exchange.format_pages import pages
from tests.exchange.format_schema import schema
from tests.exchange.test_zip_out import STONE, zipped
from tests.exchange.texts import json_bytes
from tests.journals import FixedClock

passes = fastjsonschema.compile(schema())


@pytest.mark.parametrize("name", pages())
def test_the_page_is_current(name: str) -> None:
    """``python3 -m tests.exchange.format_pages`` writes them."""
    assert asset("formats", name).read_text(encoding="utf-8") == pages()[name]


def test_every_key_and_column_has_its_line() -> None:
    written = pages()
    for kind in KINDS.values():
        section = written["json.md"].split(f"## {kind.plural}\n")[1].split("\n## ")[0]
        assert all(f"| `{key}` |" in section for key in keys_of(kind.code)), kind.code
    assert all(f"| `{column}` |" in written["csv.md"] for column in COLUMNS)
    assert all(f"`{column}`" in written["zip.md"] for columns in ZIP_COLUMNS.values() for column in columns)


@given(strategies.one_of_each())
def test_what_is_exported_passes_the_schema(entries: list[Entry]) -> None:
    passes(json.loads(json_bytes(entries, [STONE])))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("amount", 3), ("at", "yesterday"), ("dimension", "length"), ("dreams", "x"), ("recorded", "2026-11-22"),
        ("id", None),
    ],
)  # fmt: skip
def test_what_is_no_export_does_not_pass(key: str, value: Any) -> None:
    whole = json.loads(json_bytes(_made_up()))
    passes(whole)
    dose = whole["doses"][0]
    if value is None:
        del dose[key]
    else:
        dose[key] = value
    with pytest.raises(fastjsonschema.JsonSchemaException):
        passes(whole)


def _made_up() -> list[Entry]:
    clock = FixedClock()
    return list(demo.made_up_entries(3, moment_now(clock).local.date(), 10, "Europe/Berlin", clock.ms))


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_the_outside_script_reads_what_we_write(tmp_path: Path, ending: str) -> None:
    entries = _made_up()
    file = tmp_path / f"out.{ending}"
    file.write_bytes(json_bytes(entries) if ending == "json" else zipped(entries))
    script = asset("formats", "read_journal.py")
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 33
    done = subprocess.run([sys.executable, "-I", script, file], capture_output=True, text=True, check=True, timeout=60)
    doses = [entry for entry in entries if isinstance(entry, Dose) and entry.deleted_ms is None]
    days = {dose.at.local.date().isoformat() for dose in doses}
    lines = dict(line.split(": ") for line in done.stdout.splitlines())
    assert lines.keys() == days
    for day, said in lines.items():
        assert len(said.split(" + ")) == sum(dose.at.local.date().isoformat() == day for dose in doses)
    summed = sum(float(each.split()[0]) for said in lines.values() for each in said.split(" + ") if each[0].isdigit())
    assert summed == pytest.approx(sum((dose.amount.quantity or 0) / 1000 for dose in doses))
