"""The journal's file: backed up, moved and erased from the settings, with real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import paths
from journal.core.refusal import Refused
from journal.device import SecondFolder
from journal.logbook import Logbook
from journal.logbook.moving import let_old_go, open_moved
from journal.ui.kit.breakable import breakable
from journal.ui.kit.computer import Computer
from journal.ui.settings.journal_page import JournalPage
from journal.ui.settings.screen import SettingsScreen
from tests.journals import note
from tests.ui.conftest import keys
from tests.ui.settings.conftest import settle


@pytest.fixture
def page(screen: SettingsScreen) -> JournalPage:
    screen.show_section("journal")
    return screen.journal


def test_it_says_where_the_journal_lies(page: JournalPage, plain_book: Logbook) -> None:
    assert page.place.accessibleName() == str(plain_book.path) == page.place.text().replace("\u200b", "")
    assert "It has no passphrase." in page.words()


def test_a_folder_that_is_kept_in_step_says_what_that_means(page: JournalPage, plain_book: Logbook) -> None:
    assert page.synchronised.isHidden()
    (plain_book.path.parent / ".stfolder").mkdir()
    page.refresh()
    assert "Syncthing seems to keep this folder in step" in page.words()
    assert "one computer at a time" in page.words().replace("\n", " ")


def test_moving_copies_then_asks_the_shell_to_switch(
    screen: SettingsScreen, page: JournalPage, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    old, folder = plain_book.path, tmp_path / "other disk"
    folder.mkdir()
    with qtbot.waitSignal(screen.journal_moved) as heard:
        page.move_to(folder)
    assert heard.args == [folder / old.name] and old.exists()
    with pytest.raises(Refused, match="journal-busy"):
        note(plain_book, "not into the old one any more")
    with open_moved(plain_book, heard.args[0]) as moved:
        assert not let_old_go(plain_book, heard.args[0]) and not old.exists()
        assert len(moved.symptoms()) == 3


def test_a_move_that_is_refused_says_why(page: JournalPage, plain_book: Logbook, qtbot: QtBot) -> None:
    page.move_to(plain_book.path.parent)
    settle(qtbot)
    assert "There is already a file or folder at" in page.message.text() and page.move_button.isEnabled()
    note(plain_book, "the journal goes on")


def test_the_folder_is_asked_for(page: JournalPage, qtbot: QtBot) -> None:
    page.move_button.click()
    assert page.dialog is not None and page.dialog.windowTitle() == "New folder of the journal"
    page.dialog.reject()


def test_opening_another_journal_is_left_to_the_shell(screen: SettingsScreen, page: JournalPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.open_other):
        page.open.click()


def test_erasing_needs_the_word(screen: SettingsScreen, page: JournalPage, plain_book: Logbook, qtbot: QtBot) -> None:
    path, fonts = plain_book.path, paths.cache_folder() / "fontlist-v1.json"
    fonts.parent.mkdir(parents=True)
    fonts.touch()
    page.erase_button.click()
    assert QApplication.focusWidget() is page.erasing.word and "Copies in other places stay" in page.words()
    keys("yes", Qt.Key.Key_Return)
    assert not page.erasing.yes.isEnabled() and path.exists()
    page.erasing.word.selectAll()
    with qtbot.waitSignal(screen.erase_wanted) as heard:
        keys("Erase", Qt.Key.Key_Return)
    assert {paths.device_file(), paths.log_file(), fonts} <= set(heard.args[0])


def test_erasing_says_what_becomes_of_the_second_folder(
    page: JournalPage, computer: Computer, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "stick"
    computer.remember_second_folder(plain_book.path, SecondFolder(second))
    page.erase_button.click()
    settle(qtbot)
    assert "not there now, so the copies in it stay" in page.words() and breakable(second) in page.words()
    page.erasing.no.click()
    second.mkdir()
    page.erase_button.click()
    settle(qtbot)
    assert "It deletes the copies in the second folder, too: " in page.words()


def test_keeping_is_one_key_away(page: JournalPage, plain_book: Logbook) -> None:
    page.erase_button.click()
    page.erasing.no.click()
    assert page.erasing.isHidden() and plain_book.path.exists()
    assert QApplication.focusWidget() is page.erase_button


def test_a_journal_that_is_at_work_is_not_erased(page: JournalPage, plain_book: Logbook) -> None:
    with plain_book._file.writing():
        page.erase()
    assert "A larger task is running" in page.message.text() and plain_book.path.exists()
