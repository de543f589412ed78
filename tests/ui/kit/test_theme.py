"""Contrast, computed from the theme: text 4.5:1, marks and the edges of controls 3:1, in both schemes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.kit.buttons import chip
from journal.ui.kit.fields import line_edit
from journal.ui.kit.theme import DARK, LIGHT, TEXT_SIZES, Theme, apply_theme, theme, with_high_contrast

TEXT = (
    ("text", "ground"), ("text", "card"), ("text", "navigation"), ("text", "current"), ("text", "accent_ground"),
    ("text", "hover"), ("text", "caution_ground"), ("quiet", "ground"), ("quiet", "card"), ("quiet", "navigation"),
    ("quiet", "hover"), ("accent", "card"), ("accent", "current"), ("on_accent", "accent"), ("mark_digits", "card"),
    ("caution", "card"), ("caution", "caution_ground"), ("emergency", "navigation"), ("mark_digits", "ground"),
    ("on_emergency", "emergency_ground"),
)  # fmt: skip
MARKS = (
    ("mark", "card"), ("mark", "ground"), ("mark", "mark_ground"), ("accent", "accent_ground"), ("accent", "ground"),
    ("edge", "ground"), ("edge", "card"), ("accent", "navigation"), ("caution", "caution_ground"),
)  # fmt: skip
THEMES = [LIGHT, DARK, with_high_contrast(LIGHT), with_high_contrast(DARK)]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark", "light contrast", "dark contrast"])
@pytest.mark.parametrize(("front", "back", "least"), [(*t, 4.5) for t in TEXT] + [(*m, 3.0) for m in MARKS])
def test_contrast(theme: Theme, front: str, back: str, least: float) -> None:
    assert contrast(theme.color(front), theme.color(back)) >= least


@pytest.mark.parametrize("theme", THEMES[2:], ids=["light contrast", "dark contrast"])
def test_words_have_more_contrast_where_the_system_asks_for_it(theme: Theme) -> None:
    """WCAG 1.4.6, and every edge as strong as words."""
    weak = [pair for pair in TEXT if contrast(*map(theme.color, pair)) < 7]
    assert weak == []
    assert all(contrast(theme.color("edge"), theme.color(ground)) >= 7 for ground in ("ground", "card", "navigation"))


def test_contrast_knows_black_and_white() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_type_grows_with_the_text_size_and_is_never_smaller_than_drawn(qapp: QApplication, percent: int) -> None:
    shown = apply_theme(qapp, "dark", percent)
    assert [shown.px(size) for size in (12.5, 14, 16, 22)] == sorted(shown.px(size) for size in (12.5, 14, 16, 22))
    assert shown.px(12.5) >= 12.5 * percent / 100 and qapp.font().pixelSize() == shown.px(14)
    assert shown.px(32) >= 32


def test_a_chosen_scheme_is_shown_whatever_the_system_says(qapp: QApplication) -> None:
    assert apply_theme(qapp, "dark", 100).ground == DARK.ground
    assert qapp.palette().window().color() == QColor(DARK.ground)
    assert apply_theme(qapp, "light", 100).ground == LIGHT.ground


@pytest.mark.parametrize("percent", [100, 200])
def test_a_chosen_pill_has_room_for_its_bold_letters(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    pill = chip("As last time & weighed")
    qtbot.addWidget(pill)
    pill.show()
    bold = QFont(pill.font())
    bold.setWeight(QFont.Weight.DemiBold)
    around = pill.sizeHint().width() - QFontMetrics(bold).horizontalAdvance("As last time & weighed")
    assert around >= 2 * theme().px(8)
    width = pill.sizeHint().width()
    pill.setChecked(True)
    assert pill.sizeHint().width() == width


def test_a_field_that_cannot_be_used_looks_so(qtbot: QtBot) -> None:
    field = line_edit("Name")
    qtbot.addWidget(field)
    field.resize(80, 36)
    used = field.grab().toImage().pixelColor(40, 8)
    field.setEnabled(False)
    assert field.grab().toImage().pixelColor(40, 8) != used


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_and_a_choice_are_told_apart_on_a_pill(qtbot: QtBot, qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, scheme, 100)
    rules = [rule.split("{")[0].strip() for rule in qapp.styleSheet().split("}") if "dashed" in rule]
    for role in ("chip", "answer"):  # a ring is dashed and in the colour of words, an answer has an edge and a ground
        assert f'QPushButton[role="{role}"]:focus' in rules and f'QPushButton[role="{role}"]:checked:focus' in rules
        assert f'QPushButton[role="{role}"]:checked' not in rules
    assert contrast(theme().color("text"), theme().color("card")) >= 3
    assert contrast(theme().color("text"), theme().color("accent_ground")) >= 3
