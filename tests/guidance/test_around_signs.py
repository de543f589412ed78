"""A high blood pressure or a pregnancy beside a sign: the more urgent of them is said, and first."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from journal.core.entries import Answer, Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import SymptomKind
from journal.guidance.around_signs import (
    ALONE,
    Around,
    around_signs,
    as_urgent_as,
    seizure_words_in,
    without_seizure_words,
)
from journal.guidance.blood_pressure import HighPressure, pressure_table
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
    urine = as_urgent_as(advice("little_urine", Answer.PASSED, HOUR_MS), here, HOUR_MS)
    first, kept = sentences(english(), urine, US)
    assert "go to hospital now" in first and urine.urgency == "department"
    assert kept == "None at all, with pain or a full bladder: call 911."
    assert first.startswith("In pregnancy, from" if private else "Call your maternity team")
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
            of_pressure = [table.with_sign.text, table.raised_now.text, table.known["pregnant"].text]
            of_pressure += [sign.pregnant_stays.text] if sign.pregnant_stays is not None and pregnant else []
            if said.keeps_call:  # but for when the sign itself is one to call about
                last = said.parts[-2][1]
            if sign.code != "seizure" or not pregnant:
                assert last in of_pressure or last.startswith(alone.parts[-1][1][:20])
            most = 2 if sign.code == "seizure" else len(alone.parts) + said.keeps_call
            assert len(said.parts) <= most, sign.code
            if systolic == 165 and pregnant and not said.known and sign.code != "suicidal_thoughts":
                assert said.urgency in ("call", "department"), sign.code


RATED = [sign.code for sign in signs() if sign.rated and sign.code != "suicidal_thoughts"]


@pytest.mark.parametrize(("systolic", "pregnant"), [(185, False), (165, True), (185, True)])
@pytest.mark.parametrize("code", RATED)
def test_one_rule_says_of_every_sign_what_a_very_high_pressure_does(
    plain_book: Logbook, code: str, systolic: int, pregnant: bool
) -> None:
    """What is one to call about stays so, whatever was answered; the rest gives way to the words for a pregnancy."""
    here, sign, table = around(plain_book, systolic, pregnant), sign_of(code), pressure_table()
    named = table.signs | table.severe_signs if pregnant else table.signs
    for answer in (None, *Answer):
        alone = advice(code, answer, HOUR_MS)
        said = as_urgent_as(alone, here, HOUR_MS)
        if sign.now.urgency == "call" or code in named:
            assert said.urgency == (said.once_passed or "call") == "call" and not said.known, answer
        elif pregnant:
            assert said.urgency in ("call", "department") and not said.known, answer
        else:
            assert said == alone, answer


CALLS = {sign.code: sign.call_if for sign in signs() if is_sign(sign.code)}


@pytest.mark.parametrize("answer", [None, *Answer])
@pytest.mark.parametrize("systolic", [145, 165, 185])
@pytest.mark.parametrize("private", [False, True])
def test_when_a_sign_is_one_to_call_about_is_kept_beside_a_pressure(
    plain_book: Logbook, systolic: int, answer: Answer | None, private: bool
) -> None:
    here = around(plain_book, systolic, True, private)
    for code, call_if in CALLS.items():
        alone, sign = advice(code, answer, HOUR_MS), sign_of(code)
        said = as_urgent_as(alone, here, HOUR_MS)
        words = " ".join(text for _, text in said.parts)
        passed = [text.text for text in (sign.passed, *(text for _, text in sign.passed_within)) if text is not None]
        assert call_if in " ".join((sign.now.text, *passed)), code  # no words of its own
        if "{number}" in " ".join(text for _, text in alone.parts):
            assert "{number}" in words, code
        replaced = len(said.parts) != len(alone.parts) or said.parts[-1] != alone.parts[-1]
        if replaced and pressure_table().with_sign.text not in words and said.once_passed is None:
            assert call_if in words, code


def test_palpitations_beside_a_pressure_in_a_pregnancy_keep_their_call(plain_book: Logbook) -> None:
    here = around(plain_book, 165, True)
    hospital = "Call your maternity team and go to hospital now. In pregnancy this holds from 160/110 on."
    call = "With chest pain, faintness or short breath: call 911."
    for answer in (None, Answer.YES, Answer.NOT_SURE, Answer.PASSED):
        said = as_urgent_as(advice("palpitations", answer, HOUR_MS), here, HOUR_MS)
        assert sentences(english(), said, US) == [hospital, call] and said.urgency == "department"


def test_who_is_pregnant_is_not_told_to_wait_with_a_belly_pain(plain_book: Logbook) -> None:
    now = advice("belly_pain", Answer.YES, HOUR_MS)
    assert "Otherwise" in now.parts[0][1] and now.urgency == "depends"
    said = as_urgent_as(now, around(plain_book, None, True), HOUR_MS)
    assert sentences(english(), said, US) == [
        "Sudden or very bad, or with blood, fainting, pregnancy or no urine: call 911."
    ]
    assert said.urgency == "call"
    unanswered = as_urgent_as(advice("belly_pain", None, HOUR_MS), Around(pregnant=True), HOUR_MS)
    assert "Otherwise" not in " ".join(sentences(english(), unanswered, US)) and unanswered.urgency == "call"


def test_the_table_names_warning_signs() -> None:
    table = pressure_table()
    assert all(map(is_sign, table.signs | table.raised_signs | table.severe_signs))


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
def test_a_very_bad_headache_beside_it_makes_every_sign_one_to_call_about(plain_book: Logbook, private: bool) -> None:
    head = Symptom(code="headache", kind=SymptomKind.SYMPTOM)
    plain_book.save(head, Rating(at=ago(plain_book, 60), symptom=head.id, value=9))
    said = as_urgent_as(advice("palpitations", Answer.YES, HOUR_MS), around(plain_book, 165, True, private), HOUR_MS)
    (first,) = sentences(english(), said, US)
    assert first.startswith("Bad headache, pain below the ribs, vomiting or sudden swelling: call 911 now.")
    assert said.urgency == "call"


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
    for code in ("hard_to_breathe", "belly_pain", "fainting", "confusion"):
        now, passed = sentences(english(), as_urgent_as(advice(code, None, HOUR_MS), here, HOUR_MS), US)
        assert now.startswith("If it is happening now") and passed.startswith("If it has passed, do this. ")
        assert ("go to hospital now" in passed) != (PASSED in passed) and "octor today" not in passed


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
