"""The person's own people and the crisis line stand together wherever hours may be bad."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.core.entries import Contact, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.ask_country import AskCountry
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.entries.rating_form import RatingForm
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH, SAFETY
from tests.ui.fits import settle

ATTEMPT, PLAN = "attempt", "plan"


@pytest.fixture(autouse=True)
def someone(body: Body, plain_book: Logbook) -> Iterator[None]:
    plain_book.save(Contact(name="Sam", phone="555 0100"))
    plain_book.save(Symptom(code="restless_legs", kind=SymptomKind.WITHDRAWAL, position=3))
    body.set_country("US")
    yield


def said_in(place: QWidget) -> str:
    helping = [each for each in place.findChildren(QuietHelp) if each.isVisible()]
    return " ".join(each.text() for each in helping[0].findChildren(QLabel) if not each.isHidden()) if helping else ""


def rating(body: Body) -> QWidget:
    body.act("rating")
    assert body.today is not None
    assert body.today.panel.form is not None
    return body.today.panel.form


def card(code: str) -> Callable[[Body], QWidget]:
    return lambda body: body.reach(HEALTH).card(code)


def form(code: str) -> Callable[[Body], QWidget]:
    def opened(body: Body) -> QWidget:
        health = body.reach(HEALTH)
        health.add(code)
        assert health.form is not None
        return health.form

    return opened


def page(code: str) -> Callable[[Body], QWidget]:
    return lambda body: body.reach(SAFETY).show_page(code)


PLACES: dict[str, Callable[[Body], QWidget]] = {
    "signs of withdrawal": rating, "attempts": card(ATTEMPT), "an attempt": form(ATTEMPT), "the plan": card(PLAN),
    "a part of the plan": form(PLAN), "cutting down": page("cutting-down"), "dependence": page("dependence"),
}  # fmt: skip


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("place", PLACES)
def test_own_people_stand_beside_the_line(body: Body, place: str) -> None:
    shown = PLACES[place](body)
    settle()
    said = said_in(shown)
    assert "988" in said
    assert "Sam" in said
    assert "0100" in said


def test_it_follows_the_people_and_the_country(body: Body, plain_book: Logbook) -> None:
    shown = card(ATTEMPT)(body)
    settle()
    plain_book.save(Contact(name="Alex"))
    assert "Alex" in said_in(shown)
    body.go("today")
    body.set_country("DE")
    shown = card(ATTEMPT)(body)
    settle()
    assert "988" not in said_in(shown)
    assert "0800" in said_in(shown)


def test_it_stands_below_the_last_sign_of_withdrawal(body: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="craving", kind=SymptomKind.WITHDRAWAL, position=2))
    plain_book.save(Symptom(code="tremor", kind=SymptomKind.SIDE_EFFECT, position=99))
    shown = rating(body)
    assert isinstance(shown, RatingForm)
    settle()
    (helping,) = shown.findChildren(QuietHelp)
    above = [shown._row_of[scale].y() for known, scale in shown._rows if known.kind is SymptomKind.WITHDRAWAL]
    (below,) = [shown._row_of[scale].y() for known, scale in shown._rows if known.code == "tremor"]
    assert max(above) < helping.y() < below


def test_without_a_sign_of_withdrawal_the_form_says_nothing_of_it(body: Body, plain_book: Logbook) -> None:
    (legs,) = [each for each in plain_book.symptoms() if each.code == "restless_legs"]
    plain_book.delete([legs.id])
    plain_book.save(Symptom(code="tremor", kind=SymptomKind.SIDE_EFFECT, position=99))
    assert not rating(body).findChildren(QuietHelp)


def test_without_a_country_it_says_why_there_is_no_number_and_asks(body: Body) -> None:
    body.set_country("")
    shown = card(PLAN)(body)
    settle()
    assert "a crisis line near you" in said_in(shown) and "because no country is chosen yet" in said_in(shown)
    (helping,) = [each for each in shown.findChildren(QuietHelp) if each.isVisible()]
    (choose,) = helping.findChildren(QPushButton)
    assert choose.text() == "Choose your country"
    choose.click()
    settle()
    (asked,) = helping.findChildren(AskCountry)
    asked.countries.set_value("DE")
    asked.choose.click()
    settle()
    assert "0800" in said_in(shown) and "no country" not in said_in(shown)
    assert body.computer.settings.country == "DE"
    assert not [each for each in helping.findChildren(QPushButton) if each.isVisible()]
