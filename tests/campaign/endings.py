"""Windows in which somebody types without a pause are ended by signals and kills: what was typed is kept."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.journals import new_journal
from tests.typist import Typist, text_of_draft

_TYPED_S, _SPREAD_S = 1.2, 0.8  # ended at any moment between two drafts
_TYPED_WITH_FAULT_S = 4.0
_AT_ONCE = 2  # windows
_MOST_LOST_S = 1.0


@dataclass(frozen=True, slots=True)
class Ending:
    """What one window lost: of how many seconds before its end, and how many of these it was itself held up."""

    lost_s: float
    held_up_s: float
    as_it_should: bool  # the exit code

    @property
    def in_time(self) -> bool:
        """Whether no more is lost than a second, on a machine that was there all the time."""
        return self.lost_s <= _MOST_LOST_S + self.held_up_s


@dataclass(frozen=True, slots=True)
class Tally:
    """The windows that were ended in one way."""

    endings: tuple[Ending, ...]

    @property
    def whole(self) -> int:
        """How many lost nothing and ended as they should."""
        return sum(each.lost_s == 0 and each.as_it_should for each in self.endings)

    @property
    def in_time(self) -> bool:
        """Whether none lost more than a second."""
        return all(each.in_time for each in self.endings)

    @property
    def most_lost_s(self) -> float:
        """The most that was lost."""
        return max(each.lost_s for each in self.endings)

    def __len__(self) -> int:
        return len(self.endings)


def end_windows(how: signal.Signals, times: int, *, drafts_wait: bool = False) -> Tally:
    """Begin as many windows, each on a journal of its own, and end them so; ``drafts_wait``: the planted fault.

    With it all that was typed is lost: so much that no pause of a busy machine explains it.
    """
    with tempfile.TemporaryDirectory(prefix="leaf-endings-") as folder, ThreadPoolExecutor(_AT_ONCE) as several:
        places = [Path(folder) / str(number) for number in range(times)]
        journals = [new_journal(_made(place) / "journal.leaf", None).path for place in places]
        typed_s = _TYPED_WITH_FAULT_S if drafts_wait else _TYPED_S
        moments = [typed_s + _SPREAD_S * number / times for number in range(times)]
        return Tally(tuple(several.map(partial(_end_one, how=how, drafts_wait=drafts_wait), journals, moments)))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _end_one(journal: Path, moment: float, how: signal.Signals, drafts_wait: bool) -> Ending:
    typist = Typist.begin(journal, journal.parent, drafts_wait=drafts_wait)
    typist.go_on(moment)
    code = typist.end(how)
    wanted = -how if how is signal.SIGKILL else 128 + how
    return Ending(typist.lost(text_of_draft(journal)), typist.longest_pause(), code == wanted)


def ways() -> Iterator[signal.Signals]:
    """The signals that ask the program to end, on this system."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            yield getattr(signal, name)
