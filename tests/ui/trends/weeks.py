"""Entries of many days in few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_from_local
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook

WEIGHED = Amount("2.5", 2500, Dimension.MASS, Basis.WEIGHED)
GREEN = Product(name="Green Borneo", kind=ProductKind.LEAF_POWDER)
BACK = Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True)
DARK_URINE = Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=1)
SUICIDAL = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=2)


def fill(book: Logbook, days: int) -> None:
    """So many days up to yesterday."""
    yesterday = book.today() - dt.timedelta(days=1)
    book.save(GREEN, BACK, DARK_URINE, SUICIDAL, label="start.set_up")
    book.save_all(_days(yesterday, days), label="many.imported", origin="import")


def _days(last: dt.date, days: int) -> Iterator[Entry]:
    for ago in range(days):
        day = last - dt.timedelta(days=ago)
        if ago % 10 == 9:
            yield DayMark(day=day)
        elif ago % 7 != 6:
            yield dose_on(day, 8)
            yield dose_on(day, 16)
            yield rating_on(day, BACK, 4 + ago % 3)


def dose_on(day: dt.date, hour: int) -> Dose:
    return Dose(at=moment_from_local(dt.datetime.combine(day, dt.time(hour)), "Europe/Berlin"), product=GREEN.id,
                amount=WEIGHED)  # fmt: skip


def rating_on(day: dt.date, symptom: Symptom, value: int, hour: int = 12) -> Rating:
    at = moment_from_local(dt.datetime.combine(day, dt.time(hour)), "Europe/Berlin")
    return Rating(at=at, symptom=symptom.id, value=value)
