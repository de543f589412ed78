"""The mark of a day: nothing is chosen beforehand, a mark is changed in place, and a draft comes back as it was."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import DayMark, DayMarkKind
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.mark_form import MarkForm
from tests.ui.conftest import BridgeTo

NONE, FORGOTTEN = DayMarkKind.NONE_TODAY, DayMarkKind.DO_NOT_REMEMBER
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> MarkForm:
    return shown(MarkForm(bridge_to(plain_book, english()), "diary.day_mark"), qtbot)


def shown(form: MarkForm, qtbot: QtBot) -> MarkForm:
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitActive(form):
        form.activateWindow()
    return form


def marks(book: Logbook, day: dt.date) -> list[DayMark]:
    return list(book.days(day, day)[0].marks)


def words_of(form: MarkForm) -> set[str]:
    return {each.text() for each in form.findChildren(QLabel)}


def test_a_new_mark_is_of_the_day_that_was_asked_for_and_nothing_is_chosen(form: MarkForm, plain_book: Logbook) -> None:
    form.open_new(DAY)
    assert english().full_day(DAY) in words_of(form)
    assert form.mark.value() is None and not form.dirty
    form.mark.set_value(NONE)
    form.save()
    (mark,) = marks(plain_book, DAY)
    assert mark.mark is NONE and marks(plain_book, plain_book.today()) == []


def test_without_a_day_it_is_todays(form: MarkForm, plain_book: Logbook) -> None:
    form.open_new()
    form.mark.set_value(FORGOTTEN)
    form.save()
    assert [each.mark for each in marks(plain_book, plain_book.today())] == [FORGOTTEN]


def test_without_a_choice_nothing_is_saved_and_the_choice_is_asked_for(form: MarkForm, plain_book: Logbook) -> None:
    form.open_new(DAY)
    form.save()
    assert form.message.text().startswith("Choose one under “")
    assert form.mark.isAncestorOf(form.focusWidget())
    assert marks(plain_book, DAY) == [] and plain_book.undo_step is None
    form.mark.set_value(NONE)
    form.mark.changed.emit(NONE)
    assert form.message.text() == ""


def test_a_mark_is_changed_and_not_doubled(form: MarkForm, plain_book: Logbook) -> None:
    mark = DayMark(day=DAY, mark=FORGOTTEN)
    plain_book.save(mark)
    form.edit_entries([mark])
    assert form.heading.text() == "Change the day mark" and english().full_day(DAY) in words_of(form)
    assert form.mark.value() is FORGOTTEN and not form.dirty
    form.mark.set_value(NONE)
    form.save()
    assert [(each.id, each.mark) for each in marks(plain_book, DAY)] == [(mark.id, NONE)]
    plain_book.undo()
    assert [each.mark for each in marks(plain_book, DAY)] == [FORGOTTEN]


def test_a_mark_belongs_to_its_day_and_is_not_copied(form: MarkForm) -> None:
    with pytest.raises(NotImplementedError, match="belongs to its day"):
        form.copy_entries([DayMark(day=DAY)])


@pytest.mark.parametrize("chosen", [None, NONE])
def test_a_draft_of_a_new_mark_comes_back(
    form: MarkForm, bridge_to: BridgeTo, plain_book: Logbook, qtbot: QtBot, chosen: DayMarkKind | None
) -> None:
    form.open_new(DAY)
    form.mark.set_value(chosen)
    again = shown(MarkForm(bridge_to(plain_book, english()), "diary.day_mark"), qtbot)
    again.restore(form.state())
    assert again.state() == form.state()
    assert again.mark.value() is chosen and english().full_day(DAY) in words_of(again)


def test_a_draft_of_a_change_changes_the_same_mark(form: MarkForm, plain_book: Logbook) -> None:
    mark = DayMark(day=DAY, mark=FORGOTTEN)
    plain_book.save(mark)
    form.restore({"mark": str(NONE), "day": DAY.isoformat(), "editing": mark.id})
    assert form.mark.value() is NONE and form.dirty
    form.save()
    assert [(each.id, each.mark) for each in marks(plain_book, DAY)] == [(mark.id, NONE)]


@pytest.mark.parametrize("gone", ["in the trash", "never there"])
def test_a_draft_of_a_mark_that_is_gone_is_refused(form: MarkForm, plain_book: Logbook, gone: str) -> None:
    mark = DayMark(day=DAY, mark=FORGOTTEN)
    if gone == "in the trash":
        plain_book.save(mark)
        plain_book.delete([mark.id])
    with pytest.raises(Refused, match="not-in-journal"):
        form.restore({"mark": str(NONE), "day": DAY.isoformat(), "editing": mark.id})
