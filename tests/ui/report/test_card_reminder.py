"""The Report screen offers the card again once a medicine or an allergy on it has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Question, Substance
from journal.core.health import ConditionKind
from journal.logbook import Logbook
from journal.reports.sheet_options import SheetKind
from journal.ui.report.screen import ReportScreen
from tests.ui.report.conftest import OpenScreen, settled

WORDS = "What you take, or an allergy, has changed since you made the card of 22 Nov 2026. Make it again?"
MEDICINE = Substance(name="sertraline")


def save(qtbot: QtBot, screen: ReportScreen, kind: SheetKind, path: Path) -> None:
    screen.what.choose(kind)
    settled(qtbot, screen)
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: path.exists() and not screen.outgoing.busy, timeout=10_000)
    settled(qtbot, screen)


def test_nothing_is_offered_to_somebody_who_has_no_card(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.PHARMACIST, tmp_path / "list.pdf")
    weeks.save(MEDICINE)
    settled(qtbot, screen)
    assert screen.reminder.isHidden()
    assert weeks.preferences.card == ""


def test_it_is_offered_once_the_list_has_changed_and_names_nothing(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(MEDICINE)
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    assert screen.reminder.isHidden()
    assert weeks.preferences.card.startswith("2026-11-22 ")
    assert "sertraline" not in weeks.preferences.card
    weeks.save(Question(text="Something else?"))
    settled(qtbot, screen)
    assert screen.reminder.isHidden()
    weeks.save(Condition(what=ConditionKind.ALLERGY, name="penicillin"))
    settled(qtbot, screen)
    assert screen.reminder.text() == WORDS
    assert open_screen(weeks).reminder.text() == WORDS, "also when the window is opened again"


def test_make_it_again_chooses_the_card_and_a_new_one_ends_it(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    screen.what.choose(None)
    weeks.save(MEDICINE)
    settled(qtbot, screen)
    again, _ = screen.reminder.buttons()
    again.click()
    settled(qtbot, screen)
    assert screen.what.kind is SheetKind.EMERGENCY
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "second.pdf")
    assert screen.reminder.isHidden()
    weeks.save(replace(MEDICINE, amount="50 mg"))
    settled(qtbot, screen)
    assert screen.reminder.text() == WORDS


def test_put_off_it_stays_away_until_something_changes_again(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    weeks.save(MEDICINE)
    settled(qtbot, screen)
    screen.reminder.buttons()[1].click()
    weeks.save(Question(text="Something else?"))
    settled(qtbot, screen)
    assert screen.reminder.isHidden()
    weeks.save(Substance(name="pregabalin"))
    settled(qtbot, screen)
    assert screen.reminder.text() == WORDS


def test_a_card_that_is_being_made_is_not_offered_once_more(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    weeks.save(MEDICINE)
    settled(qtbot, screen)
    assert screen.reminder.asks
    screen.outgoing.save_button.click()
    assert not screen.reminder.asks
    assert [each.text() for each in screen.outgoing.message.buttons()] == ["Save the card", "Not now"]
