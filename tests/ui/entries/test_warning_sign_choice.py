"""A warning sign is chosen from the known ones, from beside the heading of what is rated."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Rating, Symptom
from journal.logbook import Logbook
from journal.ui.entries.rating_form import RatingForm
from journal.ui.shell.body import Body
from tests.ui.entries.test_add_symptom import adding, codes
from tests.ui.fits import settle


def test_the_known_signs_open_above_the_list_and_one_is_added(body: Body) -> None:
    form = adding(body)
    choice = form._signs
    assert choice.button.text() == "A warning sign…" and choice.offered.isHidden()
    choice.button.click()
    settle()
    signs = {each.text(): each for each in choice.offered.findChildren(QPushButton) if each.isVisible()}
    assert {"Chest pain", "Slow or shallow breathing", "Seizure"} <= signs.keys()
    signs["Chest pain"].click()
    settle()
    assert codes(form)[-1] == "chest_pain" and choice.offered.isHidden()


def test_it_is_reached_at_once_however_far_the_form_is_scrolled(body: Body) -> None:
    """It stood three screens below the heading, behind every symptom."""
    form = adding(body)
    choice, bar = form._signs, form.scroller.verticalScrollBar()
    shown = form.scroller.viewport()
    bar.setValue(bar.maximum())
    settle()
    assert not form.scroller.isAncestorOf(choice.button) and choice.button.isVisible()
    choice.button.click()
    settle()
    top = choice.mapTo(shown, QPoint(0, 0)).y()
    assert 0 <= top < shown.height()
    choice.button.click()
    settle()
    assert choice.isHidden()


def chosen(body: Body, name: str) -> RatingForm:
    form = adding(body)
    form._signs.button.click()
    settle()
    next(each for each in form._signs.offered.findChildren(QPushButton) if each.text() == name).click()
    settle()
    return form


def test_a_sign_that_was_chosen_is_saved_without_a_number(body: Body, plain_book: Logbook) -> None:
    form = chosen(body, "Seizure")
    form.save()
    (rating,) = ratings_of(plain_book)
    symptom = plain_book.get(rating.symptom)
    assert isinstance(symptom, Symptom) and symptom.code == "seizure" and rating.value is None
    (noted,) = form.warnings()
    assert noted.code == "seizure"


def test_a_draft_keeps_that_it_was_chosen(body: Body, plain_book: Logbook) -> None:
    state = chosen(body, "Seizure").state()
    assert body.bridge is not None
    again = RatingForm(body.bridge)
    again.restore(state)
    again.save()
    assert [rating.value for rating in ratings_of(plain_book)] == [None]


def ratings_of(book: Logbook) -> list[Rating]:
    return [entry for part in book.slices("rating") for entry in part if isinstance(entry, Rating)]
