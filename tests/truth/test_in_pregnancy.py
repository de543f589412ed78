"""In a pregnancy that is written down nothing that is said of a sign is weaker than what a pregnancy asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from journal.core.entries import Answer, Condition, Measurement, Product, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.core.queries import EntryQuery
from journal.core.symptoms import BY_CODE
from journal.guidance import around_signs, open_emergencies
from journal.guidance.emergency_lines import first_in_journal
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.own_list import check_journal, takes_no_more
from journal.guidance.recent_pressure import recent_high
from journal.guidance.signs_in_words import about_stopping, country_of
from journal.guidance.warning_signs import Noted, advice, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.command_line import run
from tests.journals import JournalAt, ago, clock, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

PREGNANT = Condition(what=ConditionKind.PREGNANCY)
SEIZURE = "now, also if the seizure has passed. Say that you are pregnant."
HOSPITAL = "go to hospital now"
# With a very high pressure: what is one to call about while it is there, and a pain in the belly, which it names.
CALLED_ABOUT = ["belly_pain", *(s.code for s in signs() if s.now.urgency == "call" and s.code != "suicidal_thoughts")]
CALLED = "also if it has passed: within a day of it the blood pressure was very high."


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_a_dose_after_a_seizure_is_told_to_call(plain_book: Logbook, answer: Answer | None) -> None:
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    plain_book.save(sign, PREGNANT, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer))
    first, _ = first_at_taking(english(), plain_book, plain_book.clock.now_ms(), country_of("GB"))
    assert first[0].startswith("First: Seizure") and first[1] == f"Call 999 {SEIZURE}"
    assert " ".join(first).count(SEIZURE) == 1


@pytest.mark.parametrize("high", [False, True])
def test_log_says_it_first_with_and_without_a_blood_pressure(run: Any, plain_journal: JournalAt, high: bool) -> None:
    book = plain_journal.open()
    book.save(PREGNANT, *([Measurement(at=ago(book, 30), systolic=165, diastolic=112)] if high else []))
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", "Seizure=5")
    assert printed.splitlines()[1].endswith("That can lead to a seizure or a stroke.") and printed.count(SEIZURE) == 1


@pytest.mark.parametrize("rated", ["Hard to breathe=6", "Severe belly pain=7", "Headache=8", "Fainting=3"])
def test_after_a_high_pressure_log_says_no_less_than_before(run: Any, plain_journal: JournalAt, rated: str) -> None:
    book = plain_journal.open()
    book.save(PREGNANT, Measurement(at=ago(book, 30), systolic=165, diastolic=112))
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", rated)
    passed = printed.partition("If it has passed, do this. ")[2]
    for said in filter(None, (printed, passed)):
        assert HOSPITAL in said or CALLED in said
    assert "Doctor today" not in printed and not (HOSPITAL in passed and CALLED in passed)


@pytest.mark.parametrize(("code", "no_more"), [("seizure", False), ("yellow_skin", True), ("slow_breathing", True)])
@pytest.mark.parametrize("answer", [Answer.YES, Answer.PASSED])
def test_what_is_said_of_stopping_is_one_instruction(
    plain_book: Logbook, code: str, no_more: bool, answer: Answer
) -> None:
    """By rule 3 of the table: after the signs that it names it is "take no more", otherwise "do not stop suddenly"."""
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(sign, Product(name="Green"), Condition(what=ConditionKind.PREGNANCY, private=False))
    plain_book.save(Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer))
    now_ms = plain_book.clock.now_ms()
    around = around_signs.around_signs(plain_book, now_ms)
    card = around_signs.as_urgent_as(advice(code, answer, 30 * MINUTE_MS), around, 30 * MINUTE_MS)
    said = [
        takes_no_more(plain_book),  # Emergency, the pages and the search, and the list
        stopping().no_more_unnamed in about_stopping(english(), [card]),
        stopping().no_more_unnamed in " ".join(first_at_taking(english(), plain_book, now_ms, country_of("GB"))[1]),
        bool(open_emergencies.signs_to_leave_off(plain_book, now_ms)),
    ]
    assert said == [no_more] * len(said)
    goes_on = [
        stopping().goes_on in about_stopping(english(), [card]),
        stopping().goes_on in " ".join(first_at_taking(english(), plain_book, now_ms, country_of("GB"))[1]),
    ]
    assert goes_on == [not no_more] * 2
    listed = " ".join(each.text for _, sentences in check_journal(plain_book).conditions for each in sentences)
    assert ("not stop suddenly" in listed) is not no_more


@pytest.mark.parametrize("code", ["seizure", "rigid_muscles_fever"])
def test_beside_a_sign_with_which_no_more_is_taken_that_one_wins(plain_book: Logbook, code: str) -> None:
    around = around_signs.Around(pregnant=True)
    goes_on, left_off = (
        around_signs.as_urgent_as(advice(sign, Answer.YES, 0), around, 0) for sign in (code, "slow_breathing")
    )
    assert stopping().goes_on in about_stopping(english(), [goes_on])
    assert stopping().goes_on not in about_stopping(english(), [goes_on], beside=[left_off])
    together = about_stopping(english(), [goes_on, left_off])
    assert stopping().goes_on not in together and stopping().no_more_unnamed in together


def test_log_says_what_holds_of_stopping_after_a_seizure(run: Any, plain_journal: JournalAt) -> None:
    book = plain_journal.open()
    book.save(PREGNANT)
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", "Seizure=5")
    assert stopping().goes_on in printed.splitlines() and stopping().no_more_unnamed not in printed


def test_a_seizure_that_has_passed_is_told_to_call_and_nothing_milder(plain_book: Logbook) -> None:
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    rated = Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=Answer.PASSED)
    plain_book.save(sign, Condition(what=ConditionKind.PREGNANCY, private=False), rated)
    first, _ = first_at_taking(english(), plain_book, plain_book.clock.now_ms(), country_of("GB"))
    assert first[1:] == (f"Call 999 {SEIZURE}",)


@pytest.mark.parametrize(
    ("code", "pregnant"),
    [
        ("hard_to_breathe", True),
        ("hard_to_breathe", False),
        ("fainting", True),
        ("fainting", False),
        ("palpitations", True),
    ],
)
def test_beside_a_pressure_the_highest_is_said_once_and_alone(plain_book: Logbook, code: str, pregnant: bool) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    measured = Measurement(at=ago(plain_book, 30), systolic=195, diastolic=125)
    rated = Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=Answer.PASSED)
    plain_book.save(sign, measured, rated, *([PREGNANT] if pregnant else []))
    now_ms = plain_book.clock.now_ms()
    high = recent_high(plain_book, now_ms)
    first, more = first_at_taking(english(), plain_book, now_ms, country_of("GB"), high)
    assert "octor today" not in " ".join(first) and (code == "palpitations" or len(first) == 2)
    assert " ".join([*first, *more]).count("from 160/110 on") <= 1


def test_a_journal_whose_pregnancy_is_forgotten_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    plain_book.save(sign, PREGNANT, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=Answer.KNOWN))
    monkeypatch.setattr(around_signs, "is_pregnant", lambda conditions, today: False)
    found = open_emergencies.open_emergencies(plain_book, plain_book.clock.now_ms() + HOUR_MS)
    assert found == []


@pytest.mark.parametrize("answer", [Answer.PASSED, Answer.KNOWN])
@pytest.mark.parametrize("pregnant", [False, True])
@pytest.mark.parametrize("code", CALLED_ABOUT)
def test_beside_a_very_high_pressure_no_answer_makes_a_sign_less_than_a_call(
    plain_book: Logbook, code: str, pregnant: bool, answer: Answer
) -> None:
    """A doctor knew of the sign, not of the pressure; and a seizure can come from it."""
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    upper, lower = (165, 112) if pregnant else (195, 125)
    measured = Measurement(at=ago(plain_book, 30), systolic=upper, diastolic=lower)
    rated = Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer)
    plain_book.save(sign, measured, rated, *([PREGNANT] if pregnant else []))
    open_still = open_emergencies.open_emergencies(plain_book, plain_book.clock.now_ms())
    first = open_still[0].advice
    said = " ".join(text for _, text in first.parts)
    assert first.urgency == "call" and "all {number}" in said and "octor" not in said


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED, Answer.KNOWN])
@pytest.mark.parametrize("code", ["seizure", "hard_to_breathe", "fainting"])
def test_beside_the_call_no_second_plan_stands(plain_book: Logbook, code: str, answer: Answer | None) -> None:
    """ "Go to hospital" is in sight where the call holds only if the sign is there; else the pressure is said there."""
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    measured = Measurement(at=ago(plain_book, 30), systolic=165, diastolic=112)
    plain_book.save(sign, PREGNANT, measured, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer))
    now_ms = plain_book.clock.now_ms()
    first, more = first_at_taking(english(), plain_book, now_ms, country_of("GB"), recent_high(plain_book, now_ms))
    said = " ".join([*first, *more])
    if code == "seizure" or answer is Answer.YES:
        assert "all 999" in " ".join(first) and HOSPITAL not in said
        named = r"A blood pressure of 160/110 or more, today \d\d:\d\d\. First do what stands above. Say this"
        assert re.match(named, more[0])
        assert said.count("First do what stands above.") == 1
    elif answer is None:
        assert HOSPITAL in said or CALLED in said


@pytest.mark.parametrize("code", ["fainting", "seizure", "suicidal_thoughts"])
def test_beside_the_call_no_second_plan_stands_for_several_signs_either(plain_book: Logbook, code: str) -> None:
    made = [Symptom(code=one, kind=BY_CODE[one].kind) for one in ("slow_breathing", code)]
    rated = [Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=Answer.YES) for sign in made]
    plain_book.save(*made, PREGNANT, Measurement(at=ago(plain_book, 30), systolic=165, diastolic=112), *rated)
    now_ms = plain_book.clock.now_ms()
    first, more = first_at_taking(english(), plain_book, now_ms, country_of("GB"), recent_high(plain_book, now_ms))
    said = " ".join([*first, *more])
    assert "Slow or shallow breathing. Call 999." in first and said.count("First do what stands above.") == 1
    assert HOSPITAL not in said


def test_to_go_to_hospital_is_said_once_where_a_sign_says_it_too(plain_book: Logbook) -> None:
    sign = Symptom(code="palpitations", kind=BY_CODE["palpitations"].kind)
    measured = Measurement(at=ago(plain_book, 30), systolic=165, diastolic=112)
    plain_book.save(sign, PREGNANT, measured, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5))
    now_ms = plain_book.clock.now_ms()
    first, more = first_at_taking(english(), plain_book, now_ms, country_of("GB"), recent_high(plain_book, now_ms))
    assert " ".join([*first, *more]).count(HOSPITAL) == 1


FEVER = "now, also if it has passed. Say every medicine and substance taken, and when."


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_no_answer_makes_a_high_fever_less_than_a_call(
    plain_book: Logbook, answer: Answer | None, private: bool
) -> None:
    """For a day, as with a seizure; then the table says what it says to everybody."""
    sign = Symptom(code="rigid_muscles_fever", kind=BY_CODE["rigid_muscles_fever"].kind)
    rated = Rating(at=ago(plain_book, 30), symptom=sign.id, value=5, answer=answer)
    plain_book.save(sign, Condition(what=ConditionKind.PREGNANCY, private=private), rated)
    now_ms, place = plain_book.clock.now_ms(), country_of("GB")
    first, _ = first_at_taking(english(), plain_book, now_ms, place)
    assert first[1:] == (f"Call 999 {FEVER}",) and first == first_in_journal(english(), plain_book, now_ms, place)
    around, alone = around_signs.around_signs(plain_book, now_ms), advice(sign.code or "", answer, 25 * HOUR_MS)
    assert around_signs.as_urgent_as(alone, around, 25 * HOUR_MS).parts == alone.parts


def test_log_says_of_a_high_fever_to_call_whatever_comes_of_it(run: Any, plain_journal: JournalAt) -> None:
    book = plain_journal.open()
    book.save(PREGNANT)
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", "High fever with stiff or jerking muscles=5")
    assert printed.count(FEVER) == 1 and "octor today" not in printed and "If it has passed" not in printed


@pytest.mark.parametrize(("code", "pregnant"), [("belly_pain", False), ("palpitations", True), ("seizure", True)])
def test_what_holds_anyway_is_not_said_for_what_is_happening_now_only(
    plain_book: Logbook, code: str, pregnant: bool
) -> None:
    """ "If it is happening now, do this. Call now, also if it has passed" says two things."""
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    measured = Measurement(at=ago(plain_book, 30), systolic=195, diastolic=125)
    plain_book.save(sign, measured, Rating(at=ago(plain_book, 30), symptom=sign.id, value=5))
    plain_book.save(*([PREGNANT] if pregnant else []))
    now_ms = plain_book.clock.now_ms()
    first, _ = first_at_taking(english(), plain_book, now_ms, country_of("GB"), recent_high(plain_book, now_ms))
    assert first[1].startswith("Call ") or (code == "palpitations" and HOSPITAL in first[1])
    assert all("happening now" not in line or "Clear the space" in line or "Call 999." in line for line in first)


INSTRUCTIONS = {True: HOSPITAL, False: "all your doctor or the out-of-hours service today"}
NOT_ALL_MET = [("suicidal_thoughts", answer, 0) for answer in (None, Answer.YES, Answer.NOT_SURE, Answer.PASSED)] + [
    ("chest_pain", None, 26),
    ("dark_urine_muscle_pain", None, 0),
    ("dark_urine_muscle_pain", Answer.PASSED, 0),
]


@pytest.mark.parametrize("pregnant", [False, True])
@pytest.mark.parametrize(("code", "answer", "hours"), NOT_ALL_MET)
def test_a_pressure_gives_way_only_to_whom_would_see_it(
    plain_book: Logbook, code: str, answer: Answer | None, hours: int, pregnant: bool
) -> None:
    """A crisis line measures nothing, and what may have passed calls nobody: both instructions stand."""
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    upper, lower = (165, 112) if pregnant else (195, 125)
    measured = Measurement(at=ago(plain_book, 30), systolic=upper, diastolic=lower)
    rated = Rating(at=ago(plain_book, 30 + 60 * hours), symptom=sign.id, value=5, answer=answer)
    plain_book.save(sign, measured, rated, *([PREGNANT] if pregnant else []))
    now_ms, place = plain_book.clock.now_ms(), country_of("US")
    high = recent_high(plain_book, now_ms)
    first, more = first_at_taking(english(), plain_book, now_ms, place, high)
    said = [" ".join(first_in_journal(english(), plain_book, now_ms, place))]  # F1, "interactions" and Health
    said += [" ".join([*first, *more])] if first else []
    assert all(INSTRUCTIONS[pregnant] in words for words in said), said


@pytest.mark.parametrize("pregnant", [False, True])
@pytest.mark.parametrize("rated", ["Thoughts of suicide=5", "Very dark urine with muscle pain=5"])
@pytest.mark.parametrize("measured_after", [False, True])
def test_log_says_the_instruction_of_the_pressure_beside_them(
    run: Any, plain_journal: JournalAt, rated: str, pregnant: bool, measured_after: bool
) -> None:
    book = plain_journal.open()
    upper, lower = (165, 112) if pregnant else (195, 125)
    book.save(*([PREGNANT] if pregnant else []))
    if not measured_after:
        book.save(Measurement(at=ago(book, 30), systolic=upper, diastolic=lower))
    book.close()
    log = ("--journal", plain_journal.path, "log")
    _, printed, _ = run(*log, "rating", rated)
    if measured_after:
        _, printed, _ = run(*log, "measurement", "--systolic", str(upper), "--diastolic", str(lower))
    assert printed.count(INSTRUCTIONS[pregnant]) == 1, printed


@pytest.mark.parametrize("hours", [29, 100])
def test_after_a_seizure_of_the_day_before_one_instruction_is_said_as_long_as_it_is_open(
    run: Any, plain_journal: JournalAt, hours: int
) -> None:
    """The higher one: nothing of a first one, or of known epilepsy, is said beside it, nor in its place afterwards."""
    book = plain_journal.open()
    book.save(PREGNANT)
    now_ms, at = book.clock.now_ms(), ago(book, 60 * hours).local.strftime("%Y-%m-%d %H:%M")
    book.close()
    _, printed, _ = run("--journal", plain_journal.path, "log", "rating", "Seizure=5", "--at", at)
    assert printed.count(SEIZURE) == 1 and "epilepsy" not in printed and "Seizure.\n" not in printed
    book = plain_journal.open()
    (rating,) = (entry for entry in book.find(EntryQuery(kinds=("rating",))) if isinstance(entry, Rating))
    around, age_ms = around_signs.around_signs(book, now_ms), hours * HOUR_MS
    for answer in (None, *Answer):
        sign = Noted("seizure", replace(rating, answer=answer))
        card = around_signs.as_urgent_for(advice("seizure", answer, age_ms), sign, around, now_ms)
        assert card.parts[0][1].endswith(SEIZURE) and "epilepsy" not in " ".join(text for _, text in card.parts)
    said = " ".join(first_in_journal(english(), book, now_ms, country_of("US")))
    later = now_ms + 25 * HOUR_MS
    assert said.count(SEIZURE) == 1 and "epilepsy" not in said
    assert first_in_journal(english(), book, later, country_of("US")) == ()
    book.close()


def test_an_old_seizure_of_an_imported_file_is_not_told_to_call(plain_book: Logbook) -> None:
    now_ms = plain_book.clock.now_ms()
    old = Noted("seizure", Rating(at=ago(plain_book, 60 * 24 * 30), symptom="seizure", value=5, recorded_ms=now_ms))
    card = around_signs.as_urgent_for(
        advice("seizure", None, 30 * 24 * HOUR_MS), old, around_signs.Around(pregnant=True), now_ms
    )
    assert not around_signs.seizure_words_in(card)


@pytest.mark.parametrize("pregnant", [False, True])
def test_log_says_both_again_with_whatever_else_is_written_down(
    run: Any, plain_journal: JournalAt, pregnant: bool
) -> None:
    book = plain_journal.open()
    upper, lower = (165, 112) if pregnant else (195, 125)
    book.save(*([PREGNANT] if pregnant else []), Measurement(at=ago(book, 30), systolic=upper, diastolic=lower))
    book.close()
    log = ("--journal", plain_journal.path, "log")
    run(*log, "rating", "Thoughts of suicide=5")
    _, printed, _ = run(*log, "note", "A quiet day")
    assert printed.startswith("First: Hidden rating") and printed.count(INSTRUCTIONS[pregnant]) == 1
