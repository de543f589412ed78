"""This computer's settings while the program runs: a change is written into the file as it is then."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal import __version__, device
from journal.core.refusal import Refused


class Computer:
    """The device file in memory. If the disk refuses, only a window position or the like is lost, so that is reported
    once only.

    Another window and the command line write the same file; what they wrote is read with each change and stays.
    Without a path nothing is read or kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.settings = device.Device() if path is None else device.load(path)
        self._at_start = self.settings
        self.problem: OSError | None = None

    def change(self, **changes: object) -> None:
        """Set some settings and write the file."""
        self._write(lambda now: replace(now, **changes))  # type: ignore[arg-type]

    def remember(self, journal: Path, salt: str | None, as_last: bool) -> None:
        """Keep an encrypted journal's salt, and (``as_last``) that this is the one to open next time."""

        def remembering(now: device.Device) -> device.Device:
            settings = now if now.computer else replace(now, computer=os.urandom(8).hex())
            if as_last:
                version = settings.version or __version__
                settings = replace(settings, last_journal=str(journal.absolute()), version=version)
            return device.with_salt(settings, journal, salt) if salt else settings

        self._write(remembering)

    @property
    def has_new_version(self) -> bool:
        """Whether the program is another than when a journal was first opened here, or than was told of last."""
        return self.settings.version not in ("", __version__)

    def know_version(self) -> None:
        """What this version changed need not be said again."""
        self.change(version=__version__)

    def keep_salts(self, journal: Path, salts: tuple[str, ...]) -> None:
        """Know these salts of a journal whose passphrase is changed; Refused where they cannot be written."""
        if self._path is None:
            self.settings = device.with_salts(self.settings, journal, salts)
            return
        try:
            self.settings = device.keep_salts(self._path, journal, salts)
        except OSError as problem:
            raise Refused("file-unwritable", path=self._path, reason=problem.strerror or "") from problem

    def salt_of(self, journal: Path) -> str | None:
        """The salt that was kept for this journal."""
        return device.salt_of(self.settings, journal)

    def remember_check(self, journal: Path, day: dt.date, thorough: bool) -> None:
        """Keep that this journal was checked on that day."""
        self._write(lambda now: device.with_check(now, journal, day, thorough))

    def last_checks(self, journal: Path) -> tuple[dt.date | None, dt.date | None]:
        """The days on which this journal was checked last, and thoroughly."""
        return device.last_checks(self.settings, journal)

    def remember_practice(self, journal: Path, set_on: dt.date | None, done: int) -> None:
        """Keep when this journal's passphrase was set and how often it was practised; nothing is kept for none."""
        if set_on is not None or self.practice_of(journal) is not None:
            self._write(lambda now: device.with_practice(now, journal, set_on, done))

    def practice_of(self, journal: Path) -> tuple[dt.date, int] | None:
        """When this journal's passphrase was set, and how often it was practised."""
        return device.practice_of(self.settings, journal)

    def remember_writes(self, journal: Path, number: int | None) -> None:
        """Keep the number of this journal's last write; None: another file takes its place."""
        if self.writes_of(journal) != number:
            self._write(lambda now: device.with_writes(now, journal, number))

    def writes_of(self, journal: Path) -> int | None:
        """The number of this journal's last write when it was closed here."""
        return device.writes_of(self.settings, journal)

    def second_folder_of(self, journal: Path) -> device.SecondFolder | None:
        """Where this journal's backups are also copied to."""
        return device.second_folder_of(self.settings, journal)

    def second_path_of(self, journal: Path) -> Path | None:
        """The place of that folder alone."""
        return device.second_path_of(self.settings, journal)

    def remember_second_folder(self, journal: Path, second: device.SecondFolder | None) -> None:
        """Keep where this journal's backups are also copied to; None: nowhere."""
        self._write(lambda now: device.with_second_folder(now, journal, second))

    def remember_move(self, old: Path, new: Path) -> None:
        """Keep under a journal's new place what is known by its old one."""
        self._write(lambda now: device.with_moved(now, old, new))

    def exports_of(self, journal: Path) -> tuple[Path, ...]:
        """The files into which this journal was exported last."""
        return device.exports_of(self.settings, journal)

    def remember_export(self, journal: Path, file: Path) -> None:
        """Keep that this journal was exported into that file."""
        self._write(lambda now: device.with_export(now, journal, file))

    def remember_copied(self, journal: Path, day: dt.date) -> None:
        """Keep that a backup of this journal was copied on that day into its second folder."""
        self._write(lambda now: device.with_copied(now, journal, day))

    def remember_copies(self, journal: Path, number: int) -> None:
        """Keep that so many copies of this journal are being given its passphrase; 0: that it has ended."""
        self._write(lambda now: device.with_copies(now, journal, number))

    def copies_cut_short(self, journal: Path) -> int:
        """How many copies were being given this journal's passphrase when the program was closed last."""
        return device.copies_of(self._at_start, journal) and device.copies_of(self.settings, journal)

    def _write(self, changed: Callable[[device.Device], device.Device]) -> None:
        if self._path is None:
            self.settings = changed(self.settings)
            return
        try:
            self.settings = device.change(self._path, changed)
        except OSError as problem:
            self.settings = changed(self.settings)
            self.problem = problem
