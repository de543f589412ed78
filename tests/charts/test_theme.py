"""Contrast of the charts, computed: text 4.5:1, marks 3:1 on their ground, in light, dark and print."""

from __future__ import annotations

import colorsys
from itertools import combinations

import pytest

from journal.charts.theme import DARK, LIGHT, PRINT, Theme, blended

THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("role", ["ink", "quiet"])
def test_text(theme: Theme, role: str) -> None:
    assert contrast(getattr(theme, role), theme.ground) >= 4.5
    assert contrast(getattr(theme, role), theme.gap) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("role", ["leaf", "extract", "seven_oh", "not_said", "doses", "symptom", "dots", "edge"])
def test_marks(theme: Theme, role: str) -> None:
    assert contrast(getattr(theme, role), theme.ground) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_groups_and_the_symptom_are_told_apart(theme: Theme) -> None:
    """Their panels have names, too; no two of them have the same colour, or nearly."""
    colours = [getattr(theme, role) for role in ("leaf", "extract", "seven_oh", "not_said", "symptom")]
    for one, other in combinations(colours, 2):
        assert sum((a - b) ** 2 for a, b in zip(parts(one), parts(other), strict=True)) ** 0.5 > 65, (one, other)


@pytest.mark.parametrize("role", ["leaf", "extract", "seven_oh"])
def test_a_group_has_one_colour_in_the_window_and_on_paper(role: str) -> None:
    """In the dark it is a lighter one of the same hue."""
    light, dark, paper = (getattr(theme, role) for theme in THEMES.values())
    assert paper == light
    assert abs(hue(dark) - hue(light)) < 20


def hue(colour: str) -> float:
    """In degrees."""
    return 360 * colorsys.rgb_to_hls(*(part / 255 for part in parts(colour)))[0]


def parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_digits_on_cells(theme: Theme) -> None:
    assert len(theme.cells) == len(theme.on_cells) == 5
    assert all(contrast(*pair) >= 4.5 for pair in zip(theme.cells, theme.on_cells, strict=True))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_steps_of_cells_go_from_the_ground_away(theme: Theme) -> None:
    steps = [contrast(cell, theme.ground) for cell in theme.cells]
    assert steps == sorted(steps)
    if not theme.paper:  # there every cell has a black edge
        assert steps[0] >= 3


def test_lines_on_paper_are_black() -> None:
    """A fax that knows no grey breaks any other line into dots."""
    assert PRINT.edge == PRINT.ink == PRINT.dots == PRINT.symptom == "#000000"


def test_blended() -> None:
    assert blended("#0072B2", "#ffffff", 1) == "#0072b2"
    assert blended("#0072B2", "#ffffff", 0) == "#ffffff"


def test_type_follows_the_text_size() -> None:
    assert LIGHT.scaled(200).label == 25 and LIGHT.scaled(200).ground == LIGHT.ground
    assert LIGHT.small >= 12.5 and PRINT.small >= 7.5
