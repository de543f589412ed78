"""The pages of guidance as they speak to this person: one rule with the cards about a pregnancy and about stopping."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from journal.core.entries import Condition
from journal.guidance.around_signs import around_signs
from journal.guidance.blood_pressure import is_openly_pregnant, is_pregnant
from journal.guidance.left_off import take_no_more_instead, urgent_instead
from journal.guidance.open_emergencies import is_emergency
from journal.guidance.own_list import ReadJournal, takes_no_more
from journal.guidance.signs_on_page import in_pregnancy, soothing
from journal.guidance.values import Block, Bullets, Heading, Page, Paragraph, Statement
from journal.guidance.warning_signs import stopping
from journal.texts import Texts


def said_to_person(journal: ReadJournal, pages: tuple[Page, ...], texts: Texts) -> tuple[Page, ...]:
    """After some signs, and beside what is an emergency, no page says not to stop all at once.

    Only what is said of a pregnancy stays beside an emergency for which nothing is left off. Where one is written down
    the rows of the signs are those of its cards. A row that would soothe beside a sign of these hours is on none.
    """
    conditions, today = journal.listed(Condition), journal.today()
    if is_pregnant(conditions, today):
        rows = in_pregnancy(is_openly_pregnant(conditions, today))
        pages = tuple(_with_rows(page, rows) for page in pages)
    if left_out := soothing(around_signs(journal, journal.clock.now_ms()).codes):
        pages = tuple(_without(page, left_out) for page in pages)
    if takes_no_more(journal):
        return tuple(map(take_no_more_instead, pages))
    if is_emergency(journal, journal.clock.now_ms()):
        return tuple(urgent_instead(page, texts) for page in pages)
    return pages


def _without(page: Page, texts: Collection[str]) -> Page:
    """The page without the items of its lists that are these."""
    return replace(page, blocks=tuple(_fewer(block, texts) for block in page.blocks))


def _fewer(block: Block, texts: Collection[str]) -> Block:
    if not isinstance(block, Bullets):
        return block
    return Bullets(
        tuple(item for item in block.items if not any(statement.text in texts for statement in item.statements))
    )


def _with_rows(page: Page, rows: Mapping[str, Statement]) -> Page:
    return replace(page, blocks=tuple(_block(block, rows) for block in page.blocks))


def _block(block: Block, rows: Mapping[str, Statement]) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, rows)
        case Bullets(items):
            return Bullets(tuple(_paragraph(item, rows) for item in items))
        case Heading():
            return block


def _paragraph(paragraph: Paragraph, rows: Mapping[str, Statement]) -> Paragraph:
    return Paragraph(tuple(_of_pregnancy(statement, rows) for statement in paragraph.statements))


def _of_pregnancy(statement: Statement, rows: Mapping[str, Statement]) -> Statement:
    """A list of the signs with which no more is to be taken has no seizure then: ``goes_on`` speaks of that."""
    shared = stopping()
    if statement.text in rows:
        return rows[statement.text]
    return replace(statement, text=statement.text.replace(shared.no_more_with, shared.no_more_with_pregnant))
