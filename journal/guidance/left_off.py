"""What guidance says to somebody who was told to take no more: nothing beside it says not to stop all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journal.guidance.values import Block, Bullets, Heading, Page, Paragraph, Statement
from journal.guidance.warning_signs import stopping
from journal.texts import Texts
from journal.texts.marked import marked

# What is said of stopping kratom itself; a prescribed opioid, and what somebody else takes, are other things.
_DO_NOT_STOP = re.compile(
    r"(?:, and )?\bdo not stop (?:kratom all at once|suddenly on your own)\b(?:, and )?", re.IGNORECASE
)
# What a clinic says of going on with a medicine; not while somebody breathes slowly after it.
_GO_ON = re.compile(r"\b(?:keep taking it|miss no dose)\b", re.IGNORECASE)
_THEY_SAY_HOW = marked("Say that you take this one: they say how to go on with it.")
# What is said of daily drinking; "stop only with a doctor" would be read as "drink on tonight".
_STOP_WITH = re.compile(r"\bstop only with a doctor\b", re.IGNORECASE)
_SAY_DAILY = marked("Say there if you drink daily: stopping it suddenly needs care.")
_URGENT_FIRST = marked("Do what is urgent first.")
_EMPTY_SENTENCE = re.compile(r"(^|[.?] )\. ")  # what is left of a whole sentence with others around it


def take_no_more_instead(page: Page) -> Page:
    """The page with "take no more" in each place in which it says not to stop at once."""
    return _with_instead(page, Statement(stopping().no_more, stopping().no_more_sources))


def urgent_instead(page: Page, texts: Texts) -> Page:
    """The page beside an emergency for which nothing is left off: in such a place only that this comes first."""
    return _with_instead(page, Statement(texts(_URGENT_FIRST), ()))


def _with_instead(page: Page, then: Statement) -> Page:
    return replace(page, blocks=tuple(_block(block, then) for block in page.blocks))


def sentences_instead(statements: Iterable[Statement], then: Statement | None = None) -> tuple[Statement, ...]:
    """The same for sentences that are read in one go; ``then`` is "take no more" if it is left out."""
    no_more = Statement(stopping().no_more, stopping().no_more_sources) if then is None else then
    return tuple(instead for statement in statements for instead in _instead(statement, no_more))


def without_stopping(text: str) -> str:
    """A sentence without the half that says not to stop at once; "." where it says no more."""
    return _EMPTY_SENTENCE.sub(r"\1", _DO_NOT_STOP.sub("", text))


def while_sleepy(texts: Texts, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """What is said of a medicine that is left for now: who looks at the person first says how to go on with it."""
    return tuple(_left_for_now(texts, statement) for statement in statements)


def _left_for_now(texts: Texts, statement: Statement) -> Statement:
    if _GO_ON.search(statement.text):
        return Statement(texts(_THEY_SAY_HOW), ())
    return Statement(texts(_SAY_DAILY), statement.sources) if _STOP_WITH.search(statement.text) else statement


def _block(block: Block, then: Statement) -> Block:
    match block:
        case Paragraph(statements):
            return Paragraph(sentences_instead(statements, then))
        case Bullets(items):
            return Bullets(tuple(Paragraph(sentences_instead(item.statements, then)) for item in items))
        case Heading():
            return block


def _instead(statement: Statement, then: Statement) -> Iterator[Statement]:
    rest = without_stopping(statement.text)
    if rest == statement.text:
        yield statement
        return
    if rest.strip(". "):
        yield Statement(rest, statement.sources)
    yield then
