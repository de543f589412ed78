"""One warning sign in the card: what is asked, what may be answered, and what is said then."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer
from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance import countries
from journal.guidance.around_signs import Around
from journal.guidance.own_lines import OwnLine, OwnLines, stored
from journal.guidance.signs_in_words import nothing_sleepy
from journal.guidance.warning_signs import sign_of, signs, stopping
from journal.texts import english
from journal.ui.entries.ask_country import AskCountry
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.signs import UNTIL_HELP
from tests.journals import START_MS
from tests.signs import noted
from tests.ui.conftest import keys
from tests.ui.fits import settle, shown, unnamed, words
from tests.ui.sign_cards import card, press, visible

ENTER = Qt.Key.Key_Return
TO_A_HELPER = re.compile("wake them|tay with them|keep them|ay them|on their side|rescue breaths|ay the person")
SIGNS = [code for each in signs() if each.rated for code in each.codes]


def test_four_answers_are_offered(qtbot: QtBot) -> None:
    made = card(qtbot, "chest_pain")
    assert [each.text() for each in made.parts[0].answers.values()] == [
        "Yes", "Not sure", "It has passed", "A doctor knows about this",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "code", ["suicidal_thoughts", "slow_breathing", "cannot_be_woken", "blood_in_vomit", "blood", "swelling"]
)
def test_with_some_signs_it_is_not_enough_that_a_doctor_knows(qtbot: QtBot, code: str) -> None:
    assert Answer.KNOWN not in card(qtbot, code).parts[0].answers
    for each in card(qtbot, "dark_urine", code).parts:
        assert (Answer.KNOWN in each.answers) is (each.noted.code == "dark_urine")


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE])
def test_yes_and_not_sure_to_what_cannot_wait_show_the_number(qtbot: QtBot, answer: Answer) -> None:
    made = card(qtbot, "slow_breathing")
    press(made, answer)
    assert visible(made)[:3] == ["Slow or shallow breathing, today 10:30", "Call now", "911"]
    assert "Naloxone if you have it. Rescue breaths if not breathing." in words(made)


@pytest.mark.parametrize(
    ("ago_ms", "said"),
    [
        (2 * HOUR_MS, "Call 911. It was within the last 12 hours."),
        (30 * HOUR_MS, "See a doctor today. It was within the last three days. Call 911 if it comes back."),
        (
            5 * DAY_MS,
            "See a doctor this week. It was more than three days ago. Call 911 if it comes back.",
        ),
        (
            10 * DAY_MS,
            (
                "If nobody has looked at this yet, do this. See a doctor this week. It was more than three days ago. "
                "Call 911 if it comes back."
            ),
        ),
        (-HOUR_MS, "Call 911. Sit down and rest. Do not drive yourself."),
    ],
)
def test_what_is_said_of_chest_pain_that_has_passed_depends_on_when(qtbot: QtBot, ago_ms: int, said: str) -> None:
    made = card(qtbot, "chest_pain", ago_ms=ago_ms)
    press(made, Answer.PASSED)
    assert any(each.startswith(said) for each in visible(made))


def test_the_text_is_chosen_when_it_is_shown(qtbot: QtBot) -> None:
    now = [START_MS]
    made = HappeningNow(english(), [noted("chest_pain")], "US", "", lambda: now[0])
    shown(qtbot, made, 700, 400)
    press(made, Answer.PASSED)
    assert "Call 911. It was within the last 12 hours." in words(made)
    made.hide()
    now[0] += 2 * DAY_MS
    made.show()
    settle()
    assert "See a doctor today. It was within the last three days." in words(made) and "12 hours" not in words(made)


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.NO])
def test_pinpoint_pupils_alone_ask_for_what_makes_them_dangerous(qtbot: QtBot, answer: Answer) -> None:
    made = card(qtbot, "pinpoint_pupils")
    assert visible(made)[1] == "Hard to wake, very drowsy or breathing slowly?"
    assert list(made.parts[0].answers) == [Answer.YES, Answer.NOT_SURE, Answer.NO]
    press(made, answer)
    if answer is Answer.NO:
        assert visible(made)[1:] == ["Saved.", "With drowsiness or slow breathing: call 911.", "Your answer: No"]
    else:
        assert visible(made)[1:3] == ["Call now", "911"]


def test_what_a_doctor_knows_about(qtbot: QtBot) -> None:
    made = card(qtbot, "chest_pain", ago_ms=30 * HOUR_MS)
    press(made, Answer.KNOWN)
    assert stopping().known == "Saved. If it is new, worse or different, do this as if for the first time."
    assert visible(made) == [
        "Chest pain, yesterday 04:30",
        f"{stopping().known} Call 911. Sit down and rest. Do not drive yourself.",
        "Your answer: A doctor knows about this",
    ]


@pytest.mark.parametrize(
    "code",
    ["swelling", "seizure", "yellow_skin", "dark_urine", "pale_stool", "slow_breathing", "cannot_be_woken"],
)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_take_no_more_and_what_stopping_other_things_does(qtbot: QtBot, code: str, answer: Answer) -> None:
    made = card(qtbot, code)
    press(made, answer)
    said = " ".join(visible(made))
    assert "Take no more of what you write down here until a doctor has spoken to you. Say if you take it daily" in said
    assert "do not stop suddenly" not in said.casefold()
    others = (
        "Do you also take alcohol, benzodiazepines, sleeping pills such as zopiclone or zolpidem, barbiturates, "
        "phenibut, GHB or baclofen? "
        "Stopping these suddenly can cause seizures. Ask a doctor before you change them."
    )
    if sign_of(code).sleepy:  # it could be read as "go on taking it"
        assert others not in said and "Ask a doctor before you change them" not in said
        assert said.index(nothing_sleepy(english())) < said.index("Take no more of what you write down here until")
        return
    assert others in said
    assert said.index("Take no more of what you write down here until") < said.index(others)
    assert sign_of(code).why not in said or said.index(sign_of(code).why) < said.index(others)


@pytest.mark.parametrize(
    ("code", "said"), [("seizure", True), ("swelling", True), ("dark_urine", True), ("chest_pain", False)]
)
def test_to_take_no_more_does_not_wait_for_an_answer(qtbot: QtBot, code: str, said: bool) -> None:
    shown = visible(card(qtbot, code))
    assert any(line.startswith("Take no more of what you write down here until") for line in shown) is said


@pytest.mark.parametrize("beside", ["seizure", "dark_urine", "yellow_skin"])
@pytest.mark.parametrize("sleepy", ["slow_breathing", "cannot_be_woken"])
def test_in_one_card_nobody_is_told_to_take_nothing_and_not_to_stop(qtbot: QtBot, sleepy: str, beside: str) -> None:
    made = card(qtbot, beside, sleepy)
    for part in list(made.parts):
        part.answers[Answer.NOT_SURE].click()
    said = " ".join(visible(made))
    assert said.count("Stopping these suddenly can cause seizures") == 1
    assert nothing_sleepy(english()) in said and "Do you also take alcohol" not in said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("slow_breathing", "Lay the person on their side if they are breathing."),
        ("seizure", "Say what was taken, how much and when, and name other medicines."),
        ("chest_pain", "Say what was taken, how much and when, and name other medicines."),
        ("suicidal_thoughts", None), ("yellow_skin", None),
    ],
)  # fmt: skip
def test_yes_says_what_to_do_meanwhile(qtbot: QtBot, code: str, said: str | None) -> None:
    made = card(qtbot, code)
    made.parts[0].first.click()
    meanwhile = {each for each, _ in UNTIL_HELP}
    assert [each for each in visible(made) if each in meanwhile] == ([said] if said else [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_answer_that_has_the_keyboard_is_pressed_by_enter_too(qtbot: QtBot, key: Qt.Key) -> None:
    made = card(qtbot, "seizure")
    made.ask()
    keys(key)
    assert "911" in visible(made)


def test_yes_to_what_can_wait_until_the_doctor_opens_shows_no_emergency_number(qtbot: QtBot) -> None:
    made = card(qtbot, "yellow_skin")
    made.parts[0].first.click()
    assert visible(made)[1].startswith("Doctor today.") and "911" not in visible(made)


@pytest.mark.parametrize(("country", "number"), [("US", "911"), ("DE", "112"), (None, "your local emergency number")])
def test_the_number_of_the_country_stands_in_the_text(qtbot: QtBot, country: str | None, number: str) -> None:
    made = card(qtbot, "fainting", country=country)
    assert f"Doctor today. Call {number} if it returns or came with chest pain" in press(made, Answer.PASSED)


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_thoughts_of_suicide_have_the_crisis_line_and_own_people_whatever_is_answered(
    qtbot: QtBot, answer: Answer | None
) -> None:
    own = stored(OwnLines().with_line(OwnLine("My sister", "555 0100", "", dt.date(2026, 11, 1))))
    made = card(qtbot, "suicidal_thoughts", own=own)
    if answer is not None:
        press(made, answer)
    assert {"988", "988 Suicide and Crisis Lifeline", "My sister", "555 0100"} <= set(visible(made))
    other = card(qtbot, "chest_pain")
    other.parts[0].first.click()
    assert "988" not in visible(other)


def test_the_crisis_line_stands_in_the_text(qtbot: QtBot) -> None:
    said = press(card(qtbot, "suicidal_thoughts"), Answer.PASSED)
    assert "Tell someone today: 988 Suicide and Crisis Lifeline, your own people, a doctor." in said


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_without_a_country_it_is_asked_for_where_the_line_would_stand(qtbot: QtBot, answer: Answer | None) -> None:
    own = stored(OwnLines().with_line(OwnLine("My sister", "555 0100", "", dt.date(2026, 11, 1))))
    made = card(qtbot, "suicidal_thoughts", country=None, own=own)
    made.country_chosen.connect(lambda code: made.show_whom_to_call(code, own, QApplication.focusWidget()))
    if answer is not None:
        press(made, answer)
    assert "Choose your country to see its crisis line and emergency number:" in visible(made)
    assert "no verified" not in words(made) and "555 0100" in visible(made)
    settle()
    (asked,) = made.findChildren(AskCountry)
    assert not asked.choose.isEnabled()
    asked.countries.setFocus()
    asked.countries.set_value("US")
    keys(Qt.Key.Key_Tab)
    assert asked.choose.hasFocus() and "988" not in visible(made)
    keys(ENTER)
    settle()
    assert "988" in visible(made) and "Choose your country" not in words(made)
    focused = QApplication.focusWidget()
    assert focused is not None and made.parts[0].isAncestorOf(focused)


def test_a_country_without_a_verified_crisis_line_says_so(qtbot: QtBot) -> None:
    without = next(each for each in countries() if not each.of_kind("crisis"))
    made = card(qtbot, "suicidal_thoughts", country=without.code)
    assert f"There is no verified crisis line for {without.name} in this program." in visible(made)
    assert made.findChildren(AskCountry) == []


@pytest.mark.quick_every(4)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("code", [each.code for each in signs() if each.rated])
def test_every_answer_leads_to_emergency_and_begins_with_the_sign(qtbot: QtBot, code: str) -> None:
    for answer in card(qtbot, code).parts[0].answers:
        made = card(qtbot, code, country=None)
        press(made, answer)
        assert visible(made)[0] == made.parts[0].title()
        with qtbot.waitSignal(made.emergency_wanted):
            next(each for each in made.findChildren(QPushButton) if each.text() == "Emergency").click()


def test_without_a_country_there_is_a_number_for_mobile_phones(qtbot: QtBot) -> None:
    made = card(qtbot, "suicidal_thoughts", country=None)
    made.parts[0].first.click()
    assert "Call a crisis line near you or someone you trust, now." in words(made)
    assert {"112", "112 works on many mobile phones. Your local emergency number may be another."} <= set(visible(made))


@pytest.mark.quick_every(4)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("code", SIGNS)
def test_every_answer_is_named_and_says_nothing_of_the_journal(qtbot: QtBot, code: str) -> None:
    for answer in card(qtbot, code).parts[0].answers:
        made = card(qtbot, code)
        made.parts[0].answers[answer].click()
        assert unnamed(made) == [] and "kratom" not in words(made).casefold()


def test_the_card_speaks_to_the_helper_and_to_the_person_apart(qtbot: QtBot) -> None:
    made = card(qtbot, "slow_breathing")
    press(made, Answer.YES)
    said = visible(made)
    assert said[3:] == [
        "If it is you",
        "Call 911 yourself. Unlock the door. Do not stay alone.",
        "If it is somebody with you",
        "Call 911. Try to wake them. Naloxone if you have it. Rescue breaths if not breathing. Stay with them.",
        "Lay the person on their side if they are breathing.",
        nothing_sleepy(english()),
        stopping().no_more_unnamed,
        "Your answer: Yes",
    ]
    spoken = made.parts[0].spoken()
    assert "Call now If it is you Call 911 yourself." in spoken
    assert spoken.index("Call 911 yourself.") < spoken.index("Call 911. Try to wake them.")


@pytest.mark.parametrize("code", [sign.code for sign in signs() if sign.you and not sign.asks])
def test_the_question_speaks_to_the_person_before_it_speaks_to_a_helper(qtbot: QtBot, code: str) -> None:
    """Who is at the computer has written it down; the first step is the same for both."""
    said, sign = visible(card(qtbot, code)), sign_of(code)
    now, you = (text.format(number="911") for text in (sign.now.text, sign.you))
    assert said[1:4] == [
        "If it is happening now, or you are not sure, do this. Call 911.",
        f"If it is you, do this. {you}",
        f"If it is somebody with you, do this. {now}",
    ]
    assert said[4] == "Is this happening now?"


def test_what_has_passed_speaks_to_the_person_alone(qtbot: QtBot) -> None:
    made = card(qtbot, "slow_breathing")
    press(made, Answer.PASSED)
    assert "If it is somebody with you" not in visible(made) and nothing_sleepy(english()) in visible(made)


def test_what_another_symptom_answers_is_not_asked(qtbot: QtBot) -> None:
    sign = noted("pinpoint_pupils")
    made = HappeningNow(english(), [sign], "US", "", lambda: START_MS, joined=lambda: {sign.rating.id})
    shown(qtbot, made, 700, 400)
    assert visible(made)[:3] == ["Pinpoint pupils, today 10:30", "Call now", "911"]
    assert "very drowsy or breathing slowly?" not in words(made) and made.parts[0].answers == {}
    assert not made.parts[0].may_go


@pytest.mark.parametrize("code", SIGNS)
def test_before_its_answer_the_card_says_what_to_do_if_it_is_there(qtbot: QtBot, code: str) -> None:
    made = card(qtbot, code)
    said = any(each.startswith("If it is happening now, or you are not sure, do this.") for each in visible(made))
    assert said is (code != "pinpoint_pupils")  # whose question says it


def test_a_masked_sign_says_whom_to_call_before_its_answer_and_is_not_named(qtbot: QtBot) -> None:
    made = card(qtbot, "suicidal_thoughts")
    said = words(made)
    assert "If you may act on it: call 911." in said and "uicid" not in said.replace("Suicide and Crisis Lifeline", "")


@pytest.mark.parametrize("code", [sign.code for sign in signs() if sign.you and sign.may_be_known and not sign.asks])
def test_that_a_doctor_knows_speaks_to_the_person_before_it_speaks_to_a_helper(qtbot: QtBot, code: str) -> None:
    made, sign = card(qtbot, code), sign_of(code)
    press(made, Answer.KNOWN)
    now, you = (text.format(number="911") for text in (sign.now.text, sign.you))
    assert visible(made)[1:6] == [stopping().known, "If it is you", you, "If it is somebody with you", now]
    spoken = made.parts[0].spoken()
    assert spoken.index(stopping().known) < spoken.index(you) < spoken.index(now)


@pytest.mark.parametrize("code", SIGNS)
def test_nothing_that_speaks_to_a_helper_stands_before_what_the_person_does(qtbot: QtBot, code: str) -> None:
    """Of every sign and every answer: "lay them on their side" is never the first that the person reads."""
    made = card(qtbot, code)
    for answer in (None, *made.parts[0].answers):
        if answer is not None:
            made.add([made.parts[0].noted])
            press(made, answer)
        said = visible(made)
        to_helper = [place for place, line in enumerate(said) if TO_A_HELPER.search(line)]
        headed = [place for place, line in enumerate(said) if line.startswith("If it is somebody with you")]
        assert all(headed and place >= headed[0] for place in to_helper), (answer, said)


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED, Answer.KNOWN])
def test_in_a_pregnancy_every_answer_about_a_seizure_says_to_call(qtbot: QtBot, answer: Answer | None) -> None:
    around = Around(pregnant=True, openly=True)
    made = HappeningNow(english(), [noted("seizure")], "GB", "", lambda: START_MS, around=lambda: around)
    shown(qtbot, made, 700, 400)
    if answer is not None:
        press(made, answer)
        assert "Call now" in visible(made)
    shows = visible(made)
    first = next(place for place, said in enumerate(shows) if said.startswith("Call 999 now, also if the seizure"))
    assert [place for place, said in enumerate(shows) if "also if the seizure" in said] == [first]
    for said in ("Saved.", "A first one", "Known epilepsy", "doctor today", "Take no more"):
        assert said not in words(made), said
    if answer is not Answer.PASSED:
        assert first < next(place for place, said in enumerate(shows) if "Clear the space" in said)
    if answer in (Answer.YES, Answer.NOT_SURE, Answer.KNOWN):  # it stands for both, before what each of them does
        assert first < shows.index("If it is you") < shows.index("If it is somebody with you")
    assert not made.parts[0].may_go


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED, Answer.KNOWN])
@pytest.mark.parametrize("openly", [False, True])
def test_after_a_seizure_in_a_pregnancy_both_halves_about_stopping_are_said(
    qtbot: QtBot, answer: Answer | None, openly: bool
) -> None:
    around = Around(pregnant=True, openly=openly)
    made = HappeningNow(english(), [noted("seizure")], "GB", "", lambda: START_MS, around=lambda: around)
    shown(qtbot, made, 700, 400)
    if answer is not None:
        press(made, answer)
    assert visible(made).count(stopping().goes_on) == 1 and stopping().no_more_unnamed not in visible(made)


def test_a_seizure_that_a_doctor_knows_of_keeps_what_is_said_of_taking_more(qtbot: QtBot) -> None:
    made = card(qtbot, "seizure")
    said = press(made, Answer.KNOWN)
    assert stopping().no_more_unnamed in said and stopping().others in said


def test_what_another_symptom_makes_urgent_can_still_have_passed(qtbot: QtBot) -> None:
    sign = noted("dark_urine")
    made = HappeningNow(english(), [sign], "US", "", lambda: START_MS, joined=lambda: {sign.rating.id})
    shown(qtbot, made, 700, 400)
    assert visible(made)[1].startswith("As another symptom is written down with it, do this.")
    assert visible(made)[2] == "Is this happening now?" and Answer.PASSED in made.parts[0].answers


@pytest.mark.parametrize("code", ["slow_breathing", "cannot_be_woken"])
def test_to_take_nothing_sleepy_and_no_more_does_not_wait_for_an_answer(qtbot: QtBot, code: str) -> None:
    said = " ".join(visible(card(qtbot, code)))
    assert nothing_sleepy(english()) in said and stopping().no_more_unnamed in said
