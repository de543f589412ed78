"""Deleting for good, and what is asked about the backups after it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Note
from journal.core.moments import DAY_MS
from journal.core.refusal import Refused
from journal.logbook.backups import FoundBackup
from journal.logbook.belongings import backups_of
from journal.logbook.older_copies import Gone, Holding
from journal.texts import english
from journal.ui.diary.older_copies import OlderCopies, gone_in_words, holding_in_words
from journal.ui.diary.screen import DiaryScreen
from tests.journals import FixedClock
from tests.ui.backups.waiting import workers_end
from tests.ui.diary.conftest import Filled


def deleted_for_good(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> OlderCopies:
    """The note, by the buttons of the trash."""
    filled.book.delete([filled.note.id])
    screen.bar.trash.setChecked(True)
    screen.list.setFocus()
    screen.list.selectAll()
    screen.pane.details.purge.click()
    assert "Backups that still hold it are named after that" in screen.pane.details.message.text()
    screen.pane.details.message.buttons()[0].click()
    workers_end(qtbot)
    assert filled.book.get(filled.note.id) is None
    return screen.pane.older_copies


def test_nothing_is_asked_where_no_backup_holds_it(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    asked = deleted_for_good(screen, filled, qtbot)
    assert asked.message.text() == ""


def test_that_no_backup_holds_it_is_said_only_of_those_that_were_opened(
    screen: DiaryScreen, filled: Filled, qtbot: QtBot
) -> None:
    filled.book.backup()
    unread = filled.book.backup(made=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    unread.write_bytes(unread.read_bytes()[:4096])
    note = Note(at=filled.note.at, text="never in a backup")
    filled.book.save(note)
    filled.book.delete([note.id])
    screen.bar.trash.setChecked(True)
    screen.pane.older_copies.ask_about([note.id])
    workers_end(qtbot)
    lines = screen.pane.older_copies.message.text().splitlines()
    assert lines[0] == "1 backup was opened, and it does not hold what you deleted for good."
    assert lines[1].startswith("1 other backup could not be opened, so it is not known")


def test_many_are_named_by_the_oldest_and_the_newest() -> None:
    made = [dt.datetime(2026, 11, day, 9, tzinfo=dt.UTC) for day in range(22, 15, -1)]
    held = Holding(("x",), tuple(FoundBackup(Path("b"), at, "auto", 1) for at in made), 0, None)
    assert holding_in_words(english(), held, FixedClock()).startswith("7 backups, from 16 Nov 10:00 to ")


def test_the_backups_that_hold_it_can_go_too(
    screen: DiaryScreen, filled: Filled, clock: FixedClock, qtbot: QtBot
) -> None:
    filled.book.backup()
    clock.tick(DAY_MS)
    filled.book.backup()
    asked = deleted_for_good(screen, filled, qtbot)
    words = asked.message.text()
    assert words.startswith("2 backups still hold what you deleted for good: today 10:30, yesterday 10:30.\n")
    assert "Copies in other places stay" in words
    screen.list.selectAll()
    assert asked.message.text() == words, "it stays while other entries are looked at"
    clock.tick()
    asked.message.buttons()[0].click()
    workers_end(qtbot)
    (made,) = backups_of(filled.book.path)
    assert asked.message.text() == f"2 backups were deleted.\nThe new one: {made}"


def test_they_can_be_kept(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    backup = filled.book.backup()
    asked = deleted_for_good(screen, filled, qtbot)
    assert asked.message.text().startswith("1 backup still holds what you deleted for good: today 10:30.\n")
    asked.message.buttons()[1].click()
    assert asked.message.text() == "" and backup.exists()


def test_where_no_new_one_can_be_made_that_is_said(
    screen: DiaryScreen, filled: Filled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Path:
        raise Refused("disk-full")

    backup = filled.book.backup()
    asked = deleted_for_good(screen, filled, qtbot)
    monkeypatch.setattr(type(filled.book), "backup", full)
    asked.message.buttons()[0].click()
    workers_end(qtbot)
    assert asked.message.text().startswith("No backup was deleted. The disk is full.") and backup.exists()


def test_what_is_not_known_and_what_stays_is_said() -> None:
    one = FoundBackup(Path("b"), dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC), "auto", 1)
    words = holding_in_words(english(), Holding(("x",), (one,), 2, Path("stick")), FixedClock())
    assert "2 other backups could not be opened" in words and "The second folder is not there now" in words
    said = gone_in_words(english(), Gone(1, Path("new"), (Path("stuck"),), 1))
    assert "These files could not be deleted: stuck" in said and "1 backup in the second folder stays" in said
