"""When Today asks how it is: at times of the day's own, and after some doses as often; standard library only.

Nothing is stored to decide it: the same day and the same doses always give the same times.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.core.entries import Dose, Prompt
from journal.core.moments import HOUR_MS, MINUTE_MS

# Without a dose: once before and once after the middle of the day, each somewhere in these hours of the wall clock.
_RANDOM_HOURS = ((10, 14), (15, 20))
AFTER_FROM, AFTER_TO = 45, 120  # minutes after a dose
ONE_DOSE_IN = 3  # after which it is asked
GOES_AFTER = 90  # minutes in which it can be answered
_APART_MS = 120 * MINUTE_MS  # two questions are never closer


@dataclass(frozen=True, slots=True)
class Due:
    """A question that may be shown from ``due_ms`` to ``ends_ms`` (UTC)."""

    due_ms: int

    @property
    def ends_ms(self) -> int:
        """When it goes away by itself."""
        return self.due_ms + GOES_AFTER * MINUTE_MS


def due_on(day: dt.date, doses: Iterable[Dose], midnight_ms: int, seed: str) -> list[Due]:
    """The questions of a day in their order; ``midnight_ms``: when the calendar day begins, in UTC.

    ``seed`` is different in each journal, so that the times cannot be known beforehand.
    """
    times = [midnight_ms + _between(f"{seed} {day} {first}", first * 60, last * 60) for first, last in _RANDOM_HOURS]
    times += [dose.at.utc_ms + _between(f"{seed} {dose.id}", AFTER_FROM, AFTER_TO) for dose in doses if _asked(dose)]
    kept: list[Due] = []
    for due_ms in sorted(times):
        if not kept or due_ms - kept[-1].due_ms >= _APART_MS:
            kept.append(Due(due_ms))
    return kept


def open_now(due: Sequence[Due], prompts: Iterable[Prompt], now_ms: int) -> Due | None:
    """The question that may be shown now, unless something became of it already."""
    done = {prompt.due_ms for prompt in prompts}
    return next(
        (prompt for prompt in due if prompt.due_ms <= now_ms < prompt.ends_ms and prompt.due_ms not in done), None
    )


def asked_of(main: str, other: str | None, prompts: Iterable[Prompt]) -> str:
    """Of the two symptoms the one that was asked about less often; the main one first."""
    asked = [prompt.symptom for prompt in prompts]
    return other if other is not None and asked.count(other) < asked.count(main) else main


def _asked(dose: Dose) -> bool:
    return _number(dose.id) % ONE_DOSE_IN == 0


def _between(seed: str, first: int, last: int) -> int:
    """Milliseconds: a minute from ``first`` to ``last``."""
    return (first + _number(seed) % (last - first + 1)) * MINUTE_MS


def _number(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")


assert AFTER_TO * MINUTE_MS < 24 * HOUR_MS
