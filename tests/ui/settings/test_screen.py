"""What belongs to the journal goes into it, what belongs to the computer into the device file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import device, paths
from journal.core.preferences import Preferences
from journal.logbook import Logbook
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.computer import Computer
from journal.ui.kit.theme import apply_theme
from journal.ui.settings.country_field import countries
from journal.ui.settings.screen import SettingsScreen
from tests.journals import JournalAt, now
from tests.journals import note as written
from tests.ui.conftest import keys
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.settings.conftest import Filled, OpenScreen, settle

SECTIONS = ("symptoms", "day", "questions", "report", "lines", "look", "backups", "journal", "help")


def press(chips: ChipRow, text: str) -> None:
    """Press the pill with these words, as the mouse does."""
    next(each for each in chips._pills() if each.text() == text).click()


def test_the_sections_are_chosen_with_arrow_keys(screen: SettingsScreen) -> None:
    seen = []
    for _ in range(7):
        seen.append(screen.stack.currentWidget())
        keys(Qt.Key.Key_Right)
    assert seen == [
        screen.symptoms, screen.day.parent(), screen.lines, screen.look.parent(), screen.backups, screen.journal,
        screen.help,
    ]  # fmt: skip


@pytest.mark.parametrize(("part", "section"), [("questions", "day"), ("report", "look")])
def test_a_small_page_is_found_by_its_own_name_in_the_section_that_it_shares(
    screen: SettingsScreen, part: str, section: str, qtbot: QtBot
) -> None:
    screen.resize(900, 320)
    screen.show_section(part)
    settle(qtbot)
    assert screen.sections.value() == section
    shown = {"questions": screen.questions.ticks.get("ask_now"), "report": screen.report.paper}[part]
    assert shown is not None and shown.isVisible() and not shown.visibleRegion().isEmpty()


def test_the_day_start_changes_no_entry(screen: SettingsScreen, plain_book: Logbook) -> None:
    kept = written(plain_book, "at half past ten")
    screen.show_section("day")
    press(screen.day.start, "06:00")
    assert plain_book.preferences.day_start == 360 and plain_book.get(kept.id) == kept
    plain_book.undo()
    assert plain_book.preferences.day_start == Preferences().day_start == screen.day.start.value()


def test_the_paper_belongs_to_the_journal_and_the_country_to_the_computer(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    screen.show_section("report")
    assert screen.report.usual.text() == "Automatic is A4 while no country is chosen under Help lines."
    screen.show_section("lines")
    with qtbot.waitSignal(screen.country_changed) as heard:
        screen.lines.country_field.set_value("US")
    assert heard.args == ["US"] and device.load(paths.device_file()).country == "US"
    assert screen.lines.emergency.number.text() == "United States: 911"
    screen.show_section("report")
    said = screen.report.usual.text()
    assert said == "Automatic is Letter for United States. The country is chosen under Help lines."
    press(screen.report.paper, "A4")
    assert plain_book.preferences.paper == "a4"


def test_countries_are_listed_by_name_with_their_codes() -> None:
    names = dict(countries())
    assert (names["DE"], names["GB"], len(names) > 200) == ("Germany", "United Kingdom", True)
    assert {"EU", "QO", ""}.isdisjoint(names)


def test_appearance_is_kept_on_this_computer(screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot) -> None:
    screen.show_section("look")
    before = plain_book.undo_step
    for chips, text in (
        (screen.look.colours, "Dark"),
        (screen.look.text_size, "150 %"),
        (screen.look.contrast, "High"),
    ):
        with qtbot.waitSignal(screen.appearance_changed):
            press(chips, text)
    stored = device.load(paths.device_file())
    assert (stored.colour_scheme, stored.text_size, stored.high_contrast) == ("dark", 150, "on")
    assert plain_book.undo_step == before


def test_help_asks_for_the_dialogs_of_the_menu(screen: SettingsScreen, qtbot: QtBot) -> None:
    screen.show_section("help")
    assert [each.text() for each in screen.help.buttons.values()] == [
        "Manual",
        "Shortcuts",
        "File formats",
        "Licences",
        "What changed",
        "About",
    ]
    for topic, pressed in screen.help.buttons.items():
        with qtbot.waitSignal(screen.help_wanted) as asked:
            pressed.click()
        assert asked.args == [topic]


def test_changes_from_elsewhere_are_shown(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    from dataclasses import replace

    screen.hide()
    plain_book.save(replace(filled.feet, name="Feet"))
    screen.show()
    screen.shown()
    settle(qtbot)
    assert screen.symptoms.list.lines()[2].title == "Feet"


def test_a_journal_that_is_only_looked_at_cannot_be_changed(
    filled: Filled, plain_book: Logbook, plain_journal: JournalAt, open_screen: OpenScreen, computer: Computer
) -> None:
    assert now(plain_book)
    plain_book.close()
    with plain_journal.open(read_only=True) as book:
        screen = open_screen(book)
        screen.symptoms.move_selected(1)
        screen.symptoms.edit_selected()
        controls = (screen.symptoms.add, screen.symptoms.main, screen.day.start, screen.report.paper)
        assert [each.isEnabled() for each in (*controls, screen.journal.erase_button, screen.journal.move_button)] == [
            False
        ] * 6
        assert screen.symptoms.form is None and screen.lines.country_field.isEnabled()


def test_nothing_is_cut_and_everything_has_a_name(
    filled: Filled, plain_book: Logbook, open_screen: OpenScreen, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "dark", 200)
    screen = open_screen(plain_book, longer(), NARROW)
    found = {}
    for opened in (*SECTIONS, "erasing", "form"):
        screen.show_section({"erasing": "journal", "form": "symptoms"}.get(opened, opened))
        if opened == "form":
            screen.symptoms.add_symptom()
        elif opened == "erasing":
            screen.journal.erase_button.click()
        settle(qtbot)
        found[opened] = cut(screen, NARROW) + unnamed(screen) + unreachable(screen)
    assert {opened: wrong for opened, wrong in found.items() if wrong} == {}
