"""In which order a checked list is read: what is in the body by now, what is to be done today, then all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from journal.guidance.interactions import Level
from journal.guidance.level_words import is_not_to_be_mixed_now
from journal.guidance.matching import Checked, CheckedName


class Kind(Enum):
    """What a part speaks of."""

    ABOUT = auto()  # what the list can say, and what it cannot
    TAKEN = auto()  # what to do where something that makes sleepy is in the body
    FOR_NOW = auto()  # what holds of several orders
    ADDING_UP = auto()  # what makes sleepy together
    SUMS = auto()  # what else adds up
    CONDITIONS_TODAY = auto()
    NAMES = auto()
    CONDITIONS = auto()


class Part(NamedTuple):
    """One part; ``names`` are those it speaks of, which are in the body by now where it ``is_taken``."""

    kind: Kind
    names: tuple[CheckedName, ...] = ()
    is_taken: bool = False


def parts_of(checked: Checked, searched: bool = False) -> Iterator[Part]:
    """Every part of the own list, or of what was ``searched`` for; the window and its source numbers follow it.

    Of the own list what adds up comes behind what is to be done today, but for what makes sleepy: that can stop
    breathing. Who looks something up is told first what to do, and then what the list can say.
    """
    if searched:
        if checked.has_sedative:
            yield Part(Kind.TAKEN)
        yield from map(Part, (Kind.ADDING_UP, Kind.SUMS, Kind.ABOUT, Kind.CONDITIONS_TODAY))
        yield from (Part(Kind.NAMES, names) for _, names in checked.sections())
    else:
        yield from _of_own_list(checked)
    yield Part(Kind.NAMES, checked.not_checked)
    yield Part(Kind.CONDITIONS)


def _of_own_list(checked: Checked) -> Iterator[Part]:
    taken = taken_now(checked)
    below = [(level, tuple(name for name in names if name not in taken)) for level, names in checked.sections()]
    yield Part(Kind.ABOUT)
    if makes_sleepy_now(checked):
        yield Part(Kind.TAKEN)
    yield Part(Kind.FOR_NOW)
    yield Part(Kind.NAMES, taken, is_taken=True)
    yield from map(Part, (Kind.ADDING_UP, Kind.CONDITIONS_TODAY))
    yield from (Part(Kind.NAMES, names) for level, names in below if level is Level.CALL_TODAY)
    yield Part(Kind.SUMS)
    yield from (Part(Kind.NAMES, names) for level, names in below if level is not Level.CALL_TODAY)


def taken_now(checked: Checked) -> tuple[CheckedName, ...]:
    """What was taken in the last 48 hours and is not to be mixed, or may be: it cannot wait for a call of today."""
    return tuple(filter(is_not_to_be_mixed_now, checked.names))


def makes_sleepy_now(checked: Checked) -> bool:
    """Whether something that makes sleepy was taken in the last 48 hours."""
    return any(name.is_sedative and name.intake_ms is not None for name in checked.names)
