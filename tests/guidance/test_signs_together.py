"""Signs that another symptom makes more urgent: which, within how long, and what no answer takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment, moment_now
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.guidance.open_emergencies import Emergency, open_emergencies, signs_that_are_none
from journal.guidance.signs_in_words import advice_lines, country_of
from journal.guidance.signs_together import others_that_matter, recent_with_others, together, with_others_in
from journal.guidance.warning_signs import RANK, Noted, is_sign, passed_text, sign_of, signs
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock

NOW = 1_000 * HOUR_MS
US = country_of("US")


def noted(code: str, hours_ago: float = 1, answer: Answer | None = None) -> Noted:
    at = Moment(NOW - int(hours_ago * HOUR_MS), 0, "UTC")
    return Noted(code, Rating(at=at, symptom=code, value=5, answer=answer))


def lines(*there: Noted) -> list[str]:
    rated = [each for each in there if is_sign(each.code)]
    return advice_lines(english(), rated, NOW, US, together(there, NOW))


@pytest.mark.parametrize("other", ["drowsiness", "slow_breathing", "cannot_be_woken"])
def test_pinpoint_pupils_with_drowsiness_or_slow_breathing_are_an_emergency(other: str) -> None:
    joined = lines(noted("pinpoint_pupils", 3), noted(other))
    said = next(line for line in joined if line.startswith("Pinpoint pupils."))
    assert "do this. Call 911. Naloxone if you have it." in said
    (alone,) = lines(noted("pinpoint_pupils", 3))
    assert alone == "Pinpoint pupils. With drowsiness or slow breathing: call 911."


@pytest.mark.parametrize(
    ("hours_ago", "answer", "joined"),
    [
        (1, None, True), (23, None, True), (25, None, True), (26, None, False), (-1, None, True), (1, Answer.YES, True),
        (1, Answer.PASSED, False), (1, Answer.KNOWN, False), (1, Answer.NO, False), (3, Answer.NO, True),
    ],
)  # fmt: skip
def test_it_holds_for_a_day_and_an_answer_holds_for_what_was_there_then(
    hours_ago: float, answer: Answer | None, joined: bool
) -> None:
    sign = noted("pinpoint_pupils", hours_ago, answer)
    assert together([sign, noted("drowsiness", 2)], NOW) == ({sign.rating.id} if joined else set())


def test_what_is_said_then_is_never_milder_and_every_code_is_known() -> None:
    for sign in signs():
        assert sign.with_others <= BY_CODE.keys() and sign.code not in sign.with_others
        if sign.together is not None:
            assert RANK[sign.together.urgency] < RANK["depends"] or sign.now.urgency in ("depends", "week", "today")
            assert RANK[sign.together.urgency] <= RANK[sign.now.urgency]
            assert sign.together_passed is not None
            for hours in (30, 400):
                assert RANK[sign.together_passed.urgency] <= RANK[passed_text(sign, hours * HOUR_MS).urgency]
    assert "drowsiness" in others_that_matter() and not is_sign("drowsiness")


def test_what_matters_is_found_among_entries_and_a_zero_is_not() -> None:
    drowsy, sign = noted("drowsiness").rating, noted("chest_pain").rating
    none = Rating(at=drowsy.at, symptom="drowsiness", value=0)
    dry = Rating(at=drowsy.at, symptom="dry_mouth", value=9)
    unsaid = Rating(at=drowsy.at, symptom="seizure", value=None)
    codes, rated = {code: code for code in BY_CODE}, [drowsy, none, dry, sign, unsaid]
    assert [each.code for each in with_others_in(rated, codes)] == ["drowsiness", "chest_pain", "seizure"]


@pytest.mark.parametrize(("hours_ago", "said"), [(2, "now."), (26, "today for blood tests"), (240, "today for blood")])
def test_a_day_later_it_is_said_by_how_long_ago_it_was(hours_ago: float, said: str) -> None:
    urine, aches = noted("dark_urine", hours_ago), noted("muscle_aches", hours_ago + 3)
    assert f"do this. Emergency department {said}" in lines(urine, aches)[0]
    assert "Emergency department today for blood" not in lines(urine, noted("muscle_aches", hours_ago + 72))[0]


@pytest.mark.parametrize(
    ("sign", "other"),
    [
        ("dark_urine", "muscle_aches"), ("yellow_skin", "repeated_vomiting"), ("black_stool", "fainting"),
        ("intense_itching", "pale_stool"),
    ],
)  # fmt: skip
def test_what_comes_over_days_belongs_together(sign: str, other: str) -> None:
    earlier = noted(sign, 48)
    for hours_ago, joined in ((1, True), (47, True), (-23, True), (-24, False), (119, True), (120, False)):
        assert (earlier.rating.id in together([earlier, noted(other, hours_ago)], NOW + 200 * HOUR_MS)) is joined
    pupils = noted("pinpoint_pupils", 48)
    assert together([pupils, noted("drowsiness", 1)], NOW) == set()


@pytest.mark.parametrize(("value", "joined"), [(7, True), (6, False), (None, False)])
def test_a_symptom_that_is_common_counts_where_it_is_strong(value: int | None, joined: bool) -> None:
    racing = noted("palpitations", 3)
    dizzy = Rating(at=noted("dizziness").rating.at, symptom="dizziness", value=value)
    there = with_others_in([racing.rating, dizzy], {"palpitations": "palpitations", "dizziness": "dizziness"})
    assert (racing.rating.id in together(there, NOW)) is joined


@pytest.mark.parametrize(("days", "opened"), [(2, True), (4, False)])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_a_sign_of_days_ago_is_open_again_with_what_came_now(
    plain_book: Logbook, clock: FixedClock, days: int, opened: bool, answer: Answer | None
) -> None:
    urine = Symptom(code="dark_urine", kind=SymptomKind.WARNING)
    aches = Symptom(code="muscle_aches", kind=SymptomKind.SYMPTOM)
    sign = Rating(at=moment_now(clock), symptom=urine.id, value=1, answer=answer)
    plain_book.save(urine, aches, sign)
    clock.tick(days * DAY_MS)
    assert not open_emergencies(plain_book, clock.now_ms()) and recent_with_others(plain_book, clock.now_ms())[0] == []
    plain_book.save(Rating(at=moment_now(clock), symptom=aches.id, value=8))
    found = [each.noted.rating.id for each in open_emergencies(plain_book, clock.now_ms())]
    assert found == ([sign.id] if opened else [])
    clock.tick(DAY_MS + HOUR_MS)
    assert not open_emergencies(plain_book, clock.now_ms())


KNOWN_OR_PASSED = (Answer.KNOWN, Answer.PASSED)
RARE = {"drowsiness": 7, "dizziness": 7, "nausea": 6, "muscle_aches": 6}
MORE_URGENT = [(row.code, other) for row in signs() for other in sorted(row.with_others | row.with_from.keys())]


def symptom_of(code: str) -> Symptom:
    return Symptom(code=code, kind=SymptomKind.WARNING if is_sign(code) else SymptomKind.SYMPTOM)


@pytest.mark.parametrize("answer", KNOWN_OR_PASSED)
@pytest.mark.parametrize(("code", "other"), MORE_URGENT)
def test_what_is_noted_after_an_answer_is_new(
    plain_book: Logbook, clock: FixedClock, code: str, other: str, answer: Answer
) -> None:
    """Of every row that others make more urgent: a doctor who knows of it does not know of what came since."""
    one, two = symptom_of(code), symptom_of(other)
    sign = Rating(at=moment_now(clock), symptom=one.id, value=5)
    plain_book.save(one, two, sign, Rating(at=sign.at, symptom=two.id, value=RARE.get(other, 5)))
    clock.tick(MINUTE_MS)
    answer_to(plain_book, sign, answer)
    assert sign.id not in recent_with_others(plain_book, clock.now_ms())[1]  # that was there when it was answered
    clock.tick(MINUTE_MS)
    plain_book.save(Rating(at=moment_now(clock), symptom=two.id, value=RARE.get(other, 5)))
    assert sign.id in recent_with_others(plain_book, clock.now_ms())[1]
    named = [each for each in signs_of_now(plain_book, clock) if each.noted.rating.id == sign.id]
    together_words = sign_of(code).together
    assert together_words is not None
    assert [each.advice.parts[-1][1] for each in named] == [together_words.text]


def stored(book: Logbook, sign: Rating) -> Rating:
    (rating,) = book.existing([sign.id]).values()
    assert isinstance(rating, Rating)
    return rating


def answer_to(book: Logbook, sign: Rating, answer: Answer) -> None:
    book.save(replace(stored(book, sign), answer=answer))


def signs_of_now(book: Logbook, clock: FixedClock) -> list[Emergency]:
    now_ms = clock.now_ms()
    return [*open_emergencies(book, now_ms), *signs_that_are_none(book, now_ms)]


@pytest.mark.parametrize("answer", KNOWN_OR_PASSED)
def test_an_answer_that_came_after_both_holds_for_both(plain_book: Logbook, clock: FixedClock, answer: Answer) -> None:
    yellow, vomiting = symptom_of("yellow_skin"), symptom_of("repeated_vomiting")
    sign = Rating(at=moment_now(clock), symptom=yellow.id, value=5)
    plain_book.save(yellow, vomiting, sign)
    clock.tick(MINUTE_MS)
    plain_book.save(Rating(at=moment_now(clock), symptom=vomiting.id, value=7))
    assert sign.id in recent_with_others(plain_book, clock.now_ms())[1]
    clock.tick(MINUTE_MS)
    answer_to(plain_book, sign, answer)
    assert sign.id not in recent_with_others(plain_book, clock.now_ms())[1]
    clock.tick(MINUTE_MS)
    plain_book.save(Rating(at=moment_now(clock), symptom=vomiting.id, value=2))
    clock.tick(MINUTE_MS)
    plain_book.save(replace(stored(plain_book, sign), value=6))  # another number is no answer
    assert sign.id in recent_with_others(plain_book, clock.now_ms())[1]
