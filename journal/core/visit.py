"""What is kept for a visit: questions to ask, and earlier attempts to cut down or stop."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from journal.core.entry import Entry
from journal.core.fields import Day, Free, Recorded


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

    since: dt.date | None = None
    until: Annotated[dt.date | None, Day(ends="since")] = None
    what_happened: Annotated[str, Free(required=True, searchable=False)]
