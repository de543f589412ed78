"""The bus on which a screen reader hears the program: its tree, its values and what it announces, from outside."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any, NamedTuple, Self

SYSTEM_PYTHON = Path("/usr/bin/python3")  # has the library of the bus, which the tests' own has not
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

_READER = """
import json, sys
import dbus, dbus.bus, dbus.mainloop.glib
from gi.repository import GLib

dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
_, what, *words = sys.argv
PROPERTIES, ITS = "org.freedesktop.DBus.Properties", "org.a11y.atspi."
launcher = dbus.SessionBus().get_object("org.a11y.Bus", "/org/a11y/bus")
bus = dbus.bus.BusConnection(launcher.GetAddress(dbus_interface="org.a11y.Bus"))

def got(thing, kind, name):
    return thing.Get(ITS + kind, name, dbus_interface=PROPERTIES)

def nodes(name, path):
    thing = bus.get_object(name, path)
    try:
        kinds = [str(kind) for kind in thing.GetInterfaces(dbus_interface=ITS + "Accessible")]
        said = {"role": str(thing.GetRoleName(dbus_interface=ITS + "Accessible")),
                "name": str(got(thing, "Accessible", "Name")),
                "description": str(got(thing, "Accessible", "Description")), "value": None}
        if ITS + "Value" in kinds:
            names = ("CurrentValue", "MinimumValue", "MaximumValue")
            said["value"] = [float(got(thing, "Value", each)) for each in names]
        below = thing.GetChildren(dbus_interface=ITS + "Accessible")
    except dbus.DBusException:  # it went meanwhile
        return
    yield thing, said
    for child in below:
        yield from nodes(*child)

def heard(*values, member=None, path=None, sender=None, **_):
    if member == "Announcement":
        print(json.dumps({"what": "said", "words": str(values[3])}), flush=True)
    elif member == "PropertyChange" and values[0].startswith("accessible-") and values[3]:
        print(json.dumps({"what": "described", "words": str(values[3])}), flush=True)
    elif member == "StateChanged" and values[0] == "focused" and values[1]:
        try:
            name = got(bus.get_object(sender, path), "Accessible", "Name")
        except dbus.DBusException:
            name = ""
        print(json.dumps({"what": "focused", "words": str(name)}), flush=True)

ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
if what == "tree":
    print(json.dumps([said for _, said in nodes(*ROOT)]))
elif what == "set":
    for thing, said in nodes(*ROOT):
        if said["value"] and said["name"].startswith(words[0]):
            thing.Set(ITS + "Value", "CurrentValue", dbus.Double(float(words[1])), dbus_interface=PROPERTIES)
            break
else:
    registry = bus.get_object(ITS + "Registry", "/org/a11y/atspi/registry")
    described = ["object:property-change:accessible-description", "object:property-change:accessible-name"]
    for event in (*(["object:announcement"] if what == "listen" else described), "object:state-changed:focused"):
        registry.RegisterEvent(event, dbus.Array([], signature="s"), "", dbus_interface=ITS + "Registry")
    bus.add_signal_receiver(heard, dbus_interface=ITS + "Event.Object", member_keyword="member", path_keyword="path",
                            sender_keyword="sender")
    print(json.dumps({"what": "listening", "words": ""}), flush=True)
    GLib.MainLoop().run()
"""


class Spoken(NamedTuple):
    """One thing of the tree, as a screen reader is told of it; ``value`` with the lowest and the highest one."""

    role: str
    name: str
    description: str
    value: list[float] | None


class Heard(NamedTuple):
    """What came over the bus: that the keyboard arrived ("focused"), that something is to be spoken ("said"), or that
    something is named or described otherwise ("described")."""

    what: str
    words: str


def why_not() -> str | None:
    """What is missing on this computer, if anything is."""
    if not LAUNCHER.exists():
        return "at-spi2-core is not installed"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import dbus, gi"], capture_output=True, check=False)
    return None if asked.returncode == 0 else "python3-dbus or python3-gi is not installed"


class AccessibilityBus:
    """A session bus of its own with the accessibility bus on it, and somebody who listens.

    ``environment`` is what a program needs to be found there. ``older``: as Orca 43, which knows no announcements.
    """

    def __init__(self, older: bool = False) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        self._session = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._session.stdout is not None
        address = self._session.stdout.readline().strip()
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self._whole = {**os.environ, **self.environment}
        self._whole.pop("AT_SPI_BUS_ADDRESS", None)
        launched = [str(LAUNCHER), "--launch-immediately"]
        self._launcher = subprocess.Popen(launched, env=self._whole, stderr=subprocess.DEVNULL)
        self.heard: list[Heard] = []
        listening = self._reader("listen as Orca 43" if older else "listen")
        self._listener = subprocess.Popen(listening, env=self._whole, stdout=subprocess.PIPE, text=True)
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._listener, self._launcher, self._session):
            process.terminate()
            process.wait(60)
        self._ears.join(10)
        for process in (self._listener, self._session):
            if process.stdout is not None:
                process.stdout.close()

    def tree(self) -> list[Spoken]:
        """Everything that the program tells of itself."""
        asked = subprocess.run(self._reader("tree"), env=self._whole, capture_output=True, text=True, check=True)
        return [Spoken(**each) for each in json.loads(asked.stdout)]

    def set_value(self, name: str, value: float) -> None:
        """Set the value of what is called so, as assistive technology does."""
        subprocess.run(self._reader("set", name, str(value)), env=self._whole, check=True)

    def _reader(self, *words: str) -> list[str]:
        return [str(SYSTEM_PYTHON), "-c", _READER, *words]

    def _listen(self) -> None:
        assert self._listener.stdout is not None
        for line in self._listener.stdout:
            said: dict[str, Any] = json.loads(line)
            self.heard.append(Heard(**said))
