"""A private sign is open as any other: every place of the window and every command say of it what they say of one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from journal import device, paths
from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import HOUR_MS
from journal.core.symptoms import BY_CODE
from journal.guidance.emergency_lines import all_that_is_open, in_short, less_urgent_in_short
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.open_emergencies import less_urgent_signs, open_emergencies
from journal.guidance.signs_in_words import country_of, number_in
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests.command_line import run
from tests.journals import JournalAt, ago, clock, plain_book, plain_journal, templates
from tests.truth.test_signs import ANSWERS, RATED

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

US = country_of("US")
ENTRIES = [("note", "Slept."), ("rating", "Nausea=3"), ("dose", "--product", "Green", "--new-product"), ("urge",)]


def surfaces(book: Logbook) -> dict[str, Any]:
    """What the line above, Emergency and the form of a dose say."""
    texts, now_ms = english(), book.clock.now_ms()
    waiting = less_urgent_in_short(texts, less_urgent_signs(book, now_ms), now_ms, US)
    return {
        "line above": in_short(texts, open_emergencies(book, now_ms), now_ms, US) or waiting,
        "emergency": all_that_is_open(texts, book, now_ms, US),
        "dose form": first_at_taking(texts, book, now_ms, US),
    }


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("code", RATED)
def test_the_window_says_of_a_private_sign_what_it_says_of_any(plain_book: Logbook, code: str) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(sign)
    for answer, hours in product(ANSWERS, (0, 20)):
        rated = Rating(at=ago(plain_book, hours * 60), symptom=sign.id, value=6, answer=answer)
        told = []
        for private in (False, True):
            plain_book.save(replace(rated, private=private))
            told.append(surfaces(plain_book))
            plain_book.undo()
        assert told[0] == told[1] and all(told[0]["emergency"] or answer is Answer.NO for _ in told), (answer, hours)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("country", ["US", "GB", "DE"])
@pytest.mark.parametrize("code", ["fainting", "slow_breathing", "suicidal_thoughts", "chest_pain"])
def test_every_command_says_it_with_the_number_of_the_own_country(
    run: Any, plain_journal: JournalAt, code: str, country: str, private: bool
) -> None:
    with plain_journal.open() as book:
        sign = Symptom(code=code, kind=BY_CODE[code].kind)
        book.save(sign, Rating(at=ago(book, 10), symptom=sign.id, value=6, private=private))
    place = country_of(country)
    log = ("--journal", plain_journal.path, "log")
    device.change(paths.device_file(), lambda settings: replace(settings, country=country))
    for typed in ENTRIES:
        plain_journal.clock.tick(HOUR_MS)
        said = run(*log, *typed)[1]
        first = said.partition("Saved ")[0]
        assert first.startswith("First: ") and f"call {number_in(english(), place)}" in first.lower(), typed
        assert not any(f"call {country_of(other).emergency}" in said.lower() for other in ("US", "GB", "DE")
                       if country_of(other).emergency != place.emergency)  # fmt: skip
        named = code != "suicidal_thoughts"
        assert (SYMPTOMS[code] in first) is named
