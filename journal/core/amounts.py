"""Amounts: whole thousandths with a dimension and a basis; what a person types is read in ``typed_amounts``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What is counted: grams, millilitres or pieces, each stored in thousandths."""

    MASS = "mass"
    VOLUME = "volume"
    COUNT = "count"


class Basis(StrEnum):
    """How the amount is known."""

    WEIGHED = "weighed"
    LABEL = "label"
    COUNTED = "counted"
    GUESSED = "guessed"
    AS_LAST_TIME = "as_last_time"
    UNKNOWN = "unknown"


GRAM = 1000  # thousandths, as every amount is kept; as many make a millilitre or a piece

SIGNS = {Dimension.MASS: "g", Dimension.VOLUME: "ml", Dimension.COUNT: "pieces"}  # as files have them

# Far above anything real; a larger number is a typing error. Thousandths of g, ml, pieces.
LIMITS = {Dimension.MASS: 1_000_000, Dimension.VOLUME: 10_000_000, Dimension.COUNT: 1_000_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was taken: as typed, and what the journal understood.

    ``quantity`` and ``spread`` are thousandths of the dimension's unit (milligrams, microlitres, thousandths of a
    piece); ``quantity`` None means unknown and is never treated as zero. ``unit`` is the id of the own unit used.
    """

    text: str = ""
    quantity: int | None = None
    dimension: Dimension | None = None
    basis: Basis = Basis.UNKNOWN
    spread: int | None = None
    unit: str | None = None

    @property
    def known(self) -> bool:
        """Whether there is a number."""
        return self.quantity is not None


UNKNOWN_AMOUNT = Amount()


def plain_number(thousandths: int) -> str:
    """Thousandths as the shortest exact decimal with a point: 2500 is "2.5", 125 is "0.125", 5000 is "5"."""
    whole, rest = divmod(abs(thousandths), 1000)
    fraction = f".{rest:03d}".rstrip("0").rstrip(".")
    return f"{'-' if thousandths < 0 else ''}{whole}{fraction}"
