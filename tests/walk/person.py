"""A person at the keyboard: starts the program, types, quits, and sets its clock."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.moments import MINUTE_MS, moment_from_local
from tests.walk.clock import FileClock
from tests.walk.screen import Program, VirtualScreen, until

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
            # Letters that are typed before the field has the keyboard are lost.
            until(lambda: self.program and self.program.focus_is("Passphrase"), "the passphrase was not asked")
            self.program.type(self.passphrase)
            self.program.keys("Return")
            self.program.wait_usable(times=2)
        return self.program

    def keys(self, *keys: str) -> None:
        """Press keys."""
        assert self.program is not None
        self.program.keys(*keys)

    def type(self, text: str) -> None:
        """Type letters."""
        assert self.program is not None
        self.program.type(text)

    def first_start(self) -> None:
        """Answer what is asked before the first journal is made: the passphrase, and the first main symptom offered."""
        program = self.start()
        program.keys("Return")
        if self.passphrase is None:
            program.keys("Right", "Return")
        else:
            program.keys("space")
            program.type(self.passphrase)
            program.keys("Tab")
            program.type(self.passphrase)
        program.keys("Return", "space", "Return", "Return")
        until(lambda: self.file.exists() or None, "the journal was not made")
        program.wait_usable(times=2)

    def first_dose(self, product: str) -> None:
        """A new leaf powder with its own unit, typed from top to bottom: 3 capsules of 0.5 g."""
        assert self.program is not None
        self.keys("ctrl+d")
        self.type(product)
        self.keys("Return")  # a name alone is no dose: Enter goes on to the amount
        self.program.go_to("Amount", hidden=True)
        self.type("3 caps")
        self.program.go_to("choose, or leave open", hidden=True)  # the kind
        self.keys("l", "Tab")
        self.type("capsule")
        self.keys("Tab")
        self.type("0,5 g")
        self.keys("Return")
