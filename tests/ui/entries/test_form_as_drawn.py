"""The form of a dose as it is drawn: the time first, digits in one row, all of it in sight in the smallest window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from journal.core.entries import Product
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.shell.body import Body
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, target
from tests.ui.fits import settle
from tests.ui.today.test_sign_question_in_sight import seen, sized

DOSE = ctrl(Qt.Key.Key_D)


def form_of(body: Body) -> DoseForm:
    form = body.today.panel.form if body.today is not None else None
    assert isinstance(form, DoseForm)
    return form


def rows_of(form: DoseForm) -> set[int]:
    """The tops of the rows in which the digits stand."""
    assert form.scale is not None
    return {form.scale._rectangle(cell).top() for cell in range(11)}


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1240, 860), (1900, 1080)])
def test_all_is_in_sight_and_the_digits_stand_in_one_row(
    known: Known, plain_book: Logbook, open_window: OpenWindow, width: int, height: int
) -> None:
    plain_book.save(*(Product(name=name) for name in ("Red Bali", "Extract shot")))
    body = open_window(plain_book)
    sized(body, width, height, 100)
    keys(DOSE, "2.5")
    settle()
    form = form_of(body)
    assert form.scale is not None and form.scroller.verticalScrollBar().maximum() == 0
    parts: list[QWidget] = [form.time_line, form.picker, form.amount, form.preparation, form.scale, form.more_line]
    assert all(seen(part) for part in [*parts, form.will_save, form.save_button]) and len(rows_of(form)) == 1
    tops = [part.mapTo(form, QPoint()).y() for part in parts]
    assert tops == sorted(tops)


def test_a_wide_window_gives_its_width_to_the_form(body: Body) -> None:
    widths = []
    for width in (1000, 1240, 1600, 2600):
        sized(body, width, 900, 100)
        keys(DOSE)
        settle()
        widths.append(form_of(body).width())
    assert widths[0] > 700, "in a narrow window it has all of the place"
    assert 380 <= widths[1] < widths[2] == widths[3] < 560


def test_the_field_of_the_time_comes_with_change(body: Body) -> None:
    keys(DOSE, "2")
    form = form_of(body)
    assert form.time_line.text() == "Now · Sun 22 Nov, 10:30" and not form.time.isVisible()
    form.time_line.change.setFocus()
    keys(Qt.Key.Key_Space)
    assert form.time.isVisible() and target() is form.time.edit
    keys("yesterday 9pm")
    assert form.time_line.text() == "21:00 · Sat 21 Nov"
    form.time.edit.setText("half")
    assert form.time_line.text() == "time not readable yet"
    form.keep_draft()
    assert body.today is not None and body.today.panel.restore("dose")
    settle()
    assert form_of(body).time.isVisible()


def test_where_the_number_comes_from_is_said(body: Body, plain_book: Logbook) -> None:
    keys(DOSE, "2.5 g")
    form_of(body).amount.basis._pills()[0].click()  # weighed
    keys(Qt.Key.Key_Return, DOSE)
    amount = form_of(body).amount
    said = "2.5 g, as last time, not weighed again"
    assert amount.field.understood() == said and amount.basis.value() is not None
    keys("2.5", "5")
    assert amount.field.understood() == ""
    amount.basis._pills()[0].click()  # as last time fills it again
    assert amount.field.understood() == said
    amount.basis._pills()[1].click()
    assert amount.field.understood() == ""


def test_more_holds_the_note_and_opens_for_one_that_is_there(body: Body, plain_book: Logbook) -> None:
    keys(DOSE, "2.5")
    form = form_of(body)
    assert not form.note.isVisible()
    form.more_button.click()
    form.note.setFocus()
    keys("after lunch")
    assert not form.more_line.isVisible()
    form.save()
    (dose,) = plain_book.days(plain_book.today(), plain_book.today())[0].doses
    assert body.today is not None and dose.note == "after lunch"
    body.today.panel.edit([dose])
    assert form_of(body).note.isVisible()


def test_other_shows_every_product_and_a_new_one(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(*(Product(name=f"Product {number}") for number in range(5)))
    body = open_window(plain_book)
    keys(DOSE)
    picker = form_of(body).picker
    assert (len(picker.pills._pills()), picker.new_pill.isVisible()) == (3, False)
    picker.pills.other.click()
    assert (len(picker.pills._pills()), picker.new_pill.isVisible()) == (len(picker.products), True)
    assert target() is picker.pills._pills()[3]
    assert QRect(QPoint(), picker.size()).contains(picker.new_pill.geometry())
