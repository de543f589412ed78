"""How I feel, by keys alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journal.core.entries import Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.entries.rating_form import RatingForm
from journal.ui.kit.scale import RatingScale
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.ui.conftest import Known, OpenWindow, ctrl, keys
from tests.ui.fits import settle

ENTER = Qt.Key.Key_Return


def ratings(book: Logbook) -> list[Rating]:
    return list(book.days(book.today(), book.today())[0].ratings)


def rating_form(body: Body) -> RatingForm:
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, RatingForm)
    return form


def test_a_rating_takes_three_keys(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", ENTER)
    assert [(each.symptom, each.value) for each in ratings(plain_book)] == [(known.back.id, 5)]


@pytest.mark.slow
def test_several_symptoms_in_one_stroke(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_R), "10", Qt.Key.Key_Down, "3", Qt.Key.Key_Right, ENTER)
    first, second = ratings(plain_book)
    assert [(first.symptom, first.value), (second.symptom, second.value)] == [(known.back.id, 10), (known.nausea.id, 4)]
    assert first.group == second.group and first.at == second.at


def test_what_a_digit_does_is_said_where_there_are_several_lines(body: Body, plain_book: Logbook, known: Known) -> None:
    said = "A digit answers its line. Tab goes to the next one."
    keys(ctrl(Qt.Key.Key_R), "6")
    form = rating_form(body)
    assert form._rows[0][1].hasFocus() and form._one_by_one.text() == said and form._one_by_one.isVisible()
    keys(Qt.Key.Key_Tab, "7")
    assert [scale.value() for _, scale in form._rows][:2] == [6, 7]
    form.cancel()
    plain_book.save(replace(known.nausea, hidden=True))
    keys(ctrl(Qt.Key.Key_R))
    assert len(rating_form(body)._rows) == 1 and not rating_form(body)._one_by_one.isVisible()


def test_enter_without_a_number_saves_nothing(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), ENTER)
    assert ratings(plain_book) == []
    assert rating_form(body).message.text().startswith("Choose a number first")


def test_an_own_symptom_is_added_inline_and_saved_with_its_rating(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys("Knee <b>left</b>", ENTER)
    keys("7", ENTER)
    (rating,) = ratings(plain_book)
    symptom = next(each for each in plain_book.symptoms() if each.id == rating.symptom)
    assert (symptom.name, symptom.code, rating.value) == ("Knee <b>left</b>", None, 7)
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "rating.added"


@pytest.mark.slow
def test_a_built_in_name_becomes_the_built_in_symptom(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R))
    rating_form(body)._more.click()
    keys("constipation", ENTER, "2", ENTER)
    assert "constipation" in [each.code for each in plain_book.symptoms()]


def test_a_hidden_symptom_that_comes_back_keeps_what_was_changed_in_it_meanwhile(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    plain_book.save(replace(known.nausea, hidden=True))
    keys(ctrl(Qt.Key.Key_R))
    rating_form(body)._more.click()
    keys("nausea", ENTER, "3")
    changed = replace(known.nausea, name="Queasy", low_label="calm", position=7, hidden=True)
    plain_book.save(changed)
    keys(ENTER)
    assert [each.symptom for each in ratings(plain_book)] == [known.nausea.id]
    assert plain_book.get(known.nausea.id) == replace(changed, hidden=False)


@pytest.mark.slow
def test_the_first_symptom_of_a_rating_is_no_second_main_one(body: Body, plain_book: Logbook, known: Known) -> None:
    without = replace(known.back, main=False, hidden=True)
    plain_book.save(without, replace(known.nausea, hidden=True))
    keys(ctrl(Qt.Key.Key_R), "Knee", ENTER, "3")
    plain_book.save(replace(without, main=True))
    keys(ENTER)
    (rating,) = ratings(plain_book)
    knee = plain_book.get(rating.symptom)
    assert isinstance(knee, Symptom) and knee.name == "Knee"
    assert [each.id for each in plain_book.symptoms() if each.main] == [known.back.id]


def test_enter_adds_a_completed_symptom_once(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys("seiz", ENTER)
    assert [each.code for each, _ in form._rows] == ["back_pain", "nausea", "seizure"]
    assert form._rows[-1][1].hasFocus() and form._adding.isVisible()


@pytest.mark.slow
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin
def test_down_opens_the_list_at_what_is_typed_and_enter_adds_it_once(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "3")
    form = rating_form(body)
    form._more.click()
    keys("seiz", Qt.Key.Key_Down)
    assert form._adding.field.view().isVisible() and len(form._rows) == 2
    QTest.keyClick(form._adding.field.view(), ENTER)
    assert [each.code for each, _ in form._rows] == ["back_pain", "nausea", "seizure"]
    assert ratings(plain_book) == [] and rating_form(body) is form


@pytest.mark.slow
def test_tab_leaves_the_name_of_a_symptom_for_the_add_button(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys("seiz", Qt.Key.Key_Tab)
    assert len(form._rows) == 2 and form._adding.add.hasFocus()
    keys(ENTER)
    assert len(form._rows) == 3


@pytest.mark.slow
def test_a_symptom_is_added_above_the_scales(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    settle()
    first = form._rows[0][1]
    assert form._more.mapTo(form, QPoint()).y() < form.scroller.y()
    keys((Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier))
    assert form._more.hasFocus()
    keys(ENTER)
    settle()
    assert form._adding.field.mapTo(form, QPoint()).y() < first.mapTo(form, QPoint()).y()


def test_a_second_enter_after_a_rating_opens_no_dose(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", ENTER, ENTER, ENTER)
    assert body.today is not None and body.today.panel.form is None
    assert len(ratings(plain_book)) == 1 and body.today.action_row.of_kind["rating"].hasFocus()


def test_undo_in_an_open_form_leaves_what_was_saved_before(body: Body, plain_book: Logbook) -> None:
    before = plain_book.undo_step
    keys(ctrl(Qt.Key.Key_R), "5", ctrl(Qt.Key.Key_Z))
    assert plain_book.undo_step == before
    assert rating_form(body)._rows[0][1].value() == 5 and rating_form(body).message.text()
    keys(Qt.Key.Key_Escape, ctrl(Qt.Key.Key_Z))
    assert plain_book.undo_step != before


def test_taking_one_number_back_while_editing_deletes_that_rating(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", Qt.Key.Key_Down, "3", ENTER)
    assert body.today is not None
    body.today.panel.edit(ratings(plain_book))
    keys(Qt.Key.Key_Down, Qt.Key.Key_Backspace, ENTER)
    assert [each.value for each in ratings(plain_book)] == [5]
    plain_book.undo()
    assert [each.value for each in ratings(plain_book)] == [5, 3]


def test_a_copy_never_carries_values_over(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", ENTER)
    assert body.today is not None
    body.today.panel.copy(ratings(plain_book))
    assert [scale.value() for scale in rating_form(body).findChildren(RatingScale)] == [None, None]


def test_only_what_is_active_on_the_day_is_asked_for(body: Body, plain_book: Logbook, known: Known) -> None:
    today = plain_book.today()
    yesterday = today - dt.timedelta(days=1)
    plain_book.save(replace(known.nausea, active_until=yesterday))
    keys(ctrl(Qt.Key.Key_R))
    assert [symptom.id for symptom, _ in rating_form(body)._rows] == [known.back.id]
    rating_form(body).cancel()
    assert body.today is not None
    body.today.show_day(yesterday)
    keys(ctrl(Qt.Key.Key_R))
    assert [symptom.id for symptom, _ in rating_form(body)._rows] == [known.back.id, known.nausea.id]


@pytest.mark.slow
def test_a_chosen_number_comes_back_though_its_symptom_has_ended(
    known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    body = open_window(plain_book)
    keys(ctrl(Qt.Key.Key_R), Qt.Key.Key_Down, "4")
    body.keep_drafts()
    plain_book.save(replace(known.nausea, active_until=plain_book.today() - dt.timedelta(days=1)))
    form = rating_form(open_window(plain_book))
    assert {symptom.id: scale.value() for symptom, scale in form._rows}[known.nausea.id] == 4


def _twice_in_one_group(book: Logbook, known: Known) -> list[Rating]:
    """Two ratings of one symptom, as an import or an earlier version's command line may have made them."""
    made = [Rating(at=ago(book, 60), symptom=known.back.id, value=value, group="one group") for value in (6, 7)]
    book.save(*made)
    return [each for each in map(book.get, (one.id for one in made)) if isinstance(each, Rating)]


def _as_kept(book: Logbook, rated: list[Rating]) -> list[tuple[int | None, str]]:
    kept = [each for each in map(book.get, (one.id for one in rated)) if isinstance(each, Rating)]
    return [(each.value, each.at.local.strftime("%H:%M")) for each in kept]


def test_two_ratings_of_one_symptom_keep_their_own_numbers(body: Body, plain_book: Logbook, known: Known) -> None:
    rated = _twice_in_one_group(plain_book, known)
    assert body.today is not None
    body.today.panel.edit(rated)
    form = rating_form(body)
    assert sorted(scale.value() or 0 for _, scale in form._rows) == [0, 6, 7]
    form.time.set_text("6:10")
    form.save()
    assert _as_kept(plain_book, rated) == [(6, "06:10"), (7, "06:10")]


def test_a_draft_keeps_both_numbers_of_one_symptom(
    body: Body, plain_book: Logbook, known: Known, open_window: OpenWindow
) -> None:
    rated = _twice_in_one_group(plain_book, known)
    assert body.today is not None
    body.today.panel.edit(rated)
    next(scale for _, scale in rating_form(body)._rows if scale.value() == 7).set_value(8)
    body.keep_drafts()
    form = rating_form(open_window(plain_book))
    form.save()
    assert _as_kept(plain_book, rated) == [(6, "09:30"), (8, "09:30")]


@pytest.mark.slow
def test_the_row_of_an_added_symptom_is_in_sight_at_once_in_a_low_window(body: Body, plain_book: Logbook) -> None:
    more = [Symptom(name=f"Pain {number}", position=number + 2) for number in range(8)]
    plain_book.save(*more)
    body.main.resize(900, 600)
    settle()
    keys(ctrl(Qt.Key.Key_R))
    settle()
    form = rating_form(body)
    form._more.click()
    settle()
    keys("breath")
    settle()
    next(each for each in form._adding.near.findChildren(QPushButton) if each.text().startswith("Slow")).click()
    settle()
    symptom, scale = form._rows[-1]
    assert symptom.code == "slow_breathing" and scale.hasFocus()
    row = form._row_of[scale]
    assert row.visibleRegion().boundingRect().height() == row.height()


@pytest.mark.slow
def test_a_refusal_goes_once_a_number_is_chosen(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R), ENTER)
    form = rating_form(body)
    assert form.message.text().startswith("Choose a number first")
    keys("4")
    assert form.message.text() == ""


@pytest.mark.slow
def test_a_refused_name_of_a_symptom_goes_once_another_is_typed(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys(ENTER)
    assert form.message.text() != ""
    keys("K")
    assert form.message.text() == ""


def test_a_sign_that_is_added_by_its_name_is_saved_without_a_number(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys("chest pain", ENTER, ENTER)
    settle()
    (rating,) = ratings(plain_book)
    sign = plain_book.get(rating.symptom)
    assert isinstance(sign, Symptom) and sign.code == "chest_pain" and rating.value is None
    (noted,) = form.warnings()
    assert noted.code == "chest_pain"


def test_what_was_added_and_has_no_number_keeps_the_keyboard_and_is_not_dropped_unseen(
    body: Body, plain_book: Logbook, known: Known
) -> None:
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    form._more.click()
    keys("Knee", ENTER, ENTER)
    settle()
    (knee,) = [row for row in form._row_of.values() if row._symptom.name == "Knee"]
    assert knee.scale.hasFocus() and "Choose a number first" in form.message.text() and ratings(plain_book) == []
    form._rows[0][1].choose(4)
    keys(ENTER)
    assert "“Knee” has no number." in form.message.text() and knee.scale.hasFocus() and ratings(plain_book) == []
    keys(ENTER)
    assert [each.value for each in ratings(plain_book)] == [4]


def test_a_digit_goes_to_a_line_whose_name_is_in_sight(body: Body, plain_book: Logbook, known: Known) -> None:
    plain_book.save(*(Symptom(name=f"Symptom {n}", kind=SymptomKind.SYMPTOM, position=n) for n in range(2, 14)))
    body.window().resize(900, 600)
    keys(ctrl(Qt.Key.Key_R))
    form = rating_form(body)
    for _ in range(9):
        keys(Qt.Key.Key_Tab)
        settle()
        row = next(row for row in form._row_of.values() if row.scale.hasFocus())
        assert not row._name.visibleRegion().isEmpty(), row._name.text()


@pytest.mark.parametrize("main", [True, False])
def test_a_sign_never_stands_first(plain_book: Logbook, open_window: OpenWindow, main: bool) -> None:
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING, position=0)
    plain_book.save(sign, Symptom(code="pain", kind=SymptomKind.PAIN, position=3, main=main))
    body = open_window(plain_book)
    keys(ctrl(Qt.Key.Key_R))
    assert [symptom.code for symptom, _ in rating_form(body)._rows] == ["pain", "seizure"]


def test_where_there_are_signs_only_a_first_digit_rates_none(plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save(Symptom(code="seizure", kind=SymptomKind.WARNING))
    body = open_window(plain_book)
    keys(ctrl(Qt.Key.Key_R), "3", ENTER)
    assert ratings(plain_book) == [] and rating_form(body)._rows[0][1].value() is None
