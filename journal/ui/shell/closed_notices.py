"""What notices after saving said and the person closed: for a day it can be had again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from journal.core import limits
from journal.core.moments import HOUR_MS, moment_at

if TYPE_CHECKING:
    from journal.guidance.notices_after_saving import Speech
    from journal.ui.kit.bridge import Bridge
    from journal.ui.shell.found_after_saving import Found
    from journal.ui.shell.open_pressures import OpenPressures


def spoken(found: Sequence[Found]) -> Speech | None:
    """All of it in one speech, the oldest first."""
    said = [each.speech for each in found if each.speech is not None]
    return reduce(lambda earlier, later: later.with_earlier(earlier), said) if said else None


class ClosedNotices:
    """What the list of interactions said, kept here; which blood pressure was closed is kept in the journal."""

    def __init__(self, bridge: Bridge, pressures: OpenPressures) -> None:
        self._bridge, self._pressures = bridge, pressures
        self.found: list[Found] = []
        self._closed_ms = 0

    def close(self, found: list[Found]) -> None:
        """In place of what was closed before."""
        self.found, self._closed_ms = [*found], self._bridge.clock.now_ms()

    def are_any(self) -> bool:
        """Whether the person closed one in the last 24 hours."""
        return bool(self.recent()) or self._pressures.has_closed()

    def names(self) -> list[str]:
        """What of it may be named where others can see it: no medicine and no condition, but how urgent and when."""
        texts = self._bridge.texts
        names = [texts("a blood pressure")] if self._pressures.has_closed() else []
        speech = spoken(self.recent())
        if speech is None:
            return names
        from journal.guidance.urgency import urgency_of

        when = texts.time(moment_at(self._closed_ms, self._bridge.clock.zone_name()).local)
        # In brackets: the signs that are named before it have other times.
        return [*names, texts("{levels} ({time})", levels=urgency_of(texts, speech), time=when)]

    def take(self) -> list[Found]:
        """What the list said, to be said again; it is not closed any more."""
        taken, self.found = self.recent(), []
        return taken

    def recent(self) -> list[Found]:
        """What of the list was closed in the last 24 hours."""
        since = self._bridge.clock.now_ms() - limits.OPEN_SIGN_HOURS * HOUR_MS
        return self.found if self._closed_ms > since else []
