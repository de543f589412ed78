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
    """The last statement of a subject; ``age`` in days. ``ask_again``: it is old, so it is asked gently."""

    statement: Statement
    age: int
    ask_again: bool

    @property
    def stands(self) -> bool:
        """Whether it says yes; a no and a not sure are kept, and stand for nothing."""
        return self.statement.answer is Stated.YES


def last_statement(statements: Iterable[Statement], subject: Subject, today: dt.date) -> Standing | None:
    """What was said last of the subject up to today; of one day what was written last. None: nothing was."""
    of_subject = [statement for statement in statements if statement.subject is subject and statement.day <= today]
    if not of_subject:
        return None
    last = max(of_subject, key=lambda statement: (statement.day, statement.recorded_ms))
    age = (today - last.day).days
    return Standing(last, age, age > limits.STATEMENT_DAYS)
