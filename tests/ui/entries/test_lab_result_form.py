"""Unit and range of the last result of the same test, offered on the real form."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import LabResult
from journal.core.health import Lab
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.health import LabResultKind
from journal.ui.entries.lab_result_form import LabResultForm
from tests.ui.conftest import BridgeTo

TEXTS = english()
BEFORE = dt.date(2026, 5, 3)


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> LabResultForm:
    plain_book.save(
        LabResult(day=BEFORE, what=Lab.ALT, value="88", unit="U/L", normal="< 50"),
        LabResult(day=BEFORE, what=Lab.OWN, name="Ferritin", value="80", unit="µg/L"),
    )
    made = LabResultKind().form(bridge_to(plain_book, TEXTS), "plain.lab_result")
    assert isinstance(made, LabResultForm)
    qtbot.addWidget(made)
    made.open_new()
    return made


def offered(form: LabResultForm) -> tuple[object, object, str]:
    words = "" if form.offer_words.isHidden() else form.offer_words.text()
    return form.inputs["unit"].state(), form.inputs["normal"].state(), words


def test_the_last_of_the_same_test_is_offered_with_its_day(form: LabResultForm) -> None:
    form.inputs["what"].show(Lab.ALT)
    form.inputs["what"].changed.emit(Lab.ALT)
    assert offered(form) == ("U/L", "< 50", "Unit and range are from 3 May 2026. Compare them with this report.")
    form.inputs["normal"].show("< 45")
    assert offered(form) == ("U/L", "< 45", "The unit is from 3 May 2026. Compare it with this report.")
    form.inputs["what"].show(Lab.OWN)
    form.inputs["what"].changed.emit(Lab.OWN)
    assert offered(form) == ("", "< 45", "")
    form.inputs["name"].show("ferritin")
    assert offered(form)[0] == "µg/L"


def test_a_unit_typed_behind_the_value_counts(form: LabResultForm, plain_book: Logbook) -> None:
    form.inputs["what"].show(Lab.ALT)
    form.inputs["what"].changed.emit(Lab.ALT)
    form.inputs["day"].show(plain_book.today())
    form.inputs["value"].restore("2.2 µkat/L")
    form.save()
    newest = plain_book.find(EntryQuery(kinds=("lab_result",), first_day=plain_book.today()))
    assert [(each.value, each.unit, each.normal) for each in newest if isinstance(each, LabResult)] == [
        ("2.2", "µkat/L", "")
    ]


def test_a_name_of_ones_own_is_asked_for_until_a_known_test_is_chosen(form: LabResultForm) -> None:
    name = form.inputs["name"].widget
    assert name.isEnabled()
    form.inputs["what"].show(Lab.ALT)
    form.inputs["what"].changed.emit(Lab.ALT)
    assert not name.isEnabled() and not name.isHidden()
    form.inputs["what"].show(Lab.OWN)
    form.inputs["what"].changed.emit(Lab.OWN)
    assert name.isEnabled()


def test_no_pill_looks_chosen_when_the_form_opens_and_a_typed_name_chooses_one(
    form: LabResultForm, plain_book: Logbook
) -> None:
    assert form.first_field() is form.inputs["name"].widget
    assert form.inputs["day"].state() in ("", english().short_day(plain_book.today()))
    form.inputs["day"].show(plain_book.today())
    assert form.inputs["day"].state() == "22 Nov 2026"
    form.inputs["name"].restore("alt")
    form.inputs["value"].restore("48")
    form.save()
    newest = plain_book.find(EntryQuery(kinds=("lab_result",), first_day=plain_book.today()))
    assert [(each.what, each.name) for each in newest if isinstance(each, LabResult)] == [(Lab.ALT, "")]


def test_a_range_that_ends_below_its_beginning_is_asked_about(form: LabResultForm, plain_book: Logbook) -> None:
    form.inputs["day"].show(plain_book.today())
    for name, typed in (("name", "alt"), ("value", "48"), ("unit", "U/L"), ("normal", "40-7")):
        form.inputs[name].restore(typed)
    form.save()
    assert form.message.text() == "The range “40-7” ends below where it begins. Is that right?"
    form.message.buttons()[1].click()
    newest = plain_book.find(EntryQuery(kinds=("lab_result",), first_day=plain_book.today()))
    assert [entry.normal for entry in newest if isinstance(entry, LabResult)] == ["40-7"]
