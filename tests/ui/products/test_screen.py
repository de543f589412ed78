"""Products by name: their labels, their counts, and everything done to them with the keyboard."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Preparation, Product, ProductKind
from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme
from journal.ui.products.product_form import ProductForm
from journal.ui.products.screen import ProductsScreen
from tests.journals import JournalAt, now
from tests.ui.conftest import keys
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.products.conftest import Filled, OpenScreen, settle, words

ENTER, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab


def form(screen: ProductsScreen) -> ProductForm:
    found = screen.pane.form
    assert isinstance(found, ProductForm)
    return found


def stored(book: Logbook, product: Product) -> Product:
    found = book.get(product.id)
    assert isinstance(found, Product)
    return found


def test_products_stand_by_name_with_their_doses(screen: ProductsScreen) -> None:
    assert [(each.title, each.kind, each.detail, each.facts) for each in screen.list.lines()] == [
        ("Capsules", "capsules", "", ("1 dose · 25 %", "20 Nov 2026")),
        (
            "green & Borneo",
            "leaf powder",
            "Corner <b>shop</b> · Green Borneo, green",
            ("2 doses · 50 %", "20 Nov 2026"),
        ),
    ]
    assert screen.list.lines()[0].spoken == "Capsules, capsules, 1 dose · 25 %, 20 Nov 2026"
    assert screen.unnamed.text() == "1 dose names no product."


def test_the_order_is_never_that_of_use(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    before = [each.title for each in screen.list.lines()]
    for _ in range(3):
        plain_book.save(Dose(at=now(plain_book), product=filled.green.id))
    settle(qtbot)
    assert [each.title for each in screen.list.lines()] == before
    assert screen.list.lines()[1].facts == ("5 doses · 71 %", "20 Nov 2026 – 22 Nov 2026")


def test_the_pane_says_what_is_printed_and_what_was_recorded(
    screen: ProductsScreen, filled: Filled, qtbot: QtBot
) -> None:
    assert "45 mg each (source: label)" in words(screen) and "Usual unit\ncapsule" in words(screen)
    assert "capsule\n0.5 ± 0.04 g, 10 weighed, from 3 Mar 2026" in words(screen)
    screen.select(filled.green.id)
    settle(qtbot)
    shown = words(screen)
    assert "Strain label, as printed\nGreen Borneo" in shown and "Corner <b>shop</b>" in shown
    assert "2 of 4 recorded doses, 50 %\n2.5 g in the 1 dose with a known weight\nfirst 20 Nov 2026" in shown


def test_a_product_without_a_kind_says_what_that_means(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    hint = "Its amounts stand under “kind not said”"
    assert hint not in words(screen)
    brought = Product(name="Brought", kind=ProductKind.OTHER)
    plain_book.save(brought)
    screen.select(brought.id)
    settle(qtbot)
    assert hint in words(screen)
    plain_book.save(replace(brought, kind=ProductKind.CRUSHED_LEAF))
    settle(qtbot)
    assert hint not in words(screen)


def test_an_empty_journal_says_so(plain_book: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(plain_book)
    assert screen.nothing.isVisible() and screen.nothing.text() == "No product names recorded."
    assert QApplication.focusWidget() is screen.add


def test_a_product_is_added_by_keys_alone(screen: ProductsScreen, plain_book: Logbook, qtbot: QtBot) -> None:
    screen.add.setFocus()
    keys(Qt.Key.Key_Space)
    settle(qtbot)
    keys("  Blue   tablets ", TAB, "ta", TAB, TAB, "A vendor", ENTER)
    settle(qtbot)
    added = next(each for each in plain_book.products() if each.name == "Blue tablets")
    (unit,) = plain_book.units(added.id)
    assert (added.kind, added.vendor, unit.name) == (ProductKind.TABLET, "A vendor", "tablet")
    assert added.default_unit == unit.id
    assert screen.selected() == added and QApplication.focusWidget() is screen.list


def test_a_product_is_changed_and_its_doses_are_not(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    doses = plain_book.product_uses()
    keys(ENTER)
    settle(qtbot)
    form(screen).name.setText("Capsules, new jar")
    form(screen).preparation.set_value(Preparation.CAPSULE)
    keys(ENTER)
    settle(qtbot)
    changed = stored(plain_book, filled.capsules)
    assert (changed.name, changed.default_preparation) == ("Capsules, new jar", Preparation.CAPSULE)
    assert changed.default_unit == filled.capsule.id and plain_book.product_uses() == doses


@pytest.mark.parametrize(("name", "said"), [("", "Type a name first."), (" GREEN & borneo ", "There is one called")])
def test_a_name_must_be_there_and_be_its_own(
    screen: ProductsScreen, plain_book: Logbook, name: str, said: str, qtbot: QtBot
) -> None:
    keys(ENTER)
    settle(qtbot)
    form(screen).name.setText(name)
    form(screen).save()
    assert said in form(screen).message.text() and QApplication.focusWidget() is form(screen).name
    assert "Capsules" in [each.name for each in plain_book.products()]


def test_a_strength_needs_its_source(screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot) -> None:
    screen.select(filled.green.id)
    screen.edit_selected()
    settle(qtbot)
    form(screen).strength.setText("2 %")
    form(screen).save()
    assert "Say where the strength is stated" in form(screen).message.text()
    assert QApplication.focusWidget() is form(screen).source
    form(screen).source.setText("lab report of May")
    form(screen).save()
    assert stored(plain_book, filled.green).strength_source == "lab report of May"


def test_archiving_can_be_taken_back(screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot) -> None:
    screen.archive_selected()
    assert stored(plain_book, filled.capsules).archived and "Capsules" not in [
        each.title for each in screen.list.lines()
    ]
    plain_book.save(Dose(at=now(plain_book)))  # the archiving is not the last change any more
    screen.message.buttons()[0].click()
    settle(qtbot)
    assert not stored(plain_book, filled.capsules).archived and screen.selected() == filled.capsules


def test_taking_back_an_archiving_keeps_what_was_edited_since(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.archive_selected()
    edited = replace(stored(plain_book, filled.capsules), vendor="Another shop", strength="50 mg each")
    plain_book.save(edited)
    screen.message.buttons()[0].click()
    settle(qtbot)
    assert stored(plain_book, filled.capsules) == replace(edited, archived=False)


def test_taking_back_a_deletion_keeps_what_was_edited_since(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    keys(Qt.Key.Key_Delete)
    edited = replace(stored(plain_book, filled.capsules), vendor="Another shop")
    plain_book.save(edited)
    screen.message.buttons()[0].click()
    settle(qtbot)
    assert stored(plain_book, filled.capsules) == replace(edited, deleted_ms=None)
    assert screen.selected() == stored(plain_book, filled.capsules)


def test_a_saved_edit_ends_the_message_of_what_came_before_it(screen: ProductsScreen, qtbot: QtBot) -> None:
    screen.archived.click()
    screen.archive_selected()
    assert screen.message.isVisible()
    screen.edit_selected()
    settle(qtbot)
    form(screen).vendor.setText("Another shop")
    form(screen).save()
    settle(qtbot)
    assert not screen.message.isVisible()


def test_a_form_keeps_what_it_does_not_show_and_does_not_ask(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.edit_selected()
    settle(qtbot)
    form(screen).vendor.setText("Another shop")
    plain_book.save(replace(filled.capsules, archived=True))
    form(screen).save()
    assert stored(plain_book, filled.capsules) == replace(filled.capsules, archived=True, vendor="Another shop")


def test_a_product_that_was_deleted_under_its_form_comes_back_only_when_asked(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.edit_selected()
    settle(qtbot)
    form(screen).vendor.setText("Another shop")
    screen.list.setFocus()
    keys(Qt.Key.Key_Delete)
    form(screen).save()
    assert "changed or deleted elsewhere" in form(screen).message.text()
    assert stored(plain_book, filled.capsules).deleted_ms is not None
    form(screen).message.buttons()[1].click()
    assert stored(plain_book, filled.capsules) == replace(filled.capsules, vendor="Another shop")


def test_archived_ones_are_shown_when_asked_for(screen: ProductsScreen, plain_book: Logbook, filled: Filled) -> None:
    screen.archived.click()
    assert [each.title for each in screen.list.lines()] == ["Capsules", "green & Borneo", "Old tea"]
    screen.select(filled.tea.id)
    assert (screen.list.lines()[2].kind, screen.list.lines()[2].detail) == ("tea", "archived")
    screen.archive_selected()
    assert not stored(plain_book, filled.tea).archived


def test_deleting_asks_nothing_and_can_be_taken_back(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    keys(Qt.Key.Key_Delete)
    assert [each.id for each in plain_book.trash()] == [filled.capsules.id]
    assert screen.message.text() == "“Capsules” is in the trash. Its doses stay and keep its name."
    screen.message.buttons()[0].click()
    settle(qtbot)
    assert plain_book.trash() == [] and screen.selected() == filled.capsules
    assert "capsule\n0.5 ± 0.04 g" in words(screen)


def test_what_undo_brings_back_is_selected(screen: ProductsScreen, plain_book: Logbook, filled: Filled) -> None:
    keys(Qt.Key.Key_Delete)
    assert screen.selected() != filled.capsules
    plain_book.undo()
    assert screen.selected() == filled.capsules


def test_what_is_typed_is_kept_over_an_end_of_the_program(
    screen: ProductsScreen, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    keys(ENTER)
    settle(qtbot)
    form(screen).vendor.setText("half a na")
    screen.keep_draft()
    again = open_screen(plain_book)
    assert form(again).vendor.text() == "half a na" and "not saved yet" in form(again).message.text()
    form(again).cancel()
    assert plain_book.drafts() == []


def test_a_form_that_is_being_filled_in_stays(screen: ProductsScreen, qtbot: QtBot) -> None:
    keys(ENTER)
    settle(qtbot)
    form(screen).vendor.setText("half a na")
    screen.add.click()
    assert form(screen).vendor.text() == "half a na"


def test_a_product_without_a_usual_unit_keeps_none_until_one_is_chosen(
    plain_book: Logbook, filled: Filled, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    plain_book.save(replace(filled.capsules, default_unit=""))
    screen = open_screen(plain_book)
    keys(ENTER)
    settle(qtbot)
    assert form(screen).unit.currentText() == "none"
    form(screen).name.setText("Capsules, new jar")
    keys(ENTER)
    settle(qtbot)
    changed = stored(plain_book, filled.capsules)
    assert (changed.name, changed.default_unit) == ("Capsules, new jar", "")


def test_nothing_can_be_changed_in_a_journal_that_is_only_looked_at(
    filled: Filled, plain_book: Logbook, plain_journal: JournalAt, open_screen: OpenScreen
) -> None:
    plain_book.close()
    with plain_journal.open(read_only=True) as book:
        screen = open_screen(book)
        keys(Qt.Key.Key_Delete, ENTER)
        screen.archive_selected()
        assert not screen.add.isEnabled() and screen.pane.form is None
        assert len(book.products()) == 3


def test_nothing_is_cut_and_everything_has_a_name(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "dark", 200)
    screen = open_screen(plain_book, longer(), NARROW)
    found = {}
    for opened in ("list", "product", "unit"):
        if opened == "product":
            screen.edit_selected()
        elif opened == "unit":
            screen.pane.add_unit(filled.capsules, None)
        settle(qtbot)
        found[opened] = cut(screen, NARROW) + unnamed(screen) + unreachable(screen)
    assert {opened: wrong for opened, wrong in found.items() if wrong} == {}


def test_no_word_compares_products() -> None:
    forbidden = re.compile(r"\b(best|better|recommend\w*|favourite|popular|most used|rank\w*|effective|kratom)\b", re.I)
    folder = Path(__file__).resolve().parents[3] / "journal" / "ui" / "products"
    found = [each.name for each in folder.glob("*.py") if forbidden.search(each.read_text(encoding="utf-8"))]
    assert found == []
