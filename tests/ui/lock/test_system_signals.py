"""The computer is about to sleep, or its screen was locked: heard on a real bus, where there is one to start."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from journal.ui.lock.system_signals import SystemSignals

_NAME = "leaf-journal-test"


def test_only_the_beginning_counts() -> None:
    """Also where there is no bus at all: nothing fails."""
    parent = QObject()
    signals, heard = SystemSignals(parent, QDBusConnection("none"), QDBusConnection("none")), []
    signals.leaving.connect(lambda: heard.append(True))
    assert not signals.heard
    signals.begins(False)
    assert heard == []
    signals.begins(True)
    signals.locked()
    assert heard == [True, True]


@pytest.fixture
def bus() -> Iterator[QDBusConnection]:
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("not run: there is no dbus-daemon")
    with subprocess.Popen(
        [program, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:  # fmt: skip
        assert daemon.stdout is not None
        yield QDBusConnection.connectToBus(daemon.stdout.readline().strip(), _NAME)
        QDBusConnection.disconnectFromBus(_NAME)
        daemon.terminate()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("interface", "name", "values"),
    [
        ("org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
        ("org.freedesktop.login1.Session", "Lock", []),
        ("org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ],
)
def test_it_is_heard_on_a_bus(
    bus: QDBusConnection, qtbot: QtBot, interface: str, name: str, values: list[bool]
) -> None:
    assert bus.isConnected()
    parent = QObject()
    signals = SystemSignals(parent, bus, bus)
    assert signals.heard
    message = QDBusMessage.createSignal("/org/anything", interface, name)
    message.setArguments(values)
    with qtbot.waitSignal(signals.leaving, timeout=20_000):
        assert bus.send(message)
