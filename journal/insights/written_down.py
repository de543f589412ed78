"""When the doses and ratings of a period were written down, and how the amounts of the last 28 days are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from journal.core import limits
from journal.core.figure_facts import ChangedFact, Facts
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.insights.measures import within


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """``soon``, ``in_hour`` and ``late`` of ``entries`` (doses and ratings) were written within some minutes of their
    time, within the hour, and after more than ``limits.LATE_HOURS``; ``changed`` of them were changed later.

    ``bases``: how many of the last 28 days' ``doses28`` have an amount known in each way, by the code of the basis.
    """

    doses: int
    entries: int
    soon: int
    in_hour: int
    late: int
    changed: int
    doses28: int
    bases: Mapping[str, int]


def written_down(facts: Facts, changed: Collection[ChangedFact], last28: range) -> WrittenDown:
    """Of the days of ``facts``; ``changed`` are those of the same days that a page may count."""
    delays = [dose.recorded_ms - dose.utc_ms for dose in facts.doses]
    delays += [rating.recorded_ms - rating.utc_ms for rating in facts.ratings]
    recent = within(facts, facts.doses, last28)
    return WrittenDown(
        doses=len(facts.doses),
        entries=len(delays),
        soon=sum(delay <= limits.SOON_MINUTES * MINUTE_MS for delay in delays),
        in_hour=sum(delay <= HOUR_MS for delay in delays),
        late=sum(delay > limits.LATE_HOURS * HOUR_MS for delay in delays),
        changed=len(changed),
        doses28=len(recent),
        bases=Counter(str(dose.basis) for dose in recent),
    )
