"""The unlock screen by keys: nothing of the journal is told before it is open, and nothing typed is lost."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Note
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.fields import NoteEdit
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from tests.journals import FixedClock, JournalAt, new_journal, now, quick_keys, raw, real_keys
from tests.ui.backups.waiting import workers_end
from tests.ui.conftest import ctrl, keys
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys", "real_keys"]

Key = Qt.Key
PASSPHRASE = "correct horse"


@pytest.fixture
def locked(tmp_path: Path, templates: Callable[[str | None], Path]) -> JournalAt:
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    made = JournalAt(path, PASSPHRASE, FixedClock())
    with made.open() as book:
        book.save(Note(at=now(book), text="a secret word"))
    return made


OpenStart = Callable[[JournalAt], tuple[MainWindow, Start]]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenStart]:
    starts: list[Start] = []

    def open_start(journal: JournalAt) -> tuple[MainWindow, Start]:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        start = Start(window, journal.path, journal.clock, True, lambda: None, lambda _code: None)
        starts.append(start)
        start.begin()
        once_shown(qtbot, window, UnlockScreen).first_field().setFocus()
        qtbot.waitUntil(lambda: window.focusWidget() is not None and window.isActiveWindow())
        return window, start

    yield open_start
    for start in starts:
        start.close()
    wait_for_tasks()


def unlock_screen(window: MainWindow) -> UnlockScreen:
    """The one that is shown; one before it may still wait to be deleted."""
    seen = [each for each in window.findChildren(UnlockScreen) if not each.isHidden()]
    assert seen  # where this is waited for, not yet
    return seen[0]


def test_the_right_passphrase_opens_the_journal(locked: JournalAt, begin: OpenStart, qtbot: QtBot) -> None:
    window, start = begin(locked)
    unlock_screen(window).first_field().setFocus()
    keys(PASSPHRASE, Key.Key_Return)
    assert not unlock_screen(window).unlock.isEnabled()  # busy while the key is derived elsewhere
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    assert window.computer.salt_of(locked.path) == start.logbook.salt  # type: ignore[union-attr]


def test_a_wrong_one_is_refused_in_place_and_stays_typed(locked: JournalAt, begin: OpenStart, qtbot: QtBot) -> None:
    window, start = begin(locked)
    before = locked.sha256()
    screen = unlock_screen(window)
    screen.first_field().setFocus()
    keys("wrong one", Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open this journal" in screen.message.text())
    assert screen.field.text() == "wrong one" and start.logbook is None
    assert locked.sha256() == before
    keys(PASSPHRASE, Key.Key_Return)  # what was typed is selected, so typing replaces it
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))


def test_the_first_wrong_ones_speak_of_no_damage(locked: JournalAt, begin: OpenStart, qtbot: QtBot) -> None:
    window, _ = begin(locked)
    screen = unlock_screen(window)
    said = []
    for _attempt in range(3):
        screen.submitted.emit("wrong one")
        workers_end(qtbot)
        said.append(screen.message.text())
    first = (
        "That passphrase does not open this journal. Try again. Look at caps lock and at the language of the keyboard."
    )
    assert said[:2] == [first, first] and "may be damaged" in said[2]


def test_it_says_nothing_of_what_is_inside(locked: JournalAt, begin: OpenStart) -> None:
    window, _ = begin(locked)
    said = " ".join(each.text() for each in window.findChildren(QLabel)).casefold()
    assert "secret" not in said and "kratom" not in said and str(locked.path.parent).casefold() not in said


def test_a_passphrase_can_be_pasted(locked: JournalAt, begin: OpenStart, qtbot: QtBot) -> None:
    """Nobody has to remember it who keeps it elsewhere: WCAG 3.3.8."""
    window, start = begin(locked)
    field = unlock_screen(window).field
    QGuiApplication.clipboard().setText(PASSPHRASE)
    field.edit.setFocus()
    keys(ctrl(Key.Key_V), Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))


def test_letters_are_hidden_until_asked_for(locked: JournalAt, begin: OpenStart) -> None:
    window, _ = begin(locked)
    field = unlock_screen(window).field
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    field.box.setFocus()
    keys(Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_every_field_has_a_name(locked: JournalAt, begin: OpenStart) -> None:
    window, _ = begin(locked)
    for widget in unlock_screen(window).findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_a_passphrase_of_odd_letters_is_taken_as_typed(tmp_path: Path, begin: OpenStart, qtbot: QtBot) -> None:
    odd = " e\u0301 'x' \u200d "
    journal = new_journal(tmp_path / "odd.leaf", odd, FixedClock())
    window, start = begin(journal)
    unlock_screen(window).field.edit.setText(odd)
    unlock_screen(window).first_field().setFocus()
    keys(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))


@pytest.mark.usefixtures("real_keys")
def test_neither_the_passphrase_nor_its_key_is_written_anywhere(
    locked: JournalAt, begin: OpenStart, own_home: Path, qtbot: QtBot
) -> None:
    _, start = begin(locked)
    keys(PASSPHRASE, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    assert isinstance(start.logbook, Logbook)
    start.logbook.backup()
    start.close()
    wait_for_tasks()
    # SQLCipher 4: the salt is the file's beginning, the key 256,000 rounds from it.
    key = hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), locked.path.read_bytes()[:16], 256_000, 32)
    with raw(JournalAt(locked.path, f"x'{key.hex()}'", locked.clock)) as opened:
        assert opened.execute("SELECT count(*) FROM note").fetchone() == (1,)  # control: it is the key
    written = [each for folder in (locked.path.parent, own_home) for each in folder.rglob("*") if each.is_file()]
    assert {"mine.leaf", "device.ini"} <= {each.name for each in written} and len(written) > 3
    for each in written:
        content = each.read_bytes().lower()
        for secret in (PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le"), key.lower(), key.hex().encode()):
            assert secret not in content, each


@pytest.mark.parametrize("backup", [True, False])
def test_a_third_refusal_says_in_full_what_can_be_done(
    locked: JournalAt, begin: OpenStart, qtbot: QtBot, backup: bool
) -> None:
    folder = locked.path.parent / "backups"
    if backup:
        folder.mkdir()
        shutil.copyfile(locked.path, folder / "mine-2026-11-22-120000-backup.leaf")
    window, _ = begin(locked)
    screen = unlock_screen(window)
    for _attempt in range(3):
        assert "damaged" not in screen.message.text() and not screen.rescue.isVisible()
        screen.submitted.emit("wrong one")
        workers_end(qtbot)
    said = screen.message.text()
    assert "the file may be damaged" in said and screen.rescue.isVisible()
    assert ("There is no backup of it" in said, screen.back.isVisible()) == (not backup, backup)


def test_a_backup_is_opened_from_where_the_passphrase_is_refused(
    locked: JournalAt, begin: OpenStart, tmp_path: Path, qtbot: QtBot, own_home: Path
) -> None:
    kept = new_journal(tmp_path / "backups" / "kept.leaf", PASSPHRASE)
    window, start = begin(locked)
    keys("wrong one", Key.Key_Return)
    qtbot.waitUntil(lambda: bool(unlock_screen(window).message.text()))
    unlock_screen(window).other.setFocus()
    keys(Key.Key_Space)
    choose_file(window, kept.path)
    qtbot.waitUntil(lambda: "kept.leaf" in said_on(unlock_screen(window)))
    unlock_screen(window).first_field().setFocus()
    keys(PASSPHRASE, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    assert isinstance(start.logbook, Logbook) and start.logbook.path == kept.path
    assert [each for each in own_home.rglob("*") if "QtProject" in each.name] == []


@pytest.mark.slow
def test_file_open_is_there_before_and_after_unlocking(
    locked: JournalAt, begin: OpenStart, tmp_path: Path, qtbot: QtBot
) -> None:
    other = new_journal(tmp_path / "other.leaf", None)
    window, start = begin(locked)
    keys(ctrl(Key.Key_O))
    choose_file(window, other.path)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    keys(ctrl(Key.Key_O))
    choose_file(window, locked.path)
    qtbot.waitUntil(lambda: start.logbook is None and "mine.leaf" in said_on(unlock_screen(window)))


@pytest.mark.usefixtures("real_keys")
def test_a_journal_that_is_still_being_unlocked_gives_way_to_the_one_asked_for(
    locked: JournalAt, begin: OpenStart, tmp_path: Path, qtbot: QtBot
) -> None:
    other = new_journal(tmp_path / "other.leaf", None)
    window, start = begin(locked)
    keys(PASSPHRASE, Key.Key_Return)
    start._open_other(other.path)
    wait_for_tasks()
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert start.logbook is not None and start.logbook.path == other.path
    locked.open().close()  # nobody holds it


def test_lock_now_closes_the_journal_and_keeps_what_was_typed(
    locked: JournalAt, begin: OpenStart, qtbot: QtBot
) -> None:
    window, start = begin(locked)
    keys(PASSPHRASE, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    keys(ctrl(Key.Key_K))
    keys("half a note")
    keys(ctrl(Key.Key_L))
    assert start.logbook is None and window.body.bridge is None
    screen = unlock_screen(window)
    assert "half a note" not in said_on(window)
    locked.open().close()
    qtbot.waitUntil(screen.field.edit.hasFocus)
    assert screen.field.text() == ""
    keys(PASSPHRASE, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), NoteEdit))
    form = window.focusWidget()
    assert isinstance(form, NoteEdit) and form.text() == "half a note"


@pytest.mark.slow
def test_lock_now_is_offered_only_where_there_is_a_passphrase(
    locked: JournalAt, begin: OpenStart, tmp_path: Path, qtbot: QtBot
) -> None:
    window, start = begin(locked)
    assert not window.body._menus.lock.isVisible()
    start._open_other(new_journal(tmp_path / "other.leaf", None).path)
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert not window.body._menus.lock.isVisible()
    keys(ctrl(Key.Key_L))
    assert start.logbook is not None
    start._open_other(locked.path)
    qtbot.waitUntil(lambda: start.logbook is None and "mine.leaf" in said_on(unlock_screen(window)))
    unlock_screen(window).submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert window.body._menus.lock.isVisible() and window.body._menus.lock.shortcut().toString() == "Ctrl+L"
    assert window.body.navigation.lock.isVisible()
    window.body.navigation.lock.click()
    assert start.logbook is None and not window.body.navigation.lock.isVisible()


def test_a_journal_at_work_is_neither_locked_nor_left(locked: JournalAt, begin: OpenStart, qtbot: QtBot) -> None:
    window, start = begin(locked)
    keys(PASSPHRASE, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook))
    window.body.transfer(lambda files: files.back_up())
    keys(ctrl(Key.Key_L))
    keys(ctrl(Key.Key_O))
    assert start.logbook is not None and window.body.message.text().startswith("A larger task is running.")
    assert window.findChildren(QFileDialog) == []
    qtbot.waitUntil(lambda: not window.body._transfers.made.busy)  # type: ignore[union-attr]
    keys(ctrl(Key.Key_L))
    assert start.logbook is None


def test_a_journal_that_cannot_be_opened_leads_to_another(
    begin: OpenStart, locked: JournalAt, tmp_path: Path, qtbot: QtBot
) -> None:
    other = new_journal(tmp_path / "other.leaf", None)
    (tmp_path / "broken.leaf").write_bytes(b"nothing of ours" * 100)
    window, start = begin(locked)
    start._open_other(tmp_path / "broken.leaf")
    once_shown(qtbot, window, CannotOpenPage).other.click()
    choose_file(window, other.path)
    qtbot.waitUntil(lambda: start.logbook is not None)


def choose_file(window: MainWindow, path: Path) -> None:
    (dialog,) = window.findChildren(QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.activateWindow()


def said_on(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


@pytest.mark.usefixtures("real_keys")
def test_emergency_stays_in_sight_when_the_journal_has_opened(
    locked: JournalAt, begin: OpenStart, qtbot: QtBot
) -> None:
    window, start = begin(locked)
    unlock_screen(window).first_field().setFocus()
    keys(PASSPHRASE, Key.Key_Return)
    keys(Key.Key_F1)
    qtbot.waitUntil(lambda: isinstance(start.logbook, Logbook) and window.body.today is not None)
    qtbot.wait(20)
    assert isinstance(window.body.stack.currentWidget(), EmergencyScreen)
    keys(Key.Key_Escape)
    assert window.body.stack.currentWidget() is window.body.today
    assert window.body.navigation.current() == "today"


@pytest.mark.usefixtures("real_keys")
def test_emergency_stays_in_sight_when_the_passphrase_was_wrong(
    locked: JournalAt, begin: OpenStart, qtbot: QtBot
) -> None:
    window, _ = begin(locked)
    screen = unlock_screen(window)
    screen.first_field().setFocus()
    keys("not it", Key.Key_Return)
    keys(Key.Key_F1)
    qtbot.waitUntil(lambda: bool(screen.message.text()))
    assert isinstance(window.body.stack.currentWidget(), EmergencyScreen)
    keys(Key.Key_Escape)
    assert window.body.stack.currentWidget() is screen


def test_enter_unlocks_from_the_box_that_shows_the_letters_too(tmp_path: Path, qtbot: QtBot) -> None:
    screen = UnlockScreen(english(), tmp_path / "mine.leaf")
    qtbot.addWidget(screen)
    screen.show()
    screen.field.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(screen.submitted) as heard:
        QTest.keyClick(screen.field.box, Key.Key_Return)
    assert heard.args == [PASSPHRASE]
    QTest.keyClick(screen.field.box, Key.Key_Space)
    assert screen.field.edit.echoMode() is QLineEdit.EchoMode.Normal
