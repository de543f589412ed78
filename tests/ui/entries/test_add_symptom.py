"""Adding a symptom by typing: what it may mean is offered, gone to or asked, and a warning sign is never missed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.rating_form import RatingForm
from journal.ui.entries.symptom_choices import Meant, SymptomChoices
from journal.ui.shell.body import Body
from tests.journals import saved
from tests.ui.conftest import Known, ctrl, keys
from tests.ui.diary.test_masked_ratings import given_away, words_of

ENTER = Qt.Key.Key_Return
CHEST = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=5)
DARK = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=6)


def adding(body: Body) -> RatingForm:
    keys(ctrl(Qt.Key.Key_R))
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, RatingForm)
    form._more.click()
    return form


def offered(form: RatingForm) -> list[str]:
    near = form._adding.near
    return [] if near.isHidden() else [each.text() for each in near.findChildren(QPushButton) if each.isVisible()]


def codes(form: RatingForm) -> list[str]:
    return [symptom.code or symptom.name for symptom, _ in form._rows]


def ratings(book: Logbook) -> list[Rating]:
    return list(book.days(book.today(), book.today())[0].ratings)


@pytest.mark.parametrize("typed", ["suicidal thoughts", "want to die"])
def test_other_words_for_a_warning_sign_are_asked_about_and_yes_adds_the_sign(body: Body, typed: str) -> None:
    form = adding(body)
    keys(typed, ENTER)
    said = "“Hidden rating” is the line for thoughts like these. It shows whom to call. Use it?"
    assert form.message.text() == said
    yes, no, show = form.message.buttons()
    assert (yes.text(), no.text(), show.text()) == ("Yes", "No, it is something else", "Show the name")
    assert yes.hasFocus() and codes(form) == ["back_pain", "nausea"]
    keys(Qt.Key.Key_Space)
    assert codes(form) == ["back_pain", "nausea", "suicidal_thoughts"]
    assert form._rows[-1][1].hasFocus() and form.message.text() == ""


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("typed", "name"), [
    ("jaundice", "Yellow eyes or skin"), ("heart pain", "Chest pain"), ("cant breathe", "Hard to breathe"),
    ("fit", "Seizure"), ("passed out", "Fainting"),
])  # fmt: skip
def test_each_is_asked_by_the_name_of_its_sign(body: Body, typed: str, name: str) -> None:
    form = adding(body)
    keys(typed, ENTER)
    assert form.message.text() == f"Do you mean “{name}”?"


def test_no_keeps_the_own_name_and_its_rating_asks_and_is_masked_all_the_same(body: Body, plain_book: Logbook) -> None:
    form = adding(body)
    keys("suicidal thoughts", ENTER)
    form.message.buttons()[1].click()
    assert codes(form)[-1] == "suicidal thoughts" and form._rows[-1][1].hasFocus()
    keys("6", ENTER)
    (rating,) = ratings(plain_book)
    symptom = plain_book.get(rating.symptom)
    assert isinstance(symptom, Symptom) and (symptom.name, symptom.code) == ("suicidal thoughts", None)
    assert body.today is not None
    card = body.today.question.card
    assert card is not None and [each.noted.code for each in card.parts] == ["suicidal_thoughts"]
    assert given_away(words_of(body.today.list)) == []


def test_an_own_symptom_that_is_there_already_asks_by_its_signs_row(body: Body, plain_book: Logbook) -> None:
    saved(plain_book, Symptom(name="heart pain", position=9))
    keys(ctrl(Qt.Key.Key_R), Qt.Key.Key_Down, Qt.Key.Key_Down, "4", ENTER)
    assert body.today is not None
    card = body.today.question.card
    assert card is not None and card.parts[0].title().startswith("Chest pain, ")


def test_an_own_symptom_rated_0_asks_nothing(body: Body, plain_book: Logbook) -> None:
    saved(plain_book, Symptom(name="heart pain", position=9))
    keys(ctrl(Qt.Key.Key_R), Qt.Key.Key_Down, Qt.Key.Key_Down, "0", ENTER)
    assert body.today is not None and len(ratings(plain_book)) == 1
    assert body.today.question.card is None


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(
    ("sign", "typed"), [(CHEST, "chest"), (DARK, "though"), (CHEST, "Chest pain"), (DARK, "THOUGHTS OF SUICIDE")]
)
def test_one_that_is_in_the_list_is_gone_to(body: Body, plain_book: Logbook, sign: Symptom, typed: str) -> None:
    saved(plain_book, sign)
    form = adding(body)
    keys(typed, ENTER)
    assert codes(form) == ["back_pain", "nausea", sign.code]
    assert form._rows[-1][1].hasFocus() and form.message.text() == ""
    assert form._adding.isVisible() and form._adding.field.typed() == ""


def test_yes_goes_to_the_sign_that_is_in_the_list(body: Body, plain_book: Logbook) -> None:
    saved(plain_book, DARK)
    form = adding(body)
    keys("suicide", ENTER, ENTER)
    assert codes(form) == ["back_pain", "nausea", "suicidal_thoughts"]
    assert form._rows[-1][1].hasFocus()


@pytest.mark.slow
def test_a_beginning_of_several_asks_which(body: Body) -> None:
    form = adding(body)
    keys("blood", ENTER)
    assert form.message.text() == "Which of these is it?"
    assert [each.text() for each in form.message.buttons()] == [
        "Blood in vomit", "Blood in stool", "No, it is something else",
    ]  # fmt: skip
    form.message.buttons()[1].click()
    assert codes(form)[-1] == "blood_in_stool"


@pytest.mark.slow
def test_words_inside_and_other_words_are_offered_while_typing(body: Body) -> None:
    form = adding(body)
    keys("suic")
    assert offered(form) == ["Hidden rating"]
    keys("x")
    assert offered(form) == []
    keys(*[Qt.Key.Key_Backspace] * 5)
    keys("breath")
    assert set(offered(form)) >= {"Slow or shallow breathing", "Hard to breathe"}
    next(each for each in form._adding.near.findChildren(QPushButton) if each.text() == "Hard to breathe").click()
    assert codes(form)[-1] == "hard_to_breathe"


def test_typing_on_withdraws_the_question_and_save_is_possible_again(body: Body) -> None:
    form = adding(body)
    keys("suicide", ENTER)
    assert not form.save_button.isEnabled()
    form._adding.field.setFocus()
    keys("x")
    assert form.message.text() == "" and form.save_button.isEnabled()


@pytest.mark.quick_every(9)
@pytest.mark.parametrize(
    "name", ["Benefit", "Fitness", "Heartburn", "Tired all day", "Stomach", "Breath work", "Red eyes"]
)
def test_a_harmless_name_becomes_an_own_symptom_at_once(body: Body, name: str) -> None:
    form = adding(body)
    keys(name, ENTER)
    assert codes(form)[-1] == name and form.message.text() == ""


def test_what_typed_words_mean(known: Known) -> None:
    renamed = replace(CHEST, name="The vice")
    choices = SymptomChoices(english(), [known.back, renamed])
    assert choices.meant("the v") == Meant("The vice")
    assert choices.meant("Chest pain") == Meant("The vice")  # one sign is not rated under two names
    assert choices.meant("heart pain") == Meant(perhaps=("The vice",))
    assert choices.meant("back") == Meant(perhaps=("Lower back pain",))
    assert choices.meant("Knee") == Meant()
    assert choices.near("ba") == ()


def test_a_second_sign_is_typed_where_the_first_was_and_none_is_lost(body: Body, plain_book: Logbook) -> None:
    form = adding(body)
    keys("Fainting", ENTER)
    assert form._adding.field.isVisible() and form._rows[-1][1].hasFocus()
    keys("C")  # with the keyboard on the digits
    keys("hest pain")
    assert form._adding.field.typed() == "Chest pain"
    keys(ENTER)
    assert codes(form)[-2:] == ["fainting", "chest_pain"]
    keys("7", ENTER)
    codes_of = {symptom.id: symptom.code for symptom in plain_book.symptoms()}
    assert {codes_of[rating.symptom] for rating in ratings(plain_book)} == {"fainting", "chest_pain"}


def test_letters_on_the_digits_open_the_field_for_them(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R), "C")
    keys("hest pain", ENTER)
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, RatingForm) and codes(form)[-1] == "chest_pain"


def test_a_name_that_was_typed_is_not_lost_by_save(body: Body, plain_book: Logbook) -> None:
    form = adding(body)
    keys("Chest pain")
    form.save_button.click()
    assert codes(form)[-1] == "chest_pain" and ratings(plain_book) == []
    form.save_button.click()
    assert len(ratings(plain_book)) == 1


def test_a_name_that_is_too_long_is_refused_and_not_cut(body: Body) -> None:
    form = adding(body)
    edit = form._adding.field.lineEdit()
    assert edit is not None
    edit.setText("n" * 205)
    keys(ENTER)
    assert form.message.text() == "Up to 200 letters fit here; this has 205. Shorten it."
    assert codes(form) == ["back_pain", "nausea"]
