"""What a file says otherwise than the journal is shown with both values, and what stays is chosen before importing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose
from journal.exchange.changed_rows import Changed
from journal.logbook import Logbook
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.exchanging import Imported, import_entries
from journal.ui.kit.tasks import Task
from tests.ui.importing.conftest import Ask, settle

HEAD = "Date,Time,Product,Amount (g)"
ROWS = "2026-11-20,08:10,Green,2.5\n2026-11-20,13:40,Green,2.1\n"


def _import(book: Logbook, dialog: ImportDialog) -> None:
    assert dialog.preview is not None
    assert isinstance(import_entries(book, dialog.preview, Task()), Imported)


@pytest.fixture
def changed(ask: Ask, qtbot: QtBot, plain_book: Logbook, tmp_path: Path) -> ImportDialog:
    """The dialog about a table of which one amount was corrected since it was imported."""
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}\n{ROWS}", encoding="utf-8")
    first = ask(path)
    settle(qtbot, first)
    _import(plain_book, first)
    first.reject()
    path.write_text(f"{HEAD}\n{ROWS.replace('2.1', '2.2')}", encoding="utf-8")
    return ask(path)


def _amounts(book: Logbook) -> list[int]:
    return sorted(dose.amount.quantity or 0 for part in book.slices("dose") for dose in part if isinstance(dose, Dose))


def test_both_values_are_shown_and_ours_stays(changed: ImportDialog, qtbot: QtBot) -> None:
    said = settle(qtbot, changed)
    assert said.splitlines()[:2] == [
        "a.csv: 0 new, 1 already here, 0 refused.",
        "1 entry differs from ours; ours is kept.",
    ]
    assert changed.changes.isVisibleTo(changed)
    assert changed.changes.rows.lines() == ["line 3: dose of 20 Nov 2026, 13:40: 2.1 g here, 2.2 g in the file"]
    assert changed.changes.chosen() is Changed.OURS
    assert not changed.import_button.isEnabled()


@pytest.mark.parametrize(
    ("choice", "words", "there"),
    [
        (Changed.THEIRS, "1 entry differs from ours; what the file says is taken.", [2200, 2500]),
        (Changed.BOTH, "1 entry differs from ours; both are kept.", [2100, 2200, 2500]),
    ],
)
def test_theirs_or_both_are_taken_by_choice(
    changed: ImportDialog, qtbot: QtBot, plain_book: Logbook, choice: Changed, words: str, there: list[int]
) -> None:
    settle(qtbot, changed)
    changed.changes.stays.set_value(choice)
    assert words in changed.outcome.state.text()
    assert changed.import_button.isEnabled()
    assert changed.import_button.words() == "Import 1 entry"
    _import(plain_book, changed)
    assert _amounts(plain_book) == there
    plain_book.undo()
    assert _amounts(plain_book) == [2100, 2500]


def test_nothing_is_asked_where_nothing_differs(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-us.csv")
    settle(qtbot, dialog)
    assert not dialog.changes.isVisibleTo(dialog)


def _in_sight(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


@pytest.mark.parametrize("size", [QSize(900, 600), QSize(1366, 768)], ids=lambda size: f"{size.width()}")
def test_the_open_choice_is_in_sight_and_leads_there(changed: ImportDialog, qtbot: QtBot, size: QSize) -> None:
    changed.resize(size)
    settle(qtbot, changed)
    qtbot.waitUntil(lambda: _in_sight(changed.open_change))
    assert changed.open_change.text() == (
        "Nothing is new. 1 entry of the file says something else than the journal, which stays as it is so far."
    )
    assert (changed.import_button.words(), changed.import_button.isEnabled()) == ("Nothing to import", False)
    changed.open_change.buttons()[0].click()
    assert changed.focusWidget() is changed.changes.stays
    qtbot.waitUntil(lambda: _in_sight(changed.changes.stays))
    assert changed.open_change.isHidden()


def test_who_chose_is_not_asked_again(changed: ImportDialog, qtbot: QtBot) -> None:
    settle(qtbot, changed)
    changed.changes.stays.set_value(Changed.THEIRS)
    assert changed.open_change.isHidden()
