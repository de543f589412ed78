"""A day that another screen asks for: on top of the list, its first entry selected, however the diary stood before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note, Setting
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.row_model import DiaryRows
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.places import DIARY
from tests.ui.conftest import OpenWindow, open_window
from tests.ui.diary.conftest import TODAY, WEIGHED, Filled, at, select, settle
from tests.ui.workers import let_workers_end

__all__ = ["open_window"]
DAYS_AGO = 25
WANTED = TODAY - dt.timedelta(days=DAYS_AGO)


@pytest.fixture
def long(filled: Filled) -> Filled:
    """Six doses a day for 60 days more: many windows high."""
    hours = ("07:00", "09:00", "12:00", "15:00", "18:00", "21:30")
    filled.book.save(*(Dose(at=at(hour, ago), amount=WEIGHED) for ago in range(3, 63) for hour in hours))
    return filled


def on_top(screen: DiaryScreen) -> dt.date | None:
    model = screen.list.model()
    assert isinstance(model, DiaryRows)
    row = model.row(screen.list.indexAt(QPoint(4, 4)).row())
    return row.day if row is not None and not row.entries else None


def assert_shown(screen: DiaryScreen, day: dt.date) -> None:
    assert on_top(screen) == day
    current = screen.list.current_row()
    assert current is not None and current.entries and current.day == day
    model = screen.list.model()
    assert isinstance(model, DiaryRows) and screen.list.currentIndex().row() == screen.diary.row_of_day(day) + 1  # type: ignore[operator]
    assert english().weekday(day) in screen.pane.details.words() and screen.pane.details.isVisible()


def test_a_diary_that_was_never_opened_shows_the_day(long: Filled, open_window: OpenWindow, qtbot: QtBot) -> None:
    body = open_window(long.book)
    body.open_day(WANTED)
    screen = body.reach(DIARY)
    assert isinstance(screen, DiaryScreen)
    qtbot.waitUntil(lambda: screen.diary.is_loaded)
    settle(qtbot, screen)
    qtbot.wait(50)
    assert_shown(screen, WANTED)


def test_a_diary_that_was_opened_before_shows_the_day_on_top(
    long: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(long.book)
    for day in (WANTED, TODAY - dt.timedelta(days=50), TODAY - dt.timedelta(days=10)):
        screen.show_day(day)
        qtbot.wait(20)
        assert_shown(screen, day)


def test_a_change_made_meanwhile_does_not_win_over_the_day(
    long: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(long.book)
    screen.hide()
    # Everything is counted anew.
    long.book.save(Setting(id="day_start", value="300"))
    screen.show()
    screen.show_day(WANTED)
    settle(qtbot, screen)
    qtbot.wait(50)
    assert_shown(screen, WANTED)


def test_what_restricts_the_list_goes_for_the_day(
    long: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(long.book)
    QTest.keyClicks(screen.bar.field, "slept")
    qtbot.waitUntil(lambda: screen.list.model() is screen.results)
    let_workers_end()
    screen.show_day(WANTED)
    qtbot.wait(250)
    assert not screen.bar.filters().any and screen.list.hasFocus()
    assert_shown(screen, WANTED)


def test_a_day_without_entries_shows_its_heading(
    filled: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(filled.book)
    screen.resize(1000, 400)
    screen.show_day(WANTED)
    qtbot.wait(20)
    assert "Nothing recorded from 14 October to 19 November 2026" in screen.pane.details.words()
    screen.show_day(TODAY - dt.timedelta(days=400))
    qtbot.wait(20)
    assert "Nothing is recorded on" in screen.pane.details.message.text()


def test_an_open_form_goes_and_what_is_typed_in_it_waits(
    long: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(long.book)
    select(screen, long.note)
    screen.pane.edit_selected()
    form = screen.pane.host.form
    assert isinstance(form, NoteForm)
    QTest.keyClicks(form.note, "more ")
    screen.show_day(WANTED)
    qtbot.wait(20)
    assert not screen.pane.editing
    assert_shown(screen, WANTED)
    assert "kept, and not saved yet" in screen.pane.details.message.text()
    # Another form comes after this one: it would take the draft's place.
    screen.pane.edit_selected()
    again = screen.pane.host.form
    assert isinstance(again, NoteForm) and "more " in again.note.text()
    again.cancel()
    screen.pane.edit_selected()
    assert screen.pane.editing and not isinstance(screen.pane.host.form, NoteForm)


def test_an_unchanged_form_goes_without_a_word(
    long: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(long.book)
    select(screen, long.note)
    screen.pane.edit_selected()
    screen.show_day(WANTED)
    qtbot.wait(20)
    assert not screen.pane.editing and screen.pane.details.message.text() == ""
    assert long.book.drafts() == []


def test_a_draft_of_last_time_does_not_stand_beside_the_day(
    long: Filled, open_window: OpenWindow, qtbot: QtBot
) -> None:
    long.book.save(Note(at=at("10:00", 1), text="older"))
    with_draft(long)
    body = open_window(long.book)
    body.open_day(WANTED)
    screen = body.reach(DIARY)
    assert isinstance(screen, DiaryScreen)
    settle(qtbot, screen)
    qtbot.wait(50)
    assert not screen.pane.editing
    screen.pane.details.message.buttons()[0].click()
    assert isinstance(screen.pane.host.form, NoteForm)


def with_draft(filled: Filled) -> None:
    bridge = Bridge(filled.book, english())
    form = NoteForm(bridge, "diary.note")
    form.open_new(None)
    form.note.setPlainText("half a thought")
    form.keep_draft()
    form.deleteLater()
    bridge.close()
    assert filled.book.drafts()
