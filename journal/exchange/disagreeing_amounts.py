"""Amounts of the program's own files that say two things: the words one amount, the number beside them another."""

from __future__ import annotations

from journal.core.amounts import Amount
from journal.core.entries import Entry, Tombstone
from journal.core.refusal import Refused
from journal.core.words_of_amounts import number_in_words, says_otherwise


def refuse_disagreeing(entry: Entry | Tombstone, typed: str, number: str) -> None:
    """Refused("amounts-disagree") where whoever changed the file changed one of the two; ``typed`` and ``number`` are
    what the file calls them."""
    amount = getattr(entry, "amount", None)
    if isinstance(amount, Amount) and says_otherwise(amount):
        beside = number_in_words(amount)
        raise Refused("amounts-disagree", text=amount.text[:40], beside=beside, typed=typed, number=number)
