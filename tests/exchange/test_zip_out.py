"""The whole journal as a ZIP of tables: all is in it, safe in a spreadsheet, and it comes whole or not at all."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from journal import cli, demo
from journal.assets import asset
from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Product, Tombstone, Unit, kind_of
from journal.core.moments import Moment
from journal.exchange import zip_out
from journal.exchange.cells import text_of
from journal.exchange.file_rows import PLURALS
from journal.exchange.objects import to_object, tombstone_object
from journal.exchange.zip_out import COLUMNS, write_zip
from tests import strategies
from tests.journals import JournalAt, clock, plain_journal, templates

__all__ = ["clock", "plain_journal", "templates"]

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
STONE = Tombstone("88888888-8888-4888-8888-888888888888", "note", AT.utc_ms)
Tables = dict[str, list[dict[str, str]]]
SIGNS = {"g": "mass", "ml": "volume", "pieces": "count"}


def zipped(entries: Iterable[Entry], stones: Iterable[Tombstone] = ()) -> bytes:
    file, listed = io.BytesIO(), list(entries)
    count = write_zip(file, lambda kind: (entry for entry in listed if kind_of(entry) == kind), stones)
    assert count == len(listed)
    return file.getvalue()


def tables(content: bytes) -> Tables:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [name.removesuffix(".csv") for name in archive.namelist() if not name.startswith("formats/")]
        return {name: list(_rows(archive.read(f"{name}.csv").decode("utf-8-sig"), name)) for name in names}


def _rows(text: str, name: str) -> Iterator[dict[str, str]]:
    assert text.endswith("\r\n")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert reader.fieldnames == list(COLUMNS[name])
    for row in reader:
        assert None not in row
        yield row


def read_back(name: str, row: dict[str, str], wanted: dict[str, Any]) -> dict[str, Any]:
    """The JSON object that a row says, with the types of the wanted one; cells that are empty say nothing."""
    cells = {column: cell for column, cell in row.items() if cell}
    if name in ("doses", "units"):
        own = {"own_unit": "unit"} if name == "doses" else {}
        typed = {"typed": "amount"} if name == "doses" else {}
        renamed = {"amount": "quantity", "unit": "dimension", **typed, **own}
        thousandths = {key: f"{float(cells[key]) * 1000:.0f}" for key in ("amount", "spread") if key in cells}
        cells |= thousandths | ({"unit": SIGNS[cells["unit"]]} if "unit" in cells else {})
        cells = {renamed.get(column, column): cell for column, cell in cells.items()}
    exact = {key: f"{float(cells[key]) * 1000:.0f}" for key in ("drinks", "weight", "sleep") if key in cells}
    return {key: _value(cell, wanted.get(key)) for key, cell in (cells | exact).items()}


def _value(cell: str, wanted: Any) -> Any:
    if isinstance(wanted, bool):
        return cell == "1"
    if isinstance(wanted, int):
        return int(cell)
    return text_of(cell).split("\n") if isinstance(wanted, list) else text_of(cell)


@given(strategies.one_of_each())
def test_everything_in_the_json_file_is_in_the_tables(entries: list[Entry]) -> None:
    read = tables(zipped(entries, [STONE]))
    assert list(read) == [*PLURALS.values(), "tombstones"]
    for kind, plural in PLURALS.items():
        wanted = [to_object(kind, entry) for entry in entries if kind_of(entry) == kind]
        assert [read_back(plural, *both) for both in zip(read[plural], wanted, strict=True)] == wanted
    assert read["tombstones"] == [tombstone_object(STONE)]


def test_amounts_are_exact_decimal_numbers_in_their_unit() -> None:
    green = Product(name="Green")
    capsule = Unit(product=green.id, name="capsule", quantity=501, dimension=Dimension.MASS, spread=4)
    typed = Amount("5 capsules", 2505, Dimension.MASS, Basis.COUNTED, 20, capsule.id)
    read = tables(zipped([green, capsule, Dose(at=AT, product=green.id, amount=typed), Dose(at=AT)]))
    assert [(unit["amount"], unit["unit"], unit["spread"]) for unit in read["units"]] == [("0.501", "g", "0.004")]
    columns = ("typed", "amount", "unit", "basis", "spread", "own_unit")
    assert [[dose[column] for column in columns] for dose in read["doses"]] == [
        ["5 capsules", "2.505", "g", "counted", "0.02", capsule.id],
        ["", "", "", "unknown", "", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2", "\t=1", "'quoted", 'a "b",\r\nc', "＝1"])
def test_no_cell_is_a_formula(text: str) -> None:
    content = zipped([Note(at=AT, text=text), Product(name=text, vendor=text)])
    read = tables(content)
    for cell in (read["notes"][0]["text"], read["products"][0]["name"], read["products"][0]["vendor"]):
        assert text_of(cell) == text
        assert cell[0] in "'a"


def test_the_same_entries_give_the_same_bytes_and_the_trash_is_in_it() -> None:
    kept = Note(at=AT, text="words")
    gone = replace(kept, deleted_ms=AT.utc_ms)
    assert zipped([gone]) == zipped([gone]) != zipped([kept])
    assert tables(zipped([gone]))["notes"][0]["deleted"].endswith("Z")


def test_every_column_is_documented() -> None:
    assert zip_out.__doc__
    documented = set(re.findall(r"\w+", " ".join(re.findall(r"^\| ([\w, ]+) \|", zip_out.__doc__, re.MULTILINE))))
    text_or_number = {
        "name", "birth_year", "purpose", "goal", "vendor", "strain", "vein", "default_unit", "strength",
        "strength_source", "measured", "low_label", "high_label", "position", "site", "side", "note", "text",
        "how_often", "reason", "place", "normal", "minutes", "systolic", "diastolic", "pulse", "quality", "function",
        "version", "lot", "figures", "figures_source", "what_happened", "phone", "heading",
    }  # fmt: skip
    columns = {column for table in COLUMNS.values() for column in table}
    assert columns - documented == text_or_number


# --- the command --------------------------------------------------------------------------------------------------


@pytest.fixture
def export(plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]) -> Callable[[Path], tuple[int, str, str]]:
    with plain_journal.open() as book:
        entries = demo.made_up_entries(3, book.today(), 10, "Europe/Berlin", plain_journal.clock.ms)
        book.save_all(entries, label="many.demo", origin="demo")
        book.delete([next(note.id for part in book.slices("note") for note in part)])

    def run(target: Path) -> tuple[int, str, str]:
        code = cli.main(["--journal", str(plain_journal.path), "export", str(target)], clock=plain_journal.clock)
        return code, *capsys.readouterr()

    return run


def test_the_command_writes_every_entry(
    export: Callable[[Path], tuple[int, str, str]], plain_journal: JournalAt, tmp_path: Path
) -> None:
    target = tmp_path / "Out.ZIP"
    code, output, _ = export(target)
    assert code == 0
    read = tables(target.read_bytes())
    with plain_journal.open(read_only=True) as book:
        ids = {plural: [entry.id for part in book.slices(kind) for entry in part] for kind, plural in PLURALS.items()}
    assert {name: [row["id"] for row in rows] for name, rows in read.items()} == ids | {"tombstones": []}
    assert f"Wrote {sum(map(len, ids.values())):,} entries" in output


def test_the_pages_about_the_formats_are_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([]))) as archive:
        pages = {name for name in archive.namelist() if name.startswith("formats/")}
        assert {"formats/zip.md", "formats/json.md", "formats/read_journal.py"} <= pages
        for page in pages:
            assert archive.read(page) == asset(*page.split("/")).read_bytes()


def test_a_failure_in_between_leaves_no_file(
    export: Callable[[Path], tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zip_out, "tombstone_object", full)
    monkeypatch.setattr("journal.logbook.Logbook.tombstones", lambda _: iter([STONE]))
    folder = tmp_path / "out"
    folder.mkdir()
    code, _, refused = export(folder / "out.zip")
    assert (code, "disk is full" in refused) == (1, True)
    assert list(folder.iterdir()) == []
