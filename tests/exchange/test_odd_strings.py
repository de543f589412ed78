"""Every odd text in every text field of every kind, out and in again through each format that is read back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.core.entries import Entry, Note, kind_of, new_id
from journal.core.fields import Field, Free, Lines, Name, Quantity
from journal.core.kinds import KINDS
from journal.core.moments import Moment
from journal.core.plaintext import clean_name, clean_note
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.core.words_of_amounts import says_otherwise
from journal.exchange.csv_in import CsvFile
from journal.exchange.csv_out import SEPARATORS, write_csv
from journal.exchange.fhir_out import IN_BUNDLE
from journal.exchange.file_rows import FoundRow, Row
from journal.exchange.json_in import JsonFile
from journal.exchange.markdown_out import write_markdown
from journal.exchange.zip_in import ZipTables
from tests.exchange.odd_strings import odd_strings
from tests.exchange.spreadsheets import sheets_of
from tests.exchange.test_fhir_out import bundle, refuse_what_r4b_refuses
from tests.exchange.test_xlsx_out import book, names_in
from tests.exchange.test_zip_out import zipped
from tests.exchange.texts import json_bytes
from tests.samples import sample

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
KINDS_WITH_TEXT = [code for code in KINDS if code != "setting"]  # whose values are a program's


def _with_text(field: Field, value: Any, text: str) -> Any:
    """The value with the text in it, as a form or a file would take it."""
    match field.declared:
        case Name(may_name=None):
            return clean_name(text)
        case Free():
            return clean_note(text)
        case Lines() if field.name != "answers":
            return tuple(filter(None, (clean_name(text), "second")))
        case Quantity():
            changed = replace(value, text=clean_name(text))
            return value if says_otherwise(replace(changed, unit=None)) else changed
    return value


def written(code: str) -> list[Entry]:
    """What a sample of the kind refers to, and one entry of it for each odd text that it can hold."""
    *others, last = sample(code, AT)
    made = []
    for text in odd_strings():
        fields = {field.name: _with_text(field, getattr(last, field.name), text) for field in KINDS[code].fields}
        changes: dict[str, Any] = {**fields, "id": new_id()}
        entry = replace(last, **changes)
        try:
            refuse_invalid(entry)
        except Refused:
            continue  # a name that is nothing but spaces
        made.append(entry)
    return [*others, *made]


def _csv(entries: Iterable[Entry], separator: str) -> bytes:
    file, listed = io.BytesIO(), list(entries)
    kept = {kind: [each for each in listed if kind_of(each) == kind] for kind in KINDS}
    write_csv(file, kept.__getitem__, names_in(listed), separator=separator)
    return file.getvalue()


def _taken(rows: Iterable[Row]) -> dict[str, Any]:
    found = list(rows)
    assert all(isinstance(row, FoundRow) for row in found), [row for row in found if not isinstance(row, FoundRow)][:3]
    return {row.entry.id: row.entry for row in found if isinstance(row, FoundRow)}


def test_there_are_enough_of_them() -> None:
    assert len(odd_strings()) >= 550
    assert all(len(written(code)) >= 550 for code in ("note", "dose", "product"))


@pytest.mark.quick_every(6)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("code", KINDS_WITH_TEXT)
@pytest.mark.parametrize(
    ("write", "read"), [(json_bytes, JsonFile), (zipped, ZipTables)], ids=["json", "zip"]
)  # fmt: skip
def test_each_comes_back_to_the_letter(
    tmp_path: Path, code: str, write: Callable[[Iterable[Entry]], bytes], read: Callable[[Path], Any]
) -> None:
    entries = written(code)
    file = tmp_path / "file"
    file.write_bytes(write(entries))
    back = _taken(read(file).rows())
    assert back == {entry.id: entry for entry in entries}
    assert write(back.values()) == file.read_bytes()


@pytest.mark.quick_every(6)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("code", [code for code in KINDS_WITH_TEXT if KINDS[code].in_diary])
def test_each_comes_back_from_the_own_table(tmp_path: Path, code: str, separator: str) -> None:
    entries = [
        entry if KINDS[kind_of(entry)].in_diary is False else replace(entry, deleted_ms=None) for entry in written(code)
    ]
    file = tmp_path / "file.csv"
    file.write_bytes(_csv(entries, separator))
    back = _taken(CsvFile(file, names_in(entries), "Europe/Berlin").rows())
    in_diary = {entry.id: entry for entry in entries if KINDS[kind_of(entry)].in_diary}
    assert back == in_diary
    rest = [entry for entry in entries if entry.id not in in_diary]
    assert _csv([*rest, *back.values()], separator) == file.read_bytes()


def test_each_stands_in_a_spreadsheet_to_the_letter() -> None:
    notes = [entry for entry in written("note") if isinstance(entry, Note)]
    rows = sheets_of(book(*notes))["notes"]
    assert [row["text"] for row in rows] == [note.text for note in notes]


def test_each_can_be_in_a_bundle_and_on_a_page() -> None:
    doses = written("dose")
    refuse_what_r4b_refuses(bundle(*doses))
    page = io.BytesIO()
    n = write_markdown(page, lambda kind: [each for each in doses if kind_of(each) == kind], names_in(doses), 0)
    lines = page.getvalue().decode().splitlines()
    assert sum(line.startswith("- ") for line in lines) == n >= 550
    assert all(line.startswith(("# ", "- ", "  >")) for line in lines if line)


@pytest.mark.slow
@pytest.mark.parametrize("code", IN_BUNDLE)
def test_another_reader_of_fhir_takes_each(code: str) -> None:
    reader = pytest.importorskip("fhir.resources.R4B.bundle")
    reader.Bundle.model_validate(bundle(*written(code)))
