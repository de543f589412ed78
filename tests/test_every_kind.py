"""Every kind of entry through everything that handles all kinds: what a new one must do, and what is easily forgotten.

The window's part (its row in the diary, its details, its form and draft, its page in the manual) has its own tests of
the same shape under tests/ui.
"""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.cli import main
from journal.commands import log
from journal.core.entries import Entry, Tombstone, kind_of
from journal.core.fields import Gone
from journal.core.kinds import KINDS, day_of
from journal.core.moments import DAY_MS
from journal.core.queries import EntryQuery
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.file_rows import Source
from journal.exchange.json_in import JsonFile
from journal.exchange.plan import plan_import
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.undo import change_label
from tests.journals import FixedClock, JournalAt, clock, new_journal, now, plain_book, plain_journal, templates
from tests.samples import WORD, sample

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

TEXTS = english()
ALL = list(KINDS)
DIARY = [kind.code for kind in KINDS.values() if kind.in_diary]
DELETABLE = [kind.code for kind in KINDS.values() if kind.deletable]


@pytest.fixture
def book(plain_book: Logbook) -> Logbook:
    return plain_book


def filled(book: Logbook, kind: str) -> Entry:
    """The journal with an entry of the kind and what it refers to; the entry."""
    *others, entry = sample(kind, now(book))
    book.save(*others)
    book.save(entry)
    return entry


# --- kept, and seen on its day ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ALL)
def test_it_is_kept_as_it_is(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    assert book.get(entry.id) == entry
    assert [each for part in book.slices(kind) for each in part] == [entry]


@pytest.mark.parametrize("kind", DIARY)
def test_its_day_holds_it_and_is_not_empty(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    day = book.day_of(entry)
    assert day is not None and day == day_of(entry, book.preferences.day_start)
    (found,) = book.days(day, day)
    assert found.entries[kind] == (entry,)
    assert not found.empty


@pytest.mark.parametrize("kind", DIARY)
def test_it_is_counted(book: Logbook, clock: FixedClock, kind: str) -> None:
    *others, entry = sample(kind, now(book))
    book.save(*others)
    before, rows = book.totals()[0], sum(each.rows for each in book.day_counts())
    book.save(entry)
    assert book.totals() == (before + 1, book.day_of(entry))
    assert sum(each.rows for each in book.day_counts()) == rows + 1
    clock.tick(-2 * DAY_MS)
    later = book.later_than_clock()
    assert later is not None and later.rows == before + 1


# --- found -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", DIARY)
def test_it_is_found_among_its_kind_and_in_its_days(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    day = book.day_of(entry)
    assert book.find(EntryQuery(kinds=(kind,))) == [entry]
    assert book.find(EntryQuery(kinds=(kind,), first_day=day, last_day=day, private=entry.private)) == [entry]
    assert entry in book.find(EntryQuery())
    assert book.find(EntryQuery(text=f"no{WORD}")) == []


@pytest.mark.parametrize("kind", [each.code for each in KINDS.values() if each.in_diary and each.searchable_words])
def test_it_is_found_by_its_words_until_they_change(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    for accents in ("", "\u0301"):  # the second is looked up in full text, the first among the newest rows
        assert book.find(EntryQuery(text=f"{WORD}{accents}"[:12], kinds=(kind,))) == [entry]
    book.delete([entry.id])
    assert book.find(EntryQuery(text=WORD, kinds=(kind,))) == []
    assert [each.id for each in book.find(EntryQuery(text=WORD, kinds=(kind,), trashed=True))] == [entry.id]


# --- said in words ---------------------------------------------------------------------------------------------------


def said(book: Logbook) -> str:
    step = book.undo_step
    assert step is not None
    return change_label(TEXTS, step.label, step.arguments)


@pytest.mark.parametrize("kind", ALL)
def test_what_is_done_to_it_is_named(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    named = [said(book)]
    book.save(replace(entry, private=not entry.private))
    named.append(said(book))
    if KINDS[kind].deletable:
        book.delete([entry.id])
        named.append(said(book))
        book.restore([entry.id])
        named.append(said(book))
    assert len(set(named)) == len(named)
    assert not any(words in ("", "last change") or "{" in words for words in named)


# --- out and in again ------------------------------------------------------------------------------------------------


def taken_in(book: Logbook, source: Source) -> None:
    plan = plan_import(source, book, book.clock.now_ms())
    assert [row.reason.code for row in plan.refused] == []
    book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new journal, made once and copied: it is none of those that are copied from the template."""
    return new_journal(tmp_path_factory.mktemp("another") / "another.leaf", None).path


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FixedClock, another: Path) -> Logbook:
    shutil.copyfile(another, tmp_path / "elsewhere.leaf")
    return Logbook.open(tmp_path / "elsewhere.leaf", clock=clock)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("kind", ALL)
def test_json_brings_it_into_another_journal(book: Logbook, elsewhere: Logbook, tmp_path: Path, kind: str) -> None:
    entry = filled(book, kind)
    export_to(book, tmp_path / "out.json", TEXTS)
    taken_in(elsewhere, JsonFile(tmp_path / "out.json"))
    assert elsewhere.get(entry.id) == entry
    export_to(elsewhere, tmp_path / "again.json", TEXTS)
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "out.json").read_bytes()


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("kind", DIARY)
def test_csv_brings_it_into_another_journal(book: Logbook, elsewhere: Logbook, tmp_path: Path, kind: str) -> None:
    entry = filled(book, kind)
    elsewhere.save(*(each for each in everything(book) if kind_of(each) not in DIARY))
    export_to(book, tmp_path / "out.csv", TEXTS)
    taken_in(elsewhere, CsvFile(tmp_path / "out.csv", names_of(elsewhere, TEXTS), "UTC"))
    assert elsewhere.get(entry.id) == entry


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("kind", DIARY)
def test_a_row_that_lost_its_id_is_recognised(book: Logbook, tmp_path: Path, kind: str) -> None:
    filled(book, kind)
    before = everything(book)
    export_to(book, tmp_path / "out.csv", TEXTS)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    with (tmp_path / "edited.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, [column for column in rows[0] if column != "id"], extrasaction="ignore")
        sheet.writeheader()
        sheet.writerows(rows)
    taken_in(book, CsvFile(tmp_path / "edited.csv", names_of(book, TEXTS), "UTC"))
    assert everything(book) == before


def everything(book: Logbook) -> list[Entry]:
    return [each for kind in KINDS for part in book.slices(kind) for each in part]


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("kind", ALL)
def test_its_table_in_the_zip_says_all_of_it(book: Logbook, tmp_path: Path, kind: str) -> None:
    entry = filled(book, kind)
    export_to(book, tmp_path / "out.zip", TEXTS)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        text = io.TextIOWrapper(archive.open(f"{KINDS[kind].plural}.csv"), encoding="utf-8-sig", newline="")
        (row,) = csv.DictReader(text)
    assert row["id"] == entry.id
    assert [column for column, cell in row.items() if not cell] == ["deleted"]
    assert len(row) >= len(KINDS[kind].fields)


# --- the trash -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", DELETABLE)
def test_it_goes_to_the_trash_and_comes_back(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    book.delete([entry.id])
    assert [each.id for each in book.trash()] == [entry.id]
    book.restore([entry.id])
    assert book.trash() == [] and book.get(entry.id) == entry
    book.undo()
    assert [each.id for each in book.trash()] == [entry.id]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("kind", DELETABLE)
def test_the_trash_lets_go_of_it_and_of_what_it_refers_to(book: Logbook, clock: FixedClock, kind: str) -> None:
    entry = filled(book, kind)
    ids = [each.id for each in everything(book)]
    book.delete(ids)
    clock.tick(31 * DAY_MS)
    assert book.empty_old_trash() == len(ids)
    assert everything(book) == [] and book.trash() == []
    assert {stone.id for stone in book.tombstones()} == {*ids}
    assert Tombstone(entry.id, kind, clock.ms) in [*book.tombstones()]


@pytest.mark.parametrize("kind", [each.code for each in KINDS.values() if each.references])
def test_what_it_needs_is_not_purged_before_it(book: Logbook, clock: FixedClock, kind: str) -> None:
    entry = filled(book, kind)
    needed = [each.to for each in KINDS[kind].references if each.gone is Gone.HOLDS]
    ids = [each.id for each in everything(book) if kind_of(each) in needed]
    if ids:
        book.delete(ids)
        clock.tick(31 * DAY_MS)
        book.empty_old_trash()
    assert all(book.get(each) is not None for each in ids)
    assert book.get(entry.id) == entry


# --- the command line ------------------------------------------------------------------------------------------------

# What to type for each kind that is logged.
LOGGED: dict[str, list[str]] = {
    "dose": ["dose", "--product", "Green", "--new-product", "--amount", "2.5 g"],
    "rating": ["rating", "Nausea=3"],
    "day_mark": ["none"],
    "note": ["note", "Slept badly."],
    "substance": ["substance", "Sertraline", "--amount", "50 mg", "--use", "daily", "--since", "2025-03-01"],
    "condition": ["condition", "pain", "--place", "lower back", "--since", "2019-05-01"],
    "intake": ["intake", "alcohol", "--amount", "2 beers", "--drinks", "2", "--at", "yesterday 20:00"],
    "check_in": ["check-in", "peg", "--answers", "6", "--answers", "skipped", "--answers", "4"],
    "urge": ["urge"],
    "care": ["care", "exercise", "--minutes", "30"],
    "measurement": ["measurement", "--systolic", "120", "--diastolic", "80", "--weight", "71.5", "--weight-unit", "kg"],
    "lab_result": ["lab-result", "alt", "--value", "31", "--unit", "U/L", "--normal", "< 50"],
    "statement": ["statement", "nothing_else", "--day", "yesterday"],
    "question": ["question", "Could this be a side effect?"],
    "attempt": ["attempt", "Went back after a week.", "--since", "2025-01-01", "--until", "2025-01-08"],
    "help": ["help", "A walk"],
    "contact": ["contact", "Sam", "--phone", "0800 123"],
    "plan": ["plan", "At night", "--text", "Call Sam."],
    "person": ["person", "--since", "2020-03-01", "--goal", "Sleep through.", "--naloxone-at-home", "yes"],
    "product": ["product", "Green", "--vendor", "Shop", "--kind", "leaf_powder"],
    "unit": ["unit", "Green", "--name", "scoop", "--quantity", "2.1 g", "--measured", "ten weighed"],
    "symptom": ["symptom", "Burning feet", "--kind", "pain", "--high-label", "worst"],
    "batch": ["batch", "Green", "--lot", "A-17", "--opened", "2026-11-20", "--figures", "Mitragynine 1.4 %"],
}
NEEDS = {"batch": LOGGED["dose"], "unit": LOGGED["dose"]}  # what is logged before


def test_what_is_logged_is_tried_here() -> None:
    assert LOGGED.keys() == {*log.LOGGED.values()}


@pytest.mark.parametrize("kind", LOGGED)
def test_it_can_be_logged(plain_journal: JournalAt, kind: str) -> None:
    if kind in NEEDS:
        assert main(["log", *NEEDS[kind], "--journal", str(plain_journal.path)], clock=plain_journal.clock) == 0
    assert main(["log", *LOGGED[kind], "--journal", str(plain_journal.path)], clock=plain_journal.clock) == 0
    with plain_journal.open() as book:
        assert [kind_of(each) for part in book.slices(kind) for each in part] == [kind]


# --- kinds without rows ----------------------------------------------------------------------------------------------


def statements_of(book: Logbook, work: Callable[[], object]) -> list[str]:
    """What is asked of the file meanwhile."""
    asked: list[str] = []
    with book._file.connection() as driver:
        connection: Any = driver
        connection.set_trace_callback(asked.append)
    work()
    with book._file.connection() as driver:
        connection.set_trace_callback(None)
    return asked


@pytest.mark.parametrize("kind", DIARY)
def test_kinds_without_rows_are_not_asked_for(book: Logbook, kind: str) -> None:
    entry = filled(book, kind)
    here = {kind_of(each) for each in everything(book)}
    day = book.day_of(entry)
    assert day is not None
    asked = statements_of(book, lambda: (book.days(day, day), book.day_counts(), book.totals(), book.trash()))
    assert any(f"FROM {kind} " in each for each in asked)
    assert not [each for other in KINDS if other not in here for each in asked if f"FROM {other} " in each]


@pytest.mark.parametrize("kind", DIARY)
def test_a_kind_is_asked_for_from_its_first_entry_on(book: Logbook, kind: str) -> None:
    """However it came, and also where another one reads the same file without its lock."""
    assert book.totals() == (0, None)
    *others, entry = sample(kind, now(book))
    with Logbook.open(book.path, clock=book.clock, read_only=True) as reader:
        assert reader.totals() == (0, None)
        book.save(*others)
        book.save_all([entry], label="many.imported", origin="import")
        assert entry in book.find(EntryQuery(kinds=(kind,)))
        assert entry in reader.find(EntryQuery(kinds=(kind,)))
    book.undo()
    assert entry not in book.find(EntryQuery(kinds=(kind,)))
    book.redo()
    assert entry in book.find(EntryQuery(kinds=(kind,)))
