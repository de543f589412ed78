"""What a page of guidance is made of: blocks of statements, each with the ids of its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journal.guidance.groups import Group

Mark = Literal["V", "V2"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read.

    ``mark`` V: read in the primary or official text, or a copy of it. V2: read only as others tell it; a sentence that
    rests on it says "reported" and a year. ``read`` is the day someone last opened it; ``year`` None: it bears no date.
    """

    id: str
    title: str
    organisation: str
    year: int | None
    address: str
    read: dt.date
    mark: Mark


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence. Without ``sources`` it states no fact and gives no advice, and its file says so with ``[-]``."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Statements that are read in one go."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of the blocks that follow; it states nothing by itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is a paragraph of its own."""

    items: tuple[Paragraph, ...]


Block = Heading | Paragraph | Bullets
# A paragraph that ends so leads in to the list below it.
_LEADS_IN = (":", "?")


@dataclass(frozen=True, slots=True)
class Passage:
    """What can be read alone: a paragraph, or one item of a list.

    ``lead_in`` is the sentence before the list, without which its items say too little; else "". ``items`` are those
    below a paragraph that leads in to them, else there are none. ``heading`` is "" above a page's first heading.
    """

    heading: str
    statements: tuple[Statement, ...]
    lead_in: str = ""
    items: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of guidance, listed in ``group``; ``reviewed`` is the day it was last held against its sources."""

    code: str
    group: Group
    title: str
    summary: str
    reviewed: dt.date
    review_by: dt.date
    blocks: tuple[Block, ...]

    def overdue(self, today: dt.date) -> bool:
        """Whether the page should have been reviewed before ``today``; on ``review_by`` itself it is still good."""
        return today > self.review_by

    def statements(self) -> Iterator[Statement]:
        """Every statement in reading order."""
        for _, statement in self.under_headings():
            yield statement

    def under_headings(self) -> Iterator[tuple[str, Statement]]:
        """Every statement in reading order with the heading it stands under; "" above the first one."""
        for passage in self.passages():
            yield from ((passage.heading, statement) for statement in passage.statements)

    def passages(self) -> Iterator[Passage]:
        """Every passage in reading order."""
        heading, lead_in = "", ""
        for block, below in zip(self.blocks, (*self.blocks[1:], None), strict=True):
            match block:
                case Heading(text):
                    heading, lead_in = text, ""
                case Paragraph(statements):
                    last = statements[-1].text
                    items = below.items if isinstance(below, Bullets) and last.endswith(_LEADS_IN) else ()
                    lead_in = last if items else ""
                    yield Passage(heading, statements, items=items)
                case Bullets(items):
                    yield from (Passage(heading, item.statements, lead_in) for item in items)
                    lead_in = ""
