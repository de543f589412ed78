"""How often each product was used: counts of recorded doses, and nothing about what they did."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class ProductUse(NamedTuple):
    """The recorded doses of one product, trash left out; ``product`` None: those that name none.

    ``mass`` is the sum in milligrams of the ``with_mass`` doses whose amount is known in grams: "at least" wherever
    there are others. ``first`` and ``last`` are journal days; on ``days`` of them it was taken.
    """

    product: str | None
    doses: int
    with_mass: int
    mass: int
    first: dt.date
    last: dt.date
    days: int = 0


def share_percent(doses: int, of_all: int) -> int:
    """A share of doses in whole percent, rounded half up. 38 of 84 is 45. ``of_all`` is at least 1."""
    return (200 * doses + of_all) // (2 * of_all)
