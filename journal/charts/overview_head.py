"""What stands above the panels of the overview: where the last 28 days begin, on paper, and events."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journal.charts.glyphs import one_line
from journal.charts.overview import OverviewData
from journal.charts.shapes import CAP_HEIGHT, Place, Sheet, shortened, width_of
from journal.insights.cells import window_days

_EVENT_ROOM = 14  # of a label's height: longer words of an event are cut


class Head:
    """One line of words, or two where those of an event meet others.

    ``x`` places a day; nothing is left of ``left``.
    """

    def __init__(self, sheet: Sheet, data: OverviewData, left: float, x: Callable[[float], float]) -> None:
        self._sheet, self._data, self._theme, self._left, self._x = sheet, data, sheet.theme, left, x

    def lines(self) -> int:
        """How many lines of words there are."""
        taken = self._last28_words()
        lines = int(bool(self._data.events) or bool(taken))
        for _, left, right in self._event_words():
            if not _free(taken, left, right):
                return lines + 1
            taken.append((left, right))
        return lines

    def draw(self, top: float, bottom: float, first_bottom: float) -> None:
        """``top`` and ``bottom`` of all panels, ``first_bottom`` of the first one."""
        y = top + self._theme.small * 0.5
        for left, right in self._last28_words():
            x = self._x(self._data.last28 or 0)
            self._sheet.lines([((x, bottom), (x, top + 2))], self._theme.ink, self._theme.hair * 1.6, (3, 2))
            # On its own ground, because the tick of an event may run behind it.
            self._sheet.boxes([(left, y - 1, right, y + self._theme.small * CAP_HEIGHT + 1)], self._theme.ground)
            self._sheet.text(left, y, self._last28(), self._theme.small, self._theme.quiet)
        self._events(y, first_bottom if self._theme.paper else top - 4)

    def _last28(self) -> str:
        return self._data.texts("last {n} days →", n=window_days(self._data.texts))

    def _last28_words(self) -> list[Place]:
        """Where the words above the last 28 days begin and end; only paper has them."""
        if not self._theme.paper or self._data.last28 is None:
            return []
        wide = width_of(self._last28(), self._theme.small)
        left = min(self._x(self._data.last28), self._sheet.width - wide)
        return [(left, left + wide)]

    def _events(self, base: float, low: float) -> None:
        """A line for each; its words only where they do not run into others."""
        theme, taken, above = self._theme, self._last28_words(), list[Place]()
        for (x, _), (words, left, right) in zip(self._data.events, self._event_words(), strict=True):
            level = 0 if _free(taken, left, right) else 1
            line, high = above if level else taken, base + level * theme.label * 1.1
            self._sheet.lines([((self._x(x), low), (self._x(x), high - theme.small * 0.25))], theme.ink, theme.hair)
            if _free(line, left, right):
                self._sheet.text(left, high, words, theme.small, theme.ink)
                line.append((left, right))

    def _event_words(self) -> list[tuple[str, float, float]]:
        """The words of each event, and where they begin and end: on paper they end at its day, on screen they begin."""
        theme, placed = self._theme, []
        for x, label in self._data.events:
            words = shortened(one_line(label, theme.others), theme.small * _EVENT_ROOM, theme.small)
            wide, place = width_of(words, theme.small), self._x(x)
            left = min(max(self._left, place - wide if theme.paper else place), self._sheet.width - wide)
            placed.append((words, left, left + wide))
        return placed


def _free(taken: Sequence[Place], left: float, right: float) -> bool:
    """Whether no words stand between these places, with a little room around."""
    return all(right + 4 < begin or end + 4 < left for begin, end in taken)
