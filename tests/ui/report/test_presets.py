"""Report: a set of choices is made in one step and shown by its ticks; what is asked stays to be asked."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.substances import Substance
from journal.logbook import Logbook
from journal.reports.presets import BY_CODE
from tests.ui.report.conftest import YESTERDAY, OpenScreen, settled, words
from tests.ui.report.test_asked_choice import drunk
from tests.ui.report.test_screen import pick
from tests.ui.trends.weeks import DARK_URINE, rating_on


@pytest.mark.slow
def test_a_set_is_shown_as_what_it_sets(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    weeks.save(Substance(name="Sertraline"), rating_on(YESTERDAY, DARK_URINE, 3))
    screen = open_screen(weeks)
    choices = screen.choices
    assert choices.preset.value() == "doctor"
    assert "Sertraline" in words(screen) and "Lower back pain" in words(screen)
    choices.words.set_text("so tired")
    settled(qtbot, screen)
    assert "so tired" in words(screen) and choices.boxes["own_words"].isVisible()
    pick(choices.preset, "amounts")
    settled(qtbot, screen)
    assert "so tired" not in words(screen) and "Own words, goal and plan" in screen.stays_out.list.text()
    ticked = {field for field, box in choices.boxes.items() if box.is_ticked()}
    assert ticked == {"key_figures", "glance", "products", "methods"}
    assert not any(each in words(screen) for each in ("Sertraline", "Lower back pain", "dark urine on 1 day, 3"))
    assert screen.stays_out.list.text().startswith("Left out: Warning symptoms noted; Pain and other symptoms; Rat")
    choices.boxes["medicines"].tick()
    assert choices.preset.value() is None  # a choice of the person's own
    settled(qtbot, screen)
    assert "Sertraline" in words(screen) and "Lower back pain" not in words(screen)
    pick(choices.preset, "pain-clinic")
    assert {field: box.is_ticked() for field, box in choices.boxes.items()} == BY_CODE["pain-clinic"].fields()


def test_what_is_asked_is_asked_with_a_set_too(weeks: Logbook, open_screen: OpenScreen) -> None:
    weeks.save(drunk(weeks))
    screen = open_screen(weeks)
    pick(screen.choices.preset, "pain-clinic")
    assert screen.choices.unanswered() is screen.choices.asked["alcohol"]
    screen.choices.asked["alcohol"].set_answer(True)
    pick(screen.choices.preset, "amounts")
    assert screen.choices.asked["alcohol"].answer() is True  # no set answers it, and none takes an answer away


def test_a_set_takes_back_what_was_ticked(weeks: Logbook, open_screen: OpenScreen) -> None:
    choices = open_screen(weeks).choices
    for field in ("suicidal", "notes", "private"):
        choices.boxes[field].tick()
    pick(choices.preset, "amounts")
    pick(choices.preset, "doctor")
    assert not any(choices.boxes[field].is_ticked() for field in ("suicidal", "notes", "private"))
    assert choices.boxes["warnings"].is_ticked()
