"""Entries dated later than the clock are kept and counted, and never pass for the last dose or rating."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import DayMark, DayMarkKind, Dose, Note, Rating, Symptom
from journal.core.moments import DAY_MS, FUTURE_TOLERANCE_MS, HOUR_MS, moment_at
from journal.logbook import Logbook
from tests.journals import product, saved

BERLIN = "Europe/Berlin"


def test_a_dose_of_the_future_is_not_the_last_one(plain_book: Logbook) -> None:
    green, now = product(plain_book), plain_book.clock.now_ms()
    last = saved(plain_book, Dose(at=moment_at(now - HOUR_MS, BERLIN), product=green.id))
    for ahead in (FUTURE_TOLERANCE_MS + 1, DAY_MS, 400 * DAY_MS):
        saved(plain_book, Dose(at=moment_at(now + ahead, "Pacific/Kiritimati"), product=green.id))
    for asked in (None, green.id):
        dose = plain_book.last_dose(asked)
        assert dose is not None and dose.id == last.id
    later = plain_book.later_than_clock()
    assert later is not None and later.rows == 3


def test_a_minute_ahead_is_still_now(plain_book: Logbook) -> None:
    ahead = saved(plain_book, Dose(at=moment_at(plain_book.clock.now_ms() + FUTURE_TOLERANCE_MS, BERLIN)))
    dose = plain_book.last_dose()
    assert dose is not None and dose.id == ahead.id
    assert plain_book.later_than_clock() is None


def test_a_rating_of_the_future_is_not_the_last_one(plain_book: Logbook) -> None:
    now, pain = plain_book.clock.now_ms(), saved(plain_book, Symptom(code="pain"))
    last = saved(plain_book, Rating(at=moment_at(now - DAY_MS, BERLIN), symptom=pain.id, value=4))
    saved(plain_book, Rating(at=moment_at(now + DAY_MS, BERLIN), symptom=pain.id, value=9))
    rating = plain_book.last_rating(pain.id)
    assert rating is not None and rating.id == last.id


def test_every_kind_with_a_date_is_counted_and_the_trash_is_not(plain_book: Logbook) -> None:
    now, today = plain_book.clock.now_ms(), plain_book.today()
    gone = saved(plain_book, Note(at=moment_at(now + 2 * DAY_MS, BERLIN), text="gone"))
    saved(plain_book, Note(at=moment_at(now + 3 * DAY_MS, BERLIN), text="kept"))
    saved(plain_book, DayMark(day=today + dt.timedelta(days=2), mark=DayMarkKind.NONE_TODAY))
    saved(plain_book, DayMark(day=today, mark=DayMarkKind.NOTHING_TO_REPORT))
    plain_book.delete([gone.id])
    later = plain_book.later_than_clock()
    assert later is not None
    assert (later.rows, later.day) == (2, today + dt.timedelta(days=2))


def test_control_without_any_there_is_none(plain_book: Logbook) -> None:
    saved(plain_book, Dose(at=moment_at(plain_book.clock.now_ms() - HOUR_MS, BERLIN)))
    assert plain_book.later_than_clock() is None
