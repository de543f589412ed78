"""Made-up entries of the demonstration say so in every file, and never pass for a person's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import Setting
from journal.exchange.csv_columns import COLUMNS
from journal.exchange.export import export_to
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.journals import FixedClock, JournalAt


@pytest.fixture
def files(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a demonstration, without its pictures and pages."""
    monkeypatch.setattr("journal.commands.demo._draw", lambda *_: 0)
    monkeypatch.setattr("journal.commands.demo._write_pages", lambda *_: None)
    assert cli.main(["demo", str(tmp_path / "demo"), "--days", "5"], clock=clock) == 0
    return tmp_path / "demo"


def import_(journal: Path, file: Path, clock: FixedClock, *more: str) -> int:
    return cli.main(["--journal", str(journal), "import", str(file), *more], clock=clock)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("name", ["entries.csv", "journal.json"])
@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--skip-refused",)])
def test_they_do_not_come_into_a_journal_with_own_entries(
    files: Path, plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], name: str, more: tuple[str, ...]
) -> None:
    with plain_journal.open() as book:
        journals.note(book, "mine")
    before = plain_journal.sha256()
    assert import_(plain_journal.path, files / name, plain_journal.clock, *more) == 1
    assert "holds made-up entries of the demonstration" in capsys.readouterr().err
    assert plain_journal.sha256() == before


def test_one_made_up_row_among_others_is_enough(
    files: Path, plain_journal: JournalAt, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (files / "entries.csv").read_bytes().split(b"\r\n")
    mixed = files / "mixed.csv"
    own = b"dd5e2c5e-8d0f-4f7d-9d34-6c8d9d0f0001,note,2026-11-20T08:10:00+01:00,Europe/Berlin" + b"," * 35
    mixed.write_bytes(b"\r\n".join([rows[0], own, rows[1], b""]))
    with plain_journal.open() as book:
        journals.note(book, "mine")
    assert import_(plain_journal.path, mixed, plain_journal.clock) == 1
    assert "made-up" in capsys.readouterr().err


def test_a_journal_made_of_the_csv_is_a_made_up_one(files: Path, tmp_path: Path, clock: FixedClock) -> None:
    made = tmp_path / "made.leaf"
    assert import_(made, files / "entries.csv", clock) == 0
    with Logbook.open(made, clock=clock) as book:
        assert book.preferences.demo
        export_to(book, tmp_path / "again.csv", english())
    assert (tmp_path / "again.csv").read_bytes().split(b"\r\n")[0].endswith(b",made_up")
    assert import_(made, files / "journal.json", clock) == 0


def test_the_csv_of_an_own_journal_has_no_such_column(tmp_path: Path, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        journals.note(book, "mine")
        export_to(book, tmp_path / "own.csv", english())
        own = (tmp_path / "own.csv").read_bytes()
        book.save(Setting(id="demo", value="1"))
        export_to(book, tmp_path / "made-up.csv", english())
    header, row, end = own.decode("utf-8-sig").split("\r\n")
    assert (header, end) == (",".join(COLUMNS), "")
    made_up = (tmp_path / "made-up.csv").read_text("utf-8-sig").split("\n")
    assert made_up == [f"{header},made_up", f"{row},1", ""]
