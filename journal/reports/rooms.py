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
    replace(_TIGHT, least=75.0),
)
_LEAST = Room(False, False, 0, 0, 1, 9.6, 11.5, True, True, 1, all_names=False, asks=_CLOSE, least=12.0, chart=False)
_FULL = (
    Room(False, False, 2, 1, 1, 10.0, 12.0, True, True, 1, all_names=False, asks=_TO_TICK, least=50.0),
    Room(False, False, 0, 0, 1, 10.0, 12.0, True, True, 1, all_names=False, asks=_TO_TICK, least=50.0),
    Room(False, False, 0, 0, 1, 10.0, 12.0, True, True, 1, False, _TO_TICK, least=50.0, running=True, small_lines=True),
    Room(False, False, 2, 1, 1, 10.0, 12.0, True, True, 1, all_names=False, asks=_TO_TICK, least=12.0, chart=False),
    _LEAST,
    replace(_LEAST, running=True),
    replace(_LEAST, running=True, glance=False),
    replace(_LEAST, running=True, glance=False, answers_run_on=True),
    replace(_LEAST, running=True, glance=False, answers_run_on=True, small_lines=True),
    replace(_LEAST, running=True, figures=False),
    replace(_LEAST, running=True, glance=False, figures=False),
    replace(_LEAST, running=True, glance=False, figures=False, answers_run_on=True),
    replace(_LEAST, running=True, glance=False, figures=False, answers_run_on=True, small_lines=True),
)
ROOMS = (*_ASKING, *(replace(room, denied=0.0) for room in _FULL))
