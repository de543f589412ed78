"""Kinds in Products: left open until a person says them, badges, and answers in one action."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Content, Product, ProductKind, Setting, Unit
from journal.logbook import Logbook
from journal.ui.products.kind_question import KindQuestion
from journal.ui.products.product_form import ProductForm
from journal.ui.products.screen import ProductsScreen
from tests.ui.conftest import keys
from tests.ui.products.conftest import Filled, OpenScreen, settle, words

TABLET, NOT_SAID = ProductKind.TABLET, ProductKind.NOT_SAID


def stored(book: Logbook, name: str) -> Product:
    return next(each for each in book.products() if each.name == name)


def open_with(book: Logbook, show: OpenScreen, *products: Product | Unit) -> ProductsScreen:
    book.save(*products, label="many.added")
    screen = show(book)
    screen.select(products[0].id)
    return screen


def answers(screen: ProductsScreen) -> dict[str, QAbstractButton]:
    (asking,) = [each for each in screen.findChildren(KindQuestion) if each.isVisible()]
    return {each.text(): each for each in asking.findChildren(QAbstractButton) if each.isVisible()}


def press(screen: ProductsScreen, qtbot: QtBot, *answer: str) -> None:
    for each in answer:
        answers(screen)[each].click()
        settle(qtbot)


def asks(screen: ProductsScreen) -> bool:
    return any(each.isVisible() for each in screen.findChildren(KindQuestion))


def badges(screen: ProductsScreen) -> dict[str, str]:
    return {each.title: each.badge for each in screen.list.lines()}


def new_form(screen: ProductsScreen, qtbot: QtBot, name: str) -> ProductForm:
    screen.add.click()
    settle(qtbot)
    keys(name)
    form = screen.pane.form
    assert isinstance(form, ProductForm)
    return form


def test_a_new_product_has_no_kind_until_one_is_chosen(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    form = new_form(screen, qtbot, "Fresh")
    assert form.kind.kind.currentText() == "choose, or leave open"
    form.save()
    settle(qtbot)
    assert stored(plain_book, "Fresh").kind is NOT_SAID
    assert badges(screen)["Fresh"] == "kind not said"
    line = next(each for each in screen.list.lines() if each.title == "Fresh")
    assert line.detail == "" and line.spoken.startswith("Fresh, kind not said")


def test_the_usual_unit_follows_the_kind_unless_another_is_chosen(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    form = new_form(screen, qtbot, "7-OH blast")
    form.kind.kind.set_value(ProductKind.SEVEN_OH)
    assert form.unit.value() == "mg"
    form.kind.kind.set_value(ProductKind.LEAF_POWDER)
    assert form.unit.value() == "g"
    form.unit.set_value("ml")
    form.kind.kind.set_value(ProductKind.SEVEN_OH)
    assert form.unit.value() == "ml"


def test_a_tablet_is_asked_what_it_holds_and_counted_in_tablets(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    form = new_form(screen, qtbot, "White")
    assert not form.kind.content.isEnabled()
    form.kind.kind.set_value(TABLET)
    assert form.kind.content.isEnabled() and form.unit.currentText() == "tablet"
    form.kind.content.set_value(Content.EXTRACT)
    form.save()
    saved = stored(plain_book, "White")
    assert (saved.kind, saved.content) == (TABLET, Content.EXTRACT)
    (unit,) = plain_book.units(saved.id)
    assert (unit.name, unit.quantity, saved.default_unit) == ("tablet", None, unit.id)
    assert "tablet of extract" in [each.kind for each in screen.list.lines()]
    plain_book.undo()
    assert plain_book.units(saved.id) == [] and "White" not in [each.name for each in plain_book.products()]


@pytest.mark.slow
def test_what_a_label_does_not_say_is_not_asked_again(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    form = new_form(screen, qtbot, "White")
    form.kind.kind.set_value(TABLET)
    form.kind.content.setCurrentText("it does not say")
    form.save()
    settle(qtbot)
    assert stored(plain_book, "White").content is None
    assert badges(screen)["White"] == "what it holds is not said" and not asks(screen)
    screen.edit_selected()
    settle(qtbot)
    assert isinstance(screen.pane.form, ProductForm)
    assert screen.pane.form.kind.content.currentText() == "it does not say"


@pytest.mark.parametrize(("answer", "kind"), [("Yes", ProductKind.SEVEN_OH), ("No, it is as chosen", ProductKind.TEA)])
def test_a_name_that_says_7_oh_asks_while_it_is_typed(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot, answer: str, kind: ProductKind
) -> None:
    form = new_form(screen, qtbot, "7-OH drink")
    form.kind.kind.set_value(ProductKind.TEA)
    assert form.kind.question.text() == "The name says 7-OH. Is it a 7-OH product?"
    next(each for each in form.kind.question.buttons() if each.text() == answer).click()
    assert form.kind.question.text() == ""
    form.save()
    settle(qtbot)
    assert stored(plain_book, "7-OH drink").kind is kind
    assert badges(screen)["7-OH drink"] == "" and not asks(screen)


def test_a_name_that_is_not_answered_does_not_hold_up_saving_and_is_asked_afterwards(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    new_form(screen, qtbot, "Gold extract").save()
    settle(qtbot)
    assert stored(plain_book, "Gold extract").kind is NOT_SAID
    assert badges(screen)["Gold extract"] == "the name says extract"
    press(screen, qtbot, "Yes")
    assert stored(plain_book, "Gold extract").kind is ProductKind.EXTRACT and not asks(screen)


def test_a_kind_that_is_not_said_is_said_with_one_press_and_undone(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_with(plain_book, open_screen, Product(name="Brought"))
    assert "What kind of product is it?" in words(screen)
    press(screen, qtbot, "crushed leaf")
    assert stored(plain_book, "Brought").kind is ProductKind.CRUSHED_LEAF
    assert screen.list.hasFocus() and not asks(screen) and badges(screen)["Brought"] == ""
    plain_book.undo()
    settle(qtbot)
    assert stored(plain_book, "Brought").kind is NOT_SAID and asks(screen)


@pytest.mark.slow
def test_a_tablet_is_said_with_two(filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_with(plain_book, open_screen, Product(name="Brought"))
    press(screen, qtbot, "tablet", "7-OH")
    assert (stored(plain_book, "Brought").kind, stored(plain_book, "Brought").content) == (TABLET, Content.SEVEN_OH)
    assert not asks(screen)


def test_a_kind_that_an_earlier_version_filled_in_is_asked_once(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    green = Product(name="Green", kind=ProductKind.LEAF_POWDER, ask_kind=True)
    red = Product(name="Red", kind=ProductKind.LEAF_POWDER, ask_kind=True)
    screen = open_with(plain_book, open_screen, green, red)
    assert "Is its kind “leaf powder”?" in words(screen)
    assert badges(screen)["Green"] == "kind to be confirmed"
    press(screen, qtbot, "Yes")
    assert (stored(plain_book, "Green").kind, stored(plain_book, "Green").ask_kind) == (ProductKind.LEAF_POWDER, False)
    screen.select(red.id)
    press(screen, qtbot, "Another kind", "tea")
    assert (stored(plain_book, "Red").kind, stored(plain_book, "Red").ask_kind) == (ProductKind.TEA, False)
    assert {badges(screen)["Green"], badges(screen)["Red"]} == {""}


@pytest.mark.slow
def test_saving_the_form_is_looking_at_the_kind(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_with(plain_book, open_screen, Product(name="Green", kind=ProductKind.LEAF_POWDER, ask_kind=True))
    screen.edit_selected()
    settle(qtbot)
    assert isinstance(screen.pane.form, ProductForm)
    screen.pane.form.vendor.setText("Someone")
    screen.pane.form.save()
    settle(qtbot)
    assert not stored(plain_book, "Green").ask_kind and not asks(screen)


def test_an_answer_leaves_alone_what_was_edited_since_it_was_asked(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_with(plain_book, open_screen, Product(name="Brought"))
    found = answers(screen)
    screen.hide()
    plain_book.save(Product(id=stored(plain_book, "Brought").id, name="Renamed"))
    found["tea"].click()
    assert stored(plain_book, "Renamed").kind is ProductKind.TEA


@pytest.mark.slow
def test_answers_are_remembered_in_the_journal(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen = open_with(plain_book, open_screen, Product(name="Extract of calm", kind=ProductKind.CAPSULE))
    press(screen, qtbot, "No, it is as chosen")
    (memory,) = [each for part in plain_book.slices("setting") for each in part]
    assert isinstance(memory, Setting) and memory.value == "answered"
    assert not asks(screen) and badges(screen)["Extract of calm"] == ""
    plain_book.undo()
    settle(qtbot)
    assert asks(screen)


def test_a_draft_keeps_the_choices_and_one_of_version_0_1_said_nothing_by_its_first_kind(
    screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    form = new_form(screen, qtbot, "White")
    form.kind.kind.set_value(TABLET)
    form.kind.content.set_value(Content.SEVEN_OH)
    state = form.state()
    form.open_new()
    form.restore(state)
    assert form.kind.kind_and_content() == (TABLET, Content.SEVEN_OH) and form.unit.currentText() == "tablet"
    form.restore({**state, "kind": "leaf_powder", "unit": "g"})
    assert form.kind.kind_and_content() == (NOT_SAID, None)
    form.restore({**state, "kind": "tea", "unit": "g"})
    assert form.kind.kind_and_content() == (ProductKind.TEA, None)


def test_an_own_unit_called_tablet_is_not_made_twice(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    product = Product(name="White", kind=TABLET, content=Content.LEAF)
    screen = open_with(plain_book, open_screen, product, Unit(product=product.id, name="Tablet"))
    screen.edit_selected()
    settle(qtbot)
    assert isinstance(screen.pane.form, ProductForm)
    shown = screen.pane.form.unit
    assert [shown.itemText(n) for n in range(shown.count())] == ["Tablet", "g", "mg", "ml"]


def test_a_view_only_journal_is_not_asked(plain_book: Logbook, tmp_path: Path, open_screen: OpenScreen) -> None:
    plain_book.save(Product(name="Brought"))
    plain_book.close()
    with Logbook.open(plain_book.path, clock=plain_book.clock, read_only=True) as book:
        screen = open_screen(book)
        assert badges(screen) == {"Brought": "kind not said"} and not asks(screen)
