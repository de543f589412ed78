"""Weighing a few pieces once: what one spoon or capsule weighs, and how much they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isqrt
from typing import NamedTuple

from journal.core.amounts import Basis, Dimension
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount

FEWEST, MOST = 3, 20
_UNLIKE_FROM = 5  # times: pieces of one unit differ less; 250 among grams is milligrams, or lacks its point
# A number, and its unit if one follows; pieces are separated by spaces, semicolons or line ends.
_PIECE = r"[^\s;]+(?:\s+m?g\b)?"


class Calibration(NamedTuple):
    """Mean and sample standard deviation of ``n`` weighed pieces, in whole milligrams, each rounded half up."""

    n: int
    mean: int
    spread: int


def parse_weights(text: str) -> tuple[int, ...]:
    """The typed weights in milligrams, grams unless they say otherwise: "2.1 2.3 2,0 2200mg" is four.

    Refuses what is no weight, as ``parse_amount`` does, and anything but a mass.
    """
    return tuple(_weight(piece.rstrip(",")) for piece in re.findall(_PIECE, text, re.IGNORECASE) if piece.rstrip(","))


def _weight(piece: str) -> int:
    amount = parse_amount(piece, (), "g")
    if amount.basis is Basis.GUESSED:
        raise Refused("amount-guessed", text=piece)
    if amount.quantity is None or amount.dimension is not Dimension.MASS:
        raise Refused("amount-unit-unknown", unit=piece.lstrip("0123456789., "), text=piece)
    return amount.quantity


def unlike(weights: Sequence[int]) -> tuple[int, int] | None:
    """The lightest and the heaviest piece where they can hardly be of one unit; None where they can."""
    lightest, heaviest = min(weights), max(weights)
    return (lightest, heaviest) if heaviest > _UNLIKE_FROM * lightest else None


def calibrate(weights: Sequence[int]) -> Calibration:
    """Mean and spread of the pieces, in integer arithmetic. 2100, 2300, 2000, 2200, 2400: mean 2200, spread 158.

    Takes ``FEWEST`` to ``MOST`` weights in milligrams; ValueError otherwise.
    """
    n, total = len(weights), sum(weights)
    if not FEWEST <= n <= MOST:
        raise ValueError(n)
    # The variance is (n * sum of squares - square of the sum) / (n * (n - 1)); its root is taken twice as large, so
    # that half a milligram is seen.
    squares = n * sum(weight * weight for weight in weights) - total * total
    spread = (isqrt(4 * squares // (n * (n - 1))) + 1) // 2
    return Calibration(n, (2 * total + n) // (2 * n), spread)


def as_weighed(weights: Sequence[int]) -> Calibration:
    """Mean and spread no finer than the scale allows: one digit behind its last one, and two digits of the spread.

    2100, 2300, 2000, 2200, 2400 were weighed to 0.1 g: mean 2200, spread 160. ValueError as ``calibrate``.
    """
    calibrated, finest = calibrate(weights), max(1, _last_digit(weights) // 10)
    return Calibration(calibrated.n, _rounded(calibrated.mean, finest), _rounded(two_digits(calibrated.spread), finest))


def two_digits(spread: int) -> int:
    """A spread in the two digits that mean something, rounded half up: 158 is 160, 995 is 1000, 12 is 12."""
    return _rounded(spread, 10 ** max(0, len(str(spread)) - 2))


def _last_digit(weights: Sequence[int]) -> int:
    """What one step of the scale is worth, in milligrams: 100 for 2100, 2300 and 2000, at most a gram."""
    return next(step for step in (1000, 100, 10, 1) if all(weight % step == 0 for weight in weights))


def _rounded(value: int, step: int) -> int:
    return (2 * value + step) // (2 * step) * step
