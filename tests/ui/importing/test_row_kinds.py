"""A long table in the window: a column says which kind of row it is, and each kind has columns of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.exchange.mapping import Column, Meaning
from journal.logbook import Logbook
from journal.ui.importing.columns import Columns
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.row_kinds import RowKinds
from tests.ui.importing.conftest import Ask, settle
from tests.ui.importing.test_column_answers import choose

LONG = """Date;Kind;What;Value;Note
2026-11-20 08:10;Symptom;Nausea;3;
2026-11-20 09:10;Medicine;Ibuprofen;400 mg;
2026-11-20 09:20;Weather;rain;;wet
2026-11-20 12:10;symptom;Knee;2;stiff
"""


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.csv"
    path.write_text(LONG, encoding="utf-8")
    return path


def _parts(dialog: ImportDialog) -> tuple[Columns, RowKinds]:
    assert dialog.choices.columns is not None
    assert dialog.choices.kinds is not None
    return dialog.choices.columns, dialog.choices.kinds


def _in_kinds(dialog: ImportDialog) -> None:
    """Say that the second column holds the kind, and what two of the kinds are."""
    base, kinds = _parts(dialog)
    choose(base.lines[0].meaning, "instant")
    choose(base.lines[1].meaning, "category")
    choose(kinds.choice, "Symptom")
    choose(kinds.columns["Symptom"].lines[2].meaning, "symptom")
    choose(kinds.columns["Symptom"].lines[3].meaning, "rating")
    choose(kinds.columns["Symptom"].lines[3].symptom, "")
    choose(kinds.columns["Symptom"].lines[3].answers.scale, "0-5 worst")
    choose(kinds.choice, "Medicine")
    choose(kinds.columns["Medicine"].lines[2].meaning, "intake")
    choose(kinds.columns["Medicine"].lines[2].field, "intake.name:own")
    choose(kinds.columns["Medicine"].lines[3].meaning, "intake")
    choose(kinds.columns["Medicine"].lines[3].field, "intake.amount:own")


def test_without_such_a_column_nothing_is_asked(ask: Ask, long: Path) -> None:
    _, kinds = _parts(ask(long))
    assert (kinds.isHidden(), kinds.choice, kinds.cases()) == (True, None, ())


def test_the_kinds_are_offered_with_how_many_rows_they_have(ask: Ask, long: Path) -> None:
    dialog = ask(long)
    base, kinds = _parts(dialog)
    choose(base.lines[1].meaning, "category")
    assert kinds.choice is not None
    offered = [kinds.choice.itemText(n) for n in range(kinds.choice.count())]
    assert offered[:2] == ["choose a kind of row", "Symptom · 1 row"]
    assert "at least one kind of row" in dialog.outcome.state.text()
    assert dialog.choices.named_by("kinds") is kinds.choice


def test_a_kind_is_chosen_by_typing_how_it_begins(ask: Ask, long: Path) -> None:
    base, kinds = _parts(ask(long))
    choose(base.lines[1].meaning, "category")
    assert kinds.choice is not None
    QTest.keyClicks(kinds.choice, "med")
    assert kinds.choice.value() == "Medicine"
    assert [category for category, columns in kinds.columns.items() if not columns.isHidden()] == ["Medicine"]


def test_every_kind_is_read_in_its_own_way(ask: Ask, long: Path, qtbot: QtBot, plain_book: Logbook) -> None:
    dialog = ask(long)
    _in_kinds(dialog)
    rows = dialog.outcome.first_rows.lines()
    assert [row.partition(":")[0] for row in rows] == ["Line 2", "Line 3", "Line 5"]
    assert "Nausea 6 of 10" in rows[0] and "Ibuprofen" in rows[1] and "Knee 4 of 10" in rows[2]
    assert "1 row of another category was left out.\n“Weather”: 1" in settle(qtbot, dialog)
    assert dialog.preview is not None and dialog.preview.keep is not None
    plain_book.save(dialog.preview.keep)
    again = ask(long)
    assert again.choices.mapping() == dialog.choices.mapping()
    _, kinds = _parts(again)
    choose(kinds.choice, "Medicine")
    assert kinds.columns["Medicine"].lines[2].value() == Column(Meaning.FIELD, "own", "intake.name")


def test_what_holds_for_all_rows_is_followed_by_each_kind(ask: Ask, long: Path) -> None:
    dialog = ask(long)
    _in_kinds(dialog)
    base, kinds = _parts(dialog)
    choose(base.lines[4].meaning, "note")
    assert {case.category: case.columns[4].meaning for case in kinds.cases()} == {
        "Symptom": Meaning.NOTE, "Medicine": Meaning.NOTE,
    }  # fmt: skip


def test_another_column_begins_anew(ask: Ask, long: Path) -> None:
    dialog = ask(long)
    _in_kinds(dialog)
    base, kinds = _parts(dialog)
    choose(base.lines[1].meaning, "")
    assert (kinds.isHidden(), kinds.cases()) == (True, ())


def test_trackers_of_a_known_program_can_be_said_one_by_one(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("track-and-graph.csv")
    assert dialog.choices.columns is None
    (instead,) = (each for each in dialog.choices.findChildren(QPushButton) if "instead" in each.text())
    instead.click()
    qtbot.waitUntil(lambda: dialog.choices.columns is not None, timeout=10_000)
    base, kinds = _parts(dialog)
    assert [line.meaning.accessibleName() for line in base.lines][0] == "What “FeatureName” is"
    choose(base.lines[0].meaning, "category")
    choose(kinds.choice, "Leaf")
    choose(kinds.columns["Leaf"].lines[0].meaning, "product")
    choose(kinds.columns["Leaf"].lines[2].meaning, "amount")
    assert dialog.choices.table is not None
    choose(dialog.choices.table.unit, "g")
    qtbot.waitUntil(lambda: "2 g Leaf" in "".join(dialog.outcome.first_rows.lines()), timeout=10_000)


def test_a_file_that_is_no_table_has_no_such_way(ask: Ask) -> None:
    dialog = ask("psychonautwiki.json")
    assert [each for each in dialog.choices.findChildren(QPushButton) if "instead" in each.text()] == []


def test_a_column_of_medicines_names_them_and_the_next_one_is_of_what_was_named(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(LONG.replace("What", "Name"), encoding="utf-8")
    base, kinds = _parts(ask(path))
    choose(base.lines[1].meaning, "category")
    choose(kinds.choice, "Medicine")
    name, value = kinds.columns["Medicine"].lines[2:4]
    choose(value.meaning, "intake")
    assert value.field is not None and value.field.value() == "intake.amount:Value"
    choose(value.meaning, "")
    choose(name.meaning, "intake")
    assert name.field is not None and name.field.value() == "intake.name:own"
    choose(value.meaning, "intake")
    assert value.field is not None and value.field.value() == "intake.amount:own"
