"""The colours and sizes of charts: light and dark for the screen, one for paper."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from journal import palette


@dataclass(frozen=True, slots=True)
class Theme:
    """What a drawing may know of its surface; sizes in points, of which one is a logical pixel on screen.

    ``paper``: a printed page, where the last 28 days are marked and dates are two weeks apart. Cells of the calendar
    take ``cells`` from little to much, with ``on_cells`` for the digits on them. ``others``: letters that come
    from other fonts than the charts' own, which the surface then has.
    """

    dark: bool = False
    paper: bool = False
    ground: str = palette.LIGHT.ground
    ink: str = palette.LIGHT.ink
    quiet: str = palette.LIGHT.quiet
    hairline: str = palette.LIGHT.hairline
    edge: str = palette.LIGHT.edge
    gap: str = "#e7e5de"
    leaf: str = "#1b6f5c"  # the window’s accent, as far from grey as the others
    extract: str = "#0072B2"
    seven_oh: str = "#9c3f78"
    not_said: str = palette.LIGHT.quiet
    doses: str = "#7d8480"
    symptom: str = palette.LIGHT.mark
    dots: str = palette.LIGHT.edge
    cells: tuple[str, ...] = ("#6a9c8b", "#47806d", "#2c6a57", "#185241", "#0a3a2c")
    on_cells: tuple[str, ...] = ("#1d2321", "#ffffff", "#ffffff", "#ffffff", "#ffffff")
    label: float = 12.5
    small: float = 12.5
    line: float = 1.8
    hair: float = 1.0
    others: Container[str] = ()

    def scaled(self, percent: int) -> Theme:
        """The same at another text size."""
        share = percent / 100
        return replace(self, label=self.label * share, small=self.small * share)


LIGHT = Theme()
DARK = Theme(
    dark=True, ground=palette.DARK.ground, ink=palette.DARK.ink, quiet=palette.DARK.quiet,
    hairline=palette.DARK.hairline, edge=palette.DARK.edge, gap="#2a302d", leaf="#69c5aa", extract="#56B4E9",
    seven_oh="#CC79A7", not_said=palette.DARK.quiet, doses="#8a938f", symptom=palette.DARK.mark, dots="#8a938f",
    cells=("#3f7766", "#5d9786", "#79b19f", "#98cbbb", "#bce8da"),
    on_cells=("#ffffff", "#1d2321", "#1d2321", "#1d2321", "#1d2321"),
)  # fmt: skip
# Type and lines are black: on a fax that knows no grey, grey ones break into dots. There a line survives if it is, at
# 200 dots an inch, 2 dots wide (0.72 pt). Each group has the colour of the light window: who knows one reads the other.
PRINT = Theme(
    paper=True, ink="#000000", quiet="#000000", hairline="#d5d5d5", edge="#000000", gap="#e4e4e4",
    doses="#595959", symptom="#000000", dots="#000000",
    cells=("#f4f4f4", "#dcdcdc", "#b8b8b8", "#6b6b6b", "#333333"),
    on_cells=("#000000", "#000000", "#000000", "#ffffff", "#ffffff"), label=7.6, small=7.5, line=1.3, hair=0.75,
)  # fmt: skip


def blended(colour: str, ground: str, share: float) -> str:
    """So much of a colour on its ground, without transparency.

    >>> blended("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    mixed = (
        round(int(colour[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share)) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)
