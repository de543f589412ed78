"""The worker's part of an import: what a file would do is counted and said, and counted again if the journal moved."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Measurement, Rating, Substance, Symptom
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.core.symptoms import SymptomKind
from journal.exchange.changed_rows import Changed
from journal.exchange.export import export_to
from journal.guidance.signs_brought import FoundSigns
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.exchanging import REFUSED_SHOWN, Imported, Preview, Unread, first_look, import_entries
from journal.ui.importing.sample import Sample
from journal.ui.importing.signs_found import SignsFoundDialog
from journal.ui.kit.tasks import Task
from tests.exchange.foreign import FOLDER
from tests.journals import FixedClock, new_journal, note
from tests.signs import all_noted


@pytest.fixture
def exported(tmp_path: Path, clock: FixedClock) -> Path:
    """Two notes of another journal."""
    with new_journal(tmp_path / "other.leaf", None, clock).open() as other:
        note(other, "one")
        note(other, "two")
        export_to(other, tmp_path / "two-notes.json", english())
    return tmp_path / "two-notes.json"


def looked_at(book: Logbook, path: Path) -> Preview:
    preview = first_look(book, path, english(), Task())
    assert isinstance(preview, Preview)
    return preview


def test_own_files_are_counted_at_once_and_nothing_is_written(plain_book: Logbook, exported: Path) -> None:
    preview = looked_at(plain_book, exported)
    assert preview.new == 2
    assert preview.words(english()).startswith("two-notes.json: 2 new, 0 already here, 0 refused.")
    assert plain_book.totals()[0] == 0 and plain_book.undo_step is None


def test_of_other_files_it_must_be_asked_first(plain_book: Logbook) -> None:
    assert isinstance(first_look(plain_book, FOLDER / "table-german.csv", english(), Task()), Sample)


def test_the_first_refused_rows_are_named_and_the_others_counted(plain_book: Logbook, tmp_path: Path) -> None:
    n = REFUSED_SHOWN + 3
    path = tmp_path / "bad.csv"
    path.write_text("id,kind,time,zone\n" + ",feast,2026-11-20T08:00,Europe/Berlin\n" * n, encoding="utf-8")
    preview = looked_at(plain_book, path)
    lines = preview.words(english()).splitlines()
    assert lines[0] == f"bad.csv: 0 new, 0 already here, {n} refused."
    assert [line.partition(":")[0] for line in lines if line.startswith("line ")] == [
        f"line {at}, “kind”" for at in range(2, 2 + REFUSED_SHOWN)
    ]
    assert lines[-1] == "and 3 more"
    assert len(preview.losses(english())) == n


@pytest.mark.slow
def test_what_differs_and_what_was_deleted_for_good_is_said(plain_book: Logbook, exported: Path) -> None:
    import_entries(plain_book, looked_at(plain_book, exported), Task())
    first, second = [each for part in plain_book.slices("note") for each in part]
    exported.write_text(exported.read_text("utf-8").replace('"two"', '"two, changed"'), encoding="utf-8")
    assert "1 entry differs from ours; ours is kept." in looked_at(plain_book, exported).words(english())
    plain_book.delete([first.id, second.id])
    plain_book.purge([first.id])
    assert "1 was deleted for good here and stays so." in looked_at(plain_book, exported).words(english())


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (False, "1 entry of yours was changed as the file says. Undo takes all of it back."),
        (True, "1 entry was imported. 1 entry of yours was changed as the file says. Undo takes all of it back."),
    ],
)
def test_what_was_changed_is_not_called_imported(plain_book: Logbook, exported: Path, more: bool, said: str) -> None:
    import_entries(plain_book, looked_at(plain_book, exported), Task())
    written = exported.read_text("utf-8").replace('"two"', '"two, changed"')
    if more:
        plain_book.undo()
        (two,) = (each for each in looked_at(plain_book, exported).plan.entries() if getattr(each, "text", "") == "two")
        plain_book.save(two)
    exported.write_text(written, encoding="utf-8")
    preview = replace(looked_at(plain_book, exported), changed=Changed.THEIRS)
    done = import_entries(plain_book, preview, Task())
    assert isinstance(done, Imported)
    assert preview.imported(english(), done.count).splitlines()[0] == said


def test_an_import_is_one_step_behind_a_backup(plain_book: Logbook, exported: Path) -> None:
    note(plain_book, "ours")
    done = import_entries(plain_book, looked_at(plain_book, exported), Task())
    assert done == Imported(2)
    assert len(list((plain_book.path.parent / "backups").glob("*before-import*"))) == 1
    plain_book.undo()
    assert plain_book.totals()[0] == 1


def test_a_file_that_cannot_be_read_as_a_whole_still_says_what_to_do(plain_book: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "cut.json"
    file.write_text('{"format":"leaf-journal",\n"ratings":[\n{"symptom":"seizure","value":4}', encoding="utf-8")
    found = first_look(plain_book, file, english(), Task(), country_of("US"))
    assert isinstance(found, Unread)
    lines = found.words(english()).splitlines()
    assert lines[1].startswith("Seizure, if it is you.") and "call 911" in lines[1] and "cannot be read" in lines[-1]
    file.write_text('{"format":"leaf-journal",\n"ratings":[\n{"symptom":"seizure","value":0}', encoding="utf-8")
    with pytest.raises(Refused):
        first_look(plain_book, file, english(), Task())


def test_signs_that_belong_together_are_told_together(
    plain_book: Logbook, tmp_path: Path, clock: FixedClock, qtbot: QtBot
) -> None:
    with new_journal(tmp_path / "other.leaf", None, clock).open() as other:
        pupils = Symptom(code="pinpoint_pupils", kind=SymptomKind.WARNING)
        drowsy = Symptom(code="drowsiness", kind=SymptomKind.SIDE_EFFECT)
        ratings = (Rating(at=moment_now(clock), symptom=each.id, value=5) for each in (pupils, drowsy))
        other.save(pupils, drowsy, *ratings)
        export_to(other, tmp_path / "signs.json", english())
    done = import_entries(plain_book, looked_at(plain_book, tmp_path / "signs.json"), Task())
    assert isinstance(done, Imported) and [sign.code for sign in done.found.noted] == ["pinpoint_pupils"]
    now_ms = plain_book.clock.now_ms()
    told = SignsFoundDialog(english(), done.found, now_ms, country_of("US"))
    qtbot.addWidget(told)
    assert "As another symptom is written down with it, do this. Call 911." in told.list.lines()[0]


def test_thoughts_of_suicide_are_masked_in_the_list_and_somebody_to_talk_to_is_named(
    plain_book: Logbook, qtbot: QtBot
) -> None:
    found = FoundSigns(tuple(all_noted("suicidal_thoughts", "chest_pain")))
    told = SignsFoundDialog(english(), found, plain_book.clock.now_ms(), country_of("US"))
    qtbot.addWidget(told)
    lines = " ".join(told.list.lines())
    whom_to_call = "Call 988 or someone you trust, now. If you are in danger: call 911."
    assert f"Hidden rating. {whom_to_call}" in lines and "Chest pain." in lines
    assert "suicid" not in lines.casefold() and "crisis" not in lines.casefold()
    assert any("988" in each.text() for each in told.findChildren(QLabel))


def test_what_the_list_of_interactions_says_of_the_names_is_summed_up(
    plain_book: Logbook, tmp_path: Path, clock: FixedClock
) -> None:
    with new_journal(tmp_path / "other.leaf", None, clock).open() as other:
        other.save(Substance(name="Xanax"), Substance(name="Qwertyol"))
        export_to(other, tmp_path / "taken.json", english())
    preview = looked_at(plain_book, tmp_path / "taken.json")
    done = import_entries(plain_book, preview, Task())
    assert isinstance(done, Imported) and preview.imported(english(), done.count, done.spoken).splitlines()[-1] == (
        "The list of interactions speaks of 1 of 2 imported names: call today or do not mix 1. "
        "1 name was not recognised, so it was not checked. Safety, “My list, checked”, says what it says of each."
    )


def test_very_high_blood_pressures_are_told_afterwards(
    plain_book: Logbook, tmp_path: Path, clock: FixedClock, qtbot: QtBot
) -> None:
    with new_journal(tmp_path / "other.leaf", None, clock).open() as other:
        at = moment_now(other.clock)
        high, usual = Measurement(at=at, systolic=190, diastolic=95), Measurement(at=at, systolic=128, diastolic=82)
        other.save_all([high, usual], label="many.imported", origin="import")
        export_to(other, tmp_path / "measured.json", english())
    done = import_entries(plain_book, looked_at(plain_book, tmp_path / "measured.json"), Task())
    assert isinstance(done, Imported) and [each.measured.systolic for each in done.found.high] == [190]
    told = SignsFoundDialog(english(), done.found, plain_book.clock.now_ms(), country_of("US"))
    qtbot.addWidget(told)
    (line,) = told.list.lines()
    assert line.startswith("A blood pressure of 180/120 or more, today 10:30. ") and "call 911" in line


def test_what_needs_an_answer_is_shown_before_what_is_refused(plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("kind,time,systolic,pulse\nmeasurement,2026-11-22 08:10,195,zz\n", encoding="utf-8")
    preview = first_look(plain_book, path, english(), Task(), country_of("US"))
    assert isinstance(preview, Preview)
    lines = preview.words(english()).splitlines()
    at = lines.index("What these rows say that needs an answer:")
    assert lines[at : at + 2] == [
        "What these rows say that needs an answer:",
        "In rows that cannot be read as a whole, as if it were now:",
    ]
    assert lines[at + 2].startswith("A blood pressure of 180/120 or more. ") and "call 911" in lines[at + 2]
    assert lines[at + 3].startswith("line 2")


def moved(book: Logbook, exported: Path) -> None:
    import_entries(book, looked_at(book, exported), Task())


def unrelated(book: Logbook, exported: Path) -> None:
    note(book, "meanwhile")


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("meanwhile", "imported"), [(moved, False), (unrelated, True)])
def test_a_journal_that_moved_is_counted_again(
    plain_book: Logbook, exported: Path, meanwhile: Callable[[Logbook, Path], None], imported: bool
) -> None:
    shown = looked_at(plain_book, exported)
    meanwhile(plain_book, exported)
    before = plain_book.undo_step
    done = import_entries(plain_book, shown, Task())
    assert isinstance(done, Imported) is imported
    if isinstance(done, Preview):
        assert done.new == 0 and done.plan.counts.here.total() == 2
        assert plain_book.undo_step == before


def test_a_cancelled_import_leaves_the_journal_as_it_was(plain_book: Logbook, exported: Path) -> None:
    preview, task = looked_at(plain_book, exported), Task()
    task.cancel()
    with pytest.raises(Refused, match="cancelled"):
        import_entries(plain_book, preview, task)
    assert plain_book.totals()[0] == 0


def test_an_import_waits_while_another_job_writes(plain_book: Logbook, exported: Path) -> None:
    preview = looked_at(plain_book, exported)
    with ThreadPoolExecutor(1) as worker:
        with plain_book._file.writing():
            waiting = worker.submit(import_entries, plain_book, preview, Task())
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.3)
        imported = waiting.result(timeout=10)
    assert isinstance(imported, Imported) and imported.count == 2


def test_a_waiting_import_can_be_cancelled(plain_book: Logbook, exported: Path) -> None:
    preview, task = looked_at(plain_book, exported), Task()
    task.cancel()
    with plain_book._file.writing(), pytest.raises(Refused, match="cancelled"):
        import_entries(plain_book, preview, task)
