"""Is this happening now: asked after a warning symptom was saved, never instead."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.symptoms import SymptomKind
from journal.guidance import countries
from journal.guidance.own_lines import OwnLine, OwnLines, stored
from journal.guidance.warning_signs import signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.diary.screen import DiaryScreen
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.country_choice import AskCountry
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.signs import UNTIL_HELP
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from tests.journals import START_MS, ago
from tests.signs import noted
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, target
from tests.ui.fits import cut, longer, settle, shown, unnamed, words

ENTER = Qt.Key.Key_Return


def card(qtbot: QtBot, *symptoms: str, country: str | None = "US", own: str = "", ago_ms: int = 0) -> HappeningNow:
    made = HappeningNow(english(), [noted(each, ago_ms) for each in symptoms], country, own, lambda: START_MS)
    shown(qtbot, made, 700, 400)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def visible(made: HappeningNow) -> list[str]:
    return [each.text() for each in made.findChildren(QLabel) if each.isVisibleTo(made) and each.text()]


def test_it_asks_with_the_names_of_what_was_saved(qtbot: QtBot) -> None:
    made = card(qtbot, "chest_pain", "dark_urine")
    asked = "Is this happening now?"
    assert visible(made) == ["Chest pain, 10:30", asked, "Dark urine, 10:30", asked]
    made.ask()
    assert made.parts[0].first.hasFocus()


def press(made: HappeningNow, answer: Answer) -> str:
    """Answer, and all that is then to be read."""
    made.parts[0].answers[answer].click()
    return words(made)


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
    assert visible(made)[:3] == ["Slow or shallow breathing, 10:30", "Call now", "911"]
    assert "Naloxone if you have it. Rescue breaths if not breathing." in words(made)


def test_each_is_answered_for_itself(qtbot: QtBot) -> None:
    made = card(qtbot, "dark_urine", "chest_pain")
    told: list[tuple[str, Answer | None]] = []
    made.answered.connect(lambda each: told.append((each.code, each.rating.answer)))
    first, other = made.parts
    first.answers[Answer.PASSED].click()
    assert told == [("chest_pain", Answer.PASSED)] and other.given is None and other.answers[Answer.YES].isVisible()
    other.answers[Answer.KNOWN].click()
    assert told[1:] == [("dark_urine", Answer.KNOWN)]
    assert "Within the last 12 hours: call 911." in visible(made)


@pytest.mark.parametrize(
    ("ago_ms", "said"),
    [
        (2 * HOUR_MS, "Within the last 12 hours: call 911."),
        (30 * HOUR_MS, "Up to three days ago: doctor today."),
        (5 * DAY_MS, "More than three days ago: doctor this week."),
        (10 * DAY_MS, "If nobody has looked at this yet: More than three days ago: doctor this week."),
        (-HOUR_MS, "Call 911. Sit down and rest. Do not drive yourself."),
    ],
)
def test_what_is_said_of_chest_pain_that_has_passed_depends_on_when(qtbot: QtBot, ago_ms: int, said: str) -> None:
    made = card(qtbot, "chest_pain", ago_ms=ago_ms)
    press(made, Answer.PASSED)
    assert said in visible(made)


def test_the_text_is_chosen_when_it_is_shown(qtbot: QtBot) -> None:
    now = [START_MS]
    made = HappeningNow(english(), [noted("chest_pain")], "US", "", lambda: now[0])
    shown(qtbot, made, 700, 400)
    press(made, Answer.PASSED)
    assert "Within the last 12 hours: call 911." in words(made)
    made.hide()
    now[0] += 2 * DAY_MS
    made.show()
    settle()
    assert "Up to three days ago: doctor today." in words(made) and "12 hours" not in words(made)


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.NO])
def test_pinpoint_pupils_alone_ask_for_what_makes_them_dangerous(qtbot: QtBot, answer: Answer) -> None:
    made = card(qtbot, "pinpoint_pupils")
    assert visible(made)[1] == "Hard to wake, very drowsy or breathing slowly?"
    assert list(made.parts[0].answers) == [Answer.YES, Answer.NOT_SURE, Answer.NO]
    press(made, answer)
    if answer is Answer.NO:
        assert visible(made)[1:] == ["Saved.", "With drowsiness or slow breathing: call 911."]
    else:
        assert visible(made)[1:3] == ["Call now", "911"]


def test_pinpoint_pupils_beside_another_sign_keep_a_question_of_their_own(qtbot: QtBot) -> None:
    made = card(qtbot, "dark_urine", "pinpoint_pupils")
    pupils, urine = made.parts
    assert pupils.question.startswith("Hard to wake") and urine.question == "Is this happening now?"
    urine.answers[Answer.PASSED].click()
    assert pupils.given is None and pupils.answers[Answer.NOT_SURE].isVisible()


def test_what_a_doctor_knows_about(qtbot: QtBot) -> None:
    made = card(qtbot, "chest_pain", ago_ms=30 * HOUR_MS)
    press(made, Answer.KNOWN)
    assert stopping().known == "Saved. If it is new, worse or different, do as for a first time:"
    assert visible(made) == [
        "Chest pain, yesterday 04:30",
        f"{stopping().known} Call 911. Sit down and rest. Do not drive yourself.",
    ]


@pytest.mark.parametrize(
    "code",
    ["swelling", "yellow_skin", "dark_urine", "pale_stool", "slow_breathing", "cannot_be_woken"],
)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_take_no_more_of_it_and_what_stopping_other_things_does(qtbot: QtBot, code: str, answer: Answer) -> None:
    said = press(card(qtbot, code), answer)
    assert "Take no more of it until a doctor has spoken to you. Say if you take it daily" in said
    assert "Alcohol, benzodiazepines, barbiturates, phenibut, GHB, baclofen: Stopping these suddenly can cause" in said
    assert "do not stop suddenly" not in said.casefold()


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


def test_yes_leads_to_the_emergency_page_and_back(opened: Body) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    keys(ENTER)
    asked = question(opened)
    assert asked is not None
    (more,) = [each for each in asked.findChildren(QPushButton) if each.text() == "Emergency"]
    more.setFocus()
    keys(ENTER)
    assert opened.navigation.current() == "emergency"
    keys(Qt.Key.Key_Escape)
    assert opened.navigation.current() == "today" and "911" in words(asked)


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
    assert f"Doctor today. Call {number} if it came with chest pain" in press(made, Answer.PASSED)


def test_of_two_the_more_urgent_one_comes_first(qtbot: QtBot) -> None:
    made = card(qtbot, "yellow_skin", "seizure", "chest_pain")
    for each in list(made.parts):
        each.first.click()
    said = visible(made)
    assert said[:3] == ["Seizure, 10:30", "Call now", "911"] and said.count("911") == 2  # in each part
    assert [each.noted.code for each in made.parts] == ["seizure", "chest_pain", "yellow_skin"]
    made.parts[0].closed.emit()
    settle()
    assert visible(made)[:3] == ["Chest pain, 10:30", "Call now", "911"]


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
    assert "Tell someone today: 988 Suicide and Crisis Lifeline (988), your own people, a doctor." in said


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


def test_a_key_pressed_twice_does_not_take_the_help_away(qtbot: QtBot) -> None:
    made = card(qtbot, "seizure")
    closed: list[bool] = []
    made.closed.connect(lambda: closed.append(True))
    made.ask()
    keys(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert "911" in visible(made) and closed == []
    keys(Qt.Key.Key_Escape)
    assert closed == [True]


def test_only_warning_symptoms_are_asked_about(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        HappeningNow(english(), [noted("nausea")], "US", "", lambda: START_MS)


SIGNS = [code for each in signs() if each.rated for code in each.codes]


@pytest.mark.parametrize("code", SIGNS)
def test_every_answer_is_named_and_says_nothing_of_the_journal(qtbot: QtBot, code: str) -> None:
    for answer in card(qtbot, code).parts[0].answers:
        made = card(qtbot, code)
        made.parts[0].answers[answer].click()
        assert unnamed(made) == [] and "kratom" not in words(made).casefold()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("country", ["US", None])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, percent: int, country: str | None) -> None:
    apply_theme(qapp, "dark", percent)
    made = HappeningNow(longer(), [noted(each) for each in SIGNS], country, "", lambda: START_MS)
    shown(qtbot, made, 560, 40_000)
    assert cut(made) == []
    for each in list(made.parts):
        each.first.click()
    settle()
    assert cut(made) == []


# --- in Today --------------------------------------------------------------------------------------------------------


@pytest.fixture
def chest_pain(known: Known, plain_book: Logbook) -> Symptom:
    made = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=0)
    plain_book.save(made)
    return made


@pytest.fixture
def opened(chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow) -> Body:
    body = open_window(plain_book)
    assert body.today is not None
    body.today.country = "US"
    return body


def question(body: Body) -> HappeningNow | None:
    found = [each for each in body.findChildren(HappeningNow) if not each.isHidden()]
    return found[0] if found else None


def rate(body: Body, *typed: str | Qt.Key) -> None:
    keys(ctrl(Qt.Key.Key_R), *typed, ENTER)
    settle()


def test_the_card_does_not_name_thoughts_of_suicide(qtbot: QtBot) -> None:
    asked = card(qtbot, "suicidal_thoughts", "chest_pain")
    assert [each.title() for each in asked.parts] == ["Chest pain, 10:30", "Private rating, 10:30"]
    assert SYMPTOMS["suicidal_thoughts"] not in words(asked) + asked.accessibleName()
    asked.parts[1].answers[Answer.PASSED].click()
    assert SYMPTOMS["suicidal_thoughts"] not in words(asked)


def ratings(book: Logbook) -> list[tuple[str, int | None]]:
    return [(each.symptom, each.value) for each in book.days(book.today(), book.today())[0].ratings]


def test_it_is_saved_first_and_then_asked(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    assert ratings(plain_book) == [(chest_pain.id, 7)]
    asked = question(opened)
    assert asked is not None and asked.isVisible() and asked.parts[0].first.hasFocus()
    assert asked.parts[0].title() == "Chest pain, 10:30"
    keys(Qt.Key.Key_Space)
    assert "911" in words(asked)
    keys(Qt.Key.Key_Escape)
    settle()
    assert question(opened) is None and ratings(plain_book) == [(chest_pain.id, 7)]
    plain_book.undo()  # the answer, then the rating
    plain_book.undo()
    assert ratings(plain_book) == []


@pytest.mark.parametrize("typed", [("5",), (Qt.Key.Key_Down, "0"), (Qt.Key.Key_Down, Qt.Key.Key_Down, "4")])
def test_what_is_not_there_or_no_warning_is_not_asked(
    opened: Body, plain_book: Logbook, typed: tuple[str, ...]
) -> None:
    rate(opened, *typed)
    assert len(ratings(plain_book)) == 1 and question(opened) is None


@pytest.mark.parametrize("code", ["itching", None])
def test_a_warning_that_nobody_here_knows_is_saved_and_not_asked(
    code: str | None, known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    strange = Symptom(code=code, name="Strange", kind=SymptomKind.WARNING, position=0)
    plain_book.save(strange)
    body = open_window(plain_book)
    rate(body, Qt.Key.Key_Down, "7")
    assert ratings(plain_book) == [(strange.id, 7)] and question(body) is None


def test_the_next_entry_is_not_kept_waiting(opened: Body, plain_book: Logbook) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    rate(opened, "3")
    assert len(ratings(plain_book)) == 2
    assert question(opened) is not None  # it stays until it is answered


def test_a_second_warning_stands_beside_the_first(opened: Body) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    first = question(opened)
    assert first is not None
    first.parts[0].first.click()
    rate(opened, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is first and [each.given for each in asked.parts] == [Answer.YES, None]
    assert asked.parts[1].first.hasFocus() and "911" in visible(asked)


def test_a_second_warning_joins_a_question_that_is_still_open(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, "7")
    rate(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is not None and [each.noted.code for each in asked.parts] == ["chest_pain", "dark_urine"]


def test_what_was_days_ago_is_asked_too(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    old = Rating(at=ago(plain_book, 25 * 60), symptom=chest_pain.id, value=3)
    plain_book.save(old)
    assert opened.today is not None
    opened.today.show_day(plain_book.today() - dt.timedelta(days=1))
    opened.today.panel.edit([old])
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[Answer.PASSED].click()
    assert "Up to three days ago: doctor today." in words(asked)


def answer_of(book: Logbook, rating: Rating) -> Answer | None:
    found = book.get(rating.id)
    assert isinstance(found, Rating)
    return found.answer


def test_a_change_asks_about_what_is_new_or_was_never_answered(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=3, answer=Answer.PASSED)
    plain_book.save(recent)
    assert opened.today is not None
    opened.today.panel.edit([recent])
    keys(ENTER)
    settle()
    assert question(opened) is None and answer_of(plain_book, recent) is Answer.PASSED
    opened.today.panel.edit([recent])
    keys(Qt.Key.Key_Down, "8", ENTER)
    settle()
    assert question(opened) is not None and answer_of(plain_book, recent) is None


def test_another_number_of_none_asks_nothing_and_forgets_the_answer(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=3, answer=Answer.PASSED)
    plain_book.save(recent)
    assert opened.today is not None
    opened.today.panel.edit([recent])
    keys(Qt.Key.Key_Down, "0", ENTER)
    settle()
    assert question(opened) is None and answer_of(plain_book, recent) is None


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_the_answer_is_kept_with_the_rating_and_undo_takes_it_back(
    opened: Body, plain_book: Logbook, answer: Answer
) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    (rating,) = plain_book.days(plain_book.today(), plain_book.today())[0].ratings
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[answer].click()
    assert answer_of(plain_book, rating) is answer
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "rating.answered"
    opened.undo()
    settle()
    assert answer_of(plain_book, rating) is None
    assert question(opened) is asked and asked.parts[0].given is None and asked.parts[0].answers[answer].isVisible()
    opened.undo()  # the rating itself: nothing is left to ask about
    settle()
    assert question(opened) is None


def test_undo_of_something_else_asks_nothing(opened: Body, plain_book: Logbook) -> None:
    rate(opened, Qt.Key.Key_Down, "7")
    keys(Qt.Key.Key_Escape)
    settle()
    rate(opened, "3")
    opened.undo()
    settle()
    assert question(opened) is None


def test_what_is_palpitations_asks_by_its_row(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="palpitations", kind=SymptomKind.SIDE_EFFECT, position=-1))
    rate(opened, Qt.Key.Key_Down, "2")
    asked = question(opened)
    assert asked is not None and "faintness or short breath: call 911" in press(asked, Answer.YES)


def test_there_is_room_for_it_at_any_text_size(opened: Body) -> None:
    opened.set_look(text_size=200)
    opened.main.resize(700, 860)
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and cut(asked) == []
    asked.parts[0].first.click()
    settle()
    assert cut(asked) == []


@pytest.mark.parametrize("narrow", [False, True])
def test_the_question_comes_before_an_open_form_that_has_all_the_room(opened: Body, narrow: bool) -> None:
    opened.main.resize(700 if narrow else 1240, 860)
    keys(ctrl(Qt.Key.Key_K), "typed before")
    diary(opened).pane.add("rating", None)
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    asked, today = question(opened), opened.today
    assert asked is not None and asked.isVisible() and asked.parts[0].first.hasFocus() and cut(asked) == []
    assert today is not None and today.panel.form is not None
    keys(Qt.Key.Key_Escape)
    settle()
    assert question(opened) is None and today.panel.form.isVisible() and today._day_area.isHidden() is narrow


# --- from the Diary --------------------------------------------------------------------------------------------------


def diary(body: Body) -> DiaryScreen:
    screen = body.reach("diary")
    assert isinstance(screen, DiaryScreen)
    while not screen.diary.is_loaded:
        QTest.qWait(1)
    wait_for_tasks()
    settle()
    return screen


def asked_on_today(body: Body) -> bool:
    asked = question(body)
    return asked is not None and asked.parts[0].first.hasFocus() and body.stack.currentWidget() is body.today


def test_what_is_added_in_the_diary_is_asked_about_on_today(opened: Body, plain_book: Logbook) -> None:
    diary(opened).pane.add("rating", None)
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert len(ratings(plain_book)) == 1 and asked_on_today(opened)


@pytest.mark.parametrize("how", ["edit_selected", "copy_selected"])
def test_what_is_changed_or_copied_in_the_diary_is_asked_about(
    how: str, opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=0)
    plain_book.save(recent)
    screen = diary(opened)
    assert screen.show_entry(recent)
    getattr(screen.pane, how)()
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert asked_on_today(opened)


def test_what_was_days_ago_is_asked_about_from_the_diary_too(
    opened: Body, plain_book: Logbook, chest_pain: Symptom
) -> None:
    old = Rating(at=ago(plain_book, 25 * 60), symptom=chest_pain.id, value=0)
    plain_book.save(old)
    screen = diary(opened)
    assert screen.show_entry(old)
    screen.pane.edit_selected()
    settle()
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert asked_on_today(opened)


# --- another country while it is open --------------------------------------------------------------------------------


def to_another_country(body: Body, code: str) -> None:
    """As the person does it: Emergency, another country, back."""
    keys(Qt.Key.Key_F1)
    settle()
    body.set_country(code)
    settle()
    front = body.stack.currentWidget()
    assert isinstance(front, EmergencyScreen) and front.isAncestorOf(target())
    keys(Qt.Key.Key_Escape)
    settle()
    assert body.stack.currentWidget() is body.today


def test_an_answer_follows_the_country_and_keeps_the_keyboard(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None
    asked.parts[0].first.click()
    assert "112" in visible(asked)
    for kept, country, number in (("Copy", "US", "911"), ("Close", "GB", "999")):
        next(b for b in asked.findChildren(QPushButton) if b.text() == kept and b.isVisible()).setFocus()
        to_another_country(opened, country)
        assert number in visible(asked) and "112" not in visible(asked)
        where = target()
        assert isinstance(where, QPushButton) and where.text() == kept and asked.isAncestorOf(where)


def test_the_question_follows_the_country_before_it_is_answered(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    to_another_country(opened, "US")
    asked = question(opened)
    assert asked is not None and asked.parts[0].first.hasFocus()
    keys(Qt.Key.Key_Space)
    assert "911" in visible(asked) and "112" not in visible(asked)


def test_what_has_passed_follows_the_country_and_leaves_the_keyboard_elsewhere(opened: Body) -> None:
    opened.set_country("DE")
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and opened.today is not None
    asked.parts[0].answers[Answer.PASSED].click()
    opened.today.action_row.buttons[1].take_keyboard()
    elsewhere = target()
    to_another_country(opened, "US")
    assert "Within the last 12 hours: call 911." in words(asked) and target() is elsewhere


def test_an_answer_follows_a_number_of_ones_own(opened: Body) -> None:
    opened.set_country("US")
    rate(opened, Qt.Key.Key_Down, "7")
    keys(Qt.Key.Key_Space)
    settings = opened.reach("settings")
    assert isinstance(settings, SettingsScreen)
    settings.show_section("lines")
    settings.lines.number_edit.setText("112")
    settings.lines.save_number()
    opened.reach("today")
    settle()
    asked = question(opened)
    assert asked is not None and "112" in visible(asked) and "911" not in visible(asked)


# --- what stays, and what goes ---------------------------------------------------------------------------------------


def answered(body: Body, answer: Answer) -> HappeningNow:
    rate(body, Qt.Key.Key_Down, "7")
    asked = question(body)
    assert asked is not None
    asked.parts[0].answers[answer].click()
    return asked


def test_advice_to_an_entry_does_not_stand_over_the_next_one(opened: Body) -> None:
    answered(opened, Answer.KNOWN)
    assert question(opened) is not None
    rate(opened, "3")
    assert question(opened) is None


def test_the_next_sign_is_asked_about_without_the_advice_to_the_one_before(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and asked.parts[0].noted.code == "chest_pain"
    asked.parts[0].answers[Answer.KNOWN].click()
    rate(opened, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is not None and visible(asked)[:2] == ["Private rating, 10:30", "Is this happening now?"]
    assert "Saved." not in words(asked)


def test_a_crisis_line_stays_until_it_is_closed(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    asked = answered(opened, Answer.PASSED)
    rate(opened, "3")
    assert question(opened) is asked and "988" in visible(asked)


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE, Answer.PASSED])
def test_a_question_and_what_is_to_be_acted_on_stay_until_they_are_closed(
    opened: Body, plain_book: Logbook, answer: Answer | None
) -> None:
    plain_book.save(Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None
    if answer is not None:
        asked.parts[0].answers[answer].click()
    rate(opened, "3")
    rate(opened, Qt.Key.Key_Down, "8")
    assert [(each.noted.code, each.given) for each in asked.parts] == [("chest_pain", answer), ("dark_urine", None)]
    settle()  # the question that came takes the keyboard
    asked.parts[1].first.setFocus()
    keys(Qt.Key.Key_Escape)
    settle()
    assert [each.noted.code for each in asked.parts] == ["chest_pain"] and question(opened) is asked
    assert asked.parts[0].first.hasFocus()
    keys(Qt.Key.Key_Escape)
    settle()
    assert question(opened) is None


def test_undo_takes_back_one_answer_of_two(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, "7", Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is not None and len(asked.parts) == 2
    pain, urine = asked.parts
    pain.answers[Answer.YES].click()
    urine.answers[Answer.PASSED].click()
    opened.undo()
    settle()
    assert (pain.given, urine.given) == (Answer.YES, None) and asked.parts == [pain, urine]
    assert answer_of(plain_book, pain.noted.rating) is Answer.YES
    assert answer_of(plain_book, urine.noted.rating) is None


def test_the_country_is_chosen_in_the_card(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    opened.set_country("")
    rate(opened, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None
    (choice,) = asked.findChildren(AskCountry)
    choice.countries.set_value("US")
    choice.choose.click()
    settle()
    assert opened.computer.settings.country == "US" and "988" in visible(asked)


# --- later -----------------------------------------------------------------------------------------------------------


def test_the_answer_is_seen_and_changed_in_the_diary(opened: Body, plain_book: Logbook, chest_pain: Symptom) -> None:
    recent = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=7)
    plain_book.save(recent)
    plain_book.save(replace(recent, answer=Answer.YES), label="rating.answered")
    screen = diary(opened)
    assert screen.show_entry(recent)
    details = screen.pane.details
    assert "Answered: happening now" in details.words()
    assert "answer not given → happening now" in details.words()
    details.answer.click()
    settle()
    assert asked_on_today(opened)
    asked = question(opened)
    assert asked is not None
    asked.parts[0].answers[Answer.PASSED].click()
    assert answer_of(plain_book, recent) is Answer.PASSED
    screen = diary(opened)
    assert screen.show_entry(recent)
    assert "Answered: it has passed" in details.words()
    assert "answer happening now → it has passed" in details.words()
    opened.undo()
    assert answer_of(plain_book, recent) is Answer.YES and asked.parts[0].given is None


def test_a_private_answer_is_shown_only_when_it_is_opened(opened: Body, plain_book: Logbook) -> None:
    dark = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=0)
    recent = Rating(at=ago(plain_book, 30), symptom=dark.id, value=7, answer=Answer.PASSED)
    plain_book.save(dark, recent)
    screen = diary(opened)
    assert screen.show_entry(recent)
    details = screen.pane.details
    assert "Answered" not in details.words() and details.answer.isHidden()
    details.reveal.click()
    assert "Answered: it has passed" in details.words() and details.answer.isVisible()


def test_what_is_no_warning_sign_has_no_answer(opened: Body, plain_book: Logbook) -> None:
    nausea = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=3)
    recent = Rating(at=ago(plain_book, 30), symptom=nausea.id, value=7)
    plain_book.save(nausea, recent)
    screen = diary(opened)
    assert screen.show_entry(recent)
    assert "nswered" not in screen.pane.details.words() and screen.pane.details.answer.isHidden()
