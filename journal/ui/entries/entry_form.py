"""A form of an entry: opened empty, to change what is there, or for a copy of it."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Sequence

from journal.core.entries import Entry, Rating
from journal.ui.kit.form import Form


class EntryForm(Form):
    """What a kind of entry opens; ``entries`` are those of one row."""

    @abstractmethod
    def open_new(self, day: dt.date | None = None) -> None:
        """Open it empty for this journal day; None is today."""

    @abstractmethod
    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """Open it to change these entries."""

    @abstractmethod
    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """A new one like them, as of now. Only asked of kinds that can be copied."""


def ratings_in(entries: Sequence[Entry]) -> list[Rating]:
    """The ratings of a row."""
    return [entry for entry in entries if isinstance(entry, Rating)]
