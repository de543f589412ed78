"""An amount ten times the usual one is more often a slip of a key than an amount, so it is asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose
from journal.core.queries import EntryQuery
from journal.texts import Texts

if TYPE_CHECKING:
    from journal.logbook import Logbook

_TIMES = 10
_LOOKED_AT = 20  # of the newest doses of the product


def usual_if_ten_times(logbook: Logbook, dose: Dose) -> Amount | None:
    """The usual amount of this product, if the dose's is ten times that or more; None where nothing is to compare."""
    if dose.product is None or dose.amount.quantity is None:
        return None
    latest = logbook.find(EntryQuery(kinds=("dose",), products=(dose.product,), limit=_LOOKED_AT))
    others = [other.amount for other in latest if isinstance(other, Dose) and other.id != dose.id]
    alike = sorted((amount for amount in others if _are_alike(amount, dose.amount)), key=_quantity)
    usual = alike[len(alike) // 2] if alike else None
    return usual if usual is not None and dose.amount.quantity >= _TIMES * _quantity(usual) else None


def is_it_right(texts: Texts, amount: str, usual: str) -> str:
    """The question, of two amounts in words."""
    return texts("{amount} is ten times your usual {usual}, or more. Is it right?", amount=amount, usual=usual)


def _quantity(amount: Amount) -> int:
    return amount.quantity or 0


def _are_alike(one: Amount, other: Amount) -> bool:
    """Whether they can be compared: pieces of one unit, or both in grams, both in millilitres."""
    counted_alike = one.unit == other.unit or one.dimension is not Dimension.COUNT
    return bool(one.quantity) and one.dimension == other.dimension and counted_alike
