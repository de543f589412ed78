"""A blood pressure that a form refuses, or asks about, gets its advice before it is saved."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition
from journal.core.health import ConditionKind
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.ui.entries.care import MeasurementKind
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_placed import declared_form
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
