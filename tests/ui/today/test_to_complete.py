"""What was saved in a hurry is offered for completing on Today, and marked in every list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Intake, Rating
from journal.core.moments import HOUR_MS, Moment, moment_at, moment_now
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.rating_form import RatingForm
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY
from journal.ui.today.screen import TodayScreen
from tests.journals import FixedClock
from tests.ui.conftest import Known, keys
from tests.ui.diary.conftest import select


@pytest.fixture
def today(body: Body) -> TodayScreen:
    assert body.today is not None
    return body.today


def now(book: Logbook) -> Moment:
    return moment_now(book.clock)


def in_a_hurry(book: Logbook, known: Known) -> tuple[Dose, Rating]:
    dose = Dose(at=now(book), complete_later=True)
    rating = Rating(at=now(book), symptom=known.back.id, value=7, complete_later=True)
    book.save(rating, dose, label="flare.added")
    return dose, rating


def test_nothing_is_offered_where_nothing_is_marked(today: TodayScreen, plain_book: Logbook, known: Known) -> None:
    plain_book.save(Rating(at=now(plain_book), symptom=known.back.id, value=7))
    assert today.to_complete.isHidden()
    assert all("to be completed" not in today.rows.line(row).fact for row in _rows(today))


def test_a_dose_is_completed_in_its_form_and_then_its_rating(
    today: TodayScreen, plain_book: Logbook, known: Known, qtbot: QtBot
) -> None:
    dose, rating = in_a_hurry(plain_book, known)
    assert today.to_complete.words.text() == "2 entries are to be completed."
    qtbot.wait(5)
    words = today.to_complete.words
    assert words.visibleRegion().boundingRect().width() >= words.fontMetrics().horizontalAdvance(words.text())
    today.to_complete.complete.click()
    assert isinstance(today.panel.form, DoseForm)
    today.panel.form.picker.choose(known.green.id)
    today.panel.form.amount.field.edit.setText("2.5 g")
    keys(Qt.Key.Key_Return)
    done = plain_book.get(dose.id)
    assert isinstance(done, Dose) and not done.complete_later
    assert (done.product, done.amount.quantity) == (known.green.id, 2_500)
    assert today.to_complete.words.text() == "1 entry is to be completed."
    today.to_complete.complete.click()
    assert isinstance(today.panel.form, RatingForm)
    keys(Qt.Key.Key_Return)
    kept = plain_book.get(rating.id)
    assert isinstance(kept, Rating) and (kept.value, kept.complete_later) == (rating.value, False)
    assert today.to_complete.isHidden()


def test_something_else_is_completed_in_its_form(today: TodayScreen, plain_book: Logbook) -> None:
    intake = Intake(at=now(plain_book), what=Taken.OWN, note="Which one was not said.", complete_later=True)
    plain_book.save(intake)
    today.to_complete.complete.click()
    form = today.panel.form
    assert isinstance(form, DeclaredForm)
    form.inputs["name"].show("peppermint tea")
    keys((Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    done = plain_book.get(intake.id)
    assert isinstance(done, Intake) and (done.name, done.complete_later) == ("peppermint tea", False)


def test_nothing_to_add_is_one_step_and_can_be_taken_back(
    today: TodayScreen, body: Body, plain_book: Logbook, known: Known
) -> None:
    entries = in_a_hurry(plain_book, known)
    today.to_complete.as_it_is.click()
    assert today.to_complete.isHidden() and today.action_row.buttons[0].hasFocus()
    kept = plain_book.existing([entry.id for entry in entries]).values()
    assert [entry.complete_later for entry in kept] == [False, False]
    body.undo()
    assert not today.to_complete.isHidden()


def test_the_night_is_offered_in_the_morning_and_each_day_its_own(
    today: TodayScreen, plain_book: Logbook, clock: FixedClock
) -> None:
    at_three = moment_at(clock.now_ms() - 9 * HOUR_MS, "Europe/Berlin")
    assert at_three.local.hour < 4
    plain_book.save(Dose(at=at_three, complete_later=True))
    assert not today.to_complete.isHidden()
    today.turn(-1)
    assert not today.to_complete.isHidden()
    today.turn(-1)
    assert today.to_complete.isHidden()


def test_rows_say_it_and_their_button_is_named_for_it(
    today: TodayScreen, body: Body, plain_book: Logbook, known: Known, qtbot: QtBot
) -> None:
    dose, _ = in_a_hurry(plain_book, known)
    lines = [today.rows.line(row) for row in _rows(today)]
    assert all("to be completed" in line.fact and "to be completed" in line.spoken for line in lines)
    assert [today.rows.menu(row).actions()[0].text() for row in _rows(today)] == ["Complete…", "Complete…"]
    diary = body.reach(DIARY)
    qtbot.waitUntil(lambda: diary.rows.show_entry(dose))
    select(diary, dose)
    assert diary.pane.details.edit.text() == "Complete…"


def _rows(today: TodayScreen) -> list[Row]:
    model = today.list.model()
    return [model.index(number, 0).data(Qt.ItemDataRole.UserRole) for number in range(model.rowCount())]
