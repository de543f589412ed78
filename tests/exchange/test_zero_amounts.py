"""An amount of 0 loses only the dose; what it means is asked, and a day of which it says "none" says so once."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from journal.core.amounts import Amount
from journal.core.entries import DayMark, DayMarkKind, Dose, Note, Rating
from journal.core.moments import moment_from_iso
from journal.exchange.days_marked_none import remark_on_days
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.kept_mapping import from_text, to_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import Zero
from journal.exchange.plan import plan_import
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN, NOBODY

ROWS = """\
Date,Time,Product,Grams,Knee,Note
2026-11-20,08:10,Green,0,6,slept
2026-11-20,13:40,Green,0.0,4,
2026-11-21,08:10,Green,0,,
2026-11-21,20:10,Green,2,,
2026-11-22,08:10,Green,much,5,
"""
COLUMNS = {
    "Date": "date",
    "Time": "time",
    "Product": "product",
    "Grams": "amount",
    "Knee": "rating:Knee",
    "Note": "note",
}


def _source(folder: Path, zero: str) -> MappedCsv:
    path = folder / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    form = as_table(path).form
    said = {"columns": COLUMNS, "decimal": ".", "unit": "g", "zero": zero}
    return MappedCsv(path, form, from_text(json.dumps(said), Table(path, form).columns, BERLIN), NOBODY)


def _codes(source: MappedCsv) -> list[str]:
    return [row.reason.code for row in source.rows() if isinstance(row, RefusedRow)]


@pytest.mark.parametrize(
    ("zero", "codes", "marks"),
    [
        ("", ["amount-zero"] * 3 + ["amount-in-words"], []),
        ("left_out", ["amount-zero-left-out"] * 3 + ["amount-in-words"], []),
        ("none", ["amount-in-words"], [20, 21]),
    ],
)
def test_what_it_means_is_what_was_said(tmp_path: Path, zero: str, codes: list[str], marks: list[int]) -> None:
    source = _source(tmp_path, zero)
    found = [row.entry for row in source.rows() if isinstance(row, FoundRow)]
    assert _codes(source) == codes
    days = [(entry.day.day, entry.mark) for entry in found if isinstance(entry, DayMark)]
    assert days == [(day, DayMarkKind.NONE_TODAY) for day in marks]
    assert [entry.value for entry in found if isinstance(entry, Rating)] == [6, 4, 5]
    assert [entry.text for entry in found if isinstance(entry, Note)] == ["slept"]


def test_a_day_with_a_dose_is_no_day_without(plain_book: Logbook, tmp_path: Path) -> None:
    plan = plan_import(_source(tmp_path, "none"), plain_book, plain_book.clock.now_ms())
    plain_book.save_all(plan.entries(), label="many.imported", origin="import")
    marks = [mark for part in plain_book.slices("day_mark") for mark in part if isinstance(mark, DayMark)]
    assert [(mark.day.day, mark.deleted_ms is None) for mark in marks] == [(20, True)]
    assert plan.counts.new["day_mark"] == 1
    assert remark_on_days(plan, english()) == [
        "1 day that the file marks as “none” has doses. That mark is left out:",
        "day mark of 21 Nov 2026",
    ]
    assert len([dose for part in plain_book.slices("dose") for dose in part if isinstance(dose, Dose)]) == 1
    again = plan_import(_source(tmp_path, "none"), plain_book, plain_book.clock.now_ms())
    assert (again.total, again.counts.trashed.total()) == (0, 0)
    assert not again.counts.new, "not a single kind with nothing new is named"


def test_a_day_that_has_doses_here_is_no_day_without(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(Dose(at=moment_from_iso("2026-11-20T22:00:00+01:00", "Europe/Berlin"), amount=Amount()))
    plan = plan_import(_source(tmp_path, "none"), plain_book, plain_book.clock.now_ms())
    assert (plan.counts.new["day_mark"], [mark.day.day for mark in plan.not_none]) == (0, [20, 21])
    n = plan.total
    assert len([*plan.entries()]) == n


def test_our_mark_goes_to_the_trash_where_the_file_has_doses_and_that_is_said(
    plain_book: Logbook, tmp_path: Path
) -> None:
    plain_book.save(mark := DayMark(day=dt.date(2026, 11, 21), mark=DayMarkKind.NONE_TODAY))
    plan = plan_import(_source(tmp_path, ""), plain_book, plain_book.clock.now_ms())
    assert remark_on_days(plan, english()) == [
        "1 day that you marked as “none” has doses in the file. Your mark goes to the trash:",
        "day mark of 21 Nov 2026",
    ]
    plain_book.save_all(plan.entries(), label="many.imported", origin="import")
    kept = plain_book.get(mark.id)
    assert kept is not None and kept.deleted_ms is not None


def test_it_is_kept_for_the_next_file(tmp_path: Path) -> None:
    source = _source(tmp_path, "none")
    columns = Table(source.path, source.form).columns
    assert from_text(to_text(columns, source.mapping), columns, BERLIN).zero is Zero.NONE
