"""A file that was cut never brings half a number or half a note; in another encoding it is the same file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Product, Rating, Symptom, kind_of
from journal.core.moments import moment_at
from journal.core.records import Record, to_record
from journal.core.refusal import Refused
from journal.exchange.csv_out import write_csv
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.names import Names
from journal.exchange.sniffing import recognised
from journal.texts import english
from tests.exchange.foreign import FOLDER, source

SAMPLES = ("table-german.csv", "table-us.csv", "table-utf16.tsv", "herbal-tracker.csv")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


def _diary() -> bytes:
    at = moment_at(1_795_339_800_000, "Europe/Berlin")
    green, nausea = Product(name="Grün"), Symptom(code="nausea")
    amounts = [Amount("1,25 g", 1250, Dimension.MASS, Basis.WEIGHED), Amount("12.5 g", 12_500, Dimension.MASS)]
    listed: list[Entry] = [
        *(Dose(at=at, recorded_ms=at.utc_ms, product=green.id, amount=amount, note="gut, ruhig") for amount in amounts),
        Rating(at=at, recorded_ms=at.utc_ms, symptom=nausea.id, value=10),
        Note(at=at, recorded_ms=at.utc_ms, text="Die erste Zeile\ndie zweite"),
    ]
    file = io.BytesIO()
    names = Names({green.id: green}, {}, {nausea.id: nausea}, english())
    write_csv(file, lambda kind: (entry for entry in listed if kind_of(entry) == kind), names)
    return file.getvalue()


def _said(path: Path) -> tuple[list[Record], list[str]]:
    """What a file holds, without the identities that are made of whole rows, and why rows are refused."""
    rows = list(source(path).rows())
    records = [to_record(row.entry) for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    bare = [{key: value for key, value in record.items() if key not in ("id", "origin", "group")} for record in records]
    return bare, [row.reason.code for row in rows if isinstance(row, RefusedRow)]


def _contents() -> dict[str, bytes]:
    return {"diary.csv": _diary(), **{name: (FOLDER / name).read_bytes() for name in SAMPLES}}


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("name", ["diary.csv", *SAMPLES])
def test_wherever_a_file_is_cut_nothing_is_made_up(tmp_path: Path, name: str) -> None:
    content = _contents()[name]
    path = tmp_path / name
    path.write_bytes(content)
    whole, _ = _said(path)
    first_row = content.index(b"\n") + 2
    refused = 0
    for length in range(first_row, len(content)):
        path.write_bytes(content[:length])
        try:
            records, why = _said(path)
        except Refused:
            refused += 1
            continue
        refused += "row-cut" in why
        assert all(record in whole for record in records), content[:length][-60:]
    assert refused > (len(content) - first_row) / 2


def test_control_every_row_of_a_whole_file_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "diary.csv"
    path.write_bytes(_diary())
    records, why = _said(path)
    assert ([record.get("quantity") for record in records][1:3], why) == ([1250, 12_500], [])


def test_the_last_row_is_named_and_the_others_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "hand.csv"
    path.write_text("kind,time,amount\ndose,2026-11-20T08:00,2.5\ndose,2026-11-20T12:00,1", encoding="utf-8")
    rows = list(source(path).rows())
    assert [type(row) for row in rows] == [FoundRow, RefusedRow]
    assert (rows[1].where.line, rows[1].reason.code) == (3, "row-cut")  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_our_own_csv_is_known_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path, diary = tmp_path / "diary.csv", _diary()
    path.write_bytes(diary)
    wanted = _said(path)
    path.write_bytes(diary.decode("utf-8-sig").encode(encoding))
    assert recognised(path).format is Format.OWN_CSV
    assert _said(path) == wanted


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_other_programs_tables_too(tmp_path: Path, encoding: str) -> None:
    """Without the letters that Windows' encoding lacks."""
    rows = "date,time,iso_timestamp,strain_code,strain_name,amount_g,notes\r\n"
    rows += "2026-11-18,08:10,2026-11-18T08:10:00.000,GB,Grün,2.5,müde\r\n"
    path = tmp_path / "export.csv"
    path.write_bytes(rows.encode(encoding))
    assert recognised(path).format is Format.HERBAL_TRACKER_CSV
    records, why = _said(path)
    assert ([record.get("note") for record in records], why) == ([None, "müde"], [])
