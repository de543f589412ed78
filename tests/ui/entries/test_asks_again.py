"""The same drinks, painkiller, care or laboratory's value saved twice: asked about once, on the real form."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.care import CareKind
from journal.core.entries import Intake
from journal.core.health import Lab
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries import care as care_in_window
from journal.ui.entries.asks_again import TimedAskingForm
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.health import LabResultKind
from journal.ui.entries.substances import IntakeKind
from tests.ui.conftest import BridgeTo, tick

TEXTS = english()


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> TimedAskingForm:
    made = IntakeKind().form(bridge_to(plain_book, TEXTS), "plain.intake")
    assert isinstance(made, TimedAskingForm)
    qtbot.addWidget(made)
    return made


def write(
    form: TimedAskingForm, book: Logbook, name: str = "", *, drinks: str = "2", time: str = "20:00", **typed: str
) -> str:
    """Drinks of yesterday, saved; what is asked about them."""
    form.open_new()
    form.inputs["what"].show(Taken.ALCOHOL)
    for field, value in ({"name": name, "drinks": drinks} | typed).items():
        form.inputs[field].restore(value)
    form.time.set_text(f"{book.today() - dt.timedelta(days=1)} {time}")
    form.save()
    return form.message.text()


def intakes(book: Logbook) -> list[str]:
    return [each.name for each in book.find(EntryQuery(kinds=("intake",))) if isinstance(each, Intake)]


def test_the_same_drinks_without_a_name_are_asked_about_once(form: TimedAskingForm, plain_book: Logbook) -> None:
    assert write(form, plain_book) == ""
    assert write(form, plain_book) == "You saved the same drinks just now. Save them again?"
    no, again = form.message.buttons()
    no.click()
    assert form.message.text() == "" and len(intakes(plain_book)) == 1 and form.inputs["drinks"].state() == "2"
    form.save()
    _, again = form.message.buttons()
    again.click()
    assert intakes(plain_book) == ["", ""]


def test_it_says_when_they_were_saved(form: TimedAskingForm, plain_book: Logbook) -> None:
    write(form, plain_book)
    tick(plain_book, 1)
    assert write(form, plain_book) == "You saved the same drinks 1 minute ago. Save them again?"
    tick(plain_book, 1)
    assert write(form, plain_book) == "You saved the same drinks 2 minutes ago. Save them again?"
    tick(plain_book, 60)
    assert write(form, plain_book) == ("The same drinks are written down already: yesterday 20:00. Save them again?")


@pytest.mark.parametrize(
    "other",
    [{"name": "wine"}, {"name": ""}, {"drinks": "3"}, {"time": "20:03"}, {"drinks": "", "amount": "a glass"}],
)
def test_other_drinks_are_not_asked_about(form: TimedAskingForm, plain_book: Logbook, other: dict[str, str]) -> None:
    assert write(form, plain_book, "beer") == ""
    assert write(form, plain_book, **{"name": "beer", **other}) == ""
    assert len(intakes(plain_book)) == 2


def test_drinks_without_a_number_are_the_same_by_their_amount(form: TimedAskingForm, plain_book: Logbook) -> None:
    assert write(form, plain_book, drinks="", amount="A glass") == ""
    assert write(form, plain_book, drinks="", amount="a glass").startswith("You saved the same drinks")
    assert write(form, plain_book, drinks="", amount="a bottle") == ""


def test_no_drinks_and_a_change_are_not_asked_about(form: TimedAskingForm, plain_book: Logbook) -> None:
    assert write(form, plain_book, drinks="0") == write(form, plain_book, drinks="0") == ""
    assert write(form, plain_book) == ""
    (entry,) = [
        each for each in plain_book.find(EntryQuery(kinds=("intake",))) if isinstance(each, Intake) and each.drinks
    ]
    form.edit_entries([entry])
    form.inputs["name"].restore("beer")
    form.save()
    assert form.message.text() == "" and "beer" in intakes(plain_book)


def written(form: TimedAskingForm, book: Logbook, what: Taken, name: str = "", amount: str = "") -> str:
    """Something that is no drink, of yesterday, saved; what is asked about it."""
    return write(form, book, name, drinks="", amount=amount, what=what)


def test_a_painkiller_written_twice_is_asked_about(form: TimedAskingForm, plain_book: Logbook) -> None:
    assert written(form, plain_book, Taken.PAINKILLER, "ibuprofen", "400 mg") == ""
    assert written(form, plain_book, Taken.PAINKILLER, "Ibuprofen", "400mg") == (
        "You saved the same entry just now. Save it again?"
    )
    no, again = form.message.buttons()
    assert (no.text(), again.text()) == ("No", "Save it again")
    no.click()
    assert intakes(plain_book) == ["ibuprofen"]
    form.save()
    form.message.buttons()[1].click()
    assert sorted(intakes(plain_book)) == ["Ibuprofen", "ibuprofen"]
    tick(plain_book, 2)
    assert written(form, plain_book, Taken.PAINKILLER, "ibuprofen", "400 mg") == (
        "You saved the same entry 2 minutes ago. Save it again?"
    )


@pytest.mark.parametrize(
    ("what", "name", "amount"),
    [
        (Taken.PAINKILLER, "paracetamol", "400 mg"),
        (Taken.PAINKILLER, "", "400 mg"),
        (Taken.PAINKILLER, "ibuprofen", "200 mg"),
        (Taken.OWN, "ibuprofen", "400 mg"),
    ],
)
def test_another_painkiller_is_not_asked_about(
    form: TimedAskingForm, plain_book: Logbook, what: Taken, name: str, amount: str
) -> None:
    assert written(form, plain_book, Taken.PAINKILLER, "ibuprofen", "400 mg") == ""
    assert written(form, plain_book, what, name, amount) == ""
    assert len(intakes(plain_book)) == 2


@pytest.mark.parametrize("what", [Taken.OWN, Taken.CAFFEINE, Taken.NICOTINE, Taken.CANNABIS])
def test_whatever_else_is_written_twice_is_asked_about(form: TimedAskingForm, plain_book: Logbook, what: Taken) -> None:
    name = "kava" if what is Taken.OWN else ""
    assert written(form, plain_book, what, name, "a cup") == ""
    assert written(form, plain_book, what, name, "a cup") == "You saved the same entry just now. Save it again?"


def care(form: DeclaredForm, book: Logbook, minutes: str = "30") -> str:
    form.open_new()
    form.inputs["what"].show(CareKind.PHYSICAL_THERAPY)
    form.inputs["minutes"].restore(minutes)
    form.save()
    return form.message.text()


def test_care_within_minutes_is_asked_about(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = care_in_window.CareKind().form(bridge_to(plain_book, TEXTS), "plain.care")
    assert isinstance(form, DeclaredForm)
    qtbot.addWidget(form)
    assert care(form, plain_book) == ""
    assert care(form, plain_book, "20") == ""
    assert care(form, plain_book) == "You saved the same entry just now. Save it again?"
    form.message.buttons()[1].click()
    assert len(plain_book.find(EntryQuery(kinds=("care",)))) == 3
    tick(plain_book, 10)
    assert care(form, plain_book) == ""


def lab(form: DeclaredForm, day: str, value: str = "<5", unit: str = "U/L") -> str:
    form.open_new()
    form.inputs["what"].show(Lab.ALT)
    for field, typed in {"day": day, "value": value, "unit": unit}.items():
        form.inputs[field].restore(typed)
    form.save()
    return form.message.text()


def test_a_value_of_the_day_is_asked_about(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = LabResultKind().form(bridge_to(plain_book, TEXTS), "plain.lab_result")
    assert isinstance(form, DeclaredForm)
    qtbot.addWidget(form)
    assert lab(form, "2026-10-12") == ""
    assert lab(form, "2026-10-13") == lab(form, "2026-10-12", "< 6") == ""
    assert lab(form, "2026-10-12", "< 5 U/L", "") == "You saved the same entry just now. Save it again?"
    form.message.buttons()[0].click()
    tick(plain_book, 60)
    assert lab(form, "2026-10-12") == "The same entry is written down already: 12 Oct 2026. Save it again?"
    assert len(plain_book.find(EntryQuery(kinds=("lab_result",)))) == 3
