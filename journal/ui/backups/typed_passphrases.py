"""Passphrases of backups that were typed, the last first, and which of them opened which backup."""

from __future__ import annotations

from pathlib import Path

from journal.core.backups import Contents
from journal.core.refusal import Refused
from journal.logbook.backups import contents


class TypedPassphrases:
    """``opened``: by the path of a backup, what opened it."""

    def __init__(self) -> None:
        self.opened: dict[Path, str] = {}
        self._typed: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._typed)

    def add(self, typed: str) -> None:
        """It is tried before the others from now on."""
        self._typed = [typed, *(passphrase for passphrase in self._typed if passphrase != typed)]

    def count(self, path: Path) -> Contents:
        """What a backup holds, with the first that opens it; a job for a worker. Refused where none does."""
        for passphrase in self._typed:
            try:
                held = contents(path, passphrase)
            except Refused as refused:
                if refused.code != "backup-passphrase":
                    raise
            else:
                self.opened[path] = passphrase
                return held
        raise Refused("backup-passphrase-typed")
