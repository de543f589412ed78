"""Every colour of the window by what it is for, light and dark, and its lengths: names and numbers, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from journal import palette


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of house and drawings; ``percent`` is the text size.

    What charts draw too has its colour from the palette, so that a mark looks the same beside a chart and in it.
    """

    dark: bool = False
    percent: int = 100
    ground: str = "#f6f5f1"
    card: str = palette.LIGHT.ground
    navigation: str = "#eeece5"
    current: str = "#ffffff"
    text: str = palette.LIGHT.ink
    quiet: str = palette.LIGHT.quiet
    hairline: str = palette.LIGHT.hairline
    edge: str = palette.LIGHT.edge
    accent: str = "#1f6f5c"
    on_accent: str = "#ffffff"
    accent_ground: str = "#e6f0ec"
    mark: str = palette.LIGHT.mark
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
    dark=True, ground="#141816", card=palette.DARK.ground, navigation="#101412", current="#222826",
    text=palette.DARK.ink, quiet=palette.DARK.quiet, hairline=palette.DARK.hairline, edge=palette.DARK.edge,
    accent="#6fc3ad", on_accent="#0c1512", accent_ground="#1d3a32", mark=palette.DARK.mark,
    mark_digits=palette.DARK.mark, mark_ground="#3b2415", caution="#ffcf8a", caution_ground="#3a2c14",
    emergency="#f2b3b3", hover="#242a28",
)  # fmt: skip
