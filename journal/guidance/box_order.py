"""In which order a box of advice speaks: emergency signs, take no more, whom to call or ask, and only then why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from journal.texts import Texts


class Step(Enum):
    """What a line is for."""

    EMERGENCY = auto()  # a sign, and the number
    NO_MORE = auto()  # what holds until somebody has been asked, whatever it is said of
    SIGNS = auto()  # all signs for which to call; they are the first line where there is no other
    ASK = auto()
    WHY = auto()


class Line(NamedTuple):
    """``role`` is that of a label; ``again``: it is said with each that it holds for, the others once in a box.

    ``of_all``: a reason that speaks of several, which it names itself.
    """

    step: Step
    words: str
    role: str = ""
    again: bool = False
    of_all: bool = False


class Part(NamedTuple):
    """What is said of one name or condition; ``name`` stands before its reasons where there are several, if at all."""

    heading: str
    lines: list[Line]
    name: str = ""


def in_order(texts: Texts, parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Role and words of each line. What to do first is said of all of them, below the first heading."""
    above = set[str]()
    for place, part in enumerate(parts):
        yield "strong", part.heading
        if place == 0:
            for words in _for_all(parts):
                above.add(words)
                yield "", words
        yield from ((line.role, line.words) for line in _unsaid(part, Step.ASK, above))
    for part in parts:
        named = part.name if len(parts) > 1 else ""
        for line in _unsaid(part, Step.WHY, above):
            bare = not named or line.role or line.of_all
            yield line.role, line.words if bare else texts("{name}: {why}", name=named, why=line.words)


def _for_all(parts: Sequence[Part]) -> list[str]:
    lines = [line for part in parts for line in part.lines]
    signs_wait = any(line.step is Step.EMERGENCY for line in lines)
    steps = (Step.EMERGENCY, Step.NO_MORE, Step.SIGNS) if signs_wait else (Step.SIGNS, Step.NO_MORE)
    return list(dict.fromkeys(line.words for step in steps for line in lines if line.step is step))


def _unsaid(part: Part, step: Step, above: set[str]) -> Iterator[Line]:
    for line in part.lines:
        words = _without(line.words, above)
        if line.step is step and words and (line.again or words not in above):
            above.add(words)
            yield line._replace(words=words)


def _without(words: str, above: set[str]) -> str:
    """Without a sentence at its end that stands above."""
    for sentence in above:
        if words.endswith(f". {sentence}"):
            return words.removesuffix(sentence).rstrip()
    return words
