"""Places that stay as high as they were while nothing is shown in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.kept_place import OneOf, keep_place
from journal.ui.kit.widgets import label
from tests.ui.fits import settle


def _place_below(qtbot: QtBot, part: QWidget) -> Callable[[], int]:
    """Where what stands below the part is."""
    holder, below = QWidget(), label("below")
    body = QVBoxLayout(holder)
    body.addWidget(part)
    body.addWidget(below)
    body.addStretch(1)
    qtbot.addWidget(holder)
    holder.show()
    settle()
    return lambda: below.mapTo(holder, QPoint()).y()


def test_what_is_below_stays_where_it_is(qtbot: QtBot) -> None:
    part = label("two lines\nof words", wrap=True)
    keep_place(part)
    below = _place_below(qtbot, part)
    at = below()
    part.hide()
    settle()
    assert below() == at > 0


def test_one_of_several_takes_the_place_of_the_highest(qtbot: QtBot) -> None:
    high, low = label("three\nlines\nof words"), label("one line")
    place = OneOf(high, low)
    below = _place_below(qtbot, place)
    places = []
    for part in (high, low, None):
        place.show_part(part)
        settle()
        places.append(below())
    assert len(set(places)) == 1 and not high.isVisible() and not low.isVisible()
