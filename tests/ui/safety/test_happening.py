"""The card about several warning signs: in which order, each for itself, and what it does not name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer
from journal.guidance.warning_signs import signs
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.happening import HappeningNow
from tests.journals import START_MS
from tests.signs import noted
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, words
from tests.ui.sign_cards import card, visible

SIGNS = [code for each in signs() if each.rated for code in each.codes]
TOGETHER = 6  # signs on one card: after every answer all of them are drawn anew


def test_it_asks_with_the_names_of_what_was_saved(qtbot: QtBot) -> None:
    made = card(qtbot, "chest_pain", "dark_urine")
    asked = "Is this happening now?"
    now = "If it is happening now, or you are not sure, do this. Call 911. Sit down and rest. Do not drive yourself."
    dark = visible(made)[4]
    first, second = "Chest pain, today 10:30 (1 of 2)", "Dark urine, today 10:30 (2 of 2)"
    assert visible(made)[:6] == [first, now, asked, second, dark, asked]
    assert [part.spoken().partition(". ")[0] for part in made.parts] == [first, second]
    stopping, question = visible(made)[6:]  # said before there is an answer
    assert stopping.startswith("Take no more ") and question.startswith("Do you also take alcohol")
    assert dark.startswith("If it is happening now, or you are not sure, do this. Doctor today")
    made.ask()
    assert made.parts[0].first.hasFocus()


def test_each_is_answered_for_itself(qtbot: QtBot) -> None:
    made = card(qtbot, "dark_urine", "chest_pain")
    told: list[tuple[str, Answer | None]] = []
    made.answered.connect(lambda each: told.append((each.code, each.rating.answer)))
    first, other = made.parts
    first.answers[Answer.PASSED].click()
    assert told == [("chest_pain", Answer.PASSED)] and other.given is None and other.answers[Answer.YES].isVisible()
    other.answers[Answer.KNOWN].click()
    assert told[1:] == [("dark_urine", Answer.KNOWN)]
    assert "Call 911. It was within the last 12 hours." in visible(made)


def test_pinpoint_pupils_beside_another_sign_keep_a_question_of_their_own(qtbot: QtBot) -> None:
    made = card(qtbot, "dark_urine", "pinpoint_pupils")
    pupils, urine = made.parts
    assert pupils.question.startswith("Hard to wake") and urine.question == "Is this happening now?"
    urine.answers[Answer.PASSED].click()
    assert pupils.given is None and pupils.answers[Answer.NOT_SURE].isVisible()


def test_of_two_the_more_urgent_one_comes_first(qtbot: QtBot) -> None:
    made = card(qtbot, "yellow_skin", "seizure", "chest_pain")
    for each in list(made.parts):
        each.first.click()
    said = visible(made)
    assert said[:3] == ["Seizure, today 10:30 (1 of 3)", "Call now", "911"]
    assert said.count("911") == 2  # in each part
    assert [each.noted.code for each in made.parts] == ["seizure", "chest_pain", "yellow_skin"]
    made.parts[0].closed.emit()
    settle()
    assert visible(made)[:3] == ["Chest pain, today 10:30 (1 of 2)", "Call now", "911"]
    made.parts[1].closed.emit()
    settle()
    assert visible(made)[0] == "Chest pain, today 10:30"  # one alone is not counted


def test_the_card_does_not_name_thoughts_of_suicide(qtbot: QtBot) -> None:
    asked = card(qtbot, "suicidal_thoughts", "chest_pain")
    assert [each.title() for each in asked.parts] == ["Chest pain, today 10:30", "Hidden rating, today 10:30"]
    assert SYMPTOMS["suicidal_thoughts"] not in words(asked) + asked.accessibleName()
    asked.parts[1].answers[Answer.PASSED].click()
    assert SYMPTOMS["suicidal_thoughts"] not in words(asked)


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


@pytest.mark.slow
@pytest.mark.slow_every(3)  # with a country at 100 %, without at 200 %
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("country", ["US", None])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, percent: int, country: str | None) -> None:
    apply_theme(qapp, "dark", percent)
    for first in range(0, len(SIGNS), TOGETHER):
        codes = SIGNS[first : first + TOGETHER]
        made = HappeningNow(longer(), [noted(each) for each in codes], country, "", lambda: START_MS)
        shown(qtbot, made, 560, 40_000)
        assert len(made.parts) == len(codes) and cut(made) == []
        made.hide()  # in sight all of it would be laid out anew after every answer
        for each in list(made.parts):
            each.first.click()
        made.show()
        settle()
        assert all(each.given is not None for each in made.parts) and cut(made) == []
        made.hide()


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("code", SIGNS)
def test_each_can_be_answered_again_from_the_card(qtbot: QtBot, code: str) -> None:
    """A slip, or an answer that holds no more, is not only put right in the menu of a row far below."""
    made = card(qtbot, code)
    (part,) = made.parts
    before = visible(made)
    told: list[Answer | None] = []
    made.answered.connect(lambda each: told.append(each.rating.answer))
    first, *others = part.answers
    for answer in (*others, first):
        part.answers[answer].click()
        part.button_named("Answer again").click()
        assert part.given is None and visible(made) == before and answer in part.answers
        assert part.isAncestorOf(QApplication.focusWidget() or made)
    assert told == [*others, first]
