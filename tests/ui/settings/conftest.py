"""The settings on a real journal and a real device file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal import paths
from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.kit.computer import Computer
from journal.ui.settings.screen import SettingsScreen
from tests.ui.conftest import BridgeTo
from tests.ui.workers import let_workers_end

OpenScreen = Callable[..., SettingsScreen]


@dataclass(frozen=True)
class Filled:
    """The symptoms of the journal, in their order."""

    back: Symptom
    nausea: Symptom
    feet: Symptom


@pytest.fixture
def filled(plain_book: Logbook) -> Filled:
    back = Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True)
    nausea = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=1)
    feet = Symptom(name="Burning <b>feet</b>", kind=SymptomKind.PAIN, position=2, high_label="unbearable")
    plain_book.save(back, nausea, feet, label="start.set_up")
    return Filled(back, nausea, feet)


@pytest.fixture
def computer() -> Computer:
    return Computer(paths.device_file())


@pytest.fixture
def open_screen(qtbot: QtBot, bridge_to: BridgeTo, computer: Computer) -> OpenScreen:
    def show(book: Logbook, texts: Texts | None = None, width: int = 1000) -> SettingsScreen:
        screen = SettingsScreen(bridge_to(book, texts or english()), computer)
        qtbot.addWidget(screen)
        screen.show()
        screen.activateWindow()
        with qtbot.waitActive(screen):
            pass
        screen.shown()
        settle(qtbot)
        screen.resize(width, 800)
        settle(qtbot)
        return screen

    return show


@pytest.fixture
def screen(filled: Filled, plain_book: Logbook, open_screen: OpenScreen) -> SettingsScreen:
    return open_screen(plain_book)


def settle(qtbot: QtBot) -> None:
    """Until workers are done and forms have the keyboard."""
    for _ in range(2):
        let_workers_end()
        qtbot.wait(1)


def device_text(path: Path | None = None) -> str:
    """What the device file says."""
    return (path or paths.device_file()).read_text(encoding="utf-8")
