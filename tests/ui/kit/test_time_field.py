"""The time field: what it understands, what it says, and that it saves what it said."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment, moment_from_local, moment_now
from journal.core.refusal import Refused
from journal.texts import english
from journal.ui.kit.time_field import TimeField
from journal.ui.kit.timed_form import TimedForm
from journal.ui.shell.body import Body
from tests.journals import FixedClock
from tests.ui.conftest import keys
from tests.ui.fits import settle
from tests.ui.test_feet_of_forms import made_small


@pytest.fixture
def time(qtbot: QtBot, clock: FixedClock) -> TimeField:
    """The field on Sunday 22 November 2026, 10:30 in Berlin."""
    field = TimeField(english(), clock, "When")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""), ("now", ""), ("-15 min", "= today 10:15"), ("8:10", "= today 08:10"), ("23:50", "Saturday"),
        ("yesterday 21:30", "= Saturday 21 November 2026 21:30"), ("abc", "“abc” is not a time."),
        ("2026-11-14 ", "2026-11-14: the day is understood. Type the time behind it"), ("14 Nov 2026", "is understood"),
        ("yesterday", "is understood"), ("2026-02-30 ", "There is no such day"),
        ("2026-11-23 10:00", "2026-11-23 10:00 has not come yet."),
    ],
)  # fmt: skip
def test_what_a_time_is_understood_as(time: TimeField, typed: str, said: str) -> None:
    time.set_text(typed)
    assert said in time.understood()


def test_the_presets_fill_the_field(time: TimeField) -> None:
    time.presets[3].click()
    assert time.moment().local.hour == 9


def test_a_time_shown_twice_is_asked_inline(time: TimeField) -> None:
    time.set_text("2026-10-25 02:30")
    assert len(time.choices()) == 2
    with pytest.raises(Refused):
        time.moment()
    time.choices()[1].click()
    assert time.choices() == [] and time.moment().offset_s == 3600


def test_a_part_of_a_day_is_asked_and_one_press_says_the_time(time: TimeField) -> None:
    time.set_text("yesterday evening")
    hours = ["18:00", "19:00", "20:00", "21:00", "22:00"]
    assert [choice.text() for choice in time.choices()] == [f"yesterday {hour}" for hour in hours]
    assert time._question.text().startswith("“yesterday evening” can be any of several hours.")
    time.choices()[2].click()
    assert time.choices() == [] and time.understood() == "= Saturday 21 November 2026 20:00"
    assert time.moment().local.hour == 20


# --- what was shown is what is saved ----------------------------------------------------------------------------------


def berlin(*local: int) -> Moment:
    return moment_from_local(dt.datetime(*local), "Europe/Berlin")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("opened", "typed", "minutes", "meant"),
    [
        (berlin(2026, 11, 22, 23, 58), "yesterday 21:30", 6, berlin(2026, 11, 21, 21, 30)),
        (berlin(2026, 11, 22, 23, 58), "sun 21:30", 6, berlin(2026, 11, 15, 21, 30)),
        (berlin(2026, 11, 22, 10, 0), "-15 min", 20, berlin(2026, 11, 22, 9, 45)),
        (berlin(2026, 11, 22, 20, 0), "8:10", 14 * 60, berlin(2026, 11, 22, 8, 10)),
    ],
)
def test_what_was_understood_is_meant_however_long_the_form_stays_open(
    time: TimeField, clock: FixedClock, opened: Moment, typed: str, minutes: int, meant: Moment
) -> None:
    clock.ms = opened.utc_ms
    time.set_text(typed)
    clock.tick(minutes * MINUTE_MS)
    assert time.moment() == meant


@pytest.mark.parametrize("typed", ["", "now", " Now "])
def test_now_goes_on_being_now(time: TimeField, clock: FixedClock, typed: str) -> None:
    time.set_text(typed)
    clock.tick(20 * MINUTE_MS)
    assert time.moment() == moment_now(clock)


def test_today_is_called_by_its_date_once_it_is_over(time: TimeField, clock: FixedClock) -> None:
    time.set_text("8:10")
    clock.tick(DAY_MS)
    time._minutely.timeout.emit()
    assert time.understood() == "= Sunday 22 November 2026 08:10"


def test_minutes_ago_said_again_count_from_then(time: TimeField, clock: FixedClock) -> None:
    time.presets[1].click()
    clock.tick(20 * MINUTE_MS)
    time.presets[1].click()
    assert time.moment().utc_ms == clock.now_ms() - 15 * MINUTE_MS


# --- entries made elsewhere -------------------------------------------------------------------------------------------

NEW_YORK = moment_from_local(dt.datetime(2026, 11, 21, 21, 30), "America/New_York")


def test_a_time_made_elsewhere_says_where(time: TimeField) -> None:
    time.set_moment(NEW_YORK)
    assert time.understood() == "= Saturday 21 November 2026 21:30 (UTC-5), America/New_York time"
    time.set_moment(berlin(2026, 11, 21, 21, 30))
    assert time.understood() == "= Saturday 21 November 2026 21:30"


def test_a_time_made_elsewhere_is_corrected_on_the_clock_of_there(time: TimeField) -> None:
    time.set_moment(NEW_YORK)
    time.set_text("2026-11-21 21:40")
    assert time.moment() == Moment(NEW_YORK.utc_ms + 10 * MINUTE_MS, -5 * 3600, "America/New_York")
    assert time.understood() == "= Saturday 21 November 2026 21:40 (UTC-5), America/New_York time"


def test_now_and_minutes_ago_are_of_here(time: TimeField, clock: FixedClock) -> None:
    time.set_moment(NEW_YORK)
    time.set_text("-1 h")
    assert time.moment() == Moment(clock.now_ms() - HOUR_MS, 3600, "Europe/Berlin")
    time.set_text("now")
    assert time.moment() == moment_now(clock)


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/Berlin", "= Saturday 21 November 2026 21:40 (UTC-5)"),
        ("Nowhere/Known", "= Saturday 21 November 2026 21:40 (UTC-5), Nowhere/Known time"),
    ],
)
def test_an_imported_offset_that_its_zone_does_not_have_stays(time: TimeField, zone: str, said: str) -> None:
    time.set_moment(Moment(NEW_YORK.utc_ms, -5 * 3600, zone))
    time.set_text("2026-11-21 21:40")
    assert time.moment() == Moment(NEW_YORK.utc_ms + 10 * MINUTE_MS, -5 * 3600, zone)
    assert time.understood() == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("90 min ago", "= today 09:00"), ("2 h ago", "= today 08:30"), ("half an hour ago", "= today 10:00"),
        ("last night 23:15", "= Saturday 21 November 2026 23:15"), ("this morning 9:00", "= today 09:00"),
    ],
)  # fmt: skip
def test_a_time_in_words_is_shown_as_it_was_understood(time: TimeField, typed: str, said: str) -> None:
    time.set_text(typed)
    assert time.understood() == said


# --- in sight ---


@pytest.mark.parametrize("kind", ["dose", "rating", "intake", "note"])
def test_what_was_understood_is_in_sight_while_it_is_typed(body: Body, qapp: QApplication, kind: str) -> None:
    made_small(body, qapp, (900, 600), 200)
    body.act(kind)
    settle()
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, TimedForm)
    form.time.edit.setFocus()
    keys("8:10")
    settle()
    said = form.time._understood
    assert said.text() and said.visibleRegion().boundingRect() == said.rect()
    assert form.time.edit.visibleRegion().boundingRect() == form.time.edit.rect()
