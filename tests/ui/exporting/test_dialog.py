"""The question what goes out and how: by keyboard alone, at 900 x 600, and private entries only after a second yes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.kinds import KINDS
from journal.exchange.chosen import EVERYTHING, HANDED_OVER, Choice
from journal.exchange.export import FORMATS, Format
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.exporting.dialog import ExportDialog
from tests.journals import PASSPHRASE, new_journal, quick_keys
from tests.ui.conftest import BridgeTo

__all__ = ["quick_keys"]

Given = list[tuple[str, Choice]]


@pytest.fixture
def dialog(plain_book: Logbook, qtbot: QtBot, bridge_to: BridgeTo) -> ExportDialog:
    made = ExportDialog(bridge_to(plain_book, english()))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    return made


@pytest.fixture
def given(dialog: ExportDialog) -> Given:
    found: Given = []

    def keep(format: Format, choice: Choice) -> None:
        found.append((format.ending, choice))

    dialog.chosen.connect(keep)
    return found


def choose(dialog: ExportDialog, ending: str) -> None:
    dialog.format.set_value(ending)
    dialog.format.changed.emit(ending)


def press(key: Qt.Key, dialog: ExportDialog, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(dialog.focusWidget(), key)


def test_everything_as_json_takes_one_key(dialog: ExportDialog, given: Given) -> None:
    press(Qt.Key.Key_Return, dialog)
    assert given == [(".json", EVERYTHING)]


def test_by_keyboard_alone(dialog: ExportDialog, given: Given, plain_book: Logbook) -> None:
    press(Qt.Key.Key_Right, dialog, 3)
    assert dialog.file_format().ending == ".xlsx" and "dates are dates" in dialog.about.text()
    press(Qt.Key.Key_Tab, dialog)
    press(Qt.Key.Key_Right, dialog)
    press(Qt.Key.Key_Tab, dialog)
    assert dialog.focusWidget() is dialog.days.first.edit
    QTest.keyClicks(dialog.focusWidget(), "yesterday")
    press(Qt.Key.Key_Tab, dialog, 2)
    press(Qt.Key.Key_Right, dialog)
    press(Qt.Key.Key_Tab, dialog)
    press(Qt.Key.Key_Space, dialog)
    dialog.next_button.setFocus()
    press(Qt.Key.Key_Return, dialog)
    yesterday = plain_book.today() - dt.timedelta(days=1)
    assert given == [(".xlsx", Choice(yesterday, None, frozenset({"dose"}), private=False, trash=False))]


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS if not each.keeps])
def test_private_entries_are_asked_for_twice_in_files_for_others(
    dialog: ExportDialog, given: Given, ending: str
) -> None:
    choose(dialog, ending)
    assert not dialog.private.is_ticked()
    dialog.private.tick()
    dialog.next_button.click()
    assert given == [] and "Put them in this time?" in dialog.question.text()
    assert [each.text() for each in dialog.question.buttons()] == ["Leave them out", "Put them in, too"]
    dialog.question.buttons()[1].click()
    ((_, choice),) = given
    assert choice.private


def test_a_no_leaves_them_out(dialog: ExportDialog, given: Given) -> None:
    choose(dialog, ".md")
    dialog.private.tick()
    dialog.next_button.click()
    dialog.question.buttons()[0].click()
    assert given == [(".md", HANDED_OVER)]


def test_another_format_forgets_the_question_and_the_tick(dialog: ExportDialog) -> None:
    choose(dialog, ".md")
    dialog.private.tick()
    dialog.next_button.click()
    choose(dialog, ".xlsx")
    assert not dialog.question.asks and not dialog.private.is_ticked()


def test_what_cannot_be_is_said_in_its_place(dialog: ExportDialog, given: Given) -> None:
    dialog.days.choose_some()
    dialog.days.first.edit.setText("2026-11-20")
    dialog.days.last.edit.setText("2026-11-19")
    dialog.next_button.click()
    assert "is after the last" in dialog.question.text()
    dialog.days.last.edit.setText("")
    dialog.kinds.choose_some()
    dialog.next_button.click()
    assert dialog.question.text() == "Tick at least one kind of entry." and given == []
    dialog.kinds.lists.tick()
    dialog.next_button.click()
    ((_, choice),) = given
    assert choice.kinds == {code for code, kind in KINDS.items() if not kind.in_diary}


def test_a_calendar_has_no_days_and_kinds_to_choose(dialog: ExportDialog, given: Given) -> None:
    dialog.kinds.choose_some()
    choose(dialog, ".ics")
    assert not dialog.days.isVisible() and not dialog.kinds.isVisible()
    dialog.next_button.click()
    assert given == [(".ics", HANDED_OVER)]


def test_that_it_is_not_encrypted_stands_there(dialog: ExportDialog) -> None:
    assert any("not encrypted" in each for each in _words(dialog))
    assert not any("The journal is encrypted" in each for each in _words(dialog))


@pytest.mark.usefixtures("quick_keys")
def test_of_an_encrypted_journal_it_says_which_copy_is(tmp_path: Path, qtbot: QtBot, bridge_to: BridgeTo) -> None:
    with new_journal(tmp_path / "secret.leaf", PASSPHRASE).open() as book:
        dialog = ExportDialog(bridge_to(book, english()))
        qtbot.addWidget(dialog)
        dialog.show()
        (said,) = [each for each in _words(dialog) if "The journal is encrypted, and this file is not" in each]
        assert "“Back up now” makes one." in said


def _words(dialog: ExportDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
