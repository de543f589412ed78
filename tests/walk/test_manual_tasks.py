"""The tasks of the manual, each done as its page says: with the keyboard alone, in the real window."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.entries import Answer, DayMark, Dose, Note, Rating, Stomach, Unit
from journal.core.moments import Moment
from journal.ui.shell.manual import ORDER
from tests.walk import test_manual_files, test_manual_health, test_manual_papers, test_manual_today
from tests.walk.manual import DAYS, LAST_DAY, LEAF, NOTE, TODAY, Follower
from tests.walk.screen import until

YESTERDAY = TODAY - dt.timedelta(days=1)


def test_every_page_of_the_manual_is_followed() -> None:
    modules = (test_manual_files, test_manual_health, test_manual_papers, test_manual_today)
    names = [*globals(), *(name for module in modules for name in vars(module))]
    followed = {name.removeprefix("test_").replace("_", "-") for name in names}
    assert [code for code in ORDER if code not in followed] == []


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_log_a_dose(walk: Follower) -> None:
    walk.keys("ctrl+d")
    walk.arrives("Amount", "2.5")  # as last time
    walk.type("much")
    walk.keys("Return")
    walk.until_read("is not an amount")
    walk.keys("ctrl+a")
    walk.type("3 g")
    walk.here.press("More…")
    walk.arrives("Stomach: ")
    walk.keys("space")
    walk.here.go_to("Another reason", hidden=True)
    walk.type("to get moving")
    walk.here.go_to("Private: leave this dose out of reports, which count it", hidden=True)
    walk.keys("space")
    walk.here.press("Change", back=True)
    walk.arrives("When")
    walk.type("yesterday 21:00")
    walk.keys("Return")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "the dose was not saved")
    newest, before = walk.all(Dose)[:2]
    assert (_local(newest.at), newest.amount.quantity) == (f"{YESTERDAY} 21:00", 3000)
    assert (newest.product, newest.preparation) == (before.product, before.preparation)
    assert (newest.stomach, newest.reasons, newest.private) == (Stomach.EMPTY, ("to get moving",), True)
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS, "the dose was not taken back")
    walk.keys("alt+Left", "ctrl+d")
    walk.arrives("When", f"{YESTERDAY} ")
    walk.type("7:30")
    walk.until_read("2.5 g, yesterday 07:30")  # above Save, where the amount is scrolled out of sight
    walk.here.go_to("Amount", hidden=True)
    walk.keys("BackSpace")
    walk.until_read("unknown amount, yesterday 07:30")
    walk.keys("Return")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "the dose was not saved")
    newest = walk.all(Dose)[0]
    assert (_local(newest.at), newest.amount.quantity) == (f"{YESTERDAY} 07:30", None)
    walk.page_was_true("log-a-dose")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_rate_how_you_feel(walk: Follower) -> None:
    walk.keys("ctrl+r")
    walk.arrives("Lower back pain")
    walk.keys("1", "0", "Left", "Left", "Right", "Down", "4", "BackSpace", "Down", "6", "Return")
    walk.until_true(lambda: len(walk.all(Rating)) == DAYS + 2, "the ratings were not saved")
    assert sorted(each.value or 0 for each in walk.all(Rating)[:2]) == [6, 9]
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Rating)) == DAYS, "the ratings were not taken back")
    _answer_about_chest_pain(walk)
    _name_a_private_rating(walk)
    walk.keys("ctrl+comma")
    walk.arrives("Section: Symptoms")
    walk.page_was_true("rate-how-you-feel")


def _answer_about_chest_pain(walk: Follower) -> None:
    """A warning symptom is rated, asked about and answered; the answer is taken back and given another time."""
    walk.keys("ctrl+r")
    walk.here.go_to("Add a symptom", hidden=True)
    walk.keys("space")
    walk.arrives("Symptom to add")
    walk.type("Chest pain")
    walk.keys("Return")
    walk.arrives("Chest pain")
    walk.keys("8", "Return")
    walk.arrives("Yes")
    for name in ("Not sure", "It has passed", "A doctor knows about this"):
        walk.here.go_to(name)
    walk.keys("space")
    walk.until_true(lambda: walk.all(Rating)[0].answer is Answer.KNOWN, "the answer was not saved")
    walk.here.go_to("Close", hidden=True)
    walk.keys("ctrl+z")
    walk.until_true(lambda: walk.all(Rating)[0].answer is None, "the answer was not taken back")
    walk.keys("ctrl+2")
    walk.here.go_to("Answer again", hidden=True)


def _name_a_private_rating(walk: Follower) -> None:
    walk.keys("ctrl+1", "ctrl+r")
    walk.here.go_to("Add a symptom", hidden=True)
    walk.keys("space")
    walk.arrives("Symptom to add")
    walk.type("Thoughts of suicide")
    walk.keys("Return")
    walk.arrives("Hidden rating")
    walk.here.go_to("Show the hidden rating", hidden=True)
    walk.keys("space")
    walk.arrives("Thoughts of suicide")
    walk.keys("Escape")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_say_none_today(walk: Follower) -> None:
    walk.keys("ctrl+1")
    walk.here.press("None today")
    walk.until_true(lambda: _marked(walk) == [TODAY], "today was not marked")
    walk.keys("ctrl+z")
    walk.until_true(lambda: _marked(walk) == [], "the mark was not taken back")
    walk.keys("alt+Left")
    walk.here.press("None this day")
    walk.until_true(lambda: _marked(walk) == [YESTERDAY], "yesterday was not marked")
    walk.keys("ctrl+d")
    walk.arrives("When", f"{YESTERDAY} ")
    walk.type("12:00")
    walk.keys("Return")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "the dose was not saved")
    assert _marked(walk) == []
    walk.page_was_true("say-none-today")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_write_a_note(walk: Follower) -> None:
    walk.keys("ctrl+k")
    walk.arrives("Note")
    walk.type("first line")
    walk.keys("Return")
    walk.type("=1+1 <b> $x$")
    walk.keys("ctrl+Return")
    walk.until_true(lambda: walk.all(Note)[0].text == "first line\n=1+1 <b> $x$", "the note was not saved")
    assert not walk.all(Note)[0].private
    walk.keys("ctrl+k")
    walk.arrives("Note")
    walk.type("for me")
    walk.here.press("Private: leave it out of reports")
    walk.keys("ctrl+Return")
    walk.until_true(lambda: walk.all(Note)[0].text == "for me", "the private note was not saved")
    assert walk.all(Note)[0].private
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Note)) == 2, "the private note was not taken back")
    walk.keys("ctrl+k")
    walk.type("half of a")
    walk.arrives("Note", "half of a")
    walk.restart()
    walk.keys("ctrl+k")
    walk.arrives("Note", "half of a")
    walk.keys("Escape")
    until(lambda: walk.focused().name != "Note" or None, "the form stayed")
    assert len(walk.all(Note)) == 2
    walk.restart()
    walk.here.press("Bring it back")
    walk.arrives("Note", "half of a")
    walk.page_was_true("write-a-note")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_correct_or_delete(walk: Follower) -> None:
    walk.keys("ctrl+2")
    walk.in_list()
    _to_the_newest_dose(walk)
    walk.keys("Return")
    walk.arrives("Amount", "2.5")
    walk.keys("ctrl+a")
    walk.type("4 g")
    walk.keys("Return")
    walk.until_true(lambda: walk.all(Dose)[0].amount.quantity == 4000, "the dose was not changed")
    walk.in_list()
    walk.keys("ctrl+shift+d")
    walk.arrives("Amount", "4")
    walk.keys("Return")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "there is no second one")
    walk.in_list()
    walk.keys("Delete")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS, "the dose was not deleted")
    walk.restart()
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "a deletion was not undone after a restart")
    walk.restart()
    walk.keys("ctrl+shift+z")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS, "a deletion was not done again after a restart")
    walk.keys("ctrl+2")
    walk.in_list()
    walk.here.press("Trash")
    walk.until_read("Deleted entries rest here")
    walk.here.press("Restore")
    walk.until_true(lambda: len(walk.all(Dose)) == DAYS + 1, "the dose did not come back from the trash")
    walk.here.press("Trash", back=True)
    walk.here.go_to("Entries by day")
    walk.in_list()
    walk.keys("ctrl+f")
    walk.type("stiff")
    walk.until_read("1 found")
    walk.keys("Down", "F2")
    walk.arrives("Note", NOTE)
    walk.keys("End")
    walk.type(", dry later")
    walk.keys("ctrl+Return")
    walk.until_true(lambda: walk.all(Note)[0].text == f"{NOTE}, dry later", "the note was not changed")
    walk.page_was_true("correct-or-delete")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_find_entries(walk: Follower) -> None:
    walk.keys("ctrl+2")
    walk.in_list()
    walk.keys("ctrl+f")
    walk.type("morn sti")
    walk.until_read("1 found")
    walk.keys("Down")
    assert [NOTE in row[0] for row in walk.in_list()] == [False, True]
    walk.keys("ctrl+f", "Escape")
    walk.here.go_to("Kind: ")
    walk.keys("space")
    walk.here.choose_in_menu("Notes")
    walk.until_read("1 found")
    walk.here.press("Show everything")
    walk.here.press("Private")
    walk.until_read("0 found")
    walk.here.press("Show everything")
    walk.here.go_to("Entries by day")
    until(lambda: len(walk.in_list()) > 2 or None, "the diary did not come back")
    walk.here.shown("Trash")
    walk.page_was_true("find-entries")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_write_in_a_bad_moment(walk: Follower) -> None:
    before = len(walk.all(Rating))
    walk.keys("F8")
    walk.until_read("Taken anything?")
    walk.arrives("Lower back pain")
    walk.keys("7")
    walk.keys("1")
    walk.keys("Return")
    walk.until_true(lambda: len(walk.all(Rating)) == before + 1, "the rating was not saved")
    assert walk.all(Rating)[0].value == 7 and walk.all(Rating)[0].complete_later
    walk.keys("ctrl+z")
    walk.until_true(lambda: len(walk.all(Rating)) == before, "the rating was not taken back")
    walk.keys("F8")
    walk.until_read("Taken anything?")
    walk.keys("Escape")
    walk.until_true(lambda: len(walk.all(Rating)) == before, "leaving saved something")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_weigh_your_own_unit(walk: Follower) -> None:
    walk.keys("ctrl+5")
    walk.here.press("Add product")
    walk.arrives("Name of the product")
    walk.type("Red Bali")
    walk.keys("Return")
    walk.until_true(lambda: "Red Bali" in _products(walk), "the product was not saved")
    walk.here.press("Edit")
    walk.arrives("Name of the product", "Red Bali")
    walk.keys("End")
    walk.type(" <2>")
    walk.keys("Return")
    walk.until_true(lambda: "Red Bali <2>" in _products(walk), "the product was not changed")
    walk.here.press("Add own unit")
    walk.arrives("Name of the own unit")
    walk.type("scoop")
    walk.here.go_to("Weight of each piece, in grams")
    walk.type("2.1 2.3 2.0 2.2 2.4")
    walk.until_read("Mean 2.2 g")
    walk.keys("Return")
    walk.until_true(lambda: _units(walk), "the unit was not saved")
    assert [(each.name, each.quantity, each.measured) for each in _units(walk)] == [("scoop", 2200, "5 weighed")]
    walk.here.shown("Weigh again")
    walk.keys("ctrl+1", "ctrl+d")
    walk.here.go_to(f"Product: {LEAF}", back=True)
    walk.keys("Right")
    walk.arrives("Product: Red Bali <2>")
    walk.here.go_to("Amount")
    walk.type("2 scoop")
    walk.keys("Return")
    walk.until_true(lambda: walk.all(Dose)[0].amount.quantity == 4400, "two scoops are not 4.4 g")
    walk.page_was_true("weigh-your-own-unit")


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_read_trends(walk: Follower) -> None:
    walk.keys("ctrl+3")
    walk.choose("Range: 12 weeks", "Range: 28 days", "Left")
    walk.until_read(f"{TODAY - dt.timedelta(days=28):%-d %b %Y} to ")
    walk.choose("Range: 28 days", "Range: 12 weeks")
    walk.here.press("Leaf: amount per day taken: Show the numbers")
    walk.until_read("Median 2.5 ")
    walk.choose("View: Overview", "View: Calendar")
    walk.until_read("Calendar: leaf, g a day by day")
    walk.choose("View: Calendar", "View: Overview", "Left")
    walk.here.go_to("Overview: amounts")
    walk.keys("Left", "Right", "Left", "Left")  # yesterday, where Right goes no further, and two days back
    walk.keys("Return")
    walk.arrives("Entries by day")
    walk.until_read(f"{TODAY - dt.timedelta(days=3):%-d %b %Y}")
    walk.keys("ctrl+3")
    walk.here.press("Show as table")
    walk.here.go_to("Table by day")
    assert walk.in_list()[-1][1] == "not recorded"
    walk.page_was_true("read-trends")


# --- pieces ---


def _local(at: Moment) -> str:
    return at.local.strftime("%Y-%m-%d %H:%M")


def _marked(walk: Follower) -> list[dt.date]:
    return [each.day for each in walk.all(DayMark)]


def _products(walk: Follower) -> list[str]:
    return [each.name for each in walk.look(lambda book: book.products())]


def _units(walk: Follower) -> list[Unit]:
    return walk.look(lambda book: book.units())


def _to_the_newest_dose(walk: Follower) -> None:
    """The list begins at the newest entry, a rating; the dose of that day stands below it."""
    walk.keys("Up", "Down", "Down")
    walk.until_read(f"Dose, {LAST_DAY:%A} 08:15")
