"""Today, Diary and Trends of a journal that holds nothing but a warning sign: none of them says that there is none."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.symptoms import BY_CODE
from journal.logbook import Logbook
from journal.texts.names import SYMPTOMS
from journal.ui.shell.places import SCREENS
from journal.ui.trends.screen import TrendsScreen
from tests.journals import START_MS
from tests.truth.never_said import never_said_in
from tests.ui.conftest import OpenWindow, clock, font, light, open_window, plain_book, plain_journal, templates
from tests.ui.fits import settle
from tests.ui.trends.conftest import settled

__all__ = ["clock", "font", "light", "open_window", "plain_book", "plain_journal", "templates"]

Role = Qt.ItemDataRole
DENIED = re.compile(
    r"\bno (?:\w+ )?(?:warning )?(?:symptoms?|signs?)\b|\bno ratings?\b(?! before)|\bnot rated yet|\bnothing (?:is )?"
    r"(?:written|recorded|found|noted)|\bnone (?:noted|recorded)",
    re.IGNORECASE,
)
# Of the symptom that is told by its numbers; and of the weeks between the signs, which hold no entry.
ALLOWED = re.compile(r"no main symptom (?:rated|here)|nothing recorded from .+ to ", re.IGNORECASE)


def read(screen: QWidget) -> str:
    """What stands there and what a screen reader says of it; what is hidden waits for another day."""
    seen = [each for each in (screen, *screen.findChildren(QWidget)) if each.isVisibleTo(screen)]
    texts = [each.text() for each in seen if isinstance(each, QLabel | QAbstractButton)]
    for view in (each for each in seen if isinstance(each, QAbstractItemView)):
        model = view.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        texts += [str(row.data(role)) for row in rows for role in (Role.DisplayRole, Role.AccessibleTextRole)]
    return "\n".join([*texts, *(f"{each.accessibleName()}\n{each.accessibleDescription()}" for each in seen)])


def denials(said: str) -> list[str]:
    return [each.group() for each in DENIED.finditer(ALLOWED.sub("", said))]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("code", ["seizure", "yellow_skin", "palpitations", "suicidal_thoughts"])
def test_no_screen_denies_a_sign(qtbot: QtBot, plain_book: Logbook, open_window: OpenWindow, code: str) -> None:
    made = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(made)
    for ago in (HOUR_MS, *(days * DAY_MS for days in range(1, 9)), 40 * DAY_MS, -30 * 60_000):
        at = moment_at(START_MS - ago, "Europe/Berlin")
        plain_book.save(Rating(at=at, symptom=made.id, value=7))
    body = open_window(plain_book)
    # Thoughts of suicide are masked; what the row says instead is the matter of the Diary's own tests.
    there = "" if code == "suicidal_thoughts" else SYMPTOMS[code]
    for place, shows in (("today", there), ("diary", there), ("trends", "No main symptom rated")):
        screen = body.reach(SCREENS[place])
        settle()
        if isinstance(screen, TrendsScreen):
            settled(qtbot, screen)
        qtbot.waitUntil(lambda at=screen, words=shows: words in read(at))  # type: ignore[misc]
        said = read(screen)
        assert denials(said) == [], place
        assert never_said_in(said) == []


@pytest.mark.parametrize(
    "said",
    ["No warning symptoms.", "no symptom rated in this period", "No ratings in this period.", "Nothing recorded",
     "None noted", "Not rated yet"],
)  # fmt: skip
def test_a_denial_is_found(said: str) -> None:
    assert denials(said)
    assert denials("No main symptom here. No ratings before and after a dose.") == []
