"""The window checks the journal by itself: once a day, thoroughly once a month, and says once what it found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.moments import DAY_MS
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.ui.kit.computer import Computer
from journal.ui.shell.own_checks import OwnChecks
from tests.journals import FixedClock, JournalAt, note, raw
from tests.ui.backups.waiting import workers_end


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Which checks were made: True for a thorough one."""
    check, made = Logbook.check_by_itself, list[bool]()

    def noted(book: Logbook, thorough: bool, *rest: object) -> list[str]:
        made.append(thorough)
        return check(book, thorough, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Logbook, "check_by_itself", noted)
    return made


@pytest.fixture
def checks(plain_book: Logbook, qapp: QApplication, tmp_path: Path) -> Iterator[OwnChecks]:
    own = OwnChecks(plain_book, Computer(tmp_path / "device.ini"), qapp)
    yield own
    own.deleteLater()


def test_once_a_day_and_thoroughly_once_a_month(
    checks: OwnChecks, made: list[bool], clock: FixedClock, qtbot: QtBot
) -> None:
    for days in (0, 0, 1, 0, 28, 1, 1):
        clock.tick(days * DAY_MS)
        checks.look()
        workers_end(qtbot)
    assert made == [True, False, False, True, False]


def test_a_check_of_the_future_says_nothing(
    checks: OwnChecks, made: list[bool], clock: FixedClock, qtbot: QtBot
) -> None:
    checks.look()
    workers_end(qtbot)
    clock.tick(-400 * DAY_MS)
    checks.look()
    workers_end(qtbot)
    assert made == [True, True]


def test_a_save_makes_it_try_again(checks: OwnChecks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> list[str]:
        raise Refused("cancelled")

    heard: list[object] = []
    checks.found.connect(heard.append)
    monkeypatch.setattr(Logbook, "check_by_itself", interrupted)
    checks.look()
    workers_end(qtbot)
    assert heard == []
    assert checks._timer.interval() == 60_000


def test_damage_is_said(plain_journal: JournalAt, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with plain_journal.open() as book:
        note(book, "a quiet day")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    heard: list[Refused] = []
    with plain_journal.open() as book:
        own = OwnChecks(book, Computer(tmp_path / "device.ini"), qapp)
        own.found.connect(heard.append)
        for _ in range(2):
            own.look()
            workers_end(qtbot)
        own.deleteLater()
    assert [refused.code for refused in heard] == ["entries-damaged"]
    assert heard[0].values["path"] == plain_journal.path
