"""While signs are open: what cards, the line above, the form of a dose and Emergency say, and that they agree."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer
from journal.guidance import Country
from journal.guidance.around_signs import ALONE, Around, as_urgent_for
from journal.guidance.emergency_lines import in_short
from journal.guidance.open_emergencies import emergencies_among
from journal.guidance.signs_in_words import beside_what_is_there, country_of
from journal.guidance.warning_signs import Advice, advice, question_of, sign_of
from journal.texts import english
from tests.journals import START_MS
from tests.signs import noted
from tests.ui.sign_cards import card, press, visible

US, THOUGHTS = country_of("US"), "suicidal_thoughts"
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
