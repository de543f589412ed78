"""The ranges that Trends offers: one line each."""

from __future__ import annotations

from dataclasses import dataclass

from journal.core import limits
from journal.texts import Texts

USUAL, ALL = "84", "all"


@dataclass(frozen=True, slots=True)
class Range:
    """``words`` stand on its chip, ``heading`` above the chart; ``days``: so many up to yesterday, None: all."""

    code: str
    words: str
    heading: str
    days: int | None


def ranges(texts: Texts) -> tuple[Range, ...]:
    """In the order of the chips."""
    days, weeks = limits.WINDOW_DAYS, limits.DEFAULT_DAYS // 7
    return (
        Range("28", texts.plural("{n} day", "{n} days", days),
              texts.plural("{n} day at a glance", "{n} days at a glance", days), days),
        Range(USUAL, texts.plural("{n} week", "{n} weeks", weeks),
              texts.plural("{n} week at a glance", "{n} weeks at a glance", weeks), limits.DEFAULT_DAYS),
        Range("365", texts("1 year"), texts("1 year at a glance"), 365),
        Range(ALL, texts("All"), texts("All days at a glance"), None),
    )  # fmt: skip
