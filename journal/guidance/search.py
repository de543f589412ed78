"""Finds the sentences of the guidance that hold all of some words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from journal.guidance.values import Page, Statement


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, and where it stands; ``heading`` is "" above a page's first heading."""

    page: Page
    heading: str
    statement: Statement


def search(pages: Iterable[Page], words: str) -> list[Hit]:
    """Statements in which every one of ``words`` begins a word; case, accents and hyphens do not matter.

    The titles above a statement count as well: "withdrawal sleep" finds a sentence on sleep under "Withdrawal".
    Nothing typed finds nothing.
    """
    wanted = _folded(words).split()
    if not wanted:
        return []
    return [
        Hit(page, heading, statement)
        for page in pages
        for heading, statement in page.under_headings()
        if _holds(f"{statement.text} {heading} {page.title}", wanted) and _holds_any(statement.text, wanted)
    ]


def _holds(text: str, wanted: list[str]) -> bool:
    words = _folded(text).split()
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _holds_any(text: str, wanted: list[str]) -> bool:
    return any(_holds(text, [word]) for word in wanted)


def _folded(text: str) -> str:
    # "7-OH", "7OH" and "7 oh" are typed for the same thing.
    joined = re.sub(r"\b7[\s\u2010\u2011-]?oh\b", "7oh", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(letter for letter in joined if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))
