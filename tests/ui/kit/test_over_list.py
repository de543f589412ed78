"""In a narrow window the Diary and Products scroll in one place: the list first, details over it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from journal.core.entries import Note, Product, Unit
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.ui.diary.list import DiaryList
from journal.ui.diary.screen import DiaryScreen
from journal.ui.kit.scroll_area import ScrollArea
from journal.ui.products.lines import LineList
from journal.ui.products.screen import ProductsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, PRODUCTS
from tests.ui.conftest import keys
from tests.ui.fits import settle

SMALL, ROOMY = (900, 600), (1240, 900)
BOTH = pytest.mark.parametrize("place", [DIARY.key, PRODUCTS.key])


@pytest.fixture(autouse=True)
def filled(plain_book: Logbook) -> Logbook:
    long = "\n".join(["words"] * 40)
    products = [Product(name=f"A product {number:02}") for number in range(20)]
    plain_book.save(*products)
    plain_book.save(*(Unit(product=products[0].id, name=f"spoon {number}", quantity=500) for number in range(9)))
    plain_book.save(*(Note(at=moment_now(plain_book.clock), text=long) for _ in range(30)))
    return plain_book


def opened(qtbot: QtBot, body: Body, place: str, size: tuple[int, int]) -> DiaryScreen | ProductsScreen:
    body.main.resize(*size)
    body.go(place)
    settle()
    made = body.findChildren(DiaryScreen if place == DIARY.key else ProductsScreen)
    (screen,) = made
    assert isinstance(screen, DiaryScreen | ProductsScreen)
    qtbot.waitUntil(lambda: _rows(screen) > 0 and screen.list.hasFocus())
    settle()
    return screen


def _rows(screen: DiaryScreen | ProductsScreen) -> int:
    model = screen.list.model()
    return model.rowCount() if model is not None else 0


def scrolled(body: Body) -> list[str]:
    """What has somewhere to scroll, of all that is in sight."""
    areas = [area for area in body.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [type(each).__name__ for each in areas if each.verticalScrollBar().maximum() > 0]


@BOTH
def test_only_the_list_scrolls_and_then_only_its_details(qtbot: QtBot, body: Body, place: str) -> None:
    screen = opened(qtbot, body, place, SMALL)
    over = screen.pane.over
    assert scrolled(body) == [type(screen.list).__name__] and over.open.isVisible()
    over.open.click()
    settle()
    assert over.covers and not screen.list.isVisible() and screen.pane.details.isVisible()
    assert scrolled(body) == ["ScrollArea"]
    area = screen.pane.details.findChildren(ScrollArea)[0]
    assert area.verticalScrollBar().value() == 0 and over.back.hasFocus()


@BOTH
def test_back_and_escape_lead_to_the_list_where_it_was(qtbot: QtBot, body: Body, place: str) -> None:
    screen = opened(qtbot, body, place, SMALL)
    keys(Qt.Key.Key_Down)
    settle()
    here = screen.list.currentIndex().row()
    for leave in (screen.pane.over.back.click, lambda: keys(Qt.Key.Key_Escape)):
        screen.pane.over.open.click()
        settle()
        leave()
        settle()
        assert not screen.pane.over.covers and screen.list.hasFocus()
        assert screen.list.currentIndex().row() == here


@BOTH
def test_with_room_beside_the_list_nothing_covers_it(qtbot: QtBot, body: Body, place: str) -> None:
    screen = opened(qtbot, body, place, SMALL)
    screen.pane.over.open.click()
    body.main.resize(*ROOMY)
    settle()
    assert screen.list.isVisible() and screen.pane.details.isVisible()
    assert not screen.pane.over.open.isVisible() and not screen.pane.over.back.isVisible()
    screen.pane.over.cover()
    assert screen.list.isVisible()


@BOTH
def test_the_line_says_what_is_selected(qtbot: QtBot, body: Body, place: str) -> None:
    screen = opened(qtbot, body, place, SMALL)
    said = screen.pane.over.open.accessibleDescription()
    assert said.startswith("Note" if place == DIARY.key else "A product 00")
    if isinstance(screen.list, LineList):
        screen.list.choose(screen.list.lines()[3].key)
        assert screen.pane.over.open.accessibleDescription() == screen.list.lines()[3].title


def test_what_is_deleted_from_its_details_is_followed_by_the_list(qtbot: QtBot, body: Body) -> None:
    screen = opened(qtbot, body, DIARY.key, SMALL)
    screen.pane.over.open.click()
    settle()
    assert isinstance(screen, DiaryScreen)
    screen.pane.details.delete.click()
    settle()
    assert isinstance(screen.list, DiaryList) and screen.list.isVisible() and not screen.pane.over.covers


def test_a_question_about_what_is_selected_is_seen_without_its_details(qtbot: QtBot, body: Body) -> None:
    screen = opened(qtbot, body, DIARY.key, SMALL)
    assert isinstance(screen, DiaryScreen)
    screen.pane.details.ask_purge()
    settle()
    message = screen.pane.details.message
    assert message.isVisible() and message.visibleRegion().boundingRect().height() == message.height()
    assert screen.list.isVisible()


def test_find_from_the_details_goes_to_the_field(qtbot: QtBot, body: Body) -> None:
    screen = opened(qtbot, body, DIARY.key, SMALL)
    assert isinstance(screen, DiaryScreen)
    screen.pane.over.open.click()
    screen.begin_find()
    settle()
    assert screen.bar.field.hasFocus() and screen.list.isVisible()


def test_a_change_elsewhere_leaves_the_details_open(qtbot: QtBot, body: Body, filled: Logbook) -> None:
    screen = opened(qtbot, body, PRODUCTS.key, SMALL)
    screen.pane.over.open.click()
    settle()
    product = filled.products()[0]
    filled.save(replace(product, vendor="Somebody"))
    settle()
    assert screen.pane.over.covers and not screen.list.isVisible()
