"""The rating scale: digits, arrows, taking back, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.theme import apply_theme, theme
from tests.ui.kit.test_theme import contrast

Key = Qt.Key


@pytest.fixture
def scale(qtbot: QtBot) -> RatingScale:
    made = RatingScale(english(), "Lower back pain", "none", "worst")
    qtbot.addWidget(made)
    made.resize(480, 40)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ([], None), (["0"], 0), (["7"], 7), (["1"], 1), (["1", "0"], 10), (["5", "6"], 6), (["1", "5"], 5),
        (["2", "0"], 0), (["1", "0", "0"], 0), (["1", Key.Key_Backspace, "0"], 0), (["5", Key.Key_Delete], None),
        ([Key.Key_Right], 0), ([Key.Key_Left], 10), (["5", Key.Key_Right], 6), (["5", Key.Key_Left], 4),
        (["1", "0", Key.Key_Right], 10), (["0", Key.Key_Left], 0), ([Key.Key_End], None), ([Key.Key_Home], None),
        (["5", Key.Key_End], 5), (["a", "-"], None),
    ],
)  # fmt: skip
def test_keys(scale: RatingScale, typed: list[str | Key], value: int | None) -> None:
    for each in typed:
        if isinstance(each, str):
            QTest.keyClicks(scale, each)
        else:
            QTest.keyClick(scale, each)
    assert scale.value() == value


@pytest.mark.parametrize("value", [None, 5])
def test_the_wheel_scrolls_and_chooses_nothing(scale: RatingScale, value: int | None) -> None:
    scale.set_value(value)
    here, none = QPointF(scale.rect().center()), Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        here, here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(scale, turned)
    assert scale.value() == value and not turned.isAccepted()


def test_up_and_down_move_to_another_symptom(scale: RatingScale, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scale.moved) as moved:
        QTest.keyClick(scale, Key.Key_Down)
    assert moved.args == [1]


@pytest.mark.parametrize("width", [480, 300, 120])
def test_a_click_on_a_digit_chooses_it_and_a_second_one_takes_it_back(scale: RatingScale, width: int) -> None:
    scale.resize(width, scale.heightForWidth(width))
    centre = scale._rectangle(7).center()
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(centre))
    assert scale.value() == 7
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(centre))
    assert scale.value() is None


def test_assistive_technology_finds_a_slider_and_sets_it(scale: RatingScale, qtbot: QtBot) -> None:
    spoken = QAccessible.queryAccessibleInterface(scale)
    outside = spoken.valueInterface()
    assert spoken.role() is QAccessible.Role.Slider
    assert outside.currentValue() == -1 and outside.minimumValue() == -1 and outside.maximumValue() == 10  # not a 0
    with qtbot.waitSignal(scale.changed) as changed:
        outside.setCurrentValue(7)
    assert changed.args == [7] and scale.value() == 7
    assert spoken.text(QAccessible.Text.Name) == "Lower back pain: 7 of 10. 0 none, 10 worst"
    assert outside.currentValue() == 7 and outside.minimumValue() == 0
    QTest.keyClick(scale, Key.Key_Backspace)
    assert outside.currentValue() == -1


@pytest.mark.parametrize("value", [None, 0, 10])
def test_showing_a_value_sends_no_signal(scale: RatingScale, value: int | None) -> None:
    sent: list[object] = []
    scale.changed.connect(sent.append)
    scale.set_value(value)
    assert sent == [] and QAccessible.queryAccessibleInterface(scale).valueInterface().currentValue() == (
        -1 if value is None else value
    )


def test_the_name_says_symptom_value_and_ends(scale: RatingScale) -> None:
    assert scale.accessibleName() == "Lower back pain: not rated. 0 none, 10 worst"
    QTest.keyClicks(scale, "10")
    assert scale.accessibleName() == "Lower back pain: 10 of 10. 0 none, 10 worst"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_of_the_keyboard_does_not_look_like_a_chosen_digit(
    scale: RatingScale, qapp: QApplication, scheme: str
) -> None:
    apply_theme(qapp, scheme, 100)
    scale.set_value(None)
    scale.setFocus(Qt.FocusReason.TabFocusReason)
    with_ring = [ground(scale, cell) for cell in range(11)]
    assert scale.hasFocus() and set(with_ring) == {theme().color("card").name()}
    assert len({edge(scale, cell) for cell in range(11)}) == 1  # around all of them, and around none alone
    scale.set_value(4)
    chosen, other = QColor(ground(scale, 4)), QColor(ground(scale, 3))
    assert contrast(chosen, other) >= 3


def ground(scale: RatingScale, cell: int) -> str:
    """The colour beside the digit."""
    box = scale._rectangle(cell)
    return scale.grab().toImage().pixelColor(box.left() + 7, box.center().y()).name()


def edge(scale: RatingScale, cell: int) -> str:
    made = scale._edge_of(chosen=cell == scale.value(), ringed=scale._bears_ring(cell))
    return f"{made.color().name()} {made.style()}"
