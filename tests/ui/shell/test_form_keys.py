"""A key that a visible button names works wherever the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Note, Substance
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.ui.health.substances_card import SubstancesCard
from journal.ui.shell.body import Body
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.fits import settle
from tests.ui.scenes import health

SAVE, ESCAPE = ctrl(Qt.Key.Key_Return), Qt.Key.Key_Escape


def notes(book: Logbook) -> list[str]:
    return [each.text for each in book.find(EntryQuery(kinds=("note",))) if isinstance(each, Note)]


def _to_the_side_bar(body: Body) -> None:
    body.navigation.findChildren(QPushButton)[0].setFocus()
    focused = body.main.focusWidget()
    assert focused is not None and body.navigation.isAncestorOf(focused)


@pytest.fixture
def written(body: Body, known: Known) -> Body:
    """A note that is written and not saved, the keyboard on the side bar."""
    keys(ctrl(Qt.Key.Key_K), "slept badly")
    settle()
    body.go("diary")
    body.go("today")
    settle()
    _to_the_side_bar(body)
    return body


def test_save_is_reached_from_the_side_bar(written: Body, plain_book: Logbook) -> None:
    keys(SAVE)
    assert notes(plain_book) == ["slept badly"]
    keys(SAVE)
    assert notes(plain_book) == ["slept badly"]


def test_escape_leaves_the_form_from_there_and_it_can_be_brought_back(written: Body, plain_book: Logbook) -> None:
    keys(ESCAPE)
    assert written.today is not None and written.today.panel.form is None
    assert notes(plain_book) == [] and written.left_form.isVisible()


def test_a_question_is_answered_with_what_changes_nothing(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_D), "2 g", Qt.Key.Key_Return, ctrl(Qt.Key.Key_D), Qt.Key.Key_Return)
    settle()
    _to_the_side_bar(body)
    assert body.today is not None and body.today.panel.form is not None
    form = body.today.panel.form
    assert form.message.asks
    keys(ESCAPE)
    assert body.today.panel.form is form and not form.message.asks


def test_what_is_always_there_takes_no_key_until_something_is_typed(body: Body, plain_book: Logbook) -> None:
    screen = health(body)
    (card,) = screen.findChildren(SubstancesCard)
    _to_the_side_bar(body)
    keys(SAVE)
    assert not card.line.message.text()
    card.line.name.setText("Ibuprofen")
    _to_the_side_bar(body)
    keys(SAVE)
    assert [each.name for each in plain_book.listed(Substance)] == ["Ibuprofen"]
