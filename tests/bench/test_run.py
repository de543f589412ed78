"""Measuring leaves nothing behind, and says what it cannot measure."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.core.moments import moment_now
from journal.db.schema import SCHEMA_VERSION
from journal.logbook import Logbook
from tests.bench import journals, kinds, measure, run, storage
from tests.bench.journals import ROOT
from tests.journals import clock, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

_MAKE = "from tests.bench.journals import scratch_folder as new; f = new(); (f / 'a').touch(); print(f)"


def test_a_scratch_folder_is_gone_when_the_measuring_ends(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _MAKE],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path)},
    )
    assert Path(ended.stdout.strip()).parent == tmp_path and list(tmp_path.iterdir()) == []


def test_help_says_what_there_is_and_measures_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "_figures", lambda _section: pytest.fail("it measured"))
    assert run.main(["start", "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("python3 -m tests bench [section ...]") and all(each in said for each in run.SECTIONS)


def test_without_a_display_the_start_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.bench.start.has_display", lambda: False)
    assert run.main(["start"]) == 0
    assert capsys.readouterr().out == "not run: bench start needs a display\n"


def test_a_kept_journal_of_another_format_or_another_demonstration_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made_by = journals._made_by()
    monkeypatch.setattr(journals, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    other_format = journals._made_by()
    monkeypatch.undo()
    for folder in journals._MADE_FROM:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.setattr(journals, "ROOT", tmp_path)
    assert journals._made_by() == made_by
    (tmp_path / "journal" / "demo" / "more.py").write_text("MORE = 1\n", encoding="utf-8")
    assert len({made_by, other_format, journals._made_by()}) == 3


def test_a_floor_that_finds_other_entries_is_no_floor(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_book.save(Note(at=moment_now(plain_book.clock), text="a walk in the rain"))
    with closing(storage._bare_connection(plain_book.path)) as bare:
        kinds._refuse_other_answers(plain_book, bare)
        monkeypatch.setattr(kinds, "_whole_rows", lambda *_: [])
        with pytest.raises(AssertionError, match="the floor gives 0 entries, the program 1"):
            kinds._refuse_other_answers(plain_book, bare)


def test_a_work_is_held_against_its_floor_beside_another() -> None:
    slow, quick = (lambda: sum(range(400_000))), (lambda: sum(range(40_000)))
    twice = measure.beside("x", slow, quick, quick, quick, limit=1.1, runs=5)
    assert twice.median > 1.1 and not twice.met
