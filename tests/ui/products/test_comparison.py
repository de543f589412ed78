"""Products side by side say what is stated and when they were taken, in the order of names and without figures."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Batch
from journal.logbook import Logbook
from tests.ui.products.conftest import Filled, OpenScreen
from tests.ui.workers import let_workers_end


def test_it_says_what_is_stated_in_the_order_of_names(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    lot = Batch(
        product=filled.green.id, lot="A12", opened=dt.date(2026, 3, 3), figures="MG 1.4 %", figures_source="lab"
    )
    plain_book.save(lot)
    screen = open_screen(plain_book)
    let_workers_end()
    screen.together.click()
    table = screen.comparison
    assert table.isVisible() and not screen.list.isVisible()
    header = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    assert [item.text() for item in header if item] == ["Product", "Capsules", "green & Borneo"]
    said = {}
    for row in range(table.rowCount()):
        name, *cells = [cell.text() for column in range(3) if (cell := table.item(row, column))]
        said[name] = cells
    assert said == {
        "Kind": ["capsules", "leaf powder"],
        "Vendor": ["not said", "Corner <b>shop</b>"],
        "Strain label, as printed": ["not said", "Green Borneo"],
        "Vein label, as printed": ["not said", "green"],
        "Stated strength": ["45 mg each (source: label)", "not said"],
        "First and last taken": ["20 Nov 2026", "20 Nov 2026"],
        "Days taken": ["1 of 1 recorded day", "1 of 1 recorded day"],
        "Batches": ["none written down", "Lot A12 · opened 3 Mar 2026 · MG 1.4 % (source: lab)"],
    }
    assert table.item(0, 0).background().style() == Qt.BrushStyle.NoBrush  # type: ignore[union-attr]
    screen.archived.click()
    assert table.columnCount() == 4


def test_the_list_comes_back_and_a_form_has_the_screen(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    screen = open_screen(plain_book)
    let_workers_end()
    screen.together.click()
    screen.together.click()
    assert screen.list.isVisible() and not screen.comparison.isVisible()
    screen.together.click()
    screen.add.click()
    assert not screen.together.isChecked() and screen.pane.form is not None and screen.pane.form.isVisible()


def test_one_product_has_nothing_beside_it(filled: Filled, plain_book: Logbook, open_screen: OpenScreen) -> None:
    plain_book.delete([filled.green.id])
    screen = open_screen(plain_book)
    assert not screen.together.isVisible()
