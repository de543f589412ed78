"""A bug in what Qt calls is told, and nothing else breaks for it."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import journal.ui
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import later, once_laid_out, once_painted
from journal.ui.kit.paint_watch import PaintWatch

BUG_ON_TODAY = Path(__file__).parent.parent / "bug_on_today.py"
# Ours alone call these; Qt does not, though it has methods of the same name. A thread catches its exceptions itself.
NOT_CALLED_BY_QT = {
    "Words.text", "Words.setText", "Words.setWordWrap", "Words.setTextInteractionFlags", "ManualReader.open",
    "_Runner.run", "RatingScale.value",
}  # fmt: skip


# --- a bug in one part -----------------------------------------------------------------------------------------------


class Faulty(QWidget):
    """A widget with one bug, where it is told to have it."""

    def __init__(self) -> None:
        super().__init__()
        self.bug, self.called = "", list[str]()

    def _do(self, name: str) -> None:
        self.called.append(name)
        if name == self.bug:
            raise RuntimeError("planted")

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        self._do("showEvent")

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._do("resizeEvent")

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        self._do("paintEvent")

    @called_by_qt
    def sizeHint(self) -> QSize:
        self._do("sizeHint")
        return QSize(40, 30)

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._do("eventFilter")
        return False

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        self._do("event")
        return super().event(event)


CALLED = ("showEvent", "resizeEvent", "paintEvent", "sizeHint", "eventFilter", "event")


def new_class() -> type[Faulty]:
    """One whose methods nothing else refers to: earlier exceptions hold the methods that they came from."""
    return type("New", (Faulty,), {name: called_by_qt(inspect.unwrap(vars(Faulty)[name])) for name in CALLED})


def family(cls: type[Faulty]) -> tuple[QWidget, Faulty, list[Faulty]]:
    """A window with a widget that may be faulty between two sound ones."""
    window, sound, faulty = QWidget(), [cls(), cls()], cls()
    column = QVBoxLayout(window)
    for each in (sound[0], faulty, sound[1]):
        column.addWidget(each)
    window.installEventFilter(faulty)
    _kept.append((window, faulty, sound))
    return window, faulty, sound


# Qt calls widgets until it has deleted them, after the test; by then Python has cleared those that nobody holds.
_kept: list[object] = []


def references(cls: type[Faulty]) -> list[int]:
    return [sys.getrefcount(vars(cls)[name]) for name in CALLED]


def taken(cls: type[Faulty]) -> int:
    """References that methods of the class have lost. (A kept exception adds some to them.)"""
    return sum(max(0, at_first - now) for at_first, now in zip(references(new_class()), references(cls), strict=True))


def told(work: Callable[[], object], qtbot: QtBot, until: Callable[[], bool]) -> list[str]:
    """Do it, and wait for what follows: the exceptions that reached the crash dialog's place meanwhile."""
    with qtbot.capture_exceptions() as caught:
        work()
        qtbot.waitUntil(until)
        for each in QApplication.allWidgets():
            if isinstance(each, Faulty):
                each.bug = ""
    return [str(bug) for _kind, bug, _trace in caught]


def painted(widgets: list[Faulty]) -> bool:
    return all("paintEvent" in each.called for each in widgets)


@pytest.mark.parametrize("bug", CALLED)
def test_a_bug_in_one_widget_is_told_and_spares_the_others(bug: str, qtbot: QtBot) -> None:
    cls = new_class()
    window, faulty, sound = family(cls)
    qtbot.addWidget(window)
    window.resize(200, 300)
    faulty.bug = bug
    assert set(told(window.show, qtbot, until=lambda: painted(sound))) == {"planted"}
    for each in sound:
        assert {"showEvent", "resizeEvent", "paintEvent", "sizeHint", "event"} <= set(each.called)
    assert taken(cls) == 0


class Interrupted(BaseException):
    """As Ctrl+C and the time limit of a test are: they come in the midst of whatever Python runs."""


@pytest.mark.parametrize("name", CALLED)
def test_an_interrupt_in_what_qt_calls_takes_no_reference_either(name: str, qtbot: QtBot) -> None:
    class Stopped(Faulty):
        def _do(self, called: str) -> None:
            self.called.append(called)
            if called == self.bug:
                raise Interrupted("planted")

    cls = type("New", (Stopped,), {each: called_by_qt(inspect.unwrap(vars(Faulty)[each])) for each in CALLED})
    window, faulty, sound = family(cls)
    qtbot.addWidget(window)
    window.resize(200, 300)
    faulty.bug = name
    assert set(told(window.show, qtbot, until=lambda: painted(sound))) == {"planted"}
    assert taken(cls) == 0


LATER: dict[str, Callable[[QWidget, Callable[[], object]], object]] = {
    "later": lambda owner, work: later(owner, 0, work),
    "once painted": once_painted,
    "once laid out": once_laid_out,
    "after a paint event": lambda owner, work: (PaintWatch(owner, work), owner.update()),
}


@pytest.mark.parametrize("when", LATER)
def test_a_bug_in_what_is_done_later_is_told(when: str, qtbot: QtBot) -> None:
    owner, done, cls = QWidget(), list[str](), new_class()
    qtbot.addWidget(owner)
    with qtbot.waitExposed(owner):
        owner.show()
    window, _faulty, sound = family(cls)
    qtbot.addWidget(window)

    def fail() -> None:
        done.append(when)
        window.show()
        raise RuntimeError("planted")

    assert told(lambda: LATER[when](owner, fail), qtbot, until=lambda: painted(sound)) == ["planted"]
    assert done == [when]
    assert taken(cls) == 0


# --- the whole program -----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_bug_on_today_shows_the_problem_and_the_window_lives() -> None:
    """It used to end the process at the next painting: hence a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, BUG_ON_TODAY], capture_output=True, text=True, env=environment, timeout=100)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["A problem in the program", "Today is painted"]


def overrides(of_module: str) -> Iterator[tuple[str, Any]]:
    """Methods of the classes of a module for which Qt has methods of the same name."""
    for cls in vars(sys.modules[of_module]).values():
        if inspect.isclass(cls) and cls.__module__ == of_module:
            of_qt = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
            for name, method in vars(cls).items():
                if inspect.isfunction(method) and not name.startswith("__") and any(name in vars(b) for b in of_qt):
                    yield f"{cls.__name__}.{name}", method


def is_marked(method: Any) -> bool:
    return Path(method.__code__.co_filename).name == "called_by_qt.py"


def unmarked(module: str) -> list[str]:
    return [
        f"{module}: {name}"
        for name, method in overrides(module)
        if not is_marked(method) and name not in NOT_CALLED_BY_QT
    ]


def test_everything_that_qt_calls_bears_the_mark() -> None:
    names = [found.name for found in pkgutil.walk_packages(journal.ui.__path__, "journal.ui.")]
    for name in names:
        importlib.import_module(name)
    assert [each for name in names for each in unmarked(name)] == []
    found = {name for module in names for name, _method in overrides(module)}
    assert found >= NOT_CALLED_BY_QT and len(found) > 150


class WithoutMark(QWidget):
    def showEvent(self, event: QShowEvent) -> None:
        """Nothing."""


def test_a_method_without_the_mark_is_found() -> None:
    assert not is_marked(test_a_method_without_the_mark_is_found)
    assert unmarked(__name__) == [f"{__name__}: WithoutMark.showEvent"]


def test_qt_is_given_something_of_the_right_type_in_place_of_what_a_bug_prevented(qtbot: QtBot) -> None:
    def of_type(name: str) -> object:
        def method() -> object:
            raise RuntimeError("planted")

        method.__annotations__["return"] = name
        with qtbot.capture_exceptions():
            return called_by_qt(method)()

    assert of_type("Qt.ItemFlag") == Qt.ItemFlag.NoItemFlags
    assert of_type("Qt.Orientation") == Qt.Orientation(0)
    assert [of_type(name) for name in ("None", "bool", "int", "str")] == [None, False, 0, ""]
    with pytest.raises(KeyError):
        of_type("QWidget")
