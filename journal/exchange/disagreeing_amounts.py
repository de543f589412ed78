"""Amounts of the program's own files that say two things: the words one amount, the number beside them another."""

from __future__ import annotations

from functools import lru_cache

from journal.core.amounts import Amount, Dimension, plain_number
from journal.core.entries import Entry, Tombstone, Unit
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.exchange.csv_columns import SIGNS
from journal.exchange.mapped_units import WORDS

_REMEMBERED = 4096
_NOT_SAID = Amount()


def refuse_disagreeing(entry: Entry | Tombstone, typed: str, number: str) -> None:
    """Refused("amounts-disagree") where whoever changed the file changed one of the two; ``typed`` and ``number`` are
    what the file calls them.

    Words in an own unit, and bare numbers, may mean any amount; a number of pieces is compared with pieces only.
    """
    amount = getattr(entry, "amount", None)
    if not isinstance(amount, Amount) or amount.unit is not None or amount.quantity is None or amount.dimension is None:
        return
    in_words = _pieces(amount.text) if amount.dimension is Dimension.COUNT else _NOT_SAID
    in_words = in_words if in_words.known else _read(amount.text)
    if in_words.known and (in_words.quantity, in_words.dimension) != (amount.quantity, amount.dimension):
        beside = f"{plain_number(amount.quantity)} {SIGNS[amount.dimension]}"
        raise Refused("amounts-disagree", text=amount.text[:40], beside=beside, typed=typed, number=number)


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> Amount:
    try:
        return parse_amount(text, (), "?")
    except Refused:
        return _NOT_SAID


@lru_cache(maxsize=_REMEMBERED)
def _pieces(text: str) -> Amount:
    """How many capsules or tablets the words say, in any spelling that a table may have."""
    word = text.split()[-1] if text.split() else ""
    if WORDS.get(folded(word).rstrip(".")) != "pieces":
        return _NOT_SAID
    try:
        return parse_amount(text, (Unit(product="", name=word),), "?")
    except Refused:
        return _NOT_SAID
