"""The settings say when the journal locks by itself; one without a passphrase cannot."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.core.preferences import LOCK_AFTER
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.settings.journal_page import JournalPage
from journal.ui.settings.lock_card import LockCard
from journal.ui.settings.screen import SettingsScreen
from tests.journals import PASSPHRASE, FixedClock, quick_keys
from tests.ui.conftest import BridgeTo

__all__ = ["quick_keys"]


@pytest.fixture
def page(tmp_path: Path, templates: Callable[[str | None], Path], bridge_to: BridgeTo, qtbot: QtBot) -> JournalPage:
    shutil.copy(templates(PASSPHRASE), tmp_path / "journal.leaf")
    made = JournalPage(
        bridge_to(Logbook.open(tmp_path / "journal.leaf", PASSPHRASE, clock=FixedClock()), english()), Computer(None)
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_locks_after_five_minutes_unless_something_else_is_chosen(page: JournalPage) -> None:
    book, card = page._bridge.logbook, page.lock
    assert card.after.value() == 5 and card.asleep.is_ticked()
    for minutes in LOCK_AFTER:
        pill = card.after._pills()[LOCK_AFTER.index(minutes)]
        pill.click()
        assert book.preferences.lock_after == minutes
    assert pill.text() == "Never"
    card.asleep.tick(on=False)
    assert not book.preferences.lock_on_sleep
    book.undo()
    page.refresh()
    assert card.asleep.is_ticked() and book.preferences.lock_on_sleep


def test_without_a_passphrase_there_is_nothing_to_choose(screen: SettingsScreen) -> None:
    screen.show_section("journal")
    card = screen.journal.lock
    assert card.without.isVisibleTo(screen)
    assert not any(part.isVisibleTo(screen) for part in (card.after, card.asleep, card.how))


@pytest.mark.parametrize(("heard", "words"), [(True, "Most desktops"), (False, "A locked screen alone is not noticed")])
def test_it_says_what_the_system_cannot_tell(qtbot: QtBot, heard: bool, words: str) -> None:
    card = LockCard(english(), lambda: heard)
    qtbot.addWidget(card)
    assert words in card.how.text() and "F1" in card.how.text()
