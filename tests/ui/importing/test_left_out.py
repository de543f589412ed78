"""What is left out of an import is shown whole and can be kept as a list."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.importing.left_out import LeftOutDialog
from tests.exchange.foreign import FOLDER
from tests.ui.importing.conftest import Ask, settle


def test_the_list_is_written_where_it_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = LeftOutDialog(english(), tmp_path / "a.csv", ["line 2: no", "line 7: no"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_button.click()
    assert dialog.saving is not None
    dialog.saving.setDirectory(str(tmp_path))
    dialog.saving.selectFile("list")
    dialog.saving.accept()
    text = (tmp_path / "list.txt").read_text(encoding="utf-8")
    assert text.splitlines() == ["What of a.csv was not imported", "", "line 2: no", "line 7: no"]
    assert dialog.message.text().startswith(f"The list was written to {tmp_path / 'list.txt'}. It is not encrypted")


def test_the_file_that_is_read_is_never_written_over(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("words", encoding="utf-8")
    dialog = LeftOutDialog(english(), path, ["line 2: no"])
    qtbot.addWidget(dialog)
    dialog.save_to(path)
    assert "is the file that is imported" in dialog.message.text()
    assert path.read_text(encoding="utf-8") == "words"


def test_the_dialog_about_a_file_leads_to_all_that_is_left_out(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-german.csv")
    assert not dialog.outcome.keep_button.isVisibleTo(dialog)
    settle(qtbot, dialog)
    assert dialog.outcome.keep_button.isVisibleTo(dialog)
    dialog.outcome.keep_button.click()
    assert dialog.left_out is not None
    assert dialog.left_out.list.lines() == dialog.outcome.refused.lines()
    assert (FOLDER / "table-german.csv").name in dialog.left_out.windowTitle()
    dialog.left_out.accept()
