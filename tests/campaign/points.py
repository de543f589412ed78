"""The points that the campaign measures itself, each with its figures and with a control that must fail."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.core.backup_thinning import to_remove
from journal.logbook.backups import is_good
from tests.bench import storage, trust
from tests.campaign import rekey_kills
from tests.campaign.at_once import commands, starts
from tests.campaign.bit_flips import a_journal, checks_put_out, flip, flip_at
from tests.campaign.canaries import CANARIES, written_and_killed
from tests.campaign.damaged_files import an_entry_lost, damaged
from tests.campaign.endings import end_windows, ways
from tests.campaign.failing_disk import built, write_on
from tests.campaign.kills import a_writer, kill_often
from tests.campaign.power_cuts import Cuts
from tests.campaign.refused_files import (
    a_backup,
    good_in_spite,
    not_looked_through,
    opened_or_changed,
    versions_not_looked_at,
)
from tests.campaign.rescues import (
    Came,
    a_long_journal,
    bad_pages,
    destroyed_beginnings,
    first_page_alone_tells,
    lost_first_pages,
    told_too_little,
    without_halving,
)
from tests.campaign.signed_pages import Signer, a_journal_of_long_words, first_letters
from tests.campaign.thinning import FIFTY_YEARS, all_good, some_bad
from tests.journals import PASSPHRASE, JournalAt, keys_take_no_time, new_journal

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
        yield from _signed_anew(Path(folder))


def _signed_anew(folder: Path) -> Iterator[Result]:
    """SQLCipher's own check of each page is put out; then ours, too."""
    journal = a_journal_of_long_words(folder)
    places, sign = list(first_letters(journal)), Signer(journal).sign
    tally = flip_at(journal, places, sign)
    yield Result(
        13, f"flipped bits, encrypted, pages signed anew: {tally.line()}", not (tally.silent or tally.tracebacks)
    )
    with checks_put_out():
        control = flip_at(journal, places, sign)
    said = f"control without these checks either, which must fail: {len(control.silent)} of {control.flips} silent"
    yield Result(13, said, bool(control.silent))


def _kills(flips: int) -> Iterator[Result]:
    """Five hundred kills of each kind of journal in the long campaign."""
    times = flips // 2
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            (Path(folder) / mode).mkdir()
            with a_writer() as writer:
                tally = kill_often(writer, Path(folder) / mode, passphrase, times, SEED)
            said = f"{tally.kills} kills while saving, {mode}: {len(tally.problems)} lost, half there or unsound, of "
            said += f"{tally.acknowledged} acknowledged; {tally.rolled_back} were cut short in a write"
            yield Result(1, said, not tally.problems and tally.kills == times)
        (Path(folder) / "control").mkdir()
        with a_writer(too_early=True) as writer:
            control = kill_often(writer, Path(folder) / "control", None, 100, SEED)
        said = f"control, acknowledged before it is saved, which must fail: lost after {control.kills} kills"
        yield Result(1, said, bool(control.problems))


def _power_cuts(flips: int) -> Iterator[Result]:
    """Two thousand five hundred cuts of each kind of journal in the long campaign."""
    operations, times = (60, 2600) if flips >= LONG else (12, 200)
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            (Path(folder) / mode).mkdir()
            found = Cuts(Path(folder) / mode, passphrase, operations).run(times, SEED)
            said = f"power cuts, {mode}: {found['kept']} kept whole, {found.total() - found['kept']} lost or torn"
            yield Result(2, said, set(found) == {"kept"})
        (Path(folder) / "control").mkdir()
        control = Cuts(Path(folder) / "control", None, 12, weaker=True).run(60, SEED)
        said = f"control, a weaker setting of SQLite, which must fail: {control['lost']} of {control.total()} lost"
        yield Result(2, said, control["lost"] >= 0.25 * control.total())


def _failing_disk(flips: int) -> Iterator[Result]:
    """Forty faults and more of each of thirty kinds (five calls, six errors) in the long campaign."""
    times = 3 * flips
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        library = built(Path(folder))
        for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
            failed = write_on(library, Path(folder) / mode, passphrase, times, SEED)
            said = (
                f"calls that fail, {mode}: {failed.faults} in {times} writes, {len(failed.problems)} lost or not told"
            )
            yield Result(3, said, not failed.problems and failed.faults > times / 4)
        control = write_on(library, Path(folder) / "control", None, 40, SEED, swallowed=True)
        said = f"control, failures that are swallowed, which must fail: {len(control.problems)} noticed"
        yield Result(3, said, bool(control.problems))


def _rekey_kills(flips: int) -> Iterator[Result]:
    times = flips // 5
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder, keys_take_no_time():
        for name, written_over in (("ours", False), ("control", True)):
            (Path(folder) / name).mkdir()
            killed = rekey_kills.kill_often(Path(folder) / name, times, SEED, written_over=written_over)
            if written_over:
                said = f"control, written over the old file, which must fail: {'; '.join(killed.problems) or 'nothing'}"
            else:
                said = f"kills while the passphrase changes: {killed.as_before} as before, {killed.changed} changed, "
                said += f"{len(killed.problems)} unreadable"
            yield Result(6, said, bool(killed.problems) is written_over)


def _fifty_years(flips: int) -> Iterator[Result]:
    """In the long campaign: unlocking, saving, a day, a backup, against what SQLCipher alone takes."""
    if flips >= LONG:
        for figure in (*trust.figures(), *storage.figures((50,))):
            yield Result(12, figure.line(), figure.met)


def _thinned(flips: int) -> Iterator[Result]:
    days = FIFTY_YEARS if flips >= LONG else FIFTY_YEARS // 20
    for name, run in (("each good", all_good), ("one in fifty bad", some_bad)):
        thinned = run(days, SEED)
        said = f"{thinned.made} daily backups, {name}: {thinned.left} left, {len(thinned.problems)} not by the rule"
        yield Result(17, said, not thinned.problems)
    control = some_bad(2000, SEED, lambda there, now, ceiling, _: to_remove(there, now, ceiling, lambda _backup: True))
    said = f"control, damaged ones taken for good, which must fail: {len(control.problems)} good ones lost"
    yield Result(17, said, bool(control.problems))


def _canaries(_flips: int) -> Iterator[Result]:
    for name, how in (("SIGKILL", signal.SIGKILL), ("SIGABRT, which asks for a core file", signal.SIGABRT)):
        with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
            searched = written_and_killed(Path(folder), PASSPHRASE, how)
            said = f"{CANARIES} words of an encrypted journal, ended by {name}: "
            said += f"in {len(searched.hits)} of {searched.files} files"
            yield Result(32, said, not searched.hits)
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        control = written_and_killed(Path(folder), None, signal.SIGKILL)
        yield Result(32, f"control, a plain journal, which must fail: in {len(control.hits)} files", bool(control.hits))


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
            yield Result(14, said, came.share >= _RESCUED and not came.wrong and not came.told_otherwise)
            with without_halving():
                control = bad_pages(journal, SEED, 1)
            said = f"control, read up to the first bad page, which must fail: {_came_back(control)}"
            yield Result(14, said, control.share < _RESCUED)
            with told_too_little():
                little = bad_pages(journal, SEED, 1)
            said = f"control, one lost entry less is told, which must fail: {little.told_otherwise} told otherwise"
            yield Result(14, said, bool(little.told_otherwise))
            yield from _beginnings(a_long_journal(Path(folder) / mode / "short", passphrase, 2), mode, times)


def _beginnings(journal: JournalAt, mode: str, times: int) -> Iterator[Result]:
    mended = destroyed_beginnings(journal, times)
    yield Result(15, f"destroyed beginnings, {mode}: {mended} of {times} mended", mended == times)
    back = lost_first_pages(journal, times)
    yield Result(15, f"first pages lost, {mode}: everything back of {back} of {times}", back == times)
    with first_page_alone_tells():
        control = lost_first_pages(journal, 1)
    yield Result(15, f"control, no other page asked, which must fail: everything back of {control} of 1", not control)


def _came_back(came: Came) -> str:
    told = f"{came.told_otherwise} told otherwise than it was, {came.not_known} not known"
    return f"{came.share:.2%} of {came.entries} entries back, {came.wrong} wrong; {told}"


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


def _damaged_files(flips: int) -> Iterator[Result]:
    """Twenty thousand in the long campaign."""
    times = 20_000 if flips >= LONG else 1000
    with tempfile.TemporaryDirectory(prefix="leaf-campaign-") as folder:
        (Path(folder) / "control").mkdir()
        tally = damaged(Path(folder), times, SEED)
        met = not (tally.crashes or tally.parts or tally.without_place) and tally.files == times
        yield Result(20, f"every reader: {tally.line()}", met)
        with an_entry_lost():
            control = damaged(Path(folder) / "control", 100, SEED)
        yield Result(20, f"control, an entry lost, which must fail: {control.line()}", bool(control.parts))


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


@dataclass(frozen=True, slots=True)
class Measured:
    """The numbers of what is measured together, what it is, and the measuring: with 200 or with 1,000 flips."""

    numbers: tuple[int, ...]
    about: str
    run: Callable[[int], Iterator[Result]]


POINTS = (
    Measured((1,), "windows that are ended while something is typed", _endings),
    Measured((1,), "kills while saving", _kills),
    Measured((2,), "power cuts", _power_cuts),
    Measured((3,), "calls of the disk that fail", _failing_disk),
    Measured((6,), "kills while the passphrase is set, changed, removed", _rekey_kills),
    Measured((9,), "files that are no journal", _refused),
    Measured((11,), "commands and starts at once", _at_once),
    Measured((12,), "times of fifty years (only with --long, on a quiet machine)", _fifty_years),
    Measured((13,), "flipped bits", _bit_flips),
    Measured((14, 15), "rescue around bad pages; destroyed beginnings mended", _rescues),
    Measured((16,), "bad backups", _bad_backups),
    Measured((17,), "fifty years of backups, thinned", _thinned),
    Measured((20,), "damaged files to import", _damaged_files),
    Measured((32,), "words of an encrypted journal, looked for on the disk", _canaries),
)
NUMBERS = frozenset(number for point in POINTS for number in point.numbers)
