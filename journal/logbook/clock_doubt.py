"""A clock that is years off: what a person saves waits until they said whether it is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.refusal import Refused


class ClockDoubt:
    """Of one open journal. Nothing waits where nobody can be asked: see ``ask_with``."""

    def __init__(self) -> None:
        self._ask: Callable[[], object] | None = None
        self._right = False
        self._fitted_ms: int | None = None  # when the clock was last seen to fit

    def ask_with(self, ask: Callable[[], object]) -> None:
        """From now on a save under a clock that does not fit is refused, and calls ``ask`` in its thread."""
        self._ask = ask

    def is_right(self) -> None:
        """The person said so."""
        self._right = True

    def refuse_save(self, now_ms: int, leap: Callable[[], dt.date | None]) -> None:
        """Refused("clock-unanswered") where the person is to be asked first.

        ``leap``: the day of the last change, where the clock does not fit it.
        """
        if self._ask is None or self._right or self._fits_still(now_ms):
            return
        if leap() is None:
            self._fitted_ms = now_ms
            return
        self._ask()
        raise Refused("clock-unanswered")

    def _fits_still(self, now_ms: int) -> bool:
        """Without a look into the journal for each save."""
        return self._fitted_ms is not None and -HOUR_MS < now_ms - self._fitted_ms < DAY_MS
