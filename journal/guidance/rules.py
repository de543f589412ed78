"""What a page must say when it speaks of stopping, what it may not say beside some signs, and what is never said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journal.guidance.values import Bullets, Heading, Page, Paragraph

# Said wherever stopping or cutting down is spoken of: leaving these off suddenly can be dangerous in itself.
SEIZURES = "Stopping these suddenly can cause seizures."
ASK_FIRST = "Ask a doctor before you change them."
THESE = ("alcohol", "benzodiazepines", "sleeping pills", "barbiturates", "phenibut", "GHB", "baclofen")

_STOPPING = re.compile(
    r"\b(?:cut(?:ting)? down|(?:before|if|when) you stop|do(?: not|n[\u2019']t) stop|sudden stop|"
    r"stopping (?:all at once|it|suddenly|too fast))\b",
    re.IGNORECASE,
)
_DO_NOT_STOP = re.compile(
    r"\b(?:do(?: not|n[\u2019']t)|never) stop\b[^.]*\b(?:suddenly|abruptly|at once|on your own)\b", re.IGNORECASE
)
# With these the product is left off at once: to hear that one may not stop would keep a person from doing so.
_LEAVE_IT_OFF = re.compile(
    r"harmed liver|\bliver\b|yellow (?:eyes|skin)|dark urine|pale stool|swell|swollen|naloxone|hard to wake|"
    r"cannot be woken|(?:slow|shallow)\w*,? (?:or \w+ )?breath|breath\w* (?:is |very )?(?:slow|shallow|badly)",
    re.IGNORECASE,
)
_FINE = r"(?:safe|harmless|natural|mild|normal|non-?addictive|low[- ]risk)"
_NEVER_SAID = re.compile(
    r"(?P<fine>\b(?:it|this|that|kratom|leaf|product|they|these|you|he|she)\s(?:is|are|was|were|seems?|looks?)\s"
    rf"(?:\w+ly\s|very\s|quite\s)?{_FINE}\b)"
    r"|\bnot an overdose\b|\bno interactions?\b|\bwait and see\b|\boverreacting\b|\bonly call if\b"
    r"|\b(?:your|the) liver is fine\b|\ball clear\b|\bno danger\b"
    r"|\bkratom (?:can )?(?:works?|helps?|treats?|cures?|heals?|replaces?|relieves?)\b"
    r"|\byou (?:have|suffer from) (?:an? )?(?:\w+ )?(?:addiction|dependence|disorder|overdose|interaction)\b"
    r"|\byou are (?:now )?(?:addicted|dependent|in withdrawal)\b"
    r"|\b(?:report|price|brand|certificate)s? (?:means?|shows?|proves?) (?:that )?(?:it is )?(?:pure|purity|clean)\b"
    r"|\bdrug tests?\b|\b(?:stop|start|change) (?:taking )?your (?:prescribed |other )?(?:medicines?|tablets)\b"
    r"|\b(?:wait|every) (?:at least )?(?:\d+|two|three|four|six|eight|twelve) (?:hours?|minutes?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no)\b[^.]*$", re.IGNORECASE)


def never_said(text: str) -> list[str]:
    """What ``text`` says although no page may: that something is safe or works, a verdict, a time to wait.

    Example: "It is harmless." is found, "That it is not listed does not mean that it is harmless." is let through.
    """
    return [match.group() for match in _NEVER_SAID.finditer(text) if not (match["fine"] and _denied(text, match))]


def _denied(text: str, match: re.Match[str]) -> bool:
    return _DENIED.search(text[: match.start()]) is not None


def stopping_faults(page: Page) -> Iterator[str]:
    """One sentence for each place in which the page speaks of stopping in a way that could harm."""
    for heading, text in _sections(page):
        if _STOPPING.search(f"{heading}. {text}"):
            yield from (f"{missing!r} is missing where {heading!r} speaks of stopping" for missing in _missing(text))
    for text in _paragraphs(page):
        if _DO_NOT_STOP.search(text) and (sign := _LEAVE_IT_OFF.search(text)):
            yield f"not to stop is said beside {sign.group()!r}: {text!r}"


def _missing(text: str) -> list[str]:
    if f"{SEIZURES} {ASK_FIRST}" not in text:
        return [f"{SEIZURES} {ASK_FIRST}"]
    return [name for name in THESE if name.casefold() not in text.casefold()]


def _sections(page: Page) -> list[tuple[str, str]]:
    """Each heading with all that stands under it."""
    texts_by_heading: dict[str, list[str]] = {}
    for heading, statement in page.under_headings():
        texts_by_heading.setdefault(heading, []).append(statement.text)
    return [(heading, " ".join(sentences)) for heading, sentences in texts_by_heading.items()]


def _paragraphs(page: Page) -> Iterator[str]:
    """What is read in one go: each paragraph and each item of a list."""
    for block in page.blocks:
        match block:
            case Paragraph(statements):
                yield " ".join(statement.text for statement in statements)
            case Bullets(items):
                yield from (" ".join(statement.text for statement in item.statements) for item in items)
            case Heading():
                pass
