"""The dates under a chart whose days stand side by side."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from journal.charts.dates import date_ticks
from journal.charts.shapes import CAP_HEIGHT, Sheet
from journal.texts import Texts


class DateLine(NamedTuple):
    """So many ``days`` from ``first`` on, between ``left`` and ``right``; ``y`` is where the axis is, in points."""

    texts: Texts
    first: dt.date
    days: int
    left: float
    right: float
    y: float

    def draw(self, sheet: Sheet) -> None:
        """As many dates as there is room for."""
        theme, step = sheet.theme, (self.right - self.left) / self.days
        room = int((self.right - self.left) / (theme.label * 5.5))
        for x, words in date_ticks(self.texts, self.first, self.days, room, theme.paper):
            place, half = self.left + x * step, sheet.widest(words, theme.label) / 2
            sheet.lines([((place, self.y), (place, self.y - theme.label * 0.3))], theme.edge, theme.hair)
            centre = min(max(place, half), sheet.width - half)
            down = self.y - theme.label * (0.6 + CAP_HEIGHT)
            sheet.text(centre, down, words, theme.label, theme.quiet, "center")
