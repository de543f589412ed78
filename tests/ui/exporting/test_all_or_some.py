"""What says which is shown, and counts, only where some is wanted."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.exporting.all_or_some import AllOrSome


@pytest.fixture
def choice(qtbot: QtBot) -> AllOrSome:
    made = AllOrSome("Days", "All days", "From … to …")
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_of_it_at_first(choice: AllOrSome) -> None:
    assert not choice.wants_some() and not choice.which.isVisible()


def test_the_second_pill_shows_which_and_the_first_hides_it_again(choice: AllOrSome) -> None:
    every, some = choice.chips._pills()
    some.click()
    assert choice.wants_some() and choice.which.isVisible()
    every.click()
    assert not choice.wants_some() and not choice.which.isVisible()


def test_it_says_that_it_changed_after_which_is_shown(choice: AllOrSome) -> None:
    heard: list[str] = []
    choice.some_wanted.connect(lambda: heard.append("some"))
    choice.changed.connect(lambda: heard.append(f"changed, shown: {choice.which.isVisible()}"))
    choice.choose_some()
    assert heard == ["some", "changed, shown: True"]
