"""Backups in the settings: made, listed, compared and gone back to, with real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.preferences import BACKUP_ROOMS
from journal.device import load
from journal.logbook import Logbook
from journal.logbook.backups import OpenedWith
from journal.logbook.belongings import backups_of
from journal.paths import device_file
from journal.ui.kit.breakable import breakable
from journal.ui.kit.computer import Computer
from journal.ui.settings.backups_page import BackupsPage
from journal.ui.settings.screen import SettingsScreen
from tests.journals import PASSPHRASE, FixedClock, JournalAt, backup_by_name, new_journal, note, raw
from tests.ui.backups.waiting import workers_end


@pytest.fixture
def page(screen: SettingsScreen) -> BackupsPage:
    screen.show_section("backups")
    return screen.backups


def made(page: BackupsPage, qtbot: QtBot) -> None:
    page.back_up_button.click()
    workers_end(qtbot)


def test_a_backup_is_made_and_counted(page: BackupsPage, plain_book: Logbook, qtbot: QtBot) -> None:
    assert page.place.text().startswith("No backups yet.")
    made(page, qtbot)
    (backup,) = backups_of(plain_book.path)
    assert page.message.text() == f"A verified copy was made: {breakable(backup)}"
    assert page.place.text().startswith("1 backup in ") and page.back_up_button.isEnabled()
    (row,) = page.list.rows
    assert "opened and counted: 3 entries, 0 in the Diary" in row.facts.text()
    assert row.look.isEnabled()


def test_what_was_done_is_in_sight_and_the_keyboard_is_on_it(
    screen: SettingsScreen, page: BackupsPage, qtbot: QtBot
) -> None:
    """The button is put out meanwhile, and Qt gave the keyboard to the navigation; Space there left the page."""
    screen.resize(700, 300)
    page.back_up_button.setFocus()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.back_up_button.click()
    assert page.busy and page.window().focusWidget() is page
    workers_end(qtbot)
    (read,) = page.message.buttons()
    assert page.window().focusWidget() is read
    qtbot.waitUntil(lambda: bar.value() < page.message.height())
    read.click()
    assert page.window().focusWidget() is page.back_up_button


def test_whoever_went_elsewhere_meanwhile_keeps_the_keyboard(page: BackupsPage, qtbot: QtBot) -> None:
    page.back_up_button.setFocus()
    page.back_up_button.click()
    page.by_itself.box.setFocus()
    workers_end(qtbot)
    assert page.message.buttons() and page.window().focusWidget() is page.by_itself.box


def test_the_list_says_that_there_is_none_yet(page: BackupsPage, qtbot: QtBot) -> None:
    assert page.none.isVisible() and page.none.text() == "There is none yet."
    made(page, qtbot)
    assert not page.none.isVisible()


def test_a_copy_of_what_others_planted_says_so(page: BackupsPage, plain_book: Logbook, qtbot: QtBot) -> None:
    with raw(JournalAt(plain_book.path, None, FixedClock())) as connection:
        connection.execute("CREATE VIEW planted AS SELECT * FROM note")
    made(page, qtbot)
    assert "A verified copy was made" in page.message.text()
    assert "triggers or views" in page.message.text()


def test_what_going_back_means_is_read_before_it_is_done(
    screen: SettingsScreen, page: BackupsPage, plain_book: Logbook, qtbot: QtBot
) -> None:
    made(page, qtbot)
    note(plain_book, "written later")
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    assert row.meaning.text() == "Not in it: 1 entry of the journal of today."
    assert QApplication.focusWidget() is row.restore
    with qtbot.waitSignal(screen.restore_wanted) as heard:
        row.restore.click()
    assert heard.args == [row.backup.path]


def test_not_now_changes_nothing(page: BackupsPage, qtbot: QtBot) -> None:
    made(page, qtbot)
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    row.leave.click()
    assert not row.question.isVisible()
    assert QApplication.focusWidget() is row.look


def test_a_damaged_one_says_so_and_cannot_be_gone_back_to(page: BackupsPage, plain_book: Logbook, qtbot: QtBot) -> None:
    made(page, qtbot)
    (backup,) = backups_of(plain_book.path)
    backup.write_bytes(backup.read_bytes()[:8192])
    page.refresh()
    workers_end(qtbot)
    (row,) = page.list.rows
    assert "damaged" in row.facts.text()
    assert not row.look.isEnabled()


def test_the_newest_are_shown_and_the_others_on_demand(page: BackupsPage, plain_book: Logbook, qtbot: QtBot) -> None:
    first = plain_book.backup()
    for number in range(10):
        copy = first.with_name(f"{plain_book.path.stem}-2025-01-{number + 10}-120000-auto.leaf")
        copy.write_bytes(first.read_bytes())
    page.refresh()
    workers_end(qtbot)
    assert len(page.list.rows) == 8 and page.list.more.text() == "Show 3 more"
    assert "automatic" in page.list.rows[1].facts.text()
    page.list.more.click()
    workers_end(qtbot)
    assert len(page.list.rows) == 11 and not page.list.more.isVisible()
    assert QApplication.focusWidget() is page.list.rows[8].look


def test_whether_they_are_made_by_themselves_is_a_setting_that_can_be_undone(
    page: BackupsPage, plain_book: Logbook, qtbot: QtBot
) -> None:
    assert page.by_itself.is_ticked()
    page.by_itself.tick(False)
    assert not plain_book.preferences.automatic_backups
    plain_book.undo()
    assert plain_book.preferences.automatic_backups and page.by_itself.is_ticked()


def test_the_room_for_them_can_be_chosen(page: BackupsPage, plain_book: Logbook) -> None:
    assert page.room.value() == 0 and "; 1.0 GB at most" in page.kept.text()
    page.room._pills()[BACKUP_ROOMS.index(5)].click()
    assert plain_book.preferences.backup_room == 5 and "; 5.0 GB at most" in page.kept.text()
    plain_book.undo()
    assert page.room.value() == 0 and "; 1.0 GB at most" in page.kept.text()


# --- the second folder -----------------------------------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Stands for another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def chosen(page: BackupsPage, stick: Path, qtbot: QtBot) -> Path:
    page.use_as_second(stick)
    workers_end(qtbot)
    return stick / "plain-backups"


def test_a_second_folder_is_kept_once_a_copy_lies_there(
    page: BackupsPage, computer: Computer, plain_book: Logbook, stick: Path, qtbot: QtBot
) -> None:
    assert page.second.state.text().startswith("None is chosen.") and page.second.choose.text() == "Choose a folder…"
    folder = chosen(page, stick, qtbot)
    (backup,) = backups_of(plain_book.path)
    assert (folder / backup.name).read_bytes() == backup.read_bytes()
    assert computer.second_path_of(plain_book.path) == folder
    assert load(device_file()).second_folders
    assert page.second.state.text() == "1 copy is there, of today 10:30. It is in the list, too."
    assert "anyone who can read this folder" in page.second.cautions.text()
    assert "on the journal’s own disk" in page.second.cautions.text()
    assert [row.look.accessibleName() for row in page.list.rows] == ["Go back to it…: today 10:30, in both folders"]


@pytest.mark.parametrize("in_second", [False, True])
def test_where_one_of_both_cannot_be_read_each_is_listed(
    page: BackupsPage, plain_book: Logbook, stick: Path, qtbot: QtBot, in_second: bool
) -> None:
    """Each backup stood there twice; where one of the two is bad, both are needed."""
    folder = chosen(page, stick, qtbot)
    (backup,) = backups_of(plain_book.path)
    backup = folder / backup.name if in_second else backup
    content = bytearray(backup.read_bytes())
    content[4096:8192] = bytes(4096)
    backup.write_bytes(content)
    page.list.look_again(page.list.elsewhere)
    workers_end(qtbot)
    qtbot.waitUntil(lambda: len(page.list.rows) == 2, timeout=20_000)
    workers_end(qtbot)
    bad, good = page.list.rows[::-1] if in_second else page.list.rows
    assert not bad.look.isEnabled() and "in both folders" not in bad.look.accessibleName()
    assert good.backup.second is not in_second and good.look.isEnabled() and "opened and counted" in good.facts.text()


def test_each_further_backup_is_copied_there_too(
    page: BackupsPage, plain_book: Logbook, stick: Path, qtbot: QtBot
) -> None:
    folder = chosen(page, stick, qtbot)
    made(page, qtbot)
    assert len(list(folder.iterdir())) == 2
    assert f"It was copied into the second folder {folder}, too" in page.message.text()
    assert page.second.state.text().startswith("2 copies are there, the newest of today 10:30.")


def test_one_that_is_not_plugged_in_is_said_and_costs_no_backup(
    page: BackupsPage, plain_book: Logbook, stick: Path, qtbot: QtBot
) -> None:
    chosen(page, stick, qtbot)
    stick.rename(stick.with_name("taken out"))
    made(page, qtbot)
    assert len(backups_of(plain_book.path)) == 2 and not stick.exists()
    assert "A verified copy was made" in page.message.text()
    assert "It was not copied into the second folder." in page.message.text()
    assert "It is not there now." in page.second.state.text()
    assert "The last copy there was made on 22 Nov 2026." in page.second.state.text()
    assert not any(row.backup.second for row in page.list.rows)


def test_a_folder_that_takes_nothing_is_not_kept(
    page: BackupsPage, computer: Computer, plain_book: Logbook, qtbot: QtBot
) -> None:
    chosen(page, Path("/proc"), qtbot)
    assert "Nothing could be written into the second folder /proc." in page.message.text()
    assert computer.second_folder_of(plain_book.path) is None


def test_one_that_is_kept_in_step_says_so(page: BackupsPage, stick: Path, qtbot: QtBot) -> None:
    (stick / ".stfolder").mkdir()
    chosen(page, stick, qtbot)
    assert "Syncthing seems to keep this folder in step" in page.second.cautions.text()


def test_stopping_leaves_the_copies(
    page: BackupsPage, computer: Computer, plain_book: Logbook, stick: Path, qtbot: QtBot
) -> None:
    folder = chosen(page, stick, qtbot)
    page.second.stop.click()
    workers_end(qtbot)
    assert computer.second_folder_of(plain_book.path) is None and len(list(folder.iterdir())) == 1
    assert "The copies stay" in page.message.text() and not page.second.stop.isVisible()
    assert [row.backup.second for row in page.list.rows] == [False]


def test_a_backup_made_from_the_menu_is_listed_at_once(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    screen.show_section("backups")
    workers_end(qtbot)
    before = len(screen.backups.list.rows)
    plain_book.backup()
    screen.backups._bridge.backed_up.emit()
    workers_end(qtbot)
    assert len(screen.backups.list.rows) == before + 1 and "1 backup in" in screen.backups.place.text()


def test_a_backup_with_a_passphrase_of_a_journal_without_one_has_a_way_in_the_window(
    page: BackupsPage, plain_book: Logbook, clock: FixedClock, qtbot: QtBot
) -> None:
    """Only the command line could go back to it."""
    assert page.locked.isHidden()
    backup = backup_by_name(plain_book.path)
    backup.unlink()
    new_journal(backup, PASSPHRASE, clock)
    page.refresh()
    workers_end(qtbot)
    assert not page.locked.isHidden() and not page.list.rows[0].look.isEnabled()
    assert "Passphrase of the backups" in [each.text() for each in page.locked.findChildren(QLabel)]
    page.locked.field.edit.setText(PASSPHRASE)
    page.locked.show_list.click()
    workers_end(qtbot)
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    with qtbot.waitSignal(page.restore_wanted) as wanted:
        row.restore.click()
    assert wanted.args == [OpenedWith(backup, PASSPHRASE)]
