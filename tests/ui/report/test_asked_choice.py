"""What can be used against a person has no default: it is asked before anything is handed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from journal.core.entries import Intake, Rating, Symptom
from journal.core.moments import HOUR_MS, moment_at
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.reports.presets import BY_CODE
from tests.ui.report.conftest import OpenScreen, active, settled, words


def drunk(book: Logbook) -> Intake:
    before = moment_at(book.clock.now_ms() - 30 * HOUR_MS, "Europe/Berlin")
    return Intake(at=before, what=Taken.ALCOHOL, name="Beer", drinks=12_000)


@pytest.mark.slow
def test_nothing_is_asked_where_nothing_is_written_down(weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    assert [row.isHidden() for row in screen.choices.asked.values()] == [True] * 5
    assert screen.choices.unanswered() is None


def test_nothing_is_saved_before_it_is_answered(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(drunk(weeks))
    screen, path = open_screen(weeks), tmp_path / "a.pdf"
    asked = screen.choices.asked["alcohol"]
    assert not asked.isHidden()
    assert asked.answer() is None
    assert "drinks in 28 days" not in words(screen)
    screen.outgoing.save_to(path)
    assert not screen.outgoing.busy
    assert not path.exists()
    assert screen.outgoing.message.text() == "Alcohol: print it this time, or leave it out?"
    leave_out, print_it = screen.outgoing.message.buttons()
    assert (leave_out.text(), print_it.text()) == ("Leave it out", "Print it")
    leave_out.click()
    assert asked.answer() is False
    qtbot.waitUntil(path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=10_000)


@pytest.mark.parametrize("typing", [True, False])
def test_the_question_is_a_key_away_wherever_saving_was_pressed(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path, typing: bool
) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    active(qtbot, screen)
    before = screen.choices.goal if typing else next(iter(screen.choices.findChildren(QCheckBox)))
    before.setFocus()
    assert QApplication.focusWidget() is before
    screen.outgoing.save_to(path := tmp_path / "a.pdf")
    assert QApplication.focusWidget() is screen.outgoing.message.buttons()[0]
    QTest.keyClick(screen.outgoing.message.buttons()[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: path.exists() and not screen.outgoing.busy, timeout=10_000)


def test_the_question_goes_once_it_is_answered_at_the_choice_itself(
    weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    screen.outgoing.save_to(tmp_path / "a.pdf")
    assert screen.outgoing.message.text().startswith("Alcohol")
    screen.choices.asked["alcohol"].set_answer(True)
    assert screen.outgoing.message.text() == "" and screen.outgoing.outcome.isHidden()


@pytest.mark.slow
def test_both_answers_are_followed(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    for printed in (True, False):
        screen.choices.asked["alcohol"].set_answer(printed)
        settled(qtbot, screen)
        assert ("drinks in 28 days" in words(screen)) is printed
        path = tmp_path / f"{printed}.pdf"
        screen.outgoing.save_to(path)
        qtbot.waitUntil(path.exists, timeout=10_000)
        qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=10_000)


@pytest.mark.slow
def test_an_answer_is_for_this_printing_only(weeks: Logbook, open_screen: OpenScreen) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    screen.choices.asked["alcohol"].set_answer(True)
    screen.keep_draft()
    assert open_screen(weeks).choices.asked["alcohol"].answer() is None


@pytest.mark.slow
def test_what_was_handed_over_stays_in_sight_and_is_asked_again_for_the_next_pages(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    asked = screen.choices.asked["alcohol"]
    asked.set_answer(True)
    settled(qtbot, screen)
    screen.outgoing.save_to(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: screen.outgoing.message.text().startswith("a.pdf is saved in"), timeout=10_000)
    settled(qtbot, screen)
    assert asked.answer() is True and "drinks in 28 days" in words(screen)
    assert "Alcohol" not in screen.stays_out.list.text()
    screen.outgoing.save_to(tmp_path / "b.pdf")
    assert screen.outgoing.message.text() == "Alcohol: print it this time, or leave it out?"
    assert not (tmp_path / "b.pdf").exists()
    screen.hide()
    screen.show()
    assert asked.answer() is None
    settled(qtbot, screen)
    assert "Alcohol (not decided yet)" in screen.stays_out.list.text()


@pytest.mark.slow
def test_no_answer_is_chosen_before_anybody_chose_one(weeks: Logbook, open_screen: OpenScreen) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    for preset in BY_CODE:
        screen.choices._choose_preset(preset)
        pills = screen.choices.asked["alcohol"].findChildren(QPushButton)
        assert [(pill.text(), pill.isChecked()) for pill in pills] == [("Print", False), ("Leave out", False)]


@pytest.mark.slow
def test_mood_that_was_rated_is_asked(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path) -> None:
    mood = Symptom(code="mood", kind=SymptomKind.WELLBEING, position=9)
    at = moment_at(weeks.clock.now_ms() - 30 * HOUR_MS, "Europe/Berlin")
    weeks.save(mood, Rating(at=at, symptom=mood.id, value=6))
    screen = open_screen(weeks)
    assert "Mood" not in words(screen)
    assert screen.choices.unanswered() is screen.choices.asked["mood"]
    screen.choices.asked["mood"].set_answer(True)
    settled(qtbot, screen)
    assert "Mood" in words(screen)
