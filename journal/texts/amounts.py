"""Amounts and totals in words."""

from __future__ import annotations

from journal.core.amounts import GRAM, Amount, Dimension
from journal.core.calibration import two_digits
from journal.core.typed_amounts import SMALL_PIECE, said_in_milligrams
from journal.texts.language import Texts
from journal.texts.names import UNIT_SIGNS


def quantity_text(texts: Texts, quantity: int, dimension: Dimension, milligrams: bool = False) -> str:
    """ "2.5 g", "30 ml", "3"; a mass in ``milligrams`` is "25 mg"."""
    if milligrams and dimension is Dimension.MASS:
        return f"{texts.number(quantity * GRAM)} mg"
    return f"{texts.number(quantity)} {UNIT_SIGNS[dimension]}".strip()


def spread_text(texts: Texts, spread: int, dimension: Dimension, milligrams: bool = False) -> str:
    """How much it may be off, in two digits: "0.16 g"."""
    return quantity_text(texts, two_digits(spread), dimension, milligrams)


def piece_text(texts: Texts, quantity: int, dimension: Dimension, spread: int | None) -> str:
    """What one of an own unit is: "2.2 ± 0.16 g", "0.5 g", "15 mg" where it is little."""
    milligrams = dimension is Dimension.MASS and quantity < SMALL_PIECE
    if not spread:
        return quantity_text(texts, quantity, dimension, milligrams)
    number = texts.number(quantity * GRAM if milligrams else quantity)
    spread_words = spread_text(texts, spread, dimension, milligrams)
    return texts("{size} ± {spread}", size=number, spread=spread_words)


def spread_amount_text(texts: Texts, amount: Amount) -> str:
    """A known amount with how much it may be off: "2.5 ± 0.5 g", "250 ± 50 mg", "3 g"; pieces by their number."""
    quantity, dimension = amount.quantity or 0, amount.dimension or Dimension.COUNT
    milligrams = said_in_milligrams(amount)
    if not amount.spread:
        return quantity_text(texts, quantity, dimension, milligrams)
    size = texts.number(quantity * GRAM if milligrams else quantity)
    return texts("{size} ± {spread}", size=size, spread=spread_text(texts, amount.spread, dimension, milligrams))


def amount_text(texts: Texts, amount: Amount, unit_name: str = "") -> str:
    """The amount as it was typed: "2.5 g", "25 mg", "3 caps = 1.5 g", "3 × capsule = 1.5 g", "2 scoops", "3 pieces".

    Between two numbers it is none of them: "2-3 g" is "2.5 ± 0.5 g".
    """
    if amount.quantity is None or amount.dimension is None:
        return texts("unknown amount")
    if amount.spread and amount.unit is None and not unit_name:
        between = spread_amount_text(texts, amount)
        return texts("{number} pieces", number=between) if amount.dimension is Dimension.COUNT else between
    understood = quantity_text(texts, amount.quantity, amount.dimension, said_in_milligrams(amount))
    if not unit_name:
        return pieces_text(texts, amount.quantity) if amount.dimension is Dimension.COUNT else understood
    # "3" was typed with the unit chosen beside it; "3 caps" says its unit itself.
    says_unit = amount.text[-1:].isalpha()
    if amount.dimension is Dimension.COUNT:
        return amount.text if says_unit else pieces_text(texts, amount.quantity, unit_name)
    return f"{amount.text if says_unit else _times(amount.text, unit_name)} = {understood}"


def pieces_text(texts: Texts, quantity: int, unit_name: str = "") -> str:
    """A count: "2 tablets", "3 × sachet"; pieces where its unit is not known or not one alone: "1 piece"."""
    whole, rest = divmod(quantity, GRAM)
    known = _known_pieces(texts, unit_name, whole) if not rest else ""
    if known:
        return known
    if unit_name:
        return _times(texts.number(quantity), unit_name)
    return texts("{number} pieces", number=texts.number(quantity))


def _known_pieces(texts: Texts, unit_name: str, n: int) -> str:
    """In words of which the plural is known; "" for a name that is the person's own."""
    if not unit_name:
        return texts.plural("{n} piece", "{n} pieces", n)
    if unit_name == texts("tablet"):
        return texts.plural("{n} tablet", "{n} tablets", n)
    if unit_name == texts("capsule"):
        return texts.plural("{n} capsule", "{n} capsules", n)
    if unit_name == texts("shot"):
        return texts.plural("{n} shot", "{n} shots", n)
    return texts.plural("{n} scoop", "{n} scoops", n) if unit_name == texts("scoop") else ""


def _times(number: str, unit_name: str) -> str:
    """ "1 sachet", "3 × sachet": nobody but the person knows the plural of an own unit's name."""
    return f"{number} {unit_name}" if number.strip() == "1" else f"{number} × {unit_name}"
