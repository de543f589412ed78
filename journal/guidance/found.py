"""What a search of the guidance found, and whether it says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journal.guidance.help_lines import HelpLine, Kind
from journal.guidance.interactions import InteractionClass
from journal.guidance.values import Page, Passage, Statement

_ITEMS = 3  # of a list are shown below the sentence that leads in to it
TO_DO_FIRST = ("What to do first", "What to do")  # the headings with which pages begin
FELT = ("What people report", "What withdrawal can feel like")  # the headings of lists of what is felt
# A sentence that says what to do: it begins with that, or it names whom to see, and how soon.
_TO_DO = re.compile(
    r"(?:^|[.:;,] |\b(?:and|then|so) )(?:call|see|tell|ask|go|do not|take no|take nothing|give|lie|sit|keep|speak)\b"
    r"|\bdoctor (?:today|this week)\b|\bemergency department\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, and the passage of a page in which it stands."""

    page: Page
    passage: Passage
    statement: Statement

    @property
    def heading(self) -> str:
        """What it stands under; "" above a page's first heading."""
        return self.passage.heading

    @property
    def words(self) -> str:
        """The whole passage, so that no sentence is read without what it speaks of.

        A list below is shown with its first items, and an item of a list with the sentence that leads in to it.
        """
        sentences = [statement.text for statement in self.passage.statements]
        items = [" ".join(statement.text for statement in item.statements) for item in self.passage.items[:_ITEMS]]
        more = ["…"] if len(self.passage.items) > _ITEMS else []
        return " ".join(filter(None, (self.passage.lead_in, *sentences, *items, *more)))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``some``: nothing holds all of the words, and this holds some of them.

    ``kinds``: the kinds of help lines that were asked for, whether the country has them or not. ``classes``: those of
    the list of interactions whose name says it, or where no sentence does how they act; ``classes_first`` where no
    sign, no title and no list of what is felt says it, or a class is called so. ``sign_first``: the first of ``hits``
    is a sign.
    """

    lines: tuple[HelpLine, ...] = ()
    pages: tuple[Page, ...] = ()
    hits: tuple[Hit, ...] = ()
    some: bool = False
    kinds: tuple[Kind, ...] = ()
    classes: tuple[InteractionClass, ...] = ()
    classes_first: bool = False
    sign_first: bool = False

    @property
    def only_classes(self) -> bool:
        """Whether nothing but classes was found."""
        return bool(self.classes) and not (self.lines or self.kinds or self.pages or self.hits)

    def __bool__(self) -> bool:
        return bool(self.lines or self.kinds or self.pages or self.hits or self.classes)


def by_passage(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Each passage once, by the first of its statements that was found."""
    first: dict[tuple[str, Passage], Hit] = {}
    for hit in hits:
        first.setdefault((hit.page.code, hit.passage), hit)
    return tuple(first.values())


def says_what_to_do(hit: Hit) -> bool:
    """Whether the passage, which is shown whole, does."""
    return hit.heading in TO_DO_FIRST or any(_TO_DO.search(statement.text) for statement in hit.passage.statements)


def felt_on(hits: tuple[Hit, ...]) -> Page | None:
    """The first page that lists it among what is felt; None where it is about something else."""
    return next((hit.page for hit in hits if hit.heading in FELT), None)
