"""What the sentences of Emergency rest on: one quiet line, and behind it every source with its day."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.core.entries import Answer
from journal.guidance.warning_signs import sign_of, stopping
from journal.texts import english
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.banner import NAMED
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.prose import Prose
from journal.ui.safety.signs import every_sentence, named_sign
from journal.ui.safety.source_card import SourceCard, source_name
from journal.ui.safety.sources_view import Behind, sources_of
from tests.journals import START_MS
from tests.signs import all_noted
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, unnamed, words
from tests.ui.fonts import both_fonts


@pytest.fixture
def screen(qtbot: QtBot) -> EmergencyScreen:
    made = EmergencyScreen(english(), "US")
    made.complete()
    shown(qtbot, made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(root: QWidget) -> Behind:
    (behind,) = root.findChildren(Behind)
    behind.turn.setChecked(True)
    settle()
    return behind


@pytest.mark.slow
def test_every_sentence_of_the_screen_has_its_sources_behind_the_line(screen: EmergencyScreen) -> None:
    opened(screen)
    behind = words(screen.behind)
    sentences = [each.sentences[0].text for each in screen.findChildren(Prose) if not screen.behind.isAncestorOf(each)]
    assert len(sentences) > 20
    for each in sentences:
        assert each.removesuffix(".") in behind, each


@pytest.mark.slow
def test_every_source_is_there_once_and_opens_its_card(screen: EmergencyScreen) -> None:
    behind = opened(screen)
    assert behind.list is not None
    named = {source for _, sources in every_sentence() for source in sources}
    assert set(behind.list.items) == named == set(sources_of(every_sentence()))
    for item in behind.list.items.values():
        item.click()
    settle()
    cards = [each for each in behind.findChildren(SourceCard) if each.isVisible()]
    assert len(cards) == len(named)
    said = words(behind)
    for day, read in Counter(guidance.sources()[each].read for each in named).items():
        assert said.count(f"Read {english().short_day(day)}") == read
    assert "kratom" not in said.casefold() and "mitragyn" not in said.casefold()
    assert cut(screen) == [] and unnamed(screen) == []


@pytest.mark.slow
def test_the_address_of_a_telling_source_is_copied_and_not_shown(screen: EmergencyScreen) -> None:
    behind = opened(screen)
    assert behind.list is not None
    behind.list.items["nc-poison-kratom"].click()
    settle()
    (card,) = (each for each in behind.findChildren(SourceCard) if each.isVisible())
    card.copy.click()
    assert QGuiApplication.clipboard().text() == guidance.sources()["nc-poison-kratom"].address


def test_the_review_dates_are_those_of_the_page(screen: EmergencyScreen) -> None:
    page, day = guidance.page("emergency-signs"), english().short_day
    said = words(opened(screen))
    assert day(page.reviewed) in said and f"due on {day(page.review_by)}" in said


@pytest.mark.slow
def test_the_keyboard_opens_it_and_the_number_stays_first(screen: EmergencyScreen) -> None:
    number = next(each for each in screen.findChildren(QLabel) if each.text() == "911")
    before = number.mapTo(screen, number.rect().topLeft()).y()
    assert all(each.y() < screen.behind.y() for each in (screen.panel, screen.lines))
    screen.back.setFocus()
    for _ in range(12):
        if screen.behind.turn.hasFocus():
            break
        keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Space)
    settle()
    assert screen.behind.list is not None
    items = list(screen.behind.list.items.values())
    for _ in range(30):
        if items[0].hasFocus():
            break
        keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Space)
    settle()
    assert any(each.isVisible() for each in screen.findChildren(SourceCard))
    screen.behind.turn.click()
    settle()
    screen.scroller.verticalScrollBar().setValue(0)
    assert number.mapTo(screen, number.rect().topLeft()).y() == before and screen.behind.list is None


@pytest.mark.slow
def test_is_this_happening_now_has_the_sources_of_its_own_sentences(qtbot: QtBot) -> None:
    made = HappeningNow(english(), all_noted("chest_pain", "yellow_skin"), "US", "", lambda: START_MS)
    shown(qtbot, made)
    assert made.findChildren(Behind) == []
    pain, skin = made.parts
    for each in (pain, skin):
        each.first.click()
    settle()
    behind = opened(pain)
    assert behind.list is not None
    assert set(behind.list.items) == {*sign_of("chest_pain").sources, "nyc-poison", "ma-ri-poison"}
    behind = opened(skin)
    assert behind.list is not None
    assert set(behind.list.items) == {
        *sign_of("yellow_skin").sources, *stopping().no_more_sources, *stopping().others_sources,
    }  # fmt: skip
    assert unnamed(made) == [] and "kratom" not in words(made).casefold()


def test_every_sign_that_the_banner_of_safety_names_has_its_sources_here(screen: EmergencyScreen) -> None:
    behind = opened(screen)
    assert behind.list is not None
    for code in NAMED:
        assert set(named_sign(sign_of(code))[1]) <= set(behind.list.items)


@pytest.mark.slow
@both_fonts
@pytest.mark.parametrize("width", [560, 1240])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, width: int) -> None:
    apply_theme(qapp, "dark", 200)
    made = EmergencyScreen(longer(), "US", "", True)
    shown(qtbot, made, width, 6000)
    opened(made)
    assert cut(made) == []


@pytest.mark.parametrize("on_item", [True, False])
def test_escape_closes_the_list_alone_and_then_what_it_stands_in(qtbot: QtBot, on_item: bool) -> None:
    made = HappeningNow(english(), all_noted("seizure"), "US", "", lambda: START_MS)
    shown(qtbot, made, 700, 600)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.parts[0].answers[Answer.YES].click()
    behind = opened(made)
    assert behind.list is not None
    (next(iter(behind.list.items.values())) if on_item else behind.turn).setFocus()
    keys(Qt.Key.Key_Escape)
    assert behind.list is None and made.parts and "Call 911" in words(made) and behind.turn.hasFocus()
    keys(Qt.Key.Key_Escape)
    assert made.parts == []


def test_escape_in_the_list_leaves_emergency_open(screen: EmergencyScreen, qtbot: QtBot) -> None:
    behind = opened(screen)
    behind.turn.setFocus()
    with qtbot.assertNotEmitted(screen.closed):
        keys(Qt.Key.Key_Escape)
    assert not behind.turn.isChecked()
    with qtbot.waitSignal(screen.closed):
        keys(Qt.Key.Key_Escape)


def test_a_title_that_ends_in_a_mark_gets_no_second_one() -> None:
    names = [source_name(english(), source) for source in guidance.sources().values()]
    assert any("withdrawal? " in name for name in names)
    assert not [name for name in names if "?." in name or "!." in name or ".. " in name]
