"""The card that asks about warning signs, in tests: made alone, or found in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Rating
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.screen import DiaryScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY
from tests.journals import START_MS
from tests.signs import noted
from tests.ui.conftest import ctrl, keys
from tests.ui.fits import settle, shown, words
from tests.ui.workers import let_workers_end


def card(qtbot: QtBot, *symptoms: str, country: str | None = "US", own: str = "", ago_ms: int = 0) -> HappeningNow:
    made = HappeningNow(english(), [noted(each, ago_ms) for each in symptoms], country, own, lambda: START_MS)
    shown(qtbot, made, 700, 400)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def visible(made: HappeningNow) -> list[str]:
    return [each.text() for each in made.findChildren(QLabel) if each.isVisibleTo(made) and each.text()]


def press(made: HappeningNow, answer: Answer) -> str:
    """Answer, and all that is then to be read."""
    made.parts[0].answers[answer].click()
    return words(made)


def question(body: Body) -> HappeningNow | None:
    found = [each for each in body.findChildren(HappeningNow) if not each.isHidden()]
    return found[0] if found else None


def rate(body: Body, *typed: str | Qt.Key) -> None:
    keys(ctrl(Qt.Key.Key_R), *typed, Qt.Key.Key_Return)
    settle()


def ratings(book: Logbook) -> list[tuple[str, int | None]]:
    return [(each.symptom, each.value) for each in book.days(book.today(), book.today())[0].ratings]


def answer_of(book: Logbook, rating: Rating) -> Answer | None:
    found = book.get(rating.id)
    assert isinstance(found, Rating)
    return found.answer


def answered(body: Body, answer: Answer) -> HappeningNow:
    rate(body, Qt.Key.Key_Down, "7")
    asked = question(body)
    assert asked is not None
    asked.parts[0].answers[answer].click()
    return asked


def diary(body: Body) -> DiaryScreen:
    screen = body.reach(DIARY)
    assert isinstance(screen, DiaryScreen)
    while not screen.diary.is_loaded:
        settle()
    let_workers_end()
    settle()
    return screen


def asked_on_today(body: Body) -> bool:
    asked = question(body)
    return asked is not None and asked.parts[0].first.hasFocus() and body.stack.currentWidget() is body.today
