"""Emergency: without a journal, without a word of one, readable and reachable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance.blood_pressure import pressure_table
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import sign_of, signs
from journal.texts import english
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.numbers import CopyButton
from journal.ui.safety.prose import Prose
from journal.ui.safety.signs import NOW, of_urgency
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, unnamed, words
from tests.ui.fonts import both_fonts


def screen(qtbot: QtBot, country: str | None, width: int = 1040) -> EmergencyScreen:
    made = EmergencyScreen(english(), country)
    made.complete()
    shown(qtbot, made, width)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose(made: EmergencyScreen, code: str) -> None:
    chooser = made.panel.chooser
    chooser.set_value(code)
    chooser.activated.emit(chooser.currentIndex())
    made.complete()
    settle()


def largest(made: EmergencyScreen) -> QLabel:
    return max(
        (each for each in made.findChildren(QLabel) if each.isVisible()), key=lambda each: each.fontMetrics().height()
    )


@pytest.mark.quick_every(4)
@pytest.mark.parametrize(("code", "number"), [("US", "911"), ("GB", "999"), ("AU", "000"), ("DE", "112")])
def test_the_country_s_number_is_first_and_largest(qtbot: QtBot, code: str, number: str) -> None:
    made = screen(qtbot, code)
    assert largest(made).text() == number
    below = [
        each for each in made.findChildren(QLabel) if each.isVisible() and each.text() not in (number, "Emergency")
    ]
    top = largest(made).mapTo(made, largest(made).rect().topLeft()).y()
    assert all(each.mapTo(made, each.rect().topLeft()).y() > top for each in below)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("country", "number"), [("US", "911"), (None, "your local emergency number")])
def test_every_sign_says_what_to_do_now_and_when_it_has_passed(qtbot: QtBot, country: str | None, number: str) -> None:
    said = words(screen(qtbot, country))
    found = country_of(country)
    for sign in signs():
        assert f"{sign.name}. {filled(english(), sign.now.text, found)}" in said
        assert sign.passed is None or f"{sign.name}. {filled(english(), sign.passed.text, found)}" in said
    assert f"Fainting. Doctor today. Call {number} if it returns or came with chest pain" in said
    assert "{number}" not in said and "{crisis}" not in said


def test_after_a_sign_that_ends_it_nothing_says_not_to_stop(qtbot: QtBot) -> None:
    made = EmergencyScreen(english(), "US", takes_no_more=lambda: True)
    made.complete()
    shown(qtbot, made, 1040)
    said = words(made)
    assert "not stop suddenly" not in said and ". ." not in said
    pregnant = "Pregnant. Call your maternity team or doctor today. Take no more of what you write down here until"
    assert pregnant in said


@pytest.mark.slow
def test_the_numbers_in_the_sentences_follow_the_country(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    choose(made, "GB")
    said = words(made)
    assert "Chest pain. Call 999. Sit down and rest." in said and "911" not in said


def test_poison_and_crisis_line_bear_the_day_they_were_checked(qtbot: QtBot) -> None:
    said = words(screen(qtbot, "US"))
    line = next(each for each in guidance.country("US").lines if each.number == "1-800-222-1222")
    assert "1-800-222-1222" in said and "988" in said
    assert f"Checked {english().short_day(line.checked)}" in said


@pytest.mark.slow
def test_numbers_are_selectable_and_copied(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    for number in ("911", "1-800-222-1222"):
        (shown_number,) = (each for each in made.findChildren(QLabel) if each.text() == number)
        assert shown_number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        (copy,) = (each for each in made.findChildren(CopyButton) if number in each.accessibleName())
        copy.click()
        assert QGuiApplication.clipboard().text() == number and copy.text() == "Copied"


@pytest.mark.slow
def test_without_a_country_it_says_what_is_known_and_what_is_not(qtbot: QtBot) -> None:
    said = words(screen(qtbot, None))
    assert "Your local emergency number" in said and "112 works on many mobile phones" in said
    assert "Choose your country to see its help lines." in said
    assert screen(qtbot, "XX").panel.chooser.value() == ""


def test_without_a_country_the_number_of_many_phones_is_largest_and_the_country_is_asked_below_it(
    qtbot: QtBot,
) -> None:
    made = screen(qtbot, None)
    number, chooser = largest(made), made.panel.chooser
    assert number.text() == "112" and number.height() >= 40
    (copy,) = (each for each in made.findChildren(CopyButton) if "112" in each.accessibleName())
    copy.click()
    assert QGuiApplication.clipboard().text() == "112"
    (asked,) = (each for each in made.findChildren(QLabel) if each.text() == "Choose your country to see its number:")
    call = next(each for each in made.findChildren(QLabel) if each.text().startswith("Call now if you see"))
    tops = [each.mapTo(made, each.rect().topLeft()).y() for each in (number, asked, chooser, call)]
    assert tops == sorted(tops)
    choose(made, "GB")
    assert not asked.isVisible() and largest(made).text() == "999"


def test_the_ring_of_what_scrolls_has_room_around_the_cards(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    around = made.scroller.rect().adjusted(6, 6, -6, 0)
    corner = made.panel.mapTo(made.scroller, made.panel.rect().topLeft())
    assert around.contains(corner) and around.contains(corner + made.panel.rect().topRight())
    title = next(each for each in made.findChildren(QLabel) if each.text() == "Emergency")
    assert title.mapTo(made, title.rect().topLeft()).x() == made.panel.mapTo(made, made.panel.rect().topLeft()).x()


def test_a_country_without_verified_lines_says_so(qtbot: QtBot) -> None:
    country = next(each for each in guidance.countries() if not each.lines)
    said = words(screen(qtbot, country.code))
    assert f"There is no verified line for {country.name} in this program." in said
    assert f"call {country.emergency}. Otherwise ask a doctor or a hospital, or talk to someone you trust." in said


def test_the_most_urgent_signs_are_there_at_once_and_the_others_follow(qtbot: QtBot) -> None:
    made = EmergencyScreen(english(), "US")
    qtbot.addWidget(made)
    assert "Black stool. Doctor today" not in words(made)
    for sign in of_urgency(NOW):
        assert f"{sign.name}. {filled(english(), sign.now.text, country_of('US'))}" in words(made)
    qtbot.waitUntil(lambda: "Stopping these suddenly can cause seizures" in words(made.signs))
    assert "Black stool. Doctor today" in words(made)


def test_no_line_is_painted_in_part_while_the_others_follow(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added below presses together what stands there, until all of it has its place."""
    painted: list[bool] = []
    paint = Prose.paintEvent

    def watched(row: Prose, event: QPaintEvent) -> None:
        painted.append(row.height() >= row.heightForWidth(row.width()))
        paint(row, event)

    monkeypatch.setattr(Prose, "paintEvent", watched)
    made = EmergencyScreen(english(), "US")
    shown(qtbot, made, 1040)
    qtbot.waitUntil(lambda: made.signs.body.stretch(made.signs.body.count() - 1) > 0, timeout=30_000)
    settle()
    assert painted and all(painted)


@pytest.mark.slow
def test_another_country_is_looked_at_and_the_own_one_stays(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    told: list[str] = []
    made.country_chosen.connect(told.append)
    choose(made, "AU")
    assert told == [] and largest(made).text() == "000"
    visible = [each.text() for each in made.findChildren(QLabel) if each.isVisible()]
    assert "911" not in visible and any("13 11" in each for each in visible)
    assert "You are only looking. Your own country: United States." in visible
    choose(made, "")
    assert told == [] and "112 works on many mobile phones" in words(made)
    assert not made.panel.choice.make_own.isVisible()  # no country at all is chosen in the settings
    choose(made, "US")
    assert "You are only looking." not in words(made)


@pytest.mark.slow
def test_the_country_that_is_looked_at_becomes_the_own_one_by_a_button(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    told: list[str] = []
    made.country_chosen.connect(told.append)
    choose(made, "DE")
    made.panel.choice.make_own.click()
    settle()
    assert told == ["DE"] and largest(made).text() == "112"
    assert not made.panel.choice.make_own.isVisible() and "You are only looking." not in words(made)


def test_who_has_not_said_where_they_are_chooses_with_the_first_country(qtbot: QtBot) -> None:
    made = screen(qtbot, None)
    told: list[str] = []
    made.country_chosen.connect(told.append)
    choose(made, "GB")
    assert told == ["GB"] and largest(made).text() == "999"
    choose(made, "FR")
    assert told == ["GB"] and largest(made).text() == "112"


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("countries", [slice(0, None, 2), slice(1, None, 2)], ids=["one half", "the other half"])
def test_no_country_s_screen_says_what_the_journal_is_about(qtbot: QtBot, countries: slice) -> None:
    made = screen(qtbot, None)
    for code in ("", *(each.code for each in guidance.countries() if each.lines))[countries]:
        choose(made, code)
        assert "kratom" not in words(made).casefold() and "mitragyn" not in words(made).casefold()
    everything = [f"{each} {each.lines}" for each in guidance.countries()]
    # A source's id may bear the word; it is never shown here.
    assert "kratom" not in re.sub(r"source='[^']*'", "", " ".join(everything)).casefold()


def test_escape_and_back_leave_it(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    with qtbot.waitSignal(made.closed):
        made.back.click()
    made.first_field().setFocus()
    with qtbot.waitSignal(made.closed):
        keys(Qt.Key.Key_Escape)


def test_the_keyboard_reaches_everything(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    assert unnamed(made) == []
    made.back.setFocus()
    reached = set()
    for _ in range(12):
        keys(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
    assert {*made.findChildren(CopyButton), made.panel.chooser, made.back, made.scroller} <= reached


@pytest.mark.slow
def test_the_keyboard_scrolls(qtbot: QtBot) -> None:
    made = screen(qtbot, "US")
    made.resize(600, 300)
    settle()
    made.first_field().setFocus()
    keys(Qt.Key.Key_PageDown)
    assert made.scroller.verticalScrollBar().value() > 0


def _rooms() -> Iterator[Any]:
    """One country in every window size; the others, whose lines differ, always only in the smallest."""
    for code, width, percent in product(["US", None, "AT", "DE", "FR", "GB", "ZA"], [560, 1240], [100, 200]):
        marks = [] if code == "US" or (width, percent) == (560, 200) else [pytest.mark.slow]
        yield pytest.param(code, width, percent, id=f"{code}-{width}-{percent}", marks=marks)


@pytest.mark.slow
@pytest.mark.slow_every(3)  # each country and each size, in one font or the other
@both_fonts
@pytest.mark.parametrize(("code", "width", "percent"), [*_rooms()])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, percent: int, width: int, code: str | None) -> None:
    apply_theme(qapp, "dark", percent)
    made = EmergencyScreen(longer(), code)
    made.complete()
    shown(qtbot, made, width)
    assert cut(made) == []
    choose(made, "NO")
    assert cut(made) == []


def test_blood_pressures_and_a_seizure_in_pregnancy_have_their_lines(qtbot: QtBot) -> None:
    """Each with its numbers and what to do; a seizure in pregnancy among what calls for the number at once."""
    said, table = words(screen(qtbot, "US")), pressure_table()
    for pressure in (table.high, table.in_pregnancy, table.raised):
        assert f"That is {pressure.systolic}/{pressure.diastolic} or more." in said
    for text in (table.call, table.today, table.severe_now, table.raised_now):
        assert text.text.format(number="911").partition(" Say")[0] in said
    seizure = said.index(
        "Seizure in pregnancy. Call 911 now, also if the seizure has passed. Say that you are pregnant."
    )
    assert seizure < said.index("Until help comes") < said.index("A very high blood pressure. That is 180/120 or more.")
    assert "In pregnancy this holds from 160/110 on." in said and "wait a few minutes and measure again" in said


@pytest.mark.parametrize("code", ["child", "pregnant"])
def test_the_last_rows_of_the_table_are_there_now_and_when_it_has_passed(qtbot: QtBot, code: str) -> None:
    said, sign = words(screen(qtbot, "US")), sign_of(code)
    assert sign.passed is not None
    for text in (sign.now.text, sign.passed.text):
        assert f"{sign.name}. {text.format(number='911')}" in said
