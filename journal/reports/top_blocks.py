"""The blocks at the top of page 1: who, how complete, warning symptoms, own words, the lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import Any

from journal.insights.wording import Sentence
from journal.reports.page_one import PageOne
from journal.reports.page_one_lines import Line
from journal.reports.pen import LINE, RULE, SMALL, TABLE, Pen, height_of, set_in, width_of
from journal.reports.printed import Printed, section_place, whole_words
from journal.reports.right_to_left import with_tail
from journal.reports.tagged import Role
from journal.reports.warning_symptoms import WarningBox
from journal.texts import Texts

LABELS = 96  # wide, of the lines' bold words
_TITLE = 15
_GAP = 8  # at least, between a label and what is said of it
_BETWEEN_LINES = 1.6
_LEAST_OF_GOAL = 24  # letters that stand beside a plan in full
_WRITING = 13.5  # from one ruled line to the next


class Head:
    """Title, name and period."""

    def __init__(self, page: PageOne, width: float, printed: Printed) -> None:
        self.height = 27.0
        self._page, self._width = page, width
        room = width - width_of(page.title, _TITLE, bold=True) - 14
        self._identity = printed.fitted(page.identity, room, TABLE)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        with pen.part(Role.TITLE):
            pen.text(left, top - 17, self._page.title, _TITLE, bold=True)
        pen.right(left + self._width, top - 10, self._identity, TABLE)
        pen.right(left + self._width, top - 19.5, self._page.period, TABLE)
        pen.rule(left, top - 25, left + self._width)


class Trust:
    """Where the page comes from and what it cannot know."""

    def __init__(self, page: PageOne, width: float) -> None:
        self._width, self._block = width, set_in(page.trust, TABLE)
        self.height = height_of(self._block, width) + 4

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        end = pen.block(self._block, left, top, self._width)
        pen.rule(left, end - 3.5, left + self._width)


class Warnings:
    """In a frame if there is one, or a high blood pressure, which stands first; else one sentence at the same place."""

    def __init__(self, box: WarningBox, width: float) -> None:
        self._framed, self._width = bool(box.items or box.pressure), width
        self._room = width - 12 if self._framed else width
        size = SMALL if box.running else TABLE
        self._blocks = [set_in(group, size) for group in groups_of(box)]
        self.height = sum(height_of(block, self._room) for block in self._blocks) + (10 if self._framed else 0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        y, inset = top - (3 if self._framed else 0), 6 if self._framed else 0
        for block in self._blocks:
            y = pen.block(block, left + inset, y, self._room)
        if self._framed:
            pen.frame(left, y - 4, self._width, top - y + 4)


def groups_of(box: WarningBox) -> list[Sequence[Sentence]]:
    """What stands together, each group beginning a line: a pressure, the head, the symptoms, and what is behind them.

    What stands behind the symptoms runs on, so that it takes few lines; what was looked at is the last of it.
    """
    groups: list[Sequence[Sentence]] = [[Sentence(box.pressure)] if box.pressure else [], box.head]
    if box.running:
        last = len(box.items) - 1
        groups.append([Sentence(item.lead, item.text + (" ·" if n < last else "")) for n, item in enumerate(box.items)])
    else:
        groups += [[item] for item in box.items]
    if box.items:
        groups.append([Sentence("", words) for words in (box.below, box.looked) if words])
    return [group for group in groups if group]


class OwnWords:
    """The person's words in quotes, what they want and what they ask; lines to write on for words that are not there.

    ``lines``: how many each of them has at most; ``writing``: how many there are to write on.
    """

    def __init__(
        self,
        page: PageOne,
        width: float,
        printed: Printed,
        texts: Texts,
        lines: int,
        writing: int = 2,
        size: float = LINE,
    ) -> None:
        self._size = size
        self._texts, self._width, self._room, self._writing = texts, width, width - LABELS, writing
        self._printed = printed
        self._words = self._cut(page.words, printed, lines, ("“", "”")) if page.words else None
        self._wants = self._goal_and_plan(page, printed, min(lines, 2)) if page.wants or page.planned else None
        self._asks = self._first_questions(page.questions, max(1, lines - 1)) if page.questions else None
        self.height = 0.0
        self._tried = self._cut(page.attempts, printed, 1, ("", ""), kept=False) if page.attempts else None
        for block in (self._words, self._wants, self._tried, self._asks):
            self.height += height_of(block, self._room) + _BETWEEN_LINES if block else 0
        if self._words is None:
            self.height += writing * _WRITING + 2

    def _goal_and_plan(self, page: PageOne, printed: Printed, lines: int) -> Any:
        """A goal gives way to what is planned as long as its beginning stands; else both are cut at the same length."""
        goal, plan = page.wants, page.planned
        most = (2 if goal and plan else lines) * self._size * 1.2 + 1

        def set_as(goal_letters: int, plan_letters: int) -> Any:
            parts = (self._beginning(goal, goal_letters), self._beginning(plan, plan_letters))
            return set_in([Sentence(" ".join(filter(None, parts)))], self._size, 1.2)

        def fits(goal_letters: int, plan_letters: int) -> bool:
            return height_of(set_as(goal_letters, plan_letters), self._room) <= most

        longest = max(len(goal), len(plan))
        if fits(longest, longest):
            return set_as(longest, longest)
        if fits(min(len(goal), _LEAST_OF_GOAL), longest):
            least, plan_letters = bisect_left(range(1, longest), True, key=lambda n: not fits(n, longest)), longest
        else:
            least = plan_letters = bisect_left(range(1, longest), True, key=lambda n: not fits(n, n))
        for words, letters in ((goal, least), (plan, plan_letters)):
            if len(words) > letters:
                printed.keep(words)
        return set_as(least, plan_letters)

    def _beginning(self, words: str, length: int) -> str:
        if len(words) <= length:
            return words
        return with_tail(whole_words(words, length), self._later(words))

    def _later(self, place: str) -> str:
        """Where it goes on."""
        return self._texts(" … (page {n})", n=self._texts.integer(self._printed.page_of(place)))

    def _first_questions(self, questions: Sequence[str], lines: int) -> Any:
        """As many as there is room for, and how many more; of one that is too long its beginning. All stand later."""
        texts, most = self._texts, lines * self._size * 1.2 + 1

        def set_as(shown: Sequence[str]) -> Any:
            more = len(questions) - len(shown)
            left = texts.plural("{n} more question: next pages.", "{n} more questions: next pages.", more)
            tail = [left] if more else []
            quoted = [texts("“{question}”", question=question) for question in shown]
            return set_in([Sentence("", " ".join([*quoted, *tail]))], self._size, 1.2)

        def fits(block: Any) -> bool:
            return height_of(block, self._room) <= most

        def cut(length: int) -> Any:
            return set_as([with_tail(whole_words(questions[0], length), "…")])

        if not fits(set_as(questions[:1])):
            longest = bisect_left(range(1, len(questions[0])), True, key=lambda length: not fits(cut(length)))
            return cut(longest)
        number = 1
        while number < len(questions) and fits(set_as(questions[: number + 1])):
            number += 1
        return set_as(questions[:number])

    def _cut(
        self, words: str, printed: Printed, lines: int, around: tuple[str, str], bold: bool = False, kept: bool = True
    ) -> Any:
        """As much as there is room for, cut at a word, and the whole text on a later page; ``around`` is never cut.

        ``kept``: it stands there only because it was cut here.
        """
        most = lines * self._size * 1.2 + 1

        def set_as(text: str) -> Any:
            shown = f"{around[0]}{text}{around[1]}".strip()
            return set_in([Sentence(shown) if bold else Sentence("", shown)], self._size, 1.2)

        if height_of(set_as(words), self._room) <= most:
            return set_as(words)
        if kept:
            printed.keep(words)
        place = words if kept else section_place("attempts")

        def cut(length: int) -> Any:
            return set_as(with_tail(whole_words(words, length), self._later(place)))

        return cut(bisect_left(range(1, len(words)), True, key=lambda n: height_of(cut(n), self._room) > most))

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        with pen.part(Role.PARAGRAPH):
            y = self._draw_words(pen, left, top)
        texts = self._texts
        blocks = ((texts("Wants"), self._wants), (texts("Tried before"), self._tried), (texts("Asks"), self._asks))
        for label, block in blocks:
            if block is not None:
                with pen.part(Role.PARAGRAPH):
                    pen.text(left, y - self._size, label, self._size, bold=True)
                    y = pen.block(block, left + LABELS, y, self._room) - _BETWEEN_LINES

    def _draw_words(self, pen: Pen, left: float, top: float) -> float:
        """With lines to write on, where there are none."""
        pen.text(left, top - self._size, self._texts("In own words"), self._size, bold=True)
        if self._words is not None:
            return pen.block(self._words, left + LABELS, top, self._room) - _BETWEEN_LINES
        for number in range(1, self._writing + 1):
            pen.rule(left + LABELS, top - number * _WRITING + 3, left + self._width, RULE)
        return top - self._writing * _WRITING - 2


def label_size(label: str) -> float:
    """As large as the others, or a little smaller, so that it keeps away from what is said of it."""
    return min(LINE, LINE * (LABELS - _GAP) / width_of(label, LINE, bold=True))


def _paragraphs(line: Line, run_on: bool) -> Sequence[Sequence[Sentence]]:
    """What stands beside a label; ``run_on``: in one paragraph."""
    return [list(chain.from_iterable(line.paragraphs))] if run_on else line.paragraphs


class Lines:
    """Bold words at the left edge, each with its answer; ``small`` and run on where the page is at its fullest."""

    def __init__(self, lines: Sequence[Line], width: float, small: bool = False) -> None:
        self._room, self._size = width - LABELS, SMALL if small else LINE
        self._lines = [
            (
                line.label,
                [set_in(sentences, self._size, 1.2) for sentences in _paragraphs(line, run_on=small) if sentences],
            )
            for line in lines
        ]
        self.height = sum(self._height(blocks) for _, blocks in self._lines) + 2

    def _height(self, blocks: Sequence[Any]) -> float:
        return sum(height_of(block, self._room) for block in blocks) + _BETWEEN_LINES

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        y = top
        for label, blocks in self._lines:
            with pen.part(Role.PARAGRAPH):
                pen.text(left, y - self._size, label, min(self._size, label_size(label)), bold=True)
                for block in blocks:
                    y = pen.block(block, left + LABELS, y, self._room)
            y -= _BETWEEN_LINES
