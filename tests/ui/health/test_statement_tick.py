"""That there is nothing else is said by a tick, with its day; it is asked again, and never offered against the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Intake, Statement, Substance
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.moments import MINUTE_MS, Moment, moment_at, moment_now
from journal.core.substances import Taken as What
from journal.logbook import Logbook
from journal.ui.health.screen import HealthScreen
from journal.ui.health.statement_tick import StatementTick
from journal.ui.health.stating_card import StatingCard
from tests.ui.conftest import keys, tick
from tests.ui.health.conftest import OpenScreen, Taken, settle, substances

DAY = 24 * 60


def stated(book: Logbook) -> list[Statement]:
    return book.listed(Statement)


def tick_of(screen: HealthScreen, subject: Subject = Subject.NOTHING_ELSE) -> StatementTick:
    card = substances(screen) if subject is Subject.NOTHING_ELSE else screen.card("condition")
    assert isinstance(card, StatingCard)
    return card.ticks[subject]


def test_one_tick_says_nothing_else_and_undo_takes_it_back(screen: HealthScreen, plain_book: Logbook) -> None:
    box = tick_of(screen).tick
    assert not box.is_ticked() and box.words.text() == "Nothing else, as of 22 Nov 2026"
    assert box.box.accessibleName() == box.words.text()
    box.setFocus()
    keys(Qt.Key.Key_Space)
    (said,) = stated(plain_book)
    assert (said.subject, said.answer, said.day) == (Subject.NOTHING_ELSE, Stated.YES, plain_book.today())
    assert tick_of(screen).tick.is_ticked() and QApplication.focusWidget() is box.box
    plain_book.undo()
    assert not tick_of(screen).tick.is_ticked() and stated(plain_book) == []
    plain_book.redo()
    keys(Qt.Key.Key_Space)
    assert stated(plain_book) == []


def test_it_keeps_its_day_and_is_asked_again_after_ninety_days(
    screen: HealthScreen, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    tick_of(screen).tick.tick()
    tick(plain_book, 90 * DAY)
    later = tick_of(open_screen(plain_book))
    assert later.tick.is_ticked() and later.tick.words.text() == "Nothing else, as of 22 Nov 2026"
    tick(plain_book, DAY)
    later = tick_of(open_screen(plain_book))
    assert not later.tick.is_ticked()
    assert later.why.text() == "You last said so on 22 Nov 2026. Is it still so?"
    later.tick.tick()
    assert later.tick.is_ticked() and len(stated(plain_book)) == 2 and not later.why.isVisible()


def test_it_does_not_hold_once_something_was_added(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    tick_of(screen).tick.tick()
    tick(plain_book, 5)
    plain_book.save(Substance(id=taken.beer.id, name="beer", amount="none since Monday"))
    assert tick_of(screen).tick.is_ticked()  # an entry that was listed before the statement does not contradict it
    plain_book.save(Substance(name="Zinc"))
    assert not tick_of(screen).tick.is_ticked()
    assert "the list has changed since then" in tick_of(screen).why.text()


@pytest.mark.slow
def test_it_waits_while_something_is_typed_and_not_added(screen: HealthScreen) -> None:
    card = substances(screen)
    card.line.name.setText("Zin")
    assert not card.nothing_else.tick.isEnabled()
    card.line.clear()
    assert card.nothing_else.tick.isEnabled()


def test_what_is_taken_and_not_on_the_list_stands_beside_it_until_it_is_confirmed_or_taken_back(
    screen: HealthScreen, plain_book: Logbook, taken: Taken
) -> None:
    shown = tick_of(screen)
    shown.tick.tick()
    tick(plain_book, 5)
    plain_book.save(Intake(at=moment_now(plain_book.clock), what=What.ALCOHOL, drinks=2000))  # beer is on the list
    settle()
    assert shown.tick.words.text() == "Nothing else, as of 22 Nov 2026" and not shown.confirm.isVisible()
    plain_book.save(Intake(at=taken_before(plain_book), what=What.CANNABIS))
    plain_book.save(Intake(at=moment_now(plain_book.clock), what=What.PAINKILLER, name="Aspirin"))
    settle()
    said = "Nothing else, as of 22 Nov 2026; since then written down: Cannabis, Aspirin"
    assert shown.tick.is_ticked() and shown.tick.words.text() == said == shown.tick.box.accessibleName()
    tick(plain_book, 5)
    shown.confirm.setFocus()
    keys(Qt.Key.Key_Return)
    settle()
    assert len(stated(plain_book)) == 2 and QApplication.focusWidget() is shown.tick.box
    assert shown.tick.words.text() == "Nothing else, as of 22 Nov 2026; besides it is written down: Aspirin"
    assert not shown.confirm.isVisible()
    plain_book.undo()
    settle()
    keys(Qt.Key.Key_Space)
    assert stated(plain_book) == [] and shown.tick.words.text() == "Nothing else, as of 22 Nov 2026"


def taken_before(book: Logbook) -> Moment:
    """At this time yesterday."""
    return moment_at(moment_now(book.clock).utc_ms - DAY * MINUTE_MS, book.clock.zone_name())


def test_no_condition_is_offered_only_while_none_is_listed(screen: HealthScreen, plain_book: Logbook) -> None:
    assert not tick_of(screen, Subject.NO_CONDITIONS).isVisible()
    assert tick_of(screen, Subject.NO_ALLERGIES).isVisible()
    plain_book.delete([each.id for each in plain_book.listed(Condition)])
    assert tick_of(screen, Subject.NO_CONDITIONS).isVisible()
    plain_book.save(Condition(what=ConditionKind.ALLERGY, name="nuts"))
    settle()
    assert not tick_of(screen, Subject.NO_ALLERGIES).isVisible()
    assert tick_of(screen, Subject.NO_CONDITIONS).isVisible()


def test_a_no_is_no_tick_and_is_not_asked_about(screen: HealthScreen, plain_book: Logbook) -> None:
    plain_book.save(Statement(day=plain_book.today(), subject=Subject.NOTHING_ELSE, answer=Stated.NO))
    settle()
    assert not tick_of(screen).tick.is_ticked() and not tick_of(screen).why.isVisible()


def test_in_the_night_it_is_said_which_day_it_still_is(plain_book: Logbook, open_screen: OpenScreen) -> None:
    tick(plain_book, 16 * 60 - 10)  # from 10:30 to 02:20, before the day of the journal begins
    shown = tick_of(open_screen(plain_book))
    assert shown.tick.words.text() == "Nothing else, as of 22 Nov 2026"
    assert shown.why.text() == "Until 04:00 it is still the day of 22 Nov 2026." and not shown.why.isHidden()
    shown.tick.tick()
    assert shown.why.text() == "Until 04:00 it is still the day of 22 Nov 2026."
