"""How often each product was used, counted by one statement."""

from __future__ import annotations

import datetime as dt

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose
from journal.core.moments import moment_from_local
from journal.core.product_use import ProductUse
from journal.logbook import Logbook
from tests.journals import dose, product

DAY = dt.date(2026, 11, 20)


def taken(book: Logbook, product_id: str | None, when: str, amount: Amount | None = None) -> Dose:
    at = moment_from_local(dt.datetime.fromisoformat(when), "Europe/Berlin")
    made = Dose(at=at, product=product_id, amount=amount or Amount())
    book.save(made)
    return made


def test_counts_grams_and_days(plain_book: Logbook) -> None:
    green, red = product(plain_book, "Green"), product(plain_book, "Red")
    weighed = Amount("2.5", 2500, Dimension.MASS, Basis.WEIGHED)
    taken(plain_book, green.id, "2026-11-20 08:00", weighed)
    taken(plain_book, green.id, "2026-11-22 03:10", weighed)  # before 04:00: still the 21st
    taken(plain_book, green.id, "2026-11-21 09:00", Amount("3", 3000, Dimension.COUNT))
    taken(plain_book, None, "2026-11-19 09:00")
    deleted = taken(plain_book, red.id, "2026-11-18 09:00")
    plain_book.delete([deleted.id])
    assert {use.product: use for use in plain_book.product_uses()} == {
        green.id: ProductUse(green.id, 3, 2, 5000, DAY, DAY + dt.timedelta(days=1), 2),
        None: ProductUse(None, 1, 0, 0, DAY - dt.timedelta(days=1), DAY - dt.timedelta(days=1), 1),
    }


def test_nothing_recorded_is_nothing(plain_book: Logbook) -> None:
    product(plain_book)
    assert plain_book.product_uses() == []
    dose(plain_book)
    assert [use.product for use in plain_book.product_uses()] == [None]
