"""Interleaved timing of the program and its floor, and the median ratio with a confidence bound."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RUNS = 11
Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured ratio. ``low`` and ``high`` bound the median with at least 95 % confidence (order statistics)."""

    name: str
    median: float
    low: float
    high: float
    limit: float
    ours: str
    floor: str

    @property
    def met(self) -> bool:
        """Whether the median keeps the limit."""
        return self.median <= self.limit

    def line(self) -> str:
        """The figure as the report prints it."""
        verdict = "ok  " if self.met else "OVER"
        bound = f"[{self.low:.2f}..{self.high:.2f}]"
        return (
            f"{verdict} {self.name}: {self.median:.2f} {bound} of at most {self.limit:g} ({self.ours} / {self.floor})"
        )


def seconds(work: Work, clock: Clock = time.perf_counter) -> float:
    """How long one call takes by this clock."""
    start = clock()
    work()
    return clock() - start


def against(
    name: str, ours: Work, floor: Work, limit: float, runs: int = RUNS, clock: Clock = time.perf_counter
) -> Figure:
    """Time both in turn, each first in every other run, after one unmeasured run of each.

    By processor time (``clock``) where nothing waits for the disk: the longer of two works of a few milliseconds is
    interrupted more often on a busy machine.
    """
    ours(), floor()
    pairs = [_pair(ours, floor, run % 2 == 0, clock) for run in range(runs)]
    return figure(name, pairs, limit, _milliseconds)


def beside(
    name: str, ours: Work, floor: Work, other: Work, other_floor: Work, limit: float, runs: int = RUNS
) -> Figure:
    """How much further from its floor one work is than another from its own; all four timed in turn.

    By processor time: a tenth is less than what other programs take away on a busy machine.
    """
    for work in (ours, floor, other, other_floor):
        work()
    pairs = []
    for run in range(runs):
        first = run % 2 == 0
        mine = _pair(ours, floor, first, time.process_time)
        others = _pair(other, other_floor, first, time.process_time)
        pairs.append((mine[0] / mine[1], others[0] / others[1]))
    return figure(name, pairs, limit, lambda ratio: f"{ratio:.2f} of its floor")


def _pair(ours: Work, floor: Work, ours_first: bool, clock: Clock = time.perf_counter) -> tuple[float, float]:
    if ours_first:
        first = seconds(ours, clock)
        return first, seconds(floor, clock)
    second = seconds(floor, clock)
    return seconds(ours, clock), second


def figure(name: str, pairs: Sequence[tuple[float, float]], limit: float, say: Callable[[float], str]) -> Figure:
    """The ratio of the pairs (ours, floor), whatever they count."""
    ratios = sorted(ours / floor for ours, floor in pairs)
    k = _rank(len(ratios))
    return Figure(
        name,
        statistics.median(ratios),
        ratios[k - 1],
        ratios[len(ratios) - k],
        limit,
        say(statistics.median(ours for ours, _ in pairs)),
        say(statistics.median(floor for _, floor in pairs)),
    )


def _rank(n: int) -> int:
    """The largest k with P(X < k) <= 2.5 % for X ~ Binomial(n, 1/2): for n = 11 it is 2. At least 1."""
    below, k = 0.0, 0
    while (below := below + math.comb(n, k) / 2**n) <= 0.025:
        k += 1
    return max(1, k)


def _milliseconds(value: float) -> str:
    return f"{value * 1000:.2f} ms"


def megabytes(value: float) -> str:
    """Bytes as MB."""
    return f"{value / 1e6:.0f} MB"
