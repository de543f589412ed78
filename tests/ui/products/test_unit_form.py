"""Own units: a few pieces weighed once; a new version never rewrites what was recorded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Product, Unit
from journal.logbook import Logbook
from journal.ui.products.screen import ProductsScreen
from journal.ui.products.unit_form import UnitForm
from tests.journals import now
from tests.ui.conftest import keys
from tests.ui.products.conftest import Filled, OpenScreen, settle, words

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
TODAY = dt.date(2026, 11, 22)


def form(screen: ProductsScreen) -> UnitForm:
    found = screen.pane.form
    assert isinstance(found, UnitForm)
    return found


def weigh(screen: ProductsScreen, qtbot: QtBot, product: Product, earlier: Unit | None = None) -> UnitForm:
    screen.select(product.id)
    screen.pane.add_unit(product, earlier)
    settle(qtbot)
    return form(screen)


def test_five_scoops_are_weighed_by_keys_alone(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    opened = weigh(screen, qtbot, filled.green)
    keys("scoop")
    opened.weights.setFocus()
    keys("2.1 2.3")
    assert opened.result.text() == "2 pieces so far"
    keys(" 2.0 2.2 2.4")
    assert opened.result.text() == "Mean 2.2 g, spread 0.16 g (standard deviation of 5 pieces)"
    keys(ENTER)
    settle(qtbot)
    unit = plain_book.units(filled.green.id)[0]
    assert (unit.name, unit.quantity, unit.spread, unit.dimension) == ("scoop", 2200, 160, Dimension.MASS)
    assert (unit.measured, unit.since) == ("5 weighed", TODAY)
    assert "scoop\n2.2 ± 0.16 g, 5 weighed, from 22 Nov 2026" in words(screen)


def test_a_new_version_rewrites_nothing(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    amount = Amount("3", 1500, Dimension.MASS, Basis.COUNTED, 120, filled.capsule.id)
    taken = Dose(at=now(plain_book), product=filled.capsules.id, amount=amount)
    plain_book.save(taken)
    opened = weigh(screen, qtbot, filled.capsules, filled.capsule)
    assert QApplication.focusWidget() is opened.weights and not opened.name.isVisible()
    opened.weights.setText("520mg; 530 mg 0,51")
    keys(ENTER)
    settle(qtbot)
    newest, older = [each for each in plain_book.all_units() if each.product == filled.capsules.id]
    assert older == filled.capsule and (newest.name, newest.quantity, newest.spread) == ("capsule", 520, 10)
    found = plain_book.get(taken.id)
    assert isinstance(found, Dose) and found.amount == amount
    changed = plain_book.get(filled.capsules.id)
    assert isinstance(changed, Product) and changed.default_unit == newest.id
    assert "0.52 ± 0.01 g, 3 weighed, from 22 Nov 2026\nearlier: 0.5 ± 0.04 g, 10 weighed" in words(screen)
    plain_book.undo()
    settle(qtbot)
    assert plain_book.units(filled.capsules.id) == [filled.capsule] and plain_book.get(changed.id) == filled.capsules


def test_a_new_version_keeps_what_was_changed_in_its_product_meanwhile(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    opened = weigh(screen, qtbot, filled.capsules, filled.capsule)
    opened.weights.setText("520mg; 530 mg 0,51")
    edited = replace(filled.capsules, vendor="Another shop", archived=True)
    plain_book.save(edited)
    opened.save()
    newest = plain_book.units(filled.capsules.id)[0]
    assert newest != filled.capsule
    assert plain_book.get(filled.capsules.id) == replace(edited, default_unit=newest.id)


def test_a_size_from_the_label_and_none_at_all(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    opened = weigh(screen, qtbot, filled.green)
    opened.name.setText("sachet")
    opened.how.set_value("label")
    opened.how.changed.emit("label")
    assert opened.one.isVisible() and not opened.weights.isVisible() and opened.measured.text() == "from the label"
    opened.save()
    assert "is not an amount" in opened.message.text()
    opened.one.setText("500 mg")
    opened.save()
    opened = weigh(screen, qtbot, filled.green)
    opened.name.setText("pinch")
    opened.how.set_value("counted")
    opened.how.changed.emit("counted")
    opened.save()
    pinch, sachet = plain_book.units(filled.green.id)
    assert (sachet.quantity, sachet.dimension, sachet.spread) == (500, Dimension.MASS, None)
    assert (pinch.quantity, pinch.dimension, pinch.measured) == (None, Dimension.COUNT, "")


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ("2.1 2.3", "2 pieces so far. 1 more weight is needed."), ("", "3 more weights are needed."),
        ("2.1 two 2.2", "“two” is not an amount"), (" ".join(["2"] * 22), "22 pieces are too many. Take out 2."),
    ],
)  # fmt: skip
def test_what_cannot_be_calibrated_is_refused(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot, weights: str, said: str
) -> None:
    opened = weigh(screen, qtbot, filled.green)
    opened.name.setText("scoop")
    opened.weights.setText(weights)
    opened.save()
    assert opened.message.text().startswith(said)
    assert QApplication.focusWidget() is opened.weights and opened.weights.accessibleDescription().startswith(said)
    assert sum("one by one" in each.text() for each in opened.findChildren(QLabel) if each.isVisible()) == 1
    assert plain_book.units(filled.green.id) == []
    opened.weights.selectAll()
    keys("2.1 2.3 2.0")
    assert opened.result.text().startswith("Mean 2.13 g")


def test_a_form_that_is_open_comes_forward_and_says_why_no_other_opens(
    screen: ProductsScreen, filled: Filled, qtbot: QtBot
) -> None:
    opened = weigh(screen, qtbot, filled.green)
    keys("scoop")
    screen.add.click()
    assert form(screen) is opened and opened.message.text() == "Save or cancel this first."
    assert opened.message.isVisible() and QApplication.focusWidget() is opened.name
    keys(Qt.Key.Key_End, "s")
    assert opened.name.text() == "scoops" and opened.message.text() == ""


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-23", "has not come yet"), ("soon", "is not a day"), ("1905-01-01", "between 1970 and 2100")],
)
def test_a_version_begins_on_a_day_that_has_come(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot, day: str, said: str
) -> None:
    opened = weigh(screen, qtbot, filled.green)
    opened.name.setText("scoop")
    opened.weights.setText("1 2 3")
    opened.since.edit.setText(day)
    opened.save()
    assert said in opened.message.text() and plain_book.units(filled.green.id) == []


def test_an_own_name_for_how_it_was_measured_stays(screen: ProductsScreen, filled: Filled, qtbot: QtBot) -> None:
    opened = weigh(screen, qtbot, filled.green)
    opened.weights.setText("1 2 3")
    opened.measured.setText("kitchen scales, level")
    opened.weights.setText("1 2 3 4")
    assert opened.measured.text() == "kitchen scales, level"


def test_what_was_weighed_is_kept_over_an_end_of_the_program(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    opened = weigh(screen, qtbot, filled.capsules, filled.capsule)
    opened.weights.setText("0.5 0.52")
    screen.keep_draft()
    again = form(open_screen(plain_book))
    assert again.weights.text() == "0.5 0.52" and again.kept_name.text() == "capsule"
    again.cancel()


def test_a_draft_whose_product_is_gone_does_not_come_back(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    weigh(screen, qtbot, filled.green).weights.setText("0.5 0.52")
    screen.keep_draft()
    plain_book.delete([filled.green.id])
    assert open_screen(plain_book).pane.form is None and plain_book.drafts() == []


def test_pieces_that_can_hardly_be_of_one_unit_are_asked_about(
    screen: ProductsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    """2.1 2.3 250 was saved as 85 g a piece without a question."""
    opened = weigh(screen, qtbot, filled.green)
    keys("scoop")
    before = len(plain_book.units(filled.green.id))
    opened.weights.setFocus()
    keys("2.1 2.3 250", ENTER)
    assert opened.message.text() == "One piece weighs 250 g and another 2.1 g. Is that right?"
    change, keep = opened.message.buttons()
    assert (change.text(), keep.text()) == ("Change it", "Keep it")
    assert len(plain_book.units(filled.green.id)) == before
    keep.click()
    settle(qtbot)
    assert len(plain_book.units(filled.green.id)) == before + 1


def test_a_day_that_no_calendar_has_leads_to_its_field(screen: ProductsScreen, filled: Filled, qtbot: QtBot) -> None:
    opened = weigh(screen, qtbot, filled.green)
    opened.name.setText("scoop")
    opened.weights.setText("2.1 2.3 2.2")
    opened.since.edit.setText("31.2.")
    opened.save()
    assert opened.message.text() == "There is no such day as “31.2.”: Feb has 29 days at most."
    assert opened.since.edit.hasFocus()
