"""What is left out of an import is shown whole and can be kept as a list."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.exchange.file_rows import RefusedRow, Where
from journal.exchange.losses import by_reason
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
    assert dialog.outcome.refused.lines()[0] == "line 5, “Uhrzeit”: there is no time of day"
    assert dialog.left_out.list.lines()[0] == (
        "line 5, “Uhrzeit”: there is no time of day · The row: 20.11.2026 · Rot · 2"
    )
    assert (FOLDER / "table-german.csv").name in dialog.left_out.windowTitle()
    dialog.left_out.accept()


def test_rows_of_one_reason_are_one_line_with_their_number() -> None:
    def row(line: int, text: str, partly: bool = True) -> RefusedRow:
        reason = Refused("amount-word-unsaid", text=text, options="g")
        return RefusedRow(Where("How much", 0, line), reason, partly=partly)

    rows = [row(2, "cups"), *(row(line, "tsp") for line in range(3, 1003)), row(2000, "tsp", partly=False)]
    said = "is not one of: g. Say what the word means in this file."
    assert by_reason(rows, english()) == [
        f"1,000 rows, “How much”: “tsp” {said} · The rest of these rows is taken.",
        f"line 2, “How much”: “cups” {said} · The rest of the row is taken.",
        f"line 2000, “How much”: “tsp” {said}",
    ]
