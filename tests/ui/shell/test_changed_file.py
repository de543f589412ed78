"""Others change the file of the journal that the window shows: it says so, and every way out keeps what was saved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journal.core.preferences import setting_for
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.logbook import Logbook, unsaved
from journal.logbook.belongings import backup_folder
from journal.ui.backups.rescue_page import RescuePage
from journal.ui.backups.restore_page import RestorePage
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.event_loop import later
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.start import Start
from journal.ui.shell.status import StatusLine
from tests.journals import BOTH, MODES, JournalAt, backup_by_name, note, raw
from tests.ui.backups.waiting import workers_end
from tests.ui.once_shown import once_shown

Begin = Callable[[JournalAt], Start]


@pytest.fixture
def start(begin: Begin, plain_journal: JournalAt) -> Start:
    """A window with a journal in which "early" lies on the disk twice, and "late" only in the open one."""
    with plain_journal.open() as book:
        note(book, "early")
    shutil.copyfile(plain_journal.path, plain_journal.path.with_name("earlier"))
    started = begin(plain_journal)
    today = started.window.body.today
    assert today is not None
    assert today.aside.filled  # now, and not once its file is gone
    note(shown(started), "late")
    return started


def shown(start: Start) -> Logbook:
    assert start.logbook is not None
    return start.logbook


def replace(journal: JournalAt) -> None:
    """What a program that keeps folders in step does, when it has an earlier state."""
    journal.path.with_name("earlier").replace(journal.path)


def notes(book: Logbook) -> set[str]:
    return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def press(message: InlineMessage, words: str) -> None:
    next(way for way in message.buttons() if words in way.text()).click()


def banner_says(start: Start, words: str, qtbot: QtBot) -> InlineMessage:
    banner = start.window.body.banner
    qtbot.waitUntil(lambda: words in banner.text(), timeout=20_000)
    workers_end(qtbot)
    return banner


def come_back(start: Start) -> None:
    QApplication.sendEvent(start.window, QEvent(QEvent.Type.WindowActivate))
    start.window.on_activated()


def type_a_note(start: Start) -> None:
    body = start.window.body
    body.act("note")
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText("half typed")


def copy_over(journal: JournalAt) -> None:
    """As cp does it: the same file, the bytes of an earlier one."""
    journal.path.write_bytes(journal.path.with_name("earlier").read_bytes())


@pytest.mark.parametrize(("change", "words"), [(replace, "Another file lies at"), (copy_over, "was copied into")])
def test_whoever_only_reads_is_told_at_once_and_what_was_saved_is_named(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, change: Callable[[JournalAt], None], words: str
) -> None:
    """The saved note was gone from the Diary without a word, and the line below still said that it was saved."""
    body = start.window.body
    status = body.findChild(StatusLine)
    assert status is not None and status.saved.text() and not status.undo.isHidden()
    change(plain_journal)
    body.go("diary")
    banner = banner_says(start, words, qtbot)
    assert "Saved here and not in it: note at " in banner.text()
    assert status.saved.text() == "" and status.undo.isHidden()
    body.undo()
    assert "cut" not in banner.text()


def test_a_whole_file_copied_over_it_leads_to_no_rescue(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    backup_by_name(plain_journal.path)
    copy_over(plain_journal)
    come_back(start)
    banner = banner_says(start, "was copied into", qtbot)
    assert [way.text() for way in banner.buttons()] == ["Open what lies there", "Go back to a backup…"]


def test_a_file_that_was_only_touched_is_looked_into_once(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    look = Logbook.changed_outside

    def counted(book: Logbook) -> Refused | None:
        looked.append(book)
        return look(book)

    monkeypatch.setattr(Logbook, "changed_outside", counted)
    os.utime(plain_journal.path, (0, 0))
    notes(shown(start))
    workers_end(qtbot)
    notes(shown(start))
    workers_end(qtbot)
    assert len(looked) == 1 and start.window.body.banner.text() == ""


def test_what_is_shown_is_put_back(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    replace(plain_journal)
    type_a_note(start)
    come_back(start)
    press(banner_says(start, "Another file lies at", qtbot), "Put back what is shown")
    old = shown(start)
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(start)) == {"early", "late"}
    assert [each.content for each in shown(start).drafts() if "half typed" in each.content]
    assert "is back as this window shows it" in start.window.body.message.text()
    assert start.window.body.banner.text() == ""
    note(shown(start), "after")
    (kept,) = backup_folder(plain_journal.path).glob("*-replaced.leaf")
    with JournalAt(kept, None, plain_journal.clock).open() as other:
        assert notes(other) == {"early"}


def test_time_that_passes_while_it_is_put_back_says_nothing_twice(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    """The copy has the one connection to the deleted file, and a second one cannot be made."""
    plain_journal.path.unlink()
    come_back(start)
    banner_says(start, "is no longer there", qtbot)
    today = start.window.body.today
    assert today is not None
    with shown(start)._file.connection():
        today.tick()
    assert "is no longer there" in start.window.body.banner.text()
    press(start.window.body.banner, "Put back what is shown")
    old = shown(start)
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(start)) == {"early", "late"}


def test_a_refused_save_offers_the_ways_and_what_lies_there_is_opened(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    replace(plain_journal)
    with pytest.raises(Refused):
        note(shown(start), "not saved")
    type_a_note(start)
    press(banner_says(start, "Another file lies at", qtbot), "Open what lies there")
    old = shown(start)
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(start)) == {"early"}
    assert [each.content for each in shown(start).drafts() if "half typed" in each.content]


@pytest.mark.parametrize("change", [replace, copy_over])
def test_what_the_opened_file_lacks_is_said_at_once_until_it_is_answered(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, change: Callable[[JournalAt], None]
) -> None:
    """It was said at the next start only, and a Redo took the notice away unanswered."""
    change(plain_journal)
    come_back(start)
    press(banner_says(start, "What lies there" if change is copy_over else "Another file", qtbot), "Open what lies")
    old = shown(start)
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    message = start.window.body.message
    assert "What lies there is open now." in message.text() and "Saved here and not in it: note at " in message.text()
    said = message.text()
    start.journal.watch_for_second_start()
    note(shown(start), "after")
    start.window.body.undo()
    start.window.body.redo()
    assert message.text() == said
    press(message, "Go on with it")
    assert message.text() == ""
    start.journal.watch_for_second_start()
    assert message.text() in ("", said) and notes(shown(start)) == {"early", "after"}


def test_nothing_is_live_while_another_file_is_opened(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    """Undo, pressed for the note that was shown as saved, took back a step of the journal that came."""
    replace(plain_journal)
    come_back(start)
    banner = banner_says(start, "Another file lies at", qtbot)
    body = start.window.body
    press(banner, "Open what lies there")
    assert body.today is not None and not body.today.isEnabled()
    assert banner.text() == "Opening what lies there…" and not banner.buttons()
    old, arrived = shown(start), list[bool]()
    show = start._changed_file._show

    def shown_then_pressed(book: Logbook) -> None:
        show(book)
        later(body, 0, lambda: arrived.append(body.file_changed))

    start._changed_file._show = shown_then_pressed
    qtbot.waitUntil(lambda: start.logbook not in (None, old) and bool(arrived), timeout=20_000)
    qtbot.waitUntil(lambda: not body.file_changed, timeout=20_000)
    workers_end(qtbot)
    assert body.today is not None and body.today.isEnabled() and shown(start).undo_step is not None
    assert "Opening" not in banner.text()


def test_a_passphrase_typed_by_habit_after_opening_does_not_land_in_the_form(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    """It stood readable in a field of a form, as nobody was asked for it where all other ways ask."""
    replace(plain_journal)
    type_a_note(start)
    come_back(start)
    start.window.activateWindow()
    press(banner_says(start, "Another file lies at", qtbot), "Open what lies there")
    assert start.window.focusWidget() is None or not isinstance(start.window.focusWidget(), QLineEdit | QPlainTextEdit)
    old = shown(start)
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    body = start.window.body
    assert body.message.text().startswith("What lies there is open now. What was shown until now is kept")
    qtbot.waitUntil(lambda: start.window.focusWidget() is body.message.buttons()[0], timeout=20_000)
    for _ in range(3):
        qtbot.wait(20)
    focused = start.window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "quiet river stones")
    assert body.today is not None and isinstance(body.today.panel.form, NoteForm)
    assert body.today.panel.form.note.toPlainText() == "half typed"


def test_a_draft_that_is_refused_later_takes_the_keyboard_from_nobody(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The save was refused, and half a second later so is the draft: somebody is on the way to a button by then."""
    replace(plain_journal)
    type_a_note(start)
    body = start.window.body
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    form.save()
    banner = banner_says(start, "Another file lies at", qtbot)
    way = next(each for each in banner.buttons() if "Put back" in each.text())
    way.setFocus()
    said: list[str] = []
    monkeypatch.setattr("journal.ui.kit.inline_message.announce", lambda _widget, text: said.append(text))
    assert not form.keep_draft()
    told_by_form = form.message.text()
    form.note.insertPlainText(" more")
    assert not form.keep_draft()
    QApplication.processEvents()
    assert start.window.focusWidget() is way
    assert form.message.text() == told_by_form and said.count(told_by_form) <= 1
    assert "Another file lies at" not in " ".join(said)


def test_a_copy_is_kept_where_the_person_likes(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    plain_journal.path.unlink()
    come_back(start)
    banner = banner_says(start, "is no longer there", qtbot)
    start._changed_file.keep_copy(tmp_path / "elsewhere")
    workers_end(qtbot)
    (copy,) = (tmp_path / "elsewhere").glob("*.leaf")
    assert "A verified copy was made" in start.window.body.message.text()
    with JournalAt(copy, None, plain_journal.clock).open() as kept:
        assert notes(kept) == {"early", "late"}
    press(banner, "Look again")
    workers_end(qtbot)
    assert "is no longer there" in banner.text() and not plain_journal.path.exists()


def test_a_drive_that_is_connected_again_is_seen(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    away = plain_journal.path.rename(plain_journal.path.with_name("away"))
    come_back(start)
    banner = banner_says(start, "is no longer there", qtbot)
    start.window.body.undo()
    assert start.window.body.message.text().startswith("Nothing was saved.")
    start.journal._tell_no_backup(Refused("journal-gone", path=plain_journal.path))
    assert "A backup could not be made" not in start.window.body.message.text(), "the banner says why"
    away.rename(plain_journal.path)
    press(banner, "Look again")
    workers_end(qtbot)
    assert banner.text() == "" and start.window.body.message.text() == ""
    note(shown(start), "after")
    assert notes(shown(start)) == {"early", "late", "after"}


def test_what_happened_to_the_file_is_said_once(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    """By the banner alone; where nothing could be saved it is pointed to, until what was typed is kept again."""
    away = plain_journal.path.rename(plain_journal.path.with_name("away"))
    type_a_note(start)
    banner = banner_says(start, "is no longer there", qtbot)
    body = start.window.body
    (form,) = body.findChildren(NoteForm)
    form.keep_draft()
    form.save()
    assert form.message.text().startswith("Nothing was saved.")
    press(banner, "Look again")
    workers_end(qtbot)
    assert body.message.text() == "Looked again just now: it is still not there."
    assert sum("is no longer there" in each.text() for each in body.findChildren(InlineMessage)) == 1
    away.rename(plain_journal.path)
    press(banner, "Look again")
    workers_end(qtbot)
    assert not banner.text() and not form.message.text()
    assert [draft for draft in shown(start).drafts() if "half typed" in draft.content]


def test_what_is_saved_once_the_file_is_back_is_no_draft_any_more(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    """Every draft was written anew at that moment, also that of the form that was being saved: it came twice."""
    away = plain_journal.path.rename(plain_journal.path.with_name("away"))
    type_a_note(start)
    body = start.window.body
    (form,) = body.findChildren(NoteForm)
    form.save()
    banner = banner_says(start, "is no longer there", qtbot)
    away.rename(plain_journal.path)
    form.save()
    workers_end(qtbot)
    assert not banner.text() and "half typed" in notes(shown(start))
    assert shown(start).drafts() == []
    type_a_note(start)
    assert body.today is not None and body.today.panel.form is not None
    body.today.panel.form.keep_draft()
    assert shown(start).drafts() != [], "the next form keeps what is typed"


def test_made_up_entries_are_called_so_again_once_the_file_is_back(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    shown(start).save(setting_for("demo", True))
    away = plain_journal.path.rename(plain_journal.path.with_name("away"))
    come_back(start)
    banner = banner_says(start, "is no longer there", qtbot)
    away.rename(plain_journal.path)
    note(shown(start), "after")
    assert banner.text() == "These are made-up entries, to look around in."


def test_what_was_typed_while_the_file_was_away_bears_the_time_of_typing(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    away = plain_journal.path.rename(plain_journal.path.with_name("away"))
    typed = plain_journal.clock.now_ms()
    type_a_note(start)
    come_back(start)
    banner = banner_says(start, "is no longer there", qtbot)
    plain_journal.clock.tick()
    away.rename(plain_journal.path)
    press(banner, "Look again")
    workers_end(qtbot)
    assert [draft.saved_ms for draft in shown(start).drafts() if "half typed" in draft.content] == [typed]


def test_a_journal_that_others_wrote_into_leads_to_its_backups(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    backup_by_name(plain_journal.path)
    with raw(plain_journal) as connection:
        connection.execute("UPDATE writer SET opening = 'another'")
    come_back(start)
    banner = banner_says(start, "wrote into", qtbot)
    ways = ["Open what lies there", "Go back to a backup…", "Rescue what can be read…"]
    assert [way.text() for way in banner.buttons()] == ways
    press(banner, "Go back to a backup…")
    once_shown(qtbot, start.window.body, RestorePage)
    assert start.logbook is None


def test_where_nothing_can_be_opened_the_page_says_why(start: Start, plain_journal: JournalAt, qtbot: QtBot) -> None:
    other = plain_journal.path.with_name("other")
    other.write_bytes(b"words of another program")
    other.replace(plain_journal.path)
    come_back(start)
    press(banner_says(start, "Another file lies at", qtbot), "Open what lies there")
    once_shown(qtbot, start.window.body, CannotOpenPage)


def test_what_came_from_another_computer_is_told_as_that(begin: Begin, plain_journal: JournalAt, qtbot: QtBot) -> None:
    begin(plain_journal).close()
    started = begin(plain_journal)  # by now this computer has a name
    note(shown(started), "here")
    there = plain_journal.path.with_name("there.leaf")
    shutil.copyfile(plain_journal.path, there)
    with Logbook.open(there, clock=plain_journal.clock, computer="another") as book:
        note(book, "there")
    there.replace(plain_journal.path)
    come_back(started)
    press(banner_says(started, "saved on another computer", qtbot), "Open what lies there")
    old = shown(started)
    qtbot.waitUntil(lambda: started.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(started)) == {"here", "there"}


def test_a_file_that_nobody_changed_is_not_looked_into(
    start: Start, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(Logbook, "changed_outside", lambda self: looked.append(self))
    come_back(start)
    workers_end(qtbot)
    assert looked == [] and start.window.body.banner.text() == ""


def half_typed(start: Start) -> None:
    start.window.body.act("note")
    today = start.window.body.today
    assert today is not None
    assert isinstance(today.panel.form, NoteForm)
    today.panel.form.note.setPlainText("half typed")


def typed(start: Start) -> str:
    today = start.window.body.today
    assert today is not None
    return today.panel.form.note.toPlainText() if isinstance(today.panel.form, NoteForm) else ""


@pytest.mark.parametrize("kept_before", [False, True])
def test_of_a_file_cut_under_the_window_the_rest_is_rescued_and_what_was_typed_comes_back(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, kept_before: bool
) -> None:
    half_typed(start)
    if kept_before:  # into the file, which is cut then
        assert start.window.body.keep_drafts() is None
    os.truncate(plain_journal.path, plain_journal.path.stat().st_size - 1000)
    start._changed_file.look()
    banner = banner_says(start, "cut", qtbot)
    assert [way.text() for way in banner.buttons()] == ["Open what lies there", "Rescue what can be read…"]
    press(banner, "Open what lies there")
    page = once_shown(qtbot, start.window.body, CannotOpenPage)
    assert "What you typed last is kept beside it" in " ".join(label.text() for label in page.findChildren(QLabel))
    page.rescue.click()
    rescue = once_shown(qtbot, start.window.body, RescuePage)
    rescue.rescue.click()
    workers_end(qtbot)
    rescue.use.click()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)
    workers_end(qtbot)
    assert {"early", "late"} >= notes(shown(start)) > set()
    assert typed(start) == "half typed"
    assert not list(plain_journal.path.parent.glob("*.unsaved*"))


@pytest.mark.parametrize("way", ["Rescue", "Go back to a backup"])
def test_each_way_out_keeps_what_was_typed(start: Start, plain_journal: JournalAt, qtbot: QtBot, way: str) -> None:
    backup_by_name(plain_journal.path)
    half_typed(start)
    os.truncate(plain_journal.path, plain_journal.path.stat().st_size - 1000)
    start._changed_file.look()
    press(banner_says(start, "cut", qtbot), way)
    once_shown(qtbot, start.window.body, RescuePage if way == "Rescue" else RestorePage)
    assert start.logbook is None
    assert plain_journal.path.with_name("plain.leaf.unsaved").is_file()


def test_where_nothing_can_be_written_beside_it_the_person_decides(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_book: Logbook) -> Logbook:
        raise Refused("disk-full")

    monkeypatch.setattr(unsaved, "open_beside", full)
    half_typed(start)
    os.truncate(plain_journal.path, plain_journal.path.stat().st_size - 1000)
    start._changed_file.look()
    press(banner_says(start, "cut", qtbot), "Rescue")
    message = start.window.body.message
    qtbot.waitUntil(lambda: [way.text() for way in message.buttons()] == ["Stay here", "Close it anyway"])
    assert typed(start) == "half typed"
    press(message, "Close it anyway")
    once_shown(qtbot, start.window.body, RescuePage)


@pytest.mark.parametrize("with_backup", [False, True])
@pytest.mark.parametrize("first", ["diary", "trends", "comes back"])
def test_of_a_file_that_was_emptied_one_sentence_says_so_and_offers_no_rescue(
    start: Start, plain_journal: JournalAt, qtbot: QtBot, first: str, with_backup: bool
) -> None:
    """It was told as cut and as damaged, twice with a rescue, which then said that nothing is in it."""
    if with_backup:
        backup_by_name(plain_journal.path)
    body = start.window.body
    os.truncate(plain_journal.path, 0)
    with qtbot.captureExceptions() as met:  # a screen without anything to show
        if first == "comes back":
            come_back(start)
        else:
            body.go(first)
        banner = banner_says(start, "emptied", qtbot)
        body.go("diary")
        for read in (Refused("journal-damaged"), Refused("entries-damaged")):
            start.journal.damage.tell(read)
            body.bridge.tell_damage(read) if body.bridge is not None else None
        workers_end(qtbot)
        press(banner, "Look again")
        qtbot.waitUntil(lambda: "still empty" in body.message.text(), timeout=20_000)
        workers_end(qtbot)
    assert {getattr(problem, "code", "") for _, problem, _ in met} <= {"journal-emptied"}
    assert body.damage.isHidden() and "still empty" in body.message.text()
    status = body.findChild(StatusLine)
    assert status is not None and status.saved.text() == "" and status.undo.isHidden()
    assert "nothing in it to read or to rescue" in banner.text()
    offered = ["Look again", "Go back to a backup…"] if with_backup else ["Look again"]
    assert [way.text() for way in banner.buttons()] == offered


def unsaved_beside(journal: JournalAt) -> Path:
    return journal.path.with_name(f"{journal.path.name}.unsaved")


@pytest.mark.parametrize("kept_before", [False, True])
def test_the_end_of_the_session_keeps_what_was_typed_beside_a_file_that_was_replaced(
    start: Start, begin: Begin, plain_journal: JournalAt, qtbot: QtBot, kept_before: bool
) -> None:
    half_typed(start)
    if kept_before:  # into the file, which is gone then
        assert start.window.body.keep_drafts() is None
    replace(plain_journal)
    start.close()
    assert unsaved_beside(plain_journal).is_file()
    again = begin(plain_journal)
    assert typed(again) == "half typed" and not unsaved_beside(plain_journal).exists()


def test_where_nothing_was_typed_nothing_is_left_beside_it(start: Start, plain_journal: JournalAt) -> None:
    replace(plain_journal)
    start.close()
    assert not unsaved_beside(plain_journal).exists()


@pytest.mark.parametrize("passphrase", BOTH, ids=MODES)
def test_what_was_shown_is_kept_before_another_file_is_opened(
    begin: Begin,
    plain_journal: JournalAt,
    templates: Callable[[str | None], Path],
    qtbot: QtBot,
    passphrase: str | None,
) -> None:
    """What was saved last was in no file any more: neither in what lay there nor in a backup."""
    shutil.copyfile(templates(passphrase), plain_journal.path)
    journal = JournalAt(plain_journal.path, passphrase, plain_journal.clock)
    with journal.open() as book:
        note(book, "early")
    shutil.copyfile(journal.path, journal.path.with_name("earlier"))
    start = begin(journal)
    old = shown(start)
    note(old, "late")
    type_a_note(start)
    replace(journal)
    come_back(start)
    press(banner_says(start, "Another file lies at", qtbot), "Open what lies there")
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(start)) == {"early"} and typed(start) == "half typed"
    assert "What was shown until now is kept among the backups: today " in start.window.body.message.text()
    (kept,) = backup_folder(journal.path).glob("*-shown.leaf")
    with JournalAt(kept, journal.passphrase, journal.clock).open() as copy:
        assert notes(copy) == {"early", "late"}


def test_where_what_is_shown_cannot_be_kept_the_person_decides(
    start: Start, plain_journal: JournalAt, qtbot: QtBot
) -> None:
    backup_folder(plain_journal.path).write_bytes(b"")  # a file where the folder should be
    replace(plain_journal)
    come_back(start)
    old = shown(start)
    press(banner_says(start, "Another file lies at", qtbot), "Open what lies there")
    message = start.window.body.message
    qtbot.waitUntil(lambda: [way.text() for way in message.buttons()] == ["Stay here", "Open it all the same"])
    assert "No copy of what is shown could be made" in message.text() and shown(start) is old
    press(message, "Open it all the same")
    qtbot.waitUntil(lambda: start.logbook not in (None, old), timeout=20_000)
    workers_end(qtbot)
    assert notes(shown(start)) == {"early"}
