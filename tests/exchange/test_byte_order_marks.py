"""A file that a program put more than one byte order mark before loses none of its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.exchange.csv_in import CsvFile
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import FoundRow
from journal.exchange.opening import opened
from journal.exchange.sniffing import recognised
from journal.exchange.tables import Table, form_of
from tests.exchange.test_csv import AT, NOBODY

ID = "6f1c2c8e-2f0b-4f4e-9d0a-3f7d6f1b2c8e"
TIME = "2026-11-22T10:30:00+01:00"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
MARKS = ("\ufeff\ufeff", "\ufeff\ufeff\ufeff", '\ufeff"\ufeff')


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("marks", MARKS)
def test_the_own_csv_keeps_its_ids(tmp_path: Path, encoding: str, marks: str) -> None:
    first = 'id"' if marks.endswith('"\ufeff') else "id"
    path = tmp_path / "own.csv"
    path.write_bytes(f"{marks}{first},kind,time,zone,note\r\n{ID},note,{TIME},{AT.zone},Rain.\r\n".encode(encoding))
    recognised_file = recognised(path)
    assert recognised_file.format is Format.OWN_CSV
    source = opened(path, recognised_file, NOBODY, AT.zone)
    (row,) = source.rows()
    assert isinstance(row, FoundRow)
    assert isinstance(row.entry, Note) and row.entry.id == ID
    assert isinstance(source, CsvFile) and source.unread == ()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("marks", MARKS)
def test_a_table_keeps_the_name_of_its_first_column(tmp_path: Path, encoding: str, marks: str) -> None:
    first = 'When"' if marks.endswith('"\ufeff') else "When"
    path = tmp_path / "table.csv"
    path.write_bytes(f"{marks}{first};Dose\n20.11.2026 08:10;2,5 g\n".encode(encoding))
    form = form_of(path)
    assert form is not None
    assert Table(path, form).columns == ("When", "Dose")
