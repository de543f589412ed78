"""The open list of a drop-down: readable on every ground, and never so high that it hides what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.fields import Choice
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.emergency import EmergencyScreen
from tests.ui.fits import settle, shown
from tests.ui.kit.test_theme import contrast

LOOKS = [("light", False), ("dark", False), ("light", True), ("dark", True)]
MOST_ROWS = 10
Place = Callable[[], tuple[QWidget, QComboBox]]
_WARNING = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin


@pytest.fixture(params=LOOKS, ids=["light", "dark", "light contrast", "dark contrast"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    scheme, more_contrast = request.param
    apply_theme(qapp, scheme, 100, more_contrast)
    yield


def emergency() -> tuple[QWidget, QComboBox]:
    made = EmergencyScreen(english(), "US")
    return made, made.panel.chooser


def ordinary() -> tuple[QWidget, QComboBox]:
    made, choice = QWidget(), Choice("Unit", [(number, f"Choice {number}") for number in range(40)])
    body = QVBoxLayout(made)
    body.addWidget(choice)
    body.addStretch(1)
    return made, choice


@pytest.mark.quick_every(9)
@_WARNING
@pytest.mark.parametrize("place", [emergency, ordinary])
def test_every_row_of_an_open_list_can_be_read(look: None, qtbot: QtBot, place: Place) -> None:
    widget, chooser = place()
    shown(qtbot, widget)
    chooser.showPopup()
    settle()
    view = chooser.view()
    view.scrollTo(chooser.model().index(chooser.currentIndex(), 0))
    settle()
    seen = view.viewport().grab().toImage()
    rows = [view.visualRect(chooser.model().index(row, 0)) for row in range(chooser.count())]
    visible = [each for each in rows if seen.rect().contains(each)]
    assert len(visible) >= MOST_ROWS - 1 and view.visualRect(view.currentIndex()) in visible
    assert min(_contrast_in(seen, each) for each in visible) >= 4.5
    chooser.hidePopup()


@_WARNING
@pytest.mark.parametrize("place", [emergency, ordinary])
def test_an_open_list_has_ten_rows_at_most_and_stands_below_its_field(qtbot: QtBot, place: Place) -> None:
    widget, chooser = place()
    shown(qtbot, widget)
    chooser.showPopup()
    settle()
    view = chooser.view()
    assert view.height() <= (MOST_ROWS + 0.5) * view.sizeHintForRow(0)
    field = chooser.mapToGlobal(chooser.rect().bottomLeft()).y()
    assert abs(view.window().geometry().top() - field) <= 2
    chooser.hidePopup()


def _contrast_in(seen: QImage, row: QRect) -> float:
    """Between the ground of a row and what differs most from it."""
    pixels = Counter(seen.pixel(x, y) for x in range(row.left(), row.right()) for y in range(row.top(), row.bottom()))
    ground = QColor(pixels.most_common(1)[0][0])
    return max(contrast(QColor(each), ground) for each in pixels)
