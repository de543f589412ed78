"""What the person closed and need not see again: kept as unsaved forms are, so no entry, never exported, not undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from journal.core.refusal import Refused

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage

# Entries written by these steps were shown in a list already, or are made up.
_LISTED = frozenset({"many.imported", "many.demo"})


class PutAway:
    """Ids of entries under a name of their own in the journal; ``message`` shows why they could not be kept."""

    def __init__(self, bridge: Bridge, message: InlineMessage, name: str) -> None:
        self._bridge, self._message, self._name = bridge, message, name

    def ids(self) -> list[str]:
        """Those that are put away; none where the journal cannot be read just now, so that nothing stays unsaid."""
        with suppress(Refused):
            kept = self._bridge.logbook.draft(self._name)
            return [] if kept is None else json.loads(kept.content)
        return []

    def keep(self, ids: Iterable[str]) -> None:
        """Put away these and no others."""
        if self._bridge.can_write:
            content = json.dumps(list(dict.fromkeys(ids)))
            self._bridge.attempt(lambda: self._bridge.logbook.save_draft(self._name, content), self._message)


def was_listed(logbook: Logbook, entry_id: str) -> bool:
    """Whether an entry was imported or made up with many others and not changed since."""
    return all(step.label in _LISTED for step in logbook.history(entry_id) if not step.undone)
