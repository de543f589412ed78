"""The table of signs against the symptoms, the guidance page and its sources."""

from __future__ import annotations

import re

import pytest

from journal import guidance
from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.ui.safety.signs import CALL_NOW, SIGNS, TOO_MUCH, UNTIL_HELP, everything_said, sign_of, urgency_of

WARNINGS = [each.code for each in BUILT_INS if each.kind is SymptomKind.WARNING]


def test_every_warning_symptom_has_exactly_one_sign() -> None:
    named = [code for sign in SIGNS for code in sign.symptoms]
    assert sorted(named) == sorted(WARNINGS)


@pytest.mark.parametrize(
    "code",
    [
        "slow_breathing",
        "cannot_be_woken",
        "seizure",
        "chest_pain",
        "fainting",
        "confusion",
        "rigid_muscles_fever",
        "suicidal_thoughts",
    ],
)
def test_what_cannot_wait_is_now(code: str) -> None:
    assert urgency_of(code) == "now"


@pytest.mark.parametrize(
    "code", ["yellow_skin", "dark_urine", "pale_stool", "intense_itching", "belly_pain", "repeated_vomiting"]
)
def test_what_a_doctor_should_see_the_same_day(code: str) -> None:
    assert urgency_of(code) == "today"


def test_vomited_blood_is_now_and_the_stool_is_told_apart() -> None:
    assert urgency_of("blood") == "now" and "stool" in sign_of("blood").advice


@pytest.mark.parametrize("code", ["nausea", "", "itching"])
def test_other_symptoms_have_no_urgency(code: str) -> None:
    with pytest.raises(KeyError):
        urgency_of(code)


def test_every_sentence_rests_on_sources_of_the_guidance_page() -> None:
    on_the_page = {source for each in guidance.page("emergency-signs").statements() for source in each.sources}
    assert len(everything_said()) == len(SIGNS) + len([*CALL_NOW, *UNTIL_HELP, *TOO_MUCH])
    for _, sources in everything_said():
        assert sources and set(sources) <= on_the_page


def test_what_to_do_until_help_comes_is_said_as_on_the_page() -> None:
    on_the_page = [words_of(each.text) for each in guidance.page("emergency-signs").statements()]
    for text, _ in UNTIL_HELP:
        assert any(words_of(text) - {"the", "person"} <= said for said in on_the_page), text


def test_what_to_do_when_it_was_too_much_is_said_as_on_the_page() -> None:
    on_the_page = [words_of(each.text) for each in guidance.page("emergency-signs").statements()]
    for text, _ in TOO_MUCH:
        # The page may say what was swallowed; here nothing does.
        assert any(words_of(text) - {"of", "it", "any"} <= said for said in on_the_page), text


def test_the_liver_signs_are_all_of_the_page() -> None:
    for word in ("eyes", "urine", "stool", "itching", "belly", "fever"):
        assert word in sign_of("yellow_skin").seen.casefold()


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_nothing_says_what_is_in_the_journal() -> None:
    said = " ".join([*(each.advice for each in SIGNS), *(said for said, _ in everything_said())]).casefold()
    for word in ("kratom", "mitragyn", "7-oh", "leaf", "dose", "journal"):
        assert word not in said
