"""A laboratory's value typed with its unit, on the real form."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import LabResult
from journal.core.health import Lab
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.health import LabResultKind
from tests.ui.conftest import BridgeTo

TEXTS = english()


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> DeclaredForm:
    made = LabResultKind().form(bridge_to(plain_book, TEXTS), "plain.lab_result")
    assert isinstance(made, DeclaredForm)
    qtbot.addWidget(made)
    made.open_new()
    made.inputs["what"].show(Lab.ALT)
    made.inputs["day"].show(plain_book.today() - dt.timedelta(days=3))
    return made


@pytest.mark.parametrize("typed", ["131 U/L", "131U/L"])
def test_number_and_unit_are_saved_apart(form: DeclaredForm, plain_book: Logbook, typed: str) -> None:
    form.inputs["value"].restore(typed)
    form.save()
    (saved,) = plain_book.find(EntryQuery(kinds=("lab_result",)))
    assert isinstance(saved, LabResult) and (saved.value, saved.unit, saved.number) == ("131", "U/L", 131_000)


def test_asked_of_what_the_way_leads_to_the_unit(form: DeclaredForm, qtbot: QtBot) -> None:
    form.show()
    qtbot.waitExposed(form)
    form.inputs["value"].restore("131")
    form.save()
    change = form.message.buttons()[0]
    change.click()
    qtbot.waitUntil(form.inputs["unit"].widget.hasFocus)
