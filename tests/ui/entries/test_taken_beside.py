"""What is taken and not on the list is named once; what the list holds under another name is not."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Intake, Statement, Substance
from journal.core.health import Subject
from journal.core.moments import Moment, moment_from_local
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.taken_beside import Beside, taken_beside


def at(day: dt.date) -> Moment:
    return moment_from_local(dt.datetime.combine(day, dt.time(12)), "Europe/Berlin")


def test_by_its_own_name_and_once(plain_book: Logbook) -> None:
    day = plain_book.today() - dt.timedelta(days=3)
    said = Statement(day=day, subject=Subject.NOTHING_ELSE)
    coffee = Substance(name="Coffee", amount="2 cups")
    later, before = day + dt.timedelta(days=1), day - dt.timedelta(days=1)
    plain_book.save(said, coffee)
    plain_book.save(
        Intake(at=at(later), what=Taken.CAFFEINE),
        Intake(at=at(later), what=Taken.ALCOHOL),
        Intake(at=at(day), what=Taken.ALCOHOL),
        Intake(at=at(later), what=Taken.OWN, name="St John's wort"),
        Intake(at=at(before), what=Taken.NICOTINE),
    )
    (kept,) = plain_book.listed(Statement)
    assert taken_beside(english(), plain_book, kept, [coffee]) == Beside(("Alcohol", "St John's wort"), count=2)
    assert "Caffeine" in taken_beside(english(), plain_book, kept, []).names
