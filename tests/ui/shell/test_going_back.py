"""Going back to a backup, from the open journal and from one that cannot be opened."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Setting
from journal.core.queries import EntryQuery
from journal.device import SecondFolder
from journal.logbook import Logbook
from journal.logbook.backups import OpenedWith
from journal.paths import default_journal
from journal.texts import english
from journal.ui.backups.restore_page import RestorePage
from journal.ui.kit.computer import Computer
from journal.ui.lock import UnlockScreen
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.gone_page import GonePage
from journal.ui.shell.journal_place import JournalPlace
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from journal.ui.welcome import WelcomeScreen
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, note, quick_keys, raw, real_keys
from tests.ui.backups.waiting import workers_end
from tests.ui.once_shown import once_shown
from tests.ui.slow_folder import slow

__all__ = ["quick_keys", "real_keys"]
FILES = Path(__file__).parents[2] / "files"
Begin = Callable[[JournalAt], Start]


def backed_up(journal: JournalAt, text: str) -> Path:
    with journal.open() as book:
        note(book, text)
        return book.backup()


def notes(book: Logbook) -> set[str]:
    return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def test_from_the_open_journal(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    backup = backed_up(plain_journal, "one")
    start = begin(plain_journal)
    assert start.logbook is not None
    before = start.logbook
    note(before, "two")
    start.window.body.restore_wanted.emit(backup)
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None
    assert notes(start.logbook) == {"one"}
    first, *places = start.window.body.message.text().splitlines()
    assert first.startswith("The journal is now what the backup of today ")
    assert first.endswith(" holds. The journal from before is kept among the backups.")
    assert places[0] == f"The journal: {plain_journal.path}" and places[1].endswith("-replaced.leaf")


def test_one_that_was_damaged_meanwhile_leaves_the_journal_as_it_was(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    backup = backed_up(plain_journal, "one")
    start = begin(plain_journal)
    assert start.logbook is not None
    before = start.logbook
    note(before, "two")
    backup.write_bytes(b"")
    start.window.body.restore_wanted.emit(backup)
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None
    assert notes(start.logbook) == {"one", "two"}
    assert start.window.body.message.text()


def begun(journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> Start:
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    start = Start(window, journal.path, journal.clock, True, lambda: None, lambda _code: None)
    start.begin()
    window.show()
    return start


def test_from_a_journal_that_is_damaged(plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> None:
    backed_up(plain_journal, "one")
    plain_journal.path.write_bytes(b"\x00" * 40)
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    once_shown(qtbot, body, CannotOpenPage).back.click()
    workers_end(qtbot)
    (page,) = body.findChildren(RestorePage)
    assert not page.asking.isVisible()
    said = " ".join(part.text() for part in page.findChildren(QLabel))
    assert "What lies there now is kept among the backups." in said and "The journal of today is kept" in said
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    assert "is not known" in row.meaning.text()
    row.restore.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None
    assert notes(start.logbook) == {"one"}
    start.close()


def in_second_folder(journal: JournalAt, tmp_path: Path) -> Path:
    """The only backup lies on a stick, which this computer knows."""
    backup, second = backed_up(journal, "one"), tmp_path / "stick"
    second.mkdir()
    Computer(tmp_path / "device.ini").remember_second_folder(journal.path, SecondFolder(second))
    return backup.rename(second / backup.name)


def test_from_the_second_folder_where_nothing_else_is_left(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    copy = in_second_folder(plain_journal, tmp_path)
    before = copy.read_bytes()
    plain_journal.path.write_bytes(b"\x00" * 40)
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    cannot = once_shown(qtbot, body, CannotOpenPage)
    qtbot.waitUntil(cannot.back.isVisible)
    cannot.back.click()
    page = once_shown(qtbot, body, RestorePage)
    workers_end(qtbot)
    (row,) = page.list.rows
    assert "in the second folder" in row.look.accessibleName()
    row.restore.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None
    assert notes(start.logbook) == {"one"} and copy.read_bytes() == before
    start.close()


def test_nobody_waits_for_a_second_folder_that_wakes_up_slowly(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = in_second_folder(plain_journal, tmp_path)
    plain_journal.path.write_bytes(b"\x00" * 40)
    folder = slow(copy.parent, monkeypatch)
    start = begun(plain_journal, qtbot, tmp_path)
    cannot = once_shown(qtbot, start.window.body, CannotOpenPage)
    assert not cannot.back.isVisible()
    folder.wake()
    qtbot.waitUntil(cannot.back.isVisible, timeout=20_000)
    workers_end(qtbot)
    folder.sleep()
    cannot.back.click()
    page = once_shown(qtbot, start.window.body, RestorePage)
    assert page.looking.isVisible() and not page.list.rows
    folder.wake()
    workers_end(qtbot)
    assert page.looking.isHidden() and len(page.list.rows) == 1 and folder.waited_for == []
    start.close()


def test_the_lock_does_not_wait_for_it_either(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    folder = slow(in_second_folder(journal, tmp_path).parent, monkeypatch)
    start = begun(journal, qtbot, tmp_path)
    screen = once_shown(qtbot, start.window.body, UnlockScreen)
    assert not screen.back.isVisible()
    folder.wake()
    workers_end(qtbot)
    assert screen.back.isVisible() and folder.looks and folder.waited_for == []
    screen.back.click()
    page = once_shown(qtbot, start.window.body, RestorePage)
    workers_end(qtbot)
    assert page.asking.isVisible() and folder.waited_for == []
    start.close()


def test_a_passphrase_that_was_mistyped_first_opens_the_list_when_it_is_right(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    backup = backed_up(journal, "one")
    page = RestorePage(english(), journal.path, clock, lambda: None)
    qtbot.addWidget(page)
    for typed, seen in (("mistyped", "does not open"), (PASSPHRASE, "opened and counted")):
        page.field.edit.setText(typed)
        page.show_list.click()
        workers_end(qtbot)
        (row,) = page.list.rows
        assert row.backup.path == backup and seen in row.facts.text()


def test_backups_of_an_earlier_passphrase_are_not_said_to_refuse_the_journals(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    """What was typed is spoken of; a second one is tried beside the first, and each is gone back to with its own."""
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    newest = backed_up(journal, "one")
    older, plain = (newest.with_name(f"journal-2026-11-{day}-120000-backup.leaf") for day in (12, 11))
    for backup, passphrase in ((older, "the one from before"), (plain, None)):
        new_journal(backup, passphrase, clock)
    page = RestorePage(english(), journal.path, clock, lambda: None)
    qtbot.addWidget(page)
    wanted = list[tuple[Path, str | None]]()
    page.restore_wanted.connect(lambda path, passphrase: wanted.append((path, passphrase)))
    for typed, opened in (("the one from before", [False, True, True]), (PASSPHRASE, [True, True, True])):
        page.field.edit.setText(typed)
        page.show_list.click()
        workers_end(qtbot)
        assert ["opened and counted" in row.facts.text() for row in page.list.rows] == opened
        if not opened[0]:
            said = page.list.rows[0].facts.text()
            assert "This one does not open with what you typed." in said and "journal’s" not in said
    for row in page.list.rows:
        row.restore.click()
    assert wanted == [(newest, PASSPHRASE), (older, "the one from before"), (plain, None)]


def test_a_passphrase_is_asked_for_where_only_an_older_backup_or_one_of_the_second_folder_has_one(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    """The newest had none, so there was no field in which to type that of the others."""
    journal = new_journal(tmp_path / "journal.leaf", None, clock)
    newest, second = backed_up(journal, "one"), tmp_path / "stick"
    second.mkdir()
    beside = newest.with_name("journal-2026-11-12-120000-backup.leaf")
    there = second / "journal-2026-11-11-120000-backup.leaf"
    for backup in (beside, there):
        new_journal(backup, PASSPHRASE, clock)
    page = RestorePage(english(), journal.path, clock, lambda: None, second)
    qtbot.addWidget(page)
    page.show()
    workers_end(qtbot)
    qtbot.waitUntil(page.asking.isVisible, timeout=20_000)
    assert page.away.isHidden()
    assert [row.backup.path for row in page.list.rows] == [newest, beside, there]
    opened = ["opened and counted" in row.facts.text() for row in page.list.rows]
    assert opened == [True, False, False] and page.first_field() is page.list.rows[0].look
    page.field.edit.setText(PASSPHRASE)
    page.show_list.click()
    workers_end(qtbot)
    assert ["opened and counted" in row.facts.text() for row in page.list.rows] == [True, True, True]


def test_older_ones_without_a_passphrase_need_none_typed(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    """A person who forgot the new passphrase was not shown that they open."""
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    plain = backed_up(journal, "one").with_name("journal-2026-11-11-120000-backup.leaf")
    new_journal(plain, None, clock)
    page = RestorePage(english(), journal.path, clock, lambda: None)
    qtbot.addWidget(page)
    workers_end(qtbot)
    assert ["opened and counted" in row.facts.text() for row in page.list.rows] == [False, True]


def test_a_second_folder_that_is_away_is_named(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journal = new_journal(tmp_path / "journal.leaf", None, clock)
    backed_up(journal, "one")
    page = RestorePage(english(), journal.path, clock, lambda: None, tmp_path / "stick")
    qtbot.addWidget(page)
    page.show()
    workers_end(qtbot)
    qtbot.waitUntil(page.away.isVisible, timeout=20_000)
    assert "so the copies in it are not listed" in page.away.text() and "stick" in page.away.text()


@pytest.mark.slow
def test_one_whose_settings_are_damaged_opens_and_says_so(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    """Half a window without a way out was seen, and Emergency was dead."""
    with plain_journal.open() as book:
        book.save(Setting(id="day_start", value="300"))
    backed_up(plain_journal, "one")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE setting SET value = '301'")
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    qtbot.waitUntil(lambda: start.logbook is not None and not body.damage.isHidden(), timeout=20_000)
    assert body.damage.text().startswith("Part of your journal cannot be read.")
    assert [way.text() for way in body.damage.buttons()] == ["Go back to a backup…", "Rescue what can be read…"]
    body.go("emergency")
    assert body._emergency.shown
    workers_end(qtbot)
    start.close()


def test_one_without_a_passphrase_and_a_damaged_beginning_says_so(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    backed_up(plain_journal, "one")
    content = plain_journal.path.read_bytes()
    plain_journal.path.write_bytes(random.Random(1).randbytes(len(content)))
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    screen = once_shown(qtbot, body, UnlockScreen)
    assert screen.never_set.isVisible() and screen.back.isVisible()
    start.close()


def test_a_backup_without_a_passphrase_says_what_it_takes_away(qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    plain = new_journal(tmp_path / "plain.leaf", None)
    made = backed_up(plain, "one")
    made.rename(made.with_name(made.name.replace("plain", "secret")))
    start = begun(journal, qtbot, tmp_path)
    body = start.window.body
    once_shown(qtbot, body, UnlockScreen).back.click()
    workers_end(qtbot)
    (page,) = body.findChildren(RestorePage)
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    assert "This backup has no passphrase, so the journal would have none:" in row.meaning.text()
    row.restore.click()
    workers_end(qtbot)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert "It has no passphrase, as the backup has none." in body.message.text()
    start.close()


def test_from_one_with_a_passphrase_that_no_longer_opens(qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    backed_up(journal, "one")
    content = journal.path.read_bytes()
    journal.path.write_bytes(content[:16] + b"\x07" * 64 + content[80:])
    start = begun(journal, qtbot, tmp_path)
    body = start.window.body
    once_shown(qtbot, body, UnlockScreen).back.click()
    workers_end(qtbot)
    (page,) = body.findChildren(RestorePage)
    (row,) = page.list.rows
    assert page.asking.isVisible() and "This one has a passphrase. Type it above." in row.facts.text()
    assert page.first_field() is page.field.edit
    page.field.edit.setText(PASSPHRASE)
    page.show_list.click()
    workers_end(qtbot)
    (row,) = page.list.rows
    row.look.click()
    workers_end(qtbot)
    assert "no passphrase" not in row.meaning.text()
    row.restore.click()
    workers_end(qtbot)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)  # what was typed seconds ago is not asked again
    assert body.message.text().startswith("The journal is now what the backup of today ")
    assert start.logbook is not None and notes(start.logbook) == {"one"}
    start.close()


def test_only_where_it_does_not_open_the_passphrase_is_asked_for_again(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE, clock)
    backup = backed_up(journal, "one")
    start = begun(journal, qtbot, tmp_path)
    body = start.window.body
    once_shown(qtbot, body, UnlockScreen)
    unlock = JournalPlace.unlock
    monkeypatch.setattr(JournalPlace, "unlock", lambda self, _typed, task: unlock(self, "not that one", task))
    start._going_back.put_in_place(backup, PASSPHRASE)
    workers_end(qtbot)
    said = once_shown(qtbot, body, UnlockScreen).what_it_is
    qtbot.waitUntil(lambda: said.text().startswith("This is the backup of today "), timeout=20_000)
    assert said.text().endswith(". Unlock it with its passphrase.") and said.isVisible()
    start.close()


def test_the_journal_that_stays_opens_without_being_asked_for(
    begin: Begin, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE, clock)
    backup = backed_up(journal, "one")
    start = begin(journal)
    before = start.logbook
    backup.write_bytes(b"")
    start.window.body.restore_wanted.emit(backup)
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None and notes(start.logbook) == {"one"}
    assert start.window.body.message.text()


def test_a_backup_of_another_passphrase_in_its_place_is_not_called_damaged_when_one_is_mistyped(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    """The program had put it there itself, and one wrong letter closed the field for the passphrase."""
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    other = new_journal(tmp_path / "other.leaf", "the one from before", clock)
    start = begun(journal, qtbot, tmp_path)
    once_shown(qtbot, start.window.body, UnlockScreen).submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    start.journal.let_go()
    start._going_back.put_in_place(other.path, "the one from before")
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert "The journal has the passphrase of the backup now" in start.window.body.message.text()
    start.window.body.lock_wanted.emit()
    screen = once_shown(qtbot, start.window.body, UnlockScreen)
    screen.submitted.emit("the one form before")
    workers_end(qtbot)
    assert not start.window.body.findChildren(CannotOpenPage) and screen.field.edit.isEnabled()
    screen.submitted.emit("the one from before")
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    start.close()


def test_without_backups_no_way_back_is_offered(plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> None:
    plain_journal.path.write_bytes(b"\x00" * 40)
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    once_shown(qtbot, body, CannotOpenPage)
    offered = [pressed.text() for pressed in body.findChildren(QPushButton) if pressed.isVisible()]
    assert "Go back to a backup…" not in offered
    start.close()


# --- a backup that was opened -----------------------------------------------------------------------------------------


def test_a_backup_is_looked_at_and_a_copy_of_it_is_written_in(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    backup = backed_up(plain_journal, "one")
    before = backup.read_bytes()
    start = begun(JournalAt(backup, None, plain_journal.clock), qtbot, tmp_path)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None and start.logbook.view_only is not None
    banner = start.window.body.banner
    assert "is a backup, which is only looked at" in banner.text()
    banner.buttons()[0].click()
    qtbot.waitUntil(lambda: start.logbook is not None and start.logbook.view_only is None, timeout=20_000)
    assert start.path == plain_journal.path
    note(start.logbook, "two")
    assert backup.read_bytes() == before
    start.close()


@pytest.mark.slow
@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("encrypted", [pytest.param(False, marks=pytest.mark.slow), True])
def test_one_of_an_earlier_version_on_a_new_computer(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, encrypted: bool
) -> None:
    name = "encrypted" if encrypted else "plain"
    stick = tmp_path / "stick"
    stick.mkdir()
    backup = stick / "journal-2026-11-22-120000-backup.leaf"
    shutil.copyfile(FILES / f"journal-0001-{name}.leaf", backup)
    start = begun(JournalAt(backup, None, clock), qtbot, tmp_path)
    body = start.window.body
    if encrypted:
        once_shown(qtbot, body, UnlockScreen).submitted.emit(PASSPHRASE)
    once_shown(qtbot, body, CannotOpenPage).back.click()
    qtbot.waitUntil(lambda: start.path == default_journal() and default_journal().exists(), timeout=20_000)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=60_000)
    assert start.logbook is not None and start.logbook.view_only is None
    assert start.logbook.totals()[0] > 0
    start.close()


@pytest.mark.parametrize("in_second", [False, True])
def test_a_journal_that_is_gone_is_no_first_start_where_backups_of_it_are_left(
    plain_journal: JournalAt, tmp_path: Path, qtbot: QtBot, in_second: bool
) -> None:
    """It began without a word as at a first start, and the backups were named nowhere."""
    folder = tmp_path / "second"
    with plain_journal.open() as book:
        note(book, "kept")
        backup = book.backup(folder if in_second else None)
    if in_second:
        Computer(tmp_path / "device.ini").remember_second_folder(plain_journal.path, SecondFolder(folder))
    plain_journal.path.unlink()
    start = begun(plain_journal, qtbot, tmp_path)
    body = start.window.body
    page = once_shown(qtbot, body, GonePage)
    assert "there are backups of it" in page.words.text() and page.first_field() is page.back
    page.new.click()
    once_shown(qtbot, body, WelcomeScreen)
    start.begin()
    once_shown(qtbot, body, GonePage).back.click()
    page_of_backups = once_shown(qtbot, body, RestorePage)
    said = " ".join(part.text() for part in page_of_backups.findChildren(QLabel))
    assert "A copy of the backup becomes the journal." in said
    assert "journal of today" not in said and "What lies there now" not in said  # nothing does
    page_of_backups.restore_wanted.emit(backup, None)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None and notes(start.logbook) == {"kept"}
    start.close()


def test_from_a_journal_without_a_passphrase_to_a_backup_that_has_one(
    begin: Begin, plain_journal: JournalAt, tmp_path: Path, qtbot: QtBot, clock: FixedClock
) -> None:
    other = new_journal(tmp_path / "other.leaf", PASSPHRASE, clock)
    start = begin(plain_journal)
    before = start.logbook
    start.window.body.restore_wanted.emit(OpenedWith(other.path, PASSPHRASE))
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None and start.logbook.encrypted
