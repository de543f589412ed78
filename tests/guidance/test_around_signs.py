"""A high blood pressure or a pregnancy beside a sign: the more urgent of them is said, and first."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from journal.core.entries import Answer, Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import SymptomKind
from journal.guidance import around_signs as module
from journal.guidance.around_signs import (
    ALONE,
    Around,
    around_signs,
    as_urgent_as,
    seizure_words_in,
    without_seizure_words,
)
from journal.guidance.blood_pressure import HighPressure, pressure_advice, pressure_table
from journal.guidance.signs_in_words import about_stopping, country_of, nothing_sleepy, others_to_stop, sentences
from journal.guidance.warning_signs import RANK, advice, is_sign, sign_of, signs
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import START_MS, ago

US = country_of("US")
PASSED = "also if it has passed: within a day of it the blood pressure was very high."


def around(book: Logbook, systolic: int | None, pregnant: bool, private: bool = False) -> Around:
    if pregnant:
        book.save(Condition(what=ConditionKind.PREGNANCY, private=private))
    if systolic is not None:
        book.save(Measurement(at=moment_at(START_MS - HOUR_MS, "UTC"), systolic=systolic, diastolic=80))
    return around_signs(book, START_MS)


@pytest.mark.parametrize("private", [False, True])
def test_in_a_pregnancy_so_high_a_pressure_comes_before_a_doctor_today(plain_book: Logbook, private: bool) -> None:
    here = around(plain_book, 165, True, private)
    passed = advice("hard_to_breathe", Answer.PASSED, HOUR_MS)
    assert passed.urgency == "today" and as_urgent_as(passed, ALONE, HOUR_MS) == passed
    said = as_urgent_as(passed, here, HOUR_MS)
    assert sentences(english(), said, US) == [f"Call 911 now, {PASSED}"] and said.urgency == "call"
    fainted = as_urgent_as(advice("fainting", Answer.PASSED, HOUR_MS), here, HOUR_MS)
    assert sentences(english(), fainted, US) == [f"Call 911 now, {PASSED}"] and fainted.urgency == "call"
    urine = advice("little_urine", Answer.PASSED, HOUR_MS)
    assert as_urgent_as(urine, here, HOUR_MS) == urine  # the pressure says for itself what is to be done about it
    assert as_urgent_as(passed, here, 2 * DAY_MS) == passed


@pytest.mark.parametrize("systolic", [None, 145, 165, 185])
@pytest.mark.parametrize("pregnant", [False, True])
def test_it_is_never_less_urgent_for_it(plain_book: Logbook, systolic: int | None, pregnant: bool) -> None:
    here = around(plain_book, systolic, pregnant)
    for sign in signs():
        for answer in Answer:
            if not is_sign(sign.code):
                continue
            alone = advice(sign.code, answer, HOUR_MS)
            said = as_urgent_as(alone, here, HOUR_MS)
            assert RANK[said.urgency] <= RANK[alone.urgency]
            # What is more urgent stands alone: nothing milder is said after it.
            last, table = said.parts[-1][1], pressure_table()
            of_pressure = [table.with_sign.text, table.raised_with_sign.text]
            of_pressure += [sign.pregnant_stays.text] if sign.pregnant_stays is not None and pregnant else []
            if not (pregnant and (sign.code == "seizure" or sign.pregnant)):
                assert last in of_pressure or last.startswith(alone.parts[-1][1][:20])
            most = 2 if sign.code == "seizure" or sign.maternity or alone.known else len(alone.parts)
            assert len(said.parts) <= most, sign.code


RATED = [sign.code for sign in signs() if sign.rated and sign.code != "suicidal_thoughts"]


@pytest.mark.parametrize(("systolic", "pregnant"), [(185, False), (165, True), (185, True)])
@pytest.mark.parametrize("code", RATED)
def test_one_rule_says_of_every_sign_what_a_very_high_pressure_does(
    plain_book: Logbook, code: str, systolic: int, pregnant: bool
) -> None:
    """What is one to call about stays so, whatever was answered; every other one keeps its own words."""
    here, sign, table = around(plain_book, systolic, pregnant), sign_of(code), pressure_table()
    named = table.signs | table.severe_signs if pregnant else table.signs
    for answer in (None, *Answer):
        alone = advice(code, answer, HOUR_MS)
        said = as_urgent_as(alone, here, HOUR_MS)
        if sign.now.urgency == "call" or code in named:
            assert said.urgency == (said.once_passed or "call") == "call" and not said.known, answer
            there = said.parts[-1][1] in (sign.now.text, (sign.pregnant_stays or sign.pregnant or sign.now).text)
            assert there or not alone.known or sign.now.urgency != "call", answer  # "sit down and rest" stays
        else:
            assert said == as_urgent_as(alone, replace(here, high=None), HOUR_MS), answer


def test_a_pressure_that_is_put_in_place_of_a_signs_own_words_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = Measurement(at=moment_at(START_MS - HOUR_MS, "UTC"), systolic=165)
    here = Around(HighPressure(measured, pressure_table().in_pregnancy, pregnant=True), pregnant=True)
    alone = advice("yellow_skin", Answer.YES, HOUR_MS)
    assert as_urgent_as(alone, here, HOUR_MS) == alone
    monkeypatch.setattr(module, "_call_beside", lambda high, sign: pressure_table().known["pregnant"])
    assert as_urgent_as(alone, here, HOUR_MS) != alone


def test_who_is_pregnant_is_not_told_to_wait_with_a_belly_pain(plain_book: Logbook) -> None:
    now = advice("belly_pain", Answer.YES, HOUR_MS)
    assert "Otherwise" in now.parts[0][1] and now.urgency == "depends"
    said = as_urgent_as(now, around(plain_book, None, True), HOUR_MS)
    assert sentences(english(), said, US) == ["Call 911."]
    assert said.urgency == "call"
    unanswered = as_urgent_as(advice("belly_pain", None, HOUR_MS), Around(pregnant=True), HOUR_MS)
    assert "Otherwise" not in " ".join(sentences(english(), unanswered, US)) and unanswered.urgency == "call"


def test_the_table_names_warning_signs() -> None:
    table = pressure_table()
    assert all(map(is_sign, table.signs | table.raised_signs | table.severe_signs))


@pytest.mark.parametrize("systolic", [None, 165])
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("answer", [None, *Answer])
def test_what_a_row_says_under_a_condition_that_is_written_down_is_said_without_the_if(
    plain_book: Logbook, answer: Answer | None, private: bool, systolic: int | None
) -> None:
    """Of every sign; a private pregnancy may stand as a rule, at the beginning."""
    plain_book.save(Condition(what=ConditionKind.DIABETES))
    here = around(plain_book, systolic, True, private)
    assert here.diabetes
    for code in RATED:
        said = as_urgent_as(advice(code, answer, HOUR_MS), here, HOUR_MS)
        spoken = sentences(english(), said, US)
        conditional = [
            words
            for words in (*spoken, *filter(None, [said.for_the_person]))
            if re.search(r"diabetes|pregnan", words, re.IGNORECASE)
        ]
        assert all("In pregnancy:" in words or "that you are pregnant" in words for words in conditional), code
        known = code in ("belly_pain", "repeated_vomiting") and answer in (None, Answer.YES, Answer.NOT_SURE)
        assert not known or (said.urgency == "call" and "Call 911" in spoken[0]), code


def test_itching_in_a_pregnancy_leads_to_the_maternity_team(plain_book: Logbook) -> None:
    here, itching = around(plain_book, None, True), advice("intense_itching", Answer.YES, HOUR_MS)
    team, doctor = sentences(english(), as_urgent_as(itching, here, HOUR_MS), US)
    assert team == "Call your maternity team today." and doctor.endswith("doctor today, too.")
    joined = advice("intense_itching", Answer.YES, HOUR_MS, together=True)
    doctor, team = sentences(english(), as_urgent_as(joined, replace(here, openly=False), HOUR_MS), US)
    assert doctor.endswith("Doctor today.") and team == "In pregnancy: call the maternity team today."
    known = as_urgent_as(advice("intense_itching", Answer.KNOWN, HOUR_MS), here, HOUR_MS)
    assert known.known and sentences(english(), known, US)[0].endswith("first time. Call your maternity team today.")


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_in_a_pregnancy_vomiting_beside_so_high_a_pressure_is_one_to_call_about(
    plain_book: Logbook, answer: Answer, private: bool
) -> None:
    """The pressure's own words name it; the maternity team first would be the milder of the two."""
    vomiting = advice("repeated_vomiting", answer, HOUR_MS)
    said = as_urgent_as(vomiting, around(plain_book, 165, True, private), HOUR_MS)
    assert sentences(english(), said, US) == [f"Call 911 now, {PASSED}"] and said.urgency == "call"
    measured = Measurement(at=moment_at(START_MS - HOUR_MS, "UTC"), systolic=185)
    alone = Around(high=HighPressure(measured, pressure_table().high))
    assert as_urgent_as(vomiting, alone, HOUR_MS) == vomiting  # these words are for a pregnancy


@pytest.mark.parametrize("private", [False, True])
def test_a_very_bad_headache_is_said_of_the_pressure_and_not_of_a_sign(plain_book: Logbook, private: bool) -> None:
    head = Symptom(code="headache", kind=SymptomKind.SYMPTOM)
    plain_book.save(head, Rating(at=ago(plain_book, 60), symptom=head.id, value=9))
    alone = advice("palpitations", Answer.YES, HOUR_MS)
    here = around(plain_book, 165, True, private)
    assert as_urgent_as(alone, here, HOUR_MS) == alone and here.high is not None
    first, *_ = pressure_advice(english(), here.high, START_MS, US)
    assert first.startswith("Bad headache, pain below the ribs, vomiting or sudden swelling: call 911 now.")


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_in_a_pregnancy_a_seizure_of_the_last_day_is_one_to_call_about(
    plain_book: Logbook, answer: Answer | None, private: bool
) -> None:
    seizure, here = advice("seizure", answer, HOUR_MS), around(plain_book, None, True, private)
    said = as_urgent_as(seizure, here, HOUR_MS)
    assert said.urgency == "call" and not said.known
    first = sentences(english(), said, US)[0]
    assert first.startswith(
        "In pregnancy: call 911 now" if private else "Call 911 now, also if the seizure has passed."
    )
    assert seizure_words_in(said)
    # What to do while it is there may follow, and no milder word for one that has passed or is known.
    rest = [text for _, text in without_seizure_words(said).parts]
    assert rest == ([] if answer is Answer.PASSED else [sign_of("seizure").now.text])
    assert all("Saved." not in words and "doctor today" not in words for words in sentences(english(), said, US))
    old = advice("seizure", answer, 2 * DAY_MS)
    assert as_urgent_as(old, here, 2 * DAY_MS) == replace(old, pregnant=True)
    assert as_urgent_as(seizure, ALONE, HOUR_MS) == seizure


def test_without_an_answer_what_is_said_if_it_has_passed_is_as_urgent_as_the_pressure(plain_book: Logbook) -> None:
    here = around(plain_book, 165, True)
    for code in ("hard_to_breathe", "fainting", "confusion"):
        now, passed = sentences(english(), as_urgent_as(advice(code, None, HOUR_MS), here, HOUR_MS), US)
        assert now.startswith("If it is happening now") and passed.startswith("If it has passed, do this. ")
        assert PASSED in passed and "octor today" not in passed


@pytest.mark.parametrize("sleepy", ["slow_breathing", "cannot_be_woken"])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_who_breathes_slowly_is_told_to_take_nothing_sleepy_beside_every_other_sign(
    plain_book: Logbook, sleepy: str, answer: Answer | None
) -> None:
    """Closed or not, as "ask a doctor before you change them" alone is read as "go on taking them"."""
    made = Symptom(code=sleepy, kind=SymptomKind.WARNING)
    plain_book.save(made, Rating(at=ago(plain_book, 120), symptom=made.id, value=5, answer=answer))
    here, later = around_signs(plain_book, START_MS), around_signs(plain_book, START_MS + DAY_MS)
    assert here.sleepy and not later.sleepy
    texts, spoken_of = english(), 0
    for sign, other in product([each for each in signs() if each.rated], [None, *Answer]):
        alone = advice(sign.code, other, HOUR_MS)
        said = about_stopping(texts, [as_urgent_as(alone, here, HOUR_MS)])
        assert others_to_stop(texts) not in said
        if others_to_stop(texts) in about_stopping(texts, [alone]):
            spoken_of += 1
            assert nothing_sleepy(texts) == said[0]
            assert others_to_stop(texts) in about_stopping(texts, [as_urgent_as(alone, later, HOUR_MS)])
    assert spoken_of > 20


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
@pytest.mark.parametrize("systolic", [145, 165, 185])
def test_no_pressure_stands_in_place_of_the_words_about_thoughts_of_suicide(
    plain_book: Logbook, systolic: int, answer: Answer | None
) -> None:
    """ "If you may act on it" would be said of the pressure, and what could harm would be left within reach."""
    alone = advice("suicidal_thoughts", answer, HOUR_MS)
    said = as_urgent_as(alone, around(plain_book, systolic, True), HOUR_MS)
    assert said.parts == alone.parts and said.urgency == alone.urgency
