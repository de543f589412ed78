"""The window's parts on a real journal, with real keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.core.amounts import Dimension
from journal.core.entries import Product, ProductKind, Symptom, Unit
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.shell.window import MainWindow
from tests.journals import FixedClock, clock, plain_book, plain_journal, templates
from tests.ui.fonts import choose

__all__ = ["clock", "plain_book", "plain_journal", "templates"]


PATIENCE_MS = 20_000
TURN_MS = 5


@pytest.fixture(autouse=True)
def font(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    """The font of the test, by the name that it has in ``tests/ui/fonts.py``."""
    apply_theme(qapp, "light", 100)  # chooses a font itself, once
    name: str = getattr(request, "param", "wide")
    choose(qapp, name)
    return name


@pytest.fixture(autouse=True)
def light(qapp: QApplication, font: str) -> Iterator[None]:
    yield
    # What still ran would report into the next test, and after the last one to what Qt has deleted at its end.
    wait_for_tasks()
    # Without an event loop nobody deletes what was closed, and every change of the theme would visit it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Without a screen Qt lets go of what was copied after Python has ended, and the process dies of that.
    qapp.clipboard().clear()
    apply_theme(qapp, "light", 100)


@dataclass(frozen=True)
class Known:
    """What a journal holds before a test begins."""

    green: Product
    capsules: Product
    capsule: Unit
    back: Symptom
    nausea: Symptom


@pytest.fixture
def known(plain_book: Logbook) -> Known:
    green = Product(name="Green Borneo", kind=ProductKind.LEAF_POWDER)
    capsules = Product(name="Capsules & Co", kind=ProductKind.CAPSULE)
    capsule = Unit(product=capsules.id, name="capsule", quantity=500, dimension=Dimension.MASS)
    back = Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True)
    nausea = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=1)
    plain_book.save(back, nausea, label="start.set_up")
    plain_book.save(capsules, capsule)
    plain_book.save(green)  # the newest comes first
    return Known(green, capsules, capsule, back, nausea)


class PatientBot(QtBot):
    """Waits long before it gives up: a busy machine is slow, and no test may depend on its speed."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **wanted: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **wanted)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def wait(self, ms: int) -> None:
        """In short turns: where the machine stands still, a time is over before what was due in it is done.

        What is done then may ask for more, as a form that is shown asks for its place and then for the keyboard.
        """
        for over in range(0, ms, TURN_MS):
            super().wait(min(TURN_MS, ms - over))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


OpenWindow = Callable[[Logbook], Body]
BridgeTo = Callable[[Logbook, Texts], Bridge]


@pytest.fixture
def bridge_to(qtbot: QtBot) -> Iterator[BridgeTo]:
    """Bridges to journals for parts of the window; closed once the workers of the test are done."""
    made: list[Bridge] = []

    def bridge(book: Logbook, texts: Texts) -> Bridge:
        made.append(Bridge(book, texts))
        return made[-1]

    yield bridge
    wait_for_tasks()
    for each in made:
        each.close()


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens the whole window on a journal; one after the other is a restart."""
    windows: list[MainWindow] = []

    def show(book: Logbook) -> Body:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        windows.append(window)
        qtbot.addWidget(window)
        window.body.show_journal(Bridge(book, english(), window))
        window.resize(1240, 900)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        qtbot.waitUntil(lambda: _is_whole(window.body))
        qtbot.wait(2)  # what came beside the day has its place
        return window.body

    yield show
    wait_for_tasks()
    for window in windows:
        if window.body.bridge is not None:
            window.body.bridge.close()


def _is_whole(body: Body) -> bool:
    """What stands beside the day follows it."""
    return body.today is not None and body.today._aside.filled


@pytest.fixture
def body(known: Known, plain_book: Logbook, open_window: OpenWindow) -> Body:
    return open_window(plain_book)


@pytest.fixture
def chest_pain(known: Known, plain_book: Logbook) -> Symptom:
    """A warning sign that the form asks about, after the main symptom; signs stand behind all others."""
    made = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=0)
    plain_book.save(made)
    plain_book.save(replace(known.nausea, hidden=True))
    return made


@pytest.fixture
def opened(chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow) -> Body:
    """The window on a journal that rates it, in the United States."""
    body = open_window(plain_book)
    body.set_country("US")
    return body


def keys(*typed: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Type: text letter by letter, keys, and keys with a modifier, each into whatever has the keyboard."""
    for each in typed:
        if isinstance(each, str):
            QTest.keyClicks(target(), each)
        elif isinstance(each, tuple):
            QTest.keyClick(target(), each[0], each[1])
        else:
            QTest.keyClick(target(), each)


def target() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    return widget


def ctrl(key: Qt.Key) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return key, Qt.KeyboardModifier.ControlModifier


def tick(book: Logbook, minutes: int) -> None:
    assert isinstance(book.clock, FixedClock)
    book.clock.tick(minutes * 60_000)
