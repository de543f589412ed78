"""A journal that cannot be locked, as the disk is full and something is typed, needs its passphrase all the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.ui.entries.note_form import NoteForm
from journal.ui.lock import UnlockScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.shell.locked_cover import LockedCover
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, FixedClock, JournalAt, note, quick_keys
from tests.ui.once_shown import once_shown
from tests.ui.shell.test_hiding import cover, wake

__all__ = ["quick_keys"]


class Disk:
    """Takes no draft while it is full."""

    full = True


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    state, keep = Disk(), Logbook.save_draft

    def save_draft(book: Logbook, form: str, content: str, typed_ms: int | None = None) -> None:
        if state.full:
            raise Refused("disk-full")
        keep(book, form, content, typed_ms)

    monkeypatch.setattr(Logbook, "save_draft", save_draft)
    return state


@pytest.fixture
def start(
    begin: Callable[[JournalAt], Start],
    tmp_path: Path,
    templates: Callable[[str | None], Path],
    disk: Disk,
) -> Start:
    """A window with an encrypted journal in which a note is half typed."""
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    made = begin(JournalAt(path, PASSPHRASE, FixedClock()))
    assert made.logbook is not None
    note(made.logbook, "a secret word")
    made.window.body.act("note")
    form_of(made).note.setPlainText("half typed")
    return made


def form_of(start: Start) -> NoteForm:
    today = start.window.body.today
    assert today is not None
    assert isinstance(today.panel.form, NoteForm)
    return today.panel.form


def covers(start: Start) -> list[LockedCover]:
    return [each for each in start.window.findChildren(LockedCover) if not each.isHidden()]


def seen(start: Start) -> str:
    parts: list[QWidget] = [
        each for kind in (QLabel, QLineEdit, QPlainTextEdit) for each in start.window.findChildren(kind)
    ]
    return " ".join(str(each.property("text") or each.property("plainText")) for each in parts if each.isVisible())


def hidden(start: Start, qtbot: QtBot) -> None:
    start.window.body.hide_now()
    assert start.logbook is not None  # what is typed has no other place
    wake(start, qtbot)
    cover(start).back.click()


@pytest.mark.parametrize("way", ["hidden", "nobody there"])
def test_it_comes_back_with_the_passphrase_alone(start: Start, qtbot: QtBot, way: str) -> None:
    if way == "hidden":
        hidden(start, qtbot)
    else:
        start.journal.lock_wanted.emit()
    (locked,) = covers(start)
    assert not start.window.body.isVisible() and not start.window.menuBar().isEnabled()
    assert "half typed" not in seen(start) and "secret" not in seen(start)
    assert "behind the passphrase" in seen(start) and "The disk is full" in seen(start)
    locked.page.submitted.emit("not this one")
    assert covers(start) == [locked] and "does not open this journal" in locked.page.message.text()
    locked.page.submitted.emit(PASSPHRASE)
    assert covers(start) == [] and start.window.body.isVisible() and start.window.menuBar().isEnabled()
    assert form_of(start).note.toPlainText() == "half typed"
    assert "not kept yet" in start.window.body.message.text()


def test_it_is_locked_as_ever_once_there_is_room(start: Start, disk: Disk, qtbot: QtBot) -> None:
    start.journal.lock_wanted.emit()
    disk.full = False
    start._locking._again.timeout.emit()
    assert start.logbook is None and covers(start) == []
    once_shown(qtbot, start.window, UnlockScreen).submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert form_of(start).note.toPlainText() == "half typed"
    assert not start._locking._again.isActive()


def test_there_is_room_again_while_the_window_is_hidden(start: Start, disk: Disk, qtbot: QtBot) -> None:
    start.window.body.hide_now()
    disk.full = False
    start._locking._again.timeout.emit()
    wake(start, qtbot)
    assert start.logbook is None and not start.window.body.isVisible()
    cover(start).back.click()
    once_shown(qtbot, start.window, UnlockScreen)


@pytest.mark.parametrize("way", ["from the cover", "from the neutral page"])
def test_emergency_is_in_reach_and_leads_nowhere_else(start: Start, qtbot: QtBot, way: str) -> None:
    if way == "from the cover":
        start.journal.lock_wanted.emit()
        covers(start)[0].show_emergency()
    else:
        start.window.body.hide_now()
        wake(start, qtbot)
        start._locking._hiding._to_emergency()  # type: ignore[union-attr]
    screen = once_shown(qtbot, start.window, EmergencyScreen)
    assert screen.people is None and screen.change is None
    assert "half typed" not in seen(start) and "secret" not in seen(start)
    screen.back.click()
    assert not start.window.body.isVisible() and covers(start)[0].page.isVisible()
