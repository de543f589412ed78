"""python3 -m tests campaign [--long]: a line for each point of the campaign that is code, with its control."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.logbook.backups import is_good
from tests.campaign.at_once import commands, starts
from tests.campaign.bit_flips import a_journal, checks_put_out, flip
from tests.campaign.endings import end_windows, ways
from tests.campaign.refused_files import (
    a_backup,
    good_in_spite,
    not_looked_through,
    opened_or_changed,
    versions_not_looked_at,
)
from tests.campaign.rescues import Came, a_long_journal, bad_pages, destroyed_beginnings, without_halving
from tests.journals import PASSPHRASE, new_journal

SEED = 20261129
QUICK, LONG = 200, 1000
_FLIPS_AN_ENDING = 20  # a window takes seconds to begin
_RESCUED = 0.99  # of the entries, with one bad page in 200
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


def _rescues(flips: int) -> Iterator[Result]:
    """Four times 7,200 entries in 1,400 pages; 122,400 in 20,000, of which 100 are bad, in the long one."""
    days, spoiled, times = (5100, 1, 20) if flips >= LONG else (300, 4, 4)
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            (Path(folder) / mode).mkdir()
            journal = a_long_journal(Path(folder) / mode, passphrase, days)
            came = bad_pages(journal, SEED, spoiled)
            said = f"{came.bad} bad pages of {came.pages}, {mode}: {_came_back(came)}"
            yield Result(14, said, came.share >= _RESCUED and not came.wrong)
            with without_halving():
                control = bad_pages(journal, SEED, 1)
            said = f"control, read up to the first bad page, which must fail: {_came_back(control)}"
            yield Result(14, said, control.share < _RESCUED)
            mended = destroyed_beginnings(a_long_journal(Path(folder) / mode / "short", passphrase, 2), times)
            yield Result(15, f"destroyed beginnings, {mode}: {mended} of {times} mended", mended == times)


def _came_back(came: Came) -> str:
    return f"{came.share:.2%} of {came.entries} entries back, {came.wrong} wrong"


def _refused(_flips: int) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        (Path(folder) / "control").mkdir()
        tried, wrong = opened_or_changed(Path(folder))
        said = f"files that are no journal: {tried - len(wrong)} of {tried} refused, not a byte changed"
        yield Result(9, said, not wrong)
        with versions_not_looked_at():
            _, wrong = opened_or_changed(Path(folder) / "control")
        yield Result(9, f"control, versions not looked at, which must fail: {len(wrong)} opened", bool(wrong))


def _bad_backups(flips: int) -> Iterator[Result]:
    """Two hundred of each kind of journal in the long campaign."""
    times = 200 if flips >= LONG else 40
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            (Path(folder) / mode).mkdir()
            backup = a_backup(Path(folder) / mode, passphrase)
            tried, wrong = good_in_spite(backup, times, SEED)
            said = f"bad backups, {mode}: {tried - len(wrong)} of {tried} refused"
            yield Result(16, said, not wrong and is_good(backup.path, passphrase))
            with not_looked_through():
                tried, wrong = good_in_spite(backup, times, SEED)
            said = f"control, not looked through, which must fail: {len(wrong)} of {tried} taken for good"
            yield Result(16, said, bool(wrong))


def _at_once(flips: int) -> Iterator[Result]:
    """Fifty commands and two hundred starts in the long campaign."""
    times, starting = (50, 200) if flips >= LONG else (10, 20)
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        secret = Path(folder) / "secret"
        secret.write_text(PASSPHRASE, encoding="utf-8")
        journal = new_journal(Path(folder) / "journal.leaf", PASSPHRASE)
        ended, saved = commands(journal, secret, times)
        said = f"commands at once, encrypted: {ended} of {times} ended well, {saved} saved"
        yield Result(11, said, ended == saved == times)
        other = new_journal(Path(folder) / "other.leaf", PASSPHRASE)
        ended, saved = commands(other, secret, times, waiting=False)
        said = f"control, nobody waits, which must fail: {ended} of {times} ended well"
        yield Result(11, said, ended < times and ended == saved)
        writers = starts(journal.path, starting)
        yield Result(11, f"starts at once: {writers} of {starting} may write", writers == 1)
        control = starts(journal.path, 2, locks=False)
        yield Result(11, f"control without the lock, which must fail: {control} of 2 may write", control == 2)


# The other points are tests still (`-m campaign`), each with its own count.
POINTS: tuple[Callable[[int], Iterator[Result]], ...] = (
    _endings,
    _refused,
    _at_once,
    _bit_flips,
    _rescues,
    _bad_backups,
)
