"""A form that was cancelled with something typed in it: said at the foot and brought back, with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journal.core.entries import Draft, Note
from journal.core.moments import DAY_MS, moment_now
from journal.logbook import Logbook
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.left_form import LEFT, LeftForm
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, HEALTH, PRODUCTS, SETTINGS, TODAY
from journal.ui.shell.window import MainWindow
from tests.journals import FixedClock
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, target
from tests.ui.fits import longer, settle
from tests.ui.test_feet_of_forms import in_health

ESCAPE, SPACE = Qt.Key.Key_Escape, Qt.Key.Key_Space
LONG = "Slept badly, then three hours of rain."


def is_offered(body: Body) -> bool:
    return body.left_form.isVisible()


def bring_back(body: Body) -> None:
    body.left_form.back.setFocus()
    keys(SPACE)
    settle()


def note_form(body: Body) -> NoteForm:
    form = body.today.panel.form if body.today is not None else None
    assert isinstance(form, NoteForm)
    return form


def test_a_note_that_was_cancelled_comes_back_with_the_keyboard_in_it(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    assert body.today is not None and body.today.panel.form is None
    assert is_offered(body)
    typed_at = body.texts.time(moment_now(plain_book.clock).local.time())
    assert body.left_form.words.text() == f"Not saved: Note, typed at {typed_at}."
    assert body.left_form.back.accessibleDescription() == body.left_form.words.text()
    assert (
        body.left_form.words.accessibleDescription() == "It waits here until you save something else, or the day ends."
    )
    bring_back(body)
    assert note_form(body).note.text() == LONG and note_form(body).isAncestorOf(target())
    assert not is_offered(body)
    assert [draft.form for draft in plain_book.drafts()] == ["note"]  # a crash does not lose it either
    keys(ctrl(Qt.Key.Key_Return))
    (saved,) = plain_book.days(plain_book.today(), plain_book.today())[0].entries["note"]
    assert isinstance(saved, Note) and saved.text == LONG


@pytest.mark.slow
def test_cancel_offers_it_too_and_an_untouched_form_nothing(body: Body) -> None:
    for opening in (Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_R):
        keys(ctrl(opening), ESCAPE)
        settle()
        assert not is_offered(body)
    keys(ctrl(Qt.Key.Key_K), "x", Qt.Key.Key_Backspace, ESCAPE)
    assert not is_offered(body)
    keys(ctrl(Qt.Key.Key_K), "x")
    note_form(body).cancel_button.setFocus()
    keys(SPACE)
    settle()
    assert is_offered(body)


def test_it_is_offered_until_something_else_is_saved(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    keys(ctrl(Qt.Key.Key_D))
    assert is_offered(body)  # a form that is opened saves nothing
    keys("2", Qt.Key.Key_Return)
    settle()
    assert not is_offered(body)


def test_it_is_offered_until_the_day_changes(body: Body, clock: FixedClock) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    body.left_form.look()
    assert is_offered(body)
    clock.ms += DAY_MS
    body.left_form.look()
    assert not is_offered(body)


def test_what_is_being_typed_stays_when_the_other_is_wanted(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    keys(ctrl(Qt.Key.Key_K), "something new")
    bring_back(body)
    assert note_form(body).note.text() == "something new"
    assert note_form(body).message.text() == "Save or cancel this first."
    assert is_offered(body)


def test_it_comes_back_on_the_screen_it_was_on(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    body.reach(PRODUCTS)
    settle()
    bring_back(body)
    assert body.stack.currentWidget() is body.today and note_form(body).note.text() == LONG


def test_a_changed_entry_of_the_diary(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="before"))
    diary = body.reach(DIARY)
    qtbot.waitUntil(lambda: diary.diary.is_loaded and diary.list.model().rowCount() > 0)
    settle()
    diary.list.setFocus()
    diary.list.go_near(0)
    keys(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(diary.pane.host.form, NoteForm) and diary.pane.host.form.note.hasFocus())
    keys(" and after", ESCAPE)
    settle()
    assert is_offered(body) and diary.pane.host.form is None
    bring_back(body)
    form = diary.pane.host.form
    assert isinstance(form, NoteForm) and form.note.text() != "before" and "and after" in form.note.text()


def test_the_line_of_medicines_and_a_form_of_health(body: Body, qtbot: QtBot) -> None:
    health = body.reach(HEALTH)
    qtbot.waitUntil(lambda: health.page.substances is not None and health.page.substances.line.name.hasFocus())
    keys("Magn", ESCAPE)
    settle()
    assert health.page.substances is not None and health.page.substances.line.name.text() == ""
    assert is_offered(body)
    health.card("lab_result")  # another page of Health
    settle()
    bring_back(body)
    assert health.page.substances is not None and health.page.substances.line.name.text() == "Magn"
    health.page.substances.line.cancel()
    health.add("lab_result")
    qtbot.waitUntil(lambda: health.form is not None and health.form.isAncestorOf(target()))
    assert health.form is not None
    health.form.findChildren(QLineEdit)[-1].setFocus()
    keys("twice the usual")
    typed = health.form.state()
    keys(ESCAPE)
    settle()
    assert health.form is None and is_offered(body)
    bring_back(body)
    assert health.form is not None and health.form.state() == typed and "twice the usual" in str(typed)


def test_a_symptom_comes_back_in_its_section_of_the_settings(body: Body, qtbot: QtBot) -> None:
    settings = body.reach(SETTINGS)
    qtbot.waitUntil(lambda: bool(settings._pages))
    settings.symptoms.add_symptom()
    qtbot.waitUntil(lambda: settings.symptoms.form is not None and settings.symptoms.form.isAncestorOf(target()))
    assert settings.symptoms.form is not None
    settings.symptoms.form.name.setFocus()
    keys("Stiff neck", ESCAPE)
    settle()
    assert is_offered(body)
    settings.show_section("look")
    bring_back(body)
    form = settings.symptoms.form
    assert form is not None
    qtbot.waitUntil(form.isVisible)
    assert "Stiff neck" in str(form.state())


def test_a_help_line_comes_back_in_its_section_of_the_settings(body: Body, qtbot: QtBot) -> None:
    settings = body.reach(SETTINGS)
    qtbot.waitUntil(lambda: bool(settings._pages))
    settings.show_section("lines")
    settle()
    settings.lines.add_button.click()
    qtbot.waitUntil(lambda: settings.lines.form is not None and settings.lines.form.name.hasFocus())
    keys("Night nurse", ESCAPE)
    settle()
    assert settings.lines.form is None and is_offered(body)
    settings.show_section("look")
    bring_back(body)
    form = settings.lines.form
    assert form is not None and form.name.text() == "Night nurse"
    qtbot.waitUntil(form.isVisible)


def test_it_waits_over_a_lock_and_a_start(body: Body, plain_book: Logbook, open_window: OpenWindow) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    body._leave_journal()
    assert not is_offered(body)
    again = open_window(plain_book)
    assert is_offered(again) and again.reach(TODAY).panel.form is None
    bring_back(again)
    assert note_form(again).note.text() == LONG and note_form(again).isAncestorOf(target())
    assert not is_offered(again) and [draft.form for draft in plain_book.drafts()] == ["note"]


def test_after_a_start_it_goes_with_a_save_and_with_its_day(
    body: Body, plain_book: Logbook, open_window: OpenWindow, clock: FixedClock
) -> None:
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    clock.ms += DAY_MS
    again = open_window(plain_book)
    assert not is_offered(again) and plain_book.drafts() == []
    keys(ctrl(Qt.Key.Key_K), LONG, ESCAPE)
    settle()
    third = open_window(plain_book)
    assert is_offered(third)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="something else"))
    assert not is_offered(third) and plain_book.drafts() == []


def test_after_a_start_it_comes_back_on_the_screen_it_was_on(
    body: Body, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    health = body.reach(HEALTH)
    qtbot.waitUntil(lambda: health.page.substances is not None and health.page.substances.line.name.hasFocus())
    keys("Magn", ESCAPE)
    settle()
    again = open_window(plain_book)
    bring_back(again)
    health = again.reach(HEALTH)
    qtbot.waitUntil(lambda: health.page.substances is not None)
    assert health.page.substances is not None and health.page.substances.line.name.text() == "Magn"
    health.page.substances.line.cancel()
    settings = again.reach(SETTINGS)
    settings.show_section("lines")
    settings.lines.add_button.click()
    settle()
    assert settings.lines.form is not None
    settings.lines.form.name.setFocus()
    keys("Night nurse", ESCAPE)
    settle()
    third = open_window(plain_book)
    bring_back(third)
    form = third.reach(SETTINGS).lines.form
    assert form is not None and form.name.text() == "Night nurse"


def test_after_a_start_a_change_of_the_diary_comes_back(
    body: Body, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="before"))
    diary = body.reach(DIARY)
    qtbot.waitUntil(lambda: diary.diary.is_loaded and diary.list.model().rowCount() > 0)
    settle()
    diary.list.setFocus()
    diary.list.go_near(0)
    keys(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(diary.pane.host.form, NoteForm) and diary.pane.host.form.note.hasFocus())
    keys(" and after", ESCAPE)
    settle()
    again = open_window(plain_book)
    bring_back(again)
    form = again.reach(DIARY).pane.host.form
    assert isinstance(form, NoteForm) and "and after" in form.note.text()


def test_what_cannot_be_read_is_not_offered(body: Body, plain_book: Logbook, open_window: OpenWindow) -> None:
    plain_book.save_draft(LEFT, "{")
    assert not is_offered(open_window(plain_book)) and plain_book.drafts() == []


# --- room in the smallest window ------------------------------------------------------------------------------------


@pytest.fixture
def smallest(known: Known, plain_book: Logbook, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Body]:
    """The smallest window at 200 %, in a language with longer words."""
    apply_theme(qapp, "light", 200)
    window = MainWindow(longer(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.body.show_journal(Bridge(plain_book, window.body.texts, window))
    window.resize(window.minimumSize())
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    settle()
    yield window.body
    wait_for_tasks()
    assert window.body.bridge is not None
    window.body.bridge.close()


def is_whole(body: Body) -> bool:
    """Undo is seen in all of its lines, and so is what can be brought back."""
    undo, back = body._status.undo, body.left_form.back
    return all(each.visibleRegion().boundingRect() == each.rect() for each in (undo, back) if each.isVisible())


@pytest.mark.parametrize("font", ["narrow"], indirect=True)  # the font with the higher lines
def test_what_was_saved_last_gives_way_only_beside_it_and_only_without_room(
    smallest: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    deleted = Note(at=moment_now(plain_book.clock), text="Deleted again.")
    plain_book.save(deleted)
    plain_book.delete([deleted.id])
    settle()
    saved, undo = smallest._status.saved, smallest._status.undo
    assert undo.isVisible() and saved.isVisible() and is_whole(smallest)
    keys(ctrl(Qt.Key.Key_K), "x", ESCAPE)
    settle()
    undo.setFocus()
    settle()
    assert is_offered(smallest) and saved.isHidden() and is_whole(smallest)
    assert undo.accessibleName().startswith("Undo: delete the note at ")
    smallest.main.resize(520, 900)
    qtbot.waitUntil(saved.isVisible)
    assert is_offered(smallest) and is_whole(smallest)
    smallest.main.resize(smallest.main.minimumSize())
    qtbot.waitUntil(saved.isHidden)
    smallest.left_form.forget()
    settle()
    assert saved.isVisible() and is_whole(smallest)


def test_it_names_the_form_and_nothing_that_was_typed(body: Body, plain_book: Logbook) -> None:
    in_health("measurement")(body)
    settle()
    keys("120/80", ESCAPE)
    settle()
    assert is_offered(body) and body.left_form.words.text().startswith("Not saved: Measurement, typed at ")
    body.left_form.offer(LeftForm(body, Draft("of another version", "{}", 0)), plain_book)
    assert body.left_form.words.text() == "What you typed was not saved."
