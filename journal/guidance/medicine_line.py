"""A medicine typed in one line, taken apart: "oxycodone 5 mg twice daily" is a name, an amount and how often."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from journal.guidance.recognising import recognise

_NUMBER = r"(?:[0-9][0-9.,/]*|½|half an?|one|two|three|an?)"
_UNIT = (
    r"(?:mg|mcg|[\u00b5\u03bc]g|ug|g|ml|iu|units?|drops?|tablets?|tabs?|pills?|capsules?|caps?|puffs?|sprays?|"
    r"patch(?:es)?|sachets?|suppositor(?:y|ies))"
)
_AMOUNT = rf"(?:[0-9]+ ?[x×] ?)?{_NUMBER} ?{_UNIT}(?:/(?:[0-9]+ ?)?(?:h|hr|ml|day))?"
_OFTEN = (
    r"(?:once|twice|three times|four times|[0-9]+ ?(?:x|×|times)|every|each|daily|nightly|weekly|as needed|if needed|"
    r"when needed|prn|at night|at bedtime|before bed|in the (?:morning|evening)|mornings|evenings|(?:a|per) day)"
)
_LINE = rf"(?P<name>.*?[^\s,]),? +(?:(?P<amount>{_AMOUNT})(?:,? +(?P<rest>.+))?|(?P<often>{_OFTEN}\b.*))"


class MedicineLine(NamedTuple):
    """What was typed, each part in the person's own words."""

    name: str
    amount: str
    how_often: str


def taken_apart(typed: str) -> MedicineLine | None:
    """The parts of a line whose first words are a recognised name; None: it stays as it was typed.

    So does a line in which a second name follows, or whose number has no unit.
    """
    match = _pattern().fullmatch(typed)
    if match is None:
        return None
    name, whole = recognise(match["name"]), recognise(typed)
    if not name.is_known or name.unknown or name.generics != whole.generics or whole.unknown:
        return None
    return MedicineLine(match["name"], match["amount"] or "", match["rest"] or match["often"] or "")


@cache
def _pattern() -> re.Pattern[str]:
    """Made when a medicine is typed first."""
    return re.compile(_LINE, re.IGNORECASE)
