"""A time of many years ago is asked about once, whatever the form is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note
from journal.core.moments import moment_from_iso
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.timed_form import TimedForm
from tests.ui.conftest import BridgeTo, Known

LONG_AGO = "1970-01-01 12:00"
ASKED = "Thursday 1 January 1970 is years ago. Is that right?"


def dose(bridge: Bridge, known: Known) -> TimedForm:
    form = DoseForm(bridge)
    form.open_new()
    form.picker.choose(known.green.id)
    form.amount.field.edit.setText("2.5 g")
    return form


def note(bridge: Bridge, known: Known) -> TimedForm:
    form = NoteForm(bridge)
    form.open_new()
    form.note.setPlainText("found in an old diary")
    return form


@pytest.mark.parametrize(("kind", "make"), [("dose", dose), ("note", note)])
def test_it_is_asked_about_once(
    plain_book: Logbook, bridge_to: BridgeTo, known: Known, qtbot: QtBot, kind: str, make: object
) -> None:
    form = (dose if make is dose else note)(bridge_to(plain_book, english()), known)
    qtbot.addWidget(form)
    form.time.set_text(LONG_AGO)
    form.save()
    assert form.message.text() == ASKED and plain_book.find(EntryQuery(kinds=(kind,))) == []
    form.message.buttons()[0].click()
    form.save()
    assert form.message.text() == ASKED
    form.message.buttons()[1].click()
    assert len(plain_book.find(EntryQuery(kinds=(kind,)))) == 1


def test_a_recent_year_is_not_nor_what_was_kept(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = NoteForm(bridge_to(plain_book, english()))
    qtbot.addWidget(form)
    form.open_new()
    form.note.setPlainText("then")
    form.time.set_text("2019-03-01 12:00")
    form.save()
    assert form.message.text() == "" and len(plain_book.find(EntryQuery(kinds=("note",)))) == 1
    plain_book.save(old := Note(at=moment_from_iso("1970-01-01T12:00:00+00:00", "UTC"), text="old"))
    form.edit_entries([old])
    form.note.setPlainText("older")
    form.save()
    assert form.message.text() == ""


@pytest.mark.parametrize("preset", [0, 1])
def test_enter_after_tab_saves_the_time_that_was_typed(
    plain_book: Logbook, bridge_to: BridgeTo, known: Known, qtbot: QtBot, preset: int
) -> None:
    form = dose(bridge_to(plain_book, english()), known)
    qtbot.addWidget(form)
    form.time.set_text("yesterday 22:00")
    typed = form.time.moment()
    QTest.keyClick(form.time.presets[preset], Qt.Key.Key_Return)
    (saved,) = plain_book.find(EntryQuery(kinds=("dose",)))
    assert isinstance(saved, Dose) and saved.at == typed


def test_space_presses_a_preset_and_enter_one_where_nothing_was_typed(
    plain_book: Logbook, bridge_to: BridgeTo, known: Known, qtbot: QtBot
) -> None:
    form = dose(bridge_to(plain_book, english()), known)
    qtbot.addWidget(form)
    QTest.keyClick(form.time.presets[1], Qt.Key.Key_Return)
    assert form.time.edit.text() == "-15 min"
    form.time.set_text("yesterday 22:00")
    QTest.keyClick(form.time.presets[2], Qt.Key.Key_Space)
    assert form.time.edit.text() == "-30 min" and plain_book.find(EntryQuery(kinds=("dose",))) == []
