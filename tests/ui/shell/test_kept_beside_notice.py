"""A form that was typed under another passphrase is told of at the start, and can be had back or thrown away."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.logbook.belongings import unsaved_file
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.draft_content import DraftContent
from journal.ui.settings.journal_page import JournalPage
from journal.ui.shell.open_journal import OpenJournal
from journal.ui.shell.places import SETTINGS
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, quick_keys
from tests.ui.backups.waiting import workers_end

__all__ = ["quick_keys"]
FORMER = "the one from before"
TYPED = {"note": "half typed", "private": False, "time": "", "editing": None}
Begin = Callable[[JournalAt], Start]


@pytest.fixture
def with_waiting(tmp_path: Path, clock: FixedClock) -> JournalAt:
    """A journal beside which a note waits that was typed when it had another passphrase."""
    journal = new_journal(tmp_path / "own" / "journal.leaf", PASSPHRASE, clock)
    place = unsaved_file(journal.path)
    with closing(Logbook.open(place, FORMER, clock=clock, create=True)) as beside:
        beside.save_draft("note", DraftContent(TYPED, [], None).as_text())
    typed = (clock.now_ms() - dt.timedelta(hours=1) / dt.timedelta(milliseconds=1)) / 1000
    os.utime(place, (typed, typed))
    return journal


def told(start: Start, qtbot: QtBot) -> None:
    message = start.window.body.message
    qtbot.waitUntil(lambda: "It still waits beside this journal." in message.text(), timeout=20_000)


def page_behind(start: Start, qtbot: QtBot) -> JournalPage:
    """Where the notice leads."""
    told(start, qtbot)
    message = start.window.body.message
    next(each for each in message.findChildren(QPushButton) if each.text() == "Your journal").click()
    screen = start.window.body.reach(SETTINGS)
    qtbot.waitUntil(lambda: screen.sections.value() == "journal", timeout=20_000)
    workers_end(qtbot)
    page: JournalPage = screen.journal
    assert page.kept_beside.isVisibleTo(page)
    return page


def test_it_is_said_with_its_time_and_comes_back_with_its_passphrase(
    begin: Begin, with_waiting: JournalAt, qtbot: QtBot
) -> None:
    start = begin(with_waiting)
    told(start, qtbot)
    assert "could not be saved: today " in start.window.body.message.text()
    page = page_behind(start, qtbot)
    assert "could not be saved: today " in page.kept_beside.what.text()
    page.kept_beside.field.edit.setText("not that one")
    page.kept_beside.field.entered.emit()
    workers_end(qtbot)
    assert "What was typed has another passphrase." in page.message.text()
    page.kept_beside.field.edit.setText(FORMER)
    page.kept_beside.back.click()
    workers_end(qtbot)
    assert "What was typed is back." in page.message.text()
    assert not page.kept_beside.isVisibleTo(page) and not unsaved_file(with_waiting.path).exists()
    start.window.body.act("note")
    today = start.window.body.today
    assert today is not None and isinstance(today.panel.form, NoteForm)
    assert today.panel.form.note.toPlainText() == "half typed"


def test_it_is_thrown_away_once_that_was_said_twice(begin: Begin, with_waiting: JournalAt, qtbot: QtBot) -> None:
    page = page_behind(begin(with_waiting), qtbot)
    page.kept_beside.away.click()
    keep, throw = page.message.buttons()
    assert (keep.text(), throw.text()) == ("Keep it", "Throw it away") and unsaved_file(with_waiting.path).exists()
    throw.click()
    assert "is thrown away" in page.message.text()
    assert not unsaved_file(with_waiting.path).exists() and not page.kept_beside.isVisibleTo(page)


def test_it_waits_until_what_is_said_first_was_read(
    begin: Begin, with_waiting: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = OpenJournal.work_in_background
    monkeypatch.setattr(OpenJournal, "work_in_background", lambda self: (self.tell("This comes first."), work(self)))
    start = begin(with_waiting)
    qtbot.wait(600)
    message = start.window.body.message
    assert message.text() == "This comes first."
    message.buttons()[0].click()
    told(start, qtbot)


def test_nothing_is_said_where_nothing_waits(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    start = begin(plain_journal)
    qtbot.wait(600)
    assert start.window.body.message.text() == ""
