"""Of which entries the list of interactions said something that nobody closed: kept over a lock, a crash, a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from journal.core import limits
from journal.core.moments import HOUR_MS
from journal.ui.kit.put_away import PutAway
from journal.ui.shell.found_after_saving import Found

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage

_OPEN = "notices.open"


class KeptNotices:
    """Only the ids are kept: what is said of the entries is read from the journal, so that it is right by then."""

    def __init__(self, bridge: Bridge, message: InlineMessage) -> None:
        self._kept = PutAway(bridge, message, _OPEN)

    def keep(self, notices: Sequence[Found]) -> None:
        """These are open, and no others."""
        ids = [entry.id for notice in notices for entry in notice.saved]
        if ids != self._kept.ids():
            self._kept.keep(ids)

    def reader(self, logbook: Logbook) -> Callable[[], list[Found]] | None:
        """Reads what is to be said of those that are kept; None where none are."""
        ids = self._kept.ids()
        return (lambda: _found(logbook, ids)) if ids else None


def _found(logbook: Logbook, ids: Sequence[str]) -> list[Found]:
    """What was written down in the last day and is still there: as one notice, as the reader saw it."""
    from journal.guidance.speech_again import spoken_of

    since = logbook.clock.now_ms() - limits.OPEN_SIGN_HOURS * HOUR_MS
    written = logbook.first_written(ids)
    entries = [entry for entry in logbook.existing(ids).values() if written.get(entry.id, 0) > since]
    speech = spoken_of(logbook, entries) if entries else None
    return [] if speech is None else [Found(entries, speech)]
