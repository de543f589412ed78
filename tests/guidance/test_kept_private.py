"""What is kept private makes a level higher all the same, and is not told as the reason."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from journal.core.changes import ChangeSet
from journal.core.entries import Condition, Intake, Product, ProductKind, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.guidance.asked_names import check_names
from journal.guidance.interaction_words import CONDITION_NAMES
from journal.guidance.interactions import Level
from journal.guidance.kept_private import reasons_told
from journal.guidance.level_words import LEVELS_INSIDE
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import check_journal, circumstance_of
from journal.guidance.raised import because_words
from journal.guidance.recognising import recognise
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.signs_in_words import country_of
from journal.guidance.sources_in_short import sources_in_short
from journal.guidance.warning_signs import stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now

TODAY = dt.date(2026, 11, 30)
APNOEA = Condition(what=ConditionKind.SLEEP_APNOEA, private=False)


def told(book: Logbook, name: str) -> str:
    """The reason as others may see it: after saving, and in a search."""
    (listed,) = [each for each in check_journal(book).names if each.given == name]
    (asked,) = check_names(book, [recognise(name)]).names
    words = because_words(english(), reasons_told(book, listed))
    assert because_words(english(), asked) == words
    return " ".join(words)


def test_a_private_condition_is_no_reason_that_is_told(plain_book: Logbook) -> None:
    medicine = Substance(name="Gabapentin", source=Source.PRESCRIBED)
    plain_book.save(replace(APNOEA, private=True))
    speech = speech_after(plain_book, plain_book.written_by(plain_book.save(medicine)))
    assert speech is not None
    said = [words for _, words in notice_lines(english(), speech, country_of("US", ""), lambda _texts, _ids: "")]
    assert "Gabapentin with kratom: call today" in said and not any("apnoea" in line for line in said)
    assert told(plain_book, "Gabapentin") == ""
    (listed,) = check_journal(plain_book).names
    assert "sleep apnoea" in because_words(english(), listed)[0]  # on the page itself
    plain_book.save(APNOEA)
    assert "sleep apnoea" in told(plain_book, "Gabapentin")


def test_of_two_reasons_only_the_one_that_is_not_private_is_told(plain_book: Logbook) -> None:
    plain_book.save(
        Substance(name="Gabapentin", source=Source.PRESCRIBED), APNOEA,
        Condition(what=ConditionKind.BREATHING, private=True),
    )  # fmt: skip
    assert told(plain_book, "Gabapentin").endswith(": sleep apnoea.")


@pytest.mark.parametrize("private", [True, False])
def test_a_drink_and_a_product_are_told_unless_they_are_private(plain_book: Logbook, private: bool) -> None:
    plain_book.save(
        Substance(name="Paracetamol", source=Source.OVER_THE_COUNTER),
        Substance(name="Ketoconazole", source=Source.PRESCRIBED),
        Intake(at=now(plain_book), what=Taken.ALCOHOL, name="beer", private=private),
        Product(name="Blue", kind=ProductKind.SEVEN_OH, private=private),
    )
    assert told(plain_book, "Paracetamol").endswith("" if private else ": alcohol.")
    assert ("alcohol" in told(plain_book, "Paracetamol")) is not private
    assert ("7-OH" in told(plain_book, "Ketoconazole")) is not private


@pytest.mark.parametrize("what", [kind for kind in ConditionKind if circumstance_of(Condition(what=kind), TODAY)])
def test_a_private_condition_says_how_soon_and_whom_without_its_name(plain_book: Logbook, what: ConditionKind) -> None:
    speech = speech_after(plain_book, plain_book.written_by(plain_book.save(Condition(what=what, private=True))))
    assert speech is not None
    ((code, sentences),) = speech.private_conditions
    whom = {
        Level.CALL_TODAY: "Call a doctor or the out-of-hours line today.",
        Level.ASK_WITHIN_DAYS: "Ask a doctor within days.",
        Level.ASK_FIRST: "Ask a doctor before you take any more.",
    }[soon_of(sentences)]
    title = f"Something that you keep private with kratom: {LEVELS_INSIDE[soon_of(sentences)]}"
    said = [words for _, words in notice_lines(english(), speech, country_of("US", ""), lambda _texts, _ids: "")]
    assert said == [title, whom] and CONDITION_NAMES[code] not in " ".join(said)


def said_of_private(book: Logbook, saved: ChangeSet) -> list[str]:
    speech = speech_after(book, book.written_by(saved))
    assert speech is not None
    return [words for _, words in notice_lines(english(), speech, country_of("GB", ""), sources_in_short)]


@pytest.mark.parametrize("what", [ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING])
def test_what_is_private_keeps_its_instruction_with_a_source_and_without_its_name(
    plain_book: Logbook, what: ConditionKind
) -> None:
    plain_book.save(Product(name="Green"))
    said = said_of_private(plain_book, plain_book.save(Condition(what=what, private=True)))
    assert said == [
        "Something that you keep private with kratom: call today",
        "Do not stop suddenly on your own.",
        "Call a doctor or the out-of-hours line today.",
        "Sources: Utah State University Extension, after US agencies.",
    ]
    assert not re.search("pregnan|matern|obstet|breast|infant", " ".join(said), re.IGNORECASE)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("seizure", "Do not stop suddenly on your own."),  # in a pregnancy that holds after it, too
        ("hard_to_breathe", "Do not stop suddenly on your own."),
        ("slow_breathing", stopping().no_more),
        ("yellow_skin", stopping().no_more),
    ],
)
def test_no_sign_lets_it_sink_and_where_no_more_is_to_be_taken_it_says_that(
    plain_book: Logbook, code: str, words: str
) -> None:
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    plain_book.save(Product(name="Green"), sign, Rating(at=now(plain_book), symptom=sign.id, value=6))
    said = said_of_private(plain_book, plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True)))
    assert said[:3] == [
        "Something that you keep private with kratom: call today", words,
        "Call a doctor or the out-of-hours line today.",
    ]  # fmt: skip


def test_of_several_private_conditions_the_most_urgent_is_said_first(plain_book: Logbook) -> None:
    kinds = (ConditionKind.LIVER, ConditionKind.SLEEP_APNOEA, ConditionKind.HEART, ConditionKind.SEIZURES)
    saved = plain_book.save(*(Condition(what=kind, private=True) for kind in kinds))
    speech = speech_after(plain_book, plain_book.written_by(saved))
    assert speech is not None
    said = [words for _, words in notice_lines(english(), speech, country_of("US", ""), lambda _texts, _ids: "")]
    assert said[::2] == [
        "Something that you keep private with kratom: call today",
        "2 things that you keep private with kratom: ask within days",
        "Something that you keep private with kratom: ask first",
    ]
