"""Batches of a product: added and changed in its pane; a dose is saved with the one that is open."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Batch, Dose
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.batch_words import batch_days, batch_figures, batch_name, latest_first
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.dose_form import DoseForm
from journal.ui.products.batch_part import BatchPart
from journal.ui.products.screen import ProductsScreen
from tests.ui.conftest import BridgeTo
from tests.ui.products.conftest import Filled, settle, words

TEXTS = english()
MARCH, MAY = dt.date(2026, 3, 1), dt.date(2026, 5, 2)


def press(screen: ProductsScreen, name: str) -> None:
    (found,) = [
        each for each in screen.pane.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()
    ]
    found.click()


def open_form(screen: ProductsScreen) -> DeclaredForm:
    assert isinstance(screen.pane.form, DeclaredForm)
    return screen.pane.form


def test_a_batch_is_added_to_the_selected_product_and_changed(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.select(filled.green.id)
    assert "Batches\nNone written down." in words(screen)
    press(screen, "Add batch")
    settle(qtbot)
    for name, typed in {
        "lot": "A <b>12", "opened": "2026-03-01", "figures": "mitragynine 1.4 %", "figures_source": "seller's page",
    }.items():  # fmt: skip
        open_form(screen).inputs[name].restore(typed)
    open_form(screen).save()
    settle(qtbot)
    (added,) = plain_book.listed(Batch)
    assert (added.product, added.lot, added.opened) == (filled.green.id, "A <b>12", MARCH)
    assert screen.selected() == filled.green
    assert "Lot A <b>12\nopened 1 Mar 2026\nmitragynine 1.4 % (source: seller's page)" in words(screen)
    press(screen, "Change: Lot A <b>12")
    settle(qtbot)
    open_form(screen).inputs["lot"].restore("A13")
    open_form(screen).save()
    settle(qtbot)
    (changed,) = plain_book.listed(Batch)
    assert (changed.id, changed.lot, changed.product) == (added.id, "A13", filled.green.id)


def test_a_batch_is_finished_and_deleted_with_undo(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    plain_book.save(Batch(product=filled.green.id, lot="B", opened=MARCH))
    screen.select(filled.green.id)
    settle(qtbot)
    press(screen, "Finished today: Lot B")
    settle(qtbot)
    assert plain_book.listed(Batch)[0].finished == plain_book.today()
    assert "finished 22 Nov 2026" in words(screen) and "Finished today" not in words(screen)
    press(screen, "Delete: Lot B")
    settle(qtbot)
    assert plain_book.listed(Batch) == [] and "None written down." in words(screen)
    plain_book.undo()
    settle(qtbot)
    assert "Lot B" in words(screen)


def test_a_batch_that_is_being_typed_comes_back_with_its_product(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.select(filled.green.id)
    press(screen, "Add batch")
    settle(qtbot)
    open_form(screen).inputs["lot"].restore("C")
    screen.keep_draft()
    screen.pane.host._clear()
    screen.pane.open_draft()
    settle(qtbot)
    open_form(screen).save()
    assert [(each.product, each.lot) for each in plain_book.listed(Batch)] == [(filled.green.id, "C")]


def test_a_dose_is_saved_with_the_open_batch_and_keeps_it(
    plain_book: Logbook, filled: Filled, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    first, second = (Batch(product=filled.green.id, lot=lot, opened=day) for lot, day in (("A", MARCH), ("B", MAY)))
    plain_book.save(first, second)
    form = DoseForm(bridge_to(plain_book, TEXTS))
    qtbot.addWidget(form)
    form.open_new()
    form.picker.choose(filled.green.id)
    form.time.set_text("2026-04-01 8:00")
    form.save()
    dose = next(each for each in plain_book.days(dt.date(2026, 4, 1), dt.date(2026, 4, 1))[0].doses)
    assert dose.batch == first.id
    plain_book.save(Batch(product=filled.green.id, lot="late", opened=dt.date(2026, 3, 20)))
    again = DoseForm(bridge_to(plain_book, TEXTS))
    qtbot.addWidget(again)
    again.edit(dose)
    again.note.set_text("changed")
    again.save()
    stored = plain_book.get(dose.id)
    assert isinstance(stored, Dose) and (stored.note, stored.batch) == ("changed", first.id)


def test_nothing_can_be_done_with_a_journal_that_is_only_looked_at(
    plain_book: Logbook, filled: Filled, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    path, clock = plain_book.path, plain_book.clock
    plain_book.close()
    with Logbook.open(path, clock=clock, read_only=True) as book:
        part = BatchPart(bridge_to(book, TEXTS), [Batch(product=filled.green.id)])
        qtbot.addWidget(part)
        assert part.findChildren(QPushButton) == []


def test_a_batch_in_words() -> None:
    bare = Batch(product="p", private=True)
    dated = Batch(product="p", opened=MARCH, finished=MAY)
    lot = Batch(product="p", lot="A", opened=MARCH, figures="1.4 %")
    assert [batch_name(TEXTS, each) for each in (bare, dated, lot)] == [
        "No lot number", "Opened 1 Mar 2026", "Lot A",
    ]  # fmt: skip
    assert [batch_days(TEXTS, each) for each in (bare, dated, lot)] == [
        "private", "finished 2 May 2026", "opened 1 Mar 2026",
    ]  # fmt: skip
    assert batch_figures(TEXTS, lot) == "1.4 % (source: not said)" and batch_figures(TEXTS, bare) == ""
    late = Batch(product="p", opened=MAY)
    assert latest_first([lot, late, bare]) == [bare, late, lot]
