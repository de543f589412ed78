"""What the program says about safety: pages in which every sentence names its source, and help lines by country."""

from __future__ import annotations

from journal.guidance.checks import due_for_review, faults, statements_table
from journal.guidance.found import Found, Hit, by_passage
from journal.guidance.grade_level import grade_level
from journal.guidance.help_lines import Country, HelpLine, countries, country
from journal.guidance.markdown import PageFault
from journal.guidance.search import find, search
from journal.guidance.shipped import page, pages, sources
from journal.guidance.values import Block, Bullets, Heading, Page, Paragraph, Passage, Source, Statement

__all__ = [
    "Block",
    "Bullets",
    "Country",
    "Found",
    "Heading",
    "HelpLine",
    "Hit",
    "Page",
    "PageFault",
    "Paragraph",
    "Passage",
    "Source",
    "Statement",
    "by_passage",
    "countries",
    "country",
    "due_for_review",
    "faults",
    "find",
    "grade_level",
    "page",
    "pages",
    "search",
    "sources",
    "statements_table",
]
