"""The question of Today, "How is it now?": when it was due and what became of it, so that misses are known, too."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.entry import Entry
from journal.core.fields import Gone, Instant, Refers


class Outcome(StrEnum):
    """What became of a question; ``MISSED``: it stood there until its time was over."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Prompt(Entry):
    """One question that was shown. It belongs to no journal day, so a missed one says nothing about a day."""

    plural: ClassVar[str] = "prompts"
    deletable: ClassVar[bool] = False

    symptom: Annotated[str | None, Refers("symptom", Gone.FORGETS)] = None
    due_ms: Annotated[int, Instant()]
    outcome: Outcome
