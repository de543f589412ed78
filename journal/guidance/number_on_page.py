"""The emergency number of the chosen country in the place of the words that a page has for it."""

from __future__ import annotations

import re
from dataclasses import replace

from journal.guidance.help_lines import Country
from journal.guidance.poison_line import with_poison_line
from journal.guidance.signs_in_words import known_number
from journal.guidance.values import Block, Bullets, Heading, Page, Paragraph, Statement

_WORDS_FOR_IT = re.compile(r"\b(?:your local|the) emergency number\b")


def with_number(text: str, country: Country) -> str:
    """ "Call 911 for a seizure" for "Call the emergency number for a seizure"; as it is where none is known."""
    number, text = known_number(country), with_poison_line(text, country)
    return _WORDS_FOR_IT.sub(lambda _: number, text) if number else text


def statement_with_number(statement: Statement, country: Country) -> Statement:
    """The same for a statement."""
    return replace(statement, text=with_number(statement.text, country))


def page_with_number(page: Page, country: Country) -> Page:
    """The same for every sentence of a page."""
    return replace(
        page, summary=with_number(page.summary, country), blocks=tuple(_block(block, country) for block in page.blocks)
    )


def _block(block: Block, country: Country) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, country)
        case Bullets(items):
            return Bullets(tuple(_paragraph(item, country) for item in items))
        case Heading():
            return replace(block, text=with_number(block.text, country))


def _paragraph(paragraph: Paragraph, country: Country) -> Paragraph:
    return Paragraph(tuple(statement_with_number(statement, country) for statement in paragraph.statements))
