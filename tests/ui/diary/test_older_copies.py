"""Deleting for good, and what is asked about the backups after it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

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
    screen.pane.details.message.buttons()[0].click()
    workers_end(qtbot)
    assert filled.book.get(filled.note.id) is None
    return screen.pane.older_copies


def test_nothing_is_asked_where_no_backup_holds_it(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    asked = deleted_for_good(screen, filled, qtbot)
    assert asked.message.text() == ""


def test_the_backups_that_hold_it_can_go_too(
    screen: DiaryScreen, filled: Filled, clock: FixedClock, qtbot: QtBot
) -> None:
    filled.book.backup()
    clock.tick(DAY_MS)
    filled.book.backup()
    asked = deleted_for_good(screen, filled, qtbot)
    words = asked.message.text()
    assert words.startswith("2 backups, from yesterday 10:30 to today 10:30, still hold what you deleted for good.")
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
    assert asked.message.text().startswith("1 backup, of today 10:30, still holds")
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
