"""Safety: pages, search, the emergency above them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.theme import apply_theme
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.screen import SafetyScreen
from journal.ui.safety.source_card import SourceCard
from journal.ui.safety.sources_view import SourcesView
from tests.journals import FixedClock
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, unnamed, words
from tests.ui.fonts import both_fonts

DAY_MS = 86_400_000


def screen_of(qtbot: QtBot, book: Logbook, texts: Texts | None = None, width: int = 1040) -> SafetyScreen:
    made = SafetyScreen(Bridge(book, texts or english()), "US")
    shown(qtbot, made, width)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def screen(qtbot: QtBot, plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> SafetyScreen:
    def refuse(url: QUrl) -> bool:
        raise AssertionError(f"opened {url.toString()}")

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    return screen_of(qtbot, plain_book)


def visible(root: QWidget) -> list[str]:
    return [each.text() for each in root.findChildren(QLabel) if each.isVisible() and each.text()]


def hits(screen: SafetyScreen) -> list[WrapButton]:
    found = screen._shown.findChildren(WrapButton)
    return [each for each in found if each.isVisible()]


def test_every_page_is_listed_and_shown(screen: SafetyScreen) -> None:
    assert list(screen.items) == [*(each.code for each in guidance.pages()), "sources"]
    for page in guidance.pages():
        screen.items[page.code].click()
        settle()
        assert screen.view is not None and screen.view.page == page
        assert [code for code, item in screen.items.items() if item.isChecked()] == [page.code]
        assert screen.view is not None
        screen.view.complete()
        said = visible(screen)
        assert page.title in said and f"reviewed {english().short_day(page.reviewed)}" in " ".join(said)
        for statement in page.statements():
            assert any(statement.text in each for each in said)


def test_every_statement_with_sources_has_as_many_marks(screen: SafetyScreen) -> None:
    for page in guidance.pages():
        view = screen.show_page(page.code)
        view.complete()
        marks = [mark.mark.source for _, prose in view.paragraphs for mark in prose.marks]
        assert marks == [source for each in page.statements() for source in each.sources]


def sources_view(screen: SafetyScreen) -> SourcesView:
    screen.items["sources"].click()
    settle()
    return next(each for each in screen.findChildren(SourcesView) if each.isVisible())


def test_every_source_is_listed_and_shown_in_full(screen: SafetyScreen) -> None:
    view = sources_view(screen)
    named = {each for page in guidance.pages() for said in page.statements() for each in said.sources}
    assert set(view.items) == named | {each for line in guidance.country("US").lines for each in line.sources}
    for source in list(guidance.sources().values())[:3]:
        view.items[source.id].click()
        settle()
        (card,) = (each for each in view.findChildren(SourceCard) if each.isVisible())
        assert source.address in visible(card) and "Read" in words(card)
        card.copy.setFocus()
        keys(Qt.Key.Key_Escape)
        assert view.items[source.id].hasFocus() and not card.isVisible()
    assert unnamed(screen) == [] and cut(screen) == []


def test_the_help_lines_are_those_of_the_country_with_their_sources(screen: SafetyScreen) -> None:
    said = visible(sources_view(screen))
    assert "Help lines: United States" in said and "1-800-222-1222" in said
    assert sum(each.startswith("Source: ") for each in said) == len(guidance.country("US").lines)
    screen.banner.chooser.set_value("")
    screen.banner.chooser.activated.emit(screen.banner.chooser.currentIndex())
    settle()
    view = next(each for each in screen.findChildren(SourcesView) if each.isVisible())
    assert "Help lines: Another country" in visible(view)
    assert any(each.startswith("Choose your country to see its help lines.") for each in visible(view))


def test_no_other_country_s_line_is_shown_in_a_country(qtbot: QtBot, plain_book: Logbook) -> None:
    made = SafetyScreen(Bridge(plain_book, english()), "DE")
    shown(qtbot, made)
    for code in (*(page.code for page in guidance.pages()), "sources"):
        made.items[code].click()
        settle()
        if made.view is not None:
            made.view.complete()
        said = " ".join(visible(made))
        for line in guidance.country("US").lines:
            assert line.name not in said and not re.search(rf"(?<!\d){re.escape(line.number)}(?!\d)", said), code
        for source in guidance.sources().values():  # a list of sources names no line to call
            said = said.replace(source.title, "")
        assert "SAMHSA" not in said and "Samaritans: " not in said, code


def test_an_unknown_page_is_no_page(screen: SafetyScreen) -> None:
    with pytest.raises(KeyError):
        screen.show_page("none")


def test_a_page_past_its_review_date_says_so(screen: SafetyScreen, plain_book: Logbook) -> None:
    assert "out of date" not in words(screen)
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(800 * DAY_MS)
    screen.show_page(guidance.pages()[0].code)
    assert "Some of it may be out of date." in words(screen)


def test_the_emergency_is_above_the_pages(screen: SafetyScreen) -> None:
    said = visible(screen.banner)
    assert "911" in said and "Poison Help: 1-800-222-1222" in said
    assert any(each.startswith("Will not wake") for each in said)


def test_another_country(screen: SafetyScreen) -> None:
    told: list[str] = []
    screen.country_chosen.connect(told.append)
    chooser = screen.banner.chooser
    for code, number in (("GB", "999"), ("", "112")):
        chooser.set_value(code)
        chooser.activated.emit(chooser.currentIndex())
        settle()
        assert number in visible(screen.banner) and "911" not in visible(screen.banner)
    assert told == []  # looking changes nothing
    chooser.set_value("GB")
    chooser.activated.emit(chooser.currentIndex())
    screen.banner.choice.make_own.click()
    assert told == ["GB"]
    screen.show_whom_to_call(None, "")
    settle()
    assert any(each.startswith("Choose your country to see its help lines.") for each in visible(screen.banner))


def test_what_is_found_leads_to_its_page(screen: SafetyScreen) -> None:
    screen.search.setFocus()
    keys("naloxone")
    settle()
    found = hits(screen)
    assert found and all("naloxone" in each.accessibleName().casefold() for each in found)
    expected = guidance.search(guidance.pages(), "naloxone")[-1]
    found[-1].click()
    settle()
    assert screen.view is not None and screen.view.page.code == expected.page.code
    assert screen.search.text() == "" and hits(screen) == []
    focused = QApplication.focusWidget()
    assert focused is not None and screen.view.isAncestorOf(focused)
    viewport = screen.scroller.viewport()
    assert viewport.rect().contains(focused.mapTo(viewport, focused.rect().center()))


def test_nothing_found_and_nothing_typed(screen: SafetyScreen) -> None:
    screen.search.setText("xyzzy")
    settle()
    said = "Nothing was found for these words. That something is not listed here does not mean that it is safe."
    assert said in visible(screen) and screen.view is None
    screen.search.clear()
    assert screen.view is not None and screen.view.page == guidance.pages()[0]


def test_choosing_a_page_ends_the_search(screen: SafetyScreen) -> None:
    screen.search.setText("naloxone")
    code = guidance.pages()[1].code
    screen.items[code].click()
    assert screen.search.text() == "" and screen.view is not None and screen.view.page.code == code


def test_everything_has_a_name(screen: SafetyScreen) -> None:
    assert unnamed(screen) == []
    screen.search.setText("call")
    settle()
    assert unnamed(screen) == []


def test_the_keyboard_reaches_pages_marks_and_country(screen: SafetyScreen) -> None:
    assert screen.view is not None
    # Of the pages Tab reaches the one that is shown; the arrow keys go to the others.
    wanted = {screen.search, screen.banner.chooser, screen.items[screen.pages[0].code], screen.scroller}
    wanted |= {mark for _, prose in screen.view.paragraphs for mark in prose.marks}
    screen.search.setFocus()
    reached = set()
    for _ in range(len(wanted) + 3):
        keys(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
    assert wanted <= reached


def test_a_page_is_chosen_by_keys_and_scrolled_by_keys(screen: SafetyScreen) -> None:
    screen.resize(900, 420)
    code = guidance.pages()[1].code
    screen.items[code].setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    assert screen.view is not None and screen.view.page.code == code
    screen.scroller.setFocus()
    keys(Qt.Key.Key_PageDown)
    assert screen.scroller.verticalScrollBar().value() > 0


def test_a_narrow_window_begins_with_the_chosen_page(screen: SafetyScreen) -> None:
    screen.resize(600, 500)
    settle()
    screen.items[guidance.pages()[1].code].click()
    settle()
    viewport = screen.scroller.viewport()
    assert 0 <= screen._shown.mapTo(viewport, screen._shown.rect().topLeft()).y() <= 40


@both_fonts
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [560, 1240])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, plain_book: Logbook, percent: int, width: int) -> None:
    apply_theme(qapp, "light", percent)
    made = screen_of(qtbot, plain_book, longer(), width)
    assert made.view is not None
    made.view.complete()
    settle()
    assert cut(made) == []
    made.search.setText("kratom")
    settle()
    assert cut(made) == []
