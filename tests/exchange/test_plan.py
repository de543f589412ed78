"""An import counts first and adds afterwards: new, already here, different, deleted for good; ours is always kept."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import Instrument
from journal.core.entries import (
    Batch,
    Care,
    CheckIn,
    Condition,
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Note,
    Person,
    Product,
    Rating,
    Setting,
    Statement,
    Substance,
    Symptom,
    Tombstone,
    origin_id,
)
from journal.core.health import ConditionKind, Lab, Subject
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.core.substances import Taken
from journal.exchange.changed_rows import Changed
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import export_to, names_of
from journal.exchange.file_rows import Source
from journal.exchange.json_in import JsonFile
from journal.exchange.matched_rows import remark_on_private
from journal.exchange.opening import remark_on_clock, remark_on_doubts, remark_on_unlinked, row_doubt
from journal.exchange.plan import Plan, plan_import
from journal.exchange.zip_in import ZipTables
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.exchange.texts import json_bytes


def _plan(book: Logbook, tmp_path: Path, entries: Iterable[Entry], stones: Iterable[Tombstone] = ()) -> Plan:
    file = tmp_path / "in.json"
    file.write_bytes(json_bytes(entries, list(stones)))
    return plan_import(JsonFile(file), book, book.clock.now_ms())


def _import(book: Logbook, tmp_path: Path, entries: Iterable[Entry], stones: Iterable[Tombstone] = ()) -> Plan:
    plan = _plan(book, tmp_path, entries, stones)
    book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
    return plan


def _note(book: Logbook, text: str = "Rain.") -> Note:
    return Note(at=moment_now(book.clock), recorded_ms=book.clock.now_ms(), text=text)


def _dose(book: Logbook, product: Product | None = None) -> Dose:
    return Dose(
        at=moment_now(book.clock), recorded_ms=book.clock.now_ms(), product=None if product is None else product.id
    )


def _counts(plan: Plan) -> tuple[int, int, int, int]:
    counts = plan.counts
    return counts.new.total(), counts.here.total(), counts.differs.total(), counts.purged.total()


def test_a_second_import_of_a_file_adds_nothing(plain_book: Logbook, tmp_path: Path) -> None:
    notes = [_note(plain_book, f"Note {n}") for n in range(5)]
    assert _counts(_import(plain_book, tmp_path, notes)) == (5, 0, 0, 0)
    assert _counts(_plan(plain_book, tmp_path, notes)) == (0, 5, 0, 0)


def _changed_by(book: Logbook, source: Source, changed: Changed) -> Plan:
    plan = plan_import(source, book, book.clock.now_ms())
    book.save_all(plan.entries(changed=changed), label="many.imported", origin="import")
    return plan


@pytest.mark.parametrize("changed", Changed)
@pytest.mark.parametrize("form", ["json", "zip", "csv", "csv without the column"])
def test_no_file_takes_a_private_mark_away(plain_book: Logbook, tmp_path: Path, form: str, changed: Changed) -> None:
    rain, snow = _note(plain_book, "Rain."), _note(plain_book, "Snow.")
    plain_book.save(rain, snow)
    file = tmp_path / f"in.{form[:4].strip()}"
    export_to(plain_book, file, english())
    plain_book.save(replace(rain, private=True), replace(snow, private=True, text="Sun."))
    if form.endswith("column"):
        file.write_text(_without(file.read_text(encoding="utf-8"), "private"), encoding="utf-8")
    plan = _changed_by(plain_book, _source(file, plain_book), changed)
    notes = [entry for part in plain_book.slices("note") for entry in part]
    assert all(entry.private for entry in notes) and len(notes) == 2
    assert len(plan.changed) == 1 and (plan.changed[0].theirs.private, plan.still_private) == (True, 2)
    (said,) = remark_on_private(plan, english())
    assert said == "2 entries are private here and not in the file. They stay private: no import takes that mark away."
    texts = {getattr(entry, "text", "") for entry in notes}
    assert texts == {"Rain.", "Snow." if changed is Changed.THEIRS else "Sun."}


def _without(table: str, column: str) -> str:
    rows = list(csv.reader(io.StringIO(table)))
    place = rows[0].index(column)
    written = io.StringIO()
    csv.writer(written).writerows([cell for n, cell in enumerate(row) if n != place] for row in rows)
    return written.getvalue()


def _source(file: Path, book: Logbook) -> Source:
    match file.suffix:
        case ".json":
            return JsonFile(file)
        case ".zip":
            return ZipTables(file)
    return CsvFile(file, names_of(book, english()), "Europe/Berlin")


def test_a_mark_that_the_file_has_and_the_journal_not_is_a_difference(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(note := _note(plain_book))
    plan = _plan(plain_book, tmp_path, [replace(note, private=True)])
    assert (plan.still_private, len(plan.changed), remark_on_private(plan, english())) == (0, 1, [])
    plain_book.save_all(plan.entries(changed=Changed.THEIRS), label="many.imported", origin="import")
    kept = plain_book.get(note.id)
    assert kept is not None and kept.private


def test_an_import_is_one_step_that_undo_takes_back(plain_book: Logbook, tmp_path: Path) -> None:
    _import(plain_book, tmp_path, [_note(plain_book) for _ in range(3)])
    assert plain_book.totals()[0] == 3
    plain_book.undo()
    assert plain_book.totals()[0] == 0
    plain_book.redo()
    assert plain_book.totals()[0] == 3


def test_ours_is_kept_where_the_file_differs(plain_book: Logbook, tmp_path: Path) -> None:
    ours = journals.note(plain_book, "ours")
    plan = _plan(plain_book, tmp_path, [replace(ours, text="theirs"), _note(plain_book)])
    assert _counts(plan) == (1, 0, 1, 0)
    assert [entry.id for entry in plan.entries()] != [ours.id]
    assert plan.total == 1


def test_what_was_deleted_for_good_does_not_come_back(plain_book: Logbook, tmp_path: Path) -> None:
    gone = journals.note(plain_book, "gone")
    plain_book.delete([gone.id])
    plain_book.purge([gone.id])
    plan = _import(plain_book, tmp_path, [gone, _note(plain_book)])
    assert _counts(plan) == (1, 0, 0, 1)
    assert plain_book.get(gone.id) is None


def test_a_rating_of_a_dose_deleted_for_good_comes_without_it(plain_book: Logbook, tmp_path: Path) -> None:
    symptom, dose = journals.symptom(plain_book), journals.dose(plain_book)
    rating = Rating(at=dose.at, recorded_ms=1, symptom=symptom.id, value=3, dose=dose.id)
    plain_book.delete([dose.id])
    plain_book.purge([dose.id])
    _import(plain_book, tmp_path, [symptom, dose, rating])
    assert plain_book.get(rating.id) == replace(rating, dose=None)


def test_tombstones_come_along_and_kill_nothing_of_ours(plain_book: Logbook, tmp_path: Path) -> None:
    ours = journals.note(plain_book, "ours")
    new = Tombstone("88888888-8888-4888-8888-888888888888", "note", 5)
    plan = _import(plain_book, tmp_path, [], [new, Tombstone(ours.id, "note", 5)])
    assert _counts(plan) == (1, 0, 1, 0)
    assert list(plain_book.tombstones()) == [new]
    assert plain_book.get(ours.id) == ours


def test_an_id_of_another_kind_is_refused(plain_book: Logbook, tmp_path: Path) -> None:
    ours = journals.note(plain_book, "ours")
    plan = _plan(plain_book, tmp_path, [replace(_dose(plain_book), id=ours.id)])
    assert [row.reason.code for row in plan.refused] == ["id-of-another"]
    assert list(plan.entries()) == []


def test_an_origin_that_is_here_is_recognised(plain_book: Logbook, tmp_path: Path) -> None:
    origin = origin_id("other app", "17")
    plain_book.save(replace(_note(plain_book), origin=origin))
    assert _counts(_plan(plain_book, tmp_path, [replace(_note(plain_book), origin=origin)])) == (0, 1, 0, 0)


def test_a_product_that_is_here_may_be_named(plain_book: Logbook, tmp_path: Path) -> None:
    product = journals.product(plain_book)
    dose = _dose(plain_book, product)
    _import(plain_book, tmp_path, [dose])
    assert plain_book.get(dose.id) == dose


def test_ratings_of_a_built_in_symptom_join_ours(plain_book: Logbook, tmp_path: Path) -> None:
    ours = journals.saved(plain_book, Symptom(code="nausea", main=True))
    theirs = Symptom(code="nausea", main=True)
    other = Symptom(code="insomnia", main=True)
    rating = Rating(at=moment_now(plain_book.clock), recorded_ms=1, symptom=theirs.id, value=3)
    plan = _import(plain_book, tmp_path, [theirs, other, rating])
    assert _counts(plan) == (2, 1, 0, 0)
    assert plain_book.get(rating.id) == replace(rating, symptom=ours.id)
    assert plain_book.get(other.id) == replace(other, main=False)
    assert _counts(_plan(plain_book, tmp_path, [theirs, rating])) == (0, 2, 0, 0)


def test_doses_and_none_on_one_day_leave_the_mark_in_the_trash(plain_book: Logbook, tmp_path: Path) -> None:
    day = plain_book.today()
    ours = journals.saved(plain_book, DayMark(day=day))
    theirs = DayMark(day=day, recorded_ms=5)
    unknown = DayMark(day=day, mark=DayMarkKind.DO_NOT_REMEMBER, recorded_ms=5)
    _import(plain_book, tmp_path, [_dose(plain_book), theirs, unknown])
    now = plain_book.clock.now_ms()
    assert plain_book.get(ours.id) == replace(ours, deleted_ms=now)
    assert plain_book.get(theirs.id) is None, "it says what ours says"
    assert plain_book.get(unknown.id) == unknown


def test_made_up_entries_do_not_mix_with_real_ones(plain_book: Logbook, tmp_path: Path) -> None:
    made_up = [_note(plain_book, "Made-up"), Setting(id="demo", value="1")]
    assert _plan(plain_book, tmp_path, made_up).total == 2
    journals.note(plain_book, "real")
    with pytest.raises(Refused, match="file-is-made-up"):
        _plan(plain_book, tmp_path, made_up)


def test_a_journal_that_says_it_is_real_takes_no_made_up_entries(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(Setting(id="demo", value="0"))
    journals.note(plain_book, "real")
    with pytest.raises(Refused, match="file-is-made-up"):
        _plan(plain_book, tmp_path, [_note(plain_book, "Made-up"), Setting(id="demo", value="1")])


def test_counting_can_be_watched_and_stopped(plain_book: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(json_bytes([_note(plain_book) for _ in range(2500)]))
    heard: list[int] = []
    plan_import(JsonFile(file), plain_book, 0, progress=heard.append)
    assert heard == [1000, 2000, 2500]
    with pytest.raises(Refused, match="cancelled"):
        plan_import(JsonFile(file), plain_book, 0, cancelled=lambda: True)


def test_the_trash_comes_along(plain_book: Logbook, tmp_path: Path) -> None:
    trashed = replace(_note(plain_book), deleted_ms=plain_book.clock.now_ms())
    _import(plain_book, tmp_path, [trashed])
    assert plain_book.get(trashed.id) == trashed
    assert [entry.id for entry in plain_book.trash()] == [trashed.id]


# --- values that may be slips ----------------------------------------------------------------------------------------


def _odd(book: Logbook) -> list[Entry]:
    at = moment_now(book.clock)
    return [
        Measurement(at=at, systolic=1200, diastolic=80),
        Measurement(at=at, systolic=70, diastolic=90),
        Measurement(at=at, weight=7_000, weight_unit=WeightUnit.KG),
        Intake(at=at, what=Taken.ALCOHOL, drinks=99_000),
        LabResult(day=at.local.date(), what=Lab.ALT, value="34"),
        CheckIn(at=at, instrument=Instrument.DAILY, sleep=25_000),
        Care(at=at, what=CareKind.REST, minutes=2000),
        Measurement(at=at, systolic=195, diastolic=125, pulse=64),  # high, and no slip
    ]


def test_a_value_that_may_be_a_slip_is_named_with_its_row(plain_book: Logbook, tmp_path: Path) -> None:
    plan = _plan(plain_book, tmp_path, _odd(plain_book))
    texts = english()
    named = {row_doubt(row, texts).partition(", ")[2] for row in plan.doubtful}
    assert named == {
        "measurements 1: systolic: is 1,200 right?",
        "measurements 2: The upper value is below the lower one. Is that right?",
        "measurements 3: weight: is 7 right?",
        "intakes 1: drinks: is 99 right?",
        "lab_results 1: value: 34 of what? The unit is not said.",
        "check_ins 1: sleep: is 25 right?",
        "care 1: minutes: is 2,000 right?",
    }
    assert plan.doubts == len(plan.doubtful) == 7
    assert remark_on_doubts(plan, texts) == ["7 values may be slips."]
    assert all(row_doubt(row, texts).startswith("line ") for row in plan.doubtful)


def test_what_is_here_already_is_not_asked_about_again(plain_book: Logbook, tmp_path: Path) -> None:
    odd = _odd(plain_book)
    _import(plain_book, tmp_path, odd)
    again = _plan(plain_book, tmp_path, odd)
    assert (again.doubts, again.doubtful, remark_on_doubts(again, english())) == (0, [], [])


def test_what_a_journal_wrote_down_was_asked_about_there(plain_book: Logbook, tmp_path: Path) -> None:
    """Its own export comes into another journal without asking again; only a row made by hand does not say when."""
    plain_book.save(*_odd(plain_book))
    export_to(plain_book, tmp_path / "all.json", english())
    with Logbook.open(tmp_path / "other.leaf", clock=plain_book.clock, create=True) as other:
        plan = plan_import(JsonFile(tmp_path / "all.json"), other, other.clock.now_ms())
    assert (plan.counts.new["measurement"], plan.doubts, plan.doubtful) == (4, 0, [])


def test_of_very_many_slips_the_first_are_named_and_all_are_counted(
    plain_book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.exchange.import_outcome.DOUBTFUL_LIMIT", 3)
    plan = _plan(plain_book, tmp_path, _odd(plain_book))
    assert (plan.doubts, len(plan.doubtful)) == (7, 3)


def test_what_comes_without_an_entry_that_it_names_is_counted_and_said(book: Logbook, tmp_path: Path) -> None:
    product, symptom = Product(name="Green tea"), Symptom(name="Left knee")
    batch = Batch(product=product.id, lot="17")
    dose, gone = (Dose(at=journals.now(book), product=product.id, batch=batch.id) for _ in range(2))
    rating = Rating(at=journals.now(book), symptom=symptom.id, value=3, dose=gone.id)
    book.save(product, symptom, batch, gone)
    book.delete([batch.id, gone.id])
    book.purge([batch.id, gone.id])
    plan = _plan(book, tmp_path, [product, symptom, dose, rating])
    assert plan.unlinked == {"dose": 1, "rating": 1}
    words = remark_on_unlinked(plan, english())
    assert words[0] == "1 rating comes without its deleted dose." and "1 dose comes without its batch" in words[1]


def test_days_that_lie_ahead_are_named_but_those_of_plans(plain_book: Logbook, tmp_path: Path) -> None:
    ahead = plain_book.today() + dt.timedelta(days=20)
    recorded = plain_book.clock.now_ms()
    later: list[Entry] = [
        LabResult(day=ahead, what=Lab.ALT, value="31", unit="U/L", recorded_ms=recorded),
        Statement(day=ahead, subject=Subject.NO_ALLERGIES, recorded_ms=recorded),
        DayMark(day=ahead, mark=DayMarkKind.NONE_TODAY, recorded_ms=recorded),
        Condition(what=ConditionKind.LIVER, since=ahead),
        Substance(name="zopiclone", since=ahead),
    ]
    plans: list[Entry] = [
        Condition(what=ConditionKind.PLANNED_OPERATION, planned=ahead),
        Condition(what=ConditionKind.PAIN, until=ahead),
        Person(next_visit=ahead),
    ]
    plan = _plan(plain_book, tmp_path, [*later, *plans])
    assert (plan.refused, plan.later, plan.total) == ([], len(later), len(later) + len(plans))
    assert remark_on_clock(plan, english())[0].startswith("5 entries are dated later than this computer’s clock.")
    today = Statement(day=plain_book.today(), subject=Subject.NO_ALLERGIES, recorded_ms=recorded)
    assert _plan(plain_book, tmp_path, [today]).later == 0


def test_an_operation_a_century_ahead_is_asked_about(plain_book: Logbook, tmp_path: Path) -> None:
    slip = Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2126, 3, 4))
    plan = _plan(plain_book, tmp_path, [slip])
    assert plan.doubts == plan.total == 1
    assert row_doubt(plan.doubtful[0], english()).endswith("planned: 4 Mar 2126 is years ahead. Is that right?")
