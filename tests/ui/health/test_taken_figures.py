"""Drinks and paracetamol days: only what was written down, and never less certain than it is."""

from __future__ import annotations

from journal.core.entries import Intake
from journal.core.moments import moment_now
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.health.taken_figures import taken_figures
from tests.journals import ago

TEXTS = english()


def test_nothing_is_said_where_nothing_was_written_down(plain_book: Logbook) -> None:
    assert taken_figures(TEXTS, plain_book) == ""


def test_drinks_are_at_least_what_was_said(plain_book: Logbook) -> None:
    yesterday = ago(plain_book, 24 * 60)
    plain_book.save(Intake(at=yesterday, what=Taken.ALCOHOL))
    assert taken_figures(TEXTS, plain_book).startswith(
        "Alcohol on at least 1 of the last 28 days. Entries can be left out"
    )
    plain_book.save(Intake(at=yesterday, what=Taken.ALCOHOL, drinks=1000))
    rest = ", on at least 1 of the last 28 days. Entries can be left out, so it may be more."
    assert taken_figures(TEXTS, plain_book) == f"Alcohol: at least 1 drink{rest}"
    # Not spread over days on which nothing was written down: that would make them days without.
    plain_book.save(Intake(at=yesterday, what=Taken.ALCOHOL, drinks=6000))
    assert taken_figures(TEXTS, plain_book) == f"Alcohol: at least 7 drinks{rest}"


def test_a_day_that_is_not_over_is_none_of_the_whole_days(plain_book: Logbook) -> None:
    now, oldest = moment_now(plain_book.clock), ago(plain_book, 28 * 24 * 60)
    plain_book.save(Intake(at=now, what=Taken.ALCOHOL, drinks=1000))
    assert taken_figures(TEXTS, plain_book).startswith("Alcohol: at least 1 drink, today so far. ")
    plain_book.save(Intake(at=oldest, what=Taken.ALCOHOL, drinks=2000))
    assert taken_figures(TEXTS, plain_book).startswith(
        "Alcohol: at least 3 drinks, on at least 1 of the last 28 days, and today so far. "
    )


def test_paracetamol_is_counted_by_days(plain_book: Logbook) -> None:
    now = moment_now(plain_book.clock)
    plain_book.save(Intake(at=now, what=Taken.PAINKILLER, name="Tylenol"))
    plain_book.save(Intake(at=now, what=Taken.PAINKILLER, name="paracetamol 500"))
    assert taken_figures(TEXTS, plain_book).startswith("Paracetamol on at least 1 day.")
