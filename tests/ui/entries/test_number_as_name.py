"""A bare number is no name without a question, wherever a name is typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.core.entries import Product, Substance, Symptom, Unit
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.rating_form import RatingForm
from journal.ui.health.substance_line import SubstanceLine
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form import Form
from journal.ui.products.product_form import ProductForm
from journal.ui.products.unit_form import UnitForm
from journal.ui.settings.symptom_form import SymptomForm
from tests.ui.conftest import BridgeTo

ASKED = "“7” is a number. Is it the name?"

# A form, the field of its name, and what takes what is typed there.
Opened = tuple[Form, QLineEdit, Callable[[], object]]


def of_substance(bridge: Bridge) -> Opened:
    form = SubstanceLine(bridge)
    return form, form.name, form.save


def of_product(bridge: Bridge) -> Opened:
    form = ProductForm(bridge)
    form.open_new()
    return form, form.name, form.save


def of_unit(bridge: Bridge) -> Opened:
    bridge.logbook.save(product := Product(name="Maeng"))
    form = UnitForm(bridge)
    form.open_new(product)
    form.weights.setText("2.1 2.3 2.2")
    return form, form.name, form.save


def of_unit_in_dose(bridge: Bridge) -> Opened:
    form = DoseForm(bridge)
    form.open_new()
    form.picker.show_new()
    form.picker.panel.name.setText("Maeng")
    form.amount.field.edit.setText("2.5 g")
    return form, form.picker.panel.unit_panel.name, form.save


def of_dose(bridge: Bridge) -> Opened:
    form = DoseForm(bridge)
    form.open_new()
    form.picker.show_new()
    form.amount.field.edit.setText("2.5 g")
    return form, form.picker.panel.name, form.save


def of_symptom(bridge: Bridge) -> Opened:
    form = SymptomForm(bridge)
    form.open_new()
    return form, form.name, form.save


def of_rating(bridge: Bridge) -> Opened:
    form = RatingForm(bridge)
    form.open_new()
    edit = form._adding.field.lineEdit()
    assert edit is not None
    return form, edit, form._adding.add.click


FORMS = (of_substance, of_product, of_unit, of_unit_in_dose, of_dose, of_symptom, of_rating)


def names(form: Form, book: Logbook) -> list[str]:
    listed = [entry.name for kind in (Substance, Product, Unit, Symptom) for entry in book.listed(kind)]  # type: ignore[attr-defined]
    return listed + ([symptom.name for symptom, _ in form._rows] if isinstance(form, RatingForm) else [])


@pytest.mark.parametrize("opened", FORMS)
def test_it_is_asked_about_and_can_be_kept(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, opened: Callable[[Bridge], Opened]
) -> None:
    form, name, take = opened(bridge_to(plain_book, english()))
    qtbot.addWidget(form)
    name.setText("7")
    take()
    assert form.message.text() == ASKED and "7" not in names(form, plain_book)
    change, keep = form.message.buttons()
    assert (change.text(), keep.text()) == ("Change it", "Keep it")
    change.click()
    assert name.text() == "7" and not form.message.asks
    take()
    assert form.message.text() == ASKED
    form.message.buttons()[1].click()
    assert "7" in names(form, plain_book)


def test_of_two_numbers_in_one_form_each_is_asked_about_once(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    form, unit, take = of_unit_in_dose(bridge_to(plain_book, english()))
    qtbot.addWidget(form)
    assert isinstance(form, DoseForm)
    form.picker.panel.name.setText("7")
    unit.setText("5")
    take()
    for asked in ("7", "5"):
        assert form.message.text() == f"“{asked}” is a number. Is it the name?"
        form.message.buttons()[1].click()
    assert names(form, plain_book) == ["7", "5"]


@pytest.mark.parametrize("opened", FORMS)
def test_a_name_with_letters_is_not(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, opened: Callable[[Bridge], Opened]
) -> None:
    form, name, take = opened(bridge_to(plain_book, english()))
    qtbot.addWidget(form)
    name.setText("Ache 7")
    take()
    assert "Ache 7" in names(form, plain_book)
