"""The Report screen offers the card again once a medicine or an allergy on it has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Entry, Question, Substance
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


@pytest.fixture
def with_card(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path) -> ReportScreen:
    """The screen of somebody who has just made a card."""
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    return screen


def change(qtbot: QtBot, screen: ReportScreen, weeks: Logbook, *entries: Entry) -> None:
    """Write something down; the screen follows."""
    weeks.save(*entries)
    settled(qtbot, screen)


def test_nothing_is_offered_to_somebody_who_has_no_card(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.PHARMACIST, tmp_path / "list.pdf")
    change(qtbot, screen, weeks, MEDICINE)
    assert screen.reminder.isHidden()
    assert weeks.preferences.card == ""


@pytest.mark.slow
def test_it_is_offered_once_the_list_has_changed_and_names_nothing(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(MEDICINE)
    screen = open_screen(weeks)
    save(qtbot, screen, SheetKind.EMERGENCY, tmp_path / "card.pdf")
    assert screen.reminder.isHidden()
    assert weeks.preferences.card.startswith("2026-11-22 ")
    assert "sertraline" not in weeks.preferences.card
    change(qtbot, screen, weeks, Question(text="Something else?"))
    assert screen.reminder.isHidden()
    change(qtbot, screen, weeks, Condition(what=ConditionKind.ALLERGY, name="penicillin"))
    assert screen.reminder.text() == WORDS
    assert open_screen(weeks).reminder.text() == WORDS, "also when the window is opened again"


@pytest.mark.slow
def test_make_it_again_chooses_the_card_and_a_new_one_ends_it(
    qtbot: QtBot, weeks: Logbook, with_card: ReportScreen, tmp_path: Path
) -> None:
    with_card.what.choose(None)
    change(qtbot, with_card, weeks, MEDICINE)
    again, _ = with_card.reminder.buttons()
    again.click()
    settled(qtbot, with_card)
    assert with_card.what.kind is SheetKind.EMERGENCY
    save(qtbot, with_card, SheetKind.EMERGENCY, tmp_path / "second.pdf")
    assert with_card.reminder.isHidden()
    change(qtbot, with_card, weeks, replace(MEDICINE, amount="50 mg"))
    assert with_card.reminder.text() == WORDS


@pytest.mark.slow
def test_put_off_it_stays_away_until_something_changes_again(
    qtbot: QtBot, weeks: Logbook, with_card: ReportScreen
) -> None:
    change(qtbot, with_card, weeks, MEDICINE)
    with_card.reminder.buttons()[1].click()
    change(qtbot, with_card, weeks, Question(text="Something else?"))
    assert with_card.reminder.isHidden()
    change(qtbot, with_card, weeks, Substance(name="pregabalin"))
    assert with_card.reminder.text() == WORDS


@pytest.mark.slow
def test_a_card_that_is_being_made_is_not_offered_once_more(
    qtbot: QtBot, weeks: Logbook, with_card: ReportScreen
) -> None:
    change(qtbot, with_card, weeks, MEDICINE)
    assert with_card.reminder.asks
    with_card.outgoing.save_button.click()
    assert not with_card.reminder.asks
    assert [button.text() for button in with_card.outgoing.message.buttons()] == ["Save the card", "Not now"]
