"""The window makes backups by itself: at its end, and by the clock while it stays open."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import paths
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.device import SecondFolder
from journal.logbook import Logbook, backups
from journal.logbook.belongings import backup_folder, backups_of
from journal.ui.kit.computer import Computer
from journal.ui.shell.own_backups import OwnBackups
from journal.ui.shell.start import Start
from tests.journals import START_MS, FixedClock, JournalAt, note
from tests.ui.backups.waiting import workers_end

Begin = Callable[[JournalAt], Start]


def test_closing_the_window_makes_one_if_anything_changed(begin: Begin, plain_journal: JournalAt) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "one")
    start.close(back_up=True)
    assert len(backups_of(plain_journal.path)) == 1
    start = begin(plain_journal)
    start.close(back_up=True)
    assert len(backups_of(plain_journal.path)) == 1


def test_the_end_of_the_session_makes_none(begin: Begin, plain_journal: JournalAt) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "one")
    start.close()
    assert backups_of(plain_journal.path) == []


def test_none_where_the_person_wants_none(begin: Begin, plain_journal: JournalAt) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    start.logbook.save(setting_for("automatic_backups", value=False))
    start.close(back_up=True)
    assert backups_of(plain_journal.path) == []


def test_meanwhile_another_program_can_write(
    begin: Begin, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, seen = backups.back_up_by_itself, []

    def with_another(book: Logbook, *rest: object) -> object:
        with plain_journal.open() as other:
            note(other, "written while the first one closes")
            seen.append(other.view_only)
        return make(book, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "back_up_by_itself", with_another)
    begin(plain_journal).close(back_up=True)
    assert seen == [None]
    assert len(backups_of(plain_journal.path)) == 1


def test_a_backup_that_cannot_be_made_keeps_nobody(
    begin: Begin, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "one")
    backup_folder(plain_journal.path).write_text("a file where the folder should be", encoding="utf-8")
    start.close(back_up=True)
    with plain_journal.open(read_only=True) as book:
        assert book.totals()[0] == 1


# --- while it stays open ---------------------------------------------------------------------------------------------


@pytest.fixture
def computer() -> Computer:
    return Computer(paths.device_file())


@pytest.fixture
def own(plain_book: Logbook, computer: Computer, qapp: QApplication) -> Iterator[OwnBackups]:
    made = OwnBackups(plain_book, computer, qapp)
    yield made
    made.deleteLater()


def test_once_a_day_if_anything_changed(own: OwnBackups, plain_book: Logbook, clock: FixedClock, qtbot: QtBot) -> None:
    def after_a_look() -> int:
        own.look()
        workers_end(qtbot)
        return len(backups_of(plain_book.path))

    note(plain_book, "one")
    assert after_a_look() == 1
    clock.tick(23 * HOUR_MS)
    note(plain_book, "two")
    assert after_a_look() == 1
    clock.tick(2 * HOUR_MS)
    assert after_a_look() == 2
    clock.tick(DAY_MS)
    assert after_a_look() == 2


def test_the_first_look_makes_up_for_an_end_that_made_none(
    own: OwnBackups, plain_book: Logbook, clock: FixedClock, qtbot: QtBot
) -> None:
    note(plain_book, "one")
    plain_book.backup()
    clock.tick(HOUR_MS)
    note(plain_book, "two")
    own.look()
    workers_end(qtbot)
    assert len(backups_of(plain_book.path)) == 2


def test_a_save_that_came_first_is_no_failure(
    own: OwnBackups, plain_book: Logbook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise Refused("cancelled")

    heard: list[object] = []
    own.failed.connect(heard.append)
    monkeypatch.setattr(backups, "back_up_by_itself", interrupted)
    own.look()
    workers_end(qtbot)
    assert heard == []
    assert own._timer.interval() == 60_000


def test_why_none_can_be_made_is_said_once(own: OwnBackups, plain_book: Logbook, qtbot: QtBot) -> None:
    note(plain_book, "one")
    folder = backup_folder(plain_book.path)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    heard: list[Refused] = []
    own.failed.connect(heard.append)
    for _ in range(2):
        own.look()
        workers_end(qtbot)
    assert len(heard) == 1
    folder.unlink()
    own.look()
    workers_end(qtbot)
    assert len(backups_of(plain_book.path)) == 1
    shutil.rmtree(folder)


def test_what_a_killed_program_left_is_gone_after_the_first_look(
    own: OwnBackups, plain_book: Logbook, qtbot: QtBot
) -> None:
    folder = backup_folder(plain_book.path)
    folder.mkdir()
    left, fresh = (folder / f"{plain_book.path.stem}-2026-11-2{day}-120000-auto.part" for day in (1, 2))
    for path in (left, fresh):
        path.write_bytes(b"half")
    os.utime(left, (time.time() - 90, time.time() - 90))
    own.look()
    workers_end(qtbot)
    assert not left.exists()
    assert fresh.exists()
    assert own._timer.interval() == 60_000
    os.utime(fresh, (time.time() - 90, time.time() - 90))
    own.look()
    workers_end(qtbot)
    assert not fresh.exists() and own._timer.interval() > 60_000


def test_it_goes_also_where_nobody_wants_backups_and_in_the_second_folder(
    own: OwnBackups, plain_book: Logbook, second: Path, qtbot: QtBot
) -> None:
    plain_book.save(setting_for("automatic_backups", value=False))
    folder = backup_folder(plain_book.path)
    folder.mkdir()
    for place in (folder, second):
        left = place / f"{plain_book.path.stem}-2026-11-21-120000-auto.part"
        left.write_bytes(b"half")
        os.utime(left, (time.time() - 90, time.time() - 90))
    own.look()
    workers_end(qtbot)
    assert [*folder.iterdir(), *second.iterdir()] == []


# --- the second folder -----------------------------------------------------------------------------------------------


@pytest.fixture
def second(computer: Computer, plain_book: Logbook, tmp_path: Path) -> Path:
    folder = tmp_path / "stick" / "copies"
    folder.mkdir(parents=True)
    computer.remember_second_folder(plain_book.path, SecondFolder(folder))
    return folder


def test_each_is_copied_into_the_second_folder_too(
    own: OwnBackups, plain_book: Logbook, computer: Computer, second: Path, qtbot: QtBot
) -> None:
    note(plain_book, "one")
    own.look()
    workers_end(qtbot)
    (backup,) = backups_of(plain_book.path)
    assert [copy.name for copy in second.iterdir()] == [backup.name]
    assert computer.second_folder_of(plain_book.path) == SecondFolder(second, plain_book.today())


def test_one_that_is_plugged_in_later_gets_the_newest(
    own: OwnBackups, plain_book: Logbook, second: Path, qtbot: QtBot
) -> None:
    away = second.with_name("away")
    second.rename(away)
    note(plain_book, "one")
    own.look()
    workers_end(qtbot)
    assert len(backups_of(plain_book.path)) == 1 and not second.exists()
    away.rename(second)
    own.look()
    workers_end(qtbot)
    assert len(list(second.iterdir())) == 1


def test_one_that_is_missed_is_said_after_a_week_and_once(
    own: OwnBackups, plain_book: Logbook, computer: Computer, clock: FixedClock, second: Path, qtbot: QtBot
) -> None:
    heard: list[Refused] = []
    own.second_failed.connect(heard.append)
    computer.remember_copied(plain_book.path, plain_book.today())
    second.rmdir()
    note(plain_book, "one")
    for days in (0, 6, 1, 1):
        clock.tick(days * DAY_MS)
        own.look()
        workers_end(qtbot)
        assert [problem.code for problem in heard] == ["second-folder-missing"] * (clock.ms >= START_MS + 7 * DAY_MS)


def test_the_end_copies_too_and_a_folder_that_is_gone_keeps_nobody(
    begin: Begin, plain_journal: JournalAt, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for number, there in enumerate((True, False), 1):
        start = begin(plain_journal)
        assert start.logbook is not None
        start.window.computer.remember_second_folder(plain_journal.path, SecondFolder(folder))
        note(start.logbook, f"note {number}")
        if not there:
            shutil.rmtree(folder)
        start.close(back_up=True)
        assert len(backups_of(plain_journal.path)) == number
        assert folder.exists() == there
        if there:
            assert len(list(folder.iterdir())) == 1


def test_why_the_newest_is_not_there_is_told_in_the_window(begin: Begin, plain_journal: JournalAt) -> None:
    start = begin(plain_journal)
    start.journal._tell_no_copy(Refused("second-folder-full", path=Path("stick")))
    assert "The second folder has no copy of the newest backup. There is no room left" in (
        start.window.body.message.text()
    )
