"""An amount of the journal as the text and the unit beside it that read as the very same amount again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from journal.core.amounts import Amount, Dimension, plain_number
from journal.core.entries import Unit
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import find_unit
from journal.core.typed_fractions import is_number_alone, typed_fraction
from journal.core.words_of_amounts import PIECES
from journal.texts import Texts
from journal.texts.typed import read_amount, read_pieces

Shown = tuple[str, str]

TEXT_LIMIT = 60  # letters that the field takes; what is longer would be cut and could mean something else
_STANDARD = {Dimension.MASS: ("g", "mg"), Dimension.VOLUME: ("ml",)}
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def shown_amount(amount: Amount, units: Sequence[Unit], written_in: Unit | None, texts: Texts) -> Shown | None:
    """The text and the key of the unit (g, mg, ml or an own unit's id); None where nothing reads as this amount.

    "2 grams" is ("2", "g"), "0.5 l" is ("0.5 l", "ml"), three capsules whose unit is gone are ("1.5", "g"). In the own
    unit that it was ``written_in``, an amount is its count: after a new weighing, 3 capsules are shown as 3 capsules.
    """
    if amount.quantity is None or amount.dimension is None:
        return None
    counted = _counted(amount, units, written_in)
    if counted is not None:
        return counted
    typed = (_number(amount.text), " ".join(amount.text.split()))
    ways = ((text, unit) for text in _ways(amount, typed, texts) for unit in _STANDARD.get(amount.dimension, ()))
    return next((way for way in ways if reads_as(*way, units, amount)), None)


def shown_pieces(amount: Amount, units: Sequence[Unit], texts: Texts) -> Shown | None:
    """Pieces of no own unit as their number and the word for them; None for what is none, or is no number of them."""
    if amount.dimension is not Dimension.COUNT or amount.quantity is None or amount.unit is not None:
        return None
    if _is_own(PIECES, units):
        return None  # the word is the name of one of its units
    typed = " ".join(amount.text.split())
    without_word = typed.removesuffix(typed.rpartition(" ")[2]).strip()
    ways = _ways(amount, (without_word, _number(amount.text)), texts)
    return next(((text, PIECES) for text in ways if _is_count(text, amount)), None)


def _is_own(word: str, units: Sequence[Unit]) -> bool:
    try:
        return find_unit(word, units) is not None
    except Refused:
        return True


def _is_count(text: str, amount: Amount) -> bool:
    try:
        return read_pieces(text, amount.basis).quantity == amount.quantity
    except Refused:
        return False


def reads_as(text: str, unit: str, units: Sequence[Unit], amount: Amount) -> bool:
    """Whether the text, with this unit chosen beside it, is the same quantity in the same dimension."""
    name = next((known.name for known in units if known.id == unit), unit)
    try:
        read = read_amount(text, units, name)
    except Refused:
        return False
    return (read.quantity, read.dimension) == (amount.quantity, amount.dimension)


def _counted(amount: Amount, units: Sequence[Unit], written_in: Unit | None) -> Shown | None:
    if written_in is None:
        return None
    number = _number(amount.text)
    now = next((unit for unit in units if folded(unit.name) == folded(written_in.name)), None)
    if now is None or not number or not reads_as(number, written_in.id, [written_in], amount):
        return None
    return number, now.id


def _ways(amount: Amount, typed: Sequence[str], texts: Texts) -> Iterator[str]:
    """What may stand for it: as it was ``typed``, then by its quantity. All but one of them will usually be wrong."""
    assert amount.quantity is not None
    exact = texts.number(amount.quantity)
    # 1.234 could be a thousand and is refused; 1234 is tried as mg, and 1.2340 is clear.
    every = (*typed, exact, str(amount.quantity), f"{exact}0")
    return (way for way in every if 0 < len(way) <= TEXT_LIMIT)


def _number(text: str) -> str:
    """The number at the beginning: "2" of "2 grams", "1/2" of "1/2 tablet", "0.5" of "half a tablet"."""
    typed = " ".join(text.split())
    try:
        part = typed_fraction(typed)
    except Refused:
        return ""
    if part is not None:
        as_typed = typed.removesuffix(part.unit).strip()
        return as_typed if is_number_alone(as_typed) else plain_number(int(part.value * 1000))
    match = _NUMBER.match(typed.removeprefix("+"))
    return match.group() if match else ""
