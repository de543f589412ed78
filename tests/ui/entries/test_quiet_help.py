"""The person's own people and the crisis line stand together wherever hours may be bad."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.core.entries import Contact, Symptom
from journal.core.symptoms import SymptomKind
from journal.guidance import countries, country
from journal.guidance.own_lines import OwnLine, OwnLines, stored
from journal.logbook import Logbook
from journal.ui.entries.ask_country import AskCountry
from journal.ui.entries.quiet_help import QuietHelp, lines_of
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


@pytest.mark.quick_every(9)
@pytest.mark.parametrize("place", PLACES)
def test_own_people_stand_beside_the_line(body: Body, place: str) -> None:
    shown = PLACES[place](body)
    settle()
    said = said_in(shown)
    assert "988" in said
    assert "Sam" in said
    assert "0100" in said


def test_a_name_from_the_right_keeps_to_itself_beside_the_numbers(body: Body, plain_book: Logbook) -> None:
    plain_book.save(Contact(name="אמא", phone="030 12 34"))
    assert body.bridge is not None
    last = lines_of(body.bridge)[-1].replace("\u00a0", " ")
    assert "Sam 555 0100" in last and "\u2067אמא\u2069 030 12 34" in last


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


# Those that the help lines were looked for in first.
_COUNTRIES = (
    "US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "ES", "IT", "NL", "BE", "SE", "NO", "DK", "FI", "PL",
    "CZ", "TH", "MY", "ID",
)  # fmt: skip


def test_a_country_without_a_verified_crisis_line_says_so_and_names_no_other_one(body: Body) -> None:
    assert body.bridge is not None
    for code in _COUNTRIES:
        body.set_country(code)
        here, said = country(code), " ".join(lines_of(body.bridge)).replace("\N{NO-BREAK SPACE}", " ")
        lines = here.of_kind("crisis")
        assert all(line.number in said for line in lines[:1]), code
        assert ("There is no verified crisis line for" in said) is (not lines), code
        if not lines:
            assert f"for {here.name} in this program." in said and f"If you are in danger: {here.emergency}." in said
            assert "near you" not in said, code
        others = {line.number for each in countries() if each.code != code for line in each.lines}
        others -= {here.emergency, *(line.number for line in here.lines)}
        named = [number for number in others if re.search(rf"(?<![\d ]){re.escape(number)}(?![\d ])", said)]
        assert named == [], code


def test_a_line_of_one_s_own_stands_where_none_was_verified(body: Body) -> None:
    own = OwnLines((OwnLine("Night line", "12 34 56 78", "", dt.date(2026, 11, 1)),))
    assert body.bridge is not None
    body.bridge.whom_to_call = ("DK", stored(own))
    assert "Your own lines: Night line 12 34 56 78." in " ".join(lines_of(body.bridge)).replace("\u00a0", " ")


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
