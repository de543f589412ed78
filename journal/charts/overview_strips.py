"""Where the overview's panels stand: each on its strip, one below the other, with room for ticks and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.charts.glyphs import one_line
from journal.charts.panels import Panel
from journal.charts.shapes import LOOSE, Sheet, width_of
from journal.charts.theme import Theme

_TICK_ROOM = 2.2  # of a label's height, from one to the next
_LEAST_TICK_ROOM = 1.3  # of the two at the ends of a low panel
_LOW = 1.9  # label heights: a panel that is not higher has its name and its unit on one line


@dataclass(frozen=True, slots=True)
class Strip:
    """A panel's place: ``bottom`` is its zero line, ``full`` the height of its axis."""

    panel: Panel
    bottom: float
    full: float
    colour: str

    def y(self, value: float) -> float:
        """How high a value stands."""
        return self.bottom + self.full * value / self.panel.top

    def levels(self, label: float) -> list[tuple[float, str]]:
        """The ticks; those in the middle only where they keep their distance, none where there is nothing to read."""
        panel = self.panel
        if panel.words:
            return []
        if self.full * panel.ticks[-1][0] / panel.top < label * _LEAST_TICK_ROOM:
            return [panel.ticks[-1]]  # no room for a second one
        apart = self.full * panel.ticks[1][0] / panel.top
        return [*panel.ticks] if apart > label * _TICK_ROOM else [panel.ticks[0], panel.ticks[-1]]


def are_low(panels: Sequence[Panel], sheet: Sheet) -> bool:
    """Whether name and unit of a panel share a line, because the lowest panel has no room for two."""
    return _least_strip(panels, sheet) < _LOW * sheet.theme.label


def _least_strip(panels: Sequence[Panel], sheet: Sheet) -> float:
    """About how high the lowest panel will be, if the head has two lines."""
    unit = sheet.theme.label
    if not panels:
        return sheet.height
    room = sheet.height - unit * 4.9 - _between(panels, sheet.theme) * (len(panels) - 1)
    return room * min(panel.share for panel in panels) / sum(panel.share for panel in panels) - unit * 0.4


def tick_room(panels: Sequence[Panel], theme: Theme) -> float:
    """How wide the widest tick is, and its distance."""
    ticks = (max(width_of(words, theme.label) for _, words in panel.ticks) for panel in panels)
    return max([width_of("100", theme.label), *ticks]) + theme.label * 0.7


def label_room(panels: Sequence[Panel], sheet: Sheet, low: bool) -> float:
    """How wide names and units are, as far as they leave the chart its room."""
    unit = sheet.theme.label
    named = [width_of(one_line(panel.name, sheet.theme.others), unit, bold=True) for panel in panels]
    units = [width_of(panel.unit, sheet.theme.small) for panel in panels]
    if low:
        wanted = max([unit, *map(sum, zip(named, units, strict=True))]) * LOOSE + unit * 0.5
        return min(sheet.width * 0.3, unit * 18, wanted)
    wanted = max([*named, *units, unit]) * LOOSE
    return min(sheet.width * 0.22, unit * 12, wanted)


def stacked(panels: Sequence[Panel], theme: Theme, top: float, bottom: float) -> list[Strip]:
    """The panels one below the other, each as high as its share."""
    between = _between(panels, theme)
    room = top - bottom - between * (len(panels) - 1)
    strips = []
    for panel in panels:
        height = room * panel.share / sum(other.share for other in panels)
        head = theme.label * (1.25 if panel.clipped else 0.4)
        strips.append(Strip(panel, top - height, height - head, getattr(theme, panel.tone)))
        top -= height + between
    return strips


def _between(panels: Sequence[Panel], theme: Theme) -> float:
    return theme.label * (1.35 if len(panels) <= 3 or not theme.paper else 0.75)
