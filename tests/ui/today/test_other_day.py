"""What is saved for a day that is not in sight says where it went, and one press goes there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt

from journal.core.entries import Note
from journal.core.moments import HOUR_MS, moment_now
from journal.logbook import Logbook
from journal.ui.kit.timed_form import TimedForm
from journal.ui.shell.body import Body
from tests.journals import FixedClock
from tests.ui.conftest import ctrl, keys
from tests.ui.fits import settle

ENTER, DOSE = Qt.Key.Key_Return, ctrl(Qt.Key.Key_D)


def _form(body: Body) -> TimedForm:
    form = body.today.panel.form if body.today is not None else None
    assert isinstance(form, TimedForm)
    return form


def test_another_day_is_named_and_opened(body: Body, plain_book: Logbook) -> None:
    today, day = body.today, plain_book.today() - dt.timedelta(days=2)
    assert today is not None
    keys(DOSE, "2.5")
    _form(body).time.set_text(f"{day} 21:30")
    _form(body).save()
    assert today.message.text() == "Saved for Friday 20 November 2026." and today.day == plain_book.today()
    (go,) = today.message.buttons()
    assert go.text() == "Open Friday"
    go.click()
    assert today.day == day and today.message.text() == ""


def test_the_day_in_sight_is_not(body: Body) -> None:
    keys(DOSE, "2.5", ENTER)
    assert body.today is not None and body.today.message.text() == ""


def test_it_is_no_news_once_something_else_was_saved_or_seen(body: Body, plain_book: Logbook) -> None:
    today, day = body.today, plain_book.today() - dt.timedelta(days=2)
    assert today is not None
    note = Note(text="else", at=moment_now(plain_book.clock))
    for amount, then in (("2.5", lambda: plain_book.save(note)), ("3", _away_and_back(body))):
        keys(DOSE, amount)
        _form(body).time.set_text(f"{day} 21:30")
        _form(body).save()
        assert today.message.text() == "Saved for Friday 20 November 2026."
        then()
        assert today.message.text() == ""


def _away_and_back(body: Body) -> Callable[[], object]:
    def there_and_back() -> None:
        body.go("diary")
        settle()
        body.go("today")

    return there_and_back


def test_an_entry_that_moves_to_another_day_says_so(body: Body, plain_book: Logbook) -> None:
    keys(DOSE, "2.5", ENTER)
    (dose,) = plain_book.days(plain_book.today(), plain_book.today())[0].doses
    assert body.today is not None
    body.today.panel.edit([dose])
    _form(body).time.set_text("yesterday 9pm")
    _form(body).save()
    assert body.today.message.text() == "Saved for Saturday 21 November 2026."


def test_a_form_that_was_open_over_the_day_start_says_where_its_entry_went(
    body: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    keys(DOSE, "2.5")
    _form(body).time.set_text("10:15")
    clock.ms += 20 * HOUR_MS
    assert body.today is not None
    body.today.tick()
    _form(body).save()
    assert body.today.message.text() == "Saved for Sunday 22 November 2026."


def test_after_midnight_the_foot_says_the_weekday(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    clock.ms += 15 * HOUR_MS
    keys(DOSE, "2.5")
    form = _form(body)
    for typed, said in (("23:30", "Sun 23:30"), ("01:10", "Mon 01:10"), ("2026-11-19 08:00", "19 Nov 08:00")):
        form.time.set_text(typed)
        assert form.time_in_words() == said
