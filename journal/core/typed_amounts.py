"""Amounts as people type them: numbers, fractions and the units g, mg, ml, l and a product's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from journal.core.amounts import GRAM, LIMITS, UNKNOWN_AMOUNT, Amount, Basis, Dimension, plain_number
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_fractions import TypedFraction, typed_fraction
from journal.core.typed_guesses import about, between

if TYPE_CHECKING:
    from fractions import Fraction

TYPED_UNITS = ("g", "mg", "ml")  # offered beside a number; "l" is understood, too
SMALL_PIECE = 100  # milligrams; pieces of less are labelled in milligrams

UNIT_WORDS = {
    **dict.fromkeys(("g", "gr", "gram", "grams", "gramm"), "g"),
    **dict.fromkeys(("mg", "milligram", "milligrams", "milligramm"), "mg"),
    **dict.fromkeys(("ml", "millilitre", "millilitres", "milliliter", "milliliters"), "ml"),
}  # fmt: skip
_SIGNS = {"g": (Dimension.MASS, GRAM), "mg": (Dimension.MASS, 1), "ml": (Dimension.VOLUME, GRAM)}
_UNITS = {**{word: _SIGNS[sign] for word, sign in UNIT_WORDS.items()}, "l": (Dimension.VOLUME, 1_000_000)}
# Behind a number: more of it, as in "1.000,5" and "1 000".
_SECOND_SIGN = r"[.,'’][0-9]"
_RANGE = r"(?:[^\W\d_]+\.?\s*)?(?:[-−–—]|to\b|or\b)\s*[0-9.,½⅓⅔¼¾]"  # behind a number: another one
_GOES_ON = r"[.,'’]?[0-9]"
_SIGN_ALONE = r"[.,]+"
_NO_WHOLE = r"[.,][0-9]"  # ".5"
_TYPED = re.compile(r"([+\-−]?)([0-9]+)(?:([.,])([0-9]+))?\s*(.*)", re.DOTALL)


class OwnUnit(Protocol):
    """What the parser needs of a product's own unit (``entries.Unit`` has it)."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def quantity(self) -> int | None: ...
    @property
    def dimension(self) -> Dimension: ...
    @property
    def spread(self) -> int | None: ...


def parse_amount(
    text: str, units: Sequence[OwnUnit] = (), default_unit: str = "g", basis: Basis = Basis.UNKNOWN
) -> Amount:
    """What the person typed, understood in the product's own ``units`` or in g, mg, ml, l.

    ``2.5``, ``2,5``, ``.5 g``, ``2500 mg``, ``3 caps`` (an own unit's name or its beginning, singular or plural),
    ``1/2``, ``1½ tablets``; ``~3 g`` and ``2-3 g``, which are guesses, the second with its spread. A bare number is in
    ``default_unit``. An empty text is an unknown amount. Refuses, with the reason: a separator followed by three digits
    ("1,500" is 1.5 or 1500), several separators, fractions of a milligram, zero, signs, absurd sizes, units it does not
    know, beginnings that two own units share.
    """
    typed = " ".join(text.split())
    if not typed:
        return UNKNOWN_AMOUNT
    guessed = about(typed)
    if guessed is not None:
        return replace(_one_or_two(guessed, units, default_unit, basis), text=typed, basis=Basis.GUESSED)
    return _one_or_two(typed, units, default_unit, basis)


def _one_or_two(typed: str, units: Sequence[OwnUnit], default_unit: str, basis: Basis) -> Amount:
    try:
        return _one_amount(typed, units, default_unit, basis)
    except Refused as reason:
        if reason.code != "amount-range":
            raise
        return _between(typed, units, default_unit, reason)


def _between(typed: str, units: Sequence[OwnUnit], default_unit: str, reason: Refused) -> Amount:
    """The middle of two amounts, with a spread that reaches both; the refusal where they are no low and high of one."""
    both = between(typed)
    if both is None:
        raise reason
    low, high = (_one_amount(text, units, default_unit, Basis.GUESSED) for text in both)
    if (low.dimension, low.unit) != (high.dimension, high.unit) or (low.quantity or 0) >= (high.quantity or 0):
        raise reason
    middle = ((low.quantity or 0) + (high.quantity or 0) + 1) // 2
    spread = middle - (low.quantity or 0) + (high.spread or 0)
    return replace(high, text=typed, quantity=middle, spread=spread)


def _one_amount(typed: str, units: Sequence[OwnUnit], default_unit: str, basis: Basis) -> Amount:
    part = typed_fraction(typed, [unit.name for unit in units])
    if part is not None:
        return _fraction_amount(typed, part, part.unit or default_unit, units, basis)
    sign, whole, separator, fraction, unit_text = _match(f"0{typed}" if re.match(_NO_WHOLE, typed) else typed).groups()
    if sign in ("-", "−"):
        raise Refused("amount-negative")
    _refuse_grouping(typed, whole, separator, fraction, unit_text)
    return _amount(typed, whole, fraction or "", unit_text.strip() or default_unit, units, basis)


def _match(typed: str) -> re.Match[str]:
    match = _TYPED.fullmatch(typed)
    if match is None:
        raise Refused("amount-unreadable", text=typed[:40])
    return match


def _refuse_grouping(typed: str, whole: str, separator: str | None, fraction: str | None, behind: str) -> None:
    if separator and re.match(_SECOND_SIGN, behind):
        raise Refused("amount-several-signs", text=typed[:40])
    # "0.125" cannot be a thousand with a separator, so only a number that does not begin with 0 is ambiguous.
    if separator and len(fraction or "") == 3 and not whole.startswith("0"):
        small = f"{whole}.{fraction}".rstrip("0").rstrip(".")
        raise Refused("amount-ambiguous", text=typed[:40], small=small, large=f"{whole}{fraction}")


def _amount(typed: str, whole: str, fraction: str, unit_text: str, units: Sequence[OwnUnit], basis: Basis) -> Amount:
    own = find_unit(unit_text, units)
    dimension, factor = (Dimension.COUNT, 1000) if own else _standard_unit(unit_text, typed)
    thousandths = _thousandths(whole, fraction, factor, dimension, typed)
    if own is None or own.quantity is None:
        return Amount(typed, _sane(thousandths, dimension), dimension, basis, None, own.id if own else None)
    from fractions import Fraction

    return _counted(typed, Fraction(thousandths, 1000), own, own.quantity, basis)


def _fraction_amount(typed: str, part: TypedFraction, unit_text: str, units: Sequence[OwnUnit], basis: Basis) -> Amount:
    own = find_unit(unit_text, units)
    dimension, factor = (Dimension.COUNT, 1000) if own else _standard_unit(unit_text, typed)
    if own is None or own.quantity is None:
        thousandths = _exact(part.value, factor, dimension, typed)
        return Amount(typed, _sane(thousandths, dimension), dimension, basis, None, own.id if own else None)
    return _counted(typed, part.value, own, own.quantity, basis)


def _counted(typed: str, pieces: Fraction, own: OwnUnit, in_each: int, basis: Basis) -> Amount:
    """Pieces times what one of them holds, rounded half up to the whole thousandth. 3 capsules of 500 mg: 1500 mg.

    A rounded amount has a spread: a quarter of a tablet of 5 mg is 1 mg with a spread of 1 mg.
    """
    quantity = _half_up(pieces * in_each)
    if pieces and not quantity:
        raise Refused("amount-too-little", text=typed[:40])
    spread = None if own.spread is None else _half_up(pieces * own.spread)
    if quantity != pieces * in_each or own.spread:
        spread = max(spread or 0, 1)
    return Amount(typed, _sane(quantity, own.dimension), own.dimension, basis, spread, own.id)


def _exact(value: Fraction, factor: int, dimension: Dimension, typed: str) -> int:
    """Whole thousandths; a third of a gram or of a piece is none, so it is to be typed as the number that is meant."""
    thousandths = value * factor
    if thousandths.denominator == 1:
        return int(thousandths)
    hundredths = _half_up(value * 100)
    if hundredths * factor % 100:
        raise too_fine(thousandths, dimension, typed)
    raise Refused("amount-fraction-inexact", text=typed[:40], number=plain_number(hundredths * 10))


def _half_up(value: Fraction) -> int:
    return int((2 * value + 1) // 2)


_POWER_OF_TEN = r"e[+-]?\d"  # 1e3, as a calculator writes it


def _standard_unit(unit_text: str, typed: str) -> tuple[Dimension, int]:
    try:
        return _UNITS[folded(unit_text).removesuffix(".")]
    except KeyError:
        if not unit_text:
            raise Refused("amount-no-usual-unit", text=typed[:40]) from None
        if re.match(_GOES_ON, unit_text):
            raise Refused("amount-several-signs", text=typed[:40]) from None
        if re.fullmatch(_SIGN_ALONE, unit_text):
            raise Refused("amount-unreadable", text=typed[:40]) from None
        if re.match(_POWER_OF_TEN, unit_text):
            raise Refused("amount-unreadable", text=typed[:40]) from None
        if re.match(_RANGE, unit_text):
            raise Refused("amount-range", text=typed[:40]) from None
        if "=" in unit_text:  # 2 scoops = 5 g
            raise Refused("amount-said-twice", text=typed[:40], held=typed.rpartition("=")[2].strip()[:40]) from None
        raise Refused("amount-unit-unknown", unit=unit_text[:40], text=typed[:40]) from None


def find_unit(unit_text: str, units: Sequence[OwnUnit]) -> OwnUnit | None:
    """The own unit meant: its full name first, then plural forms, then beginnings of three letters or more ("caps").

    Raises Refused("amount-unit-several") where two names fit equally: "caps" of "capsule small" and "capsule large".
    """
    wanted = folded(unit_text)
    stem = wanted.removesuffix("s")
    named = {folded(unit.name): unit for unit in reversed(units)}
    if wanted in named:
        return named[wanted]
    if wanted in _UNITS:
        return None
    plural = [name for name in named if name.removesuffix("s") == stem]
    fitting = plural or [name for name in named if len(stem) >= 3 and name.startswith(stem)]
    if len(fitting) > 1:
        names = ", ".join(unit.name for unit in units if folded(unit.name) in fitting)
        raise Refused("amount-unit-several", unit=unit_text[:40], names=names)
    return named[fitting[0]] if fitting else None


def too_fine(thousandths: Fraction, dimension: Dimension, typed: str) -> Refused:
    """Why what lies between two thousandths is not kept; of a mass with the whole milligrams beside it."""
    low = int(thousandths)
    if dimension is not Dimension.MASS:
        return Refused("amount-too-fine")
    if low == 0:
        return Refused("amount-too-little", text=typed[:40])
    return Refused("amount-part-milligram", low=low, high=low + 1)


def _thousandths(whole: str, fraction: str, factor: int, dimension: Dimension, typed: str) -> int:
    """Exact integer arithmetic: "2.5" with factor 1000 is 2500; anything finer than a thousandth is refused."""
    digits = fraction.rstrip("0")
    if len(whole) > 12 or len(digits) > 12:
        raise Refused("amount-absurd")
    scaled = int(whole + digits) * factor
    scale = int(10 ** len(digits))
    quotient, rest = divmod(scaled, scale)
    if rest:
        from fractions import Fraction

        raise too_fine(Fraction(scaled, scale), dimension, typed)
    return quotient


def _sane(quantity: int, dimension: Dimension) -> int:
    if quantity == 0:
        raise Refused("amount-zero")
    if quantity > LIMITS[dimension]:
        raise Refused("amount-absurd")
    return quantity


def said_in_milligrams(amount: Amount) -> bool:
    """Whether the amount is spoken of in milligrams: typed so, or in pieces that hold less than 0.1 g each."""
    if amount.quantity is None or amount.dimension is not Dimension.MASS:
        return False
    above, below, unit = _number_and_unit(amount.text)
    if amount.unit is not None:
        return amount.quantity * below < SMALL_PIECE * (above or below)
    # A number alone was typed with the unit chosen beside it.
    return unit == "mg" or (unit == "" and above == amount.quantity * below)


def _number_and_unit(text: str) -> tuple[int, int, str]:
    """What was typed as a fraction of whole numbers (0/1 and "?" if it is none), and its unit.

    Today says amounts at every start, which loads nothing to do so.
    """
    typed = " ".join(text.split())
    typed = about(typed) or typed
    both = between(typed)
    if both is not None:
        (low, low_parts, _), (high, high_parts, unit) = map(_one_number_and_unit, both)
        return low * high_parts + high * low_parts, 2 * low_parts * high_parts, unit
    return _one_number_and_unit(typed)


def _one_number_and_unit(typed: str) -> tuple[int, int, str]:
    try:
        part = typed_fraction(typed)
    except Refused:
        return 0, 1, "?"
    if part is not None:
        return *part.value.as_integer_ratio(), folded(part.unit)
    match = _TYPED.fullmatch(f"0{typed}" if re.match(_NO_WHOLE, typed) else typed)
    if match is None or len(typed) > 60:
        return 0, 1, "?"
    decimals = match[4] or ""
    return int(match[2] + decimals), int(10 ** len(decimals)), folded(match[5])
