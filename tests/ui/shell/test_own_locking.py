"""The journal locks by itself: what is typed is in it, nothing of it is in the window, and Emergency stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from journal.core.preferences import setting_for
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.clipboard import SecretCopies
from journal.ui.lock import UnlockScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.shell import own_locking
from journal.ui.shell.body import Body
from journal.ui.shell.own_locking import OwnLocking
from journal.ui.shell.places import EMERGENCY
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, FixedClock, JournalAt, note, quick_keys
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys"]

Begin = Callable[[JournalAt], Start]


@pytest.fixture
def start(begin: Begin, tmp_path: Path, templates: Callable[[str | None], Path], qtbot: QtBot) -> Start:
    """A window on an encrypted journal, which looks after itself."""
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    made = begin(JournalAt(path, PASSPHRASE, FixedClock()))
    qtbot.waitUntil(lambda: bool(made.journal.findChildren(OwnLocking)))
    return made


def locking(start: Start) -> OwnLocking:
    (made,) = start.journal.findChildren(OwnLocking)
    return made


def said(start: Start) -> str:
    shown = [label for label in start.window.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in shown)


def half_typed(body: Body) -> None:
    body.act("note")
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    body.today.panel.form.note.setPlainText("half typed")


def test_nobody_there_locks_it_and_keeps_what_was_typed(start: Start, qtbot: QtBot) -> None:
    assert start.logbook is not None
    note(start.logbook, "a secret word")
    body = start.window.body
    half_typed(body)
    idle = locking(start).idle
    idle.idle.emit()
    assert start.logbook is None and not idle.watching
    screen = once_shown(qtbot, start.window, UnlockScreen)
    assert screen.what_it_is.text().startswith("It locked by itself: nobody used the program for a while")
    screen.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    assert body.today.panel.form.note.toPlainText() == "half typed"


def test_nothing_of_it_is_in_the_window_afterwards(start: Start, qtbot: QtBot) -> None:
    assert start.logbook is not None
    note(start.logbook, "a secret word")
    qtbot.waitUntil(lambda: "note" in start.window.body._menus.undo.text().casefold())
    dialog = QDialog(start.window)
    dialog.show()
    locking(start).wanted.emit()
    once_shown(qtbot, start.window, UnlockScreen)
    assert not dialog.isVisible()
    assert "secret" not in said(start)
    assert not start.window.body._menus.undo.isEnabled()
    assert "note" not in start.window.body._menus.undo.text().casefold()
    assert list(start.window.body._screens.screens()) == []


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
def test_no_open_list_stays_above_it(start: Start, qtbot: QtBot) -> None:
    menu = QMenu(start.window)
    menu.addAction("A product")
    menu.popup(start.window.mapToGlobal(start.window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    locking(start).wanted.emit()
    once_shown(qtbot, start.window, UnlockScreen)
    assert not menu.isVisible()


def test_emergency_stays_in_sight(start: Start, qtbot: QtBot) -> None:
    start.window.body.go(EMERGENCY.key)
    once_shown(qtbot, start.window, EmergencyScreen)
    locking(start).wanted.emit()
    assert start.logbook is None
    once_shown(qtbot, start.window, EmergencyScreen)


def test_what_is_at_work_goes_on(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Body, "is_at_work", lambda _body: True)
    locking(start).wanted.emit()
    assert start.logbook is not None
    assert start.window.body.message.text() == ""
    monkeypatch.undo()
    locking(start).wanted.emit()
    assert start.logbook is None


def test_the_settings_decide(start: Start) -> None:
    assert start.logbook is not None
    idle = locking(start).idle
    assert idle.watching and idle._minutes == 5 and idle._after_sleep
    start.logbook.save(setting_for("lock_after", 15))
    assert idle.watching and idle._minutes == 15
    start.logbook.save(setting_for("lock_after", 0))
    assert idle.watching
    start.logbook.save(setting_for("lock_on_sleep", value=False))
    assert not idle.watching


def test_a_journal_without_a_passphrase_never_locks(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    start.journal.work_in_background()
    assert start.journal.findChildren(OwnLocking) == []


@pytest.mark.slow
def test_what_was_copied_goes_with_it(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: bool(start.journal.findChildren(SecretCopies)))
    (copies,) = start.journal.findChildren(SecretCopies)
    monkeypatch.setattr(copies, "_owns", lambda: True)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("a secret word")
    locking(start).wanted.emit()
    assert clipboard.text() == ""


def test_where_the_system_says_nothing_it_is_not_asked(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start.logbook is not None
    monkeypatch.setattr(own_locking, "can_be_heard", lambda: False)
    start.logbook.save(setting_for("lock_after", 15))
    assert locking(start)._system is None and locking(start).idle.watching
