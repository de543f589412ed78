"""Whether an emergency card is out of date: a mark of the medicines and allergies that it was made of, and no names."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from journal.core.entries import Condition, Substance
from journal.core.health import ConditionKind

_LETTERS = 16


def card_mark(substances: Iterable[Substance], conditions: Iterable[Condition], today: dt.date) -> str:
    """The same for the same list: it changes with every medicine, substance or allergy that comes, goes or is edited.

    What is private is on no card, so it changes nothing.
    """
    medicines = [
        repr((substance.id, substance.name, substance.amount))
        for substance in substances
        if not substance.private and substance.taken_on(today)
    ]
    allergies = [
        repr((condition.id, condition.name))
        for condition in conditions
        if condition.what is ConditionKind.ALLERGY and not condition.private
    ]
    return hashlib.sha256(repr((sorted(medicines), sorted(allergies))).encode()).hexdigest()[:_LETTERS]
