"""A window that has a journal, or asks for its passphrase: a second start finds it before it asks itself."""

from __future__ import annotations

from pathlib import Path

from journal.core.refusal import Refused
from journal.db.lock import WindowMark as WindowMark
from journal.db.lock import has_window


def refuse_second(journal: Path) -> None:
    """Refused("journal-locked") if there is such a window."""
    if has_window(journal):
        raise Refused("journal-locked", path=journal)


def asks_for(journal: Path) -> WindowMark:
    """The mark of the window that asks, until it is released."""
    return WindowMark(journal, asks=True)
