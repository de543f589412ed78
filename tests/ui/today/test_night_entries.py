"""A dose after midnight is counted to the day before and named "last night" until its day is opened."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import MINUTE_MS, moment_from_iso
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.shell.body import Body
from journal.ui.today.day_figures import when_text
from tests.journals import FixedClock, dose
from tests.ui.conftest import Known, OpenWindow
from tests.ui.today.test_last_night_card import at_hour


@pytest.fixture
def after_midnight(known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow) -> Body:
    """Eight in the morning; one dose was at 23:00, one at 01:16."""
    at_hour(clock, 23)
    dose(plain_book, product=known.green)
    at_hour(clock, 1)
    clock.ms += 16 * MINUTE_MS
    dose(plain_book, product=known.green)
    at_hour(clock, 8)
    return open_window(plain_book)


def test_only_what_came_after_midnight_stands_below_today(after_midnight: Body, plain_book: Logbook) -> None:
    today = after_midnight.today
    assert today is not None
    assert today.night.isVisible()
    assert today.night.words.text().startswith("Last night, counted to ")
    assert today.night.list.model().rowCount() == 1
    assert not plain_book.days(plain_book.today(), plain_book.today())[0].doses


def test_the_card_says_last_night(after_midnight: Body) -> None:
    assert after_midnight.today is not None
    assert "last night, Mon 01:16" in after_midnight.today.cards.dose.accessibleName()


def test_opening_its_day_shows_it_there_and_nowhere_twice(after_midnight: Body, plain_book: Logbook) -> None:
    today = after_midnight.today
    assert today is not None
    today.night.open.click()
    assert today.day == plain_book.today() - dt.timedelta(days=1)
    assert today.list.model().rowCount() == 2
    assert not today.night.isVisible()


def test_a_day_without_a_night_says_nothing(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    dose(plain_book)
    assert not body.today.night.isVisible()


@pytest.mark.parametrize(
    ("now", "at", "said"),
    [
        ("2026-11-28T14:00", "2026-11-28T12:36", "12:36"),
        ("2026-11-28T14:00", "2026-11-28T01:16", "last night, Sat 01:16"),
        ("2026-11-29T02:00", "2026-11-28T01:16", "last night, Sat 01:16"),
        ("2026-11-29T02:00", "2026-11-28T22:00", "22:00"),
        ("2026-11-29T02:00", "2026-11-27T22:00", "yesterday 22:00"),
        ("2026-11-28T14:00", "2026-11-27T21:15", "yesterday 21:15"),
        ("2026-11-28T14:00", "2026-11-27T01:16", "27 Nov 2026 01:16"),
    ],
)
def test_when_is_said_by_the_journal_day(now: str, at: str, said: str) -> None:
    there, here = (moment_from_iso(f"{each}:00+00:00", "UTC") for each in (at, now))
    assert when_text(english(), there, here, 240) == said


def test_the_day_before_and_the_dose_before_stand_below(after_midnight: Body, plain_book: Logbook) -> None:
    today = after_midnight.today
    assert today is not None
    day, last = today.cards.day.accessibleName(), today.cards.dose.accessibleName()
    assert day.startswith("Today, Not recorded, no dose is written down, Sunday: 2 doses, ")
    assert last == "Last dose, last night, Mon 01:16, 6 h 44 min ago, before it: yesterday 23:00"
    today.turn(-1)
    assert "before it" not in today.cards.dose.accessibleName() and ": 2" not in today.cards.day.accessibleName()


def test_of_a_day_without_a_dose_nothing_stands_beside_today(
    known: Known, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow
) -> None:
    dose(plain_book, product=known.green)
    body = open_window(plain_book)
    assert body.today is not None and body.today.cards.day.accessibleName().count(":") == 0
    assert "before it" not in body.today.cards.dose.accessibleName()
