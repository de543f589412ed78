"""Bringing a journal of an earlier version to today's format: its steps, and who waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from journal.core.refusal import Refused


class UpdateStep(IntEnum):
    """What is being done; the journal itself is touched in the last step only."""

    COPYING = 1
    CHECKING = 2
    CHANGING = 3


class Watched(NamedTuple):
    """Who waits: told of each step as it begins, and asked now and then whether to stop.

    Both are called by the thread that does the work.
    """

    report: Callable[[UpdateStep], object]
    cancelled: Callable[[], bool]

    def stop_if_cancelled(self) -> None:
        """Refused("update-cancelled") once the person has had enough."""
        if self.cancelled():
            raise Refused("update-cancelled")


NOBODY = Watched(lambda _step: None, lambda: False)
