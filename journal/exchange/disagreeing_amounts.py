"""Amounts of the program's own files that say two things: the words one amount, the number beside them another."""

from __future__ import annotations

from functools import lru_cache

from journal.core.amounts import Amount, plain_number
from journal.core.entries import Entry, Tombstone
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.exchange.csv_columns import SIGNS

_REMEMBERED = 4096
_NOT_SAID = Amount()


def refuse_disagreeing(entry: Entry | Tombstone, typed: str, number: str) -> None:
    """Refused("amounts-disagree") where whoever changed the file changed one of the two; ``typed`` and ``number`` are
    what the file calls them.

    Words in an own unit, and bare numbers, may mean any amount.
    """
    amount = getattr(entry, "amount", None)
    if not isinstance(amount, Amount) or amount.unit is not None or amount.quantity is None or amount.dimension is None:
        return
    said = _read(amount.text)
    if said.known and (said.quantity, said.dimension) != (amount.quantity, amount.dimension):
        beside = f"{plain_number(amount.quantity)} {SIGNS[amount.dimension]}"
        raise Refused("amounts-disagree", text=amount.text[:40], beside=beside, typed=typed, number=number)


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> Amount:
    try:
        return parse_amount(text, (), "?")
    except Refused:
        return _NOT_SAID
