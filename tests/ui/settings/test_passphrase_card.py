"""The settings say whether there is a passphrase, and list the copies that anyone can still read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.updating import Watched
from journal.db.probe import FileKind, look
from journal.db.rekeying import rekey_backup
from journal.device import SecondFolder
from journal.logbook import Logbook, passphrases
from journal.logbook.backups import contents
from journal.logbook.belongings import backup_folder
from journal.texts import english
from journal.ui.kit.breakable import breakable
from journal.ui.kit.computer import Computer
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.settings.journal_page import JournalPage
from journal.ui.settings.screen import SettingsScreen
from tests.journals import PASSPHRASE, FixedClock, quick_keys
from tests.ui.backups.waiting import workers_end
from tests.ui.conftest import BridgeTo
from tests.ui.slow_folder import slow

__all__ = ["quick_keys"]
NAMES = ("journal-2026-11-20-100000-backup.leaf", "journal-2026-11-21-100000-replaced.leaf")


@pytest.fixture
def locked(tmp_path: Path, templates: Callable[[str | None], Path]) -> Logbook:
    """An encrypted journal beside two backups that are not, and one that is."""
    path = tmp_path / "locked" / "journal.leaf"
    backup_folder(path).mkdir(parents=True)
    shutil.copy(templates(PASSPHRASE), path)
    shutil.copy(templates(PASSPHRASE), backup_folder(path) / "journal-2026-11-22-100000-backup.leaf")
    for name in NAMES:
        shutil.copy(templates(None), backup_folder(path) / name)
    return Logbook.open(path, PASSPHRASE, clock=FixedClock())


@pytest.fixture
def page(locked: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> JournalPage:
    made = JournalPage(bridge_to(locked, english()), Computer(None))
    qtbot.addWidget(made)
    made.show()
    workers_end(qtbot)
    return made


def listed(page: JournalPage) -> list[str]:
    return [row.copy.name for row in page.passphrase.copies.rows]


def kind_of(page: JournalPage, name: str) -> FileKind:
    return look(backup_folder(page._bridge.logbook.path) / name).kind


def test_a_plain_journal_offers_to_set_one(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.show_section("journal")
    card = screen.journal.passphrase
    assert card.set.isVisibleTo(screen)
    assert card.change.isHidden()
    assert card.copies.isHidden()
    card.set.click()
    card.form.first.edit.setText("quiet river stones")
    card.form.again.edit.setText("quiet river stones")
    with qtbot.waitSignal(screen.passphrase_wanted) as heard:
        card.form.yes.click()
    assert heard.args == ["quiet river stones"]


def test_not_now_leaves_all_as_it_was(screen: SettingsScreen) -> None:
    screen.show_section("journal")
    card = screen.journal.passphrase
    card.set.click()
    card.form.first.edit.setText("half typed")
    card.form.no.click()
    assert card.form.isHidden()
    assert card.form.first.text() == ""
    assert card.set.isVisibleTo(screen)


def test_copies_that_anyone_can_read_are_listed(page: JournalPage) -> None:
    assert listed(page) == sorted(NAMES, reverse=True)
    assert "2 copies can be read without the passphrase" in page.words()
    assert "old sectors" in page.words()
    assert page.passphrase.change.isVisibleTo(page)
    assert page.passphrase.set.isHidden()


def test_until_the_copies_are_known_it_is_said_that_they_are_looked_at(
    locked: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    made = JournalPage(bridge_to(locked, english()), Computer(None))
    qtbot.addWidget(made)
    made.show()
    assert "Looking which copies" in made.words()
    workers_end(qtbot)
    assert "Looking which copies" not in made.words() and listed(made)
    made.refresh()
    assert "Looking which copies" not in made.words()
    workers_end(qtbot)


def test_one_is_encrypted_too(page: JournalPage, qtbot: QtBot) -> None:
    page.passphrase.copies.rows[0].encrypt.click()
    workers_end(qtbot)
    assert page.message.text() == "1 copy opens with the journal’s passphrase now."
    assert listed(page) == [NAMES[0]]
    assert kind_of(page, NAMES[1]) is FileKind.ENCRYPTED
    assert kind_of(page, NAMES[0]) is FileKind.PLAIN


def test_all_are_encrypted_and_what_could_not_be_is_said(page: JournalPage, qtbot: QtBot) -> None:
    damaged = backup_folder(page._bridge.logbook.path) / NAMES[0]
    content = damaged.read_bytes()[:8192]
    damaged.write_bytes(content)
    page.passphrase.copies.all.click()
    workers_end(qtbot)
    assert page.message.text() == (
        "1 copy opens with the journal’s passphrase now.\nAs it was: 20 Nov 11:00. 20 Nov 11:00 is damaged. Choose "
        "another backup; this one was left untouched."
    )
    assert listed(page) == [NAMES[0]]
    assert damaged.read_bytes() == content
    assert kind_of(page, NAMES[1]) is FileKind.ENCRYPTED


def test_one_is_deleted_once_that_was_asked(page: JournalPage, qtbot: QtBot) -> None:
    row = page.passphrase.copies.rows[0]
    row.delete.click()
    assert row.copy.exists()
    assert page.message.text() == (
        "Delete for good: yesterday 11:00 · the journal that a backup replaced? This cannot be undone."
    )
    focused = page.window().focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == "Keep it"
    next(each for each in page.message.findChildren(QPushButton) if each.text() == "Delete for good").click()
    workers_end(qtbot)
    assert not row.copy.exists()
    assert listed(page) == [NAMES[0]]


# --- copies with another passphrase ----------------------------------------------------------------------------------

OLD = "the one from before"
EARLIER = "journal-2026-11-19-100000-backup.leaf"


@pytest.fixture
def earlier(locked: Logbook, templates: Callable[[str | None], Path]) -> Path:
    """A backup from before the passphrase was changed."""
    return Path(shutil.copy(templates(OLD), backup_folder(locked.path) / EARLIER))


def test_copies_with_another_passphrase_are_listed_and_given_the_journals(
    earlier: Path, page: JournalPage, qtbot: QtBot
) -> None:
    others = page.passphrase.others
    qtbot.waitUntil(lambda: others.listed == [earlier], timeout=20_000)
    assert "1 copy does not open with the journal’s passphrase" in page.words()
    for typed, said in (
        ("mistyped words", "1 copy does not open with the passphrase that you typed"),
        (OLD, "1 copy opens with"),
    ):
        others.old.edit.setText(typed)
        others.give.click()
        assert others.old.text() == ""
        workers_end(qtbot)
        assert said in page.message.text()
    qtbot.waitUntil(others.isHidden, timeout=20_000)
    assert contents(earlier, PASSPHRASE).total == 0


def test_what_was_done_and_what_has_another_one_is_told_where_it_is_seen(
    earlier: Path, locked: Logbook, templates: Callable[[str | None], Path], page: JournalPage, qtbot: QtBot
) -> None:
    """The button stands far below; the keyboard comes back to the field, not to a button that deletes."""
    third = "the one before that"
    odd = Path(shutil.copy(templates(third), earlier.with_name("journal-2026-11-18-100000-auto.leaf")))
    others = page.passphrase.others
    page.resize(700, 400)
    page.refresh()
    qtbot.waitUntil(lambda: others.listed == [earlier, odd], timeout=20_000)
    others.old.edit.setText(OLD)
    others.old.edit.setFocus()
    QTest.keyClick(others.old.edit, Qt.Key.Key_Return)
    workers_end(qtbot)
    said = page.message.text()
    assert "1 copy opens with the journal’s passphrase now." in said
    assert "1 copy does not open with the passphrase that you typed" in said and "18 Nov 11:00 · automatic" in said
    assert not page.message.visibleRegion().isEmpty() and page.area.verticalScrollBar().value() == 0
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.message.isHidden() and QApplication.focusWidget() is others.old.edit


def test_progress_is_in_sight_and_stopping_tells_what_was_done(
    earlier: Path, page: JournalPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = Path(shutil.copy(earlier, earlier.with_name("journal-2026-11-18-100000-auto.leaf")))
    others, go_on, rekey = page.passphrase.others, Event(), rekey_backup
    page.resize(700, 400)
    page.refresh()
    qtbot.waitUntil(lambda: others.listed == [earlier, another], timeout=20_000)

    def slow_rekey(copy: Path, old: str | None, new: str, watched: Watched) -> None:
        rekey(copy, old, new, watched)
        go_on.wait(20)

    monkeypatch.setattr(passphrases, "rekey_backup", slow_rekey)
    bring_into_sight(others.give)
    others.old.edit.setText(OLD)
    others.give.click()
    qtbot.waitUntil(page.progress.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: not page.progress.cancel.visibleRegion().isEmpty(), timeout=20_000)
    page.progress.cancel.click()
    go_on.set()
    workers_end(qtbot)
    assert page.message.text() == (
        "1 copy opens with the journal’s passphrase now.\nYou stopped it. 1 copy was not reached, and is as it was."
    )
    assert page._computer.settings.copies == ()


def test_many_of_them_are_shown_below_the_field_and_eight_at_first(
    earlier: Path, page: JournalPage, qtbot: QtBot
) -> None:
    for day in range(1, 11):
        shutil.copy(earlier, earlier.with_name(f"journal-2026-11-{day:02}-100000-auto.leaf"))
    others = page.passphrase.others
    page.refresh()
    qtbot.waitUntil(lambda: len(others.listed) == 11, timeout=20_000)
    assert len(others.deletes()) == 8 and others.more.text() == "Show 3 more"
    qtbot.waitUntil(lambda: others.give.y() < others.shown_rows[0].y(), timeout=20_000)
    others.more.click()
    assert len(others.deletes()) == 11 and others.more.isHidden()
    assert QApplication.focusWidget() is others.deletes()[8]


def test_what_was_done_is_not_listed_while_the_copies_are_looked_through_again(
    earlier: Path, page: JournalPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "12 copies open with it now" stood above "12 copies do not open with it"."""
    others = page.passphrase.others
    qtbot.waitUntil(lambda: others.listed == [earlier], timeout=20_000)
    monkeypatch.setattr(page.passphrase._actions, "look", lambda _show: None)
    others.old.edit.setText(OLD)
    others.give.click()
    workers_end(qtbot)
    assert "1 copy opens with" in page.message.text() and others.isHidden()


def test_nothing_is_done_before_the_old_one_is_typed(earlier: Path, page: JournalPage, qtbot: QtBot) -> None:
    others, before = page.passphrase.others, earlier.read_bytes()
    qtbot.waitUntil(lambda: others.listed == [earlier], timeout=20_000)
    others.give.click()
    workers_end(qtbot)
    assert earlier.read_bytes() == before and QApplication.focusWidget() is others.old.edit


def test_one_of_them_can_be_deleted(earlier: Path, page: JournalPage, qtbot: QtBot) -> None:
    others = page.passphrase.others
    qtbot.waitUntil(lambda: others.listed == [earlier], timeout=20_000)
    (delete,) = others.deletes()
    assert isinstance(delete, QPushButton)
    delete.click()
    next(each for each in page.message.findChildren(QPushButton) if each.text() == "Delete for good").click()
    qtbot.waitUntil(others.isHidden, timeout=20_000)
    assert not earlier.exists()


def test_plain_copies_in_the_second_folder_are_listed_with_it(
    locked: Logbook, bridge_to: BridgeTo, templates: Callable[[str | None], Path], tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = Path(shutil.copy(templates(None), stick / NAMES[0]))
    computer = Computer(None)
    computer.remember_second_folder(locked.path, SecondFolder(stick))
    page = JournalPage(bridge_to(locked, english()), computer)
    qtbot.addWidget(page)
    page.show()
    workers_end(qtbot)
    assert [row.copy for row in page.passphrase.copies.rows][-1] == copy
    assert "20 Nov 11:00, in the second folder" in page.words()
    page.passphrase.copies.all.click()
    workers_end(qtbot)
    assert look(copy).kind is FileKind.ENCRYPTED and listed(page) == []


def test_exported_files_are_listed_while_they_are_there_and_can_be_deleted(
    locked: Logbook, bridge_to: BridgeTo, tmp_path: Path, qtbot: QtBot
) -> None:
    kept, lost = tmp_path / "all.json", tmp_path / "lost.csv"
    kept.write_text("{}")
    computer = Computer(None)
    for file in (lost, kept):
        computer.remember_export(locked.path, file)
    page = JournalPage(bridge_to(locked, english()), computer)
    qtbot.addWidget(page)
    page.show()
    workers_end(qtbot)
    assert "1 exported file can be read by anyone" in page.words() and breakable(kept) in page.words()
    (delete,) = page.passphrase.exports.deletes
    delete.click()
    assert kept.exists()
    next(each for each in page.message.findChildren(QPushButton) if each.text() == "Delete for good").click()
    workers_end(qtbot)
    assert not kept.exists() and page.passphrase.exports.isHidden()


def test_nobody_waits_for_a_second_folder_that_wakes_up_slowly(
    locked: Logbook,
    bridge_to: BridgeTo,
    templates: Callable[[str | None], Path],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = Path(shutil.copy(templates(None), stick / NAMES[0]))
    computer = Computer(None)
    computer.remember_second_folder(locked.path, SecondFolder(stick))
    computer.remember_export(locked.path, Path(shutil.copy(templates(None), stick / "all.json")))
    folder = slow(stick, monkeypatch)
    page = JournalPage(bridge_to(locked, english()), computer)
    qtbot.addWidget(page)
    page.show()
    assert page.passphrase.copies.isHidden()
    page.erase_button.click()
    assert "too, if that is there" in page.words()
    folder.wake()
    workers_end(qtbot)
    assert "It deletes the copies in the second folder, too: " in page.words()
    page.erasing.no.click()
    page.passphrase.copies.rows[-1].delete.click()
    next(each for each in page.message.findChildren(QPushButton) if each.text() == "Delete for good").click()
    workers_end(qtbot)
    assert folder.looks > 2 and folder.waited_for == []
    assert listed(page) == sorted(NAMES, reverse=True) and not copy.exists()


def test_a_journal_without_a_passphrase_lists_none(
    screen: SettingsScreen, computer: Computer, plain_book: Logbook, tmp_path: Path
) -> None:
    (tmp_path / "all.json").touch()
    computer.remember_export(plain_book.path, tmp_path / "all.json")
    screen.show_section("journal")
    assert screen.journal.passphrase.exports.isHidden()
