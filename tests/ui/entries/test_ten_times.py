"""Ten times the usual amount is asked about before it is saved; the answer that changes nothing comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Product, Unit
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.ten_times import usual_if_ten_times
from journal.ui.shell.body import Body
from tests.ui.conftest import ctrl, keys, target, tick

ENTER, DOSE = Qt.Key.Key_Return, ctrl(Qt.Key.Key_D)
QUESTION = "25 g is ten times your usual 2.5 g, or more. Is it right?"


def form_of(body: Body) -> DoseForm | None:
    form = body.today.panel.form if body.today is not None else None
    assert form is None or isinstance(form, DoseForm)
    return form


def quantities(book: Logbook) -> list[int | None]:
    return [dose.amount.quantity for dose in book.days(book.today(), book.today())[0].doses]


def test_it_is_asked_and_enter_changes_nothing(body: Body, plain_book: Logbook) -> None:
    for typed in ("2.5", "25"):
        keys(DOSE, typed, ENTER)
        tick(plain_book, 60)
    form = form_of(body)
    assert form is not None and form.message.text() == QUESTION and quantities(plain_book) == [2500]
    assert [button.text() for button in form.message.buttons()] == ["Change it", "Save 25 g"]
    keys(ENTER)
    assert target() is form.amount.field.edit and form.amount.field.edit.selectedText() == "25"
    assert quantities(plain_book) == [2500]
    keys(ENTER)
    form.message.buttons()[1].click()
    assert form_of(body) is None and quantities(plain_book) == [2500, 25000]


def test_an_entry_that_is_changed_is_asked_about_only_with_another_amount(body: Body, plain_book: Logbook) -> None:
    keys(DOSE, "2.5", ENTER)
    tick(plain_book, 60)
    keys(DOSE, "25", ENTER)
    form = form_of(body)
    assert form is not None and body.today is not None
    form.message.buttons()[1].click()
    large = plain_book.days(plain_book.today(), plain_book.today())[0].doses[-1]
    body.today.panel.edit([large])
    keys(ENTER)
    assert form_of(body) is None
    body.today.panel.edit([large])
    keys("250", ENTER)
    form = form_of(body)
    assert form is not None and form.message.asks


def amount(quantity: int | None, dimension: Dimension | None = Dimension.MASS, unit: str | None = None) -> Amount:
    return Amount("", quantity, dimension, unit=unit)


@pytest.mark.parametrize(
    ("earlier", "now", "usual"),
    [
        ([], amount(25000), None),
        ([amount(None, None)], amount(25000), None),
        ([amount(2500)], amount(24999), None),
        ([amount(2500)], amount(25000), 2500),
        ([amount(2500), amount(2500), amount(30000)], amount(25000), 2500),
        ([amount(2500), amount(30000), amount(30000)], amount(30000), None),
        ([amount(2500, Dimension.VOLUME)], amount(25000), None),
        ([amount(2000, Dimension.COUNT, "a")], amount(20000, Dimension.COUNT, "b"), None),
        ([amount(2000, Dimension.COUNT, "a")], amount(20000, Dimension.COUNT, "a"), 2000),
        ([amount(500, Dimension.MASS, "a")], amount(5000), 500),
    ],
)
def test_what_is_compared(plain_book: Logbook, earlier: list[Amount], now: Amount, usual: int | None) -> None:
    product, at = Product(name="Green"), moment_now(plain_book.clock)
    units = {name: Unit(product=product.id, name=name, since=plain_book.today()) for name in "ab"}
    doses = [
        Dose(at=at, product=product.id, amount=replace(each, unit=units[each.unit].id if each.unit else None))
        for each in (*earlier, now)
    ]
    plain_book.save(product, *units.values(), *doses[:-1])
    found = usual_if_ten_times(plain_book, doses[-1])
    assert (found.quantity if found else None) == usual
    assert usual_if_ten_times(plain_book, Dose(at=at, amount=now)) is None
