"""What is kept for a visit: questions to ask, and earlier attempts to cut down or stop."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from journal.core.entry import Entry
from journal.core.fields import Day, Free, Recorded
from journal.core.plaintext import folded


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Question(Entry):
    """Something to ask. ``asked_on`` None: not asked yet."""

    plural: ClassVar[str] = "questions"

    text: Annotated[str, Free(required=True, searchable=False)]
    asked_on: dt.date | None = None
    recorded_ms: Annotated[int, Recorded()] = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Attempt(Entry):
    """An earlier attempt to cut down or stop, and what happened, in the person's words."""

    plural: ClassVar[str] = "attempts"

    since: Annotated[dt.date | None, Day(rough=True)] = None
    until: Annotated[dt.date | None, Day(ends="since", rough=True)] = None
    what_happened: Annotated[str, Free(required=True, searchable=False)]


def same_question(text: str, questions: Iterable[Question]) -> Question | None:
    """The question in the same words, whatever its case, spaces and last sign; one still to be asked comes first."""
    same = [question for question in questions if _words_of(question.text) == _words_of(text)]
    return min(same, key=lambda question: question.asked_on is not None, default=None)


def _words_of(text: str) -> str:
    return " ".join(folded(text).split()).rstrip(" ?!.")
