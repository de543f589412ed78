"""The unlock screen by keys: nothing of the journal is told before it is open, and nothing typed is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Note
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.shell.computer import Computer
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from tests.journals import FixedClock, JournalAt, new_journal, now, raw
from tests.ui.conftest import keys

Key = Qt.Key
PASSPHRASE = "correct horse"


@pytest.fixture
def locked(tmp_path: Path) -> JournalAt:
    made = new_journal(tmp_path / "mine.leaf", PASSPHRASE)
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
        qtbot.waitUntil(lambda: window.findChild(UnlockScreen) is not None)
        window.findChild(UnlockScreen).first_field().setFocus()  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: window.focusWidget() is not None and window.isActiveWindow())
        return window, start

    yield open_start
    for start in starts:
        start.close()
    wait_for_tasks()


def unlock_screen(window: MainWindow) -> UnlockScreen:
    found = window.findChild(UnlockScreen)
    assert isinstance(found, UnlockScreen)
    return found


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


def test_it_says_nothing_of_what_is_inside(locked: JournalAt, begin: OpenStart) -> None:
    window, _ = begin(locked)
    said = " ".join(each.text() for each in window.findChildren(QLabel)).casefold()
    assert "secret" not in said and "kratom" not in said and str(locked.path.parent).casefold() not in said


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
