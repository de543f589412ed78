"""What is asked once more before private entries leave the journal on paper or in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from journal.core.entries import Condition
from journal.reports.asked_twice import private_pregnancy_chosen
from journal.reports.options import ReportOptions
from journal.reports.sheet_options import SheetOptions
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class SecondQuestion:
    """The question, and its two answers."""

    words: str
    no: str
    yes: str


def second_question(
    texts: Texts,
    chosen: ReportOptions | SheetOptions,
    conditions: Iterable[Condition],
    today: dt.date,
    may_tell_private: bool = True,
) -> SecondQuestion | None:
    """None where nothing that is marked private would be told. ``may_tell_private``: by the tick for all of it."""
    all_private = isinstance(chosen, ReportOptions) and chosen.private and may_tell_private
    pregnancy = private_pregnancy_chosen(conditions, chosen, today)
    if not all_private and not pregnancy:
        return None
    if not all_private:
        words = texts("An entry marked private, about pregnancy, would be on these pages. Print it this time?")
        return SecondQuestion(words, texts("Leave it out"), texts("Print it, too"))
    words = texts("Private entries would be on these pages. Print them this time?")
    if pregnancy:
        words = texts("Private entries, one of them about pregnancy, would be on these pages. Print them this time?")
    return SecondQuestion(words, texts("Leave them out"), texts("Print them, too"))
