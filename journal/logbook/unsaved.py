"""What was typed and not saved, beside a journal that takes nothing any more: kept, and brought back once one opens.

It lies in a small journal of its own, with the same passphrase.
"""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from journal.core.refusal import Refused
from journal.db.changed_outside import CODES
from journal.db.lock import lock_file
from journal.logbook.belongings import unsaved_file
from journal.logbook.logbook import Logbook

_TAKES_NOTHING = (*CODES, "journal-damaged", "entries-damaged", "journal-closed", "disk-error", "folder-read-only")


def takes_nothing(problem: Refused) -> bool:
    """Whether the journal, not the disk beside it, is why a draft could not be kept."""
    return problem.code in _TAKES_NOTHING


def open_beside(logbook: Logbook) -> Logbook:
    """A place for drafts beside this journal, to be closed once they are in it; a job for a worker.

    Refused where nothing can be written there, or something lies there with another passphrase.
    """
    place = unsaved_file(logbook.path)
    return Logbook.open(place, logbook.passphrase, clock=logbook.clock, create=not place.exists())


def is_kept_beside(journal: Path) -> bool:
    """Whether something waits to be brought back."""
    return unsaved_file(journal).is_file()


def bring_back(logbook: Logbook) -> None:
    """Put into a journal that was opened what waits beside it; a job for a worker.

    What cannot be read with this passphrase, or written now, goes on waiting.
    """
    place = unsaved_file(logbook.path)
    if logbook.view_only is not None or not place.is_file():
        return
    with suppress(Refused):
        with closing(Logbook.open(place, logbook.passphrase, clock=logbook.clock)) as beside:
            for draft in beside.drafts():
                logbook.save_draft(draft.form, draft.content, draft.saved_ms)
        remove_beside(place)


def remove_beside(place: Path) -> None:
    """Everything in it was brought back, or nothing was typed; it is closed."""
    for file in (place, lock_file(place)):
        with suppress(OSError):
            file.unlink(missing_ok=True)
