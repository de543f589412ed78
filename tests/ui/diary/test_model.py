"""The list of 50 years: rows are what the journal holds, read by day, and a change moves as little as possible."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from journal.core.entries import DayMark, Dose, Note
from journal.core.queries import Day
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.model import DiaryModel
from journal.ui.diary.row_model import LineRole, RowRole
from journal.ui.entries.diary_rows import Row, rows_of
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from tests.ui.diary.conftest import TODAY, Filled, at
from tests.ui.workers import let_workers_end


@pytest.fixture
def model(filled: Filled, qtbot: QtBot) -> DiaryModel:
    return opened(filled.book, qtbot)


def opened(book: Logbook, qtbot: QtBot) -> DiaryModel:
    bridge = Bridge(book, english())
    made = DiaryModel(bridge, Names(bridge), bridge)
    made.setProperty("bridge", bridge)
    bridge.changed.connect(made.apply)
    with qtbot.waitSignal(made.loaded):
        made.load()
    let_workers_end()
    return made


def expected(book: Logbook) -> list[tuple[str, ...]]:
    """The rows as plain reading makes them: the model must never differ from this."""
    first = book.totals()[1]
    if first is None:
        return []
    keys: list[tuple[str, ...]] = []
    empty: list[Day] = []
    days = list(reversed(book.days(first, max(TODAY, book.day_counts()[0].day))))
    for day in days:
        rows = rows_of(day)
        if rows or day.day == TODAY:
            keys += _empty_keys(empty)
            empty = []
            keys += [("day", day.day.isoformat()), *(row.key for row in rows)]
        else:
            empty.append(day)
    return keys + _empty_keys(empty)


def _empty_keys(empty: list[Day]) -> list[tuple[str, ...]]:
    if len(empty) > 3:
        return [("run", empty[0].day.isoformat())]
    return [("day", each.day.isoformat()) for each in empty]


def shown(model: DiaryModel) -> list[tuple[str, ...]]:
    rows = [model.row(number) for number in range(model.rowCount())]
    assert all(isinstance(row, Row) for row in rows)
    return [row.key for row in rows if row is not None]


def test_the_rows_are_the_journals_days(model: DiaryModel, filled: Filled) -> None:
    assert shown(model) == expected(filled.book)


def test_a_before_rating_stands_in_its_doses_row(model: DiaryModel, filled: Filled) -> None:
    number = model.row_of_entry(TODAY, filled.before.id)
    assert number == model.row_of_entry(TODAY, filled.dose.id)
    assert model.index(number or 0).data(LineRole).fact == "before: lower back pain 6"


def test_every_row_can_be_read_out(model: DiaryModel) -> None:
    spoken = [model.index(number).data() for number in range(model.rowCount())]
    assert spoken[0] == "Sunday 22 November 2026, 1 dose · 2.5 g"
    assert spoken[1] == "Sunday 22 November 2026, 09:00, Lower back pain 5, nausea 2, after the 08:10 dose"
    assert all(spoken)


def test_changes_move_no_more_than_they_must(model: DiaryModel, filled: Filled) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    place = QPersistentModelIndex(model.index(model.row_of_entry(TODAY, filled.dose.id) or 0))
    for change in _some_changes(filled):
        change()
        assert shown(model) == expected(filled.book)
    assert place.isValid() and place.data(RowRole).entries[0].id == filled.dose.id
    assert not resets


def _some_changes(filled: Filled):  # type: ignore[no-untyped-def]
    book = filled.book
    yield lambda: book.save(Note(at=at("10:00"), text="newest"))
    yield lambda: book.save(Note(at=at("07:00"), text="oldest of the day"))
    yield lambda: book.save(Dose(at=at("12:00", 20)))
    yield lambda: book.save(DayMark(day=TODAY - dt.timedelta(days=37)))
    yield lambda: book.delete([filled.old.id])
    yield book.undo
    yield lambda: book.delete([filled.mark.id, filled.note.id])
    yield book.undo
    yield book.undo
    yield book.redo
    yield lambda: book.save(replace(filled.dose, note="changed"))
    yield lambda: book.delete([each.id for each in filled.felt])


def test_an_entry_that_moves_leaves_its_former_day(model: DiaryModel, filled: Filled) -> None:
    filled.book.save(replace(filled.note, at=at("21:15", 3)))
    assert shown(model) == expected(filled.book)


def test_the_first_entry_and_the_last_one_gone(plain_book: Logbook, qtbot: QtBot) -> None:
    model = opened(plain_book, qtbot)
    assert model.rowCount() == 0
    plain_book.save(Note(at=at("10:00", 2), text="x"))
    assert shown(model) == expected(plain_book)
    plain_book.undo()
    assert model.rowCount() == 0


def test_other_names_are_shown_at_once(model: DiaryModel, filled: Filled) -> None:
    filled.book.save(replace(filled.green, name="Greener"))
    number = model.row_of_entry(TODAY, filled.dose.id) or 0
    assert model.index(number).data(LineRole).title == "Greener, 2.5 g"


def test_a_bulk_change_counts_every_day_anew(model: DiaryModel, filled: Filled, qtbot: QtBot) -> None:
    notes = [Note(at=at("12:00", n), text="x") for n in range(100)]
    with qtbot.waitSignal(model.loaded):
        filled.book.save_all(notes, label="many.imported", origin="import")
    assert shown(model) == expected(filled.book)


def test_few_days_are_kept_and_few_are_read(plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save_all((Note(at=at("12:00", n), text="x") for n in range(1500)), label="many.demo", origin="command")
    model = opened(plain_book, qtbot)
    reads: list[tuple[dt.date, dt.date]] = []
    days = plain_book.days
    plain_book.days = lambda first, last: reads.append((first, last)) or days(first, last)  # type: ignore
    for number in range(model.rowCount()):
        model.row(number)
    assert len(reads) < 1500 / 10
    assert len(model._days) <= 200


def test_rows_hidden_by_a_deleted_dose_are_put_right(filled: Filled, qtbot: QtBot) -> None:
    """A before-rating whose dose lies in the trash is counted only when its day is read."""
    filled.book.delete([filled.dose.id])
    model = opened(filled.book, qtbot)
    shown(model)
    qtbot.waitUntil(lambda: shown(model) == expected(filled.book))


def test_what_refers_to_the_trash_still_has_its_name(filled: Filled, qtbot: QtBot) -> None:
    filled.book.delete([filled.green.id])
    model = opened(filled.book, qtbot)
    assert model.index(model.row_of_entry(TODAY, filled.dose.id) or 0).data(LineRole).title == "Green Borneo, 2.5 g"
