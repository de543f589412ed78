"""A sign or a blood pressure that a form refuses, or asks about, gets its advice before it is saved."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.ui.entries.care import MeasurementKind
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_placed import declared_form
from journal.ui.entries.rating_form import RatingForm
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from tests.ui.fits import settle


@pytest.fixture
def form(body: Body, qtbot: QtBot) -> DeclaredForm:
    assert body.bridge is not None
    made = declared_form(body.bridge, MeasurementKind(), "plain.measurement")
    qtbot.addWidget(made)
    made.open_new()
    return made


def typed(form: DeclaredForm, **fields: str) -> None:
    for name, text in fields.items():
        form.inputs[name].restore(text)
    form.save()
    settle()


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    "fields",
    [
        {"systolic": "195", "diastolic": "165"},  # asked about
        {"systolic": "125", "diastolic": "195"},  # asked about: the wrong way round
        {"systolic": "195", "pulse": "fast"},
        {"systolic": "195 high"},
        {"systolic": "185/95", "diastolic": "95"},
        {"systolic": "1955", "diastolic": "120"},
    ],
)
def test_it_says_what_to_do_at_once(
    body: Body, plain_book: Logbook, form: DeclaredForm, fields: dict[str, str]
) -> None:
    typed(form, **fields)
    assert plain_book.find(EntryQuery(kinds=("measurement",))) == []
    assert heard(body).startswith("A blood pressure of 180/120 or more, today 10:30 Pain in chest")


def test_a_lower_one_says_nothing_and_one_in_a_pregnancy_does(
    body: Body, plain_book: Logbook, form: DeclaredForm
) -> None:
    typed(form, systolic="150", diastolic="95", pulse="fast")
    assert heard(body) == ""
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), origin="command")
    typed(form, systolic="150", diastolic="95", pulse="fast")
    assert heard(body).startswith("A blood pressure of 140/90 or more, today 10:30")


def test_what_is_put_right_and_saved_takes_it_back(
    body: Body, plain_book: Logbook, form: DeclaredForm, qtbot: QtBot
) -> None:
    typed(form, systolic="1955", diastolic="80")
    assert heard(body).startswith("A blood pressure of 180/120 or more")
    form.message.dismiss()
    typed(form, systolic="155", diastolic="80")
    qtbot.waitUntil(lambda: not working())
    settle()
    assert len(plain_book.find(EntryQuery(kinds=("measurement",)))) == 1 and heard(body) == ""


@pytest.mark.parametrize("lower", ["850", "190"])
def test_what_is_cancelled_takes_it_back_whatever_was_typed_last(body: Body, form: DeclaredForm, lower: str) -> None:
    typed(form, systolic="180", diastolic=lower)
    assert heard(body).startswith("A blood pressure of 180/120 or more")
    form.message.buttons()[0].click()
    form.inputs["systolic"].restore("118")
    form.inputs["diastolic"].restore("85")
    form.cancel()
    settle()
    assert heard(body) == ""


def test_another_value_that_is_asked_about_takes_it_back(body: Body, form: DeclaredForm) -> None:
    typed(form, systolic="180", diastolic="850")
    form.message.buttons()[0].click()
    typed(form, systolic="118", diastolic="85", pulse="300")
    assert form.message.asks and heard(body) == ""


def test_a_form_that_is_left_takes_back_no_pressure_that_was_saved(
    body: Body, plain_book: Logbook, form: DeclaredForm, qtbot: QtBot
) -> None:
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=185, diastolic=125))
    qtbot.waitUntil(lambda: not working())
    settle()
    typed(form, systolic="118", pulse="fast")
    form.cancel()
    assert heard(body).startswith("A blood pressure of 180/120 or more")


def test_a_sign_whose_time_is_refused_says_what_to_do_at_once(
    body: Body, plain_book: Logbook, chest_pain: Symptom, qtbot: QtBot
) -> None:
    body.set_country("US")
    assert body.bridge is not None
    form = RatingForm(body.bridge)
    qtbot.addWidget(form)
    form.open_new()
    (scale,) = [each for each in form.findChildren(RatingScale) if each.accessibleName().startswith("Chest pain")]
    scale.set_value(7)
    form.time.edit.setText("25:99")
    form.save()
    assert heard(body).startswith(
        "First: Chest pain, today 10:30 If it is happening now, or you are not sure, do this."
    )
    assert "Call 911." in heard(body) and "It is not saved yet." in heard(body)
    form.time.edit.setText("10:20")
    form.save()
    settle()
    (rating,) = plain_book.find(EntryQuery(kinds=("rating",)))
    assert isinstance(rating, Rating) and rating.value == 7 and heard(body) == ""


def test_a_sign_that_is_cancelled_takes_it_back(
    body: Body, plain_book: Logbook, chest_pain: Symptom, qtbot: QtBot
) -> None:
    assert body.bridge is not None
    form = RatingForm(body.bridge)
    qtbot.addWidget(form)
    form.open_new()
    (scale,) = [each for each in form.findChildren(RatingScale) if each.accessibleName().startswith("Chest pain")]
    scale.set_value(7)
    form.time.edit.setText("25:99")
    form.save()
    assert "It is not saved yet." in heard(body)
    form.cancel()
    settle()
    assert heard(body) == "" and plain_book.find(EntryQuery(kinds=("rating",))) == []
