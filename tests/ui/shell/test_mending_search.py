"""A damaged search index is told as that, and built anew from the window without losing what is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.queries import EntryQuery
from journal.logbook.belongings import backup_folder
from journal.texts import english
from journal.ui.shell.crash import CrashReporter, WaysOut
from journal.ui.shell.own_backups import OwnBackups
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, JournalAt, new_journal, note, quick_keys, raw
from tests.ui.backups.waiting import workers_end

__all__ = ["quick_keys"]


@pytest.fixture
def begun(plain_journal: JournalAt, begin: Callable[[JournalAt], Start]) -> Start:
    """A journal whose words are gone from the index, in the window."""
    return begin(without_words(plain_journal))


def without_words(journal: JournalAt) -> JournalAt:
    with journal.open() as book:
        note(book, "a quiet day")
    with raw(journal) as connection:
        connection.execute("DELETE FROM note_text")
    return journal


def press(start: Start, words: str) -> None:
    (button,) = [each for each in start.window.body.message.findChildren(QPushButton) if each.text() == words]
    button.click()


def test_the_check_tells_it_and_mends_it(begun: Start, qtbot: QtBot) -> None:
    assert begun.logbook is not None
    begun.journal._look_for_damage(begun.logbook)
    workers_end(qtbot)
    message = begun.window.body.message
    assert message.text().startswith("The search index of ") and "Every entry is as it was saved." in message.text()
    assert "backup…" not in " ".join(button.text() for button in message.buttons())
    before = begun.logbook
    press(begun, "Build the search index anew")
    qtbot.waitUntil(lambda: begun.logbook not in (None, before), timeout=20_000)
    workers_end(qtbot)
    assert "built anew from your entries" in message.text()
    assert begun.logbook.check() == []
    assert len(begun.logbook.find(EntryQuery("quiet"))) == 1
    assert len(list(backup_folder(begun.path).glob("*-replaced.leaf"))) == 1


@pytest.mark.slow
def test_an_encrypted_one_opens_again_and_its_salt_is_known(
    tmp_path: Path, begin: Callable[[JournalAt], Start], qtbot: QtBot
) -> None:
    start = begin(without_words(new_journal(tmp_path / "secret.leaf", PASSPHRASE)))
    before = start.logbook
    start.window.mend_search()
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None and start.logbook.encrypted and start.logbook.check() == []
    assert start.window.computer.salt_of(start.path) == start.path.read_bytes()[:16].hex()


def test_so_does_a_backup_that_the_window_makes_by_itself(begun: Start, qtbot: QtBot) -> None:
    assert begun.logbook is not None
    begun.journal._look_after_backups(begun.logbook)
    (own,) = begun.journal.findChildren(OwnBackups)
    own.look()
    workers_end(qtbot)
    assert "Build the search index anew" in [button.text() for button in begun.window.body.message.buttons()]


def test_and_one_that_sqlite_cannot_begin_to_read(
    plain_journal: JournalAt, begin: Callable[[JournalAt], Start], qtbot: QtBot
) -> None:
    """Its own words are "vtable constructor failed", which tell nobody anything."""
    with plain_journal.open() as book:
        note(book, "a quiet day")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note_text_config SET v = 9 WHERE k = 'version'")
    start = begin(plain_journal)
    assert start.logbook is not None
    start.journal._look_after_backups(start.logbook)
    (own,) = start.journal.findChildren(OwnBackups)
    own.look()
    workers_end(qtbot)
    message, before = start.window.body.message, start.logbook
    assert message.text().startswith("The search index of ") and "vtable" not in message.text()
    press(start, "Build the search index anew")
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    workers_end(qtbot)
    assert start.logbook is not None and start.logbook.check() == []


def test_where_entries_are_damaged_too_it_says_so_and_opens_the_journal(
    begun: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    before = begun.logbook
    begun.window.mend_search()
    qtbot.waitUntil(lambda: begun.logbook not in (None, before), timeout=20_000)
    assert "is no longer what was saved" in begun.window.body.message.text()


def test_a_search_that_fails_is_no_problem_in_the_program(
    plain_journal: JournalAt, begin: Callable[[JournalAt], Start]
) -> None:
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note_text_config SET v = 9 WHERE k = 'version'")
    start = begin(plain_journal)
    assert start.logbook is not None
    with pytest.raises(Exception) as met:
        note(start.logbook, "a quiet day")
    window, mended = start.window, list[bool]()
    ways = WaysOut(window.has_backups, window.show_backups, window.show_rescue, lambda: mended.append(True))
    reporter = CrashReporter(english(), lambda: window, ways)
    reporter.report(met.type, met.value, met.tb)
    assert reporter.dialog is not None
    said = " ".join(label.text() for label in reporter.dialog.findChildren(QLabel))
    assert "The search index is damaged" in said and "nothing was saved" in said
    assert not reporter.dialog.mend_button.isHidden() and reporter.dialog.back_button.isHidden()
    reporter.dialog.mend_button.click()
    assert mended == [True]
