"""A dose by keys alone, on a real journal."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Batch, DayMark, DayMarkKind, Dose, Phase, Preparation, Product, ProductKind, Stomach
from journal.core.moments import moment_from_local, moment_now
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.kit.left_form import LEFT
from journal.ui.kit.theme import apply_theme
from journal.ui.kit.widgets import plain
from journal.ui.shell.body import Body
from tests.journals import FixedClock
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, tick
from tests.ui.fits import settle

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def form_of(body: Body) -> DoseForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, DoseForm)
    return form


def no_form(body: Body) -> bool:
    assert body.today is not None
    return body.today.panel.form is None


def doses(book: Logbook) -> list[Dose]:
    return list(book.days(book.today() - dt.timedelta(days=3), book.today())[-1].doses)


def test_ctrl_d_and_enter_is_the_dose_of_last_time(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 180)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    first, second = doses(plain_book)
    assert (first.product, first.amount.quantity) == (known.green.id, 2500)
    assert (second.product, second.amount.quantity) == (known.green.id, 2500)
    assert second.at.utc_ms - first.at.utc_ms == 180 * 60_000
    assert no_form(body)


def test_a_weighed_amount_taken_again_is_as_last_time(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5")
    form_of(body).amount.basis._pills()[0].click()
    keys(ENTER)
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D))
    assert form_of(body).amount.basis.value() is Basis.AS_LAST_TIME
    keys(ENTER)
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D), "3", ENTER)
    assert [each.amount.basis for each in doses(plain_book)] == [Basis.WEIGHED, Basis.AS_LAST_TIME, Basis.UNKNOWN]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize(
    ("typed", "understood", "quantity"),
    [
        ("2.5", "", 2500),
        ("2,5", "= 2.5 g", 2500),
        ("2.5 g", "", 2500),
        ("2500 mg", "= 2.5 g", 2500),
    ],
)
def test_what_was_typed_and_what_was_understood(
    body: Body, plain_book: Logbook, typed: str, understood: str, quantity: int
) -> None:
    keys(ctrl(Qt.Key.Key_D), typed)
    assert form_of(body).amount.field.understood() == understood
    keys(ENTER)
    assert [(each.amount.text, each.amount.quantity) for each in doses(plain_book)] == [(typed, quantity)]


def test_own_units_are_understood(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    next(pill for pill in form.picker.pills._pills() if "Capsules" in pill.text()).click()
    form.first_field().setFocus()
    keys("3 caps")
    assert form.amount.field.understood() == "= 1.5 g"
    keys(ENTER)
    saved = doses(plain_book)[0]
    assert saved.amount == Amount("3 caps", 1500, Dimension.MASS, Basis.UNKNOWN, None, known.capsule.id)


@pytest.mark.slow
def test_tab_comes_to_the_amount_before_its_steppers(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D))
    field = form_of(body).amount.field
    form_of(body).picker.pills.focus()
    keys(TAB, TAB)
    assert field.edit.hasFocus()
    keys(TAB)
    assert field.less.hasFocus()
    keys(TAB)
    assert field.more.hasFocus()
    keys(TAB)
    assert form_of(body).amount.unit.hasFocus()


@pytest.mark.slow
def test_a_number_typed_on_a_stepper_goes_to_the_amount(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "9")
    field = form_of(body).amount.field
    field.less.setFocus()
    keys("3", ".", "5")
    assert field.edit.hasFocus() and field.edit.text() == "3.5"
    field.more.setFocus()
    keys(ENTER)
    assert [each.amount.quantity for each in doses(plain_book)] == [3500]


def test_less_of_an_unknown_amount_stays_unknown(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    field = form_of(body).amount.field
    field.less.setFocus()
    keys(Qt.Key.Key_Space)
    assert field.edit.text() == ""
    keys(ENTER)
    assert [each.amount.known for each in doses(plain_book)] == [False]


@pytest.mark.slow
def test_enter_presses_cancel_and_a_preset_but_not_a_pill(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2")
    form = form_of(body)
    form.time.presets[3].setFocus()
    keys(ENTER)
    assert form.time.edit.text() == "-1 h" and doses(plain_book) == []
    form.cancel_button.setFocus()
    keys(ENTER)
    assert no_form(body) and doses(plain_book) == []
    keys(ctrl(Qt.Key.Key_D), "2")
    form_of(body).preparation.focus()
    keys(ENTER)
    assert len(doses(plain_book)) == 1


@pytest.mark.slow
def test_at_twice_the_text_size_the_fields_alone_scroll(body: Body, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "dark", 200)
    body.act("dose")
    form = form_of(body)
    qtbot.waitUntil(lambda: form.scroller.verticalScrollBar().maximum() > 0)
    form.more_button.click()
    settle()
    assert body._around._sheet.verticalScrollBar().maximum() == 0
    sheet = body._around._sheet.viewport()
    assert sheet.rect().contains(QRect(form.save_button.mapTo(sheet, QPoint()), form.save_button.size()))


def test_a_refused_amount_stays_with_its_reason(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "1,500", ENTER)
    form = form_of(body)
    assert doses(plain_book) == []
    assert form.message.text() == "“1,500” can mean 1.5 or 1500. Type one of the two."
    assert form.amount.field.edit.text() == "1,500"
    assert form.amount.field.edit.hasFocus()


@pytest.mark.slow
def test_stomach_and_reasons_stand_behind_more(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2")
    assert not form_of(body).more.isVisible()
    form_of(body).more_button.click()
    keys(Qt.Key.Key_Space)
    form_of(body).more.reasons.own.setFocus()
    keys("to get moving ; rest;", ENTER)
    assert [(each.stomach, each.reasons) for each in doses(plain_book)] == [
        (Stomach.EMPTY, ("to get moving", "rest")),
    ]  # fmt: skip
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert (doses(plain_book)[-1].stomach, doses(plain_book)[-1].reasons) == (None, ())


def test_reasons_are_seen_when_editing_and_stay_letter_for_letter(body: Body, plain_book: Logbook) -> None:
    dose = Dose(at=moment_now(plain_book.clock), stomach=Stomach.FULL, reasons=("sleep; rest", "two"))
    plain_book.save(dose)
    assert body.today is not None
    body.today.panel.edit([dose])
    pills = form_of(body).more.reasons.pills()
    assert not form_of(body).more.isHidden()
    assert [reason for reason, pill in pills.items() if pill.isChecked()] == ["sleep; rest", "two"]
    form_of(body).note.setPlainText("a note")
    form_of(body).save()
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose) and (kept.note, kept.reasons) == ("a note", dose.reasons)
    assert kept.stomach is Stomach.FULL


def test_a_draft_of_an_earlier_version_says_nothing_of_stomach_and_reasons(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "7.25")
    form_of(body).more_button.click()
    keys(Qt.Key.Key_Space)
    form_of(body).more.reasons.own.setFocus()
    keys("why")
    form_of(body).keep_draft()
    draft = plain_book.draft("dose")
    assert body.today is not None and draft is not None
    assert body.today.panel.restore("dose")
    assert form_of(body).more.stomach_and_reasons() == (Stomach.EMPTY, ("why",)) and not form_of(body).more.isHidden()
    content = json.loads(draft.content)
    del content["state"]["stomach"], content["state"]["reasons"]
    plain_book.save_draft("dose", json.dumps(content))
    assert body.today.panel.restore("dose")
    assert form_of(body).amount.field.edit.text() == "7.25" and form_of(body).more.empty


def test_a_dose_is_made_private_and_the_next_one_is_not(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2")
    form_of(body).more_button.click()
    form_of(body).more.private.setFocus()
    keys(Qt.Key.Key_Space)
    form_of(body).keep_draft()
    assert body.today is not None and body.today.panel.restore("dose")
    assert form_of(body).more.private.is_ticked() and not form_of(body).more.isHidden()
    keys(ENTER)
    assert [each.private for each in doses(plain_book)] == [True]
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert [each.private for each in doses(plain_book)] == [True, False]


def test_private_is_seen_taken_back_and_undone(body: Body, plain_book: Logbook) -> None:
    dose = Dose(at=moment_now(plain_book.clock), note="mine", private=True)
    plain_book.save(dose)
    assert body.today is not None
    body.today.panel.edit([dose])
    assert not form_of(body).more.isHidden() and form_of(body).more.private.is_ticked()
    form_of(body).more.private.tick(False)
    form_of(body).save()
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose) and (kept.private, kept.note) == (False, "mine")
    plain_book.undo()
    assert plain_book.get(dose.id) == doses(plain_book)[0] and doses(plain_book)[0].private


def test_a_draft_of_an_earlier_version_leaves_a_private_dose_private(body: Body, plain_book: Logbook) -> None:
    dose = Dose(at=moment_now(plain_book.clock), private=True)
    plain_book.save(dose)
    assert body.today is not None
    body.today.panel.edit([dose])
    state = {key: value for key, value in form_of(body).state().items() if key != "private"}
    form_of(body).restore(state)
    assert form_of(body).more.private.is_ticked()


def test_an_empty_amount_is_unknown_and_not_zero(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert doses(plain_book)[0].amount == Amount()


def test_a_dose_of_another_day_is_named_with_its_day(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 24 * 60)
    keys(ctrl(Qt.Key.Key_D))
    form_of(body).time.set_text("2026-11-22 10:30")
    keys(ENTER)
    assert form_of(body).message.text() == ("The same dose is written down already: yesterday 10:30. Save it again?")


def test_more_names_the_batch_that_is_open(body: Body, plain_book: Logbook, known: Known) -> None:
    yesterday = plain_book.today() - dt.timedelta(days=1)
    plain_book.save(Batch(product=known.green.id, lot="RM-2291", opened=yesterday))
    keys(ctrl(Qt.Key.Key_D), "2.5")
    form = form_of(body)
    assert not form.batch.isVisible()
    form.more_button.click()
    assert form.batch.isVisible() and form.batch.text() == "Batch RM-2291, opened yesterday"
    form.time.set_text("2026-11-20 10:30")
    assert not form.batch.isVisible()  # it was not open yet


def test_a_second_identical_dose_asks_and_enter_does_not_save_it(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 1)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert form_of(body).message.text() == "You saved the same dose 1 minute ago. Save it again?"
    keys(ENTER)
    assert len(doses(plain_book)) == 1
    assert form_of(body).message.text() == "" and form_of(body).amount.field.edit.text() == "2.5"


def test_a_second_identical_dose_can_be_meant(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 1)
    keys(ctrl(Qt.Key.Key_D), ENTER, TAB, ENTER)
    assert len(doses(plain_book)) == 2


@pytest.mark.slow
def test_three_minutes_later_nothing_is_asked(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 3)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    assert len(doses(plain_book)) == 2


def test_a_rating_before_is_saved_with_the_dose_and_never_prefilled(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5")
    scale = form_of(body).scale
    assert scale is not None
    scale.setFocus()
    keys("6", ENTER)
    day = plain_book.days(plain_book.today(), plain_book.today())[0]
    (rating,) = day.ratings
    assert (rating.value, rating.phase, rating.dose, rating.at) == (6, Phase.BEFORE, day.doses[0].id, day.doses[0].at)
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "dose.added"
    tick(plain_book, 60)
    keys(ctrl(Qt.Key.Key_D))
    again = form_of(body).scale
    assert again is not None and again.value() is None


def test_a_new_product_with_its_own_unit_inline(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.picker.show_new()
    keys("Tablets <b>X</b> & Co")
    form.picker.panel.kind.kind.set_value(ProductKind.TABLET)
    assert form.picker.panel.unit_panel.name.text() == "tablet"
    form.picker.panel.unit_panel.one.setText("0.25 g")
    form.amount.field.edit.setFocus()
    form.amount.field.edit.selectAll()
    keys("2")
    assert form.amount.field.understood() == "= 0.5 g"
    keys(ENTER)
    saved = doses(plain_book)[0]
    product = next(each for each in plain_book.products() if each.id == saved.product)
    assert (product.name, product.kind, saved.amount.quantity) == ("Tablets <b>X</b> & Co", ProductKind.TABLET, 500)
    assert product.default_unit == saved.amount.unit
    plain_book.undo()
    assert doses(plain_book) == [] and product.id not in [each.id for each in plain_book.products()]


def test_a_product_name_that_is_taken_is_refused_inline(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form_of(body).picker.show_new()
    keys("green borneo", ENTER, ENTER)
    assert form_of(body).message.text() == "There is one called “green borneo” already."
    assert doses(plain_book) == []


def test_a_dose_on_a_day_marked_none_takes_the_mark_away(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.today.action_row.buttons[2].click()
    assert [each.mark for each in plain_book.days(plain_book.today(), plain_book.today())[0].marks] == [
        DayMarkKind.NONE_TODAY
    ]
    keys(ctrl(Qt.Key.Key_D), "2", ENTER)
    day = plain_book.days(plain_book.today(), plain_book.today())[0]
    assert len(day.doses) == 1 and day.marks == ()


def test_none_today_on_a_day_with_doses_is_refused_inline(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2", ENTER)
    assert body.today is not None
    body.today.new_entry.mark_none()
    assert body.today.message.text().startswith("There are doses on this day already (1).")


def test_editing_changes_only_what_was_changed(body: Body, plain_book: Logbook, known: Known) -> None:
    amount = Amount("2.50", 2500, Dimension.MASS, Basis.WEIGHED)
    at = moment_from_local(dt.datetime(2026, 11, 22, 8, 12, 33), "Europe/Berlin")
    tea = Preparation.TEA
    dose = Dose(at=at, product=known.green.id, amount=amount, preparation=tea, note="a\u00a0b", reasons=("x",))
    plain_book.save(dose)
    assert body.today is not None
    body.today.panel.edit([dose])
    form_of(body).preparation.set_value(Preparation.CAPSULE)
    keys(ENTER)
    changed = plain_book.get(dose.id)
    assert isinstance(changed, Dose)
    assert (changed.amount, changed.at, changed.note, changed.reasons) == (amount, at, "a\u00a0b", ("x",))
    assert changed.preparation is Preparation.CAPSULE
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "dose.changed"


def test_the_hour_that_came_twice_is_asked(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.ms = moment_from_local(dt.datetime(2026, 10, 25, 9, 0), "Europe/Berlin").utc_ms
    body = open_window(plain_book)
    keys(ctrl(Qt.Key.Key_D), "2")
    form = form_of(body)
    form.time.edit.setFocus()
    keys("2:30")
    offered = ["First, 02:30 (UTC+2)", "Second, 02:30 (UTC+1)"]
    assert [each.text() for each in form.time.choices()] == offered
    keys(ENTER)
    assert [each.text() for each in form.message.buttons()] == ["Not yet", *offered] and form.time.choices() == []
    keys(TAB, TAB, ENTER)
    keys(ENTER)
    assert plain_book.last_dose() is not None and plain_book.last_dose().at.offset_s == 3600  # type: ignore[union-attr]


def test_a_time_still_to_come_is_refused(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2")
    form_of(body).time.edit.setFocus()
    keys("2026-11-22 23:00", ENTER)
    assert "has not come yet" in form_of(body).message.text()
    assert doses(plain_book) == []


def test_on_another_day_the_time_is_asked_and_not_invented(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.today.turn(-1)
    keys(ctrl(Qt.Key.Key_D), ENTER)
    form = form_of(body)
    assert doses(plain_book) == [] and form.message.text()
    assert isinstance(form.time.edit, QLineEdit) and form.time.edit.hasFocus()
    keys("21:30", ENTER)
    saved = plain_book.last_dose()
    assert saved is not None and saved.at.local == dt.datetime(2026, 11, 21, 21, 30)


def test_escape_leaves_only_what_can_be_brought_back(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5")
    form_of(body).keep_draft()
    assert plain_book.draft("dose") is not None
    keys(ESC)
    assert no_form(body) and doses(plain_book) == []
    assert [draft.form for draft in plain_book.drafts()] == [LEFT] and body.left_form.isVisible()
    body.left_form.forget()
    assert plain_book.drafts() == []


def test_marks_are_edited_in_the_form_of_the_diary(body: Body, plain_book: Logbook) -> None:
    mark = DayMark(day=plain_book.today())
    plain_book.save(mark)
    assert body.today is not None
    body.today.panel.edit([mark])
    assert body.today.panel.form is not None


def test_plain_keeps_the_ampersand() -> None:
    assert plain(Product(name="A & B").name) == "A && B"
