"""Ending and deleting in a card, both with Undo in their place."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal.core.entries import Substance
from journal.logbook import Logbook
from journal.ui.health.screen import HealthScreen
from tests.ui.conftest import keys
from tests.ui.health.conftest import OpenScreen, Taken, rows, settle, substances, words


def until(book: Logbook, entry: Substance) -> dt.date | None:
    found = book.get(entry.id)
    assert isinstance(found, Substance)
    return found.until


def test_what_ended_today_stays_below_and_can_be_taken_back(
    screen: HealthScreen, plain_book: Logbook, taken: Taken
) -> None:
    card = substances(screen)
    card.end(taken.sertraline)
    settle()
    assert rows(card) == ["beer", "Gabapentin", "Sertraline <b>"] and until(plain_book, taken.sertraline)
    assert card.message.text() == "Ended on 22 Nov 2026."
    card.message.buttons()[0].click()
    settle()
    assert until(plain_book, taken.sertraline) is None
    assert QApplication.focusWidget() is next(
        view.more for view in card.views() if view.row.entry.id == taken.sertraline.id
    )


@pytest.mark.parametrize("ends", [True, False])
def test_what_was_undone_elsewhere_is_not_offered_a_second_time(
    screen: HealthScreen, plain_book: Logbook, taken: Taken, ends: bool
) -> None:
    card = substances(screen)
    (card.end if ends else card.delete)(taken.sertraline)
    settle()
    plain_book.save(Substance(name="Zinc"))
    settle()
    assert card.message.text() and card.message.buttons()  # still done
    plain_book.undo()
    plain_book.undo()
    settle()
    assert until(plain_book, taken.sertraline) is None and card.message.text() == ""


def test_undo_reverses_the_end_alone_once_something_else_was_saved(
    screen: HealthScreen, plain_book: Logbook, taken: Taken
) -> None:
    card = substances(screen)
    card.end(taken.sertraline)
    plain_book.save(Substance(name="Zinc"))
    card.message.buttons()[0].click()
    assert until(plain_book, taken.sertraline) is None
    assert [each.name for each in plain_book.listed(Substance)][-1] == "Zinc"


def test_delete_goes_to_the_trash_and_comes_back(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    card = substances(screen)
    card.views()[0].more.setFocus()
    keys(Qt.Key.Key_Delete)
    settle()
    assert rows(card) == ["Sertraline <b>", "Gabapentin"]
    assert QApplication.focusWidget() is card.views()[0].more  # the next row
    assert [each.id for each in plain_book.trash()] == [taken.beer.id]
    card.message.buttons()[0].click()
    settle()
    assert rows(card) == ["beer", "Sertraline <b>", "Gabapentin"] and plain_book.trash() == []


def test_a_row_offers_only_what_can_be_done(screen: HealthScreen, taken: Taken) -> None:
    offered = {
        view.row.title: [action.text() for action in view.menu().actions()] for view in substances(screen).views()
    }
    assert offered["beer"] == ["Change", "Ended today", "Delete"]
    assert offered["Gabapentin"] == ["Change", "Delete"]


def test_a_journal_that_is_only_looked_at_offers_nothing(
    taken: Taken, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    path, clock = plain_book.path, plain_book.clock
    plain_book.close()
    with Logbook.open(path, clock=clock, read_only=True) as book:
        screen = open_screen(book)
        card = substances(screen)
        assert rows(card) == ["beer", "Sertraline <b>", "Gabapentin"]
        assert not any(view.more.isVisible() for view in card.views())
        assert not card.line.isVisible() and not card.nothing_else.tick.isEnabled()
        assert not screen.card("condition").add.isEnabled()


def test_a_row_says_itself_to_a_screen_reader(screen: HealthScreen) -> None:
    more = substances(screen).views()[1].more
    assert more.accessibleName() == "Sertraline <b>: what can be done"
    assert "50 mg, mornings" in more.accessibleDescription() and "mood" in words(substances(screen))
