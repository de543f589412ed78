"""Every colour of the window by what it is for, light and dark, and its lengths: names and numbers, no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of house and drawings; ``percent`` is the text size."""

    dark: bool = False
    percent: int = 100
    ground: str = "#f6f5f1"
    card: str = "#ffffff"
    navigation: str = "#eeece5"
    current: str = "#ffffff"
    text: str = "#1d2321"
    quiet: str = "#5d6662"
    hairline: str = "#e2e0d8"
    edge: str = "#868d89"
    accent: str = "#1f6f5c"
    on_accent: str = "#ffffff"
    accent_ground: str = "#e6f0ec"
    mark: str = "#D55E00"
    mark_digits: str = "#a04600"
    mark_ground: str = "#fbe7da"
    caution: str = "#8a4b00"
    caution_ground: str = "#fdf3e3"
    emergency: str = "#7a1f1f"
    emergency_ground: str = "#7a1f1f"
    on_emergency: str = "#ffffff"
    hover: str = "#f1efe9"

    def px(self, at_100: float) -> int:
        """A length that grows with the text size, in whole pixels and never smaller than drawn."""
        return max(1, int(at_100 * self.percent / 100 + 0.5))


LIGHT = Colours()
DARK = Colours(
    dark=True, ground="#141816", card="#1b201e", navigation="#101412", current="#222826", text="#e8ecea",
    quiet="#a9b2ae", hairline="#2f3633", edge="#6c7571", accent="#6fc3ad", on_accent="#0c1512",
    accent_ground="#1d3a32", mark="#ff9d57", mark_digits="#ff9d57", mark_ground="#3b2415", caution="#ffcf8a",
    caution_ground="#3a2c14", emergency="#f2b3b3", hover="#242a28",
)  # fmt: skip
