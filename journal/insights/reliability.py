"""How often the change words mislead, measured on made-up journals; the last page and the manual print these numbers.

Twelve weeks with ``NOT_RECORDED`` of the days missing at random; "phi" is how much a day is like the day before. Made
anew with ``python -m tests.insights.simulation``, which says what the journals are like.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MEASURED_ON = dt.date(2026, 11, 28)
DAYS = 84
NOT_RECORDED = 0.15
MORE = 1.5  # times the amount in the last 28 days: half as much again
USUAL_PHI = 0.4  # at which each measure shows a false word in at most HIGHEST_FALSE of the journals
HIGHEST_FALSE = 0.05


@dataclass(frozen=True, slots=True)
class Counted:
    """``k`` of ``n`` journals (or trends)."""

    k: int
    n: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.k / self.n


@dataclass(frozen=True, slots=True)
class Reliability:
    """Journals in which a day is like the day before by ``phi``.

    Without a change in truth, a word that says up or down was false: ``amount`` ... ``second`` of that measure;
    ``lines`` in any of those that page 1 says on top (days taken, amount, doses, hours between doses); ``page`` in any
    of these and two symptoms; ``looking`` once or more on top, if looked at every second day for 12 weeks. ``covered``:
    trends of the amount whose 95 % interval holds the truth. With half as much again in the last 28 days, ``missed``:
    no word says up; ``missed_before``: the same with a margin of 1, as it was before. Each is the larger count of
    people who take it daily and of people who take it on four of five days; from ``looking`` on, of daily use.
    """

    phi: float
    days_taken: Counted
    amount: Counted
    doses: Counted
    gap: Counted
    main: Counted
    second: Counted
    lines: Counted
    page: Counted
    looking: Counted
    covered: Counted
    missed: Counted
    missed_before: Counted


def _reliability(phi: float, of_4000: dict[str, int], of_1000: dict[str, int]) -> Reliability:
    journals = {key: Counted(k, 4000) for key, k in of_4000.items()}
    return Reliability(phi, **journals, **{key: Counted(k, 1000) for key, k in of_1000.items()})


RELIABILITY = (
    _reliability(
        0.0,
        {"days_taken": 62, "amount": 130, "doses": 14, "gap": 152, "main": 34, "second": 31,
         "lines": 321, "page": 382, "covered": 3899},
        {"looking": 814, "missed": 361, "missed_before": 302},
    ),
    _reliability(
        0.4,
        {"days_taken": 76, "amount": 186, "doses": 24, "gap": 192, "main": 56, "second": 42,
         "lines": 388, "page": 479, "covered": 3862},
        {"looking": 845, "missed": 512, "missed_before": 447},
    ),
    _reliability(
        0.7,
        {"days_taken": 121, "amount": 276, "doses": 56, "gap": 304, "main": 100, "second": 102,
         "lines": 601, "page": 756, "covered": 3787},
        {"looking": 934, "missed": 610, "missed_before": 562},
    ),
    _reliability(
        0.9,
        {"days_taken": 249, "amount": 914, "doses": 243, "gap": 808, "main": 403, "second": 391,
         "lines": 1690, "page": 2140, "covered": 3301},
        {"looking": 998, "missed": 556, "missed_before": 513},
    ),
)  # fmt: skip

# The same half as much again at USUAL_PHI, if so large a share of the doses has no amount: how often no word says up.
MISSED_UNWEIGHED = ((0.02, Counted(781, 1000)), (0.1, Counted(998, 1000)))
