"""What is left out stays out the next time, by one rule for sections and single things; what is disclosed does not."""

from __future__ import annotations

import pytest

from journal.logbook import Logbook
from tests.ui.report.conftest import OpenScreen

pytestmark = pytest.mark.usefixtures("same_pages")


def test_sections_and_single_things_that_were_left_out_stay_out(weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    single = next(iter(screen.choices.one_by_one.boxes))
    screen.choices.one_by_one.boxes[single].tick(False)
    for field in ("glance", "measurements"):
        screen.choices.boxes[field].tick(False)
    screen.hide()  # as a lock does
    again = open_screen(weeks).choices
    assert not again.one_by_one.boxes[single].is_ticked()
    assert [field for field, box in again.boxes.items() if not box.is_ticked()] == [
        field for field, box in screen.choices.boxes.items() if not box.is_ticked()
    ]
    assert not again.boxes["glance"].is_ticked() and not again.boxes["measurements"].is_ticked()


@pytest.mark.slow
def test_what_is_printed_only_if_asked_for_is_asked_for_anew(weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    for field in ("entries", "private"):
        screen.choices.boxes[field].tick()
    screen.choices.words.set_text("Sleeps badly")
    screen.hide()
    again = open_screen(weeks).choices
    assert again.words.text() == "Sleeps badly"
    assert not again.boxes["entries"].is_ticked() and not again.boxes["private"].is_ticked()
    assert again.boxes["glance"].is_ticked()
