"""A new product in the dose form: its kind is left open until a person says it, and saving never waits for it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from journal.core.amounts import Dimension
from journal.core.entries import Content, Product, ProductKind, Setting
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.product_kind_fields import KindFields
from journal.ui.shell.body import Body
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.entries.test_dose_form import doses, form_of, no_form
from tests.ui.fits import settle

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def new_product(body: Body, name: str) -> DoseForm:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.picker.show_new()
    keys(name)
    return form


def kinds(form: DoseForm) -> KindFields:
    return form.picker.panel.kind


def answer(form: DoseForm, words: str) -> QAbstractButton:
    return next(each for each in kinds(form).question.buttons() if each.text() == words)


def product_of_dose(book: Logbook) -> Product:
    found = book.get(doses(book)[-1].product or "")
    assert isinstance(found, Product)
    return found


def test_no_kind_is_chosen_and_enter_saves(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "Something")
    assert kinds(form).kind.currentText() == "choose, or leave open"
    form.amount.field.edit.setFocus()
    keys("2 g", ENTER)
    assert no_form(body) and product_of_dose(plain_book).kind is ProductKind.NOT_SAID


def test_enter_in_the_name_goes_to_the_empty_amount_and_from_there_saves(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "Something")
    keys(ENTER)
    assert doses(plain_book) == [] and form.amount.field.edit.hasFocus()
    keys("2 g", ENTER)
    assert no_form(body) and doses(plain_book)[-1].amount.quantity == 2000


def test_enter_in_the_empty_amount_and_ctrl_enter_in_the_name_save_without_one(body: Body, plain_book: Logbook) -> None:
    new_product(body, "Something")
    keys(ENTER, ENTER)
    assert no_form(body) and not doses(plain_book)[-1].amount.known
    new_product(body, "Another")
    keys(ctrl(ENTER))
    assert no_form(body) and len(doses(plain_book)) == 2


@pytest.mark.slow
def test_the_amount_stays_in_sight_in_small_windows(body: Body, plain_book: Logbook) -> None:
    for size in ((1366, 768), (900, 600)):
        body.window().resize(*size)
        form = new_product(body, "Night Owl tincture")
        settle()
        assert form.picker.panel.kind.question.isVisible()
        field, place = form.amount.field.edit, form.scroller.viewport()
        top = field.mapTo(place, QPoint()).y()
        assert top >= 0 and top + field.height() <= place.height(), size
        form.cancel()


def test_a_name_that_says_7_oh_asks_and_saving_does_not_wait(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "7-OH Red")
    assert kinds(form).question.text() == "The name says 7-OH. Is it a 7-OH product?"
    keys(ENTER, ENTER)
    assert no_form(body) and product_of_dose(plain_book).kind is ProductKind.NOT_SAID
    assert not any(isinstance(each, Setting) for part in plain_book.slices("setting") for each in part)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("name", "chosen", "kind"),
    [
        ("7OH Red", ProductKind.NOT_SAID, ProductKind.SEVEN_OH),
        ("Red extract", ProductKind.LEAF_POWDER, ProductKind.EXTRACT),
        ("Night shot", ProductKind.CAPSULE, ProductKind.SHOT),
    ],
)
def test_yes_makes_it_what_the_name_says(
    body: Body, plain_book: Logbook, name: str, chosen: ProductKind, kind: ProductKind
) -> None:
    form = new_product(body, name)
    kinds(form).kind.set_value(chosen)
    answer(form, "Yes").click()
    assert kinds(form).question.text() == "" and kinds(form).kind.hasFocus()
    form.save()
    assert product_of_dose(plain_book).kind is kind


def test_no_keeps_what_was_chosen_and_is_remembered(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "Extract of calm")
    kinds(form).kind.set_value(ProductKind.TEA)
    answer(form, "No, it is as chosen").click()
    form.save()
    assert product_of_dose(plain_book).kind is ProductKind.TEA
    memories = [each for part in plain_book.slices("setting") for each in part]
    assert [each.value for each in memories if isinstance(each, Setting)] == ["answered"]
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "dose.added"


def test_one_tablet_is_never_a_gram(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "White")
    kinds(form).kind.set_value(ProductKind.TABLET)
    form.picker.panel.unit_panel.name.clear()
    form.amount.field.edit.setFocus()
    keys("1", ENTER)
    saved = doses(plain_book)[-1].amount
    assert (saved.quantity, saved.dimension) == (1000, Dimension.COUNT)
    assert [each.name for each in plain_book.units(product_of_dose(plain_book).id)] == ["tablet"]


def test_what_a_tablet_holds_is_saved_with_the_dose(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "White")
    kinds(form).kind.set_value(ProductKind.TABLET)
    kinds(form).content.set_value(Content.SEVEN_OH)
    form.amount.field.edit.setFocus()
    keys("2 tablets", ENTER)
    found = product_of_dose(plain_book)
    assert (found.kind, found.content) == (ProductKind.TABLET, Content.SEVEN_OH)
    assert doses(plain_book)[-1].amount.dimension is Dimension.COUNT


def test_a_draft_of_version_0_1_said_no_kind_by_the_first_of_its_list(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "White")
    kinds(form).kind.set_value(ProductKind.TABLET)
    kinds(form).content.set_value(Content.LEAF)
    form.keep_draft()
    draft = plain_book.draft("dose")
    assert draft is not None and body.today is not None and body.today.panel.restore("dose")
    assert kinds(form_of(body)).kind_and_content() == (ProductKind.TABLET, Content.LEAF)
    for before, kind in (("leaf_powder", ProductKind.NOT_SAID), ("tea", ProductKind.TEA)):
        content = json.loads(draft.content)
        content["state"]["new"] = ["White", before, "", ""]
        plain_book.save_draft("dose", json.dumps(content))
        assert body.today.panel.restore("dose")
        assert kinds(form_of(body)).kind_and_content() == (kind, None)


def test_the_unit_follows_the_kind_as_soon_as_it_is_said(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "7-OH blast")
    form.amount.field.set_text("25")
    assert form.amount.unit.value() == "g"
    answer(form, "Yes").click()
    assert (form.amount.unit.value(), form.amount.field.edit.text()) == ("mg", "25")
    assert form.will_save.sentence() == "7-OH blast, 25 mg, now" and form.amount.much.isHidden()
    form.save()
    assert doses(plain_book)[-1].amount.quantity == 25 and product_of_dose(plain_book).default_unit == "mg"


def test_a_unit_that_was_chosen_stays_and_a_gram_of_7_oh_is_asked_about(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "7-OH blast")
    form.amount.unit.set_value("mg")
    form.amount.unit.set_value("g")
    form.amount.field.set_text("25")
    kinds(form).kind.set_value(ProductKind.SEVEN_OH)
    assert form.amount.unit.value() == "g"
    assert form.amount.much.isVisible() and form.amount.much.text() == "25 g = 25,000 mg?"
    form.amount.field.set_text("0.9")
    assert form.amount.much.isHidden()
    form.amount.field.set_text("25")
    form.save()  # never waits for an answer
    assert doses(plain_book)[-1].amount.quantity == 25_000


def test_the_question_of_the_name_moves_no_field(body: Body, plain_book: Logbook) -> None:
    form = new_product(body, "Night Owl ")
    fields = [form.picker.panel.unit_panel.name, form.picker.panel.unit_panel.one, form.amount.field.edit]
    settle()
    before = [field.mapTo(form, QPoint()).y() for field in fields]
    keys("extract")
    settle()
    assert kinds(form).question.isVisible()
    assert [field.mapTo(form, QPoint()).y() for field in fields] == before
    assert kinds(form).question.mapTo(form, QPoint()).y() > form.scroller.geometry().bottom()


def test_the_question_goes_with_the_new_product_and_comes_back_with_it(body: Body, known: Known) -> None:
    form = new_product(body, "Night Owl extract")
    form.picker.choose(known.green.id)
    assert not kinds(form).question.isVisible()
    form.picker.show_new()
    assert kinds(form).question.isVisible()


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("unit", "size", "said", "code"),
    [
        ("", "1", "“One of it is 1”: one of what?", "name"),
        ("capsule", "1", "1 of what?", "one"),
        ("capsule", "some", "“some” is not an amount", "one"),
    ],
)
def test_a_unit_said_by_half_is_asked_about_and_nothing_typed_is_dropped(
    body: Body, plain_book: Logbook, unit: str, size: str, said: str, code: str
) -> None:
    form = new_product(body, "Night Owl")
    panel = form.picker.panel.unit_panel
    panel.name.setText(unit)
    panel.one.setText(size)
    form.save()
    assert form.message.text().startswith(said) and getattr(panel, code).hasFocus()
    assert panel.one.text() == size and not plain_book.days(plain_book.today(), plain_book.today())[0].doses


def test_a_new_unit_of_a_known_product_said_by_half_is_asked_about(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.amount.unit.set_value("new")
    form.amount.unit_panel.one.setText("1")
    form.save()
    assert form.message.text().startswith("“One of it is 1”: one of what?")
    assert form.amount.unit_panel.name.hasFocus()


def test_a_name_that_is_too_long_is_refused_and_not_cut(body: Body, plain_book: Logbook) -> None:
    """It was cut after 200 letters without a word."""
    form = new_product(body, "Something")
    form.picker.panel.name.setText("N" * 205)
    form.amount.field.edit.setFocus()
    keys("2 g", ENTER)
    assert form.message.text() == "Up to 200 letters fit here; this has 205. Shorten it."
    assert form.picker.panel.name.hasFocus() and doses(plain_book) == []
    form.picker.panel.name.setText("Night")
    form.picker.panel.unit_panel.name.setText("u" * 201)
    form.save()
    assert form.picker.panel.unit_panel.name.hasFocus() and "201" in form.message.text()
