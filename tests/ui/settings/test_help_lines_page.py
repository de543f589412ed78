"""Help lines of one's own: made by key and mouse, kept on this computer, taken back, and gone with everything else."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal import device, paths
from journal.guidance import country
from journal.guidance.own_lines import OwnLine, OwnLines, own_line, read_own, stored
from journal.logbook import Logbook
from journal.logbook.erasing import delete_all
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.numbers import EmergencyNumber
from journal.ui.settings.help_lines_page import HelpLinesPage
from journal.ui.settings.screen import SettingsScreen
from tests.ui.conftest import keys
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.fonts import both_fonts
from tests.ui.settings.conftest import Filled, OpenScreen, settle

ENTER = Qt.Key.Key_Return
POISON = "Poison Help"


@pytest.fixture
def page(computer: Computer, screen: SettingsScreen, qtbot: QtBot) -> HelpLinesPage:
    computer.change(country="US")
    screen.show_section("lines")
    settle(qtbot)
    return screen.lines


def said(root: QWidget) -> str:
    return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisibleTo(root) and each.text())


def pressed(page: HelpLinesPage, name: str, qtbot: QtBot) -> None:
    """Press the button with this accessible name, as the mouse does."""
    settle(qtbot)  # what was just made is shown a moment later
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name]
    next(each for each in found if each.isVisibleTo(page)).click()
    settle(qtbot)


def undo(message: InlineMessage, qtbot: QtBot) -> None:
    (button,) = message.buttons()
    button.click()
    settle(qtbot)


def kept() -> OwnLines:
    return read_own(device.load(paths.device_file()).help_lines)


def emergency(qtbot: QtBot) -> str:
    """What Emergency says after a restart."""
    stored_now = device.load(paths.device_file())
    made = EmergencyScreen(english(), stored_now.country, stored_now.help_lines)
    qtbot.addWidget(made)
    return said(made)


def test_what_is_typed_and_not_saved_comes_back_after_a_restart(
    page: HelpLinesPage, screen: SettingsScreen, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    pressed(page, "Add a line", qtbot)
    keys("My doc", Qt.Key.Key_Tab, "01")
    screen.keep_draft()
    again = open_screen(plain_book).lines
    settle(qtbot)
    assert again.isVisible() and again.form is not None and again.form.name.hasFocus()
    assert again.form.typed() == ("My doc", "01", "") and "not saved yet" in again.form.message.text()
    keys("tor", ENTER)
    settle(qtbot)
    assert [each.name for each in kept().added] == ["My doctor"] and plain_book.drafts() == []


@pytest.mark.slow
@pytest.mark.parametrize("line", ["own", "shipped", "gone"])
def test_a_changed_line_that_was_not_saved_is_still_the_change_of_that_line(
    page: HelpLinesPage,
    screen: SettingsScreen,
    plain_book: Logbook,
    computer: Computer,
    open_screen: OpenScreen,
    qtbot: QtBot,
    line: str,
) -> None:
    doctor = own_line("My doctor", "0123 456", "", plain_book.today())
    computer.change(help_lines=stored(OwnLines().with_line(doctor)))
    page.refresh()
    pressed(page, f"Change: {POISON if line == 'shipped' else 'My doctor'}", qtbot)
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab, "mornings")
    screen.keep_draft()
    if line == "gone":
        computer.change(help_lines="")
    again = open_screen(plain_book).lines
    assert again.form is not None
    again.form.save()
    settle(qtbot)
    changed = [each.note for each in kept().changed.values()]
    if line == "shipped":
        assert changed[0].endswith("mornings") and kept().added == (doctor,)
    else:
        assert changed == [] and [(each.name, each.note) for each in kept().added] == [("My doctor", "mornings")]


def test_a_cancelled_line_leaves_no_draft(
    page: HelpLinesPage, screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    pressed(page, "Add a line", qtbot)
    keys("My doc")
    qtbot.waitUntil(lambda: plain_book.drafts() != [], timeout=5_000)  # a moment after it was typed
    keys(Qt.Key.Key_Escape)
    assert plain_book.drafts() == [] and page.form is None
    screen.keep_draft()
    assert plain_book.drafts() == []


def test_a_draft_that_cannot_be_read_goes(screen: SettingsScreen, plain_book: Logbook, open_screen: OpenScreen) -> None:
    plain_book.save_draft("help_line", "[not json")
    assert open_screen(plain_book).lines.form is None and plain_book.drafts() == []


def test_an_own_line_is_typed_and_survives_a_restart(page: HelpLinesPage, plain_book: Logbook, qtbot: QtBot) -> None:
    before = plain_book.undo_step
    page.add_button.setFocus()
    keys(Qt.Key.Key_Space)
    settle(qtbot)
    assert page.form is not None and page.form.name.hasFocus()
    keys("My doctor", Qt.Key.Key_Tab, "0123 456", Qt.Key.Key_Tab, "weekdays", ENTER)
    settle(qtbot)
    assert kept().added == (OwnLine("My doctor", "0123 456", "weekdays", plain_book.today()),)
    assert page.form is None and "My doctor" in said(page) and "Added by you, " in said(page)
    shown = emergency(qtbot)
    assert all(each in shown for each in ("My doctor", "0123 456", "weekdays", "Added by you, ", "911", POISON))
    assert plain_book.undo_step == before


@pytest.mark.quick_every(9)
@pytest.mark.parametrize(
    ("name", "number", "note", "words"),
    [
        ("", "112", "", "Type a name first."),
        ("My doctor", "", "", "Type a number to call first."),
        ("My doctor", "\u202e\x07", "", "Type a number to call first."),
        ("My doctor", "at home", "", "“at home” is not a number to call."),
        ("n" * 201, "112", "", "Up to 200 letters fit here; this has 201."),
        ("My doctor", "1" * 200, "", "A number can have 40 letters; this one has 200."),
        ("My doctor", "112", "n" * 201, "A note can have 200 letters; this one has 201."),
    ],
)
def test_what_is_no_line_is_refused_in_its_place(
    page: HelpLinesPage, qtbot: QtBot, name: str, number: str, note: str, words: str
) -> None:
    page.add_line()
    form = page.form
    assert form is not None
    for field, text in ((form.name, name), (form.number, number), (form.note, note)):
        field.setText(text)
    form.save()
    assert words in form.message.text() and page.form is form and kept() == OwnLines()
    assert (form.name.text(), form.note.text()) == (name, note)


def test_words_stay_plain_text_without_what_no_one_can_see(page: HelpLinesPage, qtbot: QtBot) -> None:
    page.add_line()
    assert page.form is not None
    page.form.name.setText("<b>Ann\u202e</b> & Co")
    page.form.number.setText("11\u20662")
    page.form.save()
    assert kept().added[0].name == "<b>Ann</b> & Co" and kept().added[0].number == "112"
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in page.findChildren(QLabel))


@pytest.mark.slow
def test_an_own_line_is_changed_removed_and_brought_back(
    page: HelpLinesPage, computer: Computer, qtbot: QtBot, plain_book: Logbook
) -> None:
    line = own_line("Ann", "555", "", plain_book.today())
    computer.change(help_lines=stored(OwnLines().with_line(line)))
    page.refresh()
    pressed(page, "Change: Ann", qtbot)
    assert page.form is not None
    page.form.number.setText("556")
    page.form.save()
    assert [each.number for each in kept().added] == ["556"]
    pressed(page, "Remove: Ann", qtbot)
    assert kept().added == () and "Ann" not in emergency(qtbot)
    undo(page.line_message, qtbot)
    assert [each.number for each in kept().added] == ["556"] and "556" in emergency(qtbot)


def test_a_shipped_line_is_changed_hidden_and_comes_back_as_it_was(page: HelpLinesPage, qtbot: QtBot) -> None:
    before = emergency(qtbot)
    pressed(page, f"Change: {POISON}", qtbot)
    assert page.form is not None and page.form.number.text() == "1-800-222-1222"
    page.form.number.setText("555 0100")
    page.form.save()
    settle(qtbot)
    changed = emergency(qtbot)
    assert "555 0100" in changed and "Changed by you, " in changed
    assert "It came as Poison Help: 1-800-222-1222." in changed
    pressed(page, f"Hide: {POISON}", qtbot)
    assert "555 0100" not in emergency(qtbot) and "1 line is hidden by you." in emergency(qtbot)
    assert "Hidden by you." in said(page)
    pressed(page, f"Show again: {POISON}", qtbot)
    assert emergency(qtbot) == changed
    pressed(page, f"Reset: {POISON}", qtbot)
    assert emergency(qtbot) == before and kept() == OwnLines()
    undo(page.line_message, qtbot)
    assert emergency(qtbot) == changed


@pytest.mark.slow
def test_the_emergency_number_is_changed_and_reset(page: HelpLinesPage, qtbot: QtBot) -> None:
    before = emergency(qtbot)
    page.emergency.edit.setFocus()
    keys("112", ENTER)
    settle(qtbot)
    assert "The emergency number is 112 now." in page.emergency.message.text()
    changed = emergency(qtbot)
    assert changed.index("112") < changed.index("Changed by you, ") and "It came as 911." in changed
    undo(page.emergency.message, qtbot)
    assert emergency(qtbot) == before
    keys("112", ENTER)
    settle(qtbot)
    pressed(page, "Reset the emergency number", qtbot)
    assert emergency(qtbot) == before and not page.emergency.reset.isVisibleTo(page)


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("typed", ["", "1", "ambulance", "1" * 200, "\x01\u202e"])
def test_what_is_no_emergency_number_is_refused(page: HelpLinesPage, qtbot: QtBot, typed: str) -> None:
    page.emergency.edit.setText(typed)
    page.emergency.use.click()
    assert page.emergency.message.text() and kept() == OwnLines() and page.emergency.edit.text() == typed
    keys("1")
    assert page.emergency.message.text() == ""


@pytest.mark.slow
def test_another_country_is_looked_at_and_changed_and_the_own_one_stays(
    page: HelpLinesPage, computer: Computer, screen: SettingsScreen, qtbot: QtBot
) -> None:
    heard: list[str] = []
    screen.country_changed.connect(heard.append)
    page.country_field.set_value("DE")
    settle(qtbot)
    assert page.emergency.number.text() == "Germany: 112" and "TelefonSeelsorge" in said(page)
    assert "You are only looking. Your own country: United States." in said(page)
    pressed(page, "Hide: TelefonSeelsorge", qtbot)
    assert kept().hidden == {("DE", "TelefonSeelsorge")} and heard == []
    assert device.load(paths.device_file()).country == computer.settings.country == "US"
    page.country_field.set_value("US")
    settle(qtbot)
    assert page.emergency.number.text() == "United States: 911" and "You are only looking." not in said(page)
    page.country_field.set_value("DE")
    page.own_country.make_own.click()
    assert heard == ["DE"] and device.load(paths.device_file()).country == "DE"
    assert not page.own_country.make_own.isVisibleTo(page)


@pytest.mark.slow
def test_a_line_of_a_country_that_was_looked_at_comes_back_to_that_country(
    page: HelpLinesPage,
    computer: Computer,
    screen: SettingsScreen,
    plain_book: Logbook,
    open_screen: OpenScreen,
    qtbot: QtBot,
) -> None:
    page.country_field.set_value("AT")
    pressed(page, "Change: Telefonseelsorge", qtbot)
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab, " at home")
    screen.keep_draft()
    again = open_screen(plain_book).lines
    assert again.form is not None and again.country.code == "AT"
    again.form.save()
    settle(qtbot)
    assert list(kept().changed) == [("AT", "Telefonseelsorge")] and computer.settings.country == "US"


def test_a_country_chosen_elsewhere_is_the_one_to_look_at(page: HelpLinesPage, computer: Computer) -> None:
    page.country_field.set_value("DE")
    computer.change(country="GB")
    page.refresh()
    assert page.emergency.number.text() == "United Kingdom: 999" and page.country_field.value() == "GB"


@pytest.mark.slow
def test_without_a_country_the_number_takes_the_place_of_the_words(
    page: HelpLinesPage, computer: Computer, qtbot: QtBot
) -> None:
    computer.change(country="")
    page.refresh()
    page.emergency.edit.setText("113")
    page.emergency.use.click()
    assert "Set by you, " in emergency(qtbot) and "Your local emergency number" not in emergency(qtbot)
    computer.change(country="GB")
    assert "113" not in emergency(qtbot)


@pytest.mark.slow
def test_reset_all_brings_everything_back_and_can_be_undone(
    page: HelpLinesPage, computer: Computer, qtbot: QtBot
) -> None:
    before = emergency(qtbot)
    line = own_line("Ann", "555", "", dt.date(2026, 11, 22))
    own = OwnLines().with_line(line).with_hidden(("US", POISON)).with_number("US", "112", line.on)
    computer.change(help_lines=stored(own))
    page.refresh()
    pressed(page, "Reset all", qtbot)
    assert emergency(qtbot) == before and not page.reset.isEnabled()
    undo(page.reset_message, qtbot)
    assert kept() == own


def test_a_damaged_file_hides_nothing_that_came_with_the_program(
    page: HelpLinesPage, computer: Computer, qtbot: QtBot
) -> None:
    before = emergency(qtbot)
    for text in ("{not json", '{"hidden": "all", "numbers": [["US", "none"]]}'):
        computer.change(help_lines=text)
        page.refresh()
        assert emergency(qtbot) == before and "could not be read" in said(page)
    paths.device_file().write_bytes(b"[device]\nhelp_lines = {\n\xff\x00[[")
    assert "Your local emergency number" in emergency(qtbot)
    pressed(page, "Reset all", qtbot)
    assert "could not be read" not in said(page)


def test_it_says_where_they_are_kept_and_tells_others(
    page: HelpLinesPage, qtbot: QtBot, screen: SettingsScreen
) -> None:
    assert "kept on this computer, outside your journal" in said(page)
    with qtbot.waitSignal(screen.lines_changed):
        pressed(page, f"Hide: {POISON}", qtbot)


def test_what_is_being_typed_is_not_thrown_away(page: HelpLinesPage, qtbot: QtBot) -> None:
    pressed(page, "Add a line", qtbot)
    form = page.form
    assert form is not None
    form.name.setText("Ann")
    page.add_line()
    assert page.form is form and form.name.hasFocus() and "Save or cancel" in form.message.text()
    page.refresh()
    assert page.form is form and form.name.text() == "Ann"
    keys(Qt.Key.Key_Escape)
    assert page.form is None and page.add_button.hasFocus()


@pytest.mark.slow
def test_erasing_takes_them_along(
    page: HelpLinesPage, screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    page.emergency.edit.setText("112")
    page.emergency.use.click()
    beside = device.unfinished_file(paths.device_file())
    beside.write_text("a save that was cut short", encoding="utf-8")
    screen.show_section("journal")
    with qtbot.waitSignal(screen.erase_wanted) as heard:
        screen.journal.erase()
    assert {paths.device_file(), beside} <= set(heard.args[0])
    assert delete_all(plain_book.path, heard.args[0]) == () and not beside.exists()
    assert kept() == OwnLines()
    assert "Your local emergency number" in emergency(qtbot) and "by you" not in emergency(qtbot)


@pytest.mark.slow
@both_fonts
def test_nothing_is_cut(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, computer: Computer, qapp: QApplication, qtbot: QtBot
) -> None:
    line = own_line("A" * 200, "1" * 40, "n" * 200, dt.date(2026, 11, 22))
    names = [each.name for each in country("US").lines]
    own = OwnLines().with_line(line).with_changed(("US", names[0]), line).with_hidden(("US", names[1]))
    computer.change(country="US", help_lines=stored(own.with_number("US", "+1234 567 890 123 456 789 012", line.on)))
    apply_theme(qapp, "dark", 200)
    screen = open_screen(plain_book, longer(), NARROW)
    screen.show_section("lines")
    screen.lines.add_line()
    settle(qtbot)
    assert cut(screen, NARROW) + unnamed(screen) + unreachable(screen) == []
    qtbot.addWidget(number := EmergencyNumber(longer(), screen.lines.country))
    number.resize(NARROW, 600)
    number.show()
    settle(qtbot)
    assert cut(number, NARROW) == []
