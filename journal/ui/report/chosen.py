"""What was chosen for the pages, and the pages as they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journal.insights.summary import Span

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person chose. ``name`` is empty and ``birth_year`` None unless they are to be printed."""

    period: Span
    paper: Paper
    words: str
    goal: str
    planned: str
    name: str
    birth_year: int | None
    warnings: bool
    notes: bool
    suicidal: bool


@dataclass(frozen=True, slots=True)
class Made:
    """The pages with a neutral file name, and whether warning symptoms, notes beside them and thoughts of suicide are
    in their period. ``left_out``: thoughts of suicide are, and these pages do not print them."""

    pdf: bytes
    file_name: str
    warnings: bool
    notes: bool
    suicidal: bool
    left_out: bool = False
