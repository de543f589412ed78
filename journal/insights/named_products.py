"""What the summary says of single products, by name only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewProduct:
    """The day of the first dose of a product, in a journal that has named other products for a while."""

    product: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class ProductUse:
    """One named product in the last 28 days, by name only; ``days`` with a dose of it."""

    product: str
    doses: int
    days: int
    first: dt.date
    last: dt.date
