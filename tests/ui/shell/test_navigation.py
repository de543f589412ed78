"""The navigation beside every screen: with words as long as they leave room."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body


@pytest.mark.parametrize(
    ("width", "percent", "words", "icons"),
    [(1240, 100, True, True), (900, 200, True, False), (520, 200, False, True), (520, 100, False, True)],
)
def test_the_navigation_keeps_its_words_with_large_letters(
    body: Body, qapp: QApplication, width: int, percent: int, words: bool, icons: bool
) -> None:
    apply_theme(qapp, "light", percent)
    body.main.resize(width, 600)
    QTest.qWait(30)
    today = body.navigation.items["today"]
    assert (today.text().strip() == "Today", today.iconSize().width() > 0) == (words, icons)
    assert today.accessibleName() == "Today" and (today.toolTip() == "Today") is not words
    widest = max(item.sizeHint().width() for item in body.navigation.items.values())
    assert widest <= body.navigation.width()
