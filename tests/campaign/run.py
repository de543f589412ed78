"""python3 -m tests campaign [--long]: a line for each point of the campaign that is code, with its control."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.campaign.bit_flips import a_journal, checks_put_out, flip
from tests.campaign.endings import end_windows, ways
from tests.journals import PASSPHRASE

SEED = 20261129
QUICK, LONG = 200, 1000
_FLIPS_AN_ENDING = 20  # a window takes seconds to begin
_CONTROL = 300  # enough that some of them are silent without checks


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured at a point, and whether it is as it must be."""

    number: int
    said: str
    met: bool

    def line(self) -> str:
        return f"{'ok  ' if self.met else 'FAIL'} {self.number:>2} {self.said}"


def main(arguments: Sequence[str]) -> int:
    """Run every point; exit 1 if one is not met."""
    unknown = set(arguments) - {"--long"}
    if unknown:
        print(f"unknown: {', '.join(sorted(unknown))}; there is --long")
        return 2
    missed = 0
    for point in POINTS:
        for result in point(LONG if arguments else QUICK):
            print(result.line(), flush=True)
            missed += not result.met
    print(f"{missed} not met" if missed else "all met")
    return 1 if missed else 0


def _bit_flips(flips: int) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            (Path(folder) / mode).mkdir()
            journal = a_journal(Path(folder) / mode, passphrase)
            tally = flip(journal, flips, SEED)
            met = not tally.silent and not tally.tracebacks and not (passphrase and tally.untold)
            yield Result(13, f"flipped bits, {mode}: {tally.line()}", met)
            if passphrase is None:
                with checks_put_out():
                    control = flip(journal, max(flips, _CONTROL), SEED)
                said = f"control without checks, which must fail: {len(control.silent)} of {control.flips} silent"
                yield Result(13, said, bool(control.silent))


def _endings(flips: int) -> Iterator[Result]:
    """Ten windows for each way of ending, and fifty in the long campaign."""
    times = flips // _FLIPS_AN_ENDING
    for way in ways():
        tally = end_windows(way, times)
        yield Result(1, f"typed and not saved, {way.name}: {tally.whole} of {times} kept whole", tally.whole == times)
    killed = end_windows(signal.SIGKILL, times)
    said = f"typed and not saved, SIGKILL: the last {killed.most_lost_s:.2f} s lost at most, in {times}"
    yield Result(1, said, killed.in_time)
    control = end_windows(signal.SIGKILL, 1, drafts_wait=True)
    said = f"control, drafts that wait for a pause, which must fail: {control.most_lost_s:.2f} s lost"
    yield Result(1, said, not control.in_time)


# The other points are tests still (`-m campaign`), each with its own count.
POINTS: tuple[Callable[[int], Iterator[Result]], ...] = (_endings, _bit_flips)
