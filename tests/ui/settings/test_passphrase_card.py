"""The settings say whether there is a passphrase, and list the copies that anyone can still read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from journal.logbook.belongings import backup_folder
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.settings.journal_page import JournalPage
from journal.ui.settings.screen import SettingsScreen
from tests.journals import PASSPHRASE, FixedClock
from tests.ui.backups.waiting import workers_end
from tests.ui.conftest import BridgeTo

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
    assert "2 copies in the backup folder can be read without the passphrase" in page.words()
    assert "old sectors" in page.words()
    assert page.passphrase.change.isVisibleTo(page)
    assert page.passphrase.set.isHidden()


def test_one_is_encrypted_too(page: JournalPage, qtbot: QtBot) -> None:
    page.passphrase.copies.rows[0].encrypt.click()
    workers_end(qtbot)
    assert "They open with the journal’s passphrase now." in page.message.text()
    assert listed(page) == [NAMES[0]]
    assert kind_of(page, NAMES[1]) is FileKind.ENCRYPTED
    assert kind_of(page, NAMES[0]) is FileKind.PLAIN


def test_all_are_encrypted_and_what_could_not_be_is_said(page: JournalPage, qtbot: QtBot) -> None:
    damaged = backup_folder(page._bridge.logbook.path) / NAMES[0]
    content = damaged.read_bytes()[:8192]
    damaged.write_bytes(content)
    page.passphrase.copies.all.click()
    workers_end(qtbot)
    assert f"{NAMES[0]}:" in page.message.text()
    assert listed(page) == [NAMES[0]]
    assert damaged.read_bytes() == content
    assert kind_of(page, NAMES[1]) is FileKind.ENCRYPTED


def test_one_is_deleted_once_that_was_asked(page: JournalPage) -> None:
    row = page.passphrase.copies.rows[0]
    row.delete.click()
    assert row.copy.exists()
    assert row.copy.name in page.message.text()
    next(each for each in page.message.findChildren(QPushButton) if each.text() == "Delete for good").click()
    assert not row.copy.exists()
    assert listed(page) == [NAMES[0]]
