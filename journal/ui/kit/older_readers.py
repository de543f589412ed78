"""Screen readers that know no announcements, as Orca 43: they hear what has the keyboard change its description."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from journal.ui.kit.alive import is_alive

_CALLED = "leaf-journal-readers"  # the connection
_PATIENCE_MS = 150
_LAST = "lastSaid"  # a property of what had the keyboard


def tell_older_readers(text: str) -> None:
    """Say this to a screen reader to which announcements are not sent; nothing happens where there is none."""
    if _listens_to_descriptions_only(what_is_listened_to()):
        _describe(text)


def what_is_listened_to() -> str:
    """The events that somebody asked the accessibility bus for, as one text; "" where there is no such bus."""
    # Without an address libdbus would start a bus of its own.
    if not sys.platform.startswith("linux") or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return ""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    def answer(bus: QDBusConnection, service: str, path: str, interface: str, method: str) -> QDBusMessage:
        asked = QDBusMessage.createMethodCall(service, path, interface, method)
        return bus.call(asked, QDBus.CallMode.Block, _PATIENCE_MS)

    bus = QDBusConnection(_CALLED)
    if not bus.isConnected():
        given = answer(QDBusConnection.sessionBus(), "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        address = next(iter(given.arguments()), None)
        if not isinstance(address, str):
            return ""
        bus = QDBusConnection.connectToBus(address, _CALLED)
    registry = "org.a11y.atspi.Registry"
    # PySide cannot take such an answer apart, but writes all of it down.
    return repr(answer(bus, registry, "/org/a11y/atspi/registry", registry, "GetRegisteredEvents"))


def _listens_to_descriptions_only(asked_for: str) -> bool:
    events = asked_for.lower()
    return "object:announcement" not in events and "propertychange:accessibledescription" in events


def _describe(text: str) -> None:
    """As the description of what has the keyboard, which is then what it was before."""
    focused = QApplication.focusWidget()
    if focused is None or focused.accessibleDescription() == text:
        return
    if isinstance(focused, QAbstractItemView | QScrollArea):
        # The reader is on a cell, which is no widget, or passes over what only scrolls. It hears the window's name.
        _say_as_name(focused.window(), text)
        return
    last = focused.property(_LAST) or ("", "")  # what was said of it, and how it was described before
    now = focused.accessibleDescription()
    before = str(last[1]) if now and now == last[0] else now
    focused.setProperty(_LAST, (text, before))
    focused.setAccessibleDescription(text)
    if before:
        _once_the_keyboard_moves(lambda: _set_back(focused, text, before))
    else:
        focused.setAccessibleDescription("")  # nothing is not spoken


def _set_back(widget: QWidget, text: str, before: str) -> None:
    if is_alive(widget) and widget.accessibleDescription() == text:
        widget.setAccessibleDescription(before)


def _say_as_name(window: QWidget, text: str) -> None:
    # Orca 43 is silent about a name that it has read by then, as it does where it is slow to follow the keyboard.
    window.setAccessibleName(f"{text} ")
    window.setAccessibleName(text)

    def end() -> None:
        if is_alive(window) and window.accessibleName() == text:
            window.setAccessibleName("")  # its title counts again

    _once_the_keyboard_moves(end)


def _once_the_keyboard_moves(work: Callable[[], object]) -> None:
    """Earlier, what is said anew would cut off what is being spoken."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def moved() -> None:
        application.focusChanged.disconnect(moved)
        work()

    application.focusChanged.connect(moved)
