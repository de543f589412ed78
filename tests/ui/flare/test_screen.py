"""A bad moment, answered with one hand: digits, Enter and Escape in the whole window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, DayMark, Dose, Entry, Help, Intake, Measurement, Note, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.flare.form import DRAFT, FlareForm
from journal.ui.flare.screen import FlareScreen
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, FLARE
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, target


def entries(book: Logbook) -> list[Entry]:
    return list(book.find(EntryQuery(kinds=("dose", "rating", "intake"), limit=50)))


def bad_moment(body: Body, qtbot: QtBot) -> FlareForm:
    """F8, from wherever the person is."""
    keys(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), FlareScreen))
    screen = body.stack.currentWidget()
    assert isinstance(screen, FlareScreen) and screen.form is not None
    form = screen.form
    qtbot.waitUntil(lambda: form.scale is None or form.scale.hasFocus())
    return form


@pytest.fixture
def form(body: Body, qtbot: QtBot) -> FlareForm:
    return bad_moment(body, qtbot)


def test_nothing_is_chosen_and_not_now_comes_first(form: FlareForm) -> None:
    assert form.scale is not None and form.scale.value() is None
    assert (form.taken.value(), form.when.value()) == (None, None)
    pills = form.taken.findChildren(QAbstractButton)
    assert [pill.text() for pill in pills] == ["Not now", "A medicine", "A dose", "Something else"]
    assert len({(pill.width(), pill.height()) for pill in pills}) == 1
    assert form.when.isHidden() and form.time.isHidden()


def test_a_digit_and_enter_are_a_rating(form: FlareForm, known: Known, plain_book: Logbook, body: Body) -> None:
    keys("7", Qt.Key.Key_Return)
    (rating,) = entries(plain_book)
    assert isinstance(rating, Rating)
    assert (rating.symptom, rating.value, rating.complete_later) == (known.back.id, 7, True)
    assert body.today is not None and body.stack.currentWidget() is body.today
    assert body.today.action_row.buttons[0].hasFocus()
    keys(Qt.Key.Key_Return)  # a key that bounces
    assert entries(plain_book) == [rating] and body.today.panel.form is None


def test_digits_behind_the_key_are_not_lost(body: Body, plain_book: Logbook) -> None:
    keys(Qt.Key.Key_F8, "7", Qt.Key.Key_Return)
    assert [entry.value for entry in entries(plain_book) if isinstance(entry, Rating)] == [7]


def test_three_digits_and_enter_are_a_rating_and_a_dose_of_which_nothing_is_said(
    form: FlareForm, plain_book: Logbook, body: Body
) -> None:
    keys("8", "3", "1", Qt.Key.Key_Return)
    dose, rating = sorted(entries(plain_book), key=lambda entry: entry.plural)
    assert isinstance(dose, Dose) and isinstance(rating, Rating)
    assert (dose.product, dose.amount.known, dose.note, dose.complete_later) == (None, False, "", True)
    assert (rating.value, rating.dose) == (8, None)
    step = plain_book.undo_step
    assert step is not None and step.label == "flare.added"
    body.undo()
    assert entries(plain_book) == []


@pytest.mark.parametrize(
    ("digit", "note"), [("2", "A medicine. Which one was not said."), ("4", "Which one was not said.")]
)
def test_another_thing_taken_says_what_it_was_not_asked(
    digit: str, note: str, form: FlareForm, plain_book: Logbook
) -> None:
    keys("5", digit, Qt.Key.Key_Return)
    (intake,) = [entry for entry in entries(plain_book) if isinstance(entry, Intake)]
    assert (intake.what, intake.name, intake.note, intake.complete_later) == (Taken.OWN, "", note, True)


def test_earlier_takes_a_time_or_says_that_there_was_none(form: FlareForm, plain_book: Logbook) -> None:
    keys("5", "3", "2")
    assert form.time.edit.hasFocus()
    keys(Qt.Key.Key_Return)
    (dose,) = [entry for entry in entries(plain_book) if isinstance(entry, Dose)]
    assert dose.note == "It was earlier than this. When was not said."


def test_earlier_with_a_time(form: FlareForm, plain_book: Logbook) -> None:
    keys("5", "3", "2", "-1 h", Qt.Key.Key_Return)
    dose, rating = sorted(entries(plain_book), key=lambda entry: entry.plural)
    assert isinstance(dose, Dose) and isinstance(rating, Rating)
    assert rating.at.utc_ms - dose.at.utc_ms == 3_600_000 and dose.note == ""


def test_not_now_writes_no_statement_and_asks_for_no_time(form: FlareForm, plain_book: Logbook) -> None:
    keys("6", "1")
    assert form.when.isHidden()
    keys(Qt.Key.Key_Return)
    assert [type(entry) for entry in entries(plain_book)] == [Rating]
    today = plain_book.today()
    assert plain_book.days(today, today)[0].marks == ()


def test_ten_is_typed_as_anywhere(form: FlareForm) -> None:
    keys("1", "0")
    assert form.scale is not None and form.scale.value() == 10
    assert form.taken.isAncestorOf(target())


def test_enter_with_nothing_chosen_saves_nothing_and_says_so(form: FlareForm, plain_book: Logbook) -> None:
    keys(Qt.Key.Key_Return)
    assert entries(plain_book) == [] and form.message.text().startswith("Nothing is chosen yet.")
    keys(Qt.Key.Key_Down, "1", Qt.Key.Key_Return)
    assert entries(plain_book) == [] and form.message.text().startswith("“Not now” alone")


def test_escape_goes_back_to_where_the_person_was_and_what_was_chosen_can_come_back(
    body: Body, qtbot: QtBot, plain_book: Logbook
) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="The list has a line."))
    diary = body.reach(DIARY)
    qtbot.waitUntil(lambda: diary.isAncestorOf(target()))
    form = bad_moment(body, qtbot)
    keys("4", Qt.Key.Key_Escape)
    assert body.stack.currentWidget() is diary and entries(plain_book) == [] and form is not None
    assert not body.navigation.isHidden() and not body.left_form.isHidden()
    assert diary.isAncestorOf(target())
    body.left_form.back.click()
    again = body.stack.currentWidget()
    assert isinstance(again, FlareScreen) and again.form is not None and again.form.scale is not None
    assert again.form.scale.value() == 4


def test_it_opens_empty_again_after_leaving_and_after_saving(body: Body, qtbot: QtBot) -> None:
    bad_moment(body, qtbot)
    keys(Qt.Key.Key_Escape)
    assert bad_moment(body, qtbot).scale is not None
    keys("3", Qt.Key.Key_Return)
    again = bad_moment(body, qtbot)
    assert again.scale is not None and again.scale.value() is None


def test_what_is_chosen_outlives_the_program(form: FlareForm, body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    keys("9", "3")
    chosen = form.state()
    body.keep_drafts(anew=True)
    assert plain_book.draft(DRAFT) is not None
    body.show_journal(Bridge(plain_book, english(), body.main))
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), FlareScreen))
    screen = body.stack.currentWidget()
    assert isinstance(screen, FlareScreen) and screen.form is not None
    assert screen.form.state() == chosen and screen.form.message.text().startswith("This was typed today ")


def test_the_own_list_stands_before_the_question_about_a_dose(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(Help(text="lie on the left side", position=1))
    plain_book.save(Help(text="heat pad", position=0))
    form = bad_moment(open_window(plain_book), qtbot)
    order = widgets_in(form.content)
    assert order.index(form.own_list) < order.index(form.taken)
    said = "What helps me, my own list: heat pad · lie on the left side"
    assert form.own_list.accessibleName() == said
    pills = form.taken.findChildren(QAbstractButton)
    assert {pill.accessibleDescription() for pill in pills} == {said}


def test_emergency_is_in_sight_and_its_key_comes_back_here(form: FlareForm, body: Body, qtbot: QtBot) -> None:
    assert form.emergency.isVisible() and "F1" in form.emergency.accessibleName()
    keys("6")
    keys(Qt.Key.Key_F1)
    assert not isinstance(body.stack.currentWidget(), FlareScreen) and not body.navigation.isHidden()
    keys(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), FlareScreen))
    assert form.scale is not None and form.scale.value() == 6 and body.navigation.isHidden()


def test_what_is_said_of_an_open_warning_sign_stands_above_it(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.YES))
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    qtbot.waitUntil(lambda: body.notices is not None and body.notices.notice is not None)
    form = bad_moment(body, qtbot)
    assert body.notices is not None and body.notices.notice is not None
    assert body.notices.notice.isVisible() and form.isVisible()
    assert body.notices.notice.words().startswith("First: Slow or shallow breathing")


def test_after_days_without_a_dose_has_the_sentence_of_the_dose_form(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    for days in (1, 2, 3):
        plain_book.save(DayMark(day=plain_book.today() - dt.timedelta(days=days)))
    form = bad_moment(open_window(plain_book), qtbot)
    assert form.too_strong.isHidden()
    keys("5", "3")
    assert form.too_strong.isVisible() and "may be too strong now" in form.too_strong.text()


@pytest.mark.parametrize("percent", [100, 200])
def test_in_a_small_window_everything_that_is_asked_is_reached(
    percent: int, form: FlareForm, body: Body, qapp: QApplication, qtbot: QtBot
) -> None:
    body.main.resize(900, 600)
    apply_theme(qapp, "dark", percent)
    qtbot.wait(20)
    for part in (form.emergency, form.leave_button, form.save_button):
        assert part.visibleRegion().boundingRect().size() == part.size()
    keys("7")
    qtbot.wait(5)
    for pill in form.taken.findChildren(QAbstractButton):
        assert pill.visibleRegion().boundingRect().size() == pill.size(), pill.text()


@pytest.mark.parametrize("height", [480, 500, 600])
def test_in_a_small_window_what_is_asked_stands_above_its_answers(
    height: int, body: Body, qapp: QApplication, qtbot: QtBot
) -> None:
    """Opened there, half of the question was scrolled away: the digits said nothing of what they are about."""
    body.main.resize(900, height)
    apply_theme(qapp, "dark", 200)
    form = bad_moment(body, qtbot)
    asked = {each.text(): each for each in form.findChildren(QLabel)}
    qtbot.waitUntil(lambda: shown_whole(asked["Lower back pain now?"]))
    keys("7")
    qtbot.waitUntil(lambda: shown_whole(asked["Taken anything?"]))


def shown_whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect().size() == part.size()


def test_without_a_main_symptom_the_rest_is_asked(plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot) -> None:
    form = bad_moment(open_window(plain_book), qtbot)
    assert form.scale is None
    qtbot.waitUntil(lambda: form.taken.isAncestorOf(target()))
    keys("3", Qt.Key.Key_Return)
    assert [type(entry) for entry in entries(plain_book)] == [Dose]


def test_its_code_is_not_loaded_before_somebody_goes_there(body: Body) -> None:
    assert body._screens.seen(FLARE) is None
    keys(ctrl(Qt.Key.Key_1))
