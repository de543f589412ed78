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
    r"(?:, and )?\bdo not stop (?:kratom all at once|suddenly on your own)\b(?:, and )?"
    r"|(?:, so )?\bspeak to (?:them|one) before you stop\b(?:, because [^.]*)?"
    r"|\ssudden stopping of opioids can harm, too\.",
    re.IGNORECASE,
)
_PREGNANCY = re.compile(r"\bpregnan", re.IGNORECASE)
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
    """The page beside an emergency for which nothing is left off: in such a place only that this comes first.

    What is said of a pregnancy stays, and this is said behind it: it holds beside such an emergency, too.
    """
    return _with_instead(page, Statement(texts(_URGENT_FIRST), ()), pregnancy_stays=True)


def _with_instead(page: Page, then: Statement, pregnancy_stays: bool = False) -> Page:
    blocks, heading = list[Block](), ""
    for block in page.blocks:
        heading = block.text if isinstance(block, Heading) else heading
        blocks.append(_block(block, then, pregnancy_stays, bool(_PREGNANCY.search(heading))))
    return replace(page, blocks=tuple(blocks))


def sentences_instead(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The same for sentences that are read in one go."""
    no_more = Statement(stopping().no_more, stopping().no_more_sources)
    return tuple(instead for statement in statements for instead in _instead(statement, no_more, stays=False))


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


def _block(block: Block, then: Statement, pregnancy_stays: bool, under_pregnancy: bool) -> Block:
    def paragraph(statements: Iterable[Statement]) -> Paragraph:
        return Paragraph(
            tuple(
                instead
                for statement in statements
                for instead in _instead(statement, then, pregnancy_stays and (under_pregnancy or _of_it(statement)))
            )
        )

    match block:
        case Paragraph(statements):
            return paragraph(statements)
        case Bullets(items):
            return Bullets(tuple(paragraph(item.statements) for item in items))
        case Heading():
            return block


def _of_it(statement: Statement) -> bool:
    return _PREGNANCY.search(statement.text) is not None


def _instead(statement: Statement, then: Statement, stays: bool) -> Iterator[Statement]:
    """``stays``: it is said as ever, and ``then`` behind it."""
    rest = without_stopping(statement.text)
    if rest == statement.text:
        yield statement
        return
    if stays:
        yield statement
    elif rest.strip(". "):
        yield Statement(rest, statement.sources)
    yield then
