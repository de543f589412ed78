"""What a person stated last of a subject, how old that is, and whether it is time to ask again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from journal.core import limits
from journal.core.entries import Statement
from journal.core.health import Stated, Subject


@dataclass(frozen=True, slots=True)
class Standing:
    """The last statement of a subject; ``age`` in days. ``ask_again``: it is old, so it is asked gently.
    ``outdated``: something was added to the list after it was written.
    """

    statement: Statement
    age: int
    ask_again: bool
    outdated: bool = False

    @property
    def stands(self) -> bool:
        """Whether it says yes; a no and a not sure are kept, and stand for nothing."""
        return self.statement.answer is Stated.YES

    @property
    def holds(self) -> bool:
        """Whether it need not be asked again: of a yes, neither time nor the list has gone on since."""
        return self.stands and not self.ask_again and not self.outdated


def last_statement(
    statements: Iterable[Statement], subject: Subject, today: dt.date, listed_ms: Iterable[int]
) -> Standing | None:
    """What was said last of the subject up to today; of one day what was written last. None: nothing was.

    ``listed_ms``: when each entry of its list was first written down. The time decides and not the day: a medicine
    may be added a minute after "nothing else".
    """
    of_subject = [statement for statement in statements if statement.subject is subject and statement.day <= today]
    if not of_subject:
        return None
    last = max(of_subject, key=lambda statement: (statement.day, statement.recorded_ms))
    age = (today - last.day).days
    outdated = any(written_ms > last.recorded_ms for written_ms in listed_ms)
    return Standing(last, age, age > limits.STATEMENT_DAYS, outdated)
