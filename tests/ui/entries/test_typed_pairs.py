"""A blood pressure typed into one field, on the real form."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Measurement
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.care import MeasurementKind
from journal.ui.entries.declared_placed import declared_form
from journal.ui.entries.typed_inputs import WholeInput
from tests.ui.conftest import BridgeTo

TEXTS = english()


@pytest.mark.parametrize(
    ("upper", "lower", "kept"),
    [("195/125", "", (195, 125)), ("128 / 82 mmHg", "", (128, 82)), ("128", "82", (128, 82)), ("128/82", "82", None)],
)
def test_two_numbers_typed_as_one_are_taken_apart(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, upper: str, lower: str, kept: tuple[int, int] | None
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), MeasurementKind(), "plain.measurement")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs["systolic"].restore(upper)
    form.inputs["diastolic"].restore(lower)
    form.save()
    found = plain_book.find(EntryQuery(kinds=("measurement",)))
    measured = [(each.systolic, each.diastolic) for each in found if isinstance(each, Measurement)]
    assert measured == ([] if kept is None else [kept])


def test_leaving_the_field_shows_both_numbers(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), MeasurementKind(), "plain.measurement")
    qtbot.addWidget(form)
    form.open_new()
    upper, lower = form.inputs["systolic"], form.inputs["diastolic"]
    assert isinstance(upper, WholeInput)
    upper.restore("195/125")
    upper.edit.editingFinished.emit()
    assert (upper.state(), lower.state()) == ("195", "125")
