"""The rescue from the window: the numbers are seen first, and the damaged journal is kept."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.rescued import Readable
from journal.logbook import Logbook
from journal.logbook.backups import found_backups
from journal.logbook.belongings import backup_folder
from journal.texts import english
from journal.ui.backups.rescue_page import RescuePage
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import Task
from journal.ui.lock import UnlockScreen
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.crash import CrashReporter, WaysOut
from journal.ui.shell.rescuing import is_damage
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from tests.journals import PASSPHRASE, JournalAt, backup_by_name, new_journal, note, quick_keys, raw
from tests.ui.backups.waiting import workers_end
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys"]


def begun(journal: JournalAt, qtbot: QtBot, computer: Computer) -> Start:
    window = MainWindow(english(), computer)
    qtbot.addWidget(window)
    start = Start(window, journal.path, journal.clock, True, lambda: None, lambda _code: None)
    start.begin()
    window.show()
    return start


def with_a_note(journal: JournalAt) -> None:
    with journal.open() as book:
        note(book, "one")


def destroy_settings(journal: JournalAt) -> None:
    """What the window begins with."""
    with raw(journal) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'setting'").fetchone()
    with journal.path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))


def notes(book: Logbook) -> set[str]:
    return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def asked_for_rescue(start: Start, qtbot: QtBot) -> RescuePage:
    body = start.window.body
    cannot = once_shown(qtbot, body, CannotOpenPage)
    assert not cannot.rescue.isHidden()
    cannot.rescue.click()
    (page,) = body.findChildren(RescuePage)
    return page


def test_a_journal_that_was_cut_comes_back(plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> None:
    with_a_note(plain_journal)
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    damaged = plain_journal.path.read_bytes()
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = asked_for_rescue(start, qtbot)
    assert page.asking.isHidden()
    page.rescue.click()
    workers_end(qtbot)
    assert "1 entry was read and is as it was saved." in page.words.text()
    assert plain_journal.path.read_bytes() == damaged
    page.use.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None
    assert notes(start.logbook) == {"one"}
    assert "The damaged one is kept" in start.window.body.message.text()
    (kept,) = backup_folder(plain_journal.path).glob("*-damaged.leaf")
    assert kept.read_bytes() == damaged
    assert not list(tmp_path.glob("*-rescued*"))
    assert not start.window.has_backups(), "the damaged one is none"
    start.close(back_up=True)
    reasons = [backup.reason for backup in found_backups(plain_journal.path)]
    assert sorted(reasons) == ["auto", "damaged"], "nothing changed since, and no copy that opens was there"


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_how_much_a_rescue_would_read_is_counted(
    passphrase: str | None, quick_keys: None, qtbot: QtBot, tmp_path: Path
) -> None:
    journal = new_journal(tmp_path / "mine.leaf", passphrase)
    with journal.open() as book:
        for text in ("one", "two", "three"):
            note(book, text)
    with raw(journal) as connection:
        (settings,) = connection.execute("SELECT count(*) FROM setting").fetchone()
        connection.execute("UPDATE note SET text = 'tw0' WHERE text = 'two'")
    destroy_settings(journal)
    before, said = journal.path.read_bytes(), f"About 2 of {3 + settings} entries look readable."
    start = begun(journal, qtbot, Computer(tmp_path / "device.ini"))
    if passphrase:
        once_shown(qtbot, start.window.body, UnlockScreen).submitted.emit(passphrase)
    page = once_shown(qtbot, start.window.body, CannotOpenPage)
    qtbot.waitUntil(lambda: page.of_rescue.text().startswith(said), timeout=20_000)
    assert journal.path.read_bytes() == before
    start.close()


def test_what_is_not_counted_is_not_said(plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> None:
    """Where no table can be found any more only a rescue looks for what there is."""
    with_a_note(plain_journal)
    with plain_journal.path.open("r+b") as file:
        file.write(bytes(4096))
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = once_shown(qtbot, start.window.body, CannotOpenPage)
    said = page.of_rescue.text()
    workers_end(qtbot)
    assert page.of_rescue.text() == said and "About" not in said
    page.say_readable(Readable(0, 0))
    assert page.of_rescue.text() == said
    start.close()


def test_only_looking_is_offered_where_the_journal_cannot_be_opened(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    with_a_note(plain_journal)
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    damaged = plain_journal.path.read_bytes()
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    cannot = once_shown(qtbot, start.window.body, CannotOpenPage)
    assert cannot.of_rescue.isVisible() and not cannot.of_back.isVisible()
    cannot.look.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert start.logbook is not None and notes(start.logbook) == {"one"}
    assert start.logbook.view_only is not None and plain_journal.path.read_bytes() == damaged
    start.close()


def test_going_back_from_a_finished_rescue_does_not_forget_it(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    with_a_note(plain_journal)
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = asked_for_rescue(start, qtbot)
    page.rescue.click()
    workers_end(qtbot)
    (rescued,) = tmp_path.glob("*-rescued*.leaf")
    page.back.click()
    cannot = once_shown(qtbot, start.window.body, CannotOpenPage)
    assert any(f"lies in {rescued.name} beside it" in each.text() for each in cannot.findChildren(QLabel))
    cannot.rescue.click()
    page = once_shown(qtbot, start.window.body, RescuePage)
    assert page.use.isVisible() and "1 entry was read and is as it was saved." in page.words.text()
    start.close()


def test_a_destroyed_salt_is_mended_from_the_device_file(qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    with_a_note(journal)
    computer = Computer(tmp_path / "device.ini")
    computer.remember(journal.path, journal.path.read_bytes()[:16].hex(), as_last=False)
    with journal.path.open("r+b") as file:
        file.write(bytes(16))
    start = begun(journal, qtbot, computer)
    page = asked_for_rescue(start, qtbot)
    assert not page.asking.isHidden()
    page.field.edit.setText("not this one")
    page.rescue.click()
    workers_end(qtbot)
    assert "cannot be read with that passphrase" in page.words.text()
    page.field.edit.setText(PASSPHRASE)
    page.rescue.click()
    workers_end(qtbot)
    assert "was put together again" in page.words.text()
    page.use.click()
    once_shown(qtbot, start.window.body, UnlockScreen)
    workers_end(qtbot)
    with journal.open(known_salt=computer.salt_of(journal.path)) as book:
        assert notes(book) == {"one"}
    start.close()


def test_what_is_not_used_stays_beside_the_damaged_journal(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    with_a_note(plain_journal)
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = asked_for_rescue(start, qtbot)
    page.rescue.click()
    workers_end(qtbot)
    page.back.click()
    workers_end(qtbot)
    assert start.logbook is None
    assert plain_journal.path.with_name("plain-rescued.leaf").exists()
    start.close()


@pytest.mark.parametrize("backed_up", [True, False], ids=["with a backup", "without one"])
def test_what_is_doubtful_is_listed_and_not_brought_back(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path, backed_up: bool
) -> None:
    with plain_journal.open() as book:
        for text in ("one", "two"):
            note(book, text)
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'tw0' WHERE text = 'two'")
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = asked_for_rescue(start, qtbot)
    assert page.doubtful.isHidden()
    if backed_up:
        backup_by_name(plain_journal.path)
    page.rescue.click()
    assert not page.rescue.isEnabled()
    workers_end(qtbot)
    assert ("A backup may hold what is missing." in page.words.text()) is backed_up
    assert page.doubtful.text().splitlines()[1:] == ["notes: 2026-11-22 10:30, text “tw0”"]
    assert not page.doubtful.isHidden()
    start.close()


def test_it_can_be_stopped_and_begun_again(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_note(plain_journal)
    plain_journal.path.write_bytes(plain_journal.path.read_bytes() + b"half a page")
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    page = asked_for_rescue(start, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(Task, "cancelled", lambda self: True)
        page.rescue.click()
        workers_end(qtbot)
    assert page.words.text() == "Cancelled. Nothing was changed."
    assert page.rescue.isEnabled() and not list(tmp_path.glob("*-rescued*"))
    page.rescue.click()
    workers_end(qtbot)
    assert "1 entry was read and is as it was saved." in page.words.text()
    start.close()


def test_an_unlock_screen_offers_it_once_passphrases_did_not_open(qtbot: QtBot, tmp_path: Path) -> None:
    """A destroyed salt of which this computer knows nothing looks like a wrong passphrase; a backup begins with it."""
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    with_a_note(journal)
    with journal.open() as book:
        book.backup()
    with journal.path.open("r+b") as file:
        file.write(random.Random(1).randbytes(16))
    start = begun(journal, qtbot, Computer(tmp_path / "device.ini"))
    screen = once_shown(qtbot, start.window.body, UnlockScreen)
    assert screen.rescue.isHidden()
    for _attempt in range(3):
        assert screen.rescue.isHidden()
        screen.submitted.emit(PASSPHRASE)
        workers_end(qtbot)
    assert "the file may be damaged" in screen.message.text()
    assert not screen.rescue.isHidden() and screen.rescue.isEnabled()
    screen.rescue.click()
    page = once_shown(qtbot, start.window.body, RescuePage)
    page.field.edit.setText(PASSPHRASE)
    page.rescue.click()
    workers_end(qtbot)
    assert "1 entry was read and is as it was saved." in page.words.text()
    start.close()


def test_damage_met_in_an_open_journal_leads_to_it(plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path) -> None:
    with_a_note(plain_journal)
    start = begun(plain_journal, qtbot, Computer(tmp_path / "device.ini"))
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    workers_end(qtbot)
    problem = Refused("entries-damaged", path=plain_journal.path, backups=tmp_path, copies="none")
    start.journal.damage.tell(problem)
    assert [way.text() for way in start.window.body.message.buttons()] == ["Rescue what can be read…", "OK"]
    backup_by_name(plain_journal.path)
    start.window.body.message.dismiss()
    start.journal.damage.tell(problem)
    ways = [way.text() for way in start.window.body.message.buttons()]
    assert ways == ["Go back to a backup…", "Rescue what can be read…", "OK"]
    start.window.body.damage.tell(problem)
    assert [way.text() for way in start.window.body.damage.buttons()] == ways[:2]
    start.window.body.message.dismiss()
    start.journal.damage.tell(problem)
    assert start.window.body.message.text() == ""  # once is enough
    window = start.window
    ways_out = WaysOut(window.has_backups, window.show_backups, window.show_rescue, window.mend_search)
    reporter = CrashReporter(english(), lambda: window, ways_out)
    reporter.report(Refused, problem, None)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    assert not reporter.dialog.rescue_button.isHidden()
    reporter.dialog.rescue_button.click()
    page = once_shown(qtbot, start.window.body, RescuePage)
    assert start.logbook is None
    page.rescue.click()
    workers_end(qtbot)
    assert "Nothing is missing." in page.words.text()
    page.back.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    start.close()


def test_what_came_back_is_looked_at_before_it_is_used(qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    with_a_note(journal)
    computer = Computer(tmp_path / "device.ini")
    salt = journal.path.read_bytes()[:16].hex()
    computer.remember(journal.path, salt, as_last=False)
    with journal.path.open("r+b") as file:
        file.write(bytes(16))
    damaged = journal.path.read_bytes()
    start = begun(journal, qtbot, computer)
    page = asked_for_rescue(start, qtbot)
    assert page.look.isHidden()
    page.field.edit.setText(PASSPHRASE)
    page.rescue.click()
    workers_end(qtbot)
    page.look.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    workers_end(qtbot)
    assert start.logbook is not None and notes(start.logbook) == {"one"}
    assert computer.salt_of(journal.path) == salt and computer.settings.last_journal == ""
    banner = start.window.body.banner
    assert "This is what could be rescued of secret.leaf" in banner.text()
    (way,) = banner.buttons()
    way.click()
    again = once_shown(qtbot, start.window.body, RescuePage)
    assert start.logbook is None and journal.path.read_bytes() == damaged
    assert "1 entry was read and is as it was saved." in again.words.text()
    again.use.click()
    once_shown(qtbot, start.window.body, UnlockScreen)
    workers_end(qtbot)
    with journal.open(known_salt=computer.salt_of(journal.path)) as book:
        assert notes(book) == {"one"}
    start.close()


def test_only_damage_is_offered_a_rescue() -> None:
    assert is_damage(Refused("journal-cut"))
    assert not is_damage(Refused("journal-missing"))
    assert not is_damage(Refused("passphrase-missing"))
    assert not is_damage(ValueError("a bug"))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_one_that_cannot_be_opened_can_be_only_looked_at(passphrase: str | None, qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "mine.leaf", passphrase)
    with_a_note(journal)
    destroy_settings(journal)
    before, files = journal.path.read_bytes(), {path.name for path in tmp_path.iterdir()}
    start = begun(journal, qtbot, Computer(tmp_path / "device.ini"))
    if passphrase:
        once_shown(qtbot, start.window.body, UnlockScreen).submitted.emit(passphrase)
    page = asked_for_rescue(start, qtbot)
    if passphrase:
        page.field.edit.setText(passphrase)
    page.look_only.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    book = start.logbook
    assert book is not None and book.is_rescued and notes(book) == {"one"}
    with pytest.raises(Refused):
        note(book, "two")
    banner = start.window.body.banner
    assert "what could be rescued of mine.leaf" in banner.text()
    banner.buttons()[0].click()
    again = once_shown(qtbot, start.window.body, RescuePage)
    assert start.logbook is None and not again.rescue.isHidden()
    assert journal.path.read_bytes() == before
    left = {path.name for path in tmp_path.iterdir()} - files
    assert {name for name in left if name.startswith("mine")} <= {"mine.leaf.lock"}
    start.close()


def test_what_a_killed_look_left_is_gone_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "mine.leaf", None)
    with_a_note(journal)
    left = tmp_path / "mine.leaf.looked-at"
    left.write_bytes(journal.path.read_bytes())
    start = begun(journal, qtbot, Computer(tmp_path / "device.ini"))
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    assert not left.exists()
    start.close()
