"""A row is what it means: however the next file spells it, it is recognised, and what changed in it is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Entry, Note, Product, Rating
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.identities import Alike, Occurrences
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.opening import opened
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import as_table, recognised
from journal.exchange.tables import Table
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.exchange.foreign import BERLIN


class Line(NamedTuple):
    """A day's dose with a rating, as a person would write it into a table."""

    day: str
    time: str
    product: str
    grams: str
    pain: str
    note: str = ""


LINES = [
    Line("2026-11-17", "08:10", "Green", "2.5", "6", "slept"),
    Line("2026-11-17", "13:40", "Green", "2", "4"),
    Line("2026-11-18", "08:10", "Red", "2.125", "7", "rain"),
    Line("2026-11-18", "08:10", "Red", "2.125", "7", "rain"),
    Line("2026-11-19", "09:00", "", "", "", "only words"),
]
MORE = [Line(f"2026-11-{day}", "07:00", "Green", "3", "5") for day in range(10, 16)]
NEW = {"product": 2, "symptom": 1, "dose": 4, "rating": 4, "note": 1}
COLUMNS = {
    "day": "date",
    "time": "time",
    "product": "product",
    "grams": "amount",
    "pain": "rating:Knee",
    "note": "note",
}
Write = Callable[[Path, Sequence[Line]], MappedCsv]


def _table(path: Path, rows: Sequence[dict[str, str]], book: Logbook, **how: str) -> MappedCsv:
    separator = how.pop("separator", ",")
    head = list(rows[0])
    lines = [separator.join(head), *(separator.join(row[name] for name in head) for row in rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    found = as_table(path)
    named = {name: COLUMNS[name] for name in head if name in COLUMNS}
    columns = Table(path, found.form).columns
    mapping = from_text(json.dumps({"columns": named, "decimal": ".", "unit": "g", **how}), columns, BERLIN)
    return MappedCsv(path, found.form, mapping, names_of(book, english()))


def _plain(rows: Sequence[Line]) -> list[dict[str, str]]:
    return [row._asdict() for row in rows]


def _german_day(text: str) -> str:
    return ".".join(reversed(text.split("-")))


OTHERWISE: dict[str, Callable[[list[dict[str, str]]], tuple[list[dict[str, str]], dict[str, str]]]] = {
    "as it was": lambda rows: (rows, {}),
    "row numbers": lambda rows: ([{"no": str(n), **row} for n, row in enumerate(rows)], {}),
    "another row number": lambda rows: ([{"no": str(n + 7), **row} for n, row in enumerate(rows)], {}),
    "a column more": lambda rows: ([{**row, "mood": "fine"} for row in rows], {}),
    "columns in another order": lambda rows: ([dict(reversed(row.items())) for row in rows], {}),
    "rows in another order": lambda rows: (rows[::-1], {}),
    "another way to write dates": lambda rows: ([{**row, "day": _german_day(row["day"])} for row in rows],
                                                {"date_order": "dmy"}),
    "seconds": lambda rows: ([{**row, "time": f"{row['time']}:20"} for row in rows], {}),
    "decimal commas": lambda rows: ([{**row, "grams": row["grams"].replace(".", ",")} for row in rows],
                                    {"decimal": ",", "separator": ";"}),
    "zeros": lambda rows: ([{**row, "grams": row["grams"] and f"{float(row['grams']):.3f}"} for row in rows], {}),
    "units beside the number": lambda rows: ([{**row, "grams": row["grams"] and f"{row['grams']} g"}
                                              for row in rows], {}),
    "milligrams": lambda rows: ([{**row, "grams": row["grams"] and f"{float(row['grams']) * 1000:.0f} mg"}
                                 for row in rows], {}),
    "capitals": lambda rows: ([{**row, "product": row["product"].upper()} for row in rows], {}),
}  # fmt: skip


def _planned(book: Logbook, source: MappedCsv) -> Plan:
    return plan_import(source, book, book.clock.now_ms())


def _import(book: Logbook, source: MappedCsv, changed: Changed = Changed.OURS) -> Plan:
    plan = _planned(book, source)
    written = list(plan.entries(changed=changed))
    book.save_all(written, label="many.imported", origin="import")
    assert len(written) == plan.written(changed)
    return plan


def _counts(plan: Plan) -> tuple[int, int, int, int]:
    counts = plan.counts
    return plan.total, counts.here.total(), counts.differs.total(), counts.purged.total()


@pytest.fixture
def imported(plain_book: Logbook, tmp_path: Path) -> Logbook:
    """A journal into which the table was imported once."""
    plan = _import(plain_book, _table(tmp_path / "a.csv", _plain(LINES), plain_book))
    assert dict(plan.counts.new) == NEW
    return plain_book


def _doses(book: Logbook) -> list[Dose]:
    return [dose for dose in _entries(book, "dose") if isinstance(dose, Dose)]


def _entries(book: Logbook, kind: str) -> Iterator[Entry]:
    return (entry for part in book.slices(kind) for entry in part if entry.deleted_ms is None)


@pytest.mark.parametrize("name", OTHERWISE)
def test_however_it_is_written_nothing_is_new(imported: Logbook, tmp_path: Path, name: str) -> None:
    rows, how = OTHERWISE[name](_plain(LINES))
    plan = _planned(imported, _table(tmp_path / "b.csv", rows, imported, **how))
    assert (_counts(plan), plan.refused) == ((0, 9, 0, 0), [])


@pytest.mark.parametrize("name", OTHERWISE)
def test_of_a_table_that_grew_only_what_was_added_is_new(imported: Logbook, tmp_path: Path, name: str) -> None:
    rows, how = OTHERWISE[name](_plain([*MORE, *LINES]))
    plan = _import(imported, _table(tmp_path / "b.csv", rows, imported, **how))
    assert (_counts(plan), plan.refused) == ((12, 9, 0, 0), [])
    assert _counts(_planned(imported, _table(tmp_path / "b.csv", rows, imported, **how)))[0] == 0


def test_one_more_of_its_like_is_one_more(imported: Logbook, tmp_path: Path) -> None:
    rows = _plain([*LINES, LINES[0]])
    plan = _planned(imported, _table(tmp_path / "b.csv", rows, imported))
    assert _counts(plan) == (2, 9, 0, 0)


def test_what_was_edited_since_is_recognised(imported: Logbook, tmp_path: Path) -> None:
    dose = _doses(imported)[0]
    moved = replace(dose.at, utc_ms=dose.at.utc_ms + 600_000)
    imported.save(replace(dose, at=moved, amount=Amount("3 g", 3000, Dimension.MASS), note="mine"))
    product = next(product for product in imported.products() if product.id == dose.product)
    imported.save(replace(product, name="Grün"))
    rows, how = OTHERWISE["another way to write dates"](_plain(LINES))
    plan = _planned(imported, _table(tmp_path / "b.csv", rows, imported, **how))
    assert [entry for entry in plan.entries() if isinstance(entry, Dose | Rating | Note)] == []


def test_undone_imports_can_return(imported: Logbook, tmp_path: Path) -> None:
    imported.undo()
    plan = _import(imported, _table(tmp_path / "b.csv", _plain(LINES), imported))
    assert dict(plan.counts.new) == NEW
    assert len(_doses(imported)) == 4
    assert imported.check() == []


@pytest.mark.parametrize("name", ["as it was", "row numbers", "rows in another order", "decimal commas"])
@pytest.mark.parametrize("for_good", [False, True])
def test_what_was_deleted_never_returns(imported: Logbook, tmp_path: Path, name: str, for_good: bool) -> None:
    gone = [dose.id for dose in _doses(imported)]
    imported.delete(gone)
    if for_good:
        imported.purge(gone)
    rows, how = OTHERWISE[name](_plain(LINES))
    plan = _import(imported, _table(tmp_path / "b.csv", rows, imported, **how))
    assert _counts(plan) == (0, 5, 0, 4) if for_good else (0, 5, 0, 0)
    assert plan.counts.trashed.total() == (0 if for_good else 4), "named, and not called here"
    assert _doses(imported) == []


def _with_other_grams(grams: str) -> list[dict[str, str]]:
    return _plain([LINES[0]._replace(grams=grams), *LINES[1:]])


@pytest.mark.parametrize(
    ("changed", "there"), [(Changed.OURS, [2500]), (Changed.THEIRS, [3000]), (Changed.BOTH, [2500, 3000])]
)
def test_a_corrected_amount_is_named_and_taken_by_choice(
    imported: Logbook, tmp_path: Path, changed: Changed, there: list[int]
) -> None:
    plan = _import(imported, _table(tmp_path / "b.csv", _with_other_grams("3"), imported), changed)
    assert _counts(plan) == (0, 8, 1, 0)
    (row,) = plan.changed
    assert (row.where.line, row.ours.id == row.theirs.id) == (2, True)
    rest = [dose.amount.quantity for dose in _doses(imported)]
    for quantity in (2000, 2125, 2125):
        rest.remove(quantity)
    assert sorted(quantity for quantity in rest if quantity) == there
    if changed is not Changed.OURS:
        imported.undo()
        assert len(_doses(imported)) == 4
        assert 3000 not in [dose.amount.quantity for dose in _doses(imported)]


def test_once_taken_it_is_here(imported: Logbook, tmp_path: Path) -> None:
    source = _table(tmp_path / "b.csv", _with_other_grams("3"), imported)
    _import(imported, source, Changed.THEIRS)
    assert _counts(_planned(imported, source)) == (0, 9, 0, 0)
    assert _counts(_planned(imported, _table(tmp_path / "a.csv", _plain(LINES), imported)))[0] == 0


def test_a_corrected_rating_and_note_are_named(imported: Logbook, tmp_path: Path) -> None:
    rows = _plain([LINES[0]._replace(pain="5"), *LINES[1:4], LINES[4]._replace(note="other words")])
    plan = _import(imported, _table(tmp_path / "b.csv", rows, imported), Changed.THEIRS)
    assert _counts(plan) == (0, 7, 2, 0)
    assert {rating.value for rating in _entries(imported, "rating") if isinstance(rating, Rating)} == {5, 4, 7}
    assert [note.text for note in _entries(imported, "note") if isinstance(note, Note)] == ["other words"]


def test_near_twins_written_here_are_named(plain_book: Logbook, tmp_path: Path) -> None:
    green = journals.saved(plain_book, Product(name="Green"))
    _import(plain_book, _table(tmp_path / "a.csv", _plain(LINES[:1]), plain_book))
    first = _doses(plain_book)[0]
    plain_book.save(Dose(at=replace(first.at, utc_ms=first.at.utc_ms + 3_600_000), product=green.id,
                         amount=Amount("2.125 g", 2125, Dimension.MASS)))  # fmt: skip
    twin = Line("2026-11-17", "09:10", "Green", "2.13", "")
    plan = _planned(plain_book, _table(tmp_path / "b.csv", _plain([LINES[0], twin]), plain_book))
    assert _counts(plan) == (0, 2, 1, 0)
    assert plan.changed[0].where.line == 3


def test_a_note_of_ones_own_at_that_time_is_no_earlier_text(plain_book: Logbook, tmp_path: Path) -> None:
    _import(plain_book, _table(tmp_path / "a.csv", _plain(LINES[:1]), plain_book))
    at = _doses(plain_book)[0].at
    plain_book.save(Note(at=at, text="my own"))
    words = Line("2026-11-17", "08:10", "", "", "", "of the table")
    plan = _planned(plain_book, _table(tmp_path / "b.csv", _plain([LINES[0], words]), plain_book))
    assert plan.counts.new["note"] == 1


def test_the_identity_of_earlier_versions_is_recognised_too(plain_book: Logbook, tmp_path: Path) -> None:
    source = _table(tmp_path / "a.csv", _plain(LINES), plain_book)
    spelled = [row.entry for row in source.rows() if hasattr(row, "entry")]
    plain_book.save_all(
        [entry for entry in spelled if isinstance(entry, Entry)], label="many.imported", origin="import"
    )
    source = _table(tmp_path / "a.csv", _plain(LINES), plain_book)
    assert _counts(_planned(plain_book, source)) == (0, 9, 0, 0)
    dose = _doses(plain_book)[0]
    plain_book.save(replace(dose, amount=Amount("9 g", 9000, Dimension.MASS)))
    assert _counts(_planned(plain_book, source)) == (0, 9, 0, 0)
    plain_book.delete([dose.id])
    plain_book.purge([dose.id])
    assert _counts(_planned(plain_book, source)) == (0, 8, 0, 1)
    rows, how = OTHERWISE["another way to write dates"](_plain(LINES))
    assert _counts(_planned(plain_book, _table(tmp_path / "b.csv", rows, plain_book, **how)))[0] == 1


TRACKED = [("2026-11-17T08:10:25", 2.5), ("2026-11-17T13:40:00", 2.0), ("2026-11-17T13:40:00", 2.0)]


def _tracker_json(path: Path, name: str = "Green") -> Path:
    rows = [
        {"id": f"d{n}", "strainId": "s", "amount": grams, "timestamp": when} for n, (when, grams) in enumerate(TRACKED)
    ]
    content = {"version": 1, "strains": [{"id": "s", "name": name}], "dosages": rows}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _tracker_csv(path: Path, name: str = "Green") -> Path:
    lines = [f"{when[:10]},{when[11:16]},{when},G,{name},{grams:.2f},a note" for when, grams in TRACKED]
    head = "date,time,iso_timestamp,strain_code,strain_name,amount_g,notes"
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return path


def _own_csv(path: Path) -> Path:
    lines = [f"dose,{when[:16]},{BERLIN},Green,{grams},g" for when, grams in TRACKED]
    path.write_text("\n".join(["kind,time,zone,product,amount,unit", *lines, ""]), encoding="utf-8")
    return path


FORMATS: dict[str, Callable[[Path], Path]] = {"a.json": _tracker_json, "b.csv": _tracker_csv, "own.csv": _own_csv}


def _of_file(book: Logbook, path: Path) -> Plan:
    source = opened(path, recognised(path), names_of(book, english()), BERLIN)
    plan = plan_import(source, book, book.clock.now_ms())
    book.save_all(plan.entries(), label="many.imported", origin="import")
    return plan


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", FORMATS)
def test_two_files_of_the_same_in_two_formats_recognise_each_other(
    plain_book: Logbook, tmp_path: Path, first: str, second: str
) -> None:
    assert _of_file(plain_book, FORMATS[first](tmp_path / first)).counts.new["dose"] == 3
    only_there = 3 if second == "b.csv" != first else 0  # its notes
    assert _counts(_of_file(plain_book, FORMATS[second](tmp_path / second))) == (0, 3 - only_there, only_there, 0)
    gone = [dose.id for dose in _doses(plain_book)]
    plain_book.delete(gone)
    plain_book.purge(gone)
    assert _counts(_of_file(plain_book, FORMATS[second](tmp_path / second))) == (0, 0, 0, 3)


def test_a_row_that_has_the_time_of_ours_does_not_take_its_place(plain_book: Logbook, tmp_path: Path) -> None:
    _of_file(plain_book, _tracker_csv(tmp_path / "a.csv"))
    ours = _doses(plain_book)
    text = (tmp_path / "a.csv").read_text(encoding="utf-8")
    head, first, *rest = text.splitlines()
    content = "\n".join([head, first.replace("Green", "Greem"), first, *rest, ""])
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    plan = _of_file(plain_book, tmp_path / "a.csv")
    assert (plan.counts.new["dose"], plan.counts.here["dose"], plan.counts.differs["dose"]) == (0, 3, 1)
    assert _doses(plain_book) == ours


def test_the_nth_of_its_like_is_numbered() -> None:
    occurrences = Occurrences()
    assert [occurrences.number(text) for text in ("a", "b", "a", "a")] == [1, 1, 2, 3]
    assert [occurrences.count(text) for text in ("a", "b", "c")] == [3, 1, 0]
    alike = Alike()
    for number in (1, 2, 3, 1):
        alike.take(number)
    assert alike.count == 3


def test_any_number_of_the_same_is_counted_on() -> None:
    occurrences = Occurrences()
    assert [occurrences.number("a\x1eb") for _ in range(70)] == list(range(1, 71))
    assert occurrences.count("a\x1eb") == 70
    # What makes the second of its like is never taken for another text.
    assert (occurrences.number("a"), occurrences.number("(2, 'a')"), occurrences.count("b")) == (1, 1, 0)
