"""The first dose after days without, or of something new: the amount is empty and two sentences stand beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import (
    Answer,
    Batch,
    DayMark,
    DayMarkKind,
    Dose,
    Measurement,
    Product,
    ProductKind,
    Rating,
    Symptom,
)
from journal.core.moments import moment_now
from journal.core.symptoms import BY_CODE
from journal.guidance.too_strong_now import Why, why_too_strong
from journal.logbook import Logbook
from journal.ui.entries import dose_form
from journal.ui.entries.dose_form import DoseForm
from journal.ui.shell.body import Body
from tests.ui.conftest import Known, ctrl, keys, tick

ENTER = Qt.Key.Key_Return
SENTENCES = "The amount from before may be too strong now. If someone is with you, tell them."


def form_of(body: Body) -> DoseForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, DoseForm)
    return form


def last(book: Logbook) -> Dose:
    dose = book.last_dose()
    assert dose is not None
    return dose


DAYS_WITHOUT = f"{SENTENCES} Why this is here: 3 or more days without."
NEW_PRODUCT = f"{SENTENCES} Why this is here: no dose of this product is written down yet."
OTHER_KIND = f"{SENTENCES} Why this is here: the product is of another kind than at its last dose."
OTHER_BATCH = f"{SENTENCES} Why this is here: another batch is open than at its last dose."


def said(form: DoseForm) -> str:
    """What stands beside the amount, and is read out with it."""
    described = form.amount.field.edit.accessibleDescription()
    assert form.too_strong.text() == described and form.too_strong.isVisible() is bool(described)
    return described


def days_pass(book: Logbook, days: int, none: int) -> None:
    """So many days go by; the last ``none`` of them were marked "none today"."""
    tick(book, days * 1440)
    today = book.today()
    for back in range(1, none + 1):
        book.save(DayMark(day=today - dt.timedelta(days=back), mark=DayMarkKind.NONE_TODAY))


@pytest.fixture
def dosed(body: Body, plain_book: Logbook) -> Logbook:
    """One dose of 2.5 g of the green product."""
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    return plain_book


def test_before_the_first_dose_of_all_no_amount_from_before_is_claimed(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    words = (
        "If you have taken some before, as much as you took then may be too strong now. "
        "If someone is with you, tell them."
    )
    assert form.too_strong.isVisible() and form.too_strong.text() == words
    assert form.amount.field.edit.accessibleDescription() == words
    keys("2.5", ENTER)
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D))
    assert not form_of(body).too_strong.isVisible()


def test_three_days_without_empty_the_amount_and_say_why_and_one_enter_saves(body: Body, dosed: Logbook) -> None:
    days_pass(dosed, 4, none=3)
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    assert form.amount.field.edit.text() == ""
    assert said(form) == DAYS_WITHOUT
    keys("1.2", ENTER)
    assert last(dosed).amount.quantity == 1200
    tick(dosed, 60)
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == "1.2"
    assert not said(form_of(body))


def test_two_days_without_or_days_that_nobody_marked_change_nothing(body: Body, dosed: Logbook) -> None:
    days_pass(dosed, 5, none=2)
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == "2.5"
    assert not said(form_of(body))


def test_a_product_without_a_dose_is_new(body: Body, dosed: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.picker.choose(known.capsules.id)
    form.picker.changed.emit()
    assert form.amount.field.edit.text() == ""
    assert said(form) == NEW_PRODUCT
    form.picker.choose(known.green.id)
    form.picker.changed.emit()
    assert form.amount.field.edit.text() == "2.5"
    assert not said(form)


def test_a_product_that_became_another_kind_is_new(body: Body, dosed: Logbook, known: Known) -> None:
    tick(dosed, 60)
    dosed.save(replace(known.green, kind=ProductKind.EXTRACT))
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == ""
    assert said(form_of(body)) == OTHER_KIND


def test_another_lot_of_the_same_product_is_new_until_it_was_taken(body: Body, dosed: Logbook, known: Known) -> None:
    tick(dosed, 1440)
    dosed.save(Batch(product=known.green.id, lot="B", opened=dosed.today()))
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == ""
    assert said(form_of(body)) == OTHER_BATCH
    keys("1.2", ENTER)
    tick(dosed, 60)
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == "1.2"
    assert not said(form_of(body))


def test_a_copy_after_days_without_has_no_amount_and_a_change_keeps_it(body: Body, dosed: Logbook) -> None:
    dose = last(dosed)
    days_pass(dosed, 4, none=3)
    assert body.today is not None
    body.today.panel.copy([dose])
    assert form_of(body).amount.field.edit.text() == ""
    assert said(form_of(body)) == DAYS_WITHOUT
    body.today.panel.form.cancel() if body.today.panel.form else None
    body.today.panel.edit([dose])
    assert form_of(body).amount.field.edit.text() == "2.5"
    assert not said(form_of(body))


def test_an_older_day_is_not_after_days_that_came_later(body: Body, dosed: Logbook) -> None:
    days_pass(dosed, 8, none=3)
    assert body.today is not None
    body.today.show_day(dosed.today() - dt.timedelta(days=6))
    keys(ctrl(Qt.Key.Key_D))
    assert not said(form_of(body))


@pytest.mark.slow
def test_the_journal_is_asked_once_a_day_that_is_typed_not_at_every_key(
    body: Body, dosed: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    days_pass(dosed, 4, none=3)
    keys(ctrl(Qt.Key.Key_D))
    form, asked = form_of(body), list[dt.date]()

    def counted(logbook: Logbook, product: Product | None, new: bool, day: dt.date) -> Why | None:
        asked.append(day)
        return why_too_strong(logbook, product, new, day)

    monkeypatch.setattr(dose_form, "why_too_strong", counted)
    form.time.edit.setFocus()
    form.time.edit.selectAll()
    keys("-15 min")
    assert asked == []
    assert said(form) == DAYS_WITHOUT
    today = dosed.today()
    first_day = today - dt.timedelta(days=4)
    form.time.edit.setText(f"{first_day.isoformat()} 12:00")
    assert asked == [first_day]
    assert not said(form)


# --- beside an emergency, or "take no more" --------------------------------------------------------------------------

NOT_FILLED_IN = "No amount is filled in. Read first what stands above."


def note(book: Logbook, code: str, answer: Answer | None) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    book.save(sign, Rating(at=moment_now(book.clock), symptom=sign.id, value=6, answer=answer), origin="command")


@pytest.mark.parametrize(
    ("code", "answer", "hours"),
    [
        ("slow_breathing", Answer.YES, 24 * 7), ("slow_breathing", Answer.PASSED, 24 * 7), ("chest_pain", None, 24),
        ("yellow_skin", Answer.KNOWN, 24 * 7), ("chest_pain", Answer.KNOWN, 0), ("itching", Answer.YES, 0),
    ],
)  # fmt: skip
def test_no_amount_is_filled_in_beside_take_no_more(
    body: Body, dosed: Logbook, code: str, answer: Answer | None, hours: int
) -> None:
    """It stood there beside "take no more", to be saved with one key."""
    tick(dosed, 10)
    note(dosed, code, answer)
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    assert form.amount.field.edit.text() == ("" if hours else "2.5")
    assert said(form) == (NOT_FILLED_IN if hours else "")
    assert body.notices is not None and (body.notices.notice is not None) is bool(hours)
    if hours:
        keys("1.2", ENTER)  # it blocks nothing
        assert last(dosed).amount.quantity == 1200
    else:
        keys(ctrl(Qt.Key.Key_W))
    tick(dosed, hours * 60 + 1)
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.field.edit.text() == ("1.2" if hours else "2.5")


def test_a_dose_that_is_logged_again_has_no_amount_beside_an_emergency(body: Body, dosed: Logbook) -> None:
    note(dosed, "slow_breathing", Answer.YES)
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.copy(last(dosed))
    assert form.amount.field.edit.text() == "" and said(form) == NOT_FILLED_IN


def test_a_dose_that_is_changed_keeps_its_amount(body: Body, dosed: Logbook) -> None:
    note(dosed, "slow_breathing", Answer.YES)
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.edit(last(dosed))
    assert form.amount.field.edit.text() == "2.5" and said(form) == ""


@pytest.mark.parametrize("systolic", [195, 150])
def test_so_does_a_very_high_blood_pressure(body: Body, dosed: Logbook, systolic: int) -> None:
    tick(dosed, 10)
    dosed.save(Measurement(at=moment_now(dosed.clock), systolic=systolic, diastolic=80), origin="command")
    keys(ctrl(Qt.Key.Key_D))
    assert said(form_of(body)) == (NOT_FILLED_IN if systolic > 180 else "")
