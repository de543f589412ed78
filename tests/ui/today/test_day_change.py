"""The first key of the morning belongs to the new day, also before the clock's next tick."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from journal.core.moments import DAY_MS, HOUR_MS, moment_now
from journal.logbook import Logbook
from journal.ui.kit.timed_form import TimedForm
from journal.ui.shell.body import Body
from tests.journals import FixedClock, dose
from tests.ui.conftest import OpenWindow, keys

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_dose_of_the_next_morning_belongs_to_the_next_morning(
    body: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    evening = plain_book.today()
    clock.ms += 20 * HOUR_MS
    keys((Qt.Key.Key_D, CTRL), Qt.Key.Key_Return)
    saved = plain_book.last_dose()
    assert saved is not None
    assert plain_book.day_of(saved) == plain_book.today() == evening + dt.timedelta(days=1)
    assert saved.at.utc_ms == clock.ms


def test_none_today_of_the_next_morning_marks_the_next_day(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    clock.ms += 20 * HOUR_MS
    assert body.today is not None
    body.today.new_entry.mark_none()
    today = plain_book.today()
    assert [len(day.marks) for day in plain_book.days(today - dt.timedelta(days=1), today)] == [0, 1]


def test_a_day_that_was_chosen_stays(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    assert body.today is not None
    body.today.turn(-3)
    chosen = body.today.day
    clock.ms += 20 * HOUR_MS
    body.today.new_entry.mark_none()
    assert len(plain_book.days(chosen, chosen)[0].marks) == 1


def test_at_one_in_the_night_it_is_still_the_day_before_on_every_card(
    body: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    assert body.today is not None
    at = dose(plain_book).at.local
    clock.ms = plain_book.clock.now_ms() - moment_now(clock).local_ms % DAY_MS + DAY_MS + HOUR_MS
    body.today.refresh()
    assert moment_now(clock).local.hour == 1
    assert body.today.day == plain_book.today() == moment_now(clock).local.date() - dt.timedelta(days=1)
    assert body.today.cards.day.accessibleName().startswith("Today")
    # The dose belongs to the day that is shown: no "yesterday" beside "1 dose".
    assert body.today.cards.dose.accessibleName().startswith(f"Last dose, {at:%H:%M}, ")
    day = f"{body.today.day:%A}"
    assert body.today.header.title.accessibleName() == f"Today, {day}, until 04:00"
    body.today.turn(-1)
    assert not body.today.cards.day.accessibleName().startswith("Today")


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("restarted", [False, True])
def test_a_time_typed_on_one_day_is_of_that_day_on_the_next(
    body: Body, plain_book: Logbook, clock: FixedClock, open_window: OpenWindow, restarted: bool
) -> None:
    typed_on = plain_book.today()
    assert body.today is not None
    body.today.act("note")
    keys("slept badly")
    form = body.today.panel.form
    assert isinstance(form, TimedForm)
    form.time.set_text("8:10")
    if restarted:
        body.keep_drafts()
    clock.ms += DAY_MS
    again = open_window(plain_book) if restarted else body
    assert again.today is not None and again.today.panel.form is not None
    again.today.panel.form.save()
    (note,) = plain_book.days(typed_on, typed_on)[0].notes
    assert note.at.local == dt.datetime(2026, 11, 22, 8, 10)
