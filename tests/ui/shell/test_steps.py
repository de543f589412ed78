"""A large step is undone by a worker, and nothing else is written meanwhile."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.core.changes import BY_ITSELF
from journal.core.entries import Note
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.ui.diary.list import DiaryList
from journal.ui.shell.body import Body
from journal.ui.shell.places import EMERGENCY
from tests.ui.conftest import ctrl, keys, target


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QWidget | None]]:
    """What a screen reader is told of, each with what had the keyboard by then."""
    told: list[tuple[str, QWidget | None]] = []

    def update(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.message(), QApplication.focusWidget()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return told


def test_saved_refused_and_undone_are_said_once_the_keyboard_is_where_it_goes_to(
    body: Body, spoken: list[tuple[str, QWidget | None]], qtbot: QtBot
) -> None:
    def said(words: str) -> bool:
        return any(text.startswith(words) and on is target() for text, on in spoken)

    keys(ctrl(Qt.Key.Key_R), "6", Qt.Key.Key_Return)
    assert not any(text.startswith("Saved") for text, _ in spoken)
    qtbot.waitUntil(lambda: said("Saved: rating"))
    keys(ctrl(Qt.Key.Key_Z))
    qtbot.waitUntil(lambda: said("Undone: rating"))
    keys(ctrl(Qt.Key.Key_D), ctrl(Qt.Key.Key_A), "x", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said("“x” is not an amount."))


def chosen_rows() -> int:
    """How many rows are chosen where the keyboard is, if that is the list of the diary."""
    on = target()
    return len(on.rows()) if isinstance(on, DiaryList) else 0


def test_a_deletion_in_the_diary_is_said_once_and_on_the_row_that_comes_next(
    body: Body, plain_book: Logbook, spoken: list[tuple[str, QWidget | None]], qtbot: QtBot
) -> None:
    """Said by the list, too, the second cut off the first: which entry went was lost."""
    for text in ("one", "two"):
        plain_book.save(Note(at=moment_now(plain_book.clock), text=text))
    keys(ctrl(Qt.Key.Key_2))
    qtbot.waitUntil(lambda: chosen_rows() > 0)
    qtbot.waitUntil(lambda: len(spoken) >= 2)
    spoken.clear()
    keys(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(spoken))
    qtbot.wait(250)
    assert [(text.partition(" at ")[0], on) for text, on in spoken] == [("Saved: delete the note", target())]
    assert chosen_rows() == 1


def test_what_the_program_writes_by_itself_is_not_said(
    body: Body, plain_book: Logbook, spoken: list[tuple[str, QWidget | None]], qtbot: QtBot
) -> None:
    """What was said of a medicine is remembered with the journal, right after the dose that was saved."""
    plain_book.save(Note(at=moment_now(plain_book.clock), text="by itself"), origin=BY_ITSELF)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="by a person"), origin="window")
    qtbot.waitUntil(lambda: bool(spoken))
    qtbot.wait(150)
    assert [text.partition(":")[0] for text, _ in spoken] == ["Saved"]


def test_the_emergency_number_is_said(body: Body, spoken: list[tuple[str, QWidget | None]], qtbot: QtBot) -> None:
    body.set_country("US")
    body.go(EMERGENCY.key)
    qtbot.waitUntil(lambda: any(text == "Emergency number: 911" for text, _ in spoken))


@pytest.mark.parametrize("n", [10, pytest.param(1500, marks=pytest.mark.slow)])
def test_undoing_an_import_is_told_with_its_number_and_the_way_back(
    body: Body, plain_book: Logbook, spoken: list[tuple[str, QWidget | None]], qtbot: QtBot, n: int
) -> None:
    """It was one key: everything was gone, and Redo stood in a menu."""
    at, before, message = moment_now(plain_book.clock), plain_book.totals()[0], body.message
    plain_book.save_all((Note(at=at, text=f"n {i}") for i in range(n)), label="many.imported", origin="import")

    def says(words: str, there: int) -> None:
        qtbot.waitUntil(lambda: message.text() == f"{words}: import {n:,} entries", timeout=30_000)
        assert plain_book.totals()[0] == before + there

    keys(ctrl(Qt.Key.Key_Z))
    says("Undone", 0)
    qtbot.waitUntil(lambda: any(text.startswith("Undone") for text, _ in spoken))
    assert sum(text.startswith("Undone") for text, _ in spoken) == 1
    assert [way.text() for way in message.buttons()] == ["Redo", "OK"]
    message.buttons()[0].click()
    says("Done again", n)
    message.buttons()[0].click()
    says("Undone", 0)
    plain_book.save(Note(at=at, text="another"))
    qtbot.waitUntil(message.isHidden)  # its way back would be about this one


def test_undoing_a_few_entries_needs_no_message(body: Body, plain_book: Logbook) -> None:
    at = moment_now(plain_book.clock)
    plain_book.save(*(Note(at=at, text=f"n {i}") for i in range(9)))
    body.undo()
    assert body.message.isHidden()


@pytest.mark.slow
def test_a_large_import_is_undone_and_redone(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    at = moment_now(plain_book.clock)
    before = plain_book.totals()[0]
    plain_book.save_all((Note(at=at, text=f"n {n}") for n in range(1500)), label="many.imported", origin="import")
    body.undo()
    qtbot.waitUntil(lambda: plain_book.totals()[0] == before, timeout=10_000)
    assert body._transfers.made is not None
    transfer = body._transfers.made
    qtbot.waitUntil(lambda: not transfer.busy, timeout=10_000)
    body.redo()
    qtbot.waitUntil(lambda: plain_book.totals()[0] == before + 1500, timeout=10_000)


def test_a_save_during_a_job_is_refused_at_once(plain_book: Logbook) -> None:
    at = moment_now(plain_book.clock)
    started, go_on = threading.Event(), threading.Event()

    def progress(_done: int) -> None:
        started.set()
        go_on.wait(60)

    job = threading.Thread(
        target=lambda: plain_book.save_all(
            [Note(at=at, text="of the job")], label="x", origin="import", progress=progress
        )
    )
    job.start()
    assert started.wait(60)
    with pytest.raises(Refused, match="journal-busy"):
        plain_book.save(Note(at=at, text="meanwhile"))
    go_on.set()
    job.join()
    plain_book.save(Note(at=at, text="afterwards"))
    assert plain_book.totals()[0] == 2
