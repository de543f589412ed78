"""The navigation beside every screen: with words as long as they leave room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Substance
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.shell.navigation import Navigation
from tests.ui.fits import cut, longer, settle
from tests.ui.fonts import both_fonts


@pytest.mark.parametrize(
    ("width", "percent", "words", "icons"),
    [(1240, 100, True, True), (900, 200, True, False), (520, 200, False, True), (520, 100, False, True)],
)
def test_the_navigation_keeps_its_words_with_large_letters(
    body: Body, qapp: QApplication, width: int, percent: int, words: bool, icons: bool
) -> None:
    apply_theme(qapp, "light", percent)
    body.main.resize(width, 600)
    settle()
    today = body.navigation.items["today"]
    assert (today.text().strip() == "Today", today.iconSize().width() > 0) == (words, icons)
    assert today.accessibleName() == "Today" and (today.toolTip() == "Today") is not words
    widest = max(item.sizeHint().width() for item in body.navigation.items.values())
    assert widest <= body.navigation.width()


@both_fonts
@pytest.mark.parametrize("percent", [110, 150, 185, 200])
def test_no_word_is_cut_where_words_stand_alone(font: str, qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    navigation = Navigation(longer())
    qtbot.addWidget(navigation)
    navigation.set_narrow(True, words=True)
    navigation.resize(navigation.width(), 600)
    navigation.show()
    settle()
    assert cut(navigation) == []


def test_a_notice_has_the_room_of_the_words(body: Body, plain_book: Logbook, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 200)
    body.main.resize(900, 600)
    settle()
    today = body.navigation.items["today"]
    assert today.text() == "Today"
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    assert body.notices is not None
    qtbot.waitUntil(body.notices.is_shown)
    assert today.text() == "" and today.accessibleName() == "Today"
    body.notices.close()
    assert today.text() == "Today"
