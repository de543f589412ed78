"""Who waits for a long job with a journal's file, and the steps of those that copy, check and change it."""

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
    """Who waits: told of each ``UpdateStep`` as it begins, or how far a job without steps is; asked whether to stop.

    Both are called by the thread that does the work.
    """

    report: Callable[[int], object]
    cancelled: Callable[[], bool]

    def stop_if_cancelled(self) -> None:
        """Refused("cancelled") once the person has had enough."""
        if self.cancelled():
            raise Refused("cancelled")


NOBODY = Watched(lambda _step: None, lambda: False)
