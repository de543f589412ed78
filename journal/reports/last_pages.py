"""What follows page 1: its sections, all on one page if there is room, else each under its title."""

from __future__ import annotations

from itertools import chain

from journal.reports.layout import FOOTER, MARGIN
from journal.reports.pen import Pen
from journal.reports.pieces import Piece, on_pages
from journal.reports.sections import SECTIONS, TITLES, DrawnPage
from journal.reports.tagged import Role, TaggedCanvas

_BOTTOM = MARGIN + FOOTER
_TITLE = 12
_BELOW_TITLE = 8


class LastPages:
    """Planned once page 1 is drawn, which finds out what has no room there."""

    def __init__(self, size: tuple[float, float], drawn: DrawnPage) -> None:
        self._texts, self._top = drawn.inputs.texts, size[1] - MARGIN - 10
        self._pages = _planned(drawn, self._top - _BELOW_TITLE - _BOTTOM)

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._pages)

    def draw(self, canvas: TaggedCanvas, number: int) -> str:
        """Draw one of them, from 0 on, and say its title."""
        title, pieces = self._pages[number]
        pen, y = Pen(canvas), self._top
        with pen.part(Role.TITLE):
            pen.text(MARGIN, y, self._texts(title), _TITLE, bold=True)
        y -= _BELOW_TITLE
        for piece in pieces:
            y = piece.draw(pen, y)
        return self._texts(title)


def _planned(drawn: DrawnPage, room: float) -> list[tuple[str, list[Piece]]]:
    """The pages with their titles."""
    texts, last = drawn.inputs.texts, TITLES[-1]
    built = {
        section: section.build(drawn, "" if section.title == last else texts(section.title))
        for section in SECTIONS
        if section.wanted(drawn)
    }
    if sum(piece.height for piece in chain(*built.values())) <= room:
        return [(last, [*chain(*built.values())])]
    pages: list[tuple[str, list[Piece]]] = []
    for title in TITLES:
        under = [section for section in built if section.title == title]
        pieces = [built[each] if title == last else each.build(drawn, "") for each in under]
        pages += [(title, page) for page in on_pages([*chain(*pieces)], room)] if under else []
    return pages
