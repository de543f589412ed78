"""Loop Habit Tracker: days of habits as notes; what nobody entered is none; damaged archives give a reason."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import RefusedRow
from journal.exchange.opening import opened
from journal.exchange.plan import plan_import
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, notes, read, source

PATH = FOLDER / "loop.zip"


def test_days_are_notes_with_what_was_entered() -> None:
    assert recognised(PATH).format is Format.LOOP
    entries, refused = read(PATH)
    assert notes(entries) == [
        "Stretching: yes\nslowly, at home", "Stretching: no", "Stretching: skipped", "Leaf (green): 2.5 g",
        "Leaf (green): 0 g",
    ]  # fmt: skip
    assert refused == ["001 Stretching[5]@6 invalid", "002 Leaf green[4]@5 day-not-iso"]
    first = entries[0]
    assert isinstance(first, Note)
    assert (first.at.local.isoformat(), first.complete_later) == ("2025-11-22T12:00:00", True)


def test_every_row_is_counted_by_another_reader() -> None:
    file = source(PATH)
    rows = list(file.rows())
    assert file.remarks(NOBODY.texts) == ["2 days on which nothing was entered are left out."]  # type: ignore[union-attr]
    written = 0
    with zipfile.ZipFile(PATH) as archive:
        for name in archive.namelist():
            if name.endswith("/Checkmarks.csv"):
                written += len(list(csv.DictReader(io.StringIO(archive.read(name).decode()))))
    assert len(rows) + 2 == written == 9


def _import(path: Path, logbook: Logbook) -> int:
    plan = plan_import(opened(path, recognised(path), NOBODY, BERLIN), logbook, logbook.clock.now_ms())
    if plan.total:
        logbook.save_all(plan.entries(), label="many.imported", origin="import")
    return plan.total


def test_twice_is_nothing_new_and_ten_more_days_are_ten(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "loop.zip"
    with zipfile.ZipFile(PATH) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            more = "".join(f"2025-10-{day},3000,\n" for day in range(10, 20)) if "Leaf green/Check" in name else ""
            new.writestr(name, old.read(name).decode() + more)
    assert [_import(each, plain_book) for each in (PATH, PATH, path, path)] == [5, 0, 10, 0]


def test_damaged_archives_give_a_reason(tmp_path: Path) -> None:
    content, met = PATH.read_bytes(), Counter[str]()
    for place in range(0, len(content), 23):
        path = tmp_path / "loop.zip"
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :])
        try:
            rows = list(opened(path, recognised(path), NOBODY, BERLIN).rows())
        except (UserError, Refused) as reason:
            met[reason.code] += 1
        else:
            met["read"] += 1
            assert len(rows) - sum(isinstance(row, RefusedRow) for row in rows) <= 5
    assert met["zip-broken"]


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Habits.csv", "Position,Name\n")
        archive.writestr("001 A/Checkmarks.csv", b"0" * 101_000_000)
    with pytest.raises(UserError, match="file-too-large"):
        list(source(path).rows())
