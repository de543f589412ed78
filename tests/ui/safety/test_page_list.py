"""What can be read, in groups: the list beside the page, and the field in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.page_list import Group, PageChooser, PageList
from journal.ui.shell.body import Body
from journal.ui.shell.places import SAFETY
from tests.ui.conftest import keys
from tests.ui.fits import cut, settle, shown, unlabelled, unnamed
from tests.ui.fonts import both_fonts

MANY = tuple((f"page-{number}", f"A page with a longer title {number}") for number in range(18))
GROUPS = [Group("Now", (("first", "First"), ("second", "Second"))), Group("Facts and sources", MANY)]


@pytest.fixture
def made(qtbot: QtBot) -> PageList:
    made = PageList(english(), GROUPS)
    made.mark("first")
    shown(qtbot, made, 230, 480)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def listed(made: PageList) -> list[str]:
    return [code for code, item in made.items.items() if item.isVisible()]


def test_groups_stand_above_their_pages(made: PageList) -> None:
    made.resize(230, 2000)
    settle()
    place = {each.text(): each.mapTo(made, each.rect().topLeft()).y() for each in made.findChildren(QLabel)}
    order = sorted(place, key=lambda text: place[text])
    assert order[:4] == ["Now", "First", "Second", "Facts and sources"] and len(order) == 22


def test_a_page_is_chosen_and_chosen_again(made: PageList) -> None:
    told: list[str] = []
    made.chosen.connect(told.append)
    made.items["second"].click()
    made.items["second"].click()
    assert told == ["second", "second"]
    made.mark("page-3")
    assert told == ["second", "second"]  # marking tells nobody
    assert [code for code, item in made.items.items() if item.isChecked()] == ["page-3"]


def test_the_arrow_keys_go_from_page_to_page_and_scroll_along(made: PageList) -> None:
    told: list[str] = []
    made.chosen.connect(told.append)
    made.chosen.connect(made.mark)
    made.items["first"].setFocus()
    for _ in range(19):
        keys(Qt.Key.Key_Down)
        settle()
    assert told[0] == "second" and told[-1] == "page-17"
    last, viewport = made.items["page-17"], made.scroller.viewport()
    assert last.hasFocus() and viewport.rect().contains(last.mapTo(viewport, last.rect().center()))


def test_where_there_is_no_room_one_group_is_open_and_all_are_seen(made: PageList) -> None:
    assert listed(made) == ["first", "second"]
    assert [each for each in made.findChildren(QLabel) if each.text() == "Facts and sources · 18 pages"]
    made.names["Facts and sources"].click()
    settle()
    assert listed(made) == [f"page-{number}" for number in range(18)]
    assert all(not name.visibleRegion().isEmpty() for name in made.names.values())
    made.mark("second")
    assert listed(made) == ["first", "second"]
    made.resize(230, 2000)
    settle()
    assert len(listed(made)) == 20


def test_the_arrow_keys_come_back_into_the_group_before(made: PageList) -> None:
    made.chosen.connect(made.mark)
    made.mark("page-0")
    settle()
    made.items["page-0"].setFocus()
    keys(Qt.Key.Key_Up)
    settle()
    assert made.items["second"].hasFocus() and made.items["second"].isChecked()


def test_only_the_marked_page_is_reached_by_tab(made: PageList) -> None:
    made.mark("second")
    reached = [code for code, item in made.items.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert reached == ["second"]
    made.mark(None)  # what was found is shown
    assert [code for code, item in made.items.items() if item.isChecked()] == []
    assert made.items["second"].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_everything_has_a_name(made: PageList) -> None:
    assert unnamed(made) == []


def test_the_field_has_the_groups_that_cannot_be_chosen(qtbot: QtBot) -> None:
    field = PageChooser(english(), GROUPS)
    shown(qtbot, field, 300, 60)
    told: list[str] = []
    field.chosen.connect(told.append)
    field.set_value("first")
    assert field.itemText(0) == "Now" and field.value() == "first"
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    for _ in range(2):
        keys(Qt.Key.Key_Down)
    assert told == ["second", "page-0"] and field.value() == "page-0"  # over the name of the next group
    assert unlabelled(field) == []


@both_fonts
@pytest.mark.parametrize("percent", [100, 200])
def test_no_title_is_cut(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    made = PageList(english(), GROUPS)
    shown(qtbot, made, 230 * percent // 100, 400)
    assert cut(made) == []


@pytest.mark.slow
def test_the_shipped_groups_are_all_seen_in_a_usual_window(body: Body) -> None:
    body.main.resize(1366, 738)
    safety = body.reach(SAFETY)
    settle()
    for code in safety.items:
        safety.list.mark(code)
        settle()
        assert all(not name.visibleRegion().isEmpty() for name in safety.list.names.values()), code
        assert safety.items[code].isVisible() and not safety.items[code].visibleRegion().isEmpty()
    assert cut(safety.banner) == []
