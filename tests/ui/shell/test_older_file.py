"""An older file that was put in the journal's place while it was closed is noticed at the next start."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.ui.kit.computer import Computer
from journal.ui.shell.older_file import is_older_than_left
from journal.ui.shell.start import Start
from tests.command_line import Run, run
from tests.journals import JournalAt, backup_by_name, note, quick_keys
from tests.ui.backups.waiting import workers_end

__all__ = ["quick_keys", "run"]

Begin = Callable[[JournalAt], Start]
SAID = "An older file lies in its place"


def book(start: Start) -> Logbook:
    assert start.logbook is not None
    return start.logbook


def used_and_closed(begin: Begin, journal: JournalAt) -> Path:
    """A copy of the journal as it was before its last note was saved in a window."""
    start = begin(journal)
    note(book(start), "early")
    older = shutil.copyfile(journal.path, journal.path.with_name("older"))
    note(book(start), "late")
    start.close()
    return older


def said(start: Start) -> str:
    start.journal.watch_for_second_start()
    return start.window.body.message.text()


def press(start: Start, words: str) -> None:
    next(way for way in start.window.body.message.buttons() if words in way.text()).click()


@pytest.mark.slow
def test_it_is_said_at_each_start_until_it_is_answered(begin: Begin, plain_journal: JournalAt) -> None:
    used_and_closed(begin, plain_journal).replace(plain_journal.path)
    for _ in range(2):
        start = begin(plain_journal)
        assert SAID in said(start)
        start.close()
    start = begin(plain_journal)
    assert SAID in said(start)
    press(start, "Go on with it")
    assert start.window.body.message.text() == ""
    note(book(start), "from now on")
    start.close()
    assert SAID not in said(begin(plain_journal))


def test_the_backups_are_one_press_away(begin: Begin, plain_journal: JournalAt) -> None:
    used_and_closed(begin, plain_journal).replace(plain_journal.path)
    start = begin(plain_journal)
    assert SAID in said(start) and "backup" not in said(start)
    start.window.body.message.dismiss()
    backup_by_name(plain_journal.path)
    assert said(start).endswith("What it lacks may be in a backup.")
    press(start, "Look at the backups")
    settings = start.window.body.stack.currentWidget()
    assert settings is not start.window.body.today


def test_the_journal_as_it_was_left_says_nothing(begin: Begin, plain_journal: JournalAt) -> None:
    used_and_closed(begin, plain_journal)
    assert SAID not in said(begin(plain_journal))


def test_a_command_that_saved_meanwhile_says_nothing(begin: Begin, plain_journal: JournalAt, run: Run) -> None:
    used_and_closed(begin, plain_journal)
    assert run("--journal", plain_journal.path, "log", "note", "meanwhile")[0] == 0
    assert SAID not in said(begin(plain_journal))


def test_going_back_to_a_backup_in_the_window_says_nothing(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    start = begin(plain_journal)
    note(book(start), "early")
    backup, before = book(start).backup(), start.logbook
    note(book(start), "late")
    start._going_back.to(backup)
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    workers_end(qtbot)
    assert not is_older_than_left(book(start), start.window.computer)


def test_so_does_the_command(begin: Begin, plain_journal: JournalAt, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    start = begin(plain_journal)
    note(book(start), "early")
    backup = book(start).backup()
    note(book(start), "late")
    start.close()
    monkeypatch.setattr("journal.paths.device_file", lambda: plain_journal.path.with_name("device.ini"))
    assert run("--journal", plain_journal.path, "restore", backup)[0] == 0
    assert SAID not in said(begin(plain_journal))


def test_what_is_only_looked_at_is_not_compared(plain_journal: JournalAt, tmp_path: Path) -> None:
    computer = Computer(tmp_path / "device.ini")
    computer.remember_writes(plain_journal.path, 99)
    with plain_journal.open(read_only=True) as looked_at:
        assert not is_older_than_left(looked_at, computer)
    with plain_journal.open() as opened:
        assert is_older_than_left(opened, computer)
