"""One key hides the window: nothing of it can be read, and a journal with a passphrase is locked behind it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.entries.note_form import NoteForm
from journal.ui.lock import UnlockScreen
from journal.ui.lock.neutral_page import NeutralPage
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.settings.hide_card import HideCard
from journal.ui.shell.body import Body
from journal.ui.shell.places import SETTINGS
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, FixedClock, JournalAt, note, quick_keys
from tests.ui.conftest import keys
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys"]

Begin = Callable[[JournalAt], Start]


@pytest.fixture
def encrypted(tmp_path: Path, templates: Callable[[str | None], Path]) -> JournalAt:
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    return JournalAt(path, PASSPHRASE, FixedClock())


def cover(start: Start) -> NeutralPage:
    """The one that is seen; one before it may still wait to be deleted."""
    (made,) = [each for each in start.window.findChildren(NeutralPage) if not each.isHidden()]
    return made


def seen(start: Start) -> list[str]:
    """All words that stand in the window, were it not minimised."""
    start.window.showNormal()
    parts: list[QWidget] = [*start.window.findChildren(QLabel), *start.window.findChildren(QPushButton)]
    words = [str(each.property("text")) for each in parts if each.isVisible()]
    menus = [each.text() for each in start.window.menuBar().actions() if start.window.menuBar().isVisible()]
    return [each for each in (*words, *menus) if each]


def wake(start: Start, qtbot: QtBot) -> None:
    start.window.showNormal()
    start.window.activateWindow()
    with qtbot.waitActive(start.window):
        pass


def shortcut(start: Start, name: str) -> QShortcut:
    (made,) = [each for each in cover(start).findChildren(QShortcut) if each.key().toString() == name]
    return made


def half_typed(body: Body) -> NoteForm:
    body.act("note")
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    body.today.panel.form.note.setPlainText("half typed")
    return body.today.panel.form


def test_the_key_empties_and_minimises_the_window(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "a secret word")
    wake(start, qtbot)
    keys(Qt.Key.Key_F9)
    assert start.window.isMinimized() and start.window.windowTitle() == "Notes"
    assert seen(start) == ["Continue"]
    assert cover(start).size() == start.window.size()
    start.window.resize(700, 600)
    assert cover(start).size() == start.window.size()


@pytest.fixture
def icon() -> Iterator[QIcon]:
    """The program's own, as ``app`` sets it."""
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.darkGreen)
    icon = QIcon(picture)
    QApplication.setWindowIcon(icon)
    yield icon
    QApplication.setWindowIcon(QIcon())


def test_a_plain_one_comes_back_as_it_was(begin: Begin, plain_journal: JournalAt, icon: QIcon, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    form = half_typed(start.window.body)
    form.note.setFocus()
    start.window.body.hide_now()
    assert not form.note.isVisible()
    wake(start, qtbot)
    keys(Qt.Key.Key_F9)
    # Of a window that has none of its own X11 is not told, and keeps the empty one.
    assert start.window.testAttribute(Qt.WidgetAttribute.WA_SetWindowIcon)
    assert start.window.windowIcon().cacheKey() == icon.cacheKey()
    assert start.window.windowTitle() == "Leaf Journal" and start.window.menuBar().isVisible()
    qtbot.waitUntil(form.note.hasFocus)
    assert form.note.toPlainText() == "half typed"
    start.window.body.hide_now()
    cover(start).back.click()
    qtbot.waitUntil(form.note.isVisibleTo(start.window).__bool__)


def test_one_with_a_passphrase_is_locked_behind_it(begin: Begin, encrypted: JournalAt, qtbot: QtBot) -> None:
    start = begin(encrypted)
    half_typed(start.window.body)
    start.window.body.hide_now()
    assert start.logbook is None
    wake(start, qtbot)
    assert seen(start) == ["Continue"]
    cover(start).back.click()
    screen = once_shown(qtbot, start.window, UnlockScreen)
    qtbot.waitUntil(screen.field.edit.hasFocus)
    screen.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None)
    body = start.window.body
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    assert body.today.panel.form.note.toPlainText() == "half typed"


@pytest.mark.slow
def test_what_is_at_work_is_locked_as_soon_as_it_has_ended(
    begin: Begin, encrypted: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = begin(encrypted)
    monkeypatch.setattr(Body, "is_at_work", lambda _body: True)
    start.window.body.hide_now()
    assert start.logbook is not None
    cover(start).back.click()
    assert seen(start) == ["Continue"]
    monkeypatch.undo()
    qtbot.waitUntil(lambda: start.logbook is None)
    assert seen(start) == ["Continue"]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("name", ["F1", "Ctrl+Shift+E"])
def test_emergency_is_in_reach_of_its_keys(begin: Begin, encrypted: JournalAt, qtbot: QtBot, name: str) -> None:
    start = begin(encrypted)
    start.window.body.hide_now()
    wake(start, qtbot)
    shortcut(start, name).activated.emit()
    once_shown(qtbot, start.window, EmergencyScreen)
    assert start.logbook is None


def test_pressing_it_twice_hides_it_once(begin: Begin, plain_journal: JournalAt) -> None:
    start = begin(plain_journal)
    start.window.body.hide_now()
    start.window.body.hide_now()
    cover(start).back.click()
    assert [each for each in start.window.findChildren(NeutralPage) if not each.isHidden()] == []


def test_a_journal_that_opens_meanwhile_is_locked(begin: Begin, encrypted: JournalAt, qtbot: QtBot) -> None:
    start = begin(encrypted)
    start.window.body.lock_now()
    once_shown(qtbot, start.window, UnlockScreen).submitted.emit(PASSPHRASE)
    start.window.body.hide_now()
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert seen(start) == ["Continue"]
    qtbot.waitUntil(lambda: start.logbook is None)
    assert seen(start) == ["Continue"]


def test_the_key_works_in_front_of_the_window_too(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    wake(start, qtbot)
    dialog = QDialog(start.window)
    dialog.open()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    qtbot.waitUntil(lambda: bool(dialog.actions()))
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    assert not dialog.isVisible()
    assert seen(start) == ["Continue"]


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_L, Qt.Key.Key_F1], ids=["hide", "lock", "emergency"])
def test_above_an_open_list_hiding_locking_and_emergency_work_too(
    begin: Begin, encrypted: JournalAt, qtbot: QtBot, key: Qt.Key
) -> None:
    """Nothing happened while a list or a menu was open: the one key did not hide the window."""
    start = begin(encrypted)
    wake(start, qtbot)
    body = start.window.body
    menu = QMenu(body)
    menu.addAction("A product")
    menu.popup(body.mapToGlobal(body.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    control = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_L else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(menu, key, control)
    assert not menu.isVisible()
    if key == Qt.Key.Key_F9:
        assert seen(start) == ["Continue"]
    elif key == Qt.Key.Key_L:
        once_shown(qtbot, body, UnlockScreen)
        assert start.logbook is None
    else:
        once_shown(qtbot, body, EmergencyScreen)


def test_the_settings_try_it(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    settings = start.window.body.reach(SETTINGS)
    settings.show_section("journal")
    once_shown(qtbot, settings, HideCard).attempt.click()
    assert seen(start) == ["Continue"]
