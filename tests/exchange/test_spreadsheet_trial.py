"""A damaged .xls that would take all of the memory is refused, and what can be opened is not."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from journal.errors import UserError
from journal.exchange import spreadsheet_trial
from journal.exchange.spreadsheet_trial import refuse_what_ends_its_reader
from journal.exchange.spreadsheets import sheet_names
from tests.exchange.damage import damaged
from tests.exchange.foreign import FOLDER

TABLE = FOLDER / "table.xls"


@pytest.fixture
def greedy(tmp_path: Path) -> Path:
    """With these injuries the reader took more than 20 GB."""
    path = tmp_path / "greedy.xls"
    path.write_bytes(damaged(TABLE.read_bytes(), random.Random(50)))
    return path


def test_what_would_take_all_memory_is_refused_and_stays_as_it_is(greedy: Path) -> None:
    before = greedy.read_bytes()
    with pytest.raises(UserError, match="sheet-broken"):
        sheet_names(greedy)
    assert greedy.read_bytes() == before


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_trial, "_TRIAL", "import time; time.sleep(60)")
    monkeypatch.setattr(spreadsheet_trial, "_SECONDS", 0.2)
    with pytest.raises(UserError, match="sheet-broken"):
        refuse_what_ends_its_reader(TABLE)


def test_a_whole_file_and_what_the_reader_refuses_itself_pass(tmp_path: Path) -> None:
    refuse_what_ends_its_reader(TABLE)
    (tmp_path / "text.xls").write_text("no spreadsheet", encoding="utf-8")
    refuse_what_ends_its_reader(tmp_path / "text.xls")
    with zipfile.ZipFile(tmp_path / "empty.xlsx", "w"):
        pass
    refuse_what_ends_its_reader(tmp_path / "empty.xlsx")


@pytest.mark.parametrize("seed", [30, 35])
def test_where_the_reader_gives_up_nothing_of_its_source_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], seed: int
) -> None:
    path = tmp_path / "broken.xls"
    path.write_bytes(damaged(TABLE.read_bytes(), random.Random(seed)))
    with pytest.raises(UserError, match="sheet-broken"):
        sheet_names(path)
    assert capfd.readouterr().err == ""
