"""A foreign spreadsheet of a thousand rows comes in through the window in few actions, and again with ten more rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.reading_choices import TableChoices
from journal.ui.kit.fields import Choice
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.shell.body import Body
from journal.ui.shell.transfer import Transfer
from tests.conftest import ACTIONS
from tests.exchange.workbooks import Value, xlsx
from tests.ui.conftest import OpenWindow
from tests.ui.importing.conftest import settle

MOST = 20
HEAD = ("Date", "Time", "Sort", "How much", "Lower back", "Mood", "Remarks")
MEANINGS = ("date", "time", "product", "amount", "rating", "rating", "note")
FIRST = dt.date(2024, 2, 1)


def _rows(n: int) -> list[tuple[Value, ...]]:
    """Two rows a day, as a person keeps them who knows nothing of this program."""
    return [
        (FIRST + dt.timedelta(days=each // 2), dt.time(8 + 10 * (each % 2), each % 60), ("Green", "Red")[each % 3 == 0],
         1.5 + each % 7 / 4, each % 11, 1 + each % 5, "slept badly" if each % 10 == 0 else None)
        for each in range(n)
    ]  # fmt: skip


MESSY = ("Date", "When", "Strain", "Amount", "How taken", "Mood (1-5)", "Back pain", "Remarks")


def _messy(n: int) -> list[tuple[Value, ...]]:
    """The same with parts of the day, spoons, ways of taking it in another language, and answers left out."""
    times: list[Value] = ["morning", "evening", "noon", dt.time(8, 15)]
    return [
        (FIRST + dt.timedelta(days=each // 2), times[each % 4], ("Green Malay", "Red Bali")[each % 3 == 0],
         ("2.5 g", "3 g", "1 tsp", "2 caps", "1 scoop")[each % 5], ("Tee", "toss", "", "mit Joghurt")[each % 4],
         1 + each % 5, "n/a" if each % 17 == 0 else each % 11, "slept badly" if each % 10 == 0 else None)
        for each in range(n)
    ]  # fmt: skip


class Person:
    """Someone at the window who reads, chooses, and presses; what is out of sight takes an action more."""

    def __init__(self, body: Body, qtbot: QtBot) -> None:
        self.body, self.qtbot = body, qtbot
        self.steps: list[str] = []

    def transfer(self) -> Transfer:
        """What reads and writes files in the window."""
        assert self.body.bridge is not None
        return self.body._transfers.of(self.body.bridge)

    def _press(self, button: QAbstractButton, said: str) -> None:
        assert button.isVisibleTo(button.window()) and button.isEnabled(), said
        self.steps.append(f"press {said}")
        button.click()

    def import_file(self, path: Path) -> ImportDialog:
        """The menu, its line, the name of the file, Enter."""
        action = next(each for each in self.body.main.findChildren(QAction) if each.text().startswith("Import"))
        self.steps += ["press the menu", "press Import…"]
        action.trigger()
        transfer = self.transfer()
        before = transfer.asking
        dialog = transfer.dialog
        assert dialog is not None
        self.steps += ["type its name", "press Enter"]
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()
        self.qtbot.waitUntil(lambda: transfer.asking is not before, timeout=20_000)
        assert transfer.asking is not None
        self.read(transfer.asking)
        return transfer.asking

    def read(self, dialog: ImportDialog) -> str:
        """What the whole file gives, once it is read."""
        return settle(self.qtbot, dialog)

    def choose(self, field: Choice, key: object) -> None:
        """Open the list, press the entry."""
        assert field.isVisibleTo(field.window()) and field.findData(key) >= 0
        if not field.visibleRegion().contains(field.rect().center()):
            self.steps.append(f"scroll to {field.accessibleName()}")
            bring_into_sight(field)
        self.steps += [f"open {field.accessibleName()}", f"press {key}"]
        field.setCurrentIndex(field.findData(key))

    def take_proposals(self, dialog: ImportDialog) -> None:
        """Once they are read, one press."""
        self.read(dialog)
        self._press(dialog.proposed.buttons()[0], "Answer these words so")

    def accept(self, dialog: ImportDialog) -> str:
        """Press Import, wait for the message, press OK."""
        self._press(dialog.import_button, "Import")
        message = self.transfer().message
        self.qtbot.waitUntil(lambda: "imported" in message.text(), timeout=60_000)
        said = message.text()
        self._press(message.buttons()[-1], "OK")
        return said


def _table(dialog: ImportDialog) -> TableChoices:
    assert dialog.choices.table is not None
    return dialog.choices.table


def _first_time(person: Person, path: Path) -> str:
    """Say what the columns are that the program did not guess, then import."""
    dialog = person.import_file(path)
    columns = dialog.choices.columns
    assert columns is not None
    for line, meaning in zip(
        columns.lines, ("date", "time", "product", "amount", "rating", "rating", "note"), strict=True
    ):
        if line.meaning.value() != meaning:
            person.choose(line.meaning, meaning)
    scale = columns.lines[5].answers.scale
    assert scale is not None
    person.choose(scale, "1-5 worst")
    person.choose(_table(dialog).unit, "g")
    person.read(dialog)
    return person.accept(dialog)


def _messy_first_time(person: Person, path: Path) -> str:
    dialog = person.import_file(path)
    columns = dialog.choices.columns
    assert columns is not None
    mood = columns.lines[5]
    if mood.meaning.value() != "rating":
        person.choose(mood.meaning, "rating")
    assert mood.answers.scale is not None
    person.choose(mood.answers.scale, "1-5 best")
    person.take_proposals(dialog)
    person.read(dialog)
    return person.accept(dialog)


def _again(person: Person, path: Path) -> str:
    dialog = person.import_file(path)
    assert dialog.outcome.state.text().splitlines()[0].endswith("already here, 0 refused.")
    return person.accept(dialog)


def _count(book: Logbook, kind: str) -> int:
    return sum(len(part) for part in book.slices(kind))


@pytest.mark.slow
def test_a_foreign_spreadsheet_twice_with_ten_more_rows_the_second_time(
    plain_book: Logbook,
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    path = xlsx(tmp_path / "diary.xlsx", Diary=[HEAD, *_rows(1000)])
    body = open_window(plain_book)
    first = Person(body, qtbot)
    _first_time(first, path)
    assert (_count(plain_book, "dose"), _count(plain_book, "rating")) == (1000, 2000)
    xlsx(path, Diary=[HEAD, *_rows(1010)])
    second = Person(body, qtbot)
    said = _again(second, path)
    assert said.startswith("30 entries were imported.")
    assert (_count(plain_book, "dose"), _count(plain_book, "rating")) == (1010, 2020)
    for name, person in (("a spreadsheet of 1,000 rows", first), ("the same with ten more", second)):
        record_property(ACTIONS, f"{name:32}{len(person.steps):2} of at most {MOST}")
        assert len(person.steps) <= MOST, person.steps


@pytest.mark.slow
def test_a_messy_spreadsheet_with_seven_unknown_words(
    plain_book: Logbook,
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    path = xlsx(tmp_path / "messy.xlsx", Diary=[MESSY, *_messy(1000)])
    body = open_window(plain_book)
    first, second = Person(body, qtbot), Person(body, qtbot)
    _messy_first_time(first, path)
    assert _count(plain_book, "dose") == 1000
    xlsx(path, Diary=[MESSY, *_messy(1010)])
    _again(second, path)
    assert _count(plain_book, "dose") == 1010
    for name, person in (("a messy one with seven open words", first), ("the same with ten more", second)):
        record_property(ACTIONS, f"{name:36}{len(person.steps):2} of at most {MOST}")
        assert len(person.steps) <= MOST, person.steps
