"""What was typed and not saved, beside a journal that takes nothing any more: kept, and brought back once one opens.

It lies in a small journal of its own, with the passphrase that the journal had then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from journal.core.refusal import Refused
from journal.db.changed_outside import CODES
from journal.db.lock import lock_file
from journal.logbook.belongings import unsaved_file
from journal.logbook.logbook import Logbook

_TAKES_NOTHING = (*CODES, "journal-damaged", "entries-damaged", "journal-closed", "disk-error", "folder-read-only")
_OTHER_KEY = ("passphrase-wrong", "passphrase-missing", "passphrase-not-needed")


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


def kept_since(journal: Path) -> dt.datetime | None:
    """When it was written down, in UTC; None where nothing waits."""
    with suppress(OSError):
        return dt.datetime.fromtimestamp(unsaved_file(journal).stat().st_mtime, dt.UTC)
    return None


def bring_back(logbook: Logbook) -> None:
    """Put into a journal that was opened what waits beside it; a job for a worker.

    What cannot be read with its passphrase or without one, or written now, goes on waiting.
    """
    if logbook.view_only is None and is_kept_beside(logbook.path):
        with suppress(Refused):
            bring_back_with(logbook, (logbook.passphrase, None))


def bring_back_with(logbook: Logbook, passphrases: Iterable[str | None]) -> int:
    """The same with one of these passphrases; answers how many forms go on waiting there.

    These are the forms in which something was typed later. Raises Refused("unsaved-other-passphrase") where it opens
    with none of them, and what else refuses it.
    """
    waiting = 0
    with closing(_opened(logbook, passphrases)) as beside:
        typed_later = {draft.form: draft.saved_ms for draft in logbook.drafts()}
        for draft in beside.drafts():
            if typed_later.get(draft.form, 0) > draft.saved_ms:
                waiting += 1
            else:
                logbook.save_draft(draft.form, draft.content, draft.saved_ms)
                beside.drop_draft(draft.form)
    if not waiting:
        remove_beside(beside.path)
    return waiting


def _opened(logbook: Logbook, passphrases: Iterable[str | None]) -> Logbook:
    for passphrase in passphrases:
        try:
            return Logbook.open(unsaved_file(logbook.path), passphrase, clock=logbook.clock)
        except Refused as refused:
            if refused.code not in _OTHER_KEY:
                raise
    raise Refused("unsaved-other-passphrase")


def remove_beside(place: Path) -> None:
    """Everything in it was brought back, or nothing was typed; it is closed."""
    for file in (place, place.with_name(f"{place.name}-journal"), lock_file(place)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def throw_away(journal: Path) -> bool:
    """Delete what waits, as the person wants it; whether it is gone."""
    remove_beside(unsaved_file(journal))
    return not is_kept_beside(journal)
