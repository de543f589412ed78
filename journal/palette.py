"""The colours that the window and the charts have in common, light and dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """``quiet`` is for what stands beside: units, notes, "private". ``mark`` is what is rated, dots and numbers."""

    ground: str
    ink: str
    quiet: str
    hairline: str
    edge: str
    mark: str


LIGHT = Palette(
    ground="#ffffff", ink="#1d2321", quiet="#5d6662", hairline="#e2e0d8", edge="#868d89", mark="#D55E00"
)  # fmt: skip
DARK = Palette(
    ground="#1b201e", ink="#e8ecea", quiet="#a9b2ae", hairline="#2f3633", edge="#6c7571", mark="#ff9d57"
)  # fmt: skip
