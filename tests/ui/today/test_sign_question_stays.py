"""What stands in the card on Today stays there until the person closes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import Answer, Note, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.ask_country import AskCountry
from journal.ui.shell.body import Body
from tests.ui.conftest import OpenWindow, keys
from tests.ui.fits import settle
from tests.ui.sign_cards import answer_of, answered, question, rate, visible


@pytest.mark.parametrize("answer", [Answer.PASSED, Answer.KNOWN])
@pytest.mark.parametrize("code", ["chest_pain", "dark_urine", "seizure", "yellow_skin"])
def test_only_the_person_closes_advice(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, code: str, answer: Answer
) -> None:
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    noted = Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=answer)
    plain_book.save(sign, noted)
    body = open_window(plain_book)
    rate(body, "3")
    plain_book.save(Note(at=moment_now(plain_book.clock), text="Tea"))
    again = open_window(plain_book)
    for each in (body, again):
        asked = question(each)
        assert asked is not None and [part.given for part in asked.parts] == [answer]
        assert not each.today.advice_again.isVisible() if each.today is not None else False
    asked = question(again)
    assert asked is not None
    asked.parts[0].closed.emit()
    settle()
    assert question(again) is None


def test_the_next_sign_is_asked_about_beside_the_advice_to_the_one_before(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    rate(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, "7")
    asked = question(opened)
    assert asked is not None and asked.parts[0].noted.code == "chest_pain"
    asked.parts[0].answers[Answer.KNOWN].click()
    rate(opened, Qt.Key.Key_Down, "8")
    asked = question(opened)
    assert asked is not None and [each.given for each in asked.parts] == [None, Answer.KNOWN]
    said = visible(asked)
    assert "Hidden rating, today 10:30 (1 of 2)" in said and any(
        each.startswith("Saved. If it is new") for each in said
    )


def test_a_crisis_line_stays_until_it_is_closed(opened: Body, plain_book: Logbook) -> None:
    plain_book.save(Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=-1))
    asked = answered(opened, Answer.PASSED)
    rate(opened, "3")
    assert question(opened) is asked and "988" in visible(asked)


@pytest.mark.quick_every(4)
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
