"""A warning sign of the last 24 hours that is an emergency is said before all else, and nothing milder beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from journal.core.entries import Answer, Measurement, Rating, Symptom, new_id
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import BY_CODE as OF_SYMPTOMS
from journal.core.symptoms import MASKED, SymptomKind
from journal.guidance.around_signs import Around
from journal.guidance.blood_pressure import high_pressures, pressure_table
from journal.guidance.emergency_lines import (
    all_that_is_open,
    emergency_first,
    first_in_journal,
    in_one_line,
    in_short,
    less_urgent_in_short,
)
from journal.guidance.open_emergencies import (
    EMERGENCY,
    Emergency,
    emergencies_among,
    is_emergency,
    open_emergencies,
    signs_that_are_none,
)
from journal.guidance.pressure_as_typed import unsaved_pressure_line, with_unsaved_pressure
from journal.guidance.signs_brought import FoundSigns, dated_lines
from journal.guidance.signs_in_words import ON_THE_SIDE, SAY_WHAT, about_stopping, country_of, number_in
from journal.guidance.warning_signs import Noted, advice, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests.journals import START_MS, ago
from tests.signs import noted

US = country_of("US")
MILDER = "wait a few minutes"
WHOM_TO_CALL = (
    "Call 988 or someone you trust, now. If you are in danger: call 911. "
    "Put what could harm you out of reach, medicines too. Do not stay alone."
)


def first(*noted_signs: Noted) -> str:
    return " ".join(emergency_first(english(), emergencies_among(noted_signs, START_MS), START_MS, US))


def test_a_sign_that_another_symptom_makes_an_emergency_is_one_before_its_answer() -> None:
    assert first(noted("pinpoint_pupils"), noted("drowsiness", HOUR_MS)).startswith("First: Pinpoint pupils, today")
    assert not first(noted("pinpoint_pupils"), noted("nausea")) and not first(noted("drowsiness"))


@pytest.mark.parametrize(
    ("sign", "there"),
    [
        (noted("seizure"), True), (noted("seizure", answer=Answer.YES), True),
        (noted("seizure", answer=Answer.NOT_SURE), True), (noted("seizure", answer=Answer.PASSED), True),
        (noted("seizure", answer=Answer.KNOWN), False), (noted("slow_breathing"), True),
        (noted("slow_breathing", answer=Answer.PASSED), False), (noted("palpitations", answer=Answer.YES), False),
        (noted("pinpoint_pupils"), False), (noted("pinpoint_pupils", answer=Answer.YES), True),
        (noted("seizure", 25 * HOUR_MS), False), (noted("seizure", 25 * HOUR_MS, Answer.YES), False),
        (noted("chest_pain", 2 * HOUR_MS, Answer.PASSED), True), (noted("chest_pain", -HOUR_MS), True),
    ],
)  # fmt: skip
def test_what_is_there_or_not_answered_is_an_emergency_as_the_table_says(sign: Noted, there: bool) -> None:
    assert bool(first(sign)) is there


def test_the_most_urgent_one_says_what_to_do_and_a_masked_one_is_not_named() -> None:
    said = first(noted("seizure", HOUR_MS, Answer.PASSED), noted("slow_breathing", answer=Answer.YES))
    both = "First: Slow or shallow breathing, today 10:30; Seizure, today 09:30"
    assert said.startswith(f"{both} Slow or shallow breathing. Call 911. Slow or shallow breathing. If it is you")
    assert said.index("Call 911 yourself.") < said.index("Call 911. Try to wake them.")
    open_still = first(noted("seizure"))
    now = "If it is happening now, or you are not sure, do this. Call 911. If it has passed, do this. A first one"
    assert now in open_still and open_still.index("If it has passed") < open_still.index("If it is you, do this.")
    assert "If it is somebody with you, do this. Call 911. Clear the space." in open_still
    masked = first(noted("suicidal_thoughts"))
    assert "uicid" not in masked and masked.startswith("First: Hidden rating")
    assert masked.endswith(WHOM_TO_CALL)  # the line's name would say what was rated


def test_every_sign_is_named_in_the_order_of_the_table_and_the_first_that_may_be_says_what_to_do() -> None:
    codes = ["suicidal_thoughts", "fainting", "chest_pain", "seizure", "cannot_be_woken", "slow_breathing"]
    said = first(*(noted(code, place * 1000) for place, code in enumerate(codes)))
    names = ["Slow or shallow breathing", "Hard to wake", "Seizure", "Chest pain", "Fainting", "Hidden rating"]
    assert [said.index(name) for name in names] == sorted(said.index(name) for name in names)
    assert "If it is you, do this. Call 911 yourself." in said and said.endswith(f"Hidden rating. {WHOM_TO_CALL}")
    beside = first(noted("suicidal_thoughts", answer=Answer.YES), noted("swelling", HOUR_MS, Answer.PASSED))
    assert beside.startswith("First: Hidden rating") and "Emergency department today" in beside


NAMES = [SYMPTOMS[sign.code] for sign in signs() if sign.rated and sign.code not in MASKED]
CALLED = [sign.code for sign in signs() if sign.rated and sign.now.urgency in ("call", "department")]


@pytest.mark.parametrize(("code", "other"), list(permutations(CALLED, 2)))
@pytest.mark.parametrize("answer", [None, Answer.YES])
def test_of_several_each_line_says_of_which_sign_it_is(code: str, other: str, answer: Answer | None) -> None:
    """Which one is the first is not known from the line alone, and they may stand apart; of one sign nobody asks."""
    both = emergencies_among([noted(code, answer=answer), noted(other, HOUR_MS, answer)], START_MS)
    named = (*(f"{name}. " for name in NAMES), "Hidden rating. ")
    which, *every = emergency_first(english(), both, START_MS, country_of("US"))
    lines = [line for line in every if not line.startswith(("Take no more", "Take nothing else"))]
    assert which.startswith("First: ") and lines and all(line.startswith(named) for line in lines)
    short = in_short(english(), both, START_MS, country_of("US")).removeprefix(f"{which}. ")
    assert short.startswith(named)
    _, *alone = emergency_first(english(), both[:1], START_MS, country_of("US"))
    assert not any(line.startswith(named) for line in alone)


@pytest.mark.parametrize("code", [sign.code for sign in signs() if sign.no_more and sign.now.urgency == "call"])
@pytest.mark.parametrize("answer", [None, Answer.YES])
def test_to_take_no_more_stands_within_the_first_lines(code: str, answer: Answer | None) -> None:
    """It was read only by who unfolded the notice of the next dose."""
    found = emergencies_among([noted("chest_pain"), noted(code, answer=answer)], START_MS)
    lines = emergency_first(english(), found, START_MS, US)[:3]
    assert stopping().no_more_unnamed in lines[2]
    assert (stopping().sleepy in lines[2]) is (code in ("slow_breathing", "cannot_be_woken"))


def test_no_sign_is_named_above_a_place_without_what_to_do_about_it() -> None:
    codes = ["slow_breathing", "seizure", "chest_pain", "suicidal_thoughts"]
    line = in_short(english(), emergencies_among(map(noted, codes), START_MS, Around(pregnant=True)), START_MS, US)
    which, *steps = line.split(". ")
    assert which.startswith("First: ") and which.count(";") == 3
    rest = ". ".join(steps)
    for name in ("Slow or shallow breathing. ", "Chest pain. ", "Hidden rating. "):
        assert "all 9" in rest.partition(name)[2][:70], name
    assert rest.count("also if the seizure has passed") == 1
    less = [Emergency(noted(code), advice(code, Answer.YES, 0)) for code in ("dark_urine", "little_urine")]
    _, _, said = less_urgent_in_short(english(), less, START_MS, US).partition("Little urine, today 10:30. ")
    assert "Dark urine. If it is happening now" in said and "Little urine. If it is happening now" in said


def test_of_several_that_are_less_urgent_the_step_says_of_which_it_is() -> None:
    open_signs = [Emergency(noted(code), advice(code, Answer.YES, 0)) for code in ("dark_urine", "little_urine")]
    said = less_urgent_in_short(english(), open_signs, START_MS, country_of("US"))
    assert said.startswith("Open: Dark urine, today 10:30; Little urine, today 10:30. Dark urine. ")
    assert "10:30. Dark urine. " not in less_urgent_in_short(english(), open_signs[:1], START_MS, country_of("US"))


def test_what_another_symptom_makes_more_urgent_is_one_too(plain_book: Logbook) -> None:
    pupils = Symptom(code="pinpoint_pupils", kind=SymptomKind.WARNING)
    drowsy = Symptom(code="drowsiness", kind=SymptomKind.SIDE_EFFECT)
    plain_book.save(pupils, drowsy, Rating(at=ago(plain_book, 30), symptom=pupils.id, value=3))
    assert open_emergencies(plain_book, START_MS) == []
    plain_book.save(Rating(at=ago(plain_book, 20), symptom=drowsy.id, value=5))
    said = " ".join(emergency_first(english(), open_emergencies(plain_book, START_MS), START_MS, US))
    assert said.startswith("First: Pinpoint pupils, today 10:00") and "Call 911. Naloxone if you have it." in said


def test_those_of_a_journals_last_day(plain_book: Logbook) -> None:
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    there = Rating(at=ago(plain_book, 30), symptom=sign.id, value=5)
    old = Rating(at=moment_at(START_MS - DAY_MS - HOUR_MS, "Europe/Berlin"), symptom=sign.id, value=5, recorded_ms=1)
    plain_book.save(sign, there, old, replace(there, id=new_id(), value=0))
    assert [found.noted.rating.id for found in open_emergencies(plain_book, START_MS)] == [there.id]


def test_with_an_emergency_nothing_milder_is_said_of_a_pressure() -> None:
    high = high_pressures([Measurement(at=noted("seizure").rating.at, systolic=195, diastolic=125)], False)
    alone, beside = (
        dated_lines(english(), FoundSigns(signs, tuple(high), around=Around(high[0])), START_MS, US)
        for signs in ((), (noted("seizure"),))
    )
    assert MILDER in alone[0]
    assert "Seizure" in beside[0] and not any(MILDER in line for line in beside)
    assert pressure_table().first.text in " ".join(beside)
    itching = FoundSigns((noted("intense_itching"),), tuple(high))
    assert dated_lines(english(), itching, START_MS, US)[0].startswith("A blood pressure")
    chest = [advice("chest_pain", None, None)]
    one, joined = (unsaved_pressure_line(english(), high[0], US, signs) for signs in ((), chest))
    assert MILDER in one and "call 911" in joined and MILDER not in joined


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_with_a_seizure_a_pregnancy_is_spoken_of_first(answer: Answer | None) -> None:
    seizure = noted("seizure", answer=answer)
    high = high_pressures([Measurement(at=seizure.rating.at, systolic=145, diastolic=92)], pregnant=True)
    first = "In pregnancy: call 911 now, also if the seizure has passed. Tell them of the pregnancy."
    assert dated_lines(english(), FoundSigns((seizure,), tuple(high)), START_MS, US)[0].startswith(first)
    found = emergencies_among((seizure,), START_MS)
    _title, said, *_ = emergency_first(english(), found, START_MS, US, high[0])
    assert said.startswith(first)
    assert first not in " ".join(emergency_first(english(), found, START_MS, US))
    assert with_unsaved_pressure(english(), [], high[0], US, [found[0].advice])[0].startswith(first)


def test_a_pressure_in_a_pregnancy_makes_no_emergency_of_a_sign_that_is_none() -> None:
    heart = noted("palpitations", answer=Answer.YES)
    (high,) = high_pressures([Measurement(at=heart.rating.at, systolic=165, diastolic=112)], pregnant=True)
    assert emergencies_among([heart], START_MS, Around(high=high, pregnant=True)) == []
    breath = noted("hard_to_breathe", answer=Answer.PASSED)
    said = in_short(english(), emergencies_among([breath], START_MS, Around(high=high)), START_MS, US)
    assert "Call 911 now, also if it has passed" in said


def test_a_seizure_that_a_doctor_knows_is_no_news_beside_a_pressure() -> None:
    assert emergencies_among((noted("seizure", answer=Answer.KNOWN),), START_MS) == []


def test_what_a_journal_leads_to_begins_with_its_emergencies(plain_book: Logbook) -> None:
    def said() -> tuple[str, ...]:
        return first_in_journal(english(), plain_book, START_MS, US)

    assert said() == ()
    plain_book.save(Measurement(at=ago(plain_book, 10), systolic=195, diastolic=125))
    title, what_to_do = said()
    assert title.startswith("A blood pressure of 180/120 or more") and MILDER in what_to_do
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=ago(plain_book, 5), symptom=sign.id, value=5))
    first, *_, last = said()
    assert first.startswith("First: Seizure") and MILDER not in last and "A blood pressure of 180/120" in last
    assert is_emergency(plain_book, START_MS) and not is_emergency(plain_book, START_MS + 2 * DAY_MS)
    assert first_in_journal(english(), plain_book, START_MS + 2 * DAY_MS, US) == ()


@pytest.mark.parametrize("code", ["slow_breathing", "seizure", "chest_pain", "suicidal_thoughts"])
@pytest.mark.parametrize("answer", [None, Answer.YES])
def test_in_one_line_every_sentence_ends_once(code: str, answer: Answer | None) -> None:
    found = emergencies_among([noted(code, answer=answer)], START_MS)
    line = in_one_line(emergency_first(english(), found, START_MS, US))
    assert line.startswith("First: ") and line.endswith(".") and ".." not in line and ". ." not in line
    assert in_one_line(()) == ""


def test_every_open_sign_has_its_own_action_and_what_holds_if_it_has_passed() -> None:
    noted_signs = [noted("slow_breathing"), noted("chest_pain", HOUR_MS), noted("suicidal_thoughts")]
    lines = emergency_first(english(), emergencies_among(noted_signs, START_MS), START_MS, US)
    assert "If it has passed, do this. Get medical help today" in lines[1]
    assert lines[-2] == (
        "Chest pain. If it is happening now, or you are not sure, do this. Call 911. "
        "If it has passed, do this. Call 911. It was within the last 12 hours."
    )
    assert lines[-1] == f"Hidden rating. {WHOM_TO_CALL}"
    answered = emergency_first(
        english(),
        emergencies_among([noted("slow_breathing"), noted("fainting", answer=Answer.YES)], START_MS),
        START_MS,
        US,
    )
    assert answered[-1] == "Fainting. Call 911."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GB", "Call Samaritans (116\xa0123) or someone you trust, now. "),
        ("IN", "Talk to someone you trust, now. This program has no verified line to talk to for India. "),
        (None, "Talk to someone you trust, now. No line to talk to stands here, because no country is chosen yet. "),
    ],
)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
@pytest.mark.parametrize("beside", [None, "seizure"])
def test_whom_to_call_now_stands_beside_a_masked_sign_and_names_nothing(
    code: str | None, said: str, answer: Answer | None, beside: str | None
) -> None:
    """As urgent as its row, in every line that is made of it: "now", and the emergency number."""
    others = [noted(beside, answer=Answer.YES)] if beside else []
    found = emergencies_among([noted("suicidal_thoughts", answer=answer), *others], START_MS)
    every = emergency_first(english(), found, START_MS, country_of(code))
    short = in_short(english(), found, START_MS, country_of(code))
    shortest = [] if beside else [in_one_line(every[:2])]
    for line in (" ".join(every), short, *shortest):
        assert said in line and "uicid" not in line and "risis" not in line
        assert f"If you are in danger: call {number_in(english(), country_of(code))}." in line


@pytest.mark.parametrize(("code", "gives_way"), [("suicidal_thoughts", False), ("chest_pain", True)])
def test_beside_a_row_that_cannot_be_read_a_pressure_gives_way_to_whom_would_see_it(code: str, gives_way: bool) -> None:
    (high,) = high_pressures([Measurement(at=noted(code).rating.at, systolic=195, diastolic=125)], False)
    said = " ".join(with_unsaved_pressure(english(), [], high, US, [advice(code, None, None)]))
    assert (MILDER in said) is not gives_way and ("First do what stands above." in said) is gives_way


@pytest.mark.parametrize("code", [sign.code for sign in signs() if sign.code in OF_SYMPTOMS and sign.no_more])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_emergency_says_of_what_is_open_what_its_card_says_of_more(
    plain_book: Logbook, code: str, answer: Answer | None
) -> None:
    """Of slow breathing that had passed it named neither "take no more" nor what makes sleepy."""
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=ago(plain_book, 10), symptom=sign.id, value=6, answer=answer))
    texts, now_ms = english(), plain_book.clock.now_ms()
    lines = all_that_is_open(texts, plain_book, now_ms, US)
    (of_it,) = (*open_emergencies(plain_book, now_ms), *signs_that_are_none(plain_book, now_ms))
    for words in about_stopping(texts, [of_it.advice]):
        assert words in " ".join(lines), lines
    there = answer is not Answer.PASSED and of_it.advice.urgency in EMERGENCY
    assert (SAY_WHAT in lines) is there and (ON_THE_SIDE in lines) is (there and code == "slow_breathing")
    assert len(lines) == len({*lines})
