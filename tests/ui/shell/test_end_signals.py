"""A window that the system ends while somebody types: all that was typed is there at the next start."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal import device
from journal.logbook.backups import found_backups
from journal.ui.entries.note_form import NoteForm
from journal.ui.shell.end_signals import EndSignals, watched
from journal.ui.shell.start import Start
from tests.journals import JournalAt
from tests.typist import Typist, letter, text_of_draft
from tests.walk.screen import VirtualScreen

pytestmark = pytest.mark.skipif(not watched(), reason="this system sends no such signals")


# --- in this process -------------------------------------------------------------------------------------------------


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[EndSignals]:
    # Whoever runs the tests may ignore the end of their terminal.
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    owner = QObject()
    watching = EndSignals(owner)
    yield watching
    watching.stop()
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_arrives_in_the_event_loop_once(signals: EndSignals, qtbot: QtBot, name: str) -> None:
    came: list[int] = []
    signals.asked.connect(came.append)
    number = getattr(signal, name)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: bool(came))
    os.kill(os.getpid(), number)
    qtbot.wait(50)
    assert came == [number]


def test_other_signals_do_not_end_it(signals: EndSignals, qtbot: QtBot) -> None:
    came: list[int] = []
    signals.asked.connect(came.append)
    handled: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: handled.append(number))
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        qtbot.waitUntil(lambda: bool(handled))
        qtbot.wait(50)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert came == []


def test_what_was_started_to_outlive_its_terminal_does(qtbot: QtBot) -> None:
    """As ``nohup`` starts it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        owner = QObject()
        watching = EndSignals(owner)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        watching.stop()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.fixture(autouse=True)
def no_window_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that fails must not leave a process that types on for ever."""
    begun: list[Typist] = []
    begin = Typist.begin

    def remembered(*given: Any, **named: Any) -> Typist:
        begun.append(begin(*given, **named))
        return begun[-1]

    monkeypatch.setattr(Typist, "begin", remembered)
    yield
    for typist in begun:
        with typist.process as process:
            process.kill()


# --- a window of its own ---------------------------------------------------------------------------------------------


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings"


def kept_geometry(settings: Path) -> str:
    return device.load(settings / "leaf-journal" / "device.ini").geometry


def all_typed(typist: Typist) -> str:
    return "".join(letter(number) for number in range(len(typist.typed)))


def next_start_shows(start: Start) -> str:
    today = start.window.body.today
    assert today is not None and isinstance(today.panel.form, NoteForm)
    return today.panel.form.note.text()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_everything_typed_is_there_after_a_signal(
    name: str, plain_journal: JournalAt, settings: Path, begin: Callable[[JournalAt], Start]
) -> None:
    typist = Typist.begin(plain_journal.path, settings)
    typist.go_on(1.2)
    number: signal.Signals = getattr(signal, name)
    assert typist.end(number) == 128 + number
    assert text_of_draft(plain_journal.path) == all_typed(typist)
    assert kept_geometry(settings)
    # A backup takes longer than the system waits; the next start makes it.
    assert list(found_backups(plain_journal.path)) == []
    assert next_start_shows(begin(plain_journal)) == all_typed(typist)


def test_a_draft_is_written_while_typing_goes_on_and_outlives_a_kill(
    plain_journal: JournalAt, settings: Path, begin: Callable[[JournalAt], Start]
) -> None:
    typist = Typist.begin(plain_journal.path, settings)
    typist.until_kept()
    assert typist.end(signal.SIGKILL) == -signal.SIGKILL
    kept = next_start_shows(begin(plain_journal))
    assert len(kept) >= typist.in_draft > 0
    assert all_typed(typist).startswith(kept)
    assert not kept_geometry(settings)


@pytest.mark.slow
@pytest.mark.needs("Xvfb")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_the_same_in_a_window_that_can_be_seen(name: str, plain_journal: JournalAt, settings: Path) -> None:
    with VirtualScreen() as screen:
        typist = Typist.begin(plain_journal.path, settings, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display})
        typist.until_kept()
        typist.go_on(1.2)
        typist.end(getattr(signal, name))
    kept = text_of_draft(plain_journal.path)
    assert len(kept) >= typist.in_draft
    if name != "SIGKILL":
        assert kept == all_typed(typist)
