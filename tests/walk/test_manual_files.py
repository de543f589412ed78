"""The tasks of the manual that have to do with files, locks and help, done with the keyboard alone."""

from __future__ import annotations

import datetime as dt
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from journal.core.entries import Dose, Note
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.paths import default_journal, device_file, log_file
from tests.journals import FixedClock, JournalAt, raw
from tests.walk.manual import DAYS, LEAF, MG, NOTE, TODAY, Follower

PASSPHRASE = "wind & weather"
FOREIGN = "When,What,Grams,Words\n2026-11-21 08:10,Red Bali,2.25,late\n2026-11-21 21:30,Red Bali,3,\n"


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.needs("Xvfb", "xdotool")
def test_back_up_and_open(walk: Follower) -> None:
    walk.choose_in_file_menu("Back up now")
    walk.until_read("A verified copy was made: ")
    walk.write_note("not in the copy")
    walk.until_true(lambda: len(walk.all(Note)) == 2, "the note was not saved")
    walk.keys("ctrl+comma")
    walk.arrives("Section: ")
    walk.choose("Section: Symptoms", "Section: Backups")
    walk.until_read("opened and counted: ")
    _copy_into_second_folder(walk)
    walk.press_further_down("Go back to it…: today 09:30")
    walk.until_read("Not in it: 1 entry of the journal of today.")
    walk.arrives("Restore: today 09:30")
    walk.keys("space")
    walk.until_read("The journal is now what the backup of today 09:30 holds.")
    assert [each.text for each in walk.all(Note)] == [NOTE]
    walk.here.quit()
    _put_back_what_is_shown(walk)
    _rescue_what_can_be_read(walk)
    _build_the_search_index_anew(walk)
    walk.file.write_bytes(bytes(5000))
    walk.run()
    walk.here.shown("Go back to a backup…")
    walk.page_was_true("back-up-and-open")


def _copy_into_second_folder(walk: Follower) -> None:
    """A folder on another disk gets the newest backup, and copying there is ended again."""
    stick = walk.folder / "stick"
    stick.mkdir()
    walk.press_further_down("Choose a folder…: second folder")
    walk.name_folder(stick)
    walk.until_read("Backups are copied here, too: ")
    (copy,) = (stick / f"{walk.file.stem}-backups").iterdir()
    walk.press_further_down("Stop copying there")
    walk.until_read("Nothing is copied there any more.")
    assert copy.exists()


def _put_back_what_is_shown(walk: Follower) -> None:
    """Another program puts an earlier file in the place of the open journal."""
    earlier = walk.folder / "earlier"
    shutil.copyfile(walk.file, earlier)
    walk.run()
    walk.write_note("late")
    walk.until_true(lambda: len(walk.all(Note)) == 2, "the note was not saved")
    earlier.replace(walk.file)
    walk.write_note("refused")
    walk.until_read("Another file lies at ")
    walk.here.shown("Keep a copy of what is shown…")
    walk.here.shown("Open what lies there")
    walk.here.press("Put back what is shown")
    walk.until_read("The journal is back as this window shows it.")
    assert [each.text for each in walk.all(Note)] == ["late", NOTE]
    walk.here.quit()


def _rescue_what_can_be_read(walk: Follower) -> None:
    """The end of the file is damaged, and all entries are still there."""
    walk.file.write_bytes(walk.file.read_bytes() + b"half a page")
    walk.run()
    walk.here.press("Rescue what can be read…")
    walk.until_read("Rescue what can be read into a new file")
    walk.here.press("Rescue what can be read")
    walk.here.shown("Look at it first")
    walk.here.press("Use the rescued journal")
    walk.until_read("The journal is now what could be rescued of it.")
    assert [each.text for each in walk.all(Note)] == ["late", NOTE]
    walk.here.quit()


def _build_the_search_index_anew(walk: Follower) -> None:
    """The words of the notes are gone from the index; the thorough check of the next month finds that."""
    with raw(JournalAt(walk.file, None, FixedClock())) as connection:
        connection.execute("DELETE FROM note_text")
    walk.at(TODAY + dt.timedelta(days=40), 9, 30)
    walk.run()
    walk.until_read("Every entry is as it was saved.", patience=60)  # it begins when the window was used for a while
    walk.here.press("Build the search index anew")
    walk.until_read("The search index was built anew from your entries.")
    assert [each.text for each in walk.all(Note)] == ["late", NOTE]
    walk.here.quit()


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_move_to_another_computer(walk: Follower) -> None:
    walk.choose_in_file_menu("Back up now")
    said = walk.until_read("A verified copy was made: ").name
    made = Path(said.partition(": ")[2])
    stick = walk.folder / "stick" / made.name
    stick.parent.mkdir()
    shutil.copyfile(made, stick)
    walk.keys("ctrl+o")
    walk.here.shown("File name:")
    walk.here.give_keyboard(walk.here.shown("File name:").window)
    walk.keys("Escape")
    walk.here.take_keyboard()
    walk.here.quit()
    walk.file = walk.folder / "new computer" / "journal.leaf"
    walk.file.parent.mkdir()
    walk.run()
    walk.here.press("Open a journal I have…")
    walk.name_file(stick)
    walk.until_read("View only. ")
    walk.here.press("Go on from a copy of it")
    walk.until_read("The journal is now what the backup of today 09:30 holds.")
    walk.file = default_journal()
    walk.write_note("on the new computer")
    walk.until_true(
        lambda: [each.text for each in walk.all(Note)] == ["on the new computer", NOTE], "no note in the copy"
    )
    assert stick.read_bytes() == made.read_bytes()
    walk.page_was_true("move-to-another-computer")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_import_entries(walk: Follower) -> None:
    exported, foreign = walk.folder / "all.json", walk.folder / "table.csv"
    foreign.write_text(FOREIGN, encoding="utf-8")
    walk.export(exported)
    walk.until_read(" entries were written to ")
    walk.choose_in_file_menu("Import…")
    walk.name_file(foreign)
    walk.arrives("date and time")
    walk.here.give_keyboard("Import table.csv")
    for meaning in ("product", "amount", "note"):
        walk.step("Tab")
        walk.type(meaning)
        walk.arrives(meaning)
    walk.here.press("Import 3 entries")  # two doses, one product
    walk.until_read("3 entries were imported.")
    walk.here.take_keyboard()
    assert [each.amount.quantity for each in walk.all(Dose)[:3]] == [3000, 2250, MG]
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS, "the import was not taken back")
    walk.write_note("after the export")
    walk.choose_in_file_menu("Import…")
    walk.name_file(exported)
    walk.until_read("all.json: 0 new, ")
    walk.page_was_true("import-entries")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_export_entries(walk: Follower) -> None:
    walk.export(walk.folder / "tables.zip", "All tables, ZIP")
    walk.until_read("tables.zip")
    with zipfile.ZipFile(walk.folder / "tables.zip") as tables:
        assert {"doses.csv", "ratings.csv", "notes.csv"} <= set(tables.namelist())
        assert NOTE in tables.read("notes.csv").decode("utf-8-sig")
    walk.export(walk.folder / "diary.csv", "Diary as a table, CSV")
    walk.until_read("diary.csv")
    assert NOTE in (walk.folder / "diary.csv").read_text(encoding="utf-8-sig")
    walk.export(walk.folder / "everything")
    walk.until_read("everything.json")
    assert NOTE in (walk.folder / "everything.json").read_text(encoding="utf-8")
    walk.choose_in_file_menu("Back up now")
    walk.until_read("A verified copy was made: ")
    walk.page_was_true("export-entries")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_protect_with_a_passphrase(nobody: Follower) -> None:
    nobody.passphrase = PASSPHRASE
    nobody.run()
    nobody.arrives("Go on")
    nobody.keys("Return")
    nobody.here.go_to("A passphrase: Yes, set a passphrase")
    nobody.keys("space")
    nobody.arrives("Passphrase")
    nobody.type(PASSPHRASE)
    nobody.keys("Tab")
    nobody.type(PASSPHRASE)
    nobody.keys("Return")
    nobody.until_read("Main symptom")
    nobody.arrives("Go on")
    nobody.keys("Return")
    nobody.until_read("Where the journal lies")
    nobody.keys("Return")
    nobody.here.shown("Dose, Ctrl")
    nobody.here.quit()
    assert not nobody.file.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(Refused):
        Logbook.open(nobody.file, "wind and weather", clock=nobody.clock)
    nobody.run()
    nobody.arrives("Passphrase")
    nobody.type("wind and weather")
    nobody.keys("Return")
    nobody.until_read("passphrase")
    nobody.here.press("Show what I type")
    nobody.here.go_to("Passphrase", back=True)
    nobody.keys("ctrl+a")
    nobody.type(PASSPHRASE)
    nobody.arrives("Passphrase", PASSPHRASE)
    nobody.keys("Return")
    nobody.here.shown("Dose, Ctrl")
    nobody.here.shown("Lock now")
    nobody.keys("ctrl+l")
    nobody.arrives("Passphrase")
    nobody.here.shown("Open another journal…")
    nobody.type(PASSPHRASE)
    nobody.keys("Return")
    nobody.here.shown("Dose, Ctrl")
    nobody.write_note("within")
    nobody.until_true(lambda: [each.text for each in nobody.all(Note)] == ["within"], "nothing was written")
    nobody.keys("ctrl+comma")
    nobody.choose("Section: Symptoms", "Section: Your journal")
    nobody.here.shown("Change…: passphrase")
    nobody.here.press("Remove…: passphrase")
    nobody.arrives("The passphrase that it has now")
    nobody.type(PASSPHRASE)
    nobody.keys("Return")
    nobody.here.shown("Set a passphrase…")
    nobody.until_true(lambda: nobody.file.read_bytes().startswith(b"SQLite format 3"), "it is still encrypted")
    nobody.keys("F1")
    nobody.here.shown("Emergency")
    nobody.keys("Escape")
    nobody.keys("F9")  # minimised: on a screen without a window manager nothing brings it back
    nobody.page_was_true("protect-with-a-passphrase")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_find_emergency_help(nobody: Follower) -> None:
    nobody.passphrase = PASSPHRASE
    nobody.keep_journal()
    nobody.run()
    nobody.arrives("Passphrase")
    nobody.type("half a pass")
    nobody.keys("F1")
    nobody.arrives("What to do")
    nobody.here.go_to("Another country")
    nobody.type("Austria")  # the first that is chosen is one's own; another one is only looked at
    nobody.arrives("Austria")
    time.sleep(1)  # letters that follow at once are taken for the same word
    nobody.type("Germany")
    nobody.here.go_to("This is my country", hidden=True)
    nobody.keys("space")
    nobody.keys("Escape")
    nobody.arrives("Passphrase", "●" * len("half a pass"))
    nobody.keys("ctrl+a")
    nobody.type(PASSPHRASE)
    nobody.keys("Return")
    nobody.here.shown("Dose, Ctrl")
    nobody.keys("ctrl+k")
    nobody.type("half a note")
    nobody.keys("ctrl+shift+e")
    nobody.arrives("What to do")
    nobody.until_read("Emergency number: 112")
    nobody.here.go_to("Change these: the emergency number and the help lines", hidden=True)
    nobody.here.go_to("Sources and review date", hidden=True)
    assert not [each.name for each in nobody.here.seen() if LEAF in each.name or "Lower back" in each.name]
    nobody.keys("Escape")
    nobody.arrives("Note", "half a note")
    nobody.page_was_true("find-emergency-help")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_change_help_lines(walk: Follower) -> None:
    walk.keys("F1")
    walk.arrives("What to do")
    walk.here.go_to("Another country", hidden=True)
    walk.type("Germany")  # the first that is chosen is one's own; another one is only looked at
    walk.arrives("Germany")
    time.sleep(1)  # letters that follow at once are taken for the same word
    walk.type("Finland")
    walk.here.go_to("This is my country", hidden=True)
    walk.keys("space")
    walk.keys("ctrl+comma")
    walk.arrives("Section: ")
    walk.choose("Section: Symptoms", "Section: Help lines")
    walk.here.go_to("Another emergency number")
    walk.type("110")
    walk.here.press("Use it as the emergency number")
    walk.until_read("Finland: 110")
    walk.here.press("Reset the emergency number")
    walk.until_read("Finland: 112")
    walk.here.go_to("Change", hidden=True)
    walk.here.go_to("Hide", hidden=True)
    walk.keys("space")
    walk.here.go_to("Show again", hidden=True)
    walk.here.go_to("Add a line", hidden=True)
    walk.keys("space")
    walk.arrives("Name of the line")
    walk.type("Dr Field")
    walk.keys("Tab")
    walk.type("030 1234")
    walk.keys("Return")
    walk.restart()
    walk.keys("F1")
    walk.until_read("Dr Field")
    walk.page_was_true("change-help-lines")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_uninstall_and_what_stays(walk: Follower) -> None:
    exported, other = walk.folder / "mine.json", walk.folder / "backups" / "other-2026-11-01-101112-sound.leaf"
    walk.export(exported)
    walk.until_read(" entries were written to ")
    walk.choose_in_file_menu("Back up now")
    walk.until_read("A verified copy was made: ")
    shutil.copyfile(next((walk.folder / "backups").glob("*.leaf")), other)
    walk.restart()
    assert device_file().exists()
    log_file().parent.mkdir(parents=True, exist_ok=True)
    log_file().write_text("a problem\n", encoding="ascii")
    walk.keys("ctrl+comma")
    walk.arrives("Section: ")
    walk.choose("Section: Symptoms", "Section: Your journal")
    walk.until_read("Where it lies")
    walk.here.press("Erase…")
    walk.arrives("Type the word “erase”")
    walk.type("erase")
    walk.here.press("Erase for good")
    walk.here.shown("Open a journal I have…")
    assert not walk.file.exists()
    assert list((walk.folder / "backups").iterdir()) == [other], "that of another journal is not ours to delete"
    walk.here.quit()
    kept = [each for each in (log_file(), *device_file().parent.iterdir()) if each.exists()]
    assert kept == [], "quitting writes nothing anew"
    assert NOTE in exported.read_text(encoding="utf-8")
    walk.page_was_true("uninstall-and-what-stays")
