"""What a person chooses for the pages: period, paper, own words, and what is disclosed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journal.insights.summary import Span

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """One report. ``name`` and ``birth_year`` are printed only if given; both are left out by default.

    ``words`` (at most 240 letters), ``goal`` and ``planned`` (an operation or visit; at most 120) are the person's own.
    ``warnings``: show the box of warning symptoms that were noted, ``notes``: with what was written beside them;
    ``suicidal``: thoughts of suicide too, which need their own yes.
    """

    period: Span
    paper: Paper = "a4"
    words: str = ""
    goal: str = ""
    name: str = ""
    birth_year: int | None = None
    warnings: bool = True
    suicidal: bool = False
    planned: str = ""
    notes: bool = False


def suggested_name(period: Span) -> str:
    """A neutral file name without the person's name: journal-summary-2026-05-31.pdf."""
    return f"journal-summary-{period.last.isoformat()}.pdf"
