"""Text that was typed and not saved: it comes along when the journal moves, and is never lost without a word."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.logbook import Logbook, moving
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, SETTINGS
from journal.ui.shell.start import Start
from tests.journals import JournalAt, new_journal, note, quick_keys

__all__ = ["quick_keys"]

TYPED = "a long note, not saved"
PASSPHRASE = "correct horse"


@pytest.fixture
def secret(tmp_path: Path) -> JournalAt:
    return new_journal(tmp_path / "secret.leaf", PASSPHRASE)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the disk says to every draft; nothing while it is empty."""
    says: dict[str, str] = {}
    save_draft = Logbook.save_draft

    def save(book: Logbook, form: str, content: str, typed_ms: int | None = None) -> None:
        if "code" in says:
            raise Refused(says["code"])
        save_draft(book, form, content, typed_ms)

    monkeypatch.setattr(Logbook, "save_draft", save)
    return says


def is_locked(start: Start) -> bool:
    return isinstance(start.window.body.stack.currentWidget(), UnlockScreen)


def unlock(start: Start, qtbot: QtBot) -> None:
    screen = start.window.body.stack.currentWidget()
    assert isinstance(screen, UnlockScreen)
    screen.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=10_000)


def note_of(body: Body) -> NoteForm | None:
    assert body.today is not None
    form = body.today.panel.form
    assert form is None or isinstance(form, NoteForm)
    return form


def type_note(body: Body) -> NoteForm:
    body.act("note")
    form = note_of(body)
    assert form is not None
    form.note.setPlainText(TYPED)
    return form


def choice(body: Body, words: str) -> QPushButton:
    return next(each for each in body.message.buttons() if each.text() == words)


# --- a move ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def move_slowly(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Start, Callable[[], object]], None]:
    """Moves the journal of a start into another folder, with something done while the copy is being made."""

    def move(start: Start, meanwhile: Callable[[], object]) -> None:
        book, copied, go_on, copy_all = start.logbook, threading.Event(), threading.Event(), moving._copy_all

        def slow(*given: object) -> None:
            copy_all(*given)  # type: ignore[arg-type]
            copied.set()
            go_on.wait(60)

        monkeypatch.setattr(moving, "_copy_all", slow)
        settings = start.window.body.reach(SETTINGS)
        assert isinstance(settings, SettingsScreen)
        (tmp_path / "stick").mkdir()
        settings.journal.move_to(tmp_path / "stick")
        qtbot.waitUntil(copied.is_set, timeout=10_000)
        start.window.body.go("today")
        meanwhile()
        go_on.set()
        qtbot.waitUntil(lambda: start.logbook is not book, timeout=10_000)
        wait_for_tasks()

    return move


def test_what_is_typed_during_a_move_comes_along(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, move_slowly: Callable[..., None], tmp_path: Path
) -> None:
    start = begin(plain_journal)
    body = start.window.body

    def write() -> None:
        form = type_note(body)
        form.save()
        assert "A larger task is running" in form.message.text()

    move_slowly(start, write)
    assert start.logbook is not None and start.logbook.path.parent == tmp_path / "stick"
    form = note_of(body)
    assert form is not None and form.note.text() == TYPED
    form.save()
    assert start.logbook.totals()[0] == 1 and start.logbook.drafts() == []


def test_where_the_new_place_is_full_that_is_said(
    begin: Callable[[JournalAt], Start],
    plain_journal: JournalAt,
    move_slowly: Callable[..., None],
    disk: dict[str, str],
) -> None:
    start = begin(plain_journal)
    disk["code"] = "disk-full"
    move_slowly(start, lambda: type_note(start.window.body))
    said = start.window.body.message.text()
    assert (
        "The journal lies here now" in said and "What you typed meanwhile could not be kept. The disk is full" in said
    )


def test_a_journal_is_not_locked_between_its_copy_and_its_new_place(
    begin: Callable[[JournalAt], Start], secret: JournalAt, tmp_path: Path
) -> None:
    start = begin(secret)
    book, body = start.logbook, start.window.body
    assert book is not None
    (tmp_path / "stick").mkdir()
    moving.copy_for_move(book, tmp_path / "stick")
    body.lock_now()
    assert start.logbook is book and "A larger task is running" in body.message.text()
    moving.give_up_move(book)
    body.lock_now()
    assert is_locked(start)


# --- locking and opening another --------------------------------------------------------------------------------------


def test_lock_stays_where_the_disk_is_full(
    begin: Callable[[JournalAt], Start], secret: JournalAt, disk: dict[str, str], qtbot: QtBot
) -> None:
    start = begin(secret)
    body = start.window.body
    type_note(body)
    disk["code"] = "disk-full"
    body.lock_now()
    assert not is_locked(start) and note_of(body) is not None
    said = body.message.text()
    assert said.startswith("What you typed could not be kept, and locking now would lose it. The disk is full.")
    choice(body, "Stay here").click()
    assert not is_locked(start) and body.message.text() == ""
    disk.clear()  # there is room again
    body.lock_now()
    assert is_locked(start)
    unlock(start, qtbot)
    form = note_of(body)
    assert form is not None and form.note.text() == TYPED


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("room", [False, True])
def test_lock_anyway_keeps_what_the_disk_takes_by_then(
    room: bool, begin: Callable[[JournalAt], Start], secret: JournalAt, disk: dict[str, str], qtbot: QtBot
) -> None:
    start = begin(secret)
    type_note(start.window.body)
    disk["code"] = "disk-full"
    start.window.body.lock_now()
    if room:
        disk.clear()
    choice(start.window.body, "Lock anyway").click()
    assert is_locked(start)
    unlock(start, qtbot)
    assert (note_of(start.window.body) is not None) == room


def test_another_journal_waits_where_the_disk_is_full(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, disk: dict[str, str], tmp_path: Path, qtbot: QtBot
) -> None:
    other = new_journal(tmp_path / "other.leaf", None)
    start = begin(plain_journal)
    book, body = start.logbook, start.window.body
    type_note(body)
    disk["code"] = "disk-full"
    start._open_other(other.path)
    assert start.logbook is book and start.path == plain_journal.path
    assert "opening another journal now would lose it. The disk is full." in body.message.text()
    choice(body, "Open anyway").click()
    qtbot.waitUntil(lambda: start.logbook is not None and start.logbook.path == other.path, timeout=10_000)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("full", [False, True])
def test_a_form_of_the_diary_is_kept_too(
    full: bool, begin: Callable[[JournalAt], Start], secret: JournalAt, disk: dict[str, str], qtbot: QtBot
) -> None:
    start = begin(secret)
    diary = start.window.body.reach(DIARY)
    assert isinstance(diary, DiaryScreen) and start.logbook is not None
    diary.pane.add("note", start.logbook.today())
    form = diary.pane.host.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText(TYPED)
    if full:
        disk["code"] = "disk-full"
    start.window.body.lock_now()
    assert is_locked(start) != full
    if not full:
        unlock(start, qtbot)
        assert start.logbook is not None and TYPED in start.logbook.drafts()[0].content


def test_a_cancelled_form_holds_nothing_up(
    begin: Callable[[JournalAt], Start], secret: JournalAt, disk: dict[str, str]
) -> None:
    start = begin(secret)
    form = type_note(start.window.body)
    disk["code"] = "disk-full"
    start.window.body.lock_now()
    form.cancel()
    start.window.body.lock_now()
    assert is_locked(start)


# --- closing ---------------------------------------------------------------------------------------------------------


class PressedClose(QCloseEvent):
    """As the window’s own button sends it."""

    def spontaneous(self) -> bool:
        return True


def test_closing_asks_once_where_the_disk_is_full(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, disk: dict[str, str]
) -> None:
    start = begin(plain_journal)
    type_note(start.window.body)
    disk["code"] = "disk-full"
    first, second = PressedClose(), PressedClose()
    start.window.closeEvent(first)
    assert not first.isAccepted()
    said = start.window.body.message.text()
    assert "closing now would lose it. The disk is full." in said
    assert said.endswith("What you saved stays in the journal. Lost would be what stands in: Note.")
    start.window.closeEvent(second)
    assert second.isAccepted()


def test_quit_asks_and_close_anyway_closes(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, disk: dict[str, str]
) -> None:
    start = begin(plain_journal)
    body = start.window.body
    type_note(body)
    disk["code"] = "disk-full"
    quit_by_key(start)
    assert start.window.isVisible()
    choice(body, "Close anyway").click()
    assert not start.window.isVisible()


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The bytes that are free on the disk."""
    left, asked = {"free": 0}, shutil.disk_usage

    def usage(path: Path) -> tuple[int, int, int]:
        total, used, _ = asked(path)
        return type(asked(path))(total, used, left["free"])

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return left


def quit_by_key(start: Start) -> None:
    next(each for each in start.window.findChildren(QAction) if each.shortcut().toString() == "Ctrl+Q").trigger()


@pytest.mark.parametrize("by_button", [False, True])
def test_closing_says_first_that_the_disk_has_no_room_for_the_backup(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, room: dict[str, int], by_button: bool
) -> None:
    """It closed without a word, and what was saved was in no backup."""
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "saved")
    body, event = start.window.body, PressedClose()
    start.window.closeEvent(event) if by_button else quit_by_key(start)
    assert start.window.isVisible() and not (by_button and event.isAccepted())
    assert "no room for the backup" in body.message.text()
    start.journal._tell_no_backup(Refused("backup-disk-full", path=plain_journal.path))  # by the clock, meanwhile
    assert start.window.focusWidget() is choice(body, "Stay here")
    choice(body, "Stay here").click()
    assert start.window.isVisible() and body.message.isHidden()
    quit_by_key(start)
    choice(body, "Close anyway").click()
    assert not start.window.isVisible()


@pytest.mark.parametrize("why", ["room", "nothing saved since", "not wanted"])
def test_closing_says_nothing_of_a_backup_that_is_not_due_or_finds_room(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, room: dict[str, int], why: str
) -> None:
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "saved")
    if why == "room":
        room["free"] = 100_000_000
    elif why == "not wanted":
        start.logbook.save(setting_for("automatic_backups", False))
    else:
        start.logbook.backup()
    quit_by_key(start)
    assert not start.window.isVisible()


@pytest.mark.parametrize(("code", "saving"), [("disk-full", True), ("journal-busy", False)])
def test_the_end_of_the_session_and_running_work_hold_nothing_up(
    code: str,
    saving: bool,
    begin: Callable[[JournalAt], Start],
    plain_journal: JournalAt,
    disk: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = begin(plain_journal)
    type_note(start.window.body)
    disk["code"] = code
    monkeypatch.setattr(QApplication, "isSavingSession", lambda _app: saving)
    event = PressedClose()
    start.window.closeEvent(event)
    assert event.isAccepted()


def test_the_program_closes_its_window_without_asking(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, disk: dict[str, str]
) -> None:
    start = begin(plain_journal)
    type_note(start.window.body)
    disk["code"] = "disk-full"
    assert start.window.close()
