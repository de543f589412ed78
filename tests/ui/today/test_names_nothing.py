"""Two people may look at the window: its title and Today name no medicine, substance, mood or sign by themselves."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Intake, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.substances import Source, Substance, Taken
from journal.core.symptoms import BY_CODE
from journal.logbook import Logbook
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from journal.ui.shell.places import SCREENS
from tests.journals import ago
from tests.ui.conftest import Known, OpenWindow
from tests.ui.fits import settle, words

LOUD = ("Sertraline", "Xanax", "Alcohol", "Beer", "Cannabis", "Mood", "suicid", "Dark urine", "kratom", "Depression")


def write_down(plain_book: Logbook) -> None:
    medicine, sedative = Substance(name="Sertraline", source=Source.PRESCRIBED), Substance(name="Xanax")
    symptoms = [Symptom(code=code, kind=BY_CODE[code].kind) for code in ("mood", "dark_urine", "suicidal_thoughts")]
    plain_book.save(medicine, sedative, *symptoms, Condition(what=ConditionKind.MENTAL_HEALTH, name="Depression"))
    yesterday, weeks_ago = ago(plain_book, 30 * 60), ago(plain_book, 20 * 24 * 60)
    plain_book.save(*(Rating(at=weeks_ago, symptom=each.id, value=6, answer=Answer.KNOWN) for each in symptoms))
    plain_book.save(
        Intake(at=yesterday, what=Taken.ALCOHOL, name="Beer", drinks=2000),
        Intake(at=yesterday, what=Taken.CANNABIS, name="Cannabis"),
        Intake(at=yesterday, what=Taken.OWN, substance=medicine.id),
    )


def named(shown: str) -> list[str]:
    return [each for each in LOUD if re.search(re.escape(each), shown, re.IGNORECASE)]


def today_named(body: Body, qtbot: QtBot) -> list[str]:
    assert body.today is not None
    qtbot.waitUntil(lambda: not working())
    settle()
    shown = words(body.today)
    assert "Today" in shown
    return named(shown)


@pytest.mark.slow
def test_today_names_none_of_what_was_written_down_before(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """What it offers to everybody to write down is there in an empty journal, too. A sign is named in the days in
    which help for it may be needed; these are older.
    """
    before = today_named(open_window(plain_book), qtbot)
    write_down(plain_book)
    assert today_named(open_window(plain_book), qtbot) == before


@pytest.mark.slow
def test_the_title_names_none_on_any_screen(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    write_down(plain_book)
    body = open_window(plain_book)
    window: QWidget = body.window()
    for place in SCREENS.values():
        body.reach(place)
        settle()
        assert window.windowTitle() == "Leaf Journal"
    qtbot.waitUntil(lambda: not working(), timeout=30_000)
