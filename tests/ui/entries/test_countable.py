"""Pieces typed of a product that is labelled in milligrams: the window offers the unit that the command line makes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journal.core.amounts import Dimension
from journal.core.entries import Product, ProductKind, Unit
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.countable import counted_by
from journal.ui.shell.body import Body
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.entries.test_dose_form import doses, form_of, no_form
from tests.ui.entries.test_new_product import kinds, new_product


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("kind", [ProductKind.SEVEN_OH, ProductKind.EXTRACT])
def test_a_known_product_gets_the_unit_by_one_button(
    known: Known, body: Body, plain_book: Logbook, kind: ProductKind
) -> None:
    product = Product(name="7-OH blast", kind=kind, default_unit="mg")
    plain_book.save(product)
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.picker.choose(product.id)
    form._product_changed()
    form.amount.field.set_text("1/2 tablet")
    assert form.amount.add_unit.isVisible() and form.amount.add_unit.text() == "Add the unit “tablet”"
    keys(Qt.Key.Key_Return)  # refused, and said once
    said = [form.message.text(), form.amount.field.understood()]
    assert not no_form(body) and [each for each in said if each] == [form.message.text()]
    form.amount.add_unit.click()
    assert form.amount.add_unit.isHidden() and form.amount.field.edit.hasFocus()
    assert form.will_save.sentence().startswith("7-OH blast, ") and "tablet" in form.will_save.sentence()
    keys(Qt.Key.Key_Return)
    assert no_form(body)
    amount = doses(plain_book)[-1].amount
    unit = plain_book.get(amount.unit or "")
    assert isinstance(unit, Unit) and (unit.name, unit.product) == ("tablet", product.id)
    assert (amount.quantity, amount.dimension) == (500, Dimension.COUNT)


def test_a_new_product_gets_it_too(known: Known, body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "7-OH blast")
    kinds(form).kind.set_value(ProductKind.SEVEN_OH)
    form.amount.field.set_text("2 tablets")
    form.amount.add_unit.click()
    form.save()
    amount = doses(plain_book)[-1].amount
    unit = plain_book.get(amount.unit or "")
    assert isinstance(unit, Unit) and (unit.name, amount.quantity) == ("tablet", 2000)


def test_only_what_such_a_product_comes_in_is_offered() -> None:
    offered = [counted_by(english(), typed, ProductKind.SEVEN_OH) for typed in ("tab", "tablets", "bottle", "g")]
    assert offered == ["tablet", "tablet", "", ""]
    assert counted_by(english(), "tablets", ProductKind.LEAF_POWDER) == ""
