"""A person at the keyboard: starts the program, types, quits, and sets its clock."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.moments import MINUTE_MS, moment_from_local
from tests.walk.clock import FileClock
from tests.walk.screen import NothingHappenedError, Program, Seen, VirtualScreen, until

ZONE = "Europe/Berlin"


class Person:
    """Types into the program, whose journal lies in the folder. ``passphrase`` None: the journal has none."""

    def __init__(self, folder: Path, screen: VirtualScreen, passphrase: str | None = None) -> None:
        self.file, self.passphrase, self.screen = folder / "journal.leaf", passphrase, screen
        self.clock = FileClock(folder / "clock")
        self.program: Program | None = None

    def at(self, day: dt.date, hour: int, minute: int = 0) -> None:
        """Set the program's clock to this time."""
        moment = moment_from_local(dt.datetime.combine(day, dt.time(hour, minute)), ZONE, fold=0)
        self.clock.set(moment.utc_ms, ZONE)

    def later(self, minutes: int) -> None:
        """Put the program's clock forward."""
        self.clock.set(self.clock.now_ms() + minutes * MINUTE_MS, ZONE)

    def start(self) -> Program:
        """Start the program and unlock."""
        self.program = Program(self.screen, self.file, self.clock.path)
        self.program.wait_usable()
        if self.passphrase is not None and self.file.exists():
            self.arrives("Passphrase")  # letters that are typed before are lost
            self.program.type(self.passphrase)
            self.program.keys("Return")
            self.program.wait_usable(times=2)
        return self.program

    @property
    def here(self) -> Program:
        """The running program."""
        assert self.program is not None
        return self.program

    def focused(self) -> Seen:
        """What has the keyboard."""
        return until(
            lambda: next((each for each in self.here.seen() if each.focused), None), "nothing has the keyboard"
        )

    def arrives(self, name: str, value: str = "") -> Seen:
        """Wait until the keyboard is on what has this name, and this in it."""

        def look() -> Seen | None:
            found = self.focused()
            return found if found.name.startswith(name) and found.value.startswith(value) else None

        try:
            return until(look, f"the keyboard is not on “{name}”")
        except NothingHappenedError as problem:
            raise NothingHappenedError(f"the keyboard is on {self.focused()}, not on “{name}”") from problem

    def in_list(self) -> list[list[str]]:
        """Wait for a list with the keyboard that has rows in it."""
        return until(lambda: self.focused().cells or None, "no list with rows has the keyboard")

    def keys(self, *keys: str) -> None:
        """Press keys."""
        self.here.keys(*keys)

    def type(self, text: str) -> None:
        """Type letters."""
        self.here.type(text)

    def first_start(self) -> None:
        """Answer what is asked before the first journal is made: the passphrase, and the first main symptom offered."""
        program = self.start()
        self.arrives("Go on")
        program.keys("Return")
        if self.passphrase is None:
            program.keys("Right", "Return")
        else:
            program.keys("space")
            program.wait_for_focus("Passphrase")
            program.type(self.passphrase)
            program.keys("Tab")
            program.type(self.passphrase)
        program.keys("Return", "space", "Return", "Return")
        until(lambda: self.file.exists() or None, "the journal was not made")
        program.wait_usable(times=2)

    def first_dose(self, product: str) -> None:
        """A new leaf powder with its own unit, typed from top to bottom: 3 capsules of 0.5 g."""
        self.keys("ctrl+d")
        self.type(product)
        self.keys("Return")  # a name alone is no dose: Enter goes on to the amount
        self.here.go_to("Amount", hidden=True)
        self.type("3 caps")
        self.here.go_to("choose, or leave open", hidden=True)  # the kind
        self.keys("l", "Tab")
        self.type("capsule")
        self.keys("Tab")
        self.type("0,5 g")
        self.keys("Return")
