"""While signs are open: what cards, the line above, the form of a dose and Emergency say, and that they agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.core.queries import EntryQuery
from journal.core.symptoms import BY_CODE
from journal.guidance import Country, lines_at_taking
from journal.guidance.around_signs import ALONE, Around, around_signs, as_urgent_for
from journal.guidance.emergency_lines import all_that_is_open, in_short, less_urgent_in_short
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.open_emergencies import emergencies_among, less_urgent_signs, open_emergencies, signs_to_leave_off
from journal.guidance.recent_pressure import recent_high
from journal.guidance.signs_in_words import ANSWERS, beside_what_is_there, country_of, filled
from journal.guidance.warning_signs import Advice, advice, is_sign, question_of, sign_of, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests.command_line import run
from tests.journals import START_MS, JournalAt, ago, clock, now, plain_book, plain_journal, templates
from tests.signs import noted
from tests.ui.sign_cards import card, press, visible

__all__ = ["clock", "plain_book", "plain_journal", "run", "templates"]

RATED = [code for sign in signs() for code in sign.codes if is_sign(code)]
US, NOWHERE, THOUGHTS = country_of("US"), country_of(None), "suicidal_thoughts"
NEAR_TAKEN = Around(taken=True)
MEANWHILE = "Put what could harm you out of reach, medicines too. Do not stay alone."


def about_thoughts(answer: Answer | None, around: Around = ALONE) -> Advice:
    sign = noted(THOUGHTS, answer=answer)
    return as_urgent_for(advice(THOUGHTS, answer or Answer.NOT_SURE, 0), sign, around, START_MS)


# --- thoughts of suicide ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
def test_while_they_are_there_what_could_harm_is_put_out_of_reach(qtbot: QtBot, answer: Answer | None) -> None:
    made = card(qtbot, THOUGHTS)
    if answer is not None:
        press(made, answer)
    assert MEANWHILE in visible(made)
    assert beside_what_is_there(english(), [about_thoughts(answer)]) == [MEANWHILE]


def test_what_has_passed_has_its_own_words_for_that(qtbot: QtBot) -> None:
    made = card(qtbot, THOUGHTS)
    said = press(made, Answer.PASSED)
    assert MEANWHILE not in visible(made) and "Put what could harm you out of reach." in said


@pytest.mark.parametrize("country", ["US", "BE", "SG"])
def test_the_red_field_has_the_lines_of_the_table_the_crisis_line_first(qtbot: QtBot, country: str) -> None:
    made = card(qtbot, THOUGHTS, country=country)
    press(made, Answer.YES)
    place: Country = country_of(country)
    numbers = [*(line.number for line in place.of_kind("crisis")), place.emergency]
    said = visible(made)
    after = said[said.index("Call now") :]
    places = [after.index(number) for number in numbers]
    assert places == sorted(places) and places[-1] <= 2 * len(numbers) + 1


@pytest.mark.parametrize("around", [ALONE, NEAR_TAKEN])
@pytest.mark.parametrize("answer", [None, *question_of(THOUGHTS)[1]])
def test_card_and_line_above_say_now_of_what_is_there_alone(
    qtbot: QtBot, answer: Answer | None, around: Around
) -> None:
    """A red "Call now" over "tell someone today" was two plans for one answer."""
    made = card(qtbot, THOUGHTS)
    made.parts[0].around = around
    made.parts[0].given = answer
    made.parts[0].show_for(US, set())
    there = answer is not Answer.PASSED
    assert ("Call now" in visible(made)) is (there and answer is not None)
    line = in_short(english(), emergencies_among([noted(THOUGHTS, answer=answer)], START_MS, around), START_MS, US)
    assert ("or someone you trust, now." in line) is there
    too_much = "If you may have taken too much, whatever the reason: call 911 now"
    assert (too_much in line) is around.taken
    assert any(too_much in words for words in visible(made)) is around.taken


def test_two_plans_for_one_answer_are_found() -> None:
    passed = about_thoughts(Answer.PASSED, NEAR_TAKEN)
    assert passed.urgency == "call" and not passed.calls_now
    assert about_thoughts(Answer.YES, NEAR_TAKEN).calls_now and sign_of(THOUGHTS).taken is not None


@pytest.mark.parametrize("country", ["US", "GB", "LT", None])
@pytest.mark.parametrize("answer", [None, *question_of(THOUGHTS)[1]])
def test_every_place_says_of_them_what_the_card_says(
    plain_book: Logbook, answer: Answer | None, country: str | None
) -> None:
    """The line above, Emergency and the form of a dose were content with a number for what had passed."""
    made = Symptom(code=THOUGHTS, kind=BY_CODE[THOUGHTS].kind)
    plain_book.save(made, Rating(at=ago(plain_book, 10), symptom=made.id, value=6, answer=answer))
    now_ms, place, texts = plain_book.clock.now_ms(), country_of(country), english()
    waiting = less_urgent_in_short(texts, less_urgent_signs(plain_book, now_ms), now_ms, place)
    said = in_short(texts, open_emergencies(plain_book, now_ms), now_ms, place) or waiting
    open_now = " ".join(all_that_is_open(texts, plain_book, now_ms, place))
    dose = " ".join([*first_at_taking(texts, plain_book, now_ms, place)[0], said])
    words = [MEANWHILE, "someone you trust, now."] if answer is not Answer.PASSED else [
        "Tell someone today: ", "your own people, a doctor. Put what could harm you out of reach. In danger: ",
    ]  # fmt: skip
    for surface in (said, open_now, dose):
        assert all(each in surface for each in words), surface
        assert "uicid" not in surface and "risis" not in surface and "{" not in surface


@pytest.mark.parametrize("answer", [None, Answer.PASSED])
def test_so_does_log_for_what_was_written_down_before(
    run: Any, plain_journal: JournalAt, answer: Answer | None
) -> None:
    with plain_journal.open() as book:
        made = Symptom(code=THOUGHTS, kind=BY_CODE[THOUGHTS].kind)
        book.save(made, Rating(at=ago(book, 10), symptom=made.id, value=6, answer=answer))
    said = run("--journal", plain_journal.path, "log", "rating", "Nausea=3")[1]
    assert (MEANWHILE if answer is None else "Tell someone today: ") in said
    assert "Put what could harm you out of reach" in said


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_who_asks_which_rating_is_meant_is_told_in_place(qtbot: QtBot, answer: Answer | None) -> None:
    """ "Is this happening now?" did not say what "this" is; until it is asked for others read nothing."""
    made = card(qtbot, THOUGHTS)
    if answer is not None:
        press(made, answer)
    assert "Thoughts of suicide" not in " ".join(visible(made))
    made.parts[0].button_named("Show which rating").click()
    assert visible(made)[0] == "Thoughts of suicide, today 10:30"
    assert made.parts[0].button_named("Show which rating") is made.parts[0].first
    assert "uicid" not in made.parts[0].title() + made.accessibleName()
    made.hide()  # others may see it when it is there again
    made.show()
    assert "Thoughts of suicide" not in " ".join(visible(made))
    assert made.parts[0].button_named("Show which rating").isVisibleTo(made)
    other = card(qtbot, "chest_pain")
    assert not any(each.text() == "Show which rating" for each in other.findChildren(QPushButton))


# --- about to take more ----------------------------------------------------------------------------------------------


def at_form(book: Logbook) -> tuple[list[str], list[str]]:
    """What stands in sight beside the form of a dose, and all that is said there."""
    first, more = first_at_taking(english(), book, book.clock.now_ms(), US, recent_high(book, book.clock.now_ms()))
    return more[:1], [*first, *more]


def note(book: Logbook, code: str, answer: Answer | None = Answer.YES) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    book.save(sign, Rating(at=now(book), symptom=sign.id, value=6, answer=answer))


def measure(book: Logbook, systolic: int, diastolic: int) -> None:
    book.save(Measurement(at=now(book), systolic=systolic, diastolic=diastolic))


def of_taking(code: str, pregnant: bool) -> str:
    """What the reference says about taking more; whom to ask first where it says nothing."""
    own = sign_of(code)
    if own.is_left_off(pregnant):
        return stopping().no_more_unnamed
    return stopping().goes_on if own.no_more else stopping().ask_first


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("pregnant", [False, True])
@pytest.mark.parametrize("code", RATED)
def test_the_form_of_a_dose_says_of_every_emergency_what_holds_of_more(
    plain_book: Logbook, code: str, pregnant: bool
) -> None:
    if pregnant:
        plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    for answer in (None, *question_of(code)[1]):
        note(plain_book, code, answer)
        is_open = bool(open_emergencies(plain_book, plain_book.clock.now_ms()))
        in_sight, said = at_form(plain_book)
        if is_open or sign_of(code).is_left_off(pregnant):
            assert in_sight and of_taking(code, pregnant) in in_sight[0], answer
        assert (stopping().ask_first in " ".join(said)) is (is_open and not sign_of(code).no_more), answer
        plain_book.undo()


@pytest.mark.parametrize("pregnant", [False, True])
def test_the_form_of_a_dose_says_it_beside_a_very_high_pressure(plain_book: Logbook, pregnant: bool) -> None:
    if pregnant:
        plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    measure(plain_book, 195, 125)
    in_sight, said = at_form(plain_book)
    assert in_sight == [stopping().goes_on if pregnant else stopping().ask_first]
    assert said[0].startswith("First: A blood pressure of 180/120 or more, today ") and "call 911" in said[1 + pregnant]


def test_a_form_that_says_nothing_of_more_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    note(plain_book, "chest_pain")
    monkeypatch.setattr(lines_at_taking, "about_more", lambda *_, **__: [""])
    assert stopping().ask_first not in " ".join(at_form(plain_book)[1])


# --- signs of the liver ----------------------------------------------------------------------------------------------


def printed_on(run: Any, journal: JournalAt, *typed: str) -> str:
    return str(run("--journal", journal.path, "log", *typed)[1])


@pytest.mark.parametrize("other", ["Nausea=4", "Nausea=9", "Severe belly pain=3", "Repeated vomiting=2"])
def test_who_is_ill_beside_yellow_eyes_is_told_where_to_go(run: Any, plain_journal: JournalAt, other: str) -> None:
    plain_journal.open().close()
    printed_on(run, plain_journal, "rating", "Yellow eyes or skin=4")
    assert "Yellow eyes or skin. As another symptom is written down with it, do this. Emergency department now." in (
        printed_on(run, plain_journal, "rating", other)
    )


@pytest.mark.parametrize("answer", [Answer.KNOWN, Answer.PASSED])
@pytest.mark.parametrize(
    ("sign", "other", "said"),
    [
        ("Yellow eyes or skin", "Repeated vomiting=7", "Emergency department now."),
        ("Dark urine", "Muscle aches=7", "Emergency department now."),
        ("Black stool", "Repeated vomiting=3", "Call your local emergency number."),
    ],
)
def test_what_is_logged_after_an_answer_names_both(
    run: Any, plain_journal: JournalAt, sign: str, other: str, said: str, answer: Answer
) -> None:
    plain_journal.open().close()
    printed_on(run, plain_journal, "rating", f"{sign}=4")
    with plain_journal.open() as book:
        (noted,) = (each for each in book.find(EntryQuery(kinds=("rating",))) if isinstance(each, Rating))
        book.save(replace(noted, answer=answer))
    plain_journal.clock.tick(MINUTE_MS)
    lines = printed_on(run, plain_journal, "rating", other)
    assert f"{sign}. As another symptom is written down with it, do this. {said}" in lines
    assert sign in printed_on(run, plain_journal, "note", "A quiet day")


@pytest.mark.parametrize("sign", ["Yellow eyes or skin", "Dark urine"])
@pytest.mark.parametrize("other", ["Nausea=3", "Constipation=2"])
def test_who_rates_anything_beside_it_reads_the_words_of_its_row(
    run: Any, plain_journal: JournalAt, sign: str, other: str
) -> None:
    plain_journal.open().close()
    printed_on(run, plain_journal, "rating", f"{sign}=4")
    said = printed_on(run, plain_journal, "rating", other)
    code = next(each.code for each in signs() if each.name == sign)
    assert said.startswith(f"Open: {sign}, today ") and filled(english(), sign_of(code).now.text, NOWHERE) in said
    assert printed_on(run, plain_journal, "note", "A quiet day") == said


@pytest.mark.parametrize("code", [code for code in RATED if sign_of(code).no_more])
@pytest.mark.parametrize("hours", [2, 30, 100])
def test_at_the_next_dose_a_sign_is_as_urgent_as_when_it_was_written_down(
    plain_book: Logbook, code: str, hours: int
) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    at = ago(plain_book, 60 * hours)
    plain_book.save(sign, Rating(at=at, symptom=sign.id, value=4, recorded_ms=at.utc_ms))
    (left_off,) = signs_to_leave_off(plain_book, plain_book.clock.now_ms())
    age_ms = hours * HOUR_MS
    assert left_off.advice.urgency == advice(code, None, age_ms).urgency
    if hours > 24:
        assert left_off.advice.parts == advice(code, None, age_ms).parts


THIRST = "Thirst darkens urine, too, so drinking is part of the question."


@pytest.mark.parametrize("answer", question_of("dark_urine")[1])
def test_thirst_is_not_named_beside_another_sign_of_the_liver(qtbot: QtBot, answer: Answer) -> None:
    assert sign_of("dark_urine").why == THIRST
    for codes, soothes in (({"yellow_skin"}, False), ({"pale_stool"}, False), ({"fainting"}, True), (set(), True)):
        made = card(qtbot, "dark_urine")
        made.parts[0].around = Around(codes=frozenset({"dark_urine", *codes}))
        made.parts[0].given = answer
        made.parts[0].show_for(US, set())
        assert (THIRST in visible(made)) is (soothes and answer is not Answer.KNOWN), codes


def test_what_stands_beside_a_sign_is_read_from_the_journal(plain_book: Logbook) -> None:
    note(plain_book, "yellow_skin", Answer.PASSED)
    assert around_signs(plain_book, plain_book.clock.now_ms()).codes == {"yellow_skin"}


# --- several signs ---------------------------------------------------------------------------------------------------

EMERGENCIES = [code for code in RATED if Answer.KNOWN in question_of(code)[1] and sign_of(code).now.urgency == "call"]


@pytest.mark.parametrize("code", EMERGENCIES)
def test_an_emergency_that_a_doctor_knows_stays_before_what_waits_until_today(qtbot: QtBot, code: str) -> None:
    made = card(qtbot, "dark_urine", code)
    press(made, Answer.KNOWN)
    assert [part.noted.code for part in made.parts] == [code, "dark_urine"]
    assert "Your answer: A doctor knows about this" in visible(made)


@pytest.mark.parametrize("code", RATED)
def test_every_answer_is_shown(qtbot: QtBot, code: str) -> None:
    made = card(qtbot, code)
    for answer in question_of(code)[1]:
        made.parts[0].given = answer
        made.parts[0].show_for(US, set())
        assert f"Your answer: {ANSWERS[answer]}" in visible(made)
    made.parts[0].ask_again()
    made.parts[0].show_for(US, set())
    assert not any(words.startswith("Your answer") for words in visible(made))


@pytest.mark.parametrize("first", [None, "slow_breathing", "chest_pain"])
def test_the_form_of_a_dose_names_all_that_is_open(plain_book: Logbook, first: str | None) -> None:
    others = ["yellow_skin", "dark_urine", "little_urine"]
    for code in others:
        note(plain_book, code)
    note(plain_book, "fainting", Answer.KNOWN)
    if first is not None:
        note(plain_book, first)
    _, said = at_form(plain_book)
    where = said[0] if first is None else next(line for line in said if "Also open: " in line)
    named = [f"{SYMPTOMS[code]}, today " for code in others]
    assert all(name in where for name in named) and "Fainting, today 10:30 (A doctor knows about this)" in where
    if first is None:  # the most urgent one in full, with its name
        assert said[1].startswith("Yellow eyes or skin. Doctor today. Ill, confused")


def test_a_form_that_names_one_of_several_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    note(plain_book, "yellow_skin")
    note(plain_book, "dark_urine")
    assert "Dark urine, today" in at_form(plain_book)[1][0]
    monkeypatch.setattr(lines_at_taking, "_open_too", lambda journal, now_ms, left_off, told: left_off[:1])
    assert "Dark urine, today" not in at_form(plain_book)[1][0]


def test_emergency_shows_what_was_answered_the_most_urgent_first(plain_book: Logbook) -> None:
    note(plain_book, "dark_urine")
    note(plain_book, "seizure", Answer.KNOWN)
    first, second, *_ = all_that_is_open(english(), plain_book, plain_book.clock.now_ms(), US)
    assert first.startswith("Open: Seizure, today 10:30 (A doctor knows about this).") and "Dark urine" in second
