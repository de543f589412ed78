"""A column of the own CSV under another name is refused: what it holds is never lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.errors import UserError
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.misnamed_columns import refuse_misnamed
from tests.command_line import Run, run
from tests.journals import JournalAt

__all__ = ["run"]

WRONG = {"value": "rating value", "private": "privat"}


def test_a_renamed_column_of_an_export_is_refused_and_its_signs_are_answered(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    plain_journal.open().close()
    run("--journal", plain_journal.path, "log", "rating", "Chest pain=6", "--private")
    for name, wrong in WRONG.items():
        path, other = tmp_path / f"{name}.csv", tmp_path / "other.leaf"
        run("--journal", plain_journal.path, "export", path)
        path.write_text(path.read_text("utf-8-sig").replace(f",{name},", f",{wrong},", 1), encoding="utf-8")
        for more in (["--dry-run"], [], ["--format", "csv"]):
            code, _, said = run("--journal", other, "import", path, *more)
            assert code == 1 and f"“{wrong}”" in said and f"missing: “{name}”. Name them" in said
            assert "Chest pain. Call" in said and not other.exists()


@pytest.mark.parametrize(
    ("header", "refused"),
    [
        (COLUMNS, False), (COLUMNS[:35], False), ((*COLUMNS, "mood"), False), ((*COLUMNS[:35], "mood"), True),
        ((*(column for column in COLUMNS if column != "systolic"), "upper"), True),
        (("kind", "time", "note", "mood"), False), (("kind", "time", "note", "mood", "privat"), True),
        (("kind", "time", "symptom", "score"), True), (("kind", "time", "symptom", "value", "mood"), False),
        (("kind", "time", "product", "dosis"), True), (("kind", "time", "symptom", "rating_value"), True),
    ],
)  # fmt: skip
def test_one_of_ours_is_missing_and_one_is_there_that_is_not(header: tuple[str, ...], refused: bool) -> None:
    unknown = [column for column in header if column not in COLUMNS]
    try:
        refuse_misnamed(Path("a.csv"), header, unknown, COLUMNS)
    except UserError as reason:
        assert refused and reason.code == "csv-columns-misnamed"
    else:
        assert not refused
