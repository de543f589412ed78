"""What a change of the passphrase that was killed left beside a journal: it may be one that anyone can read."""

from __future__ import annotations

from pathlib import Path

from journal.core.refusal import Refused
from journal.db.first_page import PAGE, may_be_encrypted
from journal.db.lock import take_lock, unfinished


def readable_left_beside(journal: Path) -> Path | None:
    """The copy without a passphrase beside an encrypted journal; None while somebody may be making it.

    Whoever opens the journal to write removes it.
    """
    left = unfinished(journal.resolve())
    try:
        if left.stat().st_size and may_be_encrypted(_begin(journal)) and not may_be_encrypted(_begin(left)):
            take_lock(journal).release()
            return left
    except Refused as refused:
        return None if refused.code == "journal-locked" else left
    except OSError:
        return None
    return None


def _begin(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(PAGE)
