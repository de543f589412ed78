"""What the pages for a visit leave out one by one is left out of a sheet, too, until the person says otherwise."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Product, ProductKind, Substance
from journal.logbook import Logbook
from journal.reports.sheet_options import SheetKind
from tests.ui.report.conftest import YESTERDAY, OpenScreen, settled, words
from tests.ui.trends.weeks import DARK_URINE, rating_on


@pytest.fixture
def named(weeks: Logbook) -> tuple[Logbook, Product, Substance]:
    product, medicine = Product(name="Blue Star", kind=ProductKind.SEVEN_OH), Substance(name="Sertraline")
    weeks.save(product, medicine, Substance(name="Ibuprofen"))
    weeks.save(Dose(at=rating_on(YESTERDAY, DARK_URINE, 3).at, product=product.id))
    return weeks, product, medicine


@pytest.mark.slow
@pytest.mark.parametrize("kind", SheetKind)
def test_what_is_left_out_of_the_pages_is_left_out_of_a_sheet_and_offered_there(
    qtbot: QtBot, named: tuple[Logbook, Product, Substance], open_screen: OpenScreen, kind: SheetKind
) -> None:
    book, product, medicine = named
    screen = open_screen(book)
    for entry in (product, medicine):
        screen.choices.one_by_one.boxes[entry.id].tick(False)
    screen.what.choose(kind)
    settled(qtbot, screen)
    form = screen.what.forms[kind]
    names = {
        SheetKind.PHARMACIST: "product “Blue Star”; medicine “Sertraline”",
        SheetKind.EMERGENCY: "medicine “Sertraline”",
    }[kind]
    assert "ibuprofen" in words(screen).lower()
    assert "sertraline" not in words(screen).lower() and "Blue Star" not in words(screen)
    assert form.of_pages.text() == f"Left out of the pages for the visit: {names}."
    assert form.left_out_too.isVisible() and form.left_out_too.is_ticked()
    assert names in screen.stays_out.list.text()
    form.left_out_too.tick(False)
    settled(qtbot, screen)
    assert "sertraline" in words(screen).lower() and names not in screen.stays_out.list.text()
    assert ("Blue Star" in words(screen)) is (kind is SheetKind.PHARMACIST)  # the card names no product


@pytest.mark.slow
def test_where_nothing_is_left_out_nothing_is_asked(
    qtbot: QtBot, named: tuple[Logbook, Product, Substance], open_screen: OpenScreen
) -> None:
    screen = open_screen(named[0])
    screen.what.choose(SheetKind.PHARMACIST)
    settled(qtbot, screen)
    form = screen.what.forms[SheetKind.PHARMACIST]
    assert form.of_pages.isHidden() and form.left_out_too.isHidden()
    assert "Sertraline" in words(screen) and "Blue Star" in words(screen)


@pytest.mark.slow
def test_what_the_card_calls_it_stands_there_with_its_kind_though_the_pages_name_no_product(
    qtbot: QtBot, named: tuple[Logbook, Product, Substance], open_screen: OpenScreen
) -> None:
    screen = open_screen(named[0])
    for entry in named[0].all_products():
        screen.choices.one_by_one.boxes[entry.id].tick(False)
    screen.what.choose(SheetKind.EMERGENCY)
    form = screen.what.forms[SheetKind.EMERGENCY]
    assert form.wording is not None
    form.wording.set_value("plant")
    form.wording.changed.emit("plant")
    settled(qtbot, screen)
    assert "Takes a plant product that acts on opioid receptors: leaf, 7-OH" in words(screen)
    assert form.of_pages.isHidden() and form.left_out_too.isHidden()
