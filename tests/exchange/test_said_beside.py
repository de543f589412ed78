"""A note or preparation that was added to a row, or changed in it, is never dropped in silence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Preparation
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.kept_mapping import from_text
from journal.exchange.losses import losses
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.plan import Plan, plan_import
from journal.exchange.said_beside import says_every_line
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN

COLUMNS = {
    "Date": "date", "Time": "time", "Product": "product", "Amount": "amount", "How": "preparation", "Note": "note",
}  # fmt: skip
FIRST = ("2026-11-01,08:00,Green,2 g,,", "2026-11-02,08:00,Green,2 g,,old")


def _source(book: Logbook, path: Path, rows: tuple[str, ...], left_out: tuple[str, ...] = ()) -> MappedCsv:
    path.write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8")
    found = as_table(path)
    named = {name: meaning for name, meaning in COLUMNS.items() if name not in left_out}
    mapping = from_text(json.dumps({"columns": named, "decimal": "."}), Table(path, found.form).columns, BERLIN)
    return MappedCsv(path, found.form, mapping, names_of(book, english()))


def _import(book: Logbook, source: MappedCsv, changed: Changed = Changed.OURS) -> Plan:
    plan = plan_import(source, book, book.clock.now_ms())
    book.save_all(list(plan.entries(changed=changed)), label="many.imported", origin="import")
    return plan


def _counts(plan: Plan) -> tuple[int, int, int]:
    return plan.total, plan.counts.here["dose"], plan.counts.differs["dose"]


def _doses(book: Logbook) -> list[Dose]:
    doses = [dose for part in book.slices("dose") for dose in part if isinstance(dose, Dose)]
    return sorted(doses, key=lambda dose: dose.at.utc_ms)


@pytest.fixture
def imported(plain_book: Logbook, tmp_path: Path) -> Logbook:
    """A journal with two doses out of a table, the second with a note."""
    assert _import(plain_book, _source(plain_book, tmp_path / "a.csv", FIRST)).counts.new["dose"] == 2
    return plain_book


@pytest.mark.parametrize(
    ("changed", "there"),
    [(Changed.OURS, ["", "old"]), (Changed.THEIRS, ["added later", "new text"]), (Changed.BOTH, ["", "old"])],
)
def test_notes_added_and_changed_are_named_and_taken_by_choice(
    imported: Logbook, tmp_path: Path, changed: Changed, there: list[str]
) -> None:
    rows = (f"{FIRST[0]}added later", FIRST[1].replace("old", "new text"))
    source = _source(imported, tmp_path / "b.csv", rows)
    plan = _import(imported, source, changed)
    assert _counts(plan) == (0, 0, 2)
    lines = losses(plan, english(), changed)
    if changed is Changed.THEIRS:
        assert lines == []
        assert _counts(_import(imported, source)) == (0, 2, 0)
    else:
        assert "nothing here, note “added later” in the file" in lines[0]
        assert "note “old” here, note “new text” in the file" in lines[1]
    assert [dose.note for dose in _doses(imported)] == there


def test_a_preparation_added_later_is_named_too(imported: Logbook, tmp_path: Path) -> None:
    rows = (FIRST[0].replace("g,,", "g,tea,"), FIRST[1])
    assert _counts(_import(imported, _source(imported, tmp_path / "b.csv", rows), Changed.THEIRS)) == (0, 1, 1)
    assert [dose.preparation for dose in _doses(imported)] == [Preparation.TEA, None]


def test_a_column_that_was_left_out_the_last_time_can_be_taken_now(plain_book: Logbook, tmp_path: Path) -> None:
    _import(plain_book, _source(plain_book, tmp_path / "a.csv", FIRST, left_out=("Note",)))
    plan = _import(plain_book, _source(plain_book, tmp_path / "a.csv", FIRST), Changed.THEIRS)
    assert _counts(plan) == (0, 1, 1)
    assert [dose.note for dose in _doses(plain_book)] == ["", "old"]


def test_what_was_changed_here_speaks_against_no_row_that_is_as_it_was(imported: Logbook, tmp_path: Path) -> None:
    second = _doses(imported)[1]
    imported.save(replace(second, note="mine", preparation=Preparation.TEA))
    assert _counts(_import(imported, _source(imported, tmp_path / "b.csv", FIRST))) == (0, 2, 0)


def test_an_emptied_note_and_lines_added_here_stay(imported: Logbook, tmp_path: Path) -> None:
    second = _doses(imported)[1]
    imported.save(replace(second, note="old\nand mine"))
    for row in ("2026-11-02,8:00,Green,2 g,,", "2026-11-02,8:00,Green,2 g,,Old"):
        assert _counts(_import(imported, _source(imported, tmp_path / "b.csv", (row,)), Changed.THEIRS)) == (0, 1, 0)
    assert _doses(imported)[1].note == "old\nand mine"


def test_a_note_that_is_taken_leaves_how_the_amount_is_known(imported: Logbook, tmp_path: Path) -> None:
    weighed = Amount("2.0 g", 2000, Dimension.MASS, Basis.WEIGHED)
    imported.save(replace(_doses(imported)[0], amount=weighed))
    _import(imported, _source(imported, tmp_path / "b.csv", (f"{FIRST[0]}added later",)), Changed.THEIRS)
    assert (_doses(imported)[0].note, _doses(imported)[0].amount) == ("added later", weighed)


def test_an_amount_and_a_note_changed_in_one_row_come_together(imported: Logbook, tmp_path: Path) -> None:
    row = "2026-11-02,08:00,Green,3 g,,new text"
    plan = _import(imported, _source(imported, tmp_path / "b.csv", (FIRST[0], row)), Changed.THEIRS)
    assert _counts(plan) == (0, 1, 1)
    assert "2 g, note “old” here, 3 g, note “new text” in the file" in losses(plan, english())[0]
    second = _doses(imported)[1]
    assert (second.amount.quantity, second.note) == (3000, "new text")


@pytest.mark.parametrize(
    ("ours", "note", "says"),
    [("", "", True), ("a", "", True), ("a\nb", "B", True), ("", "a", False), ("older", "old", False)],
)
def test_lines_are_compared_whole(ours: str, note: str, says: bool) -> None:
    assert says_every_line(ours, note) is says


@pytest.mark.parametrize("own", ["", "with tea"])
@pytest.mark.parametrize("words", ["1.5 TL", "n/a", "2 cups"])
def test_the_words_of_an_amount_go_when_the_amount_comes(
    plain_book: Logbook, tmp_path: Path, words: str, own: str
) -> None:
    """They stood in the note because the amount was not known; no other line goes."""

    def import_as(amount: str, note: str) -> Dose:
        path = tmp_path / "a.csv"
        path.write_text(f"{','.join(COLUMNS)}\n2026-11-01,08:00,Green,{amount},,{note}\n", encoding="utf-8")
        said = {"columns": COLUMNS, "decimal": ".", "words": {"Amount": {words: f"? {words}"}}}
        found = as_table(path)
        mapping = from_text(json.dumps(said), Table(path, found.form).columns, BERLIN)
        _import(plain_book, MappedCsv(path, found.form, mapping, names_of(plain_book, english())), Changed.THEIRS)
        (dose,) = _doses(plain_book)
        return dose

    first = import_as(words, own)
    assert first.note.splitlines() == [*filter(None, [own]), f"Amount, as imported: {words}"]
    corrected = import_as("3.5 g", own)
    assert (corrected.amount.quantity, corrected.note) == (3500, own)
    assert import_as("3.5 g", own) == corrected
    assert import_as(words, own).note.splitlines() == first.note.splitlines()
