"""What Enter will save stands above Save in every window, whatever the fields are scrolled to."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Product, ProductKind
from journal.core.moments import moment_now
from journal.core.plaintext import NAME_LIMIT
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.saved_line import SavedLine
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from tests.journals import FixedClock
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.entries.test_dose_form import form_of
from tests.ui.fits import settle
from tests.ui.test_feet_of_forms import in_sight, made_small

ROOM = [
    pytest.param((520, 480), 100, id="smallest"), pytest.param((900, 600), 100, id="900x600"),
    pytest.param((1366, 768), 100, id="1366x768"), pytest.param((1240, 900), 200, id="1240x900 at 200 %"),
]  # fmt: skip
LONG = "Red Bali from the small shop behind the station, extra fine, third bag"


def with_last_dose(book: Logbook, clock: FixedClock, name: str) -> Product:
    product = Product(name=name, kind=ProductKind.SEVEN_OH, default_unit="mg")
    amount = Amount(text="25 mg", quantity=25, dimension=Dimension.MASS)
    book.save(product, Dose(at=moment_now(clock), product=product.id, amount=amount))
    return product


@pytest.mark.quick_every(9)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize(("size", "percent"), ROOM)
@pytest.mark.parametrize("name", ["7-OH blast", LONG])
def test_a_dose_of_yesterday_says_what_enter_will_save(
    known: Known, body: Body, plain_book: Logbook, clock: FixedClock, qapp: QApplication,
    size: tuple[int, int], percent: int, name: str,
) -> None:  # fmt: skip
    with_last_dose(plain_book, clock, name)
    made_small(body, qapp, size, percent)
    assert body.today is not None
    body.today.turn(-1)
    keys(ctrl(Qt.Key.Key_D))
    settle()
    form = form_of(body)
    assert form.will_save.sentence() == f"{name}, 25 mg, time still to be said"
    assert in_sight(body, form.will_save, form.save_button) == []
    keys("23:30")
    settle()
    assert form.will_save.sentence() == f"{name}, 25 mg, yesterday 23:30"
    assert form.will_save.text().endswith(", 25 mg, yesterday 23:30")
    shown = form.will_save.text().removesuffix(", 25 mg, yesterday 23:30").removesuffix("…").split()
    assert shown and shown == name.split()[: len(shown)]
    assert in_sight(body, form.will_save, form.save_button) == []
    assert form.save_button.accessibleDescription() == form.will_save.sentence()
    keys(Qt.Key.Key_Return)
    yesterday = plain_book.today() - dt.timedelta(days=1)
    (dose,) = plain_book.days(yesterday, yesterday)[0].doses
    assert (dose.amount.quantity, dose.at.local.hour, dose.at.local.minute) == (25, 23, 30)


@pytest.mark.slow
def test_a_long_name_is_shortened_and_the_amount_is_not(
    known: Known, body: Body, plain_book: Logbook, clock: FixedClock
) -> None:
    name = " ".join([LONG] * 3)[:NAME_LIMIT]
    with_last_dose(plain_book, clock, name)
    keys(ctrl(Qt.Key.Key_D))
    settle()
    shown = form_of(body).will_save
    begins, rest = shown.text().split("…")
    assert rest == ", 25 mg, now" and begins.split() == name.split()[: len(begins.split())]
    assert shown.accessibleName() == f"{name}, 25 mg, now"


def test_no_word_is_cut(known: Known, body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    form.picker.show_new()
    form.time.set_text("yesterday 21:30")
    assert form.will_save.sentence() == "new product, unknown amount, yesterday 21:30"
    for name in ("N", "ight Owl", " extract"):
        keys(name)
        settle()
        assert set(form.will_save.text().replace("…,", " ").replace(",", " ").split()) <= set(
            form.will_save.sentence().replace(",", " ").split()
        )


def test_a_dose_of_another_time_asks_how_it_was_then(known: Known, body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D))
    form = form_of(body)
    assert form.before_asked.text() == "Lower back pain now, if you like"
    form.time.set_text("yesterday 21:30")
    assert form.before_asked.text() == "Lower back pain then, if you like"
    form.time.set_text("")
    assert form.before_asked.text() == "Lower back pain now, if you like"


def test_it_follows_what_is_typed_and_chosen(known: Known, body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5")
    form = form_of(body)
    said = form.will_save
    assert said.sentence() == "Green Borneo, 2.5 g, now"
    form.amount.field.set_text("25")
    form.amount.unit.set_value("mg")
    assert said.sentence() == "Green Borneo, 25 mg, now"
    form.amount.field.set_text("abc")
    assert said.sentence() == "Green Borneo, amount not readable yet, now"
    form.amount.field.set_text("")
    assert said.sentence() == "Green Borneo, unknown amount, now"
    form.picker.show_new()
    keys("Red")
    assert said.sentence() == "Red, unknown amount, now"
    form.time.set_text("nonsense")
    assert said.sentence() == "Red, unknown amount, time not readable yet"


def test_a_dose_that_is_changed_says_its_own(known: Known, body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", Qt.Key.Key_Return)
    assert body.today is not None
    (dose,) = plain_book.days(plain_book.today(), plain_book.today())[0].doses
    body.today.panel.edit([dose])
    time = f"{dose.at.local:%H:%M}"
    assert form_of(body).will_save.sentence() == f"Green Borneo, 2.5 g, today {time}"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_name_is_not_cut_where_two_lines_hold_all(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    line = SavedLine(english(), QPushButton())
    qtbot.addWidget(line)
    line.resize(196 * percent // 100, 90)
    line.show()
    line.say("Seven", "amount not readable yet, now")
    assert line.text() == "Seven, amount not readable yet, now"
