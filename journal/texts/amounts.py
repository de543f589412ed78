"""Amounts and totals in words."""

from __future__ import annotations

from journal.core.amounts import SMALL_PIECE, Amount, Dimension, said_in_milligrams
from journal.core.calibration import two_digits
from journal.texts.language import Texts
from journal.texts.names import UNIT_SIGNS


def quantity_text(texts: Texts, quantity: int, dimension: Dimension, milligrams: bool = False) -> str:
    """ "2.5 g", "30 ml", "3"; a mass in ``milligrams`` is "25 mg"."""
    if milligrams and dimension is Dimension.MASS:
        return f"{texts.number(quantity * 1000)} mg"
    return f"{texts.number(quantity)} {UNIT_SIGNS[dimension]}".strip()


def spread_text(texts: Texts, spread: int, dimension: Dimension, milligrams: bool = False) -> str:
    """How much it may be off, in two digits: "0.16 g"."""
    return quantity_text(texts, two_digits(spread), dimension, milligrams)


def piece_text(texts: Texts, quantity: int, dimension: Dimension, spread: int | None) -> str:
    """What one of an own unit is: "2.2 ± 0.16 g", "0.5 g", "15 mg" where it is little."""
    milligrams = dimension is Dimension.MASS and quantity < SMALL_PIECE
    if not spread:
        return quantity_text(texts, quantity, dimension, milligrams)
    number = texts.number(quantity * 1000 if milligrams else quantity)
    said = spread_text(texts, spread, dimension, milligrams)
    return texts("{size} ± {spread}", size=number, spread=said)


def amount_text(texts: Texts, amount: Amount, unit_name: str = "") -> str:
    """The amount as it was typed: "2.5 g", "25 mg", "3 capsules = 1.5 g", "3 capsules", "unknown amount"."""
    if amount.quantity is None or amount.dimension is None:
        return texts("unknown amount")
    understood = quantity_text(texts, amount.quantity, amount.dimension, said_in_milligrams(amount))
    if not unit_name:
        return understood
    if amount.dimension is Dimension.COUNT:
        return f"{understood} {unit_name}"
    # "3" was typed with the unit chosen beside it; "3 caps" says its unit itself.
    said = amount.text if amount.text[-1:].isalpha() else f"{amount.text} {unit_name}"
    return f"{said} = {understood}"
