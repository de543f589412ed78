"""This computer's settings while the program runs: read once, written whenever one changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from journal import device


class Computer:
    """The device file in memory. A disk that refuses it costs a window position, so that is told once and no more."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = device.load(path)
        self.problem: OSError | None = None

    def change(self, **changes: object) -> None:
        """Set some settings and write the file."""
        self._write(replace(self.settings, **changes))  # type: ignore[arg-type]

    def remember(self, journal: Path, salt: str | None, as_last: bool) -> None:
        """Keep an encrypted journal's salt, and (``as_last``) that this is the one to open next time."""
        settings = replace(self.settings, last_journal=str(journal.absolute())) if as_last else self.settings
        self._write(device.with_salt(settings, journal, salt) if salt else settings)

    def salt_of(self, journal: Path) -> str | None:
        """The salt that was kept for this journal."""
        return device.salt_of(self.settings, journal)

    def _write(self, settings: device.Device) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            device.save(settings, self._path)
        except OSError as problem:
            self.problem = problem
