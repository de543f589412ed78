"""Our own ZIP read back: everything to the letter, each refused row with its reason, and nothing of what is damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Tombstone, kind_of
from journal.core.moments import Moment
from journal.errors import UserError
from journal.exchange.file_rows import FoundRow, RefusedRow, Row
from journal.exchange.sniffing import Format, recognised
from journal.exchange.zip_in import ZipTables, is_own_zip
from tests import strategies
from tests.exchange.test_zip_out import STONE, zipped

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")


def read(path: Path, content: bytes) -> list[Row]:
    path.write_bytes(content)
    return list(ZipTables(path).rows())


def entries_in(rows: list[Row]) -> list[Entry | Tombstone]:
    assert not [row for row in rows if isinstance(row, RefusedRow)]
    return [row.entry for row in rows if isinstance(row, FoundRow)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.one_of_each())
def test_everything_comes_back_to_the_letter(tmp_path: Path, entries: list[Entry]) -> None:
    written = zipped(entries, [STONE])
    back = entries_in(read(tmp_path / "a.zip", written))
    assert back[-1] == STONE
    kept = [entry for entry in back[:-1] if isinstance(entry, Entry)]
    assert sorted(kept, key=lambda each: (kind_of(each), each.id)) == sorted(
        entries, key=lambda each: (kind_of(each), each.id)
    )
    assert zipped(kept, [STONE]) == written


def test_it_is_recognised_by_its_content(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours.json", tmp_path / "other.zip"
    ours.write_bytes(zipped([Note(at=AT, text="x")]))
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.csv", "x")
    assert recognised(ours).format is Format.OWN_ZIP
    assert not is_own_zip(other)
    with pytest.raises(UserError, match="file-unknown-format"):
        recognised(other)


def changed(content: bytes, table: str, change: Callable[[str], str]) -> bytes:
    """The archive with another text in one of its tables."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            text = archive.read(name)
            new.writestr(name, change(text.decode("utf-8-sig")).encode() if name == f"{table}.csv" else text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("2026-11-22T10:30:00+01:00", "yesterday", "time-not-iso"),
        ("weighed", "dreamt", "option-unknown"),
        ("2.5,g", "much,g", "amount-unreadable"),
        ("2.5,g", "2.5,miles", "option-unknown"),
        (",Europe/Berlin,", ",,", "key-missing"),
        ("basis", "bases", "key-unknown"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_place(tmp_path: Path, before: str, after: str, code: str) -> None:
    dose = Dose(at=AT, amount=Amount("2.5", 2500, Dimension.MASS, Basis.WEIGHED))
    content = changed(zipped([dose, Note(at=AT, text="kept")]), "doses", lambda text: text.replace(before, after))
    rows = read(tmp_path / "a.zip", content)
    (wrong,) = [row for row in rows if isinstance(row, RefusedRow)]
    assert (wrong.where.list, wrong.where.number, wrong.where.line) == ("doses", 1, 2)
    assert wrong.reason.code == code
    assert sum(isinstance(row, FoundRow) for row in rows) == 1


def test_a_table_that_lost_its_end_is_refused_at_its_last_row(tmp_path: Path) -> None:
    content = changed(zipped([Note(at=AT, text="a"), Note(at=AT, text="b")]), "notes", lambda text: text[:-3])
    codes = [row.reason.code for row in read(tmp_path / "a.zip", content) if isinstance(row, RefusedRow)]
    assert codes == ["row-cut"]


def test_what_is_damaged_is_refused_whole(tmp_path: Path) -> None:
    content = bytearray(zipped([Note(at=AT, text=f"note {number}") for number in range(50)]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        begin = archive.getinfo("notes.csv").header_offset
    for place in range(begin + 60, begin + 90, 3):
        content[place] ^= 0xFF
    with pytest.raises(UserError, match="zip-broken|csv-broken|file-not-text"):
        read(tmp_path / "a.zip", bytes(content))
    with pytest.raises(UserError, match="zip-broken"):
        read(tmp_path / "b.zip", bytes(content[:-40]))
