"""Our own ZIP read back: everything to the letter, each refused row with its reason, and nothing of what is damaged."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journal import demo
from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Tombstone, kind_of
from journal.core.moments import Moment, moment_now
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange import zip_in
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import FoundRow, RefusedRow, Row
from journal.exchange.opening import remarks
from journal.exchange.sniffing import recognised
from journal.exchange.zip_in import ZipTables, is_own_zip
from journal.texts import english
from journal.texts.refusals import SENTENCES
from tests import strategies
from tests.exchange.damage import damaged
from tests.exchange.test_zip_out import STONE, zipped
from tests.journals import FixedClock

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


def _without(content: bytes, *tables: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            if name not in tables:
                new.writestr(name, archive.read(name))
    return out.getvalue()


def test_a_table_that_every_version_writes_is_named_where_it_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(_without(zipped([Note(at=AT, text="x")]), "ratings.csv", "intakes.csv"))
    assert recognised(path).format is Format.OWN_ZIP
    with pytest.raises(UserError, match="zip-tables-missing") as refused:
        list(ZipTables(path).rows())
    assert refused.value.values["names"] == "ratings.csv"


def test_a_table_that_older_versions_lack_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(_without(zipped([Note(at=AT, text="x")]), "intakes.csv"))
    source = ZipTables(path)
    assert len(list(source.rows())) == 1
    assert [line.partition(".csv")[0] for line in remarks(source, english())] == ["Not in the file: intakes"]


@pytest.mark.parametrize("cut", [30, -30])
def test_an_archive_that_was_cut_is_called_damaged(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([Note(at=AT, text="x")])[:cut])
    with pytest.raises(UserError, match="zip-broken"):
        recognised(path)


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


# --- damaged at random ------------------------------------------------------------------------------------------------


def _damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Every part is whole for the archive; one table is not for a reader."""
    out, hurt = io.BytesIO(), chance.choice(("doses.csv", "ratings.csv", "notes.csv", "symptoms.csv", "products.csv"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            text = archive.read(name)
            new.writestr(name, damaged(text, chance) if name == hurt else text)
    return out.getvalue()


def _fuzz(folder: Path, seeds: range) -> Counter[str]:
    clock = FixedClock()
    made_up = demo.made_up_entries(3, moment_now(clock).local.date(), 5, "Europe/Berlin", clock.ms)
    whole, outcomes = zipped(made_up), Counter[str]()
    for seed in seeds:
        chance = random.Random(seed)
        content = _damaged_inside(whole, chance) if seed % 3 else damaged(whole, chance)
        try:
            rows = read(folder / "a.zip", content)
        except Refused as problem:
            assert problem.code in SENTENCES, seed
            outcomes["refused"] += 1
            continue
        for row in rows:
            if isinstance(row, RefusedRow):
                assert row.reason.code in SENTENCES and row.where.list and row.where.line >= 2, seed
                outcomes["rows refused"] += 1
        outcomes["read"] += 1
    return outcomes


def test_damaged_files_are_refused_with_a_reason(tmp_path: Path) -> None:
    outcomes = _fuzz(tmp_path, range(100))
    assert outcomes["refused"] > 10 and outcomes["read"] > 10 and outcomes["rows refused"] > 10


@pytest.mark.slow
@pytest.mark.parametrize(
    "seeds",
    [range(1000, 1200), pytest.param(range(1200, 2000), marks=pytest.mark.campaign)],
    ids=["some", "the others"],
)
def test_a_thousand_damaged_files_are_refused_with_a_reason(tmp_path: Path, seeds: range) -> None:
    assert _fuzz(tmp_path, seeds)["read"] > len(seeds) // 10


def test_a_file_that_would_unpack_to_more_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_in, "LIMIT_MB", 1)
    content = changed(zipped([Note(at=AT, text="x")]), "notes", lambda text: text + "\n" * 1_100_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in archive.namelist():
            new.writestr(name, archive.read(name))
    assert len(packed.getvalue()) < 200_000
    with pytest.raises(UserError, match="file-too-large"):
        read(tmp_path / "a.zip", packed.getvalue())
