"""A passphrase is asked for twice, and nothing is changed before it will do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.scroll_area import scrolling
from journal.ui.settings.passphrase_form import PassphraseForm, Wish
from tests.ui.conftest import keys

NOW, NEW = "correct horse café", "quiet river stones"


@pytest.fixture
def form(qtbot: QtBot) -> PassphraseForm:
    made = PassphraseForm(english())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(form: PassphraseForm) -> list[object]:
    said: list[object] = []
    form.wanted.connect(said.append)
    return said


def type_in(form: PassphraseForm, now: str = "", first: str = "", again: str = "") -> None:
    form.now.edit.setText(now)
    form.first.edit.setText(first)
    form.again.edit.setText(again)
    form.yes.click()


def test_enter_leads_through_the_fields_and_sets_it(form: PassphraseForm, heard: list[object], qtbot: QtBot) -> None:
    form.ask(Wish.SET, None)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.first.edit)
    assert "nobody can open the journal" in form.meaning.text()
    assert form.now.isHidden()
    keys(NEW, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.again.edit
    keys(NEW, Qt.Key.Key_Return)
    assert heard == [NEW]
    assert form.first.text() == form.again.text() == ""


@pytest.mark.parametrize(
    ("first", "again", "words"),
    [("a", "a", "at least 8 letters"), ("aaaaaaaaaa", "aaaaaaaaaa", "again and again"), (NEW, "other", "not the same")],
)
def test_what_will_not_do_is_said(
    form: PassphraseForm, heard: list[object], first: str, again: str, words: str
) -> None:
    form.ask(Wish.SET, None)
    type_in(form, first=first, again=again)
    assert words in form.message.text()
    assert heard == []


def test_a_change_needs_the_present_one(form: PassphraseForm, heard: list[object]) -> None:
    form.ask(Wish.CHANGE, NOW)
    type_in(form, "not this one", NEW, NEW)
    assert "not the passphrase that the journal has now" in form.message.text()
    type_in(form, NOW, NOW, NOW)
    assert "has already" in form.message.text()
    assert heard == []
    type_in(form, NOW, NEW, NEW)
    assert heard == [NEW]


def test_a_removal_needs_the_present_one_and_nothing_else(form: PassphraseForm, heard: list[object]) -> None:
    form.ask(Wish.REMOVE, NOW)
    assert form.first.isHidden()
    assert "anyone who can use this computer account" in form.meaning.text()
    type_in(form, "not this one")
    assert heard == []
    type_in(form, "correct horse cafe\u0301")
    assert heard == [None]


@pytest.mark.parametrize("wish", [Wish.SET, Wish.CHANGE])
def test_in_a_low_window_the_line_that_is_typed_in_is_seen(qtbot: QtBot, wish: Wish) -> None:
    """It was scrolled away, so that the buttons below it could be seen."""
    form = PassphraseForm(english())
    area = scrolling(form)
    qtbot.addWidget(area)
    area.resize(500, 200)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    form.ask(wish, NOW)
    typed_in = (form.first if wish is Wish.SET else form.now).edit
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.wait(100)
    assert typed_in.visibleRegion().boundingRect().height() == typed_in.height()


def test_letters_are_hidden_until_asked_for_and_again_the_next_time(form: PassphraseForm) -> None:
    form.ask(Wish.CHANGE, NOW)
    assert form.first.edit.echoMode() == QLineEdit.EchoMode.Password
    form.shown.tick()
    assert form.now.edit.echoMode() == QLineEdit.EchoMode.Normal
    form.ask(Wish.CHANGE, NOW)
    assert form.now.edit.echoMode() == QLineEdit.EchoMode.Password
