"""What page 1 gives up for what has to stand on it, in which order: nothing may leave its page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal.reports.table_blocks import ROOM_TO_WRITE

_TO_TICK = 13.0  # boxes without a line to write on
_CLOSE = 11.2  # the same where a page is at its fullest


@dataclass(frozen=True, slots=True)
class Room:
    """What a page gives up, one thing after the other, until its chart has room. ``least``: of the chart.

    ``running``: what stands below the chart runs on in lines; ``glance``: the place of the chart and its sentences,
    ``figures``: the key figures are there; else a line says that they stand on a later one.
    ``denied``: from one row to the next where what a list denies has boxes as well; 0 where it has none.
    ``answers_run_on``: what is known for the visit stands in one paragraph.
    ``small_lines``: the answers beside bold words are as small as the table.
    ``writing``: lines where the person has no words; ``fewest_panels``: the chart stands on a later page as a whole.
    """

    spare: bool = True
    histogram: bool = True
    effects: int = 6
    products: int = 4
    words: int = 3
    pitch: float = 11.2
    fields: float = 14.0
    one_panel: bool = False
    fewest_panels: bool = False
    writing: int = 2
    all_names: bool = True
    asks: float = ROOM_TO_WRITE  # from one row of what is asked to the next
    least: float = 110.0
    chart: bool = True
    running: bool = False
    glance: bool = True
    figures: bool = True
    answers_run_on: bool = False
    denied: float = _TO_TICK
    small_lines: bool = False


_TIGHT = Room(
    False, False, 2, 1, 1, 10.0, 12.0, True, False, 1, all_names=False, asks=_TO_TICK, least=90.0, denied=_CLOSE
)
# With everything that is asked.
_ASKING = (
    Room(),
    Room(spare=False),
    Room(spare=False, histogram=False),
    Room(spare=False, histogram=False, effects=3, products=2),
    Room(spare=False, histogram=False, effects=3, products=2, all_names=False),
    Room(False, False, 3, 2, 2, 10.4, 12.5, all_names=False, asks=_TO_TICK),
    Room(False, False, 3, 2, 2, 10.4, 12.5, one_panel=True, all_names=False, asks=_TO_TICK),
    _TIGHT,
)
# What a page at its fullest gives up, one thing after the other, each beside all before it: so halving finds the first
# that is enough. The chart loses its size, then panels of further groups; it leaves before the key figures do.
_BARE = replace(_TIGHT, denied=0.0)
_ROWLESS = replace(_BARE, effects=0, products=0)
_RUNNING = replace(_ROWLESS, running=True)
_SMALL = replace(_RUNNING, small_lines=True)
_ONE_GROUP = replace(_SMALL, fewest_panels=True, least=60.0)
_CLOSEST = replace(_ONE_GROUP, pitch=9.6, fields=11.5, asks=_CLOSE)
_NO_CHART = replace(_CLOSEST, chart=False)
_NO_GLANCE = replace(_NO_CHART, glance=False)
_RUN_ON = replace(_NO_GLANCE, answers_run_on=True)
_FULL = (
    _BARE, _ROWLESS, _RUNNING, _SMALL, _ONE_GROUP, _CLOSEST, _NO_CHART, _NO_GLANCE, _RUN_ON,
    replace(_RUN_ON, figures=False),
)  # fmt: skip
ROOMS = (*_ASKING, *_FULL)
