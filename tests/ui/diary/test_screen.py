"""The diary by key events: find, edit, copy, delete, undo, trash, restore, delete for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import DayMarkKind, Dose, Note, Phase, Rating
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.row_model import LineRole
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.entries.note_form import NoteForm
from journal.ui.entries.rating_form import RatingForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form_host import FormHost
from tests.ui.conftest import BridgeTo
from tests.ui.diary.conftest import Filled, at, select, settle, titles
from tests.ui.workers import let_workers_end

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, held)


def find(qtbot: QtBot, screen: DiaryScreen, text: str) -> None:
    """Type into the find field and wait for the answer."""
    screen.focus_find()
    screen.bar.field.clear()
    QTest.keyClicks(screen.bar.field, text)
    qtbot.waitUntil(lambda: screen.list.model() is screen.results and not screen.bar._pause.isActive())
    let_workers_end()
    qtbot.wait(1)


def live(book: Logbook, entry_id: str) -> bool:
    found = book.get(entry_id)
    return found is not None and found.deleted_ms is None


def test_everything_is_there_by_day(screen: DiaryScreen) -> None:
    assert titles(screen) == [
        "[Sunday 22 November: 1 dose · 2.5 g]",
        "Lower back pain 5, nausea 2",
        "Green Borneo, 2.5 g",
        "[Saturday 21 November: no dose recorded]",
        "Note",
        "[Friday 20 November: none that day, confirmed]",
        "None that day",
        "[Nothing recorded from 14 October to 19 November 2026: ]",
        "[Tuesday 13 October: 1 dose · 1 unknown]",
        "Red Bali & Co, unknown amount",
    ]
    rows = [title for title in titles(screen) if not title.startswith("[")]
    assert screen.how_many.line.text() == f"{len(rows)} rows since 13 October 2026"  # as many as are seen


def test_an_empty_journal_says_so(plain_book: Logbook, open_screen: Callable[[Logbook], DiaryScreen]) -> None:
    screen = open_screen(plain_book)
    assert screen.rows.nothing.isVisible() and "Nothing recorded yet" in screen.rows.nothing.text()
    plain_book.save(Note(at=at("09:00"), text="x"))
    assert screen.list.isVisible()


def test_arrow_keys_reach_every_row(screen: DiaryScreen) -> None:
    screen.list.setFocus()
    press(screen.list, Key.Key_Home)
    seen = [screen.list.current_row()]
    for _ in range(screen.diary.rowCount() - 1):
        press(screen.list, Key.Key_Down)
        seen.append(screen.list.current_row())
    assert [row.key for row in seen if row] == [screen.diary.row(n).key for n in range(10)]  # type: ignore[union-attr]
    press(screen.list, Key.Key_End)
    assert screen.list.current_row() == screen.diary.row(9)


def test_details_say_everything_about_a_dose(screen: DiaryScreen, filled: Filled) -> None:
    select(screen, filled.dose)
    words = screen.pane.details.words()
    for part in (
        "Dose, Sunday 08:10", "22 Nov 2026 · Green Borneo", "2.5 g · weighed", "before: Lower back pain 6, 08:10",
        "after: Lower back pain 5, 09:00", "Recorded Sun 10:30",
    ):  # fmt: skip
        assert part in words


def test_what_is_selected_stays_so_when_all_is_read_anew(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    # As the notice does that a changed entry brings: Delete pressed next must not meet the first entry of the day.
    select(screen, filled.note)
    with qtbot.waitSignal(screen.diary.loaded):
        filled.book.save(setting_for("paper", "a4"))
    row = screen.list.current_row()
    assert row is not None and row.ids == (filled.note.id,)
    screen.reload()
    filled.book.delete([filled.note.id])
    settle(qtbot, screen)
    row = screen.list.current_row()
    assert row is not None and row.entries


def test_an_hour_after_midnight_says_which_day_it_counts_for(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    late = Dose(at=at("02:05"), product=filled.green.id)
    filled.book.save(late)
    settle(qtbot, screen)
    select(screen, late)
    row = screen.list.current_row()
    assert row is not None and row.day.day == 21  # under the heading of Saturday
    words = screen.pane.details.words()
    assert "Dose, Sunday 02:05" in words
    assert "22 Nov 2026 · counts for Saturday: the day begins at 04:00 · Green Borneo" in words
    select(screen, filled.dose)
    assert "counts for" not in screen.pane.details.words()


def test_typed_text_is_shown_as_typed(screen: DiaryScreen, filled: Filled) -> None:
    select(screen, filled.note)
    assert "Slept badly <b>x</b>" in screen.pane.details.words()


# --- finding ---


def test_find_shows_what_was_found_and_escape_shows_all(screen: DiaryScreen, qtbot: QtBot) -> None:
    find(qtbot, screen, "nausea")
    assert titles(screen) == ["[Sunday 22 November: 1 found]", "Lower back pain 5, nausea 2"]
    assert screen.bar.count.text() == "1 found"
    press(screen.bar.field, Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.list.model() is screen.diary)
    assert screen.list.model().rowCount() == 10


def test_a_search_is_over_once_the_person_was_elsewhere(screen: DiaryScreen, qtbot: QtBot) -> None:
    screen.bar.field.setText("nausea")
    settle(qtbot, screen)
    assert screen.bar.filters().any
    screen.shown()  # come to again without having left
    assert screen.bar.filters().any
    screen.hide()
    screen.show()
    screen.shown()
    settle(qtbot, screen)
    assert not screen.bar.filters().any and screen.bar.field.text() == "" and not screen.bar.count.isVisible()


def test_find_needs_every_word_and_says_when_there_is_nothing(screen: DiaryScreen, qtbot: QtBot) -> None:
    find(qtbot, screen, "slept zzz")
    assert screen.rows.nothing.isVisible() and "Nothing found" in screen.rows.nothing.text()
    assert screen.bar.count.text() == "0 found"


def test_editing_a_found_rating_keeps_what_was_rated_with_it(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    find(qtbot, screen, "nausea")
    press(screen.bar.field, Key.Key_Down)
    press(screen.list, Key.Key_Delete)
    assert not any(live(filled.book, each.id) for each in filled.felt)


def test_chips_restrict_by_kind_product_and_period(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    screen.bar.kind._chosen("dose")
    qtbot.waitUntil(lambda: titles(screen)[1::2] == ["Green Borneo, 2.5 g", "Red Bali & Co, unknown amount"])
    screen.bar.product._chosen(filled.red.id)
    qtbot.waitUntil(lambda: titles(screen)[1::2] == ["Red Bali & Co, unknown amount"])
    assert screen.bar.product.chip.isChecked()
    assert screen.bar.product.chip.accessibleName() == "Product: Red Bali & Co"
    screen.bar.period._chosen(screen.bar.period._group.actions()[1].data())
    qtbot.waitUntil(lambda: screen.bar.count.text() == "0 found")
    screen.bar.reset()
    assert screen.list.model() is screen.diary


@pytest.mark.slow
def test_a_list_of_found_entries_grows_at_its_end(
    plain_book: Logbook, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    plain_book.save_all((Note(at=at("12:00", n), text="word") for n in range(700)), label="many.demo", origin="command")
    screen = open_screen(plain_book)
    find(qtbot, screen, "word")
    assert screen.bar.count.text() == "the newest 500 found"
    screen.list.scrollToBottom()
    qtbot.waitUntil(lambda: screen.bar.count.text() == "700 found")
    assert screen.results.rowCount() == 1400


def test_ctrl_f_and_letters_go_to_the_find_field(screen: DiaryScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    screen.list.setFocus()
    press(screen.list, Key.Key_S)
    assert screen.bar.field.text() == "s"


# --- changing ---


def open_form(screen: DiaryScreen, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: screen.pane.host.form is not None)
    qtbot.wait(1)
    form = screen.pane.host.form
    assert form is not None
    return form


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_dose_is_changed_and_its_history_told(screen: DiaryScreen, filled: Filled, qtbot: QtBot, key: Qt.Key) -> None:
    select(screen, filled.dose)
    press(screen.list, key)
    form = open_form(screen, qtbot)
    assert isinstance(form, DoseForm)
    field = form.amount.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "3")
    press(field, Key.Key_Return)
    changed = filled.book.get(filled.dose.id)
    assert isinstance(changed, Dose) and changed.amount.quantity == 3000
    assert screen.pane.host.form is None
    row = screen.list.current_row()
    assert row is not None and row.dose == changed
    assert "Recorded Sun 10:30 · changed Sun 10:30: amount 2.5 → 3" in screen.pane.details.words()


def test_ratings_made_together_are_changed_together(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.felt[1])
    press(screen.list, Key.Key_Return)
    form = open_form(screen, qtbot)
    assert isinstance(form, RatingForm)
    scale = form._rows[1][1]
    QTest.keyClicks(scale, "7")
    press(scale, Key.Key_Return)
    assert "Lower back pain 5, nausea 7" in titles(screen)


def test_an_entry_that_moves_to_another_day_stays_selected(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.note)
    press(screen.list, Key.Key_Return)
    form = open_form(screen, qtbot)
    assert isinstance(form, NoteForm)
    form.time.set_text("2026-11-19 21:00")
    press(form.note, Key.Key_Return, CTRL)
    row = screen.list.current_row()
    assert row is not None and row.ids == (filled.note.id,) and row.day.day == 19


def test_a_day_mark_is_changed(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.mark)
    screen.pane.edit_selected()
    form = open_form(screen, qtbot)
    form.mark.set_value(DayMarkKind.DO_NOT_REMEMBER)  # type: ignore[attr-defined]
    press(form, Key.Key_Return)
    assert "Do not remember" in titles(screen)


def test_a_copy_is_a_new_entry_of_now(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.old)
    press(screen.list, Key.Key_D, CTRL | SHIFT)
    press(open_form(screen, qtbot), Key.Key_Return)
    doses = [each for day in filled.book.days(at("00:00").local.date(), at("12:00").local.date()) for each in day.doses]
    assert [each.product for each in doses] == [filled.green.id, filled.red.id]
    assert filled.old.id not in {each.id for each in doses}


def test_a_form_that_is_being_filled_in_is_never_thrown_away(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.note)
    press(screen.list, Key.Key_Return)
    form = open_form(screen, qtbot)
    assert isinstance(form, NoteForm)
    QTest.keyClicks(form.note, "more ")
    select(screen, filled.dose)
    press(screen.list, Key.Key_Return)
    assert screen.pane.host.form is form
    press(form, Key.Key_Escape)
    assert screen.pane.host.form is None
    assert "Dose, Sunday 08:10" in screen.pane.details.words()


def test_an_unsaved_form_comes_back(
    screen: DiaryScreen, filled: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    select(screen, filled.note)
    press(screen.list, Key.Key_Return)
    form = open_form(screen, qtbot)
    assert isinstance(form, NoteForm)
    QTest.keyClicks(form.note, "more ")
    form.keep_draft()
    again = open_screen(filled.book).pane.host.form
    assert isinstance(again, NoteForm) and "more " in again.note.text()


def test_private_entries_are_found(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    filled.book.save(replace(filled.note, private=True))
    screen.bar.private.click()
    let_workers_end()
    qtbot.waitUntil(lambda: screen.bar.count.text() == "1 found")
    assert [each for each in titles(screen) if not each.startswith("[")] == ["Note"]
    line = screen.list.model().index(1, 0).data(LineRole)
    assert line.fact == "private" and line.spoken.endswith(", private")
    screen.bar.clear.click()
    assert not screen.bar.private.isChecked() and "Green Borneo, 2.5 g" in titles(screen)


def test_private_is_said_of_a_selected_entry(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.dose)
    assert "private" not in screen.pane.details.words()
    filled.book.save(replace(filled.dose, private=True))
    settle(qtbot, screen)
    assert "Green Borneo · private" in screen.pane.details.words()


def test_what_was_just_typed_is_kept_when_the_screen_goes(screen: DiaryScreen, filled: Filled) -> None:
    screen.pane.add("note", None)
    form = screen.pane.host.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText("typed a moment ago")
    assert screen.pane.host.keep_draft()
    (draft,) = filled.book.drafts()
    assert draft.form == "diary.note" and "typed a moment ago" in draft.content


def test_a_refused_draft_of_a_form_is_told(
    screen: DiaryScreen, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.pane.host.keep_draft()  # no form, nothing to keep
    screen.pane.add("note", None)
    form = screen.pane.host.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText("x")
    monkeypatch.setattr(filled.book, "save_draft", _disk_full)
    assert not screen.pane.host.keep_draft() and form.message.text()


def _disk_full(*_draft: object) -> None:
    raise Refused("disk-full")


def test_a_draft_that_cannot_be_read_waits_while_nothing_can_be_written(filled: Filled) -> None:
    book = filled.book
    book.save_draft("diary.note", "{not json")
    holder, bridge = QWidget(), Bridge(book, english())
    host = FormHost(bridge, QVBoxLayout(holder), DraftForms(bridge, before="diary.").makers(), holder)
    with book._file.writing():
        assert not host.restore_newest()
    assert book.drafts() != []
    assert not host.restore_newest() and book.drafts() == []


@pytest.mark.slow
def test_the_old_amount_can_be_typed_over_and_is_seen_whole(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.dose)
    press(screen.list, Key.Key_Return)
    form = open_form(screen, qtbot)
    assert isinstance(form, DoseForm)
    field = form.amount.field.edit
    qtbot.waitUntil(lambda: field.selectedText() == "2.5")
    QTest.keyClicks(field, "1234.125")
    assert field.text() == "1234.125"
    assert field.fontMetrics().horizontalAdvance("1234.125") < field.width() - 24


# --- deleting ---


def test_delete_asks_nothing_and_undo_brings_it_back(screen: DiaryScreen, filled: Filled) -> None:
    before = titles(screen)
    select(screen, filled.dose)
    press(screen.list, Key.Key_Delete)
    assert "Green Borneo, 2.5 g" not in titles(screen)
    assert not live(filled.book, filled.dose.id) and not live(filled.book, filled.before.id)
    filled.book.undo()
    assert titles(screen) == before


def test_what_came_back_is_selected(screen: DiaryScreen, filled: Filled) -> None:
    for entry in (filled.dose, filled.felt[0]):
        select(screen, entry)
        press(screen.list, Key.Key_Delete)
        filled.book.undo()
        (row,) = screen.list.rows()
        assert row.ids[0] == entry.id
        press(screen.list, Key.Key_Delete)
        assert not live(filled.book, entry.id)
        filled.book.undo()


def test_after_a_deletion_the_keyboard_stays_near(screen: DiaryScreen, filled: Filled) -> None:
    select(screen, filled.felt[0])
    press(screen.list, Key.Key_Delete)
    row = screen.list.current_row()
    assert row is not None and row.ids[0] == filled.dose.id
    assert screen.list.rows() == [row]


def test_several_are_deleted_in_one_stroke(screen: DiaryScreen, filled: Filled) -> None:
    select(screen, filled.felt[0])
    press(screen.list, Key.Key_Down, SHIFT)
    assert "2 entries selected" in screen.pane.details.words()
    press(screen.list, Key.Key_Delete)
    assert not live(filled.book, filled.dose.id) and not live(filled.book, filled.felt[1].id)
    filled.book.undo()
    assert live(filled.book, filled.dose.id) and live(filled.book, filled.felt[1].id)


def test_the_trash_restores(screen: DiaryScreen, filled: Filled) -> None:
    filled.book.delete([filled.note.id, filled.green.id])
    screen.bar.trash.setChecked(True)
    header, *deleted = titles(screen)
    assert header == "[Deleted on Sunday 22 November 2026: ]" and sorted(deleted) == ["Green Borneo", "Note"]
    screen.list.selectAll()
    screen.pane.details.restore.click()
    assert live(filled.book, filled.note.id) and live(filled.book, filled.green.id)
    assert screen.rows.nothing.text() == "The trash is empty."
    screen.bar.trash.setChecked(False)
    assert "Note" in titles(screen)


def test_delete_for_good_asks_and_cannot_be_undone(screen: DiaryScreen, filled: Filled) -> None:
    filled.book.delete([filled.note.id])
    screen.bar.trash.setChecked(True)
    screen.list.setFocus()
    press(screen.list, Key.Key_Delete)
    ask, keep = screen.pane.details.message.buttons()
    assert "cannot be undone" in screen.pane.details.message.text()
    keep.click()
    assert filled.book.get(filled.note.id) is not None
    screen.pane.details.purge.click()
    screen.pane.details.message.buttons()[0].click()
    assert filled.book.get(filled.note.id) is None
    assert [each.id for each in filled.book.tombstones()] == [filled.note.id]


# --- place, state, accessibility ---


def test_a_change_above_does_not_move_what_is_read(
    plain_book: Logbook, open_screen: Callable[[Logbook], DiaryScreen]
) -> None:
    plain_book.save_all((Note(at=at("12:00", n), text="x") for n in range(300)), label="many.demo", origin="command")
    screen = open_screen(plain_book)
    screen.list.verticalScrollBar().setValue(4321)
    before = screen.list.top_row().data()
    plain_book.save(Note(at=at("10:00"), text="new"))
    assert screen.list.top_row().data() == before
    plain_book.undo()
    assert screen.list.top_row().data() == before


def test_what_changed_while_hidden_is_there_when_shown(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    screen.hide()
    filled.book.save(Note(at=at("10:00"), text="meanwhile"))
    assert titles(screen).count("Note") == 1
    screen.show()
    qtbot.waitUntil(lambda: titles(screen).count("Note") == 2)


def test_the_next_day_gets_its_header(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    filled.book.clock.tick(24 * 3_600_000)  # type: ignore[attr-defined]
    screen.hide()
    screen.show()
    qtbot.waitUntil(lambda: titles(screen)[0] == "[Monday 23 November: nothing recorded]")


def test_a_journal_that_can_only_be_read_offers_no_change(
    filled: Filled, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    path, clock = filled.book.path, filled.book.clock
    filled.book.close()
    with Logbook.open(path, clock=clock, read_only=True) as book:
        screen = open_screen(book)
        select(screen, filled.note)
        assert not screen.pane.details.edit.isVisible() and not screen.add.isEnabled()
        press(screen.list, Key.Key_Delete)
        press(screen.list, Key.Key_Return)
        assert screen.pane.host.form is None and "Note" in titles(screen)
        settle(qtbot, screen)


def test_everything_that_takes_the_keyboard_has_a_name(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    select(screen, filled.mark)
    screen.pane.edit_selected()
    open_form(screen, qtbot)
    for widget in screen.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(screen):
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget
    small = [each for each in screen.findChildren(QAbstractButton) if each.isVisible() and each.height() < 32]
    assert not small, [(each.text(), each.height()) for each in small]


def test_ctrl_c_copies_the_row_as_text(screen: DiaryScreen, filled: Filled, qapp: object) -> None:
    select(screen, filled.felt[0])
    index = screen.list.currentIndex()
    assert index.data() == "Sunday 22 November 2026, 09:00, Lower back pain 5, nausea 2, after the 08:10 dose"
    assert QKeySequence(QKeySequence.StandardKey.Copy)


def test_a_dose_edited_elsewhere_is_shown_anew(screen: DiaryScreen, filled: Filled) -> None:
    select(screen, filled.dose)
    filled.book.save(replace(filled.dose, note="new words"))
    assert "new words" in screen.pane.details.words()


def test_before_ratings_that_were_found_are_one_row(screen: DiaryScreen, filled: Filled, qtbot: QtBot) -> None:
    second = Rating(at=at("08:10"), symptom=filled.nausea.id, value=1, dose=filled.dose.id, phase=Phase.BEFORE)
    filled.book.save(second)
    screen.bar.kind._chosen("rating")
    qtbot.waitUntil(lambda: screen.bar.count.text() == "2 found")
    assert titles(screen)[1:] == ["Lower back pain 5, nausea 2", "Green Borneo, 2.5 g"]


def test_before_the_days_are_counted_nothing_is_offered_to_do(plain_book: Logbook, bridge_to: BridgeTo) -> None:
    """On a slow disk every button of the pane was there beside an empty list."""
    screen = DiaryScreen(bridge_to(plain_book, english()))
    assert all(each.isHidden() for each in screen.pane.details._all) and screen.pane.details.reveal.isHidden()
    let_workers_end()
    screen.deleteLater()
