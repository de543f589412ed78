"""What a person stated last of a subject, how old that is, and whether it is time to ask again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journal.core import limits
from journal.core.entries import Condition, Intake, Statement, Substance
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
    statements: Iterable[Statement],
    subject: Subject,
    today: dt.date,
    listed: Iterable[Substance | Condition],
    first_written: Mapping[str, int],
) -> Standing | None:
    """What was said last of the subject up to today; of one day what was written last. None: nothing was.

    ``listed``: the entries of its list; ``first_written``: when each of them and of the statements was first written
    into this journal. The time decides and not the day: a medicine may be added a minute after "nothing else".
    """
    of_subject = [statement for statement in statements if statement.subject is subject and statement.day <= today]
    if not of_subject:
        return None
    last = max(of_subject, key=lambda statement: (statement.day, statement.recorded_ms))
    age = (today - last.day).days
    outdated = any(_was_added_since(last, entry, first_written) for entry in listed)
    return Standing(last, age, age > limits.STATEMENT_DAYS, outdated)


@dataclass(frozen=True, slots=True)
class Against:
    """Intakes that do not go together with "nothing else"; ``since``: those that came after it."""

    all: tuple[Intake, ...]
    since: tuple[Intake, ...]


def speak_against(statement: Statement, unlisted: Iterable[tuple[dt.date, Intake]]) -> Against:
    """Of intakes of what is not on the list, with their days, those from the statement's day on or written after it."""
    against = [
        (intake, day > statement.day or intake.recorded_ms > statement.recorded_ms)
        for day, intake in unlisted
        if day >= statement.day or intake.recorded_ms > statement.recorded_ms
    ]
    return Against(tuple(intake for intake, _ in against), tuple(intake for intake, later in against if later))


def _was_added_since(statement: Statement, entry: Substance | Condition, first_written: Mapping[str, int]) -> bool:
    """Of what came in one import with the statement nobody knows when it was written down; it did not come later
    unless it began later.
    """
    written_ms = first_written.get(entry.id)
    if written_ms is None or written_ms <= statement.recorded_ms:
        return False
    came_together = written_ms == first_written.get(statement.id)
    return not came_together or (entry.since is not None and entry.since > statement.day)
