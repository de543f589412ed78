"""What was said of a table can be saved, and the command line reads the file by it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from journal import cli
from journal.exchange.kept_mapping import from_text
from tests.exchange.foreign import BERLIN, FOLDER
from tests.ui.importing.conftest import Ask, settle
from tests.ui.importing.test_column_answers import choose


def test_the_answers_are_written_as_the_command_line_reads_them(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ask("table-us.csv")
    assert dialog.choices.columns is not None and dialog.choices.mapping_file is not None
    choose(dialog.choices.columns.lines[6].meaning, "rating")
    said = settle(qtbot, dialog)
    target = tmp_path / "answers.json"
    dialog.choices.mapping_file.save_to(target)
    assert str(target) in dialog.choices.mapping_file.message.text()
    assert from_text(target.read_text(encoding="utf-8"), dialog.sample.columns, BERLIN) == dialog.choices.mapping()
    journal = tmp_path / "new.leaf"
    words = ["--journal", str(journal), "import", str(FOLDER / "table-us.csv"), "--mapping", str(target)]
    assert cli.main([*words, "--skip-refused", "--dry-run"]) == 0
    assert "new" in said


def test_the_table_itself_is_not_written_over(ask: Ask, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes((FOLDER / "table-us.csv").read_bytes())
    dialog = ask(table)
    assert dialog.choices.mapping_file is not None
    dialog.choices.mapping_file.save_to(table)
    assert table.read_bytes() == (FOLDER / "table-us.csv").read_bytes()
    assert dialog.choices.mapping_file.message.text()
