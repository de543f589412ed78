"""What a page may be made of: facts without what is private; withheld doses count only as "more than is listed"."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import DayMarkKind
from journal.core.figure_facts import Facts, LeftOut


def without_private(facts: Facts) -> Facts:
    """The facts as a reader of a page may know them.

    A private dose leaves its time behind: its day holds more than is listed, and ratings on both sides of it are not
    before and after another dose. Private ratings,
    notes and marks are as if they had never been written; only "number not known" keeps its day open, like a dose.
    """
    private = (LeftOut(dose.utc_ms, dose.local_ms) for dose in facts.doses if dose.private)
    return replace(
        facts,
        doses=tuple(dose for dose in facts.doses if not dose.private),
        left_out=tuple(sorted((*facts.left_out, *private))),
        ratings=tuple(rating for rating in facts.ratings if not rating.private),
        marks=tuple(mark for mark in facts.marks if not mark.private or mark.mark == DayMarkKind.NUMBER_NOT_KNOWN),
        private_notes=(),
        first_uses=tuple(use._replace(local_ms=use.open_ms) for use in facts.first_uses if use.open_ms is not None),
    )
