"""The open journal gets another passphrase: it is open again afterwards, with everything, or as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.db import rekeying
from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from journal.ui.entries.note_form import NoteForm
from journal.ui.shell.cannot_open_page import RekeyingPage
from journal.ui.shell.places import SETTINGS
from journal.ui.shell.start import Start
from tests.journals import JournalAt, note, quick_keys
from tests.ui.backups.waiting import workers_end

__all__ = ["quick_keys"]

NEW = "quiet river stones"
Begin = Callable[[JournalAt], Start]


def notes(book: Logbook) -> set[str]:
    return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def wish(start: Start, new: str | None, qtbot: QtBot) -> Logbook:
    """Ask for it, and wait for the journal that is open then."""
    before = start.logbook
    start.window.body.passphrase_wanted.emit(new)
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    workers_end(qtbot)
    assert start.logbook is not None
    return start.logbook


def test_it_is_set_changed_and_removed(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    with plain_journal.open() as book:
        note(book, "kept")
        backup = book.backup()
    start, message = begin(plain_journal), ""
    for new, words in ((NEW, "encrypted now"), ("another river stone", "encrypted now"), (None, "no passphrase now")):
        book = wish(start, new, qtbot)
        assert book.encrypted is (new is not None)
        assert notes(book) == {"kept"}
        message = start.window.body.message.text()
        assert words in message
        assert ("1 copy can still be read without it." in message) is (new is not None)
        assert start.window.computer.salt_of(plain_journal.path) == book.salt
        assert start.window.computer.practice_of(plain_journal.path) == ((book.today(), 0) if new else None)
    assert look(backup).kind is FileKind.PLAIN
    assert not list(plain_journal.path.parent.glob("*.new*"))


@pytest.mark.slow
def test_backups_that_keep_the_one_from_before_are_told(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    book = wish(start, NEW, qtbot)
    note(book, "one")
    book.backup()
    wish(start, "another river stone", qtbot)
    assert "1 backup has an earlier passphrase." in start.window.body.message.text()


def test_the_person_comes_back_to_the_settings(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    wish(start, NEW, qtbot)
    settings = start.window.body.reach(SETTINGS)
    qtbot.waitUntil(lambda: settings.sections.value() == "journal", timeout=20_000)
    assert settings.journal.passphrase.change.isVisibleTo(settings)


def test_what_is_half_typed_is_in_the_journal_afterwards(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    body = start.window.body
    body.act("note")
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    body.today.panel.form.note.setPlainText("half typed")
    wish(start, NEW, qtbot)
    assert body.today is not None
    assert isinstance(body.today.panel.form, NoteForm)
    assert body.today.panel.form.note.toPlainText() == "half typed"


def test_what_fails_leaves_the_journal_open_as_it_was(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_copy: Path, _there: Path) -> None:
        raise Refused("disk-full")

    monkeypatch.setattr(rekeying, "_replace", full)
    start = begin(plain_journal)
    assert start.logbook is not None
    note(start.logbook, "kept")
    book = wish(start, NEW, qtbot)
    assert not book.encrypted
    assert notes(book) == {"kept"}
    assert "disk is full" in start.window.body.message.text()
    note(book, "it goes on")
    assert not list(plain_journal.path.parent.glob("*.new*"))


def test_what_is_not_stopped_any_more_offers_no_cancel(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancel stood there while the journal with the other passphrase was opened, and did nothing."""
    go_on = Event()
    replace = rekeying._replace

    def when_told(copy: Path, there: Path) -> None:
        go_on.wait(20)
        replace(copy, there)

    monkeypatch.setattr(rekeying, "_replace", when_told)
    start = begin(plain_journal)
    before = start.logbook
    start.window.body.passphrase_wanted.emit(NEW)
    page = start.window.body.stack.currentWidget()
    assert isinstance(page, RekeyingPage) and not page.progress.cancel.isHidden()
    qtbot.waitUntil(page.progress.cancel.isHidden, timeout=20_000)
    go_on.set()
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)


def test_a_backup_that_has_the_passphrase_already_is_not_called_an_earlier_one(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    start = begin(plain_journal)
    note(wish(start, NEW, qtbot), "one")
    assert start.logbook is not None
    start.logbook.backup()
    wish(start, None, qtbot)
    wish(start, NEW, qtbot)
    assert "encrypted now" in start.window.body.message.text()
    assert "earlier passphrase" not in start.window.body.message.text()


def test_it_can_be_stopped(
    begin: Begin, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()
    verify = rekeying._verify

    def when_told(copy: Path, new: str | None, held: dict[str, int], watched: Watched) -> None:
        begun.set()
        go_on.wait(20)
        verify(copy, new, held, watched)

    monkeypatch.setattr(rekeying, "_verify", when_told)
    start = begin(plain_journal)
    before = start.logbook
    start.window.body.passphrase_wanted.emit(NEW)
    page = start.window.body.stack.currentWidget()
    assert isinstance(page, RekeyingPage)
    assert begun.wait(20)
    page.progress.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: start.logbook not in (None, before), timeout=20_000)
    assert start.logbook is not None
    assert not start.logbook.encrypted
    assert "Cancelled. Nothing was changed." in start.window.body.message.text()
