"""Ratings of thoughts of suicide are "Hidden rating" on every screen until they are opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Phase, Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.diary.screen import DiaryScreen
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY
from tests.journals import saved
from tests.ui.diary.conftest import at, select, settle, titles

NAMED = ("suicid", "Thoughts of")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def words_of(widget: QWidget) -> list[str]:
    """Everything that a widget and those in it show or tell a screen reader."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was taken away is gone
    said: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        text = getattr(each, "text", None)
        said += [each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle()]
        said += [str(text())] if callable(text) else []
        if isinstance(each, QAbstractItemView) and (model := each.model()) is not None:
            rows = (model.index(number, 0) for number in range(model.rowCount()))
            said += [str(model.data(row, role) or "") for row in rows for role in _ROLES]
    return [each for each in said if each]


def given_away(said: list[str]) -> list[str]:
    return [each for each in said if any(word.casefold() in each.casefold() for word in NAMED)]


BUILT_IN = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, hidden=True)
OWN = Symptom(name="Thoughts of suicide", kind=SymptomKind.SYMPTOM, hidden=True, main=True)


@pytest.fixture(params=[BUILT_IN, OWN], ids=["built in", "own words"])
def dark(plain_book: Logbook, request: pytest.FixtureRequest) -> Rating:
    """A rating by itself, one before a dose; the symptom is no longer offered, so that no form lists it."""
    symptom = saved(plain_book, request.param)
    dose = saved(plain_book, Dose(at=at("08:10")))
    saved(plain_book, Rating(at=at("08:10"), symptom=symptom.id, value=8, dose=dose.id, phase=Phase.BEFORE))
    rating = saved(plain_book, Rating(at=at("09:30"), symptom=symptom.id, value=7))
    return saved(plain_book, replace(rating, value=9))


@pytest.mark.quick_every(2)
def test_diary_and_details_hide_it_until_it_is_opened(
    dark: Rating, plain_book: Logbook, open_screen: Callable[[Logbook], DiaryScreen], qtbot: QtBot
) -> None:
    screen = open_screen(plain_book)
    assert "Hidden rating" in titles(screen)
    select(screen, dark)
    details = screen.pane.details
    assert "Hidden rating" in details.words()
    assert given_away(words_of(screen)) == []
    assert " 9" not in details.words() and "→" not in details.words()
    details.reveal.click()
    assert "Thoughts of suicide 9" in details.words()
    assert "7 → 9" in details.words()
    select(screen, plain_book.days(plain_book.today(), plain_book.today())[0].doses[0])
    assert given_away(words_of(screen)) == []
    select(screen, dark)
    assert given_away(words_of(screen)) == []


@pytest.mark.slow
def test_today_trash_search_and_undo_hide_it(dark: Rating, body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    assert body.today is not None
    body.today.refresh()
    rows = body.today.list
    assert any("Hidden rating" in each for each in words_of(rows))
    assert given_away(words_of(body)) == []
    diary = body.reach(DIARY)
    assert isinstance(diary, DiaryScreen)
    settle(qtbot, diary)
    diary.focus_find()
    diary.bar.field.setText("suicide")
    qtbot.waitUntil(lambda: diary.list.model() is diary.results)
    settle(qtbot, diary)
    found = [each for each in words_of(diary.list) if "Hidden rating" in each]
    assert found
    assert given_away(words_of(diary.list)) == []
    plain_book.delete([dark.id])
    assert given_away(words_of(body)) == ["suicide"]  # what was typed into the find field
