"""What a person is told of a problem: damage is never called a bug, nor said to be safe."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal import paths
from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.shell import crash
from journal.ui.shell.crash import CrashReporter, problem_words, write_log
from tests.journals import JournalAt, now, plain_journal, quick_keys, raw, templates

__all__ = ["plain_journal", "quick_keys", "templates"]


def test_a_bug_is_said_to_have_lost_nothing() -> None:
    for problem in (ValueError("planted"), Refused("cancelled")):
        what = problem_words(english(), problem)
        assert what.name == "A problem in the program"
        assert "Everything that was saved is safe" in what.words


def test_damage_that_a_screen_meets_is_told_as_damage(plain_journal: JournalAt, qtbot: QtBot) -> None:
    with plain_journal.open() as book:
        book.save(Note(at=now(book), text="a quiet day"))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    reporter = CrashReporter(english(), lambda: None)
    with plain_journal.open() as book:
        _read_as_a_slot_would(book, reporter)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    words = " ".join(each.text() for each in reporter.dialog.findChildren(QLabel))
    assert "Part of your journal cannot be read" in words
    assert str(plain_journal.path) in words
    assert "safe" not in words
    assert "quiet" not in words + reporter.newest
    assert "planted" not in words + reporter.newest
    reporter.dialog.reject()


def _read_as_a_slot_would(book: Logbook, reporter: CrashReporter) -> None:
    with pytest.raises(Refused) as refused:
        book.days(book.today(), book.today())
    reporter.report(type(refused.value), refused.value, refused.tb)
    assert sys.excepthook is not reporter.report


def test_a_log_that_has_grown_long_is_kept_until_the_next_has(tmp_path: Path) -> None:
    log = tmp_path / "state" / "leaf-journal.log"
    for bug in ("first", "second", "third"):
        assert write_log(f"{bug}\n" + "x" * 200_000, log) is None
    assert log.read_text(encoding="utf-8").startswith("third")
    assert paths.older_log(log).read_text(encoding="utf-8").startswith("second")
    assert {path.stat().st_mode & 0o077 for path in log.parent.iterdir()} == {0}
    assert len(list(log.parent.iterdir())) == 2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ says nothing on this system")
def test_a_zone_that_python_cannot_say_ends_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XYZ+99")
    time.tzset()
    try:
        assert crash._now().endswith("+00:00")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_others_did_to_the_file_is_no_bug_and_opens_no_window(qtbot: QtBot) -> None:
    """The banner says it, with the ways out; a window before it said the same, or something else."""
    reporter = CrashReporter(english(), lambda: None)
    for problem in (Refused("journal-emptied"), Refused("journal-gone")):
        reporter.report(Refused, problem, None)
        assert reporter.dialog is None
        assert "Refused" in reporter.newest
