"""What was taken and written down beside the statement that nothing else is taken: it cannot stand without this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from journal.core.entries import Intake, Statement, Substance
from journal.core.limits import WINDOW_DAYS
from journal.core.plaintext import folded
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.guidance.recognising import recognise
from journal.insights.statements import speak_against
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.health_names import TAKEN

_A_YEAR = 5_000  # intakes; more than anybody writes down


@dataclass(frozen=True, slots=True)
class Beside:
    """The names of what was taken; ``count``: how often after the statement, so it is asked whether this holds."""

    names: tuple[str, ...] = ()
    count: int = 0

    @property
    def since(self) -> bool:
        """Whether any of it came after the statement."""
        return self.count > 0


NOTHING_BESIDE = Beside()


def taken_beside(texts: Texts, logbook: Logbook, statement: Statement, listed: Iterable[Substance]) -> Beside:
    """What is not on the list and was taken from the statement's day on, or was written down after it."""
    first = statement.day - dt.timedelta(days=WINDOW_DAYS)
    intakes = logbook.find(EntryQuery(kinds=("intake",), first_day=first, limit=_A_YEAR))
    on_list = list(listed)
    dated = [
        (day, entry)
        for entry in intakes
        if isinstance(entry, Intake) and (day := logbook.day_of(entry)) is not None and not _is_on(on_list, entry)
    ]
    against = speak_against(statement, dated)
    names = dict.fromkeys(_name(texts, intake) for intake in reversed(against.all))
    return Beside(tuple(names), len(against.since))


def _is_on(listed: list[Substance], intake: Intake) -> bool:
    name = intake.name if _is_named(intake) else intake.what
    generics = set(recognise(name).generics)
    return any(
        substance.id == intake.substance
        or folded(substance.name) == folded(name)
        or generics & set(recognise(substance.name).generics)
        for substance in listed
    )


def _is_named(intake: Intake) -> bool:
    return bool(intake.name) and intake.what in (Taken.OWN, Taken.PAINKILLER)


def _name(texts: Texts, intake: Intake) -> str:
    return intake.name if _is_named(intake) else texts(TAKEN[intake.what])
