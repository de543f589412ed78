"""One writer at a time: who waits for the lock, for how long, and that nobody waits for a window."""

from __future__ import annotations

import itertools
import os
import threading
import time
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db import lock
from journal.db.lock import WindowMark, refuse_in_window, take_lock, window_file


@pytest.fixture
def at(tmp_path: Path) -> Path:
    journal = tmp_path / "journal.leaf"
    journal.write_bytes(b"a journal")
    return journal


def code_of(journal: Path, wait_s: float) -> str:
    with pytest.raises(Refused) as refused:
        take_lock(journal, wait_s)
    return refused.value.code


def test_the_lock_is_taken_once_it_is_let_go(at: Path) -> None:
    held = take_lock(at)
    threading.Timer(0.3, held.release).start()
    take_lock(at, 30).release()


def test_without_waiting_it_is_refused_at_once_and_after_waiting_too(at: Path) -> None:
    held = take_lock(at)
    assert code_of(at, 0) == "journal-locked"
    began = time.monotonic()
    assert code_of(at, 0.4) == "journal-locked"
    assert time.monotonic() - began >= 0.4
    held.release()


def test_while_others_save_the_wait_begins_anew_but_not_for_ever(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The saves are counted, not made: those of a second thread stood still for as long as the disk was busy."""
    saves = itertools.count()
    monkeypatch.setattr(lock, "_LONGEST", 4)
    monkeypatch.setattr(lock, "_written", lambda journal: (next(saves),))
    held, began = take_lock(at), time.monotonic()
    assert code_of(at, 0.3) == "journal-locked"
    assert time.monotonic() - began >= 4 * 0.3
    held.release()


def test_a_save_is_seen_at_the_journal_and_at_one_that_is_being_made(at: Path) -> None:
    before = lock._written(at)
    os.utime(at, (1, 1))
    saved = lock._written(at)
    lock.unfinished(at).write_bytes(b"a new journal")
    assert before != saved != lock._written(at)


def test_nobody_waits_for_a_window(at: Path) -> None:
    held, mark = take_lock(at), WindowMark(at)
    assert code_of(at, 600) == "journal-in-window"
    with pytest.raises(Refused, match="journal-in-window"):
        refuse_in_window(at)
    assert code_of(at, 0) == "journal-locked"  # a second window asks the first one to come to the front
    mark.release()
    assert not window_file(at).exists()
    refuse_in_window(at)
    held.release()
    take_lock(at, 600).release()


def test_the_mark_of_a_window_that_was_killed_is_no_window(at: Path) -> None:
    window_file(at).touch()
    refuse_in_window(at)
    held = take_lock(at)
    assert code_of(at, 0.1) == "journal-locked"
    held.release()
