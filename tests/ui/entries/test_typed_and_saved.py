"""Whatever is typed into a field that is seen is stored, asked about or refused when the form is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journal.core.entries import Entry, Product
from journal.core.kinds import KINDS
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form import Form
from journal.ui.products.product_form import ProductForm
from journal.ui.products.unit_form import UnitForm
from journal.ui.settings.symptom_form import SymptomForm
from tests.ui.conftest import BridgeTo, Known

ODD = "7 qx"
Make = Callable[[Bridge, Product], Form]


def _entry_form(code: str) -> Make:
    return lambda bridge, _product: DraftForms(bridge).new(code, None)


def _listed_form(code: str) -> Make:
    def make(bridge: Bridge, _product: Product) -> Form:
        form = LISTED_KINDS[code].form(bridge, "")
        form.open_new()
        return form

    return make


def _new_product_of_dose(bridge: Bridge, _product: Product) -> Form:
    form = DoseForm(bridge)
    form.open_new()
    form.picker.show_new()
    form.picker.panel.name.setText("Night Owl")
    form._open_more()
    return form


def _new_unit_of_dose(bridge: Bridge, _product: Product) -> Form:
    form = DoseForm(bridge)
    form.open_new()
    form.amount.unit.set_value("new")
    form.amount.unit_panel.name.setText("spoon")
    return form


def _product(bridge: Bridge, _product: Product) -> Form:
    form = ProductForm(bridge)
    form.open_new()
    form.name.setText("Night Owl")
    return form


def _batch(bridge: Bridge, product: Product) -> Form:
    form = LISTED_KINDS["batch"].form(bridge, "")
    assert isinstance(form, DeclaredForm)
    form.open_new()
    form.placed_by = {"product": product.id}
    return form


def _unit(bridge: Bridge, product: Product) -> Form:
    form = UnitForm(bridge)
    form.open_new(product)
    form.name.setText("spoon")
    form.how.set_value("label")
    form._show_how()
    return form


FORMS: dict[str, Make] = {
    **{code: _entry_form(code) for code in ENTRY_KINDS},
    **{code: _listed_form(code) for code in LISTED_KINDS if code != "batch"},
    "batch": _batch,
    "new product of a dose": _new_product_of_dose,
    "new unit of a dose": _new_unit_of_dose,
    "product": _product,
    "unit": _unit,
}


def _typed_into(form: Form) -> list[QLineEdit | QPlainTextEdit]:
    fields: list[QLineEdit | QPlainTextEdit] = [*form.findChildren(QLineEdit), *form.findChildren(QPlainTextEdit)]
    return [each for each in fields if each.isVisibleTo(form) and each.isEnabled() and not each.isReadOnly()]


def _type(field: QLineEdit | QPlainTextEdit) -> None:
    if isinstance(field, QLineEdit):
        field.setText(ODD)
    else:
        field.setPlainText(ODD)


def _all(book: Logbook) -> Iterator[Entry]:
    for kind in KINDS:
        for part in book.slices(kind):
            yield from part


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("name", FORMS)
def test_nothing_typed_is_dropped(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, name: str
) -> None:
    bridge = bridge_to(plain_book, english())
    dropped = []
    count = len(_typed_into(_shown(qtbot, FORMS[name](bridge, known.green))))
    for number in range(count):
        form = _shown(qtbot, FORMS[name](bridge, known.green))
        field = _typed_into(form)[number]
        _type(field)
        form.save()
        if not form.message.text() and not any(ODD in repr(entry) for entry in _all(plain_book)):
            dropped.append(field.accessibleName())
        if plain_book.undo_step is not None and not form.message.text():
            plain_book.undo()
    assert dropped == []


def _shown(qtbot: QtBot, form: Form) -> Form:
    qtbot.addWidget(form)
    form.show()
    return form


def _symptom(bridge: Bridge, _product: Product) -> Form:
    form = SymptomForm(bridge)
    form.open_new()
    return form


@pytest.mark.parametrize("make", [_product, _unit, _symptom])
@pytest.mark.parametrize("field", ["name", "last"])
def test_what_is_too_long_is_refused_in_its_field_and_not_cut(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, make: Make, field: str
) -> None:
    """Names were cut after 200 letters without a word."""
    form = _shown(qtbot, make(bridge_to(plain_book, english()), known.green))
    assert isinstance(form, ProductForm | UnitForm | SymptomForm)
    form.name.setText("Something")
    typed = [*form._edits().values()][0 if field == "name" else -1]
    typed.setText("n" * 205)
    form.save()
    assert form.message.text() == "Up to 200 letters fit here; this has 205. Shorten it."
    assert form.field_for("name-too-long") is typed and len(typed.text()) == 205
