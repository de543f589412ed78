"""Beside every sign of the table: what a notice about a medicine says of taking more and of stopping, and no less."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from journal.core.entries import Answer, Intake, Rating, Substance, Symptom
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.symptoms import BY_CODE
from journal.guidance.interaction_words import beside
from journal.guidance.interactions import classes
from journal.guidance.left_off import while_sleepy
from journal.guidance.matching import Taken, check
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import takes_no_more
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import is_sign, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import START_MS, clock, now, plain_book, plain_journal, templates
from tests.truth.never_said import never_said_in
from tests.truth.test_signs import NO_MORE

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

RATED = [code for sign in signs() for code in sign.codes if is_sign(code)]
# What is said of kratom, as of a medicine it is right: that it is not stopped at once.
KRATOM_GOES_ON = re.compile(
    r"do not stop (?:kratom|suddenly on your own)|before the next kratom|before you change either", re.IGNORECASE
)
# While somebody breathes slowly nothing that makes sleepy is to be taken, so nothing says how to go on with it.
MEDICINE_GOES_ON = re.compile(r"keep taking it|miss no dose|stop only with a doctor", re.IGNORECASE)
US, TODAY = country_of("US"), dt.date(2026, 11, 22)


def members() -> Iterator[tuple[str, str]]:
    """A name of each class."""
    yield from ((of.id, of.members[0]) for of in classes().values() if of.members)


def noted(book: Logbook, code: str) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    book.save(sign, Rating(at=now(book), symptom=sign.id, value=6, answer=Answer.YES))


def said_after(book: Logbook, *entries: Substance | Intake) -> str:
    book.save(*entries)
    speech = speech_after(book, entries)
    assert speech is not None
    return " ".join(words for _, words in notice_lines(english(), speech, US, lambda texts, ids: ""))


@pytest.mark.parametrize("code", RATED)
def test_the_journal_takes_no_more_after_the_signs_of_the_table(plain_book: Logbook, code: str) -> None:
    assert takes_no_more(plain_book) is False
    noted(plain_book, code)
    assert takes_no_more(plain_book) is (code in NO_MORE)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("code", RATED)
@pytest.mark.parametrize("name", ["Naltrexone", "Sertraline", "Moclobemide", "Diazepam", "Alcohol"])
def test_a_notice_says_to_take_no_more_where_the_sign_says_it(plain_book: Logbook, code: str, name: str) -> None:
    noted(plain_book, code)
    if name == "Alcohol":
        said = said_after(plain_book, Intake(at=now(plain_book), what=TakenKind.ALCOHOL, drinks=2))
    else:
        said = said_after(plain_book, Substance(name=name, source=Source.PRESCRIBED))
    # Nobody has answered yet whether a sedative's pupils come with slow breathing.
    opened = code == "pinpoint_pupils" and name in ("Diazepam", "Alcohol")
    assert (stopping().no_more in said) is (code in NO_MORE or opened)
    if code in NO_MORE:
        assert KRATOM_GOES_ON.search(said) is None
    assert never_said_in(said) == []


@pytest.mark.parametrize("class_id", [id_ for id_, _ in members()])
@pytest.mark.parametrize("prescribed", [True, False, None])
def test_no_class_says_to_go_on_beside_such_a_sign(class_id: str, prescribed: bool | None) -> None:
    (name,) = check([Taken(dict(members())[class_id], prescribed)], TODAY, START_MS, {}, True).names
    of = [finding.of for finding in name.findings]
    said = " ".join([*beside(english(), name, True), *(each.text for one in of for each in one.sentences)])
    assert stopping().no_more in said and KRATOM_GOES_ON.search(said) is None
    if name.is_sedative:
        left = replace(name, left_for_now=True)
        words = [each.text for one in of for each in while_sleepy(english(), one.sentences)]
        said = " ".join([*beside(english(), left, True), *words])
        assert stopping().no_more in said and MEDICINE_GOES_ON.search(said) is None
        assert "take nothing that makes you sleepy" in said


def test_without_such_a_sign_no_class_says_to_take_no_more() -> None:
    for _, member in members():
        (name,) = check([Taken(member)], TODAY, START_MS).names
        assert not any(stopping().no_more in line for line in beside(english(), name, False))
