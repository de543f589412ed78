"""Made-up days for charts: full, with gaps and unknown amounts, extract only; the same for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from journal.charts.group_days import GroupShown
from journal.charts.overview import Event, OverviewData, overview_data
from journal.core.amounts import Dimension
from journal.insights.days import DayFigures, DayState, GroupDay
from journal.insights.groups import Group
from journal.insights.summary import Unit
from journal.texts import english

LAST = dt.date(2026, 11, 21)
TEXTS = english()
PAIN = "Lower back pain"
Ratings = tuple[int, ...]

ODD_NAMES = {
    "formula": r"$\frac{1}{2}$ $x_1$ \alpha ^",
    "markup": "<b>Pain</b> & <script>alert(1)</script> &amp;",
    "emoji": "😀 back 🦴👩‍⚕️ pain",
    "arabic": "ألم أسفل الظهر",
    "thai": "ปวดหลังส่วนล่าง",
    "han": "腰痛",
    "long word": "x" * 200,
    "long words": "somewhere in the lower back " * 7,
    "controls": "a\x00b\x1bc\td\ne\u202ef",
    "braces": "{name} %s {0}",
    "lone surrogate": "a\ud800b",
    "empty": "",
}


GROUPS = (GroupShown(Group.LEAF), GroupShown(Group.EXTRACT, Unit.NONE))
HALF = {Group.LEAF: GroupDay(2, {Dimension.MASS: (3000, 1)})}  # two doses, one of 3 g
UNKNOWN = {Group.LEAF: GroupDay(1, {})}
SHOT = {Group.EXTRACT: GroupDay(2, {})}
Groups = dict[Group, GroupDay]
Described = DayState | Groups | tuple[Groups, bool]


def leaf(milligrams: int = 5000, doses: int = 2) -> Groups:
    """Doses of leaf, all of them weighed."""
    return {Group.LEAF: GroupDay(doses, {Dimension.MASS: (milligrams, doses)})}


def used(day: dt.date, milligrams: int = 5000, doses: int = 2) -> DayFigures:
    """A day of leaf."""
    return DayFigures(day, DayState.USE, leaf(milligrams, doses))


def run(*days: Described, last: dt.date = LAST) -> list[DayFigures]:
    """Days in a row, the last one on ``last``; a bare USE is 5 g in 2 doses. Groups with True: there was more."""
    first = last - dt.timedelta(days=len(days) - 1)
    return [_one(first + dt.timedelta(days=n), day) for n, day in enumerate(days)]


def _one(day: dt.date, given: Described) -> DayFigures:
    if isinstance(given, DayState):
        return used(day) if given is DayState.USE else DayFigures(day, given, {})
    groups, more = given if isinstance(given, tuple) else (given, False)
    return DayFigures(day, DayState.USE if groups else DayState.OTHER, groups, more)


def made_up(count: int, kind: str = "gaps", seed: int = 1) -> tuple[list[DayFigures], list[Ratings]]:
    """Days with their ratings; ``kind`` is full, gaps or extract."""
    chance = random.Random(seed)
    first = LAST - dt.timedelta(days=count - 1)
    pairs = [_made(first + dt.timedelta(days=n), kind, chance) for n in range(count)]
    return [day for day, _ in pairs], [ratings for _, ratings in pairs]


def _made(day: dt.date, kind: str, chance: random.Random) -> tuple[DayFigures, Ratings]:
    ratings = tuple(chance.randint(2, 8) for _ in range(chance.randint(1, 4)))
    if kind == "extract":
        return DayFigures(day, DayState.USE, SHOT), ratings
    doses = chance.randint(1, 5)
    milligrams = sum(chance.choice((1500, 2000, 2500)) for _ in range(doses))
    if kind == "full":
        return used(day, milligrams, doses), ratings
    what = chance.random()
    for limit, figures, said in _gappy(day, ratings):
        if what < limit:
            return figures, said
    lost = what > 0.9
    known = 0 if what > 0.96 else milligrams * (6 if 0.5 < what < 0.52 else 1)
    amounts = {} if not known else {Dimension.MASS: (known, doses - lost)}
    return DayFigures(day, DayState.USE, {Group.LEAF: GroupDay(doses, amounts)}, more=what > 0.98), ratings


def _gappy(day: dt.date, ratings: Ratings) -> Iterator[tuple[float, DayFigures, Ratings]]:
    yield 0.1, DayFigures(day, DayState.EMPTY, {}), ()
    yield 0.15, DayFigures(day, DayState.NONE, {}), ratings[:1]
    yield 0.2, DayFigures(day, DayState.OTHER, {}), ratings[:1]
    yield 0.25, DayFigures(day, DayState.USE, SHOT), ratings


def overview(
    count: int = 84,
    kind: str = "gaps",
    symptom: str | None = PAIN,
    event: str = "New limit",
    groups: tuple[GroupShown, ...] = GROUPS,
) -> OverviewData:
    """The overview of made-up days, with one event."""
    days, ratings = made_up(count, kind)
    events = (Event(days[len(days) // 3].day, event),)
    return overview_data(days, ratings, TEXTS, symptom, groups, events)
