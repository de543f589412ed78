"""What notices after saving said and the person closed: for a day it can be had again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from journal.core import limits
from journal.core.moments import HOUR_MS, moment_at
from journal.texts.measured import pressure_text

if TYPE_CHECKING:
    from journal.guidance.blood_pressure import HighPressure
    from journal.guidance.notices_after_saving import Speech
    from journal.texts import Texts
    from journal.ui.kit.bridge import Bridge
    from journal.ui.shell.found_after_saving import Found
    from journal.ui.shell.open_pressures import OpenPressures


def spoken(notices: Sequence[Found]) -> Speech | None:
    """All of it in one speech, the oldest first."""
    speeches = [notice.speech for notice in notices if notice.speech is not None]
    return reduce(lambda earlier, later: later.with_earlier(earlier), speeches) if speeches else None


class ClosedNotices:
    """What the list of interactions said, kept here; which blood pressure was closed is kept in the journal."""

    def __init__(self, bridge: Bridge, pressures: OpenPressures) -> None:
        self._bridge, self._pressures = bridge, pressures
        self.found: list[Found] = []
        self._closed_ms: dict[int, int] = {}  # by the list of what was saved with it

    def close(self, notices: list[Found]) -> None:
        """Beside what was closed before."""
        self.found = [*self.recent(), *notices]
        # What is closed no more has no time: another list may come to lie where its own did.
        kept = {id(notice.saved): self._closed_ms.get(id(notice.saved), 0) for notice in self.found}
        self._closed_ms = kept | {id(notice.saved): self._bridge.clock.now_ms() for notice in notices}

    def closed_ms(self, notice: Found) -> int:
        """When it was closed."""
        return self._closed_ms[id(notice.saved)]

    def put_back(self, notice: Found, closed_ms: int) -> None:
        """It went with its entry, and is there again as it was closed then."""
        self.found.append(notice)
        self._closed_ms[id(notice.saved)] = closed_ms

    def are_any(self) -> bool:
        """Whether the person closed one in the last 24 hours."""
        return bool(self.recent()) or self._pressures.has_closed()

    def names(self) -> list[str]:
        """What of it may be named where others can see it: no medicine and no condition, but how urgent and when.

        Of a blood pressure the numbers, as the list of entries beside it has them, too, unless they are private. The
        most urgent comes first, whenever it was closed.
        """
        texts = self._bridge.texts
        pressures = [_pressure_name(texts, high) for high in self._pressures.closed()[:1]]
        by_time: dict[str, list[Found]] = {}
        for notice in self.recent():
            by_time.setdefault(self._time_of(notice), []).append(notice)
        speeches = [(when, speech) for when, notices in by_time.items() if (speech := spoken(notices)) is not None]
        return [*pressures, *_by_urgency(texts, speeches)]

    def _time_of(self, notice: Found) -> str:
        at = moment_at(self.closed_ms(notice), self._bridge.clock.zone_name())
        return self._bridge.texts.time(at.local)

    def take(self) -> list[Found]:
        """What the list said, to be said again; it is not closed any more."""
        taken, self.found = self.recent(), []
        return taken

    def forget(self, speech: Speech) -> None:
        """What of the list is said by this, all of it: it is not closed any more."""
        self.found = [notice for notice in self.recent() if not _says_all_of(speech, notice.speech)]

    def recent(self) -> list[Found]:
        """What of the list was closed in the last 24 hours."""
        since = self._bridge.clock.now_ms() - limits.OPEN_SIGN_HOURS * HOUR_MS
        return [notice for notice in self.found if self.closed_ms(notice) > since]


def _by_urgency(texts: Texts, speeches: list[tuple[str, Speech]]) -> list[str]:
    """How urgent each of them is, with its time in brackets, as each was closed at another."""
    if not speeches:
        return []
    from journal.guidance.urgency import urgency_of, urgency_ranks

    return [
        texts("{levels} ({time})", levels=urgency_of(texts, speech), time=when)
        for when, speech in sorted(speeches, key=lambda closed: urgency_ranks(closed[1]))
    ]


def _says_all_of(speech: Speech, other: Speech | None) -> bool:
    if other is None or other.conditions or other.private_conditions:
        return False
    of_speech = {(name.given, finding.of.id) for name, finding in (*speech.findings, *speech.private_findings)}
    return {(name.given, finding.of.id) for name, finding in (*other.findings, *other.private_findings)} <= of_speech


def _pressure_name(texts: Texts, high: HighPressure) -> str:
    of = high.measured
    if of.private:
        return texts("a blood pressure")
    return texts("a blood pressure of {pressure}", pressure=pressure_text(texts, of.systolic, of.diastolic))
