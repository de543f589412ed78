"""What the box of warning symptoms is made of: every sign that was noted, and what was written down close to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from journal.core.figure_facts import LeftOut, TextFact
from journal.core.journal_day import day_of
from journal.core.preferences import DEFAULT_DAY_START

NOTE_NEAR = 60  # minutes between a rating and a note that is taken to be about it, to either side
HOURS_BEFORE = 6  # of doses that are listed beside a sign; our own choice, without a source
DAYS_LOOKED_BACK = 90  # before a page is made, whatever its period
PALPITATIONS = "palpitations"  # a side effect that is a sign here


class SignFact(NamedTuple):
    """A rating of a warning symptom or of palpitations that is not 0; ``value`` None: noted without a number.

    ``answer``: see ``Answer``; None: not answered.
    """

    utc_ms: int
    local_ms: int
    symptom: str
    value: int | None
    answer: str | None
    dose: str | None
    private: int = 0


class NearDose(NamedTuple):
    """A dose in the hours before a sign; ``quantity`` None: unknown."""

    utc_ms: int
    local_ms: int
    product: str | None
    quantity: int | None
    dimension: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class WarningFacts:
    """Every sign from the journal day ``first`` on, also those dated later than the clock, in order of time.

    The day before is read too: what is marked private there may stand beside a note of the first day. ``texts`` and
    ``doses`` are near some sign; the private ones are left out unless they are asked for: of doses ``left_out`` says
    when they were.
    """

    first: dt.date
    day_start: int = DEFAULT_DAY_START
    signs: tuple[SignFact, ...] = ()
    texts: tuple[TextFact, ...] = ()
    doses: tuple[NearDose, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def day_of(self, local_ms: int) -> dt.date:
        """The journal day of a wall-clock time."""
        return day_of(local_ms, self.day_start)
