"""Thoughts of suicide are rated in as many steps as other symptoms, and are named only where the person opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from journal.core.entries import Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.rating_form import RatingForm
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY
from tests.journals import ago, saved
from tests.ui.conftest import ctrl, keys, target
from tests.ui.diary.test_masked_ratings import given_away, words_of
from tests.ui.fits import cut, settle, unnamed, unsaid
from tests.ui.sign_cards import question, ratings

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
BUILT_IN = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=5)
OWN = Symptom(name="Thoughts of suicide", kind=SymptomKind.SYMPTOM, position=5, high_label="Thoughts of nothing else")
RENAMED = replace(BUILT_IN, name="Suicidal again")


@pytest.fixture(params=[BUILT_IN, OWN, RENAMED], ids=["built in", "own words", "renamed"])
def dark(body: Body, plain_book: Logbook, request: pytest.FixtureRequest) -> Symptom:
    symptom: Symptom = request.param
    return saved(plain_book, symptom)


def form_of(body: Body) -> RatingForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, RatingForm)
    return form


@pytest.mark.quick_every(3)
def test_its_row_is_not_named_and_a_digit_rates_it(dark: Symptom, body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), DOWN, DOWN)
    assert target().accessibleName() == "Hidden rating: not rated. 0 none, 10 worst"
    assert given_away(words_of(body)) == []
    keys("8")
    assert target().accessibleName() == "Hidden rating: 8 of 10. 0 none, 10 worst"
    keys(ENTER)
    settle()
    assert (dark.id, 8) in ratings(plain_book)
    card = question(body)
    assert card is not None and card.parts[0].first.hasFocus()
    assert given_away(words_of(body)) == []


@pytest.mark.quick_every(3)
def test_its_row_is_opened_by_its_button(dark: Symptom, body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = form_of(body)
    row = form._row_of[form._rows[-1][1]]
    assert (unnamed(form), unsaid(form), cut(form)) == ([], [], [])
    row.reveal.setFocus()
    keys(Qt.Key.Key_Space)
    assert given_away(words_of(form)) != [] and row.scale.hasFocus() and row.reveal.isHidden()
    assert row.scale.accessibleName().startswith(("Thoughts of suicide: not rated", "Suicidal again: not rated"))
    keys(Qt.Key.Key_Escape, ctrl(Qt.Key.Key_R))
    assert given_away(words_of(form_of(body))) == []  # opened anew it is masked again


@pytest.mark.quick_every(9)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (900, 600, 100), (1240, 900, 200)])
def test_the_scale_that_has_the_keyboard_is_seen_with_its_name(
    dark: Symptom, body: Body, plain_book: Logbook, width: int, height: int, percent: int
) -> None:
    for number, code in enumerate(("chest_pain", "dark_urine", "seizure")):
        saved(plain_book, Symptom(code=code, kind=SymptomKind.WARNING, position=6 + number))
    body.set_look(text_size=percent)
    body.main.resize(width, height)
    settle()
    keys(ctrl(Qt.Key.Key_R))
    settle()
    rows = list(form_of(body)._row_of.values())
    for row in rows:
        assert row.scale.hasFocus() and row.visibleRegion().boundingRect() == row.rect()
        keys(DOWN)
        settle()


def test_other_rows_have_nothing_to_open(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = form_of(body)
    assert all(row.reveal.isHidden() for row in form._row_of.values())


@pytest.mark.quick_every(3)
def test_a_number_of_before_is_hidden_until_it_is_opened(dark: Symptom, body: Body, plain_book: Logbook) -> None:
    rating = saved(plain_book, Rating(at=ago(plain_book, 30), symptom=dark.id, value=9))
    assert body.today is not None
    body.today.panel.edit([rating])
    form = form_of(body)
    row = form._row_of[form._rows[-1][1]]
    assert row.scale.isHidden()
    keys(DOWN, DOWN)
    assert not row.scale.isVisible()
    row.reveal.setFocus()
    keys(ENTER)
    assert row.scale.isVisible() and row.scale.hasFocus() and row.scale.value() == 9
    keys("3", ENTER)
    assert ratings(plain_book) == [(dark.id, 3)]


@pytest.mark.quick_every(3)
def test_what_was_typed_and_not_saved_comes_back_hidden(
    dark: Symptom, body: Body, plain_book: Logbook, open_window: Callable[[Logbook], Body]
) -> None:
    keys(ctrl(Qt.Key.Key_R), DOWN, DOWN, "7")
    body.keep_drafts()
    again = open_window(plain_book)
    form = form_of(again)
    assert given_away(words_of(again)) == [] and form._rows[-1][1].isHidden()
    form.save()
    assert ratings(plain_book) == [(dark.id, 7)]


def test_what_is_added_is_not_named_and_takes_no_more_steps(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form_of(body)._more.click()
    keys("want to die", ENTER)
    # Not the list of what is built in.
    written: list[QLabel | QAbstractButton] = [*body.findChildren(QLabel), *body.findChildren(QAbstractButton)]
    assert given_away([said for each in written for said in (each.text(), each.accessibleName())]) == []
    keys(ENTER, "8", ENTER)  # yes, the number, save
    settle()
    card = question(body)
    assert card is not None and card.parts[0].noted.code == "suicidal_thoughts"
    assert given_away(words_of(body)) == []


def test_the_question_shows_the_name_when_that_is_asked_for(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = form_of(body)
    form._more.click()
    keys("want to die", ENTER)
    show = form.message.buttons()[2]
    show.setFocus()
    keys(Qt.Key.Key_Space)
    assert form.message.text() == "Do you mean “Thoughts of suicide”?"
    yes, no = form.message.buttons()
    assert yes.hasFocus() and (yes.text(), no.text()) == ("Yes", "No, it is something else")
    keys(ENTER)
    assert form._rows[-1][0].code == "suicidal_thoughts"


def test_of_several_that_may_be_meant_the_masked_one_is_not_named(body: Body, plain_book: Logbook) -> None:
    saved(plain_book, Symptom(name="self care", position=8))
    keys(ctrl(Qt.Key.Key_R))
    form = form_of(body)
    form._more.click()
    keys("self harm", ENTER)
    assert given_away([each.text() for each in form.message.buttons()]) == []


@pytest.mark.quick_every(3)
def test_the_list_names_what_is_rated_as_it_is_shown(dark: Symptom, body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = form_of(body)
    form._more.click()
    field = form._adding.field
    listed = [field.itemText(number) for number in range(field.count())]
    assert "Hidden rating" in listed
    if dark.code is not None:
        assert given_away(listed) == []
    keys("hidden rating", ENTER)
    assert form._rows[-1][0].id == dark.id and form._rows[-1][1].hasFocus()


@pytest.mark.quick_every(3)
def test_a_deleted_symptom_is_not_named_in_the_trash(dark: Symptom, body: Body, plain_book: Logbook) -> None:
    plain_book.delete([dark.id])
    diary = body.reach(DIARY)
    assert isinstance(diary, DiaryScreen)
    diary.bar.trash.setChecked(True)
    settle()
    said = words_of(diary.list)
    assert "Hidden rating, symptom" in said and given_away(said) == []
