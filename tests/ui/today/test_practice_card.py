"""Today asks for a new passphrase twice: a wrong one is told, a right one is, and it can be put off."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.core.moments import DAY_MS
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.practice import Practice
from journal.ui.today.practice_card import PracticeCard
from tests.journals import PASSPHRASE, FixedClock, quick_keys
from tests.ui.conftest import BridgeTo

__all__ = ["quick_keys"]

ShowCard = Callable[[], PracticeCard]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "device.ini")


@pytest.fixture
def show(
    tmp_path: Path, templates: Callable[[str | None], Path], clock: FixedClock, computer: Computer,
    bridge_to: BridgeTo, qtbot: QtBot,
) -> ShowCard:  # fmt: skip
    """The card of a journal whose passphrase was set when the test began."""
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    book = Logbook.open(path, PASSPHRASE, clock=clock)
    Practice(computer, book).begin()

    def card() -> PracticeCard:
        bridge = bridge_to(book, english())
        bridge.practice = Practice(computer, book)
        made = PracticeCard(bridge)
        qtbot.addWidget(made)
        made.look()
        return made

    return card


def field_of(card: PracticeCard) -> str:
    return "" if card.field is None else card.field.text()


def typed(card: PracticeCard, words: str) -> None:
    assert card.field is not None
    card.field.edit.setText(words)
    card.check.click()


def test_it_is_asked_for_twice_in_the_first_week(show: ShowCard, clock: FixedClock) -> None:
    assert show().isHidden()
    asked = []
    for _ in range(10):
        clock.tick(DAY_MS)
        card = show()
        asked.append(not card.isHidden())
        if asked[-1]:
            card.start.click()
            typed(card, PASSPHRASE)
            assert not card.right.isHidden()
            card.look()
            assert not card.isHidden()  # the answer can be read
    assert asked == [True, False, False, True, *[False] * 6]


def test_a_wrong_one_is_told_and_may_be_tried_again(show: ShowCard, clock: FixedClock) -> None:
    clock.tick(DAY_MS)
    card = show()
    card.start.click()
    typed(card, "something else")
    assert "That is not it." in card.message.text() and field_of(card) == "something else"
    assert not show().isHidden()
    typed(card, PASSPHRASE)
    assert not card.right.isHidden() and card.field is None
    assert show().isHidden()


def test_nothing_typed_is_no_answer(show: ShowCard, clock: FixedClock) -> None:
    clock.tick(DAY_MS)
    card = show()
    card.start.click()
    card.check.click()
    assert card.message.text() == "" and card.right.isHidden()


def test_it_can_be_put_off(show: ShowCard, clock: FixedClock) -> None:
    clock.tick(DAY_MS)
    card = show()
    card.later.click()
    assert card.isHidden() and show().isHidden()
    clock.tick(3 * DAY_MS)
    assert not show().isHidden()


def test_without_a_passphrase_nothing_is_asked(
    plain_book: Logbook, bridge_to: BridgeTo, computer: Computer, qtbot: QtBot
) -> None:
    practice = Practice(computer, plain_book)
    practice.begin()
    assert computer.practice_of(plain_book.path) is None and not practice.due()
    card = PracticeCard(bridge_to(plain_book, english()))
    qtbot.addWidget(card)
    card.look()
    assert card.isHidden()
