"""An axis in round numbers around what it holds."""

from __future__ import annotations

import math
from typing import NamedTuple


class Scale(NamedTuple):
    """An axis between two numbers, with a label every ``step``."""

    low: float
    high: float
    step: float

    def labels(self) -> list[float]:
        """From the lowest to the highest.

        >>> Scale(60.0, 80.0, 10.0).labels()
        [60.0, 70.0, 80.0]
        """
        steps = round((self.high - self.low) / self.step)
        return [round(self.low + number * self.step, 9) for number in range(steps + 1)]


_STEPS_AT_MOST = 4


def scale_around(low: float, high: float) -> Scale:
    """Round numbers around these two; the axis need not begin at 0, because nothing on it is a bar.

    >>> scale_around(71.5, 73), scale_around(118, 149), scale_around(5, 5)
    (Scale(low=71.5, high=73.0, step=0.5), Scale(low=110.0, high=150.0, step=10.0), Scale(low=4.0, high=6.0, step=0.5))
    """
    if low == high:
        around = 10.0 ** math.floor(math.log10(abs(low))) if low else 1.0
        low, high = low - around, high + around
    size = 10.0 ** math.floor(math.log10(high - low) - 1)
    for times in (1, 2, 5, 10, 20, 50, 100):
        step = times * size
        bottom, top = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if top - bottom <= _STEPS_AT_MOST:
            break
    return Scale(round(bottom * step, 9), round(top * step, 9), round(step, 9))
