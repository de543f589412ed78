"""What follows page 1: its sections under their titles; the appendix on how figures are made begins a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from journal.reports.page_1_layout import FOOTER, MARGIN
from journal.reports.pen import Pen
from journal.reports.pieces import HeadingPiece, KeptPiece, Piece, TextPiece, TitlePiece, height_on_page, on_pages
from journal.reports.printed import section_place
from journal.reports.sections import ABOUT, HOW_MADE, QUALITY, SECTIONS, TITLES, DrawnPage, Section
from journal.reports.tagged import TaggedCanvas

_BOTTOM = MARGIN + FOOTER


class LastPages:
    """Planned once page 1 is drawn, which finds out what has no room there."""

    def __init__(self, size: tuple[float, float], drawn: DrawnPage) -> None:
        self._top = size[1] - MARGIN + TitlePiece.ABOVE - 1
        wanted = [section for section in SECTIONS if section.is_told(drawn)]
        told = {section: section.build(drawn) for title in TITLES for section in wanted if section.title == title}
        self._pages = [*_titled(_planned(drawn, told, self._top - TitlePiece.HEIGHT - _BOTTOM))]
        self._begin = {id(pieces[0]): section_place(section.code) for section, pieces in told.items() if pieces}

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self._pages)

    def places(self) -> dict[str, int]:
        """On which page each section and each paragraph begins; page 1 stands before these."""
        pages: dict[str, int] = {}
        for number, pieces in enumerate(self._pages, 2):
            for piece in pieces:
                place = piece.text if isinstance(piece, TextPiece) else self._begin.get(id(piece), "")
                if place:
                    pages.setdefault(place, number)
        return pages

    def draw(self, canvas: TaggedCanvas, number: int) -> list[tuple[str, float]]:
        """Draw one of them, from 0 on, and say the titles on it, each with the height at which it stands."""
        pen, y, titles = Pen(canvas), self._top, list[tuple[str, float]]()
        for piece in self._pages[number]:
            if isinstance(piece, TitlePiece):
                titles.append((piece.title, y))
            y = piece.draw(pen, y)
        return titles


def _planned(drawn: DrawnPage, told: Mapping[Section, list[Piece]], room: float) -> list[list[Piece]]:
    """Title after title; how figures are made begins behind the others where its appendix then begins a page, or where
    that needs a page less; else on a page of its own.

    Without it what is to be known of the report itself follows the others.
    """
    made_is_told = drawn.inputs.options.methods
    under: dict[str, list[Piece]] = {}
    for title in TITLES:
        pieces = [piece for section, built in told.items() if section.title == title for piece in built]
        if pieces:
            shown = ABOUT if title == HOW_MADE and not made_is_told else title
            under[title] = [TitlePiece(drawn.inputs.texts(shown)), *pieces]
    if not made_is_told:
        return on_pages([piece for pieces in under.values() for piece in pieces], room)
    made = under.pop(HOW_MADE)
    others = [piece for pieces in under.values() for piece in pieces]
    if [section.code for section in told if section.title != HOW_MADE] == [QUALITY]:
        lines = (line for piece in others if isinstance(piece, KeptPiece) for line in piece.pieces)
        pages = on_pages([*made, *(line for line in lines if isinstance(line, TextPiece))], room)
        if len(pages) == 1:  # no page for three lines
            return pages
    if not others:
        return on_pages(made, room)
    *before, last = on_pages(others, room)
    left = room - height_on_page(last)
    if with_appendix := _with_whole_appendix(last, made, room, left):
        return [*before, *with_appendix]
    if _saves_a_page(made, room, left):
        return [*before, *on_pages(made, room, first_page=last)]
    return [*before, last, *on_pages(made, room)]


def _with_whole_appendix(
    last: Sequence[Piece], made: Sequence[Piece], room: float, left: float
) -> list[list[Piece]] | None:
    """What a reader needs behind the others and the appendix on a page of its own, if both have room.

    None, too, where all of it has room behind the others.
    """
    begin = next((number for number, piece in enumerate(made) if isinstance(piece, HeadingPiece)), 0)
    first, appendix = made[:begin], made[begin:]
    fit = sum(piece.height for piece in first) <= left and sum(piece.height for piece in appendix) <= room
    apart = first and fit and sum(piece.height for piece in made) > left
    return [[*last, *first], [*appendix]] if apart else None


def _saves_a_page(pieces: Sequence[Piece], room: float, left: float) -> bool:
    """Whether they fill a page less if they begin in what is ``left`` of one."""
    whole = sum(piece.height for piece in pieces)
    alone = ceil((whole - TitlePiece.HEIGHT) / room)
    return whole <= left + (alone - 1) * room


def _titled(pages: Iterable[list[Piece]]) -> Iterator[list[Piece]]:
    """A page that goes on with what another one began bears its title again."""
    title = None
    for page in pages:
        yield page if title is None or isinstance(page[0], TitlePiece) else [title, *page]
        title = next((piece for piece in reversed(page) if isinstance(piece, TitlePiece)), title)
