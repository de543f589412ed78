"""Something taken near thoughts of suicide may be too much: that is said first, wherever these are spoken of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from journal.core.entries import Answer, Dose, Entry, Intake, Product, Rating, Substance, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, moment_at
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.core.warning_facts import HOURS_BEFORE
from journal.guidance import around_signs
from journal.guidance.emergency_lines import all_that_is_open, emergency_first, in_short
from journal.guidance.help_lines import countries
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.open_emergencies import open_emergencies
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import sign_of
from journal.logbook import Logbook
from journal.texts import english
from tests.command_line import run
from tests.journals import START_MS, JournalAt, ago, clock, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

US = country_of("US")
TOO_MUCH = (
    "If you may have taken too much, whatever the reason: call 911 now, before you feel ill. "
    "Poison advice: Poison Help (1-800-222-1222)."
)
TAKEN: dict[str, Callable[[Logbook], Entry]] = {
    "a medicine on the list": lambda book: Substance(name="Tylenol", amount="30 tablets"),
    "tablets": lambda book: Intake(at=ago(book, 5), what=Taken.OWN, name="Ambien", amount="20"),
    "one tablet": lambda book: Intake(at=ago(book, 5), what=Taken.PAINKILLER, name="Tylenol", amount="1 tablet"),
    "of an amount that nobody said": lambda book: Intake(at=ago(book, 5), what=Taken.OWN, name="Qwxyz"),
    "alcohol": lambda book: Intake(at=ago(book, 5), what=Taken.ALCOHOL),
    "what is private": lambda book: Intake(at=ago(book, 5), what=Taken.OWN, name="Ambien", private=True),
}


def thoughts(book: Logbook, answer: Answer | None = None, minutes: int = 30, value: int = 7) -> None:
    sign = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING)
    at = ago(book, minutes)
    book.save(sign, Rating(at=at, symptom=sign.id, value=value, answer=answer, recorded_ms=at.utc_ms))


def everywhere(book: Logbook) -> dict[str, str]:
    """What each place that tells of open signs says."""
    texts, found = english(), open_emergencies(book, START_MS)
    first, more = first_at_taking(texts, book, START_MS, US)
    return {
        "notice": " ".join(emergency_first(texts, found, START_MS, US)),
        "line": in_short(texts, found, START_MS, US),
        "form": " ".join([*first, *more]),
        "emergency": " ".join(all_that_is_open(texts, book, START_MS, US)),
    }


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED])
@pytest.mark.parametrize("first", ["taken", "thoughts"])
@pytest.mark.parametrize("what", TAKEN)
def test_whatever_was_taken_and_whichever_came_first(
    plain_book: Logbook, what: str, first: str, answer: Answer | None
) -> None:
    if first == "taken":
        plain_book.save(TAKEN[what](plain_book))
    thoughts(plain_book, answer)
    if first == "thoughts":
        plain_book.save(TAKEN[what](plain_book))
    for place, said in everywhere(plain_book).items():
        assert TOO_MUCH in said.replace("\xa0", " ") and "988" in said, place
        assert said.index("may have taken too much") < said.index("988"), place
        assert "uicid" not in said and "Ambien" not in said and "Tylenol" not in said, place


def test_without_one_of_the_two_nothing_of_it_is_said(plain_book: Logbook) -> None:
    thoughts(plain_book)
    assert not any("too much" in said for said in everywhere(plain_book).values())
    plain_book.undo()
    plain_book.save(TAKEN["tablets"](plain_book))
    assert not any("too much" in said for said in everywhere(plain_book).values())
    thoughts(plain_book, value=0)
    assert not any("too much" in said for said in everywhere(plain_book).values())


@pytest.mark.parametrize(("hours_before", "near"), [(23, True), (25, False), (-2, True)])
def test_near_is_from_a_day_before_on(plain_book: Logbook, hours_before: int, near: bool) -> None:
    thoughts(plain_book, minutes=180)
    at = moment_at(START_MS - 3 * HOUR_MS - hours_before * HOUR_MS, "Europe/Berlin")
    plain_book.save(Intake(at=at, what=Taken.OWN, name="Ambien"))
    assert ("too much" in everywhere(plain_book)["notice"]) is near


def test_a_medicine_that_was_on_the_list_before_was_not_taken_now(plain_book: Logbook, clock: Any) -> None:
    clock.ms -= 3 * DAY_MS
    plain_book.save(Substance(name="Tylenol"))
    clock.ms += 3 * DAY_MS
    thoughts(plain_book)
    assert "too much" not in everywhere(plain_book)["notice"]


@pytest.mark.parametrize(
    ("answer", "minutes", "said"),
    [
        (None, 5, True),
        (Answer.YES, 5, True),
        (Answer.PASSED, 5, False),
        (None, 60, True),
        (Answer.PASSED, 60, False),
        (None, 60 * HOURS_BEFORE + 29, True),
        (None, 60 * HOURS_BEFORE + 31, False),
    ],
)
def test_a_dose_counts_from_the_hours_before_thoughts_that_have_not_passed_on(
    plain_book: Logbook, answer: Answer | None, minutes: int, said: bool
) -> None:
    thoughts(plain_book, answer)
    product = Product(name="Green")
    at = moment_at(START_MS - minutes * MINUTE_MS, "Europe/Berlin")
    plain_book.save(product, Dose(at=at, product=product.id))
    assert any("too much" in words for words in everywhere(plain_book).values()) is said


@pytest.mark.parametrize("code", [country.code for country in countries()] + [None])
def test_every_country_has_its_number_and_its_own_line_or_none(code: str | None) -> None:
    words, place = sign_of("suicidal_thoughts").taken, country_of(code)
    assert words is not None and words.urgency == "call"
    said = filled(english(), words.text, place)
    assert f"call {place.emergency if place.code else 'your local emergency number'} now" in said
    lines = [line.number for line in place.for_poisons[:2]]
    assert all(number in said for number in lines) and (lines or "a poison centre near you" in said)


@pytest.mark.parametrize("first", ["taken", "thoughts"])
def test_the_command_line_says_it(run: Any, plain_journal: JournalAt, first: str) -> None:
    book = plain_journal.open()
    if first == "taken":
        book.save(TAKEN["tablets"](book))
    else:
        thoughts(book, Answer.PASSED)
    book.close()
    taken, noted = ("substance", "Tylenol", "--amount", "30 tablets"), ("rating", "Thoughts of suicide=7")
    _, printed, _ = run("--journal", plain_journal.path, "log", *(noted if first == "taken" else taken))
    assert "If you may have taken too much, whatever the reason: call your local emergency number now" in printed


def test_that_it_is_forgotten_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    thoughts(plain_book)
    plain_book.save(TAKEN["tablets"](plain_book))
    monkeypatch.setattr(around_signs, "taken_near_thoughts", lambda journal, recent: False)
    assert not any("too much" in said for said in everywhere(plain_book).values())
