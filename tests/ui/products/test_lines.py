"""Where the parts of a product's line stand: its kind beside the title where there is room, nothing over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from journal.ui.kit.theme import apply_theme
from journal.ui.products.lines import Boxes, Shown

NAME = "Green Borneo of the shop round the corner"
FACTS = ("260 doses · 55 %", "8 Sep 2026 – 29 Nov 2026")


def boxes(width: int, title: str = NAME) -> Boxes:
    line = Shown("id", title, "A vendor · Green Borneo, green", FACTS, "kind to be confirmed", "crushed leaf")
    return Boxes(QRect(0, 0, width, 0), line)


def place(made: Boxes, words: str) -> QRect:
    return next(box for text, box, _, _ in made.parts if text == words)


def test_the_kind_stands_beside_the_title_where_there_is_room_and_else_below(qapp: QApplication) -> None:
    wide, narrow = boxes(900), boxes(380)
    assert place(wide, "crushed leaf").left() > place(wide, NAME).left()
    assert place(wide, "crushed leaf").top() == place(wide, NAME).top()
    assert place(narrow, "crushed leaf").top() >= place(narrow, NAME).bottom()
    assert len(wide.badges) == len(narrow.badges) == 2


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("title", ["White", NAME])
@pytest.mark.parametrize("width", [300, 420, 640, 1100])
def test_nothing_stands_over_another(qapp: QApplication, width: int, title: str, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    made = boxes(width, title)
    words = {text: box for text, box, _, _ in made.parts if text != title}
    for one, other in combinations(words.values(), 2):
        assert not one.intersects(other)
    for edge in made.badges:
        assert edge.bottom() < made.height and edge.top() >= 0 and edge.right() <= width
        assert sum(edge.intersects(box) for box in words.values()) == 1
