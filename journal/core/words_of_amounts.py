"""Whether the words of an amount say the number beside them, and words that do where they say another."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from journal.core.amounts import SIGNS, UNKNOWN_AMOUNT, Amount, Basis, Dimension, plain_number
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount

PIECE_WORDS = (
    "piece", "pieces", "pc", "pcs", "cap", "caps", "capsule", "capsules", "tab", "tabs", "tablet", "tablets",
    "kapsel", "kapseln",
)  # fmt: skip
PIECES = SIGNS[Dimension.COUNT]
_REMEMBERED = 4096
_AnyEntry = TypeVar("_AnyEntry")


class _Piece(NamedTuple):
    """A unit of one piece, called as it was typed."""

    name: str
    id: str = ""
    quantity: int | None = None
    dimension: Dimension = Dimension.COUNT
    spread: int | None = None


_ANY_PIECES = tuple(map(_Piece, PIECE_WORDS))


def says_otherwise(amount: Amount) -> bool:
    """Whether the words name another amount than the number does.

    Words in an own unit, and bare numbers, may mean any amount; a number of pieces is compared with pieces only.
    """
    if amount.unit is not None or amount.quantity is None or amount.dimension is None:
        return False
    in_words = _pieces(amount.text) if amount.dimension is Dimension.COUNT else UNKNOWN_AMOUNT
    in_words = in_words if in_words.known else _read(amount.text)
    return in_words.known and (in_words.quantity, in_words.dimension) != (amount.quantity, amount.dimension)


def read_pieces(text: str, basis: Basis) -> Amount:
    """A number of pieces of no own unit: "6", "5 capsules", "about 2". Raises Refused."""
    return replace(parse_amount(text, _ANY_PIECES, PIECES, basis), unit=None)


def number_in_words(amount: Amount) -> str:
    """The number of a known amount with its sign, as files have it."""
    assert amount.quantity is not None and amount.dimension is not None
    return f"{plain_number(amount.quantity)} {SIGNS[amount.dimension]}"


def with_words_that_fit(entry: _AnyEntry) -> _AnyEntry:
    """The entry; where the words of its amount say another one than the number, the words follow the number.

    A file that says two things is refused when it is read, so neither a journal nor an export may ever say two.
    """
    amount = getattr(entry, "amount", None)
    if not isinstance(amount, Amount) or not says_otherwise(amount):
        return entry
    measured: Any = entry
    mended: _AnyEntry = replace(measured, amount=replace(amount, text=number_in_words(amount)))
    return mended


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> Amount:
    try:
        return parse_amount(text, (), "?")
    except Refused:
        return UNKNOWN_AMOUNT


@lru_cache(maxsize=_REMEMBERED)
def _pieces(text: str) -> Amount:
    """How many capsules or tablets the words say, in any spelling that a table may have."""
    word = text.split()[-1] if text.split() else ""
    if folded(word).rstrip(".") not in PIECE_WORDS:
        return UNKNOWN_AMOUNT
    try:
        return parse_amount(text, (_Piece(word),), "?")
    except Refused:
        return UNKNOWN_AMOUNT
